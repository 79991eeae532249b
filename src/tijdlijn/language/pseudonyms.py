"""Pseudonyms: a case in which no registered name can be read, to project and to export (design 7, 15).

The rule: every text of the case goes through `Pseudonyms.text`, whatever field it stands in, and only ids, codes and
dates do not; so a field that is added later is covered. Who attends a session is registered by that. What is not
registered is left alone, unless a user said that it is a name to be hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from tijdlijn.language.pseudonym_register import Register
from tijdlijn.language.pseudonym_replacing import Replacer
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.sessions import Attendee

UNTITLED = "Casus"
"""The title of a case without a code."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What every person, party and worker is called instead, and any text with their names replaced.

    `names` goes from the id of a record to its pseudonym. Made once for a snapshot; what a text became is remembered.
    """

    names: Mapping[str, str]
    _replacer: Replacer = field(repr=False, compare=False)

    @property
    def used(self) -> frozenset[str]:
        """Everything that a text may hold in place of a name, also of who is in no record."""
        return self._replacer.used

    def names_kept(self, text: str) -> bool:
        """Whether a text names the one whose name is kept."""
        return self._replacer.names_kept(text)

    def may_name_kept(self, text: str) -> bool:
        """Whether a text may name the one whose name is kept: by a surname that others have too."""
        return self._replacer.may_name_kept(text)

    def text(self, text: str) -> str:
        """The text without names; the same object when it has none."""
        return self._replacer.text(text)


def pseudonyms_for(case: Case, keep: str = "") -> Pseudonyms:
    """The pseudonyms of everybody in a case; the same as long as nobody in it changes. The person or worker with the id
    `keep` is called by his or her own name, and keeps it in every text."""
    present = tuple(one for session in case.sessions for one in session.attendees)
    hidden = tuple(one for one in case.loose_names if one.is_hidden)
    return _pseudonyms(case.title, case.persons, case.parties, case.workers, present, hidden, keep)


def pseudonymised(case: Case, names: Pseudonyms | None = None) -> Case:
    """The case with every name replaced in every text; ids, dates, codes and order stay as they are.

    What was decided about names is not in it, as a name stands in it.
    """
    known = names or pseudonyms_for(case)
    text = known.text
    changed = {
        name: _in(getattr(case, name), text, name)
        for name in (one.name for one in fields(case))
        if name not in ("persons", "parties", "workers", "loose_names", "title")
    }
    return replace(
        case,
        title=changed["code"] or UNTITLED,
        persons=tuple(_named(person, known) for person in case.persons),
        parties=tuple(_named(party, known) for party in case.parties),
        workers=tuple(_named(worker, known) for worker in case.workers),
        loose_names=(),
        **changed,
    )


Who = TypeVar("Who", Person, Party, Worker)


def _named(record: Who, known: Pseudonyms) -> Who:
    plain: Who = _in(record, known.text)
    return replace(plain, name=known.names[record.id], pseudonym="")


_CODES = frozenset(("id", "edtf", "stopped_at", "kind"))
_BY_ID = frozenset(("discussed",))
"""Pairs of an id and words."""
_NUMBERS = frozenset(("bool", "int", "float", "date", "Day"))


@lru_cache(maxsize=256)
def _texts(of: type[Any]) -> tuple[str, ...]:
    """The fields of a record that may hold text; none for what is no record."""
    if not is_dataclass(of):
        return ()
    names = (one.name for one in fields(of) if one.type not in _NUMBERS)
    return tuple(name for name in names if name not in _CODES and not name.endswith(("_id", "_ids")))


def _in(value: Any, text: Callable[[str], str], name: str = "") -> Any:
    """A value of a case with the texts in it replaced; itself when there is nothing to replace."""
    kind = value.__class__
    if kind is str:
        return text(value) if value and name not in _CODES else value
    if kind is tuple:
        if name in _BY_ID:
            made = tuple((first, *(_in(one, text) for one in rest)) for first, *rest in value)
        else:
            made = tuple([_in(one, text) for one in value])
        return value if made == value else made
    changed = {}
    for each in _texts(kind):
        old = getattr(value, each)
        if old and (made := _in(old, text, each)) is not old:
            changed[each] = made
    return replace(value, **changed) if changed else value


def texts_of(value: Any) -> list[str]:
    """Every text in a value of a case, or in a case, that pseudonyms would go through: the walk that replaces them."""
    found: list[str] = []

    def kept(text: str) -> str:
        found.append(text)
        return text

    _in(value, kept)
    return found


def forget() -> None:
    """Drop what is remembered of names and texts, as when a casebook is locked."""
    _pseudonyms.cache_clear()


@lru_cache(maxsize=2)
def _pseudonyms(
    title: str,
    persons: tuple[Person, ...],
    parties: tuple[Party, ...],
    workers: tuple[Worker, ...],
    present: tuple[Attendee, ...],
    hidden: tuple[LooseName, ...],
    keep: str,
) -> Pseudonyms:
    names, replacer = Register(title, persons, parties, workers, present, hidden, keep).made()
    return Pseudonyms(names, replacer)
