"""The findings panel: all that was computed, in words, by kind; a click goes there, a button says why.

The rule: it shows `controller.analysis` and works nothing out itself. It fills itself while it is visible only, and a
group that is closed holds no widgets, so that hundreds of findings cost nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.layout.findings_pages import HEADINGS
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.domains_section import DomainsSection
from tijdlijn.ui.empty_state import EmptyState
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.finding_card import FindingCard
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.thresholds import ThresholdFields
from tijdlijn.ui.widgets import (
    PANEL_WIDTH,
    Section,
    button,
    column,
    emptied,
    plain_label,
    scrolled,
)

CANVAS_KINDS = {"gap": FindingKind.GAT, "pan": FindingKind.SNELKOOKPAN, "stil": FindingKind.STIL}
"""What the bands of the timeline are called there."""
PARAMETERS = {
    FindingKind.GAT: ("gap_min_days",),
    FindingKind.STIL: ("silence_min_days",),
    FindingKind.SNELKOOKPAN: ("pressure_window", "pressure_min_parties", "pressure_min_actions"),
}
FEW = 6
"""A group of at most so many findings is open until its user closes it."""
MOST_CARDS = 40
"""Findings of a group that are shown at a time; laying out hundreds of wrapped texts would take seconds."""
MOST_LINES = 100


class FindingsPanel(LatePanel):
    """All findings of the case."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._wanted = ""
        self._takes_keys = True
        self._build()
        controller.analysis_changed.connect(self._changed)
        controller.case_changed.connect(self._computing)
        controller.view_changed.connect(self._say_over)
        self._changed()

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        self.summary = plain_label("", "small")
        self.over = plain_label("", "small")
        self.empty = EmptyState("finding", "", "")
        self.groups = {kind: _Group(kind, self._controller) for kind in FindingKind}
        self.domains = DomainsSection(self._controller)
        self.undated = _Undated(self._controller)
        self._content = QWidget()
        inner = column(4)
        inner.setContentsMargins(12, 0, 12, 12)
        inner.addWidget(self.empty)
        for group in self.groups.values():
            inner.addWidget(group)
        inner.addWidget(self.domains)
        inner.addWidget(self.undated)
        inner.addStretch(1)
        self._content.setLayout(inner)
        self.area: QScrollArea = scrolled(self._content)
        layout = column(0)
        head = column(0)
        head.setContentsMargins(16, 12, 12, 8)
        head.addWidget(self.summary)
        head.addWidget(self.over)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self.setLayout(layout)

    def show_finding(self, id_: str, *, take_keys: bool = True) -> None:
        """Open a finding and scroll to it: by its id, or as the timeline names its band ("gap:2018-03-21").

        With `take_keys` it gets the focus; without, who walks from finding to finding keeps it.
        """
        self._wanted, self._takes_keys = id_, take_keys
        if self._stale:
            self._fill()
        self._go()

    def _computing(self) -> None:
        self.summary.setText(self.tr("Wordt berekend…"))

    def _fill(self) -> None:
        analysis = self._controller.analysis
        if analysis is None:
            self._computing()
        else:
            self._stale = False
            self.summary.setText(self._counted(analysis.findings))
        findings = analysis.findings if analysis else ()
        for kind, group in self.groups.items():
            group.show_findings([finding for finding in findings if finding.kind is kind])
            group.setVisible(analysis is not None and bool(group.findings or self._has_thresholds(kind)))
        self.domains.show_domains(analysis.domains if analysis else None)
        self.undated.show_ids(analysis.undated if analysis else ())
        self._say_empty(analysis is None, not findings)
        self._say_over()
        self._go()

    def _say_over(self) -> None:
        """Say what the findings are about, as soon as that could be mistaken."""
        controller = self._controller
        over, shown = controller.findings_over, controller.shown
        self.over.setVisible(over is not None or shown is not None)
        if over is not None:
            self.over.setText(self.tr("Bevindingen over de {0} getoonde regels.").format(len(over)))
        else:
            total = len(controller.case.entries)
            self.over.setText(self.tr("Bevindingen over alle {0} regels, ook wat het filter weglaat.").format(total))

    def _has_thresholds(self, kind: FindingKind) -> bool:
        return kind in PARAMETERS and bool(self._controller.case.actual)

    def _say_empty(self, computing: bool, nothing: bool) -> None:
        self.empty.setVisible(computing or nothing)
        if computing:
            self.empty.say(self.tr("Wordt berekend…"), self.tr("De bevindingen komen hier zodra ze er zijn."))
        elif self._controller.case.actual:
            self.empty.say(
                self.tr("Niets gevonden wat opvalt"),
                self.tr(
                    "Er staat nog weinig op de tijdlijn, of de drempels zijn hoog. Zet meer regels met een datum neer."
                ),
            )
        else:
            self.empty.say(
                self.tr("Nog geen bevindingen"),
                self.tr(
                    "Zodra er regels met een datum op de tijdlijn staan, komen hier de gaten, de snelkookpannen, wat "
                    "er op hulpvragen volgde en wat er nog ontbreekt."
                ),
            )

    def _counted(self, findings: tuple[Finding, ...]) -> str:
        sure = sum(finding.status is Status.ZEKER for finding in findings)
        one = self.tr("1 bevinding") if len(findings) == 1 else self.tr("{0} bevindingen").format(len(findings))
        return self.tr("{0}: {1} zeker, {2} mogelijk").format(one, sure, len(findings) - sure) if findings else ""

    def _go(self) -> None:
        """Show the finding that was asked for, as soon as it is there."""
        finding = self._found(self._wanted) if self._wanted else None
        if finding is None:
            return
        self._wanted = ""
        card = self.groups[finding.kind].opened(finding)
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: FindingCard) -> None:
        self.area.ensureWidgetVisible(card, 0, 24)
        if self._takes_keys:
            card.setFocus()

    def _found(self, id_: str) -> Finding | None:
        findings = [finding for group in self.groups.values() for finding in group.findings]
        what, _, day = id_.partition(":")
        kind = CANVAS_KINDS.get(what)
        named = [finding for finding in findings if finding.id == id_]
        started = [f for f in findings if f.kind is kind and f.start is not None and f.start.isoformat() == day]
        family_first = sorted(started, key=lambda finding: finding.person_id is not None)
        return next(iter((*named, *family_first)), None)


class _Group(Section):
    """The findings of one kind, with the thresholds by which they were found."""

    def __init__(self, kind: FindingKind, controller: CaseController) -> None:
        super().__init__(HEADINGS[kind])
        self._kind = kind
        self._controller = controller
        self._touched = False
        self._first = 0
        self._open_ids: set[str] = set()
        self.findings: list[Finding] = []
        self.cards: list[FindingCard] = []
        self._none = plain_label(self.tr("Niets gevonden met deze drempel."), "small")
        self._list = column(8)
        self.earlier = button("", lambda: self._turn_page(-MOST_CARDS), "link", "chevron-up")
        self.later = button("", lambda: self._turn_page(MOST_CARDS), "link", "chevron-down")
        self.content.setContentsMargins(0, 4, 0, 16)
        self.content.setSpacing(8)
        if kind in PARAMETERS:
            self.thresholds = ThresholdFields(controller, PARAMETERS[kind])
            self.content.addWidget(self.thresholds)
        self.content.addWidget(self._none)
        self.content.addWidget(self.earlier)
        self.content.addLayout(self._list)
        self.content.addWidget(self.later)
        self.header.clicked.connect(self._turned)
        self.toggled.connect(lambda _: self._fill())

    def show_findings(self, findings: list[Finding]) -> None:
        """Show these findings of its kind."""
        self.findings = findings
        self.set_title(f"{HEADINGS[self._kind]}  ·  {len(findings)}")
        if not self._touched:
            self.set_open(0 < len(findings) <= FEW)
        self._fill()

    def opened(self, finding: Finding) -> FindingCard:
        """The card of a finding, opened."""
        place = self.findings.index(finding)
        self._touched = True
        self._open_ids.add(finding.id)
        self._first = place - place % MOST_CARDS
        self.set_open(True)
        self._fill()
        return self.cards[place - self._first]

    def _turned(self) -> None:
        self._touched = True

    def _turn_page(self, by: int) -> None:
        self._first += by
        self._fill()
        if self.cards:
            self.cards[0 if by > 0 else -1].setFocus()

    def _fill(self) -> None:
        if self._first >= len(self.findings):
            self._first = 0
        shown = self.findings[self._first : self._first + MOST_CARDS] if self.is_open else []
        while len(self.cards) > len(shown):
            card = self.cards.pop()
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(shown):
            self.cards.append(self._card())
        for card, finding in zip(self.cards, shown, strict=True):
            card.show_finding(finding, self._controller.case, finding.id in self._open_ids)
        self._none.setVisible(not self.findings)
        self.earlier.setVisible(self._first > 0)
        self.earlier.setText(self.tr("Toon de {0} hiervoor").format(MOST_CARDS))
        left = min(MOST_CARDS, len(self.findings) - self._first - MOST_CARDS)
        self.later.setVisible(left > 0)
        self.later.setText(self.tr("Toon de volgende {0}").format(left))

    def _card(self) -> FindingCard:
        card = FindingCard(self._choose)
        card.clicked.connect(lambda: self._reveal(card.finding))
        card.decided.connect(self._controller.do)
        card.turned.connect(lambda is_open: self._note(card.finding.id, is_open))
        self._list.addWidget(card)
        return card

    def _note(self, id_: str, is_open: bool) -> None:
        (self._open_ids.add if is_open else self._open_ids.discard)(id_)

    def _choose(self, id_: str) -> None:
        self._controller.select([id_], reveal=True)

    def _reveal(self, finding: Finding) -> None:
        if finding.start is not None:
            last = finding.end or finding.start
            self._controller.reveal_days.emit(finding.start.toordinal(), last.toordinal())


class _Undated(Section):
    """The entries that took no part, because their date is not known."""

    def __init__(self, controller: CaseController) -> None:
        super().__init__("")
        self._controller = controller
        self._ids: tuple[str, ...] = ()
        self._lines: list[EntryLine] = []
        self._list = column(0)
        self.content.setSpacing(4)
        self.content.addWidget(
            plain_label(
                self.tr("Deze regels hebben geen datum en tellen daarom nergens in mee. Met een datum doen ze mee."),
                "small",
            )
        )
        self.content.addLayout(self._list)
        self.toggled.connect(lambda _: self._fill())

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """List these entries."""
        self._ids = ids
        self.setVisible(bool(ids))
        self.set_title(self.tr("Niet meegeteld: zonder datum  ·  {0}").format(len(ids)))
        self._fill()

    def entry_lines(self) -> list[EntryLine]:
        """The entries that are listed now."""
        return list(self._lines)

    def _fill(self) -> None:
        emptied(self._list)
        known = self._controller.case.entries_by_id if self.is_open else {}
        entries = [known[id_] for id_ in self._ids if id_ in known]
        self._lines = [EntryLine(entry, self._choose) for entry in entries[:MOST_LINES]]
        for line in self._lines:
            self._list.addWidget(line)
        if len(entries) > MOST_LINES:
            self._list.addWidget(plain_label(self.tr("en nog {0}").format(len(entries) - MOST_LINES), "small"))

    def _choose(self, id_: str) -> None:
        self._controller.select([id_], reveal=True)
