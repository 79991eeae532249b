"""The rows of the audit log as a table; any number, nothing is copied and nothing is made for a row out of view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tijdlijn.services.logbook import Row
from tijdlijn.ui.widgets import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WHAT = 3
_WIDTHS = (176, 110, 120, 0, 110, 104)


class LogModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._headers = (
            self.tr("Wanneer"),
            self.tr("Wie"),
            self.tr("Apparaat"),
            self.tr("Wat"),
            self.tr("Casus"),
            self.tr("Resultaat"),
        )

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (row.when, row.who, row.device, row.what, row.case, row.result)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            told = self.tr("controlegetal (SHA-256) {0}").format(row.checksum) if row.checksum else ""
            return plain_tip("\n".join(filter(None, (row.what, told))))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None


class LogTable(QTableView):
    """Shows the log; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.log = LogModel()
        self.log.setParent(self)
        self.setModel(self.log)
        self.setAccessibleName(self.tr("Regels van het logboek"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            if column == WHAT:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(column, width)
