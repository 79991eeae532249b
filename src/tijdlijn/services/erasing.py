"""Erasing for good, and copies without a past: the records go, and so does every trace of them.

The rule (design 7, 9): what is erased is in no page, journal, draft, history or backup. The history of the case goes
with it, as any step in it may name what was erased; and all backups, as they hold it whole. What people wrote about it
in other records stays, and whoever erases is told so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services import backups
from tijdlijn.services.backups import Backup, Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import RECORDS, Batch
from tijdlijn.services.editing import needed, without_party, without_person, without_source
from tijdlijn.services.ids import new_id
from tijdlijn.services.writing import write_batch
from tijdlijn.storage import audit, documents, rewriting
from tijdlijn.storage.audit import Event
from tijdlijn.storage.steps import StepKind

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

CUT = "Voorgoed gewist; de geschiedenis begint hier"
COPIED = "Kopie zonder geschiedenis"
LAST_CASE = (
    "Dit is de enige casus, en een casusboek houdt altijd één casus. Er is niets gewist. Verwijder het hele casusboek, "
    "of maak eerst een andere casus."
)
GONE = "Dit staat niet (meer) in de casus; er is niets gewist."


class What(StrEnum):
    """What is erased: a whole case, records of it, or only what was there before."""

    CASE = "casus"
    ENTRY = "regel"
    PERSON = "persoon"
    PARTY = "partij"
    SOURCE = "bron"
    HISTORY = "geschiedenis"


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it: how many backups went, and the sentence about what could not be done with them."""

    backups: int
    trouble: str = ""


# Erasing


def erase(book: OpenCasebook, case_id: str, what: What, ids: Collection[str] = ()) -> Erased:
    """Erase records of a case with all that is about them: entries, or one person, party or source (with its document).

    Raises Problem, having changed nothing. First the casebook is replaced, then the backups go and a new one is made;
    who is interrupted between these finds the backups gone after opening the casebook again.
    """
    with book.copying:
        batch = _batch(book.case(case_id), what, ids)
        if what is What.CASE and len(book.cases()) == 1:
            raise Problem(LAST_CASE)
        older = backups.found(book)
        with book.whole_file(replaces=True) as file:
            file.rewrite(lambda connection: _write(connection, case_id, what, batch))
        return _without_backups(book, older)


def _without_backups(book: OpenCasebook, older: tuple[Backup, ...]) -> Erased:
    try:
        backups.remove(book, older)
        backups.make(book, Reason.ERASED)
    except Problem as problem:
        return Erased(len(older), problem.sentence)
    return Erased(len(older))


def _batch(case: Case, what: What, ids: Collection[str]) -> Batch:
    """What is taken out: the same as when it is removed, what was agreed about an entry, and the words of findings
    that name it, which the program wrote and nobody else."""
    if what in (What.CASE, What.HISTORY):
        return Batch()
    names = _names(case, what)
    if not ids or not all(id_ in names for id_ in ids):
        raise Problem(GONE)
    if what is What.ENTRY:
        agreed = tuple(one.id for one in case.actions if one.entry_id in ids)
        batch = Batch(removed=tuple(ids), removed_actions=agreed)
    else:
        (id_,) = ids
        batch = _WITHOUT[what](case, id_)
    return needed(case, _without_words(case, batch, [_folded(names[id_]) for id_ in ids]))


_WITHOUT = {What.PERSON: without_person, What.PARTY: without_party, What.SOURCE: without_source}


def _names(case: Case, what: What) -> dict[str, str]:
    """What the records of a kind are called, by id."""
    if what is What.ENTRY:
        return {entry.id: entry.title for entry in case.entries}
    if what is What.SOURCE:
        return {source.id: source.title for source in case.sources}
    people = case.persons if what is What.PERSON else case.parties
    return {record.id: record.name for record in people}


def _without_words(case: Case, batch: Batch, names: list[str]) -> Batch:
    def tells(words: str) -> bool:
        return any(name and name in _folded(words) for name in names)

    sessions = {one.id: one for one in (*case.sessions, *batch.sessions)}
    actions = {one.id: one for one in (*case.actions, *batch.actions) if one.id not in batch.removed_actions}
    kept = (
        replace(one, discussed=tuple(pair for pair in one.discussed if not tells(pair[1]))) for one in sessions.values()
    )
    silent = (
        replace(one, finding_id="", finding_words="") if tells(one.finding_words) else one for one in actions.values()
    )
    marks = (replace(one, words="") for one in case.marks if one.id not in batch.removed_marks and tells(one.words))
    return replace(batch, sessions=tuple(kept), actions=tuple(silent), marks=tuple(marks))


def _write(connection: Connection, case_id: str, what: What, batch: Batch) -> None:
    from tijdlijn.storage import journal, rows
    from tijdlijn.storage.engine import driver

    raw = driver(connection)
    journal.begin(connection, StepKind.START, CUT, case_id)
    if what is What.CASE:
        rows.remove_case(connection, case_id)
    else:
        write_batch(connection, case_id, batch)
    cases = rewriting.cases_of_history(raw) if what is What.HISTORY else (case_id,)
    rewriting.cut_history(raw, cases, CUT, _now())
    rewriting.forget_looking(raw, cases)
    rewriting.forget_lost_cases(raw)
    audit.add(raw, Event.ERASED, case_id, what=what.name)


def still_named(book: OpenCasebook, case_id: str, words: str) -> int:
    """In how many records and documents of a case these words stand, whatever their capitals: erasing what is called
    so leaves what others wrote about it."""
    case, sought = book.case(case_id), _folded(words)
    if not sought:
        return 0
    records = (record for name in RECORDS for record in getattr(case, name))
    in_records = sum(_says(record, sought) for record in records)
    return in_records + book.read(lambda raw: documents.naming(raw, case_id, sought))


def _says(value: Any, sought: str) -> bool:
    if isinstance(value, str):
        return sought in _folded(value)
    if is_dataclass(value):
        return any(_says(getattr(value, field.name), sought) for field in fields(value))
    return isinstance(value, (list, tuple)) and any(_says(one, sought) for one in value)


# A copy without a past


def copy_without_history(book: OpenCasebook, target: Path) -> None:
    """Write the cases as they are now to a casebook of its own, under the same passphrase: without steps, journal,
    drafts and log, and without what is left of cases that were removed. Raises Problem when `target` exists."""
    with book.copying:
        with book.whole_file() as file:
            file.copy_rewritten(target, _without_past)
        book.note(Event.COPIED, history=False)


def _without_past(connection: Connection) -> None:
    from tijdlijn.storage.engine import driver

    raw = driver(connection)
    rewriting.cut_history(raw, rewriting.cases_of_history(raw), COPIED, _now())
    rewriting.forget_lost_cases(raw)
    for table in ("drafts", "audit"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608  # constants
    raw.execute("UPDATE book SET id = ?, generation = 0", (new_id(),))
    audit.add(raw, Event.MADE, history=False)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
