"""Everybody whose name a case knows or hides, and what each is called instead.

The rule: who is registered is a person, a party, a worker, somebody who attends a session, and the family itself, whose
surname the title of the case may tell. The family comes first: a name that a child and a worker share is the child's. A
name that nobody registered but a user wants hidden comes last: what is registered by it meanwhile is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from tijdlijn.language import pseudonym_choosing as choosing
from tijdlijn.language.folding import name_key
from tijdlijn.language.lexicon import guess_kind
from tijdlijn.language.pseudonym_finding import Finder, Meaning, Registered, Tier
from tijdlijn.language.pseudonym_guests import organisations_of, people_of
from tijdlijn.language.pseudonym_parts import (
    Part,
    PersonName,
    Spelling,
    Surname,
    in_one_word,
    party_in,
    persons_in,
    spellings_of_party,
    spellings_of_person,
)
from tijdlijn.language.pseudonym_replacing import NO_LETTERS, Replacer, letters_of
from tijdlijn.language.pseudonym_spelling import plain
from tijdlijn.language.pseudonym_words import INSTITUTIONS, KIN, ORDINARY
from tijdlijn.model.people import LooseName, NameKind, Party, Person, Worker
from tijdlijn.model.sessions import Attendee
from tijdlijn.model.vocabulary import Sector

_SURNAME = (
    r"(?:(?i:van|de|der|den|ten|ter|te|'t|v\.d\.|el|al|la) ?)*[A-ZÀ-Þ][\w'’]+"
    r"(?: ?[-–/&] ?(?:(?i:van|de|der|den|ten|ter|te|'t) )*[A-ZÀ-Þ][\w'’]+)*"
)
_TITLED = re.compile(rf"(?i:\b(?:gezin|familie|fam\.?|huishouden|kinderen)[ -])(?P<name>{_SURNAME})")
_BARE = re.compile(rf"(?:(?i:casus|dossier|case) )?(?P<name>{_SURNAME})")


def family_of(title: str, given: Collection[str] = ()) -> tuple[PersonName, ...]:
    """The surnames that the title of a case tells; a first name in it is registered otherwise (`given`)."""
    match = _TITLED.search(title) or _BARE.fullmatch(title.strip())
    if not match:
        return ()
    words = set(plain(match["name"]).split())
    if match.re is _BARE and (guess_kind(match["name"]) or words & _NO_FAMILY):
        return ()
    found: list[Surname] = []
    for part in re.split(r"[/&]", match["name"]):
        for one in persons_in(f"mevrouw {part.strip()}"):
            found += [*(Surname((), name) for name in one.givens), *one.surnames]
    return tuple(PersonName(surnames=(surname,)) for surname in found if plain(surname.core) not in given)


_NO_FAMILY = INSTITUTIONS | KIN | ORDINARY | {"casus", "voorbeeld", "voorbeeldcasus"}
FAMILY_LABELS = ("X", "Y", "Z")


class Register:
    """The names of a case. `present` are those who attend sessions, `hidden` the names that nobody registered, `keep`
    is the id of the person or worker whose own name stays."""

    def __init__(
        self,
        title: str,
        persons: Sequence[Person],
        parties: Sequence[Party],
        workers: Sequence[Worker],
        present: Sequence[Attendee],
        hidden: Iterable[LooseName] = (),
        keep: str = "",
    ) -> None:
        parties = (*parties, *organisations_of(present, parties))
        workers = (*workers, *people_of(present, persons, workers))
        self._persons = [
            (one, Registered(Tier.FAMILY, people=persons_in(one.name), is_child=choosing.is_child(one)))
            for one in choosing.in_age_order(persons)
        ]
        self._workers = [(one, Registered(Tier.WORKER, people=persons_in(one.name))) for one in workers]
        self._parties = [(one, _of_party(one)) for one in parties]
        self._kin = {record: kin for _, record in self._parties if (kin := self._kin_of(record))}
        self._family = [Registered(Tier.FAMILY, people=(one,)) for one in family_of(title, self._given())]
        self._surnames = dict.fromkeys(
            plain(surname.core)
            for record in (*self._family, *(record for _, record in self._persons))
            for person in record.people
            for surname in person.surnames
        )
        registered = {name_key(one.name) for known in (persons, parties, workers) for one in known}
        self._keep = keep
        self._loose = [(one, _of_loose(one)) for one in hidden if name_key(one.name) not in registered]

    def made(self) -> tuple[Mapping[str, str], Replacer]:
        """The pseudonym of each record, by its id, and what replaces their names."""
        records = self._records()
        meanings = [Meaning(record, spelling) for record in records for spelling in self._spellings(record)]
        finder = Finder(meanings, self._surnames, [record for _, record in self._persons if _is_unnamed(record)])
        telling = Replacer(finder, dict.fromkeys(records, "\0"), {}, NO_LETTERS)
        names = self._chosen(telling)
        shared = self._shared(meanings, names)
        title = [plain(record.people[0].surnames[0].core) for record in self._family]
        names |= {record: shared[plain(record.people[0].surnames[0].core)] for record in self._family}
        kept = self._kept
        if kept is not None:
            own = [(one.name, record) for one, record in self._persons if record is kept]
            own += [(one.name, record) for one, record in self._workers if record is kept]
            own += [(one.name, record) for one, record in self._parties if self._kin.get(record) is kept]
            names |= {record: name for name, record in own}
        by_id = {one.id: names[record] for one, record in self._persons}
        by_id |= {one.id: names[record] for one, record in self._parties if one.id}
        by_id |= {one.id: names[record] for one, record in self._workers if one.id}
        return MappingProxyType(by_id), Replacer(finder, names, shared, letters_of(records, title), kept)

    @property
    def _kept(self) -> Registered | None:
        """Whose own name stays; who has no record has no id either."""
        persons = (record for one, record in self._persons if self._keep and one.id == self._keep)
        workers = (record for one, record in self._workers if self._keep and one.id == self._keep)
        return next(persons, None) or next(workers, None)

    def _records(self) -> list[Registered]:
        known = [record for pairs in (self._persons, self._workers, self._parties) for _, record in pairs]
        return [*known, *self._family, *(record for _, record in self._loose)]

    def _given(self) -> set[str]:
        """The first names of the family."""
        return {plain(given) for _, record in self._persons for one in record.people for given in one.givens}

    def _kin_of(self, record: Registered) -> Registered | None:
        """The member of the family whom an informal party is: "Oma Riet"."""
        own = _stems(record) if record.people else set()
        return next((kin for _, kin in self._persons if own and own <= _stems(kin)), None)

    def _spellings(self, record: Registered) -> Iterator[Spelling]:
        if record in self._kin:
            return
        for person in record.people:
            yield from spellings_of_person(person)
            if record.tier is Tier.FAMILY and not person.surnames:
                known = tuple(surname for family in self._family for one in family.people for surname in one.surnames)
                yield from in_one_word(replace(person, surnames=known))
        if record.party and not record.people:
            yield from spellings_of_party(record.party, is_hidden=record.tier is Tier.LOOSE)

    def _chosen(self, telling: Replacer) -> dict[Registered, str]:
        """A pseudonym for everybody: first the family, then the parties, then who works for them."""
        taken: set[str] = set()
        names = choosing.chosen([choosing.wish_of_person(*pair) for pair in self._persons], taken, telling.tells)
        kin = {record: names[person] for record, person in self._kin.items()}
        parties = [choosing.wish_of_party(one, record, kin.get(record, "")) for one, record in self._parties]
        names |= choosing.chosen(parties, taken, telling.tells)
        workers = [choosing.wish_of_worker(*pair) for pair in self._workers]
        names |= choosing.chosen(workers, taken, telling.tells)
        return names | choosing.chosen([choosing.wish_of_loose(*pair) for pair in self._loose], taken, telling.tells)

    def _shared(self, meanings: Iterable[Meaning], names: Mapping[Registered, str]) -> dict[str, str]:
        """What a surname of the family is called, and what parties have in common: mostly the name of a place; then the
        same of what nobody registered."""
        taken = {plain(name) for name in names.values()}
        letters = (letter for letter in _family_letters() if plain(letter) not in taken)
        found = {stem: next(letters) for stem in self._surnames}
        places = {record for loose, record in self._loose if loose.what is NameKind.PLAATS}
        places |= {record for _, record in self._parties if _is_at_a_place(record)}
        for tier in (Tier.PARTY, Tier.LOOSE):
            owners: dict[str, dict[Registered, None]] = {}
            for meaning in meanings:
                if meaning.owner.tier is tier and meaning.owner.is_party and meaning.spelling.part is Part.OWN:
                    owners.setdefault(meaning.spelling.stem, {})[meaning.owner] = None
            common = {stem: who.keys() for stem, who in owners.items() if len(who) > 1 and stem not in found}
            for label, is_wanted in ((choosing.PLACE, True), (choosing.ORGANISATION, False)):
                stems = [stem for stem, who in common.items() if (len(who & places) * 2 >= len(who)) is is_wanted]
                called = (*names.values(), *found.values())
                found.update(zip(stems, choosing.labels(label, len(stems), called), strict=True))
        return found


def _of_party(party: Party) -> Registered:
    """A party; an informal one may be a person."""
    words = {plain(word).strip(".,") for word in party.name.split()}
    informal = party.sector is Sector.NETWERK and bool(words & KIN)
    return Registered(Tier.PARTY, people=persons_in(party.name) if informal else (), party=party_in(party.name))


def _of_loose(loose: LooseName) -> Registered:
    """A name that nobody registered; a person of whom no word is a name is found by the whole of it."""
    people = persons_in(loose.name) if loose.what is NameKind.PERSOON else ()
    if not people:
        return Registered(Tier.LOOSE, party=party_in(loose.name))
    if len(people) == 1 and len(people[0].givens) == 1 and not people[0].surnames:
        return Registered(Tier.LOOSE, people=(replace(people[0], initials=""),), is_lone=True)
    return Registered(Tier.LOOSE, people=people)


def _stems(record: Registered) -> set[str]:
    """The parts of a name."""
    people = {plain(part) for one in record.people for part in (*one.givens, *(s.core for s in one.surnames))}
    if people or record.party is None:
        return people
    return {spelling.stem for spelling in spellings_of_party(record.party)}


def _is_unnamed(record: Registered) -> bool:
    """Whether nobody has said a surname."""
    return bool(record.people) and not any(person.surnames for person in record.people)


def _is_at_a_place(record: Registered) -> bool:
    """Whether the name of a party is what kind it is, and where: "Wijkteam Vlierhoven"."""
    party = record.party
    return party is not None and bool(party.head) and len(party.own) == 1 and party.whole[-1:] == party.own


def _family_letters() -> Iterator[str]:
    yield from FAMILY_LABELS
    for number in count(1):
        yield from (f"{letter}{number}" for letter in FAMILY_LABELS)
