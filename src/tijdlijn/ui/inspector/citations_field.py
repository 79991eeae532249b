"""The sources an entry rests on: document, page and passage; a source that is not known is made on the way."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.services.editing import new_id
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.inspector.text_fields import GrowingText
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import IconButton, column, emptied, plain_label, row


class CitationCard(QFrame):
    """One citation of a source; page and passage can be changed. `changed` carries the citation as it is now."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, case: Case, citation: Citation) -> None:
        super().__init__()
        self.citation = citation
        self.said = _said(case, citation)
        self.setProperty("role", "card")
        title = plain_label(case.sources_by_id[citation.source_id].title, "strong")
        self.page = QLineEdit(citation.page)
        self.page.setPlaceholderText(self.tr("bladzijde"))
        self.page.setAccessibleName(self.tr("Bladzijde"))
        self.page.setFixedWidth(104)
        self.passage = GrowingText(self.tr("Passage"), lines=1)
        self.passage.setPlainText(citation.passage)
        self.passage.setPlaceholderText(self.tr("passage, woord voor woord"))
        remove = IconButton("close", self.tr("Bron bij deze regel weghalen"), self.removed.emit)
        top = row(4)
        top.addWidget(title, 1)
        top.addWidget(remove)
        layout = column(6)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.addLayout(top)
        layout.addWidget(self.page)
        layout.addWidget(self.passage)
        self.setLayout(layout)
        self.page.editingFinished.connect(self.flush)
        self.passage.left.connect(self.flush)
        self.passage.escaped.connect(lambda: self.passage.setPlainText(self.citation.passage))

    @property
    def now(self) -> Citation:
        """The citation as it is typed."""
        return replace(self.citation, page=self.page.text().strip(), passage=self.passage.toPlainText().strip())

    def show_citation(self, citation: Citation) -> None:
        """Show another page and passage of the same source; the cursor stays where it is when they are the same."""
        self.citation = citation
        if self.page.text().strip() != citation.page:
            self.page.setText(citation.page)
        if self.passage.toPlainText().strip() != citation.passage:
            self.passage.setPlainText(citation.passage)

    def flush(self) -> None:
        """Hand over what is typed."""
        if self.now != self.citation:
            self.changed.emit(self.now)


class CitationsField(Field):
    """The citations of one entry, each as a card, and a line to add a source."""

    def __init__(self) -> None:
        super().__init__(self.tr("bronnen"))
        self.cards: list[CitationCard] = []
        self._list = column(8)
        self.input = NameInput(self.tr("Bron toevoegen"), self.tr("Bron toevoegen: kies of typ een titel…"))
        self.input.given.connect(self._given)
        self.content.setSpacing(8)
        self.content.addLayout(self._list)
        self.content.addWidget(self.input)

    def value(self, entry: Entry) -> Hashable:
        return entry.citations

    @property
    def pending(self) -> bool:
        return any(card.now != card.citation for card in self.cards)

    def flush(self) -> None:
        for card in list(self.cards):
            card.flush()

    def renew(self) -> None:
        citations = self.entries[0].citations if len(self.entries) == 1 else ()
        titles = {source.title for source in self.case.sources} if self.case else set()
        self.input.set_names(titles)
        if self.case and [card.said for card in self.cards] == [_said(self.case, citation) for citation in citations]:
            for card, citation in zip(self.cards, citations, strict=True):
                card.show_citation(citation)
            return
        emptied(self._list)
        self.cards = [self._card(place, citation) for place, citation in enumerate(citations)]
        for card in self.cards:
            self._list.addWidget(card)

    def _card(self, place: int, citation: Citation) -> CitationCard:
        assert self.case is not None
        card = CitationCard(self.case, citation)
        card.changed.connect(lambda now: self._put(lambda all_: (*all_[:place], now, *all_[place + 1 :])))
        card.removed.connect(lambda: self._put(lambda all_: (*all_[:place], *all_[place + 1 :])))
        return card

    def _put(self, change: Callable[[tuple[Citation, ...]], tuple[Citation, ...]], *sources: Source) -> None:
        self.hand_over(Edited(lambda entry: replace(entry, citations=change(entry.citations)), sources=sources))

    def _given(self, title: str) -> None:
        assert self.case is not None
        folded = fold(title)
        source = next((source for source in self.case.sources if fold(source.title) == folded), None)
        cited = source or Source(new_id(), title, order=len(self.case.sources))
        made = () if source else (cited,)
        self._put(lambda all_: (*all_, Citation(cited.id)), *made)
        if self.cards:
            self.cards[-1].page.setFocus()


def _said(case: Case, citation: Citation) -> tuple[str, str]:
    """Which source a card is of, and what it is called."""
    return citation.source_id, case.sources_by_id[citation.source_id].title
