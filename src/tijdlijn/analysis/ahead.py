"""The life ahead (levensloopplanning, design 1, Two further methods): what is expected after the reference day.

Definitions. For every child in focus, and for another child of the family as far as its rule says so, each of
`ahead_rules.RULES` proposes an event; for every loose end (`expiring`) its end is proposed. A proposal lies in
`[first, last]`: as vague as what it rests on. It is **not** proposed when `last` is before the reference day, when the
person died, when somebody accepted it and the entry is still there, or when a line of kind `verwacht` says the same:
about the same person, at most `NEAR` days beside it, in words that the rule knows. What somebody dismissed is kept
apart, so that it can be taken back. It is `zeker` that it lies ahead when `first` is not before the reference day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.ahead_rules import BY_ID, RULES, Rule, expected_on, in_words_of_a_calendar
from tijdlijn.analysis.certainty import Status, status
from tijdlijn.analysis.expiring import Expiry, find_expiring
from tijdlijn.analysis.lives import died, is_child
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError, DatePoint, UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person
from tijdlijn.model.understanding import Uptake
from tijdlijn.model.vocabulary import Kind

NEAR = 92
NEAR_END = 31
"""Days beside a proposal within which a line on the timeline may say the same; beside the end of something fewer."""
END = "einde"
PROPOSED = "vooruit:"
"""What stands before the rule in the id of a proposal that is drawn as an entry."""
_ENDS = re.compile(r"eind|stop|loopt af|afloop|afgelopen|verleng|vervolg", re.IGNORECASE)
_TO_SECONDARY = "voortgezet"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One expected event, `when` as a date. `entry_id` is what ends, if anything.

    `rule_id` names it for good: its rule, what it is about and when that is, so that what somebody said of it no longer
    holds once the birth or the end date it rests on changes.
    """

    rule_id: str
    rule: str
    title: str
    when: UncertainDate
    first: date
    last: date
    why: str
    law: str
    status: Status
    person_ids: tuple[str, ...] = ()
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is proposed, what of it was dismissed, what runs out, and the ids of the lines that are expected already.

    All by their day. `planned` are the entries of kind `verwacht` that do not surely lie before the reference day.
    """

    proposals: tuple[Proposal, ...] = ()
    dismissed: tuple[Proposal, ...] = ()
    endings: tuple[Expiry, ...] = ()
    planned: tuple[str, ...] = ()


def find_ahead(case: Case) -> Ahead:
    """The life ahead of a case, from its reference day on."""
    endings = find_expiring(case)
    said = {one.rule_id: one for one in case.foreseen}
    known = _Known(case)
    open_, dismissed = [], []
    for proposal in sorted((*_of_lives(case), *_of_ends(case, endings)), key=_by_day):
        seen = said.get(proposal.rule_id)
        if seen is not None and seen.verdict is Uptake.DISMISSED:
            dismissed.append(proposal)
        elif not (seen and seen.entry_id in case.entries_by_id) and not known.says(proposal):
            open_.append(proposal)
    return Ahead(tuple(open_), tuple(dismissed), endings, _planned(case))


def entry_for(proposal: Proposal, id_: str, when: UncertainDate | None = None) -> Entry:
    """The line of the timeline that a proposal becomes, on its own day or another."""
    details = f"{proposal.why} ({proposal.law})"
    return Entry(id_, Kind.VERWACHT, proposal.title, when or proposal.when, 0.0, details, proposal.person_ids)


def subject_of(rule_id: str) -> str:
    """The id of the person or the entry that a proposal is about."""
    return rule_id.partition(":")[2].rpartition(":")[0]


def _by_day(proposal: Proposal) -> tuple[date, date, str]:
    return proposal.first, proposal.last, proposal.rule_id


def _planned(case: Case) -> tuple[str, ...]:
    reference = case.reference.toordinal()
    expected = (entry.id for entry in case.of_kind[Kind.VERWACHT])
    return tuple(id_ for id_ in expected if case.bounds[id_].last_day.toordinal() >= reference)


# Births


def _of_lives(case: Case) -> Iterator[Proposal]:
    dead = died(case)
    for person in case.persons:
        if person.birth is not None and person.id not in dead and is_child(case, person):
            for rule in RULES:
                if person.is_focus or rule.others:
                    yield from _by_rule(case, person, person.birth, rule)


def _by_rule(case: Case, person: Person, birth: UncertainDate, rule: Rule) -> Iterator[Proposal]:
    try:
        first, last = rule.days(birth)
    except DateError:
        return
    if last >= case.reference:
        yield Proposal(
            f"{rule.id}:{person.id}:{birth.edtf.replace(':', '')}",
            rule.id,
            rule.title.format(name=person.name),
            expected_on(birth, rule, (first, last)),
            first,
            last,
            rule.why.format(name=person.name),
            rule.law,
            status(first >= case.reference),
            (person.id,),
        )


# What runs out


def _of_ends(case: Case, endings: Iterable[Expiry]) -> Iterator[Proposal]:
    for one in endings:
        if one.first is None or one.last is None or not one.is_loose:
            continue
        entry = case.entries_by_id[one.entry_id]
        when = _end_date(entry, one)
        ends = "bij 18 jaar" if one.at_18 else "volgens de einddatum op de tijdlijn"
        yield Proposal(
            f"{END}:{entry.id}:{when.edtf.replace(':', '')}",
            END,
            _end_title(entry),
            when,
            one.first,
            one.last,
            f"Deze {entry.kind.label} eindigt {ends}, en er is niets bekend wat er zeker op volgt.",
            "Jeugdwet en Burgerlijk Wetboek" if entry.kind is Kind.MAATREGEL else "het besluit van de gemeente",
            one.status,
            entry.person_ids,
            entry.id,
        )


def _end_title(entry: Entry) -> str:
    """What ends, which names its kind when its own title does not."""
    title, kind = entry.title.strip(), entry.kind.label
    if not title:
        return f"Einde {kind}"
    return f"Einde: {title}" if title.casefold().startswith(kind) else f"Einde {kind}: {title}"


def _end_date(entry: Entry, one: Expiry) -> UncertainDate:
    assert one.first is not None
    assert one.last is not None
    end = entry.date.end if entry.date else None
    if isinstance(end, DatePoint) and (end.earliest, end.latest) == (one.first, one.last):
        return UncertainDate.parse(end.edtf)
    return in_words_of_a_calendar(one.first, one.last)


# What the timeline says already


class _Known:
    """The lines that say what will come, and the schools."""

    def __init__(self, case: Case) -> None:
        self._case = case
        expected = case.of_kind[Kind.VERWACHT]
        self._expected = expected
        self._starts = [case.bounds[entry.id].start_min for entry in expected]
        widths = (case.bounds[entry.id].start_max - case.bounds[entry.id].start_min for entry in expected)
        self._widest = max(widths, default=0)
        self._schools = case.of_kind[Kind.SCHOOL]

    def says(self, proposal: Proposal) -> bool:
        """Whether a line says the same as a proposal."""
        if proposal.rule == END:
            return any(_ENDS.search(entry.title) for entry in self._near(proposal, NEAR_END))
        said = BY_ID[proposal.rule].said
        if any(said.search(entry.title) for entry in self._near(proposal, NEAR)):
            return True
        return proposal.rule == _TO_SECONDARY and any(
            set(proposal.person_ids) <= set(entry.person_ids) and said.search(entry.title) for entry in self._schools
        )

    def _near(self, proposal: Proposal, days: int) -> Iterator[Entry]:
        """The expected lines about the same person, so many days beside a proposal at most."""
        first, last = proposal.first.toordinal() - days, proposal.last.toordinal() + days
        low, high = bisect_left(self._starts, first - self._widest), bisect_right(self._starts, last)
        for entry in self._expected[low:high]:
            if self._case.bounds[entry.id].start_max >= first and _same_people(entry, proposal):
                yield entry


def _same_people(entry: Entry, proposal: Proposal) -> bool:
    """Whether a line names the child of a birthday; of an end that it names one of the same, or one names nobody."""
    named, about = set(entry.person_ids), set(proposal.person_ids)
    if proposal.rule == END:
        return not named or not about or not named.isdisjoint(about)
    return about <= named
