"""The timeline of a case at one scale: everything placed once, then drawn for any stretch of it.

Screen and paper use this one class. It is made from a snapshot, its findings (or none yet), a scale and a height;
what it draws for a stretch of x depends on nothing else, so panning never moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout import header
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.content import Content, content_of
from tijdlijn.layout.findings_strip import Band, Chip, bands, chip_height, draw_bands, draw_chips, place_chips
from tijdlijn.layout.header import (
    Turn,
    draw_axis,
    draw_axis_edges,
    draw_grid,
    draw_ruler,
    draw_turn_lines,
    draw_turns,
    place_turns,
    ruler_edge,
)
from tijdlijn.layout.lane_drawing import columns, draw_lane, draw_rolling, draw_rolling_counts, draw_strip
from tijdlijn.layout.lane_names import draw_names
from tijdlijn.layout.lane_plan import Plan, placed_lanes, planned
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.tiles import Behind, Column, Frame, Grid, PlacedFigure, Surface, Window
from tijdlijn.layout.wave import draw_wave, draw_wave_scale
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

EXPECTED_AHEAD = 400
"""Days after the reference day in which what is expected is shown."""
BEFORE_BIRTH = 120
"""Days shown before the birth of the oldest focus child."""


@dataclass(frozen=True)
class Timeline:
    """A case laid out on an axis. Heights are in points; drawing functions take where their part begins.

    `plan` is how the height is shared; other scales of the same window are laid out with the same plan.
    """

    content: Content
    axis: Axis
    measure: Measure
    frame: Frame
    plan: Plan
    lanes: tuple[PlacedLane, ...]
    turns: tuple[Turn, ...]
    bands: tuple[Band, ...]
    chips: tuple[Chip, ...]
    analysis: Analysis | None
    extent: tuple[int, int]

    @property
    def case(self) -> Case:
        """The snapshot that it shows."""
        return self.content.case

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that it shows, in order of time."""
        return self.content.entries

    @property
    def body_height(self) -> float:
        """Height of all lanes together, with a line for the word at today."""
        return self.lanes_height + self.measure.tiny * 1.3

    @property
    def lanes_height(self) -> float:
        """Height of all lanes together."""
        last = self.lanes[-1]
        return last.top + last.height

    @property
    def turns_height(self) -> float:
        """Height of the names of schakelmomenten with their diamonds."""
        return turns_height(self.plan.turn_rows, self.measure)

    @property
    def rulers_height(self) -> float:
        """Height of the age rulers."""
        return len(self._ruled) * (self.measure.ruler + 1) + 3

    @property
    def chips_height(self) -> float:
        """Height of the strip with the words of the findings."""
        return chips_height(self.plan.chip_rows, self.measure)

    @property
    def header_height(self) -> float:
        """Height of all that stands above the lanes."""
        return header_height(self.case, self.measure, self.plan.turn_rows, self.plan.chip_rows)

    @property
    def _ruled(self) -> list[tuple[int, str]]:
        return ruled(self.case)

    def bundle_at(self, group_id: str) -> Bundle | None:
        """The bundle that a group of the drawing shows."""
        key, _, first = group_id.removeprefix("bundle:").rpartition(":")
        found = next((lane.find(first) for lane in self.lanes if lane.lane.key == key), None)
        return found if isinstance(found, Bundle) else None

    def find(self, id_: str) -> Iterator[tuple[PlacedLane, PlacedFigure | Bundle]]:
        """Where an entry is drawn or counted, once in every lane it lies in, from top to bottom."""
        for lane in self.lanes:
            found = lane.find(id_)
            if found is not None:
                yield lane, found

    def draw_header(self, window: Window, top: float) -> Iterator[Primitive]:
        """Schakelmomenten, axis, age rulers and the words of the findings."""
        yield from self.draw_scale(window, window, top)
        yield from self.draw_told(window, top)

    def draw_scale(self, window: Window, seen: Window, top: float) -> Iterator[Primitive]:
        """The axis and the age rulers within a window, their words where they are seen."""
        y = top + self.turns_height
        yield from draw_axis(self.axis, self.measure, window, y, seen)
        for index, y in self._ruler_tops(top):
            yield from draw_ruler(self.case.focus[index], index, self.axis, self.measure, window, y, seen)

    def draw_scale_edges(self, window: Window, top: float) -> Iterator[Primitive]:
        """What the edges of a window cut of a scale that was drawn as a whole."""
        yield from draw_axis_edges(self.axis, self.measure, window, top + self.turns_height)
        for index, y in self._ruler_tops(top):
            person = self.case.focus[index]
            edge = min(ruler_edge(person, self.axis, window[0]), window[1])
            if edge > window[0]:
                yield from draw_ruler(person, index, self.axis, self.measure, (window[0], edge), y, window)

    def _ruler_tops(self, top: float) -> Iterator[tuple[int, float]]:
        y = top + self.turns_height + header.axis_height(self.measure) + 2
        for index, _ in self._ruled:
            yield index, y
            y += self.measure.ruler + 1

    def draw_told(self, window: Window, top: float) -> Iterator[Primitive]:
        """The names of the schakelmomenten and the words of the findings."""
        yield from draw_turns(self.case, self.turns, self.measure, window, top, self.plan.turn_rows)
        bottom = top + self.header_height
        yield from draw_chips(self.chips, self.measure, window, bottom - self.chips_height, bottom)

    def draw_header_names(self, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The names of the children beside their rulers."""
        for (_, name), (index, y) in zip(self._ruled, self._ruler_tops(top), strict=True):
            text = shortened(name, width - 2 * self.measure.gap, self.measure.small, Face.SEMIBOLD)
            x = left + width - self.measure.gap - text_width(text, self.measure.small, Face.SEMIBOLD)
            base = self.measure.baseline(y, self.measure.ruler, self.measure.small)
            yield Text(x, base, text, f"person{index % 6}.text", self.measure.small, Face.SEMIBOLD)
        yield from self._draw_hidden(left, width, top + self.header_height)

    def draw_ground(self, window: Window, top: float) -> Iterator[Primitive]:
        """Lanes, bands, grid, schakelmoment lines and today: all that lies behind the entries."""
        yield from self.draw_still_ground(window, top)
        yield from self.draw_today(window, top)

    def draw_still_ground(self, window: Window, top: float) -> Iterator[Primitive]:
        """All of the ground that is the same wherever the view is."""
        width = window[1] - window[0]
        bottom = top + self.lanes_height
        for lane in self.lanes:
            ground = "heading" if lane.lane.is_heading else lane.ground
            yield Box(window[0], top + lane.top, width, lane.height, f"lane.{ground}")
        yield from draw_bands(self.bands, window, top, bottom)
        yield from draw_grid(self.axis, self.measure, window, top, bottom)
        for lane in self.lanes:
            yield Line(window[0], top + lane.top, window[1], top + lane.top, "lane.rule")
        yield Line(window[0], bottom, window[1], bottom, "lane.rule")
        yield from draw_turn_lines(self.turns, window, top, bottom)

    def draw_entries(self, window: Window, top: float) -> Iterator[Primitive]:
        """The entries and bundles that touch the window."""
        for lane in self.lanes:
            yield from draw_lane(lane, window, top)

    def columns(self, window: Window) -> Iterator[Column]:
        """The columns of entries that touch the window, for a body that begins at 0; each is made once and kept."""
        for lane in self.lanes:
            yield from columns(lane, window)

    def draw_moving(self, window: Window, shown: Iterable[Column]) -> Iterator[Primitive]:
        """What is not in the columns that are shown because it moves with the view: texts that roll, and numbers."""
        for column in shown:
            yield from draw_rolling(column, window)
        for lane in self.lanes:
            yield from draw_rolling_counts(lane, window)
            if lane.is_folded:
                yield from draw_strip(lane, window, 0.0)

    def _draw_hidden(self, left: float, width: float, bottom: float) -> Iterator[Primitive]:
        """How many findings found no room for their words."""
        hidden = len(self.bands) - len(self.chips)
        if hidden:
            text = f"en nog {hidden} " + ("bevinding" if hidden == 1 else "bevindingen")
            x = left + width - self.measure.gap - text_width(text, self.measure.tiny)
            yield Text(x, bottom - chip_height(self.measure) * 0.4, text, "label.soft", self.measure.tiny)

    def draw_lane_names(self, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The names of the lanes with their coloured strip, a group for each."""
        yield from draw_names(self.lanes, self.content, self.measure, left, width, top)

    def draw_wave(self, window: Window, top: float, height: float) -> Iterator[Primitive]:
        """The wave of involvement, empty until the findings are there."""
        if self.analysis:
            yield from draw_wave(self.analysis.involvement.steps, self.axis, window, top, height)

    def draw_wave_scale(self, right: float, top: float, height: float) -> Iterator[Primitive]:
        """The numbers beside the wave."""
        if self.analysis:
            yield from draw_wave_scale(self.analysis.involvement.steps, self.measure, right, top, height)

    def draw_today(self, window: Window, top: float) -> Iterator[Primitive]:
        """The line of the reference day, with its words on the side where they are in view."""
        x = self.axis.x(self.case.reference.toordinal() + 1)
        if not window[0] - 80 <= x <= window[1] + 80:
            return
        yield Line(x, top, x, top + self.body_height, "today.line")
        text = "vandaag" if self.case.reference == self.case.today else "stand " + write_day(self.case.reference)
        size = self.measure.tiny
        width = text_width(text, size)
        right = x + 3 + width > min(self.frame.right, window[1])
        yield Text(x - 3 - width if right else x + 3, top + self.body_height - 2, text, "today.label", size)


def entries_extent(case: Case, margin: float = 0.02) -> tuple[int, int]:
    """The first and last day of all dated entries and the reference day, with a margin of their length around."""
    reference = case.reference.toordinal()
    first, last = case.extent or (reference - 365, reference)
    last = max(last, reference)
    room = max(int((last - first) * margin), 20)
    return max(first - room, 1), last + room


def life_extent(case: Case) -> tuple[int, int]:
    """The days of the children's life: from just before the oldest focus child's birth to the last entry.

    From the first entry when that is later, or when no focus child has a birth date. What is only expected more than
    a year after the reference day lies outside it.
    """
    first, last = entries_extent(case, margin=0.01)
    reference = case.reference.toordinal()
    if last > reference + EXPECTED_AHEAD:
        known = (case.bounds[e.id] for e in case.entries if e.kind is not Kind.VERWACHT and e.id in case.bounds)
        ends = (max(days.end_max, days.start_max) + 30 for days in known)
        last = min(last, max(reference + EXPECTED_AHEAD, *ends, 0))
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    if births:
        first = max(first, min(births) - BEFORE_BIRTH)
    return first, last


def ruled(case: Case) -> list[tuple[int, str]]:
    """The focus children that have an age ruler, each with its number."""
    return [(index, person.name) for index, person in enumerate(case.focus) if person.birth]


def turns_height(rows: int, measure: Measure) -> float:
    """Height of `rows` rows of names of schakelmomenten with their diamonds; without rows there are none."""
    return rows * measure.small * 1.3 + measure.mark * 1.6 if rows else 0.0


def chips_height(rows: int, measure: Measure) -> float:
    """Height of `rows` rows of words of findings."""
    return rows * chip_height(measure) + (3 if rows else 0)


def header_height(case: Case, measure: Measure, turn_rows: int, chip_rows: int) -> float:
    """Height of all that stands above the lanes, in whole points."""
    rulers = len(ruled(case)) * (measure.ruler + 1) + 3
    return ceil(
        turns_height(turn_rows, measure) + header.axis_height(measure) + rulers + chips_height(chip_rows, measure)
    )


def lay_out(
    case: Case,
    analysis: Analysis | None,
    axis: Axis,
    measure: Measure,
    frame: Frame,
    turn_rows: int = 6,
    chip_rows: int = 3,
    content: Content | None = None,
    plan: Plan | None = None,
    before: Timeline | None = None,
) -> Timeline:
    """A case on an axis, within a frame; `turn_rows` and `chip_rows` limit what stands above the lanes.

    `content` is what lies in the lanes, by kind when it is not given; `plan` the heights of another scale of the same
    content, `before` an earlier timeline at this scale, of which is kept what did not change. On a page the entries
    that lie wholly outside it are left out: the page counts them. The entries are placed when they are first drawn.
    """
    extent = entries_extent(case)
    content = content or content_of(case)
    if frame.is_page:
        content = content.only([e for e in content.entries if _on_page(case, e, axis, frame, content.undated)])
    found = bands(analysis, axis) if analysis else ()
    if frame.is_page:
        found = tuple(_cut(band, frame) for band in found if band.right > frame.left and band.left < frame.right)
    life_end = axis.x(life_extent(case)[1] + 1)
    edges = (frame.left, frame.right) if frame.is_page else (axis.x(extent[0]), life_end)
    shown = content.shown_ids
    turns = place_turns(case, axis, measure, plan.turn_rows if plan else turn_rows, min(frame.right, life_end), shown)
    chips = place_chips(found, measure, edges, plan.chip_rows if plan else chip_rows)
    behind = Behind(
        tuple((band.left, band.right) for band in found if band.through), tuple(sorted(turn.centre for turn in turns))
    )
    grid = Grid() if frame.is_page else Grid.of(axis, extent, life_extent(case)[1], measure)
    surface = Surface(content, axis, measure, frame, grid, behind)
    if plan is None:
        used = max((turn.row + 1 for turn in turns if turn.row is not None), default=1 if turns else 0)
        told = max((chip.row + 1 for chip in chips), default=0)
        above = header_height(case, measure, used, told) if frame.with_header else 0.0
        plan = Plan(planned(surface, frame.height - above, frame.with_header), used, told)
    lanes = placed_lanes(surface, plan.strips, before.lanes if before else ())
    return Timeline(content, axis, measure, frame, plan, lanes, turns, found, chips, analysis, extent)


def _on_page(case: Case, entry: Entry, axis: Axis, frame: Frame, undated: Mapping[str, float]) -> bool:
    days = case.bounds.get(entry.id)
    if days is None:
        return frame.left <= axis.x(undated[entry.id]) <= frame.right
    last = max(days.end_max, days.start_max)
    return axis.x(last + 1) > frame.left and axis.x(days.start_min) < frame.right


def _cut(band: Band, frame: Frame) -> Band:
    left, right = max(band.left, frame.left), min(band.right, frame.right)
    return Band(band.id, band.what, band.sure, left, right, band.text, band.short, band.name, band.edge)
