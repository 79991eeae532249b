"""The page of the meetings: to it and back by keys, sessions made and deleted, nothing typed lost."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.meetings.meeting import AFSPRAKEN, ALT, CONTROL, INGEBRACHT, NOTITIES, REFLECTIES, VRAGEN, Table
from tijdlijn.model.sessions import AgreedAction, SessionKind
from tijdlijn.services.sessions import keep_action
from tijdlijn.ui.page_switch import DOSSIER, MEETINGS, TIMELINE

K = Qt.Key


# Pages


def test_a_key_shows_the_meetings_and_goes_back_to_the_page_before(table: Table) -> None:
    table.space.show_page(DOSSIER)
    table.press(K.Key_F8)
    assert table.space.shows_meetings
    assert table.page.header.isVisible()
    table.press(K.Key_F8)
    assert table.space.shows_dossier
    assert not table.page.header.isVisible()
    table.press(K.Key_F7)
    assert table.space.shows_timeline
    table.press(K.Key_F8)
    table.press(K.Key_F7)
    assert table.space.shows_dossier


def test_the_switch_goes_through_three_pages_with_the_arrows(table: Table) -> None:
    buttons = table.space.switch.buttons
    assert [button.isChecked() for button in buttons] == [False, False, True]
    buttons[MEETINGS].setFocus()
    table.press(K.Key_Left)
    assert table.space.page == DOSSIER
    buttons[DOSSIER].setFocus()
    table.press(K.Key_Left)
    assert table.space.page == TIMELINE
    buttons[TIMELINE].setFocus()
    table.press(K.Key_Return)
    assert table.space.page == DOSSIER


def test_a_command_of_the_timeline_goes_there_and_deleting_a_regel_is_not_offered_here(table: Table) -> None:
    table.space.controller.select(["ots"])
    assert not table.window.actions_by_id["delete"].isEnabled()
    table.window.actions_by_id["panel_people"].trigger()
    assert table.space.shows_timeline
    assert table.window.actions_by_id["delete"].isEnabled()


def test_f6_goes_through_the_page(table: Table) -> None:
    seen = []
    for _ in range(3):
        table.press(K.Key_F6)
        seen.append(next(area for area in table.page.areas if area.isAncestorOf(table.focus)))
    assert {type(area).__name__ for area in seen} == {"QWidget", "SessionList", "QTabWidget"}


# Sessions


def test_without_a_session_it_says_what_to_do_and_a_button_makes_one(empty: Table) -> None:
    assert "bereidt u een bijeenkomst voor" in empty.page.empty.text.text()
    assert empty.page.begin[SessionKind.ACTIELEREN].hasFocus()
    empty.click(empty.page.begin[SessionKind.LEERBIJEENKOMST])
    assert empty.session.kind is SessionKind.LEERBIJEENKOMST
    assert empty.page.preparing.day.line.hasFocus()
    empty.window.actions_by_id["undo"].trigger()
    assert empty.page.empty.isVisible()


def test_the_menu_makes_a_session_from_the_timeline(empty: Table) -> None:
    empty.space.show_page(TIMELINE)
    empty.window.actions_by_id["new_meeting"].trigger()
    assert empty.space.shows_meetings
    assert empty.session.kind is SessionKind.ACTIELEREN
    empty.type("12 maart 2099")
    empty.press(K.Key_Return)
    assert [made.text() for made in empty.page.sessions.rows] == ["12 maart 2099"]
    assert empty.page.sessions.rows[0].count == "volgende"
    assert empty.page.title.text() == "Actieleren, 12 maart 2099"


def test_a_session_of_today_says_so(table: Table) -> None:
    table.type("vandaag", table.page.preparing.day.line)
    table.press(K.Key_Return)
    assert table.page.sessions.rows[0].count == "vandaag"


def test_a_session_is_chosen_with_the_arrows_and_deleted_with_a_key_and_comes_back(table: Table) -> None:
    first = table.session
    table.page.add()
    table.settle()
    second = table.session
    assert [made.session_id for made in table.page.sessions.rows] == [second.id, first.id]
    table.page.sessions.rows[0].setFocus()
    table.press(K.Key_Down)
    table.press(K.Key_Return)
    assert table.session == first
    table.press(K.Key_Delete)
    assert [made.session_id for made in table.page.sessions.rows] == [second.id]
    assert table.session == second
    assert table.page.sessions.rows[0].hasFocus()
    table.press(K.Key_Z, CONTROL)
    assert len(table.page.sessions.rows) == 2


def test_what_was_being_typed_goes_and_comes_back_with_its_session(table: Table) -> None:
    table.page.add()
    table.settle()
    second = table.session.id
    table.show(NOTITIES)
    table.type("Eerst moeder", table.page.notes.text)
    table.page.delete(second)
    assert table.session.id != second
    assert table.page.notes.text.toPlainText() == ""
    table.space.controller.undo()
    assert table.case.sessions_by_id[second].notes == "Eerst moeder"
    assert not table.space.trouble.isVisible()


def test_the_list_says_how_much_a_session_holds(table: Table) -> None:
    row = table.page.sessions.rows[0]
    assert (row.detail, row.holds) == ("leerbijeenkomst", "nog leeg")
    table.space.controller.do(keep_action, AgreedAction("a", table.session.id, "Bellen"))
    assert table.page.sessions.rows[0].holds == "1 afspraak"
    assert table.page.tabs.tabText(AFSPRAKEN) == "Afspraken  1"


def test_a_session_is_prepared_held_and_agreed_on_with_keys_only(empty: Table) -> None:
    page = empty.page
    empty.press(K.Key_Space)
    empty.type("vandaag")
    empty.press(K.Key_Return)
    to(empty, page.preparing.attendees.add)
    empty.type("Ans")
    empty.press(K.Key_Return)
    to(empty, page.preparing.consents.anonymous)
    empty.press(K.Key_Space)
    empty.show(VRAGEN)
    to(empty, page.questions.list.cards[0].answer)
    empty.type("Het liep vanzelf")
    empty.show(REFLECTIES)
    to(empty, page.reflections.rows[2])
    empty.press(K.Key_Return)
    empty.type("Niemand anders kon")
    empty.show(AFSPRAKEN)
    to(empty, page.agreements.add)
    empty.type("Oma bellen")
    empty.press(K.Key_Return)
    empty.type("Moeder")
    empty.press(K.Key_Tab)
    empty.type("morgen")
    empty.press(K.Key_F8)
    assert empty.space.shows_timeline
    session, action = empty.session, empty.case.actions[0]
    assert (session.date, session.attendees[0].organisation) == (empty.case.today, "Kompas")
    assert (session.questions[0].answer, session.showing.always_pseudonyms) == ("Het liep vanzelf", True)
    assert [(one.entry_id, one.how) for one in empty.case.reflections] == [("oma", "Niemand anders kon")]
    assert (action.what, action.owner) == ("Oma bellen", "Moeder")
    assert action.due == empty.case.today + timedelta(days=1)


def to(table: Table, field: QWidget) -> None:
    """Walk with Tab until a field has the keys."""
    for _ in range(80):
        if field.hasFocus():
            return
        table.press(K.Key_Tab)
    raise AssertionError(field)


# Parts


def test_every_part_has_a_key(table: Table) -> None:
    for part in (INGEBRACHT, AFSPRAKEN, REFLECTIES, NOTITIES, VRAGEN, 0):
        table.show(part)
        assert table.page.parts[part][1].isVisible()
    table.press(K.Key_PageDown, CONTROL)
    assert table.page.tabs.currentIndex() == VRAGEN
    table.press(K.Key_PageUp, CONTROL)
    table.press(K.Key_PageUp, CONTROL)
    assert table.page.tabs.currentIndex() == INGEBRACHT


def test_tab_goes_through_the_fields_in_the_order_in_which_they_stand(table: Table) -> None:
    preparing = table.page.preparing
    preparing.day.line.setFocus()
    seen = []
    for _ in range(3):
        table.press(K.Key_Tab)
        seen.append(table.focus)
    assert seen == [preparing.place, preparing.title, preparing.aim]


def test_no_label_reads_markup(table: Table) -> None:
    for part in range(6):
        table.show(part)
    labels = table.page.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


# Nothing typed is lost


def test_what_is_typed_is_kept_when_another_page_is_shown(table: Table) -> None:
    table.show(NOTITIES)
    table.type("Eerst moeder", table.page.notes.text)
    table.press(K.Key_F8)
    assert table.session.notes == "Eerst moeder"
    assert table.space.controller.book.undo_name == "Wijzig de notities bij de bijeenkomst"


def test_what_is_typed_is_kept_when_the_casebook_closes(table: Table) -> None:
    table.show(NOTITIES)
    table.type("Eerst moeder", table.page.notes.text)
    case_id = table.case.id
    book = table.space.controller.book
    kept: list[str] = []
    book_close = book.close

    def close() -> None:
        kept.append(book.case(case_id).sessions[0].notes)
        book_close()

    book.close = close  # type: ignore[method-assign]
    table.window.close_book()
    assert kept == ["Eerst moeder"]


def test_a_day_that_cannot_be_read_is_kept_at_closing_and_holds_nothing_back(table: Table) -> None:
    table.type("gisternacht ofzo", table.page.preparing.day.line)
    assert table.space.flush() == ""
    assert "gisternacht ofzo" in table.space.controller.drafts.of("bijeenkomst.Preparing").values()
    assert table.window.close_book()


def test_a_day_that_cannot_be_read_keeps_its_session_in_view(table: Table) -> None:
    table.page.add()
    table.settle()
    session = table.session
    table.type("gisternacht ofzo", table.page.preparing.day.line)
    table.show(NOTITIES)
    table.click(table.page.sessions.rows[1])
    assert table.session == session
    assert table.page.preparing.day.problem.isVisible()
    assert "Esc" in table.window.statusBar().currentMessage()
    table.page.preparing.day.setFocus()
    table.press(K.Key_Escape)
    table.click(table.page.sessions.rows[1])
    assert table.session != session


def test_undo_of_another_step_leaves_what_is_being_typed_and_the_keys(table: Table) -> None:
    preparing = table.page.preparing
    table.type("De Brink", preparing.place)
    table.press(K.Key_Return)
    table.type("Weten wat hielp", preparing.aim)
    table.space.controller.undo()
    assert preparing.place.text() == ""
    assert preparing.aim.toPlainText() == "Weten wat hielp"
    assert preparing.aim.hasFocus()
    table.press(K.Key_Return, CONTROL)
    assert (table.session.place, table.session.aim) == ("", "Weten wat hielp")


def test_escape_takes_back_what_is_typed_and_makes_no_step(table: Table) -> None:
    steps = table.steps
    table.type("De Brink", table.page.preparing.place)
    table.press(K.Key_Escape)
    table.press(K.Key_Tab)
    assert table.page.preparing.place.text() == ""
    assert table.steps == steps


def test_the_other_parts_of_alt_keys_do_not_type(table: Table) -> None:
    table.page.preparing.place.setFocus()
    table.press(K.Key_2, ALT)
    assert table.page.preparing.place.text() == ""
