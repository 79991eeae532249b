"""Keeps the view in use in the casebook, behind the screen: many changes become one write, and the last one wins."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from tijdlijn.model.views import View
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.views import use_view
from tijdlijn.ui.tasks import run

AFTER = 400
"""Milliseconds without a change before a view is written."""


class ViewKeeper(QObject):
    """Writes the views of one case. Who closes the casebook calls `flush` first."""

    def __init__(
        self, book: OpenCasebook, case_id: str, failed: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._case_id, self._failed = book, case_id, failed
        self._waiting: deque[View] = deque()
        self._writing = Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._start)

    def keep(self, view: View) -> None:
        """Write this view soon."""
        self._waiting.append(view)
        self._timer.start()

    def flush(self) -> None:
        """Write now what waits, after what is being written. Raises Problem when that cannot be done."""
        self._timer.stop()
        self._write()

    def _start(self) -> None:
        run(self, self._write, lambda _: None, self._failed)

    def _write(self) -> None:
        """Write the last view that waits; in whichever thread."""
        with self._writing:
            last: View | None = None
            while self._waiting:
                last = self._waiting.popleft()
            if last is not None:
                use_view(self._book, self._case_id, last)
