"""Silence: help runs, and the dossier says nothing (design 2, Gaps)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, party
from tijdlijn.analysis.silence import Silence, find_silences
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.vocabulary import Sector

REFERENCE = date(2020, 12, 31)
HELP = entry("bemoeienis", "2020-01-01/2020-12-01", id="hulp")


def silences(*entries: Entry, **more: object) -> list[str]:
    found: tuple[Silence, ...] = find_silences(case(*entries, reference_day=REFERENCE, **more))  # type: ignore[arg-type]
    return [f"{silence.start}/{silence.end}" for silence in found]


def test_it_lies_between_the_days_on_which_something_is_told() -> None:
    assert silences(HELP) == ["2020-01-02/2020-11-30"]


@pytest.mark.parametrize("kind", ["gebeurtenis", "school", "verwacht", "wachttijd", "contact", "besluit"])
def test_an_entry_of_any_kind_breaks_it(kind: str) -> None:
    assert silences(HELP, entry(kind, "2020-06-01")) == []


def test_it_lasts_at_least_183_days() -> None:
    assert silences(HELP, entry("actie", "2020-07-03")) == ["2020-01-02/2020-07-02"]
    assert silences(HELP, entry("actie", "2020-07-02")) == []


def test_its_length_is_adjustable() -> None:
    parameters = Parameters(silence_min_days=100)
    assert silences(HELP, entry("actie", "2020-07-02"), parameters=parameters) == [
        "2020-01-02/2020-07-01",
        "2020-07-03/2020-11-30",
    ]


def test_a_vague_moment_breaks_it_wherever_it_may_fall() -> None:
    assert silences(HELP, entry("actie", "2020")) == []


def test_help_that_only_possibly_runs_is_no_silence() -> None:
    assert silences(entry("bemoeienis", "2020-01-01/")) == []


def test_an_unknown_end_of_anything_may_fall_in_it() -> None:
    assert silences(HELP, entry("school", "2020-01-01/")) == []


def test_what_still_runs_does_not_end_on_the_reference_day() -> None:
    assert silences(entry("bemoeienis", "2020-01-01/..")) == ["2020-01-02/2020-12-31"]


def test_it_does_not_reach_into_the_future() -> None:
    assert silences(entry("bemoeienis", "2020-01-01/2022-01-01")) == ["2020-01-02/2020-12-31"]


def test_it_passes_from_one_help_to_another_that_was_running_already() -> None:
    early = entry("bemoeienis", "2019-11-01/2020-05-01")
    late = entry("interventie", "2020-04-30/..")
    assert silences(early, late) == ["2020-05-02/2020-12-31"]


def test_help_of_the_own_network_is_not_help() -> None:
    assert silences(entry("bemoeienis", "2020-01-01/..", parties="oma"), parties=[party("Oma", Sector.NETWERK)]) == []


def test_it_names_the_help_that_ran() -> None:
    (found,) = find_silences(case(HELP, entry("interventie", "2015-01-01/2015-02-01"), reference_day=REFERENCE))
    assert (found.running, found.days) == (("hulp",), 334)
