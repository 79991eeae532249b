"""Draws a lane: whole for a page, or in columns that are made once and copied while the view moves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tijdlijn.drawing.primitives import Box, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.figures import Setting, drawn, inked, rolling, rolls
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.layout.tiles import FREE, Column, PlacedFigure, Tile, Window
from tijdlijn.model.entries import Entry

COLUMN = 512.0
"""Width of the columns in which a tile is drawn."""
LONG = 300.0
"""Length of a bracket from which its number moves with the view."""


def draw_lane(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """The entries and bundles of a lane that touch `window`; the body begins at `top`."""
    if lane.is_folded:
        yield from draw_strip(lane, window, top)
        return
    for item in lane.visible(window):
        yield drawn(item.figure, setting(lane, item, top), _spoken(lane, item.figure.entry), window)
    yield from draw_counts(lane, window, top)


def _spoken(lane: PlacedLane, entry: Entry) -> str:
    """An entry for a screen reader, with what it differs in where scenarios stand below what happened."""
    content = lane.surface.content
    differs = content.around(entry)[1].removeprefix(" · ") if content.said is not None else ""
    return ", ".join(filter(None, (full_name(content.case, entry), differs)))


def setting(lane: PlacedLane, item: PlacedFigure, top: float) -> Setting:
    """Where and how a figure of a lane is drawn."""
    measure = lane.surface.measure
    halo = f"halo.{lane.ground}" if lane.surface.behind.touches(item.left, item.right) else ""
    return Setting(item.place, top + lane.first_row + item.place.row * measure.row, measure, halo)


def draw_counts(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """The numbers of a lane, and what it says when nothing lies in it."""
    for bundle in lane.bundles_in(window):
        yield draw_pill(lane, bundle, top, window)
    yield from draw_notes(lane, window, top)


def draw_rolling_counts(lane: PlacedLane, window: Window) -> Iterator[Primitive]:
    """The numbers that move with the view, for a body that begins at 0: those on long brackets."""
    for bundle in lane.bundles_in(window):
        if bundle.right - bundle.left > LONG:
            yield draw_pill(lane, bundle, 0.0, window)
    yield from draw_notes(lane, window, 0.0)


def draw_running_on(lane: PlacedLane, x: float, left: float, width: float, top: float) -> Iterator[Primitive]:
    """Beside the name of a lane: how many entries run on at the left edge `x` of the view and are counted before it."""
    count = lane.running_on(x)
    if not count:
        return
    measure = lane.surface.measure
    text = f"+{count:,}".replace(",", ".") + (" loopt door" if count == 1 else " lopen door")
    at = left + width - measure.gap - text_width(text, measure.tiny)
    y = top + lane.top + lane.height - measure.tiny * 1.3
    words = Text(at, y + measure.tiny, text, "label.soft", measure.tiny)
    label = f"{count} van eerder in {lane.lane.name}, geteld waar ze beginnen"
    yield Group(f"before:{lane.lane.key}", (words,), label, (at, y, left + width - at, measure.tiny * 1.3))


def draw_notes(lane: PlacedLane, window: Window, top: float) -> Iterator[Primitive]:
    """What a lane says when nothing lies in it."""
    measure = lane.surface.measure
    if not lane.content.entries and not lane.lane.is_heading:
        y = measure.baseline(top + lane.top, lane.height, measure.small)
        text = lane.lane.empty if not lane.content.total else "niets binnen het filter"
        x, width = window[0] + measure.gap * 2, measure.small_width(text)
        if lane.surface.behind.touches(x, x + width):
            yield Box(x - 1.5, y - measure.small * 0.92, width + 3, measure.small * 1.2, f"halo.{lane.ground}")
        yield Text(x, y, text, "lane.note", measure.small)


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


def make(lane: PlacedLane, window: Window) -> bool:
    """Make the columns of a stretch of x; whether there was anything to make."""
    if all(tile is not None and tile.columns is not None for tile in lane.made_tiles(window)):
        return False
    for _ in columns(lane, window):
        pass
    return True


def _columns(lane: PlacedLane, tile: Tile) -> list[Column]:
    parts: dict[int, list[PlacedFigure]] = {}
    for item in tile.figures:
        parts.setdefault(int(item.left // COLUMN), []).append(item)
    counts = tuple(draw_pill(lane, b, 0.0, (-FREE, FREE)) for b in tile.bundles if b.right - b.left <= LONG)
    numbers = [Column((group,), (), group.bounds[0], group.bounds[0] + group.bounds[2]) for group in counts]
    return [*(column_of(lane, items) for items in parts.values()), *numbers]


def column_of(lane: PlacedLane, items: Sequence[PlacedFigure]) -> Column:
    """Some figures as they are drawn."""
    settings = [setting(lane, item, 0.0) for item in items]
    groups = tuple(
        inked(item.figure, place, _spoken(lane, item.figure.entry)) for item, place in zip(items, settings, strict=True)
    )
    moving = tuple((i.figure, place) for i, place in zip(items, settings, strict=True) if rolls(i.place))
    return Column(groups, moving, min(item.left for item in items), max(item.right for item in items))


def draw_rolling(column: Column, window: Window) -> Iterator[Primitive]:
    """What of a column moves with the view, each as a group `text:` of its entry."""
    for shape, place in column.rolling:
        if shape.right >= window[0] and shape.left <= window[1]:
            yield Group(f"text:{shape.entry.id}", tuple(rolling(shape, place, window)))


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


def draw_pill(lane: PlacedLane, bundle: Bundle, body: float, window: Window) -> Group:
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
