"""Builders of model objects for tests: they hide what does not matter to the sentence a test reads as."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import Kind, Sector

TODAY = date(2026, 1, 1)


def when(text: str | None) -> UncertainDate | None:
    """An EDTF expression, or nothing for an entry without a date."""
    return UncertainDate.parse(text) if text else None


def person(name: str, birth: str | None = None, focus: bool = False, role: str = "kind", **more: Any) -> Person:
    """A family member whose id is its name in lower case."""
    return Person(id=name.lower(), name=name, role=role, birth=when(birth), is_focus=focus, **more)


def party(name: str, sector: Sector | str = Sector.JEUGDHULP, **more: Any) -> Party:
    """A party whose id is its name in lower case."""
    return Party(id=name.lower(), name=name, sector=Sector(sector), **more)


def entry(
    kind: Kind | str, text: str | None, title: str = "", *, persons: str = "", parties: str = "", **more: Any
) -> Entry:
    """An entry on an EDTF date; `persons` and `parties` are names separated by spaces, as their ids."""
    kind = Kind(kind)
    title = title or f"{kind.label} {text or 'zonder datum'}"
    more.setdefault("id", f"{kind.value}:{text}:{title}:{persons}:{parties}")
    return Entry(
        kind=kind,
        title=title,
        date=when(text),
        person_ids=tuple(persons.lower().split()),
        party_ids=tuple(parties.lower().split()),
        **more,
    )


def case(
    *entries: Entry, persons: Sequence[Person] = (), parties: Sequence[Party] = (), today: date = TODAY, **more: Any
) -> Case:
    """A case of these entries; persons and parties that they name and nobody describes are made on the way."""
    known = {record.id for record in (*persons, *parties)}
    extra_persons = {id_: None for e in entries for id_ in e.person_ids if id_ not in known}
    extra_parties = {id_: None for e in entries for id_ in e.party_ids if id_ not in known}
    return Case(
        id="c",
        title="Gezin Proef",
        today=today,
        persons=(*persons, *(person(id_) for id_ in extra_persons)),
        parties=(*parties, *(party(id_) for id_ in extra_parties)),
        entries=entries,
        **more,
    )
