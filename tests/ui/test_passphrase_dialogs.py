"""Asking for a passphrase: to open a casebook, and to make one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed, is_freed_on_close, show, type_in
from tijdlijn.services import passphrase as passphrases
from tijdlijn.ui.dialogs.passphrase import NewCasebookDialog, OpenPassphraseDialog

GOOD = "hyena moeder kring jong spade"
HIDDEN, SEEN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


@pytest.fixture
def asking(qtbot: QtBot) -> OpenPassphraseDialog:
    return show(qtbot, OpenPassphraseDialog(Path("/ergens/casus-1.tijdlijn")))


@pytest.fixture
def making(qtbot: QtBot, tmp_path: Path) -> NewCasebookDialog:
    return show(qtbot, NewCasebookDialog(folder=tmp_path, today=date(2026, 11, 5)))


def fill(qtbot: QtBot, dialog: NewCasebookDialog, first: str = GOOD, again: str = GOOD) -> None:
    type_in(qtbot, dialog.case_title_line, "Casus 11")
    type_in(qtbot, dialog.chosen.secret.line, first)
    type_in(qtbot, dialog.chosen.again.line, again)


def test_a_typed_passphrase_is_tried_with_enter(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    assert not asking.ok.isEnabled()
    qtbot.keyClicks(asking.secret.line, "geheime woorden")
    with qtbot.waitSignal(asking.tried) as tried:
        qtbot.keyClick(asking.secret.line, Qt.Key.Key_Return)
    assert tried.args == ["geheime woorden"]
    assert asking.is_busy


def test_the_eye_shows_the_passphrase_and_hides_it_again(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    line = asking.secret.line
    assert line.echoMode() is HIDDEN
    click(qtbot, asking.secret.eye)
    assert (line.echoMode(), asking.secret.eye.accessibleName()) == (SEEN, "Wachtwoord verbergen")
    click(qtbot, asking.secret.eye)
    assert line.echoMode() is HIDDEN


def test_it_cannot_be_left_while_a_passphrase_is_tried(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    qtbot.keyClicks(asking.secret.line, "iets")
    click(qtbot, asking.ok)
    asking.reject()
    asking.close()
    assert asking.isVisible()
    asking.failed("Het wachtwoord is onjuist.")
    asking.reject()


def test_a_failure_is_told_and_has_to_be_waited_for(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    qtbot.keyClicks(asking.secret.line, "fout")
    click(qtbot, asking.ok)
    asking.failed("Het wachtwoord is onjuist, of het casusboek is beschadigd.", 1.4)
    assert asking.problem.text().startswith("Het wachtwoord is onjuist")
    assert asking.secret.line.hasFocus()
    assert not asking.ok.isEnabled()
    assert asking.ok.text() == "Wacht 2 s"
    asking._tick.timeout.emit()
    asking._tick.timeout.emit()
    assert asking.ok.isEnabled()
    assert asking.ok.text() == "Openen"


def test_the_passphrase_is_gone_when_it_is_closed(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    qtbot.keyClicks(asking.secret.line, "geheim")
    seen: list[str] = []
    asking.secret.line.textChanged.connect(seen.append)
    assert is_freed_on_close(asking)
    assert seen == [""]


def test_accepting_frees_it_even_while_it_is_busy(qtbot: QtBot, asking: OpenPassphraseDialog) -> None:
    qtbot.keyClicks(asking.secret.line, "goed")
    click(qtbot, asking.ok)
    assert is_freed(asking, asking.accept)


def test_a_new_casebook_is_proposed_under_a_code(making: NewCasebookDialog, tmp_path: Path) -> None:
    assert making.path == tmp_path / "casus-2026-11.tijdlijn"


def test_the_code_is_one_that_is_free(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "casus-2026-11.tijdlijn").touch()
    dialog = show(qtbot, NewCasebookDialog(folder=tmp_path, today=date(2026, 11, 5)))
    assert dialog.path == tmp_path / "casus-2026-11-2.tijdlijn"
    assert is_freed_on_close(dialog)


def test_all_in_order_it_asks(qtbot: QtBot, making: NewCasebookDialog) -> None:
    fill(qtbot, making)
    with qtbot.waitSignal(making.asked):
        qtbot.keyClick(making.chosen.again.line, Qt.Key.Key_Return)
    assert (making.case_title, making.chosen.text) == ("Casus 11", GOOD)
    making.failed("De schijf is vol.")
    assert making.problem.text() == "De schijf is vol."
    assert making.chosen.text == GOOD
    assert making.ok.isEnabled()


@pytest.mark.parametrize("weak", ["kort", "wachtwoordwachtwoord", "aaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused_with_its_reason(qtbot: QtBot, making: NewCasebookDialog, weak: str) -> None:
    fill(qtbot, making, weak, weak)
    with qtbot.assertNotEmitted(making.asked):
        click(qtbot, making.ok)
    assert making.problem.text() == passphrases.weakness(weak)
    assert making.chosen.strength.text() == passphrases.weakness(weak)
    assert making.chosen.secret.line.property("problem") is True


def test_two_passphrases_that_differ_are_refused(qtbot: QtBot, making: NewCasebookDialog) -> None:
    fill(qtbot, making, GOOD, f"{GOOD}s")
    with qtbot.assertNotEmitted(making.asked):
        click(qtbot, making.ok)
    assert "niet gelijk" in making.problem.text()
    assert making.chosen.again.line.hasFocus()


def test_a_file_that_is_there_is_never_overwritten(qtbot: QtBot, making: NewCasebookDialog, tmp_path: Path) -> None:
    (tmp_path / "bestaat.tijdlijn").touch()
    fill(qtbot, making)
    type_in(qtbot, making.place, str(tmp_path / "bestaat"))
    with qtbot.assertNotEmitted(making.asked):
        click(qtbot, making.ok)
    assert "Er is al een bestand" in making.problem.text()


def test_five_words_are_proposed_and_can_be_read(qtbot: QtBot, making: NewCasebookDialog) -> None:
    making.chosen.propose()
    assert len(making.chosen.text.split()) == passphrases.WORDS
    assert making.chosen.secret.line.echoMode() is SEEN
    with qtbot.waitSignal(making.asked):
        click(qtbot, making.ok)


def test_it_says_that_a_lost_passphrase_is_lost(making: NewCasebookDialog) -> None:
    assert any("kan niemand het bestand" in label.text() for label in making.findChildren(QLabel))
