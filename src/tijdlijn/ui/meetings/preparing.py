"""Before a session: what it is, who will be there, who consented to what, and what there will be to see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tijdlijn.model.sessions import Session, SessionKind
from tijdlijn.services.sessions import change_kind
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.meetings.attendees import Attendees
from tijdlijn.ui.meetings.consents import Consents
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptDay, KeptLine, KeptText
from tijdlijn.ui.meetings.part import Part, block, give_keys, page_of
from tijdlijn.ui.meetings.showing import ShowingFields
from tijdlijn.ui.widgets import column, field_label, plain_label


class Preparing(Part):
    """The first part of the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kind = ChipRow(self.tr("Soort bijeenkomst"))
        self.kind.set_options([(kind.value, kind.label) for kind in SessionKind])
        self.day = KeptDay(self.tr("Dag"), self.tr("bijv. 16 november"))
        self.title = KeptLine(self.tr("Naam"), self.tr("mag leeg blijven"))
        self.place = KeptLine(self.tr("Plaats"), self.tr("bijv. wijkcentrum De Brink, zaal 2"))
        self.aim = KeptText(self.tr("Doel"), self.tr("Wat wilt u na afloop weten of afgesproken hebben?"))
        self.attendees = Attendees(desk)
        self.consents = Consents(desk)
        self.showing = ShowingFields(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        body = column(34)
        about = block(self.tr("De bijeenkomst"))
        about.addWidget(self.kind)
        about.addLayout(self._build_fields())
        who = block(
            self.tr("Wie erbij zijn"),
            self.tr("Wat een ouder, jeugdige of iemand uit het netwerk inbrengt, komt op de tijdlijn als hun verhaal."),
        )
        who.addWidget(self.attendees)
        allowed = block(self.tr("Toestemming van het gezin"))
        allowed.addWidget(self.consents)
        seen = block(self.tr("Wat er te zien is"))
        seen.addWidget(self.showing)
        for part in (about, who, allowed, seen):
            body.addLayout(part)
        layout = column(0)
        layout.addWidget(page_of(body))
        self.setLayout(layout)

    def _build_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for at, (name, field) in enumerate(
            ((self.tr("Dag"), self.day), (self.tr("Plaats"), self.place), (self.tr("Naam"), self.title))
        ):
            grid.addWidget(field_label(name, field), 0, at)
            grid.addWidget(field, 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 2 if field is self.place else 1)
        aim = plain_label(self.tr("Doel"), "label")
        aim.setContentsMargins(0, 8, 0, 0)
        grid.addWidget(aim, 2, 0, 1, 3)
        grid.addWidget(self.aim, 3, 0, 1, 3)
        self.bsn = BsnNote(self.aim, self.title, self.place)
        grid.addWidget(self.bsn, 4, 0, 1, 3)
        return grid

    def _connect(self) -> None:
        change = self.desk.change
        self.kind.toggled.connect(self._choose_kind)
        self.day.kept.connect(lambda day: change(self.tr("Wijzig de dag van de bijeenkomst"), date=day))
        self.title.kept.connect(lambda text: change(self.tr("Wijzig de naam van de bijeenkomst"), title=text))
        self.place.kept.connect(lambda text: change(self.tr("Wijzig de plaats van de bijeenkomst"), place=text))
        self.aim.kept.connect(lambda text: change(self.tr("Wijzig het doel van de bijeenkomst"), aim=text))

    def start(self) -> None:
        """Begin to prepare: with the day."""
        give_keys(self.day)

    def show_session(self, session: Session, anew: bool) -> None:
        self.kind.show_state({session.kind.value})
        self.day.lean_on(self.desk.case.today)
        self.day.show_value(session.date, anew)
        self.title.show_value(session.title, anew)
        self.place.show_value(session.place, anew)
        self.aim.show_value(session.aim, anew)
        self.attendees.show_session(session, anew)
        self.consents.show_session(session, anew)
        self.showing.show_session(session)

    def _choose_kind(self, value: str, on: bool) -> None:
        session = self.desk.session
        if session is None or not on:
            self.renew()
            return
        self.desk.controller.do(change_kind, session.id, SessionKind(value))
