"""Erasing for good: what, what goes with it, and what stays; nothing goes before somebody said to know that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QVBoxLayout, QWidget

from tijdlijn.layout.naming import title_of
from tijdlijn.services import erasing
from tijdlijn.services.erasing import Erased, What
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import column, plain_label, row

CHOICE_WIDTH = 196
"""Of what can be chosen, so that the lists stand below each other."""


class EraseDialog(Sheet):
    """`erased` carries a sentence about what was done."""

    erased = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=580)
        self.set_heading(self.tr("Voorgoed wissen"))
        self._controller = controller
        self.choices: dict[What, QRadioButton] = {}
        self.boxes: dict[What, QComboBox] = {}
        self._group = QButtonGroup(self)
        self.sure = QCheckBox(self.tr("Ik weet dat dit niet ongedaan kan worden gemaakt"))
        self._build()
        self._group.buttonToggled.connect(lambda *_: self._settle())
        self.sure.toggled.connect(lambda _: self._settle())
        self._settle()

    def _build(self) -> None:
        case, chosen = self._controller.case, self._controller.selected_entries
        about = self.tr(
            "Wat u verwijdert, blijft in de geschiedenis en in de reservekopieën staan, om erop terug te kunnen komen. "
            "Wat u wist, is nergens meer."
        )
        self.body.addWidget(plain_label(about, "soft"))
        rows = column(6)
        if len(chosen) == 1:
            self._add(rows, What.ENTRY, self.tr("De gekozen regel: {0}").format(title_of(chosen[0])))
        elif chosen:
            self._add(rows, What.ENTRY, self.tr("De {0} gekozen regels").format(len(chosen)))
        self._add_box(rows, What.PERSON, self.tr("Een persoon"), [(one.name, one.id) for one in case.persons])
        self._add_box(rows, What.PARTY, self.tr("Een partij"), [(one.name, one.id) for one in case.parties])
        sources = [(one.title, one.id) for one in case.sources]
        self._add_box(rows, What.SOURCE, self.tr("Een bron met het document"), sources)
        if len(self._controller.book.cases()) > 1:
            self._add(rows, What.CASE, self.tr("Deze hele casus: {0}").format(case.title))
        self._add(rows, What.HISTORY, self.tr("Alleen wat eerder is gewijzigd of verwijderd, in alle casussen"))
        self.body.addLayout(rows)
        self.body.addWidget(
            note(
                self.tr(
                    "Ook gewist: alle stappen van deze casus, zodat er tot hier niets meer ongedaan kan worden "
                    "gemaakt, en alle reservekopieën. Daarna wordt één nieuwe reservekopie gemaakt. Wat in ándere "
                    "regels, documenten en verslagen over iemand staat, blijft staan; dat wist u apart. Kopieën die u "
                    "zelf ergens anders bewaarde, verwijdert u zelf."
                )
            )
        )
        self.body.addWidget(self.sure)
        self.add_cancel().setDefault(True)
        self.ok = self.add_button(self.tr("Voorgoed wissen"))
        self.ok.setProperty("role", "danger")
        self.ok.clicked.connect(self._erase)
        self._group.buttons()[0].setChecked(True)

    def _add(self, rows: QVBoxLayout, what: What, text: str) -> None:
        rows.addWidget(self._choice(what, text))

    def _add_box(self, rows: QVBoxLayout, what: What, text: str, named: list[tuple[str, str]]) -> None:
        if not named:
            return
        box = self.boxes[what] = QComboBox()
        box.setAccessibleName(text)
        for name, id_ in named:
            box.addItem(name, id_)
        box.activated.connect(lambda _: self.choices[what].setChecked(True))
        beside = row(8)
        choice = self._choice(what, text)
        choice.setMinimumWidth(CHOICE_WIDTH)
        beside.addWidget(choice)
        beside.addWidget(box, 1)
        rows.addLayout(beside)

    def _choice(self, what: What, text: str) -> QRadioButton:
        made = self.choices[what] = QRadioButton(text.replace("&", "&&"))
        self._group.addButton(made)
        return made

    @property
    def what(self) -> What:
        """What is chosen to be erased."""
        return next(what for what, choice in self.choices.items() if choice.isChecked())

    def _erase(self) -> None:
        what, book, case_id = self.what, self._controller.book, self._controller.case.id
        if what is What.ENTRY:
            ids = tuple(entry.id for entry in self._controller.selected_entries)
            words = title_of(self._controller.selected_entries[0]) if len(ids) == 1 else ""
        else:
            box = self.boxes.get(what)
            ids, words = ((box.currentData(),), box.currentText()) if box else ((), "")

        def work() -> tuple[Erased, int]:
            done = erasing.erase(book, case_id, what, ids)
            return done, erasing.still_named(book, case_id, words) if words else 0

        self._set_at_work(True)
        run(self, work, self._done, self._failed)

    def _done(self, result: tuple[Erased, int]) -> None:
        done, left = result
        self._set_at_work(False)
        self.accept()
        said = [self.tr("Voorgoed gewist, ook uit de geschiedenis en de reservekopieën.")]
        if left:
            said = [self.tr("Voorgoed gewist. Dezelfde woorden staan nog op {0} andere plaatsen.").format(left)]
        self.erased.emit(" ".join((*said, done.trouble)).strip())

    def _failed(self, sentence: str) -> None:
        self._set_at_work(False)
        self.say(sentence)

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        for part in (self.sure, *self.choices.values(), *self.boxes.values()):
            part.setEnabled(not is_at_work)
        self._settle()

    def _settle(self) -> None:
        self.ok.setEnabled(self.sure.isChecked() and not self.is_busy)
