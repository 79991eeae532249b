"""The families of a series as a table: a row each, the chosen figures beside each other, sorted by any of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tijdlijn.analysis.series import Family
from tijdlijn.analysis.series_columns import Column
from tijdlijn.analysis.series_summary import Series
from tijdlijn.analysis.series_words import cell_words, genders
from tijdlijn.ui.widgets import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SORTED = Qt.ItemDataRole.UserRole
"""By what a cell is sorted: a figure by its least and then its most, one that is not known first."""
BEFORE = 2
"""The name of the family and its children stand before the figures."""


class SeriesModel(QAbstractTableModel):
    """The rows of the families."""

    def __init__(self) -> None:
        super().__init__()
        self.families: tuple[Family, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.recognisable: frozenset[int] = frozenset()

    def show_series(self, series: Series, columns: Sequence[Column]) -> None:
        """Show these figures of these families and nothing else."""
        self.beginResetModel()
        self.families, self.columns = series.families, tuple(columns)
        self.recognisable = series.recognisable
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.families)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else BEFORE + len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        family, at = self.families[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(family, at)
        if role == SORTED:
            return self._sorted(family, at)
        if role == Qt.ItemDataRole.TextAlignmentRole and at >= BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and not at and family.number in self.recognisable:
            return plain_tip(self.tr("Deze rij kan een gezin herkenbaar maken voor wie het kent."))
        return None

    def _words(self, family: Family, at: int) -> str:
        if at >= BEFORE:
            return cell_words(self.columns[at - BEFORE], family)
        return genders(family) if at else family.name

    def _sorted(self, family: Family, at: int) -> Any:
        if at < BEFORE:
            return (len(family.children), genders(family)) if at else (family.number,)
        return self.columns[at - BEFORE].figures(family)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < BEFORE:
            words = (self.tr("gezin"), self.tr("jeugdigen"))[section]
            return words if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section - BEFORE]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.short
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain_tip(f"{column.label}\n{column.rule}")
        return None


class _Order(QSortFilterProxyModel):
    def lessThan(self, left: _Index, right: _Index) -> bool:
        return bool(left.data(SORTED) < right.data(SORTED))


class SeriesTable(QTableView):
    """Shows the rows; Tab leaves it, a press on a head sorts by it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = SeriesModel()
        self.rows.setParent(self)
        order = _Order(self)
        order.setSourceModel(self.rows)
        self.setModel(order)
        self.setAccessibleName(self.tr("De gezinnen en hun cijfers"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(30)
        self.horizontalHeader().setHighlightSections(False)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def show_series(self, series: Series, columns: Sequence[Column]) -> None:
        """Show these figures of these families, sorted as they were where that column is still there."""
        self.rows.show_series(series, columns)
        if self.horizontalHeader().sortIndicatorSection() >= self.rows.columnCount():
            self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.resizeColumnsToContents()
