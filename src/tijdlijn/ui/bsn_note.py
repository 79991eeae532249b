"""A quiet line under fields in which something is typed that may be a burgerservicenummer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from tijdlijn.language.bsn import holds_bsn

_NOTED = "has_bsn_note"


class BsnNote(QLabel):
    """Looks at fields, and is in view as long as one of them holds such a number. Nothing is held back."""

    def __init__(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._fields: list[QLineEdit | QPlainTextEdit] = []
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("role", "asks")
        self.setText(words())
        self.hide()
        for field in fields:
            self.watch(field)

    def watch(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Look at another field as well."""
        self._fields.append(field)
        field.setProperty(_NOTED, True)
        field.textChanged.connect(self._look)

    def leave(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Look no longer at fields that go."""
        self._fields = [field for field in self._fields if field not in fields]
        self._look()

    def _look(self) -> None:
        texts = (field.text() if isinstance(field, QLineEdit) else field.toPlainText() for field in self._fields)
        self.setVisible(any(map(holds_bsn, texts)))


def has_note(field: QWidget) -> bool:
    """Whether a note looks at this field."""
    return field.property(_NOTED) is True


def words() -> str:
    """What is said of such a number."""
    return QCoreApplication.translate(
        "BsnNote", "Dit lijkt een burgerservicenummer. Tijdlijn heeft het niet nodig: haal het liever weg."
    )
