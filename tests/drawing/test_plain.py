"""Text made safe to draw loses what cannot be seen and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.drawing.plain import missing, plain, plain_lines


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("gewoon <b> & zo", "gewoon <b> & zo"),
        ("Zoe\u0308", "Zoë"),
        ("Zoe\u200b\u0308", "Zoë"),
        ("links\u202erechts\u200b\ufeff", "linksrechts"),
        ("af\u00adbreken", "afbreken"),
        ("een\ttab en\r\neen regel", "een tab en een regel"),
        ("vast\u00a0wit en \u2009dun", "vast\u00a0wit en  dun"),
        ("stuk\ud800 \uffff", "stuk\ufffd \ufffd"),
        ("\x00\x07\x1b", ""),
        ("😀 中", "😀 中"),
    ],
)
def test_one_line(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_paragraphs_keep_their_line_ends() -> None:
    assert plain_lines("een\r\ntwee\u2028drie\rvier\u200b") == "een\ntwee\ndrie\nvier"


@given(st.text())
def test_a_cleaned_text_is_clean_and_can_be_written(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    once.encode("utf-8")
    assert not any(ord(char) < 32 for char in once)


def test_what_the_typeface_lacks_is_known() -> None:
    assert missing("Noor 😀 – 中") == {"😀", "中"}
