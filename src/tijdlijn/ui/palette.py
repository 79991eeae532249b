"""The palette (Ctrl+K): one line at the top of the window that finds every command, day, entry, name and finding.

The rule: it is no window and holds nothing back. It goes away as soon as the keys go elsewhere, and gives them back
to where they were before what was chosen is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QWidget,
)

from tijdlijn.ui import theme
from tijdlijn.ui.palette_offers import Offer, Offers
from tijdlijn.ui.palette_rows import HEIGHT, OFFER, OfferDelegate, OfferModel, spoken_offer
from tijdlijn.ui.timeline_view.accessible import announce
from tijdlijn.ui.widgets import column, plain_label

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow

WIDTH = 680
TOP = 46
ROWS = 10
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS,
    Qt.Key.Key_PageUp: -ROWS,
}


class CommandPalette(QFrame):
    """The palette of a window, hidden until it is asked for."""

    def __init__(self, window: MainWindow, offers: Offers) -> None:
        super().__init__(window)
        self._window = window
        self._offers = offers
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.model = OfferModel(self)
        self.list = QListView()
        self.nothing = plain_label("", "soft")
        self._build()
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)
        self._search("")

    def _build(self) -> None:
        self.setProperty("role", "palette")
        self.setAccessibleName(self.tr("Zoeken en doen"))
        self.line.setProperty("role", "palette")
        self.line.setPlaceholderText(self.tr("Zoek een opdracht, een datum, een regel of een naam"))
        self.line.setAccessibleName(self.tr("Zoeken en doen"))
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self.model)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "offers")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Wat er te kiezen is"))
        self.nothing.setContentsMargins(16, 12, 16, 16)
        layout = column(0)
        for part in (self.line, self.list, self.nothing):
            layout.addWidget(part)
        self.setLayout(layout)
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(36)
        shade.setOffset(0, 8)
        shade.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shade)
        self.hide()

    def ask(self) -> None:
        """Show the palette, empty, with the keys in its line."""
        self._before = QApplication.focusWidget()
        self.line.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide it, and give the keys back to where they were."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def current(self) -> Offer | None:
        """What Enter chooses."""
        index = self.list.currentIndex()
        offer: Offer | None = index.data(OFFER) if index.isValid() else None
        return offer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the rows and Enter chooses while the line has the keys; it stays in its place."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key is Qt.Key.Key_Escape:
            self.leave()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            here = self.list.currentIndex().row()
            row = (here + by) % rows if abs(by) == 1 else min(max(here + by, 0), rows - 1)
            self.list.setCurrentIndex(self.model.index(row))
            self._tell()

    def _search(self, query: str) -> None:
        offers = self._offers.find(query)
        self.model.show(offers)
        self.list.setVisible(bool(offers))
        self.nothing.setVisible(not offers)
        self.nothing.setText(self.tr("Niets gevonden voor ‘{0}’. Probeer minder woorden.").format(query.strip()))
        if offers:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        self._place()
        self._tell()

    def _choose(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(OFFER) if index.isValid() else None
        if offer is None or offer.lacks:
            return
        self._offers.remember(offer)
        self.leave()
        offer.act()

    def _tell(self) -> None:
        """A screen reader reads the row, though the keys stay in the line."""
        offer = self.current()
        if offer is not None and self.isVisible():
            announce(self.line, spoken_offer(offer))

    def _place(self) -> None:
        width = min(WIDTH, self._window.width() - 48)
        room = self._window.height() - TOP - self.line.sizeHint().height() - 60
        rows = min(self.model.rowCount(), ROWS, max(room // HEIGHT, 3))
        self.list.setFixedHeight(rows * HEIGHT + 10)
        self.setGeometry((self._window.width() - width) // 2, TOP, width, self.sizeHint().height())

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self.line:
            self._before = None
            self.leave()
