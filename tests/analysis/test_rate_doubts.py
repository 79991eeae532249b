"""Rates of another year, and amounts of which nobody said where they come from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.rate_doubts import OtherYear, find_rate_doubts, taken_from, year_taken
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Rate
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import RateUnit

RATE = Rate(45_000, RateUnit.WEEK)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            ListedRate("pleegzorg", RATE, year=2021, source="raadsbesluit"),
            "Tarieventabel: pleegzorg, 2021, raadsbesluit",
        ),
        (ListedRate("pleegzorg, voltijd", RATE, year=2021), "Tarieventabel: pleegzorg, voltijd, 2021"),
        (ListedRate("pleegzorg", RATE, source="de gemeente"), "Tarieventabel: pleegzorg, de gemeente"),
        (ListedRate("pleegzorg", RATE), "Tarieventabel: pleegzorg"),
    ],
)
def test_where_an_amount_was_taken_from_says_its_year(line: ListedRate, told: str) -> None:
    assert taken_from(line) == told
    assert year_taken(told) == line.year


@pytest.mark.parametrize("text", ["", "factuur, 2021", "Tarieventabel 2021", "Tarieventabel: pleegzorg 2021"])
def test_other_words_say_no_year(text: str) -> None:
    assert year_taken(text) is None


def doubts(when: str | None, kind: str = "interventie") -> tuple[OtherYear, ...]:
    told = taken_from(ListedRate("hulp", RATE, year=2019, source="x"))
    one = case(entry(kind, when, id="a", rate=RATE, cost_source=told), reference_day=date(2020, 12, 31))
    return find_rate_doubts(one).other_year


@pytest.mark.parametrize("when", ["2019/2019", "2019-01-01/2019-12-31", "2019-03/2019-10", None])
def test_of_its_own_year(when: str | None) -> None:
    assert doubts(when) == ()


@pytest.mark.parametrize(
    ("when", "first", "last", "status"),
    [
        ("2020-03-01/2020-04-01", 2020, 2020, Status.ZEKER),
        ("2019-03-01/..", 2019, 2020, Status.ZEKER),
        ("2018-12-31/2019-12-31", 2018, 2019, Status.ZEKER),
        ("2019-03-01/", 2019, 2020, Status.MOGELIJK),
        ("2018-24/2019-05", 2018, 2019, Status.MOGELIJK),
    ],
)
def test_of_another_year(when: str, first: int, last: int, status: Status) -> None:
    assert doubts(when) == (OtherYear("a", 2019, first, last, status),)


def test_amounts_of_which_nobody_said_where_they_come_from() -> None:
    one = case(
        entry("actie", "2019", id="a", cost_cents=1),
        entry("actie", "2019", "b", id="b", cost_cents=1, cost_source="factuur"),
        entry("actie", None, "c", id="c", rate=RATE, cost_source=" "),
        entry("actie", "2019", "d", id="d"),
    )
    assert find_rate_doubts(one).unsourced == ("a", "c")


@settings(max_examples=60, deadline=None)
@given(dossiers(("interventie", "actie", "gebeurtenis"), most=3), st.integers(2018, 2021))
def test_against_trying_every_day(plain: Case, year: int) -> None:
    told = taken_from(ListedRate("hulp", RATE, year=year))
    case_ = plain.with_entries(
        entry(e.kind, e.date.edtf, id=e.id, rate=RATE, cost_source=told) for e in plain.entries if e.date
    )
    found = {one.entry_id: one.status for one in find_rate_doubts(case_).other_year}
    for one in case_.actual:
        bounds = case_.bounds[one.id]
        starts = range(bounds.start_min, bounds.start_max + 1)
        inside = outside = False
        low, high = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        for start in starts:
            ends = [start] if not bounds.is_span or bounds.possible is None else (bounds.end_min, bounds.end_max)
            for end in (max(start, day) for day in ends):
                is_inside = low <= start and end <= high
                inside, outside = inside or is_inside, outside or not is_inside
        expected = None if not outside else Status.MOGELIJK if inside else Status.ZEKER
        assert found.get(one.id) is expected, (one.date, year)
