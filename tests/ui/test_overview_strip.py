"""The overview strip: the frame stands around the days in view, and goes where it is pressed or dragged."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import show
from tests.ui.pointing import hover
from tijdlijn.drawing.styles import DARK, LIGHT
from tijdlijn.layout.measure import SCREEN
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.overview_strip import OverviewStrip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, controller: CaseController) -> QWidget:
    """A canvas with its strip below it, zoomed in on a stretch in the middle of thirteen years."""
    controller.do(editing.add_entry, entry("hulpvraag", "2007-05-01"))
    made = QWidget()
    canvas = TimelineCanvas(controller, made)
    column = QVBoxLayout(made)
    column.addWidget(canvas)
    column.addWidget(OverviewStrip(canvas, made))
    show(qtbot, made, 1200, 700)
    canvas.zoom(8)
    canvas.show_day(date(2015, 6, 1).toordinal())
    return made


@pytest.fixture
def strip(window: QWidget) -> OverviewStrip:
    return window.findChild(OverviewStrip)


def middle_day(strip: OverviewStrip) -> float:
    return sum(strip._canvas.days_in_view) / 2


def test_the_frame_stands_around_the_days_in_view(strip: OverviewStrip) -> None:
    first, last = strip._canvas.days_in_view
    frame, axis = strip.window_rect(), strip._axis()
    assert (axis.day(frame.left()), axis.day(frame.right())) == pytest.approx((first, last), abs=1)


def test_a_press_beside_the_frame_brings_that_day_in_the_middle(qtbot: QtBot, strip: OverviewStrip) -> None:
    place = QPoint(round(strip._axis().x(date(2012, 1, 1).toordinal())), 30)
    assert not strip.window_rect().contains(place)
    qtbot.mouseClick(strip, LEFT, pos=place)
    assert middle_day(strip) == pytest.approx(date(2012, 1, 1).toordinal(), abs=8)
    assert strip.window_rect().center().x() == pytest.approx(place.x(), abs=1)


def test_the_frame_is_dragged_by_where_it_is_held(qtbot: QtBot, strip: OverviewStrip) -> None:
    frame, before = strip.window_rect(), middle_day(strip)
    held = QPoint(round(frame.left()) + 20, 30)
    qtbot.mousePress(strip, LEFT, pos=held)
    assert middle_day(strip) == before
    qtbot.mouseMove(strip, held - QPoint(100, 0))
    assert strip.window_rect().left() == pytest.approx(frame.left() - 100, abs=1.5)
    qtbot.mouseRelease(strip, LEFT, pos=held - QPoint(100, 0))
    qtbot.mouseMove(strip, held)
    assert strip.window_rect().left() == pytest.approx(frame.left() - 100, abs=1.5)


@pytest.mark.parametrize("edge", [-1, 1])
@pytest.mark.parametrize("by", [60, -25])
def test_an_edge_of_the_frame_zooms_and_the_other_stays(qtbot: QtBot, strip: OverviewStrip, edge: int, by: int) -> None:
    frame, scale = strip.window_rect(), strip._canvas.points_per_day
    held = QPoint(round(frame.right() if edge > 0 else frame.left()), 30)
    qtbot.mousePress(strip, LEFT, pos=held)
    qtbot.mouseMove(strip, held + QPoint(edge * by, 0))
    now = strip.window_rect()
    assert (strip._canvas.points_per_day < scale) == (by > 0)
    assert abs(now.width() - (frame.width() + by)) < 0.1 * (frame.width() + by)
    assert (now.left() if edge > 0 else now.right()) == pytest.approx(
        frame.left() if edge > 0 else frame.right(), abs=2
    )
    qtbot.mouseRelease(strip, LEFT, pos=held)


def test_the_pointer_tells_what_it_would_take(qtbot: QtBot, strip: OverviewStrip) -> None:
    frame = strip.window_rect()
    found = []
    for x in (frame.left(), frame.center().x(), frame.right(), frame.right() + 40):
        hover(strip, QPoint(round(x), 30))
        found.append(strip.cursor().shape())
    edge = Qt.CursorShape.SizeHorCursor
    assert found == [edge, Qt.CursorShape.OpenHandCursor, edge, Qt.CursorShape.PointingHandCursor]


def test_a_double_press_shows_the_whole_life(qtbot: QtBot, strip: OverviewStrip) -> None:
    before = strip.window_rect().width()
    qtbot.mouseDClick(strip, LEFT, pos=strip.window_rect().center().toPoint())
    assert strip.window_rect().width() > 2 * before


def test_a_move_paints_the_frame_only_and_a_change_paints_all(strip: OverviewStrip, controller: CaseController) -> None:
    before = strip._drawn()[2].cacheKey()
    strip._canvas.show_day(date(2012, 1, 1).toordinal())
    assert strip._drawn()[2].cacheKey() == before
    controller.do(editing.add_entry, entry("contact", "2009-05-01"))
    assert strip._drawn()[2].cacheKey() != before


@pytest.mark.parametrize("x", [0, 5_000])
def test_a_press_beyond_the_ends_goes_to_the_end(qtbot: QtBot, strip: OverviewStrip, x: int) -> None:
    bar = strip._canvas.horizontalScrollBar()
    qtbot.mouseClick(strip, LEFT, pos=QPoint(x, 30))
    assert bar.value() == (bar.maximum() if x else 0)
    assert SCREEN.names <= strip.window_rect().left() < strip.window_rect().right() < strip.width()


def test_it_is_painted_in_the_colours_that_are_chosen(strip: OverviewStrip) -> None:
    shades = []
    for look in (LIGHT, DARK):
        strip.set_theme(look)
        shades.append(strip.grab().toImage().pixelColor(6, strip.height() - 4).lightness())
    assert shades[0] > 200 > 60 > shades[1]
