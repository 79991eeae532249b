"""The timeline of a case at one scale: everything placed once, then drawn for any stretch of it.

Screen and paper use this one class. It is made from a snapshot, its findings (or none yet), a scale and a height;
what it draws for a stretch of x depends on nothing else, so panning never moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Face, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout import header
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.content import Content
from tijdlijn.layout.findings_strip import Band, Chip, chip_height, draw_chips
from tijdlijn.layout.header import (
    Turn,
    draw_axis,
    draw_axis_edges,
    draw_ruler,
    draw_turns,
    ruler_edge,
)
from tijdlijn.layout.heights import chips_height, header_height, ruled, turns_height
from tijdlijn.layout.lane_drawing import (
    columns,
    draw_lane,
    draw_rolling,
    draw_rolling_counts,
    draw_running_on,
    draw_strip,
)
from tijdlijn.layout.lane_names import draw_names
from tijdlijn.layout.lane_plan import Plan
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.phases import PhaseBand, draw_phases, phases_height
from tijdlijn.layout.relative import Anchor, draw_relative
from tijdlijn.layout.strands import Strand
from tijdlijn.layout.tiles import Column, Frame, PlacedFigure, Window
from tijdlijn.layout.wave import draw_wave, draw_wave_scale
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry


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
    strands: tuple[Strand, ...]

    @property
    def is_aligned(self) -> bool:
        """Whether strands stand above each other on relative time, so that there is no one calendar."""
        return len(self.strands) > 1 and not self.is_parallel

    @property
    def is_parallel(self) -> bool:
        """Whether scenarios stand below what happened, on the same calendar."""
        return self.strands[-1].beside is not None

    def scenario_at(self, y: float) -> str:
        """The id of the scenario whose lanes lie at a height, from the first lane on; empty for what happened."""
        strand = next((strand for strand in self.strands if y < strand.bottom), None)
        return strand.beside.id if strand and strand.beside else ""

    @property
    def anchor(self) -> Anchor | None:
        """Day 0 of the relative ruler, when there is one."""
        return self.strands[0].anchor

    def axis_at(self, y: float) -> Axis:
        """The axis of the lanes at a height, from the first lane on."""
        return next((strand.axis for strand in self.strands if y < strand.bottom), self.axis)

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
        return self.strands[-1].bottom

    @property
    def turns_height(self) -> float:
        """Height of the names of schakelmomenten with their diamonds."""
        return turns_height(self.plan.turn_rows, self.measure)

    @property
    def chips_height(self) -> float:
        """Height of the strip with the words of the findings."""
        return chips_height(self.plan.chip_rows, self.measure)

    @property
    def phases(self) -> tuple[PhaseBand, ...]:
        """The phases with their names above the lanes; there is no such strip above several strands."""
        return () if self.is_aligned else self.strands[0].phases

    @property
    def header_height(self) -> float:
        """Height of all that stands above the lanes."""
        return header_height(self.case, self.measure, self.plan)

    @property
    def _ruled(self) -> list[tuple[int, str]]:
        return [] if self.is_aligned else ruled(self.case)

    def bundle_at(self, group_id: str) -> Bundle | None:
        """The bundle that a group of the drawing shows."""
        key, _, first = group_id.removeprefix("bundle:").rpartition(":")
        found = (lane.find(first) for lane in self.lanes if lane.lane.key == key)
        return next((one for one in found if isinstance(one, Bundle)), None)

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
        if self.is_aligned and self.anchor:
            height = header.axis_height(self.measure)
            yield from draw_relative(self.anchor, self.axis, self.measure, window, y, height)
            return
        yield from draw_axis(self.axis, self.measure, window, y, seen)
        for index, y in self._ruler_tops(top):
            yield from draw_ruler(self.case.focus[index], index, self.axis, self.measure, window, y, seen)
        if self.anchor:
            y = self._relative_top(top)
            yield from draw_relative(self.anchor, self.axis, self.measure, window, y, self.measure.ruler)

    def draw_scale_edges(self, window: Window, top: float) -> Iterator[Primitive]:
        """What the edges of a window cut of a scale that was drawn as a whole."""
        if self.is_aligned:
            return
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

    def _relative_top(self, top: float) -> float:
        return max((y for _, y in self._ruler_tops(top)), default=top + self.turns_height) + self.measure.ruler + 1

    def phases_top(self, top: float) -> float:
        """Where the strip with the phases begins, when the header begins at `top`."""
        return top + self.header_height - self.chips_height - phases_height(self.case, self.measure)

    def draw_told(self, window: Window, top: float) -> Iterator[Primitive]:
        """The names of the schakelmomenten and of the phases, and the words of the findings."""
        yield from draw_turns(self.case, self.turns, self.measure, window, top, self.plan.turn_rows)
        bottom = top + self.header_height
        yield from draw_phases(self.phases, self.measure, window, self.phases_top(top), bottom)
        yield from draw_chips(self.chips, self.measure, window, bottom - self.chips_height, bottom)

    def draw_header_names(self, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The names of the children beside their rulers."""
        for (_, name), (index, y) in zip(self._ruled, self._ruler_tops(top), strict=True):
            text = shortened(name, width - 2 * self.measure.gap, self.measure.small, Face.SEMIBOLD)
            x = left + width - self.measure.gap - text_width(text, self.measure.small, Face.SEMIBOLD)
            base = self.measure.baseline(y, self.measure.ruler, self.measure.small)
            yield Text(x, base, text, f"person{index % 6}.text", self.measure.small, Face.SEMIBOLD)
        if self.anchor and not self.is_aligned:
            text = shortened(f"T: {self.anchor.name}", width - 2 * self.measure.gap, self.measure.tiny)
            x = left + width - self.measure.gap - text_width(text, self.measure.tiny)
            base = self.measure.baseline(self._relative_top(top), self.measure.ruler, self.measure.tiny)
            yield Text(x, base, text, "label.soft", self.measure.tiny)
        if self.phases:
            x = left + width - self.measure.gap - text_width("Fasen", self.measure.tiny)
            base = self.measure.baseline(self.phases_top(top), self.measure.small * 1.5, self.measure.tiny)
            yield Text(x, base, "Fasen", "label.soft", self.measure.tiny)
        yield from self._draw_hidden(left, width, top + self.header_height)

    def draw_ground(self, window: Window, top: float) -> Iterator[Primitive]:
        """Lanes, bands, grid, schakelmoment lines and today: all that lies behind the entries."""
        yield from self.draw_still_ground(window, top)
        yield from self.draw_today(window, top)

    def draw_still_ground(self, window: Window, top: float) -> Iterator[Primitive]:
        """All of the ground that is the same wherever the view is."""
        for strand in self.strands:
            yield from strand.draw_ground(self.measure, window, top)

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
        for strand in self.strands:
            yield from strand.draw_name(self.measure, left, width, top)

    def draw_running_on(self, x: float, left: float, width: float) -> Iterator[Primitive]:
        """How many counted entries of each lane run on at the left edge of the view, for a body that begins at 0."""
        for lane in self.lanes:
            yield from draw_running_on(lane, x, left, width, 0.0)

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
        for strand in self.strands:
            foot = self.body_height - self.lanes_height if strand is self.strands[-1] else 0.0
            yield from strand.draw_today(self.case, self.measure, window, top, self.frame.right, foot)
