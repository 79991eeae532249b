"""A list of rows of text over a model of Python's own.

The rule: no `QListWidget` where a list is made anew again and again. Its items are objects of C++ and of Python at
once, and its signals hand over items that it is deleting; under PySide 6.11 that ended the program after some hundreds
of times (docs/reliability.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

VALUE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its words, what it stands for, whether it can be ticked and is, and whether its words are bold."""

    text: str
    value: Any = None
    is_ticked: bool | None = None
    is_bold: bool = False


class _Rows(QAbstractListModel):
    """The rows. `ticked` says which row its user ticked or not."""

    ticked = Signal(int, bool)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.rows: tuple[Row, ...] = ()
        self._view = view

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == VALUE:
            return row.value
        if role == Qt.ItemDataRole.FontRole and row.is_bold:
            font = self._view.font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.CheckStateRole and row.is_ticked is not None:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_tick = 0 <= index.row() < len(self.rows) and self.rows[index.row()].is_ticked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        place, is_ticked = index.row(), Qt.CheckState(value) is Qt.CheckState.Checked
        rows = list(self.rows)
        rows[place] = replace(rows[place], is_ticked=is_ticked)
        self.rows = tuple(rows)
        self.dataChanged.emit(self.index(place), self.index(place))
        self.ticked.emit(place, is_ticked)
        return True


class RowList(QListView):
    """The list. `moved` comes when another row is the current one, `ticked` as its user ticks a row."""

    moved = Signal()
    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model.ticked.connect(self.ticked)
        self.selectionModel().currentChanged.connect(self.moved)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row], current: int = -1) -> None:
        """Show these in the place of what there is, with one of them as the current one; with -1 none is."""
        self._model.show_rows(rows)
        self.setCurrentRow(current)

    def tick(self, place: int, is_ticked: bool) -> None:
        """Tick a row or not, as its user does."""
        state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        self._model.setData(self._model.index(place), state, Qt.ItemDataRole.CheckStateRole)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def currentRow(self) -> int:
        """The place of the current row, -1 when there is none."""
        return self.currentIndex().row()

    def setCurrentRow(self, place: int) -> None:
        """Make a row the current one; none when there is no such place."""
        self.setCurrentIndex(self._model.index(place) if 0 <= place < self.count() else NOTHING)

    def value_at(self, place: int) -> Any:
        """What the row at a place stands for, None when there is no such row."""
        return self.rows[place].value if 0 <= place < self.count() else None

    def box_of(self, place: int) -> QRect:
        """Where the row at a place stands, in the list's viewport."""
        return self.visualRect(self._model.index(place))
