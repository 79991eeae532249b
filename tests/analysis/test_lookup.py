"""One sweep answers as looking at every entry would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tijdlijn.analysis.certainty import surely_touches
from tijdlijn.analysis.lookup import StartSweep, TouchSweep
from tijdlijn.model.casebook import Case


def periods(case: Case, lengths: list[int]) -> list[tuple[int, int]]:
    """Periods in order of their first day, from before the case until after it."""
    first, last = case.extent or (700_000, 700_000)
    step = max(1, (last - first + 200) // len(lengths))
    return [(first - 100 + step * n, first - 100 + step * n + length) for n, length in enumerate(lengths)]


@settings(max_examples=60, deadline=None)
@given(dossiers(), st.lists(st.integers(0, 900), min_size=1, max_size=8))
def test_what_touches_a_period(case: Case, lengths: list[int]) -> None:
    sweep = TouchSweep(case, case.actual)
    days = [(entry.id, case.bounds[entry.id]) for entry in case.actual]
    for first, last in periods(case, lengths):
        there = [(id_, b) for id_, b in days if b.start_min <= min(last, b.end_max) and b.end_max >= first]
        assert sweep.touching(first, last) == there
        assert sweep.ids == tuple(id_ for id_, _ in there)
        sure = sum(surely_touches(b, first, last) for _, b in there)
        assert sum(sweep.surely(first, last)) == sure


@settings(max_examples=60, deadline=None)
@given(dossiers(), st.lists(st.integers(0, 900), min_size=1, max_size=8), st.integers(0, 400))
def test_what_starts_in_a_period_with_uncertain_ends(case: Case, lengths: list[int], vague: int) -> None:
    sweep = StartSweep(case, case.actual)
    days = [case.bounds[entry.id] for entry in case.actual]
    for first, last in periods(case, lengths):
        possible = sum(b.start_min <= last + vague and b.start_max >= first for b in days)
        sure = sum(b.start_min >= first + vague and b.start_max <= last for b in days)
        assert sweep.between((first, first + vague), (last, last + vague)) == (sure, possible)
