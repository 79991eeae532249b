"""What the window shows while no casebook is open: how to begin, and the casebooks that were opened last.

It asks and does nothing itself; the list is read anew each time the page is shown.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tijdlijn.services import recent
from tijdlijn.ui import theme
from tijdlijn.ui.widgets import (
    ElidedLabel,
    IconButton,
    button,
    column,
    emptied,
    plain_label,
    primary_button,
    row,
    rule,
    scrolled,
)

WIDTH = 600


class StartPage(QWidget):
    """The page to begin on. `recent_asked` carries the path of a casebook in the list."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecentRow] = []
        self.new = primary_button(self.tr("Nieuw casusboek"))
        self.new.setIcon(theme.icon("plus", "on_accent"))
        self.open = button(self.tr("Openen…"), self.open_asked.emit, icon="folder")
        self.example = button(self.tr("Voorbeeld bekijken"), self.example_asked.emit, icon="example")
        self.empty = plain_label(
            self.tr(
                "Hier komen de casusboeken die u het laatst opende. Nieuw met tijdlijn? Bekijk eerst het voorbeeld: "
                "een verzonnen gezin, met alles erop en eraan."
            ),
            "soft",
        )
        self._list = column(2)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the list of recent casebooks again."""
        emptied(self._list)
        self.rows = [self._row(path) for path in recent.files()]
        for made in self.rows:
            self._list.addWidget(made)
        self.empty.setVisible(not self.rows)

    def _build(self) -> None:
        self.new.clicked.connect(lambda _=False: self.new_asked.emit())
        page = column(8)
        page.addWidget(plain_label(self.tr("tijdlijn"), "display"))
        page.addWidget(
            plain_label(self.tr("Het leven van een gezin op één lijn, van de eerste hulpvraag tot nu."), "soft")
        )
        page.addSpacing(20)
        page.addLayout(self._begin())
        page.addSpacing(28)
        page.addWidget(plain_label(self.tr("Laatst geopend"), "heading"))
        page.addWidget(self.empty)
        page.addLayout(self._list)
        page.addStretch(1)
        page.addWidget(rule())
        page.addLayout(self._promise())
        self._place(page)

    def _begin(self) -> QVBoxLayout:
        buttons = row(8)
        for made in (self.new, self.open, self.example):
            made.setMinimumHeight(36)
            buttons.addWidget(made)
        buttons.addStretch(1)
        box = column(0)
        box.addLayout(buttons)
        return box

    def _promise(self) -> QVBoxLayout:
        line = row(8)
        lock = plain_label(wrap=False)
        lock.setPixmap(theme.icon("lock").pixmap(QSize(16, 16)))
        self._lock = lock
        line.addWidget(lock)
        line.addWidget(
            plain_label(
                self.tr(
                    "Alles blijft op deze computer. Een casusboek is een versleuteld bestand, en er gaat niets over "
                    "internet."
                ),
                "small",
            ),
            1,
        )
        box = column(8)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(line)
        return box

    def _place(self, page: QVBoxLayout) -> None:
        """The page in the middle, scrolling when the window is low."""
        held = QWidget()
        held.setMaximumWidth(WIDTH)
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        held.setLayout(page)
        around = QWidget()
        across = row(0)
        across.setContentsMargins(32, 72, 32, 24)
        across.addStretch(1)
        across.addWidget(held, 10)
        across.addStretch(1)
        around.setLayout(across)
        layout = column(0)
        layout.addWidget(scrolled(around))
        self.setLayout(layout)

    def _row(self, path: Path) -> RecentRow:
        made = RecentRow(path)
        made.chosen.connect(self.recent_asked)
        made.forgotten.connect(self._forget)
        made.moved.connect(self._move)
        return made

    def _forget(self, path: Path) -> None:
        recent.forget(path)
        self.refresh()
        self.new.setFocus()

    def _move(self, made: QWidget, step: int) -> None:
        places = [id(other) for other in self.rows]
        place = places.index(id(made)) + step
        if 0 <= place < len(self.rows):
            self.rows[place].open.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


class RecentRow(QFrame):
    """One casebook of the list: its name, the folder it is in, and a cross that takes it off the list."""

    chosen = Signal(Path)
    forgotten = Signal(Path)
    moved = Signal(QWidget, int)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        is_there = path.exists()
        folder = shortened(path.parent)
        self.setProperty("role", "plain")
        self.open = QPushButton()
        self.open.setProperty("role", "row")
        self.open.setAccessibleName(path.stem)
        self.open.setAccessibleDescription(folder)
        self.open.setMinimumHeight(52)
        inner = row(12)
        inner.setContentsMargins(12, 6, 12, 6)
        picture = plain_label(wrap=False)
        picture.setPixmap(theme.icon("casebook").pixmap(QSize(20, 20)))
        inner.addWidget(picture)
        words = column(0)
        words.addWidget(ElidedLabel(path.stem, "strong" if is_there else "soft", middle=True))
        detail = folder if is_there else self.tr("niet gevonden · {0}").format(folder)
        words.addWidget(ElidedLabel(detail, "small", middle=True))
        inner.addLayout(words, 1)
        for label in self.open.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.open.setLayout(inner)
        self.forget = IconButton("close", self.tr("Uit deze lijst halen"), lambda: self.forgotten.emit(path))
        self.open.clicked.connect(lambda _=False: self.chosen.emit(path))
        layout = row(4)
        layout.addWidget(self.open, 1)
        layout.addWidget(self.forget)
        self.setLayout(layout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self.path)
        else:
            super().keyPressEvent(event)


def shortened(folder: Path) -> str:
    """A folder as people say it: from their own folder on with `~`."""
    try:
        below = folder.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(folder)
    return str(Path("~") / below)
