"""Tables and a case become a plan: what would be put in the case, and which rows would not.

The rule: pure, and nothing is written here. People and parties are read before the entries that name them, whatever
the order of the tables; entries keep the order of their rows, after those that are there. A row that says nothing
beyond an entry that is there already is not put a second time; it is counted as present. A row that carries the id of
an entry changes that entry; one that is not there any more is named, and removed by nobody here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tijdlijn.exchange.agency_in import AgencyReader, agency_named
from tijdlijn.exchange.columns import ID_COLUMN, Table, TableKind
from tijdlijn.exchange.entries_in import EntryReader
from tijdlijn.exchange.grids import Row
from tijdlijn.exchange.mended import Amendment, Mended
from tijdlijn.exchange.ordering import Line, ordered
from tijdlijn.exchange.people_in import PeopleReader
from tijdlijn.exchange.refusals import Refusal
from tijdlijn.exchange.register import Records, Register
from tijdlijn.exchange.settings import TableSettings, remapped
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import LIFE_DOMAINS

Watch = Callable[[int], None]
"""Told how many rows are done, every now and then; raises to stop."""

WATCH_EVERY = 500
_ID = re.compile(r"[a-z2-7]{13}")


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of the rows of one table. `changed` rows say an entry otherwise, and are not among the taken."""

    table: Table
    taken: int = 0
    present: int = 0
    refusals: tuple[Refusal, ...] = ()
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Records and entries to put, what came of each table in the order given, and what a user should know.

    `tables` says of which table each new entry is. `missing` are ids of entries that a table mended outside has lost.
    """

    records: Records
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]
    notices: tuple[str, ...]
    amendments: tuple[Amendment, ...] = ()
    missing: tuple[str, ...] = ()
    tables: tuple[int, ...] = ()


def planned(
    case: Case,
    tables: Sequence[Table],
    make_id: Callable[[], str],
    keep_unread: bool = False,
    watch: Watch = lambda _: None,
    settings: Sequence[TableSettings | None] = (),
) -> Plan:
    """What importing these tables in this case would do; `settings` are those of each table, where it has any."""
    planner = _Planner(case, make_id, keep_unread, watch)
    chosen = (*settings, *(None for _ in tables[len(settings) :]))
    planner.introduce(chosen)
    by_turn = sorted(range(len(tables)), key=lambda at: tables[at].kind is TableKind.ENTRIES)
    tallies = {at: planner.read(tables[at], chosen[at], at) for at in by_turn}
    lines = ordered(planner.lines)
    return Plan(
        planner.register.records,
        tuple(line.entry for line in lines),
        tuple(tallies[at] for at in range(len(tables))),
        (*planner.notices, *_same_names(planner.register)),
        tuple(planner.amendments),
        planner.mended.missing(),
        tuple(line.table for line in lines),
    )


class _Planner:
    def __init__(self, case: Case, make_id: Callable[[], str], keep_unread: bool, watch: Watch) -> None:
        self.register = Register(case, make_id)
        self.lines: list[Line] = []
        self.amendments: list[Amendment] = []
        self.mended = Mended(case)
        self.notices: list[str] = []
        self._make_id = make_id
        self._keep_unread = keep_unread
        self._watch = watch
        self._rows = 0
        self._order = max((entry.order for entry in case.entries), default=0.0)
        self._domains = tuple(dict.fromkeys((*case.domains, *LIFE_DOMAINS)))
        self._present = _Present(case.entries)
        self._ids = {entry.id for entry in case.entries}

    def introduce(self, settings: Sequence[TableSettings | None]) -> None:
        """The agencies whose tables they are, so that each is known when another's table names it."""
        for told in settings:
            if told is not None and told.agency:
                self.register.party_id(*agency_named(told))

    def read(self, table: Table, settings: TableSettings | None, number: int) -> Tally:
        if table.above:
            told = "staat 1 regel die niet als gegeven gelezen is"
            if table.above > 1:
                told = f"staan {table.above} regels die niet als gegevens gelezen zijn"
            self.notices.append(f"{table.name}: boven de kop {told}.")
        if table.kind is not TableKind.ENTRIES:
            return self._read_people(table)
        return self._read_entries(table, settings, number)

    def _read_people(self, table: Table) -> Tally:
        reader = PeopleReader(table, self.register)
        read = reader.read_person if table.kind is TableKind.PERSONS else reader.read_party
        taken = present = 0
        for row in table.rows:
            self._step()
            before = self.register.changes
            if read(row):
                changed = self.register.changes > before
                taken += changed
                present += not changed
        self.notices.extend(reader.notices)
        return Tally(table, taken, present, tuple(reader.refusals))

    def _read_entries(self, table: Table, settings: TableSettings | None, number: int) -> Tally:
        reader = self._reader(table, settings)
        backwards = settings is not None and settings.is_newest_first
        taken = present = changed = 0
        for row in table.rows:
            self._step()
            known = self.mended.entry_of(table, row)
            if known is not None:
                refused = len(reader.refusals)
                amendment = self.mended.amendment(known, row, reader)
                self.amendments.extend([amendment] if amendment else [])
                changed += amendment is not None
                present += amendment is None and len(reader.refusals) == refused
                continue
            entry = reader.read(row, self._order + 1)
            if entry is None:
                continue
            if self._present.takes(entry):
                present += 1
                continue
            self._order += 1
            taken += 1
            minute = reader.minutes.get(entry.id) if isinstance(reader, AgencyReader) else None
            self.lines.append(Line(self._under_own_id(table, row, entry), number, minute, backwards))
        return Tally(table, taken, present, tuple(reader.refusals), changed)

    def _reader(self, table: Table, settings: TableSettings | None) -> EntryReader:
        if settings is None:
            return EntryReader(table, self.register, self._domains, self._make_id, self._keep_unread)
        if settings.mapping:
            table = remapped(table, settings.mapping)
        return AgencyReader(table, self.register, self._domains, self._make_id, self._keep_unread, settings=settings)

    def _under_own_id(self, table: Table, row: Row, entry: Entry) -> Entry:
        """A row that was written from another casebook keeps its id, so that it is known there too."""
        id_ = table.values(row).get(ID_COLUMN, "")
        if not _ID.fullmatch(id_) or id_ in self._ids:
            return entry
        self._ids.add(id_)
        return replace(entry, id=id_)

    def _step(self) -> None:
        self._rows += 1
        if self._rows % WATCH_EVERY == 0:
            self._watch(self._rows)


class _Present:
    """The entries of the case before the import, each of which one row of a table can be."""

    _TEXTS = ("details", "goal", "outcome", "schakelmoment", "unread_date", "scenario", "cost_source")
    _CODES = ("kader", "weight", "form", "aimed_at", "helped", "cost_cents", "rate", "payer")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_key: dict[object, list[Entry]] = {}
        for entry in entries:
            self._by_key.setdefault(self._key(entry), []).append(entry)

    def takes(self, row: Entry) -> bool:
        """Whether an entry that no other row was yet says all that this row says."""
        alike = self._by_key.get(self._key(row), [])
        for at, entry in enumerate(alike):
            if self._says(entry, row):
                del alike[at]
                return True
        return False

    @staticmethod
    def _key(entry: Entry) -> object:
        return (
            entry.kind,
            entry.title,
            _days(entry),
            frozenset(entry.person_ids),
            frozenset(entry.party_ids),
            entry.voice,
        )

    def _says(self, entry: Entry, row: Entry) -> bool:
        return (
            all(getattr(row, name) in ("", getattr(entry, name)) for name in self._TEXTS)
            and all(getattr(row, name) in (None, getattr(entry, name)) for name in self._CODES)
            and set(row.domains) <= set(entry.domains)
            and set(row.worker_ids) <= set(entry.worker_ids)
            and set(row.citations) <= set(entry.citations)
            and set(row.notes.splitlines()) <= set(entry.notes.splitlines())
        )


def _days(entry: Entry) -> object:
    return None if entry.date is None else entry.bounds(entry.date.earliest)


def _same_names(register: Register) -> list[str]:
    """Notices of parties made or changed now that share their name with another: two sectors, or a slip of the pen."""
    names = Counter(party.name.casefold() for party in register.parties)
    doubles = {party.name.casefold(): party.name for party in register.records.parties}
    return [
        f"{name} staat er nu met {names[key]} sectoren, als {names[key]} partijen. Klopt dat niet, voeg ze dan samen."
        for key, name in doubles.items()
        if names[key] > 1
    ]
