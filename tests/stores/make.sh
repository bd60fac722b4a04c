#!/usr/bin/env bash
# Makes the backup of a small store of the present schema, and the words that open it. Run it at each release with the name of
# the release, and again for "next" whenever the newest migration is written anew: bash tests/stores/make.sh [next]
# Everything in it is invented. The words lie beside it on purpose: they open nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:-next}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(umask 077; echo "invented words for a store of tests" > "$scratch/key")
program=src/RaidDocs.Web/bin/Debug/net10.0/RaidDocs.Web.dll
run() { dotnet "$program" "$@" --data "$scratch/data" --key-file "$scratch/key"; }
run store init --json | sed -n 's/.*"recoverySheet": "\(.*\)",.*/\1/p' > "$scratch/words"
cat > "$scratch/case.json" <<'CASE'
{ "format": "raiddocs-case/1", "raid": { "name": "Lantern House", "when": "12/3/2568" },
  "women": [
    { "code": "W01", "names": [{ "kind": "called", "text": "Nang One", "voice": "woman" }], "consents": [{ "purpose": "keep", "answer": "yes" }] },
    { "code": "W02" } ],
  "chronology": [{ "what": "They came at night.", "voice": "team" }] }
CASE
run case import "$scratch/case.json" > /dev/null
run backup create --out "$scratch/out" > /dev/null
mv "$scratch"/out/*.backup "tests/stores/$name.backup"
mv "$scratch/words" "tests/stores/$name.words"
ls -l "tests/stores/$name.backup"
