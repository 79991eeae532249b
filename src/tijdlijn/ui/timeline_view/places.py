"""Where an entry lies in a timeline: at its own place, or in the bundle that counts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF

from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.timeline import Timeline


def place_of(timeline: Timeline, id_: str) -> QRectF | None:
    """The stretch of x and the rows of an entry, in points from the first lane on; None for one that is not there.

    Where it lies in several lanes the uppermost is meant that shows it; else the uppermost that is folded.
    """
    measure = timeline.measure
    for lane, found in timeline.find(id_):
        if isinstance(found, Bundle):
            top = lane.first_row + (lane.rows - 1) * measure.row
            return QRectF(found.pill, top, found.width, measure.row)
        rows = found.figure.piece(measure).rows(found.place.detail)
        top = lane.first_row + found.place.row * measure.row
        return QRectF(found.left, top, found.right - found.left, measure.row * rows)
    return _in_strip(timeline, id_)


def _in_strip(timeline: Timeline, id_: str) -> QRectF | None:
    """Where an entry lies in a lane that is folded to a strip."""
    for lane in timeline.lanes:
        index = lane.content.places.get(id_) if lane.is_folded else None
        if index is not None:
            axis = lane.surface.axis
            left, right = axis.x(lane.content.starts[index]), axis.x(lane.content.ends[index])
            return QRectF(left, lane.top, max(right - left, 2.0), lane.height)
    return None


def bundles_with(timeline: Timeline, ids: Iterable[str]) -> Iterator[str]:
    """The group ids of the bundles that count any of these entries."""
    for id_ in ids:
        for lane, found in timeline.find(id_):
            if isinstance(found, Bundle):
                yield f"bundle:{lane.lane.key}:{found.ids[0]}"
