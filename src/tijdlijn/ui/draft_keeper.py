"""Keeps what is typed in a case and not entered yet: every few seconds while somebody types, and at once when asked.

The rule: a part that is typed in tells what stands in it unfinished, under a name of its own, and gets back under that
name what was kept before. What belongs to a part that nobody made yet stays kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from threading import Lock

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.drafts import drafts_of, keep_drafts
from tijdlijn.ui.tasks import run

AFTER = 1_500
"""Milliseconds from a key until what it changed is written; keys that follow do not put it off."""
DAY = "dag"
"""The place that holds the day on which something was last kept."""

Collect = Callable[[], Mapping[str, str]]
"""What stands unfinished in a part, by keys of its own."""


class DraftKeeper(QObject):
    """The drafts of one case. Who leaves the case calls `keep_now` first."""

    def __init__(self, book: OpenCasebook, case_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book, self._case_id = book, case_id
        self._kept = drafts_of(book, case_id)
        self._watched: list[tuple[str, QObject, Collect]] = []
        self._lent: list[tuple[str, QObject, Collect]] = []
        self._waiting: deque[dict[str, str]] = deque()
        self._writing = Lock()
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._begin)

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which something is kept."""
        return tuple(dict.fromkeys(place.partition(":")[0] for place in self._kept if place != DAY))

    @property
    def day(self) -> str:
        """The day on which something was last kept, in ISO form; empty when nothing is."""
        return self._kept.get(DAY, "")

    def watch(self, name: str, owner: QObject, collect: Collect) -> dict[str, str]:
        """Keep from now on what `collect` tells, as long as `owner` lives; what was kept under this name until now."""
        self._watched.append((name, owner, collect))
        return self.of(name)

    def lend(self, name: str, owner: QObject, collect: Collect) -> None:
        """Keep along with what is watched under a name: that part brings it back."""
        self._lent.append((name, owner, collect))

    def of(self, name: str) -> dict[str, str]:
        """What is kept under a name, by the keys of its part."""
        start = f"{name}:"
        return {place.removeprefix(start): text for place, text in self._kept.items() if place.startswith(start)}

    @property
    def unwritten(self) -> dict[str, str]:
        """What waits to be written, by its place."""
        return {place: text for changes in self._waiting for place, text in changes.items()}

    def touch(self) -> None:
        """Something may have been typed: keep it soon."""
        if not self._timer.isActive():
            self._timer.start()

    def put(self, name: str, content: str) -> None:
        """Keep one content of no part, at the next writing."""
        self._note({f"{name}:": content})

    def keep_now(self) -> str:
        """Keep on disk what is unfinished now; why that could not be done, or nothing."""
        self._timer.stop()
        self.collect()
        try:
            self._write()
        except Problem as problem:
            return problem.sentence
        return ""

    def collect(self) -> None:
        """Ask the parts what is unfinished; what changed waits to be written."""
        self._watched = [one for one in self._watched if isValid(one[1])]
        self._lent = [one for one in self._lent if isValid(one[1])]
        watched = tuple(f"{name}:" for name, _, _ in self._watched)
        now = {place: text for place, text in self._kept.items() if place != DAY and not place.startswith(watched)}
        for name, _, collect in (*self._watched, *self._lent):
            now |= {f"{name}:{key}": text for key, text in collect().items() if text}
        before = {place: text for place, text in self._kept.items() if place != DAY}
        self._note({place: now.get(place, "") for place in before.keys() | now.keys()})

    def _note(self, changes: dict[str, str]) -> None:
        changes = {place: text for place, text in changes.items() if self._kept.get(place, "") != text}
        if not changes:
            return
        kept = {place: text for place, text in (self._kept | changes).items() if text and place != DAY}
        day = self._book.today.isoformat() if kept else ""
        self._kept = kept | ({DAY: day} if day else {})
        self._waiting.append(changes | {DAY: day})

    def _begin(self) -> None:
        self.collect()
        if self._waiting:
            run(self, self._write, lambda _: None, lambda _: None)  # tried again with the next; leaving tells

    def _write(self) -> None:
        """Write what waits, in whichever thread; what could not be written waits again."""
        with self._writing:
            together: dict[str, str] = {}
            while self._waiting:
                together |= self._waiting.popleft()
            if not together:
                return
            try:
                keep_drafts(self._book, self._case_id, together)
            except BaseException:
                self._waiting.appendleft(together)
                raise
