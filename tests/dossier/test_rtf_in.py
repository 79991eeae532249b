"""Rich text: nothing readable is lost, nothing is read double, and bytes of any code page are the letters they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.dossier.office import lines, mutated, read_or_refused, said_once
from tests.dossier.office_more import RTF_DELETED, RTF_PLACES, rich_rtf
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.dossier.rtf_in import read_rtf
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

RICH = rich_rtf()


@pytest.fixture(scope="module")
def rich() -> Document:
    return read_rtf(RICH, "rijk.rtf")


def read(inner: str) -> Document:
    return read_rtf(rf"{{\rtf1\ansi\ansicpg1252 {inner}}}".encode("cp1252"), "brief.rtf")


@pytest.mark.parametrize("place", RTF_PLACES)
def test_a_date_is_read_once_wherever_it_stands(rich: Document, place: str) -> None:
    assert said_once(rich, RTF_PLACES[place])


@pytest.mark.parametrize("words", RTF_DELETED)
def test_what_is_not_shown_is_not_read(rich: Document, words: str) -> None:
    assert words not in rich.text


def test_offsets_are_exact_and_what_was_left_out_is_said(rich: Document) -> None:
    assert_exact(rich)
    assert any("verwijderd" in notice for notice in rich.notices)
    assert not any("breekt" in notice for notice in rich.notices)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r"caf\'e9", "café"),
        ("café", "café"),
        (r"\u233?tage", "étage"),
        (r"\uc0\u233 tage", "étage"),
        (r"\uc2\u8364\'80x5", "€5"),
        (r"\u-10179?\u-8694?", "\U0001f60a"),
        (r"{\fonttbl{\f1\fcharset238 X;}}\f1\'b9{\f0\'b9}", "ą¹"),
        (r"a\~b\_c\-d\emdash e\ldblquote f\rdblquote", "a b-cd—e“f”"),
        (r"\{\\\}", "{\\}"),
        (r"\u8211\par x", "–\nx"),
        ("a\\\nb", "a\nb"),
        (r"\ansicpg1253 \'e1", "α"),
        (r"\ansicpg99999 \'e9", "é"),
        (r"{\upr{oud}{\*\ud{nieuw}}}", "nieuw"),
        (r"een\line twee", "een\ntwee"),
    ],
)
def test_letters_and_signs_are_what_they_were(inner: str, text: str) -> None:
    assert read(inner).text == text


def test_rows_are_lines_and_a_table_ends_where_the_text_goes_on() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\par {}\cell\row"
    document = read(row.format("a", "b", "c") + row.format("d", "", "e") + r"\pard\par na\par" + row.format(1, 2, 3))
    assert lines(document) == ["a\tb c", "d\te", "na", "1\t2 3"]
    assert [block.table for block in document.blocks] == [1, 1, 0, 2]


def test_headings_are_known_by_style_outline_and_bold_type() -> None:
    document = read(
        r"{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 Kop 2;}{\*\cs10 Default;}}"
        r"\pard\s3 een\par\pard\outlinelevel0 twee\par\pard{\b 3 mei 2019}\par\pard{\b half} vet\par"
    )
    assert [block.level for block in document.blocks] == [2, 1, 7, 0]


def test_a_note_follows_its_paragraph() -> None:
    document = read(r"a{\footnote noot} b\par c\par")
    assert lines(document) == ["a b", "noot", "c"]
    assert document.blocks[1].kind is BlockKind.NOTE


def test_a_file_that_breaks_off_says_so() -> None:
    document = read_rtf(rb"{\rtf1 op 3 mei {\b 20", "brief.rtf")
    assert document.text == "op 3 mei 20"
    assert any("breekt" in notice for notice in document.notices)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"gewone tekst", "beschadigd"),
        (rb"{\rtf1 {\pict 00}}", "geen tekst"),
        (b"{\\rtf1" + b"{" * 9000, "beschadigd"),
    ],
    ids=["leeg", "andere soort", "zonder tekst", "te diep"],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_rtf(data, "stuk.rtf")


@given(mutated(RICH))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_problem(data: bytes) -> None:
    assert read_or_refused(read_rtf, data)
