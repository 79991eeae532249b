"""Copies of a casebook that are whole: SQLite's own backup, verified, synced, and only then given their name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import DAMAGED, explained, problem

UNFINISHED = ".nieuw"
BETWEEN = ".tussen"
"""What a file is called that lies between the casebook and its unfinished successor; `UNFINISHED` comes behind it."""
PAGES_AT_ONCE = 256
"""A mebibyte: whoever saves an edit meanwhile waits for no more than this."""
WAIT = 0.005
"""Seconds until a copy asks again for pages of a file that somebody is writing to."""


def write_backup(source: Any, key: FileKey, target: Path) -> None:
    """Copy the open database `source` (a connection of the driver) to `target`, under the same key.

    An older file `target` is replaced only by a verified copy. Raises Problem, and leaves no half file.
    """
    with verified_copy(source, key, target) as unfinished:
        publish(unfinished, target)


def write_backup_beside(path: Path, key: FileKey, target: Path) -> None:
    """The same of a file on disk, by a connection of its own: others go on reading it and writing to it."""
    with explained(path), closing(open_raw(path, key)) as raw:
        write_backup(raw, key, target)


@contextmanager
def verified_copy(source: Any, key: FileKey, target: Path) -> Iterator[Path]:
    """A whole copy of `source` under `key`, beside `target` and without its name yet; gone afterwards."""
    unfinished = target.with_name(target.name + UNFINISHED)
    with explained(target):
        try:
            discard(unfinished)
            _copy(source, key, unfinished)
            _verify(key, unfinished)
            yield unfinished
        finally:
            discard(unfinished)


def verify(raw: Any, path: Path) -> None:
    """Check every page and every index of an open database. Raises Problem when anything is wrong."""
    verify_pages(raw, path)
    if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise problem(DAMAGED, path)
    if raw.execute("PRAGMA foreign_key_check").fetchall():
        raise problem(DAMAGED, path)


def verify_pages(raw: Any, path: Path) -> None:
    """Check the seal of every page, which no flipped bit survives. Raises Problem when one is broken."""
    if raw.execute("PRAGMA cipher_integrity_check").fetchall():
        raise problem(DAMAGED, path)


@contextmanager
def pages_checked(path: Path, key: FileKey) -> Iterator[None]:
    """Check the pages of a file by a connection of its own, beside what is done with it here.

    Raises Problem when one is broken, whatever else went wrong by it.
    """
    broken: list[Exception] = []

    def check() -> None:
        try:
            with explained(path), closing(open_raw(path, key)) as raw:
                verify_pages(raw, path)
        except Exception as error:
            broken.append(error)

    beside = Thread(target=check, name="pages")
    beside.start()
    try:
        yield
    finally:
        beside.join()
        if broken:
            raise broken[0]


def publish(unfinished: Path, target: Path) -> None:
    """Give a finished file its name, so that after a power cut there is the old file or the new one.

    Only its owner may read it, encrypted or not.
    """
    unfinished.chmod(stat.S_IRUSR | stat.S_IWUSR)
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def discard(unfinished: Path) -> None:
    """Take away an unfinished file of ours and its journal."""
    for path in (unfinished, journal_of(unfinished)):
        path.unlink(missing_ok=True)


def discard_unfinished(path: Path) -> None:
    """Take away what a kill may have left beside a file that was being made anew: it never became the file."""
    for name in (path.name, path.name + BETWEEN):
        discard(path.with_name(name + UNFINISHED))


def journal_of(path: Path) -> Path:
    """The rollback journal that SQLite keeps beside a database."""
    return path.with_name(path.name + "-journal")


def _copy(source: Any, key: FileKey, path: Path) -> None:
    target = open_raw(path, key, create=True)
    try:
        source.backup(target, pages=PAGES_AT_ONCE, sleep=WAIT)
    finally:
        target.close()


def _verify(key: FileKey, path: Path) -> None:
    copy = open_raw(path, key)
    try:
        verify(copy, path)
    finally:
        copy.close()
