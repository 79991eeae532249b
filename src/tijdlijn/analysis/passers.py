"""Passers-by (passanten): parties and professionals who were there for half a year at most and are gone (design 2,
Continuity).

Somebody is there from the first day to the last on which a dated entry names him or her; a year between two contacts
is a year of being known. Who may still have been there in the half year before the reference day is no passer-by: that
person may stay. An informal party (netwerk) is none either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Sector

SHORT_DAYS = 183
"""Who was there for at most so many days passed by."""


@dataclass(frozen=True, slots=True)
class Passer:
    """A party or worker who passed by: `days` from the first to the last, ends inclusive, at least and at most;
    `mogelijk` when it may also have been more than half a year."""

    id: str
    days: Range
    status: Status


@dataclass(frozen=True, slots=True)
class Passers:
    """The parties and the workers who passed by, in the order in which they first appear."""

    parties: tuple[Passer, ...] = ()
    workers: tuple[Passer, ...] = ()


def counted(passers: Sequence[Passer]) -> Range:
    """How many, at least and at most."""
    return sum(one.status is Status.ZEKER for one in passers), len(passers)


def find_passers(case: Case) -> Passers:
    """Who passed by, over the whole case."""
    network = {party.id for party in case.parties if party.sector is Sector.NETWERK}
    left_by = case.reference.toordinal() - SHORT_DAYS
    return Passers(
        tuple(_passers(_told(case, _PARTIES), left_by, network)), tuple(_passers(_told(case, _WORKERS), left_by))
    )


_Told = Mapping[tuple[str, ...], Sequence[Bounds]]
_PARTIES, _WORKERS = attrgetter("party_ids"), attrgetter("worker_ids")


def _told(case: Case, named: Callable[[Entry], tuple[str, ...]]) -> _Told:
    """The days of the entries that name the same ones together: entries name the same few again and again."""
    found: dict[tuple[str, ...], list[Bounds]] = {}
    bounds = case.bounds
    for entry in case.actual:
        if ids := named(entry):
            found.setdefault(ids, []).append(bounds[entry.id])
    return found


def _passers(told: _Told, left_by: int, apart: Collection[str] = ()) -> Iterator[Passer]:
    stays: dict[str, bool] = {}
    for ids, days in told.items():
        there = any(one.end_max > left_by or one.start_max > left_by for one in days)
        stays.update({id_: there or stays.get(id_, False) for id_ in ids})
    gone = {
        id_: [one for ids, days in told.items() if id_ in ids for one in days]
        for id_, stayed in stays.items()
        if not stayed and id_ not in apart
    }
    for id_, days in gone.items():
        least, most = _least(days), _most(days)
        if least <= SHORT_DAYS:
            yield Passer(id_, (least, most), status(most <= SHORT_DAYS))


def _last(one: Bounds) -> int:
    return max(one.start_max, one.end_max)


def _least(days: Sequence[Bounds]) -> int:
    begun, ended = min(one.start_max for one in days), max(one.end_min for one in days)
    return max(1, ended - begun + 1)


def _most(days: Sequence[Bounds]) -> int:
    """From the earliest begin to the latest end; a moment that is told once cannot be on both of its days."""
    if len(days) == 1 and not days[0].is_span:
        return 1
    latest = sorted(days, key=_last)[-2:]
    ends = [(_last(latest[0]) if one is latest[-1] and not one.is_span else _last(latest[-1])) for one in days]
    return max(1, *(end - one.start_min + 1 for one, end in zip(days, ends, strict=True)))
