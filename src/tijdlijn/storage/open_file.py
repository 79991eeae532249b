"""A casebook that is open: what reads it and writes it, and whether it still is the file that was opened.

The rule: what is called saved is on disk in that file. It is looked at before every transaction and right after it, and
counts how often it was written (`generation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup, errors, generation
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem
from tijdlijn.storage.generation import Generation
from tijdlijn.storage.lock import FileLock
from tijdlijn.storage.read_only import Hindrance, Reading, taken

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

CLOSED = "Het casusboek is gesloten; er is niets gewijzigd. Open het opnieuw."


class OpenFile:
    """An open, unlocked file. Every use of it, by whichever thread, goes through its owner's lock.

    It is read by the driver's connection and written through SQLAlchemy, which is imported when something is first
    written: opening does not wait for it.
    """

    def __init__(self, path: Path, key: FileKey, lock: FileLock | Hindrance) -> None:
        self.path = path
        self._key = key
        self._lock = lock if isinstance(lock, FileLock) else None
        self.hindrance = lock if isinstance(lock, Hindrance) else None
        self._reader = Reading(path, key) if self.hindrance else None
        self._raw: Any = self._reader.raw if self._reader else open_raw(path, key)
        self._engine: Engine | None = None
        self._identity = identity(path)
        self._generation: Generation | None = None
        self._is_unsure = False

    @property
    def generation(self) -> Generation:
        """Which casebook it is, and how often it was written."""
        assert self._generation is not None, "only a file that was accepted is used"
        return self._generation

    def reconnect(self) -> None:
        """Take hold of the file in its place again, after it was away. Raises Problem when it is not as it was left.

        What was open stays open then, so that all of it can still be read. One change more than was known of is
        accepted of a change that failed: it was on disk after all.
        """
        with explained(self.path):
            if self._lock is not None and not self._lock.is_in_place:
                lock = taken(self.path)
                if isinstance(lock, Hindrance):
                    raise problem(lock.refusal, self.path)
                self._lock.release()
                self._lock = lock
            fresh = open_raw(self.path, self._key)
            try:
                found, left = generation.read(fresh), self.generation
                known = {left.number, left.number + self._is_unsure}
                if found.book != left.book or found.number not in known:
                    raise problem(errors.OTHER, self.path)
            except BaseException:
                fresh.close()
                raise
            former, self._raw, self._engine = self._raw, fresh, None
            self._identity, self._generation, self._is_unsure = identity(self.path), found, False
            with suppress(Exception):  # of a file that is gone nothing more is asked
                former.close()

    def is_as_left(self) -> bool:
        """Whether what is open can be read, and holds what was written last. Raises Problem when it cannot be read."""
        with self.reading() as raw:
            return generation.read(raw) == self._generation

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A transaction that only reads: the connection of the driver."""
        with explained(self.path):
            raw = self._connected()
            raw.execute("BEGIN DEFERRED")
            try:
                yield raw
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is on disk when this returns, or has changed nothing when it raises.

        Raises Problem when the file is no longer the one that was opened, before or right after it was written.
        """
        from tijdlijn.storage.engine import driver, transaction

        self._refuse_to_write()
        with explained(self.path), self._still_ours(), self._unsure_on_failure():
            with transaction(self.engine()) as connection:
                following = self._counted(driver(connection))
                yield connection
            self._generation = following

    @contextmanager
    def noting(self) -> Iterator[Any]:
        """The same by the driver's connection alone, for a line that should not wait for what writes records."""
        self._refuse_to_write()
        with explained(self.path), self._still_ours(), self._unsure_on_failure():
            raw = self._connected()
            raw.execute("BEGIN IMMEDIATE")
            try:
                following = self._counted(raw)
                yield raw
                raw.execute("COMMIT")
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
            self._generation = following

    @contextmanager
    def _still_ours(self) -> Iterator[None]:
        """Within it the file keeps its place: what is written to one that was moved meanwhile is not saved."""
        self._check_identity()
        yield
        self._check_identity()

    @contextmanager
    def _unsure_on_failure(self) -> Iterator[None]:
        """What the driver could not finish may be on disk all the same."""
        try:
            yield
        except dbapi2.Error:
            self._is_unsure = True
            raise

    def _refuse_to_write(self) -> None:
        if self.hindrance is not None:
            raise problem(errors.READ_ONLY, self.path)

    def _counted(self, raw: Any) -> Generation:
        """Within a transaction: the file is as it was left, and is written once more; what it then is."""
        present = generation.read(raw)
        if present != self._generation:
            raise problem(errors.OTHER, self.path)
        generation.count(raw)
        return replace(present, number=present.number + 1)

    def _check_identity(self) -> None:
        if identity(self.path) != self._identity:
            raise problem(errors.MOVED, self.path)

    def engine(self) -> Engine:
        """What writes; made at the first call, which takes a fifth of a second."""
        from tijdlijn.storage.engine import engine_on

        raw = self._connected()
        if self._engine is None:
            self._engine = engine_on(raw)
        return self._engine

    def close(self) -> None:
        """Close the file and let others in. Doing it twice is harmless."""
        self._disconnect()
        if self._lock is not None:
            self._lock.release()

    def _disconnect(self) -> None:
        if self._raw is None:
            return
        raw, self._raw, self._engine = self._raw, None, None
        if self._reader is not None:
            self._reader.close()
            return
        raw.close()
        if self._is_in_place():
            _tidy(self.path)

    def _is_in_place(self) -> bool:
        """Whether the file is where it was opened: else what is beside it may be another program's."""
        with suppress(OSError):
            return identity(self.path) == self._identity
        return False

    def _connected(self) -> Any:
        if self._raw is None:
            raise Problem(CLOSED)
        return self._raw

    def _settle(self) -> None:
        """Take the file as it is now for what we left."""
        with self.reading() as raw:
            self._generation = generation.read(raw)


def identity(path: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _tidy(path: Path) -> None:
    """Take away the rollback journal when it is empty; one with content belongs to a rescue and stays."""
    journal = backup.journal_of(path)
    try:
        if journal.stat().st_size == 0:
            journal.unlink()
    except OSError:
        return
