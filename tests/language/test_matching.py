"""Forgiving matching: words in any order, beginnings, initials, accents; and the better fit first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.language.matching import match, prepared, typed_words


def score(text: str, query: str) -> float:
    found = match(prepared(text), typed_words(query))
    return found.score if found else -1.0


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Volgend schakelmoment", "schak"),
        ("Volgend schakelmoment", "moment volg"),
        ("Volgend schakelmoment", "vs"),
        ("Hele leven passend", "hlp"),
        ("Kopiëren", "kopieren"),
        ("Financiële zorgen", "FINANCIELE"),
        ("Uithuisplaatsing", "plaats"),
        ("Wat dan ook", ""),
    ],
)
def test_what_somebody_means_is_found(text: str, query: str) -> None:
    assert score(text, query) >= 0


@pytest.mark.parametrize(
    ("text", "query"),
    [("Volgend schakelmoment", "gat"), ("Volgend schakelmoment", "volgend gat"), ("Inzoomen", "oo"), ("Nieuw", "xn")],
)
def test_what_lacks_a_word_is_not(text: str, query: str) -> None:
    assert score(text, query) == -1.0


@pytest.mark.parametrize(
    ("better", "worse", "query"),
    [
        ("Zoeken", "Zoekresultaten", "zoeken"),
        ("Gat", "Volgend gat", "gat"),
        ("Volgend gat", "Levensgatverhaal", "gat"),
        ("Regel wijzigen", "Wachtwoord wijzigen van een regel", "regel wijzigen"),
        ("Regel toevoegen", "Resultaten tonen", "re to"),
        ("Volgend schakelmoment", "Naar voorstel gaan", "vs"),
    ],
)
def test_the_better_fit_has_the_higher_score(better: str, worse: str, query: str) -> None:
    assert score(better, query) > score(worse, query)


def test_the_places_are_those_of_what_was_typed() -> None:
    found = match(prepared("Volgend schakelmoment"), ("schak", "volg"))
    assert found is not None
    assert found.places == ((0, 4), (8, 13))
    initials = match(prepared("Hele leven passend"), ("hlp",))
    assert initials is not None
    assert initials.places == ((0, 1), (5, 6), (11, 12))


@given(st.text(max_size=40), st.text(max_size=12))
def test_places_lie_within_the_text_and_hold_what_was_typed(text: str, query: str) -> None:
    wanted = typed_words(query)
    found = match(prepared(text), wanted)
    for start, end in found.places if found else ():
        assert 0 <= start < end <= len(text)


@given(st.lists(st.sampled_from(["regel", "gat", "tijd", "ouder"]), min_size=1, max_size=4, unique=True))
def test_the_order_of_words_does_not_matter_for_what_is_found(words: list[str]) -> None:
    text = prepared(" ".join(words))
    assert match(text, tuple(reversed(words))) is not None
