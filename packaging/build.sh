#!/usr/bin/env bash
# Builds dist/tijdlijn, the program in one folder that needs no Python, from what the lock files pin.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
command -v objdump >/dev/null || install_packages binutils || stop "PyInstaller heeft objdump nodig: sudo apt-get install binutils"
prepare requirements.lock
prepare packaging/requirements-package.lock
"$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build packaging/tijdlijn.spec
packaging/sbom.sh
say "Klaar: dist/tijdlijn/tijdlijn ($(du -sh dist/tijdlijn | cut -f1)). Proef het met packaging/smoke.sh"
