"""What is said of the findings in the panel: which of them are shown by that, who says it, and what is being typed.

The rule: nothing is kept here but the filter and reasons that are not entered yet; what was said is the case's.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.analysis.finding import Finding
from tijdlijn.analysis.marks import Marked, Marks
from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.understanding import FindingMark, Judgement
from tijdlijn.services.judging import judge, take_back
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import IconButton, Section, column, emptied, plain_label, row

NOTHING = Marks({})


class Which(StrEnum):
    """Which findings the panel shows."""

    ALL = "alle"
    OPEN = "open"
    DISCUSSED = "besproken"
    ASIDE = "niet relevant"


class Said(QObject):
    """`changed` says that other findings are to be shown, or that a reason is typed elsewhere or no longer."""

    changed = Signal()

    def __init__(self, controller: CaseController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self.which = Which.ALL
        self._reasons = dict(controller.drafts.watch("bevindingen", self, self._unfinished))

    @property
    def marks(self) -> Marks:
        """What was said of the findings of now."""
        analysis = self._controller.analysis
        return analysis.marks if analysis else NOTHING

    def of(self, finding: Finding) -> Marked | None:
        """What was said of a finding."""
        return self.marks.of.get(finding.id)

    def reason(self, finding: Finding) -> str | None:
        """The reason that is being typed for it; None when none is."""
        return self._reasons.get(finding.id)

    def is_typed_in(self, finding: Finding) -> bool:
        """Whether a reason is being typed for it."""
        return finding.id in self._reasons

    def shown(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those that are to be shown: what is open first, then what was discussed, then what does not matter."""
        return [one for one in self.marks.sorted(findings) if self.passes(one)]

    def passes(self, finding: Finding) -> bool:
        """Whether the filter shows it; one for which a reason is being typed always."""
        return self.which in (Which.ALL, self._which_of(finding)) or finding.id in self._reasons

    def counts(self, findings: Iterable[Finding]) -> dict[Which, int]:
        """How many there are of each sort."""
        found = [self._which_of(one) for one in findings]
        return {which: len(found) if which is Which.ALL else found.count(which) for which in Which}

    def _which_of(self, finding: Finding) -> Which:
        marked = self.of(finding)
        if marked is None:
            return Which.OPEN
        return Which.ASIDE if marked.is_set_aside else Which.DISCUSSED

    def choose(self, which: Which) -> None:
        """Show these findings from now on."""
        if which is not self.which:
            self.which = which
            self.changed.emit()

    def type(self, finding: Finding, reason: str | None) -> None:
        """A reason is being typed; None when it is left."""
        begins = (reason is None) or finding.id not in self._reasons
        if reason is None:
            self._reasons.pop(finding.id, None)
        else:
            self._reasons[finding.id] = reason
        if begins:
            self.changed.emit()

    def say(self, finding: Finding, judgement: Judgement, reason: str) -> None:
        """Mark a finding; what was typed is kept until that is done."""
        before = self.of(finding)
        instead = before.mark_id if before else ""
        if self._controller.do(judge, finding, judgement, reason, instead) is not None:
            self.type(finding, None)

    def open_again(self, finding: Finding) -> None:
        """Take back what was said of it."""
        before = self.of(finding)
        if before is not None and before.mark_id:
            self._controller.do(take_back, before.mark_id)

    def forget(self, mark: FindingMark) -> None:
        """Take back a mark of which the finding is no longer there."""
        self._controller.do(take_back, mark.id)

    def _unfinished(self) -> dict[str, str]:
        return {id_: reason for id_, reason in self._reasons.items() if reason.strip()}


class WhichRow(ChipRow):
    """The filter by what was said; seen as soon as anything was."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Toon bevindingen"))
        self._said = said
        self.toggled.connect(lambda key, _: self._choose(key))

    def _choose(self, key: str) -> None:
        self._said.choose(Which(key))
        self.show_state({self._said.which.value})

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show how many there are of each sort."""
        counts = self._said.counts(findings)
        words = {
            Which.ALL: self.tr("Alle"),
            Which.OPEN: self.tr("Open"),
            Which.DISCUSSED: self.tr("Besproken"),
            Which.ASIDE: self.tr("Niet relevant"),
        }
        self.set_options((which.value, f"{words[which]} {count}") for which, count in counts.items())
        self.show_state({self._said.which.value})
        self.setVisible(counts[Which.OPEN] < counts[Which.ALL] or self._said.which is not Which.ALL)


class Lapsed(Section):
    """What was said of findings that no longer follow from the case: it stays until somebody takes it away."""

    def __init__(self, said: Said) -> None:
        super().__init__("")
        self._said = said
        self._marks: tuple[FindingMark, ...] = ()
        self._list = column(10)
        self.content.addWidget(
            plain_label(
                self.tr("Dit volgt niet meer uit de regels zoals ze nu zijn. Wat ervan gezegd is, blijft."), "small"
            )
        )
        self.content.addLayout(self._list)
        self.toggled.connect(lambda _: self._fill())

    def show_marks(self, marks: tuple[FindingMark, ...]) -> None:
        """List these marks."""
        self._marks = marks
        self.setVisible(bool(marks))
        self.set_title(self.tr("Gemarkeerd, maar niet meer gevonden  ·  {0}").format(len(marks)))
        self._fill()

    def _fill(self) -> None:
        emptied(self._list)
        for mark in self._marks if self.is_open else ():
            day = f" ({write_day(mark.on)})" if mark.on else ""
            why = self.tr(", want {0}").format(mark.reason) if mark.reason else ""
            line, texts = row(4), column(2)
            texts.addWidget(plain_label(mark.words or self.tr("(de tekst is gewist)"), "soft"))
            texts.addWidget(plain_label(f"{mark.judgement.label}{why}{day}", "small"))
            line.addLayout(texts, 1)
            gone = IconButton("trash", self.tr("Deze markering weghalen"), partial(self._said.forget, mark))
            line.addWidget(gone, 0)
            self._list.addLayout(line)
