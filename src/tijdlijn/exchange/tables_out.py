"""A case written as a table: separated values, an Excel or OpenDocument workbook, or JSON; as bytes.

The rule: text stays text. In separated values a text that a spreadsheet could run gets an apostrophe before it
(`formula`); in a workbook every cell is of the type text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tijdlijn.exchange.cells import names_in
from tijdlijn.exchange.columns import CITATION_COLUMNS, COLUMNS, ID_COLUMN, TableKind
from tijdlijn.exchange.formula import guarded
from tijdlijn.exchange.grids import MAX_CELL_LENGTH
from tijdlijn.exchange.opendocument import opendocument_bytes
from tijdlijn.exchange.rows_out import (
    Cells,
    entry_columns,
    entry_rows,
    known_rows,
    party_name,
    party_rows,
    person_rows,
)
from tijdlijn.exchange.workbook import Sheet, workbook_bytes
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, Progress, telling, unwatched

JSON_FORMAT = "tijdlijn-casus"
JSON_VERSION = 1


def csv_bytes(case: Case, progress: Progress = unwatched) -> bytes:
    """The entries as UTF-8 without a mark, separated by commas; the last column says which entry a row is."""
    out = io.StringIO()
    columns = (*entry_columns(case), ID_COLUMN)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(guarded, columns))
    rows = telling(known_rows(case), len(case.entries), progress)
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def xlsx_bytes(case: Case, progress: Progress = unwatched) -> bytes:
    """A workbook of three sheets: entries, persons, parties. Raises Problem when a text is too long for a cell."""
    sheets = _sheets(case, progress)
    progress(*WORKING)
    return workbook_bytes(sheets)


def ods_bytes(case: Case, progress: Progress = unwatched) -> bytes:
    """The same workbook as OpenDocument. Raises Problem when a text is longer than the import takes of a cell."""
    sheets = _sheets(case, progress)
    progress(*WORKING)
    return opendocument_bytes(sheets)


def _sheets(case: Case, progress: Progress) -> list[Sheet]:
    rows = telling(known_rows(case), len(case.entries), progress)
    return [
        _sheet(TableKind.ENTRIES, (*entry_columns(case), ID_COLUMN), rows),
        _sheet(TableKind.PERSONS, tuple(COLUMNS[TableKind.PERSONS]), person_rows(case)),
        _sheet(TableKind.PARTIES, tuple(COLUMNS[TableKind.PARTIES]), party_rows(case)),
    ]


_WIDTHS = {
    "title": 48,
    "details": 40,
    "passage": 60,
    "persons": 20,
    "parties": 30,
    "source": 30,
    "name": 28,
    "notes": 40,
}


def _sheet(kind: TableKind, columns: Sequence[str], rows: Iterable[Cells]) -> Sheet:
    widths = [_WIDTHS.get(column.partition(" ")[0], 14) for column in columns]
    return Sheet(kind.value, columns, widths, [[_fitting(row.get(column, "")) for column in columns] for row in rows])


def _fitting(text: str) -> str:
    if len(text) > MAX_CELL_LENGTH:
        raise Problem(
            f"Een tekst in deze casus is langer dan een cel van een rekenblad kan bevatten ({MAX_CELL_LENGTH} tekens); "
            "er is niets geschreven. Kies .csv of .json."
        )
    return text


def json_bytes(case: Case, progress: Progress = unwatched) -> bytes:
    """The whole case: `entries` with the columns of the contract, and everything that has no column."""
    told = {
        "format": JSON_FORMAT,
        "version": JSON_VERSION,
        "case": _case(case),
        "persons": [_listed(row) for row in person_rows(case)],
        "parties": [
            {**_listed(row), "workers": list(names_in(row["workers"], commas=False))} for row in party_rows(case)
        ],
        "workers": [
            {
                "name": worker.name,
                "party": case.parties_by_id[worker.party_id].name if worker.party_id else "",
                "function": worker.function,
                "pseudonym": worker.pseudonym,
            }
            for worker in case.workers
        ],
        "sources": [
            {
                "title": source.title,
                "kind": source.kind.value,
                "genre": source.genre,
                "agency": source.agency,
                "date": source.date.edtf if source.date else "",
                "notes": source.notes,
            }
            for source in case.sources
        ],
        "entries": _entries(case, progress),
    }
    progress(*WORKING)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _case(case: Case) -> dict[str, Any]:
    return {
        "title": case.title,
        "code": case.code,
        "reference_day": case.reference_day.isoformat() if case.reference_day else "",
        "parameters": asdict(case.parameters),
        "domains": list(case.domains),
        "notes": case.notes,
    }


def _entries(case: Case, progress: Progress) -> list[dict[str, Any]]:
    columns = entry_columns(case)[: len(COLUMNS[TableKind.ENTRIES])]
    told: list[dict[str, Any]] = []
    rows = telling(entry_rows(case), len(case.entries), progress)
    for entry, row in zip(case.timeline, rows, strict=True):
        cells: dict[str, Any] = {"id": entry.id, **{column: row.get(column, "") for column in columns}}
        cells["persons"] = [person.name for person in case.persons_of(entry)]
        cells["parties"] = [party_name(party) for party in case.parties_of(entry)]
        cells["worker"] = [worker.name for worker in case.workers_named(entry)]
        cells["domains"] = list(entry.domains)
        cells["edtf"] = entry.date.edtf if entry.date else ""
        cells["citations"] = [_citation(case, citation) for citation in entry.citations]
        told.append(cells)
    return told


def _citation(case: Case, citation: Citation) -> dict[str, str]:
    title = case.sources_by_id[citation.source_id].title
    return dict(zip(CITATION_COLUMNS, (title, citation.page, citation.passage), strict=True))


def _listed(row: Cells) -> dict[str, Any]:
    return {column: text == "ja" if column == "focus" else text for column, text in row.items()}
