"""The answer to a request for help, and late in view (design 2, Answer to a help request)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, person
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.requests import Answer, find_answers, find_late_in_view
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Weight

ASKED = entry("hulpvraag", "2019-03-01", id="vraag", persons="noor")


def answer(*entries: Entry, asked: Entry = ASKED) -> Answer:
    (found,) = find_answers(case(asked, *entries))
    return found


@pytest.mark.parametrize("kind", ["interventie", "bemoeienis"])
def test_it_is_the_first_help_that_starts_after_it(kind: str) -> None:
    first = entry(kind, "2019-05-01/2019-06-01", id="eerst")
    later = entry("interventie", "2019-07-01/2019-08-01")
    found = answer(later, first)
    assert (found.answer_id, found.days, found.status) == ("eerst", (61, 61), Status.ZEKER)


def test_on_the_same_day_counts_as_an_answer() -> None:
    found = answer(entry("interventie", "2019-03-01/2019-06-01"))
    assert (found.days, found.status) == ((0, 0), Status.ZEKER)


def test_help_that_ran_already_is_no_answer() -> None:
    assert answer(entry("interventie", "2019-02-28/2019-06-01")).unanswered


@pytest.mark.parametrize("kind", ["contact", "uithuisplaatsing", "wachttijd", "maatregel"])
def test_other_kinds_are_no_answer(kind: str) -> None:
    assert answer(entry(kind, "2019-05-01")).unanswered


def test_help_for_somebody_else_is_no_answer() -> None:
    assert answer(entry("interventie", "2019-05-01/2019-06-01", persons="sem")).unanswered


def test_sharing_one_person_is_enough() -> None:
    assert not answer(entry("interventie", "2019-05-01/2019-06-01", persons="sem noor")).unanswered


def test_a_request_of_nobody_is_answered_by_help_for_anybody_and_the_other_way_round() -> None:
    anybody = entry("hulpvraag", "2019-03-01")
    assert not answer(entry("interventie", "2019-05-01/2019-06-01", persons="sem"), asked=anybody).unanswered
    assert not answer(entry("interventie", "2019-05-01/2019-06-01")).unanswered


def test_under_uncertain_dates_the_days_between_are_a_range() -> None:
    found = answer(entry("interventie", "2019-05/2019-06-01"), asked=entry("hulpvraag", "2019-03"))
    assert found.days == (31, 91)


def test_help_that_may_have_started_before_it_is_a_possible_answer() -> None:
    maybe = entry("interventie", "2019/2020-06-01", id="misschien")
    sure = entry("interventie", "2019-04-01/2019-06-01", id="zeker")
    found = answer(maybe, sure)
    assert (found.answer_id, found.status, found.sure_answer_id) == ("misschien", Status.MOGELIJK, "zeker")
    assert found.days == (0, 305)


@pytest.mark.parametrize(
    ("weight", "end", "light"),
    [
        (Weight.LICHT, "2019-10-30", Status.ZEKER),
        (Weight.LICHT, "2019-10-31", None),
        (Weight.LICHT, "2019-10", Status.MOGELIJK),
        (Weight.LICHT, "", Status.MOGELIJK),
        (Weight.MIDDEL, "2019-06-01", None),
        (None, "2019-06-01", None),
    ],
)
def test_light_and_short_is_light_help_of_at_most_183_days(
    weight: Weight | None, end: str, light: Status | None
) -> None:
    assert answer(entry("interventie", f"2019-05-01/{end}", weight=weight)).light_and_short is light


def test_it_tells_the_weight_and_the_length() -> None:
    found = answer(entry("interventie", "2019-05-01/2019-06", weight=Weight.ZWAAR))
    assert (found.weight, found.length) == (Weight.ZWAAR, (32, 61))


class TestLateInView:
    NOOR = person("Noor", "2010-01-01", focus=True)

    @pytest.mark.parametrize("kind", ["gebeurtenis", "signaal", "diagnose"])
    def test_the_time_from_the_first_trouble_to_the_first_help(self, kind: str) -> None:
        found = find_late_in_view(case(entry(kind, "2012-01-01"), entry("bemoeienis", "2016-01-01/..")))
        assert found
        assert (found.days, found.years) == ((1461, 1461), (4.0, 4.0))

    def test_a_parents_own_history_does_not_count(self) -> None:
        before = (entry("gebeurtenis", "1986", persons="moeder"), entry("contact", "2006", persons="moeder"))
        after = (entry("signaal", "2012-01-01", id="s"), entry("bemoeienis", "2013-01-01/..", id="b"))
        found = find_late_in_view(case(*before, *after, persons=[self.NOOR]))
        assert found
        assert (found.first_id, found.help_id) == ("s", "b")

    def test_under_uncertain_dates_it_is_a_range(self) -> None:
        found = find_late_in_view(case(entry("signaal", "2012"), entry("bemoeienis", "2014/..")))
        assert found
        assert found.days == (366, 1095)

    def test_without_help_it_runs_to_the_reference_day(self) -> None:
        found = find_late_in_view(case(entry("signaal", "2012-01-01"), reference_day=date(2012, 12, 31)))
        assert found
        assert (found.help_id, found.days) == (None, (365, 365))

    def test_without_troubles_there_is_nothing_to_tell(self) -> None:
        assert find_late_in_view(case(entry("bemoeienis", "2014/.."))) is None
