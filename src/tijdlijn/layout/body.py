"""The lanes with their entries at one scale: every entry placed once, for the whole of time, then cut to a view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width, wrapped
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.bundles import Bundle, bundled
from tijdlijn.layout.figures import Figure, drawn, figure, undated_figure, within
from tijdlijn.layout.lanes import LANES, Lane, divided, shared_rows
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.layout.packing import Piece, Place, Room, Side, pack, rows_needed
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

Window = tuple[float, float]


FREE = float("inf")


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
class PlacedFigure:
    """A figure in its row; `left` and `right` include the label."""

    figure: Figure
    place: Place
    left: float
    right: float


@dataclass(frozen=True)
class PlacedLane:
    """One lane: its strip from `top`, its figures sorted by their left edge, and what it counts in bundles."""

    lane: Lane
    index: int
    top: float
    height: float
    rows: int
    figures: tuple[PlacedFigure, ...]
    bundles: tuple[Bundle, ...]
    _lefts: list[float] = field(repr=False)
    _reach: list[float] = field(repr=False)
    _drawn: dict[float, list[Group | None]] = field(repr=False, compare=False, default_factory=dict)

    @property
    def ground(self) -> str:
        """`even` or `odd`: which of the two grounds it has."""
        return "odd" if self.index % 2 else "even"

    def visible(self, window: Window) -> Iterator[int]:
        """The places in `figures` of those that touch a stretch of x, found by bisection."""
        first = bisect_left(self._reach, window[0])
        last = bisect_right(self._lefts, window[1])
        left, figures = window[0], self.figures
        return (index for index in range(first, last) if figures[index].right >= left)

    def drawn_from(self, first_row: float) -> list[Group | None]:
        """What its figures drew when its first row stood there: filled as they are seen."""
        groups = self._drawn.get(first_row)
        if groups is None:
            groups = self._drawn[first_row] = [None] * len(self.figures)
        return groups

    def bundles_in(self, window: Window) -> tuple[Bundle, ...]:
        """The bundles that may touch a stretch of x; they never overlap, so one more on either side is enough."""
        first = max(bisect_left(self.bundles, window[0], key=lambda b: b.left) - 1, 0)
        last = bisect_right(self.bundles, window[1], key=lambda b: b.left) + 1
        return self.bundles[first:last]


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind labels and asks for a halo: stretches of x (bands) and single x (lines)."""

    stretches: tuple[tuple[float, float], ...] = ()
    lines: tuple[float, ...] = ()

    def touches(self, left: float, right: float) -> bool:
        """Whether any of it lies between two places."""
        return any(a < right and b > left for a, b in self.stretches) or any(left < x < right for x in self.lines)


def place_lanes(
    case: Case, entries: Sequence[Entry], axis: Axis, measure: Measure, frame: Frame
) -> tuple[PlacedLane, ...]:
    """All entries on their lanes in at most the frame's height where that can be, labels not beyond its right edge.

    Where entries need more rows than there is height for, lanes get equal shares; what finds no row is bundled.
    """
    lanes = divided(entries)
    guesses = undated_days(case)
    shapes = {lane.key: _figures(case, lanes[lane.key], lane, axis, measure, frame, guesses) for lane in LANES}
    edge = frame.right
    room = Room(rows=60, em=measure.label, gap=measure.gap, edge=edge)
    demands = [
        max(rows_needed([s.piece(measure) for s in shapes[lane.key]], room), _name_rows(lane, measure))
        for lane in LANES
    ]
    fixed = len(LANES) * measure.pad + measure.tiny * 1.3
    available = max(int((frame.height - fixed) / measure.row), 0)
    rows = shared_rows(demands, available, least=2)
    air = _air(sum(rows), measure, frame)
    placed: list[PlacedLane] = []
    top = 0.0
    for index, lane in enumerate(LANES):
        current = _place_lane(lane, index, top, rows[index], shapes[lane.key], measure, edge)
        placed.append(replace(current, height=current.height + air))
        top += current.height + air
    return tuple(placed)


def _air(rows: int, measure: Measure, frame: Frame) -> float:
    """What each lane gets below its rows when a screen has height to spare: at most a row and a half."""
    used = rows * measure.row + len(LANES) * measure.pad + measure.tiny * 1.3
    spare = (frame.height - used) / len(LANES) if frame.with_header else 0.0
    return min(max(spare, 0.0), measure.row * 1.5)


def _name_rows(lane: Lane, measure: Measure) -> int:
    """Rows that the lane's name takes."""
    return len(wrapped(lane.name, measure.names - 4 * measure.gap, measure.strong, Face.SEMIBOLD))


def _figures(
    case: Case,
    entries: Sequence[Entry],
    lane: Lane,
    axis: Axis,
    measure: Measure,
    frame: Frame,
    guesses: Mapping[str, float],
) -> list[Figure]:
    bounds = case.bounds
    shapes = [
        figure(entry, bounds[entry.id], lane.key, axis, measure)
        if entry.id in bounds
        else undated_figure(entry, guesses[entry.id], lane.key, axis, measure)
        for entry in entries
    ]
    if frame.is_page:
        shapes = [within(shape, frame.left, frame.right) for shape in shapes]
    return sorted(shapes, key=lambda shape: (shape.left, shape.right, shape.entry.order, shape.entry.id))


def undated_days(case: Case) -> dict[str, float]:
    """For each entry without a date the middle between the days of its neighbours in the timeline."""
    order = case.timeline
    days = [float(case.bounds[e.id].start_min) if e.id in case.bounds else None for e in order]
    places: dict[str, float] = {}
    before: float | None = None
    for index, entry in enumerate(order):
        day = days[index]
        if day is not None:
            before = day
            continue
        after = next((later for later in days[index + 1 :] if later is not None), None)
        known = [value for value in (before, after) if value is not None]
        places[entry.id] = sum(known) / len(known) if known else float(case.reference.toordinal())
    return places


def _place_lane(
    lane: Lane, index: int, top: float, rows: int, shapes: list[Figure], measure: Measure, edge: float
) -> PlacedLane:
    pieces = [shape.piece(measure) for shape in shapes]
    room = Room(rows, measure.label, measure.gap, edge)
    places = pack(pieces, room)
    if any(place is None for place in places) and rows > 1:
        places = pack(pieces, Room(rows - 1, measure.label, measure.gap, edge))
    placed = [
        _extended(shape, piece, place, measure)
        for shape, piece, place in zip(shapes, pieces, places, strict=True)
        if place is not None
    ]
    placed.sort(key=lambda item: item.left)
    lost = [(s.entry.id, s.left, s.right) for s, place in zip(shapes, places, strict=True) if place is None]
    return PlacedLane(
        lane, index, top, rows * measure.row + measure.pad, rows, tuple(placed),
        tuple(bundled(lost, measure.small, measure.gap)),
        [item.left for item in placed],
        list(accumulate((item.right for item in placed), max)),
    )  # fmt: skip


def _extended(shape: Figure, piece: Piece, place: Place, measure: Measure) -> PlacedFigure:
    left, right = piece.left, piece.right
    if place.side is Side.RIGHT:
        right += measure.gap + place.width
    elif place.side is Side.LEFT:
        left -= measure.gap + place.width
    return PlacedFigure(shape, place, left, right)


def draw_lane(
    case: Case, lane: PlacedLane, measure: Measure, window: Window, behind: Behind, top: float
) -> Iterator[Primitive]:
    """The entries and bundles of a lane that touch `window`; the body begins at `top`."""
    first_row = top + lane.top + measure.pad / 2
    halo = f"halo.{lane.ground}"
    groups, left = lane.drawn_from(first_row), window[0]
    for index in lane.visible(window):
        item, group = lane.figures[index], groups[index]
        sticks = item.left < left and item.place.side is Side.INSIDE
        if group is None or sticks:
            ground = halo if behind.touches(item.left, item.right) else ""
            row_top = first_row + item.place.row * measure.row
            group = drawn(item.figure, item.place, row_top, measure, full_name(case, item.figure.entry), window, ground)
            if not sticks:
                groups[index] = group
        yield group
    for bundle in lane.bundles_in(window):
        if max(bundle.right, bundle.pill + bundle.width) >= window[0] and min(bundle.left, bundle.pill) <= window[1]:
            yield _pill(case, lane, bundle, first_row + (lane.rows - 1) * measure.row, measure, window)
    if not lane.figures and not lane.bundles:
        text = lane.lane.empty
        y = measure.baseline(top + lane.top, lane.height, measure.small)
        yield Text(window[0] + measure.gap * 2, y, text, "lane.note", measure.small)


def _pill(case: Case, lane: PlacedLane, bundle: Bundle, top: float, measure: Measure, window: Window) -> Group:
    """The number of a bundle on its bracket; on a long one it stays in the part that is in view."""
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
