"""The Terpstra dossier as a case: a small reader of its two tables, only as good as those tables need."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from tests.builders import party, person
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.vocabulary import Kader, Kind, PlacementForm

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "terpstra"
_PARTY = re.compile(r"(?P<name>.+?) \((?P<sector>\w+)\)")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of its tables; skips the test where the test material is absent."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip("the test material in ../shared/data is absent")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def terpstra(until: date = date(2022, 12, 31)) -> Case:
    """The timeline that a careful reader made of the dossier, on this reference day."""
    table = rows("entries.csv")
    people = [
        person(row["name"], row["birth"], row["focus"] == "ja", row["role"], order=index)
        for index, row in enumerate(rows("persons.csv"))
    ]
    parties = {name: sector for row in table for name, sector in _parties(row)}
    return Case(
        id="terpstra",
        title="Gezin Terpstra",
        today=until,
        persons=tuple(people),
        parties=tuple(party(name, sector) for name, sector in parties.items()),
        sources=tuple(Source(name, name) for name in sorted({row["source"] for row in table})),
        entries=tuple(_entry(index, row) for index, row in enumerate(table)),
    )


def _parties(row: dict[str, str]) -> list[tuple[str, str]]:
    return [(found["name"], found["sector"]) for found in _PARTY.finditer(row["parties"].replace("; ", ";"))]


def _entry(index: int, row: dict[str, str]) -> Entry:
    text = f"{row['date']}/{row['end']}" if row["end"] else row["date"]
    return Entry(
        id=f"r{index:02d}",
        kind=Kind(row["kind"]),
        title=row["title"],
        date=UncertainDate.parse(text),
        order=index,
        person_ids=tuple(name.lower() for name in row["persons"].split(";") if name),
        party_ids=tuple(name.lower() for name, _ in _parties(row)),
        kader=Kader(row["kader"]) if row["kader"] else None,
        form=PlacementForm(row["form"]) if row["form"] else None,
        schakelmoment=row["schakelmoment"],
        citations=(Citation(row["source"], passage=row["passage"]),),
    )
