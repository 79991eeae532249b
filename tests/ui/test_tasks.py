"""Work in the pool: its result comes back to the window's thread, once, for as long as its owner lives."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from tijdlijn.model.problems import Problem
from tijdlijn.ui.tasks import run


def nothing(_: object) -> None:
    pass


def test_a_result_comes_back_in_the_windows_thread(qtbot: QtBot, qapp: QCoreApplication) -> None:
    owner, came = QObject(), []
    run(owner, lambda: threading.get_ident(), lambda made: came.append((made, QThread.currentThread())), nothing)
    qtbot.waitUntil(lambda: bool(came))
    ((worker, thread),) = came
    assert worker != threading.get_ident()
    assert thread is qapp.thread()


def test_a_problem_comes_back_as_its_sentence_and_an_error_without_its_content(qtbot: QtBot) -> None:
    owner, told = QObject(), []

    def wrong() -> None:
        raise Problem("De schijf is vol.")

    def broken() -> None:
        raise RuntimeError("Noor Terpstra")

    run(owner, wrong, nothing, told.append)
    run(owner, broken, nothing, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "De schijf is vol." in told
    assert any("RuntimeError" in sentence for sentence in told)
    assert not any("Noor" in sentence for sentence in told)


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot: QtBot) -> None:
    parent, told = QObject(), []
    owner = QObject(parent)
    go = threading.Event()
    run(owner, go.wait, told.append, told.append)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    go.set()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert told == []


class _Listener(QObject):
    """Known only by the function that waits for its result, as a controller of a window that was closed."""

    def __init__(self, came: list[int]) -> None:
        super().__init__()
        self._came = came

    def ask(self) -> None:
        run(self, lambda: 1, lambda made: self.took(made), nothing)

    def took(self, made: int) -> None:
        self._came.append(made)


def test_an_owner_that_only_its_task_knows_of_is_deleted_once(qtbot: QtBot) -> None:
    """It was deleted twice when its task was its child; then Python itself fell down within some hundred rounds."""
    came: list[int] = []
    for _ in range(1_000):
        _Listener(came).ask()
        if len(came) % 3 == 0:
            QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: len(came) == 1_000)
