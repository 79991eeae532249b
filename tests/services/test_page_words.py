"""What was typed about pages, read."""

from __future__ import annotations

from datetime import date

import pytest

from tijdlijn.model.problems import Problem
from tijdlijn.report.options import PRESETS, PageOptions, Poster
from tijdlijn.services.page_words import parts_in, period_in, poster_in, preset_options

TODAY = date(2024, 5, 1)


def test_parts_are_known_by_their_dutch_name_its_first_word_and_their_key() -> None:
    assert parts_in("Voorblad, chronologie,findings , Voorblad") == ("cover", "chronology", "findings")


@pytest.mark.parametrize("text", ["", "onzin", "voorblad, onzin"])
def test_a_part_that_is_not_there_is_said_so(text: str) -> None:
    with pytest.raises(Problem, match="onderdeel"):
        parts_in(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018/2019", date(2018, 1, 1), date(2019, 12, 31)),
        ("maart 2018", date(2018, 3, 1), date(2018, 3, 31)),
        ("sinds 2018", date(2018, 1, 1), None),
        ("van 1 maart 2018 tot en met 30 juni 2019", date(2018, 3, 1), date(2019, 6, 30)),
    ],
)
def test_a_period_is_typed_as_any_date(text: str, first: date, last: date | None) -> None:
    assert period_in(text, TODAY) == (first, last)


def test_what_is_no_period_is_said_so() -> None:
    with pytest.raises(Problem, match="geen periode"):
        period_in("gisteren of zo", TODAY)


def test_a_poster_is_columns_by_rows_on_the_paper_asked_for() -> None:
    assert poster_in("3x2", PageOptions(paper="A4")).poster == Poster(3, 2, "A4")
    assert poster_in("2×4:a3", PageOptions()).poster == Poster(2, 4, "A3")
    with pytest.raises(Problem, match="geen poster"):
        poster_in("0x2", PageOptions())


def test_a_preset_is_known_by_its_name() -> None:
    assert preset_options("voor het gezin") == PRESETS[3].options
    with pytest.raises(Problem, match="Wandposter"):
        preset_options("iets")
