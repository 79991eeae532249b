"""Fingers and wheels over the canvas: every event is the real one that a touch pad, a screen or a wheel sends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tests.ui.pointing import mark, nowhere
from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.layouts import STEPS_PER_DOUBLING
from tijdlijn.ui.timeline_view.pinch import NOTCH
from tijdlijn.ui.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
STEP = 2 ** (1 / STEPS_PER_DOUBLING)
MIDDLE = QPoint(500, 300)
ZOOM, SMART, END = (
    Qt.NativeGestureType.ZoomNativeGesture,
    Qt.NativeGestureType.SmartZoomNativeGesture,
    Qt.NativeGestureType.EndNativeGesture,
)
UNTIL, BEGIN, UPDATE, MOMENTUM, FINISHED = (
    Qt.ScrollPhase.NoScrollPhase,
    Qt.ScrollPhase.ScrollBegin,
    Qt.ScrollPhase.ScrollUpdate,
    Qt.ScrollPhase.ScrollMomentum,
    Qt.ScrollPhase.ScrollEnd,
)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


def shown(qtbot: QtBot, opened: Opener, height: int) -> TimelineCanvas:
    entries = (
        entry("hulpvraag", "2012-03-10", "Zorgen op school", parties="school", id="vraag", order=1),
        entry("interventie", "2013-01-01/2015-06-30", "Gezinshulp", parties="kompas", id="hulp", order=2),
        entry("gebeurtenis", "2018-05-01", "Gezin valt uiteen", id="breuk", order=3),
    )
    space = Workspace(opened(*entries, persons=[person("Noor", "2010-06-24", focus=True)]))
    qtbot.addWidget(space)
    space.panels.hide()
    space.inspector.hide()
    space.resize(790, height)  # touches beyond the 800 pixels of the offscreen screen do not arrive
    show(qtbot, space)
    canvas = space.canvas
    canvas.zoom(5)
    canvas.show_day(date(2014, 6, 1).toordinal())
    return canvas


@pytest.fixture
def canvas(qtbot: QtBot, opened: Opener) -> TimelineCanvas:
    """High enough for all lanes: nothing scrolls up and down."""
    made = shown(qtbot, opened, 1400)
    assert not made.verticalScrollBar().maximum()
    return made


@pytest.fixture
def low(qtbot: QtBot, opened: Opener) -> TimelineCanvas:
    """So low that the lanes scroll."""
    made = shown(qtbot, opened, 420)
    assert made.verticalScrollBar().maximum() > 40
    return made


def turn(
    canvas: TimelineCanvas,
    angle: tuple[int, int],
    *,
    pixels: tuple[int, int] = (0, 0),
    keys: Qt.KeyboardModifier = NO_KEYS,
    phase: Qt.ScrollPhase = UNTIL,
    at: QPoint = MIDDLE,
) -> None:
    place, port = QPointF(at), canvas.viewport()
    event = QWheelEvent(
        place, port.mapToGlobal(place), QPoint(*pixels), QPoint(*angle), Qt.MouseButton.NoButton, keys, phase, False
    )
    QApplication.sendEvent(port, event)


def native(canvas: TimelineCanvas, kind: Qt.NativeGestureType, value: float = 0.0, at: QPoint = MIDDLE) -> None:
    port, place = canvas.viewport(), QPointF(at)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, place, place, port.mapToGlobal(place), value, QPointF())
    QApplication.sendEvent(port, event)


@cache
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Screen:
    """A touch screen under the canvas; places are of the viewport."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._port = canvas.viewport()
        self._down: tuple[QPoint, ...] = ()

    def press(self, *places: QPoint) -> None:
        touch = QTest.touchEvent(self._port, touch_screen(), autoCommit=False)
        for finger, place in enumerate(places):
            touch.press(finger, place, self._port)
        touch.commit()
        self._down = places

    def move(self, *places: QPoint) -> None:
        touch = QTest.touchEvent(self._port, touch_screen(), autoCommit=False)
        for finger, place in enumerate(places):
            touch.move(finger, place, self._port)
        touch.commit()
        self._down = places

    def lift(self, first: int = 0) -> None:
        """Lift the fingers from this one on."""
        touch = QTest.touchEvent(self._port, touch_screen(), autoCommit=False)
        for finger, place in enumerate(self._down):
            if finger < first:
                touch.move(finger, place, self._port)
            else:
                touch.release(finger, place, self._port)
        touch.commit()
        self._down = self._down[:first]

    def tap(self, place: QPoint) -> None:
        self.press(place)
        self.lift()


def between(canvas: TimelineCanvas) -> QWidget:
    """What covers the canvas while fingers are between two steps."""
    covers = [child for child in canvas.viewport().children() if type(child).__name__ == "_Between"]
    assert len(covers) == 1
    assert isinstance(covers[0], QWidget)
    return covers[0]


def day_at(canvas: TimelineCanvas, x: float) -> float:
    return canvas.timeline.axis.day(canvas.horizontalScrollBar().value() + x - SCREEN.names)


def alike(first: list[int], second: list[int]) -> float:
    """The share of like tones; a stretched picture blends the edges of letters and hatches."""
    return sum(abs(one - other) <= 40 for one, other in zip(first, second, strict=True)) / len(first)


# Pinching


def test_small_movements_of_a_pinch_add_up_to_steps(canvas: TimelineCanvas) -> None:
    before = canvas.points_per_day
    for _ in range(30):
        native(canvas, ZOOM, 0.01)
    assert canvas.points_per_day == pytest.approx(before * STEP)  # 1.01 ** 30 = 1.35; a step is 1.19, the next 1.41
    for _ in range(30):
        native(canvas, ZOOM, -0.0099)
    native(canvas, END)
    assert canvas.points_per_day == pytest.approx(before)


def test_one_large_movement_takes_all_its_steps_and_no_more(canvas: TimelineCanvas) -> None:
    before = canvas.points_per_day
    native(canvas, ZOOM, 1.05)
    assert canvas.points_per_day == pytest.approx(before * 2)


@pytest.mark.parametrize("x", [300, 500, 700])
def test_a_pinch_keeps_the_day_under_the_fingers(canvas: TimelineCanvas, x: int) -> None:
    day = day_at(canvas, x)
    for value in (0.07, 0.11, 0.3, 0.04):
        native(canvas, ZOOM, value, QPoint(x, 300))
    native(canvas, END, at=QPoint(x, 300))
    assert abs(canvas.timeline.axis.x(day) - canvas.timeline.axis.x(day_at(canvas, x))) <= 4


EDGE = 2
"""In the coloured edge of the lanes, where nothing lies over the picture."""


def test_between_two_steps_the_picture_follows_the_fingers(canvas: TimelineCanvas) -> None:
    def column(of: int) -> list[int]:
        image = canvas.viewport().grab().toImage()
        return [image.pixelColor(of, y).lightness() for y in range(0, image.height(), 3)]

    names, at, beside = column(EDGE), column(MIDDLE.x()), column(MIDDLE.x() + 100)
    native(canvas, ZOOM, 0.1)
    assert between(canvas).isVisible()
    assert column(EDGE) == names, "the names of the lanes stay as they are"
    assert alike(column(MIDDLE.x()), at) > 0.9, "what is under the fingers stays there"
    near = max(alike(column(MIDDLE.x() + x), beside) for x in range(108, 113))
    assert near > 0.85, "what was 100 pixels from them is 110 pixels from them"
    assert alike(column(MIDDLE.x() + 110), beside) > alike(column(MIDDLE.x() + 100), beside)
    native(canvas, END)
    assert not between(canvas).isVisible()


@pytest.mark.parametrize(("stretch", "steps"), [(0.05, 0), (0.15, 1)])
def test_when_the_fingers_leave_the_nearest_step_stands(canvas: TimelineCanvas, stretch: float, steps: int) -> None:
    before = canvas.points_per_day
    native(canvas, ZOOM, stretch)
    assert canvas.points_per_day == before
    native(canvas, END)
    assert canvas.points_per_day == pytest.approx(before * STEP**steps)


def test_fingers_that_say_nothing_of_an_end_settle_by_themselves(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    native(canvas, ZOOM, 0.1)
    qtbot.waitUntil(lambda: not between(canvas).isVisible())


def test_fingers_that_tremble_on_a_step_do_not_leave_it(canvas: TimelineCanvas) -> None:
    native(canvas, ZOOM, STEP - 1)
    scale = canvas.points_per_day
    for value in (0.006, -0.008, 0.004, -0.006):
        native(canvas, ZOOM, value)
        assert canvas.points_per_day == scale


def test_beyond_the_last_step_nothing_is_saved_up(canvas: TimelineCanvas) -> None:
    for value in (-0.4, -0.4, -0.4, -0.4, -0.4, -0.4):
        native(canvas, ZOOM, value)
    whole = canvas.points_per_day
    native(canvas, ZOOM, 0.5)
    assert canvas.points_per_day > whole
    for _ in range(30):
        native(canvas, ZOOM, 0.5)
    closest = canvas.points_per_day
    native(canvas, ZOOM, -0.3)
    assert canvas.points_per_day < closest


def test_a_double_tap_with_two_fingers_doubles_and_comes_back(canvas: TimelineCanvas) -> None:
    before = canvas.points_per_day
    native(canvas, SMART)
    assert canvas.points_per_day == pytest.approx(before * 2)
    native(canvas, SMART)
    assert canvas.points_per_day == pytest.approx(before)


# Wheels that turn bit by bit


def test_a_fine_wheel_zooms_as_far_as_a_coarse_one(canvas: TimelineCanvas) -> None:
    before = canvas.points_per_day
    for _ in range(3 * NOTCH // 8 + 1):
        turn(canvas, (0, 8), keys=CONTROL)
    fine = canvas.points_per_day
    turn(canvas, (0, -3 * NOTCH), keys=CONTROL)
    assert fine == pytest.approx(before * STEP**3)
    assert canvas.points_per_day == pytest.approx(before)


def test_a_coarse_wheel_leaves_nothing_between_steps(canvas: TimelineCanvas) -> None:
    turn(canvas, (0, NOTCH), keys=CONTROL)
    assert not between(canvas).isVisible()


@pytest.mark.parametrize("angle", [1, 5, 15])
def test_a_fine_wheel_pans_by_what_it_turns(canvas: TimelineCanvas, angle: int) -> None:
    across = canvas.horizontalScrollBar()
    before = across.value()
    for _ in range(20):
        turn(canvas, (0, -angle), keys=SHIFT)
    assert across.value() == before + 20 * angle


def test_a_touch_pad_that_says_pixels_is_followed_by_pixels(low: TimelineCanvas) -> None:
    across, down = low.horizontalScrollBar(), low.verticalScrollBar()
    before = across.value()
    for _ in range(4):
        turn(low, (-14, -10), pixels=(-7, -5), phase=UPDATE)
    assert (across.value() - before, down.value()) == (28, 20)


def test_a_swipe_sideways_never_zooms_however_it_trembles(canvas: TimelineCanvas) -> None:
    scale, before = canvas.points_per_day, canvas.horizontalScrollBar().value()
    for angle in ((-3, 1), (-9, 2), (-2, 5), (0, -4), (-12, 3)):
        turn(canvas, angle, phase=UPDATE)
    assert canvas.points_per_day == scale
    assert canvas.horizontalScrollBar().value() == before + 26, "each pixel once"


def test_a_swipe_up_zooms_and_does_not_pan(canvas: TimelineCanvas) -> None:
    day, scale = day_at(canvas, MIDDLE.x()), canvas.points_per_day
    for angle in ((1, 30), (-4, 60), (9, 5), (0, 60)):
        turn(canvas, angle, phase=UPDATE)
    assert canvas.points_per_day == pytest.approx(scale * STEP)
    assert abs(day_at(canvas, MIDDLE.x()) - day) * canvas.points_per_day <= 2


def test_the_glide_after_a_swipe_pans_once_and_zooms_never(low: TimelineCanvas) -> None:
    across = low.horizontalScrollBar()
    before = across.value()
    turn(low, (0, 0), phase=BEGIN)
    turn(low, (-20, 0), pixels=(-10, 0), phase=UPDATE)
    turn(low, (0, 0), phase=FINISHED)
    for pixels in (-8, -5, -2):
        turn(low, (pixels * 2, 0), pixels=(pixels, 0), phase=MOMENTUM)
    assert across.value() == before + 25
    scale = low.points_per_day
    turn(low, (0, 60), pixels=(0, 30), phase=BEGIN, keys=CONTROL)
    turn(low, (0, 0), phase=FINISHED, keys=CONTROL)
    settled = low.points_per_day
    for _ in range(20):
        turn(low, (0, 60), pixels=(0, 30), phase=MOMENTUM, keys=CONTROL)
    assert low.points_per_day == settled >= scale


def test_ctrl_during_a_glide_does_not_turn_it_into_zooming(low: TimelineCanvas) -> None:
    scale = low.points_per_day
    turn(low, (0, -40), pixels=(0, -20), phase=BEGIN)
    for _ in range(10):
        turn(low, (0, -60), pixels=(0, -30), phase=MOMENTUM, keys=CONTROL)
    assert low.points_per_day == scale
    assert low.verticalScrollBar().value() > 20


# A touch screen


def test_one_finger_moves_the_picture_and_selects_nothing(low: TimelineCanvas) -> None:
    screen, across, down = Screen(low), low.horizontalScrollBar(), low.verticalScrollBar()
    start = across.value()
    begin = QPoint(600, 150)
    screen.press(begin)
    for far in (20, 60, 100):
        screen.move(begin - QPoint(far, far // 4))
    screen.lift()
    assert (across.value() - start, down.value()) == (100, 25)
    assert low._controller.selection == ()


def test_a_finger_that_trembles_taps(canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), mark(canvas, "entry:vraag")
    before = canvas.horizontalScrollBar().value()
    screen.press(place)
    screen.move(place + QPoint(2, 1))
    screen.lift()
    assert canvas._controller.selection == ("vraag",)
    assert canvas.horizontalScrollBar().value() == before


def test_two_taps_ask_to_edit(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), mark(canvas, "entry:vraag")
    with qtbot.waitSignal(canvas.edit_asked) as asked:
        screen.tap(place)
        screen.tap(place)
    assert asked.args == ["vraag"]


def test_two_taps_where_nothing_is_ask_to_add_on_that_day(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), nowhere(canvas)
    with qtbot.waitSignal(canvas.add_asked) as asked:
        screen.tap(place)
        screen.tap(place)
    assert asked.args == [canvas.day_at(QPointF(place)), ""]


def test_taps_far_apart_are_two_taps(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), nowhere(canvas)
    with qtbot.assertNotEmitted(canvas.add_asked):
        screen.tap(place)
        screen.tap(place + QPoint(200, 0))


def test_two_fingers_zoom_around_their_middle_and_take_it_along(canvas: TimelineCanvas) -> None:
    screen, scale = Screen(canvas), canvas.points_per_day
    day = day_at(canvas, 500)
    screen.press(QPoint(450, 300), QPoint(550, 300))
    for half in (60, 75, 90, 101):
        screen.move(QPoint(500 - half, 300), QPoint(500 + half, 300))
    screen.move(QPoint(440 - 101, 300), QPoint(440 + 101, 300))
    screen.lift()
    assert canvas.points_per_day == pytest.approx(scale * 2)
    assert abs(day_at(canvas, 440) - day) * canvas.points_per_day <= 4
    assert canvas._controller.selection == ()


def test_a_finger_that_stays_after_a_pinch_moves_the_picture_from_where_it_is(canvas: TimelineCanvas) -> None:
    screen, across = Screen(canvas), canvas.horizontalScrollBar()
    screen.press(QPoint(300, 300), QPoint(700, 300))
    screen.lift(1)
    before = across.value()
    screen.move(QPoint(290, 300))
    screen.move(QPoint(260, 300))
    screen.lift()
    assert across.value() == before + 40
    assert canvas._controller.selection == ()


def test_a_finger_that_rests_asks_for_a_menu_and_clicks_nothing(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), nowhere(canvas)
    with qtbot.waitSignal(canvas.menu_asked) as asked:
        screen.press(place)
    (spot,) = asked.args
    assert (spot.kind, spot.day) == ("ground", canvas.day_at(QPointF(place)))
    before = canvas.horizontalScrollBar().value()
    with qtbot.assertNotEmitted(canvas.add_asked):
        screen.lift()
    assert canvas.horizontalScrollBar().value() == before


def test_a_finger_that_moves_asks_for_no_menu(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    screen, place = Screen(canvas), nowhere(canvas)
    rest = QGuiApplication.styleHints().mousePressAndHoldInterval() + 100
    with qtbot.assertNotEmitted(canvas.menu_asked, wait=rest):
        screen.press(place)
        screen.move(place + QPoint(60, 0))
    screen.lift()
