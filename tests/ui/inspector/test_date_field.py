"""The date of an entry as its user types it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.inspector.acting import press, press_chip, saved, steps, write
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inspector import Inspector

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def test_a_moment_has_one_line_with_the_days_that_it_means(controller: CaseController, inspector: Inspector) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    assert field.begin.text() == "maart 2019"
    assert not field.end.isVisible()
    assert field.reading.text() == "ergens van 1 maart 2019 t/m 31 maart 2019 · 4 weken speling"


def test_what_is_typed_is_read_back_while_one_types_and_saved_on_enter(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "12-3-2019")
    assert field.reading.text() == "dinsdag 12 maart 2019"
    assert saved(controller, "contact").date.edtf == "2019-03"
    qtbot.keyClick(field.begin, ENTER)
    assert saved(controller, "contact").date.edtf == "2019-03-12"
    assert field.begin.text() == "12 maart 2019"
    assert steps(controller) == ["Wijzig datum van 'Huisbezoek'"]


def test_words_that_are_an_interpretation_stay_as_they_were_typed(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "eind 2021", ENTER)
    assert field.begin.text() == "eind 2021"
    assert saved(controller, "contact").date.words == "eind 2021"
    assert field.reading.text().startswith("ergens tussen september en december 2021 · ergens van 1 september 2021")


def test_a_phrase_leans_on_the_birth_of_whom_it_is_about(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.date.begin, "op zijn zevende", ENTER)
    assert saved(controller, "contact").date.earliest == date(2016, 5, 14)


def test_a_period_has_a_begin_and_an_end(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.date
    assert (field.begin.text(), field.end.text()) == ("oktober 2019", "maart 2020")
    assert field.reading.text() == "1 oktober 2019 t/m 31 maart 2020 · zeker van 31 oktober 2019 t/m 1 maart 2020"
    write(qtbot, field.end, "15 juni 2020", TAB)
    assert saved(controller, "hulp").date.edtf == "2019-10/2020-06-15"


def test_an_end_that_is_not_there_is_open_or_unknown(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.date
    press_chip(qtbot, field.endings, "loopt nog")
    assert saved(controller, "hulp").date.edtf == "2019-10/.."
    assert "loopt nog" in field.reading.text()
    press_chip(qtbot, field.endings, "onbekend")
    assert saved(controller, "hulp").date.edtf == "2019-10/"
    assert field.end.text() == ""


def test_a_whole_period_may_be_typed_in_the_first_line(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "mrt 2018 / jun 2018", ENTER)
    assert saved(controller, "hulp").date.edtf == "2018-03/2018-06"
    assert (field.begin.text(), field.end.text()) == ("maart 2018", "juni 2018")


def test_a_period_of_which_only_the_end_is_known(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    write(qtbot, inspector.entry_form.date.begin, "", ENTER)
    assert saved(controller, "hulp").date.edtf == "/2020-03"


def test_an_end_before_the_begin_is_said_and_not_saved(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.date
    write(qtbot, field.end, "2018", TAB)
    assert field.problem.isVisible()
    assert field.problem.text() == "Het einde ligt vóór het begin. Dit is nog niet bewaard."
    assert saved(controller, "hulp").date.edtf == "2019-10/2020-03"


def test_moving_both_ends_past_each_other_needs_no_detour(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "2022", TAB)
    write(qtbot, field.end, "2023", TAB)
    assert saved(controller, "hulp").date.edtf == "2022/2023"
    assert not field.problem.isVisible()


def test_a_date_that_cannot_be_read_is_not_saved_and_stays(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "toen het regende", TAB)
    assert "'toen het regende' is geen datum die ik kan lezen" in field.problem.text()
    assert field.begin.text() == "toen het regende"
    assert field.begin.property("problem") is True
    assert saved(controller, "contact").date.edtf == "2019-03"
    assert steps(controller) == []


def test_words_can_be_kept_without_a_date(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "toen het regende", TAB)
    press(qtbot, field.keep_words)
    assert saved(controller, "contact").date is None
    assert saved(controller, "contact").unread_date == "toen het regende"
    assert "staat zonder datum op de tijdlijn" in field.problem.text()
    assert not field.keep_words.isVisible()


def test_unread_words_give_way_to_a_date(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["ruzie"])
    field = inspector.entry_form.date
    assert field.begin.text() == "vlak na de kermis"
    write(qtbot, field.begin, "september 2018", ENTER)
    assert saved(controller, "ruzie").date.edtf == "2018-09"
    assert saved(controller, "ruzie").unread_date == ""


def test_an_empty_line_is_a_date_that_is_not_known(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.date.begin, "", ENTER)
    assert saved(controller, "contact").date is None
    assert inspector.entry_form.date.reading.text().startswith("Datum onbekend.")


def test_escape_takes_back_what_was_typed(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "2011", ESCAPE)
    assert field.begin.text() == "maart 2019"
    qtbot.keyClick(field.begin, TAB)
    assert steps(controller) == []


def test_an_event_can_become_a_period(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["ruzie"])
    field = inspector.entry_form.date
    write(qtbot, field.begin, "2018", ENTER)
    field._period.setFocus()
    qtbot.keyClick(field._period, Qt.Key.Key_Space)
    write(qtbot, field.end, "2019", ENTER)
    assert saved(controller, "ruzie").date.edtf == "2018/2019"
    assert saved(controller, "ruzie").is_span


def test_looking_at_a_date_changes_nothing(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    for id_ in ("contact", "hulp", "ruzie"):
        controller.select([id_])
        field = inspector.entry_form.date
        field.begin.setFocus()
        qtbot.keyClick(field.begin, ENTER)
        inspector.flush()
    assert steps(controller) == []
