"""A table of many rows that are only read; nothing is copied and nothing is made for a row out of view.

The rule: a column says what stands in it, a row is whatever it says it of. Every text is shown as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tijdlijn.ui.widgets import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Column(Generic[_R]):
    """A column: its heading, what it says of a row, its width in points (none takes the room that is left), and the
    tip of a cell."""

    heading: str
    text: Callable[[_R], str]
    width: int | None
    tip: Callable[[_R], str] | None = None
    is_number: bool = False


class PlainModel(QAbstractTableModel, Generic[_R]):
    """The rows that are shown."""

    def __init__(self, columns: Sequence[Column[_R]]) -> None:
        super().__init__()
        self.rows: tuple[_R, ...] = ()
        self._columns = tuple(columns)

    def show_rows(self, rows: tuple[_R, ...]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return plain_tip(column.tip(row))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section].heading
        return None


class PlainTable(QTableView, Generic[_R]):
    """Shows such rows; Tab leaves it."""

    def __init__(self, name: str, columns: Sequence[Column[_R]], row_height: int) -> None:
        super().__init__()
        self.shown = PlainModel(columns)
        self.shown.setParent(self)
        self.setModel(self.shown)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, column in enumerate(columns):
            if column.width is None:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(at, column.width)
