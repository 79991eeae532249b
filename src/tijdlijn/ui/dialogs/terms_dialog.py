"""How long cases are kept: the list of terms of this casebook, to be changed.

The rule: a term proposes a day and changes no case. The list is of the casebook, so that it goes where that goes.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.model.retention import TERMS, CountsFrom, Term
from tijdlijn.services.retention import MOST_MONTHS, keep_terms, terms
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.widgets import Choice, IconButton, Number, button, column, emptied, plain_label, row, scrolled

STARTS = tuple(CountsFrom)


class TermRow(QWidget):
    """One term: its name, how many months, and from when they count."""

    def __init__(self, dialog: TermsDialog, term: Term) -> None:
        super().__init__()
        self.name = QLineEdit(term.name)
        self.name.setAccessibleName(self.tr("Naam van de termijn"))
        self.months = Number(self.tr("Maanden"), 1, MOST_MONTHS)
        self.months.valueChanged.connect(self._name_unit)
        self.months.show_value(term.months)
        self._name_unit(term.months)
        self.months.setFixedWidth(130)
        self.start = Choice(self.tr("Vanaf"))
        self.start.addItems([self.tr("na {0}").format(one.label) for one in STARTS])
        self.start.setCurrentIndex(STARTS.index(term.counts_from))
        self.start.setFixedWidth(370)
        self.remove = IconButton("trash", self.tr("Termijn weghalen"), lambda: dialog.drop(self))
        across = row(8)
        across.addWidget(self.name, 1)
        across.addWidget(self.months)
        across.addWidget(self.start)
        across.addWidget(self.remove)
        across.setContentsMargins(0, 0, 8, 0)
        self.setLayout(across)

    def _name_unit(self, months: int) -> None:
        self.months.setSuffix(self.tr(" maand") if months == 1 else self.tr(" maanden"))

    @property
    def term(self) -> Term:
        """What is filled in."""
        return Term(self.name.text(), self.months.value(), STARTS[self.start.currentIndex()])


class TermsDialog(Sheet):
    """Changes the terms of the casebook of the controller."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=880)
        self.set_heading(self.tr("Bewaartermijnen"))
        self._controller = controller
        self.rows: list[TermRow] = []
        self._list = column(8)
        self.add = button(self.tr("Termijn toevoegen"), self._add, "quiet", "plus")
        self.restore = button(self.tr("Terug naar de lijst van het programma"), self._restore, "quiet")
        self._build()
        self._show(terms(controller.book))

    def _build(self) -> None:
        about = self.tr(
            "Een termijn stelt een dag voor; u kiest die dag bij de casus, rechts bij Bewaren tot. Het dossier zelf "
            "wordt elders bewaard, daarom is een casus hier gewoonlijk een werkkopie. Controleer wettelijke termijnen "
            "met uw organisatie."
        )
        self.body.addWidget(plain_label(about, "soft"))
        page = QWidget()
        inside = column(0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        page.setLayout(inside)
        area = scrolled(page)
        area.setMinimumHeight(220)
        self.body.addWidget(area, 1)
        across = row(8)
        across.addWidget(self.add)
        across.addWidget(self.restore)
        across.addStretch(1)
        self.body.addLayout(across)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Bewaren"))
        self.ok.clicked.connect(self._keep)

    def _show(self, wanted: tuple[Term, ...]) -> None:
        emptied(self._list)
        self.rows = []
        for term in wanted:
            self._put(term)

    def _put(self, term: Term) -> TermRow:
        made = TermRow(self, term)
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def drop(self, gone: TermRow) -> None:
        """Take a term off the list."""
        self.add.setFocus()
        self.rows.remove(gone)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _add(self) -> None:
        self._put(Term("", 12, CountsFrom.CHANGE)).name.setFocus()

    def _restore(self) -> None:
        self._show(TERMS)

    def _keep(self) -> None:
        found = tuple(one.term for one in self.rows)
        try:
            keep_terms(self._controller.book, () if found == TERMS else found)
        except Problem as problem:
            self.say(problem.sentence)
            return
        self._controller.case_changed.emit()
        self.accept()
