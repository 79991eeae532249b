"""The SVG is opened by another program (Qt) and shows the shapes that the PDF shows, in the same places and colours.

Qt draws no fonts that a file carries, so what is compared are the bars and marks by their colour, and where texts begin
is held against the PDF elsewhere (`test_build`).
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.analysis.terpstra import terpstra
from tests.render_pdf.looking import picture
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.styles import PRINT
from tijdlijn.report.build import pdf_bytes, svg_text
from tijdlijn.report.options import OVERVIEW, PageOptions

OPTIONS = PageOptions(parts=(OVERVIEW,))
NEAR = 12


def by_qt(svg: str, size: tuple[int, int]) -> Image.Image:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    data = bytes(image.constBits())
    return Image.frombytes("RGB", size, data, "raw", "RGB", image.bytesPerLine())


def of_colour(image: Image.Image, colour: str) -> Image.Image:
    """The dots that have a colour, white on black."""
    wanted = Image.new("RGB", image.size, colour)
    bands = [band.point(lambda off: 255 if off <= NEAR else 0) for band in ImageChops.difference(image, wanted).split()]
    return ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])


def dots(mask: Image.Image) -> int:
    return mask.histogram()[255]


@pytest.mark.parametrize("style", ["hulp.sure", "uithuis.sure", "betrokken.sure", "wave.sure"])
def test_shapes_of_a_colour_lie_where_the_pdf_has_them(qtbot: QtBot, style: str) -> None:
    of = terpstra()
    analysis = analyse(of)
    on_paper = picture(pdf_bytes(of, analysis, OPTIONS), scale=1.0)
    elsewhere = by_qt(svg_text(of, analysis, OPTIONS), on_paper.size)
    colour = PRINT[style].fill
    assert colour
    one, other = of_colour(on_paper, colour), of_colour(elsewhere, colour)
    both, either = dots(ImageChops.darker(one, other)), dots(ImageChops.lighter(one, other))
    assert either > 300
    assert both > 0.8 * either, "more than the letters on bars differ"
