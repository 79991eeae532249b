"""Dragging a lane by its name to another place, and by its lower edge to another height. Escape leaves it as it was.

The lanes stay where they are until the drag ends: a line shows where the lane would lie, or how high it would be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer

from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.lane_plan import MOST_ROWS
from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.timeline_view.lane_holds import lane_top
from tijdlijn.ui.timeline_view.lane_layer import Lift

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

NEAR = 24.0
"""How near to the upper or lower edge a drag scrolls, in pixels."""
EVERY = 30
"""Milliseconds between two steps of scrolling."""
HIGH = 26.0
"""Height of the name that goes with the pointer, in pixels."""


class LaneDrag:
    """A lane on its way to another place among the lanes of its level."""

    def __init__(self, canvas: TimelineCanvas, lane: PlacedLane) -> None:
        self._canvas, self._key, self._top = canvas, lane.lane.key, lane.top
        self._lanes = canvas.lanes.all
        self._at = QPointF()
        self._before: str | None = self._key
        self._scroll = QTimer(canvas)
        self._scroll.setInterval(EVERY)
        self._scroll.timeout.connect(self._scrolled)
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF, _keys: Qt.KeyboardModifier) -> None:
        """Show where it would lie, and scroll near an edge."""
        self._at = at
        self._show()
        if self._speed and not self._scroll.isActive():
            self._scroll.start()

    def drop(self, _keys: Qt.KeyboardModifier) -> None:
        """Put it there."""
        self.leave()
        self._canvas.lanes.arrange(self._lanes.moved(self._key, self._before))

    def leave(self) -> None:
        """Leave it where it was."""
        self._scroll.stop()
        self._scroll.deleteLater()
        self._canvas.lanes.layer.tell(None)

    @property
    def _speed(self) -> int:
        head, high = self._canvas.timeline.header_height, self._canvas.viewport().height()
        y = self._at.y()
        return round(min(y - head - NEAR, 0.0) / 2 + max(y - high + NEAR, 0.0) / 2)

    def _scrolled(self) -> None:
        bar = self._canvas.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._speed)
        if bar.value() == before:
            self._scroll.stop()
        self._show()

    def _show(self) -> None:
        blocks = self._blocks()
        place = sum((top + bottom) / 2 < self._at.y() for _, top, bottom in blocks)
        is_last = place == len(blocks)
        self._before = self._lanes.after(blocks[-1][0]) if is_last else blocks[place][0]
        own = next(index for index, block in enumerate(blocks) if block[0] == self._key)
        line: float | None = blocks[-1][2] if is_last else blocks[place][1]
        if place in (own, own + 1):
            self._before, line = self._key, None
        lane = self._lanes.lane(self._key)
        name, indent = (lane.name, lane.level * SCREEN.gap * 1.4) if lane else ("", 0.0)
        cell = QRectF(self._at.x() + 10.0, self._at.y() + 8.0, SCREEN.names, HIGH)
        self._canvas.lanes.layer.tell(Lift(cell, name, line, indent))

    def _blocks(self) -> list[tuple[str, float, float]]:
        """The lanes of its level with what is below each: key, top and bottom in the viewport."""
        beside = set(self._lanes.beside(self._key))
        strands = self._canvas.timeline.strands
        own = next((strand for strand in strands if strand.top <= self._top < strand.bottom), strands[0])
        found: list[tuple[str, float, float]] = []
        for lane in own.lanes:
            top = lane_top(self._canvas, lane)
            if lane.lane.key in beside:
                found.append((lane.lane.key, top, top + lane.height))
            elif found and lane.lane.key.startswith(f"{found[-1][0]}/"):
                found[-1] = (*found[-1][:2], top + lane.height)
        return found


class LaneResize:
    """The lower edge of a lane on its way to another number of whole rows."""

    def __init__(self, canvas: TimelineCanvas, lane: PlacedLane) -> None:
        self._canvas, self._key = canvas, lane.lane.key
        self._lane = lane
        self._rows = lane.rows
        canvas.viewport().setCursor(Qt.CursorShape.SplitVCursor)

    def move(self, at: QPointF, _keys: Qt.KeyboardModifier) -> None:
        """Show how high it would be."""
        measure, top = self._canvas.timeline.measure, lane_top(self._canvas, self._lane)
        self._rows = min(max(round((at.y() - top - measure.pad) / measure.row), 1), MOST_ROWS)
        line = top + measure.pad + self._rows * measure.row
        canvas = self._canvas
        words = canvas.tr("1 rij hoog") if self._rows == 1 else canvas.tr("{0} rijen hoog").format(self._rows)
        cell = QRectF(8.0, line + 5, SCREEN.names - 16.0, HIGH)
        canvas.lanes.layer.tell(Lift(cell, words, line))

    def drop(self, _keys: Qt.KeyboardModifier) -> None:
        """Make it so high."""
        self.leave()
        hand = self._canvas.lanes
        if self._rows != self._lane.rows or self._key in dict(hand.all.arrangement.heights):
            hand.arrange(hand.all.with_rows(self._key, self._rows), self._key)

    def leave(self) -> None:
        """Leave it as high as it was."""
        self._canvas.lanes.layer.tell(None)
