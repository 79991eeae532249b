"""A document of text as pages: nothing cut, nothing lost, and what goes on says so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tijdlijn.analysis.certainty import Status
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.layout.document import (
    Answer,
    Heading,
    Item,
    Picture,
    Point,
    Table,
    Title,
    Tone,
    Words,
    around_picture,
    cell,
)
from tijdlijn.layout.document_pages import document_pages
from tijdlijn.layout.flow import FlowPage
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.layout.tables import Column

FRAME = Frame.of_text(PaperSize.of("A4", landscape=False))
COLUMNS = (Column("Wat", 100, 200, share=1), Column("Wie", 60, 100))


def pages(*items: Item) -> tuple[FlowPage, ...]:
    return document_pages(items, FRAME)


def texts(page: FlowPage) -> list[Text]:
    return [item for item in flatten(page.items) if isinstance(item, Text)]


def said(found: Sequence[FlowPage]) -> str:
    return " ".join(text.text for page in found for text in texts(page))


def test_long_texts_come_out_whole_and_nothing_stands_beyond_the_edges_of_the_page() -> None:
    long = [f"woord{letter} " * 600 for letter in "abcdefghij"]
    found = pages(
        Title("Verslag", long[0], (("Doel", long[1]),)),
        Heading("Kop"),
        Heading(long[2], long[3], 2),
        Answer("Vraag", long[4]),
        Answer("Het gezin zegt", long[5], Tone.FAMILY),
        Point(Status.ZEKER, long[6], (long[7],)),
        Table(COLUMNS, ((cell(long[8]), cell("x" * 300)),)),
        Words(long[9]),
    )
    for page in found:
        for text in texts(page):
            assert FRAME.y <= text.y <= FRAME.bottom
            assert FRAME.x <= text.x < FRAME.right
    counts = [said(found).count(f"woord{letter}") for letter in "abdefghij"]
    assert counts == [600] * 9
    assert said(found).count("woordc") >= 600  # once more at the top of each page on which it goes on


@pytest.mark.parametrize("count", [1, 7, 40])
def test_a_row_is_never_cut_where_it_fits_a_page(count: int) -> None:
    rows = tuple((cell(f"begin{n} " + "tekst " * 150 + f"einde{n}"), cell("")) for n in range(count))
    found = pages(Heading("Tabel"), Table(COLUMNS, rows))
    where = [said([page]) for page in found]
    for n in range(count):
        assert _with(where, f"begin{n}") == _with(where, f"einde{n}") != []


def _with(told: Sequence[str], word: str) -> list[int]:
    """The numbers of the pages on which a word stands."""
    return [number for number, text in enumerate(told) if word in text.split()]


def test_the_heads_of_a_table_come_back_on_every_page() -> None:
    found = pages(Table(COLUMNS, tuple((cell(f"rij {n}"), cell("")) for n in range(90))))
    assert len(found) == 3
    assert all([text.text for text in texts(page)[:2]] == ["Wat", "Wie"] for page in found)


def test_a_heading_never_stands_at_the_foot_of_a_page() -> None:
    for lines in range(50, 62):
        found = pages(*(Words(f"regel {n}") for n in range(lines)), Heading("Kop"), Answer("De groep", "Iets."))
        for page in found[:-1]:
            assert texts(page)[-1].text != "Kop"


def test_what_goes_on_over_a_page_says_of_what_it_is() -> None:
    found = pages(Heading("Reflecties"), Heading("Verhuisd", "2018", 2), Answer("Hoe?", "woord " * 900))
    assert [text.text for text in texts(found[1])[:3]] == ["Reflecties, vervolg", "Verhuisd", ", vervolg"]


def test_the_outline_has_the_headings_at_their_depth() -> None:
    found = pages(
        Title("Verslag", "Actieleren"), Heading("Afspraken"), Words("x"), Heading("Verhuisd", "", 2), Words("y")
    )
    assert [(mark.title, mark.level) for page in found for mark in page.bookmarks] == [
        ("Actieleren", 0),
        ("Afspraken", 1),
        ("Verhuisd", 2),
    ]


def test_a_finding_that_holds_no_longer_says_so_in_a_word() -> None:
    assert "niet meer" in said(pages(Point(None, "Er was niemand.")))
    assert "niet meer" not in said(pages(Point(Status.ZEKER, "Er was niemand.")))


def test_a_picture_has_no_place_in_the_text() -> None:
    assert said(pages(Words("voor"), Picture("Tijdlijn"), Words("na"))) == "voor na"
    assert around_picture((Words("voor"), Picture("x"), Words("na"))) == ((Words("voor"),), (Words("na"),))
    assert around_picture((Words("alles"),)) == ((Words("alles"),), ())


def test_empty_paragraphs_are_left_out_of_a_cell() -> None:
    assert cell("a", "", Words("  ", Tone.QUIET), Words("b", Tone.STRONG)) == (Words("a"), Words("b", Tone.STRONG))


def test_no_items_make_no_pages() -> None:
    assert pages() == ()
