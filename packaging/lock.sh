#!/usr/bin/env bash
# Pins every dependency with its hashes, for each Python from 3.11 and each system; run it after a change in pyproject.toml.
# Needs uv (pipx install uv). Versions that are already pinned stay, unless asked: packaging/lock.sh --upgrade
set -euo pipefail
cd "$(dirname "$0")/.."

header="# Pinned with hashes from pyproject.toml by packaging/lock.sh; do not edit by hand."

lock() {  # lock FILE ARGUMENT...
    local file=$1
    shift
    uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file "$file" "$@" >/dev/null
    printf '%s\n%s' "$header" "$(cat "$file")" >"$file.new"
    printf '\n' >>"$file.new"
    mv "$file.new" "$file"
}

lock requirements.lock pyproject.toml "$@"
lock requirements-dev.lock pyproject.toml --group dev --constraints requirements.lock "$@"
lock packaging/requirements-build.lock --group build "$@"
lock packaging/requirements-package.lock --group package --constraints requirements-dev.lock "$@"
