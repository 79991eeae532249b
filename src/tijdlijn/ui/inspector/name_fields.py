"""Whom an entry names: persons, parties with their sector, and professionals. New ones are made on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tijdlijn.language.folding import fold
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services.editing import new_id
from tijdlijn.ui.chips import ChipRow, shared
from tijdlijn.ui.inspector.code_fields import toggled
from tijdlijn.ui.inspector.field import Edited, Field, with_value
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import Choice, button, column, plain_label, row

Record = Person | Party | Worker


class NamesField(Field):
    """Records as chips, and a line to add one. `attribute` is the field of ids in an entry."""

    attribute = ""
    has_signs = True

    def __init__(self, what: str, label: str, hint: str) -> None:
        super().__init__(what, label)
        self.chips = ChipRow(label, has_signs=self.has_signs)
        self.chips.toggled.connect(self._toggled)
        self.chips.remove_asked.connect(lambda id_: self._toggled(id_, False))
        self.input = NameInput(hint, hint)
        self.input.given.connect(self._given)
        self.content.addWidget(self.chips)
        self.content.addWidget(self.input)

    def known(self) -> Sequence[Record]:
        """The records of the case that can be named."""
        raise NotImplementedError

    def offered(self) -> Sequence[Record]:
        """The records that stand as chips, whether named or not."""
        return [record for record in self.known() if any(record.id in self.value(entry) for entry in self.entries)]

    def made(self, name: str) -> None:
        """A name that is not known was given."""
        raise NotImplementedError

    def value(self, entry: Entry) -> tuple[str, ...]:
        return tuple(getattr(entry, self.attribute))

    def renew(self) -> None:
        self.chips.set_options((record.id, record.name) for record in self.offered())
        self.chips.show_state(*shared([self.value(entry) for entry in self.entries]))
        self.chips.setVisible(bool(self.chips.chips))
        self.input.set_names(record.name for record in self.known())

    @property
    def filled(self) -> bool:
        return any(self.value(entry) for entry in self.entries)

    def put(self, id_: str, on: bool, *made: Record) -> None:
        """Name a record in every entry, or no longer; `made` is new."""
        attribute = self.attribute

        def change(entry: Entry) -> Entry:
            return with_value(entry, attribute, toggled(getattr(entry, attribute), id_, on))

        self.hand_over(
            Edited(
                change,
                persons=tuple(record for record in made if isinstance(record, Person)),
                parties=tuple(record for record in made if isinstance(record, Party)),
                workers=tuple(record for record in made if isinstance(record, Worker)),
            )
        )

    def flush(self) -> None:
        """A known name is taken at once; a new one waits for Enter, but several entries keep no drafts."""
        name = " ".join(self.input.text().split())
        known = named(self.known(), name)
        if name and (known is not None or len(self.entries) > 1):
            self.input.clear()
            self._given(name)

    @property
    def draft(self) -> str:
        return " ".join(self.input.text().split())

    def restore(self, draft: str) -> None:
        self.input.setText(draft)

    def forget(self) -> None:
        self.input.clear()

    def _toggled(self, id_: str, on: bool) -> None:
        self.put(id_, on)

    def _given(self, name: str) -> None:
        known = named(self.known(), name)
        if known is not None:
            self.put(known.id, True)
        else:
            self.made(name)


class PersonsField(NamesField):
    """The persons it concerns: all of the family stand as chips."""

    attribute = "person_ids"
    has_signs = False

    def __init__(self) -> None:
        super().__init__(self.tr("personen"), self.tr("Wie het betreft"), self.tr("Andere persoon toevoegen…"))

    def known(self) -> Sequence[Record]:
        if self.case is None:
            return ()
        focus = {person.id for person in self.case.focus}
        return (*self.case.focus, *(person for person in self.case.persons if person.id not in focus))

    def offered(self) -> Sequence[Record]:
        return self.known()

    def made(self, name: str) -> None:
        person = Person(new_id(), name, order=len(self.known()))
        self.put(person.id, True, person)


class PartiesField(NamesField):
    """The parties, each once; a new one asks for its sector first, with the one that its name suggests."""

    attribute = "party_ids"

    def __init__(self) -> None:
        super().__init__(self.tr("partijen"), self.tr("Partijen"), self.tr("Partij toevoegen…"))
        self.asked = QWidget()
        self._name = plain_label("", "small")
        self.sector = Choice(self.tr("Sector van de nieuwe partij"))
        for sector in Sector:
            self.sector.addItem(sector.label, str(sector))
        buttons = row(8)
        buttons.addWidget(button(self.tr("Toevoegen"), self._make, "primary"))
        buttons.addWidget(button(self.tr("Niet toevoegen"), self._drop, "quiet"))
        buttons.addStretch(1)
        layout = column(6)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._name)
        layout.addWidget(self.sector)
        layout.addLayout(buttons)
        self.asked.setLayout(layout)
        self.asked.hide()
        self._new = ""
        self.sector.installEventFilter(self)
        self.content.addWidget(self.asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list of sectors adds the party, Escape does not."""
        if watched is self.sector and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._make()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._drop()
                return True
        return super().eventFilter(watched, event)

    def known(self) -> Sequence[Record]:
        return self.case.parties if self.case else ()

    def made(self, name: str) -> None:
        self._ask(name)
        self.sector.setFocus()

    def _ask(self, name: str) -> None:
        self._new = name
        self._name.setText(self.tr("Nieuwe partij '{0}', in de sector:").format(name))
        self.sector.setCurrentIndex(self.sector.findData(str(guess_sector(name) or Sector.OVERIG)))
        self.asked.show()

    def renew(self) -> None:
        super().renew()
        self.asked.setVisible(bool(self._new))

    def flush(self) -> None:
        super().flush()
        if self._new and len(self.entries) > 1:
            self._make()

    @property
    def draft(self) -> str:
        return self._new or super().draft

    def restore(self, draft: str) -> None:
        self._ask(draft)

    def forget(self) -> None:
        super().forget()
        self._new = ""

    def _make(self) -> None:
        party = Party(new_id(), self._new, Sector(self.sector.currentData()), order=len(self.known()))
        self._close()
        self.put(party.id, True, party)

    def _drop(self) -> None:
        self._close()

    def _close(self) -> None:
        self._new = ""
        self.asked.hide()
        self.input.setFocus()


class WorkersField(NamesField):
    """The professionals; a new one works for the party of the entry when that is one."""

    attribute = "worker_ids"

    def __init__(self) -> None:
        super().__init__(self.tr("medewerkers"), self.tr("Medewerkers"), self.tr("Medewerker toevoegen…"))

    def known(self) -> Sequence[Record]:
        return self.case.workers if self.case else ()

    def offered(self) -> Sequence[Record]:
        """Who is named, and who works for the parties of the entry."""
        if self.case is None:
            return ()
        parties = {id_ for entry in self.entries for id_ in entry.party_ids}
        named_ids = {id_ for entry in self.entries for id_ in entry.worker_ids}
        return [worker for worker in self.case.workers if worker.id in named_ids or worker.party_id in parties]

    def made(self, name: str) -> None:
        parties = {id_ for entry in self.entries for id_ in entry.party_ids}
        worker = Worker(new_id(), name, parties.pop() if len(parties) == 1 else "", order=len(self.known()))
        self.put(worker.id, True, worker)


def named(records: Iterable[Record], name: str) -> Record | None:
    """The record of this name, whatever its capitals and accents."""
    folded = fold(name)
    return next((record for record in records if fold(record.name) == folded), None)


__all__ = ["NamesField", "PartiesField", "PersonsField", "WorkersField", "named"]
