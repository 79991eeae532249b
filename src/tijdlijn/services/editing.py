"""What a user can do to a case, one verb each: one transaction, one step that undo takes back whole.

Every verb returns after its change is on disk, and raises Problem having changed nothing. A verb that would change
nothing writes nothing and makes no step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from tijdlijn.analysis.ahead import subject_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import RECORDS, Batch, Change, removed
from tijdlijn.services.ids import new_id


class Unchanged(Enum):
    """The value of an argument that was not given, where None has a meaning of its own."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED
_LONGEST = 40
_R = TypeVar("_R", Person, Party, Worker, Source, Entry)

ENTRY_EXISTS = "Een van de nieuwe regels staat al op de tijdlijn; er is niets toegevoegd. Voeg de regel opnieuw toe."
ENTRY_GONE = (
    "Een van de gewijzigde regels staat niet meer op de tijdlijn; er is niets gewijzigd. Voeg de regel opnieuw toe."
)


# Entries


def add_entry(book: OpenCasebook, case_id: str, entry: Entry) -> Change:
    """Put one new entry on the timeline."""
    return add_entries(book, case_id, (entry,))


def add_entries(book: OpenCasebook, case_id: str, entries: Sequence[Entry], step: str = "") -> Change:
    """Put new entries on the timeline. Raises Problem when an id is there already."""
    known = book.case(case_id).entries_by_id
    if any(entry.id in known for entry in entries):
        raise Problem(ENTRY_EXISTS)
    return apply(book, case_id, Batch(entries=tuple(entries)), step or f"Voeg {_entries(entries)} toe")


def change_entries(book: OpenCasebook, case_id: str, entries: Sequence[Entry], step: str = "") -> Change:
    """Replace entries by id. Raises Problem when one is not there (any more)."""
    known = book.case(case_id).entries_by_id
    if any(entry.id not in known for entry in entries):
        raise Problem(ENTRY_GONE)
    return apply(book, case_id, Batch(entries=tuple(entries)), step or f"Wijzig {_entries(entries)}")


def delete_entries(book: OpenCasebook, case_id: str, ids: Sequence[str]) -> Change:
    """Take entries off the timeline, with their links; ids that are not there are passed over."""
    gone = _known(book.case(case_id).entries_by_id, ids)
    return apply(book, case_id, Batch(removed=tuple(entry.id for entry in gone)), f"Verwijder {_entries(gone)}")


def apply(book: OpenCasebook, case_id: str, batch: Batch, step: str) -> Change:
    """Do a whole batch as one step, as an import does."""
    case = book.case(case_id)
    wanted = needed(case, batch)
    return book.commit(case_id, step, wanted) if wanted != Batch() else Change(case, step)


# Persons, parties, workers, sources


def put_person(book: OpenCasebook, case_id: str, record: Person, step: str = "") -> Change:
    """Insert a person, or replace the one with this id."""
    name = step or _put_name("persoon", record.name, record.id in book.case(case_id).persons_by_id)
    return apply(book, case_id, Batch(persons=(record,)), name)


def put_party(book: OpenCasebook, case_id: str, record: Party, step: str = "") -> Change:
    """Insert a party, or replace the one with this id."""
    name = step or _put_name("partij", record.name, record.id in book.case(case_id).parties_by_id)
    return apply(book, case_id, Batch(parties=(record,)), name)


def put_worker(book: OpenCasebook, case_id: str, record: Worker, step: str = "") -> Change:
    """Insert a professional, or replace the one with this id."""
    name = step or _put_name("medewerker", record.name, record.id in book.case(case_id).workers_by_id)
    return apply(book, case_id, Batch(workers=(record,)), name)


def put_source(book: OpenCasebook, case_id: str, record: Source, step: str = "") -> Change:
    """Insert a source, or replace the one with this id."""
    name = step or _put_name("bron", record.title, record.id in book.case(case_id).sources_by_id)
    return apply(book, case_id, Batch(sources=(record,)), name)


def delete_person(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a person out, also out of the entries that name him or her."""
    case = book.case(case_id)
    names = (person.name for person in _known(case.persons_by_id, (id_,)))
    return apply(book, case_id, without_person(case, id_), _delete_name("persoon", names))


def without_person(case: Case, id_: str) -> Batch:
    """What taking out a person comes down to."""
    entries = [
        replace(entry, person_ids=_without(entry.person_ids, id_)) for entry in case.entries if id_ in entry.person_ids
    ]
    gone = _known(case.persons_by_id, (id_,))
    scenarios = [
        replace(one, effects=tuple(effect for effect in one.effects if effect.person_id != id_))
        for one in case.scenarios
        if any(effect.person_id == id_ for effect in one.effects)
    ]
    actions = [replace(one, person_ids=_without(one.person_ids, id_)) for one in case.actions if id_ in one.person_ids]
    return Batch(
        entries=tuple(entries),
        actions=tuple(actions),
        scenarios=tuple(scenarios),
        removed_persons=tuple(person.id for person in gone),
        removed_marks=tuple(mark.id for mark in case.marks if mark.person_id == id_),
        removed_foreseen=tuple(one.id for one in case.foreseen if subject_of(one.rule_id) == id_),
    )


def delete_party(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a party out, also out of the entries that name it. Its professionals stay, without a party."""
    case = book.case(case_id)
    names = (party.name for party in _known(case.parties_by_id, (id_,)))
    return apply(book, case_id, without_party(case, id_), _delete_name("partij", names))


def without_party(case: Case, id_: str) -> Batch:
    """What taking out a party comes down to."""
    entries = [
        replace(entry, party_ids=_without(entry.party_ids, id_)) for entry in case.entries if id_ in entry.party_ids
    ]
    workers = [replace(worker, party_id="") for worker in case.workers_of(id_)]
    gone = _known(case.parties_by_id, (id_,))
    return Batch(entries=tuple(entries), workers=tuple(workers), removed_parties=tuple(party.id for party in gone))


def delete_worker(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a professional out, also out of the entries that name him or her."""
    case = book.case(case_id)
    entries = [
        replace(entry, worker_ids=_without(entry.worker_ids, id_)) for entry in case.entries if id_ in entry.worker_ids
    ]
    gone = _known(case.workers_by_id, (id_,))
    batch = Batch(entries=tuple(entries), removed_workers=tuple(worker.id for worker in gone))
    return apply(book, case_id, batch, _delete_name("medewerker", (worker.name for worker in gone)))


def delete_source(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a source out, with the citations of it."""
    case = book.case(case_id)
    names = (source.title for source in _known(case.sources_by_id, (id_,)))
    return apply(book, case_id, without_source(case, id_), _delete_name("bron", names))


def without_source(case: Case, id_: str) -> Batch:
    """What taking out a source comes down to."""
    entries = [
        replace(entry, citations=tuple(citation for citation in entry.citations if citation.source_id != id_))
        for entry in case.entries
        if any(citation.source_id == id_ for citation in entry.citations)
    ]
    gone = _known(case.sources_by_id, (id_,))
    sessions = [replace(one, source_id="") for one in case.sessions if one.source_id == id_]
    return Batch(entries=tuple(entries), sessions=tuple(sessions), removed_sources=tuple(source.id for source in gone))


# Cases


def add_case(book: OpenCasebook, title: str) -> Change:
    """Make an empty case. Raises Problem when the title is empty."""
    case = book.new_case(_title(title))
    return book.commit_case(case, f"Voeg casus {quoted(case.title)} toe")


def change_case(
    book: OpenCasebook,
    case_id: str,
    *,
    title: str | None = None,
    code: str | None = None,
    reference_day: date | Unchanged | None = UNCHANGED,
    parameters: Parameters | None = None,
    domains: Sequence[str] | None = None,
    notes: str | None = None,
) -> Change:
    """Change what a case has of its own; what is not given stays. A `reference_day` of None means today.

    Raises Problem when the title would be empty.
    """
    case = book.case(case_id)
    following = replace(
        case,
        title=case.title if title is None else _title(title),
        code=case.code if code is None else code.strip(),
        reference_day=case.reference_day if isinstance(reference_day, Unchanged) else reference_day,
        parameters=parameters or case.parameters,
        domains=case.domains if domains is None else tuple(domains),
        notes=case.notes if notes is None else notes,
    )
    step = f"Wijzig casus {quoted(following.title)}"
    return book.commit_case(following, step) if following != case else Change(case, step)


def delete_case(book: OpenCasebook, case_id: str) -> Change:
    """Take a case out with everything in it. Raises Problem when it is the only one."""
    return book.commit_removal(case_id, f"Verwijder casus {quoted(book.case(case_id).title)}")


# Names of steps


def quoted(title: str) -> str:
    """A title as it stands in the name of a step: one line, at most 40 characters, between quotes."""
    line = " ".join(title.split())
    return f"'{line}'" if len(line) <= _LONGEST else f"'{line[: _LONGEST - 1].rstrip()}…'"


def _entries(entries: Sequence[Entry]) -> str:
    if len(entries) != 1:
        return f"{len(entries)} regels"
    return quoted(entries[0].title or entries[0].kind.label)


def _put_name(what: str, name: str, known: bool) -> str:
    return f"Wijzig {what} {quoted(name)}" if known else f"Voeg {what} {quoted(name)} toe"


def _delete_name(what: str, names: Iterable[str]) -> str:
    return " ".join(("Verwijder", what, *map(quoted, names)))


# What a batch comes down to


def needed(case: Case, batch: Batch) -> Batch:
    """The batch without what is so already, and with the removal of the links of every entry that goes, and of what was
    said of its end or brought it."""
    known = {name: _known_as(case, name) for name in RECORDS}
    goes = {name: _present(known[name], getattr(batch, removed(name))) for name in RECORDS}
    for name, found in (("links", case.links_by_entry), ("reflections", case.reflections_by_entry)):
        with_entries = (one.id for id_ in goes["entries"] for one in found.get(id_, ()))
        goes[name] = tuple(dict.fromkeys((*goes[name], *with_entries)))
    if case.foreseen and (gone := set(goes["entries"])):
        said = (one.id for one in case.foreseen if one.entry_id in gone or subject_of(one.rule_id) in gone)
        goes["foreseen"] = tuple(dict.fromkeys((*goes["foreseen"], *said)))
    wanted: dict[str, Any] = {name: _fresh(known[name], getattr(batch, name)) for name in RECORDS}
    wanted.update((removed(name), ids) for name, ids in goes.items())
    return replace(batch, **wanted)


def _known_as(case: Case, name: str) -> Mapping[str, Any]:
    """The records of a case by their ids."""
    known: Mapping[str, Any] | None = getattr(case, f"{name}_by_id", None)
    return _by_id(getattr(case, name)) if known is None else known


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}


def _fresh(known: Mapping[str, Any], records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(record for record in records if known.get(record.id) != record)


def _present(known: Mapping[str, object], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in dict.fromkeys(ids) if id_ in known)


def _known(known: Mapping[str, _R], ids: Iterable[str]) -> tuple[_R, ...]:
    return tuple(known[id_] for id_ in dict.fromkeys(ids) if id_ in known)


def _without(ids: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ != gone)


def _title(title: str) -> str:
    if not title.strip():
        raise Problem("Een casus heeft een titel nodig, bijvoorbeeld een code; er is niets gewijzigd.")
    return title.strip()


__all__ = [
    "UNCHANGED",
    "Batch",
    "Change",
    "add_case",
    "add_entries",
    "add_entry",
    "apply",
    "change_case",
    "change_entries",
    "delete_case",
    "delete_entries",
    "delete_party",
    "delete_person",
    "delete_source",
    "delete_worker",
    "needed",
    "new_id",
    "put_party",
    "put_person",
    "put_source",
    "put_worker",
    "quoted",
    "without_party",
    "without_person",
    "without_source",
]
