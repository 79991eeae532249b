"""Which entries a search finds, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.layout.search import SearchIndex, excerpt, matches, words_in
from tijdlijn.model.entries import Citation, Source

LONG = "Op het spreekuur kwam ter sprake dat Noor al weken niet slaapt en dat oma Āyşe haar soms opvangt."
CASE = case(
    entry("signaal", "2019-05", "Zorgmelding (AMK)", id="amk", parties="politie"),
    entry("contact", "2018", "Gesprek over ‘ik wil niet meer’", id="gesprek", details=LONG, persons="noor marieke"),
    entry("besluit", None, "Besluit", id="besluit", unread_date="vlak na de kermis", citations=(Citation("b", "3"),)),
    persons=(person("Noor"), person("Marieke", role="moeder")),
    parties=(party("Politie", "politie_justitie"),),
    sources=(Source("b", "Raadsrapport 2021.pdf"),),
)
INDEX = SearchIndex(CASE)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("zorg", ("amk",)),
        ("melding", ()),
        ("amk", ("amk",)),
        ("IK WIL", ("gesprek",)),
        ("ayse", ("gesprek",)),
        ("Ayşe", ("gesprek",)),
        ("noor slaapt", ("gesprek",)),
        ("noor politie", ()),
        ("moeder", ("gesprek",)),
        ("justitie", ("amk",)),
        ("kermis", ("besluit",)),
        ("raadsrapport.pdf", ("besluit",)),
        ("mei 2019", ("amk",)),
        ("besluit", ("besluit",)),
        ("  ", ()),
        ("…", ()),
    ],
)
def test_every_word_must_begin_a_word_of_the_entry(query: str, ids: tuple[str, ...]) -> None:
    assert INDEX.find(query) == ids


def test_what_is_found_stands_in_time_order() -> None:
    assert INDEX.find("2") == tuple(entry.id for entry in CASE.timeline)


def test_the_places_that_match_are_those_of_the_text_as_it_is_written() -> None:
    text = "Āyşe belt: ‘Noor’ is weg"
    assert [text[start:end] for start, end in matches(text, words_in("noo ayş"))] == ["Āyş", "Noo"]


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_matches_begins_with_a_word_that_was_searched_for(text: str, query: str) -> None:
    words = words_in(query)
    for start, end in matches(text, words):
        assert words_in(text[start:end])[0] in words


@given(st.text(alphabet=st.characters(categories=("L", "N")), min_size=1, max_size=12))
def test_an_entry_is_found_by_its_own_title(title: str) -> None:
    if words_in(title):
        assert SearchIndex(case(entry("contact", "2018", title, id="x"))).find(title) == ("x",)


def test_an_excerpt_shows_the_words_that_the_title_lacks() -> None:
    assert excerpt(CASE, CASE.entries_by_id["gesprek"], "gesprek slaapt").startswith("…dat Noor al weken niet slaapt")
    assert excerpt(CASE, CASE.entries_by_id["gesprek"], "spreekuur").startswith("Op het spreekuur")
    assert excerpt(CASE, CASE.entries_by_id["amk"], "zorg mei signaal") == ""
    assert excerpt(CASE, CASE.entries_by_id["amk"], "politie") == "Politie (politie en justitie)"
