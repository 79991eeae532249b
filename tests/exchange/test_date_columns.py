"""The columns `date`, `end` and `words` in, and out again as the same days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.exchange.date_columns import DateFault, columns_of, date_of
from tijdlijn.language.dates_nl import read
from tijdlijn.language.readings import DateContext
from tijdlijn.model.dates import DateError, UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind


def when(start: str, end: str = "", words: str = "") -> str:
    found = date_of({"date": start, "end": end, "words": words})
    return found.edtf if found else ""


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2019-03-12", "", "2019-03-12"),
        ("12-03-2019", "", "2019-03-12"),
        ("mrt 2019", "", "2019-03"),
        ("zomer 2018", "", "2018-22"),
        ("2019-10/2020-03", "", "2019-10/2020-03"),
        ("2019-10/..", "", "2019-10/.."),
        ("mrt 2019 / jun 2020", "", "2019-03/2020-06"),
        ("12-03-2019/14-04-2019", "", "2019-03-12/2019-04-14"),
        ("12/03/2019", "", "2019-03-12"),
        ("mrt 2019 / heden", "", "2019-03/.."),
        ("2019-10", "2020-03", "2019-10/2020-03"),
        ("oktober 2019", "1 maart 2020", "2019-10/2020-03-01"),
        ("2019-10", "..", "2019-10/.."),
        ("2019-10", "heden", "2019-10/.."),
        ("2019-10", "?", "2019-10/"),
        ("2019-10", "onbekend", "2019-10/"),
        ("", "2020", "/2020"),
        ("?", "2020", "/2020"),
        ("2017-01/2017-04", "2018-03", "[2017-01..2017-04]/2018-03"),
        ("2017", "2018-01-01/2018-02-15", "2017/[2018-01-01..2018-02-15]"),
        ("2017/..", "2018", "2017/2018"),
        ("1-3-2019", "31-12-9999", "2019-03-01/.."),
        ("2019-03-01/9999-12-31", "", "2019-03-01/.."),
    ],
)
def test_date_and_end_say_one_date(start: str, end: str, edtf: str) -> None:
    assert when(start, end) == edtf


@pytest.mark.parametrize("nothing", ["", "?", "onbekend", "datum onbekend"])
def test_no_date_is_no_date(nothing: str) -> None:
    assert when(nothing) == ""
    assert when(nothing, "?") == ""


@pytest.mark.parametrize(
    ("start", "end", "column", "said"),
    [
        ("31-02-2019", "", "date", "een datum zoals"),
        ("ooit", "", "date", "een datum zoals"),
        ("2019", "later", "end", "een datum zoals"),
        ("2020-05", "2019", "end", "vóór"),
        ("jun 2020 / mrt 2019", "", "date", "vóór"),
        ("", "heden", "date", "een begin"),
    ],
)
def test_a_date_that_cannot_be_is_refused_by_column(start: str, end: str, column: str, said: str) -> None:
    with pytest.raises(DateFault, match=said) as caught:
        when(start, end)
    assert caught.value.column == column


def test_a_relative_date_leans_on_the_row_before_or_on_the_birth() -> None:
    before = DateContext(previous=UncertainDate.parse("2019-03-01"))
    born = DateContext(birth=UncertainDate.parse("2009-05-14"))

    assert date_of({"date": "twee weken later"}, before) == read("twee weken later", before)
    assert date_of({"date": "op zijn zevende"}, born) == read("op zijn zevende", born)
    with pytest.raises(DateFault):
        date_of({"date": "twee weken later"})


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("begin 2017", "2018", "begin 2017 / 2018"),
        ("2017", "eind 2018", "2017 / eind 2018"),
        ("begin 2017", "heden", "begin 2017 / heden"),
        ("mrt 2017", "jun 2018", ""),
    ],
)
def test_words_of_a_start_and_an_end_are_kept_together(start: str, end: str, words: str) -> None:
    found = date_of({"date": start, "end": end})

    assert found is not None
    assert found.words == words
    columns = columns_of(found, Kind.INTERVENTIE)
    assert date_of(dict(zip(("date", "end", "words"), columns, strict=True))) == found


def test_words_that_say_the_same_days_are_the_date() -> None:
    begin = read("begin 2017")
    assert begin is not None
    start, end, words = columns_of(begin, Kind.GEBEURTENIS)

    assert (start, words) == (f"{begin.earliest}/{begin.latest(date.max)}", "begin 2017")
    assert date_of({"date": start, "end": end, "words": words}) == begin


def test_words_that_say_something_else_stay_words() -> None:
    found = date_of({"date": "2019-03-15", "words": "twee weken later"})

    assert found is not None
    assert (found.edtf, found.words) == ("2019-03-15", "twee weken later")


_DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))
_PLAIN = st.one_of(
    _DAYS.map(lambda day: day.isoformat()),
    st.builds(lambda day, mark: f"{day.isoformat()[:7]}{mark}", _DAYS, st.sampled_from(["", "~", "?", "%"])),
    st.builds(lambda day, mark: f"{day.year}{mark}", _DAYS, st.sampled_from(["", "~", "?"])),
    st.builds(lambda day, season: f"{day.year}-{season}", _DAYS, st.integers(21, 24)),
    st.sampled_from(["201X", "2019-XX", "20XX"]),
)
_CHOICES = st.tuples(_DAYS, _DAYS).map(lambda days: f"[{min(days)}..{max(days)}]")
_POINTS = st.one_of(_PLAIN, _CHOICES)


@st.composite
def dates(draw: st.DrawFn) -> UncertainDate:
    start = draw(_POINTS)
    shape = draw(st.sampled_from(["", "/..", "/", "to", "from", "open"]))
    other = draw(_POINTS)
    text = {"to": f"{start}/{other}", "from": f"/{start}", "open": f"../{start}"}.get(shape, f"{start}{shape}")
    try:
        return UncertainDate.parse(text, draw(st.sampled_from(["", "na de zomer"])))
    except DateError:
        return UncertainDate.parse(start)


@given(dates(), st.sampled_from(Kind))
def test_what_is_written_is_read_back_as_the_same_days(value: UncertainDate, kind: Kind) -> None:
    columns = dict(zip(("date", "end", "words"), columns_of(value, kind), strict=True))
    found = date_of(columns)

    assert found is not None
    assert found.words == value.words
    reference = date(2045, 1, 1)
    assert days(found, kind, reference) == days(value, kind, reference)


def days(value: UncertainDate, kind: Kind, reference: date) -> object:
    bounds = Entry("e", kind, "", date=value).bounds(reference)
    assert bounds is not None
    return bounds.is_span, bounds.start_min, bounds.start_max, bounds.end_min, bounds.end_max, bounds.open_end


@given(dates(), st.sampled_from(Kind))
def test_choices_are_written_without_level_two_unless_words_are_lacking(value: UncertainDate, kind: Kind) -> None:
    start, end, _ = columns_of(value, kind)

    assert "[" not in end
    if kind not in (Kind.GEBEURTENIS, Kind.VERWACHT):
        assert "[" not in start


@pytest.mark.parametrize(
    "words", ["begin 2017", "eind 2021", "medio mei 2020", "tussen oktober 2019 en maart 2020", "zomer 2018"]
)
@pytest.mark.parametrize("kind", [Kind.GEBEURTENIS, Kind.SIGNAAL, Kind.INTERVENTIE])
def test_dutch_dates_come_back_as_they_were(words: str, kind: Kind) -> None:
    value = date_of({"date": words})
    columns = dict(zip(("date", "end", "words"), columns_of(value, kind), strict=True))

    assert date_of(columns) == value
