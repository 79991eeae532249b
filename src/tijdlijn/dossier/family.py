"""The family as the documents themselves tell it, joined with what the casebook knows already.

The rule: somebody only is a relative when a label, a role word right beside the name, a list of children or a date of
birth says so; a professional never is. A wrong relative costs more than a missed one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tijdlijn.dossier.candidates import Family, PartyFound, Relative
from tijdlijn.dossier.family_signs import Sign, signs_in
from tijdlijn.dossier.party_search import NOBODY, cell_parties, find_parties
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document

PARTICLES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "ten",
        "ter",
        "te",
        "het",
        "'t",
        "el",
        "al",
        "von",
        "da",
        "dos",
        "di",
        "ben",
        "bin",
        "la",
        "le",
        "du",
    ]
)
_TITLES = frozenset(["mevrouw", "mw", "mw.", "mevr", "mevr.", "meneer", "dhr", "dhr.", "de", "heer"])
_TITLE = re.compile(r"(?i)(?:mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer) ")
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+")
_UNNAMED = ("moeder", "vader")
_PROVIDER_COLUMNS = ("aanbieder", "zorgaanbieder", "jeugdhulpaanbieder", "organisatie", "instelling", "uitvoerder")
_PARENTS = frozenset({"moeder", "vader"})


def family_in(documents: Sequence[Document], known: Family = NOBODY) -> Family:
    """Relatives, parties and workers: first those that are known, then those that the documents name."""
    signs = [sign for document in documents for sign in signs_in(document)]
    relatives = _joined(known.relatives, signs)
    relatives = _with_unnamed_parents(relatives, documents)
    relatives = [_with_more_names(relative) for relative in relatives]
    family = Family(tuple(relatives), known.parties, known.workers)
    return replace(family, parties=_parties(documents, family))


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


def _joined(known: Iterable[Relative], signs: list[Sign]) -> list[Relative]:
    people = list(known)
    for sign in sorted(signs, key=lambda sign: -len(sign.name.split())):
        place = _place_of(sign, people)
        if place is None:
            people.append(_relative(sign))
        else:
            people[place] = _merged(people[place], sign)
    return _first_in_role(people, signs)


def _place_of(sign: Sign, people: list[Relative]) -> int | None:
    full, given = fold(sign.name), fold(given_name(sign.name))
    for number, person in enumerate(people):
        names = {fold(name) for name in (person.name, *person.also)}
        if full in names or (given in names and given != "" and not _clash(sign, person)):
            return number
    if sign.name in _UNNAMED:
        return next((number for number, person in enumerate(people) if person.role == sign.name), None)
    same_role = [number for number, person in enumerate(people) if sign.role in _PARENTS and person.role == sign.role]
    if len(same_role) == 1 and _is_partial(sign.name, people[same_role[0]]):
        return same_role[0]
    if sign.birth:
        same_day = [n for n, one in enumerate(people) if one.birth and one.birth.edtf == sign.birth.edtf]
        if len(same_day) == 1 and len(sign.birth.edtf) == 10 and _same_initial(sign.name, people[same_day[0]].name):
            return same_day[0]
    return None


def _clash(sign: Sign, person: Relative) -> bool:
    """Two of one first name: other births, or other surnames."""
    if sign.birth and person.birth and not _agree(sign.birth.edtf, person.birth.edtf):
        return True
    mine = surname(sign.name)
    theirs = {surname(name) for name in (person.name, *person.also)} - {""}
    return bool(mine and theirs and not any(_alike(fold(mine), fold(other)) for other in theirs))


def _alike(first: str, second: str) -> bool:
    """Whether two surnames may be one: the same, one within the other, or its initial."""
    first, second = first.rstrip("."), second.rstrip(".")
    return first in second or second in first


def _agree(first: str, second: str) -> bool:
    return first.startswith(second) or second.startswith(first)


def _same_initial(first: str, second: str) -> bool:
    return fold(first)[:1] == fold(second)[:1]


def _is_partial(name: str, person: Relative) -> bool:
    """Whether a name with a title, initials or one word more or less is this parent's."""
    if person.name in _UNNAMED:
        return True
    theirs = {fold(word) for other in (person.name, *person.also) for word in other.split()} - PARTICLES
    mine = {fold(word) for word in name.split()} - PARTICLES - _TITLES
    initials = {word[0] for word in mine if word.endswith(".")}
    words = {word for word in mine if not word.endswith(".")}
    fits = not initials or bool(initials & {word[0] for word in theirs})
    return fits and bool(words & theirs or (initials and not words))


def _relative(sign: Sign) -> Relative:
    name = given_name(sign.name)
    also = () if name == sign.name else (sign.name,)
    return Relative(name, sign.role, sign.birth, sign.is_child, also)


def _merged(person: Relative, sign: Sign) -> Relative:
    names = dict.fromkeys((*person.also, sign.name))
    names.pop(person.name, None)
    birth = person.birth
    if sign.birth and (
        birth is None or (len(sign.birth.edtf) > len(birth.edtf) and _agree(sign.birth.edtf, birth.edtf))
    ):
        birth = sign.birth
    name = person.name
    better = given_name(sign.name)
    if better != sign.name and (name in _UNNAMED or "." in name.split()[0] or fold(name.split()[0]) in _TITLES):
        names[name] = None
        name = better
    return Relative(name, person.role or sign.role, birth, person.is_child or sign.is_child, tuple(names))


def _first_in_role(people: list[Relative], signs: list[Sign]) -> list[Relative]:
    """Children by age, then grown-ups; a second mother or father is only kept when a list says so."""
    counts = Counter((fold(given_name(sign.name)), sign.role) for sign in signs)
    children = [one for one in people if one.is_child]
    children.sort(key=lambda one: one.birth.earliest.toordinal() if one.birth else 10**7)
    others = [one for one in people if not one.is_child]
    others.sort(key=lambda one: (one.role != "moeder", one.role != "vader", -counts[fold(one.name), one.role]))
    return [*children, *others]


def _with_unnamed_parents(people: list[Relative], documents: Sequence[Document]) -> list[Relative]:
    """A parent whom the documents speak of and never name is called by the role."""
    text = fold("\n".join(document.text for document in documents))
    for role in _UNNAMED:
        if text.count(role) > 1 and not any(one.role == role for one in people):
            people.append(Relative(role, role))
    return people


def _with_more_names(person: Relative) -> Relative:
    """With the ways in which letters speak of grown-ups: "mevrouw De Vries", "mw. de Vries"."""
    own = {surname(name) for name in (person.name, *person.also)} - {""}
    if person.is_child or person.role not in _PARENTS:
        return person
    titles = (
        ("mevrouw", "mw.", "mevr.", "Mevrouw", "Mw.")
        if person.role == "moeder"
        else ("meneer", "de heer", "dhr.", "Meneer", "De heer", "Dhr.")
    )
    named = [f"{title} {form}" for name in own for title in titles for form in dict.fromkeys((name, _capital(name)))]
    return replace(person, also=tuple(dict.fromkeys((*person.also, *named))))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _parties(documents: Sequence[Document], family: Family) -> tuple[PartyFound, ...]:
    """Named parties of all documents, those with more words first taken; what is known stays as it is."""
    counts: Counter[PartyFound] = Counter()
    for document in documents:
        for line in document.text.split("\n"):
            counts.update(hit.party for hit in find_parties(line, family) if hit.is_named)
        counts.update(_providers(document.text, family))
        counts.update(_in_title(document.text.partition("\n")[0], family))
    found: dict[str, PartyFound] = {fold(party.name): party for party in family.parties}
    for party, _ in sorted(counts.items(), key=lambda item: (-len(item[0].name), -item[1])):
        name = fold(party.name)
        if not any(name in other.split("\t") or _within(name, other) for other in found):
            found[name] = party
    return tuple(found.values())


def _providers(text: str, family: Family) -> Iterator[PartyFound]:
    """The names under a column, or behind a label, that says who gives help."""
    column, width = -1, 0
    for line in text.split("\n"):
        cells = line.split("\t")
        heads = [fold(cell).strip() for cell in cells]
        at = next((number for number, head in enumerate(heads) if head in _PROVIDER_COLUMNS), -1)
        if at >= 0 and len(cells) == 2 and at == 0:
            yield from cell_parties(cells[1], family, of_provider=True)
        elif at >= 0 and len(cells) > 1:
            column, width = at, len(cells)
        elif column >= 0 and len(cells) == width:
            yield from cell_parties(cells[column], family, of_provider=True)
        else:
            column = -1


def _in_title(line: str, family: Family) -> Iterator[PartyFound]:
    """The writer behind the name of the document: "Evaluatie gezinsbegeleiding – De Brug"."""
    title, dash, rest = line.replace("—", "–").replace(" - ", " – ").partition(" – ")
    if dash and title and not find_parties(title, family):
        yield from cell_parties(rest.partition(" – ")[0].strip(), family)


def _within(short: str, long: str) -> bool:
    return short == long or long.startswith(short + " ") or long.endswith(" " + short)
