"""What help costs a year before and after a moment, of one case and of families together."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry
from tijdlijn.analysis.savings import BeforeAfter, Family, before_and_after, moment_of, savings
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import RateUnit

EURO = 100
Day = date
NEW_YEAR = Day(2019, 1, 1)


def test_eleven_families_to_the_euro() -> None:
    found = savings([Family(f"gezin {n}", (8_920 * EURO,) * 2, (2_383 * EURO,) * 2) for n in range(1, 12)])
    assert found.before == (98_120 * EURO,) * 2
    assert found.after == (26_213 * EURO,) * 2
    assert found.difference == (71_907 * EURO,) * 2
    assert found.percentage
    assert [round(part, 1) for part in found.percentage] == [73.3, 73.3]


def test_families_that_may_cost_nothing_have_no_percentage() -> None:
    assert savings([Family("a", (0, 10), (5, 5))]).percentage is None
    assert savings([]).difference == (0, 0)


def yearly(first: str, euro: int, **more: object) -> object:
    return entry("interventie", first, f"{first} {euro}", rate=Rate(euro * EURO, RateUnit.JAAR), **more)  # type: ignore[arg-type]


def around(*entries: object, day: Day = NEW_YEAR, **more: object) -> BeforeAfter:
    one = case(*entries, reference_day=Day(2021, 6, 30))  # type: ignore[arg-type]
    return before_and_after(one, (day, day), **more)  # type: ignore[arg-type]


class TestOneCase:
    #     2016      2017      2018      2019      2020      2021
    #     |----heavy, 8.920 a year----| |----light, 2.383 a year ... reference day 30 June
    HEAVY, LIGHT = yearly("2016-07-01/2018-12-31", 8_920), yearly("2019-01-01/..", 2_383)

    def test_a_year_before_and_a_year_after(self) -> None:
        found = around(self.HEAVY, self.LIGHT)
        assert found.before
        assert found.after
        assert (found.before.first, found.before.last, found.before.number) == (Day(2017, 1, 1), Day(2018, 12, 31), 2)
        assert (found.after.first, found.after.last, found.after.number) == (Day(2019, 1, 1), Day(2020, 12, 31), 2)
        assert found.before.a_year == (8_920 * EURO,) * 2
        assert found.after.a_year == (2_383 * EURO,) * 2
        assert found.difference == (6_537 * EURO,) * 2
        assert found.percentage
        assert round(found.percentage[0], 1) == 73.3

    def test_fewer_years_when_asked(self) -> None:
        found = around(self.HEAVY, self.LIGHT, most_before=1, most_after=1)
        assert found.before
        assert found.after
        assert (found.before.first, found.after.last) == (Day(2018, 1, 1), Day(2019, 12, 31))
        assert (found.years_before, found.years_after) == (2, 2)

    def test_without_a_whole_year_nothing_is_compared(self) -> None:
        early = around(self.HEAVY, day=Day(2017, 6, 30))
        assert early.before is None
        assert early.difference is None
        assert early.after
        late = around(self.HEAVY, day=Day(2020, 7, 2))
        assert late.after is None
        assert late.percentage is None
        assert around(entry("interventie", "2015")).before is None

    def test_a_leap_day(self) -> None:
        found = around(yearly("2015-02-28/2019-12-31", 100), day=Day(2016, 2, 29))
        assert (found.years_before, found.before and found.before.first) == (1, Day(2015, 2, 28))

    def test_days_on_which_the_moment_may_be_belong_to_neither(self) -> None:
        light = entry("interventie", "2018-12/..", id="light", rate=Rate(100 * EURO, RateUnit.JAAR))
        one = case(self.HEAVY, light, reference_day=Day(2021, 6, 30))  # type: ignore[arg-type]
        moment = moment_of(one, "light")
        assert moment == (Day(2018, 12, 1), Day(2018, 12, 31))
        found = before_and_after(one, moment)
        assert found.before
        assert found.after
        assert (found.before.last, found.after.first) == (Day(2018, 11, 30), Day(2019, 1, 1))

    def test_an_uncertain_end_gives_a_range(self) -> None:
        found = around(yearly("2018-01-01/[2018-06-30..2018-12-31]", 365), self.LIGHT)
        assert found.before
        assert found.before.a_year == (181 * EURO, 365 * EURO)

    def test_help_of_which_no_amount_is_known_is_told_where_it_falls(self) -> None:
        bare = [
            entry("interventie", when, id=id_)
            for id_, when in (("voor", "2018/2018"), ("na", "2019/2020"), ("nu", "2021-06/.."))
        ]
        found = around(self.HEAVY, self.LIGHT, *bare)
        assert found.before
        assert found.after
        assert (found.before.unpriced, found.after.unpriced) == (("voor",), ("na",))

    def test_scenarios_do_not_count(self) -> None:
        found = around(self.HEAVY, self.LIGHT, yearly("2018-01-01/2018-12-31", 50_000, scenario="anders"))
        assert found.before
        assert found.before.a_year == (8_920 * EURO,) * 2


def test_what_has_no_date_is_no_moment() -> None:
    assert moment_of(case(entry("actie", None, id="los")), "los") is None
    assert moment_of(case(), "weg") is None


def slow(whole: Case, first: Day, last: Day) -> tuple[Fraction, Fraction]:
    """The least and the most of a window in cents, day by day, for rates a day and amounts of one sure day."""
    least = most = Fraction(0)
    for one in whole.actual:
        bounds = whole.bounds[one.id]
        assert one.rate
        sure = most_days = 0
        day = first
        while day <= last:
            number = day.toordinal()
            most_days += bool(bounds.possible and bounds.possible[0] <= number <= bounds.possible[1])
            sure += bool(bounds.sure and bounds.sure[0] <= number <= bounds.sure[1])
            day += timedelta(1)
        whole_span = first.toordinal() <= bounds.start_min and bounds.last_day <= last
        if bounds.is_span:
            least += one.rate.cents * (max(sure, 1) if whole_span and bounds.possible else sure)
            most += one.rate.cents * most_days
        else:
            least += one.rate.cents * bool(whole_span)
            most += one.rate.cents * bool(most_days)
    return least, most


@settings(max_examples=60, deadline=None)
@given(
    dossiers(("interventie", "actie", "gebeurtenis"), most=4),
    st.dates(Day(2019, 6, 1), Day(2020, 12, 31)),
    st.integers(0, 400),
    st.sampled_from([None, 1, 2]),
)
def test_against_counting_days(plain: Case, first: Day, vague: int, most: int | None) -> None:
    case_ = plain.with_entries(
        entry(e.kind, e.date.edtf, id=e.id, rate=Rate(1_000, RateUnit.DAG)) for e in plain.entries if e.date
    )
    found = before_and_after(case_, (first, first + timedelta(vague)), most, most)
    for years, end in ((found.before, first), (found.after, None)):
        if years is None:
            continue
        assert (years.last + timedelta(1)).year - years.first.year == years.number
        assert end is None or years.last == end - timedelta(1)
        assert end is not None or years.last <= case_.reference
        low, high = slow(case_, years.first, years.last)
        assert years.a_year[0] == pytest.approx(float(low / years.number), abs=0.51)
        assert years.a_year[1] == pytest.approx(float(high / years.number), abs=0.51)
    starts = [case_.bounds[e.id].start_min for e in case_.actual]
    if starts and (back := min(starts)) <= first.toordinal():
        year = first.replace(year=first.year - found.years_before - 1) if (first.month, first.day) != (2, 29) else None
        assert year is None or year.toordinal() < back
