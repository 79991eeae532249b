"""The page on which names that nobody registered are looked through, over the dialog that is about to let them out.

The rule: it lies over the whole dialog and keeps the keys to itself, so that nothing leaves before it is done; Escape
goes back and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from tijdlijn.language.unregistered import Suspect
from tijdlijn.model.people import LooseName
from tijdlijn.ui.names.name_rows import NameRows
from tijdlijn.ui.widgets import button, column, plain_label, primary_button, quiet_button, row

WIDEST = 960
"""Of the page, so that what is decided about a name stands near it."""


class NamesReview(QFrame):
    """The page. `done` comes when its user agrees with what `rows` say, `left` when not."""

    done = Signal()
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "page")
        self.setAutoFillBackground(True)
        self._over = over
        self._had_keys: QWidget | None = None
        self.heading = plain_label("", "title")
        self.lead = plain_label("", "soft")
        self.rows = NameRows()
        self.all_on = quiet_button(self.tr("Alles vervangen"))
        self.all_off = quiet_button(self.tr("Alles laten staan"))
        self.back = button(self.tr("Terug"), self._leave)
        self.ok = primary_button("")
        self._build()
        over.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        self.all_on.clicked.connect(lambda _=False: self.rows.hide_all(True))
        self.all_off.clicked.connect(lambda _=False: self.rows.hide_all(False))
        self.ok.clicked.connect(lambda _=False: self._agree())
        below = row(8)
        for quiet in (self.all_on, self.all_off):
            below.addWidget(quiet)
        below.addStretch(1)
        for each in (self.back, self.ok):
            below.addWidget(each)
        page, inner, middle = QWidget(), column(12), row(0)
        for widget in (self.heading, self.lead):
            inner.addWidget(widget)
        inner.addWidget(self.rows, 1)
        inner.addLayout(below)
        page.setLayout(inner)
        page.setMaximumWidth(WIDEST)
        middle.setContentsMargins(28, 24, 28, 24)
        middle.addWidget(page)
        self.setLayout(middle)

    def ask(self, suspects: Iterable[Suspect], decided: Iterable[LooseName], lead: str, then: str) -> None:
        """Show these names; `then` is what the button that agrees does."""
        found = tuple(suspects)
        self.heading.setText(
            self.tr("1 naam die nergens is geregistreerd")
            if len(found) == 1
            else self.tr("{0} namen die nergens zijn geregistreerd").format(len(found))
        )
        self.lead.setText(lead)
        self.ok.setText(then)
        self.rows.show_names(found, decided)
        for quiet in (self.all_on, self.all_off):
            quiet.setVisible(bool(found))
        self._had_keys = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.ok.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round in the page itself."""
        chain = [one for one in self.findChildren(QWidget) if one.isVisible() and one.isEnabled() and _takes_tab(one)]
        now = QApplication.focusWidget()
        if not chain:
            return False
        at = chain.index(now) if now in chain else -1
        chain[(at + (1 if forward else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._agree()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _agree(self) -> None:
        self._close()
        self.done.emit()

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _close(self) -> None:
        self.hide()
        if self._had_keys is not None:
            self._had_keys.setFocus()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
