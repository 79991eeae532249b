"""Making the pages of a preview in the background, a slice at a time: the first are shown while others are made.

The rule: what was asked last is what is shown. What was asked before stops at its next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from tijdlijn.services.printing import Draft
from tijdlijn.ui.dialogs.print_pages import Page
from tijdlijn.ui.tasks import run

SLICE = 0.12
"""Seconds of work after which the pages that are made are shown."""
WAIT = 20
"""Milliseconds in which settings that change together become one question."""

Make = Callable[[], Iterator[Draft]]
"""Begins to make pages, in order. It is called in the pool and touches no widget."""


class _Question:
    """What was asked, as far as it is answered. `known` is how many pages there were before."""

    def __init__(self, make: Make, known: int) -> None:
        self.make, self.known = make, known
        self.is_stopped = False
        self._drafts: Iterator[Draft] | None = None
        self._made: list[Draft] = []

    def slice(self) -> tuple[tuple[Page, ...], bool]:
        """All pages made so far, a slice more than before, and whether these are all."""
        started = perf_counter()
        self._drafts = self._drafts or self.make()
        for draft in self._drafts:
            self._made.append(draft)
            if self.is_stopped or perf_counter() - started > SLICE:
                return self._pages(max(len(self._made), self.known)), False
        return self._pages(len(self._made)), True

    def _pages(self, of: int) -> tuple[Page, ...]:
        return tuple(
            Page(draft.drawing(number, of), draft.theme, draft.name) for number, draft in enumerate(self._made, 1)
        )


class PagesMaker(QObject):
    """Makes the pages that were asked for. `made` comes when there are more, `finished` when there are no more."""

    made = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: tuple[Page, ...] = ()
        self.seconds = 0.0
        self._asked = 0.0
        self._question: _Question | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT)
        self._waiting.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether pages are still to come."""
        return self._question is not None

    def ask(self, make: Make) -> None:
        """Make these pages, and no longer those that were asked before."""
        self.stop()
        self._question = _Question(make, len(self.pages))
        self._asked = perf_counter()
        self._waiting.start()

    def stop(self) -> None:
        """Make no more pages."""
        self._waiting.stop()
        if self._question is not None:
            self._question.is_stopped = True
            self._question = None

    def _begin(self) -> None:
        if self._question is not None:
            self._go_on(self._question)

    def _go_on(self, question: _Question) -> None:
        run(
            self,
            question.slice,
            lambda found: self._take(question, *found),
            lambda sentence: self._fail(question, sentence),
        )

    def _take(self, question: _Question, pages: tuple[Page, ...], is_last: bool) -> None:
        if question is not self._question:
            return
        self.pages = pages
        self.seconds = perf_counter() - self._asked
        if is_last:
            self._question = None
        else:
            self._go_on(question)
        self.made.emit()
        if is_last:
            self.finished.emit()

    def _fail(self, question: _Question, sentence: str) -> None:
        if question is self._question:
            self._question = None
            self.failed.emit(sentence)
