#!/bin/bash
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
    # A secret that is a file of the host's may be readable by root alone.
    [ -z "${POSTGRES_PASSWORD_FILE:-}" ] || export POSTGRES_PASSWORD="$(<"$POSTGRES_PASSWORD_FILE")"
    chown -R postgres "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
user="${POSTGRES_USER:-postgres}"
database="${POSTGRES_DB:-$user}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    : "${POSTGRES_PASSWORD:?is not set}"
    # As there, who is in the container needs no password: pg_dump in it does not ask for one.
    initdb --username="$user" --pwfile=<(echo "$POSTGRES_PASSWORD") --auth=trust --encoding=UTF8
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    pg_ctl -w start -o "-c listen_addresses=''"
    [ "$database" = postgres ] || createdb --username="$user" "$database"
    pg_ctl -w -m fast stop
fi
[ "$1" != postgres ] || set -- "$@" -c listen_addresses='*'
exec "$@"
