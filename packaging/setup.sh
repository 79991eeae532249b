# Shared by ./start, ./test and .ci/run: makes .venv with the pinned libraries, and sees to what Qt needs of the system.
# Rule: does nothing when nothing changed, never asks anything, changes the system only as root or by passwordless sudo.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
python=$venv/bin/python

oldest_python=11
candidates="python3.11 python3.12 python3.13 python3.14 python3"

# soname:Debian package. Qt links the first list itself; the second is needed for a window, on X11 or Wayland.
# shellcheck disable=SC2034  # used by the scripts that read this one
drawing_libraries="libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0"
# shellcheck disable=SC2034  # as above
window_libraries="libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0
    libxcb-shape.so.0:libxcb-shape0 libxcb-sync.so.1:libxcb-sync1 libxcb-xfixes.so.0:libxcb-xfixes0
    libxcb-xkb.so.1:libxcb-xkb1 libX11-xcb.so.1:libx11-xcb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0
    libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1"
fedora_packages="mesa-libEGL mesa-libGL libxkbcommon dbus-libs fontconfig glib2 libX11-xcb libxkbcommon-x11"
fedora_packages="$fedora_packages xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm"
fedora_packages="$fedora_packages libwayland-cursor libwayland-egl"

say() { printf '%s\n' "$*"; }

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        command -v sudo >/dev/null && sudo -n "$@"
    fi
}

may_install() { command -v apt-get >/dev/null && as_root true 2>/dev/null; }

install_packages() {  # install_packages PACKAGE...; an empty or old package list is renewed first
    local log apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
    may_install || return 1
    say "Systeempakketten installeren: $*"
    if log=$(as_root "${apt[@]}" install -y --no-install-recommends "$@" </dev/null 2>&1); then return 0; fi
    if log=$(as_root "${apt[@]}" update </dev/null 2>&1 &&
        as_root "${apt[@]}" install -y --no-install-recommends "$@" </dev/null 2>&1); then return 0; fi
    printf '%s\n' "$log" | tail -n 5 >&2
    return 1
}

new_enough() { "$1" -c "import sys; sys.exit(sys.version_info < (3, $oldest_python))" >/dev/null 2>&1; }
makes_venvs() { "$1" -c "import venv, ensurepip" >/dev/null 2>&1; }

find_python() {  # prints the first Python that can make an environment, else the first that is new enough
    local name first=
    for name in $candidates; do
        new_enough "$name" || continue
        makes_venvs "$name" && { say "$name"; return; }
        first=${first:-$name}
    done
    say "$first"
}

need_python() {  # sets base_python to one that can make an environment, or stops and names the line that installs it
    local version packages
    base_python=$(find_python)
    if [ -n "$base_python" ] && makes_venvs "$base_python"; then return; fi
    if [ -n "$base_python" ]; then
        version=$("$base_python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        packages="python$version-venv"
    elif command -v python3 >/dev/null; then # too old: the system may have a newer one beside it
        packages="python3.$oldest_python python3.$oldest_python-venv"
    else
        packages="python3 python3-venv"
    fi
    # shellcheck disable=SC2086  # a list of packages
    install_packages $packages >&2 || stop \
        "tijdlijn heeft Python 3.$oldest_python of nieuwer nodig, met venv; dat ontbreekt hier en er is niets veranderd." \
        "Installeer het op Debian of Ubuntu met:" \
        "    sudo apt-get update && sudo apt-get install $packages" \
        "en geef deze opdracht daarna opnieuw."
    base_python=$(find_python)
    makes_venvs "${base_python:-false}" || stop "Python 3.$oldest_python met venv is geïnstalleerd maar werkt niet: $packages"
}

works_here() {  # an environment that was moved or copied still runs the programs of the old place
    "$python" -c "import pip" >/dev/null 2>&1 && grep -qF "$venv/" "$venv/bin/pip"
}

need_venv() {
    works_here && return
    need_python
    say "Eigen omgeving maken in .venv met $("$base_python" --version 2>&1)"
    "$base_python" -m venv --clear "$venv" || stop "De map .venv kon niet worden gemaakt in $root. Is er ruimte, en mag u daar schrijven?"
}

pip_install() {
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-build-isolation "$@" </dev/null ||
        stop "De bibliotheken konden niet worden opgehaald (zie de regels hierboven). Is er verbinding met internet?" \
            "Wat al klaar was is bewaard; geef deze opdracht daarna opnieuw."
}

link_program() {  # the checkout itself: nothing to build, so it works without a network
    local packages
    packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$root/src" >"$packages/tijdlijn.pth"
    printf '#!/bin/sh\nexec "%s" -m tijdlijn "$@"\n' "$python" >"$venv/bin/tijdlijn"
    chmod +x "$venv/bin/tijdlijn"
}

missing_packages() {  # missing_packages SONAME:PACKAGE... prints the packages whose library cannot be loaded
    "$python" - "$@" <<'PY'
import ctypes, sys
missing = []
for pair in sys.argv[1:]:
    soname, package = pair.split(":")
    try:
        ctypes.CDLL(soname)
    except OSError:
        missing.append(package)
print(*missing)
PY
}

need_libraries() {  # need_libraries SONAME:PACKAGE...
    local packages
    [ "$(uname -s)" = Linux ] || return 0
    packages=$(missing_packages "$@")
    [ -n "$packages" ] || return 0
    # shellcheck disable=SC2086  # a list of packages
    install_packages $packages && return
    if command -v apt-get >/dev/null; then
        stop "Het venster en de tests hebben systeembibliotheken nodig die hier ontbreken. Installeer ze met:" \
            "    sudo apt-get update && sudo apt-get install $packages" \
            "en geef deze opdracht daarna opnieuw."
    fi
    stop "Er ontbreken systeembibliotheken (Debian-namen: $packages)." \
        "Op Fedora: sudo dnf install $fedora_packages" \
        "Geef deze opdracht daarna opnieuw."
}

prepare() {  # prepare LOCKFILE [SONAME:PACKAGE...]: an environment that holds what the lock file says, and system libraries
    local lock=$root/$1 build=$root/packaging/requirements-build.lock stamp state
    shift
    stamp=$venv/.ready-$(basename "$lock" .lock)
    state=$(say "$root" | cat - "$build" "$lock" | cksum)
    if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return 0; fi
    need_venv
    say "Bibliotheken installeren (eenmalig, een minuut of twee)"
    pip_install -r "$build"
    pip_install -r "$lock"
    link_program
    need_libraries "$@"
    say "$state" >"$stamp"
}
