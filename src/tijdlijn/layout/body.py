"""The lanes at one scale. Every entry is placed once, tile by tile, and then cut to a view.

Time is divided into tiles of some thousands of points whose borders are the same days wherever the view is. A tile is
laid out when it is first seen, and depends on nothing but what lies in it: so panning moves nothing, and a frame costs
what it shows and not what there is. What touches a border has its row for good (`content.Crossing`); what lies within
is packed around it. A neighbourhood with more entries than marks find room for is counted straight away.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain

from tijdlijn.drawing.primitives import Box, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.bundles import Bundle, bundled
from tijdlijn.layout.content import Content, Crossing, LaneContent
from tijdlijn.layout.detail import Detail, most_detail
from tijdlijn.layout.figures import Figure, Setting, drawn, figure, inked, rolling, rolls, undated_figure, within
from tijdlijn.layout.lanes import LANE_OF, Lane
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.layout.packing import NEIGHBOURHOOD, Fixed, Piece, Place, Room, Side, pack
from tijdlijn.model.entries import Entry

Window = tuple[float, float]

FREE = float("inf")
TILE = 4096.0
"""Greatest width of a tile in points; a tile has a whole number of days that is a power of two."""
COLUMN = 512.0
"""Width of the columns in which a tile is drawn."""
LONG = 300.0
"""Length of a bracket from which its number moves with the view."""
CROWDED = 0.6
"""Share of the room that marks may take before a neighbourhood is counted."""


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


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind labels and asks for a halo: stretches of x (bands) and single x (lines), in order."""

    stretches: tuple[tuple[float, float], ...] = ()
    lines: tuple[float, ...] = ()

    def touches(self, left: float, right: float) -> bool:
        """Whether any of it lies between two places."""
        line = bisect_right(self.lines, left)
        if line < len(self.lines) and self.lines[line] < right:
            return True
        last = bisect_left(self.stretches, right, key=lambda stretch: stretch[0])
        return any(stretch[1] > left for stretch in self.stretches[max(last - 8, 0) : last])


@dataclass(frozen=True, slots=True)
class Grid:
    """How time is divided into tiles of `days` days; one tile for all of it when `days` is None."""

    days: float | None
    pad: float

    @classmethod
    def of(cls, axis: Axis, extent: tuple[int, int], measure: Measure) -> Grid:
        """The tiles of a screen at a scale."""
        if (extent[1] + 1 - extent[0]) * axis.points_per_day <= TILE:
            return cls(None, 0.0)
        days = 1.0
        while days * 2 * axis.points_per_day <= TILE:
            days *= 2
        return cls(days, (measure.mark + 2 * measure.gap) * 2 * days / TILE)

    def tile(self, day: float) -> int:
        """The number of the tile that holds a day."""
        return 0 if self.days is None else int(day // self.days)


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


class Tile:
    """A laid out stretch of a lane."""

    def __init__(self, figures: list[PlacedFigure], bundles: Sequence[Bundle], held: dict[int, Place]) -> None:
        self.figures = sorted(figures, key=lambda item: item.left)
        self.bundles = tuple(bundles)
        self.held = held
        self._lefts = [item.left for item in self.figures]
        self._reach = list(accumulate((item.right for item in self.figures), max))
        self.columns: list[Column] | None = None

    def undrawn(self) -> Tile:
        """The same tile, to be drawn on another ground."""
        return Tile(self.figures, self.bundles, self.held)

    def visible(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch a stretch of x, found by bisection."""
        first = bisect_left(self._reach, window[0])
        last = bisect_right(self._lefts, window[1])
        return (item for item in self.figures[first:last] if item.right >= window[0])

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

    def figure(self, entry: Entry, cards: bool) -> Figure:
        """The figure of an entry, on a page cut to it."""
        case, lane = self.content.case, LANE_OF[entry.kind].key
        days = case.bounds.get(entry.id)
        if days is not None:
            shape = figure(case, entry, days, lane, self.axis, self.measure, cards)
        else:
            shape = undated_figure(entry, self.content.undated[entry.id], lane, self.axis, self.measure)
        return within(shape, self.frame.left, self.frame.right) if self.frame.is_page else shape


@dataclass(frozen=True)
class PlacedLane:
    """One lane: its strip from `top`, `height` high with `rows` rows, and its tiles as they are asked for."""

    surface: Surface
    content: LaneContent
    index: int
    top: float
    height: float
    rows: int
    is_folded: bool = False
    _tiles: dict[int, Tile] = field(repr=False, compare=False, default_factory=dict)
    crossing_columns: dict[tuple[int, Side], Column] = field(repr=False, compare=False, default_factory=dict)
    _crossed_shapes: dict[int, tuple[Figure, Piece]] = field(repr=False, compare=False, default_factory=dict)

    @property
    def lane(self) -> Lane:
        """Which lane it is."""
        return self.content.lane

    @property
    def ground(self) -> str:
        """`even` or `odd`: which of the two grounds it has."""
        return "odd" if self.index % 2 else "even"

    @property
    def first_row(self) -> float:
        """Where its uppermost row begins, from the top of the lanes."""
        return self.top + self.surface.measure.pad / 2

    @property
    def has_rows(self) -> bool:
        """Whether entries are placed in it: not in a heading, nor in a lane that is folded to a strip."""
        return self.rows > 0 and not self.is_folded

    def take_over(self, other: PlacedLane) -> None:
        """Keep what another lane of the same content laid out, where it had the same room at the same scale."""
        mine, its = self.surface, other.surface
        if (self.rows, mine.axis, mine.measure, mine.grid, mine.frame.is_page) == (
            other.rows, its.axis, its.measure, its.grid, False,
        ):  # fmt: skip
            self._tiles.update((number, tile.undrawn()) for number, tile in other._tiles.copy().items())

    # What is placed where

    @property
    def figures(self) -> list[PlacedFigure]:
        """Everything that has a place, laid out to the last tile."""
        placed = [item for tile in self.tiles() for item in tile.figures]
        return sorted((*placed, *self.crossing_in((-FREE, FREE))), key=lambda item: item.left)

    @property
    def bundles(self) -> list[Bundle]:
        """Everything that is counted, laid out to the last tile."""
        return [bundle for tile in self.tiles() for bundle in tile.bundles]

    def tiles(self, window: Window = (-FREE, FREE)) -> list[Tile]:
        """The tiles that hold anything and may reach into a stretch of x."""
        return [self.tile(number) for number in self._numbers(window)]

    def _made_tiles(self, window: Window) -> Iterator[Tile | None]:
        return (self._tiles.get(number) for number in self._numbers(window))

    def _numbers(self, window: Window) -> range:
        content, grid = self.content, self.surface.grid
        if not content.entries or not self.has_rows:
            return range(0)
        if grid.days is None:
            return range(1)
        first = max(grid.tile(content.starts[0]), self._tile_at(window[0]))
        last = min(grid.tile(content.reach[-1]), self._tile_at(window[1]))
        return range(int(first), int(last) + 1)

    def _tile_at(self, x: float) -> float:
        return self.surface.grid.tile(self.surface.axis.day(x)) if abs(x) < FREE else x

    def tile(self, number: int) -> Tile:
        """A tile, laid out when it is first asked for."""
        found = self._tiles.get(number)
        if found is None:
            found = self._tiles.setdefault(number, _Laying(self, number).laid_out())
        return found

    def make(self, window: Window) -> bool:
        """Make the columns of a stretch of x; whether there was anything to make."""
        if all(tile is not None and tile.columns is not None for tile in self._made_tiles(window)):
            return False
        for _ in columns(self, window):
            pass
        return True

    def visible(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch a stretch of x."""
        yield from chain.from_iterable(tile.visible(window) for tile in self.tiles(window))
        yield from self.crossing_in(window)

    def bundles_in(self, window: Window) -> Iterator[Bundle]:
        """The bundles that touch a stretch of x."""
        return chain.from_iterable(tile.bundles_in(window) for tile in self.tiles(window))

    def find(self, id_: str) -> PlacedFigure | Bundle | None:
        """Where an entry is drawn or counted in this lane; None when it does not lie here."""
        index = self.content.places.get(id_)
        if index is None or not self.has_rows:
            return None
        tile = self.tile(self.surface.grid.tile(self.content.starts[index]))
        for item in tile.figures:
            if item.index == index:
                return item
        bundle = next((bundle for bundle in tile.bundles if id_ in bundle.ids), None)
        return bundle or self._crossed(index, (-FREE, FREE))

    @cached_property
    def crossing(self) -> Crossing | None:
        """What touches the borders of the tiles; None when there are no borders."""
        grid = self.surface.grid
        return None if grid.days is None else self.content.crossing(grid.days, grid.pad)

    @property
    def rows_for_crossing(self) -> int:
        """Rows for what touches a border: one is kept for numbers."""
        return max(self.rows - 1, 1)

    def crossing_in(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch the border of a tile, as far as they touch a stretch of x."""
        if self.crossing is None or not self.has_rows:
            return
        axis = self.surface.axis
        days = (axis.day(window[0]), axis.day(window[1])) if window[1] < FREE else window
        for index in self.crossing.between(*days):
            item = self._crossed(index, window) if self.crossing.rows[index] < self.rows_for_crossing else None
            if item and item.right >= window[0] and item.left <= window[1]:
                yield item

    def _crossed(self, index: int, window: Window) -> PlacedFigure:
        """A figure that touches a border of tiles; its text stands within it, or after its end."""
        assert self.crossing is not None
        row = self.crossing.rows[index]
        shape, piece = self.crossing_piece(index)
        if piece.inside:
            return PlacedFigure(shape, Place(row, Side.INSIDE, piece.label), piece.left, piece.right, index)
        place = Place(row, Side.NONE, 0.0, Detail.MARK)
        if piece.right + TILE / 4 >= window[0] and piece.right <= window[1]:
            place = self.tile(self.end_tile(index)).held.get(index, place)
        return extended(shape, piece, place, self.surface.measure, index)

    def crossing_piece(self, index: int) -> tuple[Figure, Piece]:
        """The figure of an entry that touches a border, and what it wants; many tiles ask for the same."""
        found = self._crossed_shapes.get(index)
        if found is None:
            shape = self.shape(index)
            found = self._crossed_shapes[index] = shape, shape.piece(self.surface.measure)
        return found

    def end_tile(self, index: int) -> int:
        """The tile in which the ink of an entry ends, and its text may stand."""
        return self.surface.grid.tile(self.content.ends[index] + self.surface.grid.pad)

    def shape(self, index: int) -> Figure:
        """The figure of an entry of this lane."""
        return self.surface.figure(self.content.entries[index], self.most < Detail.TITLE)

    @cached_property
    def most(self) -> Detail:
        """The most that is shown of an entry at this scale."""
        surface = self.surface
        return most_detail(surface.axis.points_per_day, surface.measure.label, self.rows)


def extended(shape: Figure, piece: Piece, place: Place, measure: Measure, index: int) -> PlacedFigure:
    """A figure in its place, with the stretch that it takes with its text."""
    left, right = piece.left, piece.right
    if place.side is Side.RIGHT:
        right += measure.gap + place.width
    elif place.side is Side.LEFT:
        left -= measure.gap + place.width
    return PlacedFigure(shape, place, left, right, index)


class _Laying:
    """Lays out one tile of a lane."""

    def __init__(self, lane: PlacedLane, number: int) -> None:
        self._lane = lane
        self._number = number
        surface = lane.surface
        self._measure = surface.measure
        self._cell = NEIGHBOURHOOD * surface.measure.label
        days = surface.grid.days
        if days is None:
            self._range = 0, len(lane.content.entries)
            self._edges = surface.frame.left, surface.frame.right
        else:
            first, last = number * days, (number + 1) * days
            starts = lane.content.starts
            self._range = bisect_left(starts, first), bisect_left(starts, last)
            self._edges = surface.axis.x(first), surface.axis.x(last)

    def laid_out(self) -> Tile:
        lane = self._lane
        counted = self._counted()
        routine = [index for index in range(*self._range) if index not in counted and not self._is_crossing(index)]
        shapes = {index: lane.shape(index) for index in routine}
        routine.sort(key=lambda index: (shapes[index].left, shapes[index].right, index))
        fixed = self._fixed()
        lost = sorted(counted | self._lost_crossing())
        pieces = [shapes[index].piece(self._measure) for index in routine]
        places, held = pack(pieces, self._room(bool(lost)), [item for _, item in fixed])
        if None in places and not lost:
            places, held = pack(pieces, self._room(True), [item for _, item in fixed])
        placed = [
            extended(shapes[index], piece, place, self._measure, index)
            for index, piece, place in zip(routine, pieces, places, strict=True)
            if place is not None
        ]
        lost += [index for index, place in zip(routine, places, strict=True) if place is None]
        return Tile(placed, self._bundles(lost), {i: place for (i, _), place in zip(fixed, held, strict=True)})

    def _room(self, with_bundles: bool) -> Room:
        rows = max(self._lane.rows - 1, 1) if with_bundles else self._lane.rows
        edge = self._edges[1] if self._lane.surface.frame.is_page else self._edges[1] - self._measure.mark
        return Room(rows, self._measure.label, self._measure.gap, edge, self._lane.most)

    def _is_crossing(self, index: int) -> bool:
        return self._lane.crossing is not None and index in self._lane.crossing.rows

    def _fixed(self) -> list[tuple[int, Fixed]]:
        """What touches a border of this tile, cut to it."""
        lane, days = self._lane, self._lane.surface.grid.days
        if lane.crossing is None or days is None:
            return []
        pad = lane.surface.grid.pad
        found = []
        for index in lane.crossing.between(self._number * days - pad, (self._number + 1) * days + pad):
            row = lane.crossing.rows[index]
            if row >= lane.rows_for_crossing:
                continue
            piece = lane.crossing_piece(index)[1]
            if piece.right >= self._edges[0] and piece.left <= self._edges[1]:
                found.append((index, Fixed(piece, row, lane.end_tile(index) == self._number)))
        return found

    def _lost_crossing(self) -> set[int]:
        """What touches a border and has no row; it is counted where it begins."""
        lane = self._lane
        if lane.crossing is None:
            return set()
        rows = lane.crossing.rows
        return {i for i in range(*self._range) if rows.get(i, 0) >= lane.rows_for_crossing}

    def _counted(self) -> set[int]:
        """The routine entries of neighbourhoods with more of them than marks find room for."""
        first, last = self._range
        mark = self._measure.mark + self._measure.gap
        most = int(CROWDED * max(self._lane.rows - 1, 1) * self._cell / mark)
        if last - first <= most:
            return set()
        content, axis = self._lane.content, self._lane.surface.axis
        important = content.important
        counted: set[int] = set()
        while first < last:
            cell = axis.x(content.starts[first]) // self._cell
            end = max(bisect_left(content.starts, axis.day((cell + 1) * self._cell), first, last), first + 1)
            if end - first > most:
                counted.update(range(first, end))
                counted.difference_update(important[bisect_left(important, first) : bisect_left(important, end)])
            first = end
        return counted

    def _bundles(self, lost: list[int]) -> list[Bundle]:
        lane, axis = self._lane, self._lane.surface.axis
        low, high = self._edges
        extents = []
        for index in sorted(lost):
            left, right = axis.x(lane.content.starts[index]), axis.x(lane.content.ends[index])
            extents.append((lane.content.entries[index].id, min(max(left, low), high), min(max(right, low), high)))
        return bundled(extents, self._measure.small, self._measure.gap, self._cell, self._edges)


# Drawing


def draw_lane(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """The entries and bundles of a lane that touch `window`; the body begins at `top`."""
    if lane.is_folded:
        yield from draw_strip(lane, window, top)
        return
    case = lane.surface.content.case
    for item in lane.visible(window):
        yield drawn(item.figure, setting(lane, item, top), full_name(case, item.figure.entry), window)
    yield from draw_counts(lane, window, top)


def setting(lane: PlacedLane, item: PlacedFigure, top: float) -> Setting:
    """Where and how a figure of a lane is drawn."""
    measure = lane.surface.measure
    halo = f"halo.{lane.ground}" if lane.surface.behind.touches(item.left, item.right) else ""
    return Setting(item.place, top + lane.first_row + item.place.row * measure.row, measure, halo)


def draw_counts(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """The numbers of a lane, and what it says when nothing lies in it."""
    for bundle in lane.bundles_in(window):
        yield _pill(lane, bundle, top, window)
    yield from draw_notes(lane, window, top)


def draw_rolling_counts(lane: PlacedLane, window: Window) -> Iterator[Primitive]:
    """The numbers that move with the view, for a body that begins at 0: those on long brackets."""
    for bundle in lane.bundles_in(window):
        if bundle.right - bundle.left > LONG:
            yield _pill(lane, bundle, 0.0, window)
    yield from draw_notes(lane, window, 0.0)


def draw_notes(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """What a lane says when nothing lies in it."""
    measure = lane.surface.measure
    if not lane.content.entries and not lane.lane.is_heading:
        y = measure.baseline(top + lane.top, lane.height, measure.small)
        text = lane.lane.empty if not lane.content.total else "niets binnen het filter"
        yield Text(window[0] + measure.gap * 2, y, text, "lane.note", measure.small)


def columns(lane: PlacedLane, window: Window) -> Iterator[Column]:
    """The drawn columns of a lane that touch a window, its body beginning at 0; each is made once."""
    for tile in lane.tiles(window):
        if tile.columns is None:
            tile.columns = _columns(lane, tile)
        yield from (column for column in tile.columns if column.right >= window[0] and column.left <= window[1])
    for item in lane.crossing_in(window):
        column = lane.crossing_columns.get((item.index, item.place.side))
        if column is None:
            column = lane.crossing_columns[(item.index, item.place.side)] = column_of(lane, [item])
        yield column


def _columns(lane: PlacedLane, tile: Tile) -> list[Column]:
    parts: dict[int, list[PlacedFigure]] = {}
    for item in tile.figures:
        parts.setdefault(int(item.left // COLUMN), []).append(item)
    counts = tuple(_pill(lane, b, 0.0, (-FREE, FREE)) for b in tile.bundles if b.right - b.left <= LONG)
    numbers = [Column((group,), (), group.bounds[0], group.bounds[0] + group.bounds[2]) for group in counts]
    return [*(column_of(lane, items) for items in parts.values()), *numbers]


def column_of(lane: PlacedLane, items: Sequence[PlacedFigure]) -> Column:
    """Some figures as they are drawn."""
    case = lane.surface.content.case
    settings = [setting(lane, item, 0.0) for item in items]
    groups = tuple(
        inked(item.figure, place, full_name(case, item.figure.entry))
        for item, place in zip(items, settings, strict=True)
    )
    moving = tuple((i.figure, place) for i, place in zip(items, settings, strict=True) if rolls(i.place))
    return Column(groups, moving, min(item.left for item in items), max(item.right for item in items))


def draw_rolling(column: Column, window: Window) -> Iterator[Primitive]:
    """What of a column moves with the view."""
    for shape, place in column.rolling:
        if shape.right >= window[0] and shape.left <= window[1]:
            yield from rolling(shape, place, window)


def draw_strip(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """A folded lane: where anything lies, as thin bars."""
    surface, content = lane.surface, lane.content
    axis, middle = surface.axis, top + lane.top + lane.height / 2
    height = min(surface.measure.mark * 0.7, lane.height - 4)
    first = bisect_left(content.reach, axis.day(window[0]))
    last = bisect_right(content.starts, axis.day(window[1]))
    run: tuple[float, float, str] | None = None
    for index in range(first, last):
        left, right = axis.x(content.starts[index]), axis.x(content.ends[index])
        style = f"{LANE_OF[content.entries[index].kind].key}.mark"
        if run and left <= run[1] + 1 and style == run[2]:
            run = (run[0], max(run[1], right), style)
            continue
        if run:
            yield Box(run[0], middle - height / 2, max(run[1] - run[0], 2.0), height, run[2])
        run = (left, right, style)
    if run:
        yield Box(run[0], middle - height / 2, max(run[1] - run[0], 2.0), height, run[2])


def _pill(lane: PlacedLane, bundle: Bundle, body: float, window: Window) -> Group:
    """The number of a bundle on its bracket; on a long one it stays in the part that is in view."""
    measure, case = lane.surface.measure, lane.surface.content.case
    top = body + lane.first_row + (lane.rows - 1) * measure.row
    middle = top + measure.row / 2
    height = measure.small * 1.35
    seen = max(bundle.left, window[0] + 2), min(bundle.right, window[1] - 2) - bundle.width
    place = min(max(bundle.pill, seen[0]), seen[1]) if seen[0] <= seen[1] else bundle.pill
    pill = Box(place, middle - height / 2, bundle.width, height, "bundle", height / 2)
    x = place + (bundle.width - text_width(bundle.text, measure.small)) / 2
    text = Text(x, measure.baseline(top, measure.row, measure.small), bundle.text, "bundle.text", measure.small)
    line = top + measure.row - 2
    parts: list[Primitive] = []
    if bundle.right - bundle.left > bundle.width:
        parts = [
            Line(bundle.left, line, bundle.right, line, "bundle.bracket"),
            Line(bundle.left, line - 3, bundle.left, line, "bundle.bracket"),
            Line(bundle.right, line - 3, bundle.right, line, "bundle.bracket"),
        ]
    first = case.entries_by_id[bundle.ids[0]]
    count = "1 regel" if len(bundle.ids) == 1 else f"{len(bundle.ids)} regels"
    label = f"{count} hier gebundeld in {lane.lane.name}, vanaf {title_of(first)}"
    left, right = min(bundle.left, bundle.pill), max(bundle.right, bundle.pill + bundle.width)
    bounds = (left, top, right - left, measure.row)
    return Group(f"bundle:{lane.lane.key}:{bundle.ids[0]}", (*parts, pill, text), label, bounds)
