"""What the parts of the page have in common: they show the session on the desk whenever they can be seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from tijdlijn.model.sessions import Session
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import fields_of, flush_within
from tijdlijn.ui.meetings.unfinished import Unfinished
from tijdlijn.ui.widgets import column, plain_label, row, scrolled

WIDEST = 880
"""Of a column of text; longer lines are hard to read."""


class Part(LatePanel):
    """One part of a session. Who builds on it fills in `show_session`, and names in `own_keepers` what keeps its drafts
    itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._of = ""
        self.own_keepers: tuple[QWidget, ...] = ()
        name = f"{desk.name}.{type(self).__name__}"
        self._unfinished = Unfinished(desk.controller.drafts, name, self, lambda: self._of, lambda: self.own_keepers)
        desk.changed.connect(self._changed)

    def show_session(self, session: Session, anew: bool) -> None:
        """Show a session as it is; `anew` when it is another than before, of which nothing typed may stay."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        return flush_within(self)

    def renew(self) -> None:
        """Show the session now, also when nobody can see it."""
        self._fill()

    def _fill(self) -> None:
        session, self._stale = self.desk.session, False
        if session is not None:
            anew, self._of = session.id != self._of, session.id
            self.show_session(session, anew)
            self._unfinished.bring_back()


def page_of(content: QLayout) -> QScrollArea:
    """A page that scrolls, with a column that is not wider than can be read."""
    inner, page = QWidget(), QWidget()
    inner.setLayout(content)
    inner.setMaximumWidth(WIDEST)
    across = row(0)
    across.setContentsMargins(24, 20, 20, 32)
    across.addWidget(inner, 1000)
    across.addStretch(1)
    down = column(0)
    down.addLayout(across)
    down.addStretch(1)
    page.setLayout(down)
    return scrolled(page)


def block(title: str, told: str = "") -> QVBoxLayout:
    """A heading, and under it room for what belongs to it."""
    made = column(10)
    made.addWidget(plain_label(title, "heading"))
    if told:
        made.addWidget(plain_label(told, "small"))
    return made


def give_keys(field: QWidget) -> None:
    """Focus a field, and scroll to it once it has its place; what was made just now has none yet."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTimer.singleShot(0, field, lambda: _bring(field))


def _bring(field: QWidget) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    holder = field.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(field, 0, 90)
        holder = holder.parentWidget()


def let_go(widget: QWidget) -> None:
    """Take a widget with fields away: what is typed in them goes with it, and nothing is handed over any more."""
    for field in fields_of(widget):
        field.blockSignals(True)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
