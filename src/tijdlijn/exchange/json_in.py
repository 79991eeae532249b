"""A case as `tables_out.json_bytes` writes it, read back: the JSON of an export (design 3).

The rule: all of it is what it should be, or nothing of it is taken. What an export leaves out (sessions,
links) is not in the case either. Names are how an export tells who is meant; of two of one name the first is taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tijdlijn.exchange.cells import cents_in, party_in, rate_in
from tijdlijn.exchange.tables_out import JSON_FORMAT, JSON_VERSION
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Source, SourceKind
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import AimedAt, Helped, Kader, Kind, PlacementForm, Sector, Voice, Weight


class ExportDamaged(ValueError):
    """The content is not what an export of a case holds."""


class ExportNewer(ValueError):
    """A newer version of the program wrote it."""


def read_export(data: bytes, today: date) -> Case:
    """The case of an export. Raises ExportNewer or ExportDamaged."""
    try:
        told = json.loads(data)
        if not isinstance(told, dict) or told.get("format") != JSON_FORMAT or type(told.get("version")) is not int:
            raise ExportDamaged("format")
        if told["version"] > JSON_VERSION:
            raise ExportNewer
        return _case(told, today)
    except (ExportNewer, ExportDamaged):
        raise
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        raise ExportDamaged("content") from None


def _case(told: Mapping[str, Any], today: date) -> Case:
    about = told["case"]
    persons = tuple(_person(row, number) for number, row in enumerate(told["persons"]))
    parties = tuple(_party(row, number) for number, row in enumerate(told["parties"]))
    names = _Names(persons, parties)
    workers = tuple(_worker(row, number, names.parties) for number, row in enumerate(told["workers"]))
    sources = tuple(_source(row, number) for number, row in enumerate(told["sources"]))
    names.workers, names.sources = _by_name(workers), {one.title: one.id for one in reversed(sources)}
    return Case(
        id="",
        title=_text(about["title"]),
        today=today,
        code=_text(about["code"]),
        reference_day=date.fromisoformat(about["reference_day"]) if about["reference_day"] else None,
        parameters=_parameters(about["parameters"]),
        domains=tuple(map(_text, about["domains"])),
        persons=persons,
        parties=parties,
        workers=workers,
        sources=sources,
        entries=tuple(_entry(row, number, names) for number, row in enumerate(told["entries"])),
    )


class _Names:
    """Who is meant by a name."""

    def __init__(self, persons: Sequence[Person], parties: Sequence[Party]) -> None:
        self.persons = _by_name(persons)
        self.parties = _by_name(parties)
        self.workers: Mapping[str, str] = {}
        self.sources: Mapping[str, str] = {}


def _by_name(records: Sequence[Person | Party | Worker]) -> Mapping[str, str]:
    return {record.name: record.id for record in reversed(records)}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ExportDamaged("text")
    return value


def _parameters(told: Mapping[str, Any]) -> Parameters:
    if any(type(value) is not int for value in told.values()):
        raise ExportDamaged("parameters")
    return Parameters(**told)


def _date(edtf: Any) -> UncertainDate | None:
    return UncertainDate.parse(_text(edtf)) if edtf else None


def _person(row: Mapping[str, Any], number: int) -> Person:
    name, role = _text(row["name"]), _text(row.get("role", ""))
    return Person(f"persoon {number}", name, role, _date(row.get("birth")), row.get("focus") is True, order=number)


def _party(row: Mapping[str, Any], number: int) -> Party:
    return Party(f"partij {number}", _text(row["name"]), Sector(row.get("sector") or Sector.OVERIG), order=number)


def _worker(row: Mapping[str, Any], number: int, parties: Mapping[str, str]) -> Worker:
    return Worker(f"medewerker {number}", _text(row["name"]), parties.get(row.get("party", ""), ""), order=number)


def _source(row: Mapping[str, Any], number: int) -> Source:
    return Source(f"bron {number}", _text(row["title"]), SourceKind(row["kind"]), order=number)


def _entry(row: Mapping[str, Any], number: int, names: _Names) -> Entry:
    def code(column: str, codes: Any) -> Any:
        return codes(row[column]) if row.get(column) else None

    return Entry(
        id=_text(row.get("id")) if row.get("id") else f"regel {number}",
        kind=Kind(row["kind"]),
        title=_text(row["title"]),
        date=_date(row.get("edtf")),
        order=float(number),
        details=_text(row.get("details", "")),
        person_ids=_known(names.persons, row["persons"]),
        party_ids=tuple(dict.fromkeys(_party_id(names.parties, name) for name in row["parties"])),
        worker_ids=_known(names.workers, row["worker"]),
        kader=code("kader", Kader),
        weight=code("weight", Weight),
        form=code("form", PlacementForm),
        aimed_at=code("aimed_at", AimedAt),
        domains=tuple(map(_text, row.get("domains", ()))),
        schakelmoment=_text(row.get("schakelmoment", "")),
        goal=_text(row.get("goal", "")),
        outcome=_text(row.get("outcome", "")),
        voice=code("voice", Voice) or Voice.DOSSIER,
        helped=code("helped", Helped),
        cost_cents=cents_in(row["cost"]) if row.get("cost") else None,
        rate=rate_in(row["rate"]) if row.get("rate") else None,
        citations=tuple(_citation(one, names.sources) for one in row.get("citations", ())),
        scenario=_text(row.get("scenario", "")),
    )


def _known(ids: Mapping[str, str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[name] for name in names))


def _party_id(parties: Mapping[str, str], name: str) -> str:
    """Of `name (sector)`, as an export names a party."""
    return parties[name] if name in parties else parties[party_in(name)[0]]


def _citation(row: Mapping[str, Any], sources: Mapping[str, str]) -> Citation:
    return Citation(sources[row["source"]], _text(row.get("page", "")), _text(row.get("passage", "")))
