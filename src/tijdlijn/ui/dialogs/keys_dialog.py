"""All keys on one sheet: those of the menus as the menus have them, and those of the picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tijdlijn.ui.commands import MENUS
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.timeline_view.keys import CANVAS_KEYS
from tijdlijn.ui.widgets import column, plain_label, row, scrolled

CANVAS_TITLE = "In de tijdlijn"
_NAMES = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Del": "Delete",
    "PgUp": "Page Up", "PgDown": "Page Down",
}  # fmt: skip

_Group = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]


class KeysDialog(Sheet):
    """The keys in two columns, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=880)
        self.set_heading(self.tr("Toetsen"))
        self.setModal(False)
        columns = QWidget()
        across = row(40)
        across.setContentsMargins(0, 0, 12, 0)
        for groups in _two_columns(_groups()):
            part = column(24)
            for group in groups:
                part.addLayout(_table(group))
            part.addStretch(1)
            across.addLayout(part, 1)
        columns.setLayout(across)
        area = scrolled(columns)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setMinimumHeight(min(columns.sizeHint().height(), 540))
        self.body.addWidget(area)
        self.add_cancel(self.tr("Sluiten")).setDefault(True)


def spoken(keys: str) -> str:
    """A key as it stands on the keyboard: `Ctrl+Z`, `Alt+→`."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    parts = [*text[:-1].split("+"), "+"] if text.endswith("+") else text.split("+")
    return "+".join(_NAMES.get(part, part) for part in parts if part)


def _groups() -> list[_Group]:
    def tr(context: str, text: str) -> str:
        return QCoreApplication.translate(context, text).replace("&", "")

    found: list[_Group] = []
    for title, commands in MENUS:
        lines = tuple((tr("commands", command.text).rstrip("…"), command.keys) for command in commands if command.keys)
        if lines:
            found.append((tr("commands", title), lines))
    found.append((tr("keys", CANVAS_TITLE), tuple((tr("keys", text), tuple(keys)) for text, keys in CANVAS_KEYS)))
    return found


def _two_columns(groups: list[_Group]) -> tuple[list[_Group], list[_Group]]:
    """In order, broken where both columns are about as high."""
    heights = [len(lines) + 2 for _, lines in groups]
    best = min(range(1, len(groups)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return groups[:best], groups[best:]


def _table(group: _Group) -> QVBoxLayout:
    title, lines = group
    box = column(8)
    box.addWidget(plain_label(title, "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for at, (text, keys) in enumerate(lines):
        grid.addWidget(plain_label(text), at, 0)
        caps = row(4)
        for key in keys:
            caps.addWidget(plain_label(spoken(key), "key", wrap=False))
        grid.addLayout(caps, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    box.addLayout(grid)
    return box
