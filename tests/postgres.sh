#!/usr/bin/env bash
# start: a PostgreSQL for tests on a socket of its own; prints how to connect.   stop WHAT-IT-PRINTED: ends it and leaves nothing.
set -euo pipefail
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -1)")
as=()
if [ "$(id -u)" = 0 ]; then
  # The server refuses to run as root.
  id raiddocs-test >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin raiddocs-test
  as=(setpriv --reuid=raiddocs-test --regid=raiddocs-test --clear-groups --)
fi

case $1 in
  start)
    # Short: the path of a socket has about a hundred letters.
    folder=$(mktemp -d /tmp/rdpg.XXXXXX)
    [ "$(id -u)" = 0 ] && chown raiddocs-test "$folder"
    cd "$folder"
    "${as[@]}" "$bin/initdb" --pgdata data --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --data-checksums --no-sync > initdb.log
    # Nothing of it outlasts the tests, so nothing is flushed.
    "${as[@]}" "$bin/pg_ctl" --pgdata data --wait --log log start --options \
      "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=400 -c fsync=off -c synchronous_commit=on" > /dev/null
    echo "Host=$folder;Username=postgres"
    ;;
  stop)
    folder=${2#Host=}
    folder=${folder%%;*}
    cd "$folder"
    "${as[@]}" "$bin/pg_ctl" --pgdata data --mode immediate stop > /dev/null || true
    cd /
    rm -rf "$folder"
    ;;
esac
