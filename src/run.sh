#!/usr/bin/env bash
# Installs what is missing on Debian, builds RaidDocs and starts it.  bash src/run.sh [--demo] [other options]
set -euo pipefail
cd "$(dirname "$0")/.."
. src/need.sh
need_dotnet
need gcc "gcc libc6-dev" npm npm chromium chromium pdftotext poppler-utils qpdf qpdf
dotnet build src/RaidDocs.Web -c Release -v quiet --nologo
exec dotnet src/RaidDocs.Web/bin/Release/net10.0/RaidDocs.Web.dll "$@"
