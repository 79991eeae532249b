"""The sources an entry rests on: document, page and passage; a source that is not known is made on the way.

Title and kind belong to the source itself: changing them here changes them wherever it is cited.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from tijdlijn.language.dates_nl import shown
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source, SourceKind
from tijdlijn.services.editing import new_id
from tijdlijn.ui.accounts_view import breakable
from tijdlijn.ui.inspector.date_field import SPLIT
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.inspector.text_fields import GrowingText
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import Choice, IconButton, button, column, emptied, plain_label, row, set_tip


class CitationCard(QFrame):
    """One citation of a source. `changed` carries the citation as it is now, `source_changed` the source; `open_asked`
    wants the document opened at the passage."""

    changed = Signal(object)
    open_asked = Signal()
    source_changed = Signal(object)
    removed = Signal()

    def __init__(self, case: Case, citation: Citation) -> None:
        super().__init__()
        self.citation = citation
        self.source = case.sources_by_id[citation.source_id]
        self.setProperty("role", "card")
        self.title = plain_label("", "strong")
        self.renaming = GrowingText(self.tr("Titel van de bron"), lines=1, one_line=True)
        self.renaming.hide()
        self.page = QLineEdit()
        self.page.setPlaceholderText(self.tr("bladzijde"))
        self.page.setAccessibleName(self.tr("Bladzijde"))
        self.kind = Choice(self.tr("Soort bron"))
        for kind in SourceKind:
            self.kind.addItem(str(kind), str(kind))
        self.passage = GrowingText(self.tr("Passage"), lines=1)
        self.passage.setPlaceholderText(self.tr("passage, woord voor woord"))
        self.open = button(self.tr("Open in dossier"), self._open, "link", "document")
        self._lay_out()
        self.page.editingFinished.connect(self.flush)
        self.passage.left.connect(self.flush)
        self.passage.escaped.connect(lambda: self.passage.setPlainText(self.citation.passage))
        self.renaming.left.connect(self.flush)
        self.renaming.escaped.connect(self._stop_renaming)
        self.kind.activated.connect(lambda _: self.flush())
        self.show_citation(case, citation)

    def _lay_out(self) -> None:
        top = row(2)
        top.addWidget(self.title, 1)
        top.addWidget(self.renaming, 1)
        rename = IconButton("pencil", self.tr("Titel van de bron wijzigen, overal"), self._rename)
        remove = IconButton("close", self.tr("Bron bij deze regel weghalen"), self.removed.emit)
        for made in (rename, remove):
            top.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        where = row(6)
        where.addWidget(self.page, 1)
        where.addWidget(self.kind, 1)
        layout = column(6)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.addLayout(top)
        layout.addLayout(where)
        layout.addWidget(self.passage)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    @property
    def now(self) -> Citation:
        """The citation as it is typed."""
        return replace(self.citation, page=self.page.text().strip(), passage=self.passage.toPlainText().strip())

    @property
    def source_now(self) -> Source:
        """The source as it is typed; it keeps its title when that would be empty."""
        typed = " ".join(self.renaming.toPlainText().split()) if self.renaming.isVisibleTo(self) else ""
        return replace(self.source, title=typed or self.source.title, kind=SourceKind(self.kind.currentData()))

    def show_citation(self, case: Case, citation: Citation) -> None:
        """Show a citation of the same source; the cursor stays where it is when page and passage are the same."""
        self.citation = citation
        self.source = case.sources_by_id[citation.source_id]
        self.title.setText(breakable(self.source.title))
        set_tip(
            self.title,
            "\n".join(filter(None, (about_source(self.source), citation.passage and f"‘{citation.passage}’"))),
        )
        self.open.setHidden(self.source.kind is not SourceKind.DOCUMENT)
        self.kind.setCurrentIndex(self.kind.findData(str(self.source.kind)))
        if self.page.text().strip() != citation.page:
            self.page.setText(citation.page)
        if self.passage.toPlainText().strip() != citation.passage:
            self.passage.setPlainText(citation.passage)

    def set_readable(self, is_readable: bool) -> None:
        """Whether the text of the document is in the casebook, so that it can be opened."""
        self.open.setEnabled(is_readable)
        where = self.tr("Toon de passage in het stuk zelf")
        lacking = self.tr("De tekst van dit stuk staat niet in het casusboek. Lees het stuk in bij Dossier.")
        set_tip(self.open, where if is_readable else lacking)
        self.open.setAccessibleName(f"{self.open.text()}: {self.source.title}")
        self.open.setAccessibleDescription("" if is_readable else lacking)

    def _open(self) -> None:
        self.flush()
        self.open_asked.emit()

    def flush(self) -> None:
        """Hand over what is typed."""
        if self.source_now != self.source:
            self.source_changed.emit(self.source_now)
        self._stop_renaming()
        if self.now != self.citation:
            self.changed.emit(self.now)

    def _rename(self) -> None:
        self._show_renaming(self.source.title)
        self.renaming.setFocus()
        self.renaming.selectAll()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed or chosen that is not handed over."""
        return self.now != self.citation or self.source_now != self.source

    @property
    def typed(self) -> tuple[str, str, str]:
        """Page, passage and another title as they are typed; no title while none is asked for."""
        title = self.renaming.toPlainText() if self.renaming.isVisibleTo(self) else ""
        return self.page.text(), self.passage.toPlainText(), title

    def retype(self, page: str, passage: str, title: str) -> None:
        """Show again what was typed."""
        self.page.setText(page)
        self.passage.setPlainText(passage)
        if title:
            self._show_renaming(title)

    def _show_renaming(self, title: str) -> None:
        self.title.hide()
        self.renaming.setPlainText(title)
        self.renaming.show()

    def _stop_renaming(self) -> None:
        self.renaming.hide()
        self.title.show()


def about_source(source: Source) -> str:
    """Genre, agency and date of a source on one line, as far as they are known."""
    return ", ".join(filter(None, (source.genre, source.agency, shown(source.date) if source.date else "")))


class CitationsField(Field):
    """The citations of one entry, each as a card, and a line to add a source. `open_asked` carries the id of a source
    and the citation at which its document is to be opened."""

    open_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("bronnen"))
        self.cards: list[CitationCard] = []
        self._readable: frozenset[str] = frozenset()
        self._list = column(8)
        self.input = NameInput(self.tr("Bron toevoegen"), self.tr("Bron toevoegen: kies of typ een titel…"))
        self.input.given.connect(self._given)
        self.content.setSpacing(8)
        self.content.addLayout(self._list)
        self.content.addWidget(self.input)

    def value(self, entry: Entry) -> Hashable:
        return entry.citations

    def set_readable(self, source_ids: frozenset[str]) -> None:
        """Of which sources the text is in the casebook."""
        self._readable = source_ids
        for card in self.cards:
            card.set_readable(card.source.id in source_ids)

    @property
    def draft(self) -> str:
        return " ".join(self.input.text().split())

    @property
    def typed(self) -> str:
        """The line that adds, and of each card that was changed the page, the passage and the title of the source."""
        if not self.pending:
            return self.draft
        told = (card.typed if card.is_changed else ("", "", "") for card in self.cards)
        return SPLIT.join((self.input.text(), *chain.from_iterable(told)))

    def restore(self, draft: str) -> None:
        added, *told = draft.split(SPLIT)
        self.input.setText(added)
        for card, *typed in zip(self.cards, told[::3], told[1::3], told[2::3], strict=False):
            if any(typed):
                card.retype(*typed)

    def forget(self) -> None:
        self.input.clear()

    @property
    def pending(self) -> bool:
        return any(card.is_changed for card in self.cards)

    def flush(self) -> None:
        for card in list(self.cards):
            card.flush()

    def renew(self) -> None:
        citations = self.entries[0].citations if len(self.entries) == 1 else ()
        titles = {source.title for source in self.case.sources} if self.case else set()
        self.input.set_names(titles)
        if self.case and [card.source.id for card in self.cards] == [citation.source_id for citation in citations]:
            for card, citation in zip(self.cards, citations, strict=True):
                card.show_citation(self.case, citation)
            return
        emptied(self._list)
        self.cards = [self._card(place, citation) for place, citation in enumerate(citations)]
        for card in self.cards:
            self._list.addWidget(card)

    def _card(self, place: int, citation: Citation) -> CitationCard:
        assert self.case is not None
        card = CitationCard(self.case, citation)
        card.changed.connect(lambda now: self._put(lambda all_: (*all_[:place], now, *all_[place + 1 :])))
        card.source_changed.connect(lambda source: self.hand_over(Edited(lambda entry: entry, sources=(source,))))
        card.set_readable(citation.source_id in self._readable)
        card.open_asked.connect(lambda: self.open_asked.emit(card.source.id, card.citation))
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
