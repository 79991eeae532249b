"""Search: which entries hold every word that is typed, whatever its case or accents, and where they hold it.

A word matches where it begins a word, so that a beginning is enough; what stands between words does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tijdlijn.language.dates_nl import shown
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

_WORD = re.compile(r"[^\W_]+")
_AROUND = 24
"""Characters of an excerpt before the word that was found."""


def words_in(query: str) -> tuple[str, ...]:
    """The words that are searched for, folded."""
    return tuple(dict.fromkeys(_WORD.findall(fold(query))))


def matches(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where any of the words begins a word of the text, as `[start, end)` of the characters that match."""
    found = []
    for match in _WORD.finditer(fold(text)):
        longest = max((len(word) for word in words if match[0].startswith(word)), default=0)
        if longest:
            found.append((match.start(), match.start() + longest))
    return tuple(found)


class SearchIndex:
    """The folded words of one snapshot; made once, asked at every key.

    `before` is the index of an earlier snapshot: what an entry said there is taken over where nothing of it changed.
    """

    def __init__(self, case: Case, before: SearchIndex | None = None) -> None:
        self._case = case
        kept = before._kept(case) if before else {}
        self._texts = [
            (entry.id, kept.get(id(entry)) or _indexed(" ".join(_texts(case, entry)))) for entry in case.timeline
        ]

    def _kept(self, case: Case) -> dict[int, str]:
        """The texts of entries that are the same object in both snapshots, by that object."""
        mine = self._case
        if (mine.persons, mine.parties, mine.workers, mine.sources) != (
            case.persons,
            case.parties,
            case.workers,
            case.sources,
        ):
            return {}
        known = mine.entries_by_id
        return {id(known[id_]): text for id_, text in self._texts}

    def find(self, query: str) -> tuple[str, ...]:
        """Ids of the entries in which each word begins a word, in time order; none for an empty search."""
        wanted = [f" {word}" for word in words_in(query)]
        if not wanted:
            return ()
        return tuple(id_ for id_, text in self._texts if all(word in text for word in wanted))


def excerpt(case: Case, entry: Entry, query: str) -> str:
    """The text beside title, kind and date that holds a word which those do not; empty when they hold all."""
    seen = f"{entry.title} {entry.kind.label} {shown(entry.date)}"
    missing = tuple(word for word in words_in(query) if not matches(seen, (word,)))
    if not missing:
        return ""
    for text in _texts(case, entry):
        places = matches(text, missing)
        if places and text != entry.title:
            return _clipped(text, places[0][0])
    return ""


def _clipped(text: str, place: int) -> str:
    """The text on one line, from a little before a place on."""
    if place <= _AROUND:
        return " ".join(text.split())
    start = text.find(" ", place - _AROUND) + 1
    return "…" + " ".join(text[min(start, place) if start else place :].split())


def _indexed(text: str) -> str:
    return " " + " ".join(_WORD.findall(fold(text)))


def _texts(case: Case, entry: Entry) -> Iterator[str]:
    yield entry.title
    yield entry.kind.label
    yield shown(entry.date)
    yield from (entry.details, entry.goal, entry.outcome, entry.unread_date)
    yield from (", ".join(filter(None, (person.name, person.role))) for person in case.persons_of(entry))
    yield from (f"{party.name} ({party.sector.label})" for party in case.parties_of(entry))
    yield from (worker.name for worker in case.workers_named(entry))
    yield from (case.sources_by_id[citation.source_id].title for citation in entry.citations)
    yield from (citation.passage for citation in entry.citations)
    yield ", ".join(entry.domains)
    yield from (str(code) for code in (entry.kader, entry.form) if code)
    yield entry.payer.label if entry.payer else ""
    yield entry.cost_source
    yield from (entry.schakelmoment, entry.scenario, entry.notes)
