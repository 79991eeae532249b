"""The definitions of design 2 word for word, day by day: slow and obvious, to hold the fast ones against.

Nothing here is shared with the program but the records themselves: days come straight from the EDTF points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import Ending
from tijdlijn.model.entries import Entry

HELP = {"interventie", "bemoeienis", "contact", "uithuisplaatsing"}
STARTS = {"interventie", "bemoeienis", "maatregel"}
ACTIONS = {"actie", "besluit", "ultimatum", "signaal", "overdracht"} | STARTS
MOMENTS = {"hulpvraag", "signaal", "contact", "actie", "besluit", "ultimatum", "overdracht", "diagnose"}
EITHER = {"gebeurtenis", "verwacht"}


class Days(NamedTuple):
    """An entry in day numbers: a moment has only a start, `[s_min, s_max]`."""

    moment: bool
    s_min: int
    s_max: int
    e_min: int
    e_max: int
    open_end: bool

    def surely(self, day: int) -> bool:
        if self.moment:
            return self.s_min == self.s_max == day
        return self.s_max <= day <= self.e_min

    def possibly(self, day: int) -> bool:
        return self.s_min <= day <= (self.s_max if self.moment else self.e_max)

    def told(self, day: int) -> bool:
        starts = self.s_min <= day <= self.s_max
        return starts or (not self.moment and not self.open_end and self.e_min <= day <= self.e_max)


def days_of(entry: Entry, reference: int) -> Days:
    assert entry.date is not None
    start, end = entry.date.start, entry.date.end
    assert start is not None
    s_min, s_max = start.earliest.toordinal(), start.latest.toordinal()
    if entry.kind.value in MOMENTS or (entry.kind.value in EITHER and end is None):
        if isinstance(end, Ending):
            s_max = max(s_max, reference)
        elif end is not None:
            s_max = end.latest.toordinal()
        return Days(True, s_min, s_max, s_min, s_max, False)
    if end is Ending.OPEN:
        return Days(False, s_min, s_max, reference, reference, True)
    if end is None or end is Ending.UNKNOWN:
        # "the reference day", but what starts after it does not end before it starts
        return Days(False, s_min, s_max, s_max, max(reference, s_max), False)
    assert not isinstance(end, Ending)
    return Days(False, s_min, s_max, end.earliest.toordinal(), end.latest.toordinal(), False)


class Reading:
    """The dated entries of what happened, with their days."""

    def __init__(self, case: Case, person: str | None = None) -> None:
        self.case = case
        self.reference = case.reference.toordinal()
        everything = [e for e in case.entries if not e.scenario and e.date is not None]
        self.all = [(e, days_of(e, self.reference)) for e in everything]
        self.own = [(e, d) for e, d in self.all if person is None or not e.person_ids or person in e.person_ids]

    def is_help(self, entry: Entry) -> bool:
        sectors = [self.case.parties_by_id[id_].sector.value for id_ in entry.party_ids]
        informal_only = bool(sectors) and all(sector == "netwerk" for sector in sectors)
        return entry.kind.value in HELP and not informal_only

    def help(self) -> list[tuple[Entry, Days]]:
        return [(e, d) for e, d in self.own if self.is_help(e)]


def runs(days: Iterable[int], holds: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Maximal runs of days for which it holds."""
    found: list[tuple[int, int]] = []
    for day in days:
        if not holds(day):
            continue
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def window(case: Case) -> tuple[int, int] | None:
    reading = Reading(case)
    births = [p.birth.earliest.toordinal() for p in case.persons if p.is_focus and p.birth]
    oldest = min(births) if births else None
    firsts = [
        d.s_min
        for e, d in reading.all
        if (e.kind.value in {"hulpvraag", "signaal"} or reading.is_help(e))
        and not (oldest is not None and max(d.e_max, d.s_max) < oldest)
    ]
    return (min(firsts), reading.reference) if firsts and min(firsts) <= reading.reference else None


def gaps(case: Case) -> list[tuple[object, ...]]:
    """`(person id or None, start, end, days, sure days, status, waiting days, measure days)` of every gap."""
    family = window(case)
    if not Reading(case).all:
        return []
    found = _gaps(case, None, *family) if family else []
    for child in sorted(
        (p for p in case.persons if p.is_focus), key=lambda p: (p.birth.earliest if p.birth else date.max, p.id)
    ):
        if child.birth:
            found += _gaps(case, child.id, child.birth.earliest.toordinal(), case.reference.toordinal())
        elif family:
            found += _gaps(case, child.id, *family)
    return found


def _gaps(case: Case, person: str | None, first: int, last: int) -> list[tuple[object, ...]]:
    reading = Reading(case, person)
    least = case.parameters.gap_min_days
    help_ = [d for _, d in reading.help()]
    waiting = [d for e, d in reading.own if e.kind.value == "wachttijd"]
    measures = [d for e, d in reading.own if e.kind.value == "maatregel"]
    found: list[tuple[object, ...]] = []
    for low, high in runs(range(first, last + 1), lambda day: not any(d.surely(day) for d in help_)):
        days = range(low, high + 1)
        if len(days) < least:
            continue
        free = runs(days, lambda day: not any(d.possibly(day) for d in help_))
        found.append(
            (
                person,
                date.fromordinal(low),
                date.fromordinal(high),
                len(days),
                sum(b - a + 1 for a, b in free),
                "zeker" if any(b - a + 1 >= least for a, b in free) else "mogelijk",
                sum(any(d.possibly(day) for d in waiting) for day in days),
                sum(any(d.possibly(day) for d in measures) for day in days),
            )
        )
    return found


def silences(case: Case) -> list[tuple[date, date]]:
    reading = Reading(case)
    help_ = [d for _, d in reading.help()]
    if not help_:
        return []
    first = min(d.s_min for d in help_)

    def silent(day: int) -> bool:
        return any(d.surely(day) for d in help_) and not any(d.told(day) for _, d in reading.all)

    return [
        (date.fromordinal(low), date.fromordinal(high))
        for low, high in runs(range(first, reading.reference + 1), silent)
        if high - low + 1 >= case.parameters.silence_min_days
    ]


def pressure(case: Case) -> set[tuple[object, ...]]:
    """`(start, end, actions, parties, ultimatums, status, leads to, ids)` of every snelkookpan."""
    reading = Reading(case)
    window_ = case.parameters.pressure_window
    actions = [
        (e, d.s_min, d.s_max) for e, d in reading.all if e.kind.value in ACTIONS and d.s_max - d.s_min + 1 <= window_
    ]
    sure = _clusters(case, actions, lambda d, low, high: d <= low and high <= d + window_ - 1)
    taken = {e.id for cluster in sure for e, _, _ in cluster}
    possible = _clusters(case, actions, lambda d, low, high: low <= d + window_ - 1 and high >= d)
    possible = [c for c in possible if not any(e.id in taken for e, _, _ in c)]
    found = [(cluster, "zeker") for cluster in sure] + [(cluster, "mogelijk") for cluster in possible]
    return {_described(reading, cluster, status) for cluster, status in found}


Action = tuple[Entry, int, int]


def _clusters(case: Case, actions: list[Action], inside: Callable[[int, int, int], bool]) -> list[list[Action]]:
    if not actions:
        return []
    limits = case.parameters
    first = min(low for _, low, _ in actions) - limits.pressure_window
    last = max(high for _, _, high in actions) + 1
    hot: list[tuple[int, list[Action]]] = []
    for day in range(first, last + 1):
        members = [action for action in actions if inside(day, action[1], action[2])]
        parties = {party for e, _, _ in members for party in e.party_ids}
        if len(members) >= limits.pressure_min_actions and len(parties) >= limits.pressure_min_parties:
            hot.append((day, members))
    clusters: list[dict[str, Action]] = []
    for index, (day, members) in enumerate(hot):
        if not index or day > hot[index - 1][0] + limits.pressure_window - 1:
            clusters.append({})
        clusters[-1].update({action[0].id: action for action in members})
    return [list(cluster.values()) for cluster in clusters]


def _described(reading: Reading, cluster: list[Action], status: str) -> tuple[object, ...]:
    start, end = min(low for _, low, _ in cluster), max(high for _, _, high in cluster)
    placements = [d.s_min for e, d in reading.all if e.kind.value == "uithuisplaatsing"]
    after = [day for day in placements if start <= day <= end + 42]
    return (
        date.fromordinal(start),
        date.fromordinal(end),
        len(cluster),
        len({party for e, _, _ in cluster for party in e.party_ids}),
        sum(e.kind.value == "ultimatum" for e, _, _ in cluster),
        status,
        date.fromordinal(min(after)) if after else None,
        frozenset(e.id for e, _, _ in cluster),
    )


def involvement(case: Case) -> list[tuple[date, int, int]]:
    """`(day, surely, possibly)` for each day on which one of the two is not what it was the day before."""
    reading = Reading(case)
    help_ = reading.help()
    if not help_:
        return []
    first = min(d.s_min for _, d in help_)
    last = max(max(d.e_max, d.s_max) for _, d in help_)
    steps: list[tuple[date, int, int]] = []
    before = (0, 0)
    for day in range(first, last + 2):
        sure = {party for e, d in help_ if d.surely(day) for party in e.party_ids}
        possible = {party for e, d in help_ if d.possibly(day) for party in e.party_ids}
        if (len(sure), len(possible)) != before:
            before = (len(sure), len(possible))
            steps.append((date.fromordinal(day), *before))
    return steps
