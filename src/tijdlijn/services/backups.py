"""Backups of an open casebook: make them, list them, put one back, and try out whether that can be done.

The rule: a backup never holds up the work. It is made in turns with it, and that it cannot be made is a
sentence, not the end of anything. Which are kept is for `storage/backups.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.comparing import CaseDifference, between
from tijdlijn.storage import audit, backups, documents, generation, reading
from tijdlijn.storage.audit import Event
from tijdlijn.storage.backups import Backup, Reason
from tijdlijn.storage.errors import explained

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

NOT_MADE = "Er is geen reservekopie gemaakt; uw werk gaat gewoon door. {0}"
NOT_REMOVED = (
    "Niet alle reservekopieën konden worden verwijderd. Sluit ze in andere programma's en verwijder ze in de map {0}."
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup as it stands in a list: `entries` is None when it cannot be told, and `trouble` says why."""

    backup: Backup
    same_passphrase: bool
    entries: int | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """What was found in a backup that was really opened and read."""

    cases: int
    entries: int
    documents: int
    at: datetime


# Making


def make(book: OpenCasebook, reason: Reason, now: datetime | None = None) -> Backup:
    """Make a backup, and remove those that need not be kept any longer. Raises Problem, having removed nothing."""
    at = (now or datetime.now()).replace(second=0, microsecond=0)
    with book.copying:
        with explained(book.path):
            backups.make_folder(book.path)
            backups.remove_unfinished(book.path)
            path = backups.free_name(book.path, at, reason)
        state = book.read(backups.state)
        book.back_up(path)
        book.note(Event.BACKED_UP, reason=reason.name, state=state)
        there = backups.found(book.path)
        backups.remove([one for one in backups.superfluous(there) if one.path != path])
        return next(one for one in there if one.path == path)


def make_if_changed(book: OpenCasebook, reason: Reason, now: datetime | None = None) -> Backup | None:
    """The same; None when nothing changed since the last one that is still there, or nothing was ever done."""
    with book.copying:
        _finish_erasure(book)
        if not backups.found(book.path) and book.read(backups.is_new):
            return None
        last = book.read(lambda raw: audit.last(raw, Event.BACKED_UP))
        if last and backups.found(book.path) and last.detail.get("state") == book.read(backups.state):
            return None
        return make(book, reason, now)


def try_to_make(book: OpenCasebook, reason: Reason) -> None:
    """The same where work goes on without one: why there is none is then in `book.copy_trouble`."""
    try:
        make_if_changed(book, reason)
    except Problem as problem:
        book.copy_trouble = NOT_MADE.format(problem.sentence)
    else:
        book.copy_trouble = ""


def _finish_erasure(book: OpenCasebook) -> None:
    """Backups of before the last erasure are gone, also when the program was ended halfway."""
    erased = book.read(lambda raw: audit.last(raw, Event.ERASED))
    if erased is not None:
        older, doubtful = backups.before(backups.found(book.path), erased.at.astimezone())
        remove(book, (*older, *(one for one in doubtful if not _knows(book, one, erased))))


def _knows(book: OpenCasebook, backup: Backup, line: audit.Line) -> bool:
    """Whether a line of the log stands in a backup. Of one that cannot be read it is said not to."""
    try:
        with book.whole_file() as file:
            return file.opens(backup.path) and line in file.look_into(backup.path, audit.lines)
    except Problem:
        return False


# Looking


def found(book: OpenCasebook) -> tuple[Backup, ...]:
    """The backups of a casebook, newest first, by their names alone."""
    return backups.found(book.path)


def listed(book: OpenCasebook) -> tuple[Listed, ...]:
    """The backups with what can be told of each without a passphrase, newest first."""
    with book.copying:
        return tuple(_listed(book, one) for one in backups.found(book.path))


def _listed(book: OpenCasebook, one: Backup) -> Listed:
    try:
        with book.whole_file() as file:
            if not file.opens(one.path):
                return Listed(one, False, None)
            return Listed(one, True, file.look_into(one.path, backups.entries))
    except Problem as problem:
        return Listed(one, True, None, problem.sentence)


def other_passphrase(book: OpenCasebook) -> tuple[Backup, ...]:
    """The backups that open with another passphrase than the casebook does now."""
    return tuple(one.backup for one in listed(book) if not one.same_passphrase)


def last_drill(book: OpenCasebook) -> datetime | None:
    """When it was last tried out whether a backup can be put back; None when it never was."""
    line = book.read(lambda raw: audit.last(raw, Event.DRILLED))
    return None if line is None else line.at


def cases_in(book: OpenCasebook, backup: Backup, passphrase: str | None = None) -> tuple[Case, ...]:
    """Every case of a backup as it was then. Raises Problem: it is damaged, or asks for its own passphrase."""
    with _read(book, backup, passphrase) as raw:
        return _cases(book, raw)


def differences(book: OpenCasebook, backup: Backup, passphrase: str | None = None) -> tuple[CaseDifference, ...]:
    """What a backup has otherwise than the casebook now, case by case. Raises Problem as `cases_in` does."""
    return between(book.all_cases(), cases_in(book, backup, passphrase))


def drill(book: OpenCasebook, backup: Backup, passphrase: str) -> Drill:
    """Try out whether a backup can be put back: all that putting back does, except the putting back.

    The key is made from the passphrase that is given, not taken from memory. Raises Problem; both are logged.
    """
    try:
        with _read(book, backup, passphrase) as raw:
            cases = _cases(book, raw)
            counted = sum(len(documents.summaries(raw, case.id)) for case in cases)
    except Problem:
        book.note(Event.DRILLED, result=audit.FAILED, copy=backup.code)
        raise
    book.note(Event.DRILLED, copy=backup.code)
    return Drill(len(cases), sum(len(case.entries) for case in cases), counted, datetime.now(UTC))


@contextmanager
def _read(book: OpenCasebook, backup: Backup, passphrase: str | None) -> Iterator[Any]:
    with (
        book.whole_file() as file,
        file.prepared(backup.path, passphrase) as ready,
        file.reading_of(ready) as raw,
        explained(backup.path),
    ):
        yield raw


def _cases(book: OpenCasebook, raw: Any) -> tuple[Case, ...]:
    loaded = (reading.load_case(raw, summary.id, book.today) for summary in reading.summaries(raw))
    return tuple(case for case in loaded if case is not None)


# Putting back, removing


def restore(book: OpenCasebook, backup: Backup, passphrase: str | None = None) -> Backup:
    """Put a backup in the place of the casebook, in one go; the backup of how it was is given back, to undo it.

    The passphrase of the casebook stays, and so does its log. Raises Problem, having changed nothing.
    """
    with book.copying:
        before = make(book, Reason.RESTORE)
        log = book.read(audit.taken_over)
        following = book.read(generation.read).number + 1

        def settle(connection: Connection) -> None:
            from tijdlijn.storage.engine import driver

            raw = driver(connection)
            audit.put_back(raw, log)
            audit.add(raw, Event.RESTORED, copy=backup.code)
            raw.execute("UPDATE book SET generation = ?", (following,))

        with book.whole_file(replaces=True) as file, file.prepared(backup.path, passphrase) as ready:
            file.restore(ready, settle)
        return before


def remove(book: OpenCasebook, gone: Sequence[Backup]) -> None:
    """Remove these backups. Raises Problem when one cannot be removed."""
    if not gone:
        return
    try:
        with book.copying:
            backups.remove(gone)
            backups.remove_unfinished(book.path)
    except OSError:
        raise Problem(NOT_REMOVED.format(backups.folder_of(book.path).name)) from None


def remove_casebook(book: OpenCasebook, passphrase: str) -> None:
    """Close a casebook and remove it with all its backups, for good. Raises Problem when the passphrase is not right.

    The casebook itself goes last: who is interrupted finds it again, and can finish.
    """
    with book.copying:
        with book.whole_file() as file:
            file.judge(passphrase)
        path = book.path
        remove(book, backups.found(path))
        backups.remove_folder(path)
        book.close()
        _remove_file(path)


def _remove_file(path: Path) -> None:
    from tijdlijn.storage.casebook_file import remove_file

    remove_file(path)


__all__ = ["Backup", "Drill", "Listed", "Reason"]
