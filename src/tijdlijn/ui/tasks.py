"""Heavy work off the window's thread: one function, run in a pool, whose result comes back to the window's thread.

The function must touch no widget. Its `Problem` comes back in Dutch; any other error as a general sentence.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from tijdlijn.model.problems import Problem
from tijdlijn.ui import faults


def general_problem(error: BaseException) -> str:
    """The sentence for an error nobody foresaw: its type, never its content."""
    text = QCoreApplication.translate(
        "tasks", "Er ging iets mis in het programma ({0}). Alles wat al bewaard was, staat nog in het casusboek."
    )
    return text.format(type(error).__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """A function, who waits for its result, and what is then to be done."""

    function: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[str], None]


class _Post(QObject):
    """Brings results to the window's thread. There is one, as long as the application.

    Objects of Qt may only be deleted in the thread they live in, and only once. So a job is held here by its number and
    let go here: not by a connection of a child of its owner, which would let go of the owner while that child is being
    deleted, and the owner would delete it again. And while the pool works Python collects no garbage: it would do so
    in whichever thread comes first, and delete widgets there.
    """

    arrived = Signal(int, object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def of_application(cls) -> _Post:
        app = QCoreApplication.instance()
        assert app is not None
        return app.findChild(cls) or cls(app)

    def send(self, job: _Job) -> None:
        number, jobs = next(self._numbers), self._jobs
        jobs[number] = job
        gc.disable()
        QThreadPool.globalInstance().start(lambda: self.arrived.emit(number, *_outcome(jobs[number])))

    def _deliver(self, number: int, result: Any, sentence: str) -> None:
        job = self._jobs.pop(number)
        if not self._jobs:
            gc.enable()
        if not isValid(job.owner):
            return
        if sentence:
            job.failed(sentence)
        else:
            job.done(result)


def _outcome(job: _Job) -> tuple[Any, str]:
    """The result and nothing, or None and a sentence."""
    try:
        return job.function(), ""
    except Problem as problem:
        return None, problem.sentence
    except Exception as error:
        faults.note(error)
        return None, general_problem(error)


def run(
    owner: QObject, function: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> None:
    """Run `function` in the pool; `done` or `failed` is called in the window's thread while `owner` lives."""
    _Post.of_application().send(_Job(function, owner, done, failed))
