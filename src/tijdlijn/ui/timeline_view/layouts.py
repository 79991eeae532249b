"""Timelines by scale: the one in use, those used before, and the next ones made while nothing else happens."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, log2

from tijdlijn.analysis.findings import Analysis
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.beside import Parallel, parallel, without_scenarios
from tijdlijn.layout.content import Content, content_of
from tijdlijn.layout.extents import aligned_extent, entries_extent, life_extent
from tijdlijn.layout.lane_drawing import make
from tijdlijn.layout.lane_plan import Plan
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import COMPACT, SCREEN
from tijdlijn.layout.relative import Anchor
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement

STEPS_PER_DOUBLING = 4
ROOMY = 680.0
"""Height from which the header has room for all its rows."""
BESIDE_ROWS = (2, 1)
"""Rows of turning points and of findings above what is compared: its lanes need the room."""
AROUND = 1.5
"""How far to either side of the middle a timeline is made ahead, in widths of the view."""
MOST_KEPT = 8
LARGEST = 64.0
"""Most points a day."""


@dataclass(frozen=True)
class Asked:
    """What timelines are asked for: a snapshot, its findings, how it is looked at, and the room in the window."""

    case: Case
    analysis: Analysis | None
    arrangement: Arrangement
    shown: frozenset[str] | None
    width: float
    height: float
    anchors: tuple[Anchor, ...] = ()
    scenarios: tuple[str, ...] = ()

    def lies_as(self, case: Case, arrangement: Arrangement, shown: frozenset[str] | None) -> bool:
        """Whether the same entries lie in the same lanes."""
        return self.case is case and self.arrangement == arrangement and self.shown == shown


class Layouts:
    """The timelines of one snapshot with its findings in a window, at every scale with the same plan of heights.

    `before` gives what an earlier snapshot or window laid out already.
    """

    def __init__(self, asked: Asked, before: Layouts | None = None) -> None:
        self.asked = asked
        self.case = asked.case
        self.measure = SCREEN if asked.height >= ROOMY else COMPACT
        self.extent = aligned_extent(entries_extent(asked.case), asked.anchors)
        self.life = aligned_extent(life_extent(asked.case), asked.anchors)
        self._before = before._made if before and before.extent[0] == self.extent[0] else {}
        self._content_before: Content | None = before.__dict__.get("content") if before else None
        self._made: OrderedDict[float, Timeline] = OrderedDict()

    @cached_property
    def content(self) -> Content:
        """What lies in the lanes; made when the first timeline is asked for."""
        asked, before = self.asked, self._content_before
        if before is not None and asked.lies_as(before.case, before.arrangement, before.shown):
            return before
        return content_of(asked.case, asked.arrangement, asked.shown, before)

    @cached_property
    def _seen(self) -> Content:
        """The same without what belongs to scenarios that nobody asked to see."""
        return without_scenarios(self.content, self._scenarios)

    @property
    def _scenarios(self) -> tuple[str, ...]:
        """Those below what happened; strands on relative time have no place for them."""
        return self.asked.scenarios if len(self.asked.anchors) < 2 else ()

    @cached_property
    def beside(self) -> Parallel | None:
        """The scenarios below what happened; made with the first timeline."""
        return parallel(self._seen, self._scenarios) if self._scenarios else None

    @cached_property
    def plan(self) -> Plan:
        """The heights, as they are when the whole life is in view; that timeline is kept."""
        first = self._laid_out(self.fitting(self.asked.width), None)
        self.keep(first)
        return first.plan

    @property
    def size(self) -> tuple[float, float]:
        """The width beside the names and the height for which they are laid out."""
        return self.asked.width, self.asked.height

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
        plan = self.plan
        if not self.has(points_per_day):
            self.keep(self._laid_out(points_per_day, plan))
        self._made.move_to_end(points_per_day)
        return self._made[points_per_day]

    def has(self, points_per_day: float) -> bool:
        """Whether the timeline at a scale is there."""
        return points_per_day in self._made

    def _laid_out(self, points_per_day: float, plan: Plan | None) -> Timeline:
        axis, frame = Axis(self.extent[0], points_per_day), Frame(self.asked.height, with_header=True)
        turns, chips = (5, 3) if self.asked.height >= ROOMY else (3, 2)
        if self.beside:
            turns, chips = BESIDE_ROWS
        before = self._before.get(points_per_day)
        return lay_out(
            self.case,
            self.asked.analysis,
            axis,
            self.measure,
            frame,
            turns,
            chips,
            self._seen,
            plan,
            before,
            self.asked.anchors,
            self.beside,
        )

    def ahead(self, points_per_day: float, middle: float, room: float) -> Iterator[None]:
        """Make what may be seen next, a lane at a time: beside the view around the day `middle`, which is `room`
        wide, and at the scales one step in and out."""
        for scale in self._near(points_per_day, room):
            fresh = not self.has(scale)
            timeline = self.at(scale)
            if fresh:
                yield
            x = timeline.axis.x(middle)
            for lane in timeline.lanes:
                if make(lane, (x - room * AROUND, x + room * AROUND)):
                    yield
        self.at(points_per_day)

    def near(self, points_per_day: float, room: float) -> Iterator[Timeline]:
        """The timelines at a scale and at one step in and out, as far as they are there."""
        return (self._made[scale] for scale in self._near(points_per_day, room) if scale in self._made)

    def _near(self, points_per_day: float, room: float) -> tuple[float, float, float]:
        smallest = self.smallest(room)
        return points_per_day, stepped(points_per_day, 1, smallest), stepped(points_per_day, -1, smallest)

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
