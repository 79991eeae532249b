"""The list of steps: a rail with a dot for each, filled while the step holds, open when it was taken back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tijdlijn.services.casebook import REDONE, HistoryStep
from tijdlijn.ui import theme
from tijdlijn.ui.moments import day_and_time
from tijdlijn.ui.row_list import VALUE, Row, RowList

_HEIGHT = 48
_RAIL = 18
_TEXT = 36
_RIGHT = 10
_DOT = 4


def holds(step: HistoryStep) -> bool:
    """Whether it is a step of its own (not the taking back or doing again of another) that is in force."""
    return not (step.undone or step.is_undo or step.name.startswith(REDONE))


class StepList(RowList):
    """The steps, newest first. Enter on a step does what a double click does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stappen"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_StepPainter(self))

    def show_steps(self, steps: tuple[HistoryStep, ...]) -> None:
        """Show these; the chosen one stays chosen."""
        chosen = self.step_at(self.currentRow())
        places = {step.id: place for place, step in enumerate(steps)}
        self.show_rows([self._row(step) for step in steps], places.get(chosen.id, -1) if chosen else -1)

    def step_at(self, place: int) -> HistoryStep | None:
        """The step at a place of the list."""
        step = self.value_at(place)
        return step if isinstance(step, HistoryStep) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)

    def _row(self, step: HistoryStep) -> Row:
        sign = "↶ " if step.undone or step.is_undo else ""
        note = self.tr(" · geldt niet meer") if step.undone else ""
        return Row(f"{sign}{step.name}\n{day_and_time(step.at)}{note}", step)


class _StepPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.palette()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        step: HistoryStep = index.data(VALUE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state)
        self._paint_rail(painter, box, step, index.row(), index.model().rowCount())
        name, _, when = str(index.data()).partition("\n")
        gone = step.undone or step.is_undo
        self._paint_text(painter, box.adjusted(_TEXT, 5, -_RIGHT, 0), name, colours.faint if gone else colours.ink, 14)
        self._paint_text(painter, box.adjusted(_TEXT, 24, -_RIGHT, 0), when, colours.soft, 13)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        colours = theme.palette()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(colours.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)

    def _paint_rail(self, painter: QPainter, box: QRect, step: HistoryStep, place: int, count: int) -> None:
        colours = theme.palette()
        x, y = box.left() + _RAIL, box.top() + 15
        painter.setPen(QPen(QColor(colours.field_line), 1))
        if place > 0:
            painter.drawLine(x, box.top(), x, y - _DOT - 2)
        if place < count - 1:
            painter.drawLine(x, y + _DOT + 2, x, box.bottom() + 1)
        painter.setPen(QPen(QColor(colours.accent if holds(step) else colours.faint), 1.5))
        painter.setBrush(QColor(colours.accent) if holds(step) else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPoint(x, y), _DOT, _DOT)

    def _paint_text(self, painter: QPainter, box: QRect, text: str, colour: str, size: int) -> None:
        font = QFont(painter.font())
        font.setPixelSize(size)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, fitting)
