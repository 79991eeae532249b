"""The parts of the costs of one scenario as a table: by year, payer, party and kind, each with a bar.

The rule: the figures and the bars are those of paper (`telling_costs`, `layout.cost_bars`). A row that names a table
has nothing but its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.telling_costs import Parts
from tijdlijn.language.money_nl import whole_range
from tijdlijn.layout.cost_bars import bar
from tijdlijn.render_qt.painter import Painter
from tijdlijn.ui import theme
from tijdlijn.ui.widgets import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, AMOUNT, BAR = range(3)
ROW_HEIGHT, BAR_HEIGHT = 27, 11.0
FIGURE = int(Qt.ItemDataRole.UserRole)
"""The role that has the figure of a row, and the most of its table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name, its figure in whole euros and the most of its table. Without a figure it names a table."""

    name: str
    figure: Range | None = None
    most: int = 0
    note: str = ""


class CostModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_parts(self, tables: Sequence[Parts]) -> None:
        """Show these tables below each other."""
        self.beginResetModel()
        self.rows = tuple(row for parts in tables for row in self._rows(parts))
        self.endResetModel()

    def _rows(self, parts: Parts) -> list[Row]:
        most = max((part.euros[1] for part in parts.rows), default=0)
        apart = "" if parts.adds_up else self.tr("wat in twee jaren kan vallen, staat in het hoogste bedrag van beide")
        return [Row(parts.title, note=apart), *(Row(part.name, part.euros, most) for part in parts.rows)]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.FontRole and row.figure is None and column == NAME:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return plain_tip(row.name)
        if role == FIGURE and row.figure is not None:
            return row.figure, row.most
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == NAME:
            return row.name
        if column == AMOUNT:
            return whole_range(row.figure) if row.figure else ""
        return row.note


class _Bars(QStyledItemDelegate):
    """Paints the bar of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        told = index.data(FIGURE)
        if told is None:
            return
        figure, most = told
        place = option.rect
        items = bar(figure, most, place.width() - 16.0, BAR_HEIGHT)
        painter.save()
        painter.translate(place.x() + 8.0, place.y() + (place.height() - BAR_HEIGHT) / 2)
        Painter(theme.canvas_theme()).paint(painter, items)
        painter.restore()


class CostTable(QTableView):
    """Shows the parts; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.costs = CostModel()
        self.costs.setParent(self)
        self.setModel(self.costs)
        self.setAccessibleName(self.tr("Kosten per jaar, betaler, partij en soort"))
        self.setItemDelegateForColumn(BAR, _Bars(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(AMOUNT, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(NAME, 220)
        self.setColumnWidth(AMOUNT, 150)

    def show_parts(self, tables: Sequence[Parts]) -> None:
        """Show these tables below each other."""
        self.clearSpans()
        self.costs.show_parts(tables)
