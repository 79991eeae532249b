"""The definitions of design 2 word for word, day by day: slow and obvious, to hold the fast ones against.

Nothing here is shared with the program but the records themselves: days come straight from the EDTF points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
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


# Answers, late in view, schakelmomenten, continuity and placements


def answers(case: Case) -> list[tuple[object, ...]]:
    """`(request, answer, least days, most days, sure, sure answer, light and short, early)` of every hulpvraag."""
    reading = Reading(case)
    view = window(case)
    found: list[tuple[object, ...]] = []
    for request, asked in _in_time(reading, {"hulpvraag"}):
        first_year = range(view[0], view[0] + 366) if view else range(0)
        early = _status([day in first_year for day in range(asked.s_min, asked.s_max + 1)])
        concerning = [
            (e, d)
            for e, d in _in_time(reading, {"interventie", "bemoeienis"})
            if not e.person_ids or not request.person_ids or set(e.person_ids) & set(request.person_ids)
        ]
        possible = [(e, d) for e, d in concerning if d.s_max >= asked.s_min]
        if not possible:
            found.append((request.id, None, None, None, True, None, None, early))
            continue
        sure = [e.id for e, d in concerning if d.s_min >= asked.s_max]
        answer, days = possible[0]
        between = [start - day for day in {asked.s_min, asked.s_max} for start in {days.s_min, days.s_max}]
        least = max(0, min(between))
        lengths = [max(1, days.e_min - days.s_max + 1), max(1, days.e_max - days.s_min + 1)]
        light = _status([length <= 183 for length in lengths]) if answer.weight == "licht" else None
        found.append(
            (
                request.id,
                answer.id,
                least,
                max(between),
                days.s_min >= asked.s_max,
                sure[0] if sure else None,
                light,
                early,
            )
        )
    return found


def _in_time(reading: Reading, kinds: set[str]) -> list[tuple[Entry, Days]]:
    found = [(e, d) for e, d in reading.all if e.kind.value in kinds]
    return sorted(found, key=lambda pair: (pair[1].s_min, pair[1].s_max, pair[0].order, pair[0].id))


def _status(holds: list[bool]) -> str | None:
    return "zeker" if all(holds) else "mogelijk" if any(holds) else None


def late_in_view(case: Case) -> tuple[str, str | None, int, int] | None:
    """`(first trouble, first help, least days, most days)`."""
    reading = Reading(case)
    births = [p.birth.earliest.toordinal() for p in case.persons if p.is_focus and p.birth]
    oldest = min(births) if births else None

    def counts(days: Days) -> bool:
        return not (oldest is not None and max(days.e_max, days.s_max) < oldest)

    troubles = [(e, d) for e, d in _in_time(reading, {"gebeurtenis", "signaal", "diagnose"}) if counts(d)]
    help_ = [(e, d) for e, d in _in_time(reading, HELP) if reading.is_help(e) and counts(d)]
    if not troubles:
        return None
    first, began = troubles[0]
    if not help_:
        return first.id, None, reading.reference - began.s_max, reading.reference - began.s_min
    helped, days = help_[0]
    return first.id, helped.id, days.s_min - began.s_max, days.s_max - began.s_min


def aftermaths(case: Case) -> list[tuple[object, ...]]:
    """`(schakelmoment, least before, most before, least after, most after, ids after)`: day by day of the moment."""
    reading = Reading(case)
    troubles = [
        (e, d) for e, d in reading.all if e.kind.value in {"signaal", "hulpvraag", "uithuisplaatsing", "ultimatum"}
    ]
    found: list[tuple[object, ...]] = []
    for moment, own in reading.all:
        if not moment.schakelmoment:
            continue
        counts: dict[str, list[set[str]]] = {"before": [set(), set()], "after": [set(), set()]}
        for e, d in troubles:
            if e.id == moment.id:
                continue
            for name, low, high in (("before", -183, -1), ("after", 1, 183)):
                ways = [
                    low <= start - day <= high
                    for day in range(own.s_min, own.s_max + 1)
                    for start in {d.s_min, d.s_max}
                ]
                possible = any(
                    d.s_min <= day + high and d.s_max >= day + low for day in range(own.s_min, own.s_max + 1)
                )
                if all(ways):
                    counts[name][0].add(e.id)
                if possible:
                    counts[name][1].add(e.id)
        (b0, b1), (a0, a1) = counts["before"], counts["after"]
        found.append((moment.id, len(b0), len(b1), len(a0), len(a1), frozenset(a1)))
    return found


def lapses(case: Case) -> list[tuple[date, date, int, int]]:
    """`(start, end, least days, most days)` between beschikkingen, looking at every day."""
    granted = [d for e, d in Reading(case).all if e.kind.value == "beschikking"]
    if not granted:
        return []
    first, last = min(max(d.e_min, d.s_min) for d in granted), max(d.s_max for d in granted)
    found = []
    for low, high in runs(range(first + 1, last), lambda day: not any(d.surely(day) for d in granted)):
        free = [day for day in range(low, high + 1) if not any(d.possibly(day) for d in granted)]
        found.append((date.fromordinal(low), date.fromordinal(high), len(free), high - low + 1))
    return found


def steady_days(case: Case) -> int:
    """The longest run of days on which one worker was surely helping."""
    reading = Reading(case)
    longest = 0
    for worker in case.workers:
        helps = [d for e, d in reading.help() if worker.id in e.worker_ids]
        if helps:
            days = range(min(d.s_min for d in helps), max(max(d.e_max, d.s_max) for d in helps) + 1)
            for low, high in runs(days, lambda day, helps=helps: any(d.surely(day) for d in helps)):  # type: ignore[misc]
                longest = max(longest, high - low + 1)
    return longest


def passing_workers(case: Case) -> dict[str, tuple[int, int]]:
    """By worker who passed by the days from first to last, at least and at most, over every way they can fall."""
    reading = Reading(case)
    found = {}
    for worker in case.workers:
        told = [d for e, d in reading.all if worker.id in e.worker_ids]
        if not told or any(max(d.e_max, d.s_max) > reading.reference - 183 for d in told):
            continue
        edges = sorted({day for d in told for day in (d.s_min, d.s_max, d.e_min, d.e_max)})
        ways = product(*(_ways(d, edges) for d in told))
        lengths = [max(1, max(last for _, last in way) - min(first for first, _ in way) + 1) for way in ways]
        if min(lengths) <= 183:
            found[worker.id] = (min(lengths), max(lengths))
    return found


def _ways(days: Days, edges: list[int]) -> list[tuple[int, int]]:
    """Each way in which a moment falls, or a period begins and ends, on days that are the edge of anything."""
    firsts = [day for day in edges if days.s_min <= day <= days.s_max]
    if days.moment:
        return [(day, day) for day in firsts]
    lasts = [day for day in edges if days.e_min <= day <= days.e_max]
    return [(first, last) for first in firsts for last in lasts if first <= last] or [(days.s_max, days.s_max)]


def days_away(case: Case) -> dict[str | None, tuple[int, int]]:
    """By child how many days it was surely and possibly placed elsewhere."""
    reading = Reading(case)
    placed: dict[str | None, list[Days]] = {}
    focus = [p.id for p in case.persons if p.is_focus]
    for e, d in reading.all:
        if e.kind.value == "uithuisplaatsing":
            named: list[str | None] = [p for p in e.person_ids if p in focus] or list(e.person_ids)
            for child in named or (list(focus) if len(focus) == 1 else [None]):
                placed.setdefault(child, []).append(d)
    found = {}
    for child, spans in placed.items():
        days = range(min(d.s_min for d in spans), max(max(d.e_max, d.s_max) for d in spans) + 1)
        found[child] = (
            sum(any(d.surely(day) for d in spans) for day in days),
            sum(any(d.possibly(day) for d in spans) for day in days),
        )
    return found


def without_help(case: Case) -> dict[str, str | None]:
    """By placement whether nobody surely or possibly helped ouder or gezin on any of its days."""
    reading = Reading(case)
    found: dict[str, str | None] = {}
    for e, d in reading.all:
        if e.kind.value != "uithuisplaatsing":
            continue
        others = [(o, od) for o, od in reading.help() if o.kind.value != "uithuisplaatsing"]
        aimed = [od for o, od in others if o.aimed_at in ("ouder", "gezin")]
        unsaid = [od for o, od in others if o.aimed_at is None]
        if any(_meet_always(d, od) for od in aimed):
            found[e.id] = None
        elif any(_meet_ever(d, od) for od in (*aimed, *unsaid)):
            found[e.id] = "mogelijk"
        else:
            found[e.id] = "zeker"
    return found


def _meet_always(one: Days, other: Days) -> bool:
    ways = [(a, b) for a in _ends(one) for b in _ends(other)]
    return bool(ways) and all(a[0] <= b[1] and b[0] <= a[1] for a, b in ways)


def _meet_ever(one: Days, other: Days) -> bool:
    first, last = max(one.s_min, other.s_min), max(one.e_max, one.s_max)
    return any(one.possibly(day) and other.possibly(day) for day in range(first, last + 1))


def _ends(days: Days) -> list[tuple[int, int]]:
    """The outermost ways in which it falls, of which no end comes before its begin."""
    if days.moment:
        return [(days.s_min, days.s_min), (days.s_max, days.s_max)]
    starts = {days.s_min, min(days.s_max, days.e_min), min(days.s_max, days.e_max)}
    ends = {days.e_min, max(days.e_min, days.s_max), days.e_max}
    return [(a, b) for a in starts for b in ends if days.s_min <= a <= b <= days.e_max]
