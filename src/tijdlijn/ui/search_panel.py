"""The search panel: results while one types, in time order; the timeline lets what was found stand out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget, QWidget

from tijdlijn.layout.search import SearchIndex
from tijdlijn.ui import theme
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.empty_state import EmptyState
from tijdlijn.ui.search_rows import ID, FoundDelegate, FoundModel
from tijdlijn.ui.widgets import PANEL_WIDTH, column, plain_label

_WALKS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
}


class SearchPanel(QWidget):
    """Searches everything an entry says. `found` carries the ids, or None when nothing is being searched."""

    found = Signal(object)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._index: SearchIndex | None = None
        self.field = QLineEdit()
        self.count = plain_label("", "small")
        self.model = FoundModel(self)
        self.list = QListView()
        self.nothing = EmptyState("search", "", "")
        self.pages = QStackedWidget()
        self._build()
        self.field.textChanged.connect(lambda _: self._search())
        self.field.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._go(index))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        controller.case_changed.connect(self._case_changed)
        controller.selection_changed.connect(self._selected)
        self._search()

    def _build(self) -> None:
        layout = column(8)
        layout.setContentsMargins(12, 12, 12, 12)
        for widget in (self.field, self.count, self.pages):
            layout.addWidget(widget)
        self.setLayout(layout)
        self.field.setPlaceholderText(self.tr("Zoek in titels, toelichting, namen en bronnen"))
        self.field.setAccessibleName(self.tr("Zoeken"))
        self.field.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Gevonden regels"))
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.nothing)
        self.setMinimumWidth(PANEL_WIDTH)

    def start(self) -> None:
        """Go to the field, with what stands in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the results while the field has the keys; Escape clears it."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _WALKS:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(-_WALKS[key] if back else _WALKS[key])
                return True
            if key is Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if not rows:
            return
        here = self.list.currentIndex().row()
        if abs(by) == 1:
            row = (here + by) % rows if here >= 0 else (0 if by > 0 else rows - 1)
        else:
            row = min(max(here + by, 0), rows - 1)
        self.list.setCurrentIndex(self.model.index(row))

    def _case_changed(self) -> None:
        self._index = None
        if self.field.text().strip():
            self._search()

    def _search(self) -> None:
        query = self.field.text().strip()
        case = self._controller.case
        if query and self._index is None:
            self._index = SearchIndex(case)
        ids = self._index.find(query) if query and self._index else ()
        self.model.show(case, ids, query)
        self._selected()
        self._tell(query, len(ids), len(case.entries))
        self.found.emit(ids if query else None)

    def _tell(self, query: str, found: int, total: int) -> None:
        self.count.setVisible(bool(found))
        self.count.setText(self.tr("{0} van {1} regels").format(found, total))
        self.pages.setCurrentWidget(self.list if found else self.nothing)
        if not query:
            self.nothing.say(self.tr("Zoek in de hele tijdlijn"), self.tr("Het begin van een woord is genoeg."))
        elif not found:
            told = self.tr("Geen van de {0} regels heeft al deze woorden. Probeer er minder, of een korter begin.")
            self.nothing.say(self.tr("Niets gevonden"), told.format(total))

    def _selected(self) -> None:
        """Show where the selected entry stands among what was found, without going there."""
        selection = self._controller.selection
        row = self.model.row_of(selection[0]) if len(selection) == 1 else -1
        chosen = self.list.selectionModel()
        chosen.blockSignals(True)
        if row >= 0:
            chosen.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            chosen.clear()
        chosen.blockSignals(False)
        if row >= 0:
            self.list.scrollTo(self.model.index(row))
        self.list.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self._controller.select([index.data(ID)], reveal=True)
