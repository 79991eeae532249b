"""Linking entries: two that are selected at once, or one that is selected and another that is pointed at next.

The rule: a link goes from the earlier to the later, and what it says is chosen in a small menu. While the second entry
is looked for, the status bar says how; the keys and the pointer go about as always, Enter or a click links, Escape
leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.naming import title_of
from tijdlijn.model.links import DRAWN, LinkKind
from tijdlijn.services.editing import quoted
from tijdlijn.services.links import add_link
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class Linker(QObject):
    """Links entries of one canvas. `told` carries what the status bar says, empty when it has nothing to say."""

    told = Signal(str)

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self.controller, self.canvas = controller, canvas
        self.first = ""
        """The entry for which another is looked for; empty when none is."""
        controller.selection_changed.connect(self._selected)
        controller.case_changed.connect(self._case_changed)

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its id."""
        return {"link": self.link}

    def can(self, _id: str) -> bool:
        """Whether it makes sense now."""
        return len(self.controller.selected_entries) in (1, 2)

    def link(self) -> None:
        """Ask what the link between the two selected entries says; of one, first look for the other."""
        chosen = self.controller.selection
        if len(chosen) == 2:
            self.leave()
            self._ask(*chosen)
        elif len(chosen) == 1:
            self._begin(chosen[0])

    def leave(self) -> None:
        """No longer look for another entry."""
        if self.first:
            self.first = ""
            self.canvas.removeEventFilter(self)
            self.canvas.viewport().removeEventFilter(self)
            self.canvas.links.draw(None)
            self.told.emit("")

    # Looking for the other

    def _begin(self, id_: str) -> None:
        self.leave()
        self.first = id_
        self.canvas.installEventFilter(self)
        self.canvas.viewport().installEventFilter(self)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        name = quoted(title_of(self.controller.case.entries_by_id[id_]))
        said = self.tr("Verbind {0} met… Klik op de andere regel, of ga erheen en druk op Enter. Escape stopt.")
        self.told.emit(said.format(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseMove:
                self._point_at(self._entry_at(event))
            if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                return self._choose(self._entry_at(event))
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.canvas.keys.current or "")
            return True
        return False

    def _entry_at(self, event: QMouseEvent) -> str:
        group = self.canvas.group_at(event.position())
        kind, _, id_ = group.id.partition(":") if group else ("", "", "")
        return id_ if kind in ("entry", "turn") else ""

    def _point_at(self, id_: str) -> None:
        known = self.controller.case.entries_by_id
        self.canvas.links.draw(self._in_time(self.first, id_) if id_ in known and id_ != self.first else None)

    def _choose(self, id_: str) -> bool:
        """Link with this one; False when it is none, so that the press means what it always does."""
        first = self.first
        if not id_ or id_ == first or id_ not in self.controller.case.entries_by_id:
            return False
        self.leave()
        self._ask(first, id_)
        return True

    def _selected(self) -> None:
        if self.first:
            self._point_at(self.canvas.keys.current or "")

    def _case_changed(self) -> None:
        if self.first not in self.controller.case.entries_by_id:
            self.leave()

    # What it says

    def _ask(self, one: str, other: str) -> None:
        """A menu of what a link can say, at the second entry."""
        first, second = self._in_time(one, other)
        self.canvas.links.draw((first, second))
        menu = QMenu(self.canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Soort verbinding"))
        entries = self.controller.case.entries_by_id
        names = (quoted(title_of(entries[id_])).replace("&", "&&") for id_ in (first, second))
        menu.addAction(" → ".join(names)).setEnabled(False)
        menu.addSeparator()
        for kind in DRAWN:
            action = menu.addAction(kind.label)
            action.triggered.connect(lambda _=False, chosen=kind: self._make(first, second, chosen))
        menu.aboutToHide.connect(lambda: self.canvas.links.draw(None))
        menu.popup(self._place(second))
        menu.setActiveAction(menu.actions()[2])

    def _make(self, first: str, second: str, kind: LinkKind) -> None:
        if self.controller.do(add_link, first, second, kind) is not None and len(self.controller.selection) != 2:
            self.controller.select([first])

    def _in_time(self, one: str, other: str) -> tuple[str, str]:
        order = [entry.id for entry in self.controller.case.timeline if entry.id in (one, other)]
        return order[0], order[-1]

    def _place(self, id_: str) -> QPoint:
        port = self.canvas.viewport()
        place = self.canvas.place_in_view(id_)
        x, y = (place.left(), place.bottom() + 2) if place else (SCREEN.names, 0.0)
        x, y = min(max(x, SCREEN.names), port.width() - 120.0), min(max(y, 0.0), port.height() - 40.0)
        return port.mapToGlobal(QPoint(round(x), round(y)))
