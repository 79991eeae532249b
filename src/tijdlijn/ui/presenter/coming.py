"""What comes next in the story, for the presenter only."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.ui.presenter.show import Show
from tijdlijn.ui.row_list import Row, RowList

AHEAD = 40
"""How many steps are listed at most."""


class Coming(RowList):
    """The entry that is told and those after it; a click or Enter goes there."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.setAccessibleName(self.tr("Wat er komt"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setUniformItemSizes(False)
        self.activated.connect(self._go)
        self.clicked.connect(self._go)
        show.stepped.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """List them anew."""
        story, case, at = self._show.story, self._show.controller.case, self._show.at
        rows: list[Row] = []
        first = max(at, 0)
        for number in range(first, min(first + AHEAD, len(story.steps))):
            step = story.steps[number]
            entry = case.entries_by_id.get(step.entry_id)
            if entry is None:
                continue
            sign = "◆ " if entry.schakelmoment else "■ " if step.is_stop else ""
            rows.append(Row(f"{shown(entry.date)}\n{sign}{title_of(entry)}", number, is_bold=number == at))
        self.show_rows(rows)

    def _go(self, index: QModelIndex) -> None:
        self._show.go(int(self.value_at(index.row())))
