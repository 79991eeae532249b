"""The phases on the timeline: soft bands behind the lanes, and above them a strip with their names.

The rule: a phase is a ground, never a sign on it. Every second one is tinted, so little that all that lies on it reads
as it does elsewhere; where one begins there is a line, which tells them apart where tints cannot be seen: on paper and
without colour. Without phases nothing takes any room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.phases import Stretch, stretches
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened
from tijdlijn.language.dates_nl import write_day, write_period
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.measure import Measure
from tijdlijn.model.casebook import Case

Window = tuple[float, float]
PHASE = "phase:"
"""What the id of the group of a phase begins with."""


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase as a stretch of x: its id, its name, its name with its days, whether it is tinted, and whether another
    begins where it ends."""

    id: str
    name: str
    label: str
    left: float
    right: float
    is_tinted: bool
    is_followed: bool


def phase_bands(case: Case, axis: Axis) -> tuple[PhaseBand, ...]:
    """The phases of a case on an axis, in order of time."""
    found = stretches(case)
    starts = {stretch.first for stretch in found}
    return tuple(
        PhaseBand(
            stretch.phase.id,
            stretch.phase.name,
            phase_words(stretch, is_last=stretch is found[-1]),
            axis.x(stretch.first),
            axis.x(stretch.last + 1),
            number % 2 == 1,
            stretch.last + 1 in starts,
        )
        for number, stretch in enumerate(found)
    )


def phase_words(stretch: Stretch, is_last: bool) -> str:
    """A phase with its days in words; the last without an end is said to run on."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    days = f"sinds {write_day(first)}" if is_last and stretch.phase.end is None else write_period(first, last)
    return f"fase: {stretch.phase.name}, {days}"


def phases_height(case: Case, measure: Measure) -> float:
    """Height of the strip with the names; nothing when there are no phases."""
    return measure.small * 1.5 + 3 if case.phases else 0.0


def draw_tints(
    bands: Sequence[PhaseBand], lanes: Sequence[PlacedLane], window: Window, top: float
) -> Iterator[Primitive]:
    """Every second phase over the ground of each lane, whose own shade still shows; headings stay as they are."""
    for band in bands:
        left, right = max(band.left, window[0]), min(band.right, window[1])
        if not band.is_tinted or right <= left:
            continue
        for lane in lanes:
            if not lane.lane.is_heading:
                yield Box(left, top + lane.top, right - left, lane.height, f"phase.{lane.ground}")


def border_places(bands: Sequence[PhaseBand]) -> tuple[float, ...]:
    """Where a phase begins, and where one ends that no other follows; not where the last runs to today."""
    ends = [band.right for band in bands[:-1] if not band.is_followed]
    return tuple(sorted([*(band.left for band in bands), *ends]))


def draw_borders(bands: Sequence[PhaseBand], window: Window, top: float, bottom: float) -> Iterator[Primitive]:
    """The thin line at each border."""
    for x in border_places(bands):
        if window[0] <= x <= window[1]:
            yield Line(x, top, x, bottom, "phase.line")


def draw_phases(
    bands: Sequence[PhaseBand], measure: Measure, window: Window, top: float, bottom: float
) -> Iterator[Primitive]:
    """The strip with the names, each in the part of its phase that is in view, and the borders down to `bottom`, where
    the lanes begin."""
    height = measure.small * 1.5
    for band in bands:
        left, right = max(band.left, window[0]), min(band.right, window[1])
        if right <= left:
            continue
        parts: list[Primitive] = [Box(left, top, right - left, height, "phase.strip")] if band.is_tinted else []
        room = right - left - 2 * measure.gap
        text = shortened(band.name, room, measure.small, Face.SEMIBOLD) if room >= 2 * measure.small else ""
        if text:
            base = measure.baseline(top, height, measure.small)
            parts.append(Text(left + measure.gap, base, text, "lane.name", measure.small, Face.SEMIBOLD))
        yield Group(f"{PHASE}{band.id}", tuple(parts), band.label, (left, top, right - left, height))
    yield from draw_borders(bands, window, top, bottom)
