"""A character spelled aloud can be only that character."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from tijdlijn.language.spelling import spelled

TYPED = string.printable[:95] + "áàâäãåçéèêëíìîïñóòôöõúùûüýÿšžÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŠŽæœøßÆŒØ€£§°"


def test_everything_a_dutch_keyboard_gives_is_spelled() -> None:
    assert [char for char in TYPED if not spelled(char)] == []


def test_no_two_characters_are_spelled_alike() -> None:
    words = Counter(spelled(char) for char in TYPED)
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("K", "hoofdletter K van Karel"),
        ("l", "kleine l van Lodewijk"),
        ("I", "hoofdletter I van Izaak"),
        ("1", "cijfer één"),
        ("|", "rechte streep"),
        ("O", "hoofdletter O van Otto"),
        ("0", "cijfer nul"),
        ("é", "kleine e van Eduard met accent aigu"),
        (" ", "spatie"),
    ],
)
def test_look_alikes_are_told_apart(char: str, words: str) -> None:
    assert spelled(char) == words


@pytest.mark.parametrize("char", ["\n", "\t", "\xa0", "\u200b", "\u0301", "а", "Ι", "中", "😀", "ệ", "İ", "²", "ı"])
def test_what_a_dutch_keyboard_does_not_give_is_not_spelled(char: str) -> None:
    assert spelled(char) is None
