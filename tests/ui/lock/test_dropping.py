"""What is left of a case after locking: nothing."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.lock.locked import MARK, casebook, lock, unlock
from tests.ui.windows import WORDS, application, opened, window_in
from tijdlijn.analysis.findings import Analysis
from tijdlijn.language import dates_nl, pseudonyms
from tijdlijn.language.dates_nl import read
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage.encryption import FileKey
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.lock.wiping import forget_texts
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

KINDS = (Case, Analysis, Entry, Person, Party, Timeline, CaseController, Workspace, OpenCasebook, FileKey)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


def alive() -> dict[str, int]:
    """How many objects of each kind Python knows of."""
    gc.unfreeze()
    gc.collect()
    found = [type(one) for one in gc.get_objects()]
    return {kind.__name__: found.count(kind) for kind in KINDS if kind in found}


def more_than(before: dict[str, int]) -> dict[str, int]:
    """Of which kinds there are more than before, and how many: another test may have left some."""
    return {kind: count for kind, count in alive().items() if count > before.get(kind, 0)}


def holders_of(*words: str) -> list[int]:
    """How often a string with each of these words is held by any object that Python knows of."""
    gc.collect()
    held = [text for one in gc.get_objects() for text in strings_of(one)]
    return [sum(word in text for text in held) for word in words]


def strings_of(holder: object) -> Iterator[str]:
    """The strings that an object holds, also in tuples that Python does not know of by themselves."""
    for held in gc.get_referents(holder):
        if isinstance(held, str):
            yield held
        elif type(held) is tuple and not gc.is_tracked(held):
            yield from strings_of(held)


def work(qtbot: QtBot, window: MainWindow, path: Path) -> Workspace:
    """Use every part of the window."""
    space = opened(qtbot, window, path)
    for command in ("panel_people", "panel_filter", "panel_history", "panel_search", "phases", "dossier", "meeting"):
        window.actions_by_id[command].trigger()
    window.actions_by_id["new_meeting"].trigger()
    space.show_page(0)
    space.search.field.setText(MARK)
    space.controller.select(["bezoek"])
    window.actions_by_id["copy"].trigger()
    qtbot.keyClicks(space.quick.line, f"2021 contact Lunch met {MARK} @{MARK}")
    window.menus.fill_lists()
    return space


def test_nothing_of_a_case_is_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = alive()
    space = work(qtbot, window, casebook(tmp_path))
    controller = space.controller
    kept = [weakref.ref(one) for one in (controller.case, controller, space, controller.book, space.canvas)]
    del space, controller
    assert alive() != before
    lock(qtbot, window)
    assert [ref() for ref in kept] == [None] * len(kept)
    assert not more_than(before)


def test_no_string_of_the_case_and_no_passphrase_is_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = casebook(tmp_path)
    before = holders_of(MARK, WORDS)
    work(qtbot, window, path)
    assert holders_of(MARK)[0] > before[0] + 10
    lock(qtbot, window)
    assert holders_of(MARK, WORDS) == before
    unlock(qtbot, window)
    lock(qtbot, window)
    assert holders_of(MARK, WORDS) == before


def test_what_was_worked_out_of_words_and_what_was_drawn_goes(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    space = opened(qtbot, window, casebook(tmp_path))
    read(f"maart 2019 {MARK}")
    pseudonyms.pseudonyms_for(space.controller.case)
    QPixmapCache.insert(MARK, QPixmap(4, 4))
    remembering = (dates_nl._read, pseudonyms._pseudonyms)
    assert all(function.cache_info().currsize for function in remembering)
    del space
    lock(qtbot, window)
    assert [function.cache_info().currsize for function in remembering] == [0, 0]
    assert not QPixmapCache.find(MARK, QPixmap())


def test_the_window_shows_the_file_and_nothing_of_the_case(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    work(qtbot, window, casebook(tmp_path))
    lock(qtbot, window)
    shown = [label.text() for label in window.findChildren(QLabel)]
    shown += [line.text() for line in window.findChildren(QLineEdit)]
    shown += [one.windowTitle() for one in application().topLevelWidgets()]
    shown += [action.text() for action in window.menuBar().actions()] + [
        one.text() for one in window.menus.cases.actions()
    ]
    shown += [text for one in window.findChildren(QWidget) for text in (one.toolTip(), one.accessibleName())]
    assert [text for text in shown if MARK in text] == []
    assert "casus-7.tijdlijn" in shown
    assert window.windowTitle() == "tijdlijn"
    assert application().clipboard().text() == ""


def test_what_another_program_copied_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    work(qtbot, window, casebook(tmp_path))
    application().clipboard().setText("van een ander")
    lock(qtbot, window)
    assert application().clipboard().text() == "van een ander"


def test_the_file_is_free_for_another_program(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = casebook(tmp_path)
    work(qtbot, window, path)
    lock(qtbot, window)
    with OpenCasebook.open(path, WORDS) as book:
        assert book.cases()


def test_dialogs_and_menus_are_closed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = alive()
    space = work(qtbot, window, casebook(tmp_path))
    for command in ("import", "export", "print", "passphrase", "palette"):
        window.actions_by_id[command].trigger()
    space.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    del space
    window.locker.lock()
    assert [one for one in application().topLevelWidgets() if one.isVisible() and one is not window] == []
    qtbot.waitUntil(lambda: not more_than(before), timeout=20_000)  # pages and names that were being made end first


def test_what_stands_for_something_that_is_gone_is_no_hindrance() -> None:
    class Gone:
        pass

    gone = Gone()
    proxy = weakref.proxy(gone)
    del gone
    assert any(found is proxy for found in gc.get_objects())
    forget_texts()
