"""Reading tables in: choose, say what is what, look at what would come of it, take it in one step.

The rule: nothing is written before "inlezen" is pressed, and then in one step; what is to be decided stands in one
list at the left (each table, what is refused, what may be double, what was mended outside) and never in a window on a
window. Reading and writing are in the background and reading can be stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QStackedWidget, QWidget

from tijdlijn.exchange.doubles import Pair
from tijdlijn.services.importing import (
    DOCUMENTS,
    ImportCancelled,
    ImportPlan,
    TablesRead,
    commit_import,
    plan_import,
    read_files,
    write_refused,
)
from tijdlijn.services.merging import Choices, doubles, preview, settled
from tijdlijn.services.table_settings import proposal, remember, remembered
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.import_choices import DoublesPage, MendedPage
from tijdlijn.ui.dialogs.import_mapping import TablePage
from tijdlijn.ui.dialogs.import_parts import FoundArea, PartsList
from tijdlijn.ui.dialogs.import_telling import summary, told_rows
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.refused_table import refused_table
from tijdlijn.ui.tasks import run
from tijdlijn.ui.watch import Watch
from tijdlijn.ui.widgets import button, column, plain_label, row

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".ods", *DOCUMENTS)
MOST_TOLD = 6
START_WIDTH, WIDE = 680, 1100
AFTER_TYPING = 250
"""Milliseconds after a choice before everything is read anew."""


class ImportDialog(Sheet):
    """Reads tables into the case of the controller. With `paths` it begins with those at once."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None, paths: Sequence[Path] = ()) -> None:
        super().__init__(parent, width=START_WIDTH)
        self.set_heading(self.tr("Tabellen inlezen"))
        self.setAcceptDrops(True)
        self._controller = controller
        self._watch = Watch()
        self._paths: tuple[Path, ...] = ()
        self._read: TablesRead | None = None
        self._pairs: tuple[Pair, ...] = ()
        self._whole: ImportPlan | None = None
        self.plan: ImportPlan | None = None
        self.pages: list[TablePage] = []
        self.intro = note(
            self.tr(
                "Kies tabellen met regels, personen of partijen, of de chronologieën die instanties aanleverden (CSV, "
                "Excel, OpenDocument, of een tabel in Word of PDF); meer tegelijk mag. Of sleep ze hierheen. U ziet "
                "eerst wat ervan komt; er verandert nog niets."
            )
        )
        self.choose = button(self.tr("Tabellen kiezen…"), self._choose, icon="folder")
        self.parts = PartsList()
        self.stack = QStackedWidget()
        self.refused = refused_table()
        self.doubles = DoublesPage()
        self.mended = MendedPage()
        self.keep_unread = QCheckBox(
            self.tr("Regels met een onleesbare datum bewaren zonder datum, met de woorden erbij")
        )
        self.state = plain_label("", "soft")
        self.outcome = plain_label("", "strong")
        self._later = QTimer(self, singleShot=True, interval=AFTER_TYPING)
        self._later.timeout.connect(self._plan)
        self._build()
        self.finished.connect(lambda _: self._watch.stop())
        self._settle()
        if paths:
            self.read(paths)

    def _build(self) -> None:
        beside = row(8)
        beside.addWidget(self.choose)
        beside.addWidget(self.state, 1)
        beside.addStretch()
        self.body.setSpacing(12)
        self.body.addWidget(self.intro)
        self.body.addLayout(beside)
        self.body.addWidget(self.outcome)
        self.found = FoundArea(self.parts, self.stack)
        self.body.addWidget(self.found)
        self.refused_page = self._refused_page()
        for page in (self.refused_page, self.doubles, self.mended):
            self.stack.addWidget(page)
        self.parts.chosen.connect(self.stack.setCurrentWidget)
        self.parts.toggled.connect(self._later.start)
        self.keep_unread.toggled.connect(lambda _: self._plan())
        self.doubles.changed.connect(self._decide)
        self.mended.changed.connect(self._decide)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.stop = self.add_button(self.tr("Stoppen"))
        self.stop.clicked.connect(lambda _=False: self._watch.stop())
        self.keep_refused = self.add_button(self.tr("Geweigerde rijen bewaren"))
        self.keep_refused.clicked.connect(lambda _=False: self._write_refused())
        self.close_button = self.add_cancel()
        self.ok = self.add_primary(self.tr("Inlezen"))
        self.ok.clicked.connect(lambda _=False: self._commit())

    def _refused_page(self) -> QWidget:
        page = QWidget()
        layout = column(10)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(self.tr("Geweigerde rijen"), "heading"))
        told = self.tr("De andere rijen worden gewoon gelezen. Geweigerde rijen kunt u bewaren, verbeteren en inlezen.")
        layout.addWidget(plain_label(told, "soft"))
        layout.addWidget(self.keep_unread)
        layout.addWidget(self.refused, 1)
        page.setLayout(layout)
        return page

    # Reading and planning

    def read(self, paths: Sequence[Path]) -> None:
        """Read these tables, beside those that were read already, and show what would come of them."""
        self._paths = tuple(dict.fromkeys((*self._paths, *paths)))
        self._read = self._whole = self.plan = None
        self.outcome.setText("")
        watch = self._begin(self.tr("De tabellen worden gelezen…"))
        chosen, book, case = self._paths, self._controller.book, self._controller.case

        def work() -> Any:
            read = read_files(chosen, watch.is_stopped, drafts=True)
            before = remembered(book)
            return read, [proposal(case, before, file.table) for file in read.tables]

        self._run(work, self._was_read)

    def _was_read(self, found: Any) -> None:
        read, proposals = found
        self._paths = tuple(dict.fromkeys(file.path for file in read.tables))
        self._end()
        if not read.tables:
            self._tell_problems(read)
            return
        self._read = read
        self._make_pages(read, proposals)
        self._widen()
        self._plan()

    def _make_pages(self, read: TablesRead, proposals: Sequence[Any]) -> None:
        """A page for each table; what was chosen for one that was read before stays."""
        chosen = {page.table.name: page.settings for page in self.pages}
        for page in self.pages:
            self.stack.removeWidget(page)
            page.deleteLater()
        case = self._controller.case
        self.pages = [
            TablePage(file.table, chosen.get(file.table.name, settings), case)
            for file, settings in zip(read.tables, proposals, strict=True)
        ]
        for page in self.pages:
            self.stack.addWidget(page)
            page.changed.connect(self._later.start)
        self.parts.show_tables(self.pages)

    def _widen(self) -> None:
        """Make room for the tables, around the middle of the window it belongs to."""
        if self.width() != WIDE:
            self.setFixedWidth(WIDE)
            self.move(max(0, self.x() - (WIDE - START_WIDTH) // 2), max(0, self.y() - 200))

    @property
    def _used(self) -> list[int]:
        """The numbers of the tables that take part: those ticked that can be read."""
        return [at for at, page in enumerate(self.pages) if self.parts.is_used(page) and not page.lacks]

    def _plan(self) -> None:
        read, keep = self._read, self.keep_unread.isChecked()
        if read is None or self.outcome.text():
            return
        if self.is_busy:
            self._later.start()
            return
        used = self._used
        part = TablesRead(tuple(read.tables[at] for at in used), read.problems, read.notices)
        settings = [self.pages[at].settings for at in used]
        book, case_id = self._controller.book, self._controller.case.id
        watch = self._begin(self.tr("De regels worden bekeken…"))

        def work() -> Any:
            plan = plan_import(
                book,
                case_id,
                part,
                keep_unread=keep,
                settings=settings,
                cancelled=watch.is_stopped,
                progress=watch.progress,
            )
            case = book.case(case_id)
            return plan, doubles(case, plan), preview(case, plan)

        self._run(work, self._planned)

    def _planned(self, found: Any) -> None:
        plan, self._pairs, after = found
        had_focus = self.focusWidget()
        self._whole = self.plan = plan
        self._end()
        assert self._read is not None
        self._tell_problems(self._read)
        for number, (at, tally) in enumerate(zip(self._used, plan.tallies, strict=True)):
            page = self.pages[at]
            page.show_counts(told_rows(self, tally))
            page.show_entries([entry for entry in after.timeline if plan.tables.get(entry.id) == number], after)
        self.refused.shown.show_rows(plan.refused)
        self.doubles.show_pairs(self._pairs, after)
        before = self._controller.case.entries_by_id
        self.mended.show_changes(plan.amendments, [before[id_] for id_ in plan.missing if id_ in before])
        self._show_parts(plan)
        self._decide()
        self.state.setText("  ".join(self._first(plan.notices)))
        self._settle()
        if had_focus in (None, self.close_button) or not had_focus.isVisible():
            (self.ok if self.ok.isEnabled() else self.choose).setFocus()

    def _show_parts(self, plan: ImportPlan) -> None:
        counted = {self.pages[at]: told_rows(self, each) for at, each in zip(self._used, plan.tallies, strict=True)}
        for page in self.pages:
            self.parts.tell(page, counted.get(page, self.tr("niet ingelezen") if not page.lacks else page.lacks))
        refused, keeps = self.tr("Geweigerde rijen"), self.keep_unread.isChecked()
        self.parts.show_part(self.refused_page, refused, plan.refused_rows, always=keeps, warns=True)
        self.parts.show_part(self.doubles, self.tr("Mogelijk dubbel"), len(self._pairs))
        self.parts.show_part(self.mended, self.tr("Buiten gewijzigd"), plan.changed + len(plan.missing))
        self.parts.settle()

    def _decide(self) -> None:
        """What the plan is with what was chosen so far."""
        if self._whole is None:
            return
        choices = Choices(self.doubles.joined, self.mended.left, self.mended.removed)
        self.plan = settled(self._controller.case, self._whole, choices)
        self._settle()

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
        used = [(page.table, page.settings) for page in (self.pages[at] for at in self._used)]

        def work() -> None:
            commit_import(book, plan)
            for table, settings in used:
                if settings is not None:
                    remember(book, table, settings)

        self._begin(self.tr("De regels worden bewaard…"), hold=True)
        self._run(work, lambda _: self._committed(plan))

    def _committed(self, plan: ImportPlan) -> None:
        self._read = None
        self._end()
        self._controller.refresh()
        self._controller.saved.emit(plan.step)
        self.intro.hide()
        self.choose.hide()
        self.outcome.setText(
            self.tr("{0}. Met Ongedaan maken neemt u alles in één keer terug.").format(self._summary(plan, done=True))
        )
        self.setFixedWidth(START_WIDTH)
        self._settle()
        (self.keep_refused if plan.refused else self.close_button).setFocus()

    def _summary(self, plan: ImportPlan, *, done: bool) -> str:
        changed = plan.changed - len(self.mended.left)
        return summary(self, plan, len(self.doubles.joined), changed, done=done)

    def _write_refused(self) -> None:
        plan, book = self.plan, self._controller.book
        if plan is not None:
            self._begin(self.tr("De geweigerde rijen worden bewaard…"), hold=True)
            self._run(lambda: write_refused(book, plan), self._refused_written)

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

    def _begin(self, told: str, *, hold: bool = False) -> Watch:
        self.say("")
        self.state.setText(told)
        self.set_busy(True, hold=hold)
        self._watch = Watch()
        self._watch.progressed.connect(self.show_progress)
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

    def _failed(self, sentence: str) -> None:
        self._end()
        self.say(sentence)

    def _settle(self) -> None:
        """What can be seen and pressed now."""
        is_busy, plan = self.is_busy, self.plan
        is_done = bool(self.outcome.text())
        is_shown = self._read is not None and not is_done
        told = self._summary(plan, done=False) if plan is not None else ""
        self.stop.setVisible(is_busy and not self._is_held)
        self.choose.setEnabled(not is_busy)
        self.intro.setVisible(not is_shown and not is_done)
        self.choose.setText(self.tr("Meer tabellen…") if is_shown else self.tr("Tabellen kiezen…"))
        self.found.setVisible(is_shown)
        self.keep_refused.setVisible(plan is not None and bool(plan.refused) and not is_busy)
        self.state.setVisible(bool(self.state.text()))
        self.outcome.setVisible(is_done)
        self.ok.setVisible(not is_done)
        self.ok.setEnabled(bool(told) and not is_busy and not is_done)
        self.ok.setText(told or self.tr("Inlezen"))
        self.close_button.setText(self.tr("Sluiten") if is_done else self.tr("Annuleren"))

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
