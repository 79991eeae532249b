"""When it locks, what is kept, and how everything comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.acting import click, type_in
from tests.ui.lock.locked import CONTROL_ALT, Hand, by_hand, casebook, lock, unlock
from tests.ui.windows import WORDS, application, opened, window_in
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import audit
from tijdlijn.ui.dialogs.export_dialog import ExportDialog
from tijdlijn.ui.lock.locker import PRESENTING
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.presenter.dark import Dark
from tijdlijn.ui.workspace import Workspace

MINUTE = 60

pytestmark = pytest.mark.usefixtures("little_memory")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workspace:
    return opened(qtbot, window, casebook(tmp_path))


@pytest.fixture
def hand(window: MainWindow, space: Workspace) -> Hand:
    return by_hand(window)


# When


def test_it_locks_after_ten_minutes_without_anything_done(window: MainWindow, hand: Hand) -> None:
    hand.move(window, 10 * MINUTE - 1)
    assert not window.locker.is_locked
    hand.move(window, 1)
    assert window.locker.is_locked


@pytest.mark.parametrize(
    "act",
    [
        lambda window: QTest.keyClick(window, Qt.Key.Key_Shift),
        lambda window: QTest.mouseMove(window.workspace.canvas.viewport()),
        lambda window: QTest.mouseClick(window.workspace.canvas.viewport(), Qt.MouseButton.LeftButton),
    ],
    ids=["a key", "the mouse moves", "a click"],
)
def test_what_somebody_does_begins_the_time_anew(
    qtbot: QtBot, window: MainWindow, hand: Hand, act: Callable[[MainWindow], object]
) -> None:
    hand.move(window, 9 * MINUTE)
    acted = window.locker.idleness.acted
    act(window)
    qtbot.waitUntil(lambda: window.locker.idleness.acted > acted)
    hand.move(window, 9 * MINUTE)
    assert not window.locker.is_locked


def test_a_warning_stands_for_thirty_seconds_and_any_key_takes_it_away(window: MainWindow, hand: Hand) -> None:
    warning = window.locker.warning
    hand.move(window, 9 * MINUTE + 29)
    assert not warning.isVisible()
    hand.move(window, 1)
    assert warning.isVisible()
    assert "30 s" in warning.words.text()
    hand.move(window, 10)
    assert "20 s" in warning.words.text()
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert not warning.isVisible()
    hand.move(window, 9 * MINUTE)
    assert not window.locker.is_locked


def test_the_minutes_are_chosen_in_the_menu_and_remembered(window: MainWindow, hand: Hand) -> None:
    menu = window.menus.lock_after
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["10 minuten"]
    next(one for one in menu.actions() if one.text() == "1 minuut").trigger()
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["1 minuut"]
    assert len(menu.actions()) == 7
    hand.move(window, MINUTE)
    assert window.locker.is_locked


@pytest.mark.parametrize(("said", "minutes"), [("0", 1), ("500", 60), ("nooit", 10), ("45", 45)])
def test_a_setting_that_makes_no_sense_never_turns_it_off(window: MainWindow, said: str, minutes: int) -> None:
    window.locker._settings.setValue("vergrendelen_na_minuten", said)
    assert window.locker.minutes == minutes


def test_it_locks_when_the_computer_slept(window: MainWindow, hand: Hand) -> None:
    hand.move(window, 5)
    hand.wall += 120
    window.locker.idleness.tick()
    assert window.locker.is_locked


def test_it_locks_when_both_clocks_slept_through(window: MainWindow, hand: Hand) -> None:
    hand.wall += 120
    hand.steady += 120
    window.locker.idleness.tick()
    assert window.locker.is_locked


def test_a_clock_that_is_set_back_or_a_slow_moment_locks_nothing(window: MainWindow, hand: Hand) -> None:
    hand.wall -= 3600
    window.locker.idleness.tick()
    hand.steady += 5
    hand.wall += 5
    window.locker.idleness.tick()
    assert not window.locker.is_locked


@pytest.mark.parametrize("where", ["canvas", "line", "dialog"])
def test_ctrl_alt_l_locks_wherever_the_keys_are(qtbot: QtBot, window: MainWindow, space: Workspace, where: str) -> None:
    if where == "dialog":
        window.actions_by_id["export"].trigger()
        target = window.findChild(ExportDialog)
        assert target is not None
    else:
        target = space.quick.line if where == "line" else space.canvas
    qtbot.keyClick(target, Qt.Key.Key_L, CONTROL_ALT)
    qtbot.waitUntil(lambda: window.locker.is_locked)
    assert window.findChildren(ExportDialog) == []


def test_without_a_casebook_there_is_nothing_to_lock(qtbot: QtBot, window: MainWindow) -> None:
    window.locker.lock()
    assert not window.locker.is_locked
    assert not window.locker.idleness.is_watching
    assert not window.actions_by_id["lock"].isEnabled()


def test_nobody_is_watched_when_the_casebook_is_closed_or_locked(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    assert window.locker.idleness.is_watching
    lock(qtbot, window)
    assert not window.locker.idleness.is_watching
    unlock(qtbot, window)
    assert window.locker.idleness.is_watching
    window.close_book()
    assert not window.locker.idleness.is_watching


def test_locking_and_opening_are_in_the_log(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    lock(qtbot, window)
    book = unlock(qtbot, window).controller.book
    assert [line.event for line in book.read(audit.lines)][:3] == ["geopend", "vergrendeld", "geopend"]
    assert book.read(audit.broken) is None


# Presenting


def test_a_presentation_is_left_alone_for_two_hours_and_then_ends_dark(
    qtbot: QtBot, window: MainWindow, hand: Hand
) -> None:
    assert PRESENTING == 2 * 60 * MINUTE
    window.actions_by_id["present"].trigger()
    presenting = window.presenting
    assert presenting is not None
    told: list[str] = []
    presenting.show.told.connect(told.append)
    hand.move(window, PRESENTING - 31)
    assert not window.locker.is_locked
    assert told == []
    hand.move(window, 2)
    assert told
    assert "Vergrendelt over" in told[-1]
    assert not window.locker.warning.isVisible()
    hand.move(window, 30)
    assert window.locker.is_locked
    assert window.presenting is None
    (dark,) = [one for one in application().topLevelWidgets() if isinstance(one, Dark) and one.isVisible()]
    picture = dark.grab().toImage()
    middle = picture.pixelColor(picture.rect().center())
    assert middle.lightness() == 0
    QTest.keyClick(dark, Qt.Key.Key_Space)
    assert not isValid(dark) or not dark.isVisible()


# Opening again


def test_a_wrong_passphrase_is_told_and_waits_longer_each_time(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    lock(qtbot, window)
    page = window.locker.page
    assert page is not None
    assert page.secret.line.hasFocus()
    waits = []
    for _ in range(4):
        type_in(qtbot, page.secret.line, "niet dit")
        page._tick.begin(0)
        qtbot.keyClick(page.secret.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.problem.isVisible())
        waits.append(page._tick.left)
    assert "onjuist" in page.problem.text()
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]
    assert page.secret.text == ""
    assert window.workspace is None
    page._tick.begin(0)
    assert unlock(qtbot, window).controller.case.entries


def test_closing_from_the_page_leads_to_the_page_to_begin_on(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    lock(qtbot, window)
    page = window.locker.page
    assert page is not None
    click(qtbot, page.leave)
    assert window.start.isVisible()
    assert not window.locker.is_locked
    window.locker.lock()
    assert not window.locker.is_locked


def test_another_casebook_can_be_opened_meanwhile(
    qtbot: QtBot, window: MainWindow, space: Workspace, tmp_path: Path
) -> None:
    lock(qtbot, window)
    other = tmp_path / "ander.tijdlijn"
    OpenCasebook.create(other, WORDS, title="Ander").close()
    opened(qtbot, window, other)
    assert not window.locker.is_locked
    assert window.locker.page is None


def test_everything_is_where_it_was(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    space.canvas.zoom(6)
    space.canvas.horizontalScrollBar().setValue(space.canvas.horizontalScrollBar().maximum() // 2)
    space.controller.select(["besluit"])
    window.actions_by_id["panel_search"].trigger()
    qtbot.keyClicks(space.search.field, "huis")
    space.search.field.setSelection(1, 2)
    window.actions_by_id["inspector"].trigger()
    scale, left = space.canvas.points_per_day, space.canvas.horizontalScrollBar().value()
    assert left > 0
    lock(qtbot, window)
    back = unlock(qtbot, window)
    assert back is not space
    assert back.canvas.points_per_day == scale
    assert back.canvas.horizontalScrollBar().value() == left
    assert back.controller.selection == ("besluit",)
    assert back.panels.currentWidget() is back.search
    assert back.search.field.text() == "huis"
    assert back.search.field.hasFocus()
    assert back.search.field.selectedText() == "ui"
    assert not back.shows_inspector


def test_the_meeting_and_its_part_are_where_they_were(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    window.actions_by_id["new_meeting"].trigger()
    space.meetings.show_part(4)
    session = space.session_id
    qtbot.keyClicks(space.meetings.agreements.add, "half")
    space.meetings.agreements.add.setFocus()
    lock(qtbot, window)
    back = unlock(qtbot, window)
    assert back.shows_meetings
    assert back.session_id == session
    assert back.meetings.tabs.currentIndex() == 4
    assert back.meetings.agreements.add.text() == "half"
    assert back.meetings.agreements.add.hasFocus()


def test_the_same_case_comes_back_of_several(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    window.actions_by_id["new_case"].trigger()
    assert window.workspace is not None
    chosen = window.workspace.controller.case.id
    lock(qtbot, window)
    assert unlock(qtbot, window).controller.case.id == chosen
