"""Life domains (leefgebieden): where there are problems, where there is help, and where help never came.

Problems of a domain are the entries of kind gebeurtenis, hulpvraag, signaal and diagnose that name it; its help is the
help of the gaps (design 2) that names it. Help that names no domain counts for none; how much that is, is told.

- Helped: the days up to the reference day that help of the domain surely, and possibly, covers.
- Without help: the days from its first problem to the reference day that no help of it covers, `[min, max]`.
- Never helped: no help of it had a day on or after its first problem. `zeker` when none may have had one, `mogelijk`
  when none surely had, None when one surely had. Where no help at all names a domain, this cannot be told: None.

The first problem lies between the earliest day on which one possibly starts, and that by which one surely has started.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, status, sure_reach
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.selection import days_told
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind

PROBLEMS = frozenset({Kind.GEBEURTENIS, Kind.HULPVRAAG, Kind.SIGNAAL, Kind.DIAGNOSE})
"""Kinds that tell of a problem where they name a domain."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One domain: its problems and its help by their ids, in time order.

    `sure` and `possible` are the days of its help. `first_problem` are the days on which its first problem may have
    started, None without one; then `days_without` and `never_helped` are None as well.
    """

    domain: str
    problem_ids: tuple[str, ...]
    help_ids: tuple[str, ...]
    sure: tuple[Interval, ...]
    possible: tuple[Interval, ...]
    first_problem: Interval | None
    days_helped: Range
    days_without: Range | None
    never_helped: Status | None


@dataclass(frozen=True, slots=True)
class Domains:
    """Every domain of the case in its order, then those that only entries name. `unnamed_help` counts the help that
    names no domain, of `help_count` in all."""

    coverages: tuple[Coverage, ...] = ()
    unnamed_help: int = 0
    help_count: int = 0

    @property
    def touched(self) -> tuple[Coverage, ...]:
        """Those of which a problem or help is known."""
        return tuple(one for one in self.coverages if one.problem_ids or one.help_ids)


def find_domains(case: Case) -> Domains:
    """What is known of each domain."""
    problems: dict[str, list[Entry]] = {domain: [] for domain in case.domains}
    helping: dict[str, list[Entry]] = {domain: [] for domain in case.domains}
    for entry in case.actual:
        if entry.domains and entry.kind in PROBLEMS:
            _file(problems, helping, entry)
    for entry in case.help:
        if entry.domains:
            _file(helping, problems, entry)
    unnamed = sum(not entry.domains for entry in case.help)
    is_told = unnamed < len(case.help)
    coverages = (_coverage(case, domain, problems[domain], helping[domain], is_told) for domain in problems)
    return Domains(tuple(coverages), unnamed, len(case.help))


def _file(under: dict[str, list[Entry]], beside: dict[str, list[Entry]], entry: Entry) -> None:
    """Put an entry under its domains, each once; both know the same domains."""
    for domain in dict.fromkeys(entry.domains):
        under.setdefault(domain, []).append(entry)
        beside.setdefault(domain, [])


def _coverage(case: Case, domain: str, problems: Sequence[Entry], helping: Sequence[Entry], is_told: bool) -> Coverage:
    bounds = days_told(case, helping)
    sure = intervals.union(days for one in bounds if (days := one.sure))
    possible = intervals.union(days for one in bounds if (days := one.possible))
    reference = case.reference.toordinal()
    first = _first([case.bounds[entry.id] for entry in problems])
    return Coverage(
        domain=domain,
        problem_ids=tuple([entry.id for entry in problems]),
        help_ids=tuple([entry.id for entry in helping]),
        sure=tuple(sure),
        possible=tuple(possible),
        first_problem=first,
        days_helped=(
            intervals.length(intervals.clip(sure, 1, reference)),
            intervals.length(intervals.clip(possible, 1, reference)),
        ),
        days_without=first
        and (
            intervals.length(intervals.complement(possible, first[1], reference)),
            intervals.length(intervals.complement(sure, first[0], reference)),
        ),
        never_helped=_never(bounds, first) if first and is_told else None,
    )


def _first(bounds: Sequence[Bounds]) -> Interval | None:
    return (min(one.start_min for one in bounds), min(one.start_max for one in bounds)) if bounds else None


def _never(bounds: Sequence[Bounds], first: Interval) -> Status | None:
    """How sure it is that none of this help had a day on or after the first problem."""
    may_have = [one for one in bounds if one.possible and one.possible[1] >= first[0]]
    if any(sure_reach(one)[1] >= first[1] for one in may_have):
        return None
    return status(not may_have)
