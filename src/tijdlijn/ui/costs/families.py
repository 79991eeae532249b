"""Several families together: what help cost each a year before and after, and what that is together.

The rule: of a family in this casebook the amounts are worked out around a moment that is chosen here; of any other they
are typed or pasted. The table is taken along and not kept. Families go by a code, never by the title of their case.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tijdlijn.analysis.savings import BeforeAfter, Family, before_and_after, savings
from tijdlijn.analysis.telling_costs import families_words, moments
from tijdlijn.language.money_nl import euros
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.costs import ENDINGS, export_families, pasted_families, readable_name
from tijdlijn.services.files import name_for
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.money import cents_of, money
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, IconButton, button, column, plain_label, restyled, row, scrolled, set_problem

AMOUNT_WIDTH = 170


class FamilyRow(QWidget):
    """One family: its code, the moment around which its costs are worked out or that they are typed, and both."""

    def __init__(
        self, dialog: FamiliesDialog, name: str, case: Case | None = None, family: Family | None = None
    ) -> None:
        super().__init__()
        self._case = case
        self._moments = moments(case) if case else ()
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Code van het gezin"))
        self.name.setFixedWidth(150)
        self.moment = Choice(self.tr("Moment"))
        self.moment.addItem(self.tr("zelf invullen"))
        self.moment.addItems([one.name for one in self._moments])
        self.moment.setEnabled(bool(self._moments))
        self.moment.setMinimumContentsLength(10)
        self.before = self._amount(self.tr("Per jaar ervoor, in euro"), family.before[0] if family else None)
        self.after = self._amount(self.tr("Per jaar erna, in euro"), family.after[0] if family else None)
        across = row(8)
        across.addWidget(self.name)
        across.addWidget(self.moment, 1)
        across.addWidget(self.before)
        across.addWidget(self.after)
        across.addWidget(IconButton("trash", self.tr("Gezin weghalen"), lambda: dialog.drop(self)))
        across.setContentsMargins(0, 0, 8, 0)
        self.setLayout(across)
        self.moment.currentIndexChanged.connect(lambda _: self._work_out())
        for field in (self.name, self.before, self.after):
            field.textChanged.connect(lambda _: dialog.renew())
        self.moment.currentIndexChanged.connect(lambda _: dialog.renew())

    def _amount(self, name: str, cents: int | None) -> QLineEdit:
        made = QLineEdit("" if cents is None else money(cents))
        made.setAccessibleName(name)
        made.setFixedWidth(AMOUNT_WIDTH)
        return made

    @property
    def _found(self) -> BeforeAfter | None:
        at = self.moment.currentIndex() - 1
        return before_and_after(self._case, self._moments[at].days) if self._case and at >= 0 else None

    def _work_out(self) -> None:
        found = self._found
        for field, years in ((self.before, found and found.before), (self.after, found and found.after)):
            field.setReadOnly(found is not None)
            field.setPlaceholderText(self.tr("geen heel jaar") if found and not years else "")
            field.setText(euros(years.a_year) if years else "")

    @property
    def family(self) -> Family | None:
        """What is filled in; None as long as an amount is missing or cannot be read."""
        name, found = self.name.text().strip(), self._found
        if found is not None:
            if found.before is None or found.after is None:
                return None
            return Family(name, found.before.a_year, found.after.a_year)
        before, after = cents_of(self.before.text()), cents_of(self.after.text())
        for field, cents in ((self.before, before), (self.after, after)):
            set_problem(field, bool(field.text().strip()) and cents is None)
        return None if before is None or after is None else Family(name, (before, before), (after, after))

    @property
    def readable(self) -> Family | None:
        """The same, called as it may be outside the program."""
        family = self.family
        return replace(family, name=readable_name(self._case, family.name)) if family and self._case else family


class FamiliesDialog(Sheet):
    """Adds up what families cost before and after."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent, width=1040)
        self.set_heading(self.tr("Gezinnen samen, voor en na"))
        self._controller = controller
        self.rows: list[FamilyRow] = []
        self._list = column(8)
        self.total = plain_label("", "heading")
        self.told = plain_label("", "small")
        self.add = button(self.tr("Gezin toevoegen"), self._add, "quiet", "plus")
        self.paste = button(self.tr("Plakken uit een spreadsheet"), self._paste, "quiet", "copy")
        self.format = Choice(self.tr("Soort bestand"))
        self.format.addItems(["CSV", "Excel"])
        self.place = FilePlace(name_for("gezinnen", ""), ENDINGS[0], "CSV", folder)
        self._build()
        for number, summary in enumerate(controller.book.cases(), start=1):
            name = summary.code or self.tr("gezin {0}").format(number)
            self._put(FamilyRow(self, name, controller.book.case(summary.id)))
        self.renew()

    def _build(self) -> None:
        about = self.tr(
            "Kies bij elk gezin van dit casusboek het moment waarop de hulp veranderde; de kosten per jaar volgen uit "
            "de bedragen bij de regels. Van andere gezinnen typt of plakt u ze (kolommen gezin, voor en na). Noem een "
            "gezin bij een code: deze tabel gaat mee naar buiten en wordt hier niet bewaard."
        )
        self.body.addWidget(plain_label(about, "soft"))
        self.body.addLayout(self._heads())
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
        across.addWidget(self.paste)
        across.addStretch(1)
        self.body.addLayout(across)
        self.body.addWidget(self.total)
        where = row(8)
        where.addWidget(self.format)
        where.addWidget(self.place, 1)
        self.body.addLayout(where)
        self.body.addWidget(self.told)
        self.told.hide()
        self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren als tabel"))
        self.ok.clicked.connect(self._save)
        self.place.changed.connect(self.renew)
        self.format.currentIndexChanged.connect(
            lambda at: self.place.set_kind(name_for("gezinnen", ""), ENDINGS[at], ("CSV", "Excel")[at])
        )

    def _heads(self) -> QHBoxLayout:
        across = row(8)
        for name, width in (
            (self.tr("gezin"), 150),
            (self.tr("moment"), 0),
            (self.tr("per jaar ervoor"), AMOUNT_WIDTH),
            (self.tr("per jaar erna"), AMOUNT_WIDTH),
        ):
            label = plain_label(name, "label", wrap=False)
            if width:
                label.setFixedWidth(width)
            across.addWidget(label, 0 if width else 1)
        across.addSpacing(44)
        return across

    def _put(self, made: FamilyRow) -> None:
        self.rows.append(made)
        self._list.addWidget(made)

    def drop(self, gone: FamilyRow) -> None:
        """Take a family off the table."""
        self.add.setFocus()
        self.rows.remove(gone)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.renew()

    def _add(self) -> None:
        self._put(FamilyRow(self, self.tr("gezin {0}").format(len(self.rows) + 1)))
        self.rows[-1].before.setFocus()
        self.renew()

    def _paste(self) -> None:
        self.say("")
        try:
            found = pasted_families(QGuiApplication.clipboard().text())
        except Problem as problem:
            self.say(problem.sentence)
            return
        for family in found.taken:
            name = family.name or self.tr("gezin {0}").format(len(self.rows) + 1)
            self._put(FamilyRow(self, name, family=family))
        self.renew()
        self.say(" ".join(found.refused[:3]))

    @property
    def families(self) -> tuple[Family, ...]:
        """The families of which both amounts are known."""
        return tuple(family for one in self.rows if (family := one.family))

    def renew(self) -> None:
        """Add up what is filled in."""
        known = self.families
        self.total.setText(families_words(savings(known), len(self.rows) - len(known)))
        self.ok.setEnabled(bool(known) and self.place.has_name)

    def _save(self) -> None:
        path = self.place.path
        saving = savings(tuple(family for one in self.rows if (family := one.readable)))
        self.ok.setEnabled(False)
        run(self, partial(export_families, self._controller.book, path, saving), lambda _: self._saved(path), self.say)

    def _saved(self, path: Path) -> None:
        restyled(self.told, "role", "strong")
        self.told.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.told.show()
        self.renew()
