"""A casebook with markers in every text, its window, and locking and opening it as a user does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import click, type_in
from tests.ui.windows import WORDS
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.lock.idleness import Clocks
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

MARK = "".join(("Zebra", "vink"))
"""A word of every name and text in the casebook, which nothing else has."""


def casebook(folder: Path) -> Path:
    """A family whose every name and text has the marker; two cases."""
    made = folder / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title=f"Gezin {MARK}") as book:
        case_id = book.cases()[0].id
        batch = editing.Batch(
            persons=(replace(person("Noor", "2010-05-14", focus=True), name=f"Noor {MARK}"),),
            parties=(replace(party("Kompas"), name=f"Kompas {MARK}"),),
            entries=(
                entry("contact", "2018-03-01", f"Huisbezoek {MARK}", persons="noor", parties="kompas", id="bezoek"),
                entry("besluit", "2019-05-01", f"Beschikking {MARK}", persons="noor", id="besluit"),
                entry("interventie", "2020", f"Behandeling {MARK}", persons="noor", parties="kompas", id="hulp"),
            ),
        )
        editing.apply(book, case_id, batch, "Lees in")
    return made


class Hand:
    """A pair of clocks that are moved by hand."""

    def __init__(self) -> None:
        self.steady = self.wall = 1_000.0

    @property
    def clocks(self) -> Clocks:
        return Clocks(lambda: self.steady, lambda: self.wall)

    def move(self, window: MainWindow, seconds: float) -> None:
        """Let time go by, with a tick every second as the timer gives them."""
        for _ in range(int(seconds)):
            self.steady += 1
            self.wall += 1
            window.locker.idleness.tick()


def by_hand(window: MainWindow) -> Hand:
    """Let the window read clocks that are moved by hand."""
    hand = Hand()
    window.locker.idleness.clocks = hand.clocks
    if window.locker.idleness.is_watching:
        window.locker.idleness.begin()
    return hand


def lock(qtbot: QtBot, window: MainWindow) -> None:
    """By the command of the menu."""
    window.actions_by_id["lock"].trigger()
    qtbot.waitUntil(lambda: window.locker.is_locked)


def unlock(qtbot: QtBot, window: MainWindow) -> Workspace:
    """With the passphrase; as soon as the findings are there."""
    page = window.locker.page
    assert page is not None
    type_in(qtbot, page.secret.line, WORDS)
    click(qtbot, page.ok)
    qtbot.waitUntil(lambda: window.workspace is not None)
    space = window.workspace
    assert space is not None
    qtbot.waitUntil(lambda: space.controller.analysis is not None)
    return space


def lines(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder with what it holds."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()


CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
