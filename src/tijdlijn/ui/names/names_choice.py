"""Pseudonyms or names, in every dialog that lets something out: and what looks like a name that nobody registered.

The rule: while pseudonyms are on, what still looks like a name is looked for (`gate`), so that it is known by the time
something is to leave.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.names.gate import NamesGate
from tijdlijn.ui.names.review import NamesReview
from tijdlijn.ui.widgets import button, column, plain_label


class NamesChoice(QWidget):
    """The switch, what it means in words, and the way to the names. `changed` comes when other names would leave;
    `gate` looks for these.

    `reason` says why pseudonyms must be on; empty when there is a choice. `names_said` is what is true without them.
    """

    changed = Signal()

    def __init__(self, controller: CaseController, over: QWidget, reason: str, names_said: str) -> None:
        super().__init__()
        self._controller = controller
        self._reason, self._names_said = reason, names_said
        self.switch = QCheckBox(self.tr("Pseudoniemen in plaats van namen"))
        self.text = plain_label("", "small")
        self.gate = NamesGate(controller, over, self)
        self.look = button("", self.gate.review, "link")
        layout = column(2)
        for widget in (self.switch, self.text, self.look):
            layout.addWidget(widget)
        self.setLayout(layout)
        self.switch.toggled.connect(self._switched)
        self.gate.settled.connect(self._say)
        self.gate.failed.connect(self.text.setText)
        self.gate.decided.connect(self.changed)
        controller.case_changed.connect(self._settle)
        self._asked_for = False
        self.set_reason(reason)

    @property
    def page(self) -> NamesReview:
        """Where the names are decided about."""
        return self.gate.page

    @property
    def is_on(self) -> bool:
        """Whether names are replaced."""
        return self.switch.isChecked()

    @property
    def must_be_on(self) -> bool:
        """Whether there is no choice."""
        return bool(self._reason)

    def set_on(self, is_on: bool) -> None:
        """Replace names or not, where there is a choice."""
        self._asked_for = is_on
        self.switch.setChecked(is_on or self.must_be_on)

    def set_reason(self, reason: str) -> None:
        """Pseudonyms must be on for this reason; without one they are as they were chosen."""
        self._reason = reason
        self.switch.setEnabled(not reason)
        self.switch.setAccessibleDescription(reason)
        self.switch.setChecked(self._asked_for or self.must_be_on)
        self._settle()

    def cleared(self, then: Callable[[], object]) -> None:
        """Do something, with pseudonyms only once the names that look unregistered were decided about."""
        if self.is_on:
            self.gate.cleared(then)
        else:
            then()

    def _switched(self, is_on: bool) -> None:
        if not self.must_be_on:
            self._asked_for = is_on
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        if self.is_on:
            self.gate.look()
        self._say()

    # Words

    def _say(self) -> None:
        count = len(self.gate.found)
        self.text.setText(" ".join(filter(None, (self._reason or self._said(), self._busy_said()))))
        knows = self.is_on and not self.gate.is_looking
        self.look.setVisible(knows and bool(count or self._controller.case.loose_names))
        if count:
            told = self.tr("1 naam nakijken…") if count == 1 else self.tr("{0} namen nakijken…").format(count)
        else:
            told = self.tr("Eerdere beslissingen over namen…")
        self.look.setText(told)

    def _said(self) -> str:
        if not self.is_on:
            return self._names_said
        return self.tr("Geregistreerde namen worden vervangen. Lees het na: geen zoeker vindt alles.")

    def _busy_said(self) -> str:
        return self.tr("Er wordt nog naar andere namen gezocht…") if self.gate.is_looking else ""
