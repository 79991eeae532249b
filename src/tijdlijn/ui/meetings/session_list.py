"""The list of sessions: day, kind, and how much each of them holds; making and deleting."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Session
from tijdlijn.render_qt.painting import painting
from tijdlijn.services.sessions import agreed_in
from tijdlijn.ui import theme
from tijdlijn.ui.list_row import PADDING, ListRow, step_focus
from tijdlijn.ui.meetings.desk import Desk, upcoming
from tijdlijn.ui.widgets import button, column, plain_label, row, scrolled


class SessionRow(ListRow):
    """One session, with a third line for what it holds."""

    def __init__(self, id_: str) -> None:
        super().__init__()
        self.session_id = id_
        self.holds = ""
        self.setCheckable(True)

    def show_session(self, case: Case, session: Session) -> None:
        """Show it as it stands now."""
        day = write_day(session.date) if session.date else self.tr("nog geen dag")
        kind = f"{session.kind.label} · {session.title}" if session.title else session.kind.label
        self.holds = self._counted(case, session)
        self.show_words(day, kind, self._when(case, session))
        self.setAccessibleDescription(", ".join(filter(None, (kind, self.count, self.holds))))
        self.update()

    def _counted(self, case: Case, session: Session) -> str:
        answered = sum(one.is_answered for one in session.questions)
        agreed = len(agreed_in(case, session))
        parts = [self.tr("{0} aanwezig").format(len(session.attendees))] if session.attendees else []
        if answered:
            parts.append(self.tr("{0} antwoorden").format(answered) if answered > 1 else self.tr("1 antwoord"))
        if agreed:
            parts.append(self.tr("{0} afspraken").format(agreed) if agreed > 1 else self.tr("1 afspraak"))
        return " · ".join(parts) or self.tr("nog leeg")

    def _whole(self) -> str:
        return f"{super()._whole()}\n{self.holds}"

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._metrics(False).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        metrics = self._metrics(False)
        with painting(self) as painter:
            painter.setFont(self._font(False))
            painter.setPen(QColor(theme.palette().soft))
            middle = (self._metrics(True).height() + metrics.height()) // 2
            room = self.width() - 2 * PADDING - (28 if self._actions_shown else 0)
            place = QRect(PADDING, self.height() // 2 + middle, room, metrics.height())
            super()._line(painter, metrics, self.holds, place.translated(0, -metrics.height() // 2))

    def _line(self, painter: QPainter, metrics: QFontMetrics, text: str, place: QRect) -> None:
        super()._line(painter, metrics, text, place.translated(0, -self._metrics(False).height() // 2))

    def _when(self, case: Case, session: Session) -> str:
        if session.date == case.today:
            return self.tr("vandaag")
        return self.tr("volgende") if session == upcoming(case) else ""


class SessionList(QWidget):
    """All sessions, the last one first. `chosen` and `delete_asked` carry an id."""

    chosen = Signal(str)
    new_asked = Signal()
    delete_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[SessionRow] = []
        self._list = column(2)
        self.count = plain_label("", "strong", wrap=False)
        self._build()
        desk.changed.connect(self.renew)
        self.renew()

    def _build(self) -> None:
        page, holding = QWidget(), column(0)
        holding.setContentsMargins(6, 0, 6, 12)
        holding.addLayout(self._list)
        holding.addStretch(1)
        page.setLayout(holding)
        head = row(6)
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self.count, 1)
        self.add = button(self.tr("Nieuw"), self.new_asked.emit, "quiet", "plus", self.tr("Nieuwe bijeenkomst"))
        self.add.setAccessibleName(self.tr("Nieuwe bijeenkomst"))
        head.addWidget(self.add)
        layout = column(8)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addLayout(head)
        layout.addWidget(scrolled(page), 1)
        self.setLayout(layout)
        self.setMinimumWidth(230)
        self.setAccessibleName(self.tr("Bijeenkomsten"))

    def renew(self) -> None:
        """Show the sessions as they are; the row that has the keys keeps them."""
        case = self._desk.case
        wanted = list(reversed(case.sessions_in_order))
        many = len(wanted)
        self.count.setText(self.tr("1 bijeenkomst") if many == 1 else self.tr("{0} bijeenkomsten").format(many))
        known = {made.session_id: made for made in self.rows}
        self.rows = [known.pop(one.id) if one.id in known else self._made(one.id) for one in wanted]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        for at, (made, session) in enumerate(zip(self.rows, wanted, strict=True)):
            if self._list.indexOf(made) != at:
                self._list.insertWidget(at, made)
            made.show_session(case, session)
            made.setChecked(session.id == self._desk.session_id)

    def _made(self, id_: str) -> SessionRow:
        made = SessionRow(id_)
        made.clicked.connect(lambda _=False: self._choose(made))
        made.moved.connect(lambda step: step_focus(self.rows, step))
        made.deleted.connect(lambda: self.delete_asked.emit(id_))
        made.add_action("trash", self.tr("Bijeenkomst verwijderen"), lambda: self.delete_asked.emit(id_))
        return made

    def _choose(self, made: SessionRow) -> None:
        made.setChecked(made.session_id == self._desk.session_id)
        self.chosen.emit(made.session_id)
