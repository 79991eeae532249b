"""A period as two pieces of text and back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, person
from tijdlijn.language.dates_nl import DateContext, read
from tijdlijn.model.dates import Ending, UncertainDate
from tijdlijn.ui.date_reading import Parts, context_of, joined, parts_of, told

NOW = DateContext(date(2026, 1, 1))
REFERENCE = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2019-10/2020-03", Parts("oktober 2019", "maart 2020")),
        ("2019-10/..", Parts("oktober 2019", "", Ending.OPEN)),
        ("2019-10/", Parts("oktober 2019", "", Ending.UNKNOWN)),
        ("2019-10", Parts("oktober 2019", "", Ending.UNKNOWN)),
        ("/2020", Parts("", "2020")),
        ("2019?/2020~", Parts("2019 (onzeker)", "rond 2020")),
    ],
)
def test_a_period_is_taken_apart(edtf: str, parts: Parts) -> None:
    assert parts_of(UncertainDate.parse(edtf)) == parts


@pytest.mark.parametrize(
    "words",
    ["van eind 2021 tot en met zomer 2022", "sinds eind 2021 (loopt nog)", "van 2 mei 2016 t/m 31-3-2017", "2019/2020"],
)
def test_taken_apart_and_put_together_it_is_the_same_days(words: str) -> None:
    value = read(words, NOW)
    assert value is not None
    again = joined(parts_of(value), NOW)
    assert again is not None
    assert again.edtf == value.edtf


def test_the_words_of_each_end_stay_as_written() -> None:
    value = read("van eind 2021 tot en met zomer 2022", NOW)
    assert parts_of(value) == Parts("eind 2021", "zomer 2022")


@pytest.mark.parametrize("parts", [Parts("maart", "blauw"), Parts("2020", "2019"), Parts("blauw", "", Ending.OPEN)])
def test_what_is_no_period_gives_none(parts: Parts) -> None:
    assert joined(parts, NOW) is None


@pytest.mark.parametrize(
    ("edtf", "is_span", "words"),
    [
        ("2019-03-12", False, "dinsdag 12 maart 2019"),
        ("2019-03", False, "ergens van 1 maart 2019 t/m 31 maart 2019 · 4 weken speling"),
        ("2019-03-01/2019-03-10", True, "1 maart 2019 t/m 10 maart 2019 · 10 dagen"),
        ("2019-03-01/..", True, "1 maart 2019 t/m de peildatum, 1 januari 2026 · loopt nog · 6 jaar en 10 maanden"),
        ("2019-03-01/", True, "vanaf 1 maart 2019 · einde onbekend · zeker alleen 1 maart 2019"),
        ("2019/2019", True, "1 januari 2019 t/m 31 december 2019 · geen enkele dag is zeker"),
    ],
)
def test_a_date_is_told_in_days(edtf: str, is_span: bool, words: str) -> None:
    assert told(UncertainDate.parse(edtf), is_span, REFERENCE) == words


def test_a_phrase_leans_on_the_entry_before_and_the_one_child_it_names() -> None:
    children = (person("Noor", "2009-05-14", focus=True), person("Sem", "2012", focus=True))
    first, second = entry("contact", "2018", id="a"), entry("contact", "2019", id="b", persons="sem")
    context = context_of(case(first, second, persons=children), second)
    assert (context.previous, context.birth) == (first.date, children[1].birth)
    assert context_of(case(first, second, persons=children), first).birth is None
