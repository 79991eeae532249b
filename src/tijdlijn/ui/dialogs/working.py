"""A sheet that works in the background: how far it is, and a button to stop it.

The rule: what is stopped leaves no file and changes none, and is said to have stopped at once: what the work still does
is let go of. Closing the sheet stops it too. Once something is being written, which is a moment, it goes on to its end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from tijdlijn.model.progress import STOPPED, Progress
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.tasks import run
from tijdlijn.ui.watch import Watch


class WorkingSheet(Sheet):
    """A sheet with one piece of work at a time; `set_at_work` says what is left alone meanwhile."""

    def __init__(self, parent: QWidget | None = None, *, width: int) -> None:
        super().__init__(parent, width=width)
        self.stopped_words = STOPPED
        self._watch: Watch | None = None
        self._had_keys: QWidget | None = None
        self.progress.setAccessibleName(self.tr("Voortgang"))
        self.stop = self.add_button(self.tr("Stoppen"))
        self.stop.clicked.connect(lambda _=False: self._stop())
        self.stop.hide()

    def set_at_work(self, is_at_work: bool) -> None:
        """Let what belongs to the work be changed, or not."""
        raise NotImplementedError

    def failed(self, sentence: str) -> None:
        """Tell why the work could not be done."""
        self.say(sentence)

    def work(self, function: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        """Call a function in the background with what it tells its progress to, and `done` with what it returns."""
        self.say("")
        watch, self._had_keys = Watch(), self.focusWidget()
        self._watch = watch
        watch.progressed.connect(self.show_progress)
        self._show_work()
        self.stop.setFocus()
        run(
            self,
            lambda: function(watch.tell),
            partial(self._heard, watch, done),
            partial(self._heard, watch, self.failed),
        )

    def _heard(self, watch: Watch, told: Callable[[Any], None], what: Any) -> None:
        if watch is self._watch:
            self._end()
            told(what)

    def _stop(self) -> None:
        if self._can_leave():
            self._end()
            self.say(self.stopped_words)
            if self._had_keys is not None:
                self._had_keys.setFocus()

    def _can_leave(self) -> bool:
        """Whether nothing goes on that cannot be stopped; what can be, is."""
        return self._watch is None or self._watch.stop()

    def _end(self) -> None:
        self._watch = None
        self._show_work()

    def _show_work(self) -> None:
        is_at_work = self._watch is not None
        self.set_busy(is_at_work)
        self.stop.setVisible(is_at_work)
        self.set_at_work(is_at_work)

    def reject(self) -> None:
        if self._can_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._can_leave():
            super().closeEvent(event)
        else:
            event.ignore()
