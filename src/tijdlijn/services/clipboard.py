"""Entries on their way to another case or casebook: what is copied, how it is packed, and how it lands.

The rule: a copy carries everything its entries say and rest on, with the people, parties and sources by name. Where it
lands, a name that is known there is the same one; what is not known is made. Nothing that is there already changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from tijdlijn.language.date_rewording import reworded
from tijdlijn.language.folding import name_key
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source, SourceKind
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.parameters import CaseError
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.shifting import moved
from tijdlijn.model.vocabulary import (
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    RateUnit,
    Sector,
    Voice,
    Weight,
)
from tijdlijn.services.arranging import within_the_years
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply
from tijdlijn.services.ids import new_id

VERSION = 1
MAX_BYTES = 50_000_000
UNREADABLE = (
    "Wat op het klembord staat, kan niet als regels worden gelezen; er is niets geplakt. Kopieer de regels opnieuw."
)

_CODES: dict[str, type[Enum]] = {
    "kader": Kader,
    "weight": Weight,
    "form": PlacementForm,
    "aimed_at": AimedAt,
    "voice": Voice,
    "helped": Helped,
    "payer": Payer,
}
_TUPLES = ("person_ids", "party_ids", "worker_ids", "domains")
_R = TypeVar("_R", Person, Party, Worker, Source)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Entries with every record that they name, and the links among them; the ids are those of where it came from."""

    entries: tuple[Entry, ...]
    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()

    def as_case(self, today: date) -> Case:
        """A case that holds just this. Raises CaseError when it names what it does not hold."""
        return Case(
            "klembord",
            "",
            today,
            persons=self.persons,
            parties=self.parties,
            workers=self.workers,
            sources=self.sources,
            entries=self.entries,
            links=self.links,
        )


def copied(case: Case, ids: Iterable[str]) -> Fragment:
    """These entries of a case, in time order, with what they name."""
    wanted = frozenset(ids)
    entries = tuple(entry for entry in case.timeline if entry.id in wanted)
    workers = _named(case.workers, (id_ for entry in entries for id_ in entry.worker_ids))
    parties = [id_ for entry in entries for id_ in entry.party_ids]
    return Fragment(
        entries,
        _named(case.persons, (id_ for entry in entries for id_ in entry.person_ids)),
        _named(case.parties, (*parties, *(worker.party_id for worker in workers))),
        workers,
        _named(case.sources, (citation.source_id for entry in entries for citation in entry.citations)),
        tuple(link for link in case.links if link.from_id in wanted and link.to_id in wanted),
    )


def paste(book: OpenCasebook, case_id: str, fragment: Fragment, at: date | None = None) -> Change:
    """Put a copy in a case as one step; with `at` the first of its entries comes to lie on that day."""
    case = book.case(case_id)
    landing = _Landing(case)
    batch = landing.landed(fragment if at is None else _starting(fragment, at, case.reference))
    count = len(batch.entries)
    return apply(book, case_id, batch, f"Plak {count} {'regel' if count == 1 else 'regels'}")


def _named(records: Sequence[_R], ids: Iterable[str]) -> tuple[_R, ...]:
    wanted = frozenset(ids)
    return tuple(record for record in records if record.id in wanted)


def _starting(fragment: Fragment, at: date, reference: date) -> Fragment:
    """The fragment moved so that its first entry starts at a day, each date in steps of its own precision."""
    days = [bounds.start_min for entry in fragment.entries if (bounds := entry.bounds(reference))]
    if not days:
        return fragment
    pull = at.toordinal() - min(days)
    with within_the_years():
        entries = tuple(
            replace(entry, date=_moved(entry.date, pull)) if entry.date else entry for entry in fragment.entries
        )
    return replace(fragment, entries=entries)


def _moved(value: UncertainDate, pull: int) -> UncertainDate:
    return reworded(value, moved(value, pull).value)


class _Landing:
    """Finds in a case what a fragment names, and makes what is not there."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._made: dict[type, list[Any]] = {Person: [], Party: [], Worker: [], Source: []}

    def landed(self, fragment: Fragment) -> Batch:
        """What is to be put in the case."""
        persons = self._ids(fragment.persons, self._case.persons, lambda person: name_key(person.name))
        parties = self._ids(fragment.parties, self._case.parties, lambda party: (name_key(party.name), party.sector))
        moved_in = [replace(w, party_id=parties.get(w.party_id, "")) for w in fragment.workers]
        workers = self._ids(moved_in, self._case.workers, lambda worker: (name_key(worker.name), worker.party_id))
        sources = self._ids(fragment.sources, self._case.sources, lambda source: name_key(source.title))
        order = max((entry.order for entry in self._case.entries), default=0.0)
        entries = {
            entry.id: replace(
                entry,
                id=new_id(),
                order=order + 1.0 + place,
                person_ids=_mapped(entry.person_ids, persons),
                party_ids=_mapped(entry.party_ids, parties),
                worker_ids=_mapped(entry.worker_ids, workers),
                citations=tuple(replace(c, source_id=sources[c.source_id]) for c in entry.citations),
            )
            for place, entry in enumerate(sorted(fragment.entries, key=lambda entry: entry.order))
        }
        links = tuple(
            replace(link, id=new_id(), from_id=entries[link.from_id].id, to_id=entries[link.to_id].id)
            for link in fragment.links
        )
        return Batch(
            persons=tuple(self._made[Person]),
            parties=tuple(self._made[Party]),
            workers=tuple(self._made[Worker]),
            sources=tuple(self._made[Source]),
            entries=tuple(entries.values()),
            links=links,
        )

    def _ids(self, coming: Sequence[_R], there: Sequence[_R], key: Callable[[_R], object]) -> dict[str, str]:
        """For each record that comes, the id it has here."""
        known = {key(record): record.id for record in reversed(there)}
        own = {record.id: key(record) for record in there}
        order = max((record.order for record in there), default=-1)
        ids: dict[str, str] = {}
        for record in coming:
            same = record.id if own.get(record.id) == key(record) else known.get(key(record))
            if same is None:
                order += 1
                made = replace(record, id=new_id(), order=order)
                self._made[type(record)].append(made)
                same = known[key(record)] = made.id
            ids[record.id] = same
        return ids


def _mapped(ids: Sequence[str], here: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(here[id_] for id_ in ids))


# Packing


def packed(fragment: Fragment) -> bytes:
    """A fragment as bytes for the clipboard."""
    told = {field.name: [_plain(record) for record in getattr(fragment, field.name)] for field in fields(fragment)}
    return json.dumps({"version": VERSION, **told}, ensure_ascii=False).encode("utf-8")


def unpacked(data: bytes) -> Fragment:
    """The fragment in bytes from the clipboard. Raises Problem when it is none, or names what it does not hold."""
    try:
        if len(data) > MAX_BYTES:
            raise ValueError
        told = json.loads(data)
        if told["version"] != VERSION:
            raise ValueError
        fragment = Fragment(
            tuple(_entry(record) for record in told["entries"]),
            tuple(_record(Person, record) for record in told["persons"]),
            tuple(_record(Party, record, sector=Sector) for record in told["parties"]),
            tuple(_record(Worker, record) for record in told["workers"]),
            tuple(_record(Source, record, kind=SourceKind) for record in told["sources"]),
            tuple(_record(Link, record, kind=LinkKind) for record in told["links"]),
        )
        fragment.as_case(date.min)
        return fragment
    except (ValueError, KeyError, TypeError, AttributeError, CaseError, RecursionError):
        raise Problem(UNREADABLE) from None


def _plain(value: Any) -> Any:
    if isinstance(value, UncertainDate):
        return {"edtf": value.edtf, "words": value.words}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _record(make: Callable[..., Any], told: dict[str, Any], **codes: type[Enum]) -> Any:
    values = dict(told)
    for name, code in codes.items():
        values[name] = code(values[name])
    for name in ("birth", "date"):
        if name in values:
            values[name] = _date(values[name])
    _check_texts(values)
    return make(**values)


def _entry(told: dict[str, Any]) -> Entry:
    values = dict(told)
    values["kind"] = Kind(values["kind"])
    values["date"] = _date(values["date"])
    values["order"] = float(values["order"])
    for name, code in _CODES.items():
        values[name] = None if values[name] is None else code(values[name])
    for name in _TUPLES:
        values[name] = tuple(str(text) for text in values[name])
    rate = values["rate"]
    values["rate"] = Rate(int(rate["cents"]), RateUnit(rate["unit"])) if rate else None
    values["citations"] = tuple(_record(Citation, citation) for citation in values["citations"])
    _check_texts(values)
    return Entry(**values)


def _date(told: dict[str, str] | None) -> UncertainDate | None:
    return UncertainDate.parse(told["edtf"], str(told["words"])) if told else None


def _check_texts(values: dict[str, Any]) -> None:
    """Nothing but what a record can hold: no lists or tables of somebody else's making."""
    if any(isinstance(value, list | dict) for value in values.values()):
        raise ValueError
