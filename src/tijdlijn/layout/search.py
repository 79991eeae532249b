"""Search: which entries hold every word that is typed, whatever its case or accents."""

from __future__ import annotations

from collections.abc import Iterator

from tijdlijn.language.dates_nl import shown
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry


class SearchIndex:
    """The folded words of one snapshot; made once, asked at every key."""

    def __init__(self, case: Case) -> None:
        self._texts = [(entry.id, fold(" ".join(_texts(case, entry)))) for entry in case.timeline]

    def find(self, words: str) -> tuple[str, ...]:
        """Ids of the entries in which each word begins a word, in time order; none for an empty search."""
        wanted = [f" {word}" for word in fold(words).split()]
        if not wanted:
            return ()
        return tuple(id_ for id_, text in self._texts if all(word in f" {text}" for word in wanted))


def _texts(case: Case, entry: Entry) -> Iterator[str]:
    yield entry.title
    yield entry.kind.label
    yield shown(entry.date)
    yield from (entry.details, entry.goal, entry.outcome, entry.notes, entry.schakelmoment, entry.scenario)
    yield from (person.name for person in case.persons_of(entry))
    yield from (f"{party.name} {party.sector.label}" for party in case.parties_of(entry))
    yield from (worker.name for worker in case.workers_named(entry))
    yield from (f"{case.sources_by_id[c.source_id].title} {c.passage}" for c in entry.citations)
    yield " ".join(entry.domains)
