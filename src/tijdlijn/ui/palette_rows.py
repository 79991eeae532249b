"""The rows of the palette: a mark, the words with what was typed in bold, and at the right what it is or its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tijdlijn.drawing.styles import mixed
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import paint_mark
from tijdlijn.ui.palette_offers import Offer

Index = QModelIndex | QPersistentModelIndex

OFFER = int(Qt.ItemDataRole.UserRole)
HEIGHT = 36
MARK = 16
SMALL = 12
_INSET, _GAP = 12, 10
_ROOT = QModelIndex()


class OfferModel(QAbstractListModel):
    """What is offered now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        if role == OFFER:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_offer(offer)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be chosen can still be walked to, so that it can be read why."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken_offer(offer: Offer) -> str:
    """An offer in one line, for a screen reader."""
    kind = offer.mark.label if isinstance(offer.mark, Kind) else ""
    return ", ".join(part for part in (offer.text, kind, offer.hint, *offer.keys, offer.lacks) if part)


class OfferDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OFFER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(option.rect)
        self._paint_ground(painter, option, row)
        self._paint_mark(painter, offer, row)
        right = self._paint_right(painter, offer, row.adjusted(0, 0, -_INSET, 0), option.font)
        left = row.left() + _INSET + MARK + _GAP
        self._paint_words(painter, offer, QRect(left, row.top(), right - _GAP - left, row.height()), option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            now = theme.palette()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft))
            painter.drawRoundedRect(row, 6, 6)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(QRectF(row.left(), row.top() + 8, 3, row.height() - 16), 1.5, 1.5)

    def _paint_mark(self, painter: QPainter, offer: Offer, row: QRect) -> None:
        place = QRect(row.left() + _INSET, row.top() + (row.height() - MARK) // 2, MARK, MARK)
        if isinstance(offer.mark, Kind):
            paint_mark(painter, QRectF(place), offer.mark)
        else:
            painter.drawPixmap(place.topLeft(), theme.pixmap(offer.mark, MARK, _ink(offer, theme.palette().faint)))

    def _paint_right(self, painter: QPainter, offer: Offer, box: QRect, font: QFont) -> int:
        """Keys from right to left, and before them what it is; returns where all that begins."""
        now, small = theme.palette(), _sized(font, SMALL)
        metrics, right = QFontMetrics(small), box.right()
        painter.setFont(small)
        for keys in reversed(offer.keys if not offer.lacks else ()):
            width = metrics.horizontalAdvance(keys) + 12
            cap = QRectF(right - width, box.center().y() - 10, width, 20)
            painter.setPen(QColor(now.line))
            painter.setBrush(QColor(now.band))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(QColor(now.soft))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
            right -= width + 6
        hint = metrics.elidedText(offer.lacks or offer.hint, Qt.TextElideMode.ElideRight, box.width() // 3)
        width = metrics.horizontalAdvance(hint)
        painter.setPen(QColor(now.faint))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - width - 2, box.top(), width + 2, box.height()), flags, hint)
        return right - width

    def _paint_words(self, painter: QPainter, offer: Offer, box: QRect, font: QFont) -> None:
        now = theme.palette()
        painter.setPen(QColor(_ink(offer, now.ink)))
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        text = QFontMetrics(bold).elidedText(offer.text, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(text, font)
        layout.setFormats([_emphasis(start, end, offer) for start, end in offer.places if end < len(text) + 1])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(2 * max(box.width(), 1))
        layout.endLayout()
        layout.draw(painter, QRectF(box.left(), box.center().y() - line.height() / 2 + 0.5, 0, 0).topLeft())


def _ink(offer: Offer, colour: str) -> str:
    """Fainter for what cannot be chosen."""
    now = theme.palette()
    return mixed(now.faint, now.field, 0.25) if offer.lacks else colour


def _emphasis(start: int, end: int, offer: Offer) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setForeground(QColor(_ink(offer, theme.palette().accent)))
    look.setFontWeight(QFont.Weight.DemiBold)
    made.format = look
    return made


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made
