"""Lanes over several sheets: as many as fit on each, never a heading alone at the foot, and headings said again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.content import Content, LaneContent

MOST_ROWS = 6
"""Rows that a lane counts for at most: a crowded one is bundled rather than given a sheet of its own."""


def split(content: Content, placed: Sequence[PlacedLane], room: float) -> list[Content]:
    """The content in parts that each fit `room` points, from how high the lanes are when all have what they want."""
    measure = placed[0].surface.measure
    heights = [min(lane.height, MOST_ROWS * measure.row + measure.pad) for lane in placed]
    sheets = ceil(sum(heights) / room)
    limit = min(sum(heights) / sheets + max(heights), room)
    return [replace(content, lanes=tuple(part)) for part in _parts(content.lanes, heights, limit)]


def _parts(lanes: Sequence[LaneContent], heights: Sequence[float], limit: float) -> Iterator[list[LaneContent]]:
    part: list[LaneContent] = []
    used, heading = 0.0, 0
    for index, lane in enumerate(lanes):
        if lane.lane.is_heading:
            heading = index
        ahead = heights[index + 1] if lane.lane.is_heading and index + 1 < len(lanes) else 0.0
        if part and used + heights[index] + ahead > limit:
            yield part
            part, used = [], 0.0
            if lane.lane.level:
                part, used = [lanes[heading]], heights[heading]
        part.append(lane)
        used += heights[index]
    if part:
        yield part
