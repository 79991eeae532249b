#!/usr/bin/env bash
# Writes dist/tijdlijn.cdx.json: what is in the program, by CycloneDX, from what the lock file pins (names, versions, hashes).
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
prepare packaging/requirements-package.lock
mkdir -p dist
"$venv/bin/cyclonedx-py" requirements requirements.lock --pyproject pyproject.toml --mc-type application \
    --output-reproducible --spec-version 1.6 --of JSON --validate -o dist/tijdlijn.cdx.json
say "Klaar: dist/tijdlijn.cdx.json ($(grep -c '"bom-ref": "requirements' dist/tijdlijn.cdx.json) onderdelen)"
