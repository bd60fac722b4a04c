#!/usr/bin/env bash
# Installs what the tests need on Debian and runs them all, then once more under a Thai culture.
# The last line says how many passed: CI reads it.
set -euo pipefail
cd "$(dirname "$0")/.."
. src/need.sh
need_dotnet
need gcc "gcc libc6-dev" npm npm chromium chromium pdftotext poppler-utils qpdf qpdf openssl openssl

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
dotnet build RaidDocs.sln -v quiet --nologo 2>&1 | tee "$log" || failed=1

if [ "$failed" = 0 ]; then
  # ICU takes the culture of the process from here. The interface and the years of th-TH must change no stored byte.
  for culture in C.UTF-8 th_TH.UTF-8; do
    echo "== culture $culture"
    for project in Domain Documents Web; do
      LANG=$culture LC_ALL=$culture dotnet test "tests/RaidDocs.$project.Tests" --no-build --nologo 2>&1 | tee -a "$log" || failed=1
    done
  done
fi

# A build that broke, or a run that never ended, is a failure too.
awk -v broken=$failed '
  /^(Passed|Failed)!/ { gsub(",", ""); for (i = 1; i < NF; i++) { if ($i == "Passed:") p += $(i+1); if ($i == "Failed:") f += $(i+1) } }
  END { if (broken && !f) f = 1; printf "%d passed, %d failed\n", p, f }' "$log"
exit $failed
