"""Wheels, touch pads and touch screens on the canvas: panning and zooming by any amount, around the fingers.

The layout has declared steps only. Between two of them the last picture is shown, stretched in time, so that a pinch
follows the fingers; the next step is taken when it is reached, and when the fingers rest the nearest one stands. A
mouse wheel that turns by whole notches takes whole steps. Inertia is the platform's own: what it sends is followed
when panning, never when zooming, and nothing is added to it.
"""

from __future__ import annotations

from enum import Enum, auto
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEventPoint,
    QGuiApplication,
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from tijdlijn.layout.measure import SCREEN
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui.timeline_view.layouts import LARGEST, STEPS_PER_DOUBLING, stepped

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

NOTCH = 120
"""What Qt calls one notch of a wheel: eighths of a degree."""
REST = 160
"""Milliseconds without movement after which fingers rest, for devices that do not say so."""
DECIDED = 6
"""How far a swipe goes, in pixels, before it is known whether it goes sideways or up and down."""
SLACK = 0.985
"""How far the fingers go back below a step before it is left, so that they may tremble on it."""
CLOSEST = 10.0
"""Fingers nearer to each other than this, in pixels, say nothing about a scale."""
BARELY = 1.001
"""A stretch that nobody sees."""
SMART_STEPS = STEPS_PER_DOUBLING


class _Way(Enum):
    """What a movement of the wheel or of two fingers does."""

    ACROSS = auto()
    FREE = auto()
    ZOOM = auto()


class Pinch(QObject):
    """Follows the wheels and fingers over one canvas. Touches and native gestures it takes from the viewport itself."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._wanted = 0.0
        self._way: _Way | None = None
        self._keys = Qt.KeyboardModifier.NoModifier
        self._swiped = QPoint()
        self._carry = QPointF()
        self._smart = 0.0
        self._between = _Between(canvas)
        self._fingers = _Fingers(self, canvas)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._rested)
        canvas.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        canvas.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # with which a scroll area would pan once more
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        return isinstance(event, QTouchEvent) and self._fingers.follow(event)

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel zooms where nothing scrolls up and down; with Ctrl always, with Shift it pans."""
        if event.phase() is Qt.ScrollPhase.ScrollBegin:
            self._rested()
        moved = self._swiped + _moved(event)
        way = self._way_of(event, moved)
        if way is None:
            self._swiped = moved
            return
        self._swiped = QPoint()
        if way is _Way.ZOOM:
            self._turn(event)
        elif way is _Way.ACROSS:
            is_turned = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pan(moved.x() or moved.y() * is_turned, 0)
        else:
            self.pan(moved.x(), moved.y())
        if event.phase() is Qt.ScrollPhase.ScrollEnd:
            self.settle()

    def zoom(self, factor: float, x: float) -> None:
        """Make the picture `factor` times as wide around the x of the viewport; steps are taken on the way."""
        canvas, at = self._canvas, max(x - SCREEN.names, 0.0)
        self._wanted = min((self._wanted or canvas.points_per_day) * factor, LARGEST)
        self._step(at)
        self._between.show_stretched(self._wanted / canvas.points_per_day, max(x, SCREEN.names))
        self._rest.start()

    def _step(self, at: float) -> None:
        canvas = self._canvas
        while canvas.points_per_day < stepped(canvas.points_per_day, 1, 0.0) <= self._wanted * 1.0001:
            canvas.zoom(1, at)
        while self._wanted < canvas.points_per_day * SLACK:
            before = canvas.points_per_day
            canvas.zoom(-1, at)
            if canvas.points_per_day == before:
                self._wanted = before

    def settle(self) -> None:
        """The fingers rest: the nearest step stands."""
        scale, wanted = self._canvas.points_per_day, self._wanted
        self._wanted = 0.0
        if not wanted:
            return
        above = stepped(scale, 1, 0.0)
        if wanted > (scale * above) ** 0.5 and above > scale:
            self._canvas.zoom(1, self._between.at - SCREEN.names)
        self._between.hide()

    def _rested(self) -> None:
        self._rest.stop()
        self._way, self._swiped = None, QPoint()
        self.settle()

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by pixels; parts of a pixel are kept for the next time."""
        bars = self._canvas.horizontalScrollBar(), self._canvas.verticalScrollBar()
        whole = round(dx + self._carry.x()), round(dy + self._carry.y())
        self._carry = QPointF(dx + self._carry.x() - whole[0], dy + self._carry.y() - whole[1])
        for bar, by in zip(bars, whole, strict=True):
            bar.setValue(bar.value() - by)

    def _way_of(self, event: QWheelEvent, moved: QPoint) -> _Way | None:
        """What this movement does; one that goes on does what it did. None while that cannot be told yet."""
        if not _is_fine(event):
            return self._way_now(event, moved)
        self._rest.start()
        is_gliding = event.phase() is Qt.ScrollPhase.ScrollMomentum
        if self._way is None or (event.modifiers() != self._keys and not is_gliding):
            self._keys = event.modifiers()
            self._way = self._way_now(event, moved)
        return self._way

    def _way_now(self, event: QWheelEvent, moved: QPoint) -> _Way | None:
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            return _Way.ACROSS
        if keys & Qt.KeyboardModifier.ControlModifier:
            return _Way.ZOOM
        if self._canvas.verticalScrollBar().maximum():
            return _Way.FREE
        if _is_fine(event) and moved.manhattanLength() < DECIDED:
            return None
        return _Way.ACROSS if abs(moved.x()) > abs(moved.y()) else _Way.ZOOM

    def _turn(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        x = event.position().x()
        if not _is_fine(event):
            self.settle()
            self._canvas.zoom(turn // NOTCH, max(x - SCREEN.names, 0.0))
        elif event.phase() is not Qt.ScrollPhase.ScrollMomentum:
            self.zoom(2 ** (turn / NOTCH / STEPS_PER_DOUBLING), x)

    def _native(self, event: QNativeGestureEvent) -> bool:
        kind, x = event.gestureType(), event.position().x()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(max(1.0 + event.value(), 0.5), x)
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._zoom_smartly(max(x - SCREEN.names, 0.0))
        elif kind is Qt.NativeGestureType.EndNativeGesture:
            self.settle()
        else:
            return kind is Qt.NativeGestureType.BeginNativeGesture
        return True

    def _zoom_smartly(self, at: float) -> None:
        """A double tap with two fingers: twice as large, and back again when that is what is in view."""
        is_back = self._canvas.points_per_day == self._smart
        self._canvas.zoom(-SMART_STEPS if is_back else SMART_STEPS, at)
        self._smart = 0.0 if is_back else self._canvas.points_per_day


def _is_fine(event: QWheelEvent) -> bool:
    """Whether a wheel turns bit by bit: a touch pad, or a wheel of high resolution."""
    turn = event.angleDelta()
    is_whole = turn.x() % NOTCH == 0 and turn.y() % NOTCH == 0
    return not is_whole or event.phase() is not Qt.ScrollPhase.NoScrollPhase or not event.pixelDelta().isNull()


def _moved(event: QWheelEvent) -> QPoint:
    """How far a wheel moves the picture, in pixels; what X11 says in pixels is its drivers' own unit."""
    pixels = event.pixelDelta()
    return event.angleDelta() if pixels.isNull() or QGuiApplication.platformName() == "xcb" else pixels


class _Between(QWidget):
    """The picture of the last step, stretched in time around the fingers; covers the canvas while they move."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._picture = QPixmap()
        self._taken = (0.0, 0, 0)
        self._stretch = 1.0
        self.at = SCREEN.names
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def show_stretched(self, factor: float, at: float) -> None:
        """Show the picture `factor` times as wide around an x; never narrower, so that no edge is bare."""
        self._stretch, self.at = max(factor, 1.0), at
        if self._stretch <= BARELY:
            self.hide()
            return
        self._take()
        self.setGeometry(self._canvas.viewport().rect())
        self.show()
        self.update()

    def _take(self) -> None:
        """The picture of the present step, unless it is the one that is shown."""
        canvas, port = self._canvas, self._canvas.viewport()
        taken = canvas.points_per_day, canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()
        if taken == self._taken and not self.isHidden():
            return
        sharpness = port.devicePixelRatioF()
        self._taken, self._picture = taken, QPixmap(port.size() * sharpness)
        self._picture.setDevicePixelRatio(sharpness)
        with painting(self._picture) as painter:
            canvas.paint_on(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        names, height = SCREEN.names, float(self.height())
        sharp, seen = self._picture.devicePixelRatio(), (self.width() - SCREEN.names) / self._stretch
        left = self.at - (self.at - names) / self._stretch
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(0, 0, names, height), self._picture, QRectF(0, 0, names * sharp, height * sharp))
            source = QRectF(left * sharp, 0, seen * sharp, height * sharp)
            painter.drawPixmap(QRectF(names, 0, self.width() - names, height), self._picture, source)


class _Fingers:
    """A touch screen: one finger moves the picture, two zoom; a tap is a click, a finger that rests asks for a menu."""

    def __init__(self, pinch: Pinch, canvas: TimelineCanvas) -> None:
        self._pinch = pinch
        self._canvas = canvas
        self._was: list[QPointF] = []
        self._pressed: QPointF | None = None
        self._tapped: tuple[int, QPointF] | None = None
        self._rest = QTimer(canvas, singleShot=True)
        self._rest.timeout.connect(self._ask_menu)

    def follow(self, event: QTouchEvent) -> bool:
        """Follow the fingers on a screen; False for those on a touch pad, which turns the wheel."""
        if event.device().type() is not QInputDevice.DeviceType.TouchScreen:
            return False
        points = event.points()
        now = [point.position() for point in points if point.state() is not QEventPoint.State.Released]
        if len(now) > 1:
            self._pressed = None
        if event.type() == QEvent.Type.TouchBegin and len(now) == 1:
            self._pressed = now[0]
            self._rest.start(QGuiApplication.styleHints().mousePressAndHoldInterval())
        elif event.type() == QEvent.Type.TouchEnd and self._pressed is not None:
            self._rest.stop()
            self._tap(self._pressed, event.timestamp())
        elif len(now) == len(self._was):
            self._move(now)
        if not now or event.type() == QEvent.Type.TouchCancel:
            now, self._pressed = [], None
            self._pinch.settle()
        self._was = now
        if self._pressed is None:
            self._rest.stop()
        event.accept()
        return True

    def _move(self, now: list[QPointF]) -> None:
        if len(now) > 1:
            self._spread(now[0], now[1])
            return
        start = QGuiApplication.styleHints().startDragDistance()
        if now and self._pressed is not None and (now[0] - self._pressed).manhattanLength() >= start:
            self._pressed = None
        if now and self._pressed is None:
            self._pinch.pan(now[0].x() - self._was[0].x(), now[0].y() - self._was[0].y())

    def _spread(self, first: QPointF, second: QPointF) -> None:
        """Two fingers: what lies between them moves with them, and grows as they part."""
        middle, before = (first + second) / 2, (self._was[0] + self._was[1]) / 2
        apart, was = _distance(first, second), _distance(self._was[0], self._was[1])
        self._pinch.pan(middle.x() - before.x(), middle.y() - before.y())
        if min(apart, was) > CLOSEST:
            self._pinch.zoom(apart / was, middle.x())

    def _ask_menu(self) -> None:
        """The finger rested: a menu as the right button gives it; lifting the finger is no click any more."""
        if self._pressed is None:
            return
        place, self._pressed = self._pressed.toPoint(), None
        port = self._canvas.viewport()
        reason = QContextMenuEvent.Reason.Other
        QCoreApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))

    def _tap(self, place: QPointF, time: int) -> None:
        hints = QGuiApplication.styleHints()
        is_second = (
            self._tapped is not None
            and time - self._tapped[0] <= hints.mouseDoubleClickInterval()
            and (place - self._tapped[1]).manhattanLength() <= hints.touchDoubleTapDistance()
        )
        self._tapped = None if is_second else (time, place)
        self._click(QEvent.Type.MouseButtonDblClick if is_second else QEvent.Type.MouseButtonPress, place)
        self._click(QEvent.Type.MouseButtonRelease, place)

    def _click(self, kind: QEvent.Type, place: QPointF) -> None:
        port, left = self._canvas.viewport(), Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
        keys = QGuiApplication.keyboardModifiers()
        scene = QPointF(port.mapTo(port.window(), place.toPoint()))
        event = QMouseEvent(kind, place, scene, port.mapToGlobal(place), left, held, keys)
        QCoreApplication.sendEvent(port, event)


def _distance(first: QPointF, second: QPointF) -> float:
    return hypot(first.x() - second.x(), first.y() - second.y())
