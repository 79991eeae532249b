"""What this computer remembers of casebooks: how far each was when it was last used here, and which warnings were put
away.

The rule: it holds no name and no path. A casebook is known by a checksum of its own random id, a place by one of that
id and the place. Damage to it is an empty list, never an error.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from tijdlijn.services.guarded import Guarded

FILE_NAME = "gezien.json"
MOST = 200
"""Casebooks that are remembered; the ones that were used last."""


def newer_seen(book: Guarded, folder: Path | None = None) -> datetime | None:
    """When a newer version of this casebook was last used here; None when it is the newest.

    `folder` is where it is remembered, by default the user's settings.
    """
    about = _read(folder).get(_key(book.generation.book), {})
    try:
        if int(about["number"]) > book.generation.number:
            return datetime.fromisoformat(about["at"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        pass
    return None


def remember(book: Guarded, folder: Path | None = None, *, go_on: bool = False) -> None:
    """Remember how far a casebook is now; an older version only with `go_on`, when its user goes on with it."""
    if go_on or newer_seen(book, folder) is None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        _change(book, folder, {"number": book.generation.number, "at": at})


def was_put_away(book: Guarded, warning: str, folder: Path | None = None) -> bool:
    """Whether a warning about a casebook in the place where it is now was put away on this computer."""
    about = _read(folder).get(_key(book.generation.book), {})
    return _warning(book, warning) in about.get("away", ())


def put_away(book: Guarded, warning: str, folder: Path | None = None) -> None:
    """Do not warn of this again while the casebook is where it is now."""
    about = _read(folder).get(_key(book.generation.book), {})
    _change(book, folder, {"away": sorted({*about.get("away", ()), _warning(book, warning)})})


def _warning(book: Guarded, warning: str) -> str:
    return _key(f"{book.generation.book}\n{book.path}\n{warning}")


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(folder: Path | None) -> dict[str, Any]:
    try:
        found = json.loads(_place(folder).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    found = found if isinstance(found, dict) else {}
    return {key: about for key, about in found.items() if isinstance(about, dict) and _is_sound(about)}


def _is_sound(about: dict[str, Any]) -> bool:
    return isinstance(about.get("away", []), list)


def _change(book: Guarded, folder: Path | None, fields: dict[str, Any]) -> None:
    """Replace what is remembered in one go; what cannot be written stays as it was."""
    key, known, place = _key(book.generation.book), _read(folder), _place(folder)
    known[key] = {**known.pop(key, {}), **fields}
    kept = dict(list(known.items())[-MOST:])
    unfinished = place.with_name(f"{FILE_NAME}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(kept), "utf-8")
        os.replace(unfinished, place)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _place(folder: Path | None) -> Path:
    return (folder or user_config_path("tijdlijn", appauthor=False)) / FILE_NAME
