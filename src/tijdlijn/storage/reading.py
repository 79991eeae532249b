"""Rows of the file to records: what opening a casebook needs, and nothing more.

The rule: reading gives exactly what was written, words as written included, and a value that no version of the program
could have written is damage, which the caller says. Everything is read by the driver itself (`raw` is its connection):
importing SQLAlchemy costs 0.2 s that nobody should wait for before the first picture. A test holds the columns below
against the tables of `schema.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source, SourceKind
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.parameters import CaseSummary, Parameters
from tijdlijn.model.people import LooseName, NameKind, Party, Person, Worker
from tijdlijn.model.vocabulary import (
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    RateUnit,
    Sector,
    Voice,
    Weight,
)
from tijdlijn.storage import meetings, understanding

Values = dict[str, Any]
_E = TypeVar("_E", bound=StrEnum)

COLUMNS = {
    "persons": "id, name, role, birth, birth_words, is_focus, pseudonym, notes, position",
    "parties": "id, name, sector, pseudonym, notes, position",
    "workers": "id, name, party_id, function, pseudonym, position",
    "loose_names": "id, name, what, is_hidden",
    "sources": "id, title, kind, genre, agency, date, date_words, notes, position",
    "entries": "id, kind, title, date, date_words, position, details, person_ids, party_ids, worker_ids, kader, "
    "weight, form, aimed_at, domains, schakelmoment, goal, outcome, voice, helped, cost_cents, rate_cents, rate_unit, "
    "citations, scenario, unread_date, notes, payer, cost_source",
    "links": "id, kind, from_id, to_id",
    **meetings.COLUMNS,
    **understanding.COLUMNS,
}
"""The fields of the records of each table, in the order in which they are read; `cases` has no records."""


# Fields


def _codes(choices: type[_E]) -> dict[str | None, _E]:
    return {choice.value: choice for choice in choices}


def _optional(choices: type[_E]) -> dict[str | None, _E | None]:
    return {None: None, **_codes(choices)}


_KIND, _SECTOR, _VOICE = _codes(Kind), _codes(Sector), _codes(Voice)
_SOURCE_KIND, _UNIT, _LINK_KIND = _codes(SourceKind), _codes(RateUnit), _codes(LinkKind)
_NAME_KIND = _codes(NameKind)
_KADER, _WEIGHT, _FORM = _optional(Kader), _optional(Weight), _optional(PlacementForm)
_AIMED_AT, _HELPED, _PAYER = _optional(AimedAt), _optional(Helped), _optional(Payer)


@lru_cache(maxsize=4_096)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _citations(text: str) -> tuple[Citation, ...]:
    return tuple(Citation(*parts) for parts in json.loads(text)) if text != "[]" else ()


@lru_cache(maxsize=32_768)
def _date(edtf: str | None, words: str) -> UncertainDate | None:
    if edtf is None:
        return None
    when = UncertainDate.parse(edtf)
    return UncertainDate(when.edtf, when.start, when.end, words) if words else when


# Records


def _person(row: Sequence[Any]) -> Person:
    id_, name, role, birth, birth_words, is_focus, pseudonym, notes, position = row
    return Person(id_, name, role, _date(birth, birth_words), bool(is_focus), pseudonym, notes, position)


def _party(row: Sequence[Any]) -> Party:
    id_, name, sector, pseudonym, notes, position = row
    return Party(id_, name, _SECTOR[sector], pseudonym, notes, position)


def _worker(row: Sequence[Any]) -> Worker:
    id_, name, party_id, function, pseudonym, position = row
    return Worker(id_, name, party_id or "", function, pseudonym, position)


def _loose_name(row: Sequence[Any]) -> LooseName:
    id_, name, what, is_hidden = row
    return LooseName(id_, name, _NAME_KIND[what], bool(is_hidden))


def _source(row: Sequence[Any]) -> Source:
    id_, title, kind, genre, agency, when, words, notes, position = row
    return Source(id_, title, _SOURCE_KIND[kind], genre, agency, _date(when, words), notes, position)


class _Making:
    """An entry while its fields are set, which then becomes the entry: to set those of a frozen one takes five times as
    long, a quarter of a second for 100,000 entries."""

    __slots__ = Entry.__slots__

    if TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None: ...


def _entry(row: Sequence[Any]) -> Entry:
    new = _Making()
    # fmt: off
    (
        new.id, kind, new.title, when, words, new.order, new.details, persons, parties, workers, kader, weight, form,
        aimed_at, domains, new.schakelmoment, new.goal, new.outcome, voice, helped, new.cost_cents, rate, unit,
        citations, new.scenario, new.unread_date, new.notes, payer, new.cost_source,
    ) = row
    # fmt: on
    new.kind, new.date, new.voice, new.helped = _KIND[kind], _date(when, words), _VOICE[voice], _HELPED[helped]
    new.kader, new.weight, new.form, new.aimed_at = _KADER[kader], _WEIGHT[weight], _FORM[form], _AIMED_AT[aimed_at]
    new.person_ids, new.party_ids, new.worker_ids = _texts(persons), _texts(parties), _texts(workers)
    new.domains, new.citations = _texts(domains), _citations(citations)
    new.payer = _PAYER[payer]
    new.rate = None if rate is None else Rate(rate, _UNIT[unit])
    new.__class__ = Entry  # type: ignore[assignment]  # of one layout: it has the slots of an entry and no other
    return cast(Entry, new)


def _link(row: Sequence[Any]) -> Link:
    id_, kind, from_id, to_id = row
    return Link(id_, _LINK_KIND[kind], from_id, to_id)


_MAKE: dict[str, Callable[[Sequence[Any]], Any]] = {
    "persons": _person,
    "parties": _party,
    "workers": _worker,
    "loose_names": _loose_name,
    "sources": _source,
    "entries": _entry,
    "links": _link,
    **meetings.MAKE,
    **understanding.MAKE,
}

FIELDS = {"agreed_actions": "actions", "finding_marks": "marks"}
"""The field of a case that holds the records of a table, where it is called otherwise."""


# Reading

_SUMMARIES = """
SELECT id, title, code, (SELECT count(*) FROM entries WHERE case_id = cases.id) FROM cases ORDER BY row
"""
_FRAME = (
    "SELECT id, title, code, reference_day, parameters, domains, notes, destroy_by, retention FROM cases WHERE id = ?"
)
_ALL = {
    table: f"SELECT {columns} FROM {table} WHERE +case_id = ? ORDER BY row"  # noqa: S608  # constants of this module
    for table, columns in COLUMNS.items()
}
"""The plus sign keeps SQLite from its index on the case: walking through the table is in the right order already, and
sorting 100,000 rows costs more than passing over those of another case."""
_ALL_OF_FEW = {table: query.replace("+case_id", "case_id") for table, query in _ALL.items()}
"""By the index: where one case after another is read of many, walking through all of them each time would cost the
square of their number."""
_SOME_ENTRIES = f"""
SELECT {COLUMNS["entries"]} FROM entries
WHERE case_id = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY row
"""  # noqa: S608  # constants of this module


def summaries(raw: Any) -> tuple[CaseSummary, ...]:
    """Every case of the file, in the order in which they were made."""
    return tuple(CaseSummary(*row) for row in raw.execute(_SUMMARIES))


def names(raw: Any) -> tuple[str, ...]:
    """The titles of all cases and the names of all persons in the file."""
    return tuple(name for (name,) in raw.execute("SELECT title FROM cases UNION SELECT name FROM persons"))


def load_case(raw: Any, case_id: str, today: date, *, of_many: bool = False) -> Case | None:
    """The whole snapshot of a case as it is in the file, or None when there is no such case. `of_many` says that it is
    a small part of the file, which is quicker then."""
    frame = load_frame(raw, case_id)
    if frame is None:
        return None
    records: Values = {FIELDS.get(table, table): read_all(raw, table, case_id, of_many=of_many) for table in COLUMNS}
    return Case(today=today, **frame, **records)


def load_frame(raw: Any, case_id: str) -> Values | None:
    """What a case has of its own, without its records, as arguments of `Case`."""
    found = raw.execute(_FRAME, (case_id,)).fetchone()
    if found is None:
        return None
    id_, title, code, day, parameters, domains, notes, destroy_by, retention = found
    return {
        "id": id_,
        "title": title,
        "code": code,
        "reference_day": date.fromisoformat(day) if day else None,
        "parameters": Parameters(**json.loads(parameters)),
        "domains": _texts(domains),
        "notes": notes,
        "destroy_by": date.fromisoformat(destroy_by) if destroy_by else None,
        "retention": retention,
    }


def read_all(raw: Any, table: str, case_id: str, *, of_many: bool = False) -> tuple[Any, ...]:
    """Every record of one table of a case, in the order of the file."""
    query = (_ALL_OF_FEW if of_many else _ALL)[table]
    return tuple(map(_MAKE[table], raw.execute(query, (case_id,))))


def read_entries(raw: Any, case_id: str, ids: Iterable[str]) -> tuple[Entry, ...]:
    """The entries with these ids that exist, in the order of the file."""
    return tuple(map(_entry, raw.execute(_SOME_ENTRIES, (case_id, json.dumps(list(ids))))))


def entry_order(raw: Any, case_id: str) -> dict[str, int]:
    """The place of each entry in the file, by id."""
    return dict(raw.execute("SELECT id, row FROM entries WHERE case_id = ?", (case_id,)))
