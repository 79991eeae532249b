"""The sources that several entries rest on: one can be given to all of them, or taken from all.

The rule: giving a source leaves what an entry already cites of it, with its page and passage.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from tijdlijn.language.folding import fold
from tijdlijn.model.entries import Citation, Entry, Source, SourceKind
from tijdlijn.services.editing import new_id
from tijdlijn.ui.chips import ChipRow, shared
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.name_input import NameInput


class SourcesField(Field):
    """Sources as chips, and a line to add one; for several entries, where pages and passages say nothing."""

    def __init__(self) -> None:
        super().__init__(self.tr("bronnen"), "")
        self.chips = ChipRow(self.tr("Bronnen van deze regels"), has_signs=True)
        self.chips.toggled.connect(self._toggled)
        self.chips.remove_asked.connect(lambda id_: self._toggled(id_, False))
        hint = self.tr("Bron toevoegen aan al deze regels…")
        self.input = NameInput(hint, hint)
        self.input.given.connect(self._given)
        self.content.addWidget(self.chips)
        self.content.addWidget(self.input)

    def value(self, entry: Entry) -> Hashable:
        return _source_ids(entry)

    def renew(self) -> None:
        known = self._known
        named = [source for source in known if any(source.id in _source_ids(entry) for entry in self.entries)]
        self.chips.set_options((source.id, source.title) for source in named)
        self.chips.show_state(*shared([_source_ids(entry) for entry in self.entries]))
        self.chips.setVisible(bool(named))
        self.input.set_names(source.title for source in known)

    def flush(self) -> None:
        title = " ".join(self.input.text().split())
        if title and len(self.entries) > 1:
            self.input.clear()
            self._given(title)

    @property
    def pending(self) -> bool:
        return bool(self.input.text().strip())

    def forget(self) -> None:
        self.input.clear()

    @property
    def _known(self) -> Sequence[Source]:
        return self.case.sources if self.case else ()

    def _given(self, title: str) -> None:
        known = next((source for source in self._known if fold(source.title) == fold(title)), None)
        if known is not None:
            self.hand_over(Edited(lambda entry: _citing(entry, known.id)))
            return
        kind = SourceKind.MONDELING if fold(title).startswith("mondeling") else SourceKind.DOCUMENT
        made = Source(new_id(), title, kind, order=len(self._known))
        self.hand_over(Edited(lambda entry: _citing(entry, made.id), sources=(made,)))

    def _toggled(self, id_: str, on: bool) -> None:
        change = _citing if on else _not_citing
        self.hand_over(Edited(lambda entry: change(entry, id_)))


def _source_ids(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source_id for citation in entry.citations))


def _citing(entry: Entry, id_: str) -> Entry:
    if id_ in _source_ids(entry):
        return entry
    return replace(entry, citations=(*entry.citations, Citation(id_)))


def _not_citing(entry: Entry, id_: str) -> Entry:
    return replace(entry, citations=tuple(citation for citation in entry.citations if citation.source_id != id_))
