"""What follows a schakelmoment, against what came before it (design 2, After a schakelmoment)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.schakelmomenten import TROUBLES, Aftermath, find_aftermaths
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry

DAY = date(2019, 6, 1)
MOMENT = entry("gebeurtenis", DAY.isoformat(), id="moment", schakelmoment="verhuizing")


def after(*entries: Entry, moment: Entry = MOMENT) -> Aftermath:
    (found,) = find_aftermaths(case(moment, *entries))
    return found


def on(days: int) -> str:
    return (DAY + timedelta(days)).isoformat()


@pytest.mark.parametrize("kind", ["signaal", "hulpvraag", "uithuisplaatsing", "ultimatum"])
def test_it_counts_these_kinds(kind: str) -> None:
    assert after(entry(kind, on(1))).after == (1, 1)


@pytest.mark.parametrize("kind", ["gebeurtenis", "actie", "interventie", "contact"])
def test_and_no_others(kind: str) -> None:
    assert after(entry(kind, on(1))).after == (0, 0)


@pytest.mark.parametrize(
    ("days", "before", "later"),
    [(-184, 0, 0), (-183, 1, 0), (-1, 1, 0), (0, 0, 0), (1, 0, 1), (183, 0, 1), (184, 0, 0)],
)
def test_it_looks_183_days_back_and_183_days_ahead_and_not_at_its_own_day(days: int, before: int, later: int) -> None:
    found = after(entry("signaal", on(days)))
    assert (found.before, found.after) == ((before, before), (later, later))


def test_a_placement_counts_by_its_start() -> None:
    assert after(entry("uithuisplaatsing", f"{on(-400)}/{on(40)}")).after == (0, 0)


def test_under_uncertain_dates_it_counts_at_least_and_at_most() -> None:
    found = after(entry("signaal", "2019"), entry("signaal", "2019-07"))
    assert (found.before, found.after) == ((0, 1), (1, 2))


def test_an_uncertain_schakelmoment_makes_the_counts_uncertain() -> None:
    moment = entry("gebeurtenis", "2019-06", schakelmoment="verhuizing")
    assert after(entry("signaal", "2019-06-15"), moment=moment).after == (0, 1)


def test_it_is_not_counted_among_its_own_consequences() -> None:
    placement = entry("uithuisplaatsing", "2019/..", schakelmoment="overig")
    assert after(moment=placement).after == (0, 0)


@pytest.mark.parametrize(
    ("troubles", "worse"),
    [([1, 2], Status.ZEKER), ([-1, 1], None), ([], None), ([-1, -2, 1], None)],
)
def test_it_is_worse_when_more_follows_than_came_before(troubles: list[int], worse: Status | None) -> None:
    assert after(*(entry("signaal", on(days)) for days in troubles)).worse is worse


def test_it_may_be_worse_under_uncertain_dates() -> None:
    assert after(entry("signaal", "2019")).worse is Status.MOGELIJK


@settings(max_examples=60, deadline=None)
@given(dossiers(("signaal", "hulpvraag", "ultimatum", "uithuisplaatsing", "gebeurtenis"), most=8))
def test_the_counts_hold_for_every_way_the_dates_fall(plain: Case) -> None:
    marked = plain.with_entries(replace(entry_, schakelmoment="overig") for entry_ in plain.entries[:2])
    for found in find_aftermaths(marked):
        moment = marked.bounds[found.entry_id]
        troubles = [marked.bounds[e.id] for e in marked.actual if e.kind in TROUBLES and e.id != found.entry_id]
        days = range(moment.start_min, moment.start_max + 1)
        for sign, counted in ((1, found.after), (-1, found.before)):
            ways = [
                {1 <= sign * (start - day) <= 183 for day in days for start in _few(trouble, day)}
                for trouble in troubles
            ]
            assert counted == (sum(way == {True} for way in ways), sum(True in way for way in ways))


def _few(trouble: Bounds, day: int) -> list[int]:
    """The days on which the trouble may start where being within 183 days of `day` can change, and its ends."""
    edges = (trouble.start_min, trouble.start_max, *(day + step for step in (-184, -183, -1, 0, 1, 183, 184)))
    return [edge for edge in edges if trouble.start_min <= edge <= trouble.start_max]
