"""The filter in the window: kept when the window closes right away, and reachable from the menus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, entry
from tests.ui.acting import type_in
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.model.views import Filter, View
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.main_window import MainWindow

TURNS = View(filter=Filter(turns=True))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A casebook with a schakelmoment and a decision."""
    path = tmp_path / "gezin.tijdlijn"
    with OpenCasebook.create(path, WORDS, title="Gezin Proef", today=TODAY) as book:
        lines = [
            entry("gebeurtenis", "2019-05-01", "Verhuizing", id="a", schakelmoment="verhuizing"),
            entry("besluit", "2020-01-01", "Besluit", id="b"),
        ]
        editing.add_entries(book, book.cases()[0].id, lines)
    return path


def test_a_filter_is_still_in_force_after_closing_at_once_and_opening(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = opened(qtbot, window, path)
    assert space.filter_bar.isHidden()
    space.controller.set_view(TURNS)
    assert space.filter_bar.isVisible()
    assert window.close_book()
    space = opened(qtbot, window, path)
    assert space.controller.view == TURNS
    assert space.filter_bar.isVisible()
    window.run("show_all")
    assert space.filter_bar.isHidden()


def test_selecting_all_takes_what_is_shown(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.set_view(TURNS)
    window.run("select_all")
    assert space.controller.selection == ("a",)


def test_the_menu_offers_the_views_while_a_case_is_open(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    menu = window.menus.views
    assert not menu.menuAction().isEnabled()
    space = opened(qtbot, window, path)
    assert menu.menuAction().isEnabled()
    window.run("save_view")
    assert space.panels.currentWidget().isAncestorOf(space.filter.naming)
    qtbot.waitUntil(space.filter.naming.field.hasFocus)
    type_in(qtbot, space.filter.naming.field, "Alles bij elkaar")
    space.filter.naming.keep.click()
    menu.aboutToShow.emit()
    assert "Alles bij elkaar" in [action.text() for action in menu.actions()]
    window.close_book()
    assert not menu.menuAction().isEnabled()
