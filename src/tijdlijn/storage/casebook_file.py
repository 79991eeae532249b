"""One casebook on disk: make it, open it, check it, copy it, close it.

The rule: a file that cannot be opened is left exactly as it was; a file that is made appears whole or not at all; and
one program holds it at a time.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup, backups, encryption, errors, file_format, generation, rewriting
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem
from tijdlijn.storage.generation import Generation
from tijdlijn.storage.lock import FileLock, Taken

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_T = TypeVar("_T")

CLOSED = "Het casusboek is gesloten; er is niets gewijzigd. Open het opnieuw."


class CasebookFile:
    """An open, unlocked file. Every use of it, by whichever thread, goes through its owner's lock.

    It is read by the driver's connection and written through SQLAlchemy, which is imported when something is first
    written: opening does not wait for it.
    """

    def __init__(self, path: Path, key: FileKey, lock: FileLock) -> None:
        self.path = path
        self._key = key
        self._lock = lock
        self._raw: Any = open_raw(path, key)
        self._engine: Engine | None = None
        self._identity = _identity(path)
        self._generation: Generation | None = None

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
        with _held(path) as lock:
            if os.path.lexists(path):
                raise problem(errors.EXISTS, path)
            key = encryption.derive(passphrase, encryption.new_salt())
            _make(path, key, fill)
            made = cls(path, key, lock)
            made._settle()
            return made

    @classmethod
    def open(
        cls, path: Path, passphrase: str, meanwhile: Callable[[CasebookFile], object] = lambda _: None
    ) -> CasebookFile:
        """Open a casebook, brought up to date if needed. Raises Problem when that cannot be done.

        `meanwhile` may read the file while its pages are checked; when one is damaged, nothing comes of it. An
        unfinished copy that a kill left beside the file is taken away: it never became the casebook.
        """
        path = path.absolute()
        _check_place(path)
        with _held(path) as lock:
            backup.discard_unfinished(path)
            key = encryption.derive(passphrase, encryption.read_salt(path))
            opened = cls(path, key, lock)
            try:
                opened._accept(meanwhile)
            except BaseException:
                opened._disconnect()
                raise
            return opened

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

        with explained(self.path), self._still_ours():
            with transaction(self.engine()) as connection:
                following = self._counted(driver(connection))
                yield connection
            self._generation = following

    @contextmanager
    def noting(self) -> Iterator[Any]:
        """The same by the driver's connection alone, for a line that should not wait for what writes records."""
        with explained(self.path), self._still_ours():
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

        A file that is damaged is not copied: what is in memory of it may be whole, and would hide the damage.
        """
        target = target.absolute()
        if target == self.path or (os.path.lexists(target) and not overwrite):
            raise problem(errors.EXISTS, target)
        with explained(self.path):
            backup.verify_pages(self._connected(), self.path)
            backup.write_backup(self._connected(), self._key, target)

    def judge(self, passphrase: str, otherwise: str = errors.WRONG_PASSPHRASE) -> None:
        """Raises Problem with the sentence `otherwise` when this is not the passphrase."""
        if not secrets.compare_digest(encryption.derive(passphrase, self._key.salt).key, self._key.key):
            raise problem(otherwise, self.path)

    def change_passphrase(self, present: str, new: str) -> None:
        """Put the file under another passphrase: a verified copy takes its place in one go, or nothing changes.

        Raises Problem when `present` is not the passphrase.
        """
        self.judge(present, errors.WRONG)
        key = encryption.derive(new, encryption.new_salt())
        with self._whole() as raw, backup.verified_copy(raw, key, self.path) as copy:
            self._replace(copy, key)

    def back_up(self, target: Path, guard: threading.RLock) -> None:
        """Write a verified copy, in turns with whoever uses the file under `guard`. Raises Problem."""
        backup.write_backup(backup.InTurns(self._connected, guard), self._key, target)

    def rewrite(self, change: Callable[[Connection], None]) -> None:
        """Make a change of which nothing is left in the file: a new one without it takes its place in one go.

        Raises Problem, having changed nothing.
        """
        with self._whole() as raw, rewriting.rewritten(raw, self._key, self.path, change) as fresh:
            self._replace(fresh, self._key)

    def copy_rewritten(self, target: Path, change: Callable[[Connection], None]) -> None:
        """Write a copy with a change, of which the copy holds no trace. Raises Problem when `target` exists."""
        target = target.absolute()
        if os.path.lexists(target):
            raise problem(errors.EXISTS, target)
        with self._whole() as raw, rewriting.rewritten(raw, self._key, target, change) as fresh:
            backup.publish(fresh, target)

    def opens(self, copy: Path) -> bool:
        """Whether a copy has the passphrase of this file."""
        return encryption.read_salt(copy) == self._key.salt

    def look_into(self, copy: Path, query: Callable[[Any], _T]) -> _T:
        """What a query says of a copy that has the passphrase of this file. Raises Problem."""
        with explained(copy), closing(open_raw(copy, self._key)) as raw:
            return query(raw)

    @contextmanager
    def prepared(self, copy: Path, passphrase: str | None) -> Iterator[Path]:
        """A copy of this casebook, made ready to take its place: verified, of today's version, under its passphrase.

        `passphrase` is that of the copy, None when it has the same. Raises Problem. It is gone afterwards.
        """
        if passphrase is None and not self.opens(copy):
            raise problem(errors.OTHER_PASSPHRASE, copy)
        salt = encryption.read_salt(copy)
        key = self._key if passphrase is None else encryption.derive(passphrase, salt)
        with rewriting.prepared(copy, key, self._key, self.path, self.generation.book) as ready:
            yield ready

    @contextmanager
    def reading_of(self, ready: Path) -> Iterator[Any]:
        """A transaction that only reads, of a prepared copy."""
        with closing(open_raw(ready, self._key)) as raw:
            raw.execute("BEGIN DEFERRED")
            yield raw

    def restore(self, ready: Path, settle: Callable[[Connection], None]) -> None:
        """Let a prepared copy take the place of this file in one go, after `settle` wrote in it. Raises Problem."""
        with self._whole():
            rewriting.settle(ready, self._key, settle)
            self._replace(ready, self._key)

    @contextmanager
    def _whole(self) -> Iterator[Any]:
        """The connection, after every page of the file on disk was seen to be sound and the file to be ours."""
        self._check_identity()
        with explained(self.path):
            backup.verify_pages(self._connected(), self.path)
            yield self._connected()

    def _replace(self, copy: Path, key: FileKey) -> None:
        """Let a verified copy under `key` take the place of the file, and go on with it."""
        self._disconnect()
        try:
            backup.publish(copy, self.path)
        finally:
            self._key = key if encryption.read_salt(self.path) == key.salt else self._key
            self._raw = open_raw(self.path, self._key)
            self._identity = _identity(self.path)
            self._settle()

    def close(self) -> None:
        """Close the file and let others in. Doing it twice is harmless."""
        self._disconnect()
        self._lock.release()

    def _disconnect(self) -> None:
        if self._raw is None:
            return
        raw, self._raw, self._engine = self._raw, None, None
        raw.close()
        _tidy(self.path)

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
        with backup.pages_checked(self.path, self._key):
            if number == file_format.VERSION:
                self._settle()
                meanwhile(self)
        if number < file_format.VERSION:
            self._migrate(number)
            self._settle()
            meanwhile(self)

    def _settle(self) -> None:
        """Take the file as it is now for what we left."""
        with self.reading() as raw:
            self._generation = generation.read(raw)

    def _migrate(self, number: int) -> None:
        from tijdlijn.storage import migrate
        from tijdlijn.storage.engine import transaction

        self.copy(backups.before_migration(self.path, number), overwrite=True)
        with explained(self.path), self._still_ours(), transaction(self.engine()) as connection:
            migrate.migrate(connection)


def remove_file(path: Path) -> None:
    """Remove a casebook that nobody has open, with its journal and what is unfinished of it. Raises Problem."""
    with explained(path), _held(path) as lock:
        backup.discard_unfinished(path)
        backup.discard(path)
        lock.release()


@contextmanager
def _held(path: Path) -> Iterator[FileLock]:
    """The lock of the file, given back when what is done under it fails."""
    with explained(path):
        try:
            lock = FileLock.acquire(path)
        except Taken:
            raise problem(errors.IN_USE, path) from None
        try:
            yield lock
        except BaseException:
            lock.release()
            raise


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
    if not os.access(path, os.R_OK | os.W_OK):
        raise problem(errors.NO_ACCESS, path)


def _make(path: Path, key: FileKey, fill: Callable[[Connection], None]) -> None:
    """Make the whole file under another name, and only then give it its own."""
    from tijdlijn.storage import migrate
    from tijdlijn.storage.engine import engine_on, transaction

    unfinished = path.with_name(path.name + backup.UNFINISHED)
    try:
        backup.discard(unfinished)
        with closing(open_raw(unfinished, key, create=True)) as raw, transaction(engine_on(raw)) as connection:
            migrate.migrate(connection)
            fill(connection)
        assert encryption.read_salt(unfinished) == key.salt
        backup.publish(unfinished, path)
    finally:
        backup.discard(unfinished)


def _tidy(path: Path) -> None:
    """Take away the rollback journal when it is empty; one with content belongs to a rescue and stays."""
    journal = backup.journal_of(path)
    try:
        if journal.stat().st_size == 0:
            journal.unlink()
    except OSError:
        return
