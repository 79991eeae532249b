"""Says below the window that what is typed may be a burgerservicenummer, for every field without a note of its own
(design 7, 21).

The rule: it looks at the field that has the keys, remembers nothing of it and holds nothing back.
"""

from __future__ import annotations

from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStatusBar, QWidget

from tijdlijn.language.bsn import holds_bsn
from tijdlijn.ui.bsn_note import has_note, words


class BsnWatch(QObject):
    """Looks for as long as the bar is there in which it tells."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._heard: QMetaObject.Connection | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._heard is not None:
            QObject.disconnect(self._heard)
            self._heard = None
        if isinstance(now, QLineEdit | QPlainTextEdit) and not has_note(now):
            self._heard = now.textChanged.connect(self._look)

    def _look(self) -> None:
        field, said = QApplication.focusWidget(), words()
        if holds_bsn(_shown_in(field)):
            self._bar.showMessage(said)
        elif self._bar.currentMessage() == said:
            self._bar.clearMessage()


def _shown_in(field: QWidget | None) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.displayText() if isinstance(field, QLineEdit) else ""
