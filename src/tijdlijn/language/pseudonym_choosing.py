"""Which pseudonym every person, party and worker gets, and every name that nobody registered.

The rule: the pseudonym that somebody filled in, unless it holds a registered name or another has it already; else one
that says in plain words what he, she or it is to the family. No two are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from tijdlijn.language.folding import squeezed
from tijdlijn.language.pseudonym_finding import Registered, Tier
from tijdlijn.language.pseudonym_spelling import plain
from tijdlijn.language.pseudonym_words import CHILDREN, KIN
from tijdlijn.model.people import LooseName, NameKind, Party, Person, Worker
from tijdlijn.model.vocabulary import Sector

SECTOR_STEMS = {
    Sector.GEMEENTE: "Gemeente",
    Sector.VEILIG_THUIS: "Veilig Thuis",
    Sector.GI: "Jeugdbescherming",
    Sector.RAAD: "Raad",
    Sector.JEUGDHULP: "Jeugdhulp",
    Sector.JEUGD_GGZ: "Jeugd-ggz",
    Sector.VOLWASSENEN_GGZ: "Volwassenen-ggz",
    Sector.ONDERWIJS: "School",
    Sector.JGZ: "Jeugdgezondheidszorg",
    Sector.HUISARTS: "Huisarts",
    Sector.POLITIE_JUSTITIE: "Justitie",
    Sector.SOCIALE_BASIS: "Sociale basis",
    Sector.NETWERK: "Netwerk",
    Sector.OVERIG: "Organisatie",
}
"""What a party whose name does not say it is called."""
PLACE, ORGANISATION = "Plaats", SECTOR_STEMS[Sector.OVERIG]
"""What is called so with a letter where parties share it, and with a number where nobody registered it."""
_WORKER, _PERSON, _PARTY = "Medewerker", "Persoon", "Partij"
_LAST_RESORTS = ("Naam", "Betrokkene")
NUMBERED = frozenset(
    plain(stem)
    for stem in {*SECTOR_STEMS.values(), PLACE, _WORKER, _PERSON, _PARTY, *_LAST_RESORTS}
    - {SECTOR_STEMS[Sector.VEILIG_THUIS], SECTOR_STEMS[Sector.RAAD]}
)
"""Stems that mean little without a number, so that even a single one has it."""
_LOOSE = {NameKind.PERSOON: _PERSON, NameKind.ORGANISATIE: ORGANISATION, NameKind.PLAATS: PLACE}
_LONGEST_FUNCTION = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What a record wants to be called: by the pseudonym filled in, by `kept` when its name tells nothing, else by a
    stem. A `fallback` stands in when the stem holds a registered name."""

    record: Registered
    own: str
    kept: str
    stem: str
    fallback: str
    lettered: bool = False


def chosen(wishes: Iterable[Wish], taken: set[str], tells: Callable[[str], bool]) -> dict[Registered, str]:
    """A pseudonym for each that is not `taken` yet, and then is; `tells` is whether a text holds a registered name."""
    found: dict[Registered, str] = {}
    left: list[Wish] = []
    for wish in wishes:
        own = squeezed(wish.own)
        if own and plain(own) not in taken and not tells(own):
            found[wish.record] = own
            taken.add(plain(own))
        else:
            left.append(wish)
    for wish in left:
        if wish.kept and plain(wish.kept) not in taken:
            found[wish.record] = wish.kept
            taken.add(plain(wish.kept))
    open_ones = [wish for wish in left if wish.record not in found]
    stems = {wish.record: _stem(wish, tells) for wish in open_ones}
    counts = Counter(plain(stem) for stem in stems.values())
    for wish in open_ones:
        stem = stems[wish.record]
        alone = counts[plain(stem)] == 1 and plain(stem) not in NUMBERED
        found[wish.record] = name = _free(stem, taken, alone=alone and not wish.lettered, lettered=wish.lettered)
        taken.add(plain(name))
    return found


def _stem(wish: Wish, tells: Callable[[str], bool]) -> str:
    wanted = wish.kept or wish.stem
    stems = [stem for stem in (wanted, wanted.split(" ")[0], wish.fallback, *_LAST_RESORTS) if len(stem) > 2]
    return next((stem for stem in stems if not tells(f"{stem} 1")), "-")


def _free(stem: str, taken: set[str], *, alone: bool, lettered: bool) -> str:
    """The stem itself when it is the only one, else the first of "Kind A", "Kind B" or "Vader 1", "Vader 2"."""
    if alone and plain(stem) not in taken:
        return stem
    marks = ascii_uppercase if lettered else ""
    number = 1 if plain(stem) in taken and not lettered else 0
    while True:
        mark = marks[number] if number < len(marks) else str(number + 1)
        if plain(f"{stem} {mark}") not in taken:
            return f"{stem} {mark}"
        number += 1


def labels(stem: str, count: int, taken: Iterable[str]) -> list[str]:
    """So many names with a letter that nobody has: "Plaats A", "Plaats B"."""
    known = {plain(name) for name in taken}
    found: list[str] = []
    for _ in range(count):
        found.append(_free(stem, known, alone=False, lettered=True))
        known.add(plain(found[-1]))
    return found


def in_age_order(persons: Iterable[Person]) -> list[Person]:
    """The children the case is about, oldest first, then the other children, then everybody else."""

    def place(person: Person) -> tuple[int, date, int, str]:
        born = person.birth.earliest if person.birth else date.max
        group = 0 if person.is_focus else 1 if is_child(person) else 2
        return group, born if group < 2 else date.min, person.order, person.id if group < 2 else ""

    return sorted(persons, key=place)


def is_child(person: Person) -> bool:
    """Whether somebody is a child of the family: one the case is about, or one whose role says so."""
    words = plain(person.role).split()
    return person.is_focus or bool(words and words[0].rstrip(",;") in CHILDREN)


def wish_of_person(person: Person, record: Registered) -> Wish:
    """A child is told by a letter, a grown-up by the role."""
    kept = "" if _has_name(record) else squeezed(person.name)
    if is_child(person):
        return Wish(record, person.pseudonym, kept, "Kind", _PERSON, lettered=True)
    role = "" if plain(person.role) in ("overig", "onbekend") else _capital(squeezed(person.role))
    return Wish(record, person.pseudonym, kept, role or _PERSON, _PERSON)


def wish_of_party(party: Party, record: Registered, kin: str) -> Wish:
    """A party is told by what kind its name says it is, else by its sector; a kind without a name of its own stays.

    `kin` is the pseudonym of the member of the family whom an informal party is.
    """
    stem = record.party.head if record.party else ""
    if party.sector is Sector.NETWERK:
        word = next((word for word in party.name.split() if plain(word).strip(".,") in KIN), "")
        stem = f"{kin} (netwerk)" if kin else word or stem
    kept = "" if _has_name(record) or kin else squeezed(party.name)
    return Wish(record, party.pseudonym, kept, _capital(stem) or SECTOR_STEMS[party.sector], _PARTY)


def wish_of_worker(worker: Worker, record: Registered) -> Wish:
    """A worker is told by his or her function when that is short."""
    function = squeezed(worker.function)
    stem = _capital(function) if 0 < len(function.split()) <= _LONGEST_FUNCTION else _WORKER
    kept = "" if _has_name(record) else squeezed(worker.name)
    return Wish(record, worker.pseudonym, kept, stem, _WORKER)


def wish_of_loose(loose: LooseName, record: Registered) -> Wish:
    """A name that nobody registered is told by what it is the name of."""
    stem = _LOOSE[loose.what]
    return Wish(record, "", "", stem, stem)


def _has_name(record: Registered) -> bool:
    """Whether anything in the name may tell who it is."""
    if record.tier is Tier.PARTY and record.party is not None:
        return bool(record.party.own or record.people or record.party.others)
    return bool(record.people)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
