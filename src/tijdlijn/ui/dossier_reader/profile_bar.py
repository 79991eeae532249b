"""What kind of document is read, from whom and of which day: proposed, and changed where it stands.

The rule: what is typed and cannot be handed over yet stays while the same document is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QWidget

from tijdlijn.dossier.candidates import Profile
from tijdlijn.language.dates_nl import DateContext, read, shown
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate
from tijdlijn.ui.widgets import ElidedLabel, column, field_label, plain_label, row, set_problem


class _Line(QLineEdit):
    """A line that takes back what is typed on Escape, and then lets go."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class ProfileBar(QFrame):
    """Name, genre, agency and date of a document. `changed` carries a `Profile`; `left` says that a line was left."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Profile()
        self.source_id = ""
        self._context = DateContext()
        self.setProperty("role", "profile")
        self.name = ElidedLabel("", "heading", middle=True)
        self.told = plain_label("", "small")
        self.genre, self._genres = self._make_line(), QStringListModel(self)
        self.agency, self._agencies = self._make_line(), QStringListModel(self)
        self.day = self._make_line()
        _complete(self.genre, self._genres)
        _complete(self.agency, self._agencies)
        self._build()

    def _make_line(self) -> _Line:
        made = _Line()
        made.editingFinished.connect(self._hand_over)
        made.escaped.connect(self._take_back)
        made.returnPressed.connect(self.left)
        made.textEdited.connect(lambda _: set_problem(made, False))
        return made

    def _build(self) -> None:
        fields = row(10)
        for line, words, hint, stretch in (
            (self.genre, self.tr("Soort document"), self.tr("bijv. intakeverslag"), 4),
            (self.agency, self.tr("Van wie"), self.tr("bijv. Veilig Thuis"), 4),
            (self.day, self.tr("Datum"), self.tr("bijv. 9 maart 2016"), 3),
        ):
            line.setPlaceholderText(hint)
            part = column(2)
            part.addWidget(field_label(words, line))
            part.addWidget(line)
            fields.addLayout(part, stretch)
        layout = column(6)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.addWidget(self.name)
        layout.addLayout(fields)
        layout.addWidget(self.told)
        self.setLayout(layout)

    def show_names(self, genres: Iterable[str], agencies: Iterable[str], context: DateContext) -> None:
        """What to complete with, and what a date may lean on."""
        self._context = context
        self._genres.setStringList(sorted(set(genres), key=fold))
        self._agencies.setStringList(sorted(set(agencies), key=fold))

    def show_profile(self, source_id: str, name: str, profile: Profile, told: str) -> None:
        """Show the profile of a document, and what could not be read of it."""
        typed = self.typed if source_id == self.source_id else {}
        self.source_id, self._shown = source_id, profile
        self.name.setText(name)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self._show()
        self.retype(typed)

    @property
    def typed(self) -> dict[str, str]:
        """What is typed and not handed over, by field."""
        return {name: line.text() for name, (line, words) in self._lines().items() if line.text() != words}

    def retype(self, typed: Mapping[str, str]) -> None:
        """Show again what was typed."""
        for name, (line, _) in self._lines().items():
            if name in typed:
                line.setText(typed[name])
        set_problem(self.day, not self._read_day()[1])

    def flush(self) -> None:
        """Hand over what is typed, as far as it can be read."""
        if self.typed:
            self._hand_over()

    def _lines(self) -> dict[str, tuple[QLineEdit, str]]:
        """The lines by the names of their fields, each with what is known."""
        return {
            "genre": (self.genre, self._shown.genre),
            "agency": (self.agency, self._shown.agency),
            "day": (self.day, shown(self._shown.day) if self._shown.day else ""),
        }

    def _show(self) -> None:
        for line, words in self._lines().values():
            if line.text() != words:
                line.setText(words)
            set_problem(line, False)

    def _take_back(self) -> None:
        self._show()
        self.left.emit()

    def _hand_over(self) -> None:
        day, is_read = self._read_day()
        set_problem(self.day, not is_read)
        if not is_read:
            return
        before = self._shown
        self._shown = Profile(" ".join(self.genre.text().split()), " ".join(self.agency.text().split()), day)
        self._show()
        if self._shown != before:
            self.changed.emit(self._shown)

    def _read_day(self) -> tuple[UncertainDate | None, bool]:
        typed = self.day.text().strip()
        if not typed or (self._shown.day and typed == shown(self._shown.day)):
            return (self._shown.day if typed else None), True
        day = read(typed, self._context)
        return day, day is not None


def _complete(line: QLineEdit, names: QStringListModel) -> None:
    completer = QCompleter(names, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
