#!/usr/bin/env bash
# Tries the built program as a user would, far from the checkout: the example, its exports, and the window for a moment.
set -euo pipefail
program=$(cd "$(dirname "$0")/.." && pwd)/dist/tijdlijn/tijdlijn
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV
export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data

fail() {
    printf 'Mislukt: %s\n' "$*" >&2
    exit 1
}

starts_with() {  # starts_with FILE TEXT
    [ "$(head -c ${#2} "$1" | tr -d '\0')" = "$2" ] || fail "$1 begint niet met $2"
}

printf 'voorbeeld\n' >key
"$program" example x.tijdlijn
"$program" export x.tijdlijn x.pdf --key-file key
starts_with x.pdf %PDF-
"$program" export x.tijdlijn x.svg --key-file key
grep -q '<svg' x.svg || fail "x.svg is geen SVG"
"$program" export x.tijdlijn x.xlsx --key-file key
starts_with x.xlsx PK
"$program" export x.tijdlijn x.png --key-file key
[ "$(head -c 4 x.png | tail -c 3)" = PNG ] || fail "x.png is geen PNG"
"$program" analyse x.tijdlijn --json --key-file key >x.json
grep -q '"gaps"' x.json || fail "analyse geeft geen gaten"

# the window stays open until it is closed from outside, without a complaint
status=0
QT_QPA_PLATFORM=offscreen timeout 5 "$program" x.tijdlijn --key-file key 2>window.log || status=$?
[ "$status" -eq 124 ] || fail "het venster sloot zelf (status $status): $(cat window.log)"
complaints=$(grep -v 'This plugin does not support' window.log || true) # what every program without a screen is told
[ -z "$complaints" ] || fail "het venster klaagde: $complaints"

printf 'In orde: voorbeeld, pdf, svg, xlsx, png, analyse en venster van %s\n' "$program"
