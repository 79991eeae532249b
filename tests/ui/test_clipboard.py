"""From one casebook to another through the desktop's clipboard, by the keys everybody knows; nothing stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.windows import WORDS, application, opened, ready, window_in
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui import clipboard
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def made(path: Path, *titles: str) -> Path:
    """A casebook with Noor, Kompas and an entry for each title."""
    with OpenCasebook.create(path, WORDS) as book:
        batch = editing.Batch(
            persons=(person("Noor", "2010-06-24", focus=True),),
            parties=(party("Kompas"),),
            entries=tuple(entry("contact", "2019-05-03", t, id=t, persons="noor", parties="kompas") for t in titles),
        )
        editing.apply(book, book.cases()[0].id, batch, "Vul")
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    clipboard.forget()
    with window_in(tmp_path, qtbot) as shown:
        yield shown


@pytest.fixture
def space(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workspace:
    return opened(qtbot, window, made(tmp_path / "een.tijdlijn", "Gesprek", "Bezoek"))


def titles(space: Workspace) -> list[str]:
    return sorted(found.title for found in space.controller.case.entries)


def test_copy_and_paste_by_keys(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["Gesprek"])
    qtbot.keyClick(space.canvas, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(space.canvas, Qt.Key.Key_V, CONTROL)
    assert titles(space) == ["Bezoek", "Gesprek", "Gesprek"]
    qtbot.keyClick(space.canvas, Qt.Key.Key_X, CONTROL)
    assert titles(space) == ["Bezoek", "Gesprek"]


def test_in_a_line_the_keys_are_those_of_the_line(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["Gesprek"])
    space.edit()
    title = space.canvas.gestures.title
    qtbot.keyClick(title, Qt.Key.Key_C, CONTROL)
    assert application().clipboard().text() == "Gesprek"
    qtbot.keyClick(title, Qt.Key.Key_End)
    qtbot.keyClick(title, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert titles(space) == ["Bezoek", "GesprekGesprek"]


def test_what_was_copied_goes_into_another_casebook(
    qtbot: QtBot, window: MainWindow, space: Workspace, tmp_path: Path
) -> None:
    space.controller.select(["Gesprek"])
    space.arranger.copy()
    other = made(tmp_path / "twee.tijdlijn", "Van daar")
    window.opening.ask(other, WORDS)
    qtbot.waitUntil(lambda: window.book is not None and window.book.path.name == "twee.tijdlijn")
    there = ready(qtbot, window)
    there.arranger.paste()
    assert titles(there) == ["Gesprek", "Van daar"]
    assert len(there.controller.case.persons) == len(there.controller.case.parties) == 1


@pytest.mark.parametrize("leave", [MainWindow.close, MainWindow.close_book])
def test_nothing_of_ours_stays_behind(window: MainWindow, space: Workspace, leave) -> None:
    space.controller.select(["Gesprek"])
    space.arranger.copy()
    assert "Gesprek" in application().clipboard().text()
    leave(window)
    assert application().clipboard().text() == ""


def test_what_another_program_copied_stays(window: MainWindow, space: Workspace) -> None:
    application().clipboard().setText("van een ander")
    window.close_book()
    assert application().clipboard().text() == "van een ander"


def test_a_table_of_a_document_wins_from_its_plain_text(space: Workspace) -> None:
    data = QMimeData()
    data.setText("12-3-2015 Los\n13-3-2015 Van elkaar")
    data.setHtml("<table><tr><td>datum<td>titel</tr><tr><td>12-3-2015<td>Uit de tabel</tr></table>")
    application().clipboard().setMimeData(data)
    space.arranger.paste()
    assert titles(space) == ["Bezoek", "Gesprek", "Uit de tabel"]


def test_a_broken_copy_is_told_and_changes_nothing(space: Workspace) -> None:
    data = QMimeData()
    data.setData(clipboard.OURS, b"{}")
    application().clipboard().setMimeData(data)
    space.arranger.paste()
    assert "niets geplakt" in space.trouble.text.text()
    assert titles(space) == ["Bezoek", "Gesprek"]
    clipboard.forget()
