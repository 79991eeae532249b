"""The sweeps give what the definitions give when they are worked out day by day, whatever the dates."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.analysis import letter
from tests.analysis.dossiers import dossiers
from tijdlijn.analysis.gaps import family_window, find_gaps
from tijdlijn.analysis.involvement import find_involvement
from tijdlijn.analysis.silence import find_silences
from tijdlijn.analysis.snelkookpan import find_pressure
from tijdlijn.model.casebook import Case

thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

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
