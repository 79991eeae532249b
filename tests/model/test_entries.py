"""The days of an entry under uncertainty (design 2, For an entry)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tijdlijn.model.entries import Bounds
from tijdlijn.model.vocabulary import Kind, Shape

REFERENCE = date(2022, 12, 31)


def bounds(kind: str, text: str, reference: date = REFERENCE) -> Bounds:
    found = builders.entry(kind, text).bounds(reference)
    assert found is not None
    return found


def day(number: int) -> str:
    return date.fromordinal(number).isoformat()


def days(found: Bounds) -> tuple[str, str, str, str]:
    return day(found.start_min), day(found.start_max), day(found.end_min), day(found.end_max)


def run(found: tuple[int, int] | None) -> tuple[str, str] | None:
    return found and (day(found[0]), day(found[1]))


class TestMoment:
    def test_lies_somewhere_between_its_days(self) -> None:
        assert days(bounds("signaal", "2019-03")) == ("2019-03-01", "2019-03-31", "2019-03-01", "2019-03-31")

    def test_with_an_end_lies_somewhere_between_start_and_end(self) -> None:
        found = bounds("signaal", "2019-03/2019-05")
        assert not found.is_span
        assert (day(found.start_min), day(found.start_max)) == ("2019-03-01", "2019-05-31")

    def test_lies_not_after_its_end_when_the_start_says_less(self) -> None:
        found = bounds("signaal", "2019/2019-03")
        assert (day(found.start_min), day(found.start_max)) == ("2019-01-01", "2019-03-31")

    def test_surely_covers_its_day_only_when_that_is_known(self) -> None:
        assert run(bounds("contact", "2019-03-12").sure) == ("2019-03-12", "2019-03-12")
        assert bounds("contact", "2019-03").sure is None
        assert run(bounds("contact", "2019-03").possible) == ("2019-03-01", "2019-03-31")

    def test_with_an_open_end_lies_up_to_the_reference_day(self) -> None:
        assert run(bounds("contact", "2019-03/..").possible) == ("2019-03-01", "2022-12-31")


class TestSpan:
    def test_starts_and_ends_between_its_days(self) -> None:
        found = bounds("interventie", "2019-03/2019-05")
        assert days(found) == ("2019-03-01", "2019-03-31", "2019-05-01", "2019-05-31")

    def test_surely_covers_from_the_latest_start_to_the_earliest_end(self) -> None:
        found = bounds("interventie", "2019-03/2019-05")
        assert run(found.sure) == ("2019-03-31", "2019-05-01")
        assert run(found.possible) == ("2019-03-01", "2019-05-31")

    def test_surely_covers_nothing_when_it_may_end_before_it_surely_started(self) -> None:
        assert bounds("interventie", "2019/2019").sure is None

    def test_with_an_open_end_runs_to_the_reference_day(self) -> None:
        found = bounds("interventie", "2019-03/..")
        assert days(found) == ("2019-03-01", "2019-03-31", "2022-12-31", "2022-12-31")
        assert (found.open_end, found.unknown_end) == (True, False)

    @pytest.mark.parametrize("text", ["2019-03/", "2019-03"])
    def test_without_a_known_end_may_end_at_once_or_on_the_reference_day(self, text: str) -> None:
        found = bounds("interventie", text)
        assert days(found) == ("2019-03-01", "2019-03-31", "2019-03-31", "2022-12-31")
        assert (found.open_end, found.unknown_end) == (False, True)

    def test_with_an_open_end_after_the_reference_day_covers_nothing(self) -> None:
        found = bounds("interventie", "2023-03-01/..")
        assert (found.sure, found.possible) == (None, None)

    def test_without_a_known_start_says_so(self) -> None:
        assert bounds("interventie", "/2019-05").unknown_start

    def test_of_one_day_covers_that_day(self) -> None:
        assert run(bounds("interventie", "2019-03-12/2019-03-12").sure) == ("2019-03-12", "2019-03-12")


class TestShape:
    @pytest.mark.parametrize("kind", [kind for kind in Kind if kind.shape is Shape.EITHER])
    def test_of_a_kind_that_can_be_either_follows_its_date(self, kind: Kind) -> None:
        assert bounds(kind, "2019-03/2019-05").is_span
        assert not bounds(kind, "2019-03").is_span

    @pytest.mark.parametrize("kind", [kind for kind in Kind if kind.shape is Shape.SPAN])
    def test_of_a_kind_that_is_a_span_is_one_without_an_end_too(self, kind: Kind) -> None:
        assert bounds(kind, "2019-03").is_span

    def test_an_entry_without_a_date_has_no_days(self) -> None:
        assert builders.entry("signaal", None).bounds(REFERENCE) is None


@given(
    st.sampled_from(list(Kind)),
    st.sampled_from(["2019", "2019-03", "2019-03-12", "2019~", "201X", "2018-24", "[2019-02-01..2019-07-01]"]),
    st.sampled_from(["", "/..", "/", "/2019-08", "/2020", "/2019-12-01~"]),
    st.dates(date(2017, 1, 1), date(2024, 1, 1)),
)
def test_the_sure_days_lie_within_the_possible_days(kind: Kind, start: str, end: str, reference: date) -> None:
    found = bounds(kind, start + end, reference)
    assert found.start_min <= found.start_max
    assert found.end_min <= found.end_max
    assert found.first_day <= found.last_day
    if found.sure:
        assert found.possible is not None
        assert found.possible[0] <= found.sure[0] <= found.sure[1] <= found.possible[1]
