"""What lies at a place of the canvas, for a menu or for adding an entry there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.timeline_view.picture import BANDS

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class Spot(NamedTuple):
    """A place: what is there (`entry`, `bundle`, `finding` or `ground`), its id, its day, and where on the screen.

    `start` is what an entry in this lane begins with, as quick entry reads it.
    """

    kind: str
    id: str
    day: date
    start: str
    on_screen: QPoint


def spot_at(canvas: TimelineCanvas, at: QPointF, on_screen: QPoint) -> Spot:
    """What lies at a place of the viewport."""
    group, day, start = canvas.group_at(at), canvas.day_at(max(at.x(), SCREEN.names)), start_at(canvas, at)
    kind, _, id_ = group.id.partition(":") if group else ("", "", "")
    if group and kind in ("entry", "turn"):
        return Spot("entry", id_, day, start, on_screen)
    if group and kind == "bundle":
        return Spot("bundle", group.id, day, start, on_screen)
    if group and group.id.startswith(BANDS):
        return Spot("finding", group.id, day, start, on_screen)
    return Spot("ground", "", day, start, on_screen)


def start_at(canvas: TimelineCanvas, at: QPointF) -> str:
    """The kind that a lane is for, where it is for one; else nothing."""
    y = at.y() - canvas.timeline.header_height + canvas.verticalScrollBar().value()
    for placed in canvas.timeline.lanes:
        if placed.top <= y < placed.top + placed.height:
            kinds = placed.lane.kinds
            return next(iter(kinds)).label if len(kinds) == 1 else ""
    return ""
