"""Which days a timeline reaches over: of everything there is, of the children's life, of strands together."""

from __future__ import annotations

from collections.abc import Sequence

from tijdlijn.layout.relative import Anchor
from tijdlijn.model.casebook import Case

EXPECTED_AHEAD = 400
"""Days after the reference day in which what is expected is shown."""
BEFORE_BIRTH = 120
"""Days shown before the birth of the oldest focus child."""


def entries_extent(case: Case, margin: float = 0.02) -> tuple[int, int]:
    """The first and last day of all dated entries and the reference day, with a margin of their length around."""
    reference = case.reference.toordinal()
    first, last = case.extent or (reference - 365, reference)
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
    if last > reference + EXPECTED_AHEAD:
        last = min(last, max(reference + EXPECTED_AHEAD, (case.last_known or 0) + 30))
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    if births:
        first = max(first, min(births) - BEFORE_BIRTH)
    return first, last


def aligned_extent(extent: tuple[int, int], anchors: Sequence[Anchor]) -> tuple[int, int]:
    """The days of an extent on the axis of the first anchor, for all strands together."""
    shifts = [anchor.day - anchors[0].day for anchor in anchors] or [0]
    return extent[0] - max(shifts), extent[1] - min(shifts)
