"""The phases of a life: whose days are whose, and the borders that are proposed.

2010      2012      2014      2016      2018
|-- thuis --|-- na de scheiding --|-- bij oma …
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.analysis.phases import LEAST_APART, LONGEST_NAME, MOST_PHASES, propose_phases, stretches
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Phase

NOOR = person("Noor", "2010-05-14", focus=True)
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))


@st.composite
def divided(draw: st.DrawFn) -> Case:
    starts = draw(st.lists(days, unique=True, max_size=8))
    lasting = [draw(st.none() | st.integers(0, 900)) for _ in starts]
    phases = [
        Phase(f"f{n}", f"fase {n}", start, None if long is None else start + timedelta(long))
        for n, (start, long) in enumerate(zip(starts, lasting, strict=True))
    ]
    return case(persons=[NOOR], phases=tuple(phases))


@settings(max_examples=60, deadline=None)
@given(divided())
def test_no_day_is_of_two_phases_and_every_phase_has_the_days_that_it_says(family: Case) -> None:
    owner: dict[int, str] = {}
    for stretch in stretches(family):
        for day in range(stretch.first, stretch.last + 1):
            assert owner.setdefault(day, stretch.phase.id) == stretch.phase.id
    starts = sorted(phase.start.toordinal() for phase in family.phases)
    for phase in family.phases:
        first = phase.start.toordinal()
        following = next((start for start in starts if start > first), None)
        meant = phase.end.toordinal() if phase.end else max(family.reference.toordinal(), first)
        last = meant if phase.end or following is None else following - 1
        last = last if following is None else min(last, following - 1)
        assert [day for day, id_ in owner.items() if id_ == phase.id] == list(range(first, last + 1))


def test_the_last_phase_runs_to_the_reference_day() -> None:
    family = case(phases=(Phase("a", "Thuis", date(2012, 1, 1)),), reference_day=date(2015, 6, 30))
    assert [(s.first, s.last) for s in stretches(family)] == [
        (date(2012, 1, 1).toordinal(), date(2015, 6, 30).toordinal())
    ]


KINDS = ("gebeurtenis", "uithuisplaatsing", "wonen", "signaal")


@st.composite
def living(draw: st.DrawFn) -> Case:
    entries = []
    for number in range(draw(st.integers(0, 25))):
        form = draw(st.sampled_from(("{}", "{:.7}", "{:.4}", "{:.7}~")))
        title = draw(st.sampled_from(["Verhuizing naar Almere", "Scheiding", "Oma overlijdt", "Geboorte", "x, y" * 40]))
        turn = draw(st.sampled_from(["", "overig"]))
        kind = draw(st.sampled_from(KINDS))
        entries.append(entry(kind, form.format(str(draw(days))), title, id=f"e{number}", schakelmoment=turn))
    return case(*entries, persons=draw(st.sampled_from([[], [NOOR]])))


@settings(max_examples=60, deadline=None)
@given(living())
def test_proposals_stand_in_order_apart_and_within_the_life(family: Case) -> None:
    found = propose_phases(family)
    numbers = [proposal.day.toordinal() for proposal in found]
    assert len(found) <= MOST_PHASES
    assert all(after - before >= LEAST_APART for before, after in pairwise(numbers))
    assert all(number <= family.reference.toordinal() for number in numbers)
    assert len(found) != 1
    for proposal in found:
        assert 0 < len(proposal.name) <= LONGEST_NAME
    for proposal in found[1:]:
        bounds = family.bounds[proposal.entry_id]
        assert proposal.day.toordinal() == bounds.start_min
        assert proposal.is_sure == (bounds.start_min == bounds.start_max)


def names(family: Case) -> list[str]:
    return [proposal.name for proposal in propose_phases(family)]


def test_a_border_stands_at_each_schakelmoment_with_the_words_of_its_entry() -> None:
    family = case(
        entry("gebeurtenis", "2013-04", "Scheiding", schakelmoment="echtscheiding"),
        entry("gebeurtenis", "2015-02-01", "Verhuizing naar Almere, bij oma in", schakelmoment="verhuizing"),
        entry("gebeurtenis", "2017-02-01", "Oma overlijdt", schakelmoment="overlijden"),
        entry("uithuisplaatsing", "2019-02-01/2020-01-01", "Pleeggezin"),
        persons=[NOOR],
    )
    assert names(family) == [
        "Voor de scheiding", "Na de scheiding", "Na verhuizing naar Almere", "Sinds: Oma overlijdt"
    ]  # fmt: skip
    assert [p.is_sure for p in propose_phases(family)] == [True, False, True, True]
    assert propose_phases(family)[0].day == date(2010, 5, 14)


def test_with_few_schakelmomenten_placements_and_moves_of_the_child_are_borders_too() -> None:
    family = case(
        entry("gebeurtenis", "2013-04-01", "Scheiding", schakelmoment="echtscheiding"),
        entry("uithuisplaatsing", "2019-02-01/2020-01-01", "Pleeggezin", persons="noor"),
        entry("wonen", "2016-02-01/2018-01-01", "Bij oma", persons="noor"),
        entry("wonen", "2014-08-01/2018-01-01", "Vader huurt een kamer", persons="vader"),
        persons=[NOOR],
    )
    assert names(family)[1:] == ["Na de scheiding", "Sinds: Bij oma", "Sinds: Pleeggezin"]


def test_what_happens_within_four_months_makes_one_border_and_a_date_that_says_little_none() -> None:
    family = case(
        entry("gebeurtenis", "2013-04-01", "Scheiding", schakelmoment="echtscheiding"),
        entry("gebeurtenis", "2013-06-01", "Verhuizing", schakelmoment="verhuizing"),
        entry("gebeurtenis", "201X", "Oma overlijdt", schakelmoment="overlijden"),
        persons=[NOOR],
    )
    assert names(family) == ["Voor de scheiding", "Na de scheiding"]


def test_a_life_in_which_nothing_turned_is_not_divided() -> None:
    assert propose_phases(case(entry("contact", "2013-04-01"), persons=[NOOR])) == ()
    assert propose_phases(case()) == ()
