"""A backup in the window to look at it, as a user meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import click, type_in
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.services import backups, editing, recent
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.drafts import keep_drafts
from tijdlijn.ui.dialogs.backups_dialog import BackupsDialog
from tijdlijn.ui.looking_back import BAR
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

OTHER = "zebra vader vierkant oud hark"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A casebook of two cases with a backup; since then an entry of the second case was deleted."""
    made = tmp_path / "boek" / "casus-7.tijdlijn"
    made.parent.mkdir()
    with OpenCasebook.create(made, WORDS, title="Gezin Terpstra") as book:
        editing.add_entry(book, book.cases()[0].id, entry("besluit", "2020", "Uitspraak", id="u"))
        second = editing.add_case(book, "Gezin Bos").case.id
        editing.add_entry(book, second, entry("signaal", "2019", "Melding", id="m"))
        backups.make(book, Reason.ASKED)
        editing.delete_entries(book, second, ["m"])
    return made


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        opened(qtbot, made, path)
        assert made.book is not None
        made.show_case(made.book.cases()[1].id)
        yield made


def space_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def titles(window: MainWindow) -> list[str]:
    return [one.title for one in space_of(window).controller.case.entries]


def listing(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    window.actions_by_id["backups"].trigger()
    dialog = next(found for found in window.findChildren(BackupsDialog) if found.isVisible())
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def look(qtbot: QtBot, window: MainWindow) -> None:
    """Open the newest backup to look at it."""
    dialog = listing(qtbot, window)
    click(qtbot, dialog.look)
    qtbot.waitUntil(lambda: window.looking_back.backup is not None)
    assert not dialog.isVisible()


def way_back(window: MainWindow) -> QPushButton:
    (button,) = space_of(window).notices.bars[BAR].buttons
    return button


def test_a_backup_is_shown_with_a_bar_and_left_again(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    casebook, lock = window.book, path.with_name(path.name + ".lock")
    assert titles(window) == []
    look(qtbot, window)
    assert titles(window) == ["Melding"]
    assert "reservekopie van vandaag, " in space_of(window).notices.bars[BAR].text.text()
    assert "(reservekopie)" in window.windowTitle()
    assert lock.exists()
    qtbot.waitUntil(lambda: way_back(window).isVisible())
    click(qtbot, way_back(window))
    assert window.book is casebook
    assert titles(window) == []
    assert BAR not in space_of(window).notices.bars
    assert "(reservekopie)" not in window.windowTitle()
    space_of(window).controller.do(editing.add_entry, entry("signaal", "2021", "Verder", id="v"))
    assert titles(window) == ["Verder"]
    window.close_book()
    assert not lock.exists()


def test_nothing_can_be_changed_in_it_and_nothing_is_done_with_its_file(qtbot: QtBot, window: MainWindow) -> None:
    look(qtbot, window)
    for id_ in ("add", "delete", "import", "save_as", "backups", "erase", "remove_casebook", "passphrase", "new_case"):
        assert not window.actions_by_id[id_].isEnabled(), id_
    assert window.actions_by_id["print"].isEnabled()
    space_of(window).controller.do(editing.delete_entries, ["m"])
    assert titles(window) == ["Melding"]
    assert "alleen te lezen" in space_of(window).trouble.text.text()
    window.keeping._first.timeout.emit()
    window.looking_back.end()
    assert window.actions_by_id["backups"].isEnabled()


def test_locking_leaves_the_backup_and_opens_the_casebook_again(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    look(qtbot, window)
    window.locker.lock()
    page = window.locker.page
    assert page is not None
    assert page.path == path
    assert window.looking_back.backup is None
    assert window.book is None
    page.tried.emit(WORDS)
    qtbot.waitUntil(lambda: window.book is not None)
    assert titles(window) == []
    assert BAR not in space_of(window).notices.bars


def test_closing_lets_go_of_both_and_remembers_the_casebook(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    look(qtbot, window)
    window.close_book()
    assert window.looking_back.backup is None
    assert recent.files() == (path,)
    with OpenCasebook.open(path, WORDS) as book:
        assert book.condition.can_edit
    assert [one.name for one in path.parent.iterdir() if one.is_file()] == [path.name]


def test_another_passphrase_is_asked_for_and_a_wrong_one_said(qtbot: QtBot, window: MainWindow) -> None:
    assert window.book is not None
    window.book.change_passphrase(WORDS, OTHER)
    dialog = listing(qtbot, window)
    click(qtbot, dialog.look)
    assert dialog.asking.isVisible()
    type_in(qtbot, dialog.secret.line, "mis")
    click(qtbot, dialog.look)
    qtbot.waitUntil(lambda: "onjuist" in dialog.problem.text())
    assert dialog.isVisible()
    assert window.looking_back.backup is None


def test_what_was_half_typed_then_holds_nobody_there_and_what_is_now_stays(qtbot: QtBot, window: MainWindow) -> None:
    """In the backup a line and a title of the case wait; in the casebook another line does."""
    assert window.book is not None
    case_id = space_of(window).controller.case.id
    keep_drafts(
        window.book, case_id, {"invoerregel:": "mrt 2019 toen", "eigenschappen:/title": "Half", "dag": "2026-01-01"}
    )
    backups.make(window.book, Reason.ASKED)
    keep_drafts(window.book, case_id, {"invoerregel:": "", "eigenschappen:/title": ""})
    space_of(window).quick.line.setPlainText("apr 2020 nu")
    look(qtbot, window)
    for part in ("quick", "inspector"):
        getattr(space_of(window), part)
    assert space_of(window).quick.text == "mrt 2019 toen"
    window.looking_back.end()
    assert window.looking_back.backup is None
    space = space_of(window)
    assert space.quick.text == "apr 2020 nu"
    assert space.controller.case.title == "Gezin Bos"
    space.quick.line.clear()
