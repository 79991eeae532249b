"""Heavy work off the window's thread: one function, run in a pool, whose result comes back as a signal.

The function must touch no widget. Its `Problem` comes back in Dutch; any other error as a general sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from tijdlijn.model.problems import Problem


def general_problem(error: BaseException) -> str:
    """The sentence for an error nobody foresaw: its type, never its content."""
    text = QCoreApplication.translate(
        "tasks", "Er ging iets mis in het programma ({0}). Uw gegevens in het casusboek zijn bewaard."
    )
    return text.format(type(error).__name__)


class Task(QObject):
    """A running function; `done` carries its result, `failed` a Dutch sentence. Exactly one of them comes."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject, function: Callable[[], Any]) -> None:
        super().__init__(parent)
        self._runner = _Runner(self, function)

    def start(self, pool: QThreadPool | None = None) -> Task:
        """Queue it; returns itself."""
        (pool or QThreadPool.globalInstance()).start(self._runner)
        return self


class _Relay(QObject):
    done = Signal(object)
    failed = Signal(str)


class _Runner(QRunnable):
    """Emits through a relay of its own, so that a task deleted meanwhile is never touched from the pool."""

    def __init__(self, task: Task, function: Callable[[], Any]) -> None:
        super().__init__()
        self._function = function
        self._relay = _Relay()
        self._relay.done.connect(task.done)
        self._relay.failed.connect(task.failed)

    def run(self) -> None:
        try:
            result = self._function()
        except Problem as problem:
            self._relay.failed.emit(problem.sentence)
        except Exception as error:
            self._relay.failed.emit(general_problem(error))
        else:
            self._relay.done.emit(result)


def run(
    owner: QObject, function: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> Task:
    """Run `function` in the pool; `done` or `failed` is called in the window's thread while `owner` lives."""
    task = Task(owner, function)
    task.done.connect(done)
    task.failed.connect(failed)
    task.done.connect(task.deleteLater)
    task.failed.connect(task.deleteLater)
    return task.start()
