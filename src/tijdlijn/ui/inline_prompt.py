"""A question of one line at its place in the picture: Enter answers, Escape or clicking elsewhere leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.ui import theme
from tijdlijn.ui.widgets import plain_label

Answer = Callable[[str], str]
"""Takes what was typed; gives a sentence when it will not do."""


class InlinePrompt(QFrame):
    """One question at a time, over a viewport."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setObjectName("prompt")
        self._view = viewport.parentWidget()
        self._answer: Answer = lambda _: ""
        self.question: QLabel = plain_label("", "label", wrap=False)
        self.line = _Line(self)
        self.problem: QLabel = plain_label("", "problem")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        for part in (self.question, self.line, self.problem):
            layout.addWidget(part)
        self.setFixedWidth(250)
        self.hide()

    def ask(self, place: QPointF, question: str, proposed: str, answer: Answer) -> None:
        """Ask at a place of the viewport, with a proposal that can be typed over."""
        self._answer = answer
        self.question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(proposed)
        self.problem.hide()
        colours = theme.palette()
        self.setStyleSheet(
            f"#prompt {{ background: {colours.field}; border: 1px solid {colours.accent}; border-radius: 6px; }}"
        )
        self.adjustSize()
        self.move(place.toPoint())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def give(self) -> None:
        """Answer with what is typed; what will not do stays, with the reason below it."""
        problem = self._answer(self.line.text())
        if not problem:
            self.leave()
            return
        self.problem.setText(problem)
        self.problem.show()
        self.adjustSize()

    def leave(self) -> None:
        """Go without an answer."""
        had_focus = self.line.hasFocus()
        self.hide()
        if had_focus and self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QLineEdit):
    def __init__(self, owner: InlinePrompt) -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._owner.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.give()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self._owner.isVisible():
            self._owner.hide()
