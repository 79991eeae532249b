"""The panel of people, as a user works with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import case, entry, party, person, when
from tests.ui.acting import click, show, type_in
from tests.ui.opened import opener
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.list_row import ListRow
from tijdlijn.ui.people_forms import LooseWorkerForm, PartyForm, PersonForm
from tijdlijn.ui.people_panel import PARTY, PERSON, WORKER, PeoplePanel
from tijdlijn.ui.people_text import age_text, detail_of, parties_of, removal


@pytest.fixture
def panel(qtbot: QtBot, controller: CaseController) -> PeoplePanel:
    return show(qtbot, PeoplePanel(controller), 300, 700)


def person_form(panel: PeoplePanel) -> PersonForm:
    assert isinstance(panel.form, PersonForm)
    return panel.form


def party_form(panel: PeoplePanel) -> PartyForm:
    assert isinstance(panel.form, PartyForm)
    return panel.form


def rows(panel: PeoplePanel) -> list[str]:
    return [row.text() for row in panel._in_order()]


# What it says


def test_children_it_is_about_come_first_with_birth_and_age(panel: PeoplePanel) -> None:
    assert rows(panel)[:2] == ["Noor", "Moeder"]
    noor, mother = panel.row_of(PERSON, "noor"), panel.row_of(PERSON, "moeder")
    assert (noor.detail, noor.count) == ("kind · 24 juni 2010 · 15 jaar", "3")
    assert (mother.detail, mother.count) == ("moeder · mei 1988 · 37 jaar", "1")


def test_parties_stand_by_sector_with_workers_and_count(controller: CaseController, panel: PeoplePanel) -> None:
    controller.do(editing.put_worker, Worker("ruud", "Ruud", "kompas"))
    assert list(parties_of(controller.case)) == [Sector.JEUGDHULP, Sector.ONDERWIJS]
    assert rows(panel)[2:] == ["Kompas", "School"]
    assert panel.row_of(PARTY, "kompas").detail == "Ruud"
    assert panel.row_of(PARTY, "kompas").count == "2"


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (12, 12, "12 jaar"),
        (12, 13, "12 of 13 jaar"),
        (11, 14, "11 tot 14 jaar"),
        (-2, -1, "nog niet geboren"),
        (-1, 0, "0 jaar"),
    ],
)
def test_an_age_in_words(least: int, most: int, said: str) -> None:
    assert age_text(least, most) == said


def test_a_birth_is_told_as_it_was_written() -> None:
    birth = when("1955~")
    assert birth is not None
    written = replace(person("Riet", role="oma"), birth=replace(birth, words="ergens rond '55"))
    assert detail_of(case(persons=[written], today=date(2020, 7, 1)), written).startswith("oma · ergens rond '55 · ")


def test_an_empty_case_says_what_to_do_next(qtbot: QtBot, tmp_path: Path) -> None:
    with opener(tmp_path, qtbot) as opened:
        panel = show(qtbot, PeoplePanel(opened()), 300, 700)
        assert panel.no_family.isVisible()
        assert panel.no_parties.isVisible()
        click(qtbot, panel.add_person_button)
        assert not panel.no_family.isVisible()
        assert person_form(panel).is_focus.isChecked()


# Letting somebody stand out


def test_a_click_lets_somebody_stand_out_and_a_second_lets_go(qtbot: QtBot, panel: PeoplePanel) -> None:
    row = panel.row_of(PERSON, "noor")
    with qtbot.waitSignal(panel.person_activated) as told:
        click(qtbot, row)
    assert told.args == ["noor"]
    assert row.isChecked()
    with qtbot.waitSignal(panel.deactivated):
        click(qtbot, row)
    assert not row.isChecked()


def test_another_click_moves_on_and_escape_lets_go(qtbot: QtBot, panel: PeoplePanel) -> None:
    click(qtbot, panel.row_of(PERSON, "noor"))
    with qtbot.waitSignal(panel.party_activated) as told:
        qtbot.keyClick(panel.row_of(PARTY, "kompas"), Qt.Key.Key_Return)
    assert told.args == ["kompas"]
    assert not panel.row_of(PERSON, "noor").isChecked()
    with qtbot.waitSignal(panel.deactivated):
        qtbot.keyClick(panel.row_of(PARTY, "kompas"), Qt.Key.Key_Escape)
    assert not panel.row_of(PARTY, "kompas").isChecked()


def test_who_is_taken_out_no_longer_stands_out(qtbot: QtBot, panel: PeoplePanel) -> None:
    row = panel.row_of(PERSON, "noor")
    click(qtbot, row)
    with qtbot.waitSignal(panel.deactivated):
        qtbot.keyClick(row, Qt.Key.Key_Delete)


# Persons


def test_a_person_is_added_with_the_keyboard_alone(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    panel.add_person_button.setFocus()
    qtbot.keyClick(panel.add_person_button, Qt.Key.Key_Space)
    form = person_form(panel)
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Riet")
    type_in(qtbot, form.role, "oma")
    type_in(qtbot, form.birth, "mei 1955")
    assert form.feedback.text() == "mei 1955; op de peildatum 70 jaar"
    qtbot.keyClick(form.birth, Qt.Key.Key_Return)
    assert panel.form is None
    riet = next(found for found in controller.case.persons if found.name == "Riet")
    assert (riet.role, riet.is_focus) == ("oma", False)
    assert riet.birth == when("1955-05")
    assert rows(panel)[2] == "Riet"
    controller.undo()
    assert "Riet" not in rows(panel)


def test_a_birth_that_is_not_understood_is_told_and_not_saved(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    panel.edit_person("noor")
    form = person_form(panel)
    type_in(qtbot, form.birth, "zomr 20x")
    assert "nog niet begrepen" in form.feedback.text()
    before = controller.case
    click(qtbot, form.save_button)
    assert controller.case is before
    assert panel.form is form
    assert form.birth.property("problem") is True
    type_in(qtbot, form.birth, "zomer 2010")
    assert form.birth.property("problem") is False
    click(qtbot, form.save_button)
    birth = controller.case.persons_by_id["noor"].birth
    assert birth is not None
    assert birth.edtf == "2010-22"


def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot, controller: CaseController, panel: PeoplePanel) -> None:
    before = controller.case.persons_by_id["noor"]
    panel.edit_person("noor")
    click(qtbot, person_form(panel).is_focus)
    click(qtbot, person_form(panel).save_button)
    assert controller.case.persons_by_id["noor"] == replace(before, is_focus=False)


def test_a_person_needs_a_name(qtbot: QtBot, controller: CaseController, panel: PeoplePanel) -> None:
    click(qtbot, panel.add_person_button)
    before = controller.case
    click(qtbot, person_form(panel).save_button)
    assert person_form(panel).name.property("problem") is True
    assert controller.case is before


def test_escape_leaves_the_form_and_the_row_comes_back(qtbot: QtBot, panel: PeoplePanel) -> None:
    row = panel.row_of(PERSON, "noor")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    form = person_form(panel)
    assert not row.isVisible()
    assert form.isVisible()
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert panel.form is None
    assert row.isVisible()
    assert row.hasFocus()


def test_an_open_form_and_what_is_typed_survive_a_change_of_the_case(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    panel.edit_person("noor")
    form = person_form(panel)
    type_in(qtbot, form.name, "Noortje")
    controller.do(editing.add_entry, entry("signaal", "2021", persons="noor"))
    assert panel.form is form
    assert form.isVisible()
    assert form.name.text() == "Noortje"


def test_opening_another_form_saves_what_was_typed_in_the_first(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    panel.edit_person("noor")
    type_in(qtbot, person_form(panel).name, "Noortje")
    panel.edit_party("kompas")
    assert controller.case.persons_by_id["noor"].name == "Noortje"
    assert party_form(panel).isVisible()


def test_taking_out_is_one_step_and_its_tip_tells_what_it_does(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    row = panel.row_of(PERSON, "noor")
    row.setFocus()
    trash = row.buttons[-1]
    assert "3 regels noemen" in trash.accessibleName()
    click(qtbot, trash)
    assert "noor" not in controller.case.persons_by_id
    assert len(controller.case.entries) == 3
    controller.undo()
    assert panel.row_of(PERSON, "noor").count == "3"


# Parties


def test_a_party_is_added_with_its_workers_in_one_step(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    click(qtbot, panel.add_party_button)
    form = party_form(panel)
    qtbot.keyClicks(form.name, "Wijkteam")
    form.sector.setCurrentIndex(list(Sector).index(Sector.GEMEENTE))
    click(qtbot, form.more)
    qtbot.keyClicks(form.workers[0].name, "Linda")
    qtbot.keyClicks(form.workers[0].function, "jeugdconsulent")
    steps = len(controller.book.history())
    click(qtbot, form.save_button)
    assert len(controller.book.history()) == steps + 1
    made = next(found for found in controller.case.parties if found.name == "Wijkteam")
    assert made.sector is Sector.GEMEENTE
    assert [(w.name, w.function) for w in controller.case.workers_of(made.id)] == [("Linda", "jeugdconsulent")]


def test_a_worker_that_is_taken_off_goes_out_of_the_entries_too(
    qtbot: QtBot, controller: CaseController, panel: PeoplePanel
) -> None:
    controller.do(editing.put_worker, Worker("ruud", "Ruud", "kompas"))
    controller.do(editing.add_entry, entry("contact", "2020", parties="kompas", worker_ids=("ruud",), id="met-ruud"))
    panel.edit_party("kompas")
    party_form(panel).workers[0].gone.emit()
    click(qtbot, party_form(panel).save_button)
    assert controller.case.workers == ()
    assert controller.case.entries_by_id["met-ruud"].worker_ids == ()
    controller.undo()
    assert controller.case.entries_by_id["met-ruud"].worker_ids == ("ruud",)


def test_a_worker_of_no_party_can_be_given_one(qtbot: QtBot, controller: CaseController, panel: PeoplePanel) -> None:
    controller.do(editing.put_worker, Worker("ruud", "Ruud"))
    click(qtbot, panel.row_of(WORKER, "ruud"))
    form = panel.form
    assert isinstance(form, LooseWorkerForm)
    form.party.setCurrentIndex(form.party.findData("kompas"))
    click(qtbot, form.save_button)
    assert controller.case.workers_by_id["ruud"].party_id == "kompas"
    assert panel.row_of(PARTY, "kompas").detail == "Ruud"


def test_taking_out_a_party_that_nothing_names_says_only_that() -> None:
    nobody = parties_of(case(parties=[party("Leeg")]))[Sector.JEUGDHULP][0]
    assert removal(nobody) == "Leeg verwijderen"


# Many


@pytest.fixture
def crowded(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    with opener(tmp_path, qtbot) as opened:
        parties = [party(f"Partij{number}", list(Sector)[number % len(Sector)]) for number in range(60)]
        yield opened(
            *(entry("contact", "2020", f"c{n}", parties=f"partij{n % 60}") for n in range(300)), parties=parties
        )


def test_with_sixty_parties_a_change_leaves_rows_and_place(qtbot: QtBot, crowded: CaseController) -> None:
    panel = show(qtbot, PeoplePanel(crowded), 300, 500)
    bar = panel.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, before = bar.value(), panel.findChildren(ListRow)
    assert place > 0
    crowded.do(editing.add_entry, entry("contact", "2021", "nieuw", parties="partij7"))
    assert panel.row_of(PARTY, "partij7").count == "6"
    assert (bar.value(), panel.findChildren(ListRow)) == (place, before)


def test_a_name_is_shown_as_text(qtbot: QtBot, controller: CaseController, panel: PeoplePanel) -> None:
    controller.do(editing.put_person, person("<b>Ali</b>", role="<img src='x'>"))
    row = panel.row_of(PERSON, "<b>ali</b>")
    assert row.text() == "<b>Ali</b>"
    assert "<img" not in row.toolTip()
