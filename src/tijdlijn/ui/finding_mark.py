"""What is said of a finding, on its card: that it was discussed or does not matter, why, and taking that back.

The rule: a reason is typed where it will stand, and is only kept with Enter; what is typed and not kept yet is told by
`typing`, so that whoever holds the card can keep it when the window locks.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.analysis.marks import Marked
from tijdlijn.analysis.telling_marks import mark_then, mark_words
from tijdlijn.model.understanding import Judgement
from tijdlijn.ui.widgets import button, column, plain_label, row

LONGEST = 400
MARK_TITLE = "Op een bevinding"
MARK_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("B",), "Besproken, of niet meer"),
    (("N",), "Niet relevant, want …"),
    (("O",), "Weer open"),
)
"""The keys of a card that has the focus, and what they do."""


class ReasonLine(QLineEdit):
    """Why a finding does not matter; Escape leaves it."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()


class FindingMarkRow(QWidget):
    """The foot of a card. `judged` carries a judgement and a reason, `taken_back` undoes it, `typing` carries what is
    typed of a reason, None when nobody types one any more, and `left` asks for the keys to go back to the card."""

    judged = Signal(object, str)
    taken_back = Signal()
    typing = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: Marked | None = None
        self.said = plain_label("", "strong_small")
        self.then = plain_label("", "small")
        self.discussed = button(self.tr("Besproken"), self.discuss, "mini", tip=self.tr("Besproken (B)"))
        self.aside = button(
            self.tr("Niet relevant…"), self.ask_reason, "mini", tip=self.tr("Niet relevant, want … (N)")
        )
        self.back = button(self.tr("Weer open"), self.take_back, "mini", tip=self.tr("Weer open (O)"))
        self.reason = ReasonLine()
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(self.tr("niet relevant, want …"))
        self.reason.setAccessibleName(self.tr("Niet relevant, want"))
        self.problem = plain_label(self.tr("Niet relevant, want … Enter bewaart, Escape laat het."), "small")
        self.reason.textEdited.connect(lambda text: self.typing.emit(text))
        self.reason.returnPressed.connect(self._keep)
        self.reason.escaped.connect(self._leave)
        self._build()
        self.show_mark(None, None)

    def _build(self) -> None:
        acts = row(6)
        for one in (self.discussed, self.aside, self.back):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the card has their keys, so that arrows go from card to card
            acts.addWidget(one)
        acts.addStretch(1)
        layout = column(2)
        for part in (self.said, self.then, self.reason, self.problem):
            layout.addWidget(part)
        layout.addLayout(acts)
        self.setLayout(layout)

    def show_mark(self, marked: Marked | None, reason: str | None) -> None:
        """Show what was said, and the reason that is being typed when one is."""
        self._marked = marked
        self._show(self.said, mark_words(marked) if marked else "")
        self._show(self.then, mark_then(marked) if marked else "")
        is_typing = reason is not None
        if is_typing and reason != self.reason.text():
            with QSignalBlocker(self.reason):
                self.reason.setText(reason or "")
        self.reason.setVisible(is_typing)
        self.problem.setVisible(is_typing)
        aside, by_mark = marked is not None and marked.is_set_aside, marked is not None and bool(marked.mark_id)
        self.discussed.setVisible(not is_typing and (marked is None or aside))
        self.aside.setVisible(not is_typing and not aside)
        self.back.setVisible(not is_typing and by_mark)

    @staticmethod
    def _show(label: QWidget, text: str) -> None:
        label.setText(text)  # type: ignore[attr-defined]
        label.setVisible(bool(text))

    def discuss(self) -> None:
        """It was discussed; said again of one that is marked so, it is open again."""
        if self._marked is not None and not self._marked.is_set_aside:
            self.take_back()
        else:
            self.judged.emit(Judgement.BESPROKEN, "")

    def ask_reason(self) -> None:
        """Ask why it does not matter; of one that was set aside the reason that stands there."""
        before = self._marked.reason if self._marked and self._marked.is_set_aside else ""
        self.typing.emit(self.reason.text() if not self.reason.isHidden() else before)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_back(self) -> None:
        """Open it again, when it was a mark that closed it."""
        if self._marked is not None and self._marked.mark_id:
            self.taken_back.emit()

    def _keep(self) -> None:
        if self.reason.text().strip():
            self.judged.emit(Judgement.NIET_RELEVANT, self.reason.text())
        else:
            self.reason.setFocus()

    def _leave(self) -> None:
        self.typing.emit(None)
        self.left.emit()
