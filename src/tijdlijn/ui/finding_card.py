"""One finding as a card: how sure, when, the sentence, what was said of it; and behind a button its picture, the rule
and the entries it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.marks import Marked
from tijdlijn.analysis.telling_marks import mark_words
from tijdlijn.language import calendar_nl
from tijdlijn.language.dates_nl import write_period
from tijdlijn.model.casebook import Case
from tijdlijn.ui.accounts_view import AccountsView
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.finding_mark import FindingMarkRow
from tijdlijn.ui.status_pill import StatusPill
from tijdlijn.ui.widgets import ElidedLabel, IconButton, button, column, emptied, plain_label, restyled, row

if TYPE_CHECKING:
    from tijdlijn.layout.finding_pictures import Pictured
    from tijdlijn.ui.finding_picture import PictureView

MOST_ENTRIES = 12
"""Entries that are listed at first; a button shows the rest."""


class FindingCard(QFrame):
    """Shows one finding after another. `clicked` asks to go there, `turned` tells that it was opened or closed.

    `decided` carries what was decided about two accounts: a verb, an entry and the others. What is said of the finding
    comes from `foot`. `enlarge_asked` wants to see its picture larger.
    """

    clicked = Signal()
    enlarge_asked = Signal()
    decided = Signal(object, str, object)
    turned = Signal(bool)

    def __init__(
        self,
        choose: Callable[[str], object],
        pictured: Callable[[Finding], Pictured | None] = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._pictured = pictured
        self.picture: PictureView | None = None
        self._shown: tuple[Finding, Case] | None = None
        self._entry_lines: list[EntryLine] = []
        self.rest: QPushButton | None = None
        self.accounts: AccountsView | None = None
        self.is_open = False
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build()

    @property
    def finding(self) -> Finding:
        """The finding that is shown."""
        assert self._shown is not None
        return self._shown[0]

    def entry_lines(self) -> list[EntryLine]:
        """The entries that are listed now."""
        return list(self._entry_lines)

    def _build(self) -> None:
        self.sentence = plain_label()
        self.when = ElidedLabel("", "small")
        self.more = IconButton("chevron-right", "", lambda: self.set_open(not self.is_open))
        self._head = row(8)
        self._head.addWidget(self.when, 1)
        self._head.addWidget(self.more)
        self._body = QWidget()
        self._lines = column(6)
        self._body.setLayout(self._lines)
        self._body.hide()
        self.foot = FindingMarkRow()
        self.foot.left.connect(self.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 10)
        layout.setSpacing(4)
        layout.addLayout(self._head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.foot)
        layout.addWidget(self._body)

    def show_finding(
        self, finding: Finding, case: Case, is_open: bool, marked: Marked | None = None, reason: str | None = None
    ) -> None:
        """Show a finding of a case, with what was said of it and the reason that is being typed."""
        self.foot.show_mark(marked, reason)
        restyled(self, "said", marked is not None)
        restyled(self.sentence, "role", "soft" if marked else "")
        keys = self.tr("B: besproken, N: niet relevant")
        self.setAccessibleDescription(mark_words(marked) if marked else keys)
        before = self._shown
        if before == (finding, case) and is_open == self.is_open:
            return
        self._shown = finding, case
        if before is None or before[0] != finding:
            self._show_pill(finding)
            self.sentence.setText(finding.sentence)
            self.when.setText(_period(finding))
            self.setAccessibleName(f"{finding.status.value}: {finding.sentence}")
        self.is_open = is_open
        self._show_body()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the rule and the entries."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._show_body()
            self.turned.emit(is_open)

    def _show_pill(self, finding: Finding) -> None:
        first = self._head.itemAt(0)
        pill = first.widget() if first else None
        if isinstance(pill, StatusPill):
            pill.show_status(finding.status)
        else:
            self._head.insertWidget(0, StatusPill(finding.status))

    def _show_body(self) -> None:
        self.more.set_icon("chevron-down" if self.is_open else "chevron-right")
        self.more.set_name(
            self.tr("Verberg de uitleg") if self.is_open else self.tr("Waarom? Toon de regel en wat erachter staat")
        )
        self._empty_body()
        if self.is_open:
            self._fill_body()
        self._body.setVisible(self.is_open)

    def _fill_body(self, all_entries: bool = False) -> None:
        assert self._shown is not None
        finding, case = self._shown
        self._add_picture(finding)
        accounts = finding.kind is FindingKind.TEGENSPRAAK and self._add_accounts(finding, case)
        for words in (finding.rule,) if accounts else (finding.detail, finding.rule):
            if words:
                self._lines.addWidget(plain_label(words, "small"))
        if accounts:
            return
        entries = [case.entries_by_id[id_] for id_ in finding.entry_ids if id_ in case.entries_by_id]
        listed = entries if all_entries or len(entries) <= MOST_ENTRIES + 1 else entries[:MOST_ENTRIES]
        self._entry_lines = [EntryLine(entry, self._choose) for entry in listed]
        box = column(0)
        for line in self._entry_lines:
            box.addWidget(line)
        self._lines.addLayout(box)
        if len(listed) < len(entries):
            rest = self.tr("Toon ook de andere {0}").format(len(entries) - len(listed))
            self.rest = button(rest, self._show_all, "link")
            self._lines.addWidget(self.rest)

    def _add_picture(self, finding: Finding) -> None:
        pictured = self._pictured(finding)
        if pictured is None:
            return
        from tijdlijn.ui.finding_picture import PictureView

        self.picture = PictureView(pictured)
        self.picture.entry_asked.connect(self._choose)
        self.picture.enlarge_asked.connect(self.enlarge_asked)
        self.larger = button(self.tr("Groter"), self.enlarge_asked.emit, "link", "zoom-in")
        self._lines.addWidget(self.picture)
        self._lines.addWidget(self.larger, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_accounts(self, finding: Finding, case: Case) -> bool:
        """Both accounts instead of two lines; False when they no longer contradict each other."""
        pairs = (pair for pair in find_contradictions(case) if (pair.first_id, pair.second_id) == finding.entry_ids)
        pair = next(pairs, None)
        if pair is not None:
            self.accounts = AccountsView()
            self.accounts.show_pair(case, pair)
            self.accounts.go_asked.connect(self._choose)
            self.accounts.decided.connect(self.decided)
            self._lines.addWidget(self.accounts)
        return pair is not None

    def _show_all(self) -> None:
        self._empty_body()
        self._fill_body(all_entries=True)

    def _empty_body(self) -> None:
        emptied(self._lines)
        self._entry_lines, self.rest, self.accounts, self.picture = [], None, None, None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.set_open(event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        elif event.key() == Qt.Key.Key_B:
            self.foot.discuss()
        elif event.key() == Qt.Key.Key_N:
            self.foot.ask_reason()
        elif event.key() == Qt.Key.Key_O:
            self.foot.take_back()
        else:
            super().keyPressEvent(event)


def _period(finding: Finding) -> str:
    if finding.start is None:
        return ""
    return write_period(finding.start, finding.end or finding.start, calendar_nl.SHORT_MONTHS)
