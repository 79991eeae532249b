"""The overview strip: the whole life in one glance, under the timeline, with the part that is in view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import sqrt

from tijdlijn.drawing.primitives import Box, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis, year_ticks
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.findings_strip import bands, draw_bands
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.phases import phase_bands
from tijdlijn.layout.timeline import Timeline
from tijdlijn.layout.wave import draw_wave
from tijdlijn.model.vocabulary import Kind

ONE, CROWD = 4.0, 20.0
"""Height of the bar of one entry, and of the most that begin on one point of x."""
LEAST_CROWD = 5
"""A few entries more than elsewhere are not yet a crowd."""


def overview_axis(timeline: Timeline, left: float, right: float) -> Axis:
    """The scale on which the whole life fits between two places."""
    first, last = entries_extent(timeline.case)
    return Axis.fitting(first, last, left, right)


def draw_overview(timeline: Timeline, axis: Axis, right: float, height: float) -> Iterator[Primitive]:
    """Years, the wave, gaps and snelkookpannen, placements and how many entries begin where, in `height` points.

    Of the entries only those that a filter lets through; the findings and the wave are those of the timeline.
    """
    measure, window = timeline.measure, (axis.left, right)
    base = height - measure.small * 1.3
    yield Box(axis.left, 0, right - axis.left, height, "paper")
    phases = phase_bands(timeline.case, axis)
    yield from (Box(p.left, 0, p.right - p.left, base, "phase.even") for p in phases if p.is_tinted)
    if timeline.analysis:
        yield from draw_bands(bands(timeline.analysis, axis), window, 0, base)
        yield from draw_wave(timeline.analysis.involvement.steps, axis, window, height * 0.22, base - height * 0.22)
    yield from _ticks(timeline, axis, base)
    yield from _years(axis, measure, window, base, height)


def _ticks(timeline: Timeline, axis: Axis, base: float) -> Iterator[Primitive]:
    bounds, shown = timeline.case.bounds, timeline.content.shown
    counts: Counter[int] = Counter()
    turns: set[int] = set()
    for entry in timeline.case.actual:
        if shown is not None and entry.id not in shown:
            continue
        days = bounds[entry.id]
        if entry.kind is Kind.UITHUISPLAATSING:
            left, right = axis.x(days.start_min), axis.x(max(days.end_max, days.start_max) + 1)
            yield Box(left, 2, max(right - left, 2), 5, "uithuis.sure", 1)
        elif entry.schakelmoment:
            turns.add(round(axis.x((days.start_min + days.start_max + 1) / 2)))
        counts[round(axis.x(days.start_min))] += 1
    yield from (Line(x, 8, x, base, "schakel.line") for x in sorted(turns))
    yield from _density(counts, base)


def _density(counts: Mapping[int, int], base: float) -> Iterator[Primitive]:
    """A bar for each point of x where entries begin; its surface grows with their number, one is still seen."""
    unit = (CROWD - ONE) / sqrt(max(*counts.values(), LEAST_CROWD)) if counts else 0.0
    for place, count in sorted(counts.items()):
        height = ONE + unit * sqrt(count) if count > 1 else ONE
        yield Box(place, base - height, 1, height, "overview.entry")


def _years(
    axis: Axis, measure: Measure, window: tuple[float, float], base: float, height: float
) -> Iterator[Primitive]:
    size = measure.tiny
    for tick in year_ticks(axis, axis.day(window[0]), axis.day(window[1]), measure.tiny):
        x = axis.x(tick.day)
        if x < window[0] or x + text_width(tick.label, size) > window[1]:
            continue
        yield Line(x, base, x, height, "rule")
        yield Text(x + 3, height - size * 0.4, tick.label, "label.faint", size)
