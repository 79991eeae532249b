"""What the keys of the reader do; the buttons of the card do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tijdlijn.layout.naming import title_of
from tijdlijn.ui.timeline_view.accessible import announce

if TYPE_CHECKING:
    from tijdlijn.ui.dossier_reader.reader import DossierReader


class Acts(QObject):
    """The verbs of a reader. What is typed is taken over first; what cannot be read stops the verb and is said."""

    def __init__(self, reader: DossierReader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._desk = reader.desk
        self._card = reader.card
        self._undated = ""
        self._card.joining.chosen.connect(self._join)
        self._card.joining.left.connect(reader.take_keys)

    def accept(self) -> None:
        """Accept the current candidate; of one that is decided, go on to the next open one."""
        item, card = self._desk.current, self._card
        if item is None:
            return
        if item.verdict is not None:
            self.next_open()
            return
        if not self._is_ready() or card.draft is None:
            return
        if card.draft.entry.date is None and self._undated != self._desk.key:
            self._undated = self._desk.key
            self._tell(self.tr("Kies een antwoord of typ een datum (E). Nog eens Enter neemt dit aan zonder datum."))
            return
        title = title_of(card.draft.entry)
        if self._desk.accept(card.draft):
            self._done(self.tr("Aangenomen: {0}").format(title))

    def skip(self) -> None:
        """Skip the current candidate."""
        item = self._desk.current
        if item is None or item.verdict is not None:
            self._tell(self.tr("Hierover is al beslist. U opent het weer."))
        elif self._desk.skip():
            self._done(self.tr("Overgeslagen"))

    def join(self) -> None:
        """Ask with which entry to join the current candidate."""
        item = self._desk.current
        if item is None or item.verdict is not None:
            self._tell(self.tr("Hierover is al beslist. U opent het weer."))
            return
        self._card.ask_join()

    def join_with(self, entry_id: str) -> None:
        """Join the current candidate with an entry; ask which when none is named."""
        if entry_id:
            self._join(entry_id)
        else:
            self.join()

    def _join(self, entry_id: str) -> None:
        if self._desk.join(entry_id):
            self._done(self.tr("Samengevoegd"))

    def undo(self) -> None:
        """Open the current candidate again, or take the last step back."""
        self._desk.take_back()
        self._reader.take_keys()

    def edit(self) -> None:
        """Change what is proposed."""
        self._card.edit()

    def step(self, by: int) -> None:
        """Go to the next or previous candidate."""
        self._card.flush()
        self._desk.step(by)
        self._say_current()

    def end(self, by: int) -> None:
        """Go to the first or last candidate."""
        self._card.flush()
        self._desk.go_to_end(by)
        self._say_current()

    def next_open(self) -> None:
        """Go to the next candidate that is open; in the next document that has one when this one is done."""
        key = self._desk.next_open_key
        if key:
            self._desk.choose(key)
            self._say_current()
            return
        self.next_document()

    def next_document(self) -> None:
        """Read the next document in which something is open."""
        if self._desk.open_next(self._reader.documents.in_order):
            self._tell(self.tr("Verder met {0}").format(self._desk.name))
        else:
            self._tell(self.tr("Alles in dit dossier is beslist."))

    def page(self, by: int) -> None:
        """Scroll the text by a screen."""
        bar = self._reader.page.verticalScrollBar()
        bar.setValue(bar.value() + by * round(bar.pageStep() * 0.9))

    def document(self, by: int) -> None:
        """Read the next or previous document of the list."""
        self._card.flush()
        self._desk.step_document(by, self._reader.documents.in_order)
        self._reader.take_keys()

    def make(self) -> None:
        """Make a candidate of what is selected."""
        start, end = self._reader.page.selected()
        if start < end:
            self._reader.page.let_go()
            self._desk.make(start, end)
        else:
            self._tell(self.tr("Selecteer eerst woorden in de tekst, met de muis of met Shift en de pijlen."))

    def timeline(self) -> None:
        """Go to the timeline, at the entry of the current candidate when it has one."""
        item = self._desk.current
        self._reader.timeline_asked.emit(item.entry_id if item is not None else "")

    def no_facts(self) -> None:
        """Show dates that are no facts, or hide them."""
        self._desk.turn_no_facts()

    def find(self) -> None:
        """Search in the text."""
        self._reader.start_search()

    def leave(self) -> None:
        """Let go of what is in the way."""
        if self._card.joining.isVisible():
            self._card.joining.leave()
        elif self._reader.finder.isVisible():
            self._reader.finder.leave()
        else:
            self._reader.take_keys()

    def number(self, number: int) -> None:
        """Choose by number: an entry to join with, or an answer."""
        if self._card.joining.isVisible():
            self._card.joining.choose(number)
        elif self._card.answer(number - 1):
            self._tell(self.tr("Antwoord gekozen. Enter neemt dit aan."))

    def _is_ready(self) -> bool:
        left = self._card.flush()
        if left:
            self._tell(left)
        return not left

    def _done(self, said: str) -> None:
        self._undated = ""
        self._reader.take_keys()
        self._tell(said)

    def _say_current(self) -> None:
        announce(self._reader, self._card.accessibleDescription())

    def _tell(self, said: str) -> None:
        self._reader.told.emit(said)
        announce(self._reader, said)
