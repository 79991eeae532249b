"""Until when the case is kept, and why: a day that somebody chooses, or that a term proposes."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.problems import Problem
from tijdlijn.model.retention import Term
from tijdlijn.services import retention
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import Choice, button, column, plain_label, row


class RetentionField(QWidget):
    """The day, the words why, and the terms to choose from. Every change is a step."""

    def __init__(self, controller: CaseController) -> None:
        from tijdlijn.ui.meetings.fields import KeptDay  # made of the fields of this package

        super().__init__()
        self._controller = controller
        self.day = KeptDay(self.tr("Bewaren tot"), self.tr("bijv. 1 januari 2030"))
        self.why = QLineEdit()
        self.why.setAccessibleName(self.tr("Waarom tot die dag"))
        self.why.setPlaceholderText(self.tr("waarom tot die dag"))
        self.said = plain_label("", "small")
        self.term = Choice(self.tr("Bewaartermijn"))
        self.take = button(self.tr("Overnemen"), self._take, "quiet")
        self.proposed = plain_label("", "small")
        self._terms: tuple[Term, ...] = ()
        self._build()
        self.day.kept.connect(self._choose)
        self.why.editingFinished.connect(self._explain)
        self.term.currentIndexChanged.connect(lambda _: self._propose())

    def _build(self) -> None:
        beside = row(6)
        beside.addWidget(self.term, 1)
        beside.addWidget(self.take)
        layout = column(6)
        layout.addWidget(plain_label(self.tr("Bewaren tot"), "label"))
        layout.addWidget(self.day)
        layout.addWidget(self.why)
        layout.addWidget(self.said)
        layout.addLayout(beside)
        layout.addWidget(self.proposed)
        self.setLayout(layout)

    def renew(self) -> None:
        """Show the case as it is; what is being typed stays."""
        case, book = self._controller.case, self._controller.book
        try:
            found, self._terms = retention.kept(book, case), retention.terms(book)
        except Problem:  # a file that went away is told of where something is done with it
            return
        self.day.lean_on(case.today, case.today)
        self.day.show_value(case.destroy_by)
        if not self.why.hasFocus():
            self.why.setText(case.retention)
            self.why.setCursorPosition(0)
        self.why.setVisible(found.is_chosen)
        told = self.tr("Nog geen dag gekozen: deze casus is een werkkopie, tot {0}.").format(write_day(found.until))
        self.said.setText("" if found.is_chosen else told)
        self.said.setVisible(not found.is_chosen)
        names = [term.name for term in self._terms]
        if [self.term.itemText(at) for at in range(self.term.count())] != names:
            self.term.blockSignals(True)
            self.term.clear()
            self.term.addItems(names)
            self.term.blockSignals(False)
        self._propose()

    def flush(self) -> None:
        """Commit what is typed."""
        self.day.flush()
        self._explain()

    @property
    def _proposal(self) -> date | None:
        at = self.term.currentIndex()
        if not 0 <= at < len(self._terms):
            return None
        return retention.proposal(self._controller.book, self._controller.case, self._terms[at])

    def _propose(self) -> None:
        at = self.term.currentIndex()
        if not 0 <= at < len(self._terms):
            return
        found, words = self._proposal, self._terms[at].words
        told = self.tr("{0}. Dat is tot {1}.").format(words, write_day(found)) if found else ""
        self.proposed.setText(told or self.tr("{0}. Dat is in deze casus niet gebeurd.").format(words))
        self.take.setEnabled(found is not None and found != self._controller.case.destroy_by)

    def _take(self) -> None:
        found = self._proposal
        if found is not None:
            self._controller.do(retention.set_day, found, self._terms[self.term.currentIndex()].words)

    def _choose(self, day: date | None) -> None:
        if day != self._controller.case.destroy_by:
            self._controller.do(retention.set_day, day, self._controller.case.retention)

    def _explain(self) -> None:
        case = self._controller.case
        if case.destroy_by is not None and " ".join(self.why.text().split()) != case.retention:
            self._controller.do(retention.set_day, case.destroy_by, self.why.text())
