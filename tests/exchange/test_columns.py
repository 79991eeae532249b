"""A table is what its header says it is."""

from __future__ import annotations

import pytest

from tests.exchange.tables import table
from tijdlijn.exchange.columns import TableKind
from tijdlijn.model.problems import Problem


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("date,kind", TableKind.ENTRIES),
        ("Titel,DATUM", TableKind.ENTRIES),
        ("Omschrijving, datum ,naam", TableKind.ENTRIES),
        ("name,birth", TableKind.PERSONS),
        ("Rol,Naam", TableKind.PERSONS),
        ("naam,geboren,sector", TableKind.PERSONS),
        ("name,sector", TableKind.PARTIES),
        ("Sector,NAAM,rol", TableKind.PARTIES),
    ],
)
def test_the_header_tells_the_kind_of_table(header: str, kind: TableKind) -> None:
    assert table(f"{header}\nx,y,z\n").kind is kind


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("t/m", "end"),
        ("T / M", "end"),
        ("Einde", "end"),
        ("soort", "kind"),
        ("omschrijving", "title"),
        ("Toelichting", "details"),
        ("betreft", "persons"),
        ("organisatie", "parties"),
        ("medewerker", "worker"),
        ("zwaarte", "weight"),
        ("vorm", "form"),
        ("Gericht op", "aimed_at"),
        ("AIMED AT", "aimed_at"),
        ("leefgebieden", "domains"),
        ("doel", "goal"),
        ("uitkomst", "outcome"),
        ("stem", "voice"),
        ("hielp", "helped"),
        ("kosten", "cost"),
        ("tarief", "rate"),
        ("Betaler", "payer"),
        ("wet", "payer"),
        ("bron bedrag", "cost_source"),
        ("COST_SOURCE", "cost_source"),
        ("brón", "source"),
        ("pagina", "page"),
        ("Bron 2", "source 2"),
    ],
)
def test_dutch_names_capitals_accents_and_spaces_do_not_matter(written: str, column: str) -> None:
    known = "datum,titel" if column == "kind" else "datum,kind"
    read = table(f"{known},{written}\n,,waarde\n")

    assert read.values(read.rows[0]) == {column: "waarde"}


def test_columns_that_are_not_known_are_kept_under_their_name() -> None:
    read = table("date,Kleur,title,\n2019,rood,x,los\n")

    assert list(read.extras(read.rows[0])) == ["Kleur: rood", "kolom 4: los"]


def test_a_heading_above_the_header_is_passed_over_and_counted() -> None:
    read = table("Tijdlijn van het gezin,,\n\nGemaakt op,1 mei,\ndatum,soort,titel\n2019,signaal,x\n")

    assert (read.above, [row.cells for row in read.rows]) == (2, [("2019", "signaal", "x")])


def test_a_table_that_lacks_columns_names_what_it_has_and_what_is_needed() -> None:
    with pytest.raises(Problem) as caught:
        table("wanneer,wat\n2019,x\n")

    sentence = caught.value.sentence
    assert "tabel.csv" in sentence
    assert "wanneer, wat" in sentence
    assert "date met kind of title" in sentence


@pytest.mark.parametrize("header", ["date,date,title", "datum,date,title", "date,titel,omschrijving"])
def test_a_column_that_is_named_twice_is_a_problem(header: str) -> None:
    with pytest.raises(Problem, match="twee keer"):
        table(f"{header}\n2019,2020,x\n")


def test_the_column_with_reasons_is_not_read_back() -> None:
    ours, theirs = table("date,title,reden van weigering\n2019,x,mis\n"), table("date,title,reden\n2019,x,ruzie\n")

    assert list(ours.extras(ours.rows[0])) == []
    assert list(theirs.extras(theirs.rows[0])) == ["reden: ruzie"]
