"""Asking for a passphrase: to open a casebook, and to make one.

The rule: the sheets ask and tell, the caller tries. A passphrase is kept nowhere; the fields are emptied on close.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.services.files import free_path
from tijdlijn.ui.dialogs.secret import NewPassphrase, SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.widgets import ElidedLabel, button, column, field_label, plain_label, row, set_problem

ENDING = ".tijdlijn"


class OpenPassphraseDialog(Sheet):
    """Asks for the passphrase of one casebook.

    `tried` carries each passphrase that is offered; the sheet is busy, and cannot be left, until the caller calls
    `failed` or `accept`.
    """

    tried = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=420)
        self.set_heading(self.tr("Casusboek openen"))
        self._tick = Wait(self)
        self._tick.changed.connect(self._settle)
        self.secret = SecretLine(self.tr("Wachtwoord"))
        self.body.addWidget(ElidedLabel(path.name, "soft", middle=True))
        field = column(4)
        field.addWidget(plain_label(self.tr("Wachtwoord"), "label"))
        field.addWidget(self.secret)
        self.body.addLayout(field)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Openen"))
        self.ok.clicked.connect(self._try)
        self.secret.line.textEdited.connect(lambda _: self._settle())
        self.finished.connect(lambda _: self.secret.line.clear())
        self._settle()
        self.secret.setFocus()

    def hold(self, seconds: float) -> None:
        """Let nothing be tried for so long."""
        self._tick.begin(max(seconds, 0.0))

    def failed(self, sentence: str, wait_seconds: float = 0.0) -> None:
        """Tell why it did not open; the button comes back after the wait."""
        self.set_busy(False)
        self.say(sentence)
        set_problem(self.secret.line, True)
        self.secret.setEnabled(True)
        self.secret.setFocus()
        self.secret.line.selectAll()
        self.hold(wait_seconds)

    def _try(self) -> None:
        if not self.ok.isEnabled():
            return
        self.say("")
        set_problem(self.secret.line, False)
        self.set_busy(True, hold=True)
        self.secret.setEnabled(False)
        self.ok.setEnabled(False)
        self.tried.emit(self.secret.text)

    def _settle(self) -> None:
        wait = self._tick.left
        self.ok.setEnabled(bool(self.secret.text) and not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Openen"))


class NewCasebookDialog(Sheet):
    """Asks what a new casebook needs. `asked` tells that all is well; then the caller makes it and calls `accept`,
    or `failed`.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, folder: Path | None = None, today: date | None = None) -> None:
        super().__init__(parent, width=520)
        self.set_heading(self.tr("Nieuw casusboek"))
        self._folder = folder or _documents()
        self.case_title_line = QLineEdit()
        self.case_title_line.setPlaceholderText(self.tr("een code of een naam die u herkent"))
        self.place = QLineEdit(str(free_path(self._folder / _code_name(today or date.today()))))
        self.chosen = NewPassphrase(self.tr("Wachtwoord"), self.tr("Wachtwoord nog eens"))
        self._build()
        self.place.textChanged.connect(lambda _: set_problem(self.place, False))
        self.finished.connect(lambda _: self.chosen.forget())
        self.case_title_line.setFocus()

    @property
    def case_title(self) -> str:
        """The title of the first case; may be empty."""
        return self.case_title_line.text().strip()

    @property
    def path(self) -> Path:
        """Where the casebook goes, with its ending."""
        typed = Path(self.place.text().strip()).expanduser()
        typed = typed if typed.is_absolute() else self._folder / typed
        return typed if typed.suffix == ENDING else typed.with_name(typed.name + ENDING)

    def failed(self, sentence: str) -> None:
        """Tell why it was not made; everything typed stays."""
        self.set_busy(False)
        self.ok.setEnabled(True)
        self.say(sentence)

    def _build(self) -> None:
        self._add_field(self.tr("Titel van de casus"), self.case_title_line)
        choose = button(self.tr("Kiezen…"), self._choose_place)
        self._add_field(
            self.tr("Bestand"),
            self.place,
            choose,
            hint=self.tr("Kies een code als bestandsnaam: namen van mensen kunnen in lijsten van de computer blijven."),
        )
        self.body.addWidget(self.chosen)
        self.body.addWidget(
            note(
                self.tr(
                    "Het casusboek is versleuteld met dit wachtwoord. Raakt u het kwijt, dan kan niemand het bestand "
                    "nog openen. Schrijf het op en bewaar het op een veilige plaats."
                )
            )
        )
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Casusboek maken"))
        self.ok.clicked.connect(self._ask)

    def _add_field(self, name: str, line: QLineEdit, extra: QWidget | None = None, hint: str = "") -> None:
        field: QVBoxLayout = column(4)
        field.addWidget(field_label(name, line))
        beside: QHBoxLayout = row(8)
        beside.addWidget(line, 1)
        if extra is not None:
            beside.addWidget(extra)
        field.addLayout(beside)
        if hint:
            field.addWidget(plain_label(hint, "small"))
        self.body.addLayout(field)

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Waar komt het casusboek?"), str(self.path), self.tr("Casusboek (*.tijdlijn)")
        )
        if name:
            self.place.setText(name)

    def _ask(self) -> None:
        wrong, sentence = self._wanting()
        self.say(sentence)
        if wrong is not None:
            set_problem(wrong, True)
            wrong.setFocus()
            return
        self.set_busy(True, hold=True)
        self.ok.setEnabled(False)
        self.asked.emit()

    def _wanting(self) -> tuple[QLineEdit | None, str]:
        """The first field that is not in order, and what is wrong with it."""
        if not self.place.text().strip():
            return self.place, self.tr("Kies waar het casusboek komt.")
        if self.path.exists():
            return self.place, self.tr(
                "Er is al een bestand met deze naam; dat blijft zoals het is. Kies een andere naam."
            )
        return self.chosen.wanting()


def _code_name(today: date) -> str:
    return f"casus-{today:%Y-%m}{ENDING}"


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
