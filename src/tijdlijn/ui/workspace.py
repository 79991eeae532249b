"""The workspace of one case: quick entry on top, panels left, the timeline, its overview, the inspector right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tijdlijn.analysis.finding import Finding
from tijdlijn.drawing.styles import Theme
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.model.problems import Problem
from tijdlijn.ui.accounting import Accounting
from tijdlijn.ui.aligning import Aligning
from tijdlijn.ui.areas import tab, walk
from tijdlijn.ui.arranger import Arranger
from tijdlijn.ui.case_pages import CasePages
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.costing import Costing
from tijdlijn.ui.deciding import Deciding
from tijdlijn.ui.filter_bar import FilterBar
from tijdlijn.ui.foreseeing import Foreseeing
from tijdlijn.ui.going import Going
from tijdlijn.ui.leaving import Leaving
from tijdlijn.ui.linker import Linker
from tijdlijn.ui.notices import Notices
from tijdlijn.ui.page_switch import TIMELINE
from tijdlijn.ui.phasing import Phasing
from tijdlijn.ui.retention_bar import RetentionBar
from tijdlijn.ui.scenarios.branching import SCENARIO, Branching
from tijdlijn.ui.surroundings import PANELS
from tijdlijn.ui.timeline_view.accessible import Reading, announce, install
from tijdlijn.ui.timeline_view.overview_strip import OverviewStrip
from tijdlijn.ui.timeline_view.spot import Spot
from tijdlijn.ui.widgets import plain_label

MOST_IN_BUNDLE = 40


class Workspace(CasePages):
    """All widgets of an open case, wired to one controller."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        install()
        super().__init__(controller, parent)
        self.overview = OverviewStrip(self.canvas, self)
        self.filter_bar = FilterBar(controller, self)
        self.notices = Notices(self)
        self.trouble = _Trouble(self)
        self.retention = RetentionBar(controller)
        self.going = Going(controller, self.canvas, self)
        self.reading = Reading(self.canvas, controller)
        self.arranger = Arranger(controller, self.canvas, self)
        self.linker = Linker(controller, self.canvas, self)
        self.deciding = Deciding(controller, self)
        self.leaving = Leaving(controller, self.canvas, self)
        self.leaving.told.connect(self.told)
        self.accounting = Accounting(controller, self)
        self.costing = Costing(controller, self)
        self.aligning = Aligning(controller, self.canvas)
        self.phasing = Phasing(controller, self.canvas, self.panels, self)
        self.branching = Branching(controller, self.canvas, self.panels, self)
        self.foreseeing = Foreseeing(controller, self.canvas, self.panels, self)
        self._build()
        self._connect()
        for part in (self.phasing, self.branching, self.foreseeing):
            part.bring_back()

    def _build(self) -> None:
        self.panels.setDocumentMode(True)
        self.panels.tabBar().setAccessibleName(self.tr("Panelen"))
        self.panels.setUsesScrollButtons(False)
        self.panels.setStyleSheet("QTabBar::tab { padding: 8px 6px; }")
        names = self.tr("Bevindingen"), self.tr("Mensen"), self.tr("Zoeken"), self.tr("Filter"), self.tr("Stappen")
        for panel, name in zip(PANELS, names, strict=True):
            self.panels.addTab(self.places[panel], name)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self.branching.place)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.overview)
        for place, part in enumerate((self.panels, middle, self.places["inspector"])):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(place, 1 if part is middle else 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([300, 876, 292])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.trouble)
        layout.addWidget(self.retention)
        layout.addLayout(self._build_top())
        self.pages.addWidget(self.splitter)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.canvas.edit_asked.connect(self._edit)
        self.canvas.add_asked.connect(lambda *asked: self.quick.start(*asked))
        self.canvas.finding_asked.connect(self._show_finding)
        self.canvas.bundle_asked.connect(self._open_bundle)
        self.canvas.menu_asked.connect(self._open_menu)
        self.going.told.connect(lambda said: announce(self.canvas, said))
        self.foreseeing.told.connect(lambda said: announce(self.canvas, said))
        self.foreseeing.told.connect(self.told)
        self.linker.told.connect(lambda said: announce(self.canvas, said))
        self.canvas.told.connect(lambda said: announce(self.canvas, said))
        self.going.finding_asked.connect(lambda id_: self._show_finding(id_, take_keys=False))
        self.controller.problem.connect(self.trouble.tell)
        self.controller.saved.connect(lambda _: self.trouble.hide())

    def set_theme(self, theme: Theme) -> None:
        """Draw the timeline in another theme."""
        self.canvas.set_theme(theme)
        self.overview.set_theme(theme)

    @property
    def session_id(self) -> str:
        """The session that is worked on; empty while nobody looked at any."""
        return self.meetings.desk.session_id if self.has_made("meetings") else ""

    def flush(self) -> str:
        """Commit what is being typed, and keep in the casebook what cannot be; says in a sentence what is left that was
        neither committed nor kept."""
        self.canvas.gestures.title.keep()
        left = self._uncommitted()
        try:
            self.controller.flush_view()
        except Problem as problem:
            return problem.sentence
        return left if self.controller.drafts.keep_now() else ""

    def _uncommitted(self) -> str:
        if self.has_made("reader"):
            self.reader.profile.flush()
        meetings = not self.has_made("meetings") or self.meetings.flush()
        phases, inspector = self.phasing.flush(), not self.has_made("inspector") or self.inspector.flush()
        if not meetings:
            return self.tr(
                "Bij de bijeenkomst staat nog iets wat niet bewaard kon worden. Verbeter het, of doe dit nog een keer "
                "om het weg te laten."
            )
        if not self.branching.flush():
            return self.tr(
                "Bij de scenario's staat nog iets wat niet bewaard kon worden. Verbeter het, of doe dit nog een keer."
            )
        if not phases:
            return self.tr(
                "Bij de fasen staat nog iets wat niet bewaard kon worden. Verbeter het, of doe dit nog een keer."
            )
        if not inspector:
            return self.tr(
                "Rechts staat nog iets wat niet bewaard kon worden. Verbeter het, of doe dit nog een keer om het weg "
                "te laten."
            )
        if self.has_made("quick") and self.quick.text.strip():
            return self.tr(
                "In de invoerregel staat nog tekst die niet is toegevoegd. Druk daar op Enter, of doe dit nog een "
                "keer om de tekst weg te laten."
            )
        return ""

    # Commands: the main window calls them by their id

    def print_case(self) -> None:
        """Choose how the case is printed, and see it."""
        from tijdlijn.ui.dialogs.print_dialog import PrintDialog

        self.inspector.flush()
        PrintDialog(self.controller, self.window()).open()

    def export_case(self) -> None:
        """Choose what of the case is saved as a picture or a table."""
        from tijdlijn.ui.dialogs.export_dialog import ExportDialog

        self.inspector.flush()
        ExportDialog(self.controller, self.window(), in_view=self._in_view()).open()

    def _in_view(self) -> tuple[date, date] | None:
        """The days that the timeline shows now; None while strands with days of their own do."""
        if len(self.controller.view.anchors) > 1:
            return None
        first, last = (min(max(int(day), 1), date.max.toordinal()) for day in self.canvas.days_in_view)
        return date.fromordinal(first), date.fromordinal(last)

    def add(self) -> None:
        self.quick.start()

    def edit(self) -> None:
        if self.controller.selection:
            self._edit(self.controller.selection[0])

    def delete(self) -> None:
        self.arranger.delete()

    def select_all(self) -> None:
        """Select every entry that is shown: what somebody does not see is not deleted along."""
        shown, seen = self.controller.shown, {entry.id for entry in self.canvas.timeline.entries}
        timeline = (entry for entry in self.controller.case.timeline if entry.id in seen)
        self.controller.select([entry.id for entry in timeline if shown is None or entry.id in shown])

    def start_search(self) -> None:
        if self.shows_dossier:
            self.reader.start_search()
            return
        if self.shows_meetings and self.meetings.start_search():
            return
        self.show_page(TIMELINE)
        self.panels.setCurrentWidget(self.search)
        self.search.start()

    def start_filter(self) -> None:
        self.panels.setCurrentWidget(self.filter)
        self.filter.start()

    def save_view(self, id_: str = "") -> None:
        self.panels.setCurrentWidget(self.filter)
        self.filter.naming.ask(id_)

    def walk_areas(self, by: int) -> None:
        """Give the keys to the next or previous area of the window."""
        walk([area for area in self._areas() if area is not self.switch], by)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes through the areas as they stand, and through each of them as it stands."""
        return tab(self._areas(), next_) or super().focusNextPrevChild(next_)

    def _areas(self) -> tuple[QWidget, ...]:
        bar = self.branching.place
        timeline = self.quick, self.panels, self.filter_bar, bar, self.canvas, self.overview, self.inspector
        if self.shows_timeline:
            return self.notices, self.trouble, self.retention, self.switch, *timeline
        page = self.reader if self.shows_dossier else self.meetings
        return self.notices, self.trouble, self.retention, self.switch, *page.areas

    def show_today(self) -> None:
        self.canvas.show_day(self.controller.case.reference.toordinal())

    # Where the palette leads

    def go_to_finding(self, finding: Finding) -> None:
        """Open a finding in its panel, and bring its days into view."""
        if finding.start is not None:
            self.controller.reveal_days.emit(finding.start.toordinal(), (finding.end or finding.start).toordinal())
        self._show_finding(finding.id)

    def show_named(self, kind: str, id_: str) -> None:
        """Let the entries of a `person` or `party` stand out."""
        self.panels.setCurrentWidget(self.people)
        row = self.people.row_of(kind, id_)
        if not row.isChecked():
            row.click()
        row.setFocus()

    # What the canvas asks

    def _edit(self, id_: str) -> None:
        """Edit a title where it stands; of an entry that is only counted in a bundle, in the inspector."""
        self.controller.select([id_], reveal=True)
        self.canvas.viewport().repaint()
        seen = {group.id: place for place, group in self.canvas.places()}
        place = seen.get(f"entry:{id_}") or seen.get(f"turn:{id_}")
        if place is not None:
            self.canvas.gestures.title.start(id_, place)
            return
        self.inspector.setVisible(True)
        self.inspector.edit_title()

    def _open_menu(self, spot: Spot) -> None:
        PlaceMenu(self, spot).popup(spot.on_screen)

    def _show_finding(self, id_: str, *, take_keys: bool = True) -> None:
        if id_.startswith(SCENARIO):
            return
        self.panels.setCurrentWidget(self.findings)
        self.findings.show_finding(id_, take_keys=take_keys)

    def _open_bundle(self, ids: tuple[str, ...], place: QPoint) -> None:
        case = self.canvas.timeline.case
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_ in ids[:MOST_IN_BUNDLE]:
            entry = case.entries_by_id[id_]
            text = f"{shown(entry.date)}   {title_of(entry)}".replace("&", "&&")
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, chosen=id_: self._choose(chosen))
            menu.addAction(action)
        if len(ids) > MOST_IN_BUNDLE:
            rest = menu.addAction(self.tr("en nog {0}: zoom in").format(len(ids) - MOST_IN_BUNDLE))
            rest.triggered.connect(lambda: self.zoom_to(ids))
        menu.popup(place)

    def _choose(self, id_: str) -> None:
        """Select an entry, or choose what is only proposed."""
        if not self.canvas.ahead.clicked(f"entry:{id_}"):
            self.controller.select([id_])

    def zoom_to(self, ids: tuple[str, ...]) -> None:
        """Bring the days of these entries into view, as large as they fit."""
        days = self.canvas.timeline.case.bounds
        bounds = [days[id_] for id_ in ids if id_ in days]
        if bounds:
            self.canvas.reveal_days(min(b.start_min for b in bounds), max(b.end_max for b in bounds))


class _Trouble(QFrame):
    """What went wrong, in a bar above the work: never in the way, gone when told or mended."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self.text = plain_label("", "problem")
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Melding sluiten"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self.text, 1)
        layout.addWidget(close)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.text.setText(sentence)
        self.show()
