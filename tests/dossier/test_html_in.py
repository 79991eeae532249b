"""Web pages: what a page shows is read, what it does not show is not, however badly it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.office import lines, mutated, read_or_refused, said_once
from tests.dossier.office_more import HTML_DELETED, HTML_PLACES, rich_html
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.dossier.html_in import read_html
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

RICH = rich_html()


@pytest.fixture(scope="module")
def rich() -> Document:
    return read_html(RICH, "rijk.html")


def read(page: str) -> Document:
    return read_html(page.encode(), "pagina.html")


@pytest.mark.parametrize("place", HTML_PLACES)
def test_a_date_is_read_once_wherever_it_stands(rich: Document, place: str) -> None:
    assert said_once(rich, HTML_PLACES[place])


@pytest.mark.parametrize("words", HTML_DELETED)
def test_what_is_not_shown_is_not_read(rich: Document, words: str) -> None:
    assert words not in rich.text


def test_offsets_are_exact_and_what_was_left_out_is_said(rich: Document) -> None:
    assert_exact(rich)
    assert any("verwijderd" in notice for notice in rich.notices)
    assert any("Verborgen" in notice for notice in rich.notices)


def test_spaces_collapse_and_breaks_are_lines() -> None:
    assert read("<p>op\n  3 <b> mei</b>\n2019<br> \n x</p><div>y <span>z</span></div>").text == "op 3 mei 2019\nx\ny z"


def test_rows_of_a_table_are_lines_also_when_nothing_is_closed() -> None:
    document = read("<table><tr><td>a<td>b<tr><td colspan=2>c<td>d</table>na<table><tr><th>e<th>f</table>")
    assert lines(document) == ["a\tb", "c\t\td", "na", "e\tf"]
    assert [block.table for block in document.blocks] == [1, 1, 0, 2]


def test_a_table_for_layout_is_read_as_paragraphs() -> None:
    document = read("<table><tr><td><p>een</p><p>twee</p></td></tr><tr><td><table><tr><td>3<td>4</table></table>")
    assert lines(document) == ["een", "twee", "3\t4"]


def test_headings_are_known_by_their_element_and_by_bold_type() -> None:
    document = read("<h1>een</h1><h3>drie</h3><p><b>3 mei 2019</b></p><p><b>half</b> vet</p>")
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 7),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "cp1252"),
        ("", "cp1252"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("<meta charset='utf-8'>", "utf-16"),
        ("<meta charset='bestaat-niet'>", "utf-8"),
        ("<meta charset='rot13'>", "utf-8"),
    ],
)
def test_letters_are_read_whatever_the_page_says_of_them(head: str, encoding: str) -> None:
    data = f"<html><head>{head}</head><body>coördinator – café € 5</body></html>".encode(encoding)
    assert read_html(data, "pagina.html").text == "coördinator – café € 5"


def test_text_that_was_not_closed_as_deleted_is_not_lost() -> None:
    assert read("<p>a <del>op 3 mei</p><p>b</p>").text == "a op 3 mei\nb"


def test_what_is_meant_for_word_alone_is_not_read_and_what_is_not_is() -> None:
    page = "a<!--[if mso]><p>1 mei</p><![endif]-->b<![if !mso]>c<![endif]><!--[if !mso]><!-->d<!--<![endif]-->e"
    assert read(page).text == "abcde"


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<![", "<a b='", "</", "<!", "&", "<?", "<b><![x"])
def test_a_page_of_loose_ends_is_read_in_no_time(piece: str) -> None:
    assert "einde" in read(piece * 30_000 + "><p>einde</p>").text


@pytest.mark.parametrize("data", [b"", b"<html><body><script>x</script></body></html>", b"\x89PNG\x00\x00\x00"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    with pytest.raises(Problem, match=r"stuk\.html"):
        read_html(data, "stuk.html")


@given(mutated(RICH))
@settings(max_examples=60, deadline=None)
def test_a_damaged_page_gives_a_document_or_a_problem(data: bytes) -> None:
    assert read_or_refused(read_html, data)


TAGS = st.sampled_from(
    [
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<p>",
        "</p>",
        "<br>",
        "<h2>",
        "</h2>",
        "<b>",
        "</b>",
        "<pre>",
        "<li>",
    ],
)


@given(st.lists(TAGS | st.sampled_from([f"w{number}." for number in range(9)]), max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_however_elements_are_nested(parts: list[str]) -> None:
    said = sorted(part for part in parts if not part.startswith("<"))
    if said:
        document = read(" ".join(parts))
        assert_exact(document)
        assert sorted(document.text.split()) == said
