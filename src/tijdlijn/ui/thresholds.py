"""The thresholds of the analyses (design 2, Parameters) as fields; a change is one step.

The rule: they stand in more than one place, and each place keeps what is typed there. What was typed before a lock or a
kill waits until it is taken or the threshold is changed elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import Number, column, plain_label, row, set_tip

MOST_DAYS = 3_660
MOST_COUNT = 99
PAUSE = 600
"""Milliseconds after the last press of an arrow key until the value is taken."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold: its name in `Parameters`, of what it is one, the words around the number, what it is for."""

    name: str
    of: str
    label: str
    unit: str
    meaning: str

    @property
    def most(self) -> int:
        """The greatest value that can be chosen."""
        return MOST_COUNT if self.name.startswith("pressure_min") else MOST_DAYS


def thresholds() -> tuple[Threshold, ...]:
    """All thresholds of a case."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("thresholds", text)

    days = tr(" dagen")
    return (
        Threshold("gap_min_days", tr("Gat"), tr("duurt minstens"), days, tr("Korter zonder hulp telt niet als gat.")),
        Threshold(
            "silence_min_days",
            tr("Stilte"),
            tr("duurt minstens"),
            days,
            tr("Er loopt hulp, maar zo lang staat er niets op de tijdlijn."),
        ),
        Threshold(
            "pressure_window",
            tr("Snelkookpan"),
            tr("binnen"),
            days,
            tr("In zoveel dagen worden partijen en acties samen geteld."),
        ),
        Threshold(
            "pressure_min_parties",
            tr("Snelkookpan"),
            tr("minstens"),
            tr(" partijen"),
            tr("Zoveel verschillende partijen doen dan iets."),
        ),
        Threshold(
            "pressure_min_actions",
            tr("Snelkookpan"),
            tr("minstens"),
            tr(" acties"),
            tr("Zoveel acties, besluiten en ultimatums zijn het samen."),
        ),
    )


class ThresholdFields(QWidget):
    """Fields for some thresholds; with `explained` each says of what it is one and what it is for."""

    def __init__(
        self,
        controller: CaseController,
        names: Sequence[str] = (),
        explained: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._late = QTimer(self, singleShot=True, interval=PAUSE)
        self._late.timeout.connect(self.flush)
        self.numbers: dict[str, Number] = {}
        self._waiting: dict[str, int] = {}
        """The thresholds of which what was typed waits, each with the value it had then."""
        layout = column(6)
        for threshold in thresholds():
            if not names or threshold.name in names:
                layout.addLayout(self._line(threshold, explained))
                if explained:
                    layout.addWidget(plain_label(threshold.meaning, "small"))
                    layout.addSpacing(6)
        self.setLayout(layout)
        controller.case_changed.connect(self._show)
        self._show()
        self._bring_back(controller.drafts.watch("grenzen", self, self._unfinished))

    def flush(self) -> None:
        """Commit what was chosen or typed."""
        self._late.stop()
        for number in self.numbers.values():
            number.interpretText()
        self._late.stop()
        self._waiting.clear()
        chosen = {name: number.value() for name, number in self.numbers.items()}
        following = replace(self._controller.case.parameters, **chosen)
        if following != self._controller.case.parameters:
            self._controller.do(editing.change_case, parameters=following)

    def _line(self, threshold: Threshold, explained: bool) -> QHBoxLayout:
        whole = f"{threshold.of} {threshold.label}"
        label = whole if explained else threshold.label.capitalize()
        number = Number(f"{whole} ({threshold.unit.strip()})", 1, threshold.most, threshold.unit)
        set_tip(number, threshold.meaning)
        number.setFixedWidth(116)
        number.settled.connect(lambda _: self._late.start())
        number.editingFinished.connect(self.flush)
        self.numbers[threshold.name] = number
        line = row(8)
        line.addWidget(plain_label(label, "soft"), 1)
        line.addWidget(number)
        return line

    def _show(self) -> None:
        for name, number in self.numbers.items():
            value = self._value(name)
            if self._waiting.get(name, value) != value:
                del self._waiting[name]
            if name not in self._waiting and not (number.hasFocus() and self._late.isActive()):
                number.show_value(value)

    def _value(self, name: str) -> int:
        return int(getattr(self._controller.case.parameters, name))

    def _unfinished(self) -> dict[str, str]:
        typed = {name: number.cleanText() for name, number in self.numbers.items()}
        return {name: text for name, text in typed.items() if text != str(self._value(name))}

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        for name in kept.keys() & self.numbers.keys():
            if kept[name].isdecimal():
                self._waiting[name] = self._value(name)
                self.numbers[name].show_value(int(kept[name]))
