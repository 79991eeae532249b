"""Reflecting: which entries a group stops at, and what it concludes beside the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from tests.ui.meetings.meeting import CONTROL, REFLECTIES, Table
from tijdlijn.model.sessions import Fitting
from tijdlijn.services import editing
from tijdlijn.services.sessions import reflection_on
from tijdlijn.ui.meetings.reflection_form import ReflectionForm

K = Qt.Key


def titles(table: Table) -> list[str]:
    return [row.text() for row in table.page.reflections.rows if not row.isHidden()]


def test_turns_decisions_and_placements_come_first_in_order_of_time(table: Table) -> None:
    table.show(REFLECTIES)
    assert titles(table) == ["Verhuizing", "OTS", "Naar oma"]
    assert table.page.reflections.nothing.isVisible()
    assert table.page.reflections.count.text() == "3 regels, 0 klaar"


def test_an_entry_is_reflected_on_with_keys_and_its_state_is_seen(table: Table) -> None:
    table.show(REFLECTIES)
    reflections = table.page.reflections
    reflections.rows[0].setFocus()
    table.press(K.Key_Down)
    table.press(K.Key_Return)
    form = reflections.form
    assert form.texts["how"].hasFocus()
    assert form.facts.title.text() == "OTS"
    assert "1 juni 2019 · besluit" in form.facts.when.text()
    assert "Noor, Kompas" in form.facts.who.text()
    entries = table.case.entries
    table.type("Niemand zag het")
    table.press(K.Key_Tab)
    assert form.texts["decided_by"].hasFocus()
    assert reflections.rows[1].count == "… begonnen"
    table.click({chip.key: chip for chip in form.fitting.chips}["nee"])
    assert reflections.rows[1].count == "✓ klaar"
    kept = reflection_on(table.case, "ots", table.session.id)
    assert (kept.how, kept.fitting) == ("Niemand zag het", Fitting.NEE)
    assert table.case.entries == entries
    assert table.space.controller.book.undo_name == "Reflectie bij 'OTS': paste het"


def test_pressing_a_judgement_again_takes_it_back(table: Table) -> None:
    table.show(REFLECTIES)
    table.page.reflections.choose("ots")
    chip = {chip.key: chip for chip in table.page.reflections.form.fitting.chips}["deels"]
    table.click(chip)
    table.click(chip)
    assert table.case.reflections == ()


def test_any_other_entry_is_found_by_its_words(table: Table) -> None:
    table.window.actions_by_id["search"].trigger()
    reflections = table.page.reflections
    assert reflections.line.hasFocus()
    table.type("vraagt")
    assert titles(table) == ["Moeder vraagt hulp"]
    table.press(K.Key_Return)
    assert reflections.form.entry_id == "hulp"
    assert titles(table) == ["Moeder vraagt hulp", "Verhuizing", "OTS", "Naar oma"]
    table.type("De wachtlijst")
    table.press(K.Key_Return, CONTROL)
    reflections.choose("ots")
    assert "Moeder vraagt hulp" in titles(table)


def test_what_is_typed_about_one_entry_is_kept_before_another_is_shown(table: Table) -> None:
    table.show(REFLECTIES)
    reflections = table.page.reflections
    reflections.choose("ots")
    table.type("Bij oma was het stil", reflections.form.family.text)
    table.click(reflections.rows[2])
    assert reflections.form.entry_id == "oma"
    assert reflections.form.family.text.toPlainText() == ""
    assert reflection_on(table.case, "ots", table.session.id).family == "Bij oma was het stil"


def test_undo_of_another_step_leaves_what_is_being_typed(table: Table) -> None:
    table.show(REFLECTIES)
    table.page.reflections.choose("ots")
    form = table.page.reflections.form
    table.type("Zo", form.texts["how"])
    table.type("Halverwege een zin", form.texts["better"])
    table.space.controller.undo()
    assert form.texts["how"].toPlainText() == ""
    assert form.texts["better"].toPlainText() == "Halverwege een zin"
    assert form.texts["better"].hasFocus()


def test_an_earlier_session_is_read_below_and_never_overwritten(table: Table) -> None:
    table.show(REFLECTIES)
    table.page.reflections.choose("ots")
    table.type("Toen zo", table.page.reflections.form.texts["how"])
    table.page.add()
    table.settle()
    table.page.desk.change(date=date(2099, 4, 1))
    table.show(REFLECTIES)
    assert table.page.reflections.rows[1].count == "eerder"
    table.page.reflections.choose("ots")
    form = table.page.reflections.form
    assert form.texts["how"].toPlainText() == ""
    assert form.earlier.isVisible()
    table.type("Nu anders", form.texts["how"])
    table.press(K.Key_Return, CONTROL)
    assert [one.how for one in table.case.reflections_by_entry["ots"]] == ["Toen zo", "Nu anders"]


def test_the_timeline_is_shown_at_the_entry(table: Table) -> None:
    table.show(REFLECTIES)
    table.page.reflections.choose("oma")
    table.click(table.page.reflections.form.facts.go)
    assert table.space.shows_timeline
    assert table.space.controller.selection == ("oma",)


def test_an_entry_that_is_deleted_meanwhile_closes_its_form(table: Table) -> None:
    table.show(REFLECTIES)
    table.page.reflections.choose("oma")
    table.space.controller.do(editing.delete_entries, ["oma"])
    assert table.page.reflections.nothing.isVisible()
    assert titles(table) == ["Verhuizing", "OTS"]
    table.space.controller.undo()
    assert table.page.reflections.form.isVisible()


def test_the_form_stands_on_its_own(table: Table) -> None:
    form = ReflectionForm(table.space.controller)
    table.qtbot.addWidget(form)
    assert form.flush()
    assert form.show_entry("ots", table.session.id)
    form.texts["learned"].setPlainText("Eerder bellen")
    assert form.show_entry("oma", table.session.id)
    assert reflection_on(table.case, "ots", table.session.id).learned == "Eerder bellen"
    entry = replace(table.case.entries_by_id["oma"], title="Naar oma Riet")
    table.space.controller.do(editing.change_entries, [entry])
    assert form.facts.title.text() == "Naar oma Riet"
