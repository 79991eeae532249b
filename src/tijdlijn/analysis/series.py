"""A series of families (Casusreeks): the figures of each, side by side, without a name, a text or a date.

What is counted of a family follows the other analyses to the letter (design 2); what only the series has is defined
here. Figures are `[min, max]`: at least, and at most, however the uncertain dates fall. What can be sure or possible
(gaps, snelkookpannen) is `[sure, sure and possible]`.

- Known: from the first help or hulpvraag that does not lie wholly before the birth of the oldest focus child, to the
  reference day, in years of 365.25 days.
- An early request: a hulpvraag at most 365 days after the first day of the window of the gaps
  (`analysis.gaps.family_window`).
- Waiting: the days up to the reference day that a wachttijd covers, each counted once.
- Gender is not kept of a person; it is told only where the role says it (dochter, halfbroer), and unknown otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status
from tijdlijn.analysis.continuity import find_continuity
from tijdlijn.analysis.costs import find_costs
from tijdlijn.analysis.gaps import Gap, family_window, find_family_gaps
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.placements import ChildPlacements, find_placements
from tijdlijn.analysis.requests import DAYS_A_YEAR, Answer, find_answers, find_late_in_view
from tijdlijn.analysis.series_anchor import ANCHORS, Anchor, Course, Strip, first_of
from tijdlijn.analysis.snelkookpan import Snelkookpan, find_pressure
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import age_on
from tijdlijn.model.people import Person
from tijdlijn.model.vocabulary import Kader, Kind

EARLY_DAYS = 365
"""How many days after the first day of the window a request is early at most."""

Years = tuple[float, float]
"""Least and most, in years to one decimal."""


class Gender(StrEnum):
    """As far as the role of a child says it."""

    MEISJE = "meisje"
    JONGEN = "jongen"
    ONBEKEND = "onbekend"


_ROLES = {
    Gender.MEISJE: ("dochter", "zus", "zusje", "meisje"),
    Gender.JONGEN: ("zoon", "zoontje", "broer", "broertje", "jongen"),
}
_BEFORE = ("", "half", "stief", "pleeg", "tweeling")


@dataclass(frozen=True, slots=True)
class Child:
    """A focus child: completed years on the reference day and when it was first placed; None where that is not known
    or never came."""

    age: Range | None
    age_placed: Range | None
    gender: Gender


@dataclass(frozen=True, slots=True)
class Family:
    """The figures of one family; `number` is its place in the series, from 1, and all that tells which it is.

    Lengths are in days unless they say years. `placements` counts those of each child, by kader (None: unknown).
    `longest_gap` is its days that are surely without help, and all of its days. `years_known` is None before the first
    help or hulpvraag, `late_in_view` while nothing tells of troubles, `costs` (euro cents) where no amount is known.
    """

    number: int
    children: tuple[Child, ...]
    entries: int
    undated: int
    years_known: Years | None
    placements: Mapping[Kader | None, int]
    gaps: Range
    longest_gap: Range
    gap_days: Range
    snelkookpannen: Range
    pans_before_placement: Range
    requests: int
    early_requests: Range
    unanswered: Range
    light_and_short: Range
    early_and_light: Range
    waiting_days: Range
    parties: int
    network_parties: int
    workers: int
    late_in_view: Years | None
    costs: Range | None

    @property
    def name(self) -> str:
        """What the family is called wherever it is shown."""
        return family_name(self.number)


@dataclass(frozen=True, slots=True)
class Told:
    """All that a series keeps of a family: its figures, and its course around each anchor that it has."""

    family: Family
    strips: Mapping[Anchor, Strip]


def family_name(number: int) -> str:
    """`Gezin 1`."""
    return f"Gezin {number}"


def told(case: Case, number: int) -> Told:
    """What a series keeps of this case."""
    pans = find_pressure(case).clusters
    course = Course(case, pans)
    strips = ((anchor, course.around(number, anchor)) for anchor in ANCHORS)
    return Told(family_of(case, number, pans), {anchor: strip for anchor, strip in strips if strip})


def family_of(case: Case, number: int, pans: Sequence[Snelkookpan] | None = None) -> Family:
    """The figures of a case; `pans` are its snelkookpannen where they were found already."""
    pans = find_pressure(case).clusters if pans is None else pans
    gaps = find_family_gaps(case)
    placed, answers = find_placements(case), find_answers(case)
    early = _early(case)
    continuity, late, costs = find_continuity(case), find_late_in_view(case), find_costs(case)[0]
    return Family(
        number=number,
        children=_children(case, placed),
        entries=len(case.actual) + len(case.undated),
        undated=len(case.undated),
        years_known=_years_known(case),
        placements=_by_kader(placed),
        gaps=_sure_and_all(gap.status for gap in gaps),
        longest_gap=_longest(gaps),
        gap_days=(sum(gap.sure_days for gap in gaps), sum(gap.days for gap in gaps)),
        snelkookpannen=_sure_and_all(pan.status for pan in pans),
        pans_before_placement=_sure_and_all(pan.status for pan in pans if pan.leads_to),
        requests=len(answers),
        early_requests=_sure_and_all(early.values()),
        unanswered=_unanswered(answers),
        light_and_short=_sure_and_all(one.light_and_short for one in answers if one.light_and_short),
        early_and_light=_sure_and_all(_both(early[one.request_id], one) for one in answers if _is_both(early, one)),
        waiting_days=_waiting(case),
        parties=len(continuity.party_ids),
        network_parties=len(continuity.network_ids),
        workers=len(continuity.worker_ids),
        late_in_view=late.years if late else None,
        costs=costs.total if costs.entry_ids else None,
    )


def gender_in(role: str) -> Gender:
    """What a role says of the gender of a child: `dochter`, `halfbroer`; unknown for `kind`."""
    word = role.strip().casefold()
    for gender, names in _ROLES.items():
        if word in {f"{before}{name}" for before in _BEFORE for name in names}:
            return gender
    return Gender.ONBEKEND


def _children(case: Case, placed: Iterable[ChildPlacements]) -> tuple[Child, ...]:
    reference = case.reference.toordinal()
    first = {one.person_id: first_of(case.bounds[placement.entry_id] for placement in one.placements) for one in placed}
    return tuple(
        Child(_age(child, (reference, reference)), _age(child, first.get(child.id)), gender_in(child.role))
        for child in case.focus
    )


def _age(child: Person, when: Interval | None) -> Range | None:
    if child.birth is None or when is None:
        return None
    least = age_on(child.birth, date.fromordinal(when[0]))[0]
    most = age_on(child.birth, date.fromordinal(when[1]))[1]
    return (max(0, least), most) if most >= 0 else None


def _years_known(case: Case) -> Years | None:
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    birth = min(births, default=0)
    helping = {entry.id for entry in case.help}
    asked = (case.bounds[e.id] for e in case.actual if e.kind is Kind.HULPVRAAG or e.id in helping)
    first = first_of(one for one in asked if max(one.end_max, one.start_max) >= birth)
    reference = case.reference.toordinal()
    if first is None or first[0] > reference:
        return None
    return round(max(0, reference - first[1]) / DAYS_A_YEAR, 1), round((reference - first[0]) / DAYS_A_YEAR, 1)


def _by_kader(placed: Iterable[ChildPlacements]) -> Mapping[Kader | None, int]:
    found: dict[Kader | None, int] = {**dict.fromkeys(Kader, 0), None: 0}
    for child in placed:
        for placement in child.placements:
            found[placement.kader] += 1
    return found


def _sure_and_all(found: Iterable[Status]) -> Range:
    told = list(found)
    return told.count(Status.ZEKER), len(told)


def _longest(gaps: Sequence[Gap]) -> Range:
    return max((gap.sure_days for gap in gaps), default=0), max((gap.days for gap in gaps), default=0)


def _early(case: Case) -> Mapping[str, Status]:
    """The requests that are early, by their ids."""
    window = family_window(case)
    if window is None:
        return {}
    first, last = window[0], window[0] + EARLY_DAYS
    found: dict[str, Status] = {}
    for entry in case.of_kind[Kind.HULPVRAAG]:
        bounds = case.bounds[entry.id]
        if bounds.start_min <= last and bounds.start_max >= first:
            sure = bounds.start_min >= first and bounds.start_max <= last
            found[entry.id] = Status.ZEKER if sure else Status.MOGELIJK
    return found


def _is_both(early: Mapping[str, Status], answer: Answer) -> bool:
    return answer.light_and_short is not None and answer.request_id in early


def _both(early: Status, answer: Answer) -> Status:
    return early if answer.light_and_short is Status.ZEKER else Status.MOGELIJK


def _unanswered(answers: Iterable[Answer]) -> Range:
    """Those that nothing answers, and those that nothing surely answers."""
    found = list(answers)
    return sum(one.unanswered for one in found), sum(one.sure_answer_id is None for one in found)


def _waiting(case: Case) -> Range:
    bounds = [case.bounds[entry.id] for entry in case.of_kind[Kind.WACHTTIJD]]
    reference = case.reference.toordinal()
    sure = intervals.union(days for one in bounds if (days := one.sure))
    possible = intervals.union(days for one in bounds if (days := one.possible))
    return (
        intervals.length(intervals.clip(sure, 1, reference)),
        intervals.length(intervals.clip(possible, 1, reference)),
    )
