"""The list at the left of an import: each table, and what there is to look at before it is taken in.

The rule: a table has a tick, which says whether it takes part; all else only leads to its page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tijdlijn.ui.dialogs.import_mapping import TablePage
from tijdlijn.ui.widgets import plain_tip, row

PARTS_WIDTH, PARTS_HEIGHT, LEAST_PARTS = 236, 512, 320
_PAGE = Qt.ItemDataRole.UserRole
_LINE = 44


class FoundArea(QWidget):
    """The tables beside what was found in them: gives way when there is much to say and little room on the screen."""

    def __init__(self, parts: PartsList, pages: QWidget) -> None:
        super().__init__()
        self.setMinimumHeight(LEAST_PARTS)
        self.setMaximumHeight(PARTS_HEIGHT)
        layout = row(18)
        layout.setContentsMargins(0, 0, 0, 0)
        parts.setFixedWidth(PARTS_WIDTH)
        layout.addWidget(parts)
        layout.addWidget(pages, 1)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), PARTS_HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return False


class PartsList(QListWidget):
    """Tells which page is `chosen`, and when a table is `toggled` in or out."""

    chosen = Signal(QWidget)
    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Tabellen en wat er te kiezen is"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told: dict[QWidget, str] = {}
        self.currentItemChanged.connect(self._go)
        self.itemChanged.connect(self._changed)

    def show_tables(self, pages: Sequence[TablePage]) -> None:
        """Show these tables and nothing else, the first chosen."""
        off = {item.text().partition("\n")[0] for item in self._items() if _is_off(item)}
        self.blockSignals(True)
        self.clear()
        for page in pages:
            item = self._add(page, page.table.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if page.table.name in off else Qt.CheckState.Checked)
        self.blockSignals(False)
        self.setCurrentRow(0)

    def tell(self, page: TablePage, told: str) -> None:
        """Say below the name of a table what comes of it."""
        item = self._item(page)
        if item is not None:
            self.blockSignals(True)
            item.setText(f"{page.table.name}\n{told}")
            item.setToolTip(plain_tip(f"{page.table.name}\n{told}"))
            self.blockSignals(False)

    def show_part(self, page: QWidget, name: str, count: int, *, always: bool = False, warns: bool = False) -> None:
        """Show a part with how much there is in it; without anything it is not in the list."""
        item = self._item(page)
        if not count and not always:
            if item is not None:
                self.takeItem(self.row(item))
            return
        item = item or self._add(page, name)
        self.blockSignals(True)
        item.setText(f"{name} ({count})")
        item.setSizeHint(QSize(0, _LINE - 10))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self.tr("let op") if warns else "")
        self.blockSignals(False)

    def settle(self) -> None:
        """Stand on something."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def go_to(self, page: QWidget) -> None:
        """Choose a page."""
        item = self._item(page)
        if item is not None:
            self.setCurrentItem(item)

    def is_used(self, page: TablePage) -> bool:
        """Whether a table takes part."""
        item = self._item(page)
        return item is not None and not _is_off(item)

    def _add(self, page: QWidget, name: str) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setData(_PAGE, page)
        item.setSizeHint(QSize(0, _LINE))
        self.addItem(item)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def _item(self, page: QWidget) -> QListWidgetItem | None:
        return next((item for item in self._items() if item.data(_PAGE) is page), None)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_PAGE))

    def _changed(self, _: QListWidgetItem) -> None:
        self.toggled.emit()


def _is_off(item: QListWidgetItem) -> bool:
    checkable = bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
    return checkable and item.checkState() is Qt.CheckState.Unchecked
