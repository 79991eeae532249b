"""The fields of a stretch of time: so many days before and after which entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from tijdlijn.layout.filter_words import every
from tijdlijn.layout.naming import title_of
from tijdlijn.model.views import Around
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import Choice, Number, Section, column, field_label, plain_label, row

USUAL = Around(90, 0)
MOST_DAYS = 3_650
_KINDS = (
    Kind.MAATREGEL,
    Kind.ULTIMATUM,
    Kind.BESLUIT,
    Kind.OVERDRACHT,
    Kind.HULPVRAAG,
    Kind.SIGNAAL,
    Kind.DIAGNOSE,
    Kind.INTERVENTIE,
)


class AroundFields(Section):
    """Around what, and how many days before and after. `chosen` carries an `Around`, or None for the whole of time."""

    chosen = Signal(object)

    def __init__(self, controller: CaseController) -> None:
        super().__init__("", key="filter-rond")
        self.set_title(self.tr("Rond een moment"))
        self._controller = controller
        self._offers: list[Around | None] = []
        self.what = Choice(self.tr("Rond welk moment"))
        self.before = Number(self.tr("Dagen vóór"), 0, MOST_DAYS)
        self.after = Number(self.tr("Dagen na"), 0, MOST_DAYS)
        self.before.show_value(USUAL.before)
        self.after.show_value(USUAL.after)
        self._build()
        self.what.activated.connect(lambda _: self._tell())
        self.before.settled.connect(lambda _: self._tell())
        self.after.settled.connect(lambda _: self._tell())
        controller.selection_changed.connect(self._offer)
        self.toggled.connect(lambda _: self._offer())

    def _build(self) -> None:
        days = row(8)
        for field, words in ((self.before, self.tr("Dagen vóór")), (self.after, self.tr("Dagen na"))):
            part = column(4)
            part.addWidget(field_label(words, field))
            part.addWidget(field)
            days.addLayout(part, 1)
        self.hint = plain_label(
            self.tr("Wat op zo'n dag kan vallen, telt mee. Regels zonder datum vallen in geen enkele periode."), "small"
        )
        self.content.setSpacing(8)
        self.content.addWidget(self.what)
        self.content.addLayout(days)
        self.content.addWidget(self.hint)

    def show_around(self, around: Around | None) -> None:
        """Show what is asked now."""
        if around:
            self.before.show_value(around.before)
            self.after.show_value(around.after)
        self.set_count(1 if around else 0)
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        """Fill the list: nothing, what is asked, what is selected, and every entry of the kinds that there are."""
        if not self.what.isVisible():
            return
        around = self._controller.view.filter.around
        asked = _bare(around) if around else None
        self._offers = [None, *dict.fromkeys(offer for offer in self._arounds(asked) if self._is_of_use(offer, asked))]
        words = [self._words(offer) for offer in self._offers]
        if words != [self.what.itemText(place) for place in range(self.what.count())]:
            self.what.clear()
            self.what.addItems(words)
        self.what.setCurrentIndex(self._offers.index(asked))
        for field in (self.before, self.after):
            field.setEnabled(asked is not None)

    def _arounds(self, asked: Around | None) -> Iterator[Around]:
        if asked:
            yield asked
        chosen = tuple(entry.id for entry in self._controller.selected_entries if entry.date)
        if chosen:
            yield replace(USUAL, entry_ids=chosen)
        yield from (USUAL, replace(USUAL, turns=True))
        yield from (replace(USUAL, kind=kind) for kind in _KINDS)

    def _is_of_use(self, offer: Around, asked: Around | None) -> bool:
        return offer == asked or bool(self._controller.index.anchors(offer))

    def _words(self, offer: Around | None) -> str:
        if offer is None:
            return self.tr("de hele tijd")
        if len(offer.entry_ids) > 1:
            return self.tr("deze {0} regels").format(len(offer.entry_ids))
        if offer.entry_ids:
            return f"“{title_of(self._controller.case.entries_by_id[offer.entry_ids[0]])}”"
        words = self.tr("elk schakelmoment") if offer.turns else every(offer.kind)
        return f"{words}  ·  {len(self._controller.index.anchors(offer))}"

    def _tell(self) -> None:
        around = self._offers[self.what.currentIndex()]
        self.chosen.emit(around and replace(around, before=self.before.value(), after=self.after.value()))


def _bare(around: Around) -> Around:
    """What it is around, whatever the days."""
    if around.entry_ids:
        return replace(USUAL, entry_ids=around.entry_ids)
    return replace(USUAL, turns=True) if around.turns else replace(USUAL, kind=around.kind)
