"""OpenDocument texts: nothing readable is lost, wherever it stands; what cannot be read is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.dossier.office import TERPSTRA, lines, mutated, read_or_refused, rezipped, said_once
from tests.dossier.office_more import ODT_DELETED, ODT_PLACES, odt, rich_odt
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.dossier.odt_in import read_odt
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

RICH = rich_odt()


@pytest.fixture(scope="module")
def rich() -> Document:
    return read_odt(RICH, "rijk.odt")


def read(body: str, styles: str = "") -> Document:
    return read_odt(odt(body, styles=styles), "brief.odt")


@pytest.mark.parametrize("place", ODT_PLACES)
def test_a_date_is_read_once_wherever_it_stands(rich: Document, place: str) -> None:
    assert said_once(rich, ODT_PLACES[place])


@pytest.mark.parametrize("words", ODT_DELETED)
def test_what_is_not_shown_is_not_read(rich: Document, words: str) -> None:
    assert words not in rich.text


def test_offsets_are_exact_and_what_was_left_out_is_said(rich: Document) -> None:
    assert_exact(rich)
    assert any("verwijderd" in notice for notice in rich.notices)
    assert any("Verborgen tekst" in notice for notice in rich.notices)


@pytest.mark.parametrize("name", sorted(path.name for path in (TERPSTRA / "dossier").glob("*.odt")) or [""])
def test_the_text_of_a_dossier_is_the_text_that_others_count_in(name: str) -> None:
    if not name:
        pytest.skip("shared/data is absent")
    document = read_odt((TERPSTRA / "dossier" / name).read_bytes(), name)
    assert f"{document.text}\n" == (TERPSTRA / "text" / f"{name}.txt").read_text(encoding="utf-8")


def test_notes_and_remarks_follow_their_paragraph() -> None:
    document = read(
        "<text:p>a<text:note><text:note-body><text:p>noot</text:p></text:note-body></text:note> b</text:p>"
        "<text:p>c</text:p>"
    )
    assert [(block.kind, line) for block, line in zip(document.blocks, lines(document), strict=True)] == [
        (BlockKind.PARAGRAPH, "a b"),
        (BlockKind.NOTE, "noot"),
        (BlockKind.PARAGRAPH, "c"),
    ]


def test_spaces_are_those_that_a_reader_sees() -> None:
    document = read('<text:p>\n  op   3\n mei<text:s text:c="2"/><text:span> 2019</text:span><text:tab/>x </text:p>')
    assert document.text == "op 3 mei   2019\tx"


def test_repeated_and_covered_cells_keep_their_columns_and_are_limited() -> None:
    def td(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    twice = 'table:number-columns-repeated="2"'
    covered = "<table:covered-table-cell/>"
    empty = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    document = read(
        f"<table:table><table:table-row>{td('breed')}{covered}{td('x')}</table:table-row>{empty}"
        f'<table:table-row table:number-rows-repeated="999999">{td("a")}'
        f"{td('b', twice)}</table:table-row></table:table>"
    )
    assert lines(document)[:2] == ["breed\t\tx", "a\tb\tb"]
    assert 2 < len(document.blocks) < 500


def test_headings_are_known_by_style_and_by_bold_type() -> None:
    styles = (
        '<style:style style:name="P1" style:parent-style-name="Kop_20_2"/><style:style style:name="Kop_20_2"/>'
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    document = read(
        '<text:p text:style-name="P1">een</text:p>'
        '<text:p><text:span text:style-name="T1">3 mei 2019</text:span></text:p>'
        '<text:p><text:span text:style-name="T1">half</text:span> vet</text:p>',
        styles,
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 7),
        (BlockKind.PARAGRAPH, 0),
    ]


LOCKED = rezipped(RICH, "META-INF/manifest.xml", lambda xml: xml.replace(b"/>", b"><encryption-data/></m>"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (RICH[: len(RICH) // 2], "beschadigd"),
        (rezipped(RICH, "content.xml", lambda xml: xml[:-30]), "beschadigd"),
        (LOCKED, "wachtwoord"),
        (
            rezipped(RICH, "mimetype", lambda _: b"application/vnd.oasis.opendocument.graphics"),
            "geen OpenDocument-tekst",
        ),
        (odt(""), "bevat geen tekst"),
        (odt("<text:section>" * 300 + "</text:section>" * 300), "veel groter"),
        (rezipped(RICH, "content.xml", lambda xml: xml.replace(b"?>", b"?><!DOCTYPE x>", 1)), "verwijzing"),
    ],
    ids=["leeg", "afgebroken", "kapotte xml", "beveiligd", "andere soort", "zonder tekst", "te diep", "dtd"],
)
def test_what_cannot_be_read_is_said_and_why(data: bytes, said: str) -> None:
    with pytest.raises(Problem) as problem:
        read_odt(data, "stuk.odt")
    assert said in problem.value.sentence


@given(mutated(RICH))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_problem(data: bytes) -> None:
    assert read_or_refused(read_odt, data)
