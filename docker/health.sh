#!/bin/bash
# Succeeds when Keycloak says that it is `ready`, or that it is `live`: the argument says which. The image has no program
# that speaks HTTP, but bash reaches a port.
exec 3<>"/dev/tcp/127.0.0.1/${KC_HTTP_MANAGEMENT_PORT:-9000}" || exit 1
printf 'GET /health/%s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
read -r _ status _ <&3
[ "$status" = 200 ]
