"""Reading tables in: choose, look at what would come of it, take it in one step, and keep what was refused.

The rule: nothing is written before "inlezen" is pressed; reading and writing are in the background and reading can be
stopped; what is refused is shown with its reason and can be kept as a table to mend.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from tijdlijn.exchange.plan import Tally
from tijdlijn.services.importing import (
    ImportCancelled,
    ImportPlan,
    TablesRead,
    commit_import,
    plan_import,
    read_files,
    write_refused,
)
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import SIDE, Sheet, note
from tijdlijn.ui.refused_table import RefusedTable
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import button, column, plain_label, row, scrolled

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
MOST_TOLD = 6
FOUND_HEIGHT = 200
"""Of the list of tables, before it scrolls: pixels."""


class _Watch(QObject):
    """Carries progress out of the background, and the wish to stop into it."""

    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def stop(self) -> None:
        self._stop.set()

    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def progress(self, done: int, of: int) -> None:
        self.progressed.emit(done, of)


class ImportDialog(Sheet):
    """Reads tables into the case of the controller. With `paths` it begins with those at once."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None, paths: Sequence[Path] = ()) -> None:
        super().__init__(parent, width=680)
        self.set_heading(self.tr("Tabellen inlezen"))
        self.setAcceptDrops(True)
        self._controller = controller
        self._watch = _Watch()
        self._read: TablesRead | None = None
        self.plan: ImportPlan | None = None
        self.intro = note(
            self.tr(
                "Kies tabellen met regels, personen of partijen (CSV, Excel of OpenDocument), of sleep ze hierheen. "
                "U ziet eerst wat ervan komt; er verandert nog niets."
            )
        )
        self.choose = button(self.tr("Tabellen kiezen…"), self._choose, icon="folder")
        self.found = scrolled(QWidget())
        self.refused = RefusedTable()
        self.keep_unread = QCheckBox(
            self.tr("Regels met een onleesbare datum bewaren zonder datum, met de woorden erbij")
        )
        self.state = plain_label("", "soft")
        self.outcome = plain_label("", "strong")
        self._build()
        self.finished.connect(lambda _: self._watch.stop())
        self._settle()
        if paths:
            self.read(paths)

    def _build(self) -> None:
        beside = row(8)
        beside.addWidget(self.choose)
        beside.addStretch(1)
        self.body.addWidget(self.intro)
        self.body.addLayout(beside)
        for part in (self.outcome, self.found, self.refused, self.keep_unread, self.state):
            self.body.addWidget(part)
        self.keep_unread.toggled.connect(lambda _: self._plan())
        self.stop = self.add_button(self.tr("Stoppen"))
        self.stop.clicked.connect(lambda _=False: self._watch.stop())
        self.keep_refused = self.add_button(self.tr("Geweigerde rijen bewaren"))
        self.keep_refused.clicked.connect(lambda _=False: self._write_refused())
        self.close_button = self.add_cancel()
        self.ok = self.add_primary(self.tr("Inlezen"))
        self.ok.clicked.connect(lambda _=False: self._commit())

    # Reading and planning

    def read(self, paths: Sequence[Path]) -> None:
        """Read these tables and show what would come of them."""
        self._read = self.plan = None
        self.outcome.setText("")
        watch = self._begin(self.tr("De tabellen worden gelezen…"))
        chosen = tuple(paths)
        self._run(lambda: read_files(chosen, watch.is_stopped), self._was_read)

    def _was_read(self, read: TablesRead) -> None:
        self._read = read
        if read.tables:
            self._plan()
            return
        self._end()
        self._tell_problems(read)

    def _plan(self) -> None:
        read, keep = self._read, self.keep_unread.isChecked()
        if read is None:
            return
        self.plan = None
        book, case_id = self._controller.book, self._controller.case.id
        watch = self._begin(self.tr("De regels worden bekeken…"))
        self._run(
            lambda: plan_import(
                book, case_id, read, keep_unread=keep, cancelled=watch.is_stopped, progress=watch.progress
            ),
            self._planned,
        )

    def _planned(self, plan: ImportPlan) -> None:
        self.plan = plan
        self._end()
        assert self._read is not None
        self._tell_problems(self._read)
        self._show_tables(plan)
        self.refused.show_refusals(plan.refused)
        self._settle()
        (self.ok if self.ok.isEnabled() else self.choose).setFocus()

    def _show_tables(self, plan: ImportPlan) -> None:
        box = column(10)
        for tally in plan.tallies:
            box.addLayout(self._told(tally))
        for notice in self._first(plan.notices):
            box.addWidget(plain_label(notice, "small"))
        content = QWidget()
        content.setProperty("role", "page")
        content.setLayout(box)
        self.found.setWidget(content)
        self.found.setFixedHeight(min(box.totalHeightForWidth(self.width() - 2 * SIDE), FOUND_HEIGHT))

    def _told(self, tally: Tally) -> QVBoxLayout:
        parts = [self.tr("{0} over te nemen").format(_rows(tally.taken))]
        if tally.present:
            parts.append(self.tr("{0} stonden er al").format(tally.present))
        refused = len({refusal.row_number for refusal in tally.refusals})
        if refused:
            parts.append(self.tr("{0} geweigerd").format(refused))
        box = column(1)
        box.addWidget(plain_label(tally.table.name, "strong"))
        box.addWidget(plain_label(" · ".join(parts), "soft"))
        return box

    def _tell_problems(self, read: TablesRead) -> None:
        self.say("\n".join(self._first([problem.sentence for problem in read.problems])))

    def _first(self, sentences: Sequence[str]) -> list[str]:
        """As many as can be read at once, and how many more there are."""
        more = len(sentences) - MOST_TOLD
        rest = [self.tr("En nog {0} opmerkingen.").format(more)] if more > 0 else []
        return [*sentences[:MOST_TOLD], *rest]

    # Taking in

    def _commit(self) -> None:
        plan, book = self.plan, self._controller.book
        if plan is None:
            return
        self._begin(self.tr("De regels worden bewaard…"), hold=True)
        self._run(lambda: commit_import(book, plan), lambda _: self._committed(plan))

    def _committed(self, plan: ImportPlan) -> None:
        self._read = None
        self._end()
        self._controller.refresh()
        self._controller.saved.emit(plan.step)
        self.intro.hide()
        self.choose.hide()
        self.outcome.setText(
            self.tr("{0} ingelezen. Met Ongedaan maken neemt u alles in één keer terug.").format(_rows(plan.taken))
        )
        self._settle()
        (self.keep_refused if plan.refused else self.close_button).setFocus()

    def _write_refused(self) -> None:
        plan = self.plan
        if plan is not None:
            self._begin(self.tr("De geweigerde rijen worden bewaard…"), hold=True)
            self._run(lambda: write_refused(plan), self._refused_written)

    def _refused_written(self, paths: tuple[Path, ...]) -> None:
        self._end()
        self._settle()
        self.keep_refused.setEnabled(False)
        places = "\n".join(str(path) for path in paths)
        self.state.setText(
            self.tr(
                "De geweigerde rijen staan, met de reden erbij, in:\n{0}\nVerbeter ze daar en lees ze opnieuw in."
            ).format(places)
        )
        self.state.show()

    # The work in the background

    def _begin(self, told: str, *, hold: bool = False) -> _Watch:
        self.say("")
        self.state.setText(told)
        self.set_busy(True, hold=hold)
        self._watch = _Watch()
        self._watch.progressed.connect(self._progressed)
        self._settle()
        return self._watch

    def _end(self) -> None:
        self.state.setText("")
        self.set_busy(False)
        self._settle()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        watch = self._watch

        def heard(result: Any) -> None:
            """A wish to stop that came too late for the work is heeded all the same, unless something was written."""
            if watch.is_stopped() and not self._is_held:
                self._failed(ImportCancelled().sentence)
            else:
                done(result)

        run(self, work, heard, self._failed)

    def _progressed(self, done: int, of: int) -> None:
        self.progress.setRange(0, max(of, 1))
        self.progress.setValue(done)

    def _failed(self, sentence: str) -> None:
        self._end()
        self.say(sentence)

    def _settle(self) -> None:
        """What can be seen and pressed now."""
        is_busy, plan = self.is_busy, self.plan
        is_done = bool(self.outcome.text())
        can_take = plan is not None and plan.taken > 0 and not is_busy and not is_done
        self.stop.setVisible(is_busy and not self._is_held)
        self.choose.setEnabled(not is_busy)
        self.found.setVisible(plan is not None and not is_done)
        self.refused.setVisible(plan is not None and bool(plan.refused))
        self.keep_unread.setVisible(plan is not None and not is_done and self._has_unread(plan))
        self.keep_unread.setEnabled(not is_busy)
        self.keep_refused.setVisible(plan is not None and bool(plan.refused) and not is_busy)
        self.state.setVisible(bool(self.state.text()))
        self.outcome.setVisible(is_done)
        self.ok.setVisible(not is_done)
        self.ok.setEnabled(can_take)
        taken = plan.taken if plan is not None else 0
        self.ok.setText(self.tr("{0} inlezen").format(_rows(taken)) if taken else self.tr("Inlezen"))
        self.close_button.setText(self.tr("Sluiten") if is_done else self.tr("Annuleren"))

    def _has_unread(self, plan: ImportPlan) -> bool:
        return self.keep_unread.isChecked() or bool(plan.refused)

    # Choosing and leaving

    def _choose(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Tabellen kiezen"), "", self.tr("Tabellen ({0});;Alle bestanden (*)").format(kinds)
        )
        if names:
            self.read([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.choose.isEnabled() and not self.outcome.text():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read(paths)


def _rows(count: int) -> str:
    return "1 rij" if count == 1 else f"{count} rijen"
