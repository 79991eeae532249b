"""What the dossier does not tell (design 2, Missing knowledge): a finding, never an error.

An intervention that still runs (open end, or an end after the reference day) has no outcome yet: that is not missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tijdlijn.analysis.contradictions import Contradiction, find_contradictions
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Missing:
    """Ids of dated entries, in time order: interventions without a goal, an outcome or an end (it is unknown),
    decisions that name neither party nor worker, entries of any kind without a source; and contradictions."""

    without_goal: tuple[str, ...]
    without_outcome: tuple[str, ...]
    without_end: tuple[str, ...]
    decisions_by_nobody: tuple[str, ...]
    without_source: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


def find_missing(case: Case) -> Missing:
    """Everything that is missing."""
    interventions, decisions = case.of_kind[Kind.INTERVENTIE], case.of_kind[Kind.BESLUIT]
    reference = case.reference.toordinal()
    return Missing(
        without_goal=_ids(entry for entry in interventions if not entry.goal.strip()),
        without_outcome=_ids(
            entry
            for entry in interventions
            if not entry.outcome.strip() and not _runs(case.bounds[entry.id], reference)
        ),
        without_end=_ids(entry for entry in interventions if case.bounds[entry.id].unknown_end),
        decisions_by_nobody=_ids(entry for entry in decisions if not entry.party_ids and not entry.worker_ids),
        without_source=_ids(entry for entry in case.actual if not entry.citations),
        contradictions=find_contradictions(case),
    )


def _runs(bounds: Bounds, reference: int) -> bool:
    return bounds.open_end or bounds.end_min > reference


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple([entry.id for entry in entries])
