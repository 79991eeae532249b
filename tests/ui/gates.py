"""Work in the background that waits where a test wants it to: to be stopped halfway, or when it is too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from PySide6.QtCore import QThreadPool

LONG = 20.0
"""Seconds after which a test that never opens the gate fails by itself."""


class Gate:
    """Something in the background stops before it until the test opens it."""

    def __init__(self) -> None:
        self._is_open, self._is_reached = Event(), Event()

    @property
    def is_reached(self) -> bool:
        """Whether the work waits at it, or went through."""
        return self._is_reached.is_set()

    def wait(self) -> None:
        """Called by the work."""
        self._is_reached.set()
        assert self._is_open.wait(LONG)

    def open(self) -> None:
        """Let the work go on, and wait until it has ended."""
        self._is_open.set()
        QThreadPool.globalInstance().waitForDone()

    def before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, that waits first."""

        def waits(*given: Any, **named: Any) -> Any:
            self.wait()
            return function(*given, **named)

        return waits


@contextmanager
def gate() -> Iterator[Gate]:
    """A gate that is open at the latest when the test ends."""
    made = Gate()
    yield made
    made.open()
