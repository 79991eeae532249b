"""Which entry stands beside another in a timeline: in time, or in the lane above or below.

An entry that is counted in a bundle is a neighbour like any other: what is not drawn can be walked to as well.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from tijdlijn.layout.timeline import Timeline
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.places import place_of

Stretch = tuple[float, float]


def reachable(controller: CaseController) -> Container[str]:
    """The entries that can be walked to: of this snapshot, not only being typed, and not filtered away."""
    return controller.case.entries_by_id if controller.shown is None else controller.shown


def in_time(timeline: Timeline, id_: str | None, by: int, known: Container[str]) -> str | None:
    """The next (1) or previous (-1) of the `known` entries after `id_`, the first or last after None; None at the end.

    What is only being typed is in the timeline and not among the known ones.
    """
    order = [entry.id for entry in timeline.entries if entry.id in known]
    place = order.index(id_) + by if id_ in order else (0 if by > 0 else len(order) - 1)
    return order[place] if 0 <= place < len(order) else None


def in_view(timeline: Timeline, window: Stretch, known: Container[str]) -> str | None:
    """The first of the `known` entries that touches a stretch of x."""
    for entry in timeline.entries:
        left, right = stretch_of(timeline, entry.id)
        if entry.id in known and right >= window[0] and left <= window[1]:
            return entry.id
    return None


def in_lanes(timeline: Timeline, lane: int, x: float, by: int, known: Container[str]) -> tuple[int, str] | None:
    """In the nearest lane below (1) or above (-1) lane number `lane` that holds any: its number, and the entry at x."""
    place = lane + by
    while 0 <= place < len(timeline.lanes):
        ids = [id_ for id_ in ids_in(timeline, place) if id_ in known]
        if ids:
            return place, nearest(timeline, ids, x)
        place += by
    return None


def lane_of(timeline: Timeline, id_: str) -> int:
    """The number of the first lane in which an entry lies; -1 for one that lies in none."""
    return next((place for place, lane in enumerate(timeline.lanes) if id_ in lane.content.places), -1)


def ids_in(timeline: Timeline, lane: int) -> Iterator[str]:
    """The entries of a lane, drawn or counted."""
    return (entry.id for entry in timeline.lanes[lane].content.entries)


def nearest(timeline: Timeline, ids: Sequence[str], x: float) -> str:
    """Of some entries the one whose days lie nearest to x; of those that hold x the one that begins nearest to it."""

    def distance(id_: str) -> tuple[float, float]:
        left, right = stretch_of(timeline, id_)
        return max(left - x, x - right, 0.0), abs(left - x)

    return min(ids, key=distance)


def stretch_of(timeline: Timeline, id_: str) -> Stretch:
    """The days of an entry as a stretch of x; its place when it has no date."""
    days = timeline.case.bounds.get(id_)
    if days is not None:
        return timeline.axis.x(days.start_min), timeline.axis.x(max(days.end_max, days.start_max) + 1)
    place = place_of(timeline, id_)
    return (place.left(), place.right()) if place is not None else (0.0, 0.0)
