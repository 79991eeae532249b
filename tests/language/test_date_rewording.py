"""Words as written stay with a date that was moved only where they still say its days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_shifting import dates
from tijdlijn.language.date_rewording import reworded
from tijdlijn.language.dates_nl import read
from tijdlijn.model.dates import Ending, UncertainDate
from tijdlijn.model.shifting import ended, moved


def date_of(text: str) -> UncertainDate:
    value = read(text)
    assert value is not None, text
    return value


@pytest.mark.parametrize(
    ("text", "pull", "words"),
    [
        ("eind 2021", 122, "begin 2022"),
        ("eind 2021", 3, "eind 2021"),
        ("medio maart 2019", 10, "eind maart 2019"),
        ("rond sinterklaas 2019", 7, ""),
        ("12 maart 2019", 7, ""),
        ("van eind 2021 tot en met mei 2023", 122, "van begin 2022 tot en met september 2023"),
        ("sinds eind 2021", 122, "sinds begin 2022 (loopt nog)"),
    ],
)
def test_a_moved_date_is_said_anew_or_plainly(text: str, pull: float, words: str) -> None:
    before = date_of(text)
    assert reworded(before, moved(before, pull).value).words == words


def test_the_words_of_the_start_stay_when_the_end_changes() -> None:
    before = date_of("van eind 2021 tot en met mei 2023")
    assert reworded(before, ended(before, Ending.OPEN)).words == "sinds eind 2021 (loopt nog)"
    running = date_of("sinds rond sinterklaas 2019")
    end = UncertainDate.parse("2020-05-12").start
    assert end is not None
    after = reworded(running, ended(running, end))
    assert after.words == "van rond sinterklaas 2019 tot en met 12 mei 2020"


@given(dates(), st.integers(-1500, 1500), st.sampled_from(["", "eind 2021", "toen zij zeven was", "van toen t/m nu"]))
def test_words_always_say_the_days_they_stand_with(value: UncertainDate, pull: int, words: str) -> None:
    before = UncertainDate.parse(value.edtf, words)
    after = reworded(before, moved(before, pull).value)
    if after.edtf != before.edtf and after.words:
        assert date_of(after.words).edtf == after.edtf
    if after.edtf == before.edtf:
        assert after == before
