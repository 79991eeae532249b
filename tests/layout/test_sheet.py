"""Every page says whose it is, of which day, which page of how many, and VERTROUWELIJK; papers have real sizes."""

from __future__ import annotations

import pytest

from tijdlijn.drawing.primitives import Box, Group, Text, flatten
from tijdlijn.drawing.tags import role_of
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.sheet import PAPERS, Frame, Furniture, PaperSize, furnish
from tijdlijn.model.problems import Problem

FURNITURE = Furniture("Gezin Terpstra", "stand 31 december 2022", "2022-07")


def words_on(paper: PaperSize, **more: str) -> list[Text]:
    page = furnish([], paper, FURNITURE, page=3, pages=12, **more)
    return [item for item in flatten(page.items) if isinstance(item, Text)]


def test_a4_lying_is_297_by_210_millimetres() -> None:
    paper = PaperSize.of("a4")
    assert (paper.width * 25.4 / 72, paper.height * 25.4 / 72) == pytest.approx((297, 210))
    assert (paper.landscape, PaperSize.of("A4", landscape=False).landscape) == (True, False)


def test_an_unknown_paper_is_refused_in_dutch() -> None:
    with pytest.raises(Problem, match=r"A5.*kies A4"):
        PaperSize.of("A5")


def test_type_grows_with_the_sheet_from_a3_up() -> None:
    scales = [PaperSize.of(name).scale for name in PAPERS]
    assert scales == pytest.approx([1, 1, 1.414, 2.002, 2.831], abs=0.001)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("part", ["", "Chronologie"])
def test_every_page_says_what_it_is_within_the_sheet(name: str, landscape: bool, part: str) -> None:
    paper = PaperSize.of(name, landscape)
    texts = words_on(paper, part=part)
    said = " | ".join(text.text for text in texts)
    for words in ("Gezin Terpstra", "31 december 2022", "bladzijde 3 van 12", "VERTROUWELIJK", "casus 2022-07", part):
        assert words in said
    frame = Frame.of_text(paper) if part else Frame.of_picture(paper)
    for text in texts:
        assert frame.x <= text.x
        assert text.x + text_width(text.text, text.size, text.face) <= frame.right + 0.01
        assert text.y < frame.y or text.y > frame.bottom


def test_a_very_long_title_leaves_the_mark_alone() -> None:
    page = furnish([], PaperSize.of("A4"), Furniture("Gezin " + "lang " * 60, "stand vandaag"), part="")
    title, mark = (
        next(t for t in flatten(page.items) if isinstance(t, Text) and k in t.text) for k in ("lang", "VERT")
    )
    assert title.text.endswith("…")
    assert title.x + text_width(title.text, title.size, title.face) < mark.x


def test_the_content_stands_on_the_furniture() -> None:
    box = Box(1, 2, 3, 4, "page.mark")
    assert furnish([box], PaperSize.of("A4"), FURNITURE, part="Bevindingen").items[-1] == box


def test_a_picture_is_one_figure_and_says_in_words_what_it_shows() -> None:
    box, about = Box(1, 2, 3, 4, "page.mark"), Furniture("Gezin Terpstra", "", "", "Tijdlijn van Noor.")
    figure = furnish([box], PaperSize.of("A4"), about, subtitle="3 regels").items[-1]
    assert isinstance(figure, Group)
    assert (role_of(figure), figure.children, figure.label) == ("Figure", (box,), "Tijdlijn van Noor. 3 regels.")
    unsaid = furnish([box], PaperSize.of("A4"), FURNITURE, subtitle="3 regels").items[-1]
    assert isinstance(unsaid, Group)
    assert unsaid.label == "Gezin Terpstra. 3 regels."
