"""Reading as a user: keys on what has the focus, and what can be seen afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tijdlijn.model.entries import Entry
from tijdlijn.services.reviewing import Reviewed
from tijdlijn.ui.dossier_reader.card import CandidateCard
from tijdlijn.ui.dossier_reader.reader import DossierReader
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

NO_KEYS = Qt.KeyboardModifier.NoModifier
LONG = 20_000
"""Milliseconds within which a file is read on a busy machine."""


@dataclass
class Desk:
    """Somebody at the reader."""

    qtbot: QtBot
    window: MainWindow
    space: Workspace

    @property
    def reader(self) -> DossierReader:
        return self.space.reader

    @property
    def card(self) -> CandidateCard:
        return self.reader.card

    @property
    def items(self) -> list[Reviewed]:
        return self.reader.desk.listed

    @property
    def current(self) -> Reviewed:
        item = self.reader.desk.current
        assert item is not None
        return item

    @property
    def entries(self) -> dict[str, Entry]:
        return {entry.title: entry for entry in self.space.controller.case.entries}

    def item(self, words: str) -> Reviewed:
        """The item with these words in its passage."""
        return next(item for item in self.items if words in item.candidate.passage)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """A key on what has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, held)

    def type(self, text: str) -> None:
        """Type in what has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, text)

    def choose(self, words: str) -> None:
        """Make the item with these words the current one, by keys."""
        self.press(Qt.Key.Key_Home)
        for _ in self.items:
            if words in self.current.candidate.passage:
                return
            self.press(Qt.Key.Key_N)
        raise AssertionError(words)

    def looked(self) -> None:
        """Wait until nothing is being looked through."""
        self.qtbot.waitUntil(lambda: not self.reader.desk.looking.is_busy, timeout=LONG)


def settled(qtbot: QtBot, desk: Desk, name: str) -> Desk:
    """Wait until everything is read and looked through, and read the document of this name."""
    reader = desk.reader
    qtbot.waitUntil(lambda: not reader.adding.is_busy and len(reader.desk.filed) > 0, timeout=LONG)
    qtbot.waitUntil(lambda: all(one.total is not None for one in reader.desk.shelved), timeout=LONG)
    reader.open(next(one.source_id for one in reader.desk.filed if one.name == name))
    desk.looked()
    return desk
