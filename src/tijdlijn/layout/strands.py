"""Strands: the lanes of a family once, or above each other, each time with another anchor at the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.axis import Axis, year_ticks
from tijdlijn.layout.beside import Beside
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

    `bands`, `turns` and `phases` are what runs through its lanes. Where scenarios stand below what happened `name` is
    what its heading says, and `beside` the scenario, None for what happened.
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
    name: str = ""
    beside: Beside | None = None

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
        if self.beside:
            yield from self._draw_before(self.beside, measure, window, top)
            yield from self._draw_branch(self.beside, measure, window, top)
        elif self.name:
            yield Box(window[0], top + self.top, window[1] - window[0], self.heading, "lane.heading")
        elif self.heading:
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

    def _draw_before(self, beside: Beside, measure: Measure, window: Window, top: float) -> Iterator[Primitive]:
        """What both share before the branch, as thin lines in its lanes: it is told above."""
        bounds, high = beside.content.case.bounds, measure.mark * 0.34
        for lane in self.lanes:
            for entry in beside.before.get(lane.lane.key, ()):
                days = bounds[entry.id]
                left, right = self.axis.x(days.start_min), self.axis.x(max(days.end_max, days.start_max) + 1)
                left, right = max(left, window[0]), min(max(right, left + high), window[1])
                if left < right:
                    yield Box(left, top + lane.top + lane.height - high * 2, right - left, high, "shared.before")

    def _draw_branch(self, beside: Beside, measure: Measure, window: Window, top: float) -> Iterator[Primitive]:
        """The heading with the line of the branch, and on either side of it what is told there."""
        y, bottom = top + self.top, top + self.bottom
        yield Box(window[0], y, window[1] - window[0], self.heading, "lane.heading")
        if beside.branch is None:
            return
        x, base = self.axis.x(beside.branch), measure.baseline(y, self.heading, measure.small)
        yield Line(x, y, x, bottom, "branch.line")
        half, middle = measure.mark * 0.55, y + self.heading / 2
        yield Polygon(((x, middle - half), (x + half * 1.5, middle), (x, middle + half)), "branch.mark")
        before = "tot hier zoals het gebeurde"
        width = measure.small_width(before)
        yield Text(x - measure.gap - width, base, before, "label.faint", measure.small)
        left = x + half * 1.5 + measure.gap
        yield Text(left, base, self.name, "lane.name", measure.small, Face.SEMIBOLD)
        left += text_width(self.name, measure.small, Face.SEMIBOLD) + measure.gap * 2
        yield Text(left, base, beside.said, "label.faint", measure.small)

    def draw_name(self, measure: Measure, left: float, width: float, top: float) -> Iterator[Primitive]:
        """The name of its anchor or its scenario, beside the heading."""
        if not self.heading:
            return
        if self.anchor is None or self.name:
            yield self._named(measure, left, width, top)
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

    def _named(self, measure: Measure, left: float, width: float, top: float) -> Group:
        y = top + self.top
        text = shortened(self.name, width - 2 * measure.gap, measure.small, Face.SEMIBOLD)
        base = measure.baseline(y, self.heading, measure.small)
        parts = (
            Box(left, y, width, self.heading, "lane.heading"),
            Text(left + measure.gap, base, text, "lane.name", measure.small, Face.SEMIBOLD),
        )
        said = f"Scenario {self.name}, {self.beside.said}" if self.beside else self.name
        return Group(f"scenario:{self.beside.id if self.beside else ''}", parts, said, (left, y, width, self.heading))

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
