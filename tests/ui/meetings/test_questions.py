"""Questions: asked in an order, answered by the group and by the family apart."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.meetings.meeting import CONTROL, VRAGEN, Table
from tijdlijn.model.sessions import SessionKind
from tijdlijn.services.sessions import QUESTIONS, questions_for
from tijdlijn.ui.meetings.questions import QuestionList

K = Qt.Key
ASKED = list(QUESTIONS[SessionKind.LEERBIJEENKOMST])


def texts(table: Table) -> list[str]:
    return [question.text for question in table.session.questions]


def test_the_group_and_the_family_answer_apart(table: Table) -> None:
    table.show(VRAGEN)
    card = table.page.questions.list.cards[0]
    table.type("De coach", card.family.text)
    table.press(K.Key_Tab)
    assert card.answer.hasFocus()
    table.type("Dat zij bleef")
    table.press(K.Key_Return, CONTROL)
    question = table.session.questions[0]
    assert (question.text, question.family, question.answer) == (ASKED[0], "De coach", "Dat zij bleef")
    assert table.page.tabs.tabText(VRAGEN) == "Vragen  1"
    table.space.controller.undo()
    assert (card.family.text.toPlainText(), card.answer.toPlainText()) == ("De coach", "")


def test_a_question_is_added_changed_and_removed(table: Table) -> None:
    table.show(VRAGEN)
    listed = table.page.questions.list
    table.type("En de hond?", listed.add)
    table.press(K.Key_Return)
    assert texts(table) == [*ASKED, "En de hond?"]
    table.type("En de kat?", listed.cards[3].asked)
    table.press(K.Key_Return)
    assert texts(table)[3] == "En de kat?"
    table.click(listed.cards[3].remove)
    assert texts(table) == ASKED
    table.space.controller.undo()
    assert listed.cards[3].asked.toPlainText() == "En de kat?"


def test_a_question_is_asked_earlier_with_its_answers_and_keeps_the_keys(table: Table) -> None:
    table.show(VRAGEN)
    listed = table.page.questions.list
    table.type("Later meer", listed.cards[2].answer)
    listed.cards[2].up.setFocus()
    table.press(K.Key_Space)
    assert texts(table) == [ASKED[0], ASKED[2], ASKED[1]]
    assert table.session.questions[1].answer == "Later meer"
    assert listed.cards[1].up.hasFocus()
    table.press(K.Key_Space)
    assert texts(table)[0] == ASKED[2]
    assert not listed.cards[0].up.isEnabled()


def test_an_empty_question_is_taken_out(table: Table) -> None:
    table.show(VRAGEN)
    listed = table.page.questions.list
    table.type("x", listed.cards[0].asked)
    table.press(K.Key_Backspace)
    table.press(K.Key_Return)
    assert texts(table) == ASKED[1:]


def test_own_questions_become_those_of_every_next_session_and_can_be_left_again(table: Table) -> None:
    table.show(VRAGEN)
    questions, book = table.page.questions, table.space.controller.book
    table.click(questions.list.cards[0].remove)
    table.click(questions.save)
    assert questions_for(book, SessionKind.LEERBIJEENKOMST) == tuple(ASKED[1:])
    assert "begint voortaan" in table.window.statusBar().currentMessage()
    table.type("En de hond?", questions.list.add)
    table.press(K.Key_Return)
    table.click(questions.restore)
    assert texts(table) == ASKED[1:]


def test_the_list_stands_on_its_own_with_questions_that_stay_as_they_are(table: Table) -> None:
    listed = QuestionList(table.page.desk, is_fixed=True)
    table.qtbot.addWidget(listed)
    listed.show()
    card = listed.cards[0]
    assert card.said.text() == ASKED[0]
    assert not any(part.isVisible() for part in (card.asked, card.up, card.remove, listed.add))
    card.answer.setPlainText("Samen gezegd")
    assert listed.flush()
    assert table.session.questions[0].answer == "Samen gezegd"
