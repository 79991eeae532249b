"""The quick-entry line of a presentation, with who tells it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tijdlijn.language.quick_line import QuickEntry
from tijdlijn.model.sessions import Attendee
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Change
from tijdlijn.services.told import add_told_line
from tijdlijn.ui.presenter.show import Show
from tijdlijn.ui.quick_entry import QuickEntryLine
from tijdlijn.ui.widgets import Choice, field_label


class TellingLine(QWidget):
    """A line that becomes an entry told in the session. `left` tells that Escape left it."""

    left = Signal()
    added = Signal(str)

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.line = QuickEntryLine(show.controller, self, self._add)
        self.who = Choice(self.tr("Wie vertelt dit?"))
        self.who.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._people: tuple[Attendee, ...] = ()
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 8, 12, 0)
        beside.setSpacing(3)
        beside.addWidget(self.who)
        beside.addWidget(field_label(self.tr("&Wie vertelt dit?"), self.who))
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addLayout(beside)
        self.line.left.connect(self.left)
        self.line.added.connect(self.added)
        show.controller.case_changed.connect(self._read)
        self._read()

    def start(self) -> None:
        """Go to the line; what was being typed is still there."""
        self.line.start()

    @property
    def teller(self) -> Attendee | None:
        """Who tells it; None when that was not chosen."""
        place = self.who.currentIndex() - 1
        return self._people[place] if 0 <= place < len(self._people) else None

    def _read(self) -> None:
        """The attendees, with the one that was chosen."""
        people = self._show.session.attendees
        if people == self._people and self.who.count():
            return
        chosen, self._people = self.teller, people
        self.who.clear()
        self.who.addItem(self.tr("de groep"))
        self.who.addItems([person.name for person in people])
        self.who.setCurrentIndex(people.index(chosen) + 1 if chosen in people else 0)

    def _add(self, book: OpenCasebook, case_id: str, line: QuickEntry) -> Change:
        return add_told_line(book, case_id, line, self._show.session_id, self.teller)
