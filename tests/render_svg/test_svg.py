"""An SVG is well-formed whatever it is given, carries its fonts, and has its text as text."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render_pdf.looking import text_starts
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.styles import Hatch, Style
from tijdlijn.drawing.tags import tagged
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.render_pdf.document import PdfDocument
from tijdlijn.render_svg.svg import to_svg

THEME = {
    "ink": Style(fill="#000000"),
    "line": Style(stroke="#0000ff", width=2, dash=(3, 2)),
    "hatched": Style(fill="#ffffff", stroke="#000000", hatch=Hatch("#00aa00", 8, 2)),
}
SVG = "{http://www.w3.org/2000/svg}"


def svg_of(*items: Primitive, title: str = "Proef") -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(Drawing(300, 200, items), THEME, title))


def line(text: str, face: Face = Face.REGULAR) -> Text:
    return Text(20, 50, text, "ink", 10, face)


@pytest.mark.parametrize("words", ["<jeugdige>", "een <b>onaf", "R&amp;D", "blij 😀", "]]> \" '", "  twee  spaties "])
def test_text_comes_out_as_it_was_typed(words: str) -> None:
    root = svg_of(line(words), title=words)
    assert [element.text for element in root.iter(f"{SVG}text")] == [words]
    assert root.findtext(f"{SVG}title") == words


def test_invisible_and_reversing_characters_are_taken_out() -> None:
    root = svg_of(line("Sanne\u202e \u200bde\u2066 Wit\x00\x07\ud800"))
    assert root.findtext(f"{SVG}text") == "Sanne de Wit\ufffd"


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=30))
def test_any_text_label_and_id_give_a_well_formed_file(words: str, label: str) -> None:
    drawing = Drawing(300, 200, (Group(label, (Text(1, 1, words, "ink", 9),), label),))
    assert "<svg" in to_svg(drawing, THEME, words).encode("utf-8").decode("utf-8")
    ElementTree.fromstring(to_svg(drawing, THEME, words))


def test_a_text_says_how_wide_it_was_measured() -> None:
    element = svg_of(line("AVATAR", Face.SEMIBOLD)).find(f"{SVG}text")
    assert element is not None
    assert float(element.attrib["textLength"]) == pytest.approx(text_width("AVATAR", 10, Face.SEMIBOLD), abs=0.001)


def test_only_the_faces_in_use_are_carried_with_only_their_characters() -> None:
    source = to_svg(Drawing(300, 200, (line("Noor"), line("Sém", Face.BOLD))), THEME, "x")
    fonts = [TTFont(BytesIO(base64.b64decode(data))) for data in re.findall(r"base64,([^\"]+)", source)]
    assert [set(map(chr, font.getBestCmap())) for font in fonts] == [set("Noor"), set("Sém")]
    assert "font-kerning: none" in source


def test_groups_have_their_dutch_name_and_each_id_once() -> None:
    one, two = Group('entry:"1" <a>', (line("a"),), "Uit elkaar <2015>"), Group('entry:"1" <a>', (line("b"),), "Nog")
    groups = list(svg_of(one, two).iter(f"{SVG}g"))
    assert [group.get("id") for group in groups] == ['entry:"1"_<a>', None]
    assert [group.findtext(f"{SVG}title") for group in groups] == ["Uit elkaar <2015>", "Nog"]


def test_shapes_have_their_places_colours_and_hatch() -> None:
    root = svg_of(
        Box(10, 20, 30, 40, "hatched", 50), Line(1, 2, 3.5, 4, "line"), Polygon(((1, 1), (2, 1), (2, 2.25)), "ink")
    )
    box, stroke, shape = root.find(f"{SVG}rect"), root.find(f"{SVG}line"), root.find(f"{SVG}polygon")
    assert box is not None
    assert stroke is not None
    assert shape is not None
    assert (box.get("x"), box.get("rx"), box.get("fill")) == ("10", "15", "url(#arcering-1)")
    assert (stroke.get("x2"), stroke.get("stroke-dasharray")) == ("3.5", "3 2")
    assert shape.get("points") == "1,1 2,1 2,2.25"
    (pattern,) = root.iter(f"{SVG}pattern")
    assert pattern.get("id") == "arcering-1"


def test_the_same_drawing_gives_the_same_text() -> None:
    drawing = Drawing(300, 200, (line("Noor"), Box(0, 0, 9, 9, "hatched")))
    assert to_svg(drawing, THEME, "x") == to_svg(drawing, THEME, "x")


def test_svg_and_pdf_put_every_text_in_the_same_place() -> None:
    texts = [Text(10 + 7.3 * i, 15 + 11.1 * i, f"regel {i}", "ink", 6 + i, face) for i, face in enumerate(Face)]
    drawing = Drawing(300, 200, (*texts[:2], Group("g", tuple(texts[2:]))))
    document = PdfDocument("x")
    document.add_page(drawing, THEME)
    on_paper = text_starts(document.finish())
    root = ElementTree.fromstring(to_svg(drawing, THEME, "x"))
    in_svg = {e.text: (float(e.attrib["x"]), float(e.attrib["y"])) for e in root.iter(f"{SVG}text")}
    assert in_svg.keys() == on_paper.keys()
    for words, place in in_svg.items():
        assert on_paper[str(words)] == pytest.approx(place, abs=0.01)


def test_what_a_part_is_for_who_listens_to_a_pdf_leaves_no_trace_in_a_picture() -> None:
    plain_items = (Box(1, 2, 3, 4, "ink"),)
    tagged_items = (tagged("Figure", plain_items, "Tijdlijn van Noor"),)
    style = {"ink": Style(fill="#000000")}
    drawn = [to_svg(Drawing(10, 10, items), style, "Proef") for items in (plain_items, tagged_items)]
    assert drawn[0] == drawn[1]
