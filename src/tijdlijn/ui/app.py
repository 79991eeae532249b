"""The program with its window: settings, language, the net under unforeseen errors, and the first casebook."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from types import TracebackType

from platformdirs import user_config_path
from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from tijdlijn.model.problems import Problem
from tijdlijn.ui import faults, theme
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.tasks import general_problem

GARBAGE_THRESHOLDS = (50_000, 20, 50)
"""When Python looks for garbage: snapshots and layouts are many small objects without cycles, and a look at all of them
costs several frames."""

SWITCH_SECONDS = 0.0005
"""How long a computation behind the screen keeps Python before the window gets its turn. While all findings of 10,000
entries are computed, 95 % of frames take 10 ms with it and 37 with Python's own 5 ms; the computation takes a quarter
longer."""


def run(path: Path | None = None, passphrase: str | None = None) -> int:
    """Show the window, on a casebook when one is named; returns the exit code when it is closed."""
    os.umask(0o077)
    keep_no_core()
    keep_no_places()
    app = make_application(sys.argv)
    window = MainWindow(settings())
    _catch(window)
    _show(window)
    if path is not None:
        QTimer.singleShot(0, window, lambda: window.opening.ask(path, passphrase))
    return int(app.exec())


def keep_no_core() -> None:
    """A program that falls leaves no picture of its memory behind, where the system can be told so."""
    try:
        import resource
    except ImportError:  # Windows, which leaves none unless somebody asks for it
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_no_places() -> None:
    """Qt's own dialogs remember which folders were visited, in a file of all programs with Qt; a folder may be called
    after a family. Where they have nowhere to write that, it is forgotten when the program ends."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _show(window: MainWindow) -> None:
    """On a small screen the whole screen, else a window that leaves some of it free."""
    screen = window.screen().availableGeometry()
    if screen.width() < 1600 or screen.height() < 900:
        window.showMaximized()
    else:
        window.resize(min(round(screen.width() * 0.9), 1800), min(round(screen.height() * 0.9), 1100))
        window.show()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with its Dutch texts and its looks."""
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(arguments)
    app.setApplicationName("tijdlijn")
    app.setOrganizationName("tijdlijn")
    app.setApplicationDisplayName("")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    theme.apply(app, str(settings().value("kleuren", theme.SYSTEEM)))  # before any widget is made, which keeps its font
    return app


def settings() -> QSettings:
    """The window's settings: colours and sizes, never names."""
    return QSettings(str(user_config_path("tijdlijn", appauthor=False) / "venster.ini"), QSettings.Format.IniFormat)


def _catch(window: MainWindow) -> None:
    """An error nobody foresaw is told in a sentence and noted without values.

    It is told when the work it came from is over, as it may come from painting; and what goes wrong in telling it is
    only noted: Python would print both with their values.
    """
    waiting: list[str] = []

    def tell() -> None:
        told = waiting[-1]
        waiting.clear()
        try:
            window.tell(told)
        except Exception as again:
            faults.note(again)

    def caught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        try:
            if issubclass(kind, KeyboardInterrupt):
                window.close()
                return
            if not isinstance(error, Problem):
                faults.note(error)
            if not waiting:
                QTimer.singleShot(0, window, tell)
            waiting.append(error.sentence if isinstance(error, Problem) else general_problem(error))
        except Exception as again:
            faults.note(again)

    sys.excepthook = caught
