"""Entries that contradict each other: the same event from two sources with dates that exclude each other.

What is the same event cannot be read from a table for sure, so the rule is narrow and made of what the entries say:
a gebeurtenis, diagnose, besluit or overdracht that is a moment; of the same kind; about the same persons as far as
both name any; with titles of the same words, where what stands between brackets ("volgens moeder"), small words and
dates do not count and a word for a once-only event stands for that event ("uit elkaar", "scheiding"); resting on
different sources or told in different voices; and at most 183 days apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

REACH_DAYS = 183
KINDS = frozenset({Kind.GEBEURTENIS, Kind.DIAGNOSE, Kind.BESLUIT, Kind.OVERDRACHT})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two accounts of what seems one event; `days` lie at least between their dates."""

    first_id: str
    second_id: str
    days: int


def find_contradictions(case: Case) -> tuple[Contradiction, ...]:
    """Pairs of accounts that exclude each other, each account with the next one in time."""
    accounts: dict[tuple[Kind, frozenset[str]], list[Entry]] = {}
    for entry in case.actual:
        if entry.kind in KINDS and not case.bounds[entry.id].is_span and (event := _event(entry)):
            accounts.setdefault((entry.kind, event), []).append(entry)
    return tuple(found for told in accounts.values() if len(told) > 1 for found in _pairs(case, told))


def _pairs(case: Case, told: list[Entry]) -> Iterator[Contradiction]:
    """Each account with the next that excludes it: of three accounts the first and last differ through the second."""
    for index, first in enumerate(told):
        latest = case.bounds[first.id].start_max
        for second in told[index + 1 :]:
            apart = case.bounds[second.id].start_min - latest
            if apart > REACH_DAYS:
                break
            if apart > 0 and _other_account(first, second) and _same_persons(first, second):
                yield Contradiction(first.id, second.id, apart)
                break


def _other_account(first: Entry, second: Entry) -> bool:
    if first.voice is not second.voice:
        return True
    sources, others = ({citation.source_id for citation in entry.citations} for entry in (first, second))
    return bool(sources and others) and sources.isdisjoint(others)


def _same_persons(first: Entry, second: Entry) -> bool:
    return not first.person_ids or not second.person_ids or not set(first.person_ids).isdisjoint(second.person_ids)


_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATED = re.compile(rf"\([^()]*\)|\b(?:\d{{1,2}} )?(?:{_MONTHS})\b|\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\d+|[^\W\d_]{2,}")
_SMALL_WORDS = """
aan als bij dat de den der die dit door een en er hem het heeft hij hun haar in is met na naar nu of om op over per te
ten ter tot uit van volgens voor was werd wordt ze zich zij zijn
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_EVENTS = {
    "overlijden": ("overleden", "overlijdt", "overleed", "gestorven", "sterft", "dood"),
    "geboorte": ("geboren",),
    "verhuizing": ("verhuisd", "verhuist", "verhuizen"),
    "detentie": ("gedetineerd", "gevangenis", "vastgezeten"),
    "echtscheiding": ("scheiding", "gescheiden", "scheiden", "elkaar"),
}
_SAME = {word: event for event, words in _EVENTS.items() for word in words}
_DIVORCE = "echtscheiding"
_STEPS = frozenset({"verzoek", "ingediend", "aangevraagd", "uitgesproken", "ingeschreven", "advocaat"})


@lru_cache(maxsize=32_768)
def _words(title: str) -> frozenset[str]:
    """What the title says happened, as a set of words; a divorce is one event however it is put."""
    plain = unicodedata.normalize("NFKD", _DATED.sub(" ", title).lower()).encode("ascii", "ignore").decode()
    words = frozenset(_SAME.get(word, word) for word in _WORD.findall(plain)) - _SMALL
    if _DIVORCE in words and words.isdisjoint(_STEPS):
        return frozenset({_DIVORCE})
    return words


def _event(entry: Entry) -> frozenset[str]:
    words = _words(entry.title)
    if entry.schakelmoment == _DIVORCE and words.isdisjoint(_STEPS):
        return frozenset({_DIVORCE})
    return words
