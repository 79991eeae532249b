"""What every reader relies on: offsets are exact, lines are clean, nothing is left out in silence."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.problems import Problem

TEXTS = st.text(
    st.sampled_from("ab é\u0301\t\n\r\u2028\u00a0\u202e\u200b\u00ad\u0000\uf0b7\ud800\ufeff.19-") | st.characters(),
    max_size=30,
)
STEPS = st.one_of(
    st.tuples(st.sampled_from(["paragraph", "note", "margin", "mail", "heading"]), TEXTS),
    st.tuples(st.sampled_from(["row", "verbatim"]), st.lists(TEXTS, max_size=4)),
    st.tuples(st.sampled_from(["blank", "page"]), st.none()),
)


def built(steps: list[tuple[str, object]], limit: int = 5_000_000) -> Document | None:
    builder = TextBuilder("verslag.docx", "docx", limit)
    for name, given_text in steps:
        arguments = () if given_text is None else (given_text,)
        extra = (builder.new_table(),) if name == "row" else ()
        getattr(builder, name)(*arguments, *extra)
    return None if builder.is_empty else builder.finish()


def assert_exact(document: Document) -> None:
    between = [document.text[: document.blocks[0].start]]
    for one, other in pairwise(document.blocks):
        assert one.end < other.start
        between.append(document.text[one.end : other.start])
    between.append(document.text[document.blocks[-1].end :])
    assert set("".join(between)) <= {"\n"}
    for block in document.blocks:
        said = document.text[block.start : block.end]
        assert said.strip()
        assert "\n" not in said or block.kind is BlockKind.PARAGRAPH
        if block.kind is BlockKind.ROW:
            assert "\t".join(document.text[start:end] for start, end in block.cells) == said


@given(st.lists(STEPS, max_size=12))
@settings(max_examples=60, deadline=None)
def test_offsets_are_exact_whatever_is_added(steps: list[tuple[str, object]]) -> None:
    document = built(steps)
    if document is not None:
        assert_exact(document)
        assert all(0 <= page <= len(document.text) for page in document.pages)
        assert list(document.pages) == sorted(document.pages)


@given(st.lists(STEPS, max_size=12))
@settings(max_examples=60, deadline=None)
def test_nothing_invisible_is_left_whatever_is_added(steps: list[tuple[str, object]]) -> None:
    document = built(steps)
    if document is not None:
        invisible = {char for char in document.text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
        assert invisible <= {"\n", "\t"}
        assert {char for char in document.text if unicodedata.category(char) == "Zs"} <= {" "}


@given(st.lists(STEPS, max_size=12), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_what_does_not_fit_is_said(steps: list[tuple[str, object]], limit: int) -> None:
    whole, cut = built(steps), built(steps, limit)
    if whole is None or cut is None:
        return
    assert len(cut.text.rstrip("\n")) <= limit
    if len(whole.text.rstrip("\n")) > limit:
        assert any("niet gelezen" in notice for notice in cut.notices)


def test_a_line_end_in_a_paragraph_begins_a_new_one_and_in_a_cell_is_a_space() -> None:
    document = built(
        [("paragraph", " een\ntwee\n\n drie "), ("row", ["a\n b", "", "c\td"]), ("heading", "Kop\nop twee")]
    )
    assert document is not None
    assert document.text == "een\ntwee\ndrie\na b\t\tc d\nKop op twee"
    assert document.blocks[3] == Block(BlockKind.ROW, 14, 22, 0, 1, ((14, 17), (18, 18), (19, 22)))


def test_a_document_without_text_is_said_to_be_so() -> None:
    with pytest.raises(Problem, match=r"leeg\.docx bevat geen tekst"):
        TextBuilder("leeg.docx", "docx").finish()


def test_a_document_within_another_keeps_its_blocks() -> None:
    inner = built([("paragraph", "binnen"), ("row", ["x", "y"])])
    assert inner is not None
    builder = TextBuilder("brief.eml", "eml")
    builder.row(["a", "b"], builder.new_table())
    builder.include(inner)
    document = builder.finish()
    assert_exact(document)
    assert document.text == "a\tb\nbinnen\nx\ty"
    assert [block.table for block in document.blocks] == [1, 0, 2]


def test_signs_of_words_own_faces_become_the_signs_a_reader_saw() -> None:
    document = built([("paragraph", "\uf0b7 een \uf0fe ja \ue123 nee")])
    assert document is not None
    assert document.text == "• een ☑ ja   nee"


def test_a_notice_is_kept_once() -> None:
    builder = TextBuilder("a.txt", "txt")
    builder.paragraph("tekst")
    builder.notice("Er is iets weggelaten.")
    builder.notice("Er is iets weggelaten.")
    assert builder.finish().notices == ("Er is iets weggelaten.",)
