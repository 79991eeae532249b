"""Opslaan als: everything of an open casebook in another file, and on in that one.

The rule: all that was acknowledged is in it, wherever it can still be had: from the open file, which holds it even when
it was deleted or moved (SQLite's own backup); where that holds something else, with what is in memory put over it; and
where nothing can be read, what is in memory alone. What could not be had is said. No file is ever written over.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing
from tijdlijn.services.casebook import STARTED, OpenCasebook
from tijdlijn.services.changes import OWN_FIELDS, RECORDS, Batch, removed
from tijdlijn.services.guarded import Standing
from tijdlijn.services.writing import write_batch
from tijdlijn.storage import audit, documents, views
from tijdlijn.storage.audit import Event
from tijdlijn.storage.steps import StepKind

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

_T = TypeVar("_T")

PUT_BACK = "Neem over wat in beeld was"
OLDER = (
    "Wat in beeld was, staat er zoals u het bewaarde; de andere casussen, de documenten en de geschiedenis zijn die "
    "van het bestand zoals het nu is."
)
NO_HISTORY = "De geschiedenis en wat u eerder ongedaan maakte, konden niet mee."
NO_TEXTS = "De teksten van documenten en wat u daarover besloot, konden niet mee."
NO_CASES = "Casussen die u nu niet in beeld had, konden niet mee: ze waren niet meer te lezen."


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a casebook is now, and sentences about what could not come along."""

    path: Path
    lost: tuple[str, ...] = ()


def save_as(book: OpenCasebook, target: Path) -> Saved:
    """Write all of a casebook to a new file, and go on in it. Raises Problem; then nothing changed."""
    kept, made = book.snapshots(), _Making(book, target.absolute())
    if book.condition.standing is Standing.WRITABLE:
        with suppress(Problem):  # what it tells of the file, writing it all elsewhere mends
            book.note(Event.COPIED)
    made.write()
    try:
        if made.puts_back:
            with book.beside(target) as other:
                _put_back(other, kept)
        book.go_on_in(target)
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise
    return Saved(book.path, made.lost)


class _Making:
    """Writes the new file in the best way that is left."""

    def __init__(self, book: OpenCasebook, target: Path) -> None:
        self._book, self._target = book, target
        self.puts_back = False
        self.lost: tuple[str, ...] = ()

    def write(self) -> None:
        if self._book.condition.standing is Standing.READ_ONLY:
            self._book.copy(self._target)
            return
        try:
            whole = self._book.is_as_left()
        except Problem:
            self._from_memory()
            return
        try:
            self._book.copy(self._target)
        except Problem:
            if self._target.exists() or self._can_read():
                raise
            self._from_memory()
            return
        if not whole:
            self.puts_back, self.lost = True, (OLDER,)

    def _can_read(self) -> bool:
        """Whether it is not the open casebook that fails, but the place of the new one."""
        try:
            self._book.check()
        except Problem:
            return False
        return True

    def _from_memory(self) -> None:
        book = self._book
        kept = {case.id: case for case in book.snapshots()}
        listed = _tried(lambda: [summary.id for summary in book.cases()])
        cases = [kept.get(id_) or _tried(lambda id_=id_: book.case(id_)) for id_ in listed or kept]  # type: ignore[misc]
        found = [case for case in cases if case is not None]
        found += [case for case in kept.values() if case not in found]
        lost = [NO_HISTORY]
        batches = []
        for case in found:
            beside = _tried(lambda case=case: _beside(book, case))  # type: ignore[misc]
            batches.append(Batch.of_case(case, **(beside or {})))
            if beside is None and NO_TEXTS not in lost:
                lost.append(NO_TEXTS)
        if listed is None or None in cases:
            lost.append(NO_CASES)
        if not found:
            raise Problem("Er is niets meer van dit casusboek te lezen. Open een reservekopie.")
        book.make_like(self._target, lambda connection: _fill(connection, found, batches))
        self.lost = tuple(lost)


def _tried(act: Callable[[], _T]) -> _T | None:
    try:
        return act()
    except Problem:
        return None


def _beside(book: OpenCasebook, case: Case) -> dict[str, Any]:
    """What a case has besides its records."""

    def gathered(raw: Any) -> dict[str, Any]:
        stored = [documents.stored(raw, case.id, one.source_id) for one in documents.summaries(raw, case.id)]
        decided = [decision for source in case.sources for decision in documents.decisions(raw, case.id, source.id)]
        return {
            "documents": tuple(one for one in stored if one is not None),
            "decisions": tuple(decided),
            "views": views.saved(raw, case.id),
            "keeps_texts": documents.keeps_texts(raw, case.id),
        }

    return book.read(gathered)


def _fill(connection: Connection, cases: list[Case], batches: list[Batch]) -> None:
    from tijdlijn.storage import journal, rows
    from tijdlijn.storage.engine import driver

    for case, batch in zip(cases, batches, strict=True):
        journal.begin(connection, StepKind.START, STARTED, case.id)
        rows.put_case(connection, case)
        write_batch(connection, case.id, batch)
    audit.add(driver(connection), Event.MADE, rescued=len(cases))


def _put_back(book: OpenCasebook, kept: tuple[Case, ...]) -> None:
    """Put what was in memory over what the file held, a step for each case."""
    known = {summary.id for summary in book.cases()}
    for case in kept:
        if case.id in known:
            _make_equal(book, case)
        else:
            book.commit_new(case, PUT_BACK, Batch.of_case(case))


def _make_equal(book: OpenCasebook, case: Case) -> None:
    present = book.case(case.id)
    gone: dict[str, Any] = {removed(name): _gone(getattr(present, name), getattr(case, name)) for name in RECORDS}
    wanted = Batch.of_case(case, **gone)
    editing.apply(book, case.id, wanted, PUT_BACK)
    there = book.case(case.id)
    own: dict[str, Any] = {name: getattr(case, name) for name in OWN_FIELDS}
    following = replace(there, **own)
    if following != there:
        book.commit_case(following, PUT_BACK)


def _gone(present: tuple[Any, ...], wanted: tuple[Any, ...]) -> tuple[str, ...]:
    """The ids of what is there and should not be."""
    ids = {record.id for record in wanted}
    return tuple(record.id for record in present if record.id not in ids)
