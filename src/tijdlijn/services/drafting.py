"""The entry that a candidate would become, with whoever it names that the case does not know yet.

The rule: a name of the document is somebody the case knows when only one can be meant. A new person is only made of a
relative that the documents themselves tell of; a new party or professional of every name. Nothing is filled in that the
candidate does not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from tijdlijn.dossier.candidates import Candidate, Family, PartyFound, Relative
from tijdlijn.language.folding import fold, name_key
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.language.mentions import Basis
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import Kind, Sector
from tijdlijn.services.changes import Batch
from tijdlijn.services.ids import new_id

_R = TypeVar("_R", Person, Party, Worker)
_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset({"mw", "mevr", "mevrouw", "dhr", "heer", "meneer", "drs", "dr", "ir", "mr", "prof", "de", "het"})
_NO_FAMILY = Family()


class Drafted(Protocol):
    """An entry that is on its way to the timeline, with the records that it brings."""

    @property
    def entry(self) -> Entry: ...
    @property
    def persons(self) -> tuple[Person, ...]: ...
    @property
    def parties(self) -> tuple[Party, ...]: ...
    @property
    def workers(self) -> tuple[Worker, ...]: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not on the timeline yet, and the records that it names and the case does not have."""

    entry: Entry
    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()


def entry_of(case: Case, candidate: Candidate, family: Family = _NO_FAMILY) -> Draft:
    """What a candidate would become in a case. Its place is last, and it cites nothing yet."""
    return Drafting(case, family).draft(candidate)


def citation_of(source_id: str, candidate: Candidate) -> Citation:
    """Where a candidate was found."""
    page = "" if candidate.page is None else str(candidate.page)
    return Citation(source_id, page, candidate.passage, candidate.passage_start)


def settled(case: Case, draft: Drafted) -> Batch:
    """A draft as records to put: of what it brings only what its entry names, also for whom a new professional works.

    Whom the case came to know by the same name since the draft was made is not put twice.
    """
    entry = draft.entry
    workers = tuple(worker for worker in draft.workers if worker.id in entry.worker_ids)
    named = {*entry.party_ids, *(worker.party_id for worker in workers)}
    persons, person_ids = _landed(case.persons, (p for p in draft.persons if p.id in entry.person_ids))
    parties, party_ids = _landed(case.parties, (party for party in draft.parties if party.id in named))
    moved = (replace(worker, party_id=party_ids.get(worker.party_id, worker.party_id)) for worker in workers)
    workers, worker_ids = _landed(case.workers, moved)
    entry = replace(
        entry,
        person_ids=_mapped(entry.person_ids, person_ids),
        party_ids=_mapped(entry.party_ids, party_ids),
        worker_ids=_mapped(entry.worker_ids, worker_ids),
    )
    return Batch(persons=persons, parties=parties, workers=workers, entries=(entry,))


class Drafting:
    """Drafts of many candidates for one case: what one brings is known to the next."""

    def __init__(self, case: Case, family: Family = _NO_FAMILY) -> None:
        self._relatives = _by_name(family.relatives)
        self._persons = list(case.persons)
        self._parties = list(case.parties)
        self._workers = list(case.workers)
        self._known = frozenset(
            record.id for records in (case.persons, case.parties, case.workers) for record in records
        )
        self._order = max((entry.order for entry in case.entries), default=0.0)

    def draft(self, candidate: Candidate) -> Draft:
        """What the next candidate would become."""
        persons = _ids(self._person(name) for name in candidate.persons)
        parties = _ids(self._party(found) for found in candidate.parties)
        workers = _ids([self._worker(candidate.worker, parties)] if candidate.worker else [])
        self._order += 1.0
        entry = Entry(
            new_id(),
            candidate.kind or Kind.GEBEURTENIS,
            candidate.title or candidate.words,
            candidate.date,
            self._order,
            person_ids=persons,
            party_ids=parties,
            worker_ids=workers,
            kader=candidate.kader,
            form=candidate.form,
            aimed_at=candidate.aimed_at,
            schakelmoment=candidate.schakelmoment,
            unread_date="" if candidate.date else candidate.words,
            notes=_derived(candidate),
        )
        return Draft(
            entry,
            _new(self._persons, self._known, persons),
            _new(self._parties, self._known, (*parties, *(w.party_id for w in self._workers if w.id in workers))),
            _new(self._workers, self._known, workers),
        )

    def _person(self, name: str) -> Person | None:
        relative = self._relatives.get(name_key(name))
        names = [name] if relative is None else [relative.name, name, *relative.also]
        known = next((found for one in names if (found := _only(self._persons, one, lambda p: p.name))), None)
        known = known or next((found for one in names if (found := _with_role(self._persons, one))), None)
        if known is not None or relative is None:
            return known
        made = Person(
            new_id(), relative.name, relative.role, relative.birth, relative.is_child, order=_next(self._persons)
        )
        self._persons.append(made)
        return made

    def _party(self, found: PartyFound) -> Party | None:
        same = [party for party in self._parties if found.sector in (None, Sector.OVERIG, party.sector)]
        for among in (same, self._parties):
            key = name_key(found.name)
            if (known := next((party for party in among if name_key(party.name) == key), None)) is not None:
                return known
        if (known := _only(same, found.name, lambda party: party.name)) is not None:
            return known
        sector = found.sector or guess_sector(found.name) or Sector.OVERIG
        made = Party(new_id(), found.name, sector, order=_next(self._parties))
        self._parties.append(made)
        return made

    def _worker(self, name: str, parties: Sequence[str]) -> Worker:
        of_party = [worker for worker in self._workers if worker.party_id in parties]
        for among in (of_party, self._workers):
            if (known := _only(among, name, lambda worker: worker.name)) is not None:
                return known
        party_id = parties[0] if len(parties) == 1 else ""
        made = Worker(new_id(), name, party_id, order=_next(self._workers))
        self._workers.append(made)
        return made


def _derived(candidate: Candidate) -> str:
    """What a date leans on, when its words alone do not say it."""
    if candidate.basis is Basis.TEXT or candidate.date is None or not candidate.explained:
        return ""
    return f"datum afgeleid van ‘{candidate.words}’: {candidate.explained}"


def _by_name(relatives: Iterable[Relative]) -> dict[str, Relative]:
    """By every name of theirs; a name that two of them have names nobody."""
    found: dict[str, Relative | None] = {}
    for relative in relatives:
        for key in {name_key(name) for name in (relative.name, *relative.also)}:
            found[key] = None if key in found else relative
    return {key: relative for key, relative in found.items() if relative is not None}


def _only(records: Sequence[_R], name: str, said: Callable[[_R], str]) -> _R | None:
    """The one with this name; else the only one whose name has all words of it."""
    key = name_key(name)
    exact = next((record for record in records if name_key(said(record)) == key), None)
    words = _words(name)
    if exact is not None or not words:
        return exact
    fitting = [record for record in records if words <= _words(said(record))]
    return fitting[0] if len(fitting) == 1 else None


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name))) - _TITLES


def _with_role(persons: Sequence[Person], role: str) -> Person | None:
    key = name_key(role)
    fitting = [person for person in persons if key and name_key(person.role) == key]
    return fitting[0] if len(fitting) == 1 else None


def _ids(records: Iterable[Person | None] | Iterable[Party | None] | Iterable[Worker | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.id for record in records if record is not None))


def _new(records: Sequence[_R], known: frozenset[str], ids: Sequence[str]) -> tuple[_R, ...]:
    return tuple(record for record in records if record.id in ids and record.id not in known)


def _landed(there: Sequence[_R], coming: Iterable[_R]) -> tuple[tuple[_R, ...], dict[str, str]]:
    """Those that are not there yet by name, and for each of the others the id that it has there."""
    known = {name_key(record.name): record.id for record in reversed(there)}
    fresh: list[_R] = []
    ids: dict[str, str] = {}
    for record in coming:
        if (same := known.get(name_key(record.name))) is None:
            fresh.append(record)
        else:
            ids[record.id] = same
    return tuple(fresh), ids


def _mapped(ids: Sequence[str], here: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(here.get(id_, id_) for id_ in ids))


def _next(records: Sequence[Person] | Sequence[Party] | Sequence[Worker]) -> int:
    return max((record.order for record in records), default=-1) + 1
