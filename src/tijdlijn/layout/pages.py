"""The overview on one sheet of paper: the same timeline as on screen, with its wave and its legend.

The page shows the life of the children. What a parent lived through long before the oldest was born would press
the rest together, and so would what is expected in years to come. Both stand in words above the picture ("Eerder",
"Straks") instead of on the axis: told or counted, never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import wrapped
from tijdlijn.language.dates_nl import shown, write_period
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.content import undated_days
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.legend import draw_legend, signs
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.layout.tiles import Frame as BodyFrame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

PAPER = Measure(
    label=7.6, small=6.8, tiny=6.5, strong=8.2, year=8.6, row=11.3, bar=8.2, mark=5.6, gap=3.2, pad=5.0,
    ruler=10.0, names=86.0,
)  # fmt: skip
"""The sizes on an A3; larger sheets multiply them."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The content of the page within the frame of a picture, and what its masthead says of it."""

    items: tuple[Primitive, ...]
    subtitle: str
    timeline: Timeline


def overview_page(
    case: Case, analysis: Analysis, paper: PaperSize, period: tuple[date, date] | None = None, heading: str = ""
) -> OverviewPage:
    """The timeline of a case on one sheet.

    `period` limits it to some days (a loupe); without it the page runs from just before the birth of the oldest
    focus child to the last entry, or to a year after the reference day when later entries are only expected.
    `heading` stands before the subtitle.
    """
    frame = Frame.of_picture(paper)
    measure = PAPER.scaled(paper.scale * min(1.0, frame.height / 700 if paper.scale == 1 else 1.0) ** 0.5)
    first, last = (day.toordinal() for day in period) if period else life_extent(case)
    left = frame.x + measure.names
    axis = Axis.fitting(first, last, left, frame.right)
    earlier, later = ([], []) if period else _outside(case, first, last)
    intro = _told("Eerder", earlier, frame, measure) + _told("Straks", later, frame, measure)
    timeline, wave, legend_height = _fitted(case, analysis, axis, measure, frame, intro)
    items: list[Primitive] = list(_intro(intro, frame, measure))
    y = frame.y + _intro_height(intro, measure)
    window = (left, frame.right)
    body = y + timeline.header_height
    items += timeline.draw_ground(window, body)
    items += timeline.draw_header(window, y)
    items += timeline.draw_header_names(frame.x, measure.names, y)
    items += timeline.draw_lane_names(frame.x, measure.names, body)
    items += timeline.draw_entries(window, body)
    wave_top = body + timeline.body_height + measure.row
    items += _wave(timeline, frame, left, wave_top, wave)
    legend, _ = draw_legend(signs(timeline), measure, frame.x, frame.right, frame.bottom - legend_height)
    items += legend
    return OverviewPage(tuple(items), _subtitle(timeline, (first, last), heading, len(earlier) + len(later)), timeline)


def _outside(case: Case, first: int, last: int) -> tuple[list[Entry], list[Entry]]:
    """The entries wholly before and wholly after these days, one without a date by where it stands in the timeline."""
    undated = undated_days(case)
    earlier, later = [], []
    for entry in case.timeline:
        days = case.bounds.get(entry.id)
        start = days.start_min if days else undated[entry.id]
        end = max(days.end_max, days.start_max) if days else undated[entry.id]
        if end < first:
            earlier.append(entry)
        elif start > (last if days else last + 1):
            later.append(entry)
    return earlier, later


def _fitted(
    case: Case, analysis: Analysis, axis: Axis, measure: Measure, frame: Frame, intro: Sequence[tuple[str, str]]
) -> tuple[Timeline, float, float]:
    """The timeline with its rows as high as the sheet allows, the height of the wave and that of the legend."""
    wave, left = measure.row * 5, axis.left
    trial = lay_out(case, analysis, axis, measure, BodyFrame(1e6, left, frame.right))
    legend = draw_legend(signs(trial), measure, frame.x, frame.right, 0.0)[1]
    used = _intro_height(intro, measure) + trial.header_height + wave + legend + 2.2 * measure.row
    room = frame.height - used
    if trial.body_height <= room:
        stretch = min(room / trial.body_height, 1.3)
        taller = _taller(measure, stretch)
        timeline = lay_out(case, analysis, axis, taller, BodyFrame(1e6, left, frame.right))
        spare = max(room - timeline.body_height, 0.0)
        return timeline, wave + min(spare, measure.row * 4), legend
    return lay_out(case, analysis, axis, measure, BodyFrame(room, left, frame.right)), wave, legend


def _taller(measure: Measure, factor: float) -> Measure:
    sizes = {name: getattr(measure, name) for name in Measure.__slots__}
    return Measure(**{**sizes, "row": measure.row * factor, "pad": measure.pad * factor})


def _wave(timeline: Timeline, frame: Frame, left: float, top: float, height: float) -> list[Primitive]:
    measure = timeline.measure
    items: list[Primitive] = list(timeline.draw_wave((left, frame.right), top, height))
    items += timeline.draw_wave_scale(left, top, height)
    size = measure.strong
    for index, line in enumerate(("Betrokken", "partijen")):
        y = top + size * (1.05 + 1.15 * index)
        items.append(Text(frame.x + 2.4 * measure.gap, y, line, "lane.name", size, Face.SEMIBOLD))
    return items


def _told(name: str, outside: Sequence[Entry], frame: Frame, measure: Measure) -> list[tuple[str, str]]:
    """What lies outside the page, in words, at most three lines with their name; the rest is counted."""
    if not outside:
        return []
    told = [f"{shown(entry.date)}: {title_of(entry)}" for entry in outside]
    for count in range(len(told), 0, -1):
        rest = len(told) - count
        text = "   ·   ".join(told[:count]) + (f"   ·   en nog {rest}" if rest else "")
        lines = wrapped(text, frame.width - measure.names, measure.small)
        if len(lines) <= 3:
            return [(name if index == 0 else "", line) for index, line in enumerate(lines)]
    return [(name, f"{len(told)} regels buiten deze bladzijde")]


def _intro_height(lines: Sequence[tuple[str, str]], measure: Measure) -> float:
    return len(lines) * measure.small * 1.45 + (measure.row * 0.9 if lines else 0.0)


def _intro(lines: Sequence[tuple[str, str]], frame: Frame, measure: Measure) -> list[Primitive]:
    if not lines:
        return []
    size, line, edge = measure.small, measure.small * 1.45, frame.x + measure.names - 4
    items: list[Primitive] = [Line(edge, frame.y, edge, frame.y + len(lines) * line, "rule")]
    for index, (name, text) in enumerate(lines):
        y = frame.y + size + index * line
        if name:
            items.append(Text(frame.x + 2.4 * measure.gap, y, name, "lane.name", size, Face.SEMIBOLD))
        items.append(Text(frame.x + measure.names, y, text, "label.soft", size))
    return items


def _subtitle(timeline: Timeline, days: tuple[int, int], heading: str, told: int) -> str:
    first, last = (date.fromordinal(day) for day in days)
    count = len(timeline.entries)
    period = write_period(first, last) if heading else f"Tijdlijn {first.year} – {last.year}"
    parts = [heading, period, f"{count} regels" if count != 1 else "1 regel"]
    if told:
        parts.append(f"{told} van eerder of later in woorden")
    return " · ".join(part for part in parts if part)
