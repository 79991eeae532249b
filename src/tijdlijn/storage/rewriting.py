"""Files that are made anew as a whole: without what was erased, or from a copy that is put back.

The rule: the casebook is never changed on the way. A copy is changed, checked and handed over, to take a place in one
go; and what is erased is exported away (`VACUUM INTO`), so that no page, no free page and no rest of a page holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tijdlijn.storage import backup, errors, file_format, generation
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey
from tijdlijn.storage.errors import explained, problem

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NOT_OF_ANY_CASE = "DELETE FROM {} WHERE case_id NOT IN (SELECT id FROM cases)"
_LAST_STEP = "SELECT coalesce(max(id), 0) FROM steps"
_CUT = "INSERT INTO steps (id, name, at, kind, target, case_id) VALUES (?, ?, ?, 'start', NULL, ?)"


@contextmanager
def rewritten(source: Any, key: FileKey, target: Path, change: Callable[[Connection], None]) -> Iterator[Path]:
    """A verified file beside `target`: what `source` holds after a change, and nothing of what it held before."""
    between = target.with_name(target.name + backup.BETWEEN)
    fresh = target.with_name(target.name + backup.UNFINISHED)
    with explained(target), backup.verified_copy(source, key, between) as copy:
        try:
            backup.discard(fresh)
            settle(copy, key, change)
            with closing(open_raw(copy, key)) as raw:
                raw.execute("VACUUM INTO ?", (str(fresh),))
            backup.discard(copy)
            with closing(open_raw(fresh, key)) as raw:
                backup.verify(raw, fresh)
            yield fresh
        finally:
            backup.discard(fresh)


@contextmanager
def prepared(copy: Path, key: FileKey, new_key: FileKey, target: Path, book: str) -> Iterator[Path]:
    """A verified copy of `copy` beside `target`, of today's version and under the key of `target`.

    Raises Problem: it is damaged, has another passphrase, is newer than this program, or is not of the casebook `book`.
    """
    with explained(copy), closing(open_raw(copy, key)) as raw:
        application, number = file_format.version(raw)
        if application != file_format.APPLICATION_ID or number < 1:
            raise problem(errors.NOT_A_CASEBOOK, copy)
        if number > file_format.VERSION:
            raise problem(errors.NEWER, copy)
        backup.verify_pages(raw, copy)
        with backup.verified_copy(raw, new_key, target) as ready:
            if number < file_format.VERSION:
                settle(ready, new_key, _migrate)
            with closing(open_raw(ready, new_key)) as made:
                if number >= _BOOKS_SINCE and generation.read(made).book != book:
                    raise problem(errors.OTHER_CASEBOOK, copy)
                backup.verify(made, copy)
            yield ready


def settle(unfinished: Path, key: FileKey, change: Callable[[Connection], None]) -> None:
    """Make a change in an unfinished file, in one transaction."""
    from tijdlijn.storage.engine import engine_on, transaction

    with closing(open_raw(unfinished, key)) as raw, transaction(engine_on(raw)) as connection:
        change(connection)


_BOOKS_SINCE = 6
"""From this version of the file on a casebook has a number of its own."""


def _migrate(connection: Connection) -> None:
    from tijdlijn.storage import migrate

    migrate.migrate(connection)


# What is left of what was: history, drafts, looking


def cut_history(raw: Any, case_ids: tuple[str, ...], name: str, at: str) -> None:
    """Take out every step of these cases, and what each row was before and after; one line tells that it was done.

    The numbers of steps go on from where they were, as the audit log names them.
    """
    following = raw.execute(_LAST_STEP).fetchone()[0] + 1
    for case_id in case_ids:
        raw.execute("DELETE FROM journal WHERE step IN (SELECT id FROM steps WHERE case_id = ?)", (case_id,))
        raw.execute("UPDATE steps SET target = NULL WHERE case_id = ?", (case_id,))
        raw.execute("DELETE FROM steps WHERE case_id = ?", (case_id,))
    raw.execute(_CUT, (following, name, at, case_ids[0] if case_ids else ""))


def forget_looking(raw: Any, case_ids: tuple[str, ...]) -> None:
    """Take out what was typed and not entered, how these cases were looked at, and how tables were read."""
    for table in ("drafts", "view_state", "presented"):
        raw.executemany(f"DELETE FROM {table} WHERE case_id = ?", [(id_,) for id_ in case_ids])  # noqa: S608
    raw.execute("DELETE FROM column_mappings")


def forget_lost_cases(raw: Any) -> None:
    """Take out what is kept of cases that are no longer there."""
    for table in ("drafts", "view_state", "presented"):
        raw.execute(_NOT_OF_ANY_CASE.format(table))


def cases_of_history(raw: Any) -> tuple[str, ...]:
    """Every case that a step is about, also one that is no longer there."""
    return tuple(id_ for (id_,) in raw.execute("SELECT DISTINCT case_id FROM steps ORDER BY case_id"))
