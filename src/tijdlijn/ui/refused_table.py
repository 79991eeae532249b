"""The rows of a table that cannot be taken, each with its column, what it says and what was expected; any number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tijdlijn.exchange.refusals import Refusal
from tijdlijn.ui.widgets import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHOWN = 120


class RefusedModel(QAbstractTableModel):
    """Refusals as a table; nothing is copied."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__()
        self._refusals = refusals
        self._headers = (self.tr("Tabel"), self.tr("Rij"), self.tr("Kolom"), self.tr("Waarde"), self.tr("Verwacht"))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._refusals)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self._refusals[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._refusals[index.row()].sentence)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def _text(self, refusal: Refusal, column: int) -> str:
        texts = refusal.table.name, str(refusal.row_number), refusal.column, refusal.value, refusal.expected
        return " ".join(texts[column][:_SHOWN].split())


class RefusedTable(QTableView):
    """Shows refusals; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Geweigerde rijen"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(150)

    def show_refusals(self, refusals: tuple[Refusal, ...]) -> None:
        """Show these; the last column takes the room that is left."""
        old = self.model()
        model = RefusedModel(refusals)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        for column, width in enumerate((110, 44, 90, 130)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
