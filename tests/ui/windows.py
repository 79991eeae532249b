"""A main window with settings of its own, and a casebook that is opened in it with its passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

WORDS = "hyena moeder kring jong spade"


@contextmanager
def window_in(folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on its start page; afterwards it is closed, and what it opened with it."""
    made = MainWindow(QSettings(str(folder / "venster.ini"), QSettings.Format.IniFormat))
    show(qtbot, made)
    yield made
    if made.workspace:
        made.workspace.quick.line.clear()
    made.close()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> Workspace:
    """Open with the passphrase, and wait for the findings."""
    window.opening.ask(path, WORDS)
    return ready(qtbot, window)


def ready(qtbot: QtBot, window: MainWindow) -> Workspace:
    """The workspace as soon as it is there with its findings and has the keys."""
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    space = window.workspace
    qtbot.waitUntil(lambda: space.controller.analysis is not None)
    window.activateWindow()
    qtbot.waitUntil(space.canvas.hasFocus)
    return space


def application() -> QApplication:
    """The application of the tests."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
