"""What the window shows while no casebook is open: how to begin, and the casebooks that were opened last.

It asks and does nothing itself; the list is read anew each time the page is shown.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tijdlijn.services import recent
from tijdlijn.ui import theme
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.widgets import (
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
        self._lock = plain_label(wrap=False)
        self._lock.setPixmap(theme.pixmap("lock", 16, theme.palette().soft))
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
        page.addSpacing(32)
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
            buttons.addWidget(made)
        buttons.addStretch(1)
        box = column(0)
        box.addLayout(buttons)
        return box

    def _promise(self) -> QVBoxLayout:
        line = row(8)
        line.addWidget(self._lock)
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

    def _move(self, step: int) -> None:
        step_focus(self.rows, step)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._lock.setPixmap(theme.pixmap("lock", 16, theme.palette().soft))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


class RecentRow(ListRow):
    """One casebook of the list: its name, the folder it is in, and a cross that takes it off the list."""

    chosen = Signal(Path)
    forgotten = Signal(Path)

    def __init__(self, path: Path) -> None:
        super().__init__(icon="casebook")
        self.path = path
        folder = shortened(path.parent)
        there = path.exists()
        self.show_words(path.stem, folder if there else self.tr("niet gevonden · {0}").format(folder), faint=not there)
        self.forget = self.add_action("close", self.tr("Uit deze lijst halen"), lambda: self.forgotten.emit(path))
        self.clicked.connect(lambda _=False: self.chosen.emit(path))
        self.deleted.connect(lambda: self.forgotten.emit(path))


def shortened(folder: Path) -> str:
    """A folder as people say it: from their own folder on with `~`."""
    try:
        below = folder.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(folder)
    return str(Path("~") / below)
