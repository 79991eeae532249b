"""What differs between two snapshots of a case: what came, what went, what is otherwise; pure.

The rule: records are known by their id. Fields are named in the words of the window.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

FIELDS = {
    "kind": "soort",
    "title": "titel",
    "date": "datum",
    "order": "plaats",
    "details": "toelichting",
    "person_ids": "personen",
    "party_ids": "partijen",
    "worker_ids": "medewerkers",
    "kader": "kader",
    "weight": "zwaarte",
    "form": "vorm",
    "aimed_at": "gericht op",
    "domains": "leefgebieden",
    "schakelmoment": "schakelmoment",
    "goal": "doel",
    "outcome": "uitkomst",
    "voice": "stem",
    "helped": "hielp het",
    "cost_cents": "kosten",
    "rate": "tarief",
    "citations": "bronnen",
    "scenario": "scenario",
    "unread_date": "onleesbare datum",
    "notes": "opmerkingen",
}
OTHERS = {
    "persons": "personen",
    "parties": "partijen",
    "workers": "medewerkers",
    "sources": "bronnen",
    "links": "verbindingen",
    "sessions": "bijeenkomsten",
    "reflections": "reflecties",
    "actions": "afspraken",
    "phases": "fasen",
    "consents": "toestemmingen",
    "loose_names": "losse namen",
}
OF_CASE = ("title", "code", "reference_day", "parameters", "domains", "notes")


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry as it was and as it is, and the names of the fields that differ."""

    before: Entry
    after: Entry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Entries that came, went and changed, in order of time; `others` names what else differs and how many of it."""

    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both say the same."""
        return self == Differences()


def compare(before: Case, after: Case) -> Differences:
    """What is in `after` and not in `before`, the other way round, and what is otherwise."""
    then, now = before.entries_by_id, after.entries_by_id
    return Differences(
        added=_in_time(entry for id_, entry in now.items() if id_ not in then),
        removed=_in_time(entry for id_, entry in then.items() if id_ not in now),
        changed=tuple(
            Changed(then[entry.id], entry, _differing(then[entry.id], entry))
            for entry in _in_time(entry for id_, entry in now.items() if id_ in then and then[id_] != entry)
        ),
        others=tuple(_others(before, after)),
    )


def _differing(before: Entry, after: Entry) -> tuple[str, ...]:
    names = (field.name for field in fields(Entry) if field.name != "id")
    return tuple(FIELDS[name] for name in names if getattr(before, name) != getattr(after, name))


def _in_time(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_moment))


def _moment(entry: Entry) -> tuple[bool, str, float]:
    return entry.date is None, entry.date.edtf if entry.date else "", entry.order


def _others(before: Case, after: Case) -> Iterable[tuple[str, int]]:
    """How many records of each kind came, went or changed."""
    own = sum(getattr(before, name) != getattr(after, name) for name in OF_CASE)
    if own:
        yield "gegevens van de casus", own
    for name, words in OTHERS.items():
        count = _count(getattr(before, name), getattr(after, name))
        if count:
            yield words, count


def _count(before: tuple[Any, ...], after: tuple[Any, ...]) -> int:
    then = {record.id: record for record in before}
    now = {record.id: record for record in after}
    return sum(then.get(id_) != now.get(id_) for id_ in then.keys() | now.keys())
