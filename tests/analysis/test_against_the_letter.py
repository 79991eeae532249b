"""The sweeps give what the definitions give when they are worked out day by day, whatever the dates."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.analysis import letter
from tests.analysis.dossiers import dossiers
from tijdlijn.analysis.continuity import find_continuity
from tijdlijn.analysis.gaps import family_window, find_gaps
from tijdlijn.analysis.involvement import find_involvement
from tijdlijn.analysis.passers import find_passers
from tijdlijn.analysis.placements import find_placements
from tijdlijn.analysis.requests import find_answers, find_late_in_view
from tijdlijn.analysis.schakelmomenten import find_aftermaths
from tijdlijn.analysis.silence import find_silences
from tijdlijn.analysis.snelkookpan import find_pressure
from tijdlijn.model.casebook import Case

thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HELP_AND_MORE = (
    "interventie",
    "interventie",
    "bemoeienis",
    "contact",
    "uithuisplaatsing",
    "hulpvraag",
    "signaal",
    "wachttijd",
    "maatregel",
    "school",
)

ACTIONS_AND_MORE = (
    "actie",
    "besluit",
    "ultimatum",
    "signaal",
    "overdracht",
    "interventie",
    "maatregel",
    "uithuisplaatsing",
)


@thorough
@given(dossiers(HELP_AND_MORE))
def test_gaps(case: Case) -> None:
    found = [
        (
            gap.person_id,
            gap.start,
            gap.end,
            gap.days,
            gap.sure_days,
            gap.status.value,
            gap.waiting_days,
            gap.measure_days,
        )
        for gap in find_gaps(case)
    ]
    assert found == letter.gaps(case)


@thorough
@given(dossiers())
def test_the_window_of_the_gaps(case: Case) -> None:
    assert family_window(case) == letter.window(case)


@thorough
@given(dossiers(("interventie", "bemoeienis", "contact", "gebeurtenis", "school"), most=6))
def test_silence(case: Case) -> None:
    assert [(silence.start, silence.end) for silence in find_silences(case)] == letter.silences(case)


@thorough
@given(dossiers(ACTIONS_AND_MORE, spread=60) | dossiers(ACTIONS_AND_MORE))
def test_snelkookpannen(case: Case) -> None:
    found = {
        (
            cluster.start,
            cluster.end,
            cluster.actions,
            cluster.parties,
            cluster.ultimatums,
            cluster.status.value,
            cluster.leads_to,
            frozenset(cluster.entry_ids),
        )
        for cluster in find_pressure(case).clusters
    }
    assert found == letter.pressure(case)


@thorough
@given(dossiers(("interventie", "bemoeienis", "contact", "uithuisplaatsing", "maatregel")))
def test_the_wave(case: Case) -> None:
    steps = find_involvement(case).steps
    assert [(step.day, step.sure, step.possible) for step in steps] == letter.involvement(case)
    assert not steps or (steps[-1].sure, steps[-1].possible) == (0, 0)


@thorough
@given(dossiers(("hulpvraag", "hulpvraag", "interventie", "bemoeienis", "signaal")))
def test_the_answers_to_requests(case: Case) -> None:
    found = [
        (
            answer.request_id,
            answer.answer_id,
            answer.days and answer.days[0],
            answer.days and answer.days[1],
            answer.status.value == "zeker",
            answer.sure_answer_id,
            answer.light_and_short and answer.light_and_short.value,
            answer.early and answer.early.value,
        )
        for answer in find_answers(case)
    ]
    assert found == letter.answers(case)


@thorough
@given(dossiers(("gebeurtenis", "signaal", "diagnose", "contact", "bemoeienis"), most=6))
def test_late_in_view(case: Case) -> None:
    late = find_late_in_view(case)
    assert (late and (late.first_id, late.help_id, *late.days)) == letter.late_in_view(case)


@thorough
@given(dossiers(("gebeurtenis", "signaal", "hulpvraag", "uithuisplaatsing", "ultimatum"), most=8))
def test_after_a_schakelmoment(case: Case) -> None:
    found = [(one.entry_id, *one.before, *one.after, frozenset(one.after_ids)) for one in find_aftermaths(case)]
    assert sorted(found) == sorted(letter.aftermaths(case))


@thorough
@given(dossiers(("beschikking",), most=6))
def test_the_days_between_beschikkingen(case: Case) -> None:
    lapses = find_continuity(case).beschikkingen.lapses
    assert [(one.start, one.end, *one.days) for one in lapses] == letter.lapses(case)


@thorough
@given(dossiers(("bemoeienis", "interventie", "contact", "maatregel")))
def test_the_steady_contact(case: Case) -> None:
    steady = find_continuity(case).steady
    assert (steady.days if steady else 0) == letter.steady_days(case)


@thorough
@given(dossiers(("bemoeienis", "contact", "besluit"), most=3, spread=150))
def test_the_passers_by(case: Case) -> None:
    found = {one.id: one.days for one in find_passers(case).workers}
    assert found == letter.passing_workers(case)


@thorough
@given(dossiers(("uithuisplaatsing", "interventie", "contact", "bemoeienis"), most=8))
def test_placements(case: Case) -> None:
    children = find_placements(case)
    assert {child.person_id: child.days_away for child in children} == letter.days_away(case)
    if any(days.s_max > days.e_max for _, days in letter.Reading(case).all):
        return  # what may begin after the reference day has days that no reading of the definition gives
    at_home = {one.entry_id: one.without_help for child in children for one in child.placements}
    assert {id_: how and how.value for id_, how in at_home.items()} == letter.without_help(case)
