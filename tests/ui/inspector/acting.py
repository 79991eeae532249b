"""What a user does in the inspector, by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tijdlijn.model.entries import Entry
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.controller import CaseController


def write(qtbot: QtBot, line: QLineEdit | QPlainTextEdit, text: str, key: Qt.Key | None = None) -> None:
    """Replace what stands in a line by this text, and press a key."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    if key is not None:
        qtbot.keyClick(line, key)


def press(qtbot: QtBot, widget: QWidget) -> None:
    """Click it."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_chip(qtbot: QtBot, row: ChipRow, name: str) -> None:
    """Click the chip of this name."""
    press(qtbot, next(chip for chip in row.chips if chip.accessibleName() == name))


def chips_on(row: ChipRow) -> list[str]:
    """The names of the chips that are on."""
    return [chip.accessibleName() for chip in row.chips if chip.isChecked()]


def choose(qtbot: QtBot, choice: QComboBox, text: str) -> None:
    """Open the list, go to a line and take it."""
    choice.setFocus()
    choice.showPopup()
    view = choice.view()
    view.setCurrentIndex(choice.model().index(choice.findText(text), 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def saved(controller: CaseController, id_: str) -> Entry:
    """The entry as the file has it."""
    return controller.book.case(controller.case.id).entries_by_id[id_]


def steps(controller: CaseController) -> list[str]:
    """The names of the steps since the casebook was filled, oldest first."""
    return [step.name for step in reversed(controller.book.history())][2:]
