"""Who is at a session, as a table that is typed in: name, organisation, function, and in what part."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from tijdlijn.model.sessions import Attendee, AttendsAs, Session
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptChoice, KeptLine
from tijdlijn.ui.meetings.known_people import known_people, organisations, roles
from tijdlijn.ui.meetings.part import give_keys, let_go
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import IconButton, column, plain_label, row


class AttendeeRow(QWidget):
    """The fields of one attendee."""

    def __init__(self, owner: Attendees) -> None:
        super().__init__()
        self._owner = owner
        self.attendee = Attendee("")
        self.name = KeptLine(self.tr("Naam"))
        self.organisation = KeptLine(self.tr("Organisatie"))
        self.role = KeptLine(self.tr("Functie"))
        self.part = KeptChoice(self.tr("Is erbij als"), [(part, part.value) for part in AttendsAs])
        self.remove = IconButton("close", self.tr("Weghalen"), lambda: owner.remove(self))
        self.name.kept.connect(lambda text: self._change(name=text) if text else owner.remove(self))
        self.organisation.kept.connect(lambda text: self._change(organisation=text))
        self.role.kept.connect(lambda text: self._change(role=text))
        self.part.kept.connect(lambda part: self._change(attends_as=part))
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        for at, field in enumerate((self.name, self.organisation, self.role, self.part, self.remove)):
            layout.addWidget(field, 0, at)
            layout.setColumnStretch(at, _STRETCHES[at])
            field.setMinimumWidth(30 if at == len(_STRETCHES) - 1 else 60)
        self.setLayout(layout)

    def show_attendee(self, attendee: Attendee, anew: bool) -> None:
        """Show somebody; what is being typed stays, unless it is about somebody else."""
        self.attendee = attendee
        self.name.show_value(attendee.name, anew)
        self.organisation.show_value(attendee.organisation, anew)
        self.role.show_value(attendee.role, anew)
        self.part.show_value(attendee.attends_as)
        self.remove.set_name(self.tr("{0} weghalen").format(attendee.name))

    def _change(self, **fields: object) -> None:
        self._owner.change(self, replace(self.attendee, **fields))  # type: ignore[arg-type]


_STRETCHES = (5, 5, 5, 5, 0)


class Attendees(QWidget):
    """The table. Enter in its last line adds somebody; who is known brings his organisation and function along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: list[AttendeeRow] = []
        self._list = column(6)
        self.head = QWidget()
        self.add = NameInput(self.tr("Iemand toevoegen"), self.tr("wie komt erbij? Enter voegt toe"))
        self.add.given.connect(self._add)
        self._build()

    def _build(self) -> None:
        heads = QGridLayout()
        heads.setContentsMargins(0, 0, 0, 0)
        heads.setHorizontalSpacing(8)
        names = self.tr("Naam"), self.tr("Organisatie"), self.tr("Functie"), self.tr("Is erbij als"), ""
        for at, name in enumerate(names):
            heads.addWidget(plain_label(name, "label"), 0, at)
            heads.setColumnStretch(at, _STRETCHES[at])
            heads.setColumnMinimumWidth(at, 30 if not name else 60)
        self.head.setLayout(heads)
        across = row(0)
        across.addWidget(self.add, 1)
        layout = column(6)
        layout.addWidget(self.head)
        layout.addLayout(self._list)
        layout.addLayout(across)
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        """Show who is at a session."""
        there = session.attendees
        moved = len(there) != len(self.rows)
        while len(self.rows) > len(there):
            let_go(self.rows.pop())
        case = self._desk.case
        for at, attendee in enumerate(there):
            if at == len(self.rows):
                made = AttendeeRow(self)
                self.rows.append(made)
                self._list.addWidget(made)
            self.rows[at].show_attendee(attendee, anew or moved)
            self.rows[at].organisation.set_names(organisations(case))
            self.rows[at].role.set_names(roles(case))
        self.head.setVisible(bool(there))
        known = known_people(case)
        self.add.set_names(name for name in known if name not in {one.name for one in there})

    def change(self, made: AttendeeRow, attendee: Attendee) -> None:
        """Keep what was changed of somebody. A name that is known fills what was empty."""
        known = known_people(self._desk.case).get(attendee.name)
        if known is not None and attendee.name != made.attendee.name:
            attendee = replace(
                attendee,
                organisation=attendee.organisation or known.organisation,
                role=attendee.role or known.role,
                attends_as=known.attends_as,
            )
        at = self.rows.index(made)
        there = self._there
        if at < len(there):
            self._keep((*there[:at], attendee, *there[at + 1 :]))

    def remove(self, made: AttendeeRow) -> None:
        """Take somebody out; the keys go to the line that adds."""
        at = self.rows.index(made)
        give_keys(self.add)
        there = self._there
        self._keep((*there[:at], *there[at + 1 :]))

    @property
    def _there(self) -> tuple[Attendee, ...]:
        session = self._desk.session
        return session.attendees if session else ()

    def _add(self, name: str) -> None:
        self._keep((*self._there, known_people(self._desk.case).get(name) or Attendee(name)))
        give_keys(self.add)

    def _keep(self, attendees: tuple[Attendee, ...]) -> None:
        self._desk.change(self.tr("Wijzig wie erbij zijn"), attendees=attendees)
