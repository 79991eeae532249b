"""Continuity: who came, who stayed, and the days between beschikkingen (design 2, Continuity)."""

from __future__ import annotations

from datetime import date

from tests.builders import case, entry, party
from tijdlijn.analysis.continuity import Continuity, find_continuity
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import Sector

WORKERS = (Worker("an", "An"), Worker("bo", "Bo"))


def continuity(*entries: Entry, **more: object) -> Continuity:
    more = {"workers": WORKERS, "reference_day": date(2020, 12, 31)} | more
    return find_continuity(case(*entries, **more))  # type: ignore[arg-type]


def by(worker: str, when: str, kind: str = "bemoeienis") -> Entry:
    return entry(kind, when, f"{kind} {worker}", worker_ids=(worker,))


def test_it_counts_each_party_and_each_worker_once_over_the_whole_case() -> None:
    oma = party("Oma", Sector.NETWERK)
    found = continuity(
        entry("actie", "2019", parties="school"),
        entry("besluit", "2020", parties="raad school oma"),
        by("an", "2019/2020"),
        by("an", "2020", kind="actie"),
        parties=[oma],
    )
    assert found.party_ids == ("school", "raad", "oma")
    assert found.network_ids == ("oma",)
    assert found.worker_ids == ("an",)


def test_it_counts_the_handovers() -> None:
    found = continuity(entry("overdracht", "2019", id="een"), entry("overdracht", "2020", id="twee"))
    assert found.handover_ids == ("een", "twee")


def test_an_entry_without_a_date_takes_no_part() -> None:
    found = continuity(entry("overdracht", None, parties="school"))
    assert (found.party_ids, found.handover_ids) == ((), ())


class TestSteadyContact:
    def test_it_is_the_worker_with_the_longest_sure_involvement_without_a_break(self) -> None:
        found = continuity(
            by("an", "2020-01-01/2020-03-31"), by("an", "2020-05-01/2020-07-31"), by("bo", "2020-01-01/2020-06-30")
        )
        assert found.steady
        assert (found.steady.worker_id, found.steady.days) == ("bo", 182)

    def test_help_that_joins_up_is_one_involvement(self) -> None:
        found = continuity(by("an", "2020-01-01/2020-03-31"), by("an", "2020-04-01/2020-12-31", kind="interventie"))
        assert found.steady
        assert (found.steady.days, found.steady.share) == (366, 1.0)

    def test_its_share_is_of_the_window_of_the_gaps(self) -> None:
        found = continuity(entry("signaal", "2020-01-01"), by("an", "2020-01-02/2020-07-02"))
        assert found.steady
        assert found.steady.share == 0.5

    def test_only_sure_days_count(self) -> None:
        assert continuity(by("an", "2020/2020")).steady is None

    def test_a_worker_on_a_decision_or_a_measure_was_not_involved_by_that(self) -> None:
        assert continuity(by("an", "2020-01-01/..", kind="maatregel")).steady is None


class TestBeschikkingen:
    def test_their_number_and_the_median_of_their_lengths(self) -> None:
        found = continuity(
            entry("beschikking", "2019-01-01/2019-01-10"),
            entry("beschikking", "2019-02-01/2019-02-20"),
            entry("beschikking", "2019-03-01/2019-03"),
        ).beschikkingen
        assert (found.number, found.median_days) == (3, (10.0, 20.0))

    def test_the_days_between_one_and_the_next(self) -> None:
        found = continuity(
            entry("beschikking", "2019-01-01/2019-06-30"), entry("beschikking", "2019-08-01/2020-01-01")
        ).beschikkingen
        assert [(str(lapse.start), str(lapse.end), lapse.days) for lapse in found.lapses] == [
            ("2019-07-01", "2019-07-31", (31, 31))
        ]
        assert found.days_between == (31, 31)

    def test_no_days_lie_between_while_another_runs(self) -> None:
        found = continuity(
            entry("beschikking", "2019-01-01/2019-06-30"),
            entry("beschikking", "2019-08-01/2020-01-01"),
            entry("beschikking", "2019-05-01/2019-09-01"),
        )
        assert found.beschikkingen.lapses == ()

    def test_under_uncertain_dates_they_are_a_range(self) -> None:
        found = continuity(
            entry("beschikking", "2019-01-01/2019-06-30"), entry("beschikking", "2019-08/2020-01-01")
        ).beschikkingen
        assert found.days_between == (31, 61)

    def test_one_that_surely_covers_no_day_ended_on_its_earliest_last_day_at_the_soonest(self) -> None:
        found = continuity(
            entry("beschikking", "2019-06/2019-06"), entry("beschikking", "2019-08-01/2020-01-01")
        ).beschikkingen
        assert found.days_between == (31, 60)

    def test_before_the_first_and_after_the_last_lies_nothing_between(self) -> None:
        found = continuity(entry("beschikking", "2019/2020-06")).beschikkingen
        assert (found.number, found.lapses) == (1, ())

    def test_one_that_begins_after_the_reference_day_ended_at_no_day_before_that(self) -> None:
        assert continuity(entry("beschikking", "2021-03-01/..")).beschikkingen.lapses == ()

    def test_without_any_there_is_no_median(self) -> None:
        assert continuity().beschikkingen.median_days is None
