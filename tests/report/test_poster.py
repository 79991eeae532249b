"""A poster: its sheets, glued together, are the one picture."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.analysis.terpstra import terpstra
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.styles import scaled
from tijdlijn.layout.sheet import POINTS_PER_MM, PaperSize
from tijdlijn.model.views import Arrangement, LaneBy, View
from tijdlijn.render_pdf.document import PdfDocument
from tijdlijn.report.build import pdf_bytes, poster_picture
from tijdlijn.report.options import OVERVIEW, PageOptions, Poster
from tijdlijn.report.poster import MARGIN, corners, poster_size

SCALE = 2


def rendered(pdf: bytes, page: int) -> Image.Image:
    image: Image.Image = pdfium.PdfDocument(pdf)[page].render(scale=SCALE).to_pil()
    return image.convert("L")


def options_of(poster: Poster) -> PageOptions:
    return PageOptions(parts=(OVERVIEW,), poster=poster)


def darkness(image: Image.Image) -> float:
    """The part of the dots that are dark."""
    return sum(image.histogram()[:160]) / (image.width * image.height)


def most_unlike(one: Image.Image, other: Image.Image) -> int:
    """How far apart the greys are where they are most so, seen from a little way off: sheets are no whole dots."""
    soft = ImageFilter.GaussianBlur(2.5)
    return int(ImageChops.difference(one.filter(soft), other.filter(soft)).getextrema()[1])  # type: ignore[arg-type]


def test_sheets_have_letters_and_step_by_their_width_less_the_overlap() -> None:
    poster = Poster(3, 2, "A4", overlap_mm=10)
    found = corners(poster, True)
    assert [letter for letter, _, _ in found] == ["A1", "A2", "A3", "B1", "B2", "B3"]
    wide = PaperSize.of("A4").width - 2 * MARGIN
    assert found[1][1] == pytest.approx(wide - 10 * POINTS_PER_MM, abs=1.5)
    assert poster_size(poster, True).width == pytest.approx(found[2][1] + wide, abs=1)


@pytest.mark.parametrize("poster", [Poster(2, 2, "A4"), Poster(3, 1, "A4", overlap_mm=0, cut_marks=False)])
def test_the_sheets_joined_are_the_one_picture(poster: Poster) -> None:
    of = terpstra()
    analysis, options = analyse(of), options_of(poster)
    size = poster_size(poster, True)
    document = PdfDocument("proef")
    document.add_page(poster_picture(of, analysis, options), scaled(options.theme, size.scale))
    whole, tiles = rendered(document.finish(), 0), pdf_bytes(of, analysis, options)
    joined, edge = Image.new("L", whole.size, 255), round(MARGIN * SCALE)
    for number, (_, left, top) in enumerate(corners(poster, True)):
        sheet = rendered(tiles, number)
        inside = sheet.crop((edge, edge, sheet.width - edge - 1, sheet.height - edge - 1))
        joined.paste(inside, (round(left * SCALE), round(top * SCALE)))
    assert darkness(whole) > 0.005
    assert most_unlike(joined, whole) < 64
    joined.paste(255, (whole.width // 2, 0, whole.width, whole.height // 2))
    assert most_unlike(joined, whole) > 64, "a sheet that lacks must be seen"


def test_each_sheet_says_which_it_is_and_holds_no_text_of_another() -> None:
    of = terpstra()
    pages = pages_text(pdf_bytes(of, analyse(of), options_of(Poster(2, 2, "A4"))))
    assert [f"blad {letter}" in text for letter, text in zip(("A1", "A2", "B1", "B2"), pages, strict=True)] == [
        True
    ] * 4
    assert [f", {number} van 4" in text for number, text in enumerate(pages, 1)] == [True] * 4
    assert all("VERTROUWELIJK" in text for text in pages)
    assert all("bladzijde" not in text for text in pages)
    assert "poster van 4 bladen" in pages[1]
    assert of.title in pages[0]
    assert of.title not in pages[3]


def test_a_picture_that_goes_on_is_told_apart_from_its_sheets() -> None:
    of = terpstra()
    view = View(arrangement=Arrangement(by=(LaneBy.PARTIJ,)))
    options = PageOptions(parts=(OVERVIEW,), poster=Poster(1, 1, "A4"), view=view)
    pages = pages_text(pdf_bytes(of, analyse(of), options))
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"blad A1, 1 van 1 · deel {number} van {len(pages)}" in text
        assert "poster van 1 blad" in text
