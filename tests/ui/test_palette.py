"""The palette: what is typed finds commands, days, entries, people, parties and findings, and Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import click
from tests.ui.windows import ready, window_in
from tijdlijn.ui.commands import MENUS
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.palette import CommandPalette
from tijdlijn.ui.palette_offers import RECENT, Offer
from tijdlijn.ui.palette_rows import OFFER
from tijdlijn.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def example(qtbot: QtBot, window: MainWindow) -> Workspace:
    click(qtbot, window.start.example)
    return ready(qtbot, window)


def asked(qtbot: QtBot, window: MainWindow, query: str = "") -> CommandPalette:
    """The palette, opened with its key, with this typed in it."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    palette = next(found for found in window.findChildren(CommandPalette) if found.isVisible())
    qtbot.keyClicks(palette.line, query)
    return palette


def offers(palette: CommandPalette) -> list[Offer]:
    return [palette.model.index(row).data(OFFER) for row in range(palette.model.rowCount())]


def texts(palette: CommandPalette) -> list[str]:
    return [offer.text for offer in offers(palette)]


def enter(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)


def test_it_offers_every_command_with_its_keys(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    palette = asked(qtbot, window)
    commands = {command.id for _, menu in MENUS for command in menu if command.id and command.id != "palette"}
    assert {offer.command for offer in offers(palette)} == commands
    gap = next(offer for offer in offers(palette) if offer.command == "next_gap")
    assert gap.keys[0] == "G"


def test_a_command_is_chosen_with_a_few_letters_and_enter(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    before = example.canvas.points_per_day
    palette = asked(qtbot, window, "inz")
    assert texts(palette)[0] == "Inzoomen"
    enter(qtbot, palette)
    assert example.canvas.points_per_day > before
    assert not palette.isVisible()
    assert example.canvas.hasFocus()


def test_what_was_chosen_before_comes_first_and_only_its_id_is_kept(
    qtbot: QtBot, window: MainWindow, example: Workspace
) -> None:
    enter(qtbot, asked(qtbot, window, "uitz"))
    enter(qtbot, asked(qtbot, window, "inz"))
    assert [offer.command for offer in offers(asked(qtbot, window))[:2]] == ["zoom_in", "zoom_out"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    enter(qtbot, asked(qtbot, window, example.controller.case.timeline[0].title))
    kept = QSettings(window._settings.fileName(), QSettings.Format.IniFormat).value(RECENT)
    assert kept == "zoom_in,zoom_out"


def test_a_command_that_cannot_be_chosen_says_why_and_does_nothing(
    qtbot: QtBot, window: MainWindow, example: Workspace
) -> None:
    palette = asked(qtbot, window, "regel verwijderen")
    assert offers(palette)[0].lacks == "kies eerst een regel"
    count = len(example.controller.case.entries)
    enter(qtbot, palette)
    assert palette.isVisible()
    assert len(example.controller.case.entries) == count


def test_without_a_case_it_says_to_open_one(qtbot: QtBot, window: MainWindow) -> None:
    palette = asked(qtbot, window, "inz")
    assert offers(palette)[0].lacks == "open eerst een casusboek"
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.parametrize(
    ("typed", "said", "first", "last"),
    [("maart 2019", "maart 2019", (2019, 3, 1), (2019, 3, 31)), ("2021", "2021", (2021, 1, 1), (2021, 12, 31))],
)
def test_a_date_in_dutch_goes_there(
    qtbot: QtBot,
    window: MainWindow,
    example: Workspace,
    typed: str,
    said: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> None:
    palette = asked(qtbot, window, typed)
    assert texts(palette)[0] == f"Ga naar {said}"
    enter(qtbot, palette)
    begin, end = example.canvas.days_in_view
    assert begin <= date(*first).toordinal()
    assert date(*last).toordinal() <= end
    assert end - begin < 365 * 6


def test_words_of_a_title_in_any_order_go_to_the_entry(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    wanted = next(entry for entry in example.controller.case.timeline if len(entry.title.split()) > 3)
    query = " ".join(reversed(wanted.title.split()[:3]))
    palette = asked(qtbot, window, query)
    assert wanted.title in texts(palette)[:3]
    for _ in range(texts(palette).index(wanted.title)):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    enter(qtbot, palette)
    assert example.controller.selected_entries[0].title == wanted.title


def test_a_person_and_a_party_let_their_entries_stand_out(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    for named in (example.controller.case.persons[0], example.controller.case.parties[0]):
        palette = asked(qtbot, window, named.name)
        assert texts(palette)[0] == named.name
        enter(qtbot, palette)
        assert example.panels.currentWidget() is example.people
        assert example.canvas._found
        example.canvas.setFocus()


def test_a_finding_is_opened_in_its_panel(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    analysis = example.controller.analysis
    assert analysis is not None
    wanted = analysis.findings[0]
    palette = asked(qtbot, window, wanted.sentence)
    assert texts(palette) == [wanted.sentence]
    example.panels.setCurrentWidget(example.people)
    enter(qtbot, palette)
    assert example.panels.currentWidget() is example.findings


def test_arrows_walk_round_and_escape_gives_the_keys_back(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    example.quick.start()
    palette = asked(qtbot, window, "re")
    rows = palette.model.rowCount()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == rows - 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert example.quick.line.hasFocus()


def test_it_goes_away_when_the_keys_go_elsewhere_and_at_its_own_key(
    qtbot: QtBot, window: MainWindow, example: Workspace
) -> None:
    palette = asked(qtbot, window)
    example.quick.line.setFocus()
    assert not palette.isVisible()
    assert example.quick.line.hasFocus()
    palette = asked(qtbot, window)
    window.run("palette")
    assert not palette.isVisible()


def test_a_row_is_chosen_with_the_mouse(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    before = example.canvas.points_per_day
    palette = asked(qtbot, window, "inz")
    place = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert example.canvas.points_per_day > before


def test_nothing_found_is_told_as_plain_text(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    palette = asked(qtbot, window, "zzzqq <b>x</b>")
    assert palette.model.rowCount() == 0
    assert palette.nothing.isVisible()
    assert "‘zzzqq <b>x</b>’" in palette.nothing.text()
    assert palette.nothing.textFormat() is Qt.TextFormat.PlainText
    enter(qtbot, palette)
    assert palette.isVisible()


def test_it_fits_a_small_window(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    palette = asked(qtbot, window)
    window.resize(900, 560)
    assert window.rect().contains(palette.geometry())
    assert palette.list.visualRect(palette.model.index(0)).height() > 0
