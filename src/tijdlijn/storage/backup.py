"""Copies of a casebook that are whole: SQLite's own backup, verified, synced, and only then given their name."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from tijdlijn.model.problems import Problem
from tijdlijn.storage import torn
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import DAMAGED, explained, problem

UNFINISHED = ".nieuw"
BETWEEN = ".tussen"
"""What a file is called that lies between the casebook and its unfinished successor; `UNFINISHED` comes behind it."""
PAGES_AT_ONCE = 64
"""A quarter of a mebibyte: whoever saves an edit meanwhile waits for no more than this."""
TURN = 0.001
"""Seconds in which others may use a connection between two of these stretches."""
REPLACED = "Het casusboek is intussen vervangen; deze kopie is niet gemaakt."


def write_backup(source: Any, key: FileKey, target: Path) -> None:
    """Copy the open database `source` (a connection of the driver) to `target`, under the same key.

    An older file `target` is replaced only by a verified copy. Raises Problem, and leaves no half file.
    """
    with verified_copy(source, key, target) as unfinished:
        publish(unfinished, target)


class InTurns:
    """A connection that is copied in turns with whoever uses it, some pages at a time, under the lock of its owner.

    What is written meanwhile by the same connection SQLite puts in the copy as well: it does not begin anew, as it does
    with a second connection. When the file is closed or replaced in between, the copy comes to nothing.
    """

    def __init__(self, connected: Callable[[], Any], guard: threading.RLock) -> None:
        self._connected = connected
        self._guard = guard

    def backup(self, target: Any, *, pages: int) -> None:
        """As the driver's own. Raises Problem when the file was closed."""
        with self._guard:
            raw = self._connected()

            def between(_status: int, _remaining: int, _total: int) -> None:
                self._guard.release()
                try:
                    sleep(TURN)
                finally:
                    self._guard.acquire()
                if self._connected() is not raw:
                    raise Problem(REPLACED)

            raw.backup(target, pages=pages, progress=between)


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
def pages_checked(path: Path, key: FileKey) -> Iterator[list[int]]:
    """Check the pages of a file by a connection of its own, beside what is done with it here.

    Raises Problem when one that holds something is broken, whatever else went wrong by it. The numbers of broken pages
    that hold nothing are given, and complete afterwards: see `torn.py`.
    """
    broken: list[Exception] = []
    empty: list[int] = []

    def check() -> None:
        try:
            with explained(path), closing(open_raw(path, key)) as raw:
                empty.extend(torn.empty_pages(raw))
                if not empty:
                    verify_pages(raw, path)
        except Exception as error:
            broken.append(error)

    beside = Thread(target=check, name="pages")
    beside.start()
    try:
        yield empty
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
        source.backup(target, pages=PAGES_AT_ONCE)
    finally:
        target.close()


def _verify(key: FileKey, path: Path) -> None:
    copy = open_raw(path, key)
    try:
        verify(copy, path)
    finally:
        copy.close()
