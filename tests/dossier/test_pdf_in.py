"""Prints become text as a person would read it aloud."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BalancedColumns, ListFlowable, PageBreak, Spacer

from tests.dossier import prints
from tests.dossier.prints import LONG, drawn, flowing, lines, paragraph, table
from tijdlijn.dossier.hyphens import joined
from tijdlijn.dossier.pdf_in import MAX_PAGES, read_pdf
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

BROKEN = wrap(LONG, 90)[:2]
SHARED = Path(__file__).resolve().parents[3] / "shared/data/terpstra"


def read(data: bytes) -> Document:
    return read_pdf(data, "stuk.pdf")


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared test material is not here")
@pytest.mark.parametrize("name", ["03_afsluitbrief_GGZ_De_Linde.pdf", "08_raadsrapport_2021-12.pdf"])
def test_the_letters_of_the_shared_dossier_read_as_their_text_says(name: str) -> None:
    wanted = (SHARED / "text" / f"{name}.txt").read_text(encoding="utf-8")
    assert read_pdf((SHARED / "dossier" / name).read_bytes(), name).text + "\n" == wanted


@pytest.mark.parametrize(
    ("above", "below", "wanted"),
    [
        ("een behande-", "ling van", "een behandeling van"),
        ("de IB-", "er van school", "de IB-er van school"),
        ("in Noord-", "Holland", "in Noord-Holland"),
        ("van 2016-", "2018 en", "van 2016-2018 en"),
        ("de in-", "en uitstroom", "de in- en uitstroom"),
        ("een auto-", "ongeluk", "een auto-ongeluk"),
        ("haar ex-", "partner", "haar ex-partner"),
        ("de co-", "ördinator", "de coördinator"),
        ("een onder\xad", "zoek", "een onderzoek"),
        ("per e-", "mail", "per e-mail"),
        ("de periode -", "lang geleden", "de periode - lang geleden"),
    ],
)
def test_a_word_that_the_line_end_cut_is_whole_again_and_no_other(above: str, below: str, wanted: str) -> None:
    assert joined([above, below]) == wanted


def test_a_word_that_the_document_writes_with_a_hyphen_elsewhere_keeps_it() -> None:
    assert joined(["de school-", "maatschappelijk werker"], frozenset({"school-maatschappelijk"})).startswith(
        "de school-m"
    )


def test_lines_of_a_paragraph_are_one_and_short_lines_stay_apart() -> None:
    document = read(
        flowing(paragraph("Datum: 3 maart 2020"), paragraph("Betreft: Noor"), paragraph(LONG), paragraph(LONG))
    )
    assert document.text.split("\n") == ["Datum: 3 maart 2020", "Betreft: Noor", LONG, LONG]


def test_one_line_that_sticks_out_does_not_break_all_others() -> None:
    prose = [paragraph(LONG) for _ in range(8)]
    address = prints.lines("www.waterrijk.invalid/" + "jeugd" * 18, x=72, y=60)
    document = read(flowing(*prose, margin=lambda canvas, _: address(canvas)))
    assert document.text.count(LONG) == 8


def test_an_address_is_not_one_line() -> None:
    document = read(drawn(lines("Gemeente Waterrijk", "Postbus 12", "1234 AB Waterrijk", "", *BROKEN)))
    assert document.text.split("\n")[:3] == ["Gemeente Waterrijk", "Postbus 12", "1234 AB Waterrijk"]


def test_a_larger_line_is_a_heading_and_the_largest_the_highest() -> None:
    document = read(prints.report())
    headings = [(document.text[b.start : b.end], b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == [("Rapport", 1), ("1. Aanleiding", 2), ("2. Verloop", 2)]


@pytest.mark.parametrize("grid", [True, False])
def test_a_table_keeps_its_rows_and_a_cell_that_wraps_is_one_cell(grid: bool) -> None:
    rows = [
        ["Datum", "Wie", "Wat"],
        ["12-03-2019", "Wijkteam Waterrijk", LONG],
        ["maart 2020", "School", LONG],
        ["2021", "", "Einde."],
    ]
    document = read(flowing(paragraph(LONG), table(rows, [70, 60, 300], grid), paragraph(LONG)))
    found = [block for block in document.blocks if block.kind is BlockKind.ROW]
    cells = [[document.text[start:end] for start, end in block.cells] for block in found]
    assert cells == rows
    assert {block.table for block in found} == {1}


def test_a_table_over_two_pages_is_one_and_its_header_stands_once() -> None:
    rows = [["Datum", "Wat"], *([f"{day}-03-2019", LONG] for day in range(1, 25))]
    document = read(flowing(table(rows, [70, 380], grid=True)))
    assert len(document.pages) > 1
    assert texts(document, BlockKind.ROW) == ["\t".join(row) for row in rows]


def test_two_addresses_side_by_side_are_read_one_after_the_other() -> None:
    def letter(canvas: Canvas) -> None:
        lines("Aan mevrouw Yilmaz", "Dorpsstraat 3", "1234 AB Waterrijk")(canvas)
        lines("Gemeente Waterrijk", "Wijkteam Noord", "Datum: 3 maart 2020", x=420)(canvas)

    wanted = ["Aan mevrouw Yilmaz", "Dorpsstraat 3", "1234 AB Waterrijk", "Gemeente Waterrijk", "Wijkteam Noord"]
    assert read(drawn(letter)).text.split("\n") == [*wanted, "Datum: 3 maart 2020"]


def test_a_date_that_wraps_in_its_cell_is_one_date() -> None:
    rows = [["Datum", "Wat"], ["12 april 2019 tot 3 mei 2020", "Hulp van het wijkteam aan huis."]]
    document = read(flowing(paragraph(LONG), table(rows, [60, 380], grid=False)))
    assert texts(document, BlockKind.ROW) == ["\t".join(row) for row in rows]


def test_two_columns_are_read_one_after_the_other() -> None:
    document = read(flowing(paragraph("Titel", "Title"), BalancedColumns([paragraph(LONG), paragraph(LONG)], nCols=2)))
    assert document.text == f"Titel\n{LONG}\n{LONG}"


def test_what_stands_on_every_page_is_kept_once_and_outside_the_sentence() -> None:
    document = read(prints.report())
    assert texts(document, BlockKind.MARGIN) == ["Raad voor de Kinderbescherming - vertrouwelijk", "Dossier 20-113"]
    assert "Pagina" not in document.text


def test_a_sentence_over_two_pages_is_one_and_the_page_is_still_known() -> None:
    first, second = (
        "Op 12 maart 2019 heeft het wijkteam met moeder gesproken over de zorgen die",
        "school in april 2019 had gemeld.",
    )
    pages = [lines(first, y=90), lines(second, y=740)]
    document = read(drawn(*pages))
    assert document.text == f"{first} {second}"
    assert document.page_at(document.text.index("zorgen")) == 1
    assert document.page_at(document.text.index("april")) == 2


def test_bullets_and_numbers_begin_their_own_lines() -> None:
    items = [paragraph("Op 3 mei 2019 een gesprek."), paragraph(LONG), paragraph("In juni.")]
    bulleted = read(flowing(ListFlowable(items, bulletType="bullet"))).text.split("\n")
    assert [re.sub(r"^\W+", "", line) for line in bulleted] == ["Op 3 mei 2019 een gesprek.", LONG, "In juni."]
    assert len(read(flowing(ListFlowable(items, bulletType="1"))).text.split("\n")) == 3


def test_text_that_runs_another_way_is_kept_apart() -> None:
    def stamped(canvas: Canvas) -> None:
        lines(*BROKEN)(canvas)
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "CONCEPT")
        canvas.restoreState()

    document = read(drawn(stamped))
    assert texts(document, BlockKind.MARGIN) == ["CONCEPT"]
    assert texts(document, BlockKind.PARAGRAPH) == [" ".join(BROKEN)]


def test_a_page_on_its_side_is_read_as_it_is_turned() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        lines(*BROKEN, x=0, y=0)(canvas)

    assert read(drawn(turned)).text == " ".join(BROKEN)


def test_what_was_filled_in_and_what_was_remarked_is_read() -> None:
    def form(canvas: Canvas) -> None:
        canvas.drawString(72, 506, "Datum gesprek:")
        canvas.acroForm.textfield(name="datum", x=160, y=500, width=100, height=20, value="12-03-2020")
        canvas.textAnnotation("Dit klopt niet: het was 13 maart 2020", Rect=[300, 300, 320, 320])

    document = read(drawn(form))
    assert document.text == "Datum gesprek: 12-03-2020\nDit klopt niet: het was 13 maart 2020"
    assert document.blocks[-1].kind is BlockKind.NOTE


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "white")), 0, 0, 595, 842)


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(Problem, match="scan"):
        read(drawn(picture))


def test_pages_that_are_scans_are_named() -> None:
    document = read(drawn(lines("Brief van 3 maart 2020."), picture, picture, lines("Einde.")))
    assert document.notices == ("Pagina 2 en 3 zijn een scan zonder tekst en niet gelezen.",)
    assert [document.page_at(document.text.index(word)) for word in ("Brief", "Einde")] == [1, 4]


def test_a_locked_or_broken_file_is_said_to_be_so() -> None:
    with pytest.raises(Problem, match="wachtwoord"):
        read(prints.locked())
    with pytest.raises(Problem, match="beschadigd"):
        read(b"%PDF-1.7\nniets")


def test_a_print_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(Problem, match="2100 pagina's"):
        read(flowing(*(part for _ in range(MAX_PAGES + 100) for part in (Spacer(1, 1), PageBreak()))))


def test_offsets_hold_whatever_is_on_the_page() -> None:
    document = read(prints.report())
    assert list(document.pages) == sorted(document.pages)
    for block in document.blocks:
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end] != ""
        assert "\n" not in document.text[block.start : block.end]
