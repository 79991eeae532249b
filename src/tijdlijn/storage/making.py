"""Making the file of a casebook, under its lock.

The rule: it is made whole under another name, and only then gets its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tijdlijn.storage import backup, encryption, errors
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem
from tijdlijn.storage.lock import FileLock, NoLocks, Taken

if TYPE_CHECKING:
    from sqlalchemy import Connection


@contextmanager
def held(path: Path) -> Iterator[FileLock]:
    """The lock of the file, given back when what is done under it fails."""
    with explained(path):
        try:
            lock = FileLock.acquire(path)
        except Taken:
            raise problem(errors.IN_USE, path) from None
        except NoLocks:
            raise problem(errors.NO_LOCKS, path) from None
        try:
            yield lock
        except BaseException:
            lock.release()
            raise


def make(path: Path, key: FileKey, fill: Callable[[Connection], None]) -> None:
    """Make a file and bring it up to date; `fill` writes its first records. What was there is replaced."""
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
