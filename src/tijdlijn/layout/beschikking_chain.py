"""The beschikkingen of a family as a chain: when each ran, and the days between them in which none did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.continuity import Lapse
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.language.dates_nl import write_duration
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.picture_frame import Room, bar_of, extent, in_rows, on_halo, year_ruler
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

MARGIN_DAYS = 60
MOST_ROWS = 12
"""Rows of bars; what finds no place in these is counted."""


def beschikking_chain(case: Case, lapses: Sequence[Lapse], width: float, measure: Measure) -> Drawing:
    """Every beschikking with its title, in as few rows as they need, over the days between them."""
    granted = case.of_kind[Kind.BESCHIKKING]
    bounds = [case.bounds[entry.id] for entry in granted]
    last = max(max(b.end_max, b.start_max) for b in bounds)
    days = min(b.start_min for b in bounds) - MARGIN_DAYS, last + MARGIN_DAYS
    room = Room(0.0, width - measure.bar, measure)
    axis = room.axis(*days)
    rows = in_rows([extent(b, axis, measure) for b in bounds], 1.0)
    step = measure.row + measure.bar + measure.pad
    top = measure.row + measure.pad if lapses else 0.0
    shown = min(max(rows, default=0) + 1, MOST_ROWS)
    bottom = top + shown * step + measure.pad
    items: list[Primitive] = []
    for lapse in lapses:
        items += _lapse(lapse, axis, top, bottom)
    items += year_ruler(axis, room, days, top, bottom)
    items += _lengths(lapses, axis, room)
    for entry, row in zip(granted, rows, strict=True):
        if row < MOST_ROWS:
            items += _link(case, entry, axis, top + row * step, _free(granted, rows, entry, case, axis, room), measure)
    hidden = sum(row >= MOST_ROWS for row in rows)
    height = bottom + measure.tiny * 1.5
    if hidden:
        items.append(Text(0.0, height + measure.small, f"en nog {hidden}", "label.soft", measure.small))
        height += measure.row
    return Drawing(width, height, tuple(items))


def _lapse(lapse: Lapse, axis: Axis, top: float, bottom: float) -> Iterator[Primitive]:
    left, right = axis.x(lapse.start.toordinal()), axis.x(lapse.end.toordinal() + 1)
    sure = lapse.days[0] > 0
    ground = Box(left, top, max(right - left, 1.0), bottom - top, "gap.zeker" if sure else "gap.mogelijk")
    edges = [Line(x, top, x, bottom, "gap.edge") for x in (left, right)]
    label = f"{'' if sure else 'mogelijk '}geen beschikking, {_length(lapse)}"
    yield Group("", (ground, *edges), label, (left, top, right - left, bottom - top))


def _length(lapse: Lapse) -> str:
    least, most = lapse.days
    if least == most:
        return write_duration(most)
    return f"hoogstens {write_duration(most)}" if not least else f"{least} tot {most} dagen"


def _lengths(lapses: Sequence[Lapse], axis: Axis, room: Room) -> Iterator[Primitive]:
    """How long each lapse is, above it, as far as there is room; the longest have the first choice."""
    measure = room.measure
    taken: list[tuple[float, float]] = []
    for lapse in sorted(lapses, key=lambda one: -one.days[1]):
        middle = (axis.x(lapse.start.toordinal()) + axis.x(lapse.end.toordinal() + 1)) / 2
        for words in (_length(lapse), f"{lapse.days[1]} d"):
            width = text_width(words, measure.small, Face.SEMIBOLD)
            left = min(max(middle - width / 2, room.left), room.right - width)
            if left >= room.left and all(
                left + width + measure.gap <= low or left >= high + measure.gap for low, high in taken
            ):
                taken.append((left, left + width))
                base = measure.baseline(0.0, measure.row, measure.small)
                yield Text(left, base, words, "gap.text", measure.small, Face.SEMIBOLD)
                break


def _free(granted: Sequence[Entry], rows: Sequence[int], entry: Entry, case: Case, axis: Axis, room: Room) -> float:
    """How far to the right the title of a bar may run: to the next bar in its row."""
    at = next(place for place, one in enumerate(granted) if one.id == entry.id)
    nexts = (place for place in range(at + 1, len(granted)) if rows[place] == rows[at])
    after = next(nexts, None)
    return room.right if after is None else axis.x(case.bounds[granted[after].id].start_min) - room.measure.gap


def _link(case: Case, entry: Entry, axis: Axis, top: float, free: float, measure: Measure) -> Iterator[Primitive]:
    left = max(axis.x(case.bounds[entry.id].start_min), 0.0)
    yield bar_of(case, entry, axis, top + measure.row, measure)
    yield from on_halo(plain(title_of(entry)), left, top, measure.row, free - left, measure.small)
