"""What runs out: beschikkingen and maatregelen that have not ended, when they end, and whether another follows.

Design 1, Two further methods: "the end dates of each beschikking, so that help does not stop by accident".

Definitions. One that ends (possibly) on or after the reference day is listed, whether it began or not; one without an
end date when it may still run. A maatregel ends at the latest when the last child it names turns 18; when that is all
that ends it, `at_18` says so. Another **follows** it when it is of the same kind, about the same persons (or one of the
two names nobody), shares a party (or one of the two names none), begins from `OVERLAP` days before the end to the day
after it, and ends later. It follows surely when that holds however the dates fall. What is surely followed is no loose
end, and gets no reminders; the others are reminded of `REMIND_MONTHS` months before their earliest end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.ahead_rules import ADULT, turning
from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.analysis.lives import is_child
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError, add_months
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind

RUNS_OUT = (Kind.BESCHIKKING, Kind.MAATREGEL)
OVERLAP = 31
REMIND_MONTHS = (6, 3)
NEVER = date.max.toordinal()
"""The end of what has no end date."""


@dataclass(frozen=True, slots=True)
class Expiry:
    """One beschikking or maatregel that has not ended. `first` and `last` are its end, None while nothing says when.

    `days_left` is how long still, at least and at most, from the reference day (0: that day, or it may be over).
    `status` is `zeker` when it surely has not ended yet. `followed_by` is the entry that follows it, `followed` how
    sure that is. `reminders` are the days on which it is time to act.
    """

    entry_id: str
    first: date | None
    last: date | None
    days_left: Range | None
    status: Status
    at_18: bool = False
    followed_by: str = ""
    followed: Status | None = None
    reminders: tuple[date, ...] = ()

    @property
    def is_loose(self) -> bool:
        """Whether nothing surely follows it."""
        return self.followed is not Status.ZEKER


def find_expiring(case: Case) -> tuple[Expiry, ...]:
    """All that runs out, by the earliest day of its end; what has no end date comes last."""
    found = [one for kind in RUNS_OUT for one in _of_kind(case, case.of_kind[kind])]
    begins = {one.entry_id: case.bounds[one.entry_id].start_min for one in found}
    return tuple(
        sorted(
            found,
            key=lambda one: (one.first or date.max, one.last or date.max, begins[one.entry_id], one.entry_id),
        )
    )


def _of_kind(case: Case, entries: Sequence[Entry]) -> Iterator[Expiry]:
    reference = case.reference.toordinal()
    by_start = sorted(entries, key=lambda entry: case.bounds[entry.id].start_min)
    starts = [case.bounds[entry.id].start_min for entry in by_start]
    widest = max((case.bounds[entry.id].start_max - case.bounds[entry.id].start_min for entry in entries), default=0)
    for entry in entries:
        bounds = case.bounds[entry.id]
        end, at_18 = _end(case, entry, bounds)
        if end is None:
            yield Expiry(entry.id, None, None, None, status(bounds.open_end))
            continue
        if end[1] < reference:
            continue
        low = bisect_left(starts, end[0] - OVERLAP - widest)
        near = by_start[low : bisect_right(starts, end[1] + 1)]
        follower, sure = _follower(case, entry, end, near)
        is_loose = sure is not Status.ZEKER
        left = max(end[0] - reference, 0), end[1] - reference
        first, last = date.fromordinal(end[0]), date.fromordinal(end[1])
        surely = status(end[0] >= reference and not bounds.unknown_end)
        reminders = tuple(_before(first, months) for months in REMIND_MONTHS) if is_loose else ()
        yield Expiry(entry.id, first, last, left, surely, at_18, follower, sure, reminders)


def _before(day: date, months: int) -> date:
    """So many months before a day; the first day there is when that lies before it."""
    try:
        return add_months(day, -months)
    except DateError:
        return date.min


def _end(case: Case, entry: Entry, bounds: Bounds) -> tuple[Range | None, bool]:
    """The days of its end; None when nothing says when. And whether that is a birthday."""
    is_known = not (bounds.open_end or bounds.unknown_end)
    written = _known_end(bounds) if is_known else None
    adult = _all_adult(case, entry) if entry.kind is Kind.MAATREGEL else None
    if adult is None:
        return written, False
    if written is None:
        return adult, True
    return (min(written[0], adult[0]), min(written[1], adult[1])), adult[1] < written[0]


def _all_adult(case: Case, entry: Entry) -> Range | None:
    """The day on which the last of the children it names turns 18; None when it names none, or one without a birth."""
    named = [case.persons_by_id[id_] for id_ in entry.person_ids]
    if not named or any(one.birth is None and one.is_focus for one in named):
        return None
    try:
        days = [turning(one.birth, ADULT) for one in named if one.birth and is_child(case, one)]
    except DateError:
        return None
    return (max(low for low, _ in days).toordinal(), max(high for _, high in days).toordinal()) if days else None


def _follower(case: Case, entry: Entry, end: Range, near: Iterable[Entry]) -> tuple[str, Status | None]:
    """The entry that surely follows, else one that possibly does; of several the one that lasts longest."""
    best: tuple[bool, int, str] | None = None
    for other in near:
        if other.id == entry.id or not _about_the_same(entry, other):
            continue
        sure = _follows(case.bounds[other.id], end)
        if sure is not None:
            here = (sure is Status.ZEKER, _ends(case.bounds[other.id])[1], other.id)
            best = here if best is None else max(best, here)
    return ("", None) if best is None else (best[2], status(best[0]))


def _about_the_same(first: Entry, second: Entry) -> bool:
    return _shares(first.person_ids, second.person_ids, whole=True) and _shares(first.party_ids, second.party_ids)


def _shares(first: tuple[str, ...], second: tuple[str, ...], *, whole: bool = False) -> bool:
    if not first or not second:
        return True
    return set(first) <= set(second) if whole else not set(first).isdisjoint(second)


def _ends(bounds: Bounds) -> Range:
    if bounds.open_end:
        return NEVER, NEVER
    return (bounds.start_max, NEVER) if bounds.unknown_end else _known_end(bounds)


def _known_end(bounds: Bounds) -> Range:
    """The days of an end that is written; nothing ends before it begins."""
    return max(bounds.end_min, bounds.start_min), max(bounds.end_max, bounds.start_min)


def _follows(other: Bounds, end: Range) -> Status | None:
    """How surely what has these days follows on an end; None when it cannot."""
    ends = _ends(other)
    low, high = other.start_min, min(other.start_max, ends[1])
    if low >= end[1] - OVERLAP and high <= end[0] + 1 and ends[0] > end[1]:
        return Status.ZEKER
    earliest = max(end[0], low - 1)
    if earliest <= min(end[1], high + OVERLAP) and ends[1] > earliest:
        return Status.MOGELIJK
    return None
