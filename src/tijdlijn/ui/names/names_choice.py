"""Pseudonyms or names, in every dialog that lets something out: and what looks like a name that nobody registered.

The rule: while pseudonyms are on, what still looks like a name is looked for in the background; nothing leaves before
somebody decided about every one of these (design 7, 15).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tijdlijn.language.unregistered import Suspect
from tijdlijn.model.casebook import Case
from tijdlijn.services import loose_names, unregistered
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.names.review import NamesReview
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import button, column, plain_label


class NamesChoice(QWidget):
    """The switch, what it means in words, and the way to the names. `changed` comes when other names would leave,
    `waiting` says that what was to be done waits for the search, and when it no longer does.

    `reason` says why pseudonyms must be on; empty when there is a choice. `names_said` is what is true without them.
    """

    changed = Signal()
    waiting = Signal(bool)

    def __init__(self, controller: CaseController, over: QWidget, reason: str, names_said: str) -> None:
        super().__init__()
        self._controller = controller
        self._reason, self._names_said = reason, names_said
        self._looked_at: Case | None = None
        self._looking = False
        self._found: tuple[Suspect, ...] = ()
        self._then: Callable[[], object] | None = None
        self.switch = QCheckBox(self.tr("Pseudoniemen in plaats van namen"))
        self.text = plain_label("", "small")
        self.look = button("", self.review, "link")
        self.page = NamesReview(over)
        layout = column(2)
        for widget in (self.switch, self.text, self.look):
            layout.addWidget(widget)
        self.setLayout(layout)
        self.switch.toggled.connect(self._switched)
        self.page.done.connect(self._decide)
        self.page.left.connect(self._left)
        controller.case_changed.connect(self._settle)
        self._asked_for = False
        self.set_reason(reason)

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
        """Do something once every name that looks unregistered was decided about; nothing when its user goes back."""
        self._then = then
        self._settle()
        if self._looking:
            self.waiting.emit(True)
        else:
            self._go_on()

    def review(self) -> None:
        """Show the names now."""
        decided = self._controller.case.loose_names
        lead = self.tr(
            "Dit lijken namen, maar niemand met die naam is geregistreerd. Wat is aangevinkt, wordt in alles met "
            "pseudoniemen vervangen; de tijdlijn zelf verandert niet. {0}"
        ).format(unregistered.engine_words())
        then = self.tr("Zo doorgaan") if self._then else self.tr("Onthouden")
        self.page.ask(self._found, decided, lead, then)

    # Looking

    def _switched(self, is_on: bool) -> None:
        if not self.must_be_on:
            self._asked_for = is_on
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Look for names when these matter and the case is another than was looked at."""
        case = self._controller.case
        if self.is_on and self._looked_at is not case and not self._looking:
            self._looking = True
            run(self, lambda: (case, unregistered.find(case)), self._was_found, self._was_not_found)
        self._say()

    def _was_found(self, found: tuple[Case, tuple[Suspect, ...]]) -> None:
        self._looking = False
        self._looked_at, self._found = found
        self._settle()
        if not self._looking:
            self._go_on()

    def _was_not_found(self, sentence: str) -> None:
        self._looking, self._then = False, None
        self.waiting.emit(False)
        self.text.setText(sentence)

    def _go_on(self) -> None:
        if self._then is None:
            return
        self.waiting.emit(False)
        if self.is_on and self._found:
            self.review()
            return
        then, self._then = self._then, None
        then()

    # Deciding

    def _decide(self) -> None:
        decisions = self.page.rows.decisions
        if decisions and self._controller.do(loose_names.decide, decisions) is None:
            self._then = None
            return
        self.changed.emit()
        self._settle()
        if not self._looking:
            self._go_on()

    def _left(self) -> None:
        self._then = None

    # Words

    def _say(self) -> None:
        count = len(self._found)
        self.text.setText(" ".join(filter(None, (self._reason or self._said(), self._busy_said()))))
        knows = self.is_on and not self._looking
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
        return self.tr("Er wordt nog naar andere namen gezocht…") if self._looking else ""
