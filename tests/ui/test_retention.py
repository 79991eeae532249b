"""Until when a case is kept, as somebody chooses it in the properties; the bar that warns; the list of terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed_on_close, show, type_in
from tijdlijn.model.retention import TERMS
from tijdlijn.services import retention
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.terms_dialog import TermsDialog
from tijdlijn.ui.inspector.case_form import CaseForm
from tijdlijn.ui.retention_bar import RetentionBar


@pytest.fixture
def form(qtbot: QtBot, controller: CaseController) -> CaseForm:
    return show(qtbot, CaseForm(controller), 360, 900)


def test_a_new_case_says_that_it_is_a_working_copy(form: CaseForm) -> None:
    field = form.retention
    assert "werkkopie, tot" in field.said.text()
    assert field.why.isHidden()
    assert field.day.line.text() == ""


def test_a_term_proposes_a_day_that_can_be_taken_over(qtbot: QtBot, form: CaseForm, controller: CaseController) -> None:
    field = form.retention
    field.term.setCurrentText("Jeugdhulp (art. 7.3.8 Jeugdwet)")
    assert "20 jaar na het laatste contact of de laatste wijziging" in field.proposed.text()
    click(qtbot, field.take)
    today = date.today()
    assert controller.case.destroy_by == retention.later(today, 240)
    assert controller.case.retention.startswith("Jeugdhulp (art. 7.3.8 Jeugdwet): 20 jaar")
    assert field.why.isVisible()
    assert not field.take.isEnabled()
    controller.undo()
    assert controller.case.destroy_by is None
    assert field.why.isHidden()


def test_a_term_whose_start_never_was_proposes_nothing(form: CaseForm) -> None:
    form.retention.term.setCurrentText("Toestemming ingetrokken")
    assert "niet gebeurd" in form.retention.proposed.text()
    assert not form.retention.take.isEnabled()


def test_a_day_and_the_words_why_are_typed(qtbot: QtBot, form: CaseForm, controller: CaseController) -> None:
    field = form.retention
    type_in(qtbot, field.day.line, "1 januari 2030")
    form.title.setFocus()
    assert controller.case.destroy_by == date(2030, 1, 1)
    type_in(qtbot, field.why, "lopende klacht")
    form.title.setFocus()
    assert controller.case.retention == "lopende klacht"
    type_in(qtbot, field.day.line, " ")
    form.title.setFocus()
    assert (controller.case.destroy_by, controller.case.retention) == (None, "")


def test_what_is_no_day_stays_and_is_said(qtbot: QtBot, form: CaseForm, controller: CaseController) -> None:
    type_in(qtbot, form.retention.day.line, "ooit")
    form.title.setFocus()
    assert form.retention.day.problem.isVisible()
    assert controller.case.destroy_by is None


def test_the_bar_comes_when_the_day_is_near_and_goes_with_another_day(qtbot: QtBot, controller: CaseController) -> None:
    bar = show(qtbot, RetentionBar(controller), 800, 60)
    bar.renew()
    assert bar.isHidden()
    controller.do(retention.set_day, controller.case.today + timedelta(10), "Klacht")
    assert bar.isVisible()
    assert "over 10 dagen" in bar.text.text()
    assert "Voorgoed wissen staat in het menu Bestand" in bar.text.text()
    click(qtbot, bar.close_button)
    assert bar.isHidden()
    controller.do(retention.set_day, controller.case.today - timedelta(1), "Klacht")
    assert "is verstreken" in bar.text.text()
    assert bar.isVisible()
    controller.do(retention.set_day, controller.case.today + timedelta(400), "Klacht")
    assert bar.isHidden()


def test_the_list_of_terms_is_changed(qtbot: QtBot, controller: CaseController, form: CaseForm) -> None:
    dialog = show(qtbot, TermsDialog(controller))
    assert [one.term for one in dialog.rows] == list(TERMS)
    click(qtbot, dialog.rows[1].remove)
    dialog.rows[0].months.setValue(3)
    click(qtbot, dialog.add)
    type_in(qtbot, dialog.rows[-1].name, "Onderzoek")
    click(qtbot, dialog.ok)
    found = retention.terms(controller.book)
    assert (found[0].months, found[-1].name, len(found)) == (3, "Onderzoek", 5)
    names = [form.retention.term.itemText(at) for at in range(form.retention.term.count())]
    assert names[-1] == "Onderzoek"


def test_a_term_without_a_name_is_told_and_the_list_of_the_program_comes_back(
    qtbot: QtBot, controller: CaseController
) -> None:
    dialog = show(qtbot, TermsDialog(controller))
    click(qtbot, dialog.add)
    click(qtbot, dialog.ok)
    assert "eigen naam" in dialog.problem.text()
    assert retention.terms(controller.book) == TERMS
    click(qtbot, dialog.restore)
    assert [one.term for one in dialog.rows] == list(TERMS)
    assert is_freed_on_close(dialog)
