"""The same drawing on screen and on paper: Qt's picture and the PDF's picture agree."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Drawing, Face, Line, Polygon, Text
from tijdlijn.drawing.styles import PRINT
from tijdlijn.layout.content import content_of
from tijdlijn.layout.filtering import shown
from tijdlijn.layout.pages import overview_page
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind
from tijdlijn.render_pdf.document import PdfDocument
from tijdlijn.render_qt.painter import Painter

SCALE = 2


def by_qt(drawing: Drawing) -> Image.Image:
    picture = QImage(round(drawing.width * SCALE), round(drawing.height * SCALE), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.scale(SCALE, SCALE)
    Painter(PRINT).paint(painter, drawing.items)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's stub knows only str formats of files
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("L")


def by_pdf(drawing: Drawing) -> Image.Image:
    document = PdfDocument("proef")
    document.add_page(drawing, PRINT)
    pdf = pypdfium2.PdfDocument(document.finish())
    try:
        return pdf[0].render(scale=SCALE).to_pil().convert("L")
    finally:
        pdf.close()


def difference(first: Image.Image, second: Image.Image) -> float:
    """Mean difference of brightness in percent, after a blur that forgives half a pixel."""
    size = min(first.width, second.width), min(first.height, second.height)
    one, two = (image.crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(3)) for image in (first, second))
    return float(ImageStat.Stat(ImageChops.difference(one, two)).mean[0]) / 2.55


def told_family() -> Case:
    return case(
        entry("gebeurtenis", "2012-06", "Ouders uit elkaar", schakelmoment="echtscheiding"),
        entry("interventie", "2013-02/2014-05-30", "Gezinsbehandeling", parties="kompas"),
        entry("interventie", "2016-01-10/..", "Ambulante hulp", parties="ponton"),
        entry("signaal", "2015-03-02", "Zorgmelding school"),
        entry("ultimatum", "2016-09~", "Meewerken of de beschermingstafel"),
        entry("uithuisplaatsing", "2017-02-01/2017-11", "Leefgroep"),
        entry("wonen", "2012/", "Bij moeder"),
        persons=[person("Noor", "2010-05-14", focus=True)],
    )


def family_page() -> Drawing:
    family, paper = told_family(), PaperSize.of("A4")
    return Drawing(paper.width, paper.height, overview_page(family, analyse(family), paper).items)


def test_each_primitive_looks_the_same(qapp: QApplication) -> None:
    drawing = Drawing(
        300,
        200,
        (
            Box(10, 10, 80, 30, "hulp.sure", 3),
            Box(110, 10, 80, 30, "gap.zeker"),
            Box(210, 10, 40, 40, "leven.hollow", 20),
            Line(10, 60, 290, 60, "axis.line"),
            Line(10, 70, 290, 120, "schakel.line"),
            Polygon(((20, 180), (50, 130), (80, 180)), "uithuis.mark"),
            Text(100, 150, "Snelkookpan: 7 partijen · é ü “aanhaling”", "label", 11),
            Text(100, 175, "Vet en halfvet", "title", 14, Face.SEMIBOLD),
        ),
    )
    assert difference(by_qt(drawing), by_pdf(drawing)) < 0.9


def test_a_text_after_a_hatch_stays_where_the_view_moved_it(qapp: QApplication) -> None:
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.translate(-500, 0)
    items = (Box(480, 5, 40, 30, "hulp.possible", 2), Text(560, 25, "behandeling", "label", 12))
    Painter(PRINT).paint(painter, items)
    painter.end()
    shown = [x for x in range(55, 130) for y in range(40) if picture.pixelColor(x, y).lightness() < 100]
    assert shown


def test_a_page_looks_the_same_on_screen_and_on_paper(qapp: QApplication) -> None:
    page = family_page()
    assert difference(by_qt(page), by_pdf(page)) < 0.6


def test_the_comparison_sees_a_bar_that_moved(qapp: QApplication) -> None:
    page = family_page()
    shifted = Drawing(page.width, page.height, (*page.items, Box(300, 250, 90, 9, "hulp.sure")))
    assert difference(by_qt(shifted), by_pdf(page)) > difference(by_qt(page), by_pdf(page)) + 0.05


@pytest.mark.parametrize("size", [6.5, 7.6, 11.0, 12.0, 33.3])
def test_texts_are_as_wide_as_they_were_measured(qapp: QApplication, size: float) -> None:
    from tijdlijn.drawing.text_metrics import text_width

    words = "Verzoek tot onderzoek bij de beschermingstafel AVATAR To"
    width = text_width(words, size)
    drawing = Drawing(width + 20, size * 2, (Text(10, size * 1.4, words, "label", size),))
    for picture in (by_qt(drawing), by_pdf(drawing)):
        box = ImageChops.invert(picture).point(lambda value: 255 if value > 60 else 0).getbbox()
        assert box is not None
        assert (box[2] - box[0]) / SCALE == pytest.approx(width, abs=width * 0.006 + 1.2)


VIEWS = [
    View(arrangement=Arrangement((LaneBy.PERSOON, LaneBy.SOORT), folded=frozenset({"persoon:"}))),
    View(arrangement=Arrangement((LaneBy.PARTIJ,), order=("sector:overig", "partij:"))),
    View(arrangement=Arrangement(hidden=frozenset({"wonen"})), filter=Filter(kinds=frozenset({Kind.INTERVENTIE}))),
]


@pytest.mark.parametrize("view", VIEWS, ids=["person, kind", "party", "filter"])
def test_the_page_has_the_lanes_and_entries_that_the_screen_has(view: View) -> None:
    family = told_family()
    screen = content_of(family, view.arrangement, shown(family, view.filter))
    page = overview_page(family, analyse(family), PaperSize.of("A3"), view=view).timeline.content
    said = [
        [(lane.lane.key, lane.lane.name, lane.showing, lane.total, [e.id for e in lane.entries]) for lane in one.lanes]
        for one in (screen, page)
    ]
    assert said[0] == said[1]
    assert screen.hidden == page.hidden


@pytest.mark.parametrize("view", VIEWS, ids=["person, kind", "party", "filter"])
def test_a_page_as_on_the_screen_looks_the_same_by_both_painters(qapp: QApplication, view: View) -> None:
    family, paper = told_family(), PaperSize.of("A3")
    page = Drawing(paper.width, paper.height, overview_page(family, analyse(family), paper, view=view).items)
    assert difference(by_qt(page), by_pdf(page)) < 0.6
