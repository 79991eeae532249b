"""Timelines by scale: the one in use, those used before, and the next ones made while nothing else happens."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil, floor, log2

from tijdlijn.analysis.findings import Analysis
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import Frame
from tijdlijn.layout.measure import COMPACT, SCREEN
from tijdlijn.layout.timeline import Timeline, entries_extent, lay_out, life_extent
from tijdlijn.model.casebook import Case

STEPS_PER_DOUBLING = 4
ROOMY = 680.0
"""Height from which the header has room for all its rows."""
MOST_KEPT = 12
LARGEST = 64.0
"""Most points a day."""


class Layouts:
    """The timelines of one snapshot with its findings, for the height of a viewport."""

    def __init__(self, case: Case, analysis: Analysis | None, height: float) -> None:
        self.case = case
        self.analysis = analysis
        self.measure = SCREEN if height >= ROOMY else COMPACT
        self.height = height
        self.extent = entries_extent(case)
        self.life = life_extent(case)
        self._made: OrderedDict[float, Timeline] = OrderedDict()

    def smallest(self, width: float) -> float:
        """Points a day at which everything there is fits a width."""
        first, last = self.extent
        return max(width, 50.0) / (last + 1 - first)

    def fitting(self, width: float) -> float:
        """Points a day at which the children's life fits a width."""
        first, last = self.life
        return max(width, 50.0) / (last + 1 - first)

    def at(self, points_per_day: float) -> Timeline:
        """The timeline at a scale; made now when it is not there yet."""
        if not self.has(points_per_day):
            self.keep(self.made(points_per_day))
        self._made.move_to_end(points_per_day)
        return self._made[points_per_day]

    def has(self, points_per_day: float) -> bool:
        """Whether the timeline at a scale is there."""
        return points_per_day in self._made

    def made(self, points_per_day: float) -> Timeline:
        """A timeline at a scale, made anew; touches nothing, so that any thread may make it."""
        axis, frame = Axis(self.extent[0], points_per_day), Frame(self.height, with_header=True)
        turns, chips = (5, 3) if self.height >= ROOMY else (3, 2)
        return lay_out(self.case, self.analysis, axis, self.measure, frame, turn_rows=turns, chip_rows=chips)

    def made_and_drawn(self, points_per_day: float, middle: float, room: float) -> Timeline:
        """The same, with what will be seen around the day `middle` drawn already: its figures keep what they draw."""
        timeline = self.made(points_per_day)
        x = timeline.axis.x(middle)
        for _ in timeline.draw_entries((x - room, x + room), 0.0):
            pass
        return timeline

    def keep(self, timeline: Timeline) -> None:
        """Have a timeline ready for its scale; the one that was used longest ago goes."""
        self._made[timeline.axis.points_per_day] = timeline
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)


def stepped(points_per_day: float, steps: int, smallest: float) -> float:
    """The scale some declared steps in (positive) or out, never out beyond `smallest`."""
    level = log2(points_per_day) * STEPS_PER_DOUBLING
    start = floor(level + 1e-6) if steps > 0 else ceil(level - 1e-6)
    scale = float(2 ** ((start + steps) / STEPS_PER_DOUBLING))
    return min(max(scale, smallest), LARGEST)
