"""What stands around the timeline: made when it is first asked for, or part by part after the first picture.

The rule: who asks for a part gets it, made or not, so that nobody has to know whether it was there; and a part that is
made later changes the size of nothing, as its place was kept. The parts take three tenths of a second to import, make
and style, which nobody should wait for before the timeline is there.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.tasks import run
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

if TYPE_CHECKING:
    from tijdlijn.ui.filter_panel import FilterPanel
    from tijdlijn.ui.findings_panel import FindingsPanel
    from tijdlijn.ui.history_panel import HistoryPanel
    from tijdlijn.ui.inspector import Inspector
    from tijdlijn.ui.people_panel import PeoplePanel
    from tijdlijn.ui.quick_entry import QuickEntryLine
    from tijdlijn.ui.search_panel import SearchPanel

_P = TypeVar("_P", bound=QWidget)
QUICK_HEIGHT = 72
INSPECTOR_WIDTH = 300
PANELS = ("findings", "people", "search", "filter", "history")
PARTS = ("quick", *PANELS, "inspector")
"""In the order in which they are made when nobody asks."""


class Surroundings(QWidget):
    """The parts around a timeline. Whoever builds the window puts `places` where each of them belongs. `source_asked`
    carries the id of a source and the citation at which its document is to be opened."""

    source_asked = Signal(str, object)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.canvas = TimelineCanvas(controller, self)
        self.panels = QTabWidget(self)
        self.splitter = QSplitter(self)
        self.places = {name: QWidget(self) for name in PARTS}
        self.places["quick"].setFixedHeight(QUICK_HEIGHT)
        self.places["inspector"].setMinimumWidth(INSPECTOR_WIDTH)
        self._waiting = list(PARTS)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._make_next)
        self.canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self.canvas.viewport():
            watched.removeEventFilter(self)
            self._turn.start()
        return super().eventFilter(watched, event)

    def _make_next(self) -> None:
        getattr(self, self._waiting.pop(0))
        if self._waiting:
            self._turn.start()
        else:
            run(self, self.controller.book.prepare, lambda _: None, lambda _: None)

    def has_made(self, name: str) -> bool:
        """Whether a part is there already. In one that is not nothing can have been typed."""
        return name in self.__dict__

    @cached_property
    def quick(self) -> QuickEntryLine:
        """The line in which an entry is typed."""
        from tijdlijn.ui.quick_entry import QuickEntryLine

        made = QuickEntryLine(self.controller, self)
        made.left.connect(self.canvas.setFocus)
        place = self.places["quick"]
        holder = place.parentWidget()
        layout = holder.layout() if holder is not None else None
        assert layout is not None
        layout.replaceWidget(place, made)
        place.hide()
        made.setMinimumHeight(QUICK_HEIGHT)
        made.show()
        return made

    @cached_property
    def findings(self) -> FindingsPanel:
        """The panel of what was found."""
        from tijdlijn.ui.findings_panel import FindingsPanel

        return self._on_tab("findings", FindingsPanel(self.controller, self))

    @cached_property
    def people(self) -> PeoplePanel:
        """The panel of persons, parties and workers."""
        from tijdlijn.ui.people_panel import PeoplePanel

        made = PeoplePanel(self.controller, self)
        made.person_activated.connect(self._stand_out_person)
        made.party_activated.connect(self._stand_out_party)
        made.deactivated.connect(lambda: self.canvas.set_found(None))
        return self._on_tab("people", made)

    @cached_property
    def search(self) -> SearchPanel:
        """The panel in which words are searched for."""
        from tijdlijn.ui.search_panel import SearchPanel

        made = SearchPanel(self.controller, self)
        made.found.connect(self.canvas.set_found)
        return self._on_tab("search", made)

    @cached_property
    def filter(self) -> FilterPanel:
        """The panel in which is chosen what is shown."""
        from tijdlijn.ui.filter_panel import FilterPanel

        return self._on_tab("filter", FilterPanel(self.controller, self))

    @cached_property
    def history(self) -> HistoryPanel:
        """The panel of the steps."""
        from tijdlijn.ui.history_panel import HistoryPanel

        return self._on_tab("history", HistoryPanel(self.controller, self))

    @cached_property
    def inspector(self) -> Inspector:
        """The fields of what is selected."""
        from tijdlijn.ui.inspector import Inspector

        made, place, sizes = Inspector(self.controller, self), self.places["inspector"], self.splitter.sizes()
        made.source_asked.connect(self.source_asked)
        away = place.isHidden()
        self.splitter.replaceWidget(self.splitter.indexOf(place), made)
        self.splitter.setSizes(sizes)
        made.setHidden(away)
        place.setParent(self)
        place.hide()
        return made

    @property
    def shows_inspector(self) -> bool:
        """Whether the inspector has not been put away."""
        return not (self.inspector if self.has_made("inspector") else self.places["inspector"]).isHidden()

    def _on_tab(self, name: str, made: _P) -> _P:
        """The part on the tab where its place was kept; what is shown stays shown, and nobody is told."""
        tabs, place = self.panels, self.places[name]
        index, shown = tabs.indexOf(place), tabs.currentIndex()
        tabs.blockSignals(True)
        title = tabs.tabText(index)
        tabs.removeTab(index)
        tabs.insertTab(index, made, title)
        tabs.setCurrentIndex(shown)
        tabs.blockSignals(False)
        place.hide()
        return made

    def _stand_out_person(self, id_: str) -> None:
        self.canvas.set_found(e.id for e in self.controller.case.entries if id_ in e.person_ids)

    def _stand_out_party(self, id_: str) -> None:
        self.canvas.set_found(e.id for e in self.controller.case.entries if id_ in e.party_ids)
