"""Scenarios: the case as it would have been, and in what that differs (design 1, Effectencalculator).

```
            branch
wat er was  ──coach────|──plaatsing──|      signaal
scenario    ──coach────|gezinshulp|
```
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.costs import find_costs
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.scenario_figures import compare_scenarios
from tijdlijn.analysis.scenarios import Branched, Differs, course, scenarios_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry, Rate
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.scenarios import Likelihood, Scenario
from tijdlijn.model.vocabulary import RateUnit

BRANCH = date(2019, 6, 1)
END = date(2020, 12, 31)


def with_scenario(*entries: Entry, pairs: tuple[tuple[str, str], ...] = (), **more: object) -> tuple[Case, Scenario]:
    """A case with scenario A, whose entries carry its name; `pairs` are what happened and what came in its place."""
    scenario = Scenario("a", "A", BRANCH, **more)  # type: ignore[arg-type]
    links = tuple(Link(f"l{n}", LinkKind.IN_SCENARIO, *pair) for n, pair in enumerate(pairs))
    return case(*entries, scenarios=(scenario,), links=links, reference_day=END), scenario


def ids(made: Case) -> set[str]:
    return {entry.id for entry in made.entries}


def told(about: Branched) -> list[tuple[str, str, str]]:
    return [(one.words, one.actual_id, one.entry_id) for one in about.differences]


def test_before_the_branch_all_happened_and_after_it_only_what_the_scenario_says() -> None:
    made, scenario = with_scenario(
        entry("interventie", "2019-01-01/2019-09-01", id="loopt"),
        entry("signaal", "2019-05-31", id="ervoor"),
        entry("uithuisplaatsing", "2019-06-01/2019-12-01", id="plaatsing"),
        entry("interventie", "2019-06-10/2020-06-10", id="hulp", scenario="A"),
        entry("signaal", None, id="ooit"),
        entry("signaal", "2019-08-01", id="van een ander", scenario="B"),
    )
    found = course(made, scenario)
    assert ids(found) == {"loopt", "ervoor", "hulp", "ooit"}
    assert not any(one.scenario for one in found.entries)
    assert found.bounds["loopt"] == made.bounds["loopt"], "what ran at the branch runs on as it did"
    assert told(Branched(made, scenario)) == [("niet", "plaatsing", ""), ("extra", "", "hulp")]


def test_a_counterpart_takes_the_place_of_what_ran_at_the_branch() -> None:
    made, scenario = with_scenario(
        entry("interventie", "2019-01-01/2019-09-01", "Coach", id="loopt"),
        entry("interventie", "2019-01-01/2020-09-01", "Coach", id="langer", scenario="A"),
        pairs=(("loopt", "langer"),),
    )
    assert ids(course(made, scenario)) == {"langer"}
    (one,) = Branched(made, scenario).differences
    assert (one.what, one.status, one.days) == (Differs.LANGER, Status.ZEKER, (366, 366))


def test_what_may_have_begun_on_either_side_of_the_branch_stays_and_is_told_as_possibly_not() -> None:
    made, scenario = with_scenario(entry("signaal", "2019", id="vaag"), entry("signaal", "2019-06", id="juni"))
    about = Branched(made, scenario)
    assert ids(about.course) == {"vaag"}
    assert told(about) == [("mogelijk niet", "vaag", ""), ("niet", "juni", "")]


@pytest.mark.parametrize(
    ("actual", "would", "words"),
    [
        ("2019-07-01", "2019-07-01", []),
        ("2019-07", "2019-07", []),
        ("2019-07-10", "2019-07-01", ["eerder"]),
        ("2019-07-10", "2019-08-01", ["later"]),
        ("2019-07-31", "2019-07", ["mogelijk eerder"]),
        ("2019-07-01", "2019-07", ["mogelijk later"]),
        ("2019-07-10", "2019-07", ["anders"]),
        ("2019-07", "2019-09", ["later"]),
        ("2019-07-01", None, ["anders"]),
    ],
)
def test_a_moment_moved(actual: str, would: str | None, words: list[str]) -> None:
    made, scenario = with_scenario(
        entry("signaal", actual, "Signaal", id="was"),
        entry("signaal", would, "Signaal", id="zou", scenario="A"),
        pairs=(("was", "zou"),),
    )
    assert [one.words for one in Branched(made, scenario).differences] == words


def test_a_period_may_begin_earlier_last_shorter_and_be_another() -> None:
    made, scenario = with_scenario(
        entry("uithuisplaatsing", "2019-09-01/2020-08-31", "Pleegzorg", id="was", parties="raad"),
        entry("uithuisplaatsing", "2019-07-01/2019-08-31", "Bij oma", id="zou", parties="oma", scenario="A"),
        pairs=(("was", "zou"),),
    )
    found = Branched(made, scenario).differences
    assert [one.what for one in found] == [Differs.EERDER, Differs.KORTER, Differs.ANDERS]
    assert found[2].fields == ("title", "party_ids")


def test_a_name_that_only_entries_carry_is_a_scenario_that_branches_off_at_its_first_day() -> None:
    made = case(
        entry("signaal", "2019-01-01", id="s"),
        entry("signaal", "2019-09-01", id="t"),
        entry("interventie", "2019-05/2019-10", id="hulp", scenario="Los"),
        reference_day=END,
    )
    (one,) = scenarios_of(made)
    assert (one.id, one.name) == ("Los", "Los")
    assert Branched(made, one).day == date(2019, 5, 1).toordinal()
    assert ids(course(made, one)) == {"s", "hulp"}


def test_a_scenario_without_any_date_changes_nothing() -> None:
    made = case(entry("signaal", "2019-01-01", id="s"), scenarios=(Scenario("a", "A"),))
    about = Branched(made, made.scenarios[0])
    assert (about.day, ids(about.course), about.differences) == (None, {"s"}, ())


def test_a_scenario_branches_off_at_its_entry_when_it_names_no_day() -> None:
    made = case(entry("signaal", "2019-03", id="s"), scenarios=(Scenario("a", "A", entry_id="s"),))
    about = Branched(made, made.scenarios[0])
    assert about.day == date(2019, 3, 1).toordinal()
    assert ids(about.course) == set(), "the entry itself is the first that goes otherwise"


def test_both_in_figures() -> None:
    rate = Rate(70_00, RateUnit.WEEK)
    made, _ = with_scenario(
        entry("interventie", "2018-01-01/2019-05-31", id="eerst", parties="wijkteam", rate=rate),
        entry(
            "uithuisplaatsing", "2019-07-01/2019-07-10", id="weg", persons="noor", parties="kompas", cost_cents=5_000
        ),
        entry("wachttijd", "2019-08-01/2019-08-10", id="wacht", parties="ggz"),
        entry("interventie", "2019-06-01/2020-12-31", id="blijft", parties="wijkteam", cost_cents=1_000, scenario="A"),
    )
    (found,) = compare_scenarios(made)
    figures = {one.code: (one.actual, one.scenario, one.verdict[0]) for one in found.figures}
    assert figures["placements"] == ((1, 1), (0, 0), "minder")
    assert figures["days_away"] == ((10, 10), (0, 0), "minder")
    assert figures["days_waiting"] == ((10, 10), (0, 0), "minder")
    assert figures["parties"] == ((3, 3), (1, 1), "minder")
    assert figures["days_without_help"][1:] == ((0, 0), "minder")
    assert figures["handovers"] == ((0, 0), (0, 0), "gelijk")
    assert (found.costs.first.total, found.costs.second.total) == ((5_000, 5_000), (1_000, 1_000))
    assert (found.costs.difference, found.costs.percentage) == ((4_000, 4_000), (80.0, 80.0))


def test_the_likeliest_scenario_comes_first() -> None:
    first, second = Scenario("a", "A", likelihood=Likelihood.MINDER), Scenario("b", "B")
    assert [one.scenario.name for one in compare_scenarios(case(scenarios=(first, second)))] == ["B", "A"]


# The same, slow and obvious


def _falls(days: Bounds) -> list[tuple[int, int]]:
    """Every way in which the days of an entry may fall: its first and its last day."""
    if not days.is_span:
        return [(day, day) for day in range(days.start_min, days.start_max + 1)]
    starts, ends = range(days.start_min, days.start_max + 1), range(days.end_min, days.end_max + 1)
    return [(first, max(first, last)) for first, last in product(starts, ends)]


def _slow_ids(made: Case, scenario: Scenario) -> set[str]:
    """Ask of each entry whether it would have been there."""
    kept = set()
    own = [one for one in made.entries if one.scenario == scenario.name]
    instead = {link.from_id for link in made.links if link.to_id in {one.id for one in own}}
    for one in made.entries:
        days = made.bounds.get(one.id)
        if one.scenario == scenario.name:
            kept.add(one.id)
        elif not one.scenario and one.id not in instead:
            assert scenario.branches is not None
            firsts = range(days.start_min, days.start_max + 1) if days else [0]
            if any(first < scenario.branches.toordinal() for first in firsts):
                kept.add(one.id)
    return kept


def _slow_start(was: Bounds, would: Bounds) -> str:
    ways = {(b > a) - (b < a) for (a, _), (b, _) in product(_falls(was), _falls(would))}
    if (was.start_min, was.start_max) == (would.start_min, would.start_max) or ways == {0}:
        return ""
    words = {-1: "eerder", 1: "later"}
    (way,) = ways - {0} if len(ways - {0}) == 1 else (0,)
    return "" if not way else words[way] if ways == {way} else f"mogelijk {words[way]}"


def _slow_length(made: Case, was_id: str, would_id: str) -> list[str]:
    """Compare every length that the one may have with every length that the other may have."""
    was, would = made.bounds[was_id], made.bounds[would_id]
    texts = [one.date and one.date.edtf for one in (made.entries_by_id[was_id], made.entries_by_id[would_id])]
    same = texts[0] == texts[1] and made.entries_by_id[was_id].kind is made.entries_by_id[would_id].kind
    if same or not (was.is_span and would.is_span):
        return []
    first, second = ({max(1, last - start + 1) for start, last in _falls(days)} for days in (was, would))
    ways = {(b > a) - (b < a) for a, b in product(first, second)}
    if len(ways - {0}) != 1:
        return []
    word = "langer" if 1 in ways else "korter"
    return [word if 0 not in ways else f"mogelijk {word}"]


@st.composite
def branched_cases(draw: st.DrawFn) -> Case:
    """A dossier of which some entries belong to a scenario, some of them as counterparts of others."""
    made = draw(dossiers(most=8, spread=90))
    entries = [replace(one, scenario="A" if draw(st.integers(0, 2)) == 0 else "") for one in made.entries]
    own = [one.id for one in entries if one.scenario]
    actual = [one.id for one in entries if not one.scenario]
    paired = [id_ for id_ in own if draw(st.booleans())] if actual else []
    links = [Link(f"l{id_}", LinkKind.IN_SCENARIO, draw(st.sampled_from(actual)), id_) for id_ in paired]
    branches = date(2018, 12, 1) + (date(2019, 1, 1) - date(2018, 12, 1)) * draw(st.integers(0, 4))
    return replace(made, entries=tuple(entries), links=tuple(links), scenarios=(Scenario("a", "A", branches),))


@settings(max_examples=60, deadline=None)
@given(branched_cases())
def test_the_course_is_what_the_slow_definition_says_and_every_analysis_runs_on_it(made: Case) -> None:
    scenario = made.scenarios[0]
    found = course(made, scenario)
    assert ids(found) == _slow_ids(made, scenario)
    assert analyse(found).entry_count == len(found.entries)


@settings(max_examples=60, deadline=None)
@given(branched_cases())
def test_differences_are_what_the_slow_definition_says(made: Case) -> None:
    scenario = made.scenarios[0]
    about = Branched(made, scenario)
    pairs = [(link.from_id, link.to_id) for link in made.links]
    starts = {Differs.EERDER, Differs.LATER}
    for pair in pairs:
        days = [made.bounds.get(id_) for id_ in pair]
        was, would = days
        if was is None or would is None or max(d.start_max - d.start_min for d in (was, would)) > 70:
            continue
        found = [d.words for d in about.differences if (d.actual_id, d.entry_id) == pair and d.what in starts]
        short = [replace(d, end_min=d.start_max, end_max=d.start_max) for d in (was, would)]
        expected = _slow_start(*short)
        assert found == ([expected] if expected else [])
        lengths = {Differs.LANGER, Differs.KORTER}
        found = [d.words for d in about.differences if (d.actual_id, d.entry_id) == pair and d.what in lengths]
        assert found == _slow_length(made, *pair)
    own = {one.id for one in made.entries if one.scenario}
    assert {d.entry_id for d in about.differences if d.what is Differs.EXTRA} == own - {pair[1] for pair in pairs}
    gone = {d.actual_id for d in about.differences if d.what is Differs.NIET and d.status is Status.ZEKER}
    known = ids(about.course) | {pair[0] for pair in pairs}
    assert gone == {one.id for one in made.actual if one.id not in known}


@settings(max_examples=60, deadline=None)
@given(branched_cases(), st.data())
def test_costs_beside_each_other_are_those_of_the_two_courses_less_what_they_share(
    made: Case, data: st.DataObject
) -> None:
    priced = [replace(one, cost_cents=data.draw(st.integers(0, 50)) * 100) for one in made.entries]
    made = replace(made, entries=tuple(priced))
    (found,) = compare_scenarios(made)
    happened, imagined = find_costs(replace(made, scenarios=()))[0], find_costs(course(made, made.scenarios[0]))[0]
    whole = tuple(a - b for a, b in zip(happened.total, imagined.total, strict=True))
    assert found.costs.difference == whole, "amounts of one day are exact, so that what is shared falls out"
