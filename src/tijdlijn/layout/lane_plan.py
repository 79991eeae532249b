"""How high the lanes are: decided once for a snapshot, an arrangement and a window, and kept at every scale.

Lanes share the height like water, by what they hold at the scale on which the whole life is in view: every lane gets
the rows it needs as long as all fit, else all have the same upper limit. So a lane stays where it is while zooming,
and the room that a narrower stretch of time leaves goes to more text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from tijdlijn.drawing.text_metrics import wrapped
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.content import LaneContent
from tijdlijn.layout.detail import Detail, most_detail
from tijdlijn.layout.lane_names import name_left, name_style
from tijdlijn.layout.lanes import shared_rows
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.packing import Room, rows_needed
from tijdlijn.layout.tiles import Surface

MOST_ROWS = 60
MOST_ASKED = 800
"""Entries of a lane from which it surely wants all rows it can get."""
SCROLLED_ROWS = 5
"""Rows that a lane gets at most where all lanes together are higher than the window anyway."""
CARD_ROWS = 3
"""Rows that a lane with anything in it gets when there is room: enough for a card."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The room of one lane: how high it is, how many rows it has (0: none), and whether it is folded."""

    height: float
    rows: int
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The rooms of all lanes, the rows of names and findings above them, and how many anchors there are."""

    strips: tuple[Strip, ...]
    turn_rows: int
    chip_rows: int
    anchors: int = 0


def planned(surface: Surface, height: float, with_air: bool) -> tuple[Strip, ...]:
    """Rooms for the lanes in `height` points where that can be; `with_air` spreads what is left over them."""
    contents, measure = surface.content.lanes, surface.measure
    strips = [_given(content, surface) for content in contents]
    open_lanes = [index for index, strip in enumerate(strips) if strip is None]
    demands = [_demand(contents[index], surface) for index in open_lanes]
    used = sum(strip.height for strip in strips if strip) + len(open_lanes) * measure.pad + measure.tiny * 1.3
    available = max(int((height - used) / measure.row), 0)
    rows = shared_rows(demands, available, least=2)
    if sum(rows) > available and not surface.frame.is_page:
        rows = [min(max(demand, 1), SCROLLED_ROWS) for demand in demands]
    rows = _roomier([contents[index] for index in open_lanes], surface, rows, available)
    left = height - used - sum(rows) * measure.row
    air = floor(min(max(left / max(len(open_lanes), 1), 0.0), measure.row * 1.5)) if with_air else 0
    for index, count in zip(open_lanes, rows, strict=True):
        strips[index] = Strip(count * measure.row + measure.pad + air, count)
    return tuple(strip for strip in strips if strip is not None)


def fitted(surface: Surface, height: float) -> tuple[Strip, ...]:
    """Rooms for the lanes that are never higher than `height` points together, as what is projected cannot be scrolled
    by those who look at it: a lane has at least one row, and what finds no row is counted."""
    contents, measure = surface.content.lanes, surface.measure
    strips = [_given(content, surface) for content in contents]
    open_lanes = [index for index, strip in enumerate(strips) if strip is None]
    demands = [max(_demand(contents[index], surface), 1) for index in open_lanes]
    used = sum(strip.height for strip in strips if strip) + len(open_lanes) * measure.pad + measure.tiny * 1.3
    available = max(int((height - used) / measure.row), len(open_lanes))
    for index, count in zip(open_lanes, shared_rows(demands, available, least=1), strict=True):
        strips[index] = Strip(count * measure.row + measure.pad, count)
    return tuple(strip for strip in strips if strip is not None)


def fitted_together(surfaces: Sequence[Surface], height: float) -> tuple[Strip, ...]:
    """Rooms for the lanes of several surfaces above each other within `height` points where that can be, so that they
    are compared in one view: each gets what it needs as long as all fit, and two rows at least, of which the second
    is for numbers. One in which nothing lies has room for its name only."""
    parts = [(surface, content) for surface in surfaces for content in surface.content.lanes]
    measure = surfaces[0].measure
    slim = Strip(round(measure.small * 1.5), 0)
    strips = [_given(content, surface) or (None if content.entries else slim) for surface, content in parts]
    open_lanes = [index for index, strip in enumerate(strips) if strip is None]
    demands = [max(_demand(parts[index][1], parts[index][0]), 1) for index in open_lanes]
    used = sum(strip.height for strip in strips if strip) + len(open_lanes) * measure.pad + measure.tiny * 1.3
    rows = shared_rows(demands, max(int((height - used) / measure.row), 0), least=2)
    for index, count in zip(open_lanes, rows, strict=True):
        strips[index] = Strip(count * measure.row + measure.pad, count)
    return tuple(strip for strip in strips if strip is not None)


def placed_lanes(
    surface: Surface, strips: Sequence[Strip], before: Sequence[PlacedLane] = (), top: float = 0.0
) -> tuple[PlacedLane, ...]:
    """The lanes in their rooms, below each other from `top`; what was laid out of the same lanes `before` is kept."""
    lanes: list[PlacedLane] = []
    known = {id(lane.content): lane for lane in before}
    index = 0
    for content, strip in zip(surface.content.lanes, strips, strict=True):
        lane = PlacedLane(surface, content, index, top, strip.height, strip.rows, strip.is_folded)
        lanes.append(lane)
        if id(content) in known:
            lane.take_over(known[id(content)])
        top += strip.height
        index = 0 if content.lane.is_heading else index + 1
    return tuple(lanes)


def _given(content: LaneContent, surface: Surface) -> Strip | None:
    """The room of a lane that has not to be shared out: folded, a heading, empty within a heading, or chosen."""
    measure, arrangement = surface.measure, surface.content.arrangement
    key = content.lane.key
    if key in arrangement.folded:
        return Strip(round(measure.row * 1.1), 1, is_folded=True)
    if content.lane.is_heading:
        return Strip(round(measure.strong * 1.7), 0)
    if content.lane.level and not content.entries:
        return Strip(round(measure.small * 1.5), 0)
    chosen = dict(arrangement.heights).get(key)
    return Strip(chosen * measure.row + measure.pad, chosen) if chosen else None


def _demand(content: LaneContent, surface: Surface) -> int:
    """Rows that show every title of a lane whole, and its name."""
    measure, scale = surface.measure, surface.axis.points_per_day / surface.measure.label
    if len(content.entries) > MOST_ASKED:
        return MOST_ROWS
    if scale not in content.demands or surface.frame.is_page:
        content.demands[scale] = max(_rows(content, surface, Detail.TITLE), _name_rows(content, measure))
    return content.demands[scale]


def _rows(content: LaneContent, surface: Surface, most: Detail) -> int:
    measure, cards = surface.measure, most < Detail.TITLE
    shapes = sorted((surface.figure(entry, cards) for entry in content.entries), key=lambda s: (s.left, s.right))
    room = Room(MOST_ROWS, measure.label, measure.gap, surface.frame.right, most, surface.frame.left)
    return rows_needed([shape.piece(measure) for shape in shapes], room)


def _name_rows(content: LaneContent, measure: Measure) -> int:
    """Rows that the lane's name takes."""
    size, face = name_style(content.lane, measure)
    room = measure.names - 2 * measure.gap - name_left(content.lane, measure)
    lines = len(wrapped(content.lane.name, room, size, face))
    return max(ceil((lines * size * 1.15 - measure.pad / 2) / measure.row), 1) if content.lane.level else lines


def _roomier(contents: Sequence[LaneContent], surface: Surface, rows: list[int], available: int) -> list[int]:
    """Rows for compact entries and cards where there is height to spare, the lowest lanes first."""
    wishes = [
        max(count, _wish(content, surface)) if content.entries else count
        for content, count in zip(contents, rows, strict=True)
    ]
    while sum(rows) < available and rows != wishes:
        lowest = min((count, place) for place, count in enumerate(rows) if count < wishes[place])
        rows[lowest[1]] += 1
    return rows


def _wish(content: LaneContent, surface: Surface) -> int:
    """Rows that a lane would like to have: on a page what its scale can show, on a screen enough for a card."""
    if not surface.frame.is_page:
        return CARD_ROWS
    most = most_detail(surface.axis.points_per_day, surface.measure.label, CARD_ROWS)
    return _rows(content, surface, most) if most < Detail.TITLE else 0
