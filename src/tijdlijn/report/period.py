"""A report of a part of the time, or of some entries: what touches it, and what was found in it.

The rule: what was found rests on the whole dossier, as a gap that begins where a period does would be none. What has
no place in time (what is not known, continuity) is about all of it and stays. What is left out is counted and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from tijdlijn.analysis.findings import Analysis
from tijdlijn.language.dates_nl import write_day, write_period
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.filtering import narrowed
from tijdlijn.model.casebook import Case

Period = tuple[date | None, date | None]
ALWAYS: Period = (None, None)
MARGIN, LEAST_MARGIN = 0.03, 14
"""What is shown before and after entries that were chosen: a part of their days, and days at least."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A case within a period: `days` is the period from its first to its last day, None when it has no limits.

    `outside` and `undated` count the entries that were left out by the period. `chosen` counts those that were chosen,
    None when nobody chose any, and `beside` the others.
    """

    case: Case
    analysis: Analysis
    days: tuple[date, date] | None = None
    outside: int = 0
    undated: int = 0
    period: Period = ALWAYS
    chosen: int | None = None
    beside: int = 0

    @property
    def is_chosen(self) -> bool:
        """Whether these are entries that somebody chose."""
        return self.chosen is not None


class _Lasting(Protocol):
    @property
    def start(self) -> date | None: ...

    @property
    def end(self) -> date | None: ...


One = TypeVar("One", bound=_Lasting)


def within(case: Case, analysis: Analysis, period: Period, only: frozenset[str] | None = None) -> Kept:
    """What touches a period, both days inclusive; all of it when neither side has a limit. With `only`, of these
    entries; without a period then over the days that they span, with some room around them."""
    if only is not None:
        few = narrowed(case, only)
        kept = _limited(few, analysis, period) if period != ALWAYS else _spanned(few, analysis)
        return replace(kept, chosen=len(few.entries), beside=len(case.entries) - len(few.entries))
    return Kept(case, analysis) if period == ALWAYS else _limited(case, analysis, period)


def days_around(case: Case) -> tuple[int, int] | None:
    """The first and last day of the entries of a case with some room around; None when none has a date."""
    if case.extent is None:
        return None
    room = max(round((case.extent[1] - case.extent[0]) * MARGIN), LEAST_MARGIN)
    return max(case.extent[0] - room, 1), min(case.extent[1] + room, date.max.toordinal())


def _spanned(case: Case, analysis: Analysis) -> Kept:
    days = days_around(case)
    if days is None:
        return Kept(case, analysis)
    low, high = days
    found = _found(analysis, low, high, frozenset(case.bounds))
    return Kept(case, found, (date.fromordinal(low), date.fromordinal(high)))


def _limited(case: Case, analysis: Analysis, period: Period) -> Kept:
    low = period[0].toordinal() if period[0] else 1
    high = period[1].toordinal() if period[1] else date.max.toordinal()
    touching = frozenset(
        id_ for id_, days in case.bounds.items() if days.start_min <= high and max(days.end_max, days.start_min) >= low
    )
    first, last = (date.fromordinal(day) for day in life_extent(case))
    start, end = period[0] or min(first, period[1] or first), period[1] or max(last, period[0] or last)
    undated = sum(entry.id not in case.bounds for entry in case.entries)
    outside = len(case.entries) - len(touching) - undated
    found = _found(analysis, low, high, touching)
    return Kept(narrowed(case, touching), found, (start, end), outside, undated, period)


def kept_words(kept: Kept) -> tuple[tuple[str, str], ...]:
    """What a choice of entries and a period left out, each in a sentence with its name."""
    told = []
    if kept.beside:
        gone = f"{_lines(kept.beside)} {_are(kept.beside)} weggelaten"
        told.append(("Selectie", f"Alleen {_lines(kept.chosen or 0)} die {_are(kept.chosen or 0)} gekozen; {gone}."))
    if kept.days is not None and kept.period != ALWAYS:
        gone = f"{_lines(kept.outside)} van eerder of later {_are(kept.outside)} weggelaten"
        undated = f", net als {_lines(kept.undated)} zonder datum" if kept.undated else ""
        told.append(("Periode", f"Alleen wat raakt aan {write_period(*kept.days)}; {gone}{undated}."))
    if told:
        told[-1] = (told[-1][0], f"{told[-1][1]} De bevindingen rusten op alle regels.")
    return tuple(told)


def limits_words(period: Period) -> str:
    """A period in words, for a cover; empty when it has no limits."""
    match period:
        case (None, None):
            return ""
        case (None, last) if last:
            return f"tot en met {write_day(last)}"
        case (first, None) if first:
            return f"vanaf {write_day(first)}"
    return write_period(period[0], period[1]) if period[0] and period[1] else ""


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _lines(count: int) -> str:
    return "1 regel" if count == 1 else f"{count} regels"


def _found(analysis: Analysis, low: int, high: int, ids: frozenset[str]) -> Analysis:
    def touches(one: _Lasting) -> bool:
        start, end = one.start or one.end, one.end or one.start
        return start is None or end is None or (start.toordinal() <= high and end.toordinal() >= low)

    placements = (
        replace(child, placements=tuple(one for one in child.placements if one.entry_id in ids))
        for child in analysis.placements
    )
    return replace(
        analysis,
        gaps=_only(analysis.gaps, touches),
        silences=_only(analysis.silences, touches),
        pressure=replace(analysis.pressure, clusters=_only(analysis.pressure.clusters, touches)),
        answers=tuple(one for one in analysis.answers if one.request_id in ids),
        placements=tuple(child for child in placements if child.placements),
        findings=_only(analysis.findings, touches),
    )


def _only(found: Iterable[One], touches: Callable[[_Lasting], bool]) -> tuple[One, ...]:
    return tuple(one for one in found if touches(one))
