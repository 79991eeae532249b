"""Agreeing: what will be done, by whom, by when; how it stands; and what was discussed and added."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.builders import entry
from tests.ui.meetings.meeting import AFSPRAKEN, INGEBRACHT, Table
from tijdlijn.model.sessions import ActionState, AgreedAction, Attendee, AttendsAs
from tijdlijn.services.sessions import add_told

K = Qt.Key


def agreed(table: Table, what: str) -> AgreedAction:
    return next(action for action in table.case.actions if action.what == what)


def test_an_action_is_agreed_with_keys_only(table: Table) -> None:
    table.page.desk.change(attendees=(Attendee("Ans", "Kompas"),))
    table.show(AFSPRAKEN)
    table.type("School bellen", table.page.agreements.add)
    table.press(K.Key_Return)
    card = table.page.agreements.own[0]
    assert card.owner.hasFocus()
    completer = card.owner.completer()
    assert completer is not None
    assert completer.model().index(0, 0).data() == "Ans"
    table.type("Ans")
    table.press(K.Key_Tab)
    assert card.due.line.hasFocus()
    table.type("1 april")
    table.press(K.Key_Return)
    assert agreed(table, "School bellen") == AgreedAction(
        card.action.id, table.session.id, "School bellen", "Ans", date(2099, 4, 1)
    )


def test_what_was_agreed_last_is_in_view_on_a_small_screen(table: Table) -> None:
    table.window.resize(900, 560)
    table.show(AFSPRAKEN)
    for number in range(6):
        table.type(f"Afspraak {number}", table.page.agreements.add)
        table.press(K.Key_Return)
        card = next(card for card in table.page.agreements.own if card.owner.hasFocus())
        table.qtbot.waitUntil(lambda card=card: not card.owner.visibleRegion().isEmpty())
        assert card.what.toPlainText() == f"Afspraak {number}"


def test_how_it_stands_is_one_click_or_an_arrow_and_a_remark(table: Table) -> None:
    table.show(AFSPRAKEN)
    table.type("School bellen", table.page.agreements.add)
    table.press(K.Key_Return)
    card = table.page.agreements.own[0]
    card.state.chips[0].setFocus()
    table.press(K.Key_Right)
    table.press(K.Key_Space)
    assert agreed(table, "School bellen").state is ActionState.BEZIG
    table.click(card.state.chips[2])
    done = agreed(table, "School bellen")
    assert (done.state, done.settled) == (ActionState.GEDAAN, table.case.today)
    table.type("Ging goed", card.remark)
    table.press(K.Key_Return)
    assert agreed(table, "School bellen").remark == "Ging goed"
    table.space.controller.undo()
    table.space.controller.undo()
    assert [chip.isChecked() for chip in card.state.chips] == [False, True, False, False]


def test_an_action_without_words_stays_as_it_was(table: Table) -> None:
    table.show(AFSPRAKEN)
    table.type("School bellen", table.page.agreements.add)
    table.press(K.Key_Return)
    card = table.page.agreements.own[0]
    table.type(" ", card.what)
    table.press(K.Key_Return)
    assert card.what.toPlainText() == "School bellen"
    assert "heeft woorden nodig" in table.space.trouble.text.text()


def test_it_is_about_persons_and_a_finding(table: Table) -> None:
    table.show(AFSPRAKEN)
    table.type("School bellen", table.page.agreements.add)
    table.press(K.Key_Return)
    card = table.page.agreements.own[0]
    card.about.choices.aboutToShow.emit()
    offered = {action.text(): action for action in card.about.choices.actions()}
    assert {"Noor", "Marieke"} <= set(offered)
    offered["Noor"].trigger()
    assert agreed(table, "School bellen").person_ids == ("noor",)
    assert card.about.text() == "Noor"
    card.about.choices.aboutToShow.emit()
    findings = card.about.choices.actions()[-1].menu()
    analysis = table.space.controller.analysis
    assert findings is not None
    assert analysis is not None
    findings.actions()[1].trigger()
    kept = agreed(table, "School bellen")
    assert (kept.finding_id, kept.finding_words) == (analysis.findings[0].id, analysis.findings[0].sentence)
    card.about.choices.aboutToShow.emit()
    card.about.choices.actions()[-1].menu().actions()[0].trigger()
    assert agreed(table, "School bellen").finding_id == ""


def test_the_next_session_begins_with_what_was_not_done(table: Table) -> None:
    table.show(AFSPRAKEN)
    for what in ("School bellen", "Oma vragen"):
        table.type(what, table.page.agreements.add)
        table.press(K.Key_Return)
    table.page.add()
    table.settle()
    table.page.desk.change(date=date(2099, 4, 16))
    table.show(AFSPRAKEN)
    agreements = table.page.agreements
    assert [card.said.text() for card in agreements.carried] == ["Oma vragen", "School bellen"]
    assert agreements.own == []
    assert not agreements.carried[0].what.isVisible()
    assert "leerbijeenkomst, 12 maart 2099" in agreements.carried[0].from_.text()
    table.click(agreements.carried[1].state.chips[1])
    assert agreed(table, "School bellen").state is ActionState.BEZIG


def test_an_action_is_deleted_and_comes_back(table: Table) -> None:
    table.show(AFSPRAKEN)
    table.type("School bellen", table.page.agreements.add)
    table.press(K.Key_Return)
    table.click(table.page.agreements.own[0].remove)
    assert table.page.agreements.own == []
    assert table.page.agreements.nothing.isVisible()
    table.space.controller.undo()
    assert table.page.agreements.own[0].what.toPlainText() == "School bellen"


# What the session brought


def test_what_was_added_leads_to_the_timeline(table: Table) -> None:
    told = entry("signaal", "2021", "Zij zag hem", id="gezien")
    mother = Attendee("Marieke", "", "moeder", AttendsAs.OUDER)
    table.space.controller.do(add_told, table.session.id, told, mother)
    table.show(INGEBRACHT)
    (row,) = table.page.added.rows
    assert row.text() == "“Zij zag hem”"
    assert "Ingebracht door Marieke (moeder)" in row.detail
    row.setFocus()
    table.press(K.Key_Return)
    assert table.space.shows_timeline
    assert table.space.controller.selection == ("gezien",)


def test_a_finding_is_marked_as_discussed_in_its_words_of_then(table: Table) -> None:
    table.show(INGEBRACHT)
    added, analysis = table.page.added, table.space.controller.analysis
    assert analysis is not None
    added.choices.aboutToShow.emit()
    added.choices.actions()[0].trigger()
    first = analysis.findings[0]
    assert table.session.discussed == ((first.id, first.sentence),)
    assert added.findings[0].words.text() == first.sentence
    added.choices.aboutToShow.emit()
    added.choices.actions()[0].trigger()
    assert len(table.session.discussed) == 1
    table.click(added.findings[0].remove)
    assert table.session.discussed == ()
    assert added.add.hasFocus()
