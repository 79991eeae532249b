"""A PDF says what it was given, with its own fonts, the same every time, and nothing about who made it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.render_pdf.looking import bookmarks, fonts, pages_text, picture, reader
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.styles import Hatch, Style
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.render_pdf.document import PdfDocument

THEME = {
    "ink": Style(fill="#000000"),
    "red": Style(fill="#ff0000"),
    "line": Style(stroke="#0000ff", width=2),
    "dashed": Style(stroke="#000000", width=2, dash=(6, 6)),
    "hatched": Style(fill="#ffffff", hatch=Hatch("#00aa00", 8, 2)),
    "nothing": Style(),
}


def pdf_of(*items: Primitive, title: str = "Proef") -> bytes:
    document = PdfDocument(title)
    document.add_page(Drawing(300, 200, items), THEME)
    return document.finish()


def line(text: str, face: Face = Face.REGULAR, size: float = 10) -> Text:
    return Text(20, 50, text, "ink", size, face)


@pytest.mark.parametrize(
    "words",
    [
        "<jeugdige> wil naar huis",
        "een <b>onaf stuk",
        "R&amp;D en A&B",
        "=SOM(A1:A9)",
        "haakjes ( ) en een \\ streep",
        "€ 450 – ‘zoals afgesproken’ … café, Ødegård, Čapek",
    ],
)
def test_text_comes_out_as_it_was_typed(words: str) -> None:
    assert pages_text(pdf_of(line(words))) == [words]


def test_invisible_and_reversing_characters_are_taken_out() -> None:
    assert pages_text(pdf_of(line("Sanne\u202e \u200bde\u2066 Wit\x00\x07"))) == ["Sanne de Wit"]


@pytest.mark.parametrize(("typed", "shown"), [("een 中 teken", "een 中 teken"), ("blij 😀 kind", "blij \ufffd kind")])
def test_what_the_typeface_lacks_is_a_visible_box_and_stays_in_the_text(typed: str, shown: str) -> None:
    data = pdf_of(line(typed))
    assert pages_text(data) == [shown]
    without = picture(pdf_of(line(typed.replace("中", " ").replace("😀", " "))))
    assert picture(data).tobytes() != without.tobytes()


def test_a_text_is_as_wide_as_it_was_measured() -> None:
    words = "AVATAR Tj. fijne wijkteamvergadering 2019"
    width = text_width(words, 10)
    picture_of = picture(pdf_of(line(words)), scale=4)
    dark = [x for x in range(picture_of.width) if any(_ink(picture_of, x, y) for y in range(150, 220))]
    assert dark[-1] / 4 == pytest.approx(20 + width, abs=1.0)


def _ink(image: Image.Image, x: int, y: int) -> bool:
    return sum(image.getpixel((x, y))) < 300


def test_fonts_are_embedded_and_cut_down_and_no_other_font_is_named() -> None:
    found = fonts(pdf_of(line("Gewoon"), line("Vet", Face.BOLD), line("Schuin", Face.ITALIC)))
    assert len(found) == 3
    for name, descriptor in found.items():
        assert "+SourceSansPro" in name
        assert len(descriptor["/FontFile2"].get_object().get_data()) < 20_000


def test_the_same_pages_give_the_same_bytes() -> None:
    assert pdf_of(line("Noor")) == pdf_of(line("Noor"))


def test_metadata_is_a_fixed_list() -> None:
    document = reader(pdf_of(line("x"), title="Gezin <Proef>"))
    assert dict(document.metadata or {}) == {
        "/Title": "Gezin <Proef>",
        "/Author": "tijdlijn",
        "/Creator": "tijdlijn",
        "/Producer": "tijdlijn",
        "/Subject": "",
        "/Keywords": "",
        "/CreationDate": "D:20000101000000+00'00'",
        "/ModDate": "D:20000101000000+00'00'",
        "/Trapped": "/False",
    }
    assert document.trailer["/Root"]["/Lang"] == "nl"


def test_the_second_metadata_say_the_same_and_claim_no_standard() -> None:
    told = reader(pdf_of(line("x"), title="Gezin <Proef> & meer")).trailer["/Root"]["/Metadata"].get_data().decode()
    texts = [item.text for item in ElementTree.fromstring(told).iter() if item.text and item.text.strip()]
    assert texts == ["Gezin <Proef> & meer", "nl", "tijdlijn", "tijdlijn"]
    assert "pdfuaid" not in told


def test_shapes_stand_where_the_drawing_says_from_the_top() -> None:
    data = pdf_of(
        Box(10, 20, 40, 10, "red"),
        Box(100, 20, 20, 20, "red", radius=10),
        Polygon(((200, 20), (220, 20), (220, 40)), "red"),
        Line(10, 100, 110, 100, "line"),
        Box(10, 120, 0, 10, "red"),
    )
    image = picture(data)
    assert image.size == (300, 200)
    red, blue, white = (255, 0, 0), (0, 0, 255), (255, 255, 255)
    assert [image.getpixel(at) for at in ((12, 22), (48, 28), (52, 25), (30, 33))] == [red, red, white, white]
    assert [image.getpixel(at) for at in ((110, 30), (101, 21))] == [red, white]
    assert [image.getpixel(at) for at in ((218, 24), (202, 38))] == [red, white]
    assert [image.getpixel(at) for at in ((50, 100), (50, 110), (10, 125))] == [blue, white, white]


def test_a_hatch_stays_inside_its_shape_and_keeps_step_with_its_neighbour() -> None:
    image = picture(pdf_of(Box(20, 20, 60, 60, "hatched"), Box(80, 20, 60, 60, "hatched")), scale=2)
    whole = picture(pdf_of(Box(20, 20, 120, 60, "hatched")), scale=2)
    inside = sum(image.getpixel((x, y)) != (255, 255, 255) for x in range(40, 280) for y in range(40, 160))
    outside = sum(image.getpixel((x, y)) != (255, 255, 255) for x in range(600) for y in [*range(39), *range(161, 400)])
    assert inside > 2000
    assert outside == 0
    assert image.getpixel((100, 100)) == whole.getpixel((100, 100))
    assert image.getpixel((220, 100)) == whole.getpixel((220, 100))


def test_dashes_leave_room_and_do_not_run_on_into_the_next_line() -> None:
    image = picture(pdf_of(Line(0, 50, 300, 50, "dashed"), Line(0, 100, 300, 100, "line")), scale=1)
    dashed = [image.getpixel((x, 50)) == (255, 255, 255) for x in range(300)]
    whole = [image.getpixel((x, 100)) == (255, 255, 255) for x in range(300)]
    assert 100 < sum(dashed) < 200
    assert not any(whole)


def test_a_style_without_colour_paints_nothing() -> None:
    assert (
        picture(pdf_of(Box(0, 0, 300, 200, "nothing"), Text(10, 10, "weg", "nothing", 10))).getextrema()
        == ((255, 255),) * 3
    )


def test_pages_have_numbers_and_bookmarks_lead_to_them() -> None:
    document = PdfDocument("Proef")
    for number in (1, 2):
        document.add_page(Drawing(300, 200, (line(f"bladzijde {number}"),)), THEME, destinations={f"b{number}": 40})
    document.add_bookmark("Overzicht <1>", "b1")
    document.add_bookmark("2019", "b2", 1)
    data = document.finish()
    assert bookmarks(data) == [(0, "Overzicht <1>", 1), (1, "2019", 2)]
    assert reader(data).page_labels == ["1", "2"]


def test_a_group_leads_to_what_it_is_linked_with() -> None:
    document = PdfDocument("Proef")
    group = Group("entry:1", (line("zie"),), bounds=(20, 40, 60, 12))
    document.add_page(Drawing(300, 200, (group, Group("entry:2", ()))), THEME, links={"entry:1": "rij"})
    document.add_page(Drawing(300, 200, ()), THEME, destinations={"rij": 0})
    (link,) = reader(document.finish()).pages[0]["/Annots"]
    assert [float(side) for side in link.get_object()["/Rect"]] == [20, 148, 80, 160]
