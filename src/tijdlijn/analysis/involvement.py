"""Involvement (the wave): how many distinct parties were helping, as a step function (design 2, Involvement).

Parties of help as the gaps define it: periods on their days, contacts on their day. Every party of such an entry
counts, once a day, also an informal one beside a professional; help without a party adds none, for there is no party
to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis import intervals
from tijdlijn.analysis.gaps import family_window
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.selection import days_told
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` until the next step so many parties were surely and possibly helping."""

    day: date
    sure: int
    possible: int


@dataclass(frozen=True, slots=True)
class Involvement:
    """The wave and its figures. Each pair is (surely, possibly).

    `steps` has its changes only and ends at nought, on the day after the last. `mean` is over the window of the gaps,
    None without one. `peak_day` is the first day of the sure peak (of the possible one when nothing is sure), and
    `returns` counts how often involvement fell to nought and came back.
    """

    steps: tuple[Step, ...] = ()
    peak: tuple[int, int] = (0, 0)
    peak_day: date | None = None
    mean: tuple[float, float] | None = None
    returns: tuple[int, int] = (0, 0)


def find_involvement(case: Case) -> Involvement:
    """The wave over the whole case."""
    sure, possible = _days_per_party(case)
    steps = _steps(sure, possible)
    window = family_window(case)
    if not steps:
        return Involvement(mean=(0.0, 0.0) if window else None)
    peak = (max(step.sure for step in steps), max(step.possible for step in steps))
    return Involvement(
        steps,
        peak,
        _peak_day(steps, peak),
        _mean(window, sure, possible) if window else None,
        (_returns(step.sure for step in steps), _returns(step.possible for step in steps)),
    )


def _days_per_party(case: Case) -> tuple[list[list[Interval]], list[list[Interval]]]:
    """For each party the days on which it surely, and possibly, helps."""
    helping: dict[str, list[Entry]] = {}
    for entry in case.help:
        for party in entry.party_ids:
            helping.setdefault(party, []).append(entry)
    told = [days_told(case, entries) for entries in helping.values()]
    return (
        [intervals.union([days for bounds in party if (days := bounds.sure)]) for party in told],
        [intervals.union([(bounds.start_min, bounds.end_max) for bounds in party]) for party in told],
    )


def _steps(sure: Iterable[Sequence[Interval]], possible: Iterable[Sequence[Interval]]) -> tuple[Step, ...]:
    changes: dict[int, list[int]] = {}
    for which, parties in enumerate((sure, possible)):
        for days in parties:
            for first, last in days:
                changes.setdefault(first, [0, 0])[which] += 1
                changes.setdefault(last + 1, [0, 0])[which] -= 1
    steps: list[Step] = []
    level = [0, 0]
    for day in sorted(changes):
        change = changes[day]
        if change != [0, 0] and day <= _LAST_DAY:
            level = [level[0] + change[0], level[1] + change[1]]
            steps.append(Step(date.fromordinal(day), level[0], level[1]))
    return tuple(steps)


def _peak_day(steps: Sequence[Step], peak: tuple[int, int]) -> date:
    if peak[0]:
        return next(step.day for step in steps if step.sure == peak[0])
    return next(step.day for step in steps if step.possible == peak[1])


def _mean(
    window: Interval, sure: Iterable[Sequence[Interval]], possible: Iterable[Sequence[Interval]]
) -> tuple[float, float]:
    days = window[1] - window[0] + 1
    surely, possibly = (
        sum(intervals.length(intervals.clip(party, *window)) for party in parties) for parties in (sure, possible)
    )
    return surely / days, possibly / days


def _returns(levels: Iterable[int]) -> int:
    """How often the level fell from above nought to nought and rose again."""
    count, seen, fallen = 0, False, False
    for level in levels:
        if level and fallen:
            count += 1
        fallen = seen and not level
        seen = seen or bool(level)
    return count
