"""Between the window and work in the background: how far it is comes out, the wish to stop goes in.

The rule: once something is being written, which is a moment, it is too late to stop; who asks hears that.
"""

from __future__ import annotations

from threading import Lock
from time import monotonic

from PySide6.QtCore import QObject, Signal

from tijdlijn.model.progress import WRITING, Stopped

SELDOM = 0.04
"""Seconds between two times that is told how far work is: rows come faster than a bar can be painted."""


class Watch(QObject):
    """One piece of work. It has no parent: the work keeps it while it goes on, whoever asked for it may be gone.

    `progressed` carries which comes now and of how many, 0 of 0 while nobody knows.
    """

    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._is_stopped = self._is_writing = False
        self._told, self._of = 0.0, 0

    def stop(self) -> bool:
        """Ask the work to stop; whether it still can."""
        with self._lock:
            self._is_stopped = self._is_stopped or not self._is_writing
            return self._is_stopped

    def is_stopped(self) -> bool:
        """Whether somebody asked in time."""
        return self._is_stopped

    def progress(self, number: int, of: int) -> None:
        """Tell how far the work is; called from the background."""
        now = monotonic()
        if now - self._told >= SELDOM or number == of or of != self._of:
            self._told, self._of = now, of
            self.progressed.emit(number if of else 0, of)

    def tell(self, number: int, of: int) -> None:
        """The same, for work that is stopped by what this raises (`model.progress`)."""
        with self._lock:
            if self._is_stopped:
                raise Stopped
            self._is_writing = (number, of) == WRITING
        self.progress(number, of)
