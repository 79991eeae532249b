"""Costs: totals, shares over years, and two scenarios side by side (design 2, Costs)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, party
from tijdlijn.analysis.costs import Totals, compare, find_costs
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Rate
from tijdlijn.model.vocabulary import Kind, Payer, RateUnit, Sector

EURO = 100


def costs(*entries: Entry) -> Totals:
    (found,) = find_costs(case(*entries, reference_day=date(2020, 12, 31)))
    return found


def rated(when: str, euro: int, unit: str, **more: object) -> Entry:
    rate = Rate(euro * EURO, RateUnit(unit))
    return entry("interventie", when, f"{when} {euro}/{unit}", rate=rate, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "euro", "unit", "total"),
    [
        ("2019-01-01/2019-01-10", 100, "dag", 1_000),
        ("2019-01-01/2019-01-14", 450, "week", 900),
        ("2019-01-01/2019-01-10", 450, "week", 642.86),
        ("2019-01-01/2019-03-31", 300, "maand", 900),
        ("2020-02-01/2020-02-29", 300, "maand", 300),
        ("2019-02-01/2019-02-14", 300, "maand", 150),
        ("2019-01-01/2020-12-31", 8_920, "jaar", 17_840),
        ("2020-01-01/2020-06-30", 366, "jaar", 182),
    ],
)
def test_a_rate_runs_over_the_days_of_its_span(when: str, euro: int, unit: str, total: float) -> None:
    assert costs(rated(when, euro, unit)).total == (round(total * EURO),) * 2


def test_an_amount_counts_once() -> None:
    assert costs(entry("actie", "2019-05", cost_cents=12_345)).total == (12_345, 12_345)


def test_an_amount_and_a_rate_add_up() -> None:
    assert costs(rated("2019-01-01/2019-01-10", 100, "dag", cost_cents=50 * EURO)).total == (105_000, 105_000)


def test_a_moment_costs_one_day_of_its_rate() -> None:
    assert costs(entry("contact", "2019-05-05", rate=Rate(70, RateUnit.WEEK))).total == (10, 10)


def test_under_uncertain_dates_the_total_is_a_range() -> None:
    assert costs(rated("2019-01/2019-03", 100, "dag")).total == (30 * 10_000, 90 * 10_000)


def test_help_that_still_runs_costs_up_to_the_reference_day() -> None:
    assert costs(rated("2020-12-01/..", 100, "dag")).total == (310_000, 310_000)


def test_help_that_has_yet_to_begin_costs_nothing_yet() -> None:
    assert costs(rated("2021-12-01/..", 100, "dag")).total == (0, 0)


def test_an_entry_without_a_date_takes_no_part() -> None:
    assert costs(entry("actie", None, cost_cents=100)).total == (0, 0)


class TestShares:
    def test_several_parties_share_evenly(self) -> None:
        found = costs(entry("actie", "2019-05-05", parties="raad school", cost_cents=100))
        assert found.per_party == {"raad": (50, 50), "school": (50, 50)}

    def test_what_names_no_party_stands_apart(self) -> None:
        assert costs(entry("actie", "2019-05-05", cost_cents=100)).per_party == {"": (100, 100)}

    def test_per_kind(self) -> None:
        found = costs(entry("actie", "2019-05-05", cost_cents=100), rated("2019-01-01/2019-01-01", 1, "dag"))
        assert found.per_kind == {Kind.ACTIE: (100, 100), Kind.INTERVENTIE: (100, 100)}

    def test_an_odd_cent_goes_to_one_of_them(self) -> None:
        found = costs(entry("actie", "2019-05-05", parties="raad school", cost_cents=101))
        assert sorted(found.per_party.values()) == [(50, 50), (51, 51)]

    def test_per_payer_and_that_nobody_knows_who_pays(self) -> None:
        found = costs(
            entry("actie", "2019-05-05", "a", cost_cents=100),
            entry("actie", "2019-05-05", "b", cost_cents=40, payer=Payer.WMO),
            entry("actie", "2019-05-05", "c", cost_cents=2, payer=Payer.JEUGDWET),
        )
        assert list(found.per_payer.items()) == [(Payer.JEUGDWET, (2, 2)), (Payer.WMO, (40, 40)), (None, (100, 100))]

    def test_a_span_is_shared_over_calendar_years_by_days(self) -> None:
        found = costs(entry("interventie", "2018-12-30/2020-01-05", cost_cents=372 * EURO))
        assert found.per_year == {2018: (200, 200), 2019: (36_500, 36_500), 2020: (500, 500)}

    def test_a_rate_falls_in_the_year_of_its_days(self) -> None:
        assert costs(rated("2019-12-31/2020-01-02", 1, "dag")).per_year == {2019: (100, 100), 2020: (200, 200)}

    def test_an_uncertain_day_may_fall_in_either_year(self) -> None:
        found = costs(entry("actie", "2019-24", cost_cents=100))
        assert found.per_year == {2019: (0, 100), 2020: (0, 100)}

    def test_an_uncertain_end_makes_the_shares_uncertain(self) -> None:
        found = costs(entry("interventie", "2019-12-31/[2019-12-31..2020-01-03]", cost_cents=400))
        assert found.per_year == {2019: (100, 400), 2020: (0, 300)}


class TestWhatIsNotKnown:
    def test_help_without_an_amount_is_told(self) -> None:
        oma = party("oma", Sector.NETWERK)
        one = case(
            entry("interventie", "2019", id="dicht"),
            entry("contact", "2019-01-02", id="gesprek"),
            entry("interventie", None, id="zonder datum"),
            entry("interventie", "2019", "logeren", parties="oma", id="netwerk"),
            entry("interventie", "2019", "betaald", id="betaald", cost_cents=0),
            entry("school", "2019", id="school"),
            entry("interventie", "2019", "anders", id="anders", scenario="licht"),
            parties=[oma],
        )
        actual, light = find_costs(one)
        assert actual.unpriced == ("dicht", "gesprek")
        assert light.unpriced == ("anders",)

    def test_an_amount_without_a_date_is_told(self) -> None:
        found = costs(entry("actie", None, id="los", cost_cents=100))
        assert (found.undated, found.entry_ids, found.is_empty) == (("los",), (), False)

    def test_nothing_that_costs(self) -> None:
        assert costs(entry("gebeurtenis", "2019")).is_empty


class TestScenarios:
    def test_each_has_totals_of_its_own_and_what_happened_comes_first(self) -> None:
        one = case(
            entry("actie", "2019-01-01", id="a", cost_cents=100),
            entry("actie", "2019-01-01", id="b", cost_cents=50, scenario="licht"),
            entry("actie", "2019-01-01", id="c", scenario="anders"),
        )
        assert [(found.scenario, found.total) for found in find_costs(one)] == [
            ("", (100, 100)),
            ("anders", (0, 0)),
            ("licht", (50, 50)),
        ]

    def test_eleven_families_a_year_before_and_after(self) -> None:
        year = "2019-01-01/2019-12-31"
        before = [rated(year, 8_920, "jaar", id=f"voor{n}") for n in range(11)]
        after = [rated(year, 2_383, "jaar", id=f"na{n}", scenario="licht") for n in range(11)]
        compared = compare(*find_costs(case(*before, *after)))
        assert compared.first.total == (98_120 * EURO,) * 2
        assert compared.second.total == (26_213 * EURO,) * 2
        assert compared.difference == (71_907 * EURO,) * 2
        assert compared.percentage
        assert [round(part, 1) for part in compared.percentage] == [73.3, 73.3]

    def test_uncertain_totals_give_an_uncertain_difference(self) -> None:
        first = costs(rated("2019-01-01/[2019-01-02..2019-01-04]", 1, "dag"))
        second = costs(entry("actie", "2019-01-01", cost_cents=100))
        assert compare(first, second).difference == (100, 300)
        assert compare(first, second).percentage == (50.0, 75.0)

    def test_against_nothing_there_is_no_percentage(self) -> None:
        assert compare(costs(), costs(entry("actie", "2019", cost_cents=1))).percentage is None


@settings(max_examples=60, deadline=None)
@given(dossiers(("interventie", "actie", "gebeurtenis"), most=4), st.sampled_from(RateUnit), st.integers(0, 99_999))
def test_the_parts_add_up_to_the_whole(plain: Case, unit: RateUnit, cents: int) -> None:
    case_ = plain.with_entries(
        entry(
            e.kind,
            e.date.edtf,
            id=e.id,
            rate=Rate(cents, unit),
            cost_cents=cents,
            parties=" ".join(e.party_ids),
            payer=(*Payer, None)[number % 7],
        )
        for number, e in enumerate(plain.entries)
        if e.date
    )
    found = find_costs(case_)[0]
    for parts in (found.per_party, found.per_kind, found.per_payer):
        for which in (0, 1):
            assert sum(part[which] for part in parts.values()) == found.total[which]
    assert sum(part[0] for part in found.per_year.values()) <= found.total[1] + len(found.per_year)
    assert sum(part[1] for part in found.per_year.values()) >= found.total[1] - len(found.per_year)
    assert found.total[0] <= found.total[1]


def test_a_span_that_starts_after_the_reference_day_may_cost_in_either_year() -> None:
    late = entry("interventie", "2019-24/..", cost_cents=300)
    found = find_costs(case(late, today=date(2018, 12, 1)))[0]
    assert found.total == (300, 300)
    assert dict(found.per_year) == {2019: (0, 300), 2020: (0, 300)}
