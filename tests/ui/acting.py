"""Acting as a user: windows that are shown and have the focus, dialogs that are proven to be freed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def show(qtbot: QtBot, widget: W, width: int = 0, height: int = 0) -> W:
    """Show a widget as a window that has the focus."""
    if not isinstance(widget, QDialog):
        qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    """Click a button that can be seen and pressed."""
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type a text in the place of what a line holds."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def is_freed(dialog: QDialog, leave: Callable[[], object]) -> bool:
    """Whether a dialog is freed when it is left in this way."""
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return gone == [True]


def is_freed_on_close(dialog: QDialog) -> bool:
    """Close a dialog; whether it was freed."""
    return is_freed(dialog, dialog.close)
