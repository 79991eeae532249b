"""One program at a time: an advisory lock on a small empty file beside the casebook.

The rule: the system releases the lock when the program ends, however it ends; a lock file that was left behind by a
kill is just a file. The casebook itself is not locked, as a lock on it would be lost whenever any part of the program
closes another handle of it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):
    """Another program, or another window of this one, holds the lock."""


class FileLock:
    """The lock of one casebook, held from `acquire` to `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def acquire(cls, casebook: Path) -> FileLock:
        """Raises Taken when it is held, and OSError when the folder cannot be written."""
        path = casebook.with_name(casebook.name + ".lock")
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                raise Taken from None
            if _is_same(path, handle):
                return cls(path, handle)
            os.close(handle)

    def release(self) -> None:
        """Give the lock back and take the lock file away. Doing it twice is harmless."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            os.close(handle)
            _unlink(self._path)
        else:
            _unlink(self._path)
            os.close(handle)


def _is_same(path: Path, handle: int) -> bool:
    """Whether the file we locked still is the one beside the casebook: its former holder may just have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
