"""A pull of so many days moves a date in steps of its own precision, and the same pull back undoes it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tijdlijn.model.dates import DateError, DatePoint, Ending, UncertainDate
from tijdlijn.model.shifting import Unit, end_moved, ended, moved, pace_of, shifted, start_moved, started, unit_of

days = st.dates(date(1950, 1, 1), date(2049, 12, 31))
marks = st.sampled_from(["", "?", "~", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(days)
    mark = draw(marks)
    form = draw(st.sampled_from(["day", "month", "season", "year", "decade", "choice", "third", "part", "somewhere"]))
    if form == "choice":
        return f"[{day}..{day + timedelta(draw(st.integers(1, 500)))}]"
    if form == "third":
        first = day.replace(day=draw(st.sampled_from([1, 11])))
        return f"[{first}..{first + timedelta(9)}]"
    if form == "part":
        first = day.replace(day=1, month=draw(st.sampled_from([1, 5, 9])))
        after = first.replace(month=first.month + 3, day=30 if first.month == 1 else 31)
        return f"[{first}..{after}]"
    return {
        "day": day.isoformat(),
        "month": f"{day.year}-{day.month:02d}",
        "season": f"{day.year}-{day.month % 4 + 21}",
        "year": f"{day.year}",
        "decade": f"{day.year // 10}X",
        "somewhere": f"{day.year}-{day.month:02d}-XX",
    }[form] + mark


@st.composite
def dates(draw: st.DrawFn) -> UncertainDate:
    first = draw(points())
    if draw(st.booleans()):
        return UncertainDate.parse(first)
    start = draw(st.sampled_from([first, first, first, "", ".."]))
    last = draw(points() if start in ("", "..") else st.one_of(points(), st.sampled_from(["..", ""])))
    try:
        return UncertainDate.parse(f"{start}/{last}")
    except DateError:
        return UncertainDate.parse(first)


@st.composite
def periods(draw: st.DrawFn) -> UncertainDate:
    """Periods with a start and an end."""
    try:
        return UncertainDate.parse(f"{draw(points())}/{draw(points())}")
    except DateError:
        return UncertainDate.parse(f"1950-01/{draw(days)}")


def point(text: str) -> DatePoint:
    start = UncertainDate.parse(text).start
    assert start is not None
    return start


@pytest.mark.parametrize(
    ("text", "pulled", "becomes"),
    [
        ("2019-03-12", 12, "2019-03-24"),
        ("2019-03-12", -0.4, "2019-03-12"),
        ("2019-03", 12, "2019-03"),
        ("2019-03", 20, "2019-04"),
        ("2019-03", -75, "2019-01"),
        ("2019", 200, "2020"),
        ("2019", 100, "2019"),
        ("2019-22", 80, "2019-23"),
        ("2019-24", 80, "2020-21"),
        ("201X", 3000, "202X"),
        ("2019-03?", 31, "2019-04?"),
        ("2019~", 365, "2020~"),
        ("[2021-09-01..2021-12-31]", 100, "[2022-01-01..2022-04-30]"),
        ("[2019-03-11..2019-03-20]", 10, "[2019-03-21..2019-03-31]"),
        ("[2019-03-21..2019-03-31]", 10, "[2019-04-01..2019-04-10]"),
        ("[2019-03-01..2019-05-31]", 30, "[2019-04-01..2019-06-30]"),
        ("[2018-01-01..2020-12-31]", 365, "[2019-01-01..2021-12-31]"),
        ("[2019-03-04..2019-03-09]", 3, "[2019-03-07..2019-03-12]"),
        ("2019-10/2020-03", 31, "2019-11/2020-04"),
        ("2019-10-05/2020-03-01", 3, "2019-10-08/2020-03-04"),
        ("2019-10/2020-03-10", 31, "2019-11/2020-04-10"),
        ("2019-10/..", 31, "2019-11/.."),
        ("2019-10/", 31, "2019-11/"),
        ("../2020-03", 31, "../2020-04"),
        ("/2020-03-01", -1, "/2020-02-29"),
    ],
)
def test_a_date_moves_in_its_own_steps(text: str, pulled: float, becomes: str) -> None:
    assert moved(UncertainDate.parse(text), pulled).value == UncertainDate.parse(becomes)


def test_the_coarsest_point_sets_the_pace() -> None:
    assert pace_of(UncertainDate.parse("2019/2020-03-10")) is Unit.YEAR
    assert pace_of(UncertainDate.parse("[2021-09-01..2021-12-31]")) is Unit.PART


def test_a_period_of_two_paces_stays_a_period() -> None:
    spring_from_may = UncertainDate.parse("[2000-05-01..2000-08-31]/2000-21")
    assert moved(spring_from_may, 61).value.edtf == "[2000-09-01..2000-12-31]/2000-23"


def _is_told_loosely(value: UncertainDate) -> bool:
    """Whether the end may lie before the start as they are written."""
    return value.start is not None and isinstance(value.end, DatePoint) and value.end.earliest < value.start.latest


@given(dates(), st.integers(-4000, 4000))
def test_there_and_back_is_the_same_date(value: UncertainDate, pull: int) -> None:
    there = moved(value, pull)
    assume(not _is_told_loosely(value))
    assume([unit_of(p) for p in there.value.points] == [unit_of(p) for p in value.points])
    back = moved(there.value, -there.steps * there.unit.days)
    assert back.value == value
    assert back.steps == -there.steps


@given(dates(), st.integers(-4000, 4000))
def test_nothing_becomes_more_precise_or_less(value: UncertainDate, pull: int) -> None:
    after = moved(value, pull).value
    assert [p.precision for p in after.points] == [p.precision for p in value.points]
    assert [(p.uncertain, p.approximate) for p in after.points] == [(p.uncertain, p.approximate) for p in value.points]
    assert (after.start is None, isinstance(after.end, Ending)) == (value.start is None, isinstance(value.end, Ending))


@given(dates(), st.integers(-4000, 4000))
def test_it_lands_within_half_a_step_of_the_pull(value: UncertainDate, pull: int) -> None:
    after = moved(value, pull)
    assert abs(after.steps * after.unit.days - pull) <= after.unit.days / 2 + 1e-6


@given(periods(), st.integers(-20_000, 20_000))
def test_an_end_never_passes_the_other(value: UncertainDate, pull: int) -> None:
    assert isinstance(value.end, DatePoint)
    assert value.start is not None
    end = end_moved(value, pull).value
    assert end.start == value.start
    assert isinstance(end.end, DatePoint)
    start = start_moved(value, pull).value
    assert start.end == value.end
    assert start.start is not None
    if pull < 0:
        assert end.end.latest >= min(value.start.latest, value.end.latest)
    else:
        assert start.start.earliest <= max(value.end.earliest, value.start.earliest)


def test_an_end_stops_at_the_start() -> None:
    assert end_moved(UncertainDate.parse("2019-10-05/2020-03-01"), -500).value.edtf == "2019-10-05/2019-10-05"
    assert end_moved(UncertainDate.parse("2019-10-05/2020-03"), -500).value.edtf == "2019-10-05/2019-10"
    assert start_moved(UncertainDate.parse("2019-10/2020-03-04"), 500).value.edtf == "2020-03/2020-03-04"


def test_an_open_end_gets_a_day_and_becomes_open_again() -> None:
    running = UncertainDate.parse("2019-10/..")
    assert ended(running, point("2020-05-12")).edtf == "2019-10/2020-05-12"
    assert ended(running, point("2018-05-12")).edtf == "2019-10/2019-10-31"
    assert ended(ended(running, point("2020-05-12")), Ending.OPEN) == running
    assert ended(UncertainDate.parse("2019-10"), Ending.UNKNOWN).edtf == "2019-10/"
    assert started(UncertainDate.parse("/2020-03"), point("2021-01-01")).edtf == "2020-03-01/2020-03"


@pytest.mark.parametrize(("text", "pulled"), [("9999-12-30", 400), ("0001-02-01", -400), ("9999", 900)])
def test_beyond_all_years_is_refused(text: str, pulled: int) -> None:
    with pytest.raises(DateError):
        moved(UncertainDate.parse(text), pulled)


def test_a_third_of_a_month_at_the_end_of_february_is_short() -> None:
    assert shifted(point("[2021-02-11..2021-02-20]"), 1).edtf == "[2021-02-21..2021-02-28]"
    assert unit_of(point("[2021-02-21..2021-02-28]")) is Unit.THIRD
