#!/usr/bin/env bash
# Installs what the tests need on Debian and runs them all, then once more under a Thai culture.
# The last line says how many passed: CI reads it.
set -euo pipefail
cd "$(dirname "$0")/.."
. src/need.sh
need_dotnet
need gcc "gcc libc6-dev" npm npm chromium chromium pdftotext poppler-utils qpdf qpdf openssl openssl
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql

log=$(mktemp)
server=
trap 'rm -f "$log"; [ -z "$server" ] || bash tests/postgres.sh stop "$server"' EXIT
failed=0
dotnet build RaidDocs.sln -v quiet --nologo 2>&1 | tee "$log" || failed=1

if [ "$failed" = 0 ]; then
  server=$(bash tests/postgres.sh start)
  export RAIDDOCS_TEST_SERVER="$server"

  # ICU takes the culture of the process from here. The interface and the years of th-TH must change no stored byte. The web app runs once
  # over the encrypted file and once over PostgreSQL, one in each culture; RAIDDOCS_TEST_ALL=1 runs both in both.
  for run in "C.UTF-8 file" "th_TH.UTF-8 postgres" ${RAIDDOCS_TEST_ALL:+"C.UTF-8 postgres" "th_TH.UTF-8 file"}; do
    read -r culture store <<<"$run"
    echo "== culture $culture, web app over $store"
    for project in Domain Documents Web; do
      LANG=$culture LC_ALL=$culture RAIDDOCS_TEST_ON=$store dotnet test "tests/RaidDocs.$project.Tests" --no-build --nologo 2>&1 | tee -a "$log" || failed=1
    done
  done
fi

# A build that broke, or a run that never ended, is a failure too.
awk -v broken=$failed '
  /^(Passed|Failed)!/ { gsub(",", ""); for (i = 1; i < NF; i++) { if ($i == "Passed:") p += $(i+1); if ($i == "Failed:") f += $(i+1) } }
  END { if (broken && !f) f = 1; printf "%d passed, %d failed\n", p, f }' "$log"
exit $failed
