"""Every part of a document has a role, in the order in which it is read, and page and tree name each other."""

from __future__ import annotations

from collections.abc import Iterable

from tests.render_pdf.looking import reader
from tests.render_pdf.test_document import THEME
from tests.render_pdf.tree import Node, furniture, tree
from tijdlijn.drawing.primitives import Box, Drawing, Group, Line, Primitive, Text
from tijdlijn.drawing.tags import row_over_all, tagged
from tijdlijn.render_pdf.document import PdfDocument


def pdf(*pages: Iterable[Primitive], links: dict[str, str] | None = None) -> bytes:
    document = PdfDocument("Proef")
    for number, items in enumerate(pages):
        places = {"top": 0.0} if not number else {}
        document.add_page(Drawing(300, 200, tuple(items)), THEME, links=links or {}, destinations=places)
    return document.finish()


def says(words: str, y: float = 50) -> Text:
    return Text(20, y, words, "ink", 10)


def row(*cells: str, role: str = "TR") -> Group:
    return tagged(role, (tagged("TH" if role == "Table" else "TD", (says(cell),) if cell else ()) for cell in cells))


def shape(node: Node) -> object:
    """Role and text of a node, with its children."""
    told = f"{node.role} {node.text}".strip()
    return [told, *map(shape, node.kids)] if node.kids else told


def test_headings_and_paragraphs_stand_in_the_order_of_the_page() -> None:
    data = pdf([tagged("H1", [says("Titel")]), tagged("P", [says("Eerst")]), tagged("P", [says("Dan")])])
    assert shape(tree(data)) == ["Document", "H1 Titel", "P Eerst", "P Dan"]


def test_a_tagged_document_says_so_and_has_its_language_and_title() -> None:
    root = reader(pdf([tagged("P", [says("x")])])).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_lines_of_a_paragraph_are_one_thing_with_a_space_between_them() -> None:
    data = pdf([tagged("P", [says("in het"), says("weekend", 62)])])
    assert shape(tree(data)) == ["Document", "P in het weekend"]


def test_a_paragraph_goes_on_over_a_page_and_another_does_not() -> None:
    data = pdf([tagged("P", [says("een ")])], [tagged("P+", [says("twee")]), tagged("P", [says("drie")])])
    assert shape(tree(data)) == ["Document", "P een twee", "P drie"]


def test_a_table_is_one_over_pages_and_a_row_too_with_its_cells_in_place() -> None:
    first = [row("Datum", "Wat", role="Table"), row("2019", "lang ")]
    second = [says("kop, vervolg"), row("", "verhaal", role="TR+"), row("2020", "kort")]
    data = pdf(first, second)
    assert shape(tree(data)) == [
        "Document",
        [
            "Table",
            ["TR", "TH Datum", "TH Wat"],
            ["TR", "TD 2019", "TD lang verhaal"],
            ["TR", "TD 2020", "TD kort"],
        ],
    ]
    assert furniture(data) == ["kop, vervolg"]


def test_what_comes_after_a_table_ends_it_and_heads_open_another() -> None:
    data = pdf(
        [row("A", role="Table"), row("1"), row("B", role="Table"), row("2"), tagged("H2", [says("Kop")]), row("3")]
    )
    assert [node.role for node in tree(data).kids] == ["Table", "Table", "H2", "Table"]


def test_a_year_is_a_heading_in_a_cell_over_all_columns() -> None:
    data = pdf([row("A", "B", role="Table"), row_over_all(2, [says("2019")], "H2"), row("1", "2")])
    (table,) = tree(data).kids
    (head,) = table.kids[1].kids
    assert (head.role, head.columns, shape(head)) == ("TH", 2, ["TH", "H2 2019"])


def test_items_that_follow_each_other_are_one_list() -> None:
    data = pdf([tagged("LI", [says("een")]), tagged("LI", [says("twee")]), tagged("P", [says("drie")])])
    assert shape(tree(data)) == ["Document", ["L", ["LI", "LBody een"], ["LI", "LBody twee"]], "P drie"]


def test_a_figure_is_one_thing_with_its_words_and_what_lies_around_it_is_none() -> None:
    inside = [Box(20, 20, 40, 40, "red"), says("15 mrt")]
    data = pdf([says("VERTROUWELIJK", 10), tagged("Figure", inside, "Tijdlijn van Noor", (20, 20, 100, 60))])
    (figure,) = tree(data).kids
    assert (figure.role, figure.words, figure.text) == ("Figure", "Tijdlijn van Noor", "15 mrt")
    assert furniture(data) == ["VERTROUWELIJK"]


def test_shapes_beside_text_are_no_part_of_it() -> None:
    data = pdf([tagged("P", [says("voor"), Line(0, 60, 90, 60, "line"), says("na", 80)])])
    assert shape(tree(data)) == ["Document", "P voorna"]
    assert reader(data).pages[0].get_contents().get_data().count(b"/Artifact BMC") == 1


def test_a_link_in_text_is_an_element_with_its_annotation() -> None:
    data = pdf(
        [tagged("P", [Group("entry:1", (says("zie hier"),), bounds=(20, 40, 60, 12))])], links={"entry:1": "top"}
    )
    (link,) = tree(data).of("Link")
    assert (link.text, link.links) == ("zie hier", 1)
    (annotation,) = reader(data).pages[0]["/Annots"]
    assert annotation.get_object()["/Contents"] == "zie hier"


def test_links_in_a_figure_stand_after_it_with_their_names() -> None:
    entry = Group("entry:1", (says("Noor"),), "Noor naar Kompas", (20, 40, 60, 12))
    data = pdf([tagged("Figure", [entry], "Tijdlijn")], links={"entry:1": "top"})
    figure, beside = tree(data).kids
    assert (figure.role, figure.text, beside.role) == ("Figure", "Noor", "P")
    assert [(link.words, link.links) for link in beside.kids] == [("Noor naar Kompas", 1)]


def test_a_drawing_that_says_nothing_of_its_parts_is_read_as_it_is_drawn() -> None:
    assert shape(tree(pdf([says("een"), Box(0, 0, 9, 9, "red"), says("twee", 70)]))) == ["Document", "P een", "P twee"]


def test_a_large_document_is_packed_and_stays_the_same() -> None:
    pages = [[tagged("P", [says(f"regel {number}.{n}", 10.0 + n)]) for n in range(150)] for number in range(15)]
    data = pdf(*pages)
    assert data == pdf(*pages)
    assert b"/ObjStm" in data
    assert len(tree(data).kids) == 2250
