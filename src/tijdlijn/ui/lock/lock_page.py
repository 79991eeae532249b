"""The page in the place of a case while it is locked: which file it is, and a line for its passphrase.

The rule: it knows the path of the file and nothing of what is in it. A passphrase is nowhere but in its line, which is
emptied when it is tried.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from tijdlijn.ui import theme
from tijdlijn.ui.dialogs.secret import SecretLine, Wait
from tijdlijn.ui.widgets import ElidedLabel, button, column, plain_label, primary_button, row, set_problem

WIDTH = 420


class LockPage(QWidget):
    """`tried` carries each passphrase that is offered, until the caller calls `failed` or `accept`; `closed` asks to
    leave the casebook closed."""

    tried = Signal(str)
    closed = Signal()

    def __init__(self, path: Path, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._tick = Wait(self)
        self._tick.changed.connect(self._settle)
        self._is_busy = False
        self._picture = plain_label(wrap=False)
        self.secret = SecretLine(self.tr("Wachtwoord"))
        self.problem = plain_label("", "problem")
        self.problem.hide()
        self.said = plain_label(why, "soft")
        self.said.setVisible(bool(why))
        self.busy = QProgressBar()
        self.busy.setTextVisible(False)
        self.busy.setRange(0, 0)
        self.busy.setFixedHeight(4)
        self.ok = primary_button(self.tr("Openen"))
        self.leave = button(self.tr("Sluiten"), self.closed.emit)
        self._build()
        self.ok.clicked.connect(self._try)
        self.secret.line.returnPressed.connect(self._try)
        self.secret.line.textEdited.connect(lambda _: self._settle())
        self.setFocusProxy(self.secret)
        self._draw()
        self._settle()

    def _build(self) -> None:
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        page = column(8)
        page.addWidget(self._picture)
        page.addSpacing(4)
        page.addWidget(plain_label(self.tr("Vergrendeld"), "title"))
        page.addWidget(ElidedLabel(self.path.name, "strong", middle=True))
        page.addWidget(self.said)
        page.addSpacing(12)
        page.addWidget(plain_label(self.tr("Wachtwoord"), "label"))
        page.addWidget(self.secret)
        page.addWidget(self.problem)
        page.addWidget(self.busy)
        buttons = row(8)
        buttons.addWidget(self.ok)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        page.addLayout(buttons)
        page.addSpacing(12)
        page.addWidget(plain_label(self.tr("Na het openen gaat u verder waar u was."), "small"))
        held = QWidget()
        held.setFixedWidth(WIDTH)
        held.setLayout(page)
        across, whole = row(0), column(0)
        across.addStretch(1)
        across.addWidget(held)
        across.addStretch(1)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)
        self.setLayout(whole)

    def failed(self, sentence: str, wait_seconds: float = 0.0) -> None:
        """Tell why it did not open; the button comes back after the wait."""
        self._set_busy(False)
        self.problem.setText(sentence)
        self.problem.show()
        set_problem(self.secret.line, True)
        self.secret.setFocus()
        self._tick.begin(wait_seconds)
        self._settle()

    def accept(self) -> None:
        """It is open; whoever shows the case takes the page away."""
        self._set_busy(False)

    def forget(self) -> None:
        """Empty the line, with what could be brought back in it."""
        self.secret.line.setText("")
        self.secret.show_text(False)

    def _try(self) -> None:
        if not self.ok.isEnabled():
            return
        self.problem.hide()
        set_problem(self.secret.line, False)
        self._set_busy(True)
        typed = self.secret.text
        self.forget()
        self._settle()
        self.tried.emit(typed)

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy.setVisible(is_busy)
        self.secret.setEnabled(not is_busy)
        self.leave.setEnabled(not is_busy)

    def _settle(self) -> None:
        wait = self._tick.left
        self.ok.setEnabled(bool(self.secret.text) and not wait and not self._is_busy)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Openen"))

    def _draw(self) -> None:
        self._picture.setPixmap(theme.pixmap("lock", 32, theme.palette().soft))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self._settle()
        else:
            super().keyPressEvent(event)
