"""The candidates of a document in the order of its text: small ones, and the current one large among them.

The rule: the current card stands where it belongs in the order and near the same height of the window, so that eyes and
hands stay where they are while one decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.services.reviewing import Reviewed
from tijdlijn.ui.dossier_reader.candidate_rows import ROW, CandidateRows
from tijdlijn.ui.dossier_reader.card import CandidateCard
from tijdlijn.ui.empty_state import EmptyState
from tijdlijn.ui.widgets import button, column, scrolled

ABOVE = 2
"""Small cards that stay in view above the current one."""


class CandidateList(QWidget):
    """Shows items. `chosen` carries the key of one that was clicked; `turned` asks to show or hide what is no fact."""

    chosen = Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CandidateCard()
        self.before, self.after = CandidateRows(), CandidateRows()
        self.no_facts = button("", self.turned.emit, "link")
        self.empty = EmptyState("check", "", "")
        self._page = QWidget()
        holding = column(0)
        holding.addWidget(self.before)
        around = column(0)
        around.setContentsMargins(10, 6, 10, 6)
        around.addWidget(self.card)
        holding.addLayout(around)
        holding.addWidget(self.after)
        holding.addWidget(self.empty)
        holding.addStretch(1)
        self._page.setLayout(holding)
        self.area = scrolled(self._page)
        layout = column(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.card.decisions)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Kandidaten"))
        for rows in (self.before, self.after):
            rows.chosen.connect(self.chosen)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.bring_card)

    def show_items(self, items: Sequence[Reviewed], current: str, hidden: int, with_no_facts: bool) -> None:
        """Show these items around the card of the current one; the card itself is filled by who holds the drafts."""
        keys = [item.candidate.key for item in items]
        at = keys.index(current) if current in keys else len(keys)
        self.before.show_items(items[:at])
        self.after.show_items(items[at + 1 :])
        self.card.setVisible(current in keys)
        self.card.decisions.setVisible(current in keys)
        self.empty.setVisible(not items)
        self.no_facts.setVisible(bool(hidden))
        verb = self.tr("verbergen") if with_no_facts else self.tr("tonen")
        words = self.tr("1 datum die geen feit is") if hidden == 1 else self.tr("{0} datums die geen feit zijn")
        self.no_facts.setText(f"{words.format(hidden)}: {verb}  F")
        self._settle.start()

    def bring_card(self) -> None:
        """Bring the whole card into view, with what comes just before it."""
        if self.card.isHidden():
            return
        layout = self._page.layout()
        if layout is not None:
            layout.activate()
        bar = self.area.verticalScrollBar()
        top, bottom = self.card.y() - 8, self.card.y() + self.card.height() + 8
        room = self.area.viewport().height()
        above = min(ABOVE * ROW, max(0, room - (bottom - top)))
        bar.setValue(max(0, top - above))
