"""Word documents: nothing readable is lost, wherever it stands; what cannot be read is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.office import TERPSTRA, lines, mutated, read_or_refused, rezipped, said_once
from tests.dossier.office_word import (
    BOX,
    WORD_DELETED,
    WORD_PLACES,
    cell,
    docx,
    paragraph,
    rich_docx,
    run,
    table,
    word_part,
    zipped,
)
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.dossier import xml_text
from tijdlijn.dossier.docx_in import read_docx
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

RICH = rich_docx()
MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def rich() -> Document:
    return read_docx(RICH, "rijk.docx")


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, parts), "brief.docx")


@pytest.mark.parametrize("place", WORD_PLACES)
def test_a_date_is_read_once_wherever_it_stands(rich: Document, place: str) -> None:
    assert said_once(rich, WORD_PLACES[place])


@pytest.mark.parametrize("words", WORD_DELETED)
def test_what_is_not_shown_is_not_read(rich: Document, words: str) -> None:
    assert words not in rich.text


def test_offsets_of_a_rich_document_are_exact(rich: Document) -> None:
    assert_exact(rich)


def test_what_was_deleted_or_hidden_is_said(rich: Document) -> None:
    assert any("verwijderd" in notice for notice in rich.notices)
    assert any("Verborgen tekst" in notice for notice in rich.notices)


@pytest.mark.parametrize("name", sorted(path.name for path in (TERPSTRA / "dossier").glob("*.docx")) or [""])
def test_the_text_of_a_dossier_is_the_text_that_others_count_in(name: str) -> None:
    if not name:
        pytest.skip("shared/data is absent")
    document = read_docx((TERPSTRA / "dossier" / name).read_bytes(), name)
    margins = "".join(f"{line}\n" for line in lines(document, BlockKind.MARGIN))
    said = f"{document.text}\n".removesuffix(margins)
    assert said == (TERPSTRA / "text" / f"{name}.txt").read_text(encoding="utf-8")


def test_headings_are_known_by_style_what_it_is_based_on_its_dutch_name_and_bold_type() -> None:
    document = read(
        paragraph("Een", style="Kop1")
        + paragraph("Twee", style="Eigen")
        + paragraph("Drie", style="K3")
        + paragraph(run("12 maart 2019", "<w:b/>"), run(" huisbezoek", "<w:b/>"))
        + paragraph(run("Half vet", "<w:b/>"), "niet")
        + paragraph(run("Een vette zin.", "<w:b/>"))
        + '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Zelf</w:t></w:r></w:p>'
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 7),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
    ]


def test_a_note_follows_the_paragraph_and_the_row_that_refer_to_it() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{number}">{paragraph(f"noot {number}")}</w:footnote>' for number in (1, 2))
    document = read(
        paragraph("a", mark.format(1)) + table((paragraph("b", mark.format(2)), "c"), ("d", "e")) + paragraph("f"),
        footnotes=word_part("footnotes", notes),
    )
    assert lines(document) == ["a", "noot 1", "b\tc", "noot 2", "d\te", "f"]
    assert document.blocks[1].kind is BlockKind.NOTE


def test_merged_cells_keep_their_columns() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("breed")}</w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    document = read(table((wide, "x"), ("a", "b", "c")) + table(("dag", "1"), (below, "2")))
    assert lines(document) == ["breed\t\tx", "a\tb\tc", "dag\t1", "\t2"]
    assert [len(block.cells) for block in document.blocks] == [3, 3, 2, 2]
    assert [block.table for block in document.blocks] == [1, 1, 2, 2]


def test_a_box_of_one_cell_is_read_as_paragraphs_and_a_cell_of_lines_is_one_line() -> None:
    boxed = cell(paragraph("een") + paragraph("twee"))
    document = read(table((boxed,)) + table(("12-3-2019", paragraph("gebeld") + paragraph("geen gehoor"))))
    assert lines(document) == ["een", "twee", "12-3-2019\tgebeld geen gehoor"]


def test_a_table_within_a_table_keeps_its_rows() -> None:
    document = read(table((paragraph("voor") + table(("1", "2"), ("3", "4")) + paragraph("na"), "rechts")))
    assert lines(document) == ["voor", "1\t2", "3\t4", "na", "rechts"]


def test_a_line_break_begins_a_new_line() -> None:
    assert lines(read(paragraph("<w:r><w:t>1 mei</w:t><w:br/><w:t>2 mei</w:t></w:r>"))) == ["1 mei", "2 mei"]


def test_signs_and_breakless_hyphens_are_text() -> None:
    inner = '<w:t>24</w:t><w:noBreakHyphen/><w:t>7</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/>'
    assert lines(read(paragraph(f"<w:r>{inner}</w:r>"))) == ["24-7☑"]


def test_a_paragraph_whose_mark_was_deleted_runs_on() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>op 3 mei</w:t></w:r></w:p>"
    assert lines(read(first + paragraph(" 2019"))) == ["op 3 mei 2019"]


def test_pictures_and_embedded_files_are_said_not_to_be_read() -> None:
    document = read(paragraph("x", "<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><o:OLEObject/></w:r>"))
    assert len(document.notices) == 2


def test_headers_and_footers_stand_at_the_end_each_line_once() -> None:
    header = word_part("hdr", paragraph("Vertrouwelijk"))
    document = read(paragraph("tekst"), header1=header, header2=header, footer1=word_part("ftr", paragraph("blad 1")))
    assert lines(document) == ["tekst", "Vertrouwelijk", "blad 1"]
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.MARGIN] * 2


def strict(data: bytes) -> bytes:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return data.replace(transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main")


def test_the_strict_sort_of_word_documents_is_read() -> None:
    assert "1 mei 2001" in read_docx(rezipped(RICH, MAIN, strict), "strikt.docx").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (RICH[: len(RICH) // 2], "beschadigd"),
        (rezipped(RICH, MAIN, lambda xml: xml[:-40]), "beschadigd"),
        (zipped({"iets.txt": "x"}), "beschadigd of geen Word-document"),
        (docx(""), "bevat geen tekst"),
        (rezipped(RICH, MAIN, lambda xml: xml.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)), "verwijzing"),
        (docx("<w:p>" * 300 + "</w:p>" * 300), "veel groter"),
        (
            docx(paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"), {"image1.png": "x"}),
            "alleen afbeeldingen",
        ),
    ],
    ids=["leeg", "afgebroken", "kapotte xml", "ander archief", "zonder tekst", "dtd", "te diep", "scan"],
)
def test_what_cannot_be_read_is_said_and_why(data: bytes, said: str) -> None:
    with pytest.raises(Problem) as problem:
        read_docx(data, "stuk.docx")
    assert said in problem.value.sentence
    assert "stuk.docx" in problem.value.sentence


def test_a_branch_with_more_elements_than_any_document_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_text, "MAX_ELEMENTS", 50)
    with pytest.raises(Problem, match="veel groter"):
        read_docx(docx("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 60 + "</w:p>"), "stuk.docx")


@given(mutated(RICH))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_problem(data: bytes) -> None:
    assert read_or_refused(read_docx, data)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_part_gives_a_document_or_a_problem(data: st.DataObject) -> None:
    xml = data.draw(mutated(docx_part(RICH, MAIN)))
    assert read_or_refused(read_docx, rezipped(RICH, MAIN, lambda _: xml))


def docx_part(data: bytes, part: str) -> bytes:
    found: list[bytes] = []
    rezipped(data, part, lambda content: found.append(content) or content)  # type: ignore[func-returns-value]
    return found[0]


def test_a_box_said_in_two_ways_is_read_once() -> None:
    assert lines(read(paragraph("x", BOX.format(paragraph("in het vak"))))) == ["x", "in het vak"]
