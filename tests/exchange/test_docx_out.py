"""Word documents out: read back by python-docx, and by LibreOffice where that is installed."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from PIL import Image

from tests.report.test_build import HOSTILE
from tijdlijn.analysis.certainty import Status
from tijdlijn.drawing.plain import plain, plain_lines
from tijdlijn.exchange.docx_out import Around, docx_bytes
from tijdlijn.layout.document import Answer, Heading, Item, Picture, Point, Table, Title, Tone, Words, cell
from tijdlijn.layout.tables import Column

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AROUND = Around("Verslag Actieleren", "Gezin Proef", "casus 2023-04")
COLUMNS = (Column("Wat", 100, 200), Column("Wie", 60, 100))
ITEMS: tuple[Item, ...] = (
    Title("Verslag", "Actieleren", (("Dag", "14 november 2023"), ("Plaats", ""))),
    Heading("Afspraken"),
    Table(COLUMNS, ((cell(Words("Bellen", Tone.STRONG), Words("vandaag", Tone.QUIET)), cell("Judith")),), "Afspraken"),
    Picture("Tijdlijn van Noor"),
    Heading("Reflecties", "Wat de groep vindt."),
    Heading("Verhuisd", "2018", 2),
    Answer("Hoe kwam dit zo?", "Onder druk.\nTwee regels."),
    Answer("Het gezin zegt", "Het was al besloten.", Tone.FAMILY),
    Point(Status.ZEKER, "Niemand in beeld.", ("Drie maanden.",)),
    Point(None, "Iemand in beeld."),
)


def png() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (400, 250), "white").save(buffer, "PNG")
    return buffer.getvalue()


def made(*items: Item) -> bytes:
    return docx_bytes(items or ITEMS, AROUND, png())


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def part(data: bytes, name: str) -> ElementTree.Element:
    with ZipFile(BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The paragraphs beside the tables: style and text."""
    return [(paragraph.style.name, paragraph.text) for paragraph in opened(data).paragraphs if paragraph.text]  # type: ignore[union-attr]


def test_headings_and_texts_stand_in_real_styles_in_their_order() -> None:
    assert paragraphs(made()) == [
        ("Subtitle", "Verslag"),
        ("Title", "Actieleren"),
        ("Heading 1", "Afspraken"),
        ("Heading 1", "De tijdlijn"),
        ("Heading 1", "Reflecties"),
        ("Toelichting", "Wat de groep vindt."),
        ("Heading 2", "Verhuisd"),
        ("Toelichting", "2018"),
        ("Vraag", "Hoe kwam dit zo?"),
        ("Antwoord", "Onder druk.\nTwee regels."),
        ("Gezin label", "Het gezin zegt"),
        ("Gezin", "Het was al besloten."),
        ("Bevinding", "zeker  Niemand in beeld.\nDrie maanden."),
        ("Bevinding", "niet meer  Iemand in beeld."),
    ]


def test_facts_without_a_value_are_left_out() -> None:
    facts = opened(made()).tables[0]
    assert [[place.text for place in row.cells] for row in facts.rows] == [["Dag", "14 november 2023"]]


def test_a_table_has_a_head_that_comes_back_and_rows_that_stay_whole() -> None:
    table = opened(made()).tables[1]
    assert [[place.text for place in row.cells] for row in table.rows] == [
        ["Wat", "Wie"],
        ["Bellen\nvandaag", "Judith"],
    ]
    properties = [row._tr.trPr for row in table.rows]
    assert [found.find(f"{W}tblHeader") is not None for found in properties] == [True, False]
    assert all(found.find(f"{W}cantSplit") is not None for found in properties)
    assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Afspraken"


def test_the_columns_fill_the_page() -> None:
    table = opened(made()).tables[1]
    assert sum(place.width.mm for place in table.rows[0].cells) == pytest.approx(170, abs=0.5)


def test_the_timeline_is_a_picture_with_words_on_a_lying_page() -> None:
    document = opened(made())
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Tijdlijn van Noor"
    page = document.sections[1]
    assert shape.width <= page.page_width - page.left_margin - page.right_margin
    assert shape.height <= page.page_height - page.top_margin - page.bottom_margin


def test_without_a_picture_all_pages_stand() -> None:
    assert len(opened(docx_bytes(ITEMS, AROUND)).sections) == 1


def test_every_page_has_the_mark_the_case_and_its_number() -> None:
    data = made()
    for section in opened(data).sections:
        assert section.header.paragraphs[0].text == "Gezin Proef\tVERTROUWELIJK"
        assert section.footer.paragraphs[0].text.startswith("casus 2023-04\tbladzijde ")
        fields = [code.text.strip() for code in section.footer.paragraphs[0]._p.iter(f"{W}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_document_is_dutch() -> None:
    data = made()
    assert opened(data).core_properties.language == "nl-NL"
    said = {found.get(f"{W}val") for found in part(data, "word/styles.xml").iter(f"{W}lang")}
    assert said == {"nl-NL"}


def test_the_properties_are_a_fixed_list() -> None:
    data = made()
    told = {found.tag.rpartition("}")[2]: found.text for found in part(data, "docProps/core.xml") if found.text}
    assert told == {
        "title": "Verslag Actieleren", "creator": "tijdlijn", "lastModifiedBy": "tijdlijn", "revision": "1",
        "language": "nl-NL", "created": "1980-01-01T00:00:00Z", "modified": "1980-01-01T00:00:00Z",
    }  # fmt: skip
    assert [found.text for found in part(data, "docProps/app.xml")] == ["tijdlijn"]
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in info.filename for info in archive.infolist())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert made() == made()


@pytest.mark.parametrize("typed", [*HOSTILE, "=cmd|' /C calc'!A0", "שלום עולם", "\ud800los", "\ufffe", "lang " * 800])
def test_what_was_typed_comes_out_and_never_breaks_the_file(typed: str) -> None:
    data = made(
        Title(typed, typed, (("Doel", typed),)),
        Heading(typed, typed, 2),
        Answer(typed, typed, Tone.FAMILY),
        Point(None, typed, (typed,)),
        Table((Column(typed, 10, 20),), ((cell(typed),),), typed),
        Picture(typed),
    )
    document = opened(data)
    shown = plain(typed)
    assert document.paragraphs[1].text == shown
    assert ("Gezin", plain_lines(typed).strip()) in paragraphs(data) or not shown.strip()
    assert document.tables[1].rows[1].cells[0].text == plain_lines(typed).strip()
    assert document.inline_shapes[0]._inline.docPr.get("descr") == shown
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


def test_no_text_leads_out_of_the_document() -> None:
    data = made(Words("https://voorbeeld.nl mail@voorbeeld.nl"))
    with ZipFile(BytesIO(data)) as archive:
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"External" not in relations
    assert part(data, "word/document.xml").find(f".//{W}hyperlink") is None


def test_a_column_is_as_wide_as_what_stands_in_it_asks_for() -> None:
    columns = (Column("Kort", 40, 200), Column("Lang", 40, 200), Column("Leeg", 40, 200))
    rows = ((cell("ja"), cell("een hele zin die verder gaat dan de rest"), ()),)
    widths = [place.width.mm for place in opened(made(Table(columns, rows, ""))).tables[0].rows[0].cells]
    assert widths[1] > 2 * widths[0]
    assert widths[0] == pytest.approx(widths[2], rel=0.1)
    assert sum(widths) == pytest.approx(170, abs=0.5)
