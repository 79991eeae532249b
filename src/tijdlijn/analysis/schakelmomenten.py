"""After a schakelmoment: do troubles come more often after it than before it? (design 2, After a schakelmoment)

Counted are the entries of kind signaal, hulpvraag, uithuisplaatsing and ultimatum that start in the 183 days after it,
and in the 183 days before it; its own day belongs to neither. A schakelmoment that is a period counts by its start.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.certainty import Range, Status
from tijdlijn.analysis.lookup import StartSweep
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

TROUBLES = frozenset({Kind.SIGNAAL, Kind.HULPVRAAG, Kind.UITHUISPLAATSING, Kind.ULTIMATUM})
REACH_DAYS = 183


@dataclass(frozen=True, slots=True)
class Aftermath:
    """One schakelmoment, of the type `type`, on a day from `start` to `end`; the counts are at least and at most.

    `after_ids` are the troubles that possibly start in the days after it, in time order.
    """

    entry_id: str
    type: str
    start: date
    end: date
    before: Range
    after: Range
    after_ids: tuple[str, ...]

    @property
    def worse(self) -> Status | None:
        """`zeker` when there are more after it however the dates fall, `mogelijk` when there may be, else None."""
        if self.after[0] > self.before[1]:
            return Status.ZEKER
        return Status.MOGELIJK if self.after[1] > self.before[0] else None


def find_aftermaths(case: Case) -> tuple[Aftermath, ...]:
    """Every schakelmoment with what came before and after it, in time order."""
    troubles = [entry for entry in case.actual if entry.kind in TROUBLES]
    before, after = StartSweep(case, troubles), StartSweep(case, troubles)
    return tuple(_aftermath(case, entry, before, after) for entry in case.actual if entry.schakelmoment)


def _aftermath(case: Case, entry: Entry, before: StartSweep, after: StartSweep) -> Aftermath:
    bounds = case.bounds[entry.id]
    low, high = bounds.start_min, bounds.start_max
    earlier = before.between((low - REACH_DAYS, high - REACH_DAYS), (low - 1, high - 1))
    later = after.between((low + 1, high + 1), (low + REACH_DAYS, high + REACH_DAYS))
    ids = after.ids
    if low < high and entry.kind in TROUBLES:
        # A vague one possibly starts before and after its own earliest day, but does not follow on itself.
        earlier, later = (earlier[0], earlier[1] - 1), (later[0], later[1] - 1)
        ids = tuple([id_ for id_ in ids if id_ != entry.id])
    return Aftermath(
        entry_id=entry.id,
        type=entry.schakelmoment,
        start=date.fromordinal(low),
        end=date.fromordinal(high),
        before=earlier,
        after=later,
        after_ids=ids,
    )
