"""What a person decides before an import: which rows are one event, and which rows mended outside are taken over.

The rule: nothing is chosen beforehand. Of every pair it is said what the two have in common and what is proposed; a
pair that nobody looked at stays two rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from tijdlijn.exchange.doubles import Pair
from tijdlijn.exchange.mended import Amendment
from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.ui.widgets import button, column, emptied, plain_label, row, scrolled

AT_ONCE = 60
"""Cards that are made at once; the rest comes when it is asked for."""
_TEXT = 260


class DoublesPage(QWidget):
    """Pairs of rows that may tell one event, each with its choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[PairCard] = []
        self._pairs: Sequence[Pair] = ()
        self._answers: dict[object, bool | None] = {}
        self._case: Case | None = None
        self.take_all = button("", self._take_all)
        self.more = button(self.tr("Meer tonen"), self._show_more, "quiet")
        self._list = column(10)
        content = QWidget()
        content.setProperty("role", "page")
        content.setLayout(self._list)
        self._area = scrolled(content)
        layout = column(10)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(self.tr("Vertellen deze rijen hetzelfde?"), "heading"))
        layout.addWidget(
            plain_label(
                self.tr(
                    "Samenvoegen maakt één regel met beide bronnen; wat de één anders zegt, blijft erbij staan. Kiest "
                    "u niets, dan blijven het twee regels."
                ),
                "soft",
            )
        )
        beside = row(8)
        beside.addWidget(self.take_all)
        beside.addStretch(1)
        layout.addLayout(beside)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.more)
        self.setLayout(layout)

    @property
    def joined(self) -> frozenset[tuple[str, str]]:
        """The pairs that somebody said are one."""
        return frozenset(card.pair.key for card in self.cards if card.is_joined)

    def show_pairs(self, pairs: Sequence[Pair], case: Case) -> None:
        """Show these; `case` is the case as it would be. What was chosen for the same two rows before, stays."""
        self._answers.update({_same(card.pair, self._case): card.answer for card in self.cards if self._case})
        emptied(self._list)
        self.cards, self._pairs, self._case = [], pairs, case
        self._list.addStretch(1)
        sure = sum(pair.is_sure for pair in pairs)
        self.take_all.setVisible(sure > 0)
        self.take_all.setText(
            self.tr("Het voorstel tot samenvoegen overnemen")
            if sure == 1
            else self.tr("Alle {0} voorstellen tot samenvoegen overnemen").format(sure)
        )
        self._show_more()

    def _show_more(self) -> None:
        assert self._case is not None
        for pair in self._pairs[len(self.cards) : len(self.cards) + AT_ONCE]:
            card = PairCard(pair, self._case)
            card.answer = self._answers.get(_same(pair, self._case))
            card.changed.connect(self.changed)
            self._list.insertWidget(len(self.cards), card)
            self.cards.append(card)
        self.more.setVisible(len(self.cards) < len(self._pairs))

    def _take_all(self) -> None:
        while len(self.cards) < len(self._pairs) and self._pairs[len(self.cards)].is_sure:
            self._show_more()
        for card in self.cards:
            card.take_proposal()
        self.changed.emit()


class PairCard(QFrame):
    """Two rows beside each other, what they share, and whether they are one event."""

    changed = Signal()

    def __init__(self, pair: Pair, case: Case) -> None:
        super().__init__()
        self.pair = pair
        self.setProperty("role", "note")
        self.join = QRadioButton(self.tr("Samenvoegen"))
        self.keep = QRadioButton(self.tr("Twee regels"))
        self._group = QButtonGroup(self)
        self._group.addButton(self.join)
        self._group.addButton(self.keep)
        self._group.buttonClicked.connect(lambda _: self.changed.emit())
        layout = column(6)
        layout.setContentsMargins(12, 10, 12, 10)
        beside = row(18)
        for id_ in pair.key:
            beside.addLayout(_told(case, case.entries_by_id[id_]), 1)
        layout.addLayout(beside)
        layout.addWidget(plain_label("; ".join(pair.reasons), "small"))
        layout.addLayout(self._answers())
        self.setLayout(layout)

    @property
    def is_joined(self) -> bool:
        return self.join.isChecked()

    @property
    def answer(self) -> bool | None:
        """Whether they are one event; None while nobody said."""
        return self.join.isChecked() or (False if self.keep.isChecked() else None)

    @answer.setter
    def answer(self, is_one: bool | None) -> None:
        if is_one is not None:
            (self.join if is_one else self.keep).setChecked(True)

    def take_proposal(self) -> None:
        """Join what is proposed to be joined, unless somebody said that it is not."""
        if self.pair.is_sure and not self.keep.isChecked():
            self.join.setChecked(True)

    def _answers(self) -> QHBoxLayout:
        answers = row(14)
        if self.pair.is_clash:
            told = self.tr("Blijven twee regels. Welke u volgt, kiest u later bij de tegenspraak.")
            answers.addWidget(plain_label(told, "small"), 1)
            return answers
        answers.addWidget(self.join)
        answers.addWidget(self.keep)
        answers.addStretch(1)
        if self.pair.is_sure:
            answers.addWidget(plain_label(self.tr("Voorstel: samenvoegen"), "small", wrap=False))
        return answers


def _same(pair: Pair, case: Case) -> object:
    """The same two rows, also when they were read anew and have other ids."""
    return tuple(
        (entry.title, entry.date, tuple(citation.page for citation in entry.citations))
        for entry in (case.entries_by_id[id_] for id_ in pair.key)
    )


def _told(case: Case, entry: Entry) -> QVBoxLayout:
    box = column(2)
    who = ", ".join(party.name for party in case.parties_of(entry))
    day = shown(entry.date) if entry.date else ""
    box.addWidget(plain_label(" · ".join(filter(None, (day, entry.kind.label, who))), "small"))
    box.addWidget(plain_label(entry.title, "strong"))
    if entry.details and entry.details != entry.title:
        box.addWidget(plain_label(_short(entry.details)))
    sources = [
        f"{case.sources_by_id[cited.source_id].title}{f', {cited.page}' if cited.page else ''}"
        for cited in entry.citations
    ]
    box.addWidget(plain_label("; ".join(sources), "small"))
    box.addStretch(1)
    return box


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TEXT else f"{line[: _TEXT - 1]}…"


class MendedPage(QWidget):
    """Rows that were changed or lost outside, each to take over or to leave."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self.lost: dict[str, QCheckBox] = {}
        self._list = column(4)
        content = QWidget()
        content.setProperty("role", "page")
        content.setLayout(self._list)
        layout = column(10)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(self.tr("Buiten het programma gewijzigd"), "heading"))
        layout.addWidget(
            plain_label(self.tr("Aangevinkte wijzigingen worden overgenomen; de rest blijft zoals het is."), "soft")
        )
        layout.addWidget(scrolled(content), 1)
        self.setLayout(layout)

    @property
    def left(self) -> frozenset[str]:
        """The ids of changed entries that stay as they are."""
        return frozenset(id_ for id_, box in self.boxes.items() if not box.isChecked())

    @property
    def removed(self) -> frozenset[str]:
        """The ids of lost entries that are to be removed."""
        return frozenset(id_ for id_, box in self.lost.items() if box.isChecked())

    def show_changes(self, amendments: Sequence[Amendment], missing: Sequence[Entry]) -> None:
        """Show what was changed, ticked, and what was lost, not ticked."""
        emptied(self._list)
        self.boxes = {each.before.id: self._changed_box(each) for each in amendments}
        if missing:
            told = self.tr("Niet meer in de tabel. Alleen wat u aanvinkt, wordt uit de casus verwijderd:")
            self._list.addSpacing(10)
            self._list.addWidget(plain_label(told, "strong"))
        self.lost = {entry.id: self._box(_named(entry), False) for entry in missing}
        self._list.addStretch(1)

    def _changed_box(self, amendment: Amendment) -> QCheckBox:
        box = self._box(_named(amendment.before), True)
        for change in amendment.changes:
            old, new = (_short(text) or self.tr("leeg") for text in (change.old, change.new))
            self._list.addWidget(plain_label(f"       {change.label}: {old}  →  {new}", "soft"))
        return box

    def _box(self, text: str, is_on: bool) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"))
        box.setChecked(is_on)
        box.toggled.connect(lambda _: self.changed.emit())
        self._list.addWidget(box)
        return box


def _named(entry: Entry) -> str:
    day = shown(entry.date) if entry.date else ""
    title = entry.title if len(entry.title) <= 110 else f"{entry.title[:109]}…"
    return " · ".join(filter(None, (day, title or entry.kind.label)))
