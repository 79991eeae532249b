"""The history panel: every step of the casebook, newest first; one step back, or back to a step.

The rule: going back is undoing step by step, so that it can be done again; nothing is ever cut off.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.history_steps import StepList, holds
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.widgets import PANEL_WIDTH, button, column, plain_label, row, set_tip

MOST_STEPS = 500


class HistoryPanel(LatePanel):
    """The steps of the casebook, each with its time."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._build()
        controller.saved.connect(lambda _: self._changed())
        controller.case_changed.connect(self._changed)

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        self.undo = button(self.tr("Ongedaan maken"), self._controller.undo, icon="undo")
        self.redo = button(self.tr("Opnieuw"), self._controller.redo, icon="redo")
        self.steps = StepList(self)
        self.back = button(self.tr("Terug tot hier"), self._go_back, "quiet", icon="history")
        self.hint = plain_label("", "small")
        self.steps.activated.connect(lambda _: self._go_back())
        self.steps.moved.connect(self._judge)
        buttons = row(8)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.redo)
        buttons.addStretch(1)
        layout = column(8)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(buttons)
        layout.addWidget(self.steps, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def _fill(self) -> None:
        book = self._controller.book
        try:
            steps = book.history(MOST_STEPS)
        except Problem:  # that it cannot be read stands above the work
            return
        self._stale = False
        self.steps.show_steps(steps)
        for made, name in ((self.undo, book.undo_name), (self.redo, book.redo_name)):
            made.setEnabled(name is not None)
            set_tip(made, name or "")
        self._judge()

    # Going back

    def _judge(self) -> None:
        """Tell what going back to the chosen step would do."""
        count = self._steps_back()
        self.back.setVisible(count > 0)
        if not count:
            self.hint.setText(self.tr("Dubbelklik op een stap om daarnaar terug te gaan."))
        elif count == 1:
            self.hint.setText(self.tr("Neemt 1 latere stap terug; met Opnieuw komt die weer terug."))
        else:
            self.hint.setText(self.tr("Neemt {0} latere stappen terug; met Opnieuw komen ze weer terug.").format(count))

    def _steps_back(self) -> int:
        """How many steps come after the chosen one and hold now; 0 when one cannot go back to it."""
        chosen = self.steps.step_at(self.steps.currentRow())
        if chosen is None or not holds(chosen):
            return 0
        later = (self.steps.step_at(place) for place in range(self.steps.currentRow()))
        return sum(step is not None and holds(step) for step in later)

    def _go_back(self) -> None:
        count = self._steps_back()
        try:
            for _ in range(count - 1):
                self._controller.book.undo()
        except Problem as problem:
            self._controller.problem.emit(problem.sentence)
            self._controller.refresh()
            return
        if count:
            self._controller.undo()
