"""What the window shows of one case: the snapshot, its findings, the selection; and the gate for every change.

All widgets read this object and call it; none holds a copy of the family. A change is committed by a verb of the
services before it is shown; the findings of a large case follow in the background, the latest snapshot's only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from tijdlijn.analysis.findings import Analysis, analyse
from tijdlijn.layout.filtering import FilterIndex, narrowed
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.views import EVERYTHING, View, known
from tijdlijn.services import views
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.ui import faults
from tijdlijn.ui.draft_keeper import DraftKeeper
from tijdlijn.ui.tasks import general_problem, run
from tijdlijn.ui.ties_keeper import TiesKeeper
from tijdlijn.ui.view_keeper import ViewKeeper

MOST_FOLLOWED = 20
"""Entries that a change selects at most."""
AT_ONCE = 2_000
"""Of a case with at most so many entries the findings are worked out at once after a change: that takes less than
painting a picture without them, which would have to be painted again."""


class CaseController(QObject):
    """One open case. Signals carry no data: readers take what they need from the properties.

    `elsewhere` names another case of the casebook in which a step was taken back or done again. `view_changed` comes
    when the view or the saved views changed; what is shown may also change with the case. `dossier_changed` comes when
    documents, or what was decided about them, changed. `writing` is the id of the scenario in which new entries land.
    """

    case_changed = Signal()
    analysis_changed = Signal()
    selection_changed = Signal()
    preview_changed = Signal()
    view_changed = Signal()
    problem = Signal(str)
    saved = Signal(str)
    reveal_entry = Signal(str)
    reveal_days = Signal(int, int)
    elsewhere = Signal(str)
    dossier_changed = Signal()
    writing_changed = Signal()

    def __init__(self, book: OpenCasebook, case_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.case: Case = book.case(case_id)
        self.analysis: Analysis | None = None
        self.selection: tuple[str, ...] = ()
        self.preview: Entry | None = None
        self.saved_views: tuple[View, ...] = views.saved_views(book, case_id)
        self.findings_over: frozenset[str] | None = None
        self.index = FilterIndex(self.case)
        self.writing = ""
        self._asked = self.view = views.view_in_use(book, case_id)
        self._shown = self.index.shown(self.view.filter)
        self._keeper = ViewKeeper(book, case_id, self.problem.emit, self)
        self.drafts = DraftKeeper(book, case_id, self)
        self.ties = TiesKeeper(self)
        QTimer.singleShot(0, self, self._analyse)  # after the first picture, which would have to share its time

    @property
    def shown(self) -> frozenset[str] | None:
        """The ids of the entries that the filter shows; None when there is no filter, and all are shown."""
        return self._shown

    def set_view(self, view: View) -> None:
        """Look in another way. It is kept in the background; what the filter no longer shows is no longer selected."""
        if view == self.view:
            return
        before = self._scope
        self._asked = view
        self._keeper.keep(view)
        self._look()
        self.view_changed.emit()
        if self.shown is not None:
            self.select([id_ for id_ in self.selection if id_ in self.shown])
        if self._scope != before:
            self._analyse()

    def show_all(self) -> None:
        """Take the filter off; the lanes stay as they are."""
        self.set_view(replace(self.view, filter=EVERYTHING))

    def flush_view(self) -> None:
        """Put the view on disk now, when it is not yet. Raises Problem when that cannot be done."""
        self._keeper.flush()

    @property
    def _scope(self) -> frozenset[str] | None:
        return self._shown if self.view.findings_follow else None

    def _look(self) -> None:
        """Reckon anew what is shown of the present snapshot."""
        before, self.view = self.view, known(self._asked, self.case)
        if self.index.case is self.case and self.view.filter == before.filter:
            return
        if self.index.case is not self.case:
            self.index = FilterIndex(self.case, self.index)
        self._shown = self.index.shown(self.view.filter)

    @property
    def selected_entries(self) -> tuple[Entry, ...]:
        """The selected entries that still exist."""
        known = self.case.entries_by_id
        return tuple(known[id_] for id_ in self.selection if id_ in known)

    def select(self, ids: Sequence[str], reveal: bool = False) -> None:
        """Select these entries; with `reveal` the timeline shows the first of them."""
        chosen = tuple(dict.fromkeys(ids))
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit()
        if reveal and chosen:
            self.reveal_entry.emit(chosen[0])

    def set_preview(self, entry: Entry | None) -> None:
        """Show an entry that is being typed and is not in the casebook yet."""
        if entry != self.preview:
            self.preview = entry
            self.preview_changed.emit()

    def write_in(self, scenario_id: str) -> None:
        """Let new entries land in a scenario, or among what happened when it is empty."""
        if scenario_id != self.writing:
            self.writing = scenario_id
            self.writing_changed.emit()

    @property
    def writing_name(self) -> str:
        """The name of the scenario in which new entries land; empty for what happened."""
        named = (one.name for one in self.case.scenarios if one.id == self.writing)
        return next(named, self.writing if any(e.scenario == self.writing for e in self.case.entries) else "")

    def do(self, verb: Callable[..., Change], *arguments: Any, **named: Any) -> Change | None:
        """Carry out a verb of the services on this case: `do(editing.add_entry, entry)`.

        Returns the change once it is committed. On a problem nothing has changed, `problem` tells the user and
        None is returned.
        """
        before = self.case.entries_by_id
        change = self._take(lambda: verb(self.book, self.case.id, *arguments, **named))
        if change is not None:
            self._follow(change, [id_ for id_ in change.entry_ids if id_ not in before])
        return change

    def undo(self) -> Change | None:
        """Take back the last step of the casebook; what came back or changed is selected."""
        return self._walk(self.book.undo)

    def redo(self) -> Change | None:
        """Do again what was taken back last; what came back or changed is selected."""
        return self._walk(self.book.redo)

    def refresh(self) -> None:
        """Take the snapshot again, after something else changed the casebook."""
        self._show(self.book.case(self.case.id))

    def follow_file(self) -> None:
        """Show what the file says now, after it was away. What is equal is not shown anew: what is typed stays."""
        case, kept = self.book.case(self.case.id), views.saved_views(self.book, self.case.id)
        if case != self.case:
            self._show(case)
        if kept != self.saved_views:
            self.saved_views = kept
            self.view_changed.emit()

    def _walk(self, act: Callable[[], Change | None]) -> Change | None:
        change = self._take(act)
        if change is not None:
            self._follow(change, change.entry_ids)
        return change

    def _follow(self, change: Change, ids: Sequence[str]) -> None:
        """Select what a change of this case brought, unless it is a whole table."""
        if change.case.id == self.case.id and 0 < len(ids) <= MOST_FOLLOWED:
            self.select(ids)

    def _take(self, act: Callable[[], Change | None]) -> Change | None:
        try:
            change = act()
        except Problem as problem:
            self.problem.emit(problem.sentence)
            return None
        except Exception as error:
            faults.note(error)
            self.problem.emit(general_problem(error))
            return None
        if change is None:
            return None
        if change.case.id != self.case.id:
            self.elsewhere.emit(change.case.id)
        elif change.case is not self.case:
            self._show(change.case)
        if change.views_changed and change.case.id == self.case.id:
            self.saved_views = views.saved_views(self.book, self.case.id)
            self.view_changed.emit()
        if change.documents_changed or change.decisions_changed:
            self.dossier_changed.emit()
        self.saved.emit(change.step)
        return change

    def _show(self, case: Case) -> None:
        self.case, before = case, self.view
        self._look()
        self.selection = tuple(id_ for id_ in self.selection if id_ in case.entries_by_id)
        if self.writing and not self.writing_name:
            self.write_in("")
        found = len(case.entries) <= AT_ONCE and self._analyse_now()
        self.case_changed.emit()
        self.selection_changed.emit()
        if self.view != before:
            self.view_changed.emit()
        if found:
            self.analysis_changed.emit()
        else:
            self._analyse()

    def _analyse_now(self) -> bool:
        """Find what follows from the case. Whether that went well: if not, the background does it again and tells."""
        try:
            found = analyse(narrowed(self.case, self._scope))
        except Exception:
            return False
        self.analysis, self.findings_over = found, self._scope
        return True

    def _analyse(self) -> None:
        case, scope = self.case, self._scope
        run(
            self,
            lambda: analyse(narrowed(case, scope)),
            lambda result: self._analysed(case, scope, result),
            self.problem.emit,
        )

    def _analysed(self, case: Case, scope: frozenset[str] | None, result: Analysis) -> None:
        if case is self.case and scope == self._scope:
            self.analysis, self.findings_over = result, scope
            self.analysis_changed.emit()
