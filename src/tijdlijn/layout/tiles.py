"""Time in tiles: what all lanes share, how time is divided, and what a laid out stretch of a lane holds."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from tijdlijn.drawing.primitives import Group
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.content import Content
from tijdlijn.layout.detail import ROWS, Detail, most_detail
from tijdlijn.layout.figures import Figure, Setting, figure, undated_figure, within
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.packing import Fixed, Piece, Place, Side
from tijdlijn.model.entries import Entry

if TYPE_CHECKING:
    from tijdlijn.layout.body import PlacedLane

Window = tuple[float, float]

FREE = float("inf")
TILE = 4096.0
"""Greatest width of a tile in points; a tile has a whole number of days that is a power of two."""
OVERHANG = 512.0
"""How far a text may hang over the right border of its tile, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for a timeline: x from `left` to `right` for paper (labels stay inside), free for a screen that
    scrolls; `height` points for the lanes, or for the lanes and the header together."""

    height: float
    left: float = -FREE
    right: float = FREE
    with_header: bool = False

    @property
    def is_page(self) -> bool:
        """Whether the frame is a page, on which nothing scrolls."""
        return self.right < FREE


@dataclass(frozen=True)
class Behind:
    """What lies behind labels and asks for a halo: stretches of x (bands) and single x (lines), in order."""

    stretches: tuple[tuple[float, float], ...] = ()
    lines: tuple[float, ...] = ()

    @cached_property
    def _reach(self) -> list[float]:
        """For each stretch the furthest end of it and all before it."""
        return list(accumulate((right for _, right in self.stretches), max))

    def touches(self, left: float, right: float) -> bool:
        """Whether any of it lies between two places."""
        line = bisect_right(self.lines, left)
        if line < len(self.lines) and self.lines[line] < right:
            return True
        last = bisect_left(self.stretches, right, key=lambda stretch: stretch[0])
        return last > 0 and self._reach[last - 1] > left


@dataclass(frozen=True, slots=True)
class Grid:
    """How time is divided into tiles: of `days` days each, or into one before and one from the day `border` on, or not
    at all. What comes within `pad` days of a border touches it."""

    days: float | None = None
    pad: float = 0.0
    border: float = FREE

    @classmethod
    def of(cls, axis: Axis, extent: tuple[int, int], life_end: int, measure: Measure) -> Grid:
        """The tiles of a screen at a scale. Where all there is fits a tile, the only border is the end of the life
        that is shown at first, so that the words of its last entries stand before it."""
        pad = measure.mark + 2 * measure.gap
        if (extent[1] + 1 - extent[0]) * axis.points_per_day <= TILE:
            return cls(None, pad / axis.points_per_day, float(life_end + 1))
        days = 1.0
        while days * 2 * axis.points_per_day <= TILE:
            days *= 2
        return cls(days, pad * 2 * days / TILE)

    @property
    def has_borders(self) -> bool:
        """Whether there is more than one tile."""
        return self.days is not None or self.border < FREE

    def tile(self, day: float) -> int:
        """The number of the tile that holds a day."""
        return int(day >= self.border) if self.days is None else int(day // self.days)

    def stretch(self, tile: int) -> tuple[float, float]:
        """The days of a tile, from the first up to, not including, the last."""
        if self.days is not None:
            return tile * self.days, (tile + 1) * self.days
        return (self.border, FREE) if tile else (-FREE, self.border)


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure in its row; `left` and `right` include the label. `index` is its place in its lane's content."""

    figure: Figure
    place: Place
    left: float
    right: float
    index: int


Rolling = tuple[Figure, Setting]


class Column:
    """A stretch of a tile as it is drawn: what does not move with the view, and what rolls with it."""

    __slots__ = ("groups", "left", "right", "rolling")

    def __init__(self, groups: tuple[Group, ...], rolling: tuple[Rolling, ...], left: float, right: float) -> None:
        self.groups = groups
        self.rolling = rolling
        self.left = left
        self.right = right


Counted = tuple["array[float]", "array[float]"]
"""Of entries that are counted: where their brackets end, and where they do themselves, each in order."""


class Tile:
    """A laid out stretch of a lane."""

    def __init__(
        self,
        figures: list[PlacedFigure],
        bundles: Sequence[Bundle],
        held: dict[int, Place],
        counted: Counted | None = None,
    ) -> None:
        self._counted = counted or (array("d"), array("d"))
        self.figures = sorted(figures, key=lambda item: item.left)
        self.bundles = tuple(bundles)
        self.held = held
        self._lefts = [item.left for item in self.figures]
        self._reach = list(accumulate((item.right for item in self.figures), max))
        self.columns: list[Column] | None = None

    def undrawn(self) -> Tile:
        """The same tile, to be drawn on another ground."""
        return Tile(self.figures, self.bundles, self.held, self._counted)

    def running_on(self, x: float) -> int:
        """How many of its counted entries run on at a place although their bracket ended before it."""
        return between(self._counted, x)

    def visible(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch a stretch of x, found by bisection."""
        first = bisect_left(self._reach, window[0])
        last = bisect_right(self._lefts, window[1])
        return (item for item in self.figures[first:last] if item.right >= window[0])

    def stretches(self, lane: PlacedLane, left: float, right: float) -> list[Fixed]:
        """What its figures and numbers take between two places, row by row, for the tile beside it."""
        found = []
        for item in self.figures:
            if item.right > left and item.left < right:
                rows = item.figure.piece(lane.surface.measure).rows(item.place.detail) if item.place.shown else 1
                found += [taken_row(item.left, item.right, item.place.row + row) for row in range(rows)]
        for index, place in self.held.items():
            end = lane.crossing_piece(index)[1].right
            text = end + lane.surface.measure.gap + place.width
            if place.side is Side.RIGHT and text > left and end < right:
                found.append(taken_row(end, text, place.row))
        ends = ((min(b.left, b.pill), max(b.right, b.pill + b.width)) for b in self.bundles)
        return found + [taken_row(low, high, lane.rows - 1) for low, high in ends if high > left and low < right]

    def bundles_in(self, window: Window) -> tuple[Bundle, ...]:
        """The bundles that touch a stretch of x; they never overlap, so one more on either side is enough."""
        first = max(bisect_left(self.bundles, window[0], key=lambda b: b.left) - 1, 0)
        last = bisect_right(self.bundles, window[1], key=lambda b: b.left) + 1
        return tuple(
            bundle
            for bundle in self.bundles[first:last]
            if max(bundle.right, bundle.pill + bundle.width) >= window[0] and min(bundle.left, bundle.pill) <= window[1]
        )


@dataclass(frozen=True)
class Surface:
    """What all lanes of a timeline share: the content, the axis, the sizes, the frame, the tiles, what lies behind."""

    content: Content
    axis: Axis
    measure: Measure
    frame: Frame
    grid: Grid
    behind: Behind = field(default_factory=Behind)

    @property
    def has_lines(self) -> bool:
        """Whether entries say more than their title at this scale, where there is room."""
        return most_detail(self.axis.points_per_day, self.measure.label, ROWS[Detail.CARD]) < Detail.TITLE

    def figure(self, entry: Entry, cards: bool) -> Figure:
        """The figure of an entry, on a page cut to it."""
        case, lane = self.content.case, LANE_OF[entry.kind].key
        days = case.bounds.get(entry.id)
        if days is not None:
            shape = figure(case, entry, days, lane, self.axis, self.measure, cards, self.content.around(entry))
            if entry.id in self.content.differing:
                shape = replace(shape, differs="beside" if self.content.differing[entry.id] else "differs")
        else:
            shape = undated_figure(entry, self.content.undated[entry.id], lane, self.axis, self.measure)
        return within(shape, self.frame.left, self.frame.right) if self.frame.is_page else shape


def between(stretches: Counted, x: float) -> int:
    """How many stretches hold a place, of their begins in order and their ends in order."""
    return bisect_left(stretches[0], x) - bisect_left(stretches[1], x)


def taken_row(left: float, right: float, row: int) -> Fixed:
    """A stretch of a row that others have, without a text of its own here."""
    return Fixed(Piece(left, right, 0.0, inside=True), row)


def extended(shape: Figure, piece: Piece, place: Place, measure: Measure, index: int) -> PlacedFigure:
    """A figure in its place, with the stretch that it takes with its text."""
    left, right = piece.left, piece.right
    if place.side is Side.RIGHT:
        right += measure.gap + place.width
    elif place.side is Side.LEFT:
        left -= measure.gap + place.width
    return PlacedFigure(shape, place, left, right, index)
