"""What the pointer means on the canvas. Each gesture ends in a call of the canvas or the controller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

STILL = 4
"""Movement in pixels below which a press and release are a click."""


class Gestures:
    """The gestures of one canvas."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller
        self._drag: QPointF | None = None
        self._from = (0, 0)

    def press(self, event: QMouseEvent) -> None:
        """Select what is met, open a bundle, or begin to drag the view."""
        group = self._canvas.group_at(event.position())
        kind, _, id_ = group.id.partition(":") if group else ("", "", "")
        if kind in ("entry", "turn"):
            self._choose(id_, event.modifiers())
        elif kind == "bundle" and group:
            bundle = self._canvas.timeline.bundle_at(group.id)
            if bundle:
                self._canvas.bundle_asked.emit(bundle.ids, event.globalPosition().toPoint())
        else:
            bars = self._canvas.horizontalScrollBar(), self._canvas.verticalScrollBar()
            self._drag = event.position()
            self._from = (bars[0].value(), bars[1].value())
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> bool:
        """Drag the view; False when no drag is going on."""
        if self._drag is None:
            return False
        moved = event.position() - self._drag
        self._canvas.horizontalScrollBar().setValue(round(self._from[0] - moved.x()))
        self._canvas.verticalScrollBar().setValue(round(self._from[1] - moved.y()))
        return True

    def release(self, event: QMouseEvent) -> None:
        """End a drag; a press that did not move asks for the finding it met, or selects nothing."""
        if self._drag is None:
            return
        still = (event.position() - self._drag).manhattanLength() < STILL
        self._drag = None
        self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if not still:
            return
        group = self._canvas.group_at(event.position())
        if group:
            self._canvas.finding_asked.emit(group.id)
        else:
            self._controller.select(())

    def double_press(self, event: QMouseEvent) -> None:
        """Edit the entry that is met, or add one on that day."""
        self._drag = None
        group = self._canvas.group_at(event.position())
        kind, _, id_ = group.id.partition(":") if group else ("", "", "")
        if kind in ("entry", "turn"):
            self._canvas.edit_asked.emit(id_)
        elif kind != "bundle" and event.position().x() > SCREEN.names:
            self._canvas.add_asked.emit(self._canvas.day_at(event.position().x()))

    def _choose(self, id_: str, keys: Qt.KeyboardModifier) -> None:
        chosen = self._controller.selection
        if keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            rest = tuple(other for other in chosen if other != id_)
            self._controller.select(rest if id_ in chosen else (*chosen, id_))
        else:
            self._controller.select([id_])
