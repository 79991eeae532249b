"""Where an entry lies in a timeline: at its own place, or in the bundle that counts it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from PySide6.QtCore import QRectF

from tijdlijn.layout.timeline import Timeline


def place_of(timeline: Timeline, id_: str) -> QRectF | None:
    """The stretch of x and the row of an entry, in points from the first lane on; None for one that is not there."""
    measure = timeline.measure
    for lane in timeline.lanes:
        first = lane.top + measure.pad / 2
        for placed in lane.figures:
            if placed.figure.entry.id == id_:
                top = first + placed.place.row * measure.row
                return QRectF(placed.left, top, placed.right - placed.left, measure.row)
        for bundle in lane.bundles:
            if id_ in bundle.ids:
                top = first + (lane.rows - 1) * measure.row
                return QRectF(bundle.pill, top, bundle.width, measure.row)
    return None


def bundles_with(timeline: Timeline, ids: Container[str]) -> Iterator[str]:
    """The group ids of the bundles that count any of these entries."""
    for lane in timeline.lanes:
        for bundle in lane.bundles:
            if any(id_ in ids for id_ in bundle.ids):
                yield f"bundle:{lane.lane.key}:{bundle.ids[0]}"
