"""One immutable snapshot of a case, with its look-ups and invariants.

The window, the analyses and the pages all read a `Case`; nothing holds state about the family beside it. A change
makes the next snapshot (`with_changes`). Look-ups are computed once per snapshot, when first asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from tijdlijn.model.entries import SHAPES, Bounds, Entry, Source
from tijdlijn.model.links import Link
from tijdlijn.model.parameters import USUAL, CaseError, Parameters
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.sessions import AgreedAction, Consent, Phase, Reflection, Session
from tijdlijn.model.understanding import FindingMark, Foreseen
from tijdlijn.model.vocabulary import HELP_KINDS, LIFE_DOMAINS, Kind, Sector, Shape


@dataclass(frozen=True)
class Case:
    """One family: who and what it names, its entries and their links, how its timeline is read, what sessions left.

    `reference_day` is the case's own, or None for today; `today` is handed in by whoever loads the case.
    `destroy_by` is the day by which it must be gone and `retention` why; None while nobody chose one.
    Entries are in no particular order: use `timeline` for time order. Every id that an entry or a link names exists
    (CaseError otherwise).
    """

    id: str
    title: str
    today: date
    code: str = ""
    reference_day: date | None = None
    parameters: Parameters = USUAL
    domains: tuple[str, ...] = LIFE_DOMAINS
    notes: str = ""
    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    sessions: tuple[Session, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    phases: tuple[Phase, ...] = ()
    consents: tuple[Consent, ...] = ()
    loose_names: tuple[LooseName, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    marks: tuple[FindingMark, ...] = ()
    foreseen: tuple[Foreseen, ...] = ()
    destroy_by: date | None = None
    retention: str = ""

    def __post_init__(self) -> None:
        for name, records in (
            ("person", self.persons),
            ("party", self.parties),
            ("worker", self.workers),
            ("source", self.sources),
            ("entry", self.entries),
            ("session", self.sessions),
            ("reflection", self.reflections),
            ("action", self.actions),
            ("phase", self.phases),
            ("consent", self.consents),
            ("loose name", self.loose_names),
            ("scenario", self.scenarios),
            ("mark", self.marks),
            ("foreseen", self.foreseen),
        ):
            ids = {record.id for record in records}
            if len(ids) != len(records):
                raise CaseError(f"{name}: duplicate id")
        self._check_references()

    def _check_references(self) -> None:
        for worker in self.workers:
            if worker.party_id and worker.party_id not in self.parties_by_id:
                raise CaseError(f"worker {worker.id}: party")
        self._check_entries(self.entries)
        self._check_links()
        self._check_sessions()

    def _check_sessions(self) -> None:
        sessions = self.sessions_by_id.keys() | {""}
        for session in self.sessions:
            if session.source_id and session.source_id not in self.sources_by_id:
                raise CaseError(f"session {session.id}: source")
        for reflection in self.reflections:
            if reflection.session_id not in sessions or reflection.entry_id not in self.entries_by_id:
                raise CaseError(f"reflection {reflection.id}: reference")
        for action in self.actions:
            if action.session_id not in sessions or not self.persons_by_id.keys() >= set(action.person_ids):
                raise CaseError(f"action {action.id}: reference")

        for scenario in self.scenarios:
            if not self.persons_by_id.keys() >= {one.person_id for one in scenario.effects if one.person_id}:
                raise CaseError(f"scenario {scenario.id}: reference")

    def _check_links(self) -> None:
        if len({link.id for link in self.links}) != len(self.links):
            raise CaseError("link: duplicate id")
        for link in self.links:
            if link.from_id not in self.entries_by_id or link.to_id not in self.entries_by_id:
                raise CaseError(f"link {link.id}: entry")

    def _check_entries(self, entries: Collection[Entry]) -> None:
        """Every id that is named exists. Entries name the same few, so what they name is looked at once."""
        for known, named in (
            (self.persons_by_id, {entry.person_ids for entry in entries}),
            (self.parties_by_id, {entry.party_ids for entry in entries}),
            (self.workers_by_id, {entry.worker_ids for entry in entries}),
            (self.sources_by_id, {(c.source_id,) for entry in entries for c in entry.citations}),
        ):
            if not known.keys() >= set().union(*named):
                self._tell_unknown(entries)

    def _tell_unknown(self, entries: Iterable[Entry]) -> None:
        persons, parties = self.persons_by_id, self.parties_by_id
        workers, sources = self.workers_by_id, self.sources_by_id
        for entry in entries:
            for known, ids in (
                (persons, entry.person_ids),
                (parties, entry.party_ids),
                (workers, entry.worker_ids),
            ):
                if not all(id_ in known for id_ in ids):
                    raise CaseError(f"entry {entry.id}: reference")
            if not all(citation.source_id in sources for citation in entry.citations):
                raise CaseError(f"entry {entry.id}: source")

    @property
    def reference(self) -> date:
        """The reference day in force: the case's own, or today (design 2)."""
        return self.reference_day or self.today

    @cached_property
    def persons_by_id(self) -> Mapping[str, Person]:
        return MappingProxyType({person.id: person for person in self.persons})

    @cached_property
    def parties_by_id(self) -> Mapping[str, Party]:
        return MappingProxyType({party.id: party for party in self.parties})

    @cached_property
    def workers_by_id(self) -> Mapping[str, Worker]:
        return MappingProxyType({worker.id: worker for worker in self.workers})

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def entries_by_id(self) -> MappingProxyType[str, Entry]:
        return MappingProxyType({entry.id: entry for entry in self.entries})

    @cached_property
    def links_by_entry(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that start or end at an entry, by entry id; an entry without links is not in it."""
        found: dict[str, tuple[Link, ...]] = {}
        for link in self.links:
            for id_ in dict.fromkeys((link.from_id, link.to_id)):
                found[id_] = (*found.get(id_, ()), link)
        return MappingProxyType(found)

    @cached_property
    def sessions_by_id(self) -> Mapping[str, Session]:
        return MappingProxyType({session.id: session for session in self.sessions})

    @cached_property
    def reflections_by_entry(self) -> Mapping[str, tuple[Reflection, ...]]:
        """What sessions concluded about an entry, oldest session first; an entry without reflections is not in it."""
        place = {session.id: number for number, session in enumerate(self.sessions_in_order)}
        found: dict[str, tuple[Reflection, ...]] = {}
        for reflection in sorted(self.reflections, key=lambda one: place.get(one.session_id, -1)):
            found[reflection.entry_id] = (*found.get(reflection.entry_id, ()), reflection)
        return MappingProxyType(found)

    @cached_property
    def sessions_in_order(self) -> tuple[Session, ...]:
        """The sessions by their day; those without one come last."""
        return tuple(sorted(self.sessions, key=lambda session: session.date or date.max))

    @cached_property
    def phases_in_order(self) -> tuple[Phase, ...]:
        return tuple(sorted(self.phases, key=lambda phase: (phase.start, phase.name)))

    @cached_property
    def focus(self) -> tuple[Person, ...]:
        """The children it is about, oldest first; one without a birth date comes last."""
        far = date.max
        chosen = (person for person in self.persons if person.is_focus)
        return tuple(sorted(chosen, key=lambda p: (p.birth.earliest if p.birth else far, p.order, p.id)))

    @cached_property
    def bounds(self) -> Mapping[str, Bounds]:
        """The days of each dated entry, by entry id; those that say the same share them."""
        reference = self.reference
        found: dict[str, Bounds] = {}
        known: dict[tuple[str, Shape], Bounds | None] = {}
        for entry in self.entries:
            if entry.date is not None:
                said = entry.date.edtf, SHAPES[entry.kind]
                if (bounds := known.get(said)) is None:
                    bounds = known[said] = entry.bounds(reference)
                assert bounds is not None
                found[entry.id] = bounds
        return MappingProxyType(found)

    @cached_property
    def extent(self) -> tuple[int, int] | None:
        """The first and the last day of all dated entries, as day numbers; None when none has a date."""
        days = self.bounds.values()
        if not days:
            return None
        starts, ends = [b.start_min for b in days], [b.end_max for b in days]
        return min(starts), max(max(ends), max(b.start_max for b in days))

    @cached_property
    def last_known(self) -> int | None:
        """The last day of all dated entries that are not only expected; None when there is no such entry."""
        bounds = self.bounds
        known = [bounds[e.id] for e in self.entries if e.kind is not Kind.VERWACHT and e.id in bounds]
        return max((max(days.end_max, days.start_max) for days in known), default=None)

    @cached_property
    def actual(self) -> tuple[Entry, ...]:
        """What happened: dated entries of no scenario, in time order. What every analysis works on."""
        return tuple(entry for entry in self.timeline if not entry.scenario and entry.date is not None)

    @cached_property
    def of_kind(self) -> Mapping[Kind, tuple[Entry, ...]]:
        """The entries of `actual` of each kind, in time order."""
        found: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
        for entry in self.actual:
            found[entry.kind].append(entry)
        return MappingProxyType({kind: tuple(entries) for kind, entries in found.items()})

    @cached_property
    def help(self) -> tuple[Entry, ...]:
        """The entries of `actual` that count as help: not those of informal parties only (design 2, Gaps)."""
        informal = {party.id for party in self.parties if party.sector is Sector.NETWERK}
        return tuple(
            entry
            for entry in self.actual
            if entry.kind in HELP_KINDS and not (entry.party_ids and informal.issuperset(entry.party_ids))
        )

    @cached_property
    def undated(self) -> tuple[Entry, ...]:
        """Entries of what happened that have no date, in their own order. They take part in no computation."""
        return tuple(entry for entry in self.timeline if not entry.scenario and entry.date is None)

    @cached_property
    def timeline(self) -> tuple[Entry, ...]:
        """All entries in time order; an undated one stands after the dated one that precedes it in `order`."""
        bounds = self.bounds
        dated = sorted([entry for entry in self.entries if entry.date is not None], key=_IN_ORDER)
        dated.sort(key=lambda entry: (days := bounds[entry.id]).start_min << 22 | days.start_max)
        undated = sorted([entry for entry in self.entries if entry.date is None], key=_IN_ORDER)
        if not undated:
            return tuple(dated)
        return tuple(_placed(dated, undated))

    def workers_of(self, party_id: str) -> tuple[Worker, ...]:
        """The professionals of a party."""
        return tuple(worker for worker in self.workers if worker.party_id == party_id)

    def parties_of(self, entry: Entry) -> tuple[Party, ...]:
        """The parties an entry names, in the entry's order."""
        return tuple(self.parties_by_id[id_] for id_ in entry.party_ids)

    def persons_of(self, entry: Entry) -> tuple[Person, ...]:
        """The persons an entry names, in the entry's order."""
        return tuple(self.persons_by_id[id_] for id_ in entry.person_ids)

    def workers_named(self, entry: Entry) -> tuple[Worker, ...]:
        """The professionals an entry names."""
        return tuple(self.workers_by_id[id_] for id_ in entry.worker_ids)

    def only_network(self, entry: Entry) -> bool:
        """Whether all its parties are informal; an entry without a party is not (design 2, Gaps)."""
        parties = self.parties_of(entry)
        return bool(parties) and all(party.sector is Sector.NETWERK for party in parties)

    def with_reference(self, day: date | None) -> Case:
        """The same case read on another reference day."""
        return replace(self, reference_day=day)

    def with_entries(self, changed: Iterable[Entry] = (), removed: Iterable[str] = ()) -> Case:
        """The next snapshot: entries with a known id replaced, new ones added, `removed` ones out with their links.

        Only the changed entries are checked, as the others already were: an edit costs no look at the whole case.
        """
        fresh, gone = tuple(changed), frozenset(removed)
        following = object.__new__(Case)
        following.__dict__.update({name: self.__dict__[name] for name in _FIELDS})
        following.__dict__.update({name: self.__dict__[name] for name in _KEPT if name in self.__dict__})
        by_id = _merged(self.entries_by_id, fresh, gone)
        following.__dict__.update(entries=tuple(by_id.values()), entries_by_id=MappingProxyType(by_id))
        following._check_entries(fresh)
        if gone and self.reflections:
            following = following._with_beside(reflections=tuple(r for r in self.reflections if r.entry_id not in gone))
        return following.with_links(self._links_without(gone)) if self.links and gone else following

    def _with_beside(self, **beside: Any) -> Case:
        """The next snapshot with other records beside its entries; what was looked up of the rest is kept."""
        following = object.__new__(Case)
        following.__dict__.update(self.__dict__, **beside)
        for name in _OF_BESIDE:
            following.__dict__.pop(name, None)
        following._check_sessions()
        return following

    def with_links(self, links: Iterable[Link]) -> Case:
        """The next snapshot with exactly these links; what was looked up of the rest is kept."""
        following = object.__new__(Case)
        following.__dict__.update(self.__dict__, links=tuple(links))
        following.__dict__.pop("links_by_entry", None)
        following._check_links()
        return following

    def with_changes(self, changed: Iterable[Entry] = (), removed: Iterable[str] = (), **others: Any) -> Case:
        """As `with_entries`, and with other fields of the case replaced in the same go."""
        fresh, gone = tuple(changed), frozenset(removed)
        links = others.pop("links", None)
        beside, others = ({}, others) if others.keys() - _BESIDE else (others, {})
        following = self.with_entries(fresh, gone) if (fresh or gone) and not others else self
        if others:
            others.update(entries=tuple(_merged(self.entries_by_id, fresh, gone).values()))
            others.setdefault("reflections", tuple(r for r in self.reflections if r.entry_id not in gone))
            following = replace(self, links=self._links_without(gone), **others)
        following = following._with_beside(**beside) if beside else following
        return following if links is None else following.with_links(links)

    def _links_without(self, gone: frozenset[str]) -> tuple[Link, ...]:
        """Its links except those from or to an entry that goes."""
        return tuple(link for link in self.links if link.from_id not in gone and link.to_id not in gone)


_IN_ORDER = attrgetter("order", "id")
_FIELDS = tuple(field.name for field in fields(Case))
_BESIDE = {"sessions", "reflections", "actions", "phases", "consents", "loose_names", "scenarios", "marks", "foreseen"}
"""Records that no entry names: a change of these alone costs no look at the whole case."""
_OF_BESIDE = ("sessions_by_id", "sessions_in_order", "reflections_by_entry", "phases_in_order")
"""Look-ups of these."""
_KEPT = (
    "persons_by_id", "parties_by_id", "workers_by_id", "sources_by_id", "links_by_entry", "focus", *_OF_BESIDE,
)  # fmt: skip
"""Look-ups that a change of entries leaves as they are."""


def _merged(old: MappingProxyType[str, Entry], changed: Iterable[Entry], removed: Iterable[str]) -> dict[str, Entry]:
    """By id, in the order of `old` with new ones last; a changed one keeps its place."""
    merged = old.copy()
    merged.update((entry.id, entry) for entry in changed)
    for id_ in removed:
        merged.pop(id_, None)
    return merged


def _placed(dated: list[Entry], undated: list[Entry]) -> Iterable[Entry]:
    """Each undated entry follows the dated one with the greatest `order` below its own, or comes first."""
    after: dict[str | None, list[Entry]] = {}
    by_order = sorted(dated, key=_IN_ORDER)
    position = 0
    for entry in undated:
        while position < len(by_order) and by_order[position].order <= entry.order:
            position += 1
        anchor = by_order[position - 1].id if position else None
        after.setdefault(anchor, []).append(entry)
    yield from after.get(None, ())
    for entry in dated:
        yield entry
        yield from after.get(entry.id, ())
