"""The painter: what a drawing says is what is painted, as wide as it was measured, and as often as needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.styles import DARK, LIGHT, PRINT, Hatch, Style
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.render_qt.painter import Painter, family

THEME = {
    "red": Style(fill="#ff0000"),
    "blue": Style(fill="#0000ff"),
    "line": Style(stroke="#000000", width=1.0),
    "thick": Style(stroke="#000000", width=6.0),
    "dashed": Style(stroke="#000000", width=1.0, dash=(4.0, 4.0)),
    "framed": Style(fill="#ffff00", stroke="#000000", width=2.0),
    "hatched": Style(hatch=Hatch("#000000", 6.0, 1.5)),
    "text": Style(fill="#000000"),
}
WHITE = QColor("#ffffff").rgb()


def painted(*items: Primitive, shift: tuple[float, float] = (0, 0), size: tuple[int, int] = (120, 60)) -> QImage:
    """A white picture with these items."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.translate(*shift)
    Painter(THEME).paint(painter, items)
    painter.end()
    return image


def ink(image: QImage) -> QRect:
    """The rectangle around all that is not white."""
    dark = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != WHITE]
    if not dark:
        return QRect()
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def share(image: QImage, area: QRect) -> float:
    """How dark an area is, from 0 (white) to 1 (black)."""
    places = [(x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1)]
    return 1 - sum(image.pixelColor(x, y).lightnessF() for x, y in places) / len(places)


def test_a_box_is_painted_where_it_is(qtbot: QtBot) -> None:
    image = painted(Box(10, 20, 30, 15, "red"))
    assert ink(image) == QRect(10, 20, 30, 15)
    assert image.pixelColor(25, 27) == QColor("#ff0000")


def test_a_round_box_has_no_corners(qtbot: QtBot) -> None:
    image = painted(Box(10, 10, 20, 20, "red", radius=10))
    assert image.pixelColor(20, 20) == QColor("#ff0000")
    assert all(image.pixel(x, y) == WHITE for x in (10, 29) for y in (10, 29))


def test_a_frame_stands_around_its_fill(qtbot: QtBot) -> None:
    image = painted(Box(10, 10, 40, 20, "framed"))
    assert image.pixelColor(30, 20) == QColor("#ffff00")
    assert image.pixelColor(10, 20).lightness() < 60


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.4, 0.4), (-0.3, 7.5)])
def test_a_thin_line_is_one_sharp_row_of_pixels_wherever_the_view_stands(
    qtbot: QtBot, shift: tuple[float, float]
) -> None:
    upright = ink(painted(Line(40.3, 10, 40.3, 40, "line"), shift=shift))
    level = ink(painted(Line(10, 20.7, 50, 20.7, "line"), shift=shift))
    assert upright.width() == 1
    assert level.height() == 1


def test_a_thick_and_a_slanted_line_are_smooth(qtbot: QtBot) -> None:
    assert ink(painted(Line(10, 30, 60, 30, "thick"))) == QRect(10, 27, 50, 6)
    slanted = ink(painted(Line(10, 10, 40, 40, "line")))
    assert slanted.width() >= 29
    assert slanted.height() >= 29


def test_a_dashed_line_has_holes(qtbot: QtBot) -> None:
    image = painted(Line(30, 0, 30, 60, "dashed"))
    column = [image.pixelColor(30, y).lightness() < 128 for y in range(60)]
    assert 20 <= sum(column) <= 40


def test_a_polygon_is_filled(qtbot: QtBot) -> None:
    image = painted(Polygon(((30, 10), (50, 30), (30, 50), (10, 30)), "blue"))
    assert image.pixelColor(30, 30) == QColor("#0000ff")
    assert image.pixel(12, 12) == WHITE


@pytest.mark.parametrize("shape", [Box(10, 10, 80, 40, "hatched"), Box(10, 10, 80, 40, "hatched", radius=6)])
def test_a_hatch_lets_the_ground_through(qtbot: QtBot, shape: Primitive) -> None:
    assert 0.08 < share(painted(shape), QRect(20, 15, 60, 30)) < 0.6


def test_a_hatch_moves_along_with_what_it_fills(qtbot: QtBot) -> None:
    still, moved = (painted(Box(10, 10, 60, 40, "hatched"), shift=shift) for shift in ((0, 0), (13, 0)))
    assert still.copy(15, 15, 40, 25) == moved.copy(28, 15, 40, 25)


def test_what_comes_later_lies_over_what_was_before_also_in_groups(qtbot: QtBot) -> None:
    under, over = Box(10, 10, 20, 20, "red"), Box(10, 10, 20, 20, "blue")
    assert painted(under, Group("g", (over,))).pixelColor(15, 15) == QColor("#0000ff")
    assert painted(Group("g", (Group("h", (over,)), under))).pixelColor(15, 15) == QColor("#ff0000")


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("size", [6.5, 10.0, 12.0, 18.4])
def test_a_text_is_as_wide_as_it_was_measured(qtbot: QtBot, face: Face, size: float) -> None:
    text = "HVAWA Zorgmelding bij Veilig Thuis 2019H"
    area = ink(painted(Text(20, 30, text, "text", size, face), size=(500, 50)))
    assert area.width() == pytest.approx(text_width(text, size, face), abs=size * 0.25)


@pytest.mark.parametrize("size", [6.5, 12.0, 18.4])
def test_a_text_stands_on_its_baseline(qtbot: QtBot, size: float) -> None:
    area = ink(painted(Text(20, 30, "HHH", "text", size)))
    assert area.bottom() == pytest.approx(29, abs=1)
    assert area.left() == pytest.approx(20, abs=2)


def test_a_text_is_never_markup(qtbot: QtBot) -> None:
    plain = ink(painted(Text(5, 30, "<b>vet</b>", "text", 12)))
    assert plain.width() > ink(painted(Text(5, 30, "vet", "text", 12))).width() * 2


def test_a_text_over_a_hatch_stays_in_its_place(qtbot: QtBot) -> None:
    def width(*before: Primitive) -> int:
        image = painted(*before, Text(5, 50, "Hulp", "text", 12), shift=(7, 3), size=(120, 70))
        return ink(image.copy(0, 40, 120, 30)).left()

    assert width(Box(10, 5, 40, 20, "hatched", radius=4)) == width()


def test_a_picture_is_the_same_when_it_is_painted_again(qtbot: QtBot) -> None:
    items = [Box(10, 10, 50, 20, "framed", radius=5), Text(20, 30, "Hulp", "text", 12), Line(9, 9, 9, 50, "line")]
    tool, images = Painter(THEME), []
    for _ in range(2):
        image = QImage(120, 60, QImage.Format.Format_RGB32)
        image.fill(WHITE)
        painter = QPainter(image)
        tool.paint(painter, items)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_twenty_thousand_calls_do_not_bring_python_down(qtbot: QtBot) -> None:
    """PySide6 6.12.0 aborts on Python 3.11 after some 5,000 Qt calls that return nothing."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    tool, painter = Painter(THEME), QPainter(image)
    kinds: list[Callable[[int], Primitive]] = [
        lambda n: Box(n % 150, n % 80, 12, 9, "framed", n % 3),
        lambda n: Line(n % 150, 0, n % 90, 99, "line"),
        lambda n: Text(n % 150, 50, f"{n % 40}", "text", 11),
        lambda n: Polygon(((1, 1), (n % 90, 40), (3, 70)), "blue"),
        lambda n: Box(n % 150, n % 80, 12, 9, "hatched"),
    ]
    for round_ in range(40):
        tool.paint(painter, (kinds[n % 5](n) for n in range(round_ * 500, round_ * 500 + 500)))
    painter.end()
    assert ink(image.copy(0, 0, 60, 60)).isValid()


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
def test_every_style_of_a_theme_can_be_painted(qtbot: QtBot, theme: dict[str, Style]) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for style in theme:
        Painter(theme).paint(
            painter,
            [Box(1, 1, 9, 9, style), Box(1, 1, 9, 9, style, 3), Line(1, 1, 9, 9, style), Text(9, 20, "a", style, 9)],
        )
    painter.end()


def test_the_shipped_faces_are_loaded_under_their_own_name(qtbot: QtBot) -> None:
    assert {family(face).partition(" Semibold")[0] for face in Face} == {"Source Sans Pro"}


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize(
    "item", [Box(3.3, 4.7, 20.2, 9.9, "red"), Line(11.7, 2.2, 11.7, 30.1, "line"), Line(2.2, 9.4, 30.7, 9.4, "line")]
)
def test_edges_lie_on_whole_pixels_whatever_a_point_is(factor: float, item: Primitive) -> None:
    image = QImage(round(60 * factor), round(50 * factor), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(factor)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.translate(1.3, 0.6)
    Painter(THEME).paint(painter, [item])
    painter.end()
    pure = QColor("#ff0000" if isinstance(item, Box) else "#000000").rgb()
    found = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert found == {WHITE, pure}
