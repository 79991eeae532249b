"""The phases of a life: which days each one has, and where borders could be drawn.

The rule: a proposal says nothing that the dossier does not. Its day is the earliest day of an entry, its name is made
of that entry's own title, and whoever divides the life changes both as they like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import Phase
from tijdlijn.model.vocabulary import Kind

LEAST_APART = 122
"""Days between two borders that are proposed: of what happens within four months of each other, one is enough."""
MOST_PHASES = 7
"""More bands than this nobody tells apart at a glance."""
FEW_TURNS = 3
"""With fewer borders at schakelmomenten, births, moves and placements are proposed as well."""
WIDEST = 366
"""Days in which a date may lie to be a border; a wider one would put the border on a day that nobody meant."""
LONGEST_NAME = 44
_NOUNS = {
    "aanhouding": "de", "arrestatie": "de", "bevalling": "de", "detentie": "de", "dood": "de", "echtscheiding": "de",
    "geboorte": "de", "ontslag": "het", "opname": "de", "overlijden": "het", "overplaatsing": "de", "overstap": "de",
    "plaatsing": "de", "scheiding": "de", "schoolwisseling": "de", "uithuisplaatsing": "de", "verhuizing": "de",
    "verlies": "het", "vertrek": "het", "ziekte": "de",
}  # fmt: skip
"""Words with which a title names what happened, so that "na" can stand before it; each with its article."""
_BIRTH = re.compile(r"\b(?:geboorte|geboren|bevalt|bevalling)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a phase, as day numbers, both inclusive."""

    phase: Phase
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A border that could be drawn on `day`, with a name for what begins there. `entry_id` is the entry it comes from,
    empty for the begin of the life; `is_sure` says that the entry is on that very day."""

    day: date
    name: str
    entry_id: str = ""
    is_sure: bool = True


def stretches(case: Case) -> tuple[Stretch, ...]:
    """Every phase with its days, in order of time, none of which two have: it runs to its end, or to the day before the
    next one when that is earlier; the last without an end runs to the reference day."""
    phases = case.phases_in_order
    found = []
    for number, phase in enumerate(phases):
        first = phase.start.toordinal()
        last = phase.end.toordinal() if phase.end else None
        if number + 1 < len(phases):
            before = phases[number + 1].start.toordinal() - 1
            last = before if last is None else min(last, before)
        last = max(case.reference.toordinal(), first) if last is None else last
        if last >= first:
            found.append(Stretch(phase, first, last))
    return tuple(found)


def propose_phases(case: Case) -> tuple[Proposal, ...]:
    """A division of the life at its schakelmomenten, in order of time; empty when nothing divides it.

    The first begins with the life of the oldest focus child, or with the first entry.
    """
    begin = _begin(case)
    if begin is None:
        return ()
    start, is_sure = begin
    borders = _apart(_turns(case), start, case)
    if len(borders) < FEW_TURNS:
        borders = _apart([*borders, *_others(case)], start, case)
    borders = _fewer(borders, start, case)
    if not borders:
        return ()
    first = Proposal(date.fromordinal(start), _name(borders[0], "Voor", "Tot"), is_sure=is_sure)
    return (first, *(_proposal(case, entry) for entry in borders))


def _begin(case: Case) -> tuple[int, bool] | None:
    """The day on which the life begins that is divided, and whether it is known to the day."""
    oldest = next((child.birth for child in case.focus if child.birth), None)
    if oldest is not None:
        return oldest.earliest.toordinal(), oldest.earliest == oldest.latest(case.reference)
    starts = ((days.start_min, days.start_max == days.start_min) for e in case.actual for days in (case.bounds[e.id],))
    return min(starts, default=None)


def _turns(case: Case) -> list[Entry]:
    return [entry for entry in case.actual if entry.schakelmoment]


def _others(case: Case) -> Iterator[Entry]:
    """What else may begin another part of a life: placements first, then where the children live and births."""
    focus = {child.id for child in case.focus}
    yield from case.of_kind[Kind.UITHUISPLAATSING]
    for entry in case.of_kind[Kind.WONEN]:
        if not entry.person_ids or focus.intersection(entry.person_ids):
            yield entry
    yield from (entry for entry in case.of_kind[Kind.GEBEURTENIS] if _BIRTH.search(entry.title))


def _apart(entries: Iterable[Entry], start: int, case: Case) -> list[Entry]:
    """Those within the life that are far enough from its begin and from each other, in order of time; the first named
    go first."""
    kept: list[Entry] = []
    for entry in entries:
        days, taken = case.bounds[entry.id], [start, *(case.bounds[other.id].start_min for other in kept)]
        is_within = start < days.start_min <= case.reference.toordinal()
        if not is_within or days.start_max - days.start_min >= WIDEST:
            continue
        if all(abs(days.start_min - day) >= LEAST_APART for day in taken):
            kept.append(entry)
    return sorted(kept, key=lambda entry: case.bounds[entry.id].start_min)


def _fewer(borders: list[Entry], start: int, case: Case) -> list[Entry]:
    """So few that there are not too many phases: what made the shortest one goes, until they are few enough."""
    kept = list(borders)
    while len(kept) >= MOST_PHASES:
        days = [start, *(case.bounds[entry.id].start_min for entry in kept)]
        lengths = [after - before for before, after in pairwise(days)]
        del kept[lengths.index(min(lengths))]
    return kept


def _proposal(case: Case, entry: Entry) -> Proposal:
    days = case.bounds[entry.id]
    is_sure = days.start_min == days.start_max
    return Proposal(date.fromordinal(days.start_min), _name(entry, "Na", "Sinds"), entry.id, is_sure)


def _name(entry: Entry, before_noun: str, before_sentence: str) -> str:
    """A name from the words of an entry: "Na de scheiding", "Na verhuizing naar Almere", "Sinds: Oma overlijdt"."""
    title = " ".join(re.split(r"[,;(]", entry.title)[0].split()) or entry.schakelmoment or entry.kind.label
    word, _, rest = title.partition(" ")
    word = word.casefold()
    if word not in _NOUNS:
        return _short(f"{before_sentence}: {title}")
    return _short(f"{before_noun} {word} {rest}" if rest else f"{before_noun} {_NOUNS[word]} {word}")


def _short(name: str) -> str:
    """At most so long that it stands in a band, cut between words."""
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(" .,:") + " …"
