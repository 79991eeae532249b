"""What help cost, taken along as a table: to the cent, without names unless these may be told, and in the log."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.books import book_of, logged
from tests.builders import case, entry, party
from tijdlijn.analysis.savings import Family, savings
from tijdlijn.analysis.telling_costs import Moment
from tijdlijn.model.entries import Rate
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.costs import Around, day_moment, export_costs, export_families
from tijdlijn.services.telling_costs import cost_lines
from tijdlijn.storage.audit import Event

Day = date
YEAR = RateUnit.JAAR


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    family = case(
        entry("interventie", "2016-01-01/2018-12-31", "Zwaar", id="a", parties="kompas", rate=Rate(892_000, YEAR)),
        entry("interventie", "2019-01-01/..", "Licht", id="b", rate=Rate(238_300, YEAR), payer=Payer.WMO),
        entry("interventie", "2018-05-01/2018-06-01", "Los", id="c"),
        entry("interventie", "2018-01-01/2018-12-31", "Anders", id="d", cost_cents=12_345, scenario="=licht"),
        parties=[party("Kompas")],
        reference_day=date(2020, 12, 31),
    )
    with book_of(family, tmp_path) as opened:
        yield opened


def written(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


NEW_YEAR = Around(day_moment(date(2019, 1, 1)))


def test_every_figure_to_the_cent(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "kosten.csv"
    export_costs(book, book.cases()[0].id, path, NEW_YEAR)
    rows = written(path)
    assert rows[0] == ["scenario", "overzicht", "naam", "minste euro", "hoogste euro"]
    found = {(row[0], row[1], row[2]): row[3:] for row in rows[1:]}
    happened = "Wat er gebeurde"
    assert found[happened, "samen", ""] == ["31526", "31526"]
    assert found[happened, "per jaar", "2016"] == ["8920", "8920"]
    assert found[happened, "per betaler", "Wmo"] == ["4766", "4766"]
    assert found[happened, "niet bekend", "regels hulp zonder bedrag"] == ["1", "1"]
    assert found["'=licht", "samen", ""] == ["123.45", "123.45"]
    assert found[happened, "voor en na", "bespaard per jaar (onder nul: het werd duurder)"] == ["6537", "6537"]
    assert found[happened, "voor en na", "bespaard, in procenten"] == ["73,3%", "73,3%"]


def test_without_consent_there_are_no_names_and_no_words_of_the_dossier(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "kosten.xlsx"
    export_costs(book, book.cases()[0].id, path, Around(Moment("b", "wat dan ook", Day(2019, 1, 1), Day(2019, 1, 1))))
    text = " ".join(str(cell) for row in load_workbook(path).active.values for cell in row)
    assert "Kompas" not in text
    assert "Licht" not in text
    assert "interventie, 1 januari 2019" in text
    line = logged(book, Event.EXPORTED)[-1]
    assert (line.detail["what"], line.detail["kind"], line.detail["pseudonyms"]) == ("kosten", "xlsx", True)


def test_another_ending_is_refused_and_nothing_is_written(book: OpenCasebook, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"alleen \.csv of \.xlsx"):
        export_costs(book, book.cases()[0].id, tmp_path / "kosten.pdf")
    assert list(tmp_path.glob("kosten*")) == []
    assert logged(book, Event.EXPORTED) == []


def test_eleven_families_to_the_euro(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "gezinnen.csv"
    families = [Family(f"gezin {n}", (892_000,) * 2, (238_300,) * 2) for n in range(1, 12)]
    export_families(book, path, savings(families))
    rows = written(path)
    assert rows[1] == ["gezin 1", "8920", "8920", "2383", "2383"]
    assert rows[12] == ["samen", "98120", "98120", "26213", "26213"]
    assert rows[13] == ["bespaard", "71907", "71907", "", ""]
    assert rows[14] == ["bespaard, in procenten", "73,3%", "73,3%", "", ""]
    assert logged(book, Event.EXPORTED)[-1].detail["what"] == "gezinnen"


def test_lines_for_a_terminal_say_the_same(book: OpenCasebook) -> None:
    from tijdlijn.analysis.costs import find_costs

    family = book.case(book.cases()[0].id)
    lines = list(cost_lines(family, find_costs(family), NEW_YEAR))
    assert lines[0] == "Wat er gebeurde: Samen € 31.526, van 2 regels met een bedrag of tarief."
    assert "    2016  € 8.920" in lines
    assert "  Dat is € 6.537 minder, 73,3%." in lines
    assert "=licht: Samen € 123, van 1 regel met een bedrag of tarief." in lines
