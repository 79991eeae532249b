"""One casebook on disk: make it, open it, check it, copy it, close it.

The rule: a file that cannot be opened is left exactly as it was; a file that is made appears whole or not at all; and
one program holds it at a time, beside which others may read it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup, encryption, errors, file_format, generation
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem
from tijdlijn.storage.generation import Generation
from tijdlijn.storage.lock import FileLock
from tijdlijn.storage.making import held, make
from tijdlijn.storage.read_only import Access, Hindrance, Reading, may_read, taken

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

CLOSED = "Het casusboek is gesloten; er is niets gewijzigd. Open het opnieuw."


class CasebookFile:
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
        self._identity = _identity(path)
        self._generation: Generation | None = None
        self._is_unsure = False

    @property
    def generation(self) -> Generation:
        """Which casebook it is, and how often it was written."""
        assert self._generation is not None, "only a file that was accepted is used"
        return self._generation

    @classmethod
    def create(cls, path: Path, passphrase: str, fill: Callable[[Connection], None]) -> CasebookFile:
        """Make a casebook; `fill` writes its first records. Raises Problem when the file exists or cannot be made."""
        path = path.absolute()
        if not path.parent.is_dir():
            raise Problem(f"De map voor {path.name} bestaat niet. Kies een bestaande map.")
        with held(path) as lock:
            if os.path.lexists(path):
                raise problem(errors.EXISTS, path)
            key = encryption.derive(passphrase, encryption.new_salt())
            make(path, key, fill)
            made = cls(path, key, lock)
            made._settle()
            return made

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        meanwhile: Callable[[CasebookFile], object] = lambda _: None,
        access: Access = Access.WRITE,
    ) -> CasebookFile:
        """Open a casebook, brought up to date if needed. Raises Problem when that cannot be done.

        `meanwhile` may read the file while its pages are checked; when one is damaged, nothing comes of it. An
        unfinished copy that a kill left beside the file is taken away: it never became the casebook. One that is only
        read says why in its `hindrance`.
        """
        path = path.absolute()
        return cls._open(path, lambda: encryption.derive(passphrase, encryption.read_salt(path)), meanwhile, access)

    @classmethod
    def _open(
        cls, path: Path, key: Callable[[], FileKey], meanwhile: Callable[[CasebookFile], object], access: Access
    ) -> CasebookFile:
        _check_place(path)
        with explained(path):
            lock = taken(path, access)
        if isinstance(lock, Hindrance) and access is Access.WRITE:
            raise problem(lock.refusal, path)
        try:
            if isinstance(lock, FileLock):
                with explained(path):
                    backup.discard(path.with_name(path.name + backup.UNFINISHED))
            with explained(path):
                opened = cls(path, key(), lock)
            try:
                opened._accept(meanwhile)
            except BaseException:
                opened._disconnect()
                raise
            return opened
        except BaseException:
            if isinstance(lock, FileLock):
                lock.release()
            raise

    def at(self, path: Path, access: Access = Access.WRITE) -> CasebookFile:
        """Open a casebook under the same key: this one once more, or a copy of it. Raises Problem as `open` does."""
        path = path.absolute()

        def key() -> FileKey:
            if encryption.read_salt(path) != self._key.salt:
                raise problem(errors.OTHER_KEY, path)
            return self._key

        return CasebookFile._open(path, key, lambda _: None, access)

    def make_like(self, path: Path, fill: Callable[[Connection], None]) -> None:
        """Make another casebook under the same key; `fill` writes its first records. Raises Problem."""
        path = path.absolute()
        with held(path) as lock:
            if os.path.lexists(path):
                raise problem(errors.EXISTS, path)
            make(path, self._key, fill)
        lock.release()

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
            self._identity, self._generation, self._is_unsure = _identity(self.path), found, False
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
        if _identity(self.path) != self._identity:
            raise problem(errors.MOVED, self.path)

    def engine(self) -> Engine:
        """What writes; made at the first call, which takes a fifth of a second."""
        from tijdlijn.storage.engine import engine_on

        raw = self._connected()
        if self._engine is None:
            self._engine = engine_on(raw)
        return self._engine

    def check(self) -> None:
        """Check the whole file. Raises Problem when anything in it is damaged."""
        with explained(self.path):
            backup.verify(self._connected(), self.path)

    def copy(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a verified copy under the same passphrase. Raises Problem when `target` exists, unless `overwrite`.

        A file that is damaged is not copied: what is in memory of it may be whole, and would hide the damage. Of one
        that another writes only the copy is checked.
        """
        target = target.absolute()
        if target == self.path or (os.path.lexists(target) and not overwrite):
            raise problem(errors.EXISTS, target)
        with explained(self.path):
            if self.hindrance is None:
                backup.verify_pages(self._connected(), self.path)
            backup.write_backup(self._connected(), self._key, target)

    def change_passphrase(self, present: str, new: str) -> None:
        """Put the file under another passphrase: a verified copy takes its place in one go, or nothing changes.

        Raises Problem when `present` is not the passphrase.
        """
        self._refuse_to_write()
        if not secrets.compare_digest(encryption.derive(present, self._key.salt).key, self._key.key):
            raise problem(errors.WRONG, self.path)
        self._check_identity()
        key = encryption.derive(new, encryption.new_salt())
        with ExitStack() as stack:
            with explained(self.path):
                backup.verify_pages(self._connected(), self.path)
                copy = stack.enter_context(backup.verified_copy(self._connected(), key, self.path))
            self._disconnect()
            try:
                backup.publish(copy, self.path)
            finally:
                self._key = key if encryption.read_salt(self.path) == key.salt else self._key
                self._raw = open_raw(self.path, self._key)
                self._identity = _identity(self.path)

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
            return _identity(self.path) == self._identity
        return False

    def _connected(self) -> Any:
        if self._raw is None:
            raise Problem(CLOSED)
        return self._raw

    def _accept(self, meanwhile: Callable[[CasebookFile], object]) -> None:
        """Refuse what is no casebook of this version or older, or is damaged; bring an older one up to date."""
        with self.reading() as raw:
            application, number = file_format.version(raw)
        if application != file_format.APPLICATION_ID or number < 1:
            raise problem(errors.NOT_A_CASEBOOK, self.path)
        if number > file_format.VERSION:
            raise problem(errors.NEWER, self.path)
        if self._reader is not None:
            self._accept_to_read(self._reader, number, meanwhile)
            return
        with backup.pages_checked(self.path, self._key):
            if number == file_format.VERSION:
                self._settle()
                meanwhile(self)
        if number < file_format.VERSION:
            self._migrate(number)
            self._settle()
            meanwhile(self)

    def _accept_to_read(self, reader: Reading, number: int, meanwhile: Callable[[CasebookFile], object]) -> None:
        """Without the check of all pages, which another's writing would break: each page is checked as it is read."""
        if number < file_format.VERSION:
            from tijdlijn.storage import migrate
            from tijdlijn.storage.engine import transaction

            with explained(self.path):
                reader.step_aside()
                self._raw = reader.raw
                with transaction(self.engine()) as connection:
                    migrate.migrate(connection)
        self._settle()
        meanwhile(self)

    def _settle(self) -> None:
        """Take the file as it is now for what we left."""
        with self.reading() as raw:
            self._generation = generation.read(raw)

    def _migrate(self, number: int) -> None:
        from tijdlijn.storage import migrate
        from tijdlijn.storage.engine import transaction

        name = f"{self.path.stem}-voor-omzetting-van-versie-{number}{self.path.suffix}"
        self.copy(self.path.with_name(name), overwrite=True)
        with explained(self.path), self._still_ours(), transaction(self.engine()) as connection:
            migrate.migrate(connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise problem(errors.FOLDER, path)
    if not path.exists():
        raise problem(errors.MISSING, path)
    if not may_read(path):
        raise problem(errors.NO_ACCESS, path)


def _tidy(path: Path) -> None:
    """Take away the rollback journal when it is empty; one with content belongs to a rescue and stays."""
    journal = backup.journal_of(path)
    try:
        if journal.stat().st_size == 0:
            journal.unlink()
    except OSError:
        return
