"""What a pointer would take hold of in the names of the lanes: a name, its fold sign, its edge, the hidden ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.lane_names import name_left
from tijdlijn.layout.measure import SCREEN

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

EDGE = 4.0
"""How far from the lower edge of a lane a pointer takes that edge, in pixels."""


class Part(Enum):
    """What of a lane is taken."""

    NAME = auto()
    FOLD = auto()
    EDGE = auto()
    HIDDEN = auto()


_SHAPES = {
    Part.NAME: Qt.CursorShape.OpenHandCursor,
    Part.FOLD: Qt.CursorShape.PointingHandCursor,
    Part.EDGE: Qt.CursorShape.SplitVCursor,
    Part.HIDDEN: Qt.CursorShape.PointingHandCursor,
}


@dataclass(frozen=True, slots=True)
class LaneHold:
    """A lane and what of it is taken; no lane for the count of what is hidden."""

    part: Part
    lane: PlacedLane | None = None

    @property
    def key(self) -> str:
        """The key of the lane; empty for the count of what is hidden."""
        return self.lane.lane.key if self.lane else ""

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape that tells what a press would take."""
        return _SHAPES[self.part]


def can_fold(lane: PlacedLane) -> bool:
    """Whether folding a lane means anything: an empty lane within a heading is a slim line already."""
    return lane.is_folded or lane.lane.is_heading or lane.rows > 0


def can_resize(lane: PlacedLane) -> bool:
    """Whether a lane has rows that can be made more or fewer."""
    return lane.has_rows


def lane_top(canvas: TimelineCanvas, lane: PlacedLane) -> float:
    """Where a lane begins in the viewport, which may be beside it."""
    return canvas.timeline.header_height - canvas.verticalScrollBar().value() + lane.top


def cell_of(canvas: TimelineCanvas, lane: PlacedLane) -> QRectF:
    """Where the name of a lane stands in the viewport, or beside it."""
    return QRectF(0.0, lane_top(canvas, lane), SCREEN.names, lane.height)


def lane_hold_at(canvas: TimelineCanvas, at: QPointF) -> LaneHold | None:
    """What a press at a place of the viewport would take; None beside the names."""
    timeline = canvas.timeline
    y = at.y() - timeline.header_height + canvas.verticalScrollBar().value()
    if not 0 <= at.x() < SCREEN.names or at.y() < timeline.header_height or y < 0:
        return None
    above: PlacedLane | None = None
    for lane in timeline.lanes:
        if y < lane.top + lane.height:
            return _part_of(lane, above, at.x(), y) if y >= lane.top else None
        above = lane
    if above is not None and y - above.top - above.height <= EDGE and can_resize(above):
        return LaneHold(Part.EDGE, above)
    return LaneHold(Part.HIDDEN) if timeline.content.hidden.lanes and y < timeline.body_height else None


def _part_of(lane: PlacedLane, above: PlacedLane | None, x: float, y: float) -> LaneHold:
    if lane.top + lane.height - y <= EDGE and can_resize(lane):
        return LaneHold(Part.EDGE, lane)
    if above is not None and y - lane.top < EDGE - 1 and can_resize(above):
        return LaneHold(Part.EDGE, above)
    reach = name_left(lane.lane, lane.surface.measure)
    if x < reach and y - lane.top < lane.surface.measure.row * 1.3 and can_fold(lane):
        return LaneHold(Part.FOLD, lane)
    return LaneHold(Part.NAME, lane)
