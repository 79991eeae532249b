"""Rows of an agency's own table become entries: its words, its columns, and its name for what it did.

The rule: nothing that stands in a row is lost, and every entry says in which row of which table it stood. A word for a
kind that nobody knows refuses no row: it stays in the notes, and the row is of the kind that its table is set to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tijdlijn.exchange.cells import names_in, party_in
from tijdlijn.exchange.entries_in import EntryReader
from tijdlijn.exchange.grids import Row
from tijdlijn.exchange.settings import MET, TIME, TableSettings
from tijdlijn.language import lexicon
from tijdlijn.language.folding import squeezed
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.vocabulary import Kind, Sector, Shape, Voice

_BEGINS = (Kind.UITHUISPLAATSING, Kind.MAATREGEL)
MAX_TITLE = 90
"""Characters: a longer title becomes its first sentence, and the whole stands in the details."""

_AT = r"(?:om\s+)?(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s*(?:uur|u))?"
_TIME = re.compile(rf"\s*{_AT}.*", re.IGNORECASE | re.DOTALL)
_DATE_AND_TIME = re.compile(rf"(.*\d{{4}})(?:T|,?\s+){_AT}\s*", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_SENTENCE = re.compile(r"[^\n]*?[.!?](?=\s|$)|[^\n]+")


@dataclass
class AgencyReader(EntryReader):
    """Reads the rows of a table as its settings say. `minutes` are times of day by entry id."""

    settings: TableSettings = field(default_factory=TableSettings)
    minutes: dict[str, int] = field(default_factory=dict)

    def read(self, row: Row, order: float) -> Entry | None:
        entry = super().read(row, order)
        clock = minute_of(self._said(row).get(TIME, "")) if entry else None
        if entry is not None and clock is not None:
            self.minutes[entry.id] = clock
        return entry

    def _said(self, row: Row) -> dict[str, str]:
        values = super()._said(row)
        for column in ("date", "end"):
            self._split_time(values, column)
            if self.settings.is_month_first and column in values:
                values[column] = _MONTH_FIRST.sub(r"\3-\1-\4", values[column])
        title, details = squeezed(values.get("title", "")), values.get("details", "")
        if len(title) > MAX_TITLE or (not title and details):
            whole = values.get("title", "") or details
            values["title"] = headline(whole)
            more = [text for text in (whole, details) if text.rstrip(".") != values["title"]]
            values["details"] = "\n".join(dict.fromkeys(filter(None, more)))
        return values

    @staticmethod
    def _split_time(values: dict[str, str], column: str) -> None:
        match = _DATE_AND_TIME.fullmatch(values.get(column, ""))
        if match and int(match[2]) < 24:
            values[column] = match[1]
            values.setdefault(TIME, f"{match[2]}:{match[3]}")

    def _kind_reader(self) -> Callable[[str], Kind]:
        return lambda text: lexicon.kind_of(text) or _guessed(text, False) or self.settings.kind

    def _kind_unsaid(self, told: Mapping[str, str]) -> Kind:
        if "kind" in self.table.fields:
            return self.settings.kind
        is_period = bool(told.get("end")) or "/" in told.get("date", "").replace("-", "")
        return _guessed(told.get("title", ""), is_period) or self.settings.kind

    def _voice_unsaid(self) -> Voice:
        return self.settings.voice

    def _related(self, row: Row, values: Mapping[str, str]) -> dict[str, Any]:
        agency = self._agency
        parties = self.register.parties_named(values.get("parties", "")) or agency
        met = self._met(values.get(MET, ""))
        persons = self._persons(values.get("persons", ""))
        notes = [*self._notes(row, values, not persons), self._in_words(values, met)]
        return {
            "id": self.make_id(),
            "person_ids": tuple(dict.fromkeys((*persons, *met.persons))),
            "party_ids": tuple(dict.fromkeys((*parties, *met.parties))),
            "worker_ids": tuple(
                dict.fromkeys((*self.register.workers_named(values.get("worker", ""), agency or parties), *met.workers))
            ),
            "citations": (*self._citations(values), *self._row_citation(row)),
            "notes": "\n".join(filter(None, notes)),
        }

    @cached_property
    def _agency(self) -> tuple[str, ...]:
        return (self.register.party_id(*agency_named(self.settings)),) if self.settings.agency else ()

    def _persons(self, cell: str) -> tuple[str, ...]:
        """As `persons_named`, but `Noor` is the one Noor that is known, and so is `Noor Terpstra`."""
        names = [self.register.same_person(name) or name for name in names_in(cell)]
        return self.register.persons_named("; ".join(f'"{name}"' for name in names)) if names else ()

    def _met(self, cell: str) -> _Met:
        met = _Met()
        for name in names_in(cell):
            persons = self.register.family_named(self.register.same_person(name) or name)
            worker = self.register.find_worker(name)
            bare, sector = party_in(name)
            if persons:
                met.persons += persons
            elif worker:
                met.workers += (worker.id,)
                met.parties += (worker.party_id,) if worker.party_id else ()
            elif only := self.register.only_of(bare):
                met.parties += (only,)
            elif sector or lexicon.guess_sector(bare) or self.register.knows_party(bare):
                met.parties += (self.register.party_id(bare, sector),)
            else:
                met.is_whole = False
        return met

    def _in_words(self, values: Mapping[str, str], met: _Met) -> str:
        """With whom it was, as the row says it, when not everybody of them is known."""
        return "" if met.is_whole else f"{self.table.column(MET)}: {values[MET]}"

    def _row_citation(self, row: Row) -> Iterator[Citation]:
        """Where it stood: every entry rests on its row, also when the row names where it has it from."""
        if self.settings.source:
            id_ = self.register.source_id(self.settings.source, self.settings.agency)
            yield Citation(id_, f"rij {row.number}")

    def _notes(self, row: Row, values: Mapping[str, str], of_all: bool) -> Iterator[str]:
        yield from super()._notes(row, values, of_all)
        if TIME in values and TIME not in self.table.fields:
            yield f"tijd: {values[TIME]}"


@dataclass
class _Met:
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    is_whole: bool = True


def headline(text: str) -> str:
    """The first sentence of a text as a title, cut at a word where it is longer than a title can be."""
    match = _SENTENCE.search(text)
    first = squeezed(match[0] if match else text).rstrip(".")
    if len(first) <= MAX_TITLE:
        return first
    return f"{first[: MAX_TITLE - 1].rsplit(' ', 1)[0].rstrip(' ,;:-')}…"


def minute_of(text: str) -> int | None:
    """The minute of the day that a time says, or the first of two; None when it says none."""
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return int(match[1]) * 60 + int(match[2])


def _guessed(text: str, is_period: bool) -> Kind | None:
    """The kind that a text tells of. On one day nothing begins that goes on for nobody knows how long, except what a
    judge or a placement begins."""
    kind = lexicon.guess_kind(text)
    lasts = kind is not None and kind.shape is Shape.SPAN and kind not in _BEGINS
    return None if lasts and not is_period else kind


def agency_named(settings: TableSettings) -> tuple[str, Sector | None]:
    """The name of the agency and, where that was said, its sector."""
    name, sector = party_in(squeezed(settings.agency))
    return name, settings.sector or sector
