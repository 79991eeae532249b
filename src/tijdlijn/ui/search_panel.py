"""The search panel: results while one types, in time order; the timeline lets what was found stand out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.search import SearchIndex
from tijdlijn.ui.controller import CaseController

MOST = 500
"""Results that are listed; the count tells of the rest."""


class SearchPanel(QWidget):
    """Searches everything an entry says. `found` carries the ids, or None when nothing is being searched."""

    found = Signal(object)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._index: SearchIndex | None = None
        self.field = QLineEdit(self)
        self.count = QLabel(self)
        self.list = QListWidget(self)
        self._build()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.currentItemChanged.connect(lambda item, _: self._go(item))
        self.list.itemClicked.connect(self._go)
        controller.case_changed.connect(self._case_changed)
        self._search()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self.field, self.count, self.list):
            layout.addWidget(widget)
        self.field.setPlaceholderText(self.tr("Zoek in titels, toelichting, namen en bronnen"))
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("Zoeken"))
        self.count.setProperty("role", "small")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Gevonden regels"))
        self.setMinimumWidth(240)

    def start(self) -> None:
        """Go to the field, with what stands in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the results while the field has the keys; Escape clears it."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def _case_changed(self) -> None:
        self._index = None
        if self.field.text().strip():
            self._search()

    def _search(self) -> None:
        words = self.field.text().strip()
        self.list.blockSignals(True)
        self.list.clear()
        if not words:
            self.count.setText(self.tr("Typ een of meer woorden; een begin van een woord is genoeg."))
            self.found.emit(None)
        else:
            self._show(words)
        self.list.blockSignals(False)

    def _show(self, words: str) -> None:
        case = self._controller.case
        if self._index is None:
            self._index = SearchIndex(case)
        ids = self._index.find(words)
        for id_ in ids[:MOST]:
            entry = case.entries_by_id[id_]
            item = QListWidgetItem(f"{shown(entry.date)} · {entry.kind.label}\n{title_of(entry)}")
            item.setData(Qt.ItemDataRole.UserRole, id_)
            self.list.addItem(item)
        total = len(case.entries)
        text = self.tr("{0} van {1} regels gevonden").format(len(ids), total)
        if len(ids) > MOST:
            text += self.tr(", de eerste {0} staan hieronder").format(MOST)
        self.count.setText(text if ids else self.tr("Niets gevonden in {0} regels.").format(total))
        self.found.emit(ids)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._controller.select([item.data(Qt.ItemDataRole.UserRole)], reveal=True)
