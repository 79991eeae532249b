"""The sheets that only tell: keys, and what this program is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.acting import is_freed, is_freed_on_close, show
from tijdlijn import __version__
from tijdlijn.ui.commands import MENUS
from tijdlijn.ui.dialogs.about import AboutDialog
from tijdlijn.ui.dialogs.keys_dialog import KeysDialog, spoken


def words(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_every_key_of_the_menus_is_on_the_sheet(qtbot: QtBot) -> None:
    dialog = show(qtbot, KeysDialog())
    told = words(dialog)
    commands = [command for _, menu in MENUS for command in menu if command.keys]
    assert [command.id for command in commands if command.text.replace("&", "").rstrip("…") not in told] == []
    assert [key for command in commands for key in command.keys if spoken(key) not in told] == []
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize(
    ("keys", "said"),
    [("Ctrl+Z", "Ctrl+Z"), ("Ctrl++", "Ctrl++"), ("Alt+Right", "Alt+→"), ("Del", "Delete"), ("/", "/"), ("+", "+")],
)
def test_a_key_is_said_as_it_stands_on_the_keyboard(keys: str, said: str) -> None:
    assert spoken(keys) == said


def test_about_tells_version_and_licences(qtbot: QtBot) -> None:
    dialog = show(qtbot, AboutDialog())
    told = "\n".join(words(dialog))
    assert __version__ in told
    assert "EUPL" in told
    assert "Open Font License" in told
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize("kind", [KeysDialog, AboutDialog])
def test_a_sheet_that_only_tells_never_blocks_and_closes_with_escape(qtbot: QtBot, kind: type[QDialog]) -> None:
    dialog = show(qtbot, kind())
    assert not dialog.isModal()
    assert is_freed(dialog, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
