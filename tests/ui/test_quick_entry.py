"""The facilitator's line: read while it is typed, shown before Enter, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind, Sector
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui import theme
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.quick_entry import QuickEntryLine
from tijdlijn.ui.widgets import column

ENTER, TAB, ESCAPE, UP, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
FULL = "mrt 2019 / jun 2020 interventie gezinsbehandeling @Levvel #Noor !"


@pytest.fixture
def quick(qtbot: QtBot, controller: CaseController) -> Iterator[QuickEntryLine]:
    """The line at the top of a window, with the cursor in it."""
    window = QWidget()
    made = QuickEntryLine(controller, window)
    layout = column(0)
    layout.addWidget(made)
    layout.addStretch(1)
    window.setLayout(layout)
    show(qtbot, window, 800, 300)
    made.start()
    yield made
    window.close()


def write(qtbot: QtBot, quick: QuickEntryLine, text: str, *keys: Qt.Key) -> None:
    qtbot.keyClicks(quick.line, text)
    for key in keys:
        qtbot.keyClick(quick.line, key)


def last_title(controller: CaseController) -> str:
    return max(controller.case.entries, key=lambda entry: entry.order).title


def test_what_was_understood_is_told_in_words(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, FULL)
    qtbot.waitUntil(lambda: quick.told.text().startswith("van maart 2019"))
    assert quick.told.text() == (
        "van maart 2019 tot en met juni 2020 · interventie · Levvel (nieuw, jeugdhulp) · Noor · schakelmoment: overig"
    )


def test_and_coloured_in_the_line_itself(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, FULL)
    qtbot.waitUntil(lambda: quick.told.text().startswith("van maart 2019"))
    formats = quick.line.document().firstBlock().layout().formats()
    words = {FULL[part.start : part.start + part.length] for part in formats if part.format.fontWeight() > 400}
    assert words == {"mrt 2019 / jun 2020", "interventie", "@Levvel", "#Noor", "!"}
    new = next(part for part in formats if FULL[part.start : part.start + part.length] == "@Levvel")
    assert QTextCharFormat(new.format).fontUnderline()


def test_the_colours_follow_light_and_dark(qtbot: QtBot, quick: QuickEntryLine) -> None:
    theme.dress(quick.window())
    write(qtbot, quick, "2019 contact bezoek")

    def colour() -> str:
        formats = quick.line.document().firstBlock().layout().formats()
        return formats[0].format.foreground().color().name() if formats else ""

    qtbot.waitUntil(lambda: colour() != "")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        theme.apply(app, "donker")
        dark = colour()
        theme.apply(app, "licht")
        assert (dark, colour()) == ("#6fb1ff", "#1d5fa8")
    finally:
        theme.apply(app, "licht")


def test_the_timeline_shows_it_before_enter(qtbot: QtBot, controller: CaseController, quick: QuickEntryLine) -> None:
    write(qtbot, quick, FULL)
    qtbot.waitUntil(lambda: controller.preview is not None and controller.preview.schakelmoment != "")
    assert controller.preview is not None
    assert controller.preview.title == "gezinsbehandeling"
    assert controller.preview.person_ids == ("noor",)
    assert controller.preview.party_ids == ()
    assert len(controller.case.entries) == 3


def test_enter_adds_it_with_whom_it_names_in_one_step(
    qtbot: QtBot, controller: CaseController, quick: QuickEntryLine
) -> None:
    write(qtbot, quick, FULL, ENTER)
    (entry,) = controller.selected_entries
    assert (entry.kind, entry.title, entry.date.edtf) == (Kind.INTERVENTIE, "gezinsbehandeling", "2019-03/2020-06")
    assert [(party.name, party.sector) for party in controller.case.parties_of(entry)] == [("Levvel", Sector.JEUGDHULP)]
    assert controller.preview is None
    assert quick.text == ""
    assert quick.line.hasFocus()
    controller.undo()
    assert (len(controller.case.entries), len(controller.case.parties)) == (3, 2)


def test_entry_after_entry_without_the_mouse(qtbot: QtBot, controller: CaseController, quick: QuickEntryLine) -> None:
    for text in ("2018 contact eerste", "2019 contact tweede"):
        write(qtbot, quick, text, ENTER)
    assert [entry.title for entry in controller.case.timeline if entry.title in ("eerste", "tweede")] == [
        "eerste",
        "tweede",
    ]


def test_a_line_without_a_title_is_not_added_and_says_why(
    qtbot: QtBot, controller: CaseController, quick: QuickEntryLine
) -> None:
    write(qtbot, quick, "2019", ENTER)
    assert "Geen titel" in quick.told.text()
    assert quick.text == "2019"
    assert len(controller.case.entries) == 3


def test_what_could_not_be_saved_stays_in_the_line(
    qtbot: QtBot, controller: CaseController, quick: QuickEntryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("De schijf is vol.")

    told: list[str] = []
    controller.problem.connect(told.append)
    with monkeypatch.context() as patched:
        patched.setattr(OpenCasebook, "commit", full)
        write(qtbot, quick, "2019 contact niet kwijt", ENTER)
    assert told == ["De schijf is vol."]
    assert quick.text == "2019 contact niet kwijt"
    qtbot.keyClick(quick.line, ENTER)
    assert last_title(controller) == "niet kwijt"


def test_escape_empties_the_line_and_the_arrows_bring_it_back(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact eerste", ENTER)
    write(qtbot, quick, "2020 contact tweede", ESCAPE)
    assert quick.text == ""
    write(qtbot, quick, "half")
    seen = []
    for key in (UP, UP, UP, DOWN, DOWN):
        qtbot.keyClick(quick.line, key)
        seen.append(quick.text)
    assert seen == [
        "2020 contact tweede",
        "2019 contact eerste",
        "2019 contact eerste",
        "2020 contact tweede",
        "half",
    ]


def test_escape_in_an_empty_line_leaves_it(qtbot: QtBot, quick: QuickEntryLine) -> None:
    with qtbot.waitSignal(quick.left):
        qtbot.keyClick(quick.line, ESCAPE)


@pytest.mark.parametrize("key", [TAB, ENTER])
def test_a_name_is_completed(qtbot: QtBot, controller: CaseController, quick: QuickEntryLine, key: Qt.Key) -> None:
    write(qtbot, quick, "2019 contact bezoek @ko")
    assert quick.list.isVisible()
    assert quick.list.rows[0].text == "Kompas"
    qtbot.keyClick(quick.line, key)
    assert quick.text == "2019 contact bezoek @Kompas "
    assert not quick.list.isVisible()
    qtbot.keyClick(quick.line, ENTER)
    assert controller.selected_entries[0].party_ids == ("kompas",)


def test_the_proposals_stand_below_the_words_of_the_reading(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact bezoek @ko")
    told = quick.told.mapTo(quick.window(), quick.told.rect().bottomLeft())
    assert quick.list.geometry().top() > told.y()


def test_enter_on_a_name_that_is_there_in_full_adds_the_line(
    qtbot: QtBot, controller: CaseController, quick: QuickEntryLine
) -> None:
    write(qtbot, quick, "2019 contact bezoek @Kompas", ENTER)
    assert last_title(controller) == "bezoek"


def test_enter_adds_a_title_that_looks_like_the_beginning_of_a_kind(
    qtbot: QtBot, controller: CaseController, quick: QuickEntryLine
) -> None:
    write(qtbot, quick, "2019 over")
    assert quick.list.isVisible()
    qtbot.keyClick(quick.line, ENTER)
    assert last_title(controller) == "over"


def test_escape_closes_the_proposals_and_keeps_the_line(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact bezoek @ko", ESCAPE)
    assert not quick.list.isVisible()
    assert quick.text == "2019 contact bezoek @ko"


def test_proposals_are_chosen_with_the_arrows_or_the_mouse(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact bezoek #")
    names = [row.text for row in quick.list.rows]
    assert names == ["Moeder", "Noor"]
    write(qtbot, quick, "", DOWN, TAB)
    assert quick.text.endswith("#Noor ")
    write(qtbot, quick, "#")
    place = quick.list.box_of(0).center()
    qtbot.mouseClick(quick.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert quick.text.endswith("#Moeder ")
    assert quick.line.hasFocus()


def test_the_proposals_go_when_the_line_is_left(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact bezoek @ko")
    quick.line.clearFocus()
    assert not quick.list.isVisible()


def test_a_day_of_the_timeline_begins_the_line_unless_something_was_typed(qtbot: QtBot, quick: QuickEntryLine) -> None:
    quick.start(date(2019, 3, 12))
    assert quick.text == "12 maart 2019 "
    quick.start(date(2020, 1, 1))
    assert quick.text == "12 maart 2019 "


def test_pasted_text_stays_on_one_line(quick: QuickEntryLine) -> None:
    pasted = QMimeData()
    pasted.setText("2019\ncontact\tbezoek\r\n")
    quick.line.insertFromMimeData(pasted)
    assert quick.text == "2019 contact bezoek"


def test_a_long_reading_does_not_widen_the_window(qtbot: QtBot, quick: QuickEntryLine) -> None:
    write(qtbot, quick, "2019 contact " + "een heel lang verhaal " * 12 + "@Nieuwe_partij_met_een_lange_naam #Noor")
    qtbot.waitUntil(lambda: "Nieuwe partij" in quick.told.text())
    assert quick.minimumSizeHint().width() < 400
