"""What was typed comes out of every kind of file as it was typed, and is never run, read as markup or lost."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from functools import cache
from xml.etree import ElementTree

import docx
import pytest
from openpyxl import load_workbook

from tests import builders
from tests.render_pdf.looking import pages_text, reader
from tests.services.typed import TYPED
from tijdlijn.drawing.plain import plain, plain_lines
from tijdlijn.exchange.archives import opened
from tijdlijn.exchange.formula import unguarded
from tijdlijn.exchange.grids import clean
from tijdlijn.exchange.ods_in import read_ods
from tijdlijn.model.casebook import Case
from tijdlijn.services.exporting import ExportOptions, exported

HARMLESS = {*("svg", "title", "desc", "style", "defs", "g"), *("rect", "line", "path", "polygon", "circle", "text")}
SVG = "{http://www.w3.org/2000/svg}"
FROM_RIGHT = re.compile("[\u0590-\u06ff]+")
"""Hebrew and Arabic, which PDFium turns around, with a point at their end."""
ESCAPED = "_x005F_"
"""How a workbook writes an underscore that Excel would take for the begin of a character; openpyxl leaves it so."""


@cache
def typed() -> Case:
    """An entry for every text, with it as title and in its details, in order; and one person and party of that sort."""
    days = (f"20{10 + n // 50}-{1 + n // 5 % 10:02d}-{1 + n % 5:02d}" for n in range(len(TYPED)))
    entries = [
        builders.entry("actie", day, text, id=f"e{number:03}", details=f"{text} .")
        for number, (day, text) in enumerate(zip(days, TYPED, strict=True))
    ]
    person = builders.person("<b>Noor</b> =1+1", "2005-01-01", True)
    return builders.case(*entries, persons=[person], parties=[builders.party('R&D "Kompas" =A1')])


def squeezed(text: str) -> str:
    """Without spaces, and with ligatures as letters, as programs that read a PDF give them."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_there_are_five_hundred_different_texts() -> None:
    assert len(TYPED) == len(set(TYPED)) == 500
    assert [entry.title for entry in typed().timeline] == list(TYPED)


def test_a_pdf_tells_them_all() -> None:
    data = exported(typed(), ".pdf", ExportOptions(parts=("chronology",)))
    told = squeezed("".join(pages_text(data)))
    for text in TYPED:
        shown = squeezed("".join(char if ord(char) < 0x10000 else "\ufffd" for char in plain(text)))
        least = 1 if FROM_RIGHT.search(shown) else 2
        assert told.count(FROM_RIGHT.sub(lambda found: found[0][::-1], shown)) >= least, text
    root = reader(data).trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root)


def test_an_svg_stays_a_picture() -> None:
    data = exported(typed(), ".svg")
    root = ElementTree.fromstring(data)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= HARMLESS
    names = {name for item in root.iter() for name in item.attrib}
    assert not [name for name in names if name.lower().startswith("on") or "href" in name.lower()]


def test_a_csv_holds_them_behind_a_guard() -> None:
    rows = [*csv.DictReader(io.StringIO(exported(typed(), ".csv").decode(), newline=""))]
    assert [unguarded(row["title"]) for row in rows] == list(TYPED)
    assert not [row["title"] for row in rows if row["title"][:1] in ("=", "+", "-", "@", "\t")]


def test_a_workbook_holds_them_as_text() -> None:
    sheet = load_workbook(io.BytesIO(exported(typed(), ".xlsx")))["entries"]
    head = [cell.value for cell in sheet[1]]
    cells = [row[head.index("title")] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert [clean(str(cell.value).replace(ESCAPED, "_")) for cell in cells] == [clean(text) for text in TYPED]


def test_an_opendocument_holds_them_as_text() -> None:
    with opened(exported(typed(), ".ods"), "proef.ods") as archive:
        grid = next(grid for grid in read_ods(archive, "proef.ods") if "title" in [*next(iter(grid.rows)).cells])
    head, *rows = [row.cells for row in grid.rows]
    assert [clean(row[[*head].index("title")]) for row in rows] == [clean(text) for text in TYPED]


def test_word_holds_them_and_no_field_of_its_own() -> None:
    data = exported(typed(), ".docx")
    document = docx.Document(io.BytesIO(data))
    rows = [row for table in document.tables for row in table.rows]
    told = squeezed("".join(cell.text for row in rows for cell in row.cells))
    assert [text for text in TYPED if squeezed(plain_lines(text).strip()) not in told] == []
    fields = [found.text for found in document.element.iter() if found.tag.endswith("instrText")]
    assert fields == []


def test_json_holds_them_to_the_letter() -> None:
    told = json.loads(exported(typed(), ".json"))
    assert [entry["title"] for entry in told["entries"]] == list(TYPED)


@pytest.mark.parametrize("ending", [".pdf", ".svg", ".docx", ".xlsx", ".ods"])
def test_the_same_case_gives_the_same_bytes(ending: str) -> None:
    options = ExportOptions(parts=("overview", "account"))
    assert exported(typed(), ending, options) == exported(typed(), ending, options)
