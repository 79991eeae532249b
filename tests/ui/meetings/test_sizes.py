"""The page of the meetings with the example: nothing is cut off, on a small screen neither."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.acting import click
from tests.ui.meetings.meeting import REFLECTIES, Table
from tests.ui.windows import ready
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.page_switch import MEETINGS


@pytest.fixture
def example(qtbot: QtBot, window: MainWindow) -> Table:
    """The example, with the session that was held chosen and a reflection open."""
    click(qtbot, window.start.example)
    table = Table(qtbot, window, ready(qtbot, window))
    table.space.show_page(MEETINGS)
    table.page.choose(table.page.sessions.rows[1].session_id)
    return table


@pytest.mark.parametrize(("width", "height"), [(900, 560), (1366, 768), (1920, 1080)])
def test_nothing_is_wider_than_there_is_room_for(example: Table, width: int, height: int) -> None:
    example.window.resize(width, height)
    for part in range(6):
        example.show(part)
        if part == REFLECTIES:
            example.page.reflections.choose(example.case.reflections[0].entry_id)
        example.settle()
        areas = [area for area in example.page.findChildren(QScrollArea) if area.isVisible()]
        assert areas
        for area in areas:
            held = area.widget()
            assert held is not None
            assert held.minimumSizeHint().width() <= area.viewport().width(), part
            assert held.width() <= area.viewport().width(), part
    assert example.window.width() == width
