"""Records to rows: how each field is written into the file. `reading.py` is its counterpart.

The rule: what is written is read back exactly, words as written included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Table, bindparam, delete, update
from sqlalchemy.dialects.sqlite import Insert, insert

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Decision
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.links import Link
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.sessions import AgreedAction, Consent, Phase, Reflection, Session
from tijdlijn.model.understanding import FindingMark, Foreseen
from tijdlijn.model.views import View
from tijdlijn.storage import meetings, schema, understanding
from tijdlijn.storage.documents import StoredDocument, decision_id, parts_of
from tijdlijn.storage.views import as_text

Beside = Session | Reflection | AgreedAction | Phase | Consent | Scenario | FindingMark | Foreseen
Record = Person | Party | Worker | LooseName | Source | Entry | Link | View | StoredDocument | Decision | Beside
Values = dict[str, Any]


# Fields


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else "[]"


def _edtf(when: UncertainDate | None) -> tuple[str | None, str]:
    return (when.edtf, when.words) if when else (None, "")


def _citation(citation: Citation) -> list[Any]:
    place = () if citation.start < 0 else (citation.start,)
    return [citation.source_id, citation.page, citation.passage, *place]


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


def _loose_name_row(loose: LooseName) -> Values:
    return {"name": loose.name, "what": loose.what.value, "is_hidden": int(loose.is_hidden)}


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
        "citations": _json([_citation(citation) for citation in entry.citations]),
        "scenario": entry.scenario,
        "unread_date": entry.unread_date,
        "notes": entry.notes,
        "payer": entry.payer,
        "cost_source": entry.cost_source,
    }


def _link_row(link: Link) -> Values:
    return {"kind": link.kind.value, "from_id": link.from_id, "to_id": link.to_id}


def _view_row(view: View) -> Values:
    return {"name": view.name, "view": as_text(view)}


def _document_row(stored: StoredDocument) -> Values:
    document = stored.document
    return {
        "name": document.name,
        "format": document.format,
        "checksum": stored.checksum,
        "length": stored.length,
        "added": stored.added.isoformat(),
        "keeps_text": int(stored.keeps_text),
        "parts": parts_of(document) if stored.keeps_text else "{}",
        "text": document.text if stored.keeps_text else "",
    }


def _decision_row(decision: Decision) -> Values:
    return {
        "source_id": decision.source_id,
        "key": decision.key,
        "verdict": decision.verdict.value,
        "entry_id": decision.entry_id,
    }


_TABLES: dict[type[Any], tuple[Table, Callable[[Any], Values]]] = {
    Person: (schema.persons, _person_row),
    Party: (schema.parties, _party_row),
    Worker: (schema.workers, _worker_row),
    LooseName: (schema.loose_names, _loose_name_row),
    Source: (schema.sources, _source_row),
    Entry: (schema.entries, _entry_row),
    Link: (schema.links, _link_row),
    StoredDocument: (schema.documents, _document_row),
    Decision: (schema.decisions, _decision_row),
    View: (schema.saved_views, _view_row),
    Session: (schema.sessions, meetings.session_row),
    Reflection: (schema.reflections, meetings.reflection_row),
    AgreedAction: (schema.agreed_actions, meetings.action_row),
    Phase: (schema.phases, meetings.phase_row),
    Consent: (schema.consents, meetings.consent_row),
    Scenario: (schema.scenarios, understanding.scenario_row),
    FindingMark: (schema.finding_marks, understanding.mark_row),
    Foreseen: (schema.foreseen, understanding.foreseen_row),
}


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
        "destroy_by": case.destroy_by.isoformat() if case.destroy_by else None,
        "retention": case.retention,
    }
    _upsert(connection, schema.cases, ("id",), [values])


def put(connection: Connection, case_id: str, records: Sequence[Record]) -> None:
    """Insert records of one type, or replace those with the same id in their own place."""
    if records:
        table, row = _TABLES[type(records[0])]
        values = [{"case_id": case_id, "id": _id_of(record), **row(record)} for record in records]
        _upsert(connection, table, ("case_id", "id"), values)


def remove(connection: Connection, case_id: str, kind: type[Any], ids: Sequence[str]) -> None:
    """Take out the records of one type with these ids; with a source go its document and what was decided about it."""
    if ids:
        if kind is Source:
            for dependent, column in ((schema.documents, "id"), (schema.decisions, "source_id")):
                connection.execute(_removing(dependent, column), [{"case": case_id, "record": id_} for id_ in ids])
        table = _TABLES[kind][0]
        connection.execute(_removing(table, "id"), [{"case": case_id, "record": id_} for id_ in ids])


def remove_case(connection: Connection, case_id: str) -> None:
    """Take out a case with all its records."""
    for table in reversed(schema.JOURNALED):
        column = table.c.id if table is schema.cases else table.c.case_id
        connection.execute(delete(table).where(column == case_id))


def keep_texts(connection: Connection, case_id: str, keep: bool) -> None:
    """Say whether the texts of documents that a case gets from now on are kept."""
    own = schema.cases.c.id == case_id
    connection.execute(update(schema.cases).where(own).values(keeps_texts=int(keep)))


def _id_of(record: Record) -> str:
    if isinstance(record, StoredDocument):
        return record.source_id
    return decision_id(record) if isinstance(record, Decision) else record.id


def _removing(table: Table, column: str) -> Delete:
    return delete(table).where(table.c.case_id == bindparam("case"), table.c[column] == bindparam("record"))


def _upsert(connection: Connection, table: Table, key: tuple[str, ...], values: list[Values]) -> None:
    connection.execute(_upserting(table, key, tuple(values[0])), values)


@cache
def _upserting(table: Table, key: tuple[str, ...], given: tuple[str, ...]) -> Insert:
    """What is not given stays as it is in a row that is there already."""
    statement = insert(table)
    changed = {name: statement.excluded[name] for name in given if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)
