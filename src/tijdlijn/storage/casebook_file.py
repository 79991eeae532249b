"""One casebook on disk: make it, open it, check it, copy it, close it.

The rule: a file that cannot be opened is left exactly as it was; a file that is made appears whole or not at all; and
one program holds it at a time, beside which others may read it.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup, backups, encryption, errors, file_format, rewriting, torn
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem
from tijdlijn.storage.lock import FileLock
from tijdlijn.storage.making import held, make
from tijdlijn.storage.open_file import OpenFile, identity
from tijdlijn.storage.read_only import Access, Hindrance, Reading, may_read, taken

if TYPE_CHECKING:
    from sqlalchemy import Connection

_T = TypeVar("_T")


class CasebookFile(OpenFile):
    """An open casebook: made or opened here, copied, put under another passphrase, replaced by a copy of it."""

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
                    backup.discard_unfinished(path)
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

    def judge(self, passphrase: str, otherwise: str = errors.WRONG_PASSPHRASE) -> None:
        """Raises Problem with the sentence `otherwise` when this is not the passphrase."""
        if not secrets.compare_digest(encryption.derive(passphrase, self._key.salt).key, self._key.key):
            raise problem(otherwise, self.path)

    def change_passphrase(self, present: str, new: str) -> None:
        """Put the file under another passphrase: a verified copy takes its place in one go, or nothing changes.

        Raises Problem when `present` is not the passphrase.
        """
        self._refuse_to_write()
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
        self._refuse_to_write()
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
        self._refuse_to_write()
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
            self._identity = identity(self.path)
            self._settle()

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
        with backup.pages_checked(self.path, self._key) as empty:
            if number == file_format.VERSION:
                self._settle()
                meanwhile(self)
        if empty:
            with suppress(Problem), explained(self.path):  # what holds nothing can wait, as on a full disk
                torn.write_anew(self._connected())
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

    def _migrate(self, number: int) -> None:
        from tijdlijn.storage import migrate
        from tijdlijn.storage.engine import transaction

        self.copy(backups.before_migration(self.path, number), overwrite=True)
        with explained(self.path), self._still_ours(), transaction(self.engine()) as connection:
            migrate.migrate(connection)


def remove_file(path: Path) -> None:
    """Remove a casebook that nobody has open, with its journal and what is unfinished of it. Raises Problem."""
    with held(path) as lock:
        with explained(path):
            backup.discard_unfinished(path)
            backup.discard(path)
        lock.release()


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise problem(errors.FOLDER, path)
    if not path.exists():
        raise problem(errors.MISSING, path)
    if not may_read(path):
        raise problem(errors.NO_ACCESS, path)
