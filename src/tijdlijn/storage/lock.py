"""One program at a time: an advisory lock on a small file beside the casebook, which says who holds it.

The rule: the system releases the lock when the program ends, however it ends; a lock file that was left behind by a
kill is just a file. The casebook itself is not locked, as a lock on it would be lost whenever any part of the program
closes another handle of it. A lock that keeps nobody out is no lock: each is tried with a second handle. The file
names an account and a computer, nobody else.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tijdlijn.storage.account import account, computer

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The place of the locked byte. Windows lets nobody read what is locked, and who holds it must be readable."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_IS_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a casebook open: the account, the name of the computer, and since when."""

    account: str
    computer: str
    since: datetime

    @property
    def is_this_computer(self) -> bool:
        """Whether it is somebody with this account on this computer."""
        return (self.account, self.computer) == (account(), computer())


class Taken(Exception):
    """Another program, or another window of this one, holds the lock; `holder` is who, when that can be read."""

    def __init__(self, holder: Holder | None = None) -> None:
        super().__init__()
        self.holder = holder


class NoLocks(Exception):
    """Locks do not work in this place: nobody would be kept out."""


class FileLock:
    """The lock of one casebook, held from `acquire` to `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def acquire(cls, casebook: Path) -> FileLock:
        """Raises Taken when it is held, NoLocks where locks do not work, OSError when the folder cannot be written."""
        path = _beside(casebook)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if error.errno in _IS_HELD:
                    raise Taken(holder(casebook)) from None
                raise NoLocks from None
            if not _is_same(path, handle):
                os.close(handle)
                continue
            lock = cls(path, handle)
            if not _keeps_out(path):
                lock.release()
                raise NoLocks
            _sign(handle)
            return lock

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was locked still is the one beside the casebook."""
        with suppress(OSError):
            return self._handle is not None and _is_same(self._path, self._handle)
        return False

    def release(self) -> None:
        """Give the lock back and take the lock file away, unless it is another's. Doing it twice is harmless."""
        if self._handle is None:
            return
        is_ours, handle = self.is_in_place, self._handle
        self._handle = None
        if sys.platform == "win32":
            _close(handle)
            _unlink(self._path, is_ours)
        else:
            _unlink(self._path, is_ours)
            _close(handle)


def holder(casebook: Path) -> Holder | None:
    """Who wrote that he or she has a casebook open; None when nobody did, or it cannot be read."""
    try:
        with _beside(casebook).open("rb") as file:
            told = json.loads(file.read(1_000))
        since = datetime.fromisoformat(told["since"])
        return Holder(_line(told["account"]), _line(told["computer"]), since.astimezone(UTC))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _line(text: object) -> str:
    return "".join(letter for letter in str(text) if letter.isprintable())[:_LONGEST]


def _beside(casebook: Path) -> Path:
    return casebook.with_name(casebook.name + ".lock")


def _sign(handle: int) -> None:
    """Write who holds it. Where there is no room for that, nobody is named."""
    told = {"account": account(), "computer": computer(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(told).encode("ascii"))


def _keeps_out(path: Path) -> bool:
    """Whether somebody else, which a second handle stands for, does not get the lock as well."""
    second = os.open(path, os.O_RDWR)
    try:
        _lock(second)
    except OSError:
        return True
    finally:
        os.close(second)
    return False


def _is_same(path: Path, handle: int) -> bool:
    """Whether the file we locked still is the one beside the casebook: its former holder may just have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _close(handle: int) -> None:
    with suppress(OSError):
        os.close(handle)


def _unlink(path: Path, is_ours: bool) -> None:
    if is_ours:
        with suppress(OSError):
            path.unlink(missing_ok=True)
