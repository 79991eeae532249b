"""What the small pictures of findings share: their sizes, a ruler of years or months, and bars in rows.

The rule: a picture is as wide as it is told to be and as high as it needs; it stands on the window's ground on a screen
and on paper alike, so it has no ground of its own. Each entry in it is a group named `entry:` and its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tijdlijn.drawing.primitives import Box, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout import marks
from tijdlijn.layout.axis import Axis, year_ticks
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.measure import SCREEN, Measure
from tijdlijn.layout.naming import full_name
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry

ON_SCREEN = SCREEN
ON_PAPER = Measure(label=7.8, small=7.4, tiny=7.0, strong=8.2, year=7.4, row=11.0, bar=7.0, mark=5.6, gap=3.5, pad=4.0)
"""The sizes of a picture between the sentences of a report."""
ENLARGED = SCREEN.scaled(1.3)
"""The sizes of a picture in a window of its own."""


@dataclass(frozen=True, slots=True)
class Room:
    """The stretch of x that a picture's time has, and how large things are in it."""

    left: float
    right: float
    measure: Measure

    @property
    def width(self) -> float:
        return self.right - self.left

    def axis(self, first: int, last: int) -> Axis:
        """The scale on which these days fill it."""
        return Axis.fitting(first, max(last, first + 1), self.left, self.right)


def year_ruler(axis: Axis, room: Room, days: tuple[int, int], top: float, bottom: float) -> Iterator[Primitive]:
    """Lines of years from top to bottom, with their names below."""
    size = room.measure.tiny
    ends = room.left
    for tick in year_ticks(axis, *days, em=size):
        x, until = axis.x(tick.day), min(axis.x(tick.end), room.right)
        if room.left <= x <= room.right:
            yield Line(x, top, x, bottom, "grid.year")
        at = max(x, room.left) + 2
        width = text_width(tick.label, size)
        if ends <= at and at + width + 2 <= until:
            yield Text(at, bottom + size, tick.label, "axis.month", size)
            ends = at + width + size
    yield Line(room.left, bottom, room.right, bottom, "axis.line")


def bar_of(case: Case, entry: Entry, axis: Axis, top: float, measure: Measure) -> Group:
    """A period as it is drawn on the timeline: what is not sure is faded, an open end has an arrow."""
    bounds = case.bounds[entry.id]
    left, right = extent(bounds, axis, measure)
    days = bounds.sure
    sure = (axis.x(days[0]), min(axis.x(days[1] + 1), right)) if days else None
    ending = "open" if bounds.open_end else "unknown" if bounds.unknown_end else "known"
    pieces = marks.bar(LANE_OF[entry.kind].key, (left, right), sure, top, measure.bar, ending)
    box = (left, top - 2, max(right - left, measure.mark), measure.bar + 4)
    return Group(f"entry:{entry.id}", tuple(pieces), full_name(case, entry), box)


def extent(bounds: Bounds, axis: Axis, measure: Measure) -> tuple[float, float]:
    """From where to where a period may run; never too small to be seen."""
    left = axis.x(bounds.start_min)
    return left, max(axis.x(max(bounds.end_max, bounds.start_max) + 1), left + measure.mark * 0.4)


def in_rows(spans: Sequence[tuple[float, float]], between: float) -> list[int]:
    """For each stretch of x, in order of its left end, the first row in which it touches no other."""
    ends: list[float] = []
    rows = []
    for left, right in spans:
        row = next((number for number, end in enumerate(ends) if end + between <= left), len(ends))
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def fitting(text: str, x: float, y: float, width: float, style: str, size: float) -> list[Text]:
    """A text as far as there is room for it; nothing where there is hardly any."""
    shown = shortened(text, width, size) if width > size * 2 else ""
    return [Text(x, y, shown, style, size)] if shown.strip(" …") else []


def on_halo(text: str, x: float, top: float, height: float, width: float, size: float) -> Iterator[Primitive]:
    """A text in the middle of a strip, as far as there is room for it, on a ground that keeps lines away from it."""
    base = top + height / 2 + size * 0.33
    for shown in fitting(text, x, base, width, "label", size):
        yield Box(x - 1.5, base - size * 0.86, text_width(shown.text, size) + 3.0, size * 1.16, "halo.even", 2.0)
        yield shown
