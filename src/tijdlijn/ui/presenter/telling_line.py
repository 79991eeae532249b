"""The quick-entry line of a presentation, with who tells it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tijdlijn.language.quick_line import QuickEntry
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Attendee
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Change
from tijdlijn.services.told import add_told_line
from tijdlijn.ui.presenter.show import Show, Turned
from tijdlijn.ui.quick_entry import QuickEntryLine
from tijdlijn.ui.widgets import Choice, field_label


class TellingLine(QWidget):
    """A line that becomes an entry told in the session. `left` tells that Escape left it.

    One that is projected knows the family by the names that are projected.
    """

    left = Signal()
    added = Signal(str)

    def __init__(self, show: Show, parent: QWidget | None = None, *, is_projected: bool = False) -> None:
        super().__init__(parent)
        self._show, self._is_projected = show, is_projected
        place = f"vertellen.{'beamer' if is_projected else 'presentator'}.{show.session_id}"
        self.line = QuickEntryLine(show.controller, self, self._add, self._named, place)
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
        if is_projected:
            show.stepped.connect(self._renamed)
        self._read()

    def start(self) -> None:
        """Go to the line; what was being typed is still there."""
        self.line.start()

    def _named(self) -> Case:
        return self._show.case if self._is_projected else self._show.controller.case

    def _renamed(self) -> None:
        """Other names may be projected now."""
        self.line.know_again()
        self._read()

    @property
    def teller(self) -> Attendee | None:
        """Who tells it; None when that was not chosen."""
        place = self.who.currentIndex() - 1
        return self._people[place] if 0 <= place < len(self._people) else None

    def _read(self) -> None:
        """The attendees, with the one that was chosen."""
        people = self._show.session.attendees
        chosen, self._people = self.teller, people
        self.who.clear()
        self.who.addItem(self.tr("de groep"))
        self.who.addItems([self._called(person) for person in people])
        self.who.setCurrentIndex(people.index(chosen) + 1 if chosen in people else 0)

    def _called(self, person: Attendee) -> str:
        """A projected list tells the part of somebody, not the name, while names are hidden."""
        hidden = self._is_projected and self._show.is_on(Turned.PSEUDONYMS)
        return (person.role or person.attends_as.label) if hidden else person.name

    def _add(self, book: OpenCasebook, case_id: str, line: QuickEntry) -> Change:
        return add_told_line(book, case_id, line, self._show.session_id, self.teller)
