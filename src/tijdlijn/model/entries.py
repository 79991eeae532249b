"""Entries on the timeline and the sources they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum

from tijdlijn.model.dates import Ending, UncertainDate
from tijdlijn.model.vocabulary import (
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    RateUnit,
    Shape,
    Voice,
    Weight,
)


class SourceKind(StrEnum):
    """What a source is: a document of the dossier, or what somebody said."""

    DOCUMENT = "document"
    MONDELING = "mondeling"


@dataclass(frozen=True, slots=True)
class Source:
    """A document or an oral statement that entries rest on."""

    id: str
    title: str
    kind: SourceKind = SourceKind.DOCUMENT
    genre: str = ""
    agency: str = ""
    date: UncertainDate | None = None
    notes: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source an entry was found: page as written on it, and the passage word for word.

    `start` is the character at which the passage stood in the text of its document when it was taken from it, or -1
    when that is not known. It helps to find the passage again, and makes no difference between two citations.
    """

    source_id: str
    page: str = ""
    passage: str = ""
    start: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Rate:
    """A cost that runs over the span of an entry: `cents` euro cents per `unit`."""

    cents: int
    unit: RateUnit


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days of a dated entry as day numbers (`date.toordinal`), ends inclusive (design 2, For an entry).

    A span starts in `[start_min, start_max]` and ends in `[end_min, end_max]`. A moment lies in
    `[start_min, start_max]`, and its `end_*` repeat that. `open_end` and `unknown_end` tell what the end said.
    """

    is_span: bool
    start_min: int
    start_max: int
    end_min: int
    end_max: int
    open_end: bool = False
    unknown_end: bool = False
    unknown_start: bool = False

    @property
    def sure(self) -> tuple[int, int] | None:
        """First and last day that are surely covered, or None when no day is."""
        first, last = self.start_max, self.end_min
        if not self.is_span:
            return (first, first) if self.start_min == self.start_max else None
        return (first, last) if first <= last else None

    @property
    def possible(self) -> tuple[int, int] | None:
        """First and last day that are possibly covered; None when it lies wholly after an open end's day."""
        first, last = self.start_min, self.end_max
        return (first, last) if first <= last else None

    @property
    def first_day(self) -> Day:
        """The earliest possible day."""
        return Day.fromordinal(self.start_min)

    @property
    def last_day(self) -> Day:
        """The latest possible day."""
        return Day.fromordinal(max(self.end_max, self.start_max))


SHAPES = {kind: kind.shape for kind in Kind}
"""The shape of each kind, looked up: asked of every entry of a case."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Anything on the timeline: a kind, a date or a period, a title, and whom it concerns.

    `date` is None for an entry whose date is not known: it keeps its place among its neighbours by `order`.
    `unread_date` keeps the words of a date that could not be read. `schakelmoment` is the type of turning point,
    or empty. `scenario` is empty for what happened. Money is in euro cents; `payer` is
    out of which law it is paid, `cost_source` where the amount was found. `notes` keeps what a table brought
    that has no field of its own.
    """

    id: str
    kind: Kind
    title: str
    date: UncertainDate | None = None
    order: float = 0.0
    details: str = ""
    person_ids: tuple[str, ...] = ()
    party_ids: tuple[str, ...] = ()
    worker_ids: tuple[str, ...] = ()
    kader: Kader | None = None
    weight: Weight | None = None
    form: PlacementForm | None = None
    aimed_at: AimedAt | None = None
    domains: tuple[str, ...] = ()
    schakelmoment: str = ""
    goal: str = ""
    outcome: str = ""
    voice: Voice = Voice.DOSSIER
    helped: Helped | None = None
    cost_cents: int | None = None
    rate: Rate | None = None
    payer: Payer | None = None
    cost_source: str = ""
    citations: tuple[Citation, ...] = ()
    scenario: str = ""
    unread_date: str = ""
    notes: str = ""

    @property
    def is_span(self) -> bool:
        """Whether it is drawn and counted as a period: its kind says so, or may and its date is an interval."""
        shape = SHAPES[self.kind]
        if shape is Shape.EITHER:
            return self.date is not None and self.date.is_interval
        return shape is Shape.SPAN

    def bounds(self, reference_day: Day) -> Bounds | None:
        """Its days under uncertainty (design 2, For an entry); None when it has no date."""
        return None if self.date is None else _bounds(self.date, self.is_span, reference_day.toordinal())


def _bounds(when: UncertainDate, is_span: bool, reference: int) -> Bounds:
    start, end = when.start, when.end
    if start is None:
        assert end is not None
        assert not isinstance(end, Ending)
        low, high = end.earliest.toordinal(), end.latest.toordinal()
        if not is_span:
            return Bounds(False, low, high, low, high, unknown_start=True)
        return Bounds(True, low, low, low, high, unknown_start=True)
    low, high = start.earliest.toordinal(), start.latest.toordinal()
    if not is_span:
        if end is None:
            return Bounds(False, low, high, low, high)
        last = max(reference, high) if isinstance(end, Ending) else end.latest.toordinal()
        return Bounds(False, low, last, low, last, end is Ending.OPEN, end is Ending.UNKNOWN)
    if end is Ending.OPEN:
        return Bounds(True, low, high, reference, reference, open_end=True)
    if end is None or end is Ending.UNKNOWN:
        return Bounds(True, low, high, high, max(reference, high), unknown_end=True)
    assert not isinstance(end, Ending)
    return Bounds(True, low, high, end.earliest.toordinal(), end.latest.toordinal())
