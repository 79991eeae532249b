"""Candidates as a stack of small cards, painted: a long journal has thousands, which no stack of widgets would bear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tijdlijn.render_qt.painting import painting
from tijdlijn.services.reviewing import Reviewed
from tijdlijn.ui import theme
from tijdlijn.ui.dossier_reader.items import look_of, when_of, whom_of
from tijdlijn.ui.dossier_reader.marks import SIGN, Look, paint_sign
from tijdlijn.ui.kind_marks import paint_mark
from tijdlijn.ui.widgets import plain_tip

ROW = 50
_LEFT = 34
_MARK = 14
_DECIDED = (Look.ACCEPTED, Look.JOINED, Look.SKIPPED, Look.NO_FACT)


class CandidateRows(QWidget):
    """Items one below the other; `chosen` carries the key of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[Reviewed] = []
        self._over = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[Reviewed]) -> None:
        """Show these."""
        self.items = list(items)
        self.setVisible(bool(items))
        self.setFixedHeight(ROW * len(self.items))
        self.setAccessibleName(self.tr("{0} kandidaten").format(len(self.items)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, ROW * len(self.items))

    def place_of(self, key: str) -> int:
        """The top of the row of an item; -1 when it is not here."""
        return next((ROW * at for at, item in enumerate(self.items) if item.candidate.key == key), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            first, last = event.rect().top() // ROW, event.rect().bottom() // ROW
            for at in range(max(0, first), min(len(self.items), last + 1)):
                self._paint(painter, QRect(0, at * ROW, self.width(), ROW), self.items[at], at == self._over)

    def _paint(self, painter: QPainter, box: QRect, item: Reviewed, is_over: bool) -> None:
        now = theme.palette()
        if is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(QRectF(box).adjusted(4, 1, -4, -1), 6, 6)
        paint_sign(painter, QRectF(13, box.top() + 9, SIGN, SIGN), look_of(item))
        is_decided = look_of(item) in _DECIDED
        ink, soft = QColor(now.soft if is_decided else now.ink), QColor(now.soft)
        above, below = self._fonts(is_decided)
        width = box.width() - _LEFT - 12
        painter.setFont(above)
        painter.setPen(ink)
        when = QFontMetrics(above).elidedText(when_of(item), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(_LEFT, box.top() + 5, width, 20), Qt.AlignmentFlag.AlignVCenter, when)
        taken = QFontMetrics(above).horizontalAdvance(when) + 10
        painter.setFont(below)
        painter.setPen(soft)
        aside = QFontMetrics(below).elidedText(whom_of(item), Qt.TextElideMode.ElideRight, max(0, width - taken))
        painter.drawText(QRect(_LEFT + taken, box.top() + 5, width - taken, 20), Qt.AlignmentFlag.AlignVCenter, aside)
        self._paint_title(painter, QRect(_LEFT, box.top() + 25, width, 20), item, ink)
        painter.setPen(QPen(QColor(now.line), 1))
        painter.drawLine(_LEFT, box.bottom(), box.right() - 12, box.bottom())

    def _paint_title(self, painter: QPainter, box: QRect, item: Reviewed, ink: QColor) -> None:
        now = theme.palette()
        said = item.candidate
        if said.kind is not None:
            paint_mark(painter, QRectF(box.left(), box.top() + 3, _MARK, _MARK), said.kind)
        asks = look_of(item) is Look.ASKS
        words = said.question if asks and said.question else said.title
        place = box.adjusted(_MARK + 7, 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(now.warm_ink) if asks else ink)
        elided = self.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)

    def _fonts(self, is_decided: bool) -> tuple[QFont, QFont]:
        above, below = QFont(self.font()), QFont(self.font())
        above.setWeight(QFont.Weight.Normal if is_decided else QFont.Weight.DemiBold)
        below.setPixelSize(theme.TEXT_PX - 1)
        return above, below

    # Pointer

    def _at(self, place: QPoint) -> int:
        at = place.y() // ROW
        return at if 0 <= at < len(self.items) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._meet(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._meet(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self.chosen.emit(self.items[at].candidate.key)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            said = f"{self.items[at].candidate.title}\n{whom_of(self.items[at])}".strip() if at >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        return super().event(event)

    def _meet(self, at: int) -> None:
        if at != self._over:
            self._over = at
            self.update()
