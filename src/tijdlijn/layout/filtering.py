"""Which entries a filter shows, and how many each choice of it would show.

What cannot be told apart from the definition of a filter:

- An entry of a scenario is shown by what it says, as any other. It is no anchor of a stretch around every placement or
  schakelmoment, for it did not happen; named itself it is.
- An entry is in a stretch of time when it possibly falls there for a day, so that nothing is left out that may belong
  to it. An undated entry is in none: it claims no day. It is counted among what is filtered away.
- What the case does not have (any more) asks nothing.

Entries are places in one whole number for each choice (bit i is the i-th entry), so that combining choices and counting
what is left costs next to nothing, also with 100,000 entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from itertools import compress
from typing import Any

from tijdlijn.layout.search import SearchIndex, words_in
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.views import EVERYTHING, UNNAMED, Around, Filter, known_filter
from tijdlijn.model.vocabulary import Kader, Kind, Sector, Voice


class Facet(StrEnum):
    """The sets of a filter; the value is the name of the field."""

    PERSONS = "person_ids"
    PARTIES = "party_ids"
    KINDS = "kinds"
    DOMAINS = "domains"
    KADERS = "kaders"
    SOURCES = "source_ids"
    SECTORS = "sectors"
    VOICES = "voices"

    def asked(self, chosen: Filter) -> frozenset[str]:
        """What a filter asks of it."""
        found: frozenset[str] = getattr(chosen, self.value)
        return found

    def put(self, chosen: Filter, values: Iterable[str]) -> Filter:
        """The filter that asks these values of it instead."""
        made = _CODES.get(self, str)
        asked: dict[str, Any] = {self.value: frozenset(made(value) for value in values)}
        return replace(chosen, **asked)


_CODES: Mapping[Facet, type[str]] = {
    Facet.KINDS: Kind,
    Facet.KADERS: Kader,
    Facet.SECTORS: Sector,
    Facet.VOICES: Voice,
}


_VALUES: Mapping[Facet, Callable[[Case, Entry], Iterable[str]]] = {
    Facet.PERSONS: lambda _, entry: entry.person_ids or (UNNAMED,),
    Facet.PARTIES: lambda _, entry: entry.party_ids or (UNNAMED,),
    Facet.KINDS: lambda _, entry: (entry.kind,),
    Facet.DOMAINS: lambda _, entry: entry.domains or (UNNAMED,),
    Facet.KADERS: lambda _, entry: (entry.kader,) if entry.kader else (),
    Facet.SOURCES: lambda _, entry: {citation.source_id for citation in entry.citations} or (UNNAMED,),
    Facet.SECTORS: lambda case, entry: {party.sector for party in case.parties_of(entry)},
    Facet.VOICES: lambda _, entry: (entry.voice,),
}


class FilterIndex:
    """One snapshot, ready to be filtered. `before` is that of an earlier snapshot, whose words are taken over."""

    def __init__(self, case: Case, before: FilterIndex | None = None) -> None:
        self.case = case
        self._before = before.__dict__.get("search") if before else None
        self._entries = case.entries
        self._all = (1 << len(self._entries)) - 1
        self._choices: dict[Facet, dict[str, int]] = {}
        self._stretches: dict[Around, int] = {}
        self._texts: dict[str, int] = {}

    @cached_property
    def search(self) -> SearchIndex:
        """The words of this snapshot."""
        before, self._before = self._before, None
        return SearchIndex(self.case, before)

    def asked(self, chosen: Filter) -> Filter:
        """What a filter asks of this snapshot: without what the case does not have, and without a text of no word."""
        known = known_filter(chosen, self.case)
        return known if words_in(known.text) else replace(known, text="")

    def shown(self, chosen: Filter) -> frozenset[str] | None:
        """The ids of the entries that a filter shows; None when it asks nothing."""
        asked = self.asked(chosen)
        return None if asked == EVERYTHING else frozenset(self._ids(self._mask(asked)))

    def counts(self, facet: Facet, chosen: Filter) -> Mapping[str, int]:
        """How many entries each choice of a set has among those that the rest of the filter shows."""
        rest = self._mask(facet.put(self.asked(chosen), ()))
        return {value: (mask & rest).bit_count() for value, mask in self._masks(facet).items()}

    def turns(self, chosen: Filter) -> int:
        """How many schakelmomenten there are among the entries that the rest of a filter shows."""
        return self._mask(replace(self.asked(chosen), turns=True)).bit_count()

    def anchors(self, around: Around) -> Sequence[Entry]:
        """The dated entries that a stretch of time is around."""
        if around.entry_ids:
            named = (self.case.entries_by_id.get(id_) for id_ in around.entry_ids)
            return tuple(entry for entry in named if entry and entry.date)
        return self._moments.get(None if around.turns else around.kind, ())

    @cached_property
    def _moments(self) -> Mapping[Kind | None, Sequence[Entry]]:
        """What happened by kind, in time order; under None the schakelmomenten."""
        found: dict[Kind | None, list[Entry]] = {}
        for entry in self.case.actual:
            found.setdefault(entry.kind, []).append(entry)
            if entry.schakelmoment:
                found.setdefault(None, []).append(entry)
        return found

    def _mask(self, asked: Filter) -> int:
        left = self._all
        for facet in Facet:
            if values := facet.asked(asked):
                masks, any_of = self._masks(facet), 0
                for value in values:
                    any_of |= masks.get(value, 0)
                left &= any_of
        if asked.turns:
            left &= self._turns
        if asked.text:
            left &= self._worded(asked.text)
        if asked.around:
            left &= self._around(asked.around)
        return left

    def _masks(self, facet: Facet) -> dict[str, int]:
        if facet not in self._choices:
            places: dict[str, list[int]] = {}
            for place, entry in enumerate(self._entries):
                for value in _VALUES[facet](self.case, entry):
                    places.setdefault(value, []).append(place)
            self._choices[facet] = {value: self._of(found) for value, found in places.items()}
        return self._choices[facet]

    @cached_property
    def _turns(self) -> int:
        return self._of(place for place, entry in enumerate(self._entries) if entry.schakelmoment)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.id: place for place, entry in enumerate(self._entries)}

    def _worded(self, text: str) -> int:
        if text not in self._texts:
            places = self._places
            self._texts[text] = self._of(places[id_] for id_ in self.search.find(text))
        return self._texts[text]

    def _around(self, around: Around) -> int:
        if around not in self._stretches:
            self._stretches[around] = self._of(self._within(self._days(around)))
        return self._stretches[around]

    def _days(self, around: Around) -> list[tuple[int, int]]:
        """The stretches as day numbers, in order and apart from each other."""
        bounds = self.case.bounds
        anchors = (bounds[entry.id] for entry in self.anchors(around))
        merged: list[tuple[int, int]] = []
        for first, last in sorted((b.start_min - around.before, b.start_max + around.after) for b in anchors):
            if merged and first <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(merged[-1][1], last)
            else:
                merged.append((first, last))
        return merged

    def _within(self, stretches: list[tuple[int, int]]) -> Iterable[int]:
        """The places of the entries that possibly fall in a stretch for a day."""
        bounds, lasts = self.case.bounds, [last for _, last in stretches]
        for id_, place in self._places.items():
            days = bounds.get(id_)
            if days is None:
                continue
            at = bisect_left(lasts, days.start_min)
            if at < len(lasts) and stretches[at][0] <= max(days.end_max, days.start_max):
                yield place

    def _of(self, places: Iterable[int]) -> int:
        bits = bytearray(len(self._entries) // 8 + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

    def _ids(self, mask: int) -> Iterable[str]:
        bits = map("1".__eq__, reversed(f"{mask:b}"))
        return (entry.id for entry in compress(self._entries, bits))


def shown(case: Case, chosen: Filter) -> frozenset[str] | None:
    """The ids of the entries that a filter shows; None when it asks nothing. Who asks more than once keeps an index."""
    return FilterIndex(case).shown(chosen)


def narrowed(case: Case, ids: frozenset[str] | None) -> Case:
    """The case with only these entries and the links between them; itself when `ids` is None.

    Persons, parties, sources and thresholds stay, so that what follows from it is about the same family.
    """
    return case if ids is None else case.with_entries(removed=(id_ for id_ in case.entries_by_id if id_ not in ids))
