"""Silence (stil): help is surely running, yet the dossier says nothing for a long time (design 2, Gaps).

A maximal run of at least `silence_min_days` days up to the reference day on each of which help surely runs for the
family, and in which no entry of any kind possibly starts, ends or falls. An open end is no end: what still runs
does not break the silence. It cannot be known from it whether nothing happened or nothing was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis import intervals
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.selection import days_told
from tijdlijn.model.casebook import Case


@dataclass(frozen=True, slots=True)
class Silence:
    """A period of `days` days without a word while help ran; `running` are the ids of the help that surely ran."""

    start: date
    end: date
    days: int
    running: tuple[str, ...]

    @property
    def finding_id(self) -> str:
        """The id of the finding that tells it."""
        return f"stil:gezin:{self.start.isoformat()}"


def find_silences(case: Case) -> tuple[Silence, ...]:
    """The silences of the family, in time order."""
    help_ = [(entry.id, days) for entry in case.help if (days := case.bounds[entry.id].sure)]
    running = intervals.union(days for _, days in help_)
    told = intervals.union(_told(case))
    reference = case.reference.toordinal()
    found = []
    for low, high in running:
        for first, last in intervals.complement(told, low, min(high, reference)):
            length = last - first + 1
            if length >= case.parameters.silence_min_days:
                ids = tuple(id_ for id_, (start, end) in help_ if start <= last and end >= first)
                found.append(Silence(date.fromordinal(first), date.fromordinal(last), length, ids))
    return tuple(found)


def _told(case: Case) -> Iterator[Interval]:
    """The days on which an entry possibly starts, ends or falls."""
    for bounds in days_told(case, case.actual):
        yield bounds.start_min, bounds.start_max
        if bounds.is_span and not bounds.open_end:
            yield bounds.end_min, bounds.end_max
