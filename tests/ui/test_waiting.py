"""Who guesses passphrases waits longer each time, whichever way the sheet is left; nothing is wiped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed_on_close, type_in
from tests.ui.lock.locked import casebook
from tests.ui.windows import window_in
from tijdlijn.ui import opening
from tijdlijn.ui.dialogs.passphrase import OpenPassphraseDialog
from tijdlijn.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


def asked(window: MainWindow, path: Path) -> OpenPassphraseDialog:
    """The sheet that asks for the passphrase of a casebook."""
    window.opening.ask(path)
    return next(found for found in window.findChildren(OpenPassphraseDialog) if found.isVisible())


def waited(qtbot: QtBot, window: MainWindow, path: Path) -> tuple[int, int]:
    """Seconds to wait after a wrong passphrase in a sheet of its own, and in the sheet that is asked for at once."""
    sheet = asked(window, path)
    type_in(qtbot, sheet.secret.line, "niet dit")
    click(qtbot, sheet.ok)
    qtbot.waitUntil(lambda: not sheet.is_busy)
    here = sheet._tick.left
    assert is_freed_on_close(sheet)
    another = asked(window, path)
    there = another._tick.left
    assert is_freed_on_close(another)
    return here, there


def test_a_sheet_that_is_asked_for_anew_waits_as_long(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = casebook(tmp_path), 100.0
    whole = path.read_bytes()
    waits = []
    for _ in range(5):
        now += 60
        monkeypatch.setattr(opening, "monotonic", lambda at=now: at)
        waits.append(waited(qtbot, window, path))
    assert waits == [(0, 0), (0, 0), (1, 1), (2, 2), (4, 4)]
    assert path.read_bytes() == whole


def test_another_casebook_is_not_waited_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "monotonic", lambda: 100.0)
    path, other = casebook(tmp_path), tmp_path / "casus-8.tijdlijn"
    other.write_bytes(path.read_bytes())
    for name in ("een", "twee"):
        assert waited(qtbot, window, path) == (0, 0), name
    assert waited(qtbot, window, path) == (1, 1)
    assert waited(qtbot, window, other) == (0, 0)
