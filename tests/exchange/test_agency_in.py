"""Agencies' own tables: what their columns are, what their rows say, and in what order a day reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.exchange.tables import counted
from tijdlijn.exchange.agency_in import MAX_TITLE, headline, minute_of
from tijdlijn.exchange.columns import Table, has_header, likeness, understood
from tijdlijn.exchange.csv_in import read_csv
from tijdlijn.exchange.document_tables import document_grids
from tijdlijn.exchange.guessing import agency_of, drafted, is_month_first, is_newest_first, kind_unsaid, proposed
from tijdlijn.exchange.ordering import Line, ordered
from tijdlijn.exchange.plan import Plan, planned
from tijdlijn.exchange.settings import TableSettings, labels_of, lacking, remapped, signature
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

FAMILY = builders.case(persons=[builders.person("Noor", focus=True), builders.person("Ans", role="moeder")])


def own(text: str, name: str = "tabel.csv") -> Table:
    """A table as an agency hands it in."""
    grid = read_csv(text.encode(), name, likeness)
    table = understood(grid) if has_header(grid) else drafted(grid)
    assert table is not None
    return table


def read(text: str, into: Case = FAMILY, **told: object) -> Plan:
    table = own(text)
    mapping = proposed(table, into)
    return planned(into, [table], counted(), settings=[TableSettings(**{"mapping": mapping, **told})])


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            "Datum;Tijd;Contactvorm;Medewerker;Contact met;Onderwerp;Notitie",
            "1-2-2020;09:00;Huisbezoek;L. Smit;moeder;Zorgen;Lang verhaal",
            "date time kind worker met title details",
        ),
        ("datum incident;tijdstip;mutatietekst", "1-2-2020;23:10;Ruzie op straat", "date time details"),
        ("Wanneer;Wat;Instantie", "1-2-2020;Intake;GGZ", "date title parties"),
        ("Datum;Kind;Gebeurtenis;Door", "1-2-2020;Noor;Naar school;juf", "date persons title worker"),
        ("A;B;C", "1-2-2020;09:30;Er is iets gebeurd", "date time title"),
        ("A;B;C", "Noor;1-2-2020;Er is iets gebeurd", "persons date title"),
        ("datum;titel;Kleur", "1-2-2020;x;rood", "date title -"),
        ("Datum;Beschrijving;Onderwerp", "1-2-2020;Een lang verhaal over iets;Kort", "date details title"),
    ],
)
def test_columns_are_proposed_by_name_and_by_what_stands_in_them(header: str, row: str, expected: str) -> None:
    table = own(f"{header}\n{row}\n{row}\n")
    assert [field or "-" for field in proposed(table, FAMILY).values()] == expected.split()


def test_a_table_without_a_header_is_mapped_by_number() -> None:
    table = own("1-2-2020;Noor;Er is iets gebeurd\n3-2-2020;Noor;Nog iets naars\n")
    assert proposed(table, FAMILY) == {"kolom 1": "date", "kolom 2": "persons", "kolom 3": "title"}
    assert len(table.rows) == 2


def test_a_table_without_any_date_is_no_draft() -> None:
    assert drafted(read_csv(b"wie;wat\na;b\n", "t.csv", likeness)) is None


def test_two_headers_with_the_same_names_have_one_signature_in_any_order() -> None:
    assert signature(("Datum", "Wat er was")) == signature(("wat_er_was", "datum"))
    assert labels_of(("Naam", "", "Naam")) == ("Naam", "kolom 2", "Naam (2)")


def test_what_a_mapping_lacks_is_said_in_a_sentence() -> None:
    assert "datum" in lacking({"A": "title"})
    assert "wat er gebeurde" in lacking({"A": "date"})
    assert lacking({"A": "date", "B": "details"}) == ""


def test_two_columns_of_one_field_are_put_together_and_nothing_is_lost() -> None:
    table = remapped(
        own("datum;titel;wie;en;meer\n2020;x;Noor;Ans;y\n"),
        {"datum": "date", "titel": "title", "wie": "persons", "en": "persons", "meer": "date"},
    )
    (row,) = table.rows
    assert table.values(row)["persons"] == "Noor; Ans"
    assert list(table.extras(row)) == ["meer: y"]


def test_a_contact_journal_says_who_spoke_with_whom() -> None:
    plan = read(
        "Datum;Tijd;Contactvorm;Medewerker;Contact met;Onderwerp;Notitie\n"
        "1-2-2020;09:00;Huisbezoek;L. Smit;moeder, mw. Zwart;Zorgen;Lang verhaal\n",
        agency="Wijkteam",
        source="journaal.csv",
        kind=Kind.CONTACT,
    )
    (entry,) = plan.entries
    assert (entry.kind, entry.title, entry.details, entry.person_ids) == (
        Kind.CONTACT,
        "Zorgen",
        "Lang verhaal",
        ("ans",),
    )
    assert entry.notes.splitlines() == ["Tijd: 09:00", "Contactvorm: Huisbezoek", "Contact met: moeder, mw. Zwart"]
    (worker,) = plan.records.workers
    assert (worker.name, (worker.party_id,)) == ("L. Smit", entry.party_ids)
    assert [citation.page for citation in entry.citations] == ["rij 2"]


def test_a_word_for_a_kind_that_nobody_knows_refuses_no_row() -> None:
    plan = read("datum;soort;titel\n2020;netwerkberaad;Plan\n", agency="X", kind=Kind.ACTIE)
    assert [(entry.kind, entry.notes) for entry in plan.entries] == [(Kind.ACTIE, "soort: netwerkberaad")]


def test_a_journal_of_contacts_is_of_contacts() -> None:
    assert kind_unsaid({"Contactvorm": "kind"}) is Kind.CONTACT
    assert kind_unsaid({"Datum": "date"}) is Kind.GEBEURTENIS


def test_months_first_and_newest_first_are_seen() -> None:
    american = own("datum;titel\n3/14/2019;a\n2/1/2019;b\n1/20/2018;c\n")
    mapping = {"datum": "date", "titel": "title"}
    assert is_month_first(american, mapping)
    assert not is_month_first(own("datum;titel\n3/4/2019;a\n14/2/2019;b\n"), mapping)
    assert is_newest_first(own("datum;titel\n3-4-2019;a\n14-2-2019;b\n1-1-2018;c\n"), mapping)
    plan = read("datum;titel\n3/14/2019;a\n", agency="X", is_month_first=True)
    assert [entry.date.edtf for entry in plan.entries if entry.date] == ["2019-03-14"]


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Chronologie basisschool De Wilg.csv", "Basisschool De Wilg"),
        ("2021-03 tijdlijn_politie_v2.xlsx", "Politie"),
        ("kompas export.csv", "Kompas"),
        ("blad1.csv", ""),
    ],
)
def test_the_name_of_a_file_tells_whose_it_is(name: str, agency: str) -> None:
    case = builders.case(parties=[builders.party("Kompas")])
    assert agency_of(own("datum;titel\n2020;x\n", name), case) == agency


def test_what_stands_above_the_header_tells_which_party_of_the_case_it_is() -> None:
    case = builders.case(parties=[builders.party("Wijkteam Zuid")])
    assert (
        agency_of(own("Contacten wijkteam Zuid, gezin T.\nDatum;Onderwerp\n2020;x\n", "blad1.csv"), case)
        == "Wijkteam Zuid"
    )


@given(st.text(min_size=1))
def test_a_title_is_never_longer_than_a_title_can_be(text: str) -> None:
    assert len(headline(text)) <= MAX_TITLE


@pytest.mark.parametrize(("text", "minute"), [("9:05", 545), ("14.30 uur", 870), ("25:00", None), ("ochtend", None)])
def test_a_time_is_a_minute_of_the_day(text: str, minute: int | None) -> None:
    assert minute_of(text) == minute


# The order within a day


def line(
    name: str, table: int, minute: int | None = None, *, day: str | None = "2020-01-01", back: bool = False
) -> Line:
    return Line(builders.entry("actie", day, name, id=name), table, minute, back)


def numbered(*lines: Line) -> list[Line]:
    return [replace(each, entry=replace(each.entry, order=float(at))) for at, each in enumerate(lines, 1)]


def names(lines: tuple[Line, ...]) -> list[str]:
    return [each.entry.title for each in sorted(lines, key=lambda each: each.entry.order)]


def test_times_order_a_day_across_tables_and_rows_without_stay_with_the_row_before() -> None:
    lines = numbered(line("a9", 0, 540), line("a-", 0), line("a15", 0, 900), line("b8", 1, 480), line("b12", 1, 720))
    assert names(ordered(lines)) == ["b8", "a9", "a-", "b12", "a15"]


def test_a_table_that_runs_back_in_time_is_turned_within_its_days() -> None:
    lines = numbered(*(line(name, 0, back=True) for name in "cba"))
    assert names(ordered(lines)) == ["a", "b", "c"]


def test_an_undated_row_stays_behind_the_row_it_followed() -> None:
    lines = numbered(line("laat", 0, 900), line("ooit", 0, day=None), line("vroeg", 1, 60))
    assert names(ordered(lines)) == ["vroeg", "laat", "ooit"]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["2020-01-01", "2020-01-02"])), max_size=12))
def test_rows_of_one_table_keep_their_order_within_a_day(rows: list[tuple[int, str]]) -> None:
    lines = numbered(*(line(f"{at}", table, day=day) for at, (table, day) in enumerate(rows)), line("z", 3, 5))
    made = names(ordered(lines))
    for table in range(3):
        for day in ("2020-01-01", "2020-01-02"):
            own_rows = [str(at) for at, row in enumerate(rows) if row == (table, day)]
            assert [name for name in made if name in own_rows] == own_rows


# Tables in documents


def document(*tables: str) -> Document:
    text, blocks = "", []
    for number, table in enumerate(tables, start=1):
        for row in table.splitlines():
            start, cells = len(text), []
            for cell in row.split(";"):
                cells.append((len(text), len(text) + len(cell)))
                text += f"{cell}\t"
            text = f"{text[:-1]}\n"
            blocks.append(Block(BlockKind.ROW, start, len(text) - 1, table=number, cells=tuple(cells)))
    return Document("chronologie.docx", "docx", text, tuple(blocks))


def test_a_table_in_a_document_is_a_table_and_goes_on_in_the_next() -> None:
    (grid,) = document_grids(document("datum;titel\n2019;a", "2020;b\n2021;c"), has_header)
    assert [(row.number, row.cells) for row in understood(grid).rows] == [
        (2, ("2019", "a")),
        (3, ("2020", "b")),
        (4, ("2021", "c")),
    ]


def test_another_header_is_another_table() -> None:
    grids = document_grids(document("datum;titel\n2019;a", "naam;sector\nKompas;jeugdhulp"), has_header)
    assert [grid.name for grid in grids] == ["chronologie.docx, blad tabel 1", "chronologie.docx, blad tabel 2"]


def test_entries_of_two_tables_are_of_their_own_agency() -> None:
    texts = ("datum;titel\n2020;a\n", "datum;titel\n2021;b\n")
    chosen = [TableSettings(agency=name, source=f"{name}.csv") for name in ("School", "Politie")]
    plan = planned(FAMILY, [own(text) for text in texts], counted(), settings=chosen)
    parties = {party.id: party.name for party in plan.records.parties}
    assert [[parties[id_] for id_ in entry.party_ids] for entry in plan.entries] == [["School"], ["Politie"]]
    assert plan.tables == (0, 1)
    assert all(isinstance(entry, Entry) and len(entry.citations) == 1 for entry in plan.entries)
