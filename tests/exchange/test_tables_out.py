"""What is written can be read again, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import load as load_opendocument
from odf.table import Table as OpenTable
from odf.table import TableCell
from openpyxl import load_workbook

from tests import builders
from tests.exchange.tables import applied, counted
from tests.exchange.test_date_columns import dates
from tijdlijn.exchange.archives import opened
from tijdlijn.exchange.columns import ENTRY_COLUMNS, ID_COLUMN, likeness, understood
from tijdlijn.exchange.csv_in import read_csv
from tijdlijn.exchange.grids import Grid, clean
from tijdlijn.exchange.ods_in import read_ods
from tijdlijn.exchange.plan import planned
from tijdlijn.exchange.tables_out import csv_bytes, json_bytes, ods_bytes, xlsx_bytes
from tijdlijn.exchange.xlsx_in import read_xlsx
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Rate, Source
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import (
    LIFE_DOMAINS,
    SCHAKELMOMENT_TYPES,
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

Write = Callable[[Case], bytes]
Read = Callable[[ZipFile, str], tuple[Grid, ...]]
EMPTY = Case("c", "Gezin Proef", builders.TODAY)

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"))
_TEXT = st.text(_LETTERS, max_size=20).map(clean)
_LONG = st.one_of(
    _TEXT, st.sampled_from(["=1+1", "-5", "+31 6", "@x", "'=x", "a\nb", 'zei "nee"; en, ja', "'s avonds"])
)
_TITLE = _LONG.map(squeezed).map(clean).filter(bool)
_NAMES = st.lists(
    st.sampled_from(["Noor", "Sem", "De Vries, Jan", "Zoë", "O'Neill; Pat", 'Bram "B" Smit']), unique=True, max_size=3
)


def _maybe(codes: type) -> st.SearchStrategy:
    return st.one_of(st.none(), st.sampled_from(codes))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    persons = tuple(
        Person(f"p{at}", name, draw(_TEXT.map(squeezed)), None, draw(st.booleans()), order=at)
        for at, name in enumerate(draw(_NAMES), 1)
    )
    parties = tuple(
        Party(f"q{at}", name, draw(st.sampled_from(Sector)), order=at)
        for at, name in enumerate(
            draw(st.lists(st.sampled_from(["Kompas", "De Linde (Zuid)", "A; B, C"]), unique=True)), 1
        )
    )
    workers = tuple(Worker(f"w{party.id}", f"Werker {party.id}", party.id, order=1) for party in parties)
    sources = tuple(Source(f"s{at}", title, order=at) for at, title in enumerate(["Verslag.docx", "Brief, 3 mei"], 1))
    entries = tuple(draw(_entries(at, persons, parties)) for at in range(draw(st.integers(0, 4))))
    return Case(
        "c",
        "Gezin Proef",
        builders.TODAY,
        persons=persons,
        parties=parties,
        workers=workers,
        sources=sources,
        entries=entries,
    )


@st.composite
def _entries(draw: st.DrawFn, at: int, persons: tuple[Person, ...], parties: tuple[Party, ...]) -> Entry:
    chosen = draw(st.lists(st.sampled_from(parties), unique=True)) if parties else []
    when = draw(st.one_of(st.none(), dates()))
    return Entry(
        id=f"e{at}",
        kind=draw(st.sampled_from(Kind)),
        title=draw(_TITLE),
        date=when,
        order=float(at + 1),
        details=draw(_LONG),
        person_ids=tuple(p.id for p in draw(st.lists(st.sampled_from(persons), unique=True))) if persons else (),
        party_ids=tuple(party.id for party in chosen),
        worker_ids=tuple(f"w{party.id}" for party in chosen[:1]),
        kader=draw(_maybe(Kader)),
        weight=draw(_maybe(Weight)),
        form=draw(_maybe(PlacementForm)),
        aimed_at=draw(_maybe(AimedAt)),
        domains=tuple(draw(st.lists(st.sampled_from(LIFE_DOMAINS), unique=True, max_size=2))),
        schakelmoment=draw(st.sampled_from(["", *SCHAKELMOMENT_TYPES])),
        goal=draw(_LONG),
        outcome=draw(_LONG),
        voice=draw(st.sampled_from(Voice)),
        helped=draw(_maybe(Helped)),
        cost_cents=draw(st.one_of(st.none(), st.integers(0, 10_000_000))),
        rate=draw(st.one_of(st.none(), st.builds(Rate, st.integers(0, 100_000), st.sampled_from(RateUnit)))),
        payer=draw(_maybe(Payer)),
        cost_source=draw(_LONG),
        citations=draw(
            st.sampled_from([(), (Citation("s1", "3", "a | b"),), (Citation("s1"), Citation("s2", "", "=x"))])
        ),
        scenario=draw(st.sampled_from(["", "referentie"])),
        unread_date=draw(st.sampled_from(["", "ooit eens"])) if when is None else "",
        notes=draw(_LONG),
    )


def read_back(grids: tuple[Grid, ...]) -> Case:
    made = planned(EMPTY, [understood(grid) for grid in grids], counted())
    assert [refusal.sentence for tally in made.tallies for refusal in tally.refusals] == []
    return applied(EMPTY, made)


def told(case: Case) -> list[object]:
    """Everything of the entries, by names in place of ids, and dates as the days they may be."""
    return [
        (
            replace(entry, id="", order=0.0, date=None, person_ids=(), party_ids=(), worker_ids=(), citations=()),
            _when(entry),
            sorted(fold(person.name) for person in case.persons_of(entry)),
            sorted((party.name, party.sector) for party in case.parties_of(entry)),
            [worker.name for worker in case.workers_named(entry)],
            [(case.sources_by_id[c.source_id].title, c.page, c.passage) for c in entry.citations],
        )
        for entry in case.timeline
    ]


def _when(entry: Entry) -> object:
    bounds = entry.bounds(date(2045, 1, 1))
    if bounds is None:
        return None
    return bounds.is_span, bounds.start_min, bounds.start_max, bounds.end_min, bounds.end_max, bounds.open_end


@settings(max_examples=60, deadline=None)
@given(cases())
def test_separated_values_come_back_as_the_same_entries(case: Case) -> None:
    back = read_back((read_csv(csv_bytes(case), "t.csv", likeness),))

    assert told(back) == told(case)


WORKBOOKS = [(xlsx_bytes, read_xlsx), (ods_bytes, read_ods)]


@pytest.mark.parametrize(("write", "read"), WORKBOOKS)
@settings(max_examples=25, deadline=None)
@given(case=cases())
def test_a_workbook_comes_back_as_the_same_entries_and_people(write: Write, read: Read, case: Case) -> None:
    back = read_back(tuple(grid for grid in read(opened(write(case), "t"), "t") if len(grid.rows) > 1))

    assert told(back) == told(case)
    assert [(p.name, p.role, p.is_focus) for p in back.persons] == [(p.name, p.role, p.is_focus) for p in case.persons]
    assert [(p.name, p.sector) for p in back.parties] == [(p.name, p.sector) for p in case.parties]
    assert [(w.name, back.parties_by_id[w.party_id].name) for w in back.workers] == [
        (w.name, case.parties_by_id[w.party_id].name) for w in case.workers
    ]


def small() -> Case:
    return builders.case(
        builders.entry(
            "interventie", "[2017-01-01..2017-04-30]/2018", "=HYPERLINK(1)", persons="noor", parties="kompas", order=8.0
        ),
        builders.entry("signaal", "2016", "-5 graden", order=1.0),
        builders.entry("besluit", None, "zonder datum", order=9.0),
        persons=[builders.person("Noor", "2009-05-14", focus=True)],
        parties=[builders.party("Kompas", "jeugdhulp")],
        code="2023-04",
    )


def test_the_columns_are_those_of_the_contract_in_its_order_and_then_our_own() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(small()).decode("utf-8"))))

    assert tuple(rows[0]) == (*ENTRY_COLUMNS, ID_COLUMN)
    assert rows[0][-4:] == ["scenario", "words", "notes", "tijdlijn-id"]
    assert rows[2][:4] == ["2017-01-01/2017-04-30", "2018", "interventie", "'=HYPERLINK(1)"]
    assert rows[2][5:7] == ["Noor", "Kompas (jeugdhulp)"]


def test_no_cell_of_separated_values_can_be_run() -> None:
    rows = csv.reader(io.StringIO(csv_bytes(small()).decode("utf-8")))

    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_every_cell_of_a_workbook_is_text_in_three_sheets() -> None:
    book = load_workbook(io.BytesIO(xlsx_bytes(small())))

    assert book.sheetnames == ["entries", "persons", "parties"]
    filled = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in filled} == {"s"}
    assert "=HYPERLINK(1)" in {cell.value for cell in filled}


def test_every_cell_of_an_opendocument_workbook_is_text_in_three_sheets() -> None:
    book = load_opendocument(io.BytesIO(ods_bytes(small())))
    sheets = book.spreadsheet.getElementsByType(OpenTable)

    assert [sheet.getAttribute("name") for sheet in sheets] == ["entries", "persons", "parties"]
    filled = [cell for cell in book.spreadsheet.getElementsByType(TableCell) if str(cell)]
    assert {cell.getAttribute("valuetype") for cell in filled} == {"string"}
    assert {cell.getAttribute("formula") for cell in filled} == {None}
    assert "=HYPERLINK(1)" in {str(cell) for cell in filled}


STRANGE = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@x", "een\ntwee\n\ndrie", "a  b   c", "tab\there", "שלום (ווילון)", "مرحبا",
    "<b>&amp;</b>", "_x000D_", "zin " * 1000, "spatie" + " " * 250 + "einde", "wit\n  ingesprongen", "🙂", "'a", "--",
)  # fmt: skip


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize(
    ("write", "read"), [*WORKBOOKS, (csv_bytes, lambda archive, name: (read_csv(archive, name, likeness),))]
)
def test_any_text_comes_back_from_every_table_as_it_was(write: Write, read: Callable, text: str) -> None:
    one = builders.case(builders.entry("actie", "2019", clean(text)[:200], details=clean(text), goal=clean(text)))
    data = write(one)
    grids = read(data if write is csv_bytes else opened(data, "t"), "t")

    back = read_back(tuple(grid for grid in grids if len(grid.rows) > 1))

    assert (back.entries[0].details, back.entries[0].goal) == (clean(text), clean(text))


@pytest.mark.parametrize(("write", "read"), WORKBOOKS)
def test_what_cannot_be_seen_does_not_go_to_and_fro(write: Write, read: Read) -> None:
    one = builders.case(builders.entry("actie", "2019", details="a\x00b\x07c\u202ed\ufffee"))

    (grid,) = (grid for grid in read(opened(write(one), "t"), "t") if len(grid.rows) > 1)

    assert read_back((grid,)).entries[0].details == "abcde"


@pytest.mark.parametrize("write", [ods_bytes, xlsx_bytes])
def test_a_workbook_has_no_clock_in_it(write: Write) -> None:
    assert write(small()) == write(small())


def test_a_workbook_is_written_without_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    for place in ("builtins.open", "io.open", "os.open"):
        monkeypatch.setattr(place, refused)

    assert xlsx_bytes(small()).startswith(b"PK")
    assert ods_bytes(small()).startswith(b"PK")


def test_a_text_too_long_for_a_workbook_is_a_problem_and_not_cut() -> None:
    case = builders.case(builders.entry("actie", "2019", details="x" * 40_000))

    with pytest.raises(Problem, match="langer dan een cel"):
        xlsx_bytes(case)
    assert "x" * 40_000 in csv_bytes(case).decode()


def test_json_tells_the_whole_case_in_the_words_of_the_contract() -> None:
    data = json.loads(json_bytes(small()))

    assert (data["format"], data["version"], data["case"]["code"]) == ("tijdlijn-casus", 1, "2023-04")
    entry = data["entries"][1]
    assert (entry["date"], entry["end"], entry["edtf"]) == (
        "2017-01-01/2017-04-30",
        "2018",
        "[2017-01-01..2017-04-30]/2018",
    )
    assert (entry["kind"], entry["title"], entry["voice"]) == ("interventie", "=HYPERLINK(1)", "dossier")
    assert (entry["persons"], entry["parties"]) == (["Noor"], ["Kompas (jeugdhulp)"])
    assert data["persons"][0]["focus"] is True
    assert data["parties"][0]["sector"] == "jeugdhulp"
    assert [entry["date"] for entry in data["entries"]] == ["2016", "2017-01-01/2017-04-30", ""]
