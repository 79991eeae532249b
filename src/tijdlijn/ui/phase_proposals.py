"""The phases that are proposed: each with a tick and a name to change, and one step that takes over what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget

from tijdlijn.analysis.phases import Proposal
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.ui.phase_rows import LONGEST
from tijdlijn.ui.widgets import IconButton, button, column, plain_label, row


class ProposalRow(QWidget):
    """One border that could be drawn."""

    asked = Signal()

    def __init__(self, case: Case, proposal: Proposal) -> None:
        super().__init__()
        self.proposal = proposal
        self.tick = QCheckBox()
        self.tick.setChecked(True)
        self.tick.setAccessibleName(self.tr("{0} overnemen").format(proposal.name))
        self.name = QLineEdit(proposal.name)
        self.name.setMaxLength(LONGEST)
        self.name.setCursorPosition(0)
        self.name.setAccessibleName(self.tr("naam van de fase vanaf {0}").format(write_day(proposal.day)))
        self.tick.toggled.connect(self.name.setEnabled)
        go = IconButton("fit", self.tr("{0} in beeld").format(write_day(proposal.day)), self.asked.emit)
        self.why = plain_label(self._reason(case), "small")
        first = row(4)
        for part, stretch in ((self.tick, 0), (self.name, 1), (go, 0)):
            first.addWidget(part, stretch)
        layout = column(2)
        layout.addLayout(first)
        layout.addWidget(self.why)
        self.setLayout(layout)

    def _reason(self, case: Case) -> str:
        """From which day, after which entry, and how sure that is."""
        proposal = self.proposal
        entry = case.entries_by_id.get(proposal.entry_id)
        parts = [self.tr("vanaf {0}").format(write_day(proposal.day))]
        if entry is not None and not proposal.is_sure:
            parts.append(self.tr("dag onzeker: {0}").format(shown(entry.date)))
        elif not proposal.is_sure:
            parts.append(self.tr("dag onzeker"))
        parts.append(title_of(entry) if entry is not None else self.tr("begin van het leven"))
        return " · ".join(parts)


class ProposalForm(QFrame):
    """What is proposed. `chosen` carries the days and names that are ticked."""

    chosen = Signal(object)
    left = Signal()
    day_asked = Signal(object)

    def __init__(self, case: Case, proposals: Sequence[Proposal]) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.rows = [ProposalRow(case, proposal) for proposal in proposals]
        self.take = button(self.tr("Zo indelen"), self.give, "primary")
        layout = column(10)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(plain_label(self._heading(case), "soft"))
        for made in self.rows:
            made.tick.toggled.connect(lambda _: self._judge())
            made.asked.connect(lambda day=made.proposal.day: self.day_asked.emit(day))
            layout.addWidget(made)
        buttons = row(8)
        buttons.addWidget(self.take)
        buttons.addWidget(button(self.tr("Annuleren"), self.left.emit, "quiet"))
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.setFocusProxy(self.rows[0].name)

    def _heading(self, case: Case) -> str:
        words = self.tr(
            "Grenzen bij wat het leven veranderde. Verander de namen zoals u ze noemt; haal weg wat niet past."
        )
        if not case.phases:
            return words
        count = len(case.phases)
        told = self.tr("de fase die er is") if count == 1 else self.tr("de {0} fasen die er zijn").format(count)
        return words + " " + self.tr("Dit komt in de plaats van {0}.").format(told)

    def give(self) -> None:
        """Hand over what is ticked; a name that was emptied is as it was proposed."""
        named: list[tuple[date, str]] = [
            (made.proposal.day, made.name.text().strip() or made.proposal.name)
            for made in self.rows
            if made.tick.isChecked()
        ]
        if named:
            self.chosen.emit(named)

    def _judge(self) -> None:
        self.take.setEnabled(any(made.tick.isChecked() for made in self.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
