"""What stands in the panel of the life ahead: what is proposed, as cards; what runs out, as lines.

The rule: the title and the day are always there, why it is proposed is one key away, and what somebody types on a card
stays until it is used or left with Escape.
"""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from tijdlijn.analysis.ahead import Proposal
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.expiring import Expiry
from tijdlijn.analysis.wording import duration
from tijdlijn.language.dates_nl import DateContext, read, shown, write_day
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.ui.inspector.date_field import DateLine
from tijdlijn.ui.widgets import IconButton, button, column, plain_label, restyled, row

SOON = 92
"""Days before the end of something within which it stands out."""
REASON, DAY = "reden", "dag"
"""What is being typed on a card."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ProposalCard(QFrame):
    """One proposal. `accepted` carries the day when another was typed, `dismissed` the reason.

    `chosen` says that it has the keys, `left` asks for the keys to go to a card beside it.
    """

    accepted = Signal(object)
    dismissed = Signal(str)
    chosen = Signal()
    left = Signal(int)

    def __init__(self, proposal: Proposal, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal, self._today = proposal, today
        self.typing = ""
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        passed = "" if proposal.status is Status.ZEKER else self.tr(" · kan al voorbij zijn")
        self.when = plain_label(f"{shown(proposal.when)}{passed}", "small")
        self.title = plain_label(proposal.title, "strong")
        self.why = plain_label(f"{proposal.why}\n{self.tr('Rust op: {0}').format(proposal.law)}", "small")
        self.more = IconButton("chevron-right", self.tr("Waarom dit voorstel?"), self.turn)
        self.take = button(self.tr("Overnemen"), lambda: self.accepted.emit(None), "quiet", "check")
        self.move_it = button(self.tr("Andere dag"), lambda: self.type_in(DAY), "link")
        self.refuse = button(self.tr("Niet nodig"), lambda: self.type_in(REASON), "link")
        self.line = DateLine("", "")
        self.problem = plain_label("", "problem")
        self._build()
        self.setAccessibleName(f"{self.tr('Voorstel')}: {proposal.title}, {shown(proposal.when)}")
        self.setAccessibleDescription(f"{proposal.why} {proposal.law}")

    def _build(self) -> None:
        head, acts, layout = row(8), row(2), column(4)
        head.addWidget(self.when, 1)
        head.addWidget(self.more)
        for part in (self.take, self.move_it, self.refuse):
            acts.addWidget(part)
        acts.addStretch(1)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.addLayout(head)
        layout.addWidget(self.title)
        layout.addWidget(self.why)
        layout.addLayout(acts)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        self.setLayout(layout)
        for quiet in (self.why, self.line, self.problem):
            quiet.hide()
        self.line.setMaxLength(500)
        self.line.returnPressed.connect(self._use)
        self.line.escaped.connect(self._stop)
        self.line.textEdited.connect(lambda _: self.problem.hide())
        for made in (self.take, self.move_it, self.refuse):
            made.setAccessibleName(f"{made.text()}: {self.proposal.title}")

    def turn(self) -> None:
        """Show why it is proposed, or no longer."""
        self.why.setVisible(self.why.isHidden())
        self.more.set_icon("chevron-right" if self.why.isHidden() else "chevron-down")

    # Typing

    def type_in(self, what: str, text: str = "", *, take_keys: bool = True) -> None:
        """Ask for a reason or another day, on the card."""
        self.typing = what
        hints = {
            REASON: self.tr("Waarom niet? Enter bewaart, mag leeg"),
            DAY: self.tr("bijv. voorjaar 2026"),
        }
        self.line.setPlaceholderText(hints[what])
        self.line.setAccessibleName(f"{hints[what]}: {self.proposal.title}")
        self.line.setText(text or (shown(self.proposal.when) if what == DAY else ""))
        self.line.show()
        if take_keys:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()

    @property
    def unfinished(self) -> str:
        """What is being typed, to be brought back; empty when nothing is."""
        return json.dumps([self.typing, self.line.text()]) if self.typing and self.line.text().strip() else ""

    def retype(self, kept: str) -> None:
        """Put back what was being typed."""
        what, text = json.loads(kept)
        self.type_in(what, text, take_keys=False)

    def _use(self) -> None:
        if self.typing == REASON:
            self._leave_line()
            self.dismissed.emit(self.line.text())
            return
        when = read(self.line.text(), DateContext(today=self._today)) if self.line.text().strip() else None
        if when is None:
            self.problem.setText(
                self.tr("Deze dag kan niet worden gelezen. Typ bijvoorbeeld 24-6-2026, juni 2026 of zomer 2026.")
            )
            self.problem.show()
            return
        self._leave_line()
        self.accepted.emit(when)

    def _stop(self) -> None:
        self._leave_line()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_line(self) -> None:
        self.typing = ""
        self.line.hide()
        self.problem.hide()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.hasFocus():
            pressed = self.focusWidget()
            if enters and isinstance(pressed, QAbstractButton):
                pressed.click()
        elif key in _STEPS:
            self.left.emit(_STEPS[key])
        elif enters:
            self.accepted.emit(None)
        elif key == Qt.Key.Key_Delete:
            self.type_in(REASON)
        elif key == Qt.Key.Key_F2:
            self.type_in(DAY)
        elif key == Qt.Key.Key_Space:
            self.turn()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def stand_out(self, is_chosen: bool) -> None:
        """Show that this is the one that is chosen on the timeline."""
        restyled(self, "chosen", is_chosen)


class EndingCard(QFrame):
    """One thing that runs out: how long still, what, until when, and whether another follows.

    `clicked` asks to go there, `left` asks for the keys to go to a card beside it.
    """

    clicked = Signal()
    left = Signal(int)

    def __init__(self, case: Case, one: Expiry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry_id = one.entry_id
        entry = case.entries_by_id[one.entry_id]
        is_soon = one.is_loose and one.days_left is not None and one.days_left[0] <= SOON
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.remaining = plain_label(left_words(one), "problem" if is_soon else "strong")
        self.until = plain_label(until_words(one), "small", wrap=False)
        self.title = plain_label(title_of(entry))
        told = " · ".join(filter(None, (entry.kind.label, *after_words(case, one))))
        self.after = plain_label(told, "small")
        head, layout = row(8), column(2)
        head.addWidget(self.remaining, 1)
        head.addWidget(self.until)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.addLayout(head)
        layout.addWidget(self.title)
        layout.addWidget(self.after)
        self.setLayout(layout)
        self.setAccessibleName(f"{title_of(entry)}, {until_words(one)}, {left_words(one)}")
        self.setAccessibleDescription(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.left.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def left_words(one: Expiry) -> str:
    """How long still, in words."""
    if one.days_left is None:
        return "geen einddatum" if one.status is Status.ZEKER else "einde onbekend"
    if one.days_left == (0, 0):
        return "vandaag"
    if one.days_left[0] == 0:
        return f"hoogstens nog {duration((one.days_left[1], one.days_left[1]))}"
    return f"nog {duration(one.days_left)}"


def until_words(one: Expiry) -> str:
    """Until when, in words; empty when nothing says so."""
    if one.first is None or one.last is None:
        return ""
    return f"t/m {write_day(one.last)}" if one.first == one.last else f"{write_day(one.first)} of later"


def after_words(case: Case, one: Expiry) -> tuple[str, ...]:
    """What ends it, what follows it, and when it is time to act, as far as there is anything to say."""
    return "bij 18 jaar" if one.at_18 else "", followed_words(case, one), reminder_words(case, one)


def followed_words(case: Case, one: Expiry) -> str:
    """What follows it, and how sure that is; empty when nothing does."""
    if not one.followed_by:
        return ""
    sure = "daarna" if one.followed is Status.ZEKER else "daarna misschien"
    return f"{sure}: {title_of(case.entries_by_id[one.followed_by])}"


def reminder_words(case: Case, one: Expiry) -> str:
    """When it is time to act: the next reminder, or that all of them have gone by."""
    if not one.reminders:
        return ""
    coming = [day for day in one.reminders if day >= case.reference]
    nothing = "" if one.followed_by else "er volgt nog niets"
    when = f"herinnering op {write_day(min(coming))}" if coming else "de herinneringen zijn voorbij: regel het nu"
    return " · ".join(filter(None, (nothing, when)))
