"""The recovery sheet: all of it on one A4, legible, and only a passphrase that can be typed back from it."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from tijdlijn.drawing.paper_styles import PAGE
from tijdlijn.drawing.primitives import Box, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.recovery_sheet import MOST_CHARACTERS, MOST_WORDS, recovery_sheet, unfit
from tijdlijn.model.problems import Problem
from tijdlijn.services.passphrase import words

DAY = date(2026, 11, 5)
LONGEST_WORDS = sorted(words(), key=lambda word: text_width(word, 1))[-MOST_WORDS:]
FULL = ("hyena moeder kring jong spade", " ".join(LONGEST_WORDS), 'Wá"Ç_^ïÅ' * (MOST_CHARACTERS // 8), "l")


def texts(passphrase: str, name: str = "casus-7.tijdlijn") -> list[Text]:
    return [item for item in flatten(recovery_sheet(name, passphrase, DAY).items) if isinstance(item, Text)]


@pytest.mark.parametrize("passphrase", FULL)
@pytest.mark.parametrize("name", ["casus-7.tijdlijn", "w" * 246 + ".tijdlijn", "een twee " * 27 + ".tijdlijn"])
def test_all_of_it_stands_on_the_sheet_and_nothing_on_anything(passphrase: str, name: str) -> None:
    sheet = recovery_sheet(name, passphrase, DAY)
    boxes = []
    for text in (item for item in flatten(sheet.items) if isinstance(item, Text)):
        right = text.x + text_width(text.text, text.size, text.face)
        assert 50 < text.x < right < sheet.width - 35, text.text
        assert 40 < text.y < sheet.height - 40, text.text
        boxes.append((text.x, text.y - 0.5 * text.size, right, text.y, text.text))
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_its_spelling_stays_in_its_box() -> None:
    sheet = recovery_sheet("casus-7.tijdlijn", FULL[2], DAY)
    cells = [item for item in flatten(sheet.items) if isinstance(item, Box)]
    small = [item for item in flatten(sheet.items) if isinstance(item, Text) and item.size == 7]
    assert len(cells) == MOST_CHARACTERS
    for text in small:
        right = text.x + text_width(text.text, text.size)
        assert any(
            c.x < text.x and right < c.x + c.width and c.y < text.y - 5 and text.y + 1.5 < c.y + c.height for c in cells
        ), text.text


def test_every_style_is_one_of_paper() -> None:
    for passphrase in FULL:
        items = flatten(recovery_sheet("casus-7.tijdlijn", passphrase, DAY).items)
        assert {item.style for item in items} <= set(PAGE)


def test_it_says_what_it_is_of_which_file_and_what_to_do_with_it() -> None:
    told = " ".join(text.text for text in texts(FULL[0]))
    for words_ in ("Herstelblad", "GEHEIM", "casus-7.tijdlijn", "5 november 2026", "kluis", "niet bij de computer",
                   "ook de makers van tijdlijn niet", "Bewaard door", "Handtekening", "Bestand, Openen"):  # fmt: skip
        assert words_ in told
    assert "VERTROUWELIJK" not in told


def test_the_words_are_the_largest_text_but_for_the_title() -> None:
    sizes = {text.text: text.size for text in texts(FULL[0])}
    assert all(sizes[word] >= 20 for word in FULL[0].split())


def test_a_long_file_name_is_cut_where_that_can_be_seen() -> None:
    assert any(text.text.endswith("w…") for text in texts(FULL[0], "w" * 246 + ".tijdlijn"))


@pytest.mark.parametrize(
    "passphrase", ["K" * (MOST_CHARACTERS + 1), "Ab " * 30, " ".join(["woord"] * (MOST_WORDS + 1))]
)
def test_a_passphrase_that_is_too_long_is_refused(passphrase: str) -> None:
    assert "te lang" in (unfit(passphrase) or "")
    with pytest.raises(Problem, match="te lang"):
        recovery_sheet("casus-7.tijdlijn", passphrase, DAY)


@pytest.mark.parametrize("odd", ["😀", "中", "а", "\t", "\n", "\xa0", "\u200b", "q\u0301"])
def test_a_character_that_can_be_doubted_is_refused(odd: str) -> None:
    with pytest.raises(Problem, match="ondubbelzinnig"):
        recovery_sheet("casus-7.tijdlijn", f"Geheime woorden {odd}", DAY)


def test_any_five_words_that_are_proposed_fit() -> None:
    assert unfit(" ".join(LONGEST_WORDS[-5:])) is None
