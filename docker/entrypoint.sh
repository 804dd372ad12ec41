#!/bin/bash
# Keycloak reads secrets from its environment, not from files. For each KC_…_PASSWORD_FILE, KC_…_USERNAME_FILE and
# KC_…_SECRET_FILE this reads the file into the setting of that name, for Keycloak alone, and starts it. It is given as
# KCRAW_…, for in the value of a KC_… Keycloak takes dollars and backslashes for expressions of its own.
set -euo pipefail

for name in $(compgen -e KC_); do
    case "$name" in
        *_PASSWORD_FILE | *_USERNAME_FILE | *_SECRET_FILE) ;;
        *) continue ;;
    esac
    setting="${name%_FILE}"
    file="${!name}"
    raw="KCRAW_${setting#KC_}"
    for other in "$setting" "$raw"; do
        if [ -n "${!other:-}" ]; then
            echo "Both $other and $name are set: leave one of them out." >&2
            exit 1
        fi
    done
    if [ ! -r "$file" ]; then
        echo "$name names $file, which user $(id -u) cannot read: mount it, readable for that user or for group 0." >&2
        exit 1
    fi
    value="$(<"$file")"
    if [ -z "$value" ]; then
        echo "$name names $file, which is empty." >&2
        exit 1
    fi
    export "$raw=$value"
    unset "$name"
done

# Password hashes are computed with the processor's vectors. The module is an incubating one, so Java says so at each start.
if [ -f /opt/keycloak/atrium/vectors ] && [ "${ATRIUM_VECTORS:-on}" = on ]; then
    export JAVA_OPTS_APPEND="${JAVA_OPTS_APPEND:-} --add-modules=jdk.incubator.vector"
fi

exec /opt/keycloak/bin/kc.sh "$@"
