"""When a life is expected to bring what, against slow twins that walk through the days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.dossiers import points
from tijdlijn.analysis.ahead_rules import (
    BY_ID,
    RULES,
    birthday,
    born_in,
    compulsory_school,
    expected_on,
    half_a_year_before_18,
    in_words_of_a_calendar,
    secondary_school,
    turning,
)
from tijdlijn.model.dates import UncertainDate, add_months, age_on
from tijdlijn.model.school import school_groups

DAY = timedelta(1)
BORN = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def slow_birthday(born: date, years: int) -> date:
    """The first day on which the age is complete, walked to day by day."""
    day = date(born.year + years, 1, 1)
    while age_on(UncertainDate.of_day(born), day)[0] < years:
        day += DAY
    return day


def slow_secondary(born: date) -> set[date]:
    """All first days of a brugklas that the rule allows for somebody born on a day."""
    brugklas = next(first for first, _, name in school_groups(UncertainDate.of_day(born)) if name == "brugklas")
    found = {brugklas, brugklas.replace(year=brugklas.year + 1)}
    return found | ({brugklas.replace(year=brugklas.year - 1)} if (born.month, born.day) > (8, 1) else set())


@given(BORN, st.sampled_from([4, 5, 12, 16, 18, 21, 23]))
def test_a_birthday_is_the_first_day_of_that_age(born: date, years: int) -> None:
    assert birthday(born, years) == slow_birthday(born, years)


def test_who_was_born_on_29_february_has_the_birthday_on_the_first_of_march() -> None:
    assert (birthday(date(2012, 2, 29), 12), birthday(date(2012, 2, 29), 18)) == (date(2024, 2, 29), date(2030, 3, 1))


@given(points())
def test_under_an_uncertain_birth_a_birthday_is_any_that_it_may_be(text: str) -> None:
    birth = UncertainDate.parse(text)
    first, last = born_in(birth)
    days = {slow_birthday(first + DAY * n, 18) for n in range((last - first).days + 1)}
    assert turning(birth, 18) == (min(days), max(days))


@given(points())
def test_secondary_school_begins_in_the_summer_after_groep_8_or_a_year_beside_it(text: str) -> None:
    birth = UncertainDate.parse(text)
    first, last = born_in(birth)
    days = set().union(*(slow_secondary(first + DAY * n) for n in range((last - first).days + 1)))
    assert secondary_school(birth) == (min(days), max(days))


@pytest.mark.parametrize(
    ("born", "first", "last"),
    [("2014-07-09", 2026, 2027), ("2014-08-01", 2026, 2027), ("2014-08-02", 2026, 2028), ("2014-12-31", 2026, 2028)],
)
def test_a_child_of_the_autumn_may_go_a_year_earlier(born: str, first: int, last: int) -> None:
    assert secondary_school(UncertainDate.parse(born)) == (date(first, 8, 1), date(last, 8, 1))


@given(BORN)
def test_school_is_compulsory_from_the_first_of_the_month_after_the_fifth_birthday(born: date) -> None:
    day = slow_birthday(born, 5) + DAY
    while day.day != 1:
        day += DAY
    assert compulsory_school(UncertainDate.of_day(born)) == (day, day)


@given(BORN)
def test_18_minus_is_half_a_year_before_18(born: date) -> None:
    day = add_months(slow_birthday(born, 18), -6)
    assert half_a_year_before_18(UncertainDate.of_day(born)) == (day, day)
    assert 178 <= (slow_birthday(born, 18) - day).days <= 186


@pytest.mark.parametrize(
    ("birth", "rule", "expected"),
    [
        ("2010-06-24", "18", "2028-06-24"),
        ("2010-06", "18", "2028-06"),
        ("2010", "18", "2028"),
        ("2010~", "18", "2028~"),
        ("2010?", "18", "2028?"),
        ("2010-22", "18", "2028-22"),
        ("2012-02", "18", "[2030-02-01..2030-03-01]"),
        ("201X", "18", "[2028-01-01..2037-12-31]"),
        ("[2010-06-24..2010-06-26]", "18", "[2028-06-24..2028-06-26]"),
        ("2010-06/2010-07", "18", "[2028-06-01..2028-07-31]"),
        ("2010-06-24", "18-min", "2027-12-24"),
        ("2010-06", "leerplicht", "2015-07-01"),
        ("2010", "leerplicht", "[2015-02-01..2016-01-01]"),
        ("2014-07-09", "voortgezet", "[2026-08-01..2027-08-01]"),
    ],
)
def test_the_day_is_as_vague_as_the_birth(birth: str, rule: str, expected: str) -> None:
    when = UncertainDate.parse(birth)
    assert expected_on(when, BY_ID[rule], BY_ID[rule].days(when)).edtf == expected


@given(points(), st.sampled_from(RULES))
def test_the_date_of_a_rule_says_exactly_its_days(text: str, rule: object) -> None:
    chosen = next(one for one in RULES if one is rule)
    birth = UncertainDate.parse(text)
    days = chosen.days(birth)
    point = expected_on(birth, chosen, days).points[0]
    assert (point.earliest, point.latest) == days


@given(BORN, st.integers(0, 800))
def test_days_in_words_of_a_calendar_are_those_days(first: date, more: int) -> None:
    point = in_words_of_a_calendar(first, first + DAY * more).points[0]
    assert (point.earliest, point.latest) == (first, first + DAY * more)


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Lotte wordt 18: jeugdhulp stopt", {"18"}),
        ("Meerderjarig", {"18"}),
        ("18-: plan maken", {"18-min"}),
        ("Tijn naar het voortgezet (speciaal) onderwijs", {"voortgezet"}),
        ("Operatie aan de knie", set()),
        ("Kamer 118", set()),
    ],
)
def test_a_rule_knows_the_words_that_say_the_same(title: str, rules: set[str]) -> None:
    assert {rule.id for rule in RULES if rule.said.search(title)} == rules
