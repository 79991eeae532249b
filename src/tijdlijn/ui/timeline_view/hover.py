"""What the pointer rests on: the group under it, and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from tijdlijn.analysis.accounts import by_entry
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.model.entries import Entry
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.telling import tip
from tijdlijn.ui.widgets import plain_tip

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class Hover:
    """The pointer over one canvas. `id` is the group under it, empty when there is none."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller
        self.id = ""

    def move(self, place: QPointF) -> None:
        """The pointer came to a place of the viewport."""
        group = self._canvas.group_at(place)
        self._come_upon(group.id if group else "")

    def event(self, event: QEvent) -> bool:
        """Show a tool tip, or see the pointer leave; whether there is nothing more to do."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() is QEvent.Type.Leave:
            self._come_upon("")
        return False

    def _come_upon(self, id_: str) -> None:
        if id_ != self.id:
            self.id = id_
            self._canvas.links.point_at(id_)
            self._canvas.viewport().update()

    def _told(self, entry: Entry) -> str:
        case = self._controller.case
        differing = entry.id in self._canvas.timeline.content.differing
        return tip(case, entry, by_entry(find_contradictions(case)).get(entry.id, ()) if differing else ())

    def _show_tip(self, event: QHelpEvent) -> None:
        group = self._canvas.group_at(QPointF(event.pos()))
        if group is None:
            QToolTip.hideText()
            return
        kind, _, id_ = group.id.partition(":")
        entry = self._controller.case.entries_by_id.get(id_) if kind in ("entry", "turn") else None
        proposed = self._canvas.ahead.rule_at(group.id)
        text = self._told(entry) if entry else self._canvas.ahead.words(proposed) if proposed else group.label
        QToolTip.showText(event.globalPos(), plain_tip(text), self._canvas.viewport())
