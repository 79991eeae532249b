"""Gaps: each sentence of the definition (design 2, Gaps) on a small family."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, party, person
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.gaps import Gap, family_window, find_gaps
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.vocabulary import Sector

NOOR = person("Noor", "2010-03-01", focus=True)


def family_gaps(*entries: Entry, until: str = "2020-12-31", **more: object) -> list[Gap]:
    found = find_gaps(case(*entries, reference_day=date.fromisoformat(until), **more))  # type: ignore[arg-type]
    return [gap for gap in found if gap.person_id is None]


def spans(gaps: list[Gap]) -> list[str]:
    return [f"{gap.start}/{gap.end}" for gap in gaps]


def gaps_of(case_: Case, person_id: str) -> list[str]:
    return spans([gap for gap in find_gaps(case_) if gap.person_id == person_id])


# help ######            ######      reference
#            <-- gap -->      <- gap ->|
def test_a_gap_runs_from_the_day_after_help_to_the_day_before_the_next() -> None:
    first = entry("interventie", "2019-01-01/2019-03-31")
    second = entry("bemoeienis", "2020-01-01/2020-06-30")
    assert spans(family_gaps(first, second)) == ["2019-04-01/2019-12-31", "2020-07-01/2020-12-31"]


@pytest.mark.parametrize(("last_day", "found"), [("2020-10-31", 1), ("2020-11-01", 0)])
def test_sixty_one_days_are_a_gap_and_sixty_are_not(last_day: str, found: int) -> None:
    assert len(family_gaps(entry("interventie", f"2020-01-01/{last_day}"))) == found


def test_the_least_length_is_adjustable() -> None:
    help_ = entry("interventie", "2020-01-01/2020-12-21")
    assert len(family_gaps(help_, parameters=Parameters(gap_min_days=10))) == 1
    assert not family_gaps(help_, parameters=Parameters(gap_min_days=11))


@pytest.mark.parametrize("kind", ["interventie", "bemoeienis", "uithuisplaatsing"])
def test_help_of_these_kinds_fills_a_gap(kind: str) -> None:
    assert not family_gaps(entry("signaal", "2020-01-01"), entry(kind, "2020-01-01/.."))


@pytest.mark.parametrize("kind", ["wachttijd", "maatregel", "beschikking", "school", "wonen"])
def test_these_kinds_are_not_help(kind: str) -> None:
    assert spans(family_gaps(entry("signaal", "2020-01-01"), entry(kind, "2020-01-01/..")))


def test_a_contact_is_help_on_its_own_day() -> None:
    found = family_gaps(entry("signaal", "2020-01-01"), entry("contact", "2020-06-15"))
    assert spans(found) == ["2020-01-01/2020-06-14", "2020-06-16/2020-12-31"]


def test_help_of_the_own_network_alone_is_not_help() -> None:
    oma = party("Oma", Sector.NETWERK)
    call = entry("signaal", "2020-01-01")
    help_ = entry("bemoeienis", "2020-01-01/..", parties="oma")
    assert family_gaps(call, help_, parties=[oma])


def test_help_of_the_network_together_with_a_professional_is_help() -> None:
    parties = [party("Oma", Sector.NETWERK), party("Kompas")]
    help_ = entry("bemoeienis", "2020-01-01/..", parties="oma kompas")
    assert not family_gaps(help_, parties=parties)


def test_help_without_a_party_is_help() -> None:
    assert not family_gaps(entry("bemoeienis", "2020-01-01/.."))


class TestWindow:
    @pytest.mark.parametrize("kind", ["hulpvraag", "signaal", "contact"])
    def test_it_opens_with_a_request_a_signal_or_help(self, kind: str) -> None:
        assert family_gaps(entry("gebeurtenis", "2015"), entry(kind, "2020-01-01"))[0].start.year == 2020

    def test_it_opens_on_the_earliest_day_of_an_uncertain_date(self) -> None:
        assert spans(family_gaps(entry("signaal", "2020-22"))) == ["2020-06-01/2020-12-31"]

    def test_it_closes_on_the_reference_day(self) -> None:
        assert spans(family_gaps(entry("signaal", "2020-01-01"), until="2020-06-30")) == ["2020-01-01/2020-06-30"]

    def test_a_parents_history_before_the_oldest_child_does_not_open_it(self) -> None:
        before = entry("interventie", "2006-09/2006-11", persons="marieke")
        assert spans(family_gaps(before, entry("hulpvraag", "2012-01-01"), persons=[NOOR])) == ["2012-01-01/2020-12-31"]

    def test_what_began_before_the_birth_and_reached_it_does_and_from_its_own_first_day(self) -> None:
        reaching = entry("interventie", "2006-09-01/2010-03-01")
        assert family_window(case(reaching, persons=[NOOR])) == (
            date(2006, 9, 1).toordinal(),
            case().reference.toordinal(),
        )

    def test_of_an_uncertain_birth_the_earliest_day_counts(self) -> None:
        child = person("Noor", "2010", focus=True)
        assert family_window(case(entry("signaal", "2009-12-31"), persons=[child])) is None
        assert family_window(case(entry("signaal", "2010-01-01"), persons=[child]))

    def test_the_oldest_of_the_focus_children_counts_and_no_other_person(self) -> None:
        people = [NOOR, person("Sem", "2014", focus=True), person("Halfzus", "2001")]
        window = family_window(case(entry("signaal", "2005"), entry("signaal", "2011-02-03"), persons=people))
        assert window
        assert window[0] == date(2011, 2, 3).toordinal()

    def test_without_a_known_birth_every_entry_counts(self) -> None:
        window = family_window(case(entry("signaal", "1999-05-01"), persons=[person("Noor", None, focus=True)]))
        assert window
        assert window[0] == date(1999, 5, 1).toordinal()

    def test_without_an_entry_that_opens_it_the_family_has_no_gap(self) -> None:
        assert not family_gaps(entry("gebeurtenis", "2012"), persons=[NOOR])

    def test_without_any_dated_entry_nobody_has_a_gap(self) -> None:
        assert find_gaps(case(entry("signaal", None), persons=[NOOR])) == ()

    def test_an_entry_after_the_reference_day_opens_nothing(self) -> None:
        assert not family_gaps(entry("signaal", "2021-01-01"))


class TestOneChild:
    def test_entries_of_another_child_do_not_help_it_and_those_of_nobody_do(self) -> None:
        sem = person("Sem", "2012-01-01", focus=True)
        whole = entry("bemoeienis", "2012-01-01/2013-12-31")
        other = entry("interventie", "2014-01-01/..", persons="sem")
        both = case(whole, other, persons=[NOOR, sem], reference_day=date(2014, 12, 31))
        assert gaps_of(both, "noor") == ["2010-03-01/2011-12-31", "2014-01-01/2014-12-31"]
        assert gaps_of(both, "sem") == []

    def test_its_window_opens_on_the_earliest_day_of_its_own_birth(self) -> None:
        baby = person("Sem", "2020-06", focus=True)
        early = entry("signaal", "2011-01-01")
        assert gaps_of(case(early, persons=[NOOR, baby], reference_day=date(2020, 12, 31)), "sem") == [
            "2020-06-01/2020-12-31"
        ]

    def test_it_needs_no_entry_that_opens_the_window_of_the_family(self) -> None:
        measure = entry("maatregel", "2011-01-01/2011-12-31")
        (gap,) = find_gaps(case(measure, persons=[NOOR], reference_day=date(2011, 12, 31)))
        assert (gap.person_id, str(gap.start), gap.measure_days) == ("noor", "2010-03-01", 365)

    def test_without_a_known_birth_its_window_is_that_of_the_family(self) -> None:
        unknown = person("Sem", None, focus=True)
        one = case(entry("signaal", "2020-02-01"), persons=[unknown], reference_day=date(2020, 12, 31))
        assert gaps_of(one, "sem") == ["2020-02-01/2020-12-31"]

    def test_a_person_who_is_no_focus_child_has_no_gaps_of_its_own(self) -> None:
        assert {gap.person_id for gap in find_gaps(case(entry("signaal", "2020-01-01", persons="noor")))} == {None}


class TestUncertainDates:
    def test_only_days_that_help_surely_covers_close_a_gap(self) -> None:
        first = entry("interventie", "2019-01-01/2019-06")
        second = entry("interventie", "2020-01/..")
        assert spans(family_gaps(first, second)) == ["2019-06-02/2020-01-30"]

    def test_its_sure_days_are_those_that_help_does_not_even_possibly_cover(self) -> None:
        (gap,) = family_gaps(entry("interventie", "2019-01-01/2019-06"), entry("interventie", "2020-01/.."))
        assert gap.days == 243
        assert gap.sure_days == (date(2019, 12, 31) - date(2019, 7, 1)).days + 1
        assert gap.status is Status.ZEKER

    # signaal |...contact somewhere in the year...|
    def test_one_moment_somewhere_in_it_makes_a_gap_possible_only(self) -> None:
        (gap,) = family_gaps(entry("signaal", "2020-01-01"), entry("contact", "2020"))
        assert (gap.days, gap.sure_days, gap.status) == (366, 0, Status.MOGELIJK)

    def test_enough_sure_days_in_pieces_that_are_each_too_short_are_not_sure(self) -> None:
        vague = [entry("contact", text) for text in ("2020-02-25~", "2020-04-15~", "2020-06-10~")]
        (gap,) = family_gaps(entry("signaal", "2020-01-01"), *vague, until="2020-07-31")
        assert gap.sure_days > 61
        assert gap.status is Status.MOGELIJK

    def test_an_unknown_end_covers_surely_its_start_only_and_possibly_all_the_rest(self) -> None:
        (gap,) = family_gaps(entry("bemoeienis", "2020-01-01/"))
        assert (str(gap.start), gap.sure_days, gap.status) == ("2020-01-02", 0, Status.MOGELIJK)

    def test_a_period_without_any_end_has_an_unknown_end(self) -> None:
        assert spans(family_gaps(entry("bemoeienis", "2020-01-01"))) == ["2020-01-02/2020-12-31"]

    def test_an_open_end_runs_to_the_reference_day(self) -> None:
        assert not family_gaps(entry("bemoeienis", "2020-01-01/.."))

    def test_an_entry_without_a_date_takes_no_part(self) -> None:
        assert spans(family_gaps(entry("signaal", "2020-01-01"), entry("bemoeienis", None))) == [
            "2020-01-01/2020-12-31"
        ]

    def test_an_entry_of_a_scenario_takes_no_part(self) -> None:
        planned = entry("bemoeienis", "2020-01-01/..", scenario="anders")
        assert spans(family_gaps(entry("signaal", "2020-01-01"), planned)) == ["2020-01-01/2020-12-31"]


class TestWhatElseItTells:
    def test_its_days_that_a_wachttijd_possibly_covers(self) -> None:
        (gap,) = family_gaps(entry("hulpvraag", "2020-01-01"), entry("wachttijd", "2019-12/2020-02"))
        assert gap.waiting_days == 60

    def test_its_days_that_a_maatregel_possibly_covers(self) -> None:
        (gap,) = family_gaps(entry("signaal", "2020-01-01"), entry("maatregel", "2020-03/2020-04"))
        assert (gap.measure_days, gap.sure_measure_days) == (61, 2)

    def test_two_measures_on_one_day_count_it_once(self) -> None:
        measures = [entry("maatregel", "2020-03-01/2020-03-10", title) for title in ("OTS", "MUHP")]
        (gap,) = family_gaps(entry("signaal", "2020-01-01"), *measures)
        assert gap.measure_days == 10

    def test_the_measure_of_another_child_is_not_a_childs_own(self) -> None:
        sem = person("Sem", "2012", focus=True)
        measure = entry("maatregel", "2020-03-01/2020-03-10", persons="sem")
        found = find_gaps(case(entry("signaal", "2012-01-01"), measure, persons=[NOOR, sem]))
        assert {gap.person_id: gap.measure_days for gap in found} == {None: 10, "noor": 0, "sem": 10}

    def test_the_entries_nearest_to_it_on_either_side(self) -> None:
        help_ = entry("interventie", "2019-01-01/2019-06-30", id="hulp")
        closed = entry("besluit", "2019-06-30", id="gesloten")
        earlier = entry("besluit", "2019-02-01", id="eerder")
        again = entry("bemoeienis", "2020-01-01/..", id="weer")
        (gap,) = family_gaps(help_, closed, earlier, again)
        assert (set(gap.before), gap.after) == ({"hulp", "gesloten"}, ("weer",))

    def test_the_signals_and_events_that_possibly_and_surely_fell_inside_it(self) -> None:
        inside = entry("signaal", "2020-05-05", id="binnen")
        maybe = entry("signaal", "2019", id="misschien")
        event = entry("gebeurtenis", "2020-03/2020-06", id="corona")
        help_ = entry("bemoeienis", "2019-01-01/2019-12-01")
        (gap,) = family_gaps(help_, inside, maybe, event)
        assert (gap.signals, gap.signal_count) == (("misschien", "binnen"), (1, 2))
        assert (gap.events, gap.event_count) == (("corona",), (1, 1))
