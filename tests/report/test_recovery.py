"""The recovery sheet as a PDF: whoever reads it types exactly the passphrase back."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render_pdf.looking import fonts, pages_text, reader
from tijdlijn.layout.recovery_sheet import MOST_CHARACTERS
from tijdlijn.report.recovery import recovery_pdf

DAY = date(2026, 11, 5)
MARKS = {"accent aigu": "\u0301", "accent grave": "\u0300", "trema": "\u0308", "dakje": "\u0302", "tilde": "\u0303",
         "cedille": "\u0327", "rondje": "\u030a", "haakje": "\u030c"}  # fmt: skip
DIGITS = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
LETTER = re.compile(r"(kleine|hoofdletter) (\w) van (\w)\w+(?: met (.+))?")
ODD = [
    "Kl1I|O0o e\"'C-_x `\\~^",
    "lI1|lI1|O0oO",
    " begint en eindigt met een spatie ",
    "twee  spaties tussen woorden",
    "géén gewóne wóórden Ärger",
    "e\u0301e\u0301n los accent",
    "hyena moeder kring jong Spade",
    "a(b)<c>&d;e%f%%",
    "<b>vet</b> &amp; R&D",
    "Straße €12,50",
    "woord",
]


def pieces(data: bytes) -> list[tuple[float, float, float, str]]:
    """Each piece of text with its size and where it begins, from the top left, in the order of reading."""
    found: list[tuple[float, float, float, str]] = []

    def visit(text: str, _cm: object, place: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((float(size), float(place[4]), 842 - float(place[5]), text.strip()))

    reader(data).pages[0].extract_text(visitor_text=visit)
    return found


def typed_words(data: bytes) -> str:
    """What a person types who reads numbered words."""
    after = pages_text(data)[0].split("Het wachtwoord\n")[1].split("Zo bewaart u")[0]
    told = dict(re.findall(r"^(\d+)\s+([a-z]+)\s*$", after, re.MULTILINE))
    assert after.startswith(f"{len(told)} woorden")
    return " ".join(told[str(number)] for number in range(1, len(told) + 1))


def typed_characters(data: bytes) -> tuple[str, str]:
    """What a person types who reads the large characters, and one who reads only the spelling."""
    found = pieces(data)
    numbers = [(x, y, int(text)) for size, x, y, text in found if size == 7.5]
    assert [number for *_, number in numbers] == list(range(1, len(numbers) + 1))
    large, small = dict[int, str](), dict[int, list[str]]()
    for size, x, y, text in found:
        if size in (19.0, 7.0):
            cell = max((top, left, number) for left, top, number in numbers if left <= x + 4 and top <= y)[2]
            if size == 19.0:
                large[cell] = text.strip()
            else:
                small.setdefault(cell, []).append(text.strip())
    order = range(1, len(numbers) + 1)
    return (
        "".join(large.get(number) or " " for number in order),
        "".join(spoken(" ".join(small[number]), large.get(number, "")) for number in order),
    )


def spoken(words: str, sign: str) -> str:
    """The character that is spelled; a sign that is no letter or digit is the one that is shown."""
    if words.startswith("cijfer "):
        return str(DIGITS.index(words.removeprefix("cijfer ")))
    if words == "spatie":
        assert sign == ""
        return " "
    if match := LETTER.fullmatch(words):
        size, letter, initial, mark = match.groups()
        assert letter.lower() == initial.lower()
        char = initial.lower() if size == "kleine" else initial.upper()
        return unicodedata.normalize("NFC", char + MARKS.get(mark or "", ""))
    assert sign in "ßæœøÆŒØ" or not sign.isalnum()
    return sign


def check_characters(passphrase: str) -> None:
    text = unicodedata.normalize("NFC", passphrase)
    assert typed_characters(recovery_pdf("casus-7.tijdlijn", passphrase, DAY)) == (text, text)


@pytest.mark.parametrize(
    "passphrase",
    [
        "hyena moeder kring jong spade",
        "lil olie illegaal lol",
        " ".join(["koolmees", "ijl"] * 6),
        "jas tuniek muis tulband typen",
    ],
)
def test_words_are_typed_back(passphrase: str) -> None:
    assert typed_words(recovery_pdf("casus-7.tijdlijn", passphrase, DAY)) == passphrase


@pytest.mark.parametrize("passphrase", ODD)
def test_an_odd_passphrase_is_typed_back(passphrase: str) -> None:
    check_characters(passphrase)


KEYS = "".join(map(chr, range(32, 127))) + "áéíóúàèäëïöüâêîôûçñÁÉËÏÖÜÇß€§"


@given(st.text(KEYS, min_size=1, max_size=MOST_CHARACTERS).filter(lambda text: not re.fullmatch(r"[a-z ]+", text)))
@settings(max_examples=60, deadline=None)
def test_anything_a_keyboard_gives_is_typed_back(passphrase: str) -> None:
    check_characters(passphrase)


def test_it_is_one_a4_with_its_fonts_in_it() -> None:
    data = recovery_pdf("casus-7.tijdlijn", ODD[0], DAY)
    (page,) = reader(data).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
    for name, descriptor in fonts(data).items():
        assert re.fullmatch(r"/[A-Z]{6}\+SourceSansPro-\w+", name)
        assert "/FontFile2" in descriptor


def test_its_metadata_tells_nothing_and_the_same_sheet_has_the_same_bytes() -> None:
    data = recovery_pdf("casus-7.tijdlijn", ODD[0], DAY)
    told = " ".join(str(value) for value in (reader(data).metadata or {}).values())
    assert "Herstelblad" in told
    assert "casus-7" not in told
    assert data == recovery_pdf("casus-7.tijdlijn", ODD[0], DAY)
