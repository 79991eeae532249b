"""Which entries belong together: the links that somebody drew, and those that follow from the dossier itself.

What follows is computed and never kept. The rule: a false link costs trust, so a link is given only where the dates
and the names leave one answer, and each says in a sentence why it is there. What a link says is no more than that:
the actions of a snelkookpan came before a placement, nobody computes that they caused it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from tijdlijn.analysis.accounts import sources_differ
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.analysis.placements import children_of
from tijdlijn.analysis.requests import find_answers
from tijdlijn.analysis.shared_words import SharedWords
from tijdlijn.analysis.snelkookpan import LEADS_TO_DAYS, find_pressure
from tijdlijn.analysis.wording import duration, period
from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.links import LinkKind
from tijdlijn.model.vocabulary import Kind

NEXT_DAYS = 7
"""Within how many days after the end of one the next begins that takes its place."""
NEAR_DAYS = 45
"""How far the end and the begin may lie from an overdracht, and the begin of help from the end of waiting for it."""
GRANTED_DAYS = 92
"""Within how many days after its begin a beschikking is used."""
VAGUE_DAYS = 31
"""A date that is vaguer than this joins nothing: a month is the vaguest."""

_BACKWARDS = {
    "leidt tot": "komt voort uit",
    "vervangen door": "kwam in de plaats van",
    "overgedragen aan": "overgenomen van",
    "gevolgd door": "volgt op",
    "ging vooraf aan": "kwam na",
    "kent toe": "toegekend met",
}
DIFFERS = "bronnen verschillen"
"""The words between two accounts of one event."""
CARE = (Kind.INTERVENTIE, Kind.BEMOEIENIS)
GRANTED = (Kind.INTERVENTIE, Kind.UITHUISPLAATSING)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as it is shown. `words` stand between its ends ("vervangen door"), in the order of time.

    `reason` says why a computed one is there, and is empty for one that somebody drew. `via` is the entry that tells
    of it, when that is neither of its ends.
    """

    id: str
    kind: LinkKind
    from_id: str
    to_id: str
    words: str
    reason: str = ""
    via: str = ""

    @property
    def is_computed(self) -> bool:
        """Whether nobody drew it."""
        return bool(self.reason)

    @property
    def about(self) -> tuple[str, ...]:
        """The entries with which it is shown."""
        return (self.from_id, self.to_id, self.via) if self.via else (self.from_id, self.to_id)

    def words_from(self, id_: str) -> str:
        """What it says when it is read from one of its entries."""
        return _BACKWARDS.get(self.words, self.words) if id_ == self.to_id else self.words

    def other_end(self, id_: str) -> str:
        """Where it leads from one of its entries."""
        return self.from_id if id_ == self.to_id else self.to_id


class Ties:
    """The links of a case by entry, made once for a snapshot; `found` are the computed ones."""

    def __init__(self, case: Case, found: Iterable[Tie]) -> None:
        self.case = case
        drawn = [
            Tie(link.id, link.kind, link.from_id, link.to_id, link.kind.label)
            for link in case.links
            if link.kind.is_drawn or link.kind is LinkKind.IN_SCENARIO
        ]
        self._of: dict[str, list[Tie]] = {}
        for tie in (*drawn, *found):
            for id_ in tie.about:
                self._of.setdefault(id_, []).append(tie)

    def of(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The links of some entries, each once; those that somebody drew come first."""
        found = {tie.id: tie for id_ in ids for tie in self._of.get(id_, ())}
        return tuple(sorted(found.values(), key=lambda tie: tie.is_computed))


def find_links(case: Case) -> tuple[Tie, ...]:
    """The links that follow from the dossier, one for each pair of entries at most; none where one was drawn."""
    taken = {(link.from_id, link.to_id) for link in case.links if link.kind.is_drawn}
    found: list[Tie] = []
    for tie in (*_accounts(case), *_answers(case), *_placements(case), *_Around(case).ties(), *_pressure(case)):
        pair = (tie.from_id, tie.to_id)
        if pair not in taken and tie.from_id != tie.to_id:
            taken.add(pair)
            found.append(tie)
    return tuple(found)


def _tie(kind: LinkKind, first: str, second: str, words: str, reason: str, via: str = "") -> Tie:
    return Tie(f"berekend:{first}:{second}", kind, first, second, words, reason, via)


def _accounts(case: Case) -> Iterator[Tie]:
    """Between two accounts of one event that exclude each other."""
    for pair in find_contradictions(case):
        yield _tie(LinkKind.GEVOLGD_BOVEN, pair.first_id, pair.second_id, DIFFERS, sources_differ(case, pair))


def _pressure(case: Case) -> Iterator[Tie]:
    """From the actions of a sure snelkookpan to the placement that it leads to: those that surely came before it, and
    a besluit of the same day."""
    for pan in find_pressure(case).clusters:
        if pan.status is not Status.ZEKER or pan.placement_id is None:
            continue
        placed = case.bounds[pan.placement_id]
        if placed.start_max > (pan.end + timedelta(LEADS_TO_DAYS)).toordinal():
            continue
        reason = (
            f"Hoort bij een snelkookpan van {pan.actions} acties van {pan.parties} partijen, "
            f"{period(pan.start, pan.end)}. Uiterlijk {LEADS_TO_DAYS} dagen na de laatste begon de uithuisplaatsing."
        )
        for id_ in pan.entry_ids:
            is_besluit = case.entries_by_id[id_].kind is Kind.BESLUIT
            if case.bounds[id_].start_max < placed.start_min + is_besluit:
                yield _tie(LinkKind.LEIDT_TOT, id_, pan.placement_id, "ging vooraf aan", reason)


def _answers(case: Case) -> Iterator[Tie]:
    """From a hulpvraag to its answer (design 2), when that surely came after it."""
    for answer in find_answers(case):
        if answer.status is Status.ZEKER and answer.answer_id and answer.days:
            after = f"na {duration(answer.days)}" if answer.days[1] else "nog dezelfde dag"
            reason = f"De eerste hulp die na deze hulpvraag begon: {after}."
            yield _tie(LinkKind.LEIDT_TOT, answer.request_id, answer.answer_id, "gevolgd door", reason)


def _placements(case: Case) -> Iterator[Tie]:
    """From each placement to the one of the same child that begins where it ends."""
    placed: dict[str | None, list[Entry]] = {}
    for entry in case.actual:
        if entry.kind is Kind.UITHUISPLAATSING:
            for child in children_of(case, entry):
                placed.setdefault(child, []).append(entry)
    for child, entries in placed.items():
        beginning = _Beginnings(case, entries)
        name = case.persons_by_id[child].name if child else "Het kind"
        for entry in entries:
            bounds = case.bounds[entry.id]
            if not _ends(bounds):
                continue
            after = beginning.near(bounds.end_min, bounds.end_max, NEXT_DAYS, entry.id)
            after = [other for other in after if case.bounds[other.id].start_min > bounds.start_max]
            if len(after) == 1:
                reason = f"{name} ging van de ene plek naar de andere: deze begint waar de vorige eindigt."
                yield _tie(LinkKind.VERVANGEN_DOOR, entry.id, after[0].id, "vervangen door", reason)


def _ends(bounds: Bounds) -> bool:
    """Whether a period has an end that is known to the month."""
    is_known = bounds.is_span and not (bounds.open_end or bounds.unknown_end)
    return is_known and bounds.end_max - bounds.end_min <= VAGUE_DAYS


def _concerns(first: Entry, second: Entry) -> bool:
    """Whether two entries may be about the same person: they share one, or either names none."""
    return not (first.person_ids and second.person_ids) or not set(first.person_ids).isdisjoint(second.person_ids)


class _Beginnings:
    """Entries whose begin is known to the month, by that begin."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        self._bounds = case.bounds
        self._entries = [e for e in entries if _spread(case.bounds[e.id]) <= VAGUE_DAYS]
        self._entries.sort(key=lambda entry: case.bounds[entry.id].start_min)
        self._starts = [case.bounds[entry.id].start_min for entry in self._entries]

    def near(self, first: int, last: int, days: int, without: str = "") -> list[Entry]:
        """Those that possibly begin from `days` before `first` to `days` after `last`."""
        low = bisect_left(self._starts, first - days - VAGUE_DAYS)
        high = bisect_right(self._starts, last + days)
        return [e for e in self._entries[low:high] if self._bounds[e.id].start_max >= first - days and e.id != without]


class _Endings:
    """Periods whose end is known to the month, by that end."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        self._bounds = case.bounds
        self._entries = [entry for entry in entries if _ends(case.bounds[entry.id])]
        self._entries.sort(key=lambda entry: case.bounds[entry.id].end_min)
        self._ends = [case.bounds[entry.id].end_min for entry in self._entries]

    def near(self, first: int, last: int, days: int) -> list[Entry]:
        """Those that possibly end from `days` before `first` to `days` after `last`."""
        low = bisect_left(self._ends, first - days - VAGUE_DAYS)
        high = bisect_right(self._ends, last + days)
        return [e for e in self._entries[low:high] if self._bounds[e.id].end_max >= first - days]


def _spread(bounds: Bounds) -> int:
    return bounds.start_max - bounds.start_min


class _Around:
    """Help by its begin and its end: what a wachttijd, a beschikking and an overdracht are held against."""

    def __init__(self, case: Case) -> None:
        self._case = case
        care = [entry for entry in case.actual if entry.kind in CARE]
        self._begins = _Beginnings(case, care)
        self._ends = _Endings(case, care)
        self._granted = _Beginnings(case, (entry for entry in case.actual if entry.kind in GRANTED))
        self._words = SharedWords(case)

    def ties(self) -> Iterator[Tie]:
        """All links from and around these."""
        for entry in self._case.actual:
            bounds = self._case.bounds[entry.id]
            if entry.kind is Kind.WACHTTIJD and _ends(bounds):
                yield from self._waited(entry, bounds)
            elif entry.kind is Kind.BESCHIKKING and _spread(bounds) <= VAGUE_DAYS:
                yield from self._allowed(entry, bounds)
            elif entry.kind is Kind.OVERDRACHT and _spread(bounds) <= VAGUE_DAYS:
                yield from self._handed_over(entry, bounds)

    def _waited(self, wait: Entry, bounds: Bounds) -> Iterator[Tie]:
        """To the one help that begins when the waiting ends, of the same party or with the same name."""
        near = self._begins.near(bounds.end_min, bounds.end_max, NEAR_DAYS)
        near = [e for e in near if _concerns(wait, e) and self._case.bounds[e.id].start_min > bounds.start_max]
        same = [e for e in near if not set(wait.party_ids).isdisjoint(e.party_ids)]
        found = same if len(same) == 1 else [e for e in same or near if self._words.between(wait, e)]
        if len(found) == 1:
            why = "bij dezelfde partij" if same else "met dezelfde naam"
            reason = f"Toen het wachten ophield, begon deze hulp {why}."
            yield _tie(LinkKind.LEIDT_TOT, wait.id, found[0].id, "gevolgd door", reason)

    def _allowed(self, grant: Entry, bounds: Bounds) -> Iterator[Tie]:
        """To the one help that it names, and that begins in its first months."""
        near = self._granted.near(bounds.start_min, bounds.start_max, GRANTED_DAYS)
        last = max(bounds.end_max, bounds.start_max)
        near = [e for e in near if bounds.start_min - NEXT_DAYS <= self._case.bounds[e.id].start_min <= last]
        named = ((e, self._words.between(grant, e)) for e in near if _concerns(grant, e))
        found = [(e, word) for e, word in named if word]
        if len(found) == 1:
            help_, word = found[0]
            reason = f"De beschikking en de hulp noemen allebei '{word}', en de hulp begint als de beschikking ingaat."
            yield _tie(LinkKind.LEIDT_TOT, grant.id, help_.id, "kent toe", reason)

    def _handed_over(self, over: Entry, bounds: Bounds) -> Iterator[Tie]:
        """From the one period that ends at it to the one that begins at it, of two parties that it names."""
        parties = set(over.party_ids)
        ended = self._ends.near(bounds.start_min, bounds.start_max, NEAR_DAYS)
        ended = [e for e in ended if parties.intersection(e.party_ids) and _concerns(over, e)]
        begun = self._begins.near(bounds.start_min, bounds.start_max, NEAR_DAYS)
        begun = [e for e in begun if parties.intersection(e.party_ids) and _concerns(over, e)]
        if len(ended) != 1 or len(begun) != 1 or set(ended[0].party_ids) & set(begun[0].party_ids):
            return
        if self._case.bounds[begun[0].id].start_min <= self._case.bounds[ended[0].id].start_max:
            return
        names = self._case.parties_by_id
        giver = next(names[id_].name for id_ in ended[0].party_ids if id_ in parties)
        taker = next(names[id_].name for id_ in begun[0].party_ids if id_ in parties)
        reason = f"Bij de overdracht ({shown(over.date)}): bij {giver} houdt het op, bij {taker} begint het."
        yield _tie(LinkKind.OVERGEDRAGEN_AAN, ended[0].id, begun[0].id, "overgedragen aan", reason, over.id)
