"""Another passphrase and the recovery sheet, as a user has them: nothing changes halfway, and the paper is told of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.render_pdf.looking import pages_text
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tests.ui.windows import WORDS, opened, ready, window_in
from tijdlijn.model.problems import Problem
from tijdlijn.services import backups, editing, outgoing, recovery
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.dialogs.change_passphrase import ChangePassphraseDialog
from tijdlijn.ui.dialogs.passphrase import NewCasebookDialog
from tijdlijn.ui.dialogs.recovery import RecoveryDialog
from tijdlijn.ui.main_window import MainWindow

NEW = "zebra vader vierkant oud hark"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "casus-7.tijdlijn"
    OpenCasebook.create(made, WORDS, title="Gezin Terpstra").close()
    return made


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def changing(qtbot: QtBot, path: Path) -> Iterator[ChangePassphraseDialog]:
    with OpenCasebook.open(path, WORDS) as book:
        yield show(qtbot, ChangePassphraseDialog(book))
        QThreadPool.globalInstance().waitForDone()


def fill(qtbot: QtBot, dialog: ChangePassphraseDialog, present: str = WORDS, new: str = NEW, again: str = "") -> None:
    type_in(qtbot, dialog.present.line, present)
    type_in(qtbot, dialog.chosen.secret.line, new)
    type_in(qtbot, dialog.chosen.again.line, again or new)


def seen(window: MainWindow, kind: type[D]) -> D:
    return next(found for found in window.findChildren(kind) if found.isVisible())


def is_seen(window: MainWindow, kind: type[QDialog]) -> Callable[[], bool]:
    return lambda: any(found.isVisible() for found in window.findChildren(kind))


def opens(path: Path, passphrase: str) -> bool:
    try:
        OpenCasebook.open(path, passphrase).close()
    except Problem:
        return False
    return True


def changed_in(qtbot: QtBot, window: MainWindow, with_sheet: bool) -> RecoveryDialog:
    """Change the passphrase of what is open in the window, by its menu; the sheet that tells of it."""
    window.actions_by_id["passphrase"].trigger()
    dialog = seen(window, ChangePassphraseDialog)
    fill(qtbot, dialog)
    if with_sheet:
        qtbot.keyClick(dialog.chosen.sheet, Qt.Key.Key_Space)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(is_seen(window, RecoveryDialog))
    return seen(window, RecoveryDialog)


# Changing


def test_the_casebook_opens_with_the_new_passphrase_only_and_work_goes_on(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = opened(qtbot, window, path)
    told = changed_in(qtbot, window, with_sheet=False)
    assert told.heading.text() == "Het wachtwoord is gewijzigd"
    assert list(path.parent.glob("*.pdf")) == []
    told.reject()
    space.controller.do(editing.add_entry, entry("contact", "2019-01-01", "Daarna"))
    window.close_book()
    assert not opens(path, WORDS)
    with OpenCasebook.open(path, NEW) as book:
        assert [e.title for e in book.case(book.cases()[0].id).entries] == ["Daarna"]


def test_a_sheet_of_the_new_passphrase_is_made_when_asked_for(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    opened(qtbot, window, path)
    told = changed_in(qtbot, window, with_sheet=True)
    (sheet,) = path.parent.glob("*.pdf")
    assert sheet.name == "casus-7-herstelblad.pdf"
    assert all(word in pages_text(sheet.read_bytes())[0] for word in NEW.split())
    texts = [label.text() for label in told.findChildren(QLabel)]
    assert {sheet.name, str(sheet.parent)} <= set(texts)
    assert any("Druk het nu af" in text for text in texts)
    click(qtbot, told.remove)
    assert not sheet.exists()
    assert "verwijderd" in told.what_now.text()
    assert not told.show_sheet.isEnabled()
    told.reject()


def test_a_wrong_present_passphrase_is_told_and_has_to_be_waited_for(
    qtbot: QtBot, changing: ChangePassphraseDialog, path: Path
) -> None:
    fill(qtbot, changing, present="raden maar")
    for attempt in (1, 2, 3):
        assert changing.ok.isEnabled()
        click(qtbot, changing.ok)
        qtbot.waitUntil(lambda: not changing.is_busy)
        assert "huidige wachtwoord is onjuist" in changing.problem.text()
        assert changing.ok.isEnabled() is (attempt < 3)
    assert changing.ok.text() == "Wacht 1 s"
    assert (changing.present.line.hasFocus(), changing.chosen.text) == (True, NEW)
    changing._wait.timeout.emit()
    assert changing.ok.isEnabled()
    type_in(qtbot, changing.present.line, WORDS)
    with qtbot.waitSignal(changing.changed) as changed:
        click(qtbot, changing.ok)
    assert changed.args == [recovery.Written()]


def test_it_cannot_be_left_while_it_is_at_work(
    qtbot: QtBot, changing: ChangePassphraseDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, change = threading.Event(), recovery.change_passphrase

    def held(*given: Any, **more: Any) -> recovery.Written:
        assert may_end.wait(5)
        return change(*given, **more)

    monkeypatch.setattr(recovery, "change_passphrase", held)
    fill(qtbot, changing)
    click(qtbot, changing.ok)
    changing.reject()
    changing.close()
    assert changing.isVisible()
    assert not any(part.isEnabled() for part in (changing.present, changing.chosen, changing.ok))
    with qtbot.waitSignal(changing.changed):
        may_end.set()


@pytest.mark.parametrize(
    ("given", "sentence", "where"),
    [
        ({"present": ""}, "Vul eerst het huidige", "present"),
        ({"new": WORDS}, "hetzelfde als het huidige", "new"),
        ({"new": "kort"}, "te kort", "new"),
        ({"again": "iets anders"}, "niet gelijk", "again"),
    ],
)
def test_what_is_not_in_order_is_told_before_anything_is_done(
    qtbot: QtBot, changing: ChangePassphraseDialog, given: dict[str, str], sentence: str, where: str
) -> None:
    fill(qtbot, changing, **given)
    click(qtbot, changing.ok)
    lines: dict[str, QLineEdit] = {
        "present": changing.present.line,
        "new": changing.chosen.secret.line,
        "again": changing.chosen.again.line,
    }
    assert sentence in changing.problem.text()
    assert not changing.is_busy
    assert [name for name, line in lines.items() if line.property("problem")] == [where]
    assert lines[where].hasFocus()


def test_what_cannot_be_printed_is_refused_only_when_a_sheet_is_asked_for(
    qtbot: QtBot, changing: ChangePassphraseDialog
) -> None:
    odd = "Geheime Griekse letters αβγ"
    fill(qtbot, changing)
    for line in (changing.chosen.secret.line, changing.chosen.again.line):
        line.setText(odd)
    changing.chosen.sheet.setChecked(True)
    click(qtbot, changing.ok)
    assert changing.problem.text() == recovery.unfit(odd)
    changing.chosen.sheet.setChecked(False)
    with qtbot.waitSignal(changing.changed):
        click(qtbot, changing.ok)


def test_five_words_are_proposed(qtbot: QtBot, changing: ChangePassphraseDialog) -> None:
    type_in(qtbot, changing.present.line, WORDS)
    changing.chosen.propose()
    assert len(changing.chosen.text.split()) == 5
    with qtbot.waitSignal(changing.changed):
        click(qtbot, changing.ok)


def test_the_passphrases_are_gone_when_it_is_closed(qtbot: QtBot, changing: ChangePassphraseDialog) -> None:
    fill(qtbot, changing)
    left: list[str] = []
    for line in (changing.present.line, changing.chosen.secret.line, changing.chosen.again.line):
        line.textChanged.connect(left.append)
    assert is_freed_on_close(changing)
    assert left == ["", "", ""]


def test_the_example_keeps_its_passphrase(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.start.example)
    ready(qtbot, window)
    window.actions_by_id["passphrase"].trigger()
    dialog = seen(window, ChangePassphraseDialog)
    fill(qtbot, dialog, present="voorbeeld")
    click(qtbot, dialog.ok)
    assert "Dit is het voorbeeld" in dialog.problem.text()
    assert not dialog.is_busy
    dialog.reject()


# The sheet at the making of a casebook


def made_in(qtbot: QtBot, window: MainWindow, path: Path) -> RecoveryDialog:
    window.opening.new()
    dialog = seen(window, NewCasebookDialog)
    type_in(qtbot, dialog.place, str(path))
    for line in (dialog.chosen.secret.line, dialog.chosen.again.line):
        type_in(qtbot, line, WORDS)
    qtbot.keyClick(dialog.chosen.sheet, Qt.Key.Key_Space)
    click(qtbot, dialog.ok)
    ready_sheet = is_seen(window, RecoveryDialog)
    qtbot.waitUntil(ready_sheet)
    return seen(window, RecoveryDialog)


def test_a_new_casebook_opens_with_its_sheet_beside_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    told = made_in(qtbot, window, tmp_path / "nieuw.tijdlijn")
    assert window.workspace is not None
    assert (tmp_path / "nieuw-herstelblad.pdf").exists()
    assert not told.problem.isVisible()
    told.reject()


def test_a_sheet_that_cannot_be_written_is_told_and_the_casebook_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("De schijf is vol.")

    monkeypatch.setattr(outgoing, "write_file", full)
    told = made_in(qtbot, window, tmp_path / "nieuw.tijdlijn")
    assert window.workspace is not None
    assert told.problem.text().startswith("Het herstelblad is niet gemaakt, al het andere wel.")
    told.reject()


def test_the_sheet_is_opened_by_the_computers_own_program(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "casus-herstelblad.pdf"
    asked: list[str] = []
    answers = iter((True, False))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or next(answers))
    dialog = show(qtbot, RecoveryDialog("Gemaakt", "Het is gemaakt.", recovery.Written(sheet)))
    click(qtbot, dialog.show_sheet)
    assert not dialog.problem.isVisible()
    click(qtbot, dialog.show_sheet)
    assert "Geen programma" in dialog.problem.text()
    assert asked == [str(sheet), str(sheet)]
    assert is_freed_on_close(dialog)


def test_a_sheet_that_cannot_be_removed_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(qtbot, RecoveryDialog("Gemaakt", "Het is gemaakt.", recovery.Written(tmp_path)))
    click(qtbot, dialog.remove)
    assert "kan niet worden verwijderd" in dialog.problem.text()
    assert dialog.remove.isEnabled()
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize(("forget", "left"), [(True, 1), (False, 3)])
def test_backups_under_the_old_passphrase_go_unless_somebody_keeps_them(
    qtbot: QtBot, changing: ChangePassphraseDialog, path: Path, forget: bool, left: int
) -> None:
    book = changing._book
    editing.add_entry(book, book.cases()[0].id, entry("signaal", "2019", "Melding"))
    backups.make(book, Reason.OPENING)
    editing.add_entry(book, book.cases()[0].id, entry("signaal", "2020", "Nog een"))
    assert changing.forget_copies.isChecked()
    changing.forget_copies.setChecked(forget)
    fill(qtbot, changing)
    with qtbot.waitSignal(changing.changed):
        click(qtbot, changing.ok)
    assert len(backups.found(book)) == left
    assert len(backups.other_passphrase(book)) == left - 1
    with OpenCasebook.open(backups.found(book)[0].path, NEW) as copy:
        assert len(copy.case(copy.cases()[0].id).entries) == 2
