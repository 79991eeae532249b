"""What help cost, on the screen: totals, what is not known, the years around a moment, and the table to take along."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry, party
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tests.ui.opened import opener
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.costs.dialog import CostsDialog
from tijdlijn.ui.costs.table import AMOUNT, NAME
from tijdlijn.ui.dialogs.rates_dialog import RatesDialog

YEAR = RateUnit.JAAR


@pytest.fixture
def family(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    """Heavy help until the end of 2018, a move on 1 January 2019, light help since; a scenario; help without amount."""
    with opener(tmp_path, qtbot) as make:
        yield make(
            entry("interventie", "2016-01-01/2018-12-31", "Zwaar", id="a", parties="kompas", rate=Rate(892_000, YEAR)),
            entry("gebeurtenis", "2019-01-01", "Weg", id="weg", schakelmoment="verhuizing"),
            entry("interventie", "2019-01-01/..", "Licht", id="b", rate=Rate(238_300, YEAR), payer=Payer.WMO),
            entry("interventie", "2018-05-01/2018-06-01", "Los", id="los"),
            entry("interventie", "2018-01-01/2018-12-31", "Anders", id="d", cost_cents=12_345, scenario="licht"),
            parties=[party("Kompas")],
            today=date(2020, 12, 31),
        )


@pytest.fixture
def dialog(qtbot: QtBot, family: CaseController, tmp_path: Path) -> CostsDialog:
    return show(qtbot, CostsDialog(family, folder=tmp_path))


def rows(dialog: CostsDialog) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [(model.index(at, NAME).data(), model.index(at, AMOUNT).data()) for at in range(model.rowCount())]


def said(dialog: CostsDialog) -> list[str]:
    return [line.text() for line in dialog.around.lines if not line.isHidden()]


def test_the_total_and_what_is_not_known(dialog: CostsDialog) -> None:
    assert dialog.total.text() == "Samen € 31.526, van 2 regels met een bedrag of tarief."
    assert "Van 1 regel hulp is geen bedrag bekend: 1 interventie." in dialog.unknown.text()
    assert "Van € 26.760 is niet bekend wie betaalt." in dialog.unknown.text()
    found = rows(dialog)
    assert found[:3] == [("Per jaar", ""), ("2016", "€ 8.920"), ("2017", "€ 8.920")]
    assert ("Wmo", "€ 4.766") in found
    assert ("Kompas", "€ 26.760") in found


def test_another_scenario_is_shown(dialog: CostsDialog) -> None:
    dialog.scenario.setCurrentIndex(1)
    assert dialog.total.text() == "Samen € 123, van 1 regel met een bedrag of tarief."
    assert ("2018", "€ 123") in rows(dialog)


def test_the_schakelmoment_with_years_on_both_sides_is_compared(dialog: CostsDialog) -> None:
    assert "Weg" in dialog.around.choice.currentText()
    assert said(dialog)[:2] == ["Per jaar ervoor € 8.920, per jaar erna € 2.383.", "Dat is € 6.537 minder, 73,3%."]
    assert "Van 1 regel hulp ervoor is geen bedrag bekend" in said(dialog)[3]


def test_fewer_years_and_a_day_of_ones_own(qtbot: QtBot, dialog: CostsDialog) -> None:
    dialog.around.before.setValue(1)
    assert "het jaar van 1 januari 2018" in said(dialog)[2]
    dialog.around.choice.setCurrentIndex(dialog.around.choice.count() - 1)
    assert said(dialog) == ["Typ een dag om mee te vergelijken."]
    type_in(qtbot, dialog.around.day.line, "1 juli 2018")
    qtbot.keyClick(dialog.around.day.line, Qt.Key.Key_Return)
    assert "het jaar van 1 juli 2017 tot en met 30 juni 2018" in said(dialog)[2]


def test_what_is_selected_is_the_moment(qtbot: QtBot, family: CaseController) -> None:
    family.select(["los"])
    dialog = show(qtbot, CostsDialog(family))
    assert "Los" in dialog.around.choice.currentText()
    assert is_freed_on_close(dialog)


def test_help_without_an_amount_is_selected_on_the_timeline(
    qtbot: QtBot, dialog: CostsDialog, family: CaseController
) -> None:
    click(qtbot, dialog.pick_unpriced)
    assert family.selection == ("los",)


def test_amounts_without_a_source_are_selected_on_the_timeline(
    qtbot: QtBot, dialog: CostsDialog, family: CaseController
) -> None:
    assert "Bij 3 regels met een bedrag staat niet waar dat vandaan komt." in dialog.doubts.text()
    dialog.pick_doubtful.setFocus()
    qtbot.keyClick(dialog.pick_doubtful, Qt.Key.Key_Space)
    assert set(family.selection) == {"a", "b", "d"}


def test_a_change_is_shown_at_once(dialog: CostsDialog, family: CaseController) -> None:
    family.do(editing.delete_entries, ["a"])
    assert dialog.total.text() == "Samen € 4.766, van 1 regel met een bedrag of tarief."


def test_it_is_taken_along_without_names_and_says_why(qtbot: QtBot, dialog: CostsDialog) -> None:
    path = dialog.place.path
    click(qtbot, dialog.save)
    qtbot.waitUntil(dialog.told.isVisible)
    assert "pseudoniemen" in dialog.told.text()
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert ["Wat er gebeurde", "samen", "", "31526", "31526"] in table
    assert ["Wat er gebeurde", "voor en na", "bespaard, in procenten", "73,3%", "73,3%"] in table
    assert not any("Kompas" in cell for row in table for cell in row)


def test_the_table_of_rates_opens_from_it(qtbot: QtBot, dialog: CostsDialog) -> None:
    click(qtbot, dialog.rates)
    found = dialog.findChild(RatesDialog)
    assert found is not None
    assert is_freed_on_close(found)


def test_without_amounts_it_says_so(qtbot: QtBot, controller: CaseController) -> None:
    dialog = show(qtbot, CostsDialog(controller))
    assert "nog geen bedrag" in dialog.total.text()
    assert rows(dialog) == []
    assert not dialog.save.isEnabled()
    assert is_freed_on_close(dialog)


def test_both_open_from_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with window_in(tmp_path, qtbot) as window:
        OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS).close()
        opened(qtbot, window, tmp_path / "a.tijdlijn")
        for id_, kind in (("costs", CostsDialog), ("rates", RatesDialog)):
            window.actions_by_id[id_].trigger()
            found = window.findChild(kind)
            assert found is not None, id_
            assert found.isVisible()
            assert is_freed_on_close(found)
