"""Lays out a case on an axis: from its content, its findings and a frame to a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tijdlijn.analysis.findings import Analysis
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.beside import HAPPENED, Beside, Parallel
from tijdlijn.layout.content import Content, content_of
from tijdlijn.layout.extents import aligned_extent, entries_extent, life_extent
from tijdlijn.layout.findings_strip import Band, Chip, bands, place_chips
from tijdlijn.layout.header import Turn, place_turns
from tijdlijn.layout.heights import header_height
from tijdlijn.layout.lane_plan import Plan, fitted_together, placed_lanes, planned
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.phases import PhaseBand, border_places, phase_bands
from tijdlijn.layout.relative import Anchor
from tijdlijn.layout.strands import Strand
from tijdlijn.layout.tiles import Behind, Frame, Grid, Surface
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry


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
    anchors: tuple[Anchor, ...] = (),
    beside: Parallel | None = None,
) -> Timeline:
    """A case on an axis, within a frame; `turn_rows` and `chip_rows` limit what stands above the lanes.

    `content` is what lies in the lanes, by kind when it is not given; `plan` the heights of another scale of the same
    content, `before` an earlier timeline at this scale, of which is kept what did not change. On a page the entries
    that lie wholly outside it are left out: the page counts them. The entries are placed when they are first drawn.

    One of the `anchors` gives a second ruler; of two or more each has the lanes for itself, all with their anchors at
    the place of the first on the axis. Of one calendar the scenarios of `beside` stand below what happened.
    """
    content = content or content_of(case)
    if frame.is_page:
        content = content.only([e for e in content.entries if _on_page(case, e, axis, frame, content.undated)])
    making = _Making(case, analysis, measure, frame, anchors, plan.turn_rows if plan else turn_rows)
    if beside is not None and len(anchors) < 2:
        strands = making.beside(beside, axis)
    else:
        strands = [making.strand(content, axis, anchor) for anchor in anchors or (None,)]
    first = strands[0]
    told = making.told(first, plan.chip_rows if plan else chip_rows)
    if plan is None:
        plan = making.plan(strands, told)
    placed = tuple(making.placed(strands, plan, before))
    lanes = tuple(lane for strand in placed for lane in strand.lanes)
    extent = aligned_extent(entries_extent(case), anchors)
    turns = first.turns if plan.turn_rows else ()
    return Timeline(content, axis, measure, frame, plan, lanes, turns, first.bands, told, analysis, extent, placed)


@dataclass(frozen=True)
class _Unplaced:
    """A strand before its lanes have their heights."""

    surface: Surface
    anchor: Anchor | None
    bands: tuple[Band, ...]
    turns: tuple[Turn, ...]
    phases: tuple[PhaseBand, ...]
    name: str = ""
    beside: Beside | None = None


@dataclass(frozen=True)
class _Making:
    """What the strands of a timeline share while they are made."""

    case: Case
    analysis: Analysis | None
    measure: Measure
    frame: Frame
    anchors: tuple[Anchor, ...]
    turn_rows: int

    def strand(self, content: Content, base: Axis, anchor: Anchor | None) -> _Unplaced:
        """The entries and findings of one strand on its own axis."""
        axis = base
        if anchor is not None and len(self.anchors) > 1:
            axis = Axis(base.origin + anchor.day - self.anchors[0].day, base.points_per_day, base.left)
            content = content.about(anchor.person_ids)
        frame = self.frame
        found = bands(self.analysis, axis) if self.analysis else ()
        if frame.is_page:
            found = tuple(_cut(band, frame) for band in found if band.right > frame.left and band.left < frame.right)
        edge = min(frame.right, axis.x(life_extent(self.case)[1] + 1))
        turns = place_turns(self.case, axis, self.measure, max(self.turn_rows, 1), edge, content.shown_ids)
        if frame.is_page:
            turns = tuple(_turn_within(turn, frame) for turn in turns if frame.left <= turn.centre <= frame.right)
        phases = phase_bands(self.case, axis)
        if frame.is_page:
            phases = tuple(band for band in phases if band.right > frame.left and band.left < frame.right)
        behind = Behind(
            tuple((band.left, band.right) for band in found if band.through),
            tuple(sorted((*(turn.centre for turn in turns), *border_places(phases)))),
        )
        life_end = life_extent(self.case)[1]
        grid = Grid() if frame.is_page else Grid.of(axis, entries_extent(self.case), life_end, self.measure)
        return _Unplaced(Surface(content, axis, self.measure, frame, grid, behind), anchor, found, turns, phases)

    def beside(self, found: Parallel, axis: Axis) -> list[_Unplaced]:
        """What happened, and below it each scenario: its own lanes, with no findings or turning points in them."""
        happened = replace(self.strand(found.happened, axis, next(iter(self.anchors), None)), name=HAPPENED)
        return [happened, *(self._of_scenario(one, happened.surface) for one in found.besides)]

    def _of_scenario(self, beside: Beside, above: Surface) -> _Unplaced:
        branch = () if beside.branch is None else (above.axis.x(beside.branch),)
        surface = replace(above, content=beside.content, behind=Behind((), branch))
        return _Unplaced(surface, None, (), (), (), beside.name, beside)

    def told(self, strand: _Unplaced, chip_rows: int) -> tuple[Chip, ...]:
        """The words of the findings above the lanes; there are none above several strands."""
        if len(self.anchors) > 1:
            return ()
        axis, frame = strand.surface.axis, self.frame
        left = frame.left if frame.is_page else axis.x(entries_extent(self.case)[0])
        edges = left, frame.right if frame.is_page else axis.x(life_extent(self.case)[1] + 1)
        return place_chips(strand.bands, self.measure, edges, chip_rows)

    def plan(self, strands: Sequence[_Unplaced], chips: Sequence[Chip]) -> Plan:
        """How the height is shared, at this scale."""
        turns = strands[0].turns if len(self.anchors) < 2 else ()
        used = max((turn.row + 1 for turn in turns if turn.row is not None), default=1 if turns else 0)
        told = max((chip.row + 1 for chip in chips), default=0)
        height, is_screen = self.frame.height, self.frame.with_header
        if is_screen:
            height -= header_height(self.case, self.measure, Plan((), used, told, len(self.anchors)))
        if is_screen or strands[0].name:
            height -= sum(map(self._heading, strands))
        surfaces = [strand.surface for strand in strands]
        if strands[0].name:
            return Plan(fitted_together(surfaces, height), used, told, len(self.anchors))
        strips = [strip for one in surfaces for strip in planned(one, height / len(strands), is_screen)]
        return Plan(tuple(strips), used, told, len(self.anchors))

    def _heading(self, strand: _Unplaced) -> float:
        return round(self.measure.strong * 1.8) if len(self.anchors) > 1 or strand.name else 0.0

    def placed(self, strands: Sequence[_Unplaced], plan: Plan, before: Timeline | None) -> Iterator[Strand]:
        """The strands with their lanes in the rooms of the plan."""
        top, taken = 0.0, 0
        for number, strand in enumerate(strands):
            surface = strand.surface
            count = len(surface.content.lanes)
            old = before.strands[number].lanes if before and len(before.strands) == len(strands) else ()
            strips = plan.strips[taken : taken + count]
            heading = self._heading(strand)
            lanes = placed_lanes(surface, strips, old, top + heading)
            bottom = lanes[-1].top + lanes[-1].height if lanes else top + heading
            through = strand.bands, strand.turns, strand.phases, strand.name, strand.beside
            yield Strand(surface.axis, strand.anchor, top, bottom, heading, lanes, *through)
            top, taken = bottom, taken + count


def _on_page(case: Case, entry: Entry, axis: Axis, frame: Frame, undated: Mapping[str, float]) -> bool:
    days = case.bounds.get(entry.id)
    if days is None:
        return frame.left <= axis.x(undated[entry.id]) <= frame.right
    last = max(days.end_max, days.start_max)
    return axis.x(last + 1) > frame.left and axis.x(days.start_min) < frame.right


def _turn_within(turn: Turn, frame: Frame) -> Turn:
    """A schakelmoment with the part of its stretch that lies on a page; its diamond stays in its middle."""
    reach = min(turn.centre - max(turn.left, frame.left), min(turn.right, frame.right) - turn.centre)
    if turn.centre - turn.left <= reach and turn.right - turn.centre <= reach:
        return turn
    return replace(turn, left=turn.centre - reach, right=turn.centre + reach)


def _cut(band: Band, frame: Frame) -> Band:
    left, right = max(band.left, frame.left), min(band.right, frame.right)
    return Band(band.id, band.what, band.sure, left, right, band.text, band.short, band.name, band.edge)
