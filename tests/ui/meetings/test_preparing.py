"""Preparing: kind, day, who comes, consent, and what there will be to see; each change one step."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.meetings.meeting import Table
from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.sessions import Attendee, AttendsAs, ChaptersBy, SessionKind, Untold
from tijdlijn.model.views import View
from tijdlijn.services.sessions import QUESTIONS
from tijdlijn.services.views import save_view
from tijdlijn.ui.meetings.fields import day_in

K = Qt.Key
TODAY = date(2023, 11, 15)


@pytest.mark.parametrize(
    ("typed", "nearest", "ahead"),
    [
        ("16 november", date(2023, 11, 16), date(2023, 11, 16)),
        ("16-11", date(2023, 11, 16), date(2023, 11, 16)),
        ("14 november", date(2023, 11, 14), date(2024, 11, 14)),
        ("1 februari", date(2024, 2, 1), date(2024, 2, 1)),
        ("16 nov 2022", date(2022, 11, 16), date(2022, 11, 16)),
        ("morgen", date(2023, 11, 16), date(2023, 11, 16)),
        ("29 februari", date(2024, 2, 29), date(2024, 2, 29)),
        ("november 2023", None, None),
        ("ooit", None, None),
    ],
)
def test_a_day_may_be_typed_without_its_year(typed: str, nearest: date | None, ahead: date | None) -> None:
    assert day_in(typed, TODAY) == nearest
    assert day_in(typed, TODAY, TODAY) == ahead


def test_the_day_is_kept_on_enter_and_no_day_is_none(table: Table) -> None:
    field = table.page.preparing.day
    table.type("3 april 2099", field.line)
    table.press(K.Key_Return)
    assert table.session.date == date(2099, 4, 3)
    table.press(K.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.press(K.Key_Delete)
    table.press(K.Key_Return)
    assert table.session.date is None


def test_another_kind_brings_its_questions(table: Table) -> None:
    chips = {chip.key: chip for chip in table.page.preparing.kind.chips}
    table.click(chips["actieleren"])
    assert table.session.kind is SessionKind.ACTIELEREN
    assert [one.text for one in table.session.questions] == list(QUESTIONS[SessionKind.ACTIELEREN])
    table.click(chips["actieleren"])
    assert chips["actieleren"].isChecked()
    assert table.session.kind is SessionKind.ACTIELEREN


# Who comes


def test_who_is_known_brings_organisation_and_function_along(table: Table) -> None:
    attendees = table.page.preparing.attendees
    for name in ("Ans", "Marieke", "Noor", "Buurman"):
        table.type(name, attendees.add)
        table.press(K.Key_Return)
        assert attendees.add.hasFocus()
    assert table.session.attendees == (
        Attendee("Ans", "Kompas", "gezinscoach"),
        Attendee("Marieke", "", "moeder", AttendsAs.OUDER),
        Attendee("Noor", "", "kind", AttendsAs.JEUGDIGE),
        Attendee("Buurman"),
    )


def test_a_row_is_typed_over_and_a_known_name_fills_what_was_empty(table: Table) -> None:
    attendees = table.page.preparing.attendees
    table.type("Iemand", attendees.add)
    table.press(K.Key_Return)
    row = attendees.rows[0]
    table.type("van school", row.role)
    table.press(K.Key_Tab)
    assert row.part.hasFocus()
    table.type("Ans", row.name)
    table.press(K.Key_Return)
    assert table.session.attendees == (Attendee("Ans", "Kompas", "van school"),)
    row.part.setFocus()
    table.press(K.Key_Down)
    assert table.session.attendees[0].attends_as is AttendsAs.OUDER


def test_somebody_is_taken_out_and_comes_back(table: Table) -> None:
    attendees = table.page.preparing.attendees
    for name in ("Ans", "Noor"):
        table.type(name, attendees.add)
        table.press(K.Key_Return)
    table.click(attendees.rows[0].remove)
    assert [row.name.text() for row in attendees.rows] == ["Noor"]
    table.space.controller.undo()
    assert [row.name.text() for row in attendees.rows] == ["Ans", "Noor"]


# Consent


def test_without_consent_it_is_said_that_pseudonyms_will_be_shown(table: Table) -> None:
    consents = table.page.preparing.consents
    assert "12 maart 2099" in consents.warning_text.text()
    assert "pseudoniemen" in consents.warning_text.text()
    table.click(consents.add)
    assert consents.warning.isVisible()
    assert consents.cards[0].who.hasFocus()
    table.type("moeder en Noor")
    table.press(K.Key_Return)
    assert not consents.warning.isVisible()
    assert consents.cards[0].state.text() == "geldt op 12 maart 2099"
    consent = table.case.consents[0]
    assert (consent.who, consent.purpose) == ("moeder en Noor", "bespreken in een leerbijeenkomst")


def test_consent_that_is_withdrawn_holds_no_longer(table: Table) -> None:
    consents = table.page.preparing.consents
    table.click(consents.add)
    table.type("moeder")
    table.press(K.Key_Return)
    table.click(consents.cards[0].withdraw)
    assert table.case.consents[0].withdrawn == table.case.today
    assert consents.warning.isVisible()
    assert consents.cards[0].withdrawn.isVisible()
    table.click(consents.cards[0].remove)
    assert table.case.consents == ()


def test_a_consent_keeps_its_day_when_that_is_emptied(table: Table) -> None:
    consents = table.page.preparing.consents
    table.click(consents.add)
    table.type("moeder")
    given = consents.cards[0].given
    table.type(" ", given.line)
    table.press(K.Key_Return)
    assert given.line.text() == write_day(table.case.today)
    assert table.page.flush()
    table.type("1 maart 2020", given.line)
    table.press(K.Key_Return)
    assert table.case.consents[0].given == date(2020, 3, 1)


def test_an_anonymous_case_needs_no_consent_and_always_has_pseudonyms(table: Table) -> None:
    preparing = table.page.preparing
    preparing.consents.anonymous.setFocus()
    table.press(K.Key_Space)
    assert table.session.showing.always_pseudonyms
    assert not preparing.consents.warning.isVisible()
    pseudonyms = preparing.showing.switches["pseudonyms"]
    assert pseudonyms.isChecked()
    assert not pseudonyms.isEnabled()


# What there is to see


def test_what_there_is_to_see_is_chosen(table: Table) -> None:
    showing = table.page.preparing.showing
    table.click({chip.key: chip for chip in showing.untold.chips}["vaag"])
    table.click({chip.key: chip for chip in showing.chapters.chips}["fasen"])
    for name in ("reflections", "glides"):
        showing.switches[name].setFocus()
        table.press(K.Key_Space)
    chosen = table.session.showing
    assert (chosen.untold, chosen.chapters) == (Untold.FAINT, ChaptersBy.FASEN)
    assert (chosen.reflections, chosen.findings, chosen.glides) == (True, True, False)


def test_a_saved_view_can_be_chosen(table: Table) -> None:
    controller = table.space.controller
    view, _ = save_view(controller.book, controller.case.id, View(), "Rond de OTS")
    controller.saved_views = (view,)
    controller.refresh()
    choice = table.page.preparing.showing.view
    choice.setFocus()
    table.press(K.Key_Down)
    assert choice.currentText() == "Rond de OTS"
    assert table.session.showing.view_id == view.id
