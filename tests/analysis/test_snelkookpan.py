"""Snelkookpan: each sentence of the definition (design 2, Snelkookpan)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders import case, entry
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.snelkookpan import Snelkookpan, find_pressure
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters

START = date(2021, 9, 1)


def on(day: int) -> str:
    return (START + timedelta(day)).isoformat()


def actions(*days: int, parties: int = 4, kind: str = "actie") -> list[Entry]:
    """An action on each of these days after the start, by as many parties in turn."""
    return [
        entry(kind, on(day), f"{kind} {day}.{index}", parties=f"p{index % parties}", id=f"{kind}{day}.{index}")
        for index, day in enumerate(days)
    ]


def clusters(*entries: Entry, **more: object) -> tuple[Snelkookpan, ...]:
    return find_pressure(case(*entries, **more)).clusters  # type: ignore[arg-type]


def test_six_actions_of_four_parties_within_42_days_are_one() -> None:
    (found,) = clusters(*actions(0, 1, 2, 3, 4, 41))
    assert (found.start, found.end) == (START, START + timedelta(41))
    assert (found.actions, found.parties, found.status) == (6, 4, Status.ZEKER)


def test_within_43_days_they_are_not() -> None:
    assert not clusters(*actions(0, 1, 2, 3, 4, 42))


def test_five_actions_are_too_few() -> None:
    assert not clusters(*actions(0, 1, 2, 3, 4))


def test_three_parties_are_too_few_however_much_they_do() -> None:
    assert not clusters(*actions(*range(20), parties=3))


def test_the_limits_are_adjustable() -> None:
    limits = Parameters(pressure_window=3, pressure_min_parties=2, pressure_min_actions=3)
    assert clusters(*actions(0, 1, 2, parties=2), parameters=limits)
    assert not clusters(*actions(0, 1, 3, parties=2), parameters=limits)


@pytest.mark.parametrize(
    "kind", ["actie", "besluit", "ultimatum", "signaal", "overdracht", "interventie", "bemoeienis", "maatregel"]
)
def test_these_kinds_are_actions(kind: str) -> None:
    assert clusters(*actions(0, 1, 2, 3, 4), *actions(5, kind=kind))


@pytest.mark.parametrize("kind", ["gebeurtenis", "hulpvraag", "contact", "diagnose", "uithuisplaatsing", "wachttijd"])
def test_these_kinds_are_not(kind: str) -> None:
    assert not clusters(*actions(0, 1, 2, 3, 4), *actions(5, kind=kind))


def test_of_a_period_only_its_start_counts() -> None:
    assert clusters(*actions(0, 1, 2, 3, 4), entry("maatregel", f"{on(5)}/2030"))
    assert not clusters(*actions(0, 1, 2, 3, 4), entry("maatregel", f"2019-01-01/{on(5)}"))


def test_an_action_without_a_party_counts_as_an_action() -> None:
    (found,) = clusters(*actions(0, 1, 2, 3, 4), entry("actie", on(5)))
    assert (found.actions, found.parties) == (6, 4)


def test_windows_that_overlap_belong_together() -> None:
    (found,) = clusters(*actions(0, 0, 0, 0, 0, 0), *actions(50, 50, 50, 50, 50, 50))
    assert (found.actions, found.end) == (12, START + timedelta(50))


def test_windows_that_do_not_overlap_are_two() -> None:
    # The last hot window of the first starts on day 0, the first hot one of the second on day 83 - 41 = 42.
    assert len(clusters(*actions(0, 0, 0, 0, 0, 0), *actions(83, 83, 83, 83, 83, 83))) == 2
    assert len(clusters(*actions(0, 0, 0, 0, 0, 0), *actions(82, 82, 82, 82, 82, 82))) == 1


def test_an_action_outside_every_hot_window_is_no_member() -> None:
    lonely = entry("actie", on(60), parties="p0", id="los")
    (found,) = clusters(*actions(0, 1, 2, 3, 4, 5), lonely)
    assert "los" not in found.entry_ids


def test_it_counts_its_ultimatums() -> None:
    (found,) = clusters(*actions(0, 1, 2, 3, 4), *actions(5, 6, kind="ultimatum"))
    assert found.ultimatums == 2


class TestUncertainDates:
    def test_an_action_that_may_fall_outside_makes_it_possible_only(self) -> None:
        (found,) = clusters(*actions(0, 1, 2, 3, 30), entry("actie", "2021-10", parties="p4"))
        assert found.status is Status.MOGELIJK
        assert (found.start, found.end) == (START, date(2021, 10, 31))

    def test_an_action_may_be_in_it_by_its_latest_day_as_well_as_by_its_earliest(self) -> None:
        (found,) = clusters(*actions(91, 92, 93, 94, 95), entry("actie", "2021-10", parties="p4"))
        assert found.status is Status.MOGELIJK
        assert (found.start, found.actions) == (date(2021, 10, 1), 6)
        assert not clusters(*actions(101, 102, 103, 104, 105), entry("actie", "2021-10", parties="p4"))

    def test_an_action_that_surely_lies_inside_counts_as_sure(self) -> None:
        (found,) = clusters(*actions(0, 1, 2, 3, 4), entry("actie", "2021-09", parties="p4"))
        assert found.status is Status.ZEKER

    def test_a_possible_one_that_shares_an_action_with_a_sure_one_is_left_out(self) -> None:
        (found,) = clusters(*actions(0, 1, 2, 3, 4, 5), entry("actie", "2021-10", parties="p9"))
        assert found.status is Status.ZEKER
        assert found.actions == 6

    def test_what_is_vaguer_than_the_window_is_not_counted_and_is_listed(self) -> None:
        found = find_pressure(case(*actions(0, 1, 2, 3, 4), entry("actie", "2021", id="vaag", parties="p9")))
        assert (found.clusters, found.not_counted) == ((), ("vaag",))

    def test_as_vague_as_the_window_is_counted(self) -> None:
        as_wide = entry("besluit", f"{on(0)}/{on(41)}", parties="p9", id="breed")
        found = find_pressure(case(*actions(0, 1, 2, 3, 4), as_wide))
        assert found.not_counted == ()
        assert found.clusters[0].actions == 6

    def test_an_action_without_a_date_takes_no_part(self) -> None:
        assert not clusters(*actions(0, 1, 2, 3, 4), entry("actie", None, parties="p9"))


class TestLeadsTo:
    @pytest.mark.parametrize(("day", "led"), [(-1, False), (0, True), (5, True), (47, True), (48, False)])
    def test_to_a_placement_from_its_first_day_to_42_days_after_its_last(self, day: int, led: bool) -> None:
        (found,) = clusters(*actions(0, 1, 2, 3, 4, 5), entry("uithuisplaatsing", f"{on(day)}/.."))
        assert found.leads_to == (START + timedelta(day) if led else None)

    def test_to_the_first_of_several(self) -> None:
        placements = [entry("uithuisplaatsing", f"{on(day)}/..", id=f"uhp{day}") for day in (-9, 20, 10)]
        (found,) = clusters(*actions(0, 1, 2, 3, 4, 5), *placements)
        assert found.placement_id == "uhp10"

    def test_by_the_earliest_day_on_which_it_may_have_started(self) -> None:
        (found,) = clusters(*actions(0, 1, 2, 3, 4, 5), entry("uithuisplaatsing", "2021-10/.."))
        assert found.leads_to == date(2021, 10, 1)


def test_windows_of_one_day_never_belong_together() -> None:
    one = Parameters(pressure_window=1, pressure_min_parties=1, pressure_min_actions=1)
    days = ("2018-12-01", "2018-12-02")
    found = find_pressure(case(*(entry("actie", day, parties="a", id=day) for day in days), parameters=one))
    assert [cluster.entry_ids for cluster in found.clusters] == [(day,) for day in days]
