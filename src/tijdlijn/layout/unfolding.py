"""A timeline of which only a part is told yet: what has begun, up to the day the story has reached.

The rule: everything keeps its place from the first step to the last, so that nothing jumps while a story unfolds. What
goes on beyond that day ends there for now; what is counted is counted as far as it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tijdlijn.drawing.primitives import Box, Group, Line, Primitive, Text
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.figures import drawn, inked, rolling, within
from tijdlijn.layout.findings_strip import draw_bands, draw_chips
from tijdlijn.layout.header import Turn, draw_grid, draw_turn_lines, draw_turns
from tijdlijn.layout.lane_drawing import draw_notes, draw_pill, setting
from tijdlijn.layout.naming import full_name
from tijdlijn.layout.packing import Side
from tijdlijn.layout.phases import PhaseBand, draw_borders, draw_phases, draw_tints
from tijdlijn.layout.tiles import PlacedFigure, Window
from tijdlijn.layout.timeline import Timeline


@dataclass(frozen=True)
class Unfolding:
    """A timeline told up to the end of day `now`: the entries in `told` have been told. `faint` tells that what is
    still to come is drawn below it."""

    timeline: Timeline
    told: frozenset[str]
    now: int
    faint: bool = False

    @property
    def edge(self) -> float:
        """Where the told part ends on the axis."""
        return self.timeline.axis.x(self.now + 1)

    def draw_ground(self, window: Window, top: float, with_findings: bool) -> Iterator[Primitive]:
        """Lanes, grid, and the schakelmomenten and findings that are over and told."""
        timeline, strand = self.timeline, self.timeline.strands[0]
        for lane in strand.lanes:
            yield Box(window[0], top + lane.top, window[1] - window[0], lane.height, f"lane.{lane.ground}")
        bottom = top + strand.bottom
        yield from draw_tints(self._phases, strand.lanes, window, top)
        if with_findings:
            yield from draw_bands([b for b in strand.bands if b.right <= self.edge + 1], window, top, bottom)
        yield from draw_grid(strand.axis, timeline.measure, window, top, bottom)
        for lane in strand.lanes:
            yield Line(window[0], top + lane.top, window[1], top + lane.top, "lane.rule")
        yield Line(window[0], bottom, window[1], bottom, "lane.rule")
        yield from draw_borders(self._phases, window, top, bottom)
        yield from draw_turn_lines(self._turns, window, top, bottom)

    @property
    def _phases(self) -> tuple[PhaseBand, ...]:
        """The phases that have begun, the last one as far as it is told."""
        begun = (band for band in self.timeline.phases if band.left < self.edge)
        return tuple(replace(band, right=min(band.right, self.edge)) for band in begun)

    @property
    def _turns(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.timeline.turns if turn.entry.id in self.told)

    def draw_header(self, window: Window, top: float, with_findings: bool) -> Iterator[Primitive]:
        """The axis and the rulers of ages, the names of the schakelmomenten and the words of the findings told."""
        timeline = self.timeline
        yield from timeline.draw_scale(window, window, top)
        yield from draw_turns(timeline.case, self._turns, timeline.measure, window, top, timeline.plan.turn_rows)
        bottom = top + timeline.header_height
        yield from draw_phases(self._phases, timeline.measure, window, timeline.phases_top(top), bottom)
        if with_findings:
            chips = [chip for chip in timeline.chips if chip.band.right <= self.edge + 1]
            yield from draw_chips(chips, timeline.measure, window, bottom - timeline.chips_height, bottom)

    def draw_entries(self, window: Window, top: float) -> Iterator[Primitive]:
        """The told entries, and the numbers of those that are counted."""
        for lane in self.timeline.lanes:
            for item in lane.visible(window):
                if item.figure.entry.id in self.told:
                    yield self._drawn(lane, item, window, top)
            for bundle in lane.bundles_in(window):
                known = self._known(bundle)
                if known:
                    yield draw_pill(lane, known, top, window)

    def draw_untold(self, window: Window, top: float) -> Iterator[Primitive]:
        """The entries that are still to come, whole."""
        for lane in self.timeline.lanes:
            for item in lane.visible(window):
                if item.figure.entry.id not in self.told:
                    name = full_name(self.timeline.case, item.figure.entry)
                    yield drawn(item.figure, setting(lane, item, top), name, window)
            yield from draw_notes(lane, window, top)

    def _known(self, bundle: Bundle) -> Bundle | None:
        """What of a bundle is told; its number stays in its own place, as only that is free."""
        ids = tuple(id_ for id_ in bundle.ids if id_ in self.told)
        if not ids:
            return None
        right = max(min(bundle.right, self.edge), bundle.left)
        return replace(bundle, ids=ids, right=right)

    def _drawn(self, lane: PlacedLane, item: PlacedFigure, window: Window, top: float) -> Group:
        """An entry as far as it is told: a period that goes on ends at the edge, and its words stand beside it."""
        shape, place = item.figure, setting(lane, item, top)
        name = full_name(self.timeline.case, shape.entry)
        if not shape.is_bar or shape.right <= self.edge:
            return drawn(shape, place, name, window)
        told, measure = within(shape, shape.left, self.edge), self.timeline.measure
        ink = inked(told, replace(place, place=replace(place.place, side=Side.NONE)), name)
        stretch = told.inner(measure)
        if stretch and stretch[1] - max(stretch[0], window[0]) >= shape.label_width + 2 * measure.gap:
            return replace(ink, children=(*ink.children, *rolling(told, place, window)))
        x = told.end(measure) + measure.gap
        words = Text(x, measure.baseline(place.top, measure.row, measure.label), shape.label, "label", measure.label)
        behind = Box(x, place.top + 1, shape.label_width, measure.row - 2, f"lane.{lane.ground}")
        left, _, _, height = ink.bounds
        bounds = (left, place.top, x + shape.label_width - left, height)
        return replace(ink, children=(*ink.children, *((behind,) if self.faint else ()), words), bounds=bounds)
