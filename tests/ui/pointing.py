"""Pointing at the canvas as a user: at what was painted there, with mouse and wheel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def painted(canvas: TimelineCanvas) -> dict[str, QRectF]:
    """What can be seen now, by group id; of a thing that is met in two places the topmost."""
    canvas.viewport().repaint()
    seen: dict[str, QRectF] = {}
    for rectangle, group in canvas.places():
        seen.setdefault(group.id, rectangle)
    return seen


def mark(canvas: TimelineCanvas, id_: str) -> QPoint:
    """Where the mark of a group is: at its left, where nothing lies over it."""
    rectangle = painted(canvas)[id_]
    for x in range(int(rectangle.left()) + 4, int(rectangle.right())):
        place = QPoint(x, round(rectangle.center().y()))
        group = canvas.group_at(QPointF(place))
        if group and group.id == id_:
            return place
    raise AssertionError(f"{id_} lies under something else")


def nowhere(canvas: TimelineCanvas) -> QPoint:
    """A place among the lanes where nothing is."""
    painted(canvas)
    head = round(canvas.timeline.header_height)
    for y in range(head + 20, canvas.viewport().height() - 20, 7):
        for x in range(round(SCREEN.names) + 60, canvas.viewport().width() - 60, 23):
            if canvas.group_at(QPointF(x, y)) is None:
                return QPoint(x, y)
    raise AssertionError("something is everywhere")


def click_on(qtbot: QtBot, canvas: TimelineCanvas, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """A click at a place of the canvas."""
    qtbot.mouseClick(canvas.viewport(), LEFT, keys, place)


def drag(qtbot: QtBot, canvas: TimelineCanvas, begin: QPoint, by: QPoint) -> None:
    """Press, move in steps and let go."""
    port = canvas.viewport()
    qtbot.mousePress(port, LEFT, NO_KEYS, begin)
    for step in (1, 2, 3):
        qtbot.mouseMove(port, begin + by * step / 3)
    qtbot.mouseRelease(port, LEFT, NO_KEYS, begin + by)


def wheel(canvas: TimelineCanvas, at: QPoint, turn: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Turn the wheel over a place of the canvas."""
    place = QPointF(at)
    there = canvas.viewport().mapToGlobal(place)
    event = QWheelEvent(
        place, there, QPoint(), turn, Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas.viewport(), event)


def hover(widget: QWidget, place: QPoint) -> None:
    """The pointer over a place, no button down: said outright, as a cursor that stands there already says nothing."""
    at = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(place)), none, none, NO_KEYS)
    QCoreApplication.sendEvent(widget, event)
