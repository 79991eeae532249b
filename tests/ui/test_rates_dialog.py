"""The table of rates of a casebook, as somebody fills it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed_on_close, show, type_in
from tijdlijn.model.entries import Rate
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services.rates import keep_rates, rates
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.rates_dialog import RateRow, RatesDialog

FOSTER = ListedRate("pleegzorg", Rate(4_750, RateUnit.DAG), Payer.JEUGDWET, 2021, "raadsbesluit")


def fill(qtbot: QtBot, row: RateRow, name: str, amount: str, year: str = "") -> None:
    type_in(qtbot, row.name, name)
    type_in(qtbot, row.amount, amount)
    if year:
        type_in(qtbot, row.year, year)


def test_rates_are_typed_and_kept(qtbot: QtBot, controller: CaseController) -> None:
    dialog = show(qtbot, RatesDialog(controller))
    assert len(dialog.rows) == 1
    fill(qtbot, dialog.rows[0], "hulp thuis", "450", "2022")
    dialog.rows[0].payer.setCurrentText("Jeugdwet")
    click(qtbot, dialog.add)
    assert dialog.rows[1].name.hasFocus()
    fill(qtbot, dialog.rows[1], "pleegzorg", "47,50")
    dialog.rows[1].unit.setCurrentText("per dag")
    click(qtbot, dialog.add)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert rates(controller.book) == (
        ListedRate("hulp thuis", Rate(45_000, RateUnit.WEEK), Payer.JEUGDWET, 2022),
        ListedRate("pleegzorg", Rate(4_750, RateUnit.DAG)),
    )


def test_what_cannot_be_read_is_told_and_nothing_is_kept(qtbot: QtBot, controller: CaseController) -> None:
    dialog = show(qtbot, RatesDialog(controller))
    fill(qtbot, dialog.rows[0], "hulp", "veel")
    click(qtbot, dialog.ok)
    assert "bedrag van 'hulp'" in dialog.problem.text()
    fill(qtbot, dialog.rows[0], "hulp", "45", "21")
    click(qtbot, dialog.ok)
    assert "jaar van 'hulp'" in dialog.problem.text()
    fill(qtbot, dialog.rows[0], " ", "45", "2021")
    click(qtbot, dialog.ok)
    assert "een naam nodig" in dialog.problem.text()
    assert rates(controller.book) == ()
    assert is_freed_on_close(dialog)


def test_rows_of_a_file_come_beside_those_that_are_there(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    keep_rates(controller.book, [FOSTER])
    path = tmp_path / "tarieven.csv"
    path.write_text(
        "naam;tarief;betaler;jaar;bron\npleegzorg;47,50/dag;jeugdwet;2021;raadsbesluit\nhulp;450/week;;;\nkapot;;;;\n",
        encoding="utf-8",
    )
    dialog = show(qtbot, RatesDialog(controller))
    dialog.read_file(path)
    assert [row.name.text() for row in dialog.rows] == ["pleegzorg", "hulp"]
    assert dialog.told.text().startswith("1 bijgezet. 1 stonden er al. 1 niet overgenomen. Regel 4: verwacht")
    dialog.read_file(tmp_path / "weg.csv")
    assert "bestaat niet" in dialog.problem.text()
    click(qtbot, dialog.rows[0].remove)
    click(qtbot, dialog.ok)
    assert rates(controller.book) == (ListedRate("hulp", Rate(45_000, RateUnit.WEEK)),)


def test_rows_of_a_spreadsheet_are_pasted(qtbot: QtBot, controller: CaseController) -> None:
    dialog = show(qtbot, RatesDialog(controller))
    QGuiApplication.clipboard().setText("zomaar")
    click(qtbot, dialog.paste)
    assert "geen kopregel" in dialog.problem.text()
    QGuiApplication.clipboard().setText("naam\tbedrag\tper\njeugdhulp\t450\tweek\n")
    click(qtbot, dialog.paste)
    assert not dialog.problem.isVisible()
    click(qtbot, dialog.ok)
    assert rates(controller.book) == (ListedRate("jeugdhulp", Rate(45_000, RateUnit.WEEK)),)
