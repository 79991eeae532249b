"""The names of the lanes: with their coloured edge, how much a filter leaves out, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width, wrapped
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.content import Content, LaneContent
from tijdlijn.layout.lanes import Lane
from tijdlijn.layout.measure import Measure

EDGE = 0.7
"""Width of the coloured edge, in gaps."""


def draw_names(
    lanes: Sequence[PlacedLane], content: Content, measure: Measure, left: float, width: float, top: float
) -> Iterator[Primitive]:
    """A group for each lane, and one for what is hidden below the last."""
    for lane in lanes:
        y = top + lane.top
        parts = (*_ground(lane, measure, left, width, y), *_words(lane, measure, left, width, y))
        yield Group(f"lane:{lane.lane.key}", parts, name_of(lane), (left, y, width, lane.height))
    if content.hidden.lanes:
        last = lanes[-1] if lanes else None
        y = top + (last.top + last.height if last else 0.0)
        text = hidden_words(content)
        base = y + measure.tiny * 1.1
        line = shortened(text, width - 2 * measure.gap, measure.tiny)
        words = Text(left + 2.4 * measure.gap, base, line, "label.faint", measure.tiny)
        yield Group("hidden:", (words,), text, (left, y, width, measure.tiny * 1.4))


def name_of(lane: PlacedLane) -> str:
    """The name of a lane for a screen reader, with the number of its entries."""
    content = lane.content
    count = content.showing
    words = [content.lane.name, "1 regel" if count == 1 else f"{count} regels"]
    if left_out := content.total - count:
        words.append(f"{left_out} weggefilterd")
    if lane.is_folded:
        words.append("ingeklapt")
    return ", ".join(words)


def hidden_words(content: Content) -> str:
    """How many lanes are hidden, and how many entries with them."""
    lanes, entries = len(content.hidden.lanes), content.hidden.entries
    return f"{lanes} {'baan' if lanes == 1 else 'banen'} verborgen ({entries} {'regel' if entries == 1 else 'regels'})"


def name_style(lane: Lane, measure: Measure) -> tuple[float, Face]:
    """The size and face of the name of a lane with rows."""
    return (measure.small, Face.REGULAR) if lane.level else (measure.strong, Face.SEMIBOLD)


def name_left(lane: Lane, measure: Measure) -> float:
    """Where the name of a lane begins, from the left of its cell: what lies before it is its fold sign."""
    return (2.4 + lane.level * 1.4) * measure.gap


def room_for_headings(content: Content, measure: Measure) -> float:
    """How wide the names must be for those of headings, which have one line, to stand there whole with their counts."""

    def wanted(lane: LaneContent) -> float:
        _, face = name_style(lane.lane, measure)
        count = text_width(str(lane.total), measure.tiny)
        return name_left(lane.lane, measure) + text_width(lane.lane.name, measure.small, face) + count + 3 * measure.gap

    return max((wanted(lane) for lane in content.lanes if lane.lane.is_heading), default=0.0)


def _indent(lane: Lane, measure: Measure) -> float:
    return EDGE * 2 * measure.gap * lane.level


def _ground(lane: PlacedLane, measure: Measure, left: float, width: float, y: float) -> Iterator[Primitive]:
    ground = "lane.heading" if lane.lane.is_heading else f"lane.{lane.ground}"
    yield Box(left, y, width, lane.height, ground)
    edge = left + _indent(lane.lane, measure)
    yield Box(edge, y + 0.5, EDGE * measure.gap, lane.height - 1, lane.lane.strip)
    yield Line(left, y, left + width, y, "lane.rule")


def _words(lane: PlacedLane, measure: Measure, left: float, width: float, y: float) -> Iterator[Primitive]:
    if lane.is_folded:
        yield fold_sign(lane, measure, left, y)
    x, right = left + name_left(lane.lane, measure), left + width - measure.gap
    yield from (_open_words if lane.has_rows else _slim_words)(lane, measure, x, right, y)


def _open_words(lane: PlacedLane, measure: Measure, x: float, right: float, y: float) -> Iterator[Primitive]:
    """The name on as many lines as there is room for, and below it what a filter leaves."""
    size, face = name_style(lane.lane, measure)
    room = right - measure.gap - x
    lines = wrapped(lane.lane.name, room, size, face)[: max(int((lane.height - 2) / (size * 1.15)), 1)]
    base = y + measure.pad / 2 + size * 1.05
    for line in lines:
        yield Text(x, base, line, "lane.name", size, face)
        base += size * 1.15
    counts = _counts(lane)
    if counts and base + 2 <= y + lane.height:
        yield Text(x, base, shortened(counts, room, measure.tiny), "label.faint", measure.tiny)


def _slim_words(lane: PlacedLane, measure: Measure, x: float, right: float, y: float) -> Iterator[Primitive]:
    """The name on one line, smaller when that shows it whole, and what it counts at the end.

    Of a heading or a folded lane the count is what there is to see, so that its name makes room for it.
    """
    name, counts = lane.lane.name, _counts(lane)
    size, face = name_style(lane.lane, measure)
    taken = text_width(counts, measure.tiny) + measure.gap if counts else measure.gap
    must_count = lane.lane.is_heading or lane.is_folded
    if not must_count or text_width(name, size, face) > right - taken - x:
        size = measure.small
    room = right - x - (taken if must_count else measure.gap)
    text = shortened(name, room, size, face)
    yield Text(x, measure.baseline(y, lane.height, size), text, "lane.name", size, face)
    if counts and x + text_width(text, size, face) <= right - taken:
        base = measure.baseline(y, lane.height, measure.tiny)
        yield Text(right - taken + measure.gap, base, counts, "label.faint", measure.tiny)


def _counts(lane: PlacedLane) -> str:
    """How many entries a lane shows where that cannot be seen: filtered, folded, or a heading."""
    content = lane.content
    if content.showing < content.total:
        return f"{content.showing} van {content.total}"
    return str(content.total) if lane.is_folded or content.lane.is_heading else ""


def fold_sign(lane: PlacedLane, measure: Measure, left: float, top: float, is_open: bool = False) -> Polygon:
    """A triangle before the name of a lane: to the right for a folded one, down for one that is open."""
    size = measure.small * 0.6
    x = left + EDGE * measure.gap + _indent(lane.lane, measure) + measure.gap * 0.3
    middle = top + min(lane.height / 2, measure.pad / 2 + measure.strong * 0.72)
    low, high = middle - size / 2, middle + size / 2
    if is_open:
        return Polygon(((x, middle - size * 0.4), (x + size, middle - size * 0.4), (x + size / 2, high)), "label.faint")
    return Polygon(((x, low), (x + size * 0.8, middle), (x, high)), "label.faint")
