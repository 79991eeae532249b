"""What was agreed: above what earlier sessions left to do, with how it stands; below what this session agrees."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.sessions import ActionState, AgreedAction, Session
from tijdlijn.services.ids import new_id
from tijdlijn.services.sessions import (
    agreed_in,
    carried_over,
    delete_action,
    keep_action,
    name_of,
    settle_action,
    settled_since,
)
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.meetings.about_menu import AboutButton
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptDay, KeptLine, KeptText
from tijdlijn.ui.meetings.part import Part, block, give_keys, let_go, page_of
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import IconButton, column, plain_label, row


class ActionCard(QFrame):
    """One agreed action. It is written where it was agreed; afterwards only how it goes is."""

    def __init__(self, owner: Agreements, is_own: bool) -> None:
        super().__init__()
        self._owner = owner
        self._is_own = is_own
        self.action = AgreedAction("", "", "")
        self.setProperty("role", "card")
        self.what = KeptText(self.tr("Wat"), lines=1, one_line=True)
        self.what.setProperty("role", "asked")
        self.said = plain_label("", "strong")
        self.from_ = plain_label("", "small")
        self.owner = KeptLine(self.tr("Wie"), self.tr("wie doet het?"))
        self.due = KeptDay(self.tr("Wanneer"), self.tr("wanneer?"))
        self.about = AboutButton(owner.desk.controller)
        self.state = ChipRow(self.tr("Hoe het staat"))
        self.state.set_options([(state.value, state.value) for state in ActionState])
        self.remark = KeptText(self.tr("Opmerking"), self.tr("hoe het ging"), 1, one_line=True)
        self.remove = IconButton("trash", self.tr("Afspraak verwijderen"), lambda: owner.remove(self))
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.what.kept.connect(lambda text: self._change(what=text))
        self.owner.kept.connect(lambda text: self._change(owner=text))
        self.due.kept.connect(lambda day: self._change(due=day))
        self.about.persons_chosen.connect(lambda ids: self._change(person_ids=ids))
        self.about.finding_chosen.connect(lambda id_, words: self._change(finding_id=id_, finding_words=words))
        self.remark.kept.connect(lambda text: self._change(remark=text))
        self.state.toggled.connect(self._settle)

    def _build(self) -> None:
        layout = column(8)
        layout.setContentsMargins(14, 10, 10, 12)
        head = row(8)
        head.addWidget(self.what if self._is_own else self.said, 1)
        if self._is_own:
            head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        if self._is_own:
            facts = row(8)
            for field, stretch in ((self.owner, 3), (self.due, 2), (self.about, 3)):
                facts.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
                field.setMinimumWidth(90)
            layout.addLayout(facts)
        else:
            layout.addWidget(self.from_)
        foot = row(10)
        foot.addWidget(self.state, 5, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.remark, 4, Qt.AlignmentFlag.AlignTop)
        self.state.setMinimumWidth(290)
        layout.addLayout(foot)
        self.bsn = BsnNote(self.what, self.owner, self.remark)
        layout.addWidget(self.bsn)
        self.setLayout(layout)

    def show_action(self, action: AgreedAction, session: Session, anew: bool) -> None:
        """Show how an action stands; what is being typed stays, unless it is about another."""
        self.action = action
        case = self._owner.desk.case
        self.what.show_value(action.what, anew)
        self.said.setText(action.what)
        self.from_.setText(self._told(case.sessions_by_id.get(action.session_id)))
        self.owner.show_value(action.owner, anew)
        self.owner.set_names(one.name for one in session.attendees)
        self.due.lean_on(case.today, self._owner.desk.day)
        self.due.show_value(action.due, anew)
        self.about.show_action(action)
        self.remark.show_value(action.remark, anew)
        self.state.show_state({action.state.value})

    def _told(self, session: Session | None) -> str:
        """Who does it, when, and where it was agreed."""
        action, case = self.action, self._owner.desk.case
        due = self.tr("vóór {0}").format(write_day(action.due)) if action.due else ""
        late = action.due is not None and action.due < case.reference and not action.state.is_over
        due = f"{due} ({self.tr('te laat')})" if late else due
        agreed = self.tr("afgesproken op {0}").format(name_of(session)) if session else ""
        settled = f"{action.state.value} op {write_day(action.settled)}" if action.settled else ""
        return " · ".join(filter(None, (action.owner, due, agreed, settled)))

    def _change(self, **fields: object) -> None:
        self._owner.keep(self, replace(self.action, **fields))  # type: ignore[arg-type]

    def _settle(self, value: str, on: bool) -> None:
        if on:
            desk = self._owner.desk
            desk.controller.do(settle_action, self.action.id, ActionState(value), desk.case.today)
        else:
            self.state.show_state({self.action.state.value})  # a state that is pressed again stays


class Agreements(Part):
    """The agreed actions of a session, and those that it takes over."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.own: list[ActionCard] = []
        self.carried: list[ActionCard] = []
        self.before = QWidget()
        self._own, self._carried = column(10), column(10)
        self.nothing = plain_label(
            self.tr("Nog niets afgesproken. Typ hieronder wat er gaat gebeuren, en daarna wie het doet en wanneer."),
            "soft",
        )
        self.add = NameInput(self.tr("Afspraak toevoegen"), self.tr("wat gaat er gebeuren? Enter voegt toe"))
        self.add.given.connect(self._add)
        self._build()

    def _build(self) -> None:
        before = block(self.tr("Van eerdere bijeenkomsten"))
        before.addLayout(self._carried)
        self.before.setLayout(before)
        now = block(self.tr("Nu afgesproken"))
        now.addWidget(self.nothing)
        now.addLayout(self._own)
        now.addWidget(self.add)
        body = column(34)
        body.addWidget(self.before)
        body.addLayout(now)
        layout = column(0)
        layout.addWidget(page_of(body))
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        case = self.desk.case
        carried, own = (*carried_over(case, session), *settled_since(case, session)), agreed_in(case, session)
        self._fit(self.carried, self._carried, carried, session, anew)
        self._fit(self.own, self._own, own, session, anew)
        self.before.setVisible(bool(carried))
        self.nothing.setVisible(not own)

    def _fit(
        self,
        cards: list[ActionCard],
        layout: QVBoxLayout,
        actions: tuple[AgreedAction, ...],
        session: Session,
        anew: bool,
    ) -> None:
        """A card for each action, which stays the card of that action; the order is that of the actions."""
        known = {card.action.id: card for card in cards}
        own = cards is self.own
        cards[:] = [known.pop(one.id) if one.id in known else ActionCard(self, own) for one in actions]
        for gone in known.values():
            let_go(gone)
        for at, (card, action) in enumerate(zip(cards, actions, strict=True)):
            if layout.indexOf(card) != at:
                layout.insertWidget(at, card)
            card.show_action(action, session, anew or card.action.id != action.id)

    # Changing

    def keep(self, card: ActionCard, action: AgreedAction) -> None:
        """Keep what was changed of an action. One without words is told, and stays as it was."""
        if self.desk.controller.do(keep_action, action) is None and not action.what:
            card.what.show_value(card.action.what, anew=True)

    def remove(self, card: ActionCard) -> None:
        """Take an action out; undo brings it back."""
        give_keys(self.add)
        self.desk.controller.do(delete_action, card.action.id)

    def _add(self, what: str) -> None:
        fresh = AgreedAction(new_id(), self.desk.session_id, what)
        if self.desk.controller.do(keep_action, fresh) is None:
            self.add.setText(what)
            return
        card = next((card for card in self.own if card.action.id == fresh.id), None)
        if card is not None:
            give_keys(card.owner)
