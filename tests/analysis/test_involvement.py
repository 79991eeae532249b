"""The wave: distinct parties that help, as a step function (design 2, Involvement)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, party
from tijdlijn.analysis.involvement import Involvement, find_involvement
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Sector


def wave(*entries: Entry, **more: object) -> Involvement:
    return find_involvement(case(*entries, reference_day=date(2020, 12, 31), **more))  # type: ignore[arg-type]


def steps(*entries: Entry, **more: object) -> list[tuple[str, int, int]]:
    return [(step.day.isoformat(), step.sure, step.possible) for step in wave(*entries, **more).steps]


def test_it_rises_on_the_first_day_and_falls_on_the_day_after_the_last() -> None:
    help_ = entry("interventie", "2020-01-01/2020-01-31", parties="kompas")
    assert steps(help_) == [("2020-01-01", 1, 1), ("2020-02-01", 0, 0)]


def test_a_party_counts_once_whatever_it_does() -> None:
    first = entry("interventie", "2020-01-01/2020-01-31", parties="kompas")
    second = entry("bemoeienis", "2020-01-15/2020-02-10", parties="kompas")
    assert steps(first, second) == [("2020-01-01", 1, 1), ("2020-02-11", 0, 0)]


def test_a_contact_counts_on_its_day() -> None:
    assert steps(entry("contact", "2020-01-15", parties="raad")) == [("2020-01-15", 1, 1), ("2020-01-16", 0, 0)]


def test_under_uncertain_dates_it_says_surely_and_possibly() -> None:
    help_ = entry("interventie", "2020-01/2020-03", parties="kompas")
    assert steps(help_) == [
        ("2020-01-01", 0, 1),
        ("2020-01-31", 1, 1),
        ("2020-03-02", 0, 1),
        ("2020-04-01", 0, 0),
    ]


def test_what_still_runs_counts_up_to_the_reference_day() -> None:
    assert steps(entry("bemoeienis", "2020-01-01/..", parties="kompas"))[-1] == ("2021-01-01", 0, 0)


def test_the_reference_day_hides_no_entry() -> None:
    later = entry("bemoeienis", "2022-01-01/2022-01-31", parties="kompas")
    assert steps(later) == [("2022-01-01", 1, 1), ("2022-02-01", 0, 0)]


def test_what_changes_nothing_is_no_step() -> None:
    first = entry("interventie", "2020-01-01/2020-01-31", parties="kompas")
    second = entry("interventie", "2020-02-01/2020-02-10", parties="ponton")
    assert steps(first, second) == [("2020-01-01", 1, 1), ("2020-02-11", 0, 0)]


def test_the_own_network_alone_is_no_help_and_beside_a_professional_it_counts() -> None:
    parties = [party("Oma", Sector.NETWERK), party("Kompas")]
    assert steps(entry("bemoeienis", "2020-01-01/2020-01-31", parties="oma"), parties=parties) == []
    both = entry("bemoeienis", "2020-01-01/2020-01-31", parties="oma kompas")
    assert steps(both, parties=parties)[0] == ("2020-01-01", 2, 2)


def test_help_without_a_party_adds_none() -> None:
    assert steps(entry("bemoeienis", "2020-01-01/2020-01-31")) == []


@pytest.mark.parametrize("kind", ["wachttijd", "maatregel", "actie", "school"])
def test_what_is_no_help_adds_none(kind: str) -> None:
    assert steps(entry(kind, "2020-01-01/2020-01-31", parties="kompas")) == []


def test_a_period_to_the_end_of_time_is_no_error() -> None:
    assert steps(entry("bemoeienis", "2020-01-01/9999-12-31", parties="kompas")) == [("2020-01-01", 1, 1)]


class TestItsFigures:
    def test_the_peak_and_the_first_day_of_it(self) -> None:
        found = wave(
            entry("bemoeienis", "2020-01-01/2020-12-31", parties="kompas"),
            entry("interventie", "2020-03-01/2020-03-31", parties="ponton"),
            entry("contact", "2020-03", parties="raad"),
        )
        assert (found.peak, found.peak_day) == ((2, 3), date(2020, 3, 1))

    def test_the_mean_over_the_window_of_the_gaps(self) -> None:
        found = wave(entry("signaal", "2020-01-01"), entry("bemoeienis", "2020-07-02/..", parties="kompas"))
        assert found.mean == pytest.approx((0.5, 0.5))

    def test_how_often_it_fell_to_nought_and_came_back(self) -> None:
        months = [entry("bemoeienis", f"2020-0{m}-01/2020-0{m}-10", parties="kompas") for m in (1, 3, 5)]
        assert wave(*months).returns == (2, 2)

    def test_sure_involvement_falls_away_more_often_than_possible_involvement(self) -> None:
        found = wave(
            entry("bemoeienis", "2020-01-01/2020-02", parties="kompas"),
            entry("bemoeienis", "2020-03/2020-05-01", parties="kompas"),
        )
        assert found.returns == (1, 0)

    def test_nothing_at_all_is_no_wave(self) -> None:
        assert wave() == Involvement()
        assert wave(entry("signaal", "2020-01-01")) == Involvement(mean=(0.0, 0.0))
