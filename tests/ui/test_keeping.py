"""Backups, erasing and clean copies in the window, as a user meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import click, type_in
from tests.ui.windows import WORDS, opened, ready, window_in
from tijdlijn.services import backups, editing, recent
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.erasing import What
from tijdlijn.ui.dialogs.backups_dialog import BackupsDialog
from tijdlijn.ui.dialogs.clean_copy import CleanCopyDialog
from tijdlijn.ui.dialogs.erase_dialog import EraseDialog
from tijdlijn.ui.dialogs.remove_casebook import RemoveCasebookDialog
from tijdlijn.ui.main_window import MainWindow

D = TypeVar("D", bound=QDialog)
NEW = "zebra vader vierkant oud hark"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Petra and two entries."""
    made = tmp_path / "boek" / "casus-7.tijdlijn"
    made.parent.mkdir()
    with OpenCasebook.create(made, WORDS, title="Gezin Terpstra") as book:
        first = entry("signaal", "2019", "Melding met Petra", id="m")
        batch = editing.Batch(persons=(person("Petra"),), entries=(first, entry("besluit", "2020", "OTS", id="ots")))
        editing.apply(book, book.cases()[0].id, batch, "Lees in")
    return made


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        opened(qtbot, made, path)
        yield made


def book_of(window: MainWindow) -> OpenCasebook:
    assert window.book is not None
    return window.book


def case_of(window: MainWindow) -> set[str]:
    """The ids of the entries that the window shows."""
    assert window.workspace is not None
    return set(window.workspace.controller.case.entries_by_id)


def delete(window: MainWindow, id_: str) -> None:
    assert window.workspace is not None
    window.workspace.controller.do(editing.delete_entries, [id_])


def asked(window: MainWindow, command: str, kind: type[D]) -> D:
    """The sheet that a command of the menu shows."""
    window.actions_by_id[command].trigger()
    return next(found for found in window.findChildren(kind) if found.isVisible())


def listing(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    dialog = asked(window, "backups", BackupsDialog)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


# By itself


def test_a_backup_is_made_a_moment_after_opening(qtbot: QtBot, window: MainWindow) -> None:
    assert window.keeping._first.isActive()
    window.keeping._first.timeout.emit()
    qtbot.waitUntil(lambda: len(backups.found(book_of(window))) == 1)
    assert backups.found(book_of(window))[0].reason is Reason.OPENING


def test_after_an_hour_one_is_made_when_something_changed(qtbot: QtBot, window: MainWindow) -> None:
    assert window.keeping._hourly.interval() == 60 * 60 * 1000
    assert window.keeping._hourly.isActive()
    assert not window.keeping._hourly.isSingleShot()
    backups.make(book_of(window), Reason.OPENING)
    delete(window, "m")
    window.keeping._hourly.timeout.emit()
    qtbot.waitUntil(lambda: len(backups.found(book_of(window))) == 2)


def test_that_none_can_be_made_is_said_below_and_stops_nothing(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    path.with_name("casus-7 reservekopieën").write_text("in de weg")
    window.keeping._first.timeout.emit()
    qtbot.waitUntil(lambda: "geen reservekopie" in window.statusBar().currentMessage())
    assert window.workspace is not None
    assert window.workspace.trouble.isHidden()
    delete(window, "m")
    assert case_of(window) == {"ots"}


def test_none_is_made_of_a_casebook_that_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    window.close_book()
    assert not window.keeping._first.isActive()
    assert not window.keeping._hourly.isActive()


# The sheet with backups


def test_the_sheet_lists_when_why_and_how_much(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    dialog = listing(qtbot, window)
    assert dialog.list.count() == 1
    when, held = dialog.list.item(0).text().split("\n")
    assert when.startswith("vandaag, ")
    assert when.endswith(" · bij openen")
    assert held.startswith("2 regels · ")
    assert "nog nooit" in dialog.drilled.text()


def test_nothing_can_be_chosen_while_there_is_no_backup(qtbot: QtBot, window: MainWindow) -> None:
    dialog = listing(qtbot, window)
    assert [made.isEnabled() for made in (dialog.compare, dialog.drill, dialog.restore)] == [False] * 3
    click(qtbot, dialog.make)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert "op verzoek" in dialog.list.item(0).text()
    assert dialog.restore.isEnabled()


def test_a_backup_is_compared_with_now_in_words(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    delete(window, "m")
    assert window.workspace is not None
    window.workspace.controller.do(editing.change_entries, [entry("besluit", "2021", "Onder toezicht", id="ots")])
    dialog = listing(qtbot, window)
    click(qtbot, dialog.compare)
    qtbot.waitUntil(dialog.told.isVisible)
    told = dialog.told.toPlainText()
    assert told.splitlines() == [
        "Gezin Terpstra",
        "Alleen in de kopie (1):",
        "  • 2019: Melding met Petra",
        "In de kopie anders (1):",
        "  • 2021: Onder toezicht (titel in de kopie “OTS”, datum in de kopie “2020”)",
    ]


def test_a_drill_asks_for_the_passphrase_and_tells_what_it_read(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    dialog = listing(qtbot, window)
    click(qtbot, dialog.drill)
    assert dialog.secret.isVisible()
    type_in(qtbot, dialog.secret.line, "dit is het niet")
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "onjuist" in dialog.problem.text()
    type_in(qtbot, dialog.secret.line, WORDS)
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.outcome.isVisible)
    assert "1 casus, 2 regels en 0 documenten" in dialog.outcome.text()
    assert dialog.drilled.text() == "Laatst beproefd: vandaag."
    assert dialog.secret.text == ""


def test_putting_back_is_asked_twice_and_shows_how_it_was(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    delete(window, "m")
    dialog = listing(qtbot, window)
    click(qtbot, dialog.restore)
    assert case_of(window) == {"ots"}
    assert "eerst bewaard" in dialog.outcome.text()
    click(qtbot, dialog.restore)
    qtbot.waitUntil(lambda: case_of(window) == {"m", "ots"})
    ready(qtbot, window)
    assert "teruggezet" in window.statusBar().currentMessage()
    delete(window, "ots")
    assert case_of(window) == {"m"}
    assert [one.reason for one in backups.found(book_of(window))] == [Reason.RESTORE, Reason.OPENING]


def test_another_choice_takes_the_first_yes_back(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    backups.make(book_of(window), Reason.ASKED)
    dialog = listing(qtbot, window)
    click(qtbot, dialog.restore)
    dialog.list.setCurrentRow(1)
    assert dialog.restore.text() == "Terugzetten"


def test_a_backup_of_an_earlier_passphrase_asks_for_that_one(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    book_of(window).change_passphrase(WORDS, NEW)
    dialog = listing(qtbot, window)
    assert "eerder wachtwoord" in dialog.list.item(0).text()
    click(qtbot, dialog.compare)
    assert dialog.secret.isVisible()
    type_in(qtbot, dialog.secret.line, WORDS)
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.told.isVisible)
    assert "Er is geen verschil" in dialog.told.toPlainText()


# Erasing, a clean copy, removing


def test_an_entry_is_erased_only_when_somebody_says_to_know(qtbot: QtBot, window: MainWindow) -> None:
    backups.make(book_of(window), Reason.OPENING)
    assert window.workspace is not None
    window.workspace.controller.select(["m"])
    dialog = asked(window, "erase", EraseDialog)
    assert dialog.what is What.ENTRY
    assert "Melding met Petra" in dialog.choices[What.ENTRY].text()
    assert not dialog.ok.isEnabled()
    dialog.sure.click()
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: case_of(window) == {"ots"})
    ready(qtbot, window)
    assert not window.actions_by_id["undo"].isEnabled()
    assert [one.reason for one in backups.found(book_of(window))] == [Reason.ERASED]


def test_who_erases_a_person_is_told_where_the_name_still_stands(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(window, "erase", EraseDialog)
    dialog.choices[What.PERSON].click()
    assert dialog.boxes[What.PERSON].currentText() == "Petra"
    dialog.sure.click()
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: "1 andere plaatsen" in window.statusBar().currentMessage())
    assert window.workspace is not None
    assert window.workspace.controller.case.persons == ()


def test_the_case_that_is_shown_is_erased_and_another_shown(qtbot: QtBot, window: MainWindow) -> None:
    other = editing.add_case(book_of(window), "Andere casus").case.id
    dialog = asked(window, "erase", EraseDialog)
    dialog.choices[What.CASE].click()
    dialog.sure.click()
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: len(book_of(window).cases()) == 1)
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.controller.case.id == other)


def test_the_only_case_cannot_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    assert What.CASE not in asked(window, "erase", EraseDialog).choices


def test_a_clean_copy_is_written_where_it_says(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    delete(window, "m")
    dialog = asked(window, "copy_clean", CleanCopyDialog)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    with OpenCasebook.open(path.with_name("casus-7-zonder-geschiedenis.tijdlijn"), WORDS) as copy:
        assert [one.id for one in copy.case(copy.cases()[0].id).entries] == ["ots"]
        assert copy.undo_name is None


def test_a_clean_copy_replaces_no_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    dialog = asked(window, "copy_clean", CleanCopyDialog)
    type_in(qtbot, dialog.place.line, str(path))
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "bestaat al" in dialog.problem.text()


def test_a_casebook_is_removed_by_who_types_its_passphrase(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    backups.make(book_of(window), Reason.OPENING)
    dialog = asked(window, "remove_casebook", RemoveCasebookDialog)
    assert "1 casus en 1 reservekopie" in dialog.told.text()
    assert not dialog.ok.isEnabled()
    type_in(qtbot, dialog.secret.line, "dit is het niet")
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert path.exists()
    type_in(qtbot, dialog.secret.line, WORDS)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: window.book is None)
    assert list(path.parent.iterdir()) == []
    assert path not in recent.files()
    assert window.start.isVisible()
