"""Wherever somebody types what may be a burgerservicenummer, it is said; nothing is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.lock.locked import casebook
from tests.ui.lock.test_drafts import made, part, phase
from tests.ui.windows import opened, window_in
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

BSN = "111222333"
SAID = "burgerservicenummer"
Field = QLineEdit | QPlainTextEdit


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


def name_of_phase(space: Workspace) -> Field:
    phase(space)
    return space.phasing.panel.start_new().name


WITHOUT_NOTE: dict[str, Callable[[Workspace], Field]] = {
    "phase": name_of_phase,
    "attendee": lambda space: part(space, 0).meetings.preparing.attendees.add,
    "agreement": lambda space: part(space, 4).meetings.agreements.add,
    "code of a case": lambda space: space.inspector.case_form.code,
}


@pytest.mark.parametrize("place", WITHOUT_NOTE)
def test_a_number_is_told_below_the_window_until_it_is_gone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, place: str
) -> None:
    field = WITHOUT_NOTE[place](made(opened(qtbot, window, casebook(tmp_path))))
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, f"nummer {BSN[:-1]}")
    assert SAID not in window.statusBar().currentMessage()
    qtbot.keyClicks(field, BSN[-1])
    assert SAID in window.statusBar().currentMessage()
    qtbot.keyClicks(field, "4")
    assert SAID not in window.statusBar().currentMessage()


def test_a_field_with_a_note_of_its_own_says_it_there(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    space = made(opened(qtbot, window, casebook(tmp_path)))
    space.quick.line.setFocus()
    qtbot.waitUntil(space.quick.line.hasFocus)
    qtbot.keyClicks(space.quick.line, BSN)
    assert space.quick.bsn.isVisible()
    assert SAID not in window.statusBar().currentMessage()


def test_a_passphrase_is_not_looked_into(qtbot: QtBot, window: MainWindow) -> None:
    line = QLineEdit(window)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, BSN)
    assert SAID not in window.statusBar().currentMessage()
