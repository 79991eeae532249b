"""Opening a casebook only to read it: because another has it, or because nothing may be written in its place.

The rule: nothing is written beside the file or into it. What cannot be read without writing (a rollback journal that a
crash left, an older version of the file) is read from a private copy, encrypted as the file itself.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from tijdlijn.storage import backup, errors
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.lock import FileLock, Holder, NoLocks, Taken

_MAY_NOT = {errno.EACCES, errno.EPERM, errno.EROFS}


class Access(Enum):
    """How a casebook is opened: to be written or not at all, to be written if that can be, or only to be read."""

    WRITE = auto()
    ANY = auto()
    READ = auto()


class Why(Enum):
    """What keeps a casebook from being written; `ASKED` is that whoever opened it only reads."""

    HELD = auto()
    PROTECTED = auto()
    NO_LOCKS = auto()
    ASKED = auto()


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a casebook is only read; `holder` is who has it, when somebody has and that can be read."""

    why: Why
    holder: Holder | None = None

    @property
    def refusal(self) -> str:
        """The sentence for who will not read only."""
        told = {Why.HELD: errors.IN_USE, Why.NO_LOCKS: errors.NO_LOCKS}
        return told.get(self.why, errors.NO_ACCESS)


def taken(path: Path, access: Access = Access.WRITE) -> FileLock | Hindrance:
    """The lock of a casebook that is there, or what keeps it from being written. Raises OSError when neither can be
    known."""
    if access is Access.READ:
        return Hindrance(Why.ASKED)
    if not (_may(path, os.W_OK) and _may(path.parent, os.W_OK)):
        return Hindrance(Why.PROTECTED)
    try:
        return FileLock.acquire(path)
    except Taken as error:
        return Hindrance(Why.HELD, error.holder)
    except NoLocks:
        return Hindrance(Why.NO_LOCKS)
    except OSError as error:
        if error.errno not in _MAY_NOT:
            raise
        return Hindrance(Why.PROTECTED)


def may_read(path: Path) -> bool:
    """Whether a file may be read at all."""
    return _may(path, os.R_OK)


class Reading:
    """A connection that only reads a casebook, from its own place or from a private copy."""

    def __init__(self, path: Path, key: FileKey) -> None:
        self._path, self._key = path, key
        self._folder: TemporaryDirectory[str] | None = None
        self.raw: Any = self._opened()

    def step_aside(self) -> None:
        """Read on from a private copy, which may be brought up to date."""
        if self._folder is None:
            folder = TemporaryDirectory(prefix="tijdlijn-")
            copy = Path(folder.name) / self._path.name
            with closing(open_raw(copy, self._key, create=True)) as target:
                self.raw.backup(target)
            self.raw.close()
            self._folder, self.raw = folder, open_raw(copy, self._key)

    def close(self) -> None:
        """Close it, and let go of a copy."""
        self.raw.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _opened(self) -> Any:
        try:
            raw = open_raw(self._path, self._key, read_only=True)
            try:
                raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except BaseException:
                raw.close()
                raise
        except dbapi2.Error:
            if not _has_journal(self._path):
                raise
            return self._rolled_back()
        return raw

    def _rolled_back(self) -> Any:
        """What the file was before a change that a crash broke off: only a copy can be put right."""
        self._folder = TemporaryDirectory(prefix="tijdlijn-")
        copy = Path(self._folder.name) / self._path.name
        try:
            shutil.copyfile(self._path, copy)
            shutil.copyfile(backup.journal_of(self._path), backup.journal_of(copy))
            return open_raw(copy, self._key)
        except BaseException:
            self._folder.cleanup()
            raise


def _has_journal(path: Path) -> bool:
    try:
        return backup.journal_of(path).stat().st_size > 0
    except OSError:
        return False


def _may(path: Path, how: int) -> bool:
    """Whether this program may, as the account it runs under now."""
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)
