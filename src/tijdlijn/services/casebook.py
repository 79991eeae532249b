"""The open file of the user: immutable snapshots out, changes in through one gate, undo, redo and history.

The rule: a snapshot is what the file says. A change is written, read back into the next snapshot, which checks itself,
and only then committed; a verb that returns is on disk, a verb that raises changed nothing. What writes is imported
when something is first written (or by `prepare`), as opening a casebook should not wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from tijdlijn.model.casebook import Case
from tijdlijn.model.parameters import CaseSummary
from tijdlijn.model.problems import Problem
from tijdlijn.model.views import View
from tijdlijn.services.changes import Batch, Change, HistoryStep
from tijdlijn.services.following import MEETINGS, PEOPLE, following, in_file_order
from tijdlijn.services.guarded import Access, Guarded
from tijdlijn.services.ids import new_id
from tijdlijn.services.writing import write_batch
from tijdlijn.storage import audit, reading, steps, views
from tijdlijn.storage.audit import Event
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.steps import StepKind

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

UNDONE = "Ongedaan gemaakt: "
REDONE = "Opnieuw gedaan: "
STARTED = "Maak casusboek"
NO_SUCH_CASE = "Deze casus staat niet (meer) in het casusboek; er is niets gewijzigd. Kies een andere casus."

NO_CODES: Mapping[str, Any] = MappingProxyType({})
_T = TypeVar("_T")


class OpenCasebook(Guarded):
    """One open file; a context manager. The window and one worker thread may use it at the same time.

    Who makes copies or replaces the file holds `copying`, and asks for it before anything else: then a copy that is
    being made never outlives what was erased meanwhile. `copy_trouble` says why the last copy could not be made.
    """

    def __init__(self, file: CasebookFile, today: date | None) -> None:
        super().__init__(file)
        self._today = today or date.today()
        self.copying = threading.RLock()
        self.copy_trouble = ""
        self._cases: dict[str, Case] = {}
        self._is_closed = False
        self._read_anew()

    @classmethod
    def create(cls, path: Path, passphrase: str, *, title: str = "", today: date | None = None) -> OpenCasebook:
        """Make a casebook with one empty case. Raises Problem when the file exists or cannot be made.

        How strong the passphrase is, is for the window and the commands to judge (`services.passphrase.weakness`).
        """
        if not passphrase:
            raise Problem("Een casusboek heeft een wachtwoord nodig. Kies er een en bewaar het goed.")
        from tijdlijn.storage import journal, rows
        from tijdlijn.storage.engine import driver

        first = Case(new_id(), title.strip() or "Nieuwe casus", today or date.today())

        def fill(connection: Connection) -> None:
            journal.begin(connection, StepKind.START, STARTED, first.id)
            rows.put_case(connection, first)
            audit.add(driver(connection), Event.MADE)

        return cls._holding(CasebookFile.create(path, passphrase, fill), today)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        today: date | None = None,
        load_first: bool = False,
        access: Access = Access.WRITE,
    ) -> OpenCasebook:
        """Open a casebook. Raises Problem: missing, damaged, wrong passphrase, newer, in use.

        With `load_first` the first case is read while the file is checked. One that is only
        read says why in its `condition`.
        """
        opened: list[OpenCasebook] = []

        def read(file: CasebookFile) -> None:
            book = cls(file, today)
            opened.append(book)
            if load_first:
                book.case(book.cases()[0].id)

        CasebookFile.open(path, passphrase, read, access)
        try:
            opened[0].note(Event.OPENED)
        except BaseException as error:
            if access is Access.WRITE or not isinstance(error, Problem):
                opened[0].close()
                raise
        return opened[0]

    @classmethod
    def _holding(cls, file: CasebookFile, today: date | None) -> OpenCasebook:
        try:
            return cls(file, today)
        except BaseException:
            file.close()
            raise

    def beside(self, path: Path, access: Access = Access.WRITE) -> OpenCasebook:
        """Open a copy of this casebook, under the same passphrase. Raises Problem as `open` does."""
        return self._holding(self._file.at(path, access), self._today)

    def __enter__(self) -> OpenCasebook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def today(self) -> date:
        """The day that was handed in when it was opened."""
        return self._today

    def cases(self) -> tuple[CaseSummary, ...]:
        """The cases of the file, in the order in which they were made."""
        with self._reading() as connection:
            return reading.summaries(connection)

    def names(self) -> tuple[str, ...]:
        """The titles of all cases and the names of all persons in them."""
        with self._reading() as connection:
            return reading.names(connection)

    def case(self, case_id: str) -> Case:
        """The present snapshot of a case. Raises Problem when there is no such case."""
        with self._guard:
            if case_id not in self._cases:
                with self._reading() as connection:
                    self._cases[case_id] = self._load(connection, case_id)
            return self._cases[case_id]

    def all_cases(self) -> tuple[Case, ...]:
        """The present snapshots of all cases, in their order."""
        return tuple(self.case(summary.id) for summary in self.cases())

    def view_in_use(self, case_id: str) -> View:
        """The view a case was last looked at with."""
        with self._reading() as connection:
            return views.in_use(connection, case_id)

    def keep_view(self, case_id: str, view: View) -> None:
        """Remember the view a case is looked at with; it is no step. While nothing can be written it is not kept."""
        if self.condition.can_edit:
            with self._writing() as connection:
                views.keep(connection, case_id, view)

    def saved_views(self, case_id: str) -> tuple[View, ...]:
        """The saved views of a case, in the order in which they were saved."""
        with self._reading() as connection:
            return views.saved(connection, case_id)

    def read(self, query: Callable[[Any], _T]) -> _T:
        """What a query of `storage` on the driver's connection says, for what is in no snapshot. Raises Problem."""
        with self._reading() as connection:
            return query(connection)

    def keep(self, write: Callable[[Connection], None]) -> None:
        """Write something that is no step and in no journal, as nothing of a family stands in it. Raises Problem."""
        with self._writing() as connection:
            write(connection)

    @property
    def undo_name(self) -> str | None:
        """The step that `undo` would take back, or None."""
        return self._name_of(self._stacks.undo)

    @property
    def redo_name(self) -> str | None:
        """The step that `redo` would do again, or None."""
        return self._name_of(self._stacks.redo)

    def undo(self) -> Change | None:
        """Take the last step of the casebook back, in whichever case; None when there is none."""
        from tijdlijn.storage import journal

        return self._turn(StepKind.UNDO, UNDONE, journal.restore_before)

    def redo(self) -> Change | None:
        """Do the step again that was last taken back; None when there is none."""
        from tijdlijn.storage import journal

        return self._turn(StepKind.REDO, REDONE, journal.restore_after)

    def history(self, limit: int = 200) -> tuple[HistoryStep, ...]:
        """The last steps, newest first."""
        with self._reading() as connection:
            in_force = set(self._stacks.undo)
            return tuple(
                HistoryStep(
                    step.id,
                    step.name,
                    step.at,
                    undone=step.kind is StepKind.DO and step.id not in in_force,
                    is_undo=step.kind is StepKind.UNDO,
                )
                for step in steps.history(connection, limit)
            )

    def commit(self, case_id: str, step: str, batch: Batch) -> Change:
        """The gate of every change of records: one transaction, one step. Raises Problem, having changed nothing."""
        return self._do(case_id, step, lambda connection: write_batch(connection, case_id, batch))

    def commit_case(self, case: Case, step: str, **codes: Any) -> Change:
        """Insert a case without records, or replace what a case has of its own; `codes` go in the line of the log."""
        from tijdlijn.storage import rows

        return self._do(case.id, step, lambda connection: rows.put_case(connection, case), codes)

    def commit_new(self, case: Case, step: str, batch: Batch) -> Change:
        """Insert a case with all its records, as one step. Raises Problem, having changed nothing."""
        from tijdlijn.storage import rows

        def write(connection: Connection) -> None:
            rows.put_case(connection, case)
            write_batch(connection, case.id, batch)

        return self._do(case.id, step, write)

    def commit_removal(self, case_id: str, step: str) -> Change:
        """Take out a case with all its records."""
        from tijdlijn.storage import rows

        return self._do(case_id, step, lambda connection: rows.remove_case(connection, case_id))

    def prepare(self) -> None:
        """Import what writing needs, so that the first change does not wait for it. May be left out."""
        from tijdlijn.storage import journal, rows  # noqa: F401

        with self._guard:
            self._file.engine()

    def change_passphrase(self, present: str, new: str) -> None:
        """Put the file under another passphrase, safe against a kill. Raises Problem, having changed nothing."""
        if not new:
            raise Problem("Een casusboek heeft een wachtwoord nodig; het wachtwoord is niet gewijzigd.")
        with self.copying, self._guard:
            self._file.change_passphrase(present, new)

    def back_up(self, target: Path) -> None:
        """Write a verified copy beside the work: changes go on meanwhile. Raises Problem, and leaves no half file."""
        with self.copying:
            self._file.back_up(target, self._guard)

    @contextmanager
    def whole_file(self, *, replaces: bool = False) -> Iterator[CasebookFile]:
        """The file itself, to look into copies; who `replaces` it finds everything read anew afterwards."""
        with self.copying, self._guard:
            yield self._file
            if replaces:
                self._read_anew()

    def close(self, event: Event = Event.CLOSED) -> None:
        """Close the file and drop every snapshot. Doing it twice is harmless."""
        with self._guard:
            if not self._is_closed:
                self._is_closed = True
                with suppress(Problem):  # a file that went away is closed all the same
                    self.note(event)
            self._cases.clear()
            self._file.close()

    def lock(self) -> None:
        """The same, as its window locks."""
        self.close(Event.LOCKED)

    def new_case(self, title: str) -> Case:
        """An empty case of this casebook that is not in the file yet."""
        return Case(new_id(), title, self._today)

    # One step

    def _do(
        self, case_id: str, step: str, write: Callable[[Connection], None], codes: Mapping[str, Any] = NO_CODES
    ) -> Change:
        return self._step(StepKind.DO, step, case_id, None, write, codes)

    def _turn(self, kind: StepKind, prefix: str, restore: Callable[[Connection, int], None]) -> Change | None:
        with self._guard:
            stack = self._stacks.undo if kind is StepKind.UNDO else self._stacks.redo
            if not stack:
                return None
            target = stack[-1]
            with self._reading() as connection:
                step = steps.step(connection, target)
            name = prefix + step.name
            return self._step(kind, name, step.case_id, target, lambda connection: restore(connection, target))

    def _step(
        self,
        kind: StepKind,
        name: str,
        case_id: str,
        target: int | None,
        write: Callable[[Connection], None],
        codes: Mapping[str, Any] = NO_CODES,
    ) -> Change:
        from tijdlijn.storage import journal
        from tijdlijn.storage.engine import driver

        with self._guard:
            before = self._cases.get(case_id)
            with self._writing() as connection:
                number = journal.begin(connection, kind, name, case_id, target)
                write(connection)
                audit.add(driver(connection), Event.CHANGED, case_id, step=number, **codes)
                touched, raw = journal.touched(connection, number), driver(connection)
                case = following(raw, case_id, before, touched, self._today)
                if case and before and kind is not StepKind.DO:
                    case = in_file_order(raw, before, case)
                change = self._change(raw, name, case, touched)
            self._stacks.take(kind, number, target)
            self._cases.pop(case_id, None)
            self._cases[change.case.id] = change.case
            return change

    def _change(self, raw: Any, name: str, case: Case | None, touched: dict[str, set[str]]) -> Change:
        if case is None:
            remaining = reading.summaries(raw)
            if not remaining:
                raise Problem(
                    "Een casusboek houdt altijd één casus. Maak eerst een andere casus; er is niets gewijzigd."
                )
            first = remaining[0].id
            return Change(self._cases.get(first) or self._load(raw, first), name, people_changed=True)
        ids = touched.get("entries", set())
        present = case.entries_by_id
        return Change(
            case,
            name,
            entry_ids=tuple(sorted(id_ for id_ in ids if id_ in present)),
            removed_ids=tuple(sorted(id_ for id_ in ids if id_ not in present)),
            people_changed=any(table in touched for table in PEOPLE),
            links_changed="links" in touched,
            views_changed="saved_views" in touched,
            documents_changed="documents" in touched,
            decisions_changed="decisions" in touched,
            sessions_changed=any(table in touched for table in MEETINGS),
        )

    # Snapshots

    def snapshots(self) -> tuple[Case, ...]:
        """The cases that are in memory, as they were saved last; whatever became of the file."""
        with self._guard:
            return tuple(self._cases.values())

    def _read_anew(self) -> None:
        with self._reading() as connection:
            self._stacks = steps.stacks(connection)
        self._cases.clear()

    def _load(self, raw: Any, case_id: str) -> Case:
        case = reading.load_case(raw, case_id, self._today)
        if case is None:
            raise Problem(NO_SUCH_CASE)
        return case

    def _name_of(self, stack: list[int]) -> str | None:
        with self._guard:
            if not stack:
                return None
            with suppress(Problem), self._reading() as connection:
                return steps.step(connection, stack[-1]).name
            return None  # a file that cannot be read has nothing to take back


__all__ = ["Batch", "Change", "HistoryStep", "OpenCasebook"]
