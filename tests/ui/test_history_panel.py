"""The history panel: what was done, newest first, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.opened import Opener, opener
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.history_panel import HistoryPanel


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def controller(opened: Opener) -> CaseController:
    made = opened()
    for title in ("Een", "Twee", "Drie"):
        made.do(editing.add_entry, entry("contact", "2019-01-01", title))
    return made


def shown(qtbot: QtBot, controller: CaseController) -> HistoryPanel:
    panel = HistoryPanel(controller)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def names(panel: HistoryPanel) -> list[str]:
    return [row.text.splitlines()[0] for row in panel.steps.rows]


def titles(controller: CaseController) -> set[str]:
    return {shown_entry.title for shown_entry in controller.case.entries}


def test_steps_stand_newest_first_with_their_time(qtbot: QtBot, controller: CaseController) -> None:
    panel = shown(qtbot, controller)
    assert names(panel)[:3] == ["Voeg 'Drie' toe", "Voeg 'Twee' toe", "Voeg 'Een' toe"]
    assert panel.steps.rows[0].text.splitlines()[1].startswith("vandaag, ")


def test_a_new_step_comes_on_top(qtbot: QtBot, controller: CaseController) -> None:
    panel = shown(qtbot, controller)
    controller.do(editing.add_entry, entry("contact", "2019-01-01", "Vier"))
    assert names(panel)[0] == "Voeg 'Vier' toe"


def test_the_buttons_take_back_and_do_again(qtbot: QtBot, controller: CaseController) -> None:
    panel = shown(qtbot, controller)
    assert not panel.redo.isEnabled()
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert titles(controller) == {"Een", "Twee"}
    assert "↶ Voeg 'Drie' toe" in names(panel)
    qtbot.mouseClick(panel.redo, Qt.MouseButton.LeftButton)
    assert titles(controller) == {"Een", "Twee", "Drie"}
    assert "↶ Voeg 'Drie' toe" not in names(panel)


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_one_can_go_back_to_a_step(qtbot: QtBot, controller: CaseController, way: str) -> None:
    panel = shown(qtbot, controller)
    panel.steps.setCurrentRow(names(panel).index("Voeg 'Een' toe"))
    assert "2 latere stappen" in panel.hint.text()
    if way == "enter":
        qtbot.keyClick(panel.steps, Qt.Key.Key_Return)
    elif way == "button":
        qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    else:
        place = panel.steps.box_of(panel.steps.currentRow()).center()
        viewport = panel.steps.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert titles(controller) == {"Een"}
    controller.redo()
    controller.redo()
    assert titles(controller) == {"Een", "Twee", "Drie"}


def test_after_doing_again_going_back_counts_each_step_once(qtbot: QtBot, controller: CaseController) -> None:
    panel = shown(qtbot, controller)
    controller.undo()
    controller.redo()
    panel.steps.setCurrentRow(names(panel).index("Voeg 'Een' toe"))
    qtbot.keyClick(panel.steps, Qt.Key.Key_Return)
    assert titles(controller) == {"Een"}


def test_the_newest_step_offers_no_way_back(qtbot: QtBot, controller: CaseController) -> None:
    panel = shown(qtbot, controller)
    panel.steps.setCurrentRow(0)
    assert not panel.back.isVisible()
    qtbot.keyClick(panel.steps, Qt.Key.Key_Return)
    assert titles(controller) == {"Een", "Twee", "Drie"}


def test_a_hidden_panel_fills_itself_when_it_is_shown(qtbot: QtBot, controller: CaseController) -> None:
    panel = HistoryPanel(controller)
    qtbot.addWidget(panel)
    controller.do(editing.add_entry, entry("contact", "2019-01-01", "Vier"))
    assert panel.steps.count() == 0
    panel.show()
    assert names(panel)[0] == "Voeg 'Vier' toe"
