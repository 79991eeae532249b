"""Several families together, before and after, as somebody fills it in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tests.ui.opened import opener
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import RateUnit
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.costs.dialog import CostsDialog
from tijdlijn.ui.costs.families import FamiliesDialog

YEAR = RateUnit.JAAR


@pytest.fixture
def family(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    with opener(tmp_path, qtbot) as make:
        yield make(
            entry("interventie", "2016-01-01/2018-12-31", "Zwaar", rate=Rate(892_000, YEAR)),
            entry("gebeurtenis", "2019-01-01", "Weg", schakelmoment="verhuizing"),
            entry("interventie", "2019-01-01/..", "Licht", rate=Rate(238_300, YEAR)),
            today=date(2020, 12, 31),
        )


@pytest.fixture
def dialog(qtbot: QtBot, family: CaseController, tmp_path: Path) -> FamiliesDialog:
    return show(qtbot, FamiliesDialog(family, folder=tmp_path))


def test_a_family_of_this_casebook_is_worked_out_around_a_moment(dialog: FamiliesDialog) -> None:
    assert dialog.total.text().startswith("Nog van geen gezin")
    assert not dialog.ok.isEnabled()
    line = dialog.rows[0]
    line.moment.setCurrentIndex(next(at for at in range(4) if "Weg" in line.moment.itemText(at)))
    assert (line.before.text(), line.after.text()) == ("€ 8.920", "€ 2.383")
    assert line.before.isReadOnly()
    assert dialog.total.text() == "1 gezin: € 8.920 per jaar ervoor, € 2.383 erna. Dat is € 6.537 minder, 73,3%."
    line.moment.setCurrentIndex(1)
    assert line.before.placeholderText() == "geen heel jaar"
    assert dialog.families == ()


def test_eleven_families_come_out_to_the_euro(qtbot: QtBot, dialog: FamiliesDialog) -> None:
    rows = "".join(f"G{number}\t€ 8.920\t2383\n" for number in range(1, 12))
    QGuiApplication.clipboard().setText(f"gezin\tvoor\tna\n{rows}samen\t98120\t26213\nG12\tveel\t1\n")
    click(qtbot, dialog.paste)
    assert dialog.total.text() == (
        "11 gezinnen: € 98.120 per jaar ervoor, € 26.213 erna. Dat is € 71.907 minder, 73,3%. "
        "Van 1 ander gezin is dat niet bekend."
    )
    assert "Regel 14: verwacht een bedrag" in dialog.problem.text()
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.told.isVisible)
    with dialog.place.path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert table[12:15] == [
        ["samen", "98120", "98120", "26213", "26213"],
        ["bespaard", "71907", "71907", "", ""],
        ["bespaard, in procenten", "73,3%", "73,3%", "", ""],
    ]


def test_a_family_is_typed_and_taken_off(qtbot: QtBot, dialog: FamiliesDialog) -> None:
    click(qtbot, dialog.add)
    line = dialog.rows[1]
    assert line.before.hasFocus()
    type_in(qtbot, line.before, "1.000")
    type_in(qtbot, line.after, "wat")
    assert dialog.families == ()
    type_in(qtbot, line.after, "1.500")
    assert "€ 500 meer, 50,0%" in dialog.total.text()
    dialog.drop(line)
    assert dialog.families == ()
    assert is_freed_on_close(dialog)


def test_what_is_no_table_is_told(qtbot: QtBot, dialog: FamiliesDialog) -> None:
    QGuiApplication.clipboard().setText("zomaar")
    click(qtbot, dialog.paste)
    assert "geen kopregel" in dialog.problem.text()


def test_it_opens_from_the_costs(qtbot: QtBot, family: CaseController) -> None:
    costs = show(qtbot, CostsDialog(family))
    click(qtbot, costs.families)
    found = costs.findChild(FamiliesDialog)
    assert found is not None
    assert is_freed_on_close(found)


def test_a_registered_name_does_not_leave(qtbot: QtBot, dialog: FamiliesDialog, family: CaseController) -> None:
    folder = dialog.place.path.parent
    dialog.close()
    family.do(editing.put_person, person("Noor"))
    again = show(qtbot, FamiliesDialog(family, folder=folder))
    line = again.rows[0]
    line.moment.setCurrentIndex(next(at for at in range(4) if "Weg" in line.moment.itemText(at)))
    type_in(qtbot, line.name, "Noor en broer")
    click(qtbot, again.ok)
    qtbot.waitUntil(again.told.isVisible)
    text = again.place.path.read_text(encoding="utf-8-sig")
    assert "Noor" not in text
    assert "en broer" in text
    assert is_freed_on_close(again)
