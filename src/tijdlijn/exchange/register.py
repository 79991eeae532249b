"""Who and what a case knows by name, while tables are read: people, parties, professionals and sources.

The rule: a name is the same whatever its capitals and accents; what tables say for the first time is made on the way,
in the order in which they say it. Words for the whole family name nobody, for an entry that names nobody concerns all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tijdlijn.exchange.cells import names_in, party_in
from tijdlijn.language.folding import fold, name_key, squeezed
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Source, SourceKind
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import PERSON_ROLES, Sector

FAMILY = frozenset({"gezin", "het gezin", "hele gezin", "het hele gezin", "allen", "iedereen", "alle gezinsleden"})
PARENTS = frozenset({"ouders", "de ouders", "beide ouders"})
CHILDREN = frozenset({"kinderen", "de kinderen"})

Record = TypeVar("Record", Person, Party, Worker, Source)


@dataclass(frozen=True, slots=True)
class Records:
    """What is new or changed, to be put in a case."""

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()


class _Shelf(Generic[Record]):
    """Records of one kind: what there was, and what was put since, in order."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.all: dict[str, Record] = {record.id: record for record in records}
        self.put_ids: dict[str, None] = {}
        self.changes = 0
        self.next_order = 1 + max((record.order for record in self.all.values()), default=0)

    def put(self, record: Record) -> Record:
        if self.all.get(record.id) != record:
            self.all[record.id] = record
            self.put_ids[record.id] = None
            self.changes += 1
            self.next_order = max(self.next_order, record.order + 1)
        return record

    @property
    def changed(self) -> tuple[Record, ...]:
        return tuple(self.all[id_] for id_ in self.put_ids)


class Register:
    """Finds records of a case by name, and makes those that are not there."""

    def __init__(self, case: Case, make_id: Callable[[], str]) -> None:
        self._make_id = make_id
        self._persons = _Shelf(case.persons)
        self._parties = _Shelf(case.parties)
        self._workers = _Shelf(case.workers)
        self._sources = _Shelf(case.sources)
        self._person_ids = {name_key(person.name): person.id for person in reversed(case.persons)}
        self._role_ids: dict[str, set[str]] = {}
        for person in case.persons:
            self._note_role(person)
        self._party_ids: dict[str, list[str]] = {}
        for party in case.parties:
            self._party_ids.setdefault(name_key(party.name), []).append(party.id)
        self._worker_ids: dict[str, list[str]] = {}
        for worker in case.workers:
            self._worker_ids.setdefault(name_key(worker.name), []).append(worker.id)
        self._source_ids = {name_key(source.title): source.id for source in reversed(case.sources)}
        self._sector_unsaid = {party.id for party in case.parties if party.sector is Sector.OVERIG}

    @property
    def records(self) -> Records:
        """Everything made or changed so far."""
        return Records(self._persons.changed, self._parties.changed, self._workers.changed, self._sources.changed)

    @property
    def changes(self) -> int:
        """How often a record was made or changed."""
        return self._persons.changes + self._parties.changes + self._workers.changes + self._sources.changes

    @property
    def parties(self) -> Iterable[Party]:
        """All parties, old and new."""
        return self._parties.all.values()

    def party(self, id_: str) -> Party:
        return self._parties.all[id_]

    def find_person(self, name: str) -> Person | None:
        """The person of this name, if there is one."""
        id_ = self._person_ids.get(name_key(name))
        return self._persons.all[id_] if id_ else None

    def put_person(self, person: Person) -> None:
        """A person as a table describes it."""
        before = self._persons.all.get(person.id)
        if before is not None:
            self._role_ids.get(fold(before.role), set()).discard(before.id)
        self._persons.put(person)
        self._person_ids[name_key(person.name)] = person.id
        self._note_role(person)

    def _note_role(self, person: Person) -> None:
        if person.role:
            self._role_ids.setdefault(fold(person.role), set()).add(person.id)

    def new_person(self, name: str) -> Person:
        """A person nobody described yet; not put."""
        return Person(self._make_id(), squeezed(name), order=self._persons.next_order)

    def persons_named(self, cell: str) -> tuple[str, ...]:
        """The ids of the persons in a cell; none when it says the whole family."""
        ids: list[str] = []
        for name in self._names(cell):
            key = name_key(name)
            if key in FAMILY and key not in self._person_ids:
                return ()
            ids.extend(self._group(key) or [self._person_id(name)])
        return tuple(dict.fromkeys(ids))

    def same_person(self, name: str) -> str:
        """The name as the case spells it of the one person whose first or whole name this is; empty when none is."""
        key = name_key(name)
        if key in self._person_ids:
            return self._persons.all[self._person_ids[key]].name
        first = key.split(" ")[0]
        alike = [id_ for known, id_ in self._person_ids.items() if (known == first) or known.split(" ")[0] == key]
        return self._persons.all[alike[0]].name if len(set(alike)) == 1 and len(first) > 2 else ""

    def family_named(self, name: str) -> tuple[str, ...]:
        """The ids of the family members that a name or a role such as `moeder` stands for; a stranger is none."""
        key = name_key(name)
        if key in self._person_ids:
            return (self._person_ids[key],)
        return tuple(self._group(key)) or ((self._person_id(name),) if _role_word(name) else ())

    def find_worker(self, name: str) -> Worker | None:
        """The professional of this name, if there is exactly one."""
        known = self._worker_ids.get(name_key(name), [])
        return self._workers.all[known[0]] if len(known) == 1 else None

    def only_of(self, name: str) -> str:
        """The id of the one party that a mere word such as `school` can stand for; empty when there is no such one."""
        sector = guess_sector(name) if name.islower() and not self.knows_party(name) else None
        alike = [party.id for party in self.parties if party.sector is sector and sector is not None]
        return alike[0] if len(alike) == 1 else ""

    def knows_party(self, name: str) -> bool:
        """Whether there is a party of this name."""
        return name_key(name) in self._party_ids

    def _names(self, cell: str) -> tuple[str, ...]:
        return (cell,) if name_key(cell) in self._person_ids else names_in(cell)

    def _group(self, key: str) -> list[str]:
        """The persons a word such as `ouders` or `moeder` stands for, when the case tells who they are."""
        if key in self._person_ids:
            return []
        if key in PARENTS:
            return sorted(self._role_ids.get("moeder", set()) | self._role_ids.get("vader", set()))
        if key in CHILDREN:
            return [person.id for person in self._persons.all.values() if person.is_focus]
        alike = self._role_ids.get(key, set())
        return list(alike) if len(alike) == 1 else []

    def _person_id(self, name: str) -> str:
        person = self.find_person(name)
        if person is None:
            bare, _, rest = name.partition(" (")
            role = next((role for role in PERSON_ROLES if f"{role})" == fold(rest)), "")
            person = (self.find_person(bare) if role else None) or replace(
                self.new_person(bare if role else name), role=role or _role_word(name)
            )
            self.put_person(person)
        return person.id

    def parties_named(self, cell: str) -> tuple[str, ...]:
        """The ids of the parties in a cell, each `name` or `name (sector)`."""
        if name_key(cell) in self._party_ids:
            return (self.party_id(cell, None),)
        pairs = (party_in(name) for name in names_in(cell, commas=False))
        return tuple(dict.fromkeys(self.party_id(name, sector) for name, sector in pairs))

    def party_id(self, name: str, sector: Sector | None) -> str:
        """The party of this name and sector. One whose sector nobody said yet takes it; two sectors are two parties."""
        known = [self._parties.all[id_] for id_ in self._party_ids.get(name_key(name), ())]
        for party in known:
            if sector in (None, party.sector):
                if sector:
                    self._sector_unsaid.discard(party.id)
                return party.id
        for party in known:
            if sector and party.id in self._sector_unsaid:
                self._sector_unsaid.discard(party.id)
                return self._parties.put(replace(party, sector=sector)).id
        return self._new_party(name, sector)

    def put_party(self, party: Party) -> None:
        """A party as a table describes it."""
        self._parties.put(party)

    def _new_party(self, name: str, sector: Sector | None) -> str:
        chosen = sector or guess_sector(name) or Sector.OVERIG
        party = Party(self._make_id(), squeezed(name), chosen, order=self._parties.next_order)
        if sector is None:
            self._sector_unsaid.add(party.id)
        self._party_ids.setdefault(name_key(name), []).append(party.id)
        return self._parties.put(party).id

    def workers_named(self, cell: str, party_ids: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the professionals in a cell; they work for the entry's party when it names exactly one."""
        names = names_in(cell, commas=False)
        return tuple(dict.fromkeys(self._worker_id(name, party_ids) for name in names))

    def _worker_id(self, name: str, party_ids: tuple[str, ...]) -> str:
        known = [self._workers.all[id_] for id_ in self._worker_ids.get(name_key(name), ())]
        employer = party_ids[0] if len(party_ids) == 1 else ""
        for worker in known:
            if worker.party_id in party_ids or (not party_ids and len(known) == 1):
                return worker.id
        for worker in known:
            if not worker.party_id:
                return self._workers.put(replace(worker, party_id=employer)).id
        worker = Worker(self._make_id(), squeezed(name), employer, order=self._workers.next_order)
        self._worker_ids.setdefault(name_key(name), []).append(worker.id)
        return self._workers.put(worker).id

    def source_id(self, title: str, agency: str = "") -> str:
        """The source of this title; a new one is of this agency."""
        key = name_key(title)
        if key not in self._source_ids:
            kind = SourceKind.MONDELING if key.startswith("mondeling") else SourceKind.DOCUMENT
            source = Source(self._make_id(), squeezed(title), kind, agency=agency, order=self._sources.next_order)
            self._source_ids[key] = self._sources.put(source).id
        return self._source_ids[key]


def _role_word(name: str) -> str:
    word = fold(squeezed(name))
    return next((role for role in PERSON_ROLES if role == word and role != "overig"), "")
