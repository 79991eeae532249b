"""What a projector shows: the timeline as far as it is told, with the entry in focus told in large letters below it.

The rule: everything is measured in the height of the picture, so that it reads at 8 metres whatever the projector: what
is in focus is at least 1/40 of it high (design 4, Presenting).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.story import Story
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.axis import YEAR_DAYS, Axis
from tijdlijn.layout.beside import without_scenarios
from tijdlijn.layout.content import Content, content_of
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.lane_plan import Plan, fitted
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.stage_card import draw_card, draw_opening
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.layout.unfolding import Unfolding
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement

FOCUS = 1 / 40
"""Least height of a text in focus, of the height of the picture."""
REST = 1 / 54
"""Height of the labels on the timeline, of the height of the picture."""
NOW_AT = 0.6
"""Where the day that the story has reached stands, of the room for the timeline."""
NOW_BESIDE = 0.3
"""The same while half of the picture is for a spotlight."""
YEARS_IN_VIEW = 3.0
"""How much time is in view at first."""
LEAST_YEARS = 0.08
"""The shortest time that can fill the picture."""
TURN_ROWS, CHIP_ROWS = 2, 1
"""Rows of names of schakelmomenten and of words of findings above the lanes."""


def zooms(case: Case) -> tuple[float, float]:
    """The least and the most the scale can be of the first, whatever the size of the picture: from the whole story to
    the shortest time."""
    first, last = entries_extent(case)
    in_view = YEARS_IN_VIEW * YEAR_DAYS
    return min(in_view / (last + 1 - first), 1.0), YEARS_IN_VIEW / LEAST_YEARS


@dataclass(frozen=True, slots=True)
class Layer:
    """Things drawn within a rectangle `(x, y, width, height)`, moved by a shift, more or less opaque."""

    items: tuple[Primitive, ...]
    clip: tuple[float, float, float, float]
    shift: tuple[float, float] = (0.0, 0.0)
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Showing:
    """What of a story is to be seen now: the step, the scale, where the picture begins, and what is shown with it."""

    at: int
    points_per_day: float
    left: float
    focus: str = ""
    """The entry in focus, where that is not the last that was told."""
    faint: bool = False
    findings: bool = True
    sign: str = ""
    chapter: str = ""
    remarks: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    """What is said before the story begins: a title, and what it is about."""


@dataclass
class Stage:
    """A picture of `width` by `height` points of one snapshot and its story."""

    case: Case
    analysis: Analysis | None
    story: Story
    width: float
    height: float
    arrangement: Arrangement = field(default_factory=Arrangement)
    shown: frozenset[str] | None = None
    _made: dict[float, Timeline] = field(default_factory=dict)
    _plan: Plan | None = None
    _content: Content | None = None

    @property
    def unit(self) -> float:
        """The least height of a text in focus."""
        return self.height * FOCUS

    @property
    def measure(self) -> Measure:
        """The sizes of the timeline."""
        size = self.height * REST
        return Measure(
            label=size,
            small=size * 0.96,
            tiny=size * 0.9,
            strong=size * 1.05,
            year=size * 1.15,
            row=size * 1.4,
            bar=size,
            mark=size * 0.7,
            gap=size * 0.42,
            pad=size * 0.45,
            ruler=size * 1.2,
            names=size * 10.6,
        )

    @property
    def strip(self) -> float:
        """Height of the line above everything."""
        return self.unit * 1.7

    @property
    def card(self) -> float:
        """Height of what tells the entry in focus."""
        return self.unit * 7.8

    @property
    def room(self) -> float:
        """Width of the timeline beside the names of the lanes."""
        return self.width - self.measure.names

    @property
    def first_scale(self) -> float:
        """The scale with which a story begins, in points a day."""
        return self.room / (YEARS_IN_VIEW * YEAR_DAYS)

    @property
    def scales(self) -> tuple[float, float]:
        """The smallest and the largest scale."""
        low, high = zooms(self.case)
        return self.first_scale * low, self.first_scale * high

    def timeline(self, points_per_day: float) -> Timeline:
        """The timeline at a scale, laid out once; all scales have the same heights."""
        if points_per_day not in self._made:
            self._content = self._content or without_scenarios(content_of(self.case, self.arrangement, self.shown))
            self._plan = self._plan or self._planned()
            self._made[points_per_day] = self._laid_out(points_per_day, self._plan)
        return self._made[points_per_day]

    def _laid_out(self, points_per_day: float, plan: Plan | None) -> Timeline:
        axis = Axis(entries_extent(self.case)[0], points_per_day)
        frame, content = Frame(self._body, with_header=True), self._content
        return lay_out(self.case, self.analysis, axis, self.measure, frame, TURN_ROWS, CHIP_ROWS, content, plan)

    @property
    def _body(self) -> float:
        return self.height - self.strip - self.card

    def _planned(self) -> Plan:
        first = self._laid_out(self.first_scale, None)
        strips = fitted(first.lanes[0].surface, self._body - first.header_height) if first.lanes else ()
        return replace(first.plan, strips=strips)

    def left_at(self, at: int, points_per_day: float, now_at: float = NOW_AT) -> float:
        """Where the picture begins when it looks at a step, so that its day stands at `now_at` of the room."""
        now = self.story.now(at)
        axis = self.timeline(points_per_day).axis
        day = now if now is not None else self.case.reference.toordinal()
        return axis.x(day) - self.room * now_at

    @property
    def light(self) -> tuple[float, float, float, float]:
        """Where the questions about an entry in the spotlight stand: `(x, y, width, height)`."""
        left, edge = self.width * 0.5, self.unit * 0.4
        return left, edge, self.width - left - edge, self.height - self.card - 2 * edge

    def layers(self, showing: Showing) -> Iterator[Layer]:
        """Everything, what is drawn first comes first."""
        timeline = self.timeline(showing.points_per_day)
        now = self.story.now(showing.at)
        told = Unfolding(timeline, self.story.told(showing.at), (now or 0) if showing.at >= 0 else 0, showing.faint)
        window = showing.left, showing.left + self.room
        names, top = self.measure.names, self.strip + timeline.header_height
        bottom = self.height - self.card
        lanes = (names, top, self.room, max(bottom - top, 0.0))
        shift = names - showing.left, top
        whole = (0.0, 0.0, self.width, self.height)
        yield Layer((Box(0.0, 0.0, self.width, self.height, "paper"),), whole)
        yield Layer(tuple(told.draw_ground(window, 0.0, showing.findings)), lanes, shift)
        if showing.faint:
            yield Layer(tuple(told.draw_untold(window, 0.0)), lanes, shift, 0.22)
        if showing.at >= 0:
            yield Layer(tuple(self._now(told, timeline)), lanes, shift)
            yield Layer(tuple(self._lit(told.draw_entries(window, 0.0), showing)), lanes, shift)
        header = (names, self.strip, self.room, timeline.header_height)
        yield Layer(tuple(told.draw_header(window, 0.0, showing.findings)), header, (shift[0], self.strip))
        beside = (0.0, top, names, max(bottom - top, 0.0))
        yield Layer(tuple(timeline.draw_lane_names(0.0, names, 0.0)), beside, (0.0, top))
        yield Layer(tuple(timeline.draw_header_names(0.0, names, 0.0)), whole, (0.0, self.strip))
        yield Layer(tuple(self._top(showing)), whole)
        focus = self._focus(showing)
        place = (0.0, bottom, self.width, self.card)
        card = draw_card(self.case, focus, self.unit, place, showing.remarks)
        yield Layer(tuple(card if focus else draw_opening(showing.opening, self.unit, place)), whole)

    def _focus(self, showing: Showing) -> str:
        return showing.focus or (self.story.steps[showing.at].entry_id if showing.at >= 0 else "")

    def _now(self, told: Unfolding, timeline: Timeline) -> Iterator[Primitive]:
        x = told.edge
        yield Line(x, 0.0, x, timeline.lanes_height, "today.line")

    def _lit(self, items: Iterator[Primitive], showing: Showing) -> Iterator[Primitive]:
        """The entries, with a light behind the one in focus, or behind the number that counts it."""
        timeline = self.timeline(showing.points_per_day)
        focus = self._focus(showing)
        drawn = list(items)
        for item in drawn:
            if isinstance(item, Group) and self._shows(item.id, focus, timeline):
                x, y, width, height = item.bounds
                gap = self.measure.gap
                for style in ("selected.fill", "selected"):
                    yield Box(x - gap, y + 1, width + 2 * gap, height - 2, style, gap)
        yield from drawn

    def _shows(self, group_id: str, focus: str, timeline: Timeline) -> bool:
        if group_id.startswith("bundle:"):
            bundle = timeline.bundle_at(group_id)
            return bundle is not None and focus in bundle.ids
        return group_id == f"entry:{focus}"

    def _top(self, showing: Showing) -> Iterator[Primitive]:
        """The chapter on the left; on the right that names are not the real ones, when they are not."""
        unit, gap = self.unit, self.unit * 0.6
        base, right = unit * 1.2, self.width - gap
        if showing.sign:
            width = text_width(showing.sign, unit, Face.SEMIBOLD) + unit
            yield Box(right - width, unit * 0.2, width, unit * 1.35, "pan.chip", unit * 0.67)
            yield Text(right - width + unit / 2, base, showing.sign, "pan.text", unit, Face.SEMIBOLD)
            right -= width + gap
        text = shortened(showing.chapter, right - gap, unit * 1.1, Face.SEMIBOLD)
        yield Text(gap, base, text, "lane.name", unit * 1.1, Face.SEMIBOLD)
