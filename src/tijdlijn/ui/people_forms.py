"""The forms of the panel of people: a person, a party with its professionals, a professional of no party.

They stand in the list itself and are never modal. Enter saves, Escape leaves; a form hands over what was typed and
changes nothing by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import DateContext, is_unknown, read, shown, write
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate, age_on
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import PERSON_ROLES, Sector
from tijdlijn.services.editing import new_id
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.people_text import age_text
from tijdlijn.ui.typed_fields import content_of, fill
from tijdlijn.ui.widgets import (
    Choice,
    IconButton,
    button,
    column,
    field_label,
    plain_label,
    primary_button,
    quiet_button,
    row,
    set_problem,
)


class Form(QFrame):
    """What the forms share: a name that is needed, and two buttons. `saved` carries what was made of it."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setProperty("role", "form")
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(placeholder)
        self.name.textChanged.connect(lambda _: set_problem(self.name, False))
        self.fields = column(10)
        self.bsn = BsnNote()
        self.save_button = primary_button(self.tr("Bewaren"))
        self.save_button.clicked.connect(lambda _=False: self.save())
        buttons = row(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(button(self.tr("Annuleren"), self.left.emit, "quiet"))
        buttons.addStretch(1)
        layout = column(12)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(self.fields)
        layout.addWidget(self.bsn)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.add_field(self.tr("Naam"), self.name)
        self.setFocusProxy(self.name)

    def add_field(self, name: str, field: QWidget, below: QWidget | None = None) -> None:
        """A field with its name above it."""
        if isinstance(field, QLineEdit):
            self.bsn.watch(field)
        part = column(3)
        part.addWidget(field_label(name, field))
        part.addWidget(field)
        if below is not None:
            part.addWidget(below)
        self.fields.addLayout(part)

    def save(self) -> None:
        """Hand over what was typed, when all of it can be used."""
        wrong = self.wanting()
        if wrong is None:
            self.saved.emit(self.result())
            return
        set_problem(wrong, True)
        wrong.setFocus()

    def typed(self) -> dict[str, str]:
        """What is typed, as `retype` takes it."""
        return {"": content_of(self)}

    def retype(self, typed: Mapping[str, str]) -> None:
        """Show what was typed before."""
        fill(self, typed[""])

    def wanting(self) -> QLineEdit | None:
        """The first field that is not in order."""
        return None if self.name.text().strip() else self.name

    def result(self) -> object:
        """What was typed, as a record."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PersonForm(Form):
    """A member of the family."""

    def __init__(self, case: Case, person: Person) -> None:
        super().__init__(person.name, "")
        self._case = case
        self._person = person
        self.role = QLineEdit(person.role)
        completer = QCompleter(list(PERSON_ROLES), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.role.setCompleter(completer)
        self.role.setPlaceholderText(self.tr("bijv. kind, moeder, oma"))
        self.birth = QLineEdit(shown(person.birth) if person.birth else "")
        self.birth.setPlaceholderText(self.tr("bijv. 12-3-2014 of mei 1988"))
        self.feedback = plain_label("", "small")
        self.is_focus = QCheckBox(self.tr("Jeugdige: over wie het gaat"))
        self.is_focus.setChecked(person.is_focus)
        self.pseudonym = QLineEdit(person.pseudonym)
        self.pseudonym.setPlaceholderText(self.tr("bijv. Dochter 1"))
        self.add_field(self.tr("Rol"), self.role)
        self.add_field(self.tr("Geboren"), self.birth, self.feedback)
        self.fields.addWidget(self.is_focus)
        self.add_field(self.tr("Pseudoniem"), self.pseudonym)
        self.birth.textChanged.connect(lambda _: self._read_birth())
        self.birth.editingFinished.connect(lambda: set_problem(self.birth, not self._birth_is_read))
        self._read_birth()

    @property
    def birth_date(self) -> UncertainDate | None:
        """The birth as it is read; None when there is none or it is not understood."""
        typed = self.birth.text().strip()
        if self._person.birth is not None and typed == shown(self._person.birth):
            return self._person.birth
        date = read(typed, DateContext(today=self._case.reference))
        return None if date is None or date.is_interval else date

    @property
    def _birth_is_read(self) -> bool:
        typed = self.birth.text().strip()
        return not typed or is_unknown(typed) or self.birth_date is not None

    def wanting(self) -> QLineEdit | None:
        return super().wanting() or (None if self._birth_is_read else self.birth)

    def result(self) -> Person:
        return replace(
            self._person,
            name=self.name.text().strip(),
            role=self.role.text().strip(),
            birth=self.birth_date,
            is_focus=self.is_focus.isChecked(),
            pseudonym=self.pseudonym.text().strip(),
        )

    def _read_birth(self) -> None:
        """Say, while it is typed, how the birth is understood."""
        date = self.birth_date
        if self._birth_is_read:
            set_problem(self.birth, False)
        if date is not None:
            age = age_text(*age_on(date, self._case.reference))
            self.feedback.setText(self.tr("{0}; op de peildatum {1}").format(write(date), age))
        elif self._birth_is_read:
            self.feedback.setText("")
        else:
            self.feedback.setText(self.tr("Deze datum is nog niet begrepen. Ook een jaar of seizoen is goed."))
        self.feedback.setVisible(bool(self.feedback.text()))


class PartyForm(Form):
    """An organisation or informal helper, with its professionals. `result` is the party and its professionals."""

    def __init__(self, case: Case, party: Party) -> None:
        super().__init__(party.name, "")
        self._party = party
        self.sector = Choice("")
        for sector in Sector:
            self.sector.addItem(capital(sector.label), sector)
        self.sector.setCurrentIndex(list(Sector).index(party.sector))
        self.pseudonym = QLineEdit(party.pseudonym)
        self.pseudonym.setPlaceholderText(self.tr("bijv. Jeugdhulp A"))
        self.workers: list[WorkerLine] = []
        self._lines: QVBoxLayout = column(6)
        self.add_field(self.tr("Sector"), self.sector)
        self.add_field(self.tr("Pseudoniem"), self.pseudonym)
        people = column(4)
        people.addWidget(plain_label(self.tr("Medewerkers"), "label"))
        people.addLayout(self._lines)
        self.more = quiet_button(self.tr("Medewerker toevoegen"))
        self.more.clicked.connect(lambda _=False: self.add_worker().name.setFocus())
        line = row(0)
        line.addWidget(self.more)
        line.addStretch(1)
        people.addLayout(line)
        self.fields.addLayout(people)
        for worker in sorted(case.workers_of(party.id), key=lambda w: w.order):
            self.add_worker(worker)

    def add_worker(self, worker: Worker | None = None) -> WorkerLine:
        """Another line for a professional."""
        order = max((line.order for line in self.workers), default=-1) + 1
        made = WorkerLine(worker or Worker(new_id(), "", order=order))
        made.gone.connect(lambda: self._drop(made))
        for field in (made.name, made.function):
            self.bsn.watch(field)
        self.workers.append(made)
        self._lines.addWidget(made)
        return made

    def typed(self) -> dict[str, str]:
        return super().typed() | {"workers": json.dumps([line.id for line in self.workers])}

    def retype(self, typed: Mapping[str, str]) -> None:
        """With as many professionals as there were; those of the same id are the same."""
        wanted = json.loads(typed["workers"])
        for line in [line for line in self.workers if line.id not in wanted]:
            self._drop(line)
        known = {line.id for line in self.workers}
        for id_ in wanted:
            if id_ not in known:
                self.add_worker(Worker(id_, "", order=len(self.workers)))
        super().retype(typed)

    def result(self) -> tuple[Party, tuple[Worker, ...]]:
        party = replace(
            self._party,
            name=self.name.text().strip(),
            sector=Sector(self.sector.currentData()),
            pseudonym=self.pseudonym.text().strip(),
        )
        return party, tuple(line.result() for line in self.workers if line.name.text().strip())

    def _drop(self, line: WorkerLine) -> None:
        self.workers.remove(line)
        self.bsn.leave(line.name, line.function)
        line.hide()
        line.setParent(None)
        line.deleteLater()
        self.more.setFocus()


class WorkerLine(QWidget):
    """A professional on one line: name, function, and a cross."""

    gone = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self.name = QLineEdit(worker.name)
        self.function = QLineEdit(worker.function)
        for field, told in ((self.name, self.tr("Naam van medewerker")), (self.function, self.tr("Functie"))):
            field.setAccessibleName(told)
        self.name.setPlaceholderText(self.tr("naam"))
        self.function.setPlaceholderText(self.tr("functie"))
        layout = row(4)
        layout.addWidget(self.name, 3)
        layout.addWidget(self.function, 2)
        layout.addWidget(IconButton("close", self.tr("Medewerker weghalen"), self.gone.emit))
        self.setLayout(layout)

    @property
    def id(self) -> str:
        """The id of this professional."""
        return self._worker.id

    @property
    def order(self) -> int:
        """The place of this professional among the others."""
        return self._worker.order

    def result(self) -> Worker:
        """The professional as typed."""
        return replace(self._worker, name=self.name.text().strip(), function=self.function.text().strip())


class LooseWorkerForm(Form):
    """A professional of whom it is not known yet for whom he or she works."""

    def __init__(self, case: Case, worker: Worker) -> None:
        super().__init__(worker.name, "")
        self._worker = worker
        self.function = QLineEdit(worker.function)
        self.party = Choice("")
        self.party.addItem(self.tr("nog niet bekend"), "")
        for party in sorted(case.parties, key=lambda p: p.name.casefold()):
            self.party.addItem(party.name, party.id)
        self.party.setCurrentIndex(max(0, self.party.findData(worker.party_id)))
        self.add_field(self.tr("Functie"), self.function)
        self.add_field(self.tr("Werkt bij"), self.party)

    def result(self) -> Worker:
        return replace(
            self._worker,
            name=self.name.text().strip(),
            function=self.function.text().strip(),
            party_id=str(self.party.currentData()),
        )


def capital(text: str) -> str:
    """With a capital in front, the rest as it is."""
    return text[:1].upper() + text[1:]
