"""Strands: the lanes of a family once, or above each other, each time with another anchor at the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.axis import Axis, year_ticks
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.findings_strip import Band, draw_bands
from tijdlijn.layout.header import Turn, draw_grid, draw_turn_lines
from tijdlijn.layout.marks import diamond
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.phases import PhaseBand, draw_borders, draw_tints
from tijdlijn.layout.relative import Anchor, draw_anchor_line
from tijdlijn.layout.tiles import Window
from tijdlijn.model.casebook import Case


@dataclass(frozen=True)
class Strand:
    """Lanes on one axis, from `top` to `bottom`; among others it begins with a heading, `heading` points high.

    `bands`, `turns` and `phases` are what runs through its lanes.
    """

    axis: Axis
    anchor: Anchor | None
    top: float
    bottom: float
    heading: float
    lanes: tuple[PlacedLane, ...]
    bands: tuple[Band, ...]
    turns: tuple[Turn, ...]
    phases: tuple[PhaseBand, ...] = ()

    def draw_ground(self, measure: Measure, window: Window, top: float) -> Iterator[Primitive]:
        """What lies behind the entries and is the same wherever the view is."""
        first, bottom = top + self.top + self.heading, top + self.bottom
        for lane in self.lanes:
            ground = "heading" if lane.lane.is_heading else lane.ground
            yield Box(window[0], top + lane.top, window[1] - window[0], lane.height, f"lane.{ground}")
        yield from draw_tints(self.phases, self.lanes, window, top)
        yield from draw_bands(self.bands, window, first, bottom)
        yield from draw_grid(self.axis, measure, window, first, bottom)
        yield from draw_borders(self.phases, window, first, bottom)
        for lane in self.lanes:
            yield Line(window[0], top + lane.top, window[1], top + lane.top, "lane.rule")
        yield Line(window[0], bottom, window[1], bottom, "lane.rule")
        yield from draw_turn_lines(self.turns, window, first, bottom)
        if self.heading:
            yield from self._draw_heading(measure, window, top + self.top)
        if self.anchor:
            yield from draw_anchor_line(self.anchor, self.axis, top + self.top, bottom)

    def _draw_heading(self, measure: Measure, window: Window, top: float) -> Iterator[Primitive]:
        """The years of the calendar of this strand, and its schakelmomenten."""
        axis, bottom = self.axis, top + self.heading
        yield Box(window[0], top, window[1] - window[0], self.heading, "lane.heading")
        for tick in year_ticks(axis, axis.day(window[0]), axis.day(window[1]), measure.tiny):
            x = axis.x(tick.day)
            yield Line(x, top, x, bottom, "axis.tick")
            base = measure.baseline(top, self.heading, measure.small)
            yield Text(x + 4, base, tick.label, "axis.month", measure.small)
        for turn in self.turns:
            if window[0] <= turn.centre <= window[1]:
                yield diamond(turn.centre, bottom - measure.mark * 0.7, measure.mark, "schakel.mark")

    def draw_name(self, measure: Measure, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The name of its anchor, beside the heading."""
        if not self.heading or self.anchor is None:
            return
        y, name = top + self.top, self.anchor.name
        room = width - 2 * measure.gap
        text = shortened(name, room, measure.small, Face.SEMIBOLD)
        base = measure.baseline(y, self.heading, measure.small)
        parts = (
            Box(left, y, width, self.heading, "lane.heading"),
            Text(left + measure.gap, base, text, "lane.name", measure.small, Face.SEMIBOLD),
        )
        yield Group(f"anchor:{self.anchor.id}", parts, f"T is {name}", (left, y, width, self.heading))

    def draw_today(
        self, case: Case, measure: Measure, window: Window, top: float, right: float, foot: float
    ) -> Iterator[Primitive]:
        """The line of the reference day down to `foot` below the lanes, with its words on the side where there is
        room before `right`."""
        x = self.axis.x(case.reference.toordinal() + 1)
        if not window[0] - 80 <= x <= window[1] + 80:
            return
        bottom = top + self.bottom + foot
        yield Line(x, top + self.top + self.heading, x, bottom, "today.line")
        if not foot:
            return
        text = "vandaag" if case.reference == case.today else "stand " + write_day(case.reference)
        width = text_width(text, measure.tiny)
        is_left = x + 3 + width > min(right, window[1])
        yield Text(x - 3 - width if is_left else x + 3, bottom - 2, text, "today.label", measure.tiny)
