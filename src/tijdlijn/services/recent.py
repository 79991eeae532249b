"""The list of casebooks that were opened last: a small file of paths in the user's own settings, and nothing else.

The rule: it holds no names of families. A path in which a registered name can be read is not kept, and the list is a
convenience: damage to it is an empty list, never an error.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path

from tijdlijn.language.folding import fold

LONGEST = 10
FILE_NAME = "recent.json"
_PARTICLES = frozenset(
    ("van", "von", "der", "den", "het", "ten", "ter", "de", "te", "en", "la", "le", "el", "al", "du")
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3


def files(folder: Path | None = None) -> tuple[Path, ...]:
    """The casebooks, last opened first; those that are not there now are kept, as a drive may be away.

    `folder` is where the list is kept, by default the user's settings.
    """
    try:
        found = json.loads(_place(folder).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(found, list):
        return ()
    kept = dict.fromkeys(item for item in found if isinstance(item, str) and item)
    return tuple(map(Path, kept))[:LONGEST]


def remember(path: Path, names: Iterable[str] = (), folder: Path | None = None) -> bool:
    """Put a casebook at the top of the list; False when it is not kept, because its path tells one of `names`.

    `names` are those of the persons in the casebook; an earlier mention of such a path is taken off the list. A list
    that cannot be written stays as it was.
    """
    path = path.absolute()
    others = [other for other in files(folder) if other != path]
    if tells_name(path, names):
        _write(others, folder)
        return False
    return _write([path, *others][:LONGEST], folder)


def forget(path: Path, folder: Path | None = None) -> None:
    """Take a casebook off the list."""
    _write([other for other in files(folder) if other != path.absolute()], folder)


def tells_name(path: Path, names: Iterable[str]) -> bool:
    """Whether a name, or a part of one, can be read in the file name or in a folder below the user's own.

    Parts of up to three letters count as a whole word only, longer ones anywhere; "van" and the like do not count.
    """
    text = _folded(str(_below_home(path)))
    in_path = set(_WORD.findall(text))
    parts = {part for name in names for part in _WORD.findall(_folded(name))} - _PARTICLES
    return any(part in in_path if len(part) <= _SHORT else part in text for part in parts if len(part) > 1)


def _below_home(path: Path) -> Path:
    try:
        return path.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return path


def _folded(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text))


def _place(folder: Path | None) -> Path:
    return (folder or user_config_path("tijdlijn", appauthor=False)) / FILE_NAME


def _write(paths: Iterable[Path], folder: Path | None) -> bool:
    """Replace the list in one go; False when that could not be done."""
    place = _place(folder)
    unfinished = place.with_name(f"{FILE_NAME}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps([str(path) for path in paths], ensure_ascii=False, indent=1), "utf-8")
        os.replace(unfinished, place)
    except (OSError, UnicodeEncodeError):
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True
