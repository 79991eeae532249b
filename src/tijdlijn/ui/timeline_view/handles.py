"""What a pointer would take hold of at a place of the canvas: an entry as a whole, or one end of its period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.casebook import Case
from tijdlijn.services.arranging import Side

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

INSIDE, OUTSIDE = 5.0, 4.0
"""How far within and beyond the end of a bar a pointer takes that end, in pixels."""
NARROW = 26.0
"""A bar of fewer pixels is taken as a whole, and its ends only from outside."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What is taken: an entry, and which end of it; None for the whole of it."""

    id: str
    side: Side | None = None
    has_date: bool = True

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape that tells what a press would take."""
        if self.side is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.PointingHandCursor


def x_of(canvas: TimelineCanvas, day: float, y: float) -> float:
    """Where a day begins in the lanes at a height, in the viewport."""
    return canvas.axis_at(y).x(day) - canvas.horizontalScrollBar().value() + SCREEN.names


def day_of(canvas: TimelineCanvas, place: QPointF) -> float:
    """The day at a place of the viewport, with its part of the day as fraction."""
    return canvas.axis_at(place.y()).day(place.x() - SCREEN.names + canvas.horizontalScrollBar().value())


def hold_at(canvas: TimelineCanvas, case: Case, place: QPointF) -> Hold | None:
    """What a press at a place would take; None where no entry of the case is."""
    group = canvas.group_at(place)
    kind, _, id_ = group.id.partition(":") if group else ("", "", "")
    entry = case.entries_by_id.get(id_) if kind in ("entry", "turn") else None
    if entry is None:
        return None
    if entry.date is None:
        return Hold(id_, has_date=False)
    side = _side_at(canvas, case, id_, place) if kind == "entry" and entry.is_span else None
    return Hold(id_, side)


def _side_at(canvas: TimelineCanvas, case: Case, id_: str, place: QPointF) -> Side | None:
    bounds, x, y = case.bounds[id_], place.x(), place.y()
    left, right = x_of(canvas, bounds.start_min, y), x_of(canvas, max(bounds.end_max, bounds.start_max) + 1, y)
    inside = INSIDE if right - left >= NARROW else 1.0
    if -inside <= x - right <= OUTSIDE:
        return Side.END
    return Side.START if -OUTSIDE <= x - left <= inside else None
