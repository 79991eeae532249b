"""Searching in the document that is read: how often words stand in it, and from one place to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from tijdlijn.ui import theme
from tijdlijn.ui.dossier_reader.page_text import PageText
from tijdlijn.ui.dossier_reader.places import occurrences
from tijdlijn.ui.widgets import IconButton, plain_label, row, set_problem

LEAST = 2
"""Letters from which is searched."""
MOST = 5_000


class FindBar(QFrame):
    """A bar above the text, there while somebody searches. `closed` tells that it was left."""

    closed = Signal()

    def __init__(self, page: PageText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self.setProperty("role", "find")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Zoek in dit document"))
        self.line.setAccessibleName(self.tr("Zoeken in dit document"))
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = plain_label("", "small", wrap=False)
        self.previous = IconButton("chevron-up", self.tr("Vorige plaats (Shift+Enter)"), lambda: self.step(-1))
        self.next = IconButton("chevron-down", self.tr("Volgende plaats (Enter)"), lambda: self.step(1))
        layout = row(6)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.count)
        for made in (self.previous, self.next, IconButton("close", self.tr("Zoeken sluiten (Esc)"), self.leave)):
            layout.addWidget(made)
        self.setLayout(layout)
        self.line.textChanged.connect(lambda _: self._search())
        self.line.installEventFilter(self)
        self.hide()

    def start(self) -> None:
        """Show the bar and put the cursor in it, with the words that are selected in the text."""
        start, end = self._page.selected()
        if 0 < end - start < 60:
            self.line.setText(self._page.shown.text[start:end])
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search()

    def leave(self) -> None:
        """Put the bar away, and the marks with it."""
        self.hide()
        self._page.show_found((), -1)
        self.closed.emit()

    def renew(self) -> None:
        """Search in another document that came."""
        if self.isVisible():
            self._search()

    def step(self, by: int) -> None:
        """Go to the next or previous place, round and round."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def _search(self) -> None:
        words = self.line.text().strip()
        text = self._page.shown.text
        self._found = list(occurrences(text, words))[:MOST] if len(words) >= LEAST else []
        self._at = 0 if self._found else -1
        set_problem(self.line, len(words) >= LEAST and not self._found)
        self._show()

    def _show(self) -> None:
        typed = len(self.line.text().strip()) >= LEAST
        if self._found:
            self.count.setText(self.tr("{0} van {1}").format(self._at + 1, len(self._found)))
        else:
            self.count.setText(self.tr("niet gevonden") if typed else "")
        for made in (self.previous, self.next):
            made.setEnabled(bool(self._found))
        self._page.show_found(self._found, self._at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)
