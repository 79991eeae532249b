"""A quiet line under a field in which something is typed that may be a burgerservicenummer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy

from tijdlijn.language.bsn import holds_bsn


class BsnNote(QLabel):
    """Looks at one field, and is in view as long as that holds such a number. Nothing is held back."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._field = field
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("role", "asks")
        self.setText(self.tr("Dit lijkt een burgerservicenummer. Tijdlijn heeft het niet nodig: haal het liever weg."))
        self.hide()
        field.textChanged.connect(lambda *_: self._look())

    def _look(self) -> None:
        field = self._field
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        self.setVisible(holds_bsn(text))
