"""Rows of several agencies that tell the same event, to be put before a person.

The rule: only a proposal, with its reasons in words. Two rows are near when the days on which they can lie overlap and
they share something that tells what happened: telling words, one naming the other's agency, or a kind of which there
are few in a day. Where their days exclude each other they stay two rows, and are said to contradict each other. Rows of
one table are only held together when they say the same on the same day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tijdlijn.analysis.shared_words import SharedWords
from tijdlijn.language.folding import fold
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind, Sector

LIKELY, SURE = 0.5, 0.75
"""From which likeness (0 to 1) two rows are shown, and from which joining them is proposed."""
CLASH_DAYS = 31
"""Days that exclude each other by at most this much can be two accounts of one event."""
WIDEST = 366
"""Days: a row that can lie anywhere in more than a year is held beside none."""
_COMMON_WORDS = (
    "gesproken gebeld besproken aanwezig contact telefonisch overleg samen gedaan opnieuw gemaakt gekomen gegaan "
    "huisbezoek afspraak vertelt geweest blijkt volgens zonder hierover verder woning aanleiding incident"
)
_EMPTY = frozenset(_COMMON_WORDS.split())
"""Words that stand in every chronology, beside those of `shared_words`."""
_STEM = 5
_SHOWN = 3
_ALIKE = (
    frozenset({Kind.CONTACT, Kind.ACTIE, Kind.GEBEURTENIS}),
    frozenset({Kind.SIGNAAL, Kind.GEBEURTENIS, Kind.ACTIE, Kind.CONTACT}),
    frozenset({Kind.BESLUIT, Kind.MAATREGEL, Kind.BESCHIKKING, Kind.GEBEURTENIS}),
    frozenset({Kind.UITHUISPLAATSING, Kind.WONEN, Kind.MAATREGEL, Kind.BESLUIT, Kind.GEBEURTENIS}),
    frozenset({Kind.DIAGNOSE, Kind.GEBEURTENIS, Kind.ACTIE}),
)
"""Kinds that two agencies may give to one event."""
_DAILY = frozenset({Kind.CONTACT, Kind.ACTIE, Kind.GEBEURTENIS})
"""Kinds of which a day may well have two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one event, the earlier known or read first. `likeness` is from 0 to 1.

    `is_clash`: their days exclude each other. `reasons` say in Dutch what they have in common.
    """

    first_id: str
    second_id: str
    likeness: float
    reasons: tuple[str, ...]
    is_clash: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.first_id, self.second_id

    @property
    def is_sure(self) -> bool:
        """Whether joining them is proposed."""
        return self.likeness >= SURE and not self.is_clash


@dataclass(frozen=True, slots=True)
class _Told:
    """What of an entry is compared. `table` is -1 for an entry that was there already."""

    entry: Entry
    table: int
    days: Bounds
    words: frozenset[str]
    text: str


def find_doubles(case: Case, tables: Mapping[str, int]) -> tuple[Pair, ...]:
    """The pairs of a case as it would be after an import, most alike first; `tables` gives the table of each new
    entry by its id."""
    shared = SharedWords(case)
    told = [_told(entry, tables.get(entry.id, -1), case, shared) for entry in case.actual]
    told = sorted(filter(_is_narrow, told), key=lambda one: (one.days.start_min, one.table))
    often = Counter(word for one in told for word in one.words)
    common = {word for word, count in often.items() if count > max(6, len(told) // 8)}
    pairs = [pair for first, second in _near(told) if (pair := _pair(case, first, second, common))]
    return tuple(sorted(_best(pairs), key=lambda pair: (-pair.likeness, pair.key)))


def _told(entry: Entry, table: int, case: Case, shared: SharedWords) -> _Told:
    text = f"{entry.title} {entry.details[:400]}"
    return _Told(entry, table, case.bounds[entry.id], frozenset(shared.telling(text)) - _EMPTY, f" {fold(text)} ")


def _is_narrow(one: _Told) -> bool:
    return one.days.start_max - one.days.start_min <= WIDEST


def _near(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of which at least one is new, with beginnings that overlap or lie close together."""
    for at, first in enumerate(told):
        for other in told[at + 1 :]:
            if other.days.start_min > first.days.start_max + CLASH_DAYS:
                break
            if first.table >= 0 or other.table >= 0:
                yield (first, other) if first.table <= other.table else (other, first)


def _pair(case: Case, first: _Told, second: _Told, common: Collection[str]) -> Pair | None:
    apart = max(second.days.start_min - first.days.start_max, first.days.start_min - second.days.start_max)
    if first.entry.voice is not second.entry.voice or not _same_people(first.entry, second.entry):
        return None
    words = _shared(first.words, second.words)
    share = _weight(first, second, words, common)
    if first.table == second.table and first.table >= 0:
        return _twice(first, second, words) if share > 0.9 and apart <= 0 else None
    if apart > 0:
        is_clash = share >= 0.5 and len(words) > 1 and _is_rare_kind(first, second)
        return _made(first, second, 0.5 + share / 10, _word_reasons(words), is_clash=True) if is_clash else None
    crossed = _names_other(case, first, second)
    likeness, reasons = _likeness(first, second, share, crossed)
    if not (words or crossed or _is_rare(first, second)):
        return None
    return _made(first, second, likeness, (*reasons, *_word_reasons(words), *crossed)) if likeness >= LIKELY else None


def _likeness(first: _Told, second: _Told, share: float, crossed: Sequence[str]) -> tuple[float, tuple[str, ...]]:
    day, reasons = _day_share(first, second)
    kind = 0.2 if first.entry.kind is second.entry.kind else 0.1 if _may_be_one(first, second) else -0.1
    persons = 0.05 if set(first.entry.person_ids) & set(second.entry.person_ids) else 0.0
    told = max(share * 0.4, 0.2 if crossed else 0.0) + (0.1 if crossed and share else 0.0)
    if kind == 0.2:
        reasons = (*reasons, f"beide {first.entry.kind.label}")
    return min(1.0, max(0.0, day + kind + persons + told)), reasons


def _day_share(first: _Told, second: _Told) -> tuple[float, tuple[str, ...]]:
    spread = max(one.days.start_max - one.days.start_min for one in (first, second))
    if spread == 0:
        return 0.35, ("dezelfde dag",)
    return (0.25, ("de datums overlappen",)) if spread <= 31 else (0.1, ("de datums kunnen samenvallen",))


def _twice(first: _Told, second: _Told, words: Sequence[str]) -> Pair | None:
    same = first.entry.title == second.entry.title and first.entry.kind is second.entry.kind
    told = ("staat twee keer in dezelfde tabel", *_word_reasons(words))
    return _made(first, second, 0.9 if same else LIKELY, told) if same else None


def _made(first: _Told, second: _Told, likeness: float, reasons: Sequence[str], is_clash: bool = False) -> Pair:
    told = ("de datums sluiten elkaar uit", *reasons) if is_clash else tuple(reasons)
    return Pair(first.entry.id, second.entry.id, round(likeness, 3), told, is_clash)


def _same_people(first: Entry, second: Entry) -> bool:
    """Whether they can be about the same: one that names nobody can be about anybody."""
    return not first.person_ids or not second.person_ids or bool(set(first.person_ids) & set(second.person_ids))


def _may_be_one(first: _Told, second: _Told) -> bool:
    return any({first.entry.kind, second.entry.kind} <= group for group in _ALIKE)


def _is_rare_kind(first: _Told, second: _Told) -> bool:
    """Whether both are of one kind, and of one that is no mere contact."""
    return first.entry.kind is second.entry.kind and first.entry.kind not in (Kind.CONTACT, Kind.ACTIE)


def _is_rare(first: _Told, second: _Told) -> bool:
    exact = first.days.start_min == first.days.start_max == second.days.start_min == second.days.start_max
    return exact and first.entry.kind is second.entry.kind and first.entry.kind not in _DAILY


def _shared(first: Collection[str], second: Collection[str]) -> list[str]:
    """Words of the first that the second has too, alone or as a part: `melding` in `zorgmelding`."""
    return sorted((word for word in first if any(_alike(word, other) for other in second)), key=lambda w: (-len(w), w))


@lru_cache(maxsize=200_000)
def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    stem = short[: max(_STEM, len(short) - 2)]
    return len(short) >= _STEM and (long.startswith(stem) or long.endswith(short))


def _weight(first: _Told, second: _Told, words: Sequence[str], common: Collection[str]) -> float:
    """How much of what the shorter of two texts tells the other tells too; a word that is everywhere tells little."""
    fewest = min(len(first.words), len(second.words))
    told = sum(0.3 if word in common else 1.0 for word in words)
    return min(1.0, told / max(2, min(fewest, 5))) if fewest else 0.0


def _word_reasons(words: Sequence[str]) -> tuple[str, ...]:
    return (f"beide over {', '.join(words[:_SHOWN])}",) if words else ()


def _names_other(case: Case, first: _Told, second: _Told) -> tuple[str, ...]:
    """Where one tells of the other's agency, as `gebeld met school` does of what the school writes."""
    for one, other in ((first, second), (second, first)):
        own = set(one.entry.party_ids)
        for party in case.parties_of(other.entry):
            if party.id not in own and _is_named(party.name, party.sector, one.text):
                return (f"de ene noemt {party.name}",)
    return ()


def _is_named(name: str, sector: Sector, text: str) -> bool:
    if f" {fold(name)} " in text:
        return True
    return sector is not Sector.OVERIG and any(
        len(word) > 3 and guess_sector(word) is sector for word in text.replace(",", " ").replace(".", " ").split()
    )


def _best(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Of what can be held beside many, only what is most alike: a row is put before a person few times."""
    seen: Counter[str] = Counter()
    for pair in sorted(pairs, key=lambda pair: (-pair.likeness, pair.key)):
        if max(seen[pair.first_id], seen[pair.second_id]) < 3:
            seen.update(pair.key)
            yield pair
