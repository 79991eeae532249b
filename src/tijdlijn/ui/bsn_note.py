"""A quiet line under a field in which something is typed that may be a burgerservicenummer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from tijdlijn.language.bsn import holds_bsn

_NOTED = "has_bsn_note"


class BsnNote(QLabel):
    """Looks at one field, and is in view as long as that holds such a number. Nothing is held back."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._field = field
        field.setProperty(_NOTED, True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("role", "asks")
        self.setText(words())
        self.hide()
        field.textChanged.connect(lambda *_: self._look())

    def _look(self) -> None:
        field = self._field
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        self.setVisible(holds_bsn(text))


def has_note(field: QWidget) -> bool:
    """Whether a note looks at this field."""
    return field.property(_NOTED) is True


def words() -> str:
    """What is said of such a number."""
    return QCoreApplication.translate(
        "BsnNote", "Dit lijkt een burgerservicenummer. Tijdlijn heeft het niet nodig: haal het liever weg."
    )
