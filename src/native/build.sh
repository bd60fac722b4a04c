#!/usr/bin/env bash
# Builds the encrypting SQLite (SQLite3 Multiple Ciphers) from the source that the npm package carries.
# Once: a library built from the same inputs is taken from the cache of this user, after its hash was checked.
set -euo pipefail
cd "$(dirname "$0")"

# SQLite3MC 2.3.5 with SQLite 3.53.2, as better-sqlite3-multiple-ciphers 12.11.1 ships it.
source_sha256=670d8d053176b53a68073b168f8e68fb72db67bdf964a0eb130338e9391198b9
out=out/linux-x64/libe_sqlite3.so
inputs=$(cat package-lock.json build.sh | sha256sum | cut -d' ' -f1)
cache="${XDG_CACHE_HOME:-$HOME/.cache}/raiddocs/native-$inputs"

mkdir -p out/linux-x64
exec 9>out/lock
flock 9

if [ -f "$cache/libe_sqlite3.so" ] && (cd "$cache" && sha256sum --quiet --strict -c libe_sqlite3.so.sha256); then
  cp "$cache/libe_sqlite3.so" "$out.new"
else
  command -v gcc >/dev/null || { echo "gcc is missing: sudo apt-get install gcc libc6-dev" >&2; exit 1; }
  command -v npm >/dev/null || { echo "npm is missing: sudo apt-get install npm" >&2; exit 1; }
  npm ci --ignore-scripts --no-audit --no-fund
  source=node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3
  echo "$source_sha256  $source/sqlite3.c" | sha256sum --quiet --strict -c
  gcc -O2 -fPIC -shared -maes -msse4.2 -DNDEBUG -DSQLITE_THREADSAFE=1 -DSQLITE_DEFAULT_FOREIGN_KEYS=1 \
      -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_MATH_FUNCTIONS \
      -DSQLITE_SECURE_DELETE -DSQLITE_TEMP_STORE=2 -DSQLITE_DEFAULT_MEMSTATUS=0 \
      -I"$source" "$source/sqlite3.c" -o "$out.new" -lpthread -ldl -lm
  mkdir -p "$cache"
  cp "$out.new" "$cache/libe_sqlite3.so"
  (cd "$cache" && sha256sum libe_sqlite3.so >libe_sqlite3.so.sha256)
fi

mv "$out.new" "$out"
touch "$out"
