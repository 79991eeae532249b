"""Rows of an entries table become entries.

The rule: a row is taken whole or not at all, and then every cell of it that is wrong is named. A cell that is empty
says nothing, not the opposite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from tijdlijn.exchange.cells import NOTHING, CellError, cents_in, code_by, domains_of, names_in, rate_in
from tijdlijn.exchange.columns import CITATION_COLUMNS, Table
from tijdlijn.exchange.date_columns import DateFault, date_of
from tijdlijn.exchange.grids import Row
from tijdlijn.exchange.refusals import Refusal
from tijdlijn.exchange.register import Register
from tijdlijn.language import lexicon
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.readings import DateContext
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.vocabulary import AimedAt, Helped, Kader, Kind, Payer, PlacementForm, Voice, Weight

Value = TypeVar("Value")

WRONG_WIDTH = "niet meer cellen dan de kop; zet een tekst met een scheidingsteken erin tussen aanhalingstekens"
NO_CONTENT = "een soort of een titel"
UNNAMED_SOURCE = "bron onbekend"


@dataclass
class EntryReader:
    """Reads the rows of one table. `keep_unread` keeps a date that cannot be read as words of an undated entry.

    `previous` is the date of the row before, on which "twee weken later" leans.
    """

    table: Table
    register: Register
    domains: tuple[str, ...]
    make_id: Callable[[], str]
    keep_unread: bool = False
    previous: UncertainDate | None = None
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, row: Row, order: float) -> Entry | None:
        """The entry of a row, or None when it was refused; then `refusals` says why."""
        before = len(self.refusals)
        values = self._said(row)
        self._check(row, values)
        dated = self._dated(row, values)
        plain = self._plain(row, values)
        if len(self.refusals) > before:
            return None
        self.previous = dated["date"] or self.previous
        return Entry(order=order, **dated, **plain, **self._related(row, values))

    def _said(self, row: Row) -> dict[str, str]:
        """What the row says, by column."""
        return self.table.values(row)

    def _kind_reader(self) -> Callable[[str], Kind]:
        return code_by(lexicon.kind_of, Kind)

    def _kind_unsaid(self, _values: Mapping[str, str]) -> Kind:
        return Kind.GEBEURTENIS

    def _voice_unsaid(self) -> Voice:
        return Voice.DOSSIER

    def _check(self, row: Row, values: Mapping[str, str]) -> None:
        if row.fault:
            self._refuse(row, "", "", f"de regel heeft {row.fault}")
        elif self.table.separator and len(row.cells) > len(self.table.header):
            self._refuse(row, "", "", f"verwacht: {WRONG_WIDTH}")
        elif not values.get("title") and values.get("kind", "-").lower() in NOTHING:
            self._refuse(row, "title", "", NO_CONTENT)

    def _dated(self, row: Row, values: Mapping[str, str]) -> dict[str, Any]:
        words = values.get("words", "")
        try:
            when = date_of(values, DateContext(previous=self.previous, birth=self._birth(values)))
        except DateFault as fault:
            if not (self.keep_unread and fault.unread):
                self._refuse(row, fault.column, values.get(fault.column, ""), str(fault))
            when, words = None, words or as_written(values)
        return {"date": when, "unread_date": "" if when else words}

    def _birth(self, values: Mapping[str, str]) -> UncertainDate | None:
        """The birth of the one person that a row names, on which "op zijn zevende" leans."""
        names = names_in(values.get("persons", ""))
        person = self.register.find_person(names[0]) if len(names) == 1 else None
        return person.birth if person else None

    def _plain(self, row: Row, values: Mapping[str, str]) -> dict[str, Any]:
        def cell(column: str, read: Callable[[str], Value], default: Value) -> Value:
            text = values.get(column, "")
            try:
                return read(text) if text and text.lower() not in NOTHING else default
            except CellError as error:
                self._refuse(row, column, text, str(error))
                return default

        no_domains: tuple[str, ...] = ()
        return {
            "kind": cell("kind", self._kind_reader(), self._kind_unsaid(values)),
            "title": squeezed(values.get("title", "")) or self._kind_words(values),
            "details": values.get("details", ""),
            "kader": cell("kader", code_by(lexicon.kader_of, Kader), None),
            "weight": cell("weight", code_by(lexicon.weight_of, Weight), None),
            "form": cell("form", code_by(lexicon.form_of, PlacementForm), None),
            "aimed_at": cell("aimed_at", code_by(lexicon.aimed_at_of, AimedAt), None),
            "domains": cell("domains", lambda text: domains_of(text, self.domains), no_domains),
            "schakelmoment": cell("schakelmoment", lexicon.schakelmoment_of, ""),
            "goal": values.get("goal", ""),
            "outcome": values.get("outcome", ""),
            "voice": cell("voice", code_by(lexicon.voice_of, Voice), self._voice_unsaid()),
            "helped": cell("helped", code_by(lexicon.helped_of, Helped), None),
            "cost_cents": cell("cost", cents_in, None),
            "rate": cell("rate", rate_in, None),
            "payer": cell("payer", code_by(lexicon.payer_of, Payer), None),
            "cost_source": values.get("cost_source", ""),
            "scenario": squeezed(values.get("scenario", "")),
        }

    def _related(self, row: Row, values: Mapping[str, str]) -> dict[str, Any]:
        parties = self.register.parties_named(values.get("parties", ""))
        persons = self.register.persons_named(values.get("persons", ""))
        return {
            "id": self.make_id(),
            "person_ids": persons,
            "party_ids": parties,
            "worker_ids": self.register.workers_named(values.get("worker", ""), parties),
            "citations": tuple(self._citations(values)),
            "notes": "\n".join(filter(None, self._notes(row, values, not persons))),
        }

    def _notes(self, row: Row, values: Mapping[str, str], of_all: bool) -> Iterator[str]:
        """What no field keeps: unknown columns, the word for a kind, and names that stood beside the whole family."""
        yield values.get("notes", "")
        yield from self.table.extras(row)
        words, title = self._kind_words(values), values.get("title", "")
        if words and title and fold(words) not in fold(title):
            yield f"{self.table.column('kind')}: {words}"
        persons = values.get("persons", "")
        if of_all and len(names_in(persons)) > 1:
            yield f"{self.table.column('persons')}: {persons}"

    @staticmethod
    def _kind_words(values: Mapping[str, str]) -> str:
        """What the kind is called in the row, when that is not one of its own names."""
        words = squeezed(values.get("kind", ""))
        return "" if lexicon.is_kind_code(words) or words.lower() in NOTHING else words

    def _citations(self, values: Mapping[str, str]) -> Iterator[Citation]:
        for number in self._citation_numbers:
            title, page, passage = (values.get(column + number, "") for column in CITATION_COLUMNS)
            if title or page or passage:
                yield Citation(self.register.source_id(title or UNNAMED_SOURCE), page, passage)

    @cached_property
    def _citation_numbers(self) -> tuple[str, ...]:
        """What stands behind `source`, `page` and `passage`: nothing, ` 2`, ` 3`, as far as the table goes."""
        numbered = {column.partition(" ")[2] for column in self.table.fields if column.startswith(CITATION_COLUMNS)}
        return tuple(f" {number}" if number else "" for number in sorted(numbered, key=lambda text: int(text or 1)))

    def _refuse(self, row: Row, column: str, value: str, expected: str) -> None:
        name = self.table.column(column) if column else ""
        self.refusals.append(Refusal(self.table, row, name, value, expected))


def as_written(values: Mapping[str, str]) -> str:
    """The words of a date that could not be read, as the row has them."""
    return " / ".join(filter(None, (values.get("date", ""), values.get("end", ""))))
