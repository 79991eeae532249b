"""Acting on the page of the meetings as a user: keys on what has the focus, and what is kept afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.acting import click
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Session
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.meetings.page import MeetingsPage
from tijdlijn.ui.workspace import Workspace

NO_KEYS = Qt.KeyboardModifier.NoModifier
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
VRAGEN, NOTITIES, REFLECTIES, AFSPRAKEN, INGEBRACHT = range(1, 6)


@dataclass
class Table:
    """Somebody at the page."""

    qtbot: QtBot
    window: MainWindow
    space: Workspace

    @property
    def page(self) -> MeetingsPage:
        return self.space.meetings

    @property
    def case(self) -> Case:
        return self.space.controller.case

    @property
    def session(self) -> Session:
        session = self.page.desk.session
        assert session is not None
        return session

    @property
    def steps(self) -> int:
        return len(self.space.controller.book.history())

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """A key on the list that is open, or on what has the focus."""
        self.qtbot.keyClick(QApplication.activePopupWidget() or self.focus, key, held)
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        """Click a button that can be seen and pressed."""
        self.settle()
        click(self.qtbot, button)
        self.settle()

    def settle(self) -> None:
        """Let what was made just now be laid out and shown, as it is before a user can act again.

        The offscreen screen does not give the keys back after a list of completions.
        """
        QApplication.processEvents()
        if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            QApplication.processEvents()

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Type where the keys are, or first give them to a field and select what it holds."""
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self.press(Qt.Key.Key_A, CONTROL)
        self.qtbot.keyClicks(self.focus, text)
        self.settle()

    def show(self, part: int) -> None:
        """Go to a part by its key."""
        self.press(Qt.Key(Qt.Key.Key_1 + part), ALT)
        assert self.page.tabs.currentIndex() == part
