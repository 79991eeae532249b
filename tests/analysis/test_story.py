"""The story of a life: every entry once, never before its day, with chapters and stops that do not lose anybody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import case, entry
from tijdlijn.analysis.story import BEGINNING, story_of
from tijdlijn.model.sessions import ChaptersBy, Phase

LIFE = case(
    entry("gebeurtenis", "2012-05-03", "Geboorte", id="geboorte", order=1.0, schakelmoment="geboorte"),
    entry("contact", "2014", "Kennismaking", id="kennis", order=2.0),
    entry("signaal", None, "Zonder datum", id="los", order=2.5),
    entry("besluit", "2016-04", "Sluiten", id="besluit", order=3.0),
    entry("gebeurtenis", "2017-08-01", "Scheiding", id="scheiding", order=4.0, schakelmoment="echtscheiding"),
    entry("uithuisplaatsing", "2018-02-01/2018-09", "Naar oma", id="uhp", order=5.0),
    entry("interventie", "2019", "In een scenario", id="wens", order=6.0, scenario="eerder hulp"),
)
ALL = ("geboorte", "kennis", "los", "besluit", "scheiding", "uhp")


def test_everything_that_happened_is_told_once_in_time_order_and_no_scenario() -> None:
    story = story_of(LIFE, ChaptersBy.JAREN)
    told = [step.entry_id for step in story.steps]
    assert tuple(told) == ALL
    days = [step.day for step in story.steps]
    assert days == sorted(days)


def test_a_group_stops_at_schakelmomenten_decisions_and_placements() -> None:
    story = story_of(LIFE, ChaptersBy.JAREN)
    assert [step.entry_id for step in story.steps if step.is_stop] == ["geboorte", "besluit", "scheiding", "uhp"]
    at = story.places["kennis"]
    assert story.steps[story.stop(at, 1)].entry_id == "besluit"
    assert story.steps[story.stop(at, -1)].entry_id == "geboorte"
    last = len(story.steps) - 1
    assert story.stop(last, 1) == last


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        (ChaptersBy.JAREN, ["2012", "2014", "2016", "2017", "2018"]),
        (ChaptersBy.SCHAKELMOMENTEN, ["Geboorte", "Scheiding"]),
        (ChaptersBy.FASEN, [BEGINNING, "Samen", "Alleen"]),
    ],
)
def test_chapters_by_years_turning_points_or_phases(by: ChaptersBy, titles: list[str]) -> None:
    phases = (Phase("a", "Alleen", date(2017, 1, 1)), Phase("s", "Samen", date(2013, 1, 1)))
    family = LIFE.with_changes(phases=phases)
    story = story_of(family, by)
    assert [chapter.title for chapter in story.chapters] == titles
    at, walked = -1, [story.chapter(-1)]
    while (after := story.chapter_start(at, 1)) != at:
        at = after
        walked.append(story.chapter(at))
    assert walked[-1] == len(titles) - 1
    while story.chapter_start(at, -1) != at:
        at = story.chapter_start(at, -1)
    assert at == 0


def test_without_phases_the_chapters_are_years() -> None:
    assert next(chapter.title for chapter in story_of(LIFE, ChaptersBy.FASEN).chapters) == "2012"


def test_only_what_a_filter_shows_is_told() -> None:
    story = story_of(LIFE, ChaptersBy.JAREN, {"besluit", "uhp"})
    assert [step.entry_id for step in story.steps] == ["besluit", "uhp"]


def test_a_case_without_entries_has_no_story() -> None:
    story = story_of(case(), ChaptersBy.JAREN)
    assert story.steps == ()
    assert story.now(0) is None
    assert story.bounded(3) == -1


@given(st.lists(st.sampled_from(["2015", "2015-03", "2016-01-02", "2014-22", None, "2013/2017", "/2016"]), max_size=12))
def test_no_entry_is_told_before_its_earliest_day(days: list[str | None]) -> None:
    family = case(*(entry("contact", day, id=str(place), order=place) for place, day in enumerate(days)))
    story = story_of(family, ChaptersBy.JAREN)
    assert len(story.steps) == len(days)
    for at, step in enumerate(story.steps):
        bounds = family.bounds.get(step.entry_id)
        assert bounds is None or bounds.start_min <= step.day
        assert step.entry_id in story.told(at)
        assert step.entry_id not in story.told(at - 1)
