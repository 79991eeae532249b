"""What two versions of a case differ in: a conflict copy and the open file, or a backup and what there is now.

The rule: pure, and complete. Every difference between two snapshots is counted, also in what has no name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.services.changes import OWN_FIELDS
from tijdlijn.services.since import FIELDS

_KINDS = {
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
    "loose_names": "namen",
    "scenarios": "scenario's",
    "marks": "oordelen over bevindingen",
    "foreseen": "verwachte gebeurtenissen",
}
OWN = "gegevens van de casus"
_MORE = {"rate": "kosten", "order": "volgorde"}


def name_of(field: str) -> str:
    """What a field of an entry is called in the window."""
    return FIELDS.get(field) or _MORE.get(field, field)


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that is in both and not the same; `fields` are the names of its fields that differ."""

    before: Entry
    after: Entry
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many records of a kind (a Dutch plural) were added, taken out and changed."""

    what: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class Differences:
    """Of two versions of a case: the entries, in time order, and for each other kind that differs how many."""

    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    others: tuple[Counted, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether the two are the same."""
        return not (self.added or self.removed or self.changed or self.others)


@dataclass(frozen=True, slots=True)
class CaseDifference:
    """How one case differs: from the open casebook to the copy. Without `differences` only one of them has it."""

    title: str
    differences: Differences | None
    is_in_copy: bool = True
    entries: int = 0


def between(here: Iterable[Case], copy: Iterable[Case]) -> tuple[CaseDifference, ...]:
    """What a copy has otherwise than the open casebook, case by case; what is equal is left out."""
    ours, theirs = ({case.id: case for case in cases} for cases in (here, copy))
    found = []
    for id_, case in ours.items():
        if id_ not in theirs:
            found.append(CaseDifference(case.title, None, is_in_copy=False, entries=len(case.entries)))
        elif not (told := compare(case, theirs[id_])).is_none:
            found.append(CaseDifference(case.title, told))
    found += [
        CaseDifference(case.title, None, entries=len(case.entries)) for id_, case in theirs.items() if id_ not in ours
    ]
    return tuple(found)


def compare(before: Case, after: Case) -> Differences:
    """What changed from one version of a case to the other."""
    earlier, later = before.entries_by_id, after.entries_by_id
    both = ((earlier[entry.id], entry) for entry in after.timeline if entry.id in earlier)
    counted = [_count(what, getattr(before, name), getattr(after, name)) for name, what in _KINDS.items()]
    own = sum(getattr(before, name) != getattr(after, name) for name in OWN_FIELDS)
    if own:
        counted.append(Counted(OWN, 0, 0, own))
    return Differences(
        tuple(entry for entry in after.timeline if entry.id not in earlier),
        tuple(entry for entry in before.timeline if entry.id not in later),
        tuple(Changed(old, new, _differing(old, new)) for old, new in both if old != new),
        tuple(one for one in counted if one.added or one.removed or one.changed),
    )


def _differing(before: Entry, after: Entry) -> tuple[str, ...]:
    names = (field.name for field in fields(Entry))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _count(what: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Counted:
    earlier, later = ({record.id: record for record in records} for records in (before, after))
    changed = sum(earlier[id_] != later[id_] for id_ in earlier.keys() & later.keys())
    return Counted(what, len(later.keys() - earlier.keys()), len(earlier.keys() - later.keys()), changed)
