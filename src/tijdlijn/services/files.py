"""Putting bytes in a file: at once, under the final name, and readable for its owner only (design 7, 14).

The rule: a reader sees the old file or the whole new one, never half of it; what is written on the way is not
readable by others and does not stay behind. A name that is proposed holds no name of a person.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from tijdlijn.model.problems import Problem


def write_file(path: Path, data: bytes, before: Callable[[], None] = lambda: None) -> None:
    """Write or replace a file. Raises Problem when that cannot be; then what was there is still there.

    `before` is called when all of it is on disk, right before it gets its name; what it raises leaves no file either.
    """
    if path.is_dir():
        raise Problem(_cannot(path, IsADirectoryError()))
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write(beside, data)
        before()
        os.replace(beside, path)
    except OSError as error:
        raise Problem(_cannot(path, error)) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def name_for(what: str, code: str, *more: str) -> str:
    """A name for a file without names of people, and without its ending: what it is, the code of the case as far as a
    file can be called so, and what more there is to say."""
    safe = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in code).strip("-")
    return "-".join(filter(None, (what, safe, *more)))


def free_path(path: Path) -> Path:
    """The path, or the first with `-2`, `-3` and so on behind its stem that does not exist yet."""
    if not path.exists():
        return path
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(candidate for candidate in numbered if not candidate.exists())


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _cannot(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        why = "de map bestaat niet"
    elif isinstance(error, PermissionError):
        why = "u mag daar niet schrijven, of het bestand is nog open in een ander programma"
    elif isinstance(error, IsADirectoryError):
        why = "er is al een map met die naam"
    else:
        why = "de schijf is vol of niet bereikbaar"
    return f"{path.name} kan niet worden geschreven: {why}. Er is niets gewijzigd; kies een andere plaats."
