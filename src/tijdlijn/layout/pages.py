"""The overview on paper: the same timeline as on screen, with its wave and its legend.

The page shows the life of the children. What a parent lived through long before the oldest was born would press
the rest together, and so would what is expected in years to come. Both stand in words above the picture ("Eerder",
"Straks") instead of on the axis: told or counted, never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import wrapped
from tijdlijn.language.dates_nl import shown, write_period
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.beside import Parallel, parallel, without_scenarios
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.content import Content, content_of, undated_days
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.filtering import shown as shown_by
from tijdlijn.layout.lane_choices import division_words, filled
from tijdlijn.layout.lane_names import room_for_headings
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.legend import draw_legend, signs
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.page_lanes import split
from tijdlijn.layout.page_words import left_out_words
from tijdlijn.layout.relative import Anchor, anchors_of
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.layout.tiles import Frame as BodyFrame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.views import Arrangement, View

SMALLER = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How much smaller everything may be so that all lanes fit on one sheet; with the first two all type can be read."""
LOW = (0.3, 0.2)
"""And on a slide, which is low and begins with large type."""
WHOLE = (1.4, 1.2, 1.0, 0.85)
"""How large type is on a slide, and on a sheet of chosen entries, on which every title stands whole: the first that
fits. When none does, titles are shortened and bundled as on any paper."""
PAGE_ROWS, SLIDE_ROWS = (6, 3), (3, 1)
"""Rows at most of schakelmomenten and of findings above the lanes."""
WIDEST_NAMES = 1.75
"""How many times as wide as usual the names of the lanes may be where headings ask for it."""
PAPER = Measure(
    label=7.6, small=6.8, tiny=6.5, strong=8.2, year=8.6, row=11.3, bar=8.2, mark=5.6, gap=3.2, pad=5.0,
    ruler=10.0, names=86.0,
)  # fmt: skip
"""The sizes on an A3; larger sheets multiply them."""


Words = tuple[tuple[str, str], ...]
"""Sentences above the picture, each with its name."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The content of the page within the frame of a picture, and what its masthead says of it."""

    items: tuple[Primitive, ...]
    subtitle: str
    timeline: Timeline


def overview_page(
    case: Case,
    analysis: Analysis,
    paper: PaperSize,
    period: tuple[date, date] | None = None,
    heading: str = "",
    view: View | None = None,
    words: Words = (),
    only_filled: bool = False,
) -> OverviewPage:
    """The timeline of a case on one sheet, in smaller type when there are many lanes; see `overview_pages`."""
    return _Making.of(case, analysis, paper, period, heading, view, words, only_filled).pages(SMALLER)[0]


def overview_pages(
    case: Case,
    analysis: Analysis,
    paper: PaperSize,
    period: tuple[date, date] | None = None,
    heading: str = "",
    view: View | None = None,
    words: Words = (),
    only_filled: bool = False,
) -> tuple[OverviewPage, ...]:
    """The timeline of a case on one sheet, or on several when it has more lanes than fit on one.

    `period` limits it to some days (a loupe); without it the page runs from just before the birth of the oldest
    focus child to the last entry, or to a year after the reference day when later entries are only expected.
    `heading` stands before the subtitle. `view` is how the lanes are arranged and what is shown; without it everything
    is, by kind. What it leaves out is said on the page, and before that `words`, each with its name.
    With `only_filled` no lane is empty: among chosen entries an empty one would tell what is not so.
    """
    return tuple(_Making.of(case, analysis, paper, period, heading, view, words, only_filled).pages(SMALLER[:2]))


@dataclass(frozen=True)
class _Making:
    """What the sheets of an overview share."""

    case: Case
    analysis: Analysis
    paper: PaperSize
    frame: Frame
    days: tuple[int, int]
    heading: str
    content: Content
    words: Words
    outside: tuple[list[Entry], list[Entry]]
    anchors: tuple[Anchor, ...]
    only_filled: bool
    parallel: Parallel | None

    @classmethod
    def of(
        cls,
        case: Case,
        analysis: Analysis,
        paper: PaperSize,
        period: tuple[date, date] | None,
        heading: str,
        view: View | None,
        before: Words,
        only_filled: bool,
    ) -> _Making:
        view = view or View()
        content = content_of(case, view.arrangement, shown_by(case, view.filter))
        first, last = (day.toordinal() for day in period) if period else life_extent(case)
        beside_ids = view.scenarios if len(view.anchors) < 2 else ()
        content = without_scenarios(content, beside_ids)
        outside = _outside(case, content.entries, first, last)
        beside = {entry.id for part in outside for entry in part}
        words = (*before, *left_out_words(case, view, content))
        content = filled(content) if only_filled else content
        anchors = anchors_of(case, view.anchors)
        content = content.only([entry for entry in content.entries if entry.id not in beside])
        return cls(
            case,
            analysis,
            paper,
            Frame.of_picture(paper),
            (first, last),
            heading,
            content,
            words,
            ([], []) if period else outside,
            anchors if len(anchors) == 1 else (),
            only_filled,
            parallel(content, beside_ids),
        )

    def pages(self, factors: Sequence[float]) -> list[OverviewPage]:
        """One sheet with type of one of these sizes, the first that fits; else several in the largest, or, when
        smaller type than that of a text was asked for, one in the smallest."""
        frame, paper = self.frame, self.paper
        scale = paper.scale * min(1.0, frame.height / 700 if paper.scale == 1 else 1.0) ** 0.5
        for factor in WHOLE if paper.is_slide or self.only_filled else ():
            sheet = self._sheet(self._sizes(scale, factor), self.content)
            if sheet.is_whole:
                return [self._page(sheet)]
        if self.parallel:
            factors = SMALLER
        for factor in (*factors, *LOW) if paper.is_slide else factors:
            sheet = self._sheet(self._sizes(scale, factor), self.content)
            if sheet.fits:
                break
        if sheet.fits or len(factors) > 2 or self.parallel:
            return [self._page(sheet)]
        if self.heading and (without := self._without_empty()) is not self:
            return without.pages(factors)
        first = self._sheet(self._sizes(scale, 1.0), self.content)
        contents = split(self.content, first.wanted, first.room)
        sheets = [self._sheet(first.measure, content) for content in contents]
        return [
            self._page(sheet, f"deel {number} van {len(sheets)}" if len(sheets) > 1 else "")
            for number, sheet in enumerate(sheets, 1)
        ]

    def _sizes(self, scale: float, factor: float) -> Measure:
        """The sizes at a scale, with the names of the lanes as wide as those of headings, within reason."""
        sizes = PAPER.scaled(scale * factor)
        if factor in SMALLER[:2]:
            sizes = sizes.legible(self.paper.least_type)
        asked = min(room_for_headings(self.content, sizes), sizes.names * WIDEST_NAMES)
        return replace(sizes, names=max(sizes.names, asked))

    def _without_empty(self) -> _Making:
        """A loupe of many lanes without those in which nothing lies in these days; they are named in words."""
        kept = filled(self.content).lanes
        gone = [lane for lane in self.content.lanes if not lane.lane.is_heading and lane not in kept]
        if not gone or not kept:
            return self
        names = ", ".join(dict.fromkeys(lane.lane.name for lane in gone))
        words = "1 baan" if len(gone) == 1 else f"{len(gone)} banen"
        told = ("Leeg", f"In deze weken staat niets in {words}: {names}.")
        return replace(self, content=replace(self.content, lanes=kept), words=(*self.words, told))

    def _sheet(self, measure: Measure, content: Content) -> _Sheet:
        """The timeline with its rows as high as the sheet allows, the height of the wave and that of the legend."""
        frame, is_slide = self.frame, self.paper.is_slide
        wave, rows = measure.row * (2.4 if is_slide else 5), SLIDE_ROWS if is_slide else PAGE_ROWS
        if self.parallel:
            wave = 0.0  # it tells of one course, and the lanes of both need the room
        left = frame.x + measure.names
        axis = Axis.fitting(*self.days, left, frame.right)
        intro = self._intro(measure)

        def laid(sizes: Measure, height: float) -> Timeline:
            body = BodyFrame(height, left, frame.right)
            shown = self.case, self.analysis, axis, sizes, body
            return lay_out(*shown, *rows, content=content, anchors=self.anchors, beside=self.parallel)

        def explained(timeline: Timeline) -> float:
            return draw_legend(signs(timeline), measure, frame.x, frame.right, 0.0)[1]

        trial = laid(measure, 1e6)
        legend = explained(trial)
        room = frame.height - _intro_height(intro, measure) - trial.header_height - wave - legend - 2.2 * measure.row
        if trial.body_height > room:
            timeline = laid(measure, room)
            if (more := explained(timeline) - legend) > 0:
                legend, room = legend + more, room - more
                timeline = laid(measure, room)
            return _Sheet(timeline, intro, wave, legend, room, trial.lanes, is_whole=False)
        timeline = laid(_taller(measure, min(room / trial.body_height, 1.3)), 1e6)
        spare = max(room - timeline.body_height, 0.0)
        wave += min(spare, measure.row * (1 if is_slide else 4)) if wave else 0.0
        return _Sheet(timeline, intro, wave, legend, room, trial.lanes)

    def _intro(self, measure: Measure) -> list[tuple[str, str]]:
        lines = [line for name, text in self.words for line in _said(name, text, self.frame, measure)]
        for name, entries in zip(("Eerder", "Straks"), self.outside, strict=True):
            lines += _told(name, entries, self.frame, measure)
        return lines

    def _page(self, sheet: _Sheet, number: str = "") -> OverviewPage:
        timeline, frame, measure = sheet.timeline, self.frame, sheet.measure
        items: list[Primitive] = list(_intro(sheet.intro, frame, measure))
        y = frame.y + _intro_height(sheet.intro, measure)
        left = frame.x + measure.names
        window = (left, frame.right)
        body = y + timeline.header_height
        items += timeline.draw_ground(window, body)
        items += timeline.draw_header(window, y)
        items += timeline.draw_header_names(frame.x, measure.names, y)
        items += timeline.draw_lane_names(frame.x, measure.names, body)
        items += timeline.draw_entries(window, body)
        wave_top = body + timeline.body_height + measure.row
        if sheet.wave:
            items += _wave(timeline, frame, left, wave_top, sheet.wave)
        items += draw_legend(signs(timeline), measure, frame.x, frame.right, frame.bottom - sheet.legend)[0]
        subtitle = _subtitle(timeline, self.days, self.heading, sum(map(len, self.outside)), number)
        return OverviewPage(tuple(items), subtitle, timeline)


@dataclass(frozen=True)
class _Sheet:
    """One sheet as it is laid out; `wanted` are its lanes when each has all it wants, `room` what there is for them,
    `is_whole` whether that is enough."""

    timeline: Timeline
    intro: Sequence[tuple[str, str]]
    wave: float
    legend: float
    room: float
    wanted: tuple[PlacedLane, ...]
    is_whole: bool = True

    @property
    def measure(self) -> Measure:
        """The sizes of what stands around the lanes."""
        return self.wanted[0].surface.measure

    @property
    def fits(self) -> bool:
        """Whether the lanes stay within their room."""
        return self.timeline.body_height <= self.room + 1.0


def _outside(case: Case, entries: Sequence[Entry], first: int, last: int) -> tuple[list[Entry], list[Entry]]:
    """The entries wholly before and wholly after these days, one without a date by where it stands in the timeline."""
    undated = undated_days(case)
    earlier, later = [], []
    for entry in entries:
        days = case.bounds.get(entry.id)
        start = days.start_min if days else undated[entry.id]
        end = max(days.end_max, days.start_max) if days else undated[entry.id]
        if end < first:
            earlier.append(entry)
        elif start > (last if days else last + 1):
            later.append(entry)
    return earlier, later


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


def _said(name: str, text: str, frame: Frame, measure: Measure) -> list[tuple[str, str]]:
    """A sentence with its name, in as many lines as it needs."""
    lines = wrapped(text, frame.width - measure.names, measure.small)
    return [(name if index == 0 else "", line) for index, line in enumerate(lines)]


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


def _subtitle(timeline: Timeline, days: tuple[int, int], heading: str, told: int, number: str) -> str:
    first, last = (date.fromordinal(day) for day in days)
    count = len(timeline.entries)
    years = str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    period = write_period(first, last) if heading else f"Tijdlijn {years}"
    parts = [heading, period, f"{count} regels" if count != 1 else "1 regel"]
    if told:
        parts.append(f"{told} van eerder of later in woorden")
    by = timeline.content.arrangement.by
    if by != Arrangement().by:
        parts.append(f"banen per {division_words(by).lower()}")
    parts.append(number)
    return " · ".join(part for part in parts if part)
