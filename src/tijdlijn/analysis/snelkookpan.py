"""Snelkookpan (pressure cooker): many parties start many actions in a few weeks (design 2, Snelkookpan).

For each day `d` the window `[d, d + window - 1]` is hot when the actions in it number at least `min_actions` and their
distinct parties at least `min_parties`. The actions that are in the windows of a run of days are the same between two
changes, so the sweep goes from change to change: an action is surely in the windows that start from
`a_max - window + 1` to `a_min`, and possibly in those that start from `a_min - window + 1` to `a_max`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.intervals import Interval
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.vocabulary import Kind

ACTION_KINDS = frozenset(
    {
        Kind.ACTIE,
        Kind.BESLUIT,
        Kind.ULTIMATUM,
        Kind.SIGNAAL,
        Kind.OVERDRACHT,
        Kind.INTERVENTIE,
        Kind.BEMOEIENIS,
        Kind.MAATREGEL,
    }
)
"""Kinds that count as an action; of the last three it is the start."""

LEADS_TO_DAYS = 42
"""How many days after its last a placement may start that it led to."""


@dataclass(frozen=True, slots=True)
class Snelkookpan:
    """A cluster of actions. `parties` counts distinct parties; `entry_ids` are its actions in time order.

    `leads_to` is the earliest start of the first uithuisplaatsing from its first day to 42 days after its last,
    `placement_id` that entry.
    """

    start: date
    end: date
    actions: int
    parties: int
    ultimatums: int
    status: Status
    leads_to: date | None
    placement_id: str | None
    entry_ids: tuple[str, ...]
    party_ids: tuple[str, ...]

    @property
    def finding_id(self) -> str:
        """The id of the finding that tells it."""
        return f"snelkookpan:{self.entry_ids[0]}"


@dataclass(frozen=True, slots=True)
class Pressure:
    """All clusters in time order, and the ids of the actions too vague to count."""

    clusters: tuple[Snelkookpan, ...] = ()
    not_counted: tuple[str, ...] = ()


class _Action(NamedTuple):
    entry: Entry
    low: int
    high: int


def find_pressure(case: Case) -> Pressure:
    """The snelkookpannen of the case: those that are sure, and possible ones that share no action with them."""
    parameters = case.parameters
    actions, vague = _actions(case)
    sure = _clusters(actions, parameters, possible=False)
    taken = {action.entry.id for members in sure for action in members}
    possible = (
        members
        for members in _clusters(actions, parameters, possible=True)
        if taken.isdisjoint(action.entry.id for action in members)
    )
    placements = _placements(case)
    found = [_described(members, Status.ZEKER, placements) for members in sure]
    found.extend(_described(members, Status.MOGELIJK, placements) for members in possible)
    found.sort(key=lambda cluster: (cluster.start, cluster.end, cluster.entry_ids))
    return Pressure(tuple(found), vague)


def _actions(case: Case) -> tuple[list[_Action], tuple[str, ...]]:
    """The actions, and the ids of those that are vaguer than the window."""
    counted: list[_Action] = []
    vague: list[str] = []
    for entry in case.actual:
        if entry.kind not in ACTION_KINDS:
            continue
        bounds = case.bounds[entry.id]
        if bounds.start_max - bounds.start_min + 1 > case.parameters.pressure_window:
            vague.append(entry.id)
        else:
            counted.append(_Action(entry, bounds.start_min, bounds.start_max))
    return counted, tuple(vague)


def _clusters(actions: Sequence[_Action], parameters: Parameters, *, possible: bool) -> list[list[_Action]]:
    reach = parameters.pressure_window - 1
    if possible:
        windows = [(action.low - reach, action.high) for action in actions]
    else:
        windows = [(action.high - reach, action.low) for action in actions]
    hot = intervals.union(_hot(actions, windows, parameters))
    if not reach:  # windows of one day overlap with no other
        hot = [(day, day) for first, last in hot for day in range(first, last + 1)]
    ends = [last for _, last in hot]
    cluster_of = _chained(hot, reach)
    members: list[list[_Action]] = [[] for _ in range(cluster_of[-1] + 1)] if hot else []
    for action, (first, last) in zip(actions, windows, strict=True):
        index = bisect_left(ends, first)
        joined = -1
        while index < len(hot) and hot[index][0] <= last:
            if cluster_of[index] != joined:
                joined = cluster_of[index]
                members[joined].append(action)
            index += 1
    return members


def _hot(actions: Sequence[_Action], windows: Sequence[Interval], parameters: Parameters) -> Iterator[Interval]:
    """Days whose window is hot, in pieces between two changes."""
    changes: list[tuple[int, int, tuple[str, ...]]] = []
    for action, (first, last) in zip(actions, windows, strict=True):
        changes.append((first, 1, action.entry.party_ids))
        changes.append((last + 1, -1, action.entry.party_ids))
    changes.sort(key=itemgetter(0))
    count, since = 0, None
    parties: dict[str, int] = {}
    for day, step, party_ids in changes:
        if since is not None and day > since:
            yield since, day - 1
        count += step
        for party in party_ids:
            times = parties[party] = parties.get(party, 0) + step
            if not times:
                del parties[party]
        enough = count >= parameters.pressure_min_actions and len(parties) >= parameters.pressure_min_parties
        since = day if enough else None


def _chained(hot: Sequence[Interval], reach: int) -> list[int]:
    """The number of the cluster of each run of hot days: windows that overlap belong together."""
    numbers: list[int] = []
    for index, (first, _) in enumerate(hot):
        if not index:
            numbers.append(0)
        else:
            numbers.append(numbers[-1] + (first > hot[index - 1][1] + reach))
    return numbers


def _placements(case: Case) -> list[tuple[int, str]]:
    """Earliest start and id of each placement, in order."""
    return sorted((case.bounds[entry.id].start_min, entry.id) for entry in case.of_kind[Kind.UITHUISPLAATSING])


def _described(members: Sequence[_Action], status: Status, placements: Sequence[tuple[int, str]]) -> Snelkookpan:
    first = min(action.low for action in members)
    last = max(action.high for action in members)
    parties = sorted({party for action in members for party in action.entry.party_ids})
    index = bisect_left(placements, (first, ""))
    placement = placements[index] if index < len(placements) else None
    if placement and placement[0] > last + LEADS_TO_DAYS:
        placement = None
    return Snelkookpan(
        start=date.fromordinal(first),
        end=date.fromordinal(last),
        actions=len(members),
        parties=len(parties),
        ultimatums=sum(action.entry.kind is Kind.ULTIMATUM for action in members),
        status=status,
        leads_to=date.fromordinal(placement[0]) if placement else None,
        placement_id=placement[1] if placement else None,
        entry_ids=tuple(action.entry.id for action in members),
        party_ids=tuple(parties),
    )
