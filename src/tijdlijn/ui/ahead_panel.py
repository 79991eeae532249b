"""The panel of the life ahead: what runs out, what is proposed, and what somebody turned down.

The rule: it shows the case from its reference day on and works nothing out itself. Every change is one step. Arrows go
from card to card; Enter takes one over, Delete turns it down, F2 takes it over on another day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from tijdlijn.analysis.ahead import Proposal
from tijdlijn.analysis.expiring import Expiry
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.model.dates import DateError, add_months
from tijdlijn.services.ahead import accept, dismiss, take_back
from tijdlijn.ui.ahead_cards import DAY, REASON, EndingCard, ProposalCard
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.timeline_view.ahead_hand import AheadHand
from tijdlijn.ui.widgets import PANEL_WIDTH, IconButton, Section, button, column, emptied, plain_label, row, scrolled

NEAR_YEARS = 5
"""What lies further ahead stands apart."""
AROUND = 300
"""Days that are shown on either side of a proposal."""


class AheadPanel(LatePanel):
    """The life ahead of the case. `closed` says that somebody is done with it.

    `turned` asks for what is proposed on the timeline, or no longer; `agenda_asked` for what is ahead in an agenda.
    """

    closed = Signal()
    turned = Signal()
    agenda_asked = Signal()

    def __init__(self, controller: CaseController, hand: AheadHand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._hand = controller, hand
        self.cards: dict[str, ProposalCard] = {}
        self.endings: list[EndingCard] = []
        self.dismissed: list[ListRow] = []
        self._wanted: tuple[str, str] = "", ""
        self._build()
        controller.case_changed.connect(self._changed)
        controller.view_changed.connect(self._say_shown)
        hand.chosen_changed.connect(self._chosen_changed)
        kept = controller.drafts.watch("vooruit", self, self._unfinished)
        if kept:
            self._fill()
            self._bring_back(kept)

    def _unfinished(self) -> dict[str, str]:
        return {rule_id: card.unfinished for rule_id, card in self.cards.items() if card.unfinished}

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        for rule_id, text in kept.items():
            if rule_id in self.cards and text:
                self._later.set_open(self._later.is_open or self.cards[rule_id] in self._later_cards)
                self.cards[rule_id].retype(text)

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        head, inner, layout = row(4), column(4), column(0)
        head.addWidget(plain_label(self.tr("Vooruit"), "strong", wrap=False), 1)
        self.close_button = IconButton("close", self.tr("Vooruit sluiten"), self.closed.emit)
        head.addWidget(self.close_button)
        self.show_box = QCheckBox(self.tr("Voorstellen op de tijdlijn"))
        self.show_box.clicked.connect(self.turned)
        self.hint = plain_label("", "small")
        self.agenda = button(self.tr("Naar de agenda…"), self.agenda_asked.emit, "link", "calendar")
        self._ends = Section(self.tr("Wat loopt er af"), expanded=True)
        self._near = Section(self.tr("Voorstellen"), expanded=True)
        self._later = Section(self.tr("Later dan vijf jaar"))
        self._planned = Section(self.tr("Staat al op de tijdlijn"))
        self._refused = Section(self.tr("Niet nodig gevonden"))
        self._later_cards: list[ProposalCard] = []
        inner.setContentsMargins(12, 12, 12, 12)
        inner.addLayout(head)
        inner.addWidget(self.hint)
        inner.addWidget(self.show_box)
        inner.addWidget(self.agenda, 0, Qt.AlignmentFlag.AlignLeft)
        for section in self.sections:
            section.content.setSpacing(6)
            inner.addWidget(section)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        self.area: QScrollArea = scrolled(content)
        layout.addWidget(self.area)
        self.setLayout(layout)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the panel from top to bottom."""
        return self._ends, self._near, self._later, self._planned, self._refused

    # Showing

    def _fill(self) -> None:
        self._stale = False
        kept, focused = self._unfinished(), next((id_ for id_, card in self.cards.items() if card.hasFocus()), "")
        found = self._hand.found
        self._show_endings(found.endings)
        self._show_proposals(found.proposals)
        self._show_planned(found.planned)
        self._show_dismissed(found.dismissed)
        self._bring_back(kept)
        self._say_hint()
        self._say_shown()
        self._chosen_changed()
        if focused in self.cards:
            self.cards[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._go()

    def _show_endings(self, endings: Sequence[Expiry]) -> None:
        emptied(self._ends.content)
        self.endings = []
        for one in endings:
            made = EndingCard(self._controller.case, one)
            made.clicked.connect(lambda id_=one.entry_id: self._controller.select([id_], reveal=True))
            made.left.connect(lambda step: step_focus(self.endings, step))
            self._ends.content.addWidget(made)
            self.endings.append(made)
        if not endings:
            text = self.tr("Er loopt geen beschikking of maatregel waarvan het einde bekend is.")
            self._ends.content.addWidget(plain_label(text, "small"))
        self._ends.set_count(len(endings))

    def _show_proposals(self, proposals: Sequence[Proposal]) -> None:
        case = self._controller.case
        for section in (self._near, self._later):
            emptied(section.content)
        self.cards, self._later_cards = {}, []
        far = _years_on(case.reference, NEAR_YEARS)
        for one in proposals:
            card = ProposalCard(one, case.today)
            self._connect(card)
            self.cards[one.rule_id] = card
            if one.first > far:
                self._later_cards.append(card)
            (self._later if one.first > far else self._near).content.addWidget(card)
        near = len(self.cards) - len(self._later_cards)
        if not near:
            self._near.content.addWidget(plain_label(self.tr("Voor de komende vijf jaar is er niets meer."), "small"))
        self._near.set_count(near)
        self._later.set_count(len(self._later_cards))
        self._later.setVisible(bool(self._later_cards))

    def _connect(self, card: ProposalCard) -> None:
        rule_id = card.proposal.rule_id
        card.accepted.connect(lambda when: self._do(rule_id, accept, rule_id, when))
        card.dismissed.connect(lambda reason: self._do(rule_id, dismiss, rule_id, reason))
        card.chosen.connect(lambda: self._choose(card))
        card.left.connect(lambda step: step_focus(list(self.cards.values()), step))

    def _show_planned(self, ids: Sequence[str]) -> None:
        emptied(self._planned.content)
        for id_ in ids:
            entry = self._controller.case.entries_by_id[id_]
            line = EntryLine(entry, lambda chosen: self._controller.select([chosen], reveal=True))
            self._planned.content.addWidget(line)
        self._planned.set_count(len(ids))
        self._planned.setVisible(bool(ids))

    def _show_dismissed(self, dismissed: Sequence[Proposal]) -> None:
        emptied(self._refused.content)
        self.dismissed = []
        reasons = {one.rule_id: one.reason for one in self._controller.case.foreseen}
        for one in dismissed:
            made = ListRow(icon="minus")
            made.show_words(one.title, reasons.get(one.rule_id) or shown(one.when), faint=True)
            again = lambda _=False, id_=one.rule_id: self._do("", take_back, id_)  # noqa: E731
            made.add_action("undo", self.tr("Weer voorstellen"), again)
            made.clicked.connect(again)
            made.moved.connect(lambda step: step_focus(self.dismissed, step))
            self._refused.content.addWidget(made)
            self.dismissed.append(made)
        self._refused.set_count(len(dismissed))
        self._refused.setVisible(bool(dismissed))

    def _say_hint(self) -> None:
        case = self._controller.case
        if not any(child.birth for child in case.focus):
            text = self.tr("Vul bij Mensen de geboortedag van een kind in; dan komen hier voorstellen.")
        else:
            text = self.tr("Vanaf {0}. Een voorstel is geen besluit: u neemt het over of niet.").format(
                write_day(case.reference)
            )
        self.hint.setText(text)

    def _say_shown(self) -> None:
        self.show_box.setChecked(self._controller.view.ahead)

    # Going there

    def show_proposal(self, rule_id: str, typing: str = "") -> None:
        """Bring a card into view and give it the keys, or its line for a reason or another day."""
        self._wanted = rule_id, typing
        if self._stale:
            self._fill()
        else:
            self._go()

    def start(self) -> None:
        """Give the keys to the first thing that can be done."""
        if self._stale:
            self._fill()
        first = next(iter((*self.endings, *self.cards.values())), None)
        (first or self.show_box).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        (rule_id, typing), self._wanted = self._wanted, ("", "")
        card = self.cards.get(rule_id)
        if card is None:
            return
        if card in self._later_cards:
            self._later.set_open(True)
        if typing in (REASON, DAY):
            card.type_in(typing)
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card, 0, 24))

    def _choose(self, card: ProposalCard) -> None:
        self.area.ensureWidgetVisible(card, 0, 24)
        if self._controller.view.ahead and self._hand.chosen != card.proposal.rule_id:
            self._hand.choose(card.proposal.rule_id, reveal=True)

    def _chosen_changed(self) -> None:
        for rule_id, card in self.cards.items():
            card.stand_out(rule_id == self._hand.chosen)

    # Changing

    def _do(self, rule_id: str, verb: Callable[..., object], *arguments: object) -> None:
        """Carry out a verb; the keys go to the card after the one that goes."""
        order = list(self.cards)
        place = order.index(rule_id) if rule_id in order else -1
        after = order[place + 1] if 0 <= place < len(order) - 1 else ""
        had_keys = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if self._controller.do(verb, *arguments) is None:  # type: ignore[arg-type]
            return
        if had_keys:
            target = self.cards.get(after)
            (target or self.show_box).setFocus(Qt.FocusReason.OtherFocusReason)


def _years_on(day: date, years: int) -> date:
    try:
        return add_months(day, 12 * years)
    except DateError:
        return date.max
