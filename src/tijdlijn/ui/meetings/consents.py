"""Who of the family consented to what (design 7, 20), or that the case is discussed anonymously."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QWidget

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.sessions import Consent, Session
from tijdlijn.services.ids import new_id
from tijdlijn.services.sessions import delete_consent, has_consent, keep_consent
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptDay, KeptText
from tijdlijn.ui.meetings.part import give_keys, let_go
from tijdlijn.ui.widgets import IconButton, button, column, field_label, plain_label, row


class ConsentCard(QFrame):
    """One consent, with its five facts."""

    def __init__(self, owner: Consents) -> None:
        super().__init__()
        self._owner = owner
        self.consent = Consent("", "", "", owner.today)
        self.setProperty("role", "card")
        self.who = _line(self.tr("Wie"), self.tr("bijv. moeder en Lotte"))
        self.purpose = _line(self.tr("Waarvoor"), self.tr("bijv. deze leerbijeenkomst"))
        self.given = KeptDay(self.tr("Wanneer"))
        self.how = _line(self.tr("Hoe"), self.tr("bijv. getekend formulier"))
        self.withdrawn = KeptDay(self.tr("Ingetrokken op"))
        self.state = plain_label("", "small")
        self.withdraw = button(self.tr("Intrekken…"), self._withdraw, "quiet")
        self.remove = IconButton("trash", self.tr("Toestemming verwijderen"), lambda: owner.remove(self))
        self.who.kept.connect(lambda text: self._change(who=text))
        self.purpose.kept.connect(lambda text: self._change(purpose=text))
        self.given.kept.connect(self._give)
        self.how.kept.connect(lambda text: self._change(how=text))
        self.withdrawn.kept.connect(lambda day: self._change(withdrawn=day))
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(14, 10, 10, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        fields = (
            (self.tr("Wie"), self.who),
            (self.tr("Waarvoor"), self.purpose),
            (self.tr("Wanneer"), self.given),
            (self.tr("Hoe"), self.how),
        )
        for at, (name, field) in enumerate(fields):
            down, across = at // 2 * 2, at % 2
            grid.addWidget(field_label(name, field), down, across)
            grid.addWidget(field, down + 1, across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(across, 1)
        grid.addWidget(self.remove, 1, 2, Qt.AlignmentFlag.AlignTop)
        foot = row(8)
        self._withdrawn_label = field_label(self.tr("Ingetrokken op"), self.withdrawn)
        foot.addWidget(self.state, 1)
        foot.addWidget(self._withdrawn_label)
        foot.addWidget(self.withdrawn)
        foot.addWidget(self.withdraw)
        self._withdrawn_label.setWordWrap(False)
        grid.addLayout(foot, 4, 0, 1, 2)
        self.bsn = BsnNote(self.who, self.purpose, self.how)
        grid.addWidget(self.bsn, 5, 0, 1, 2)
        self.setLayout(grid)

    def show_consent(self, consent: Consent, session: Session, anew: bool) -> None:
        """Show a consent, and whether it holds on the day of a session."""
        self.consent = consent
        for field, text in ((self.who, consent.who), (self.purpose, consent.purpose), (self.how, consent.how)):
            field.show_value(text, anew)
        self.given.lean_on(self._owner.today)
        self.withdrawn.lean_on(self._owner.today)
        self.given.show_value(consent.given, anew)
        self.withdrawn.show_value(consent.withdrawn, anew)
        gone = consent.withdrawn is not None
        self._withdrawn_label.setVisible(gone)
        self.withdrawn.setVisible(gone)
        self.withdraw.setVisible(not gone)
        day = session.date or self._owner.today
        said = self.tr("geldt op {0}") if consent.holds_on(day) else self.tr("geldt niet op {0}")
        self.state.setText(said.format(write_day(day)))

    def _give(self, day: date | None) -> None:
        """A consent always has a day; emptied it shows the one it had."""
        if day is None:
            self.given.show_value(self.consent.given, anew=True)
        else:
            self._change(given=day)

    def _withdraw(self) -> None:
        self._change(withdrawn=self._owner.today)
        give_keys(self.withdrawn)

    def _change(self, **fields: object) -> None:
        self._owner.keep(replace(self.consent, **fields))  # type: ignore[arg-type]


def _line(name: str, hint: str) -> KeptText:
    return KeptText(name, hint, 1, one_line=True)


class Consents(QWidget):
    """All consents of the case, and in plain words what follows for this session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: list[ConsentCard] = []
        self._list = column(8)
        self.warning = QFrame()
        self.warning.setProperty("role", "amber")
        self.warning_text = plain_label("", "asks")
        self.anonymous = QCheckBox(self.tr("Anoniem bespreken: altijd pseudoniemen, niets kan ze uitzetten"))
        self.anonymous.clicked.connect(self._make_anonymous)
        self.add = button(self.tr("Toestemming toevoegen"), self._add, "quiet", "plus")
        self._build()

    @property
    def today(self) -> date:
        """The day that it is."""
        return self._desk.case.today

    def _build(self) -> None:
        inside = column(0)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.warning_text)
        self.warning.setLayout(inside)
        across = row(0)
        across.addWidget(self.add)
        across.addStretch(1)
        layout = column(10)
        layout.addWidget(self.warning)
        layout.addLayout(self._list)
        layout.addLayout(across)
        layout.addWidget(self.anonymous)
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        """Show the consents, and what they allow in this session."""
        consents = self._desk.case.consents
        moved = [one.id for one in consents] != [card.consent.id for card in self.cards]
        while len(self.cards) > len(consents):
            let_go(self.cards.pop())
        for at, consent in enumerate(consents):
            if at == len(self.cards):
                self.cards.append(ConsentCard(self))
                self._list.addWidget(self.cards[-1])
            self.cards[at].show_consent(consent, session, anew or moved)
        self.anonymous.setChecked(session.showing.always_pseudonyms)
        self._warn(session)

    def _warn(self, session: Session) -> None:
        day = session.date or self.today
        self.warning.setVisible(not (session.showing.always_pseudonyms or has_consent(self._desk.case, day)))
        self.warning_text.setText(
            self.tr(
                "Op {0} geldt geen toestemming van het gezin. Op het grote scherm staan dan pseudoniemen in plaats van "
                "namen. Zet hieronder wie toestemming gaf, of bespreek dit gezin anoniem."
            ).format(write_day(day))
        )

    def keep(self, consent: Consent) -> None:
        """Keep a consent as it is now."""
        self._desk.controller.do(keep_consent, consent)

    def remove(self, card: ConsentCard) -> None:
        """Take a consent out; undo brings it back."""
        give_keys(self.add)
        self._desk.controller.do(delete_consent, card.consent.id)

    def _add(self) -> None:
        session = self._desk.session
        purpose = self.tr("bespreken in een {0}").format(session.kind.label) if session else ""
        self.keep(Consent(new_id(), purpose, "", self.today))
        if self.cards:
            give_keys(self.cards[-1].who)

    def _make_anonymous(self, on: bool) -> None:
        session = self._desk.session
        if session is not None:
            step = self.tr("Bespreek anoniem") if on else self.tr("Bespreek met toestemming")
            self._desk.change(step, showing=replace(session.showing, always_pseudonyms=on))
