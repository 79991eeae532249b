"""Records to rows and back: the only place that knows how a field lies in the file.

The rule: reading gives exactly what was written, words as written included; a value that no version of the program
could have written is damage, and is said so by the caller.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import Insert, insert

from tijdlijn.model.casebook import Case, CaseSummary, Parameters
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source, SourceKind
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.views import View
from tijdlijn.model.vocabulary import AimedAt, Helped, Kader, Kind, PlacementForm, RateUnit, Sector, Voice, Weight
from tijdlijn.storage import schema
from tijdlijn.storage.views import as_text

Record = Person | Party | Worker | Source | Entry | Link | View
Values = dict[str, Any]
_E = TypeVar("_E", bound=StrEnum)


# Fields


def _codes(choices: type[_E]) -> dict[str | None, _E]:
    return {choice.value: choice for choice in choices}


def _optional(choices: type[_E]) -> dict[str | None, _E | None]:
    return {None: None, **_codes(choices)}


_KIND, _SECTOR, _VOICE = _codes(Kind), _codes(Sector), _codes(Voice)
_SOURCE_KIND, _UNIT, _LINK_KIND = _codes(SourceKind), _codes(RateUnit), _codes(LinkKind)
_KADER, _WEIGHT, _FORM = _optional(Kader), _optional(Weight), _optional(PlacementForm)
_AIMED_AT, _HELPED = _optional(AimedAt), _optional(Helped)


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else "[]"


@lru_cache(maxsize=4_096)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _citations(text: str) -> tuple[Citation, ...]:
    return tuple(Citation(*parts) for parts in json.loads(text)) if text != "[]" else ()


def _date(edtf: str | None, words: str) -> UncertainDate | None:
    if edtf is None:
        return None
    when = UncertainDate.parse(edtf)
    return UncertainDate(when.edtf, when.start, when.end, words) if words else when


def _edtf(when: UncertainDate | None) -> tuple[str | None, str]:
    return (when.edtf, when.words) if when else (None, "")


# Records to rows


def _person_row(person: Person) -> Values:
    birth, birth_words = _edtf(person.birth)
    return {
        "name": person.name,
        "role": person.role,
        "birth": birth,
        "birth_words": birth_words,
        "is_focus": int(person.is_focus),
        "pseudonym": person.pseudonym,
        "notes": person.notes,
        "position": person.order,
    }


def _party_row(party: Party) -> Values:
    return {
        "name": party.name,
        "sector": party.sector.value,
        "pseudonym": party.pseudonym,
        "notes": party.notes,
        "position": party.order,
    }


def _worker_row(worker: Worker) -> Values:
    return {
        "name": worker.name,
        "party_id": worker.party_id or None,
        "function": worker.function,
        "pseudonym": worker.pseudonym,
        "position": worker.order,
    }


def _source_row(source: Source) -> Values:
    when, words = _edtf(source.date)
    return {
        "title": source.title,
        "kind": source.kind.value,
        "genre": source.genre,
        "agency": source.agency,
        "date": when,
        "date_words": words,
        "notes": source.notes,
        "position": source.order,
    }


def _entry_row(entry: Entry) -> Values:
    when, words = _edtf(entry.date)
    return {
        "kind": entry.kind.value,
        "title": entry.title,
        "date": when,
        "date_words": words,
        "position": float(entry.order),
        "details": entry.details,
        "person_ids": _json(entry.person_ids),
        "party_ids": _json(entry.party_ids),
        "worker_ids": _json(entry.worker_ids),
        "kader": entry.kader,
        "weight": entry.weight,
        "form": entry.form,
        "aimed_at": entry.aimed_at,
        "domains": _json(entry.domains),
        "schakelmoment": entry.schakelmoment,
        "goal": entry.goal,
        "outcome": entry.outcome,
        "voice": entry.voice.value,
        "helped": entry.helped,
        "cost_cents": entry.cost_cents,
        "rate_cents": entry.rate.cents if entry.rate else None,
        "rate_unit": entry.rate.unit if entry.rate else None,
        "citations": _json([[c.source_id, c.page, c.passage] for c in entry.citations]),
        "scenario": entry.scenario,
        "unread_date": entry.unread_date,
        "notes": entry.notes,
    }


def _link_row(link: Link) -> Values:
    return {"kind": link.kind.value, "from_id": link.from_id, "to_id": link.to_id}


def _view_row(view: View) -> Values:
    return {"name": view.name, "view": as_text(view)}


_TABLES: dict[type[Any], tuple[Table, Callable[[Any], Values]]] = {
    Person: (schema.persons, _person_row),
    Party: (schema.parties, _party_row),
    Worker: (schema.workers, _worker_row),
    Source: (schema.sources, _source_row),
    Entry: (schema.entries, _entry_row),
    Link: (schema.links, _link_row),
    View: (schema.saved_views, _view_row),
}


# Rows to records


def _person(row: Sequence[Any]) -> Person:
    id_, name, role, birth, birth_words, is_focus, pseudonym, notes, position = row
    return Person(id_, name, role, _date(birth, birth_words), bool(is_focus), pseudonym, notes, position)


def _party(row: Sequence[Any]) -> Party:
    id_, name, sector, pseudonym, notes, position = row
    return Party(id_, name, _SECTOR[sector], pseudonym, notes, position)


def _worker(row: Sequence[Any]) -> Worker:
    id_, name, party_id, function, pseudonym, position = row
    return Worker(id_, name, party_id or "", function, pseudonym, position)


def _source(row: Sequence[Any]) -> Source:
    id_, title, kind, genre, agency, when, words, notes, position = row
    return Source(id_, title, _SOURCE_KIND[kind], genre, agency, _date(when, words), notes, position)


def _entry(row: Sequence[Any]) -> Entry:
    # fmt: off
    (
        id_, kind, title, when, words, position, details, persons, parties, workers, kader, weight, form, aimed_at,
        domains, schakelmoment, goal, outcome, voice, helped, cost, rate, unit, citations, scenario, unread, notes,
    ) = row
    return Entry(
        id_, _KIND[kind], title, _date(when, words), position, details, _texts(persons), _texts(parties),
        _texts(workers), _KADER[kader], _WEIGHT[weight], _FORM[form], _AIMED_AT[aimed_at], _texts(domains),
        schakelmoment, goal, outcome, _VOICE[voice], _HELPED[helped], cost,
        None if rate is None else Rate(rate, _UNIT[unit]), _citations(citations), scenario, unread, notes,
    )
    # fmt: on


def _link(row: Sequence[Any]) -> Link:
    id_, kind, from_id, to_id = row
    return Link(id_, _LINK_KIND[kind], from_id, to_id)


def _records(table: Table) -> Select[Any]:
    """The fields of a record, its id first, in the order of the table."""
    fields = (column for column in table.columns if column.name not in ("row", "case_id"))
    return select(*fields).where(table.c.case_id == bindparam("case")).order_by(table.c.row)


_READ: dict[Table, tuple[Select[Any], Callable[[Sequence[Any]], Any]]] = {
    table: (_records(table), make)
    for table, make in (
        (schema.persons, _person),
        (schema.parties, _party),
        (schema.workers, _worker),
        (schema.sources, _source),
        (schema.entries, _entry),
        (schema.links, _link),
    )
}

_WANTED = func.json_each(bindparam("ids")).table_valued("value")
_SOME_ENTRIES = _READ[schema.entries][0].where(schema.entries.c.id.in_(select(_WANTED.c.value)))


# Reading


def summaries(connection: Connection) -> tuple[CaseSummary, ...]:
    """Every case of the file, in the order in which they were made."""
    cases, entries = schema.cases, schema.entries
    count = select(func.count()).where(entries.c.case_id == cases.c.id).scalar_subquery()
    found = connection.execute(select(cases.c.id, cases.c.title, cases.c.code, count).order_by(cases.c.row))
    return tuple(CaseSummary(*row) for row in found)


def load_case(connection: Connection, case_id: str, today: date) -> Case | None:
    """The whole snapshot of a case as it is in the file, or None when there is no such case."""
    frame = load_frame(connection, case_id)
    if frame is None:
        return None
    records: Values = {table.name: read_all(connection, table, case_id) for table in _READ}
    return Case(today=today, **frame, **records)


def load_frame(connection: Connection, case_id: str) -> Values | None:
    """What a case has of its own, without its records, as arguments of `Case`."""
    found = connection.execute(select(schema.cases).where(schema.cases.c.id == case_id)).one_or_none()
    if found is None:
        return None
    day = found.reference_day
    return {
        "id": found.id,
        "title": found.title,
        "code": found.code,
        "reference_day": date.fromisoformat(day) if day else None,
        "parameters": Parameters(**json.loads(found.parameters)),
        "domains": _texts(found.domains),
        "notes": found.notes,
    }


def read_all(connection: Connection, table: Table, case_id: str) -> tuple[Any, ...]:
    """Every record of one table of a case, in the order of the file."""
    statement, make = _READ[table]
    return tuple(map(make, connection.execute(statement, {"case": case_id})))


def read_entries(connection: Connection, case_id: str, ids: Iterable[str]) -> tuple[Entry, ...]:
    """The entries with these ids that exist, in the order of the file."""
    return tuple(map(_entry, connection.execute(_SOME_ENTRIES, {"case": case_id, "ids": json.dumps(list(ids))})))


def entry_order(connection: Connection, case_id: str) -> dict[str, int]:
    """The place of each entry in the file, by id."""
    entries = schema.entries
    found = connection.execute(select(entries.c.id, entries.c.row).where(entries.c.case_id == case_id))
    return {record.id: record.row for record in found}


# Writing


def put_case(connection: Connection, case: Case) -> None:
    """Insert or replace what a case has of its own; its records are left alone."""
    values = {
        "id": case.id,
        "title": case.title,
        "code": case.code,
        "reference_day": case.reference_day.isoformat() if case.reference_day else None,
        "parameters": json.dumps(asdict(case.parameters)),
        "domains": _json(case.domains),
        "notes": case.notes,
    }
    _upsert(connection, schema.cases, ("id",), [values])


def put(connection: Connection, case_id: str, records: Sequence[Record]) -> None:
    """Insert records of one type, or replace those with the same id in their own place."""
    if records:
        table, row = _TABLES[type(records[0])]
        values = [{"case_id": case_id, "id": record.id, **row(record)} for record in records]
        _upsert(connection, table, ("case_id", "id"), values)


def remove(connection: Connection, case_id: str, kind: type[Any], ids: Sequence[str]) -> None:
    """Take out the records of one type with these ids."""
    if ids:
        table = _TABLES[kind][0]
        statement = delete(table).where(table.c.case_id == bindparam("case"), table.c.id == bindparam("record"))
        connection.execute(statement, [{"case": case_id, "record": id_} for id_ in ids])


def remove_case(connection: Connection, case_id: str) -> None:
    """Take out a case with all its records."""
    for table in reversed(schema.JOURNALED):
        column = table.c.id if table is schema.cases else table.c.case_id
        connection.execute(delete(table).where(column == case_id))


def _upsert(connection: Connection, table: Table, key: tuple[str, ...], values: list[Values]) -> None:
    connection.execute(_upserting(table, key), values)


@cache
def _upserting(table: Table, key: tuple[str, ...]) -> Insert:
    statement = insert(table)
    kept = ("row", *key)
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in kept}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)
