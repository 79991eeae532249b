"""The rows of the search panel: what was found, painted with the words that were searched for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tijdlijn.language.dates_nl import shown, write_short
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.search import excerpt, matches, words_in
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import SIZE, paint_mark

Index = QModelIndex | QPersistentModelIndex

ID = int(Qt.ItemDataRole.UserRole)
FOUND = ID + 1
SMALL = 12
_INSET, _PAD = 8, 6
_LEFT = _INSET + SIZE + 8
_ROOT = QModelIndex()
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, and where else than in its title."""

    entry: Entry
    excerpt: str

    @property
    def when(self) -> str:
        """Date and kind, short."""
        date = write_short(self.entry.date) if self.entry.date else "geen datum"
        return f"{date} · {self.entry.kind.label}"


class FoundModel(QAbstractListModel):
    """The entries that were found, in time order. Excerpts are made when a row is first shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._ids: tuple[str, ...] = ()
        self._query = ""
        self._made: dict[str, Found] = {}

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were searched for."""
        return words_in(self._query)

    def show(self, case: Case, ids: tuple[str, ...], query: str) -> None:
        """Show these entries of a case, found with this query."""
        self.beginResetModel()
        self._case, self._ids, self._query = case, ids, query
        self._made.clear()
        self.endResetModel()

    def row_of(self, id_: str) -> int:
        """The row of an entry, or -1."""
        return self._ids.index(id_) if id_ in self._ids else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        found = self._found(self._ids[index.row()])
        if role == ID:
            return found.entry.id
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(found.entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (title_of(found.entry), found.entry.kind.label, shown(found.entry.date), found.excerpt)
            return ", ".join(part for part in parts if part)
        return None

    def _found(self, id_: str) -> Found:
        if id_ not in self._made:
            assert self._case is not None
            entry = self._case.entries_by_id[id_]
            self._made[id_] = Found(entry, excerpt(self._case, entry, self._query))
        return self._made[id_]


class FoundDelegate(QStyledItemDelegate):
    """Paints a row: the mark of the kind, the title, date and kind, and the excerpt."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found: Found = index.data(FOUND)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        title, _ = _fitted(title_of(found.entry), option.font, width - _LEFT - _INSET)
        small = QFontMetrics(_small(option.font)).lineSpacing() * (2 if found.excerpt else 1)
        return QSize(120, len(title) * QFontMetrics(option.font).lineSpacing() + small + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(FOUND)
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        box: QRect = option.rect.adjusted(0, _PAD, -_INSET, 0)
        paint_mark(painter, QRectF(box.left() + _INSET, box.top() + 1, SIZE, SIZE), found.entry.kind)
        model = index.model()
        words = model.words if isinstance(model, FoundModel) else ()
        box.setLeft(box.left() + _LEFT)
        small = _small(option.font)
        self._paint_text(painter, box, option.font, colours.ink, title_of(found.entry), words, _TITLE_LINES)
        self._paint_text(painter, box, small, colours.soft, found.when, ())
        if found.excerpt:
            self._paint_text(painter, box, small, colours.soft, found.excerpt, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = theme.palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not hovered:
            return
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_text(
        self,
        painter: QPainter,
        box: QRect,
        font: QFont,
        colour: str,
        text: str,
        words: tuple[str, ...],
        most: int = 1,
    ) -> None:
        """Paint lines at the top of the box, what matches in bold and the accent colour, and move its top below."""
        painter.setPen(QColor(colour))
        lines, fitting = _fitted(text, font, box.width(), most)
        for start, end in lines:
            piece = fitting[start:end]
            layout = QTextLayout(piece, font)
            layout.setFormats([_emphasis(*place) for place in matches(piece, words)])
            layout.beginLayout()
            layout.createLine().setLineWidth(2 * box.width())
            layout.endLayout()
            layout.draw(painter, QPointF(box.left(), box.top()))
            box.setTop(box.top() + QFontMetrics(font).lineSpacing())


def _fitted(text: str, font: QFont, width: int, most: int = _TITLE_LINES) -> tuple[list[tuple[int, int]], str]:
    """Where the lines of a text start and end, and the text, ending in … when it needs more than `most` lines."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    layout = QTextLayout(text, bold)
    layout.beginLayout()
    lines: list[tuple[int, int]] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        lines.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    if not lines:
        return [(0, 0)], ""
    last = lines[-1][0]
    rest = QFontMetrics(bold).elidedText(text[last:], Qt.TextElideMode.ElideRight, max(width, 40))
    return [*lines[:-1], (last, last + len(rest))], text[:last] + rest


def _emphasis(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setForeground(QColor(theme.palette().accent))
    look.setFontWeight(QFont.Weight.DemiBold)
    made.format = look
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(SMALL)
    return made
