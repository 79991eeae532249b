"""Plain text: the text itself, and what its lines are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.office import TERPSTRA, lines, mutated, plain_text, read_or_refused
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.dossier.line_shapes import heading_level
from tijdlijn.dossier.text_in import read_text
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

LONG = (
    "Op 3 mei 2019 belde de huisarts over Noor, die al weken niet slaapt en niet naar school gaat sinds de verhuizing."
)


def read(text: str) -> Document:
    return read_text(text.encode(), "brief.txt")


@pytest.mark.parametrize("name", sorted(path.name for path in (TERPSTRA / "dossier").glob("*.txt")) or [""])
def test_the_text_of_a_dossier_is_the_text_that_others_count_in(name: str) -> None:
    if not name:
        pytest.skip("shared/data is absent")
    document = read_text((TERPSTRA / "dossier" / name).read_bytes(), name)
    assert f"{document.text}\n" == (TERPSTRA / "text" / f"{name}.txt").read_text(encoding="utf-8")
    assert "Beschikking van de kinderrechter van 20 januari 2022" in lines(document, BlockKind.HEADING)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_usual_encoding_and_line_end_gives_the_same_text(encoding: str) -> None:
    text = f"\n  {LONG}\r\n\r\ncafé\rlaatste\n"
    assert read_text(text.encode(encoding), "a.txt").text == f"\n  {LONG}\n\ncafé\nlaatste"


def test_a_page_break_begins_a_page() -> None:
    document = read("een\ftwee\n\fdrie")
    assert document.text == "een\ntwee\n\ndrie"
    assert [document.page_at(document.text.index(word)) for word in ("een", "twee", "drie")] == [1, 2, 3]


def test_lines_with_tabs_are_rows() -> None:
    document = read_text(plain_text(), "a.txt")
    assert lines(document, BlockKind.ROW) == [
        "12 mei 2019\tTelefonisch\tMoeder belt",
        "13 mei 2019\tHuisbezoek\tNiemand thuis",
    ]
    assert {block.table for block in document.blocks if block.kind is BlockKind.ROW} == {1}


def test_a_label_with_a_tab_before_its_answer_is_no_table() -> None:
    assert lines(read(f"Datum:\t3 mei 2019\n\n{LONG}"), BlockKind.ROW) == []


def test_lines_that_a_program_broke_are_one_block_and_stay_as_they_are() -> None:
    text = (
        "Gisteren heb ik Noor en haar moeder gesproken op het gemeentehuis op 3\n"
        "mei 2019. Noor heeft een waarschuwing gekregen. Sinds de start in de\n"
        "brugklas is zij meer afwezig dan aanwezig.\n\n"
        "Groet,\nSandra"
    )
    document = read(text)
    assert document.text == text
    assert lines(document) == [text[: text.index("\n\nGroet")], "Groet,", "Sandra"]


def test_lines_that_nobody_broke_are_paragraphs_of_their_own() -> None:
    assert len(read(f"{LONG}\n{LONG}\nen verder").blocks) == 3


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (f"\n>RECHTBANK WATERRIJK\n{LONG}", 1),
        (f"\n>1. Aanleiding\n{LONG}", 1),
        (f"\n>2.1 Hulpverlening\n{LONG}", 2),
        (f"\n>Ontwikkeling van Noor\n\n{LONG}", 2),
        (f"\n>12 maart 2019 huisbezoek\n{LONG}", 2),
        (f"{LONG}\n>Het geding in hoger beroep\n{LONG}", 2),
        (f"\n>Conclusie\n=========\n{LONG}", 1),
        (f"\n>## Verloop\n{LONG}", 2),
        (f"\n>Beste Karin,\n\n{LONG}", 0),
        (f"\n>Beste Karin\n\n{LONG}", 0),
        (f"\n>Datum: 3 mei 2019\n\n{LONG}", 0),
        (f"\n>Een korte zin.\n\n{LONG}", 0),
        ("\n>1. Moeder belt school\n2. School belt terug", 0),
        ("\n>1234 AB WATERRIJK\nNederland", 0),
        (f"{LONG[:-1]}\n>Noor is thuis\n{LONG}", 0),
        (f"\n>en toen ging zij\n{LONG}", 0),
        ("\n>Sandra de Wit\nleerplicht", 0),
        (f"\n>{LONG}\n{LONG}", 0),
    ],
)
def test_a_line_is_a_heading_only_when_it_is_sure(text: str, level: int) -> None:
    given_lines = text.split("\n")
    at = next(place for place, line in enumerate(given_lines) if line.startswith(">"))
    given_lines[at] = given_lines[at][1:]
    assert heading_level(given_lines, at) == level


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    with pytest.raises(Problem, match=r"stuk\.txt"):
        read_text(data, "stuk.txt")


@given(mutated(plain_text()))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_problem(data: bytes) -> None:
    assert read_or_refused(read_text, data)


@given(st.text(st.sampled_from("aB1.: \t\n-#=\f"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_the_text_is_the_text_itself(text: str) -> None:
    if text.strip():
        document = read(text)
        assert_exact(document)
        said = text.removesuffix("\n").replace("\f", "\n")
        assert [line.rstrip() for line in document.text.split("\n")] == [line.rstrip() for line in said.split("\n")]
