"""Entries that contradict each other: the same event from two sources with dates that exclude each other.

What is the same event cannot be read from a table for sure, so the rules are narrow, and a contradiction is always
told as possible. Two entries are taken for two accounts of one event when they are of the same kind; when their titles
tell the same known event ("uit elkaar", "scheiding") or have the same telling words, and name no other person, place
or step of it (`same_event`); when they concern the same persons as far as both name any; when they rest on different
sources or are told in different voices, and neither source tells the event on the other's day as well; and when they
are near enough in time: half a year, a year for what comes once in a life, a month for two decisions with a day.

Periods are accounts of one event when they run together for the greater part. Then their begins may exclude each
other, or their ends. What somebody decided about a pair (`LinkKind.is_verdict`) goes above all of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tijdlijn.analysis.same_event import BY_TYPE, ONCE, Told, excludes, told
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.links import LinkKind
from tijdlijn.model.vocabulary import Kind, Voice

REACH_DAYS = 183
ONCE_REACH_DAYS = 366
EXACT_REACH_DAYS = 31
"""For two decisions that are known to the day."""
MOMENTS = frozenset({Kind.GEBEURTENIS, Kind.DIAGNOSE, Kind.BESLUIT, Kind.OVERDRACHT})
SPANS = frozenset({Kind.GEBEURTENIS, Kind.UITHUISPLAATSING, Kind.MAATREGEL, Kind.INTERVENTIE, Kind.BEMOEIENIS})
KINDS = MOMENTS | SPANS
MOST_PAIRS = 5
"""Of one account with those after it: a word that hundreds of entries share is no event."""
_DECISIONS = frozenset({Kind.BESLUIT, Kind.OVERDRACHT})
_RECURRING_WORDS = (
    "mdo evaluatie evaluatiegesprek overleg gesprek huisbezoek intake ruzie incident incidenten conflict melding "
    "meldingen zorgmelding politiemelding schorsing geschorst verzuim schoolverzuim ziek contact rapport controle "
    "verjaardag vakantie kerst toets rapportgesprek zitting bezoek verlenging verlengd verlengt uitstel escalatie "
    "weggelopen wegloopt weglopen terugval mishandeling agressie groep klas schooljaar rapportage voortgang"
)
_RECURRING = frozenset(_RECURRING_WORDS.split())
"""Words of what comes again and again: two of them are two events."""
_BARE_WORDS = (
    "besluit overdracht verwijzing aanmelding aangemeld indicatie beschikking gebeurtenis start afsluiting "
    "plaatsing hulp hulpverlening behandeling begeleiding jeugdhulp gezin ambulante nieuwe school onderzoek "
    "uithuisplaatsing bemoeienis interventie maatregel betrokken wijkteam"
)
_BARE = frozenset(_BARE_WORDS.split())
"""Words that alone tell no event."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two accounts of what seems one event, in order of time; `days` lie at least between their dates.

    `followed_id` is the account that somebody chose to follow, empty when nobody did.
    """

    first_id: str
    second_id: str
    days: int
    followed_id: str = ""

    def other(self, id_: str) -> str:
        """The other account."""
        return self.first_id if id_ == self.second_id else self.second_id


@dataclass(frozen=True, slots=True)
class _Account:
    """An entry that tells an event, with all that it is compared by."""

    entry: Entry
    bounds: Bounds
    told: Told
    tellers: frozenset[str]


_Key = tuple[Kind, bool, object]


def find_contradictions(case: Case) -> tuple[Contradiction, ...]:
    """Pairs of accounts that exclude each other, in order of time, without those that somebody called two events."""
    verdicts = _verdicts(case)
    found = [
        Contradiction(first, second, days, verdicts.get(frozenset((first, second)), ""))
        for accounts in _by_event(case)
        for first, second, days in _pairs(accounts)
        if verdicts.get(frozenset((first, second))) != APART
    ]
    return tuple(sorted(found, key=lambda pair: case.bounds[pair.first_id].start_min))


APART = "apart"


def _verdicts(case: Case) -> Mapping[frozenset[str], str]:
    """By pair of entries: which of them is followed, or that they are two events."""
    return {
        frozenset((link.from_id, link.to_id)): link.from_id if link.kind is LinkKind.GEVOLGD_BOVEN else APART
        for link in case.links
        if link.kind.is_verdict
    }


def _by_event(case: Case) -> Iterator[list[_Account]]:
    """The accounts of each event that is told more than once, in order of time."""
    known = frozenset(part for person in case.persons for part in fold(person.name).split()[:1])
    same: dict[_Key, list[Entry]] = {}
    bounds = case.bounds
    for kind in Kind:
        if kind not in KINDS:
            continue
        for entry in case.of_kind[kind]:
            if not entry.citations and entry.voice is not Voice.GEZIN:
                continue
            is_span = bounds[entry.id].is_span
            if (is_span and kind not in SPANS) or not (key := _event(entry, told(entry.title), known)):
                continue
            same.setdefault((kind, is_span, key), []).append(entry)
    for entries in same.values():
        if len(entries) > 1:
            yield [_account(entry, bounds[entry.id], known) for entry in entries]


def _account(entry: Entry, bounds: Bounds, known: frozenset[str]) -> _Account:
    """An entry as an account; a known first name is a name also where its title begins with it."""
    said = told(entry.title)
    if not said.words.isdisjoint(known):
        said = replace(said, names=said.names | (said.words & known))
    return _Account(entry, bounds, said, _tellers(entry))


def _tellers(entry: Entry) -> frozenset[str]:
    """By whom it is told; empty when it rests on nothing. The family is another teller than the dossier."""
    if entry.voice is Voice.GEZIN:
        return frozenset({"gezin", *(f"gezin {citation.source_id}" for citation in entry.citations)})
    return frozenset([citation.source_id for citation in entry.citations])


def _event(entry: Entry, said: Told, known: frozenset[str]) -> object:
    """What makes entries of a kind accounts of the same event; None when that cannot be told."""
    event = said.event or (BY_TYPE.get(entry.schakelmoment, "") if not said.step else "")
    if event:
        return event
    words = said.words
    if not words.isdisjoint(known):
        words = words - known
    return words if words.isdisjoint(_RECURRING) and not words <= _BARE else None


def _pairs(accounts: Sequence[_Account]) -> Iterator[tuple[str, str, int]]:
    for index, first in enumerate(accounts):
        count = 0
        for second in accounts[index + 1 :]:
            if second.bounds.start_min - first.bounds.start_max > ONCE_REACH_DAYS or count == MOST_PAIRS:
                break
            days = _days_apart(first, second)
            if days and _same_event(first, second) and not _told_elsewhere(first, second, accounts):
                count += 1
                yield first.entry.id, second.entry.id, days


def _days_apart(first: _Account, second: _Account) -> int:
    """How far their dates exclude each other within reach; 0 when they do not."""
    one, other = first.bounds, second.bounds
    apart = other.start_min - one.start_max
    if one.is_span:
        if not _run_together(one, other):
            return 0
        if apart <= 0 and _ends(one) and _ends(other):
            apart = max(other.end_min - one.end_max, one.end_min - other.end_max)
    return apart if 0 < apart <= _reach(first, second) else 0


def _reach(first: _Account, second: _Account) -> int:
    if first.told.event in ONCE:
        return ONCE_REACH_DAYS
    exact = first.bounds.start_min == first.bounds.start_max and second.bounds.start_min == second.bounds.start_max
    return EXACT_REACH_DAYS if exact and first.entry.kind in _DECISIONS else REACH_DAYS


def _ends(bounds: Bounds) -> bool:
    return not (bounds.open_end or bounds.unknown_end)


def _run_together(one: Bounds, other: Bounds) -> bool:
    """Whether two periods may share more than half of the shorter one."""
    shared = min(one.end_max, other.end_max) - max(one.start_min, other.start_min) + 1
    shorter = min(bounds.end_max - bounds.start_min + 1 for bounds in (one, other))
    return shared * 2 > shorter


def _same_event(first: _Account, second: _Account) -> bool:
    one, other = first.entry, second.entry
    if first.tellers & second.tellers or excludes(first.told, second.told):
        return False
    persons = _shared(one.person_ids, other.person_ids)
    if persons is False or (first.bounds.is_span and _shared(one.party_ids, other.party_ids) is False):
        return False
    if first.told.event in ("", "scheiding", "verhuizing") or persons:
        return True
    return _says_whom(first.told, second.told)


def _says_whom(one: Told, other: Told) -> bool:
    """Whether both name the same one whom it happened to, or neither names any."""
    shared = (one.who & other.who) or (one.names & other.names)
    return bool(shared) or not (one.who or other.who or one.names or other.names)


def _shared(one: Sequence[str], other: Sequence[str]) -> bool | None:
    """Whether they have any in common; None when either names none."""
    return None if not (one and other) else not set(one).isdisjoint(other)


def _told_elsewhere(first: _Account, second: _Account, accounts: Sequence[_Account]) -> bool:
    """Whether one of the two tellers also tells the event on a day on which the other has it: then there are two."""
    for one, other in ((first, second), (second, first)):
        for third in accounts:
            if third is not other and third.tellers & other.tellers and _can_be_one_day(one.bounds, third.bounds):
                return True
    return False


def _can_be_one_day(one: Bounds, other: Bounds) -> bool:
    return one.start_min <= other.start_max and other.start_min <= one.start_max
