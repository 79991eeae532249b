"""The page to begin on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.services import recent
from tijdlijn.ui.start_page import StartPage, shortened


def shown(qtbot: QtBot) -> StartPage:
    return show(qtbot, StartPage(), 900, 640)


def test_each_button_asks_for_its_own(qtbot: QtBot) -> None:
    page = shown(qtbot)
    for button, asked in (
        (page.new, page.new_asked),
        (page.open, page.open_asked),
        (page.example, page.example_asked),
    ):
        with qtbot.waitSignal(asked):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(asked):
            qtbot.keyClick(button, Qt.Key.Key_Space)


def test_without_casebooks_it_says_what_to_do_next(qtbot: QtBot) -> None:
    page = shown(qtbot)
    assert page.empty.isVisible()
    assert "voorbeeld" in page.empty.text()


def test_a_casebook_in_the_list_is_asked_for_with_a_click(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "casus-2026-11.tijdlijn"
    place.touch()
    recent.remember(place)
    page = shown(qtbot)
    assert not page.empty.isVisible()
    (row,) = page.rows
    assert row.text() == "casus-2026-11"
    with qtbot.waitSignal(page.recent_asked) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert asked.args == [place]


def test_a_casebook_that_is_away_is_said_to_be(qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(tmp_path / "weg.tijdlijn")
    (row,) = shown(qtbot).rows
    assert row.detail.startswith("niet gevonden")


def test_delete_takes_a_casebook_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    recent.remember(tmp_path / "een.tijdlijn")
    recent.remember(tmp_path / "twee.tijdlijn")
    page = shown(qtbot)
    page.rows[0].setFocus()
    qtbot.keyClick(page.rows[0], Qt.Key.Key_Delete)
    assert [row.text() for row in page.rows] == ["een"]
    assert recent.files() == (tmp_path / "een.tijdlijn",)


def test_the_list_is_read_again_when_the_page_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot)
    page.hide()
    recent.remember(tmp_path / "later.tijdlijn")
    page.show()
    assert [row.text() for row in page.rows] == ["later"]


def test_a_folder_is_told_from_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shortened(tmp_path / "Documenten") == str(Path("~") / "Documenten")
    assert shortened(Path("/elders")) == str(Path("/elders"))
