"""The timeline of a case at one scale: everything placed once, then drawn for any stretch of it.

Screen and paper use this one class. It is made from a snapshot, its findings (or none yet), a scale and a height;
what it draws for a stretch of x depends on nothing else, so panning never moves anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width, wrapped
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout import header
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import Behind, Frame, PlacedLane, Window, draw_lane, place_lanes, undated_days
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.findings_strip import Band, Chip, bands, chip_height, draw_bands, draw_chips, place_chips
from tijdlijn.layout.header import Turn, draw_axis, draw_grid, draw_ruler, draw_turn_lines, draw_turns, place_turns
from tijdlijn.layout.measure import Measure
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
    """A case laid out on an axis. Heights are in points; drawing functions take where their part begins."""

    case: Case
    axis: Axis
    measure: Measure
    frame: Frame
    entries: tuple[Entry, ...]
    lanes: tuple[PlacedLane, ...]
    turns: tuple[Turn, ...]
    turn_rows: int
    bands: tuple[Band, ...]
    chips: tuple[Chip, ...]
    analysis: Analysis | None
    extent: tuple[int, int]
    _behind: Behind = field(repr=False, default_factory=Behind)

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
        return self.turn_rows * self.measure.small * 1.3 + self.measure.mark * 1.6 if self.turns else 0.0

    @property
    def rulers_height(self) -> float:
        """Height of the age rulers."""
        return len(self._ruled) * (self.measure.ruler + 1) + 3

    @property
    def chips_height(self) -> float:
        """Height of the strip with the words of the findings."""
        rows = max((chip.row + 1 for chip in self.chips), default=0)
        return rows * chip_height(self.measure) + (3 if rows else 0)

    @property
    def header_height(self) -> float:
        """Height of all that stands above the lanes."""
        return self.turns_height + header.axis_height(self.measure) + self.rulers_height + self.chips_height

    @property
    def _ruled(self) -> list[tuple[int, str]]:
        return [(index, person.name) for index, person in enumerate(self.case.focus) if person.birth]

    def bundle_at(self, group_id: str) -> Bundle | None:
        """The bundle that a group of the drawing shows."""
        _, key, first = group_id.split(":", 2)
        lane = next((lane for lane in self.lanes if lane.lane.key == key), None)
        return next((b for b in lane.bundles if b.ids[0] == first), None) if lane else None

    def draw_header(self, window: Window, top: float) -> Iterator[Primitive]:
        """Schakelmomenten, axis, age rulers and the words of the findings."""
        yield from draw_turns(self.case, self.turns, self.measure, window, top, self.turn_rows)
        y = top + self.turns_height
        yield from draw_axis(self.axis, self.measure, window, y)
        y += header.axis_height(self.measure) + 2
        for index, _ in self._ruled:
            yield from draw_ruler(self.case.focus[index], index, self.axis, self.measure, window, y)
            y += self.measure.ruler + 1
        bottom = top + self.header_height
        yield from draw_chips(self.chips, self.measure, window, bottom - self.chips_height, bottom)

    def draw_header_names(self, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The names of the children beside their rulers."""
        y = top + self.turns_height + header.axis_height(self.measure) + 2
        for index, name in self._ruled:
            text = shortened(name, width - 2 * self.measure.gap, self.measure.small, Face.SEMIBOLD)
            x = left + width - self.measure.gap - text_width(text, self.measure.small, Face.SEMIBOLD)
            base = self.measure.baseline(y, self.measure.ruler, self.measure.small)
            yield Text(x, base, text, f"person{index % 6}.text", self.measure.small, Face.SEMIBOLD)
            y += self.measure.ruler + 1
        yield from self._draw_hidden(left, width, top + self.header_height)

    def draw_ground(self, window: Window, top: float) -> Iterator[Primitive]:
        """Lanes, bands, grid, schakelmoment lines and today: all that lies behind the entries."""
        width = window[1] - window[0]
        bottom = top + self.lanes_height
        for lane in self.lanes:
            yield Box(window[0], top + lane.top, width, lane.height, f"lane.{lane.ground}")
        yield from draw_bands(self.bands, window, top, bottom)
        yield from draw_grid(self.axis, self.measure, window, top, bottom)
        for lane in self.lanes:
            yield Line(window[0], top + lane.top, window[1], top + lane.top, "lane.rule")
        yield Line(window[0], bottom, window[1], bottom, "lane.rule")
        yield from draw_turn_lines(self.turns, window, top, bottom)
        yield from self._draw_today(window, top)

    def draw_entries(self, window: Window, top: float) -> Iterator[Primitive]:
        """The entries and bundles that touch the window."""
        for lane in self.lanes:
            yield from draw_lane(self.case, lane, self.measure, window, self._behind, top)

    def _draw_hidden(self, left: float, width: float, bottom: float) -> Iterator[Primitive]:
        """How many findings found no room for their words."""
        hidden = len(self.bands) - len(self.chips)
        if hidden:
            text = f"en nog {hidden} " + ("bevinding" if hidden == 1 else "bevindingen")
            x = left + width - self.measure.gap - text_width(text, self.measure.tiny)
            yield Text(x, bottom - chip_height(self.measure) * 0.4, text, "label.soft", self.measure.tiny)

    def draw_lane_names(self, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The names of the lanes with their coloured strip."""
        for lane in self.lanes:
            y = top + lane.top
            yield Box(left, y, width, lane.height, f"lane.{lane.ground}")
            yield Box(left, y + 0.5, 3.5, lane.height - 1, f"{lane.lane.key}.strip")
            yield Line(left, y, left + width, y, "lane.rule")
            size = self.measure.strong
            lines = wrapped(lane.lane.name, width - 4 * self.measure.gap, size, Face.SEMIBOLD)
            fitting = max(int((lane.height - 2) / (size * 1.15)), 1)
            for index, line in enumerate(lines[:fitting]):
                base = y + self.measure.pad / 2 + size * (1.05 + 1.15 * index)
                yield Text(left + 2.4 * self.measure.gap, base, line, "lane.name", size, Face.SEMIBOLD)

    def draw_wave(self, window: Window, top: float, height: float) -> Iterator[Primitive]:
        """The wave of involvement, empty until the findings are there."""
        if self.analysis:
            yield from draw_wave(self.analysis.involvement.steps, self.axis, window, top, height)

    def draw_wave_scale(self, right: float, top: float, height: float) -> Iterator[Primitive]:
        """The numbers beside the wave."""
        if self.analysis:
            yield from draw_wave_scale(self.analysis.involvement.steps, self.measure, right, top, height)

    def _draw_today(self, window: Window, top: float) -> Iterator[Primitive]:
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
    days = case.bounds.values()
    reference = case.reference.toordinal()
    first = min((bounds.start_min for bounds in days), default=reference - 365)
    last = max((max(bounds.end_max, bounds.start_max) for bounds in days), default=reference)
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
    known = [case.bounds[e.id] for e in case.entries if e.kind is not Kind.VERWACHT and e.id in case.bounds]
    ends = [max(days.end_max, days.start_max) for days in known]
    last = min(last, max([reference + EXPECTED_AHEAD, *(end + 30 for end in ends)]))
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    if births:
        first = max(first, min(births) - BEFORE_BIRTH)
    return first, last


def lay_out(
    case: Case,
    analysis: Analysis | None,
    axis: Axis,
    measure: Measure,
    frame: Frame,
    turn_rows: int = 6,
    chip_rows: int = 3,
) -> Timeline:
    """Place everything of a case on an axis; the cost grows with the number of entries, not with the view.

    On a page the entries that lie wholly outside it are left out: the page counts them.
    """
    extent = entries_extent(case)
    entries = case.timeline
    if frame.is_page:
        places = undated_days(case)
        entries = tuple(entry for entry in entries if _on_page(case, entry, axis, frame, places))
    found = bands(analysis, axis) if analysis else ()
    if frame.is_page:
        found = tuple(_cut(band, frame) for band in found if band.right > frame.left and band.left < frame.right)
    shown = frozenset(entry.id for entry in entries)
    turns = place_turns(case, axis, measure, turn_rows, frame.right, shown)
    used = max((turn.row + 1 for turn in turns if turn.row is not None), default=0)
    edges = (frame.left, frame.right) if frame.is_page else (axis.x(extent[0]), axis.x(extent[1]))
    behind = Behind(
        tuple((band.left, band.right) for band in found if band.through),
        tuple(turn.centre for turn in turns),
    )
    chips = place_chips(found, measure, edges, chip_rows)
    bare = Timeline(case, axis, measure, frame, entries, (), turns, used, found, chips, analysis, extent, behind)
    room = replace(frame, height=frame.height - bare.header_height) if frame.with_header else frame
    return replace(bare, lanes=place_lanes(case, entries, axis, measure, room))


def _on_page(case: Case, entry: Entry, axis: Axis, frame: Frame, undated: Mapping[str, float]) -> bool:
    days = case.bounds.get(entry.id)
    if days is None:
        return frame.left <= axis.x(undated[entry.id]) <= frame.right
    last = max(days.end_max, days.start_max)
    return axis.x(last + 1) > frame.left and axis.x(days.start_min) < frame.right


def _cut(band: Band, frame: Frame) -> Band:
    left, right = max(band.left, frame.left), min(band.right, frame.right)
    return Band(band.id, band.what, band.sure, left, right, band.text, band.short, band.name, band.edge)
