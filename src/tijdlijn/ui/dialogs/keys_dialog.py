"""All keys on one sheet: those of the menus as the menus have them, and those of the timeline, found as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tijdlijn.language.matching import match, prepared, typed_words
from tijdlijn.ui import theme
from tijdlijn.ui.commands import MENUS
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.dossier_reader.keys import NUMBERS, READER_KEYS
from tijdlijn.ui.finding_mark import MARK_KEYS, MARK_TITLE
from tijdlijn.ui.presenter.keys import OTHER, STEPS
from tijdlijn.ui.presenter.keys import TITLE as PRESENTING_TITLE
from tijdlijn.ui.timeline_view.keys import CANVAS_KEYS
from tijdlijn.ui.widgets import column, plain_label, row, scrolled

CANVAS_TITLE = "In de tijdlijn"
READER_TITLE = "Bij het lezen van een dossier"
COLUMNS = 3

_NAMES = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Del": "Delete",
    "Ins": "Insert", "Esc": "Escape", "PgUp": "Page Up", "PgDown": "Page Down", "Space": "Spatie",
}  # fmt: skip

_Line = tuple[str, tuple[str, ...]]
_Group = tuple[str, tuple[_Line, ...]]


class KeysDialog(Sheet):
    """The keys in columns, by menu. What is typed above them leaves the lines that hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=1120)
        self.set_heading(self.tr("Toetsen"))
        self.setModal(False)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Zoek een toets of wat die doet"))
        self.line.setAccessibleName(self.tr("Zoeken in de toetsen"))
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.nothing = plain_label(self.tr("Geen toets gevonden. Probeer een ander woord."), "soft")
        self.nothing.hide()
        self._groups = [_Table(group) for group in _key_groups()]
        columns = QWidget()
        across = row(36)
        across.setContentsMargins(0, 0, 12, 0)
        for tables in _columns(self._groups):
            part = column(20)
            for table in tables:
                part.addWidget(table)
            part.addStretch(1)
            across.addLayout(part, 1)
        columns.setLayout(across)
        area = scrolled(columns)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Alle toetsen"))
        area.setMinimumHeight(min(columns.sizeHint().height(), 560))
        for part_ in (self.line, self.nothing, area):
            self.body.addWidget(part_)
        self.line.textChanged.connect(self._search)
        self.add_cancel(self.tr("Sluiten")).setDefault(True)
        self.line.setFocus()

    def _search(self, query: str) -> None:
        wanted = typed_words(query)
        found = [table.show_only(wanted) for table in self._groups]
        self.nothing.setVisible(not any(found))


class _Table(QWidget):
    """A group of keys under its name."""

    def __init__(self, group: _Group) -> None:
        super().__init__()
        self.title, self.lines = group
        self._parts: list[list[QLabel]] = []
        box = column(6)
        box.addWidget(plain_label(self.title, "heading"))
        for text, keys in self.lines:
            name, line = plain_label(text), row(4)
            labels = [plain_label(spoken(key), "key", wrap=False) for key in keys]
            name.setAccessibleName(f"{text}: {', '.join(label.text() for label in labels)}")
            line.addWidget(name, 1)
            for label in labels:
                line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            box.addLayout(line)
            self._parts.append([name, *labels])
        self.setLayout(box)

    @property
    def height_in_lines(self) -> float:
        """About how high it is: a long text or three keys take two lines."""
        return 2.5 + sum(
            1.7 if len(text) + sum(len(key) + 2 for key in keys) > 42 else 1.0 for text, keys in self.lines
        )

    def show_only(self, wanted: tuple[str, ...]) -> bool:
        """Show the lines that hold these words, in their text, their keys or the name of the group; whether any do."""
        found = []
        for (text, keys), labels in zip(self.lines, self._parts, strict=True):
            said = f"{text} {' '.join(map(spoken, keys))} {self.title}"
            found.append(match(prepared(said), wanted) is not None)
            for label in labels:
                label.setVisible(found[-1])
        self.setVisible(any(found))
        return any(found)


def spoken(keys: str) -> str:
    """A key as it stands on the keyboard: `Ctrl+Z`, `Alt+→`."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    parts = [*text[:-1].split("+"), "+"] if text.endswith("+") else text.split("+")
    return "+".join(_NAMES.get(part, part) for part in parts if part)


def _key_groups() -> list[_Group]:
    def tr(context: str, text: str) -> str:
        return QCoreApplication.translate(context, text).replace("&", "")

    own = tuple((tr("keys", text), tuple(keys)) for text, keys in CANVAS_KEYS)
    reader = [(tr("keys", text), tuple(keys)) for text, keys in READER_KEYS]
    reader.insert(-1, (tr("keys", NUMBERS[1]), NUMBERS[0]))
    marking = tuple((tr("keys", text), keys) for keys, text in MARK_KEYS)
    presenting = tuple((tr("keys", text), keys) for text, keys in (*((row[0], row[1]) for row in STEPS), *OTHER))
    found: list[_Group] = [(tr("keys", CANVAS_TITLE), own), (tr("keys", READER_TITLE), tuple(reader))]
    found.append((tr("keys", MARK_TITLE), marking))
    found.append((tr("keys", PRESENTING_TITLE), presenting))
    for title, commands in MENUS:
        lines = tuple((tr("commands", command.text).rstrip("…"), command.keys) for command in commands if command.keys)
        if lines:
            found.append((tr("commands", title), lines))
    return found


def _columns(tables: Sequence[_Table]) -> list[list[_Table]]:
    """In columns of about the same height, the highest groups placed first."""
    columns: list[list[_Table]] = [[] for _ in range(COLUMNS)]
    heights = [0.0] * COLUMNS
    for table in sorted(tables, key=lambda table: -table.height_in_lines):
        lowest = heights.index(min(heights))
        columns[lowest].append(table)
        heights[lowest] += table.height_in_lines
    return columns
