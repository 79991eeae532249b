"""What a gesture would do, shown over the picture while it lasts: entries at their new days, a band, words.

The rule: a ghost is paint on a layer of its own. The timeline below it is not laid out anew, and nothing in the case
changes until the gesture ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tijdlijn.layout.measure import SCREEN
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme

BUBBLE_AWAY = 18.0
"""From the pointer to the words beside it, in pixels."""
EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry at its new days, in the viewport: what is possible and what is sure; and what it leaves."""

    possible: QRectF
    sure: QRectF | None
    title: str = ""
    left_behind: QRectF | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """What is to be seen: bars, a band, a line at each day that matters, and words beside the pointer."""

    pointer: QPointF
    words: str
    more: str = ""
    bars: Sequence[Bar] = ()
    band: QRectF | None = None
    lines: Sequence[float] = field(default_factory=tuple)
    is_refused: bool = False


class Ghost(QWidget):
    """The layer over a viewport."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._show: Show | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What is said beside the pointer, on one line; empty when nothing is shown."""
        return " · ".join(filter(None, (self._show.words, self._show.more))) if self._show else ""

    @property
    def bars(self) -> Sequence[Bar]:
        """The bars that are shown."""
        return self._show.bars if self._show else ()

    def tell(self, show: Show) -> None:
        """Show this from now on; only what changes is painted anew."""
        before = self._reach()
        self._show = show
        parent = self.parentWidget()
        assert parent is not None
        if self.geometry() != parent.rect():
            self.setGeometry(parent.rect())
        self.setVisible(True)
        self.raise_()
        self.update(before.united(self._reach()))

    def leave(self) -> None:
        """Show nothing any more."""
        self._show = None
        self.hide()

    def _reach(self) -> QRect:
        """Everything that is painted now."""
        show = self._show
        if show is None:
            return QRect()
        reach = self._bubble(show)
        for bar in show.bars:
            reach = reach.united(bar.possible.adjusted(-4, -4, 260, 4))
            if bar.left_behind:
                reach = reach.united(bar.left_behind)
        if show.band:
            reach = reach.united(show.band)
        if show.lines:
            reach = reach.united(QRectF(min(show.lines) - 2, 0, max(show.lines) - min(show.lines) + 4, self.height()))
        return reach.adjusted(-3, -3, 3, 3).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._show is None:
            return
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_lanes(painter, self._show)
            self._paint_words(painter, self._show)

    def _paint_lanes(self, painter: QPainter, show: Show) -> None:
        accent = QColor(theme.palette().accent)
        painter.save()
        painter.setClipRect(QRectF(SCREEN.names, 0, self.width() - SCREEN.names, self.height()))
        painter.setPen(QPen(_faded(accent, 130), 1, Qt.PenStyle.DashLine))
        for x in show.lines:
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        for bar in show.bars:
            self._paint_bar(painter, bar, accent)
        if show.band:
            painter.setPen(QPen(accent, 1))
            painter.setBrush(_faded(accent, 34))
            painter.drawRect(show.band)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: Bar, accent: QColor) -> None:
        if bar.left_behind:
            painter.fillRect(bar.left_behind, _faded(QColor(theme.palette().ground), 150))
        is_sure = bar.sure == bar.possible
        painter.setPen(QPen(accent, 1.4))
        painter.setBrush(_faded(accent, 165 if is_sure else 70))
        painter.drawRoundedRect(bar.possible, 3, 3)
        if bar.sure and not is_sure:
            painter.fillRect(bar.sure, _faded(accent, 130))
        if bar.title:
            self._paint_title(painter, bar)

    def _paint_title(self, painter: QPainter, bar: Bar) -> None:
        painter.setFont(self._font(False))
        metrics = QFontMetricsF(painter.font())
        inside = bar.possible.width() > metrics.horizontalAdvance(bar.title) + 12
        left = max(bar.possible.left(), SCREEN.names) + EDGE if inside else bar.possible.right() + EDGE
        text = metrics.elidedText(bar.title, Qt.TextElideMode.ElideRight, 240)
        place = QRectF(left, bar.possible.top() - 2, metrics.horizontalAdvance(text) + 2, bar.possible.height() + 4)
        if not inside:
            painter.fillRect(place.adjusted(-3, 0, 3, 0), _faded(QColor(theme.palette().ground), 215))
        painter.setPen(QColor(theme.palette().ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_words(self, painter: QPainter, show: Show) -> None:
        colours = theme.palette()
        bubble = self._bubble(show)
        painter.setPen(QPen(QColor(colours.danger if show.is_refused else colours.accent), 1.2))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(bubble, 5, 5)
        line = bubble.adjusted(10, 5, -10, -5)
        for text, is_strong, colour in ((show.words, True, colours.ink), (show.more, False, colours.soft)):
            if text:
                painter.setFont(self._font(is_strong))
                painter.setPen(QColor(colour))
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
                line.translate(0, QFontMetricsF(painter.font()).height())

    def _bubble(self, show: Show) -> QRectF:
        """The frame of the words: below the pointer to its right, or wherever there is room."""
        lines = [(text, QFontMetricsF(self._font(strong))) for text, strong in ((show.words, True), (show.more, False))]
        width = max(metrics.horizontalAdvance(text) for text, metrics in lines) + 22
        height = sum(metrics.height() for text, metrics in lines if text) + 10
        x, y = show.pointer.x() + BUBBLE_AWAY, show.pointer.y() + BUBBLE_AWAY
        if x + width > self.width() - EDGE:
            x = max(show.pointer.x() - BUBBLE_AWAY - width, EDGE)
        if y + height > self.height() - EDGE:
            y = max(show.pointer.y() - BUBBLE_AWAY - height, EDGE)
        return QRectF(x, y, width, height)

    def _font(self, is_strong: bool) -> QFont:
        font = self.font()
        font.setPixelSize(round(SCREEN.strong if is_strong else SCREEN.label))
        font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        return font


def _faded(colour: QColor, alpha: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(alpha)
    return faded
