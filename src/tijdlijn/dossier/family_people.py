"""Many signs made into persons: which names are of one person, and what the documents together say of that person.

The rule: what is said most counts, and where as much is said for two dates of birth there is none. Initials and titles
only join a person when they can mean nobody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from tijdlijn.dossier.candidates import Relative
from tijdlijn.dossier.person_patterns import INITIALS, PARTICLES, TITLES, WORD
from tijdlijn.dossier.signs import Sign
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate

PARENTS = frozenset({"moeder", "vader"})
_TITLE = re.compile(r"(?i)(?:mevrouw|mevr\.?|mw\.?|mej\.?|mejuffrouw|meneer|dhr\.?|de heer) ")
_INITIALS = re.compile(rf"{INITIALS} ?")
_LAST_FIRST = re.compile(rf"(?P<last>{WORD}),? (?P<initials>{INITIALS})")
_MOTHER_OF = 3
"""How often "moeder Noor" may stand for the mother of Noor, for each time that Noor is told to be a child."""
_GENERATION = 10
"""Years between two births from which they cannot be of one person."""


def given_name(name: str) -> str:
    """The first name of a full name; the whole name when it has only initials or a title."""
    first = name.partition(" ")[0]
    return name if "." in first or len(first) < 2 or _TITLE.match(name) else first


def surname(name: str) -> str:
    """The surname with its particles ("van den Berg"); empty for a mere first name."""
    title = _TITLE.match(name)
    rest = name[title.end() :] if title else name
    initials = _INITIALS.match(rest)
    if initials:
        return rest[initials.end() :]
    return rest if title else rest.partition(" ")[2]


@dataclass(slots=True)
class _Person:
    """What is gathered of one person."""

    known: Relative | None = None
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    births: Counter[UncertainDate] = field(default_factory=Counter)
    genders: Counter[tuple[str, bool]] = field(default_factory=Counter)
    as_child: int = 0
    is_sure: int = 0
    grown_by_birth: bool = False

    def learn(self, sign: Sign) -> None:
        self.names[sign.name] += 1
        self.as_child += sign.is_child
        self.is_sure += 2 if sign.of_family else 1 if sign.is_child else 0
        if sign.role:
            self.roles[sign.role] += 1
        if sign.birth:
            self.births[sign.birth] += 1
            self.grown_by_birth |= not sign.is_child
        if sign.gender:
            self.genders[sign.gender, sign.is_child or not sign.role] += 1

    @property
    def role(self) -> str:
        if self.known and self.known.role:
            return self.known.role
        vague = {"partner", "ouder"} | (PARENTS if self.is_child else set())
        telling = [(count, role != "kind", role) for role, count in self.roles.items() if role not in vague]
        return max(telling)[2] if telling else next(iter(self.roles), "")

    @property
    def is_child(self) -> bool:
        """Also where "moeder Noor" speaks of Noor's mother; not where a birth tells that it is a grown-up."""
        grown = sum(count for role, count in self.roles.items() if role in PARENTS)
        told = self.as_child > grown if self.grown_by_birth else self.as_child * _MOTHER_OF > grown
        return (self.known is not None and self.known.is_child) or told

    @property
    def birth(self) -> UncertainDate | None:
        return self.known.birth if self.known and self.known.birth else _most_said(self.births)

    @property
    def surnames(self) -> set[str]:
        return {fold(last) for name in self.names if (last := surname(name))}

    def relative(self) -> Relative:
        """As a text may name this person: first by the given name."""
        name = self.known.name if self.known else self._shown()
        also = dict.fromkeys(other for other in self.names if other != name)
        return Relative(name, self.role, self.birth, self.is_child, tuple(also), self._gender())

    def _gender(self) -> str:
        """As the words say that speak of this person as a child, or as a grown-up; empty where they disagree."""
        told = {gender for gender, as_child in self.genders if as_child == self.is_child}
        return told.pop() if len(told) == 1 else ""

    def _shown(self) -> str:
        given = Counter[str]()
        for name, count in self.names.items():
            if given_name(name) != name or not is_coded(name):
                given[given_name(name)] += count
        named = [name for name in given if name not in PARENTS]
        return max(named, key=lambda name: (given[name], len(name))) if named else max(self.names, key=len)


def _most_said(births: Counter[UncertainDate]) -> UncertainDate | None:
    """The most exact date that is said more often than any other; none where that is undecided."""
    exact = Counter({birth: count for birth, count in births.items() if birth.is_day})
    among = exact or Counter({birth: count for birth, count in births.items() if len(birth.edtf) > 4}) or births
    first = among.most_common(2)
    if len(first) == 2 and first[0][1] == first[1][1]:
        backed = [birth for birth in among if any(other != birth and agree(birth, other) for other in births)]
        return backed[0] if len(backed) == 1 else None
    return first[0][0] if first else None


def agree(first: UncertainDate, second: UncertainDate) -> bool:
    """Whether two dates of birth may be one, told more and less exactly."""
    return first.edtf.startswith(second.edtf[:7]) or second.edtf.startswith(first.edtf[:7])


def is_coded(name: str) -> bool:
    """Whether a name has only initials or a title for a given name."""
    return given_name(name) == name and (" " in name or "." in name)


def joined(known: Iterable[Relative], signs: Sequence[Sign], text: str) -> list[Relative]:
    """The relatives that are known and those that the signs tell of; `text` is that of all documents."""
    people = [_of_known(relative) for relative in known]
    signs = _surname_last(signs)
    full = [sign for sign in signs if not is_coded(sign.name) and sign.name not in PARENTS]
    coded = [sign for sign in signs if is_coded(sign.name)]
    unnamed = [sign for sign in signs if sign.name in PARENTS]
    full.extend(sign for sign in (_completed(one, text) for one in coded) if sign)
    for sign in sorted(full, key=lambda sign: -len(sign.name.split())):
        if sign.name != "tweeling":
            _place(sign, people, _full_fit)
    for sign in sorted(coded, key=lambda sign: -len(sign.name)):
        _place(sign, people, _coded_fit)
    for sign in unnamed:
        _place(sign, people, _role_fit)
    _settle_parents(people, text)
    _settle_twins(people, signs)
    kept = [person for person in people if _is_kept(person, people)]
    surnames = {last for person in kept for last in person.surnames}
    return [_with_role(person.relative()) if _is_only(person, surnames) else person.relative() for person in kept]


def _surname_last(signs: Sequence[Sign]) -> list[Sign]:
    """With the names of registers the other way round ("Jansen N." is N. Jansen), where others bear that surname; a
    child that only seems to be called so ("JANSEN, Noor") is left out."""
    surnames = {surname(sign.name) for sign in signs} - {""}
    turned = [_LAST_FIRST.fullmatch(sign.name) for sign in signs]
    return [
        replace(sign, name=f"{name['initials']} {name['last']}") if name and name["last"] in surnames else sign
        for sign, name in zip(signs, turned, strict=True)
        if not (sign.is_child and sign.name in surnames)
    ]


def _is_only(person: _Person, surnames: set[str]) -> bool:
    """Whether somebody is only called by the surname of the family."""
    return person.known is None and bool(person.roles) and {fold(name) for name in person.names} <= surnames


def _with_role(relative: Relative) -> Relative:
    """Called as the text does ("opa Winter"): the surname alone is everybody's."""
    return replace(relative, name=f"{relative.role} {relative.name}", also=())


def _of_known(relative: Relative) -> _Person:
    person = _Person(relative, is_sure=9)
    for name in (relative.name, *relative.also):
        person.names[name] += 1
    return person


def _completed(sign: Sign, text: str) -> Sign | None:
    """A name with initials under its given name, where exactly one such name stands with the surname in the text."""
    initials, last = _INITIALS.match(sign.name), surname(sign.name)
    if initials is None or not last:
        return None
    letter = re.escape(last.split()[-1][0])
    found = {
        match["given"]
        for match in re.finditer(rf"(?<![\w.])(?P<given>{WORD}) (?:{re.escape(last)}\b|{letter}\.(?!\w))", text)
        if fold(match["given"])[0] == fold(sign.name)[0]
    }
    if len(found) != 1:
        return None
    return Sign(f"{found.pop()} {last}", sign.role, None, sign.is_child, sign.gender, sign.of_family)


def _place(sign: Sign, people: list[_Person], fits: Callable[[Sign, _Person], bool]) -> None:
    fitting = [person for person in people if fits(sign, person)]
    if len(fitting) == 1:
        fitting[0].learn(sign)
    elif not fitting:
        people.append(_Person())
        people[-1].learn(sign)


def _full_fit(sign: Sign, person: _Person) -> bool:
    names = {fold(name) for name in person.names}
    if fold(sign.name) in names:
        return not _other_generation(sign, person)
    given = fold(given_name(sign.name))
    same = given in {fold(given_name(name)) for name in person.names if not is_coded(name)}
    if same and not _other_generation(sign, person):
        mine = fold(surname(sign.name))
        return not mine or not person.surnames or any(_alike(mine, other) for other in person.surnames)
    is_unnamed = all(is_coded(name) or name in PARENTS for name in person.names)
    return bool(is_unnamed and sign.role in PARENTS and person.role == sign.role and _shares_name(sign.name, person))


def _coded_fit(sign: Sign, person: _Person) -> bool:
    if fold(sign.name) in {fold(name) for name in person.names}:
        return True
    if _other_generation(sign, person) or (sign.is_child != person.is_child and sign.birth not in person.births):
        return sign.role in PARENTS and person.role == sign.role and _shares_name(sign.name, person)
    bare, mine = _bare(sign.name), fold(surname(sign.name))
    if sign.role in PARENTS and person.role in PARENTS:
        return sign.role == person.role and _shares_name(sign.name, person)
    if not sign.is_child and not person.is_child and not _same_place(sign.role, person.role):
        return False
    letters = {fold(own)[0] for name in person.names if (own := _bare(name)) and own != surname(name)}
    if bare == surname(sign.name) or not letters:
        return mine in person.surnames and not person.is_child
    if fold(bare)[0] not in letters:
        return False
    return not person.surnames or any(_alike(mine, other) for other in person.surnames)


def _bare(name: str) -> str:
    """A name without its title."""
    title = _TITLE.match(name)
    return name[title.end() :] if title else name


def _same_place(first: str, second: str) -> bool:
    """Whether two roles may be of one grown-up: one is not told, or both are of a parent's partner."""
    partners = ("partner", "stief")
    return not first or not second or first == second or (first.startswith(partners) and second.startswith(partners))


def _role_fit(sign: Sign, person: _Person) -> bool:
    if person.role == sign.role:
        return True
    return (
        not person.is_child and person.role in ("", "ouder") and sign.birth is not None and sign.birth in person.births
    )


def _other_generation(sign: Sign, person: _Person) -> bool:
    births = [person.known.birth] if person.known and person.known.birth else list(person.births)
    return bool(sign.birth and births) and all(
        abs(sign.birth.earliest.year - birth.earliest.year) >= _GENERATION for birth in births if sign.birth
    )


def _alike(first: str, second: str) -> bool:
    """Whether two surnames may be one: the same, one within the other, or its initial."""
    first, second = first.rstrip("."), second.rstrip(".")
    return first in (*second.split("-"), second) or second in (*first.split("-"), first) or _is_letter(first, second)


def _is_letter(first: str, second: str) -> bool:
    """Whether one is the letter of the other's main word, or of its particle, or a part of it."""
    short, long = sorted((first, second), key=len)
    return any(word.startswith(short) for word in long.split()) if len(short) == 1 else short in long


def _shares_name(name: str, person: _Person) -> bool:
    """Whether a name with a title, initials or one word more or less is this parent's."""
    if all(other in PARENTS for other in person.names):
        return True
    theirs = {fold(word) for other in person.names for word in other.split()} - PARTICLES
    mine = {fold(word) for word in name.split()} - PARTICLES - TITLES
    initials = {word[0] for word in mine if word.endswith(".")}
    words = {word for word in mine if not word.endswith(".")}
    fits = not initials or bool(initials & {word[0] for word in theirs})
    return fits and bool(words & theirs or (initials and not words))


def _settle_parents(people: list[_Person], text: str) -> None:
    """The role of those who are told to be a parent, or a grown-up of the family, without which one."""
    folded = fold(text)
    for person in people:
        if person.role != "ouder" or person.is_child:
            continue
        for last in person.surnames:
            she = re.search(rf"\b(?:mevrouw|mevr\.?|mw\.?) {re.escape(last)}\b", folded)
            he = re.search(rf"\b(?:meneer|dhr\.?|de heer) {re.escape(last)}\b", folded)
            role = "moeder" if she and not he else "vader" if he and not she else ""
            if role and not any(other.role == role for other in people):
                person.roles[role] += 1
    grown = [person for person in people if not person.is_child and person.is_sure > 1 and person.births]
    loose = [person for person in grown if person.role in ("", "ouder")]
    missing = [role for role in sorted(PARENTS) if not any(one.role == role for one in people)]
    if len(loose) == 1 and len(missing) == 1 and len(re.findall(rf"\b{missing[0]}\b", folded)) > 1:
        loose[0].roles[missing[0]] += 1


def _settle_twins(people: list[_Person], signs: Sequence[Sign]) -> None:
    """A birth that is told of "the twins" is that of the two children of whom no other is known."""
    births = {sign.birth for sign in signs if sign.name == "tweeling" and sign.birth}
    open_ones = [person for person in people if person.is_child and person.birth is None and _is_kept(person, people)]
    if len(births) == 1 and len(open_ones) == 2:
        for person in open_ones:
            person.births.update(births)


def _is_kept(person: _Person, people: Sequence[_Person]) -> bool:
    """Whether a person is of the family: told so, or more than once in passing, or with a child's surname."""
    if person.is_sure > 1:
        return True
    of_children = {last for other in people if other.is_child and other.is_sure > 1 for last in other.surnames}
    return bool(person.surnames & of_children) and bool(person.births)
