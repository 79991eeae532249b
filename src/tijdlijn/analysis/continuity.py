"""Continuity: how many came and went, who stayed, and whether the beschikkingen joined up (design 2, Continuity)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, length_in_days
from tijdlijn.analysis.gaps import family_window
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.passers import Passers, find_passers
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds
from tijdlijn.model.vocabulary import Kind, Sector


@dataclass(frozen=True, slots=True)
class SteadyContact:
    """The worker (vast aanspreekpunt) who was surely and without a break involved for the longest time.

    From the help that names the worker; `share` is the part of the window of the gaps that lies within it, 0 to 1.
    """

    worker_id: str
    start: date
    end: date
    days: int
    share: float


@dataclass(frozen=True, slots=True)
class Lapse:
    """Days between the end of one beschikking and the start of the next with no other running.

    From `start` to `end` at most; `days` at least and at most.
    """

    start: date
    end: date
    days: Range


@dataclass(frozen=True, slots=True)
class Beschikkingen:
    """How many, the median of their lengths in days as [min, max] (None without any), and the lapses between them."""

    number: int
    median_days: tuple[float, float] | None
    lapses: tuple[Lapse, ...]

    @property
    def days_between(self) -> Range:
        """All days between them, at least and at most."""
        return sum(lapse.days[0] for lapse in self.lapses), sum(lapse.days[1] for lapse in self.lapses)


@dataclass(frozen=True, slots=True)
class Continuity:
    """Parties and professionals that any dated entry names; `network_ids` are the informal ones among the parties,
    `passers` those of both who came and soon went (passanten)."""

    party_ids: tuple[str, ...]
    network_ids: tuple[str, ...]
    worker_ids: tuple[str, ...]
    handover_ids: tuple[str, ...]
    steady: SteadyContact | None
    beschikkingen: Beschikkingen
    passers: Passers


def find_continuity(case: Case) -> Continuity:
    """Over the whole case; parties and workers in the order in which they first appear."""
    parties = _in_order(entry.party_ids for entry in case.actual)
    return Continuity(
        party_ids=tuple(parties),
        network_ids=tuple(id_ for id_ in parties if case.parties_by_id[id_].sector is Sector.NETWERK),
        worker_ids=tuple(_in_order(entry.worker_ids for entry in case.actual)),
        handover_ids=tuple(entry.id for entry in case.of_kind[Kind.OVERDRACHT]),
        steady=_steady(case),
        beschikkingen=_beschikkingen([case.bounds[e.id] for e in case.of_kind[Kind.BESCHIKKING]]),
        passers=find_passers(case),
    )


def _in_order(named: Iterable[tuple[str, ...]]) -> list[str]:
    """Each that is named, by its first appearance. Entries name the same few together, so those are looked at once."""
    return list(dict.fromkeys(id_ for ids in dict.fromkeys(named) for id_ in ids))


def _steady(case: Case) -> SteadyContact | None:
    days_of: dict[str, list[Interval]] = {}
    for entry in case.help:
        if entry.worker_ids and (days := case.bounds[entry.id].sure):
            for worker_id in entry.worker_ids:
                days_of.setdefault(worker_id, []).append(days)
    runs = ((run, worker_id) for worker_id, days in days_of.items() for run in intervals.union(days))
    longest = max(runs, key=lambda found: (found[0][1] - found[0][0], -found[0][0]), default=None)
    if longest is None:
        return None
    (first, last), worker_id = longest
    window = family_window(case)
    share = _overlap((first, last), window) / (window[1] - window[0] + 1) if window else 0.0
    return SteadyContact(worker_id, date.fromordinal(first), date.fromordinal(last), last - first + 1, share)


def _overlap(first: Interval, second: Interval) -> int:
    return max(0, min(first[1], second[1]) - max(first[0], second[0]) + 1)


def _beschikkingen(bounds: list[Bounds]) -> Beschikkingen:
    if not bounds:
        return Beschikkingen(0, None, ())
    lengths = [length_in_days(b) for b in bounds]
    medians = float(median(least for least, _ in lengths)), float(median(most for _, most in lengths))
    return Beschikkingen(len(bounds), medians, tuple(_lapses(bounds)))


def _lapses(bounds: list[Bounds]) -> Iterable[Lapse]:
    """Runs of days that none surely covers, after the first that may have ended and before the last that may start;
    one that begins after the reference day and has no end does not end before it begins."""
    sure = intervals.union(days for b in bounds if (days := b.sure))
    possible = intervals.union(days for b in bounds if (days := b.possible))
    ended, begun = min(max(b.end_min, b.start_min) for b in bounds), max(b.start_max for b in bounds)
    for first, last in intervals.complement(sure, ended + 1, begun - 1):
        least = intervals.length(intervals.complement(possible, first, last))
        yield Lapse(date.fromordinal(first), date.fromordinal(last), (least, last - first + 1))
