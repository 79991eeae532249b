"""The parts of what is printed: which of them, in what order. Ticked and moved with keys or buttons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tijdlijn.ui.widgets import IconButton, column, plain_label, row

_ID = Qt.ItemDataRole.UserRole
_ROW = 26


class PartsList(QListWidget):
    """Parts with ticks. Space ticks, Alt with an arrow moves; `chosen` comes when either happened."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Spatie kiest, Alt met pijl omhoog of omlaag verplaatst"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._told: tuple[str, ...] = ()
        self.itemChanged.connect(lambda _: self._tell())
        self.model().rowsMoved.connect(lambda *_: self._tell())

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are ticked, in their order."""
        items = [self.item(number) for number in range(self.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def set_parts(self, names: Mapping[str, str], parts: Iterable[str]) -> None:
        """Show all that `names` names: `parts` ticked and first, in their order."""
        ticked = [part for part in parts if part in names]
        at = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for part in (*ticked, *(part for part in names if part not in ticked)):
            item = QListWidgetItem(names[part])
            item.setData(_ID, part)
            item.setSizeHint(QSize(0, _ROW))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if part in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(max(at, 0))
        self.blockSignals(False)
        self.setFixedHeight(_ROW * self.count() + 2 * self.frameWidth() + 2)
        self._told = self.parts

    def shift(self, by: int) -> None:
        """Move the part that has the keys up or down."""
        at = self.currentRow()
        to = at + by
        if at < 0 or not 0 <= to < self.count():
            return
        self.blockSignals(True)
        item = self.takeItem(at)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self.blockSignals(False)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(way)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.parts != self._told:
            self._told = self.parts
            self.chosen.emit()


class PartsChooser(QWidget):
    """The list of parts with its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.list = PartsList(self.tr("Onderdelen"))
        self.up = IconButton("chevron-up", self.tr("Onderdeel omhoog (Alt+pijl omhoog)"), lambda: self.list.shift(-1))
        self.down = IconButton(
            "chevron-down", self.tr("Onderdeel omlaag (Alt+pijl omlaag)"), lambda: self.list.shift(1)
        )
        head = row(4)
        head.addWidget(plain_label(self.tr("Onderdelen"), "strong"), 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        layout = column(4)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.setLayout(layout)
