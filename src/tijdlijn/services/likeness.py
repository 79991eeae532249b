"""Which entries may tell what a draft tells, and which contradict it: proposals for a person who decides.

The rule: to be likely the same, their days may not exclude each other, and something of what they say must be shared.
The more is shared, the earlier it is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tijdlijn.analysis.contradictions import KINDS, REACH_DAYS, find_contradictions
from tijdlijn.analysis.same_event import excludes, told
from tijdlijn.analysis.shared_words import SharedWords
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry

MOST = 3
"""Entries that are proposed, at most."""
_ENOUGH = 4.0
_NEAR_TITLE = 0.6
_SHORT, _LONG = 31, 366
_WORD = re.compile(r"[^\W_]{2,}")
_YEARS = 2 * 366
_STEM = 6
"""Letters of a word that are compared: "melding" and "meldingen" tell the same."""
_READ = 500
"""Characters of each text that are looked at."""


class Likeness:
    """Compares drafts with the entries of a case. `placed` are the stretches of one document that entries cite."""

    def __init__(self, case: Case, placed: Iterable[tuple[str, int, int]] = ()) -> None:
        self._case = case
        self._words = SharedWords(case)
        self._placed = tuple(placed)
        self._told: dict[str, frozenset[str]] = {}
        self._entries = [entry for entry in case.entries if not entry.scenario]

    def same(self, draft: Entry, passage: tuple[int, int]) -> tuple[str, ...]:
        """The entries that may tell the same, the likeliest first. `passage` is where the draft was found."""
        cited = {id_ for id_, start, end in self._placed if start < passage[1] and passage[0] < end}
        bounds = draft.bounds(self._case.reference)
        scored = (
            (score, entry)
            for entry in self._entries
            if (score := self._score(draft, bounds, entry, entry.id in cited)) >= _ENOUGH
        )
        best = sorted(scored, key=lambda pair: (-pair[0], pair[1].order, pair[1].id))
        return tuple(entry.id for _, entry in best[:MOST])

    def conflicting(self, draft: Entry) -> tuple[str, ...]:
        """The entries that tell the same event on days that exclude those of the draft, in order of time."""
        bounds = draft.bounds(self._case.reference)
        if bounds is None or draft.kind not in KINDS:
            return ()
        near = [entry for entry in self._case.of_kind[draft.kind] if self._is_near(entry, bounds)]
        if not near:
            return ()
        account = replace(self._case, entries=(*near, self._known(draft)), links=(), reflections=())
        pairs = find_contradictions(account)
        found = {pair.other(draft.id) for pair in pairs if draft.id in (pair.first_id, pair.second_id)}
        found.update(entry.id for entry in near if self._excludes(draft, bounds, entry))
        return tuple(entry.id for entry in near if entry.id in found)

    def _telling(self, entry: Entry) -> frozenset[str]:
        """How the telling words of an entry begin: its title, its details, and the passages that it cites."""
        found = self._told.get(entry.id)
        if found is None:
            texts = (entry.title, entry.details[:_READ], *(citation.passage[:_READ] for citation in entry.citations))
            words = self._words.telling(" ".join(texts))
            found = self._told[entry.id] = frozenset(word[:_STEM] for word in words)
        return found

    def _known(self, draft: Entry) -> Entry:
        """The draft without whom the case does not know yet."""
        return replace(
            draft,
            person_ids=tuple(id_ for id_ in draft.person_ids if id_ in self._case.persons_by_id),
            party_ids=tuple(id_ for id_ in draft.party_ids if id_ in self._case.parties_by_id),
            worker_ids=tuple(id_ for id_ in draft.worker_ids if id_ in self._case.workers_by_id),
        )

    def _is_near(self, entry: Entry, bounds: Bounds) -> bool:
        other = self._case.bounds[entry.id]
        return other.start_min <= bounds.start_max + _YEARS and bounds.start_min <= other.start_max + _YEARS

    def _excludes(self, draft: Entry, bounds: Bounds, entry: Entry) -> bool:
        """Whether another source tells what has a telling word in common at a time that excludes the draft's."""
        other = self._case.bounds[entry.id]
        apart = max(other.start_min - bounds.start_max, bounds.start_min - other.start_max)
        if not 0 < apart <= REACH_DAYS or other.is_span is not bounds.is_span:
            return False
        if bounds.is_span and not _overlap(_days(bounds), _days(other)):
            return False
        sources = [{citation.source_id for citation in one.citations} for one in (draft, entry)]
        if not sources[1] or not sources[0].isdisjoint(sources[1]) or excludes(told(draft.title), told(entry.title)):
            return False
        if _shared(draft.person_ids, entry.person_ids) is False or _shared(draft.party_ids, entry.party_ids) is False:
            return False
        return bool(self._words.between(draft, entry)) and _alike(draft.title, entry.title) >= _NEAR_TITLE / 2

    def _score(self, draft: Entry, bounds: Bounds | None, entry: Entry, is_cited: bool) -> float:
        days = _closeness(bounds, self._case.bounds.get(entry.id))
        if not days:
            return 0.0
        said = sum(self._said(draft, entry)) + (3.0 if is_cited else 0.0)
        return days + said + sum(_about(draft, entry)) if said > 0 else 0.0

    def _said(self, draft: Entry, entry: Entry) -> Iterator[float]:
        """What the two tell alike, and what the one tells that the other cannot mean."""
        alike = _alike(draft.title, entry.title)
        yield 3.0 if alike >= _NEAR_TITLE else 2.0 * alike
        shared = len(self._telling(draft) & self._telling(entry))
        yield min(1.0 + 0.5 * shared, 2.5) if shared else 0.0
        one, other = told(draft.title), told(entry.title)
        same_event = bool(one.event) and one.event == other.event
        if excludes(one, other):
            yield -6.0 if same_event else -2.0
        else:
            yield 2.0 if same_event else 0.0
        yield 1.0 if draft.schakelmoment and draft.schakelmoment == entry.schakelmoment else 0.0
        if draft.kind is entry.kind:
            yield 1.5 if _shared(draft.party_ids, entry.party_ids) else 0.5


def _about(draft: Entry, entry: Entry) -> Iterator[float]:
    """Whom the two concern."""
    for one, other, apart in (
        (draft.person_ids, entry.person_ids, -1.5),
        (draft.party_ids, entry.party_ids, -1.0),
        (draft.worker_ids, entry.worker_ids, 0.0),
    ):
        shared = _shared(one, other)
        yield 0.0 if shared is None else 0.5 if shared else apart
    yield 0.5 if draft.kind is entry.kind else 0.0


def _closeness(one: Bounds | None, other: Bounds | None) -> float:
    """How well the days fit: 0 when they exclude each other, up to 3 for the same day or the same begin."""
    if one is None or other is None:
        return 0.5
    begins = _overlap((one.start_min, one.start_max), (other.start_min, other.start_max))
    if not begins:
        either = one.is_span or other.is_span
        return 0.75 if either and _overlap(_days(one), _days(other)) else 0.0
    width = max(one.start_max, other.start_max) - min(one.start_min, other.start_min)
    return 3.0 if width == 0 else 2.0 if width <= _SHORT else 1.5 if width <= _LONG else 1.0


def _days(bounds: Bounds) -> tuple[int, int]:
    return bounds.start_min, max(bounds.end_max, bounds.start_max)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shared(one: Sequence[str], other: Sequence[str]) -> bool | None:
    return None if not (one and other) else not set(one).isdisjoint(other)


def _alike(one: str, other: str) -> float:
    """Which part of the words of the shorter title the other has too."""
    first, second = (frozenset(_WORD.findall(fold(title))) for title in (one, other))
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0
