"""Rows of a persons or a parties table become persons, parties and their professionals.

The rule: a table completes what is known of a name. What it says otherwise than the case is taken, and told in a
notice; an empty cell changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from tijdlijn.exchange.cells import CellError, code_by, yes_or_no
from tijdlijn.exchange.columns import Table
from tijdlijn.exchange.date_columns import EXPECTED
from tijdlijn.exchange.grids import Row
from tijdlijn.exchange.refusals import Refusal
from tijdlijn.exchange.register import Register
from tijdlijn.language import lexicon
from tijdlijn.language.dates_nl import is_unknown, read
from tijdlijn.language.folding import name_key
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import Sector

Value = TypeVar("Value")

_PERSON_FIELDS = {"role": "rol", "birth": "geboren", "pseudonym": "pseudoniem"}


@dataclass
class PeopleReader:
    """Reads the rows of one persons or parties table into the register."""

    table: Table
    register: Register
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def read_person(self, row: Row) -> bool:
        """Whether the person of this row was taken; if not, `refusals` says why."""
        values = self._named(row)
        if values is None:
            return False
        before = len(self.refusals)
        told: dict[str, Any] = {
            "role": values.get("role", ""),
            "birth": self._cell(row, values, "birth", _birth),
            "is_focus": self._cell(row, values, "focus", yes_or_no),
            "pseudonym": values.get("pseudonym", ""),
        }
        if len(self.refusals) > before:
            return False
        known = self.register.find_person(values["name"])
        person = known or self.register.new_person(values["name"])
        self._tell(row, known, told)
        said = {name: value for name, value in told.items() if value not in ("", None)}
        self.register.put_person(replace(person, notes=self._notes(row, values, person.notes), **said))
        return True

    def read_party(self, row: Row) -> bool:
        """Whether the party of this row was taken; if not, `refusals` says why."""
        values = self._named(row)
        if values is None:
            return False
        before = len(self.refusals)
        sector = self._cell(row, values, "sector", code_by(lexicon.sector_of, Sector))
        if len(self.refusals) > before:
            return False
        id_ = self.register.party_id(values["name"], sector)
        party: Party = self.register.party(id_)
        notes = self._notes(row, values, party.notes)
        self.register.put_party(replace(party, pseudonym=values.get("pseudonym", party.pseudonym), notes=notes))
        self.register.workers_named(values.get("workers", ""), (id_,))
        return True

    def _named(self, row: Row) -> Mapping[str, str] | None:
        """The values of a row that names somebody for the first time; None when it was refused."""
        values = self.table.values(row)
        before = len(self.refusals)
        if row.fault:
            self._refuse(row, "", "", f"de regel heeft {row.fault}")
        elif self.table.separator and len(row.cells) > len(self.table.header):
            self._refuse(row, "", "", "verwacht: niet meer cellen dan de kop")
        elif not values.get("name"):
            self._refuse(row, "name", "", "een naam")
        else:
            key = " ".join((name_key(values["name"]), values.get("sector", "")))
            first = self.seen.setdefault(key, row.number)
            if first != row.number:
                self._refuse(row, "name", values["name"], f"elke naam één keer; hij staat ook in rij {first}")
        return values if len(self.refusals) == before else None

    def _cell(self, row: Row, values: Mapping[str, str], column: str, read: Callable[[str], Value]) -> Value | None:
        text = values.get(column, "")
        try:
            return read(text) if text else None
        except CellError as error:
            self._refuse(row, column, text, str(error))
            return None

    def _tell(self, row: Row, known: Person | None, told: Mapping[str, Any]) -> None:
        """Notices of what the table says otherwise than the case."""
        for name, label in _PERSON_FIELDS.items():
            old = getattr(known, name) if known else None
            if old and told[name] and old != told[name]:
                self.notices.append(
                    f"{self.table.name}, rij {row.number}: {label} van {values_text(known)} was {values_text(old)} en "
                    f"is nu {values_text(told[name])}."
                )

    def _notes(self, row: Row, values: Mapping[str, str], known: str) -> str:
        told = [values.get("notes", ""), *self.table.extras(row)]
        return "\n".join(filter(None, (known, *(text for text in told if text not in known))))

    def _refuse(self, row: Row, column: str, value: str, expected: str) -> None:
        name = self.table.column(column) if column else ""
        self.refusals.append(Refusal(self.table, row, name, value, expected))


def values_text(value: Person | UncertainDate | str | None) -> str:
    """A person, a date or a text as one word for a notice."""
    if isinstance(value, Person):
        return value.name
    return value.words or value.edtf if isinstance(value, UncertainDate) else str(value)


def _birth(text: str) -> UncertainDate | None:
    when = read(text)
    if when is None and not is_unknown(text):
        raise CellError(EXPECTED)
    return when
