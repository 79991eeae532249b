"""How sure a figure is: `zeker` holds however the uncertain dates fall, `mogelijk` for some way they fall.

Small sums over the `Bounds` of an entry that more than one analysis needs.
"""

from __future__ import annotations

from enum import StrEnum

from tijdlijn.model.entries import Bounds

Range = tuple[int, int]
"""Least and most: an uncertain figure."""


class Status(StrEnum):
    """How sure a finding is (design 2)."""

    ZEKER = "zeker"
    MOGELIJK = "mogelijk"


def status(sure: bool) -> Status:
    """`zeker` when sure, else `mogelijk`."""
    return Status.ZEKER if sure else Status.MOGELIJK


def length_in_days(bounds: Bounds) -> Range:
    """The length of a period, ends inclusive, at least one day."""
    most = bounds.end_max - bounds.start_min + 1
    return max(1, bounds.end_min - bounds.start_max + 1), max(1, most)


def sure_reach(bounds: Bounds) -> Range:
    """The day by which a period has surely begun, and the day until which it has surely not ended.

    As no period ends before it begins, it begins by its latest end and lasts until its earliest start. The second lies
    before the first when it surely covers no day.
    """
    return min(bounds.start_max, bounds.end_max), max(bounds.end_min, bounds.start_min)


def surely_touches(bounds: Bounds, first: int, last: int) -> bool:
    """Whether the entry falls for some part in the days from `first` to `last`, however its dates fall."""
    first_surely_reached, last_surely_reached = sure_reach(bounds)
    return first_surely_reached <= last and last_surely_reached >= first
