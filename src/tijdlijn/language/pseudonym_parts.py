"""What the registered name of a person or a party consists of, and every spelling by which a text may mean it.

The rule: each word of a name that may identify is found by itself, except words that name nobody (`WEAK`): these only
count within the whole name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from tijdlijn.language.folding import squeezed
from tijdlijn.language.pseudonym_spelling import GAP, diminutives, plain, variants, with_particles, written
from tijdlijn.language.pseudonym_words import (
    FUNCTIONS,
    HONORIFICS,
    INSTITUTIONS,
    KIN,
    PARTICLES,
    PHRASE_PARTICLES,
    WEAK,
)


class Part(IntEnum):
    """Which part of a name a spelling is; where two records share one, the first of these is meant."""

    WHOLE = 0
    GIVEN = 1
    SURNAME = 2
    OWN = 3
    """What a party has of its own beside what kind of party it is."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a part of a name.

    `stem` is what all spellings of that part share, `word` the last word without an ending. `firm`: it cannot be
    anything else, whatever the word; `capitals`: it is only the name with a capital; `is_all`: no more of it is known.
    """

    literal: str
    part: Part
    stem: str
    word: str
    firm: bool = False
    capitals: bool = False
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname: its folded particles and its word as written."""

    particles: tuple[str, ...]
    core: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of one person: first names as written, the folded letters of his or her initials, surnames."""

    givens: tuple[str, ...] = ()
    initials: str = ""
    surnames: tuple[Surname, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyName:
    """The name of a party: what kind it is (`head`, as written), and what it has of its own."""

    head: str
    own: tuple[str, ...]
    whole: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    folded: str
    linked: bool = False
    """Whether a hyphen stands before it."""


_BESIDE = re.compile(r"[(\[\"“‘](?P<name>[^()\[\]\"”’]+)[)\]\"”’]")
_TOGETHER = re.compile(r"\s+(?:en|&|und|and)\s+|\s*[/;+]\s*")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?){1,4}\.|[A-ZÀ-Þ]|(?:[A-Z]\.)+[A-Z]")
_LOOSE_ENDS = WEAK - INSTITUTIONS | {"regio", "locatie", "afdeling", "groep", "stichting"}
_ROLES = KIN | HONORIFICS | FUNCTIONS - PARTICLES
_NOBODY = _ROLES | INSTITUTIONS | PARTICLES
_ABBREVIATED = re.compile(r"(?i:v\.? ?d\.?|v/d|v\.)(?=[\s.A-Z])")


def persons_in(name: str) -> tuple[PersonName, ...]:
    """The persons that a name is of: mostly one, two in "Anja en Huib de Wit"."""
    beside = [found["name"] for found in _BESIDE.finditer(name)]
    people = [_person(part) for part in _TOGETHER.split(_BESIDE.sub(" ", name)) if part.strip()]
    surnames = next((one.surnames for one in reversed(people) if one.surnames), ())
    people = [one if one.surnames else PersonName(one.givens, one.initials, surnames) for one in people]
    people += [found for part in beside for found in [_person(part)] if found.givens or found.surnames]
    return tuple(one for one in people if one.givens or one.surnames)


def _person(name: str) -> PersonName:
    before, comma, behind = name.partition(",")
    reversed_ = bool(comma and behind.strip() and plain(behind) not in KIN | INSTITUTIONS)
    if reversed_ and all(token.folded in PARTICLES for token in _tokens(behind)):
        first, _, last = before.strip().rpartition(" ")
        name, reversed_ = f"{first} {behind} {last}", not first
    elif reversed_:
        name = f"{behind} {before}"
    tokens, titled = _without_roles(_tokens(name))
    letters = [token for token in tokens if _INITIALS.fullmatch(token.word)]
    tokens = [token for token in tokens if token not in letters and any(map(str.isalpha, token.word))]
    split = _surname_start(tokens, only_surname=titled or bool(letters) or reversed_)
    givens = tuple(_linked(tokens[:split]))
    initials = "".join(plain(token.word).replace(".", "") for token in letters)
    return PersonName(givens, initials or "".join(plain(given)[:1] for given in givens), _surnames(tokens[split:]))


def _without_roles(tokens: list[_Token]) -> tuple[list[_Token], bool]:
    """A name without what somebody is or does, and whether a title stood before it: then what follows is a surname."""
    titled = False
    while tokens and tokens[0].folded in _ROLES:
        titled |= tokens[0].folded in HONORIFICS
        tokens = tokens[1:]
    if all(token.folded in _NOBODY for token in tokens):
        return [], titled
    return [token for token in tokens if token.folded in PARTICLES or not _is_role(token)], titled


def _is_role(token: _Token) -> bool:
    return token.word.islower() and token.folded in _NOBODY


def _tokens(name: str) -> list[_Token]:
    found: list[_Token] = []
    for chunk in _ABBREVIATED.sub("v d ", squeezed(name)).split():
        if _INITIALS.fullmatch(chunk):
            found.append(_Token(chunk, plain(chunk).strip(".")))
            continue
        for number, word in enumerate(re.split(r"[-‐‑–]", chunk)):
            bare = word.strip(" .,:;!?'’‘()[]\"")
            if bare:
                found.append(_Token(bare, plain(bare), linked=number > 0))
    return found


def _surname_start(tokens: list[_Token], only_surname: bool) -> int:
    """Where the surname begins: at the first particle, else at the last word; a lone name is a first name."""
    particles = [n for n, token in enumerate(tokens[:-1]) if token.folded in PARTICLES and (n or token.folded != "ben")]
    if not particles and all(token.linked for token in tokens[1:]):
        return 0 if only_surname else len(tokens)
    start = particles[0] if particles else len(tokens) - 1
    while tokens[start].linked:
        start -= 1
    return start


def _linked(tokens: list[_Token]) -> Iterator[str]:
    words: list[str] = []
    for token in tokens:
        if words and not token.linked:
            yield "-".join(words)
            words = []
        words.append(token.word)
    if words:
        yield "-".join(words)


def _surnames(tokens: list[_Token]) -> tuple[Surname, ...]:
    found: list[Surname] = []
    particles: list[str] = []
    for number, token in enumerate(tokens):
        if token.folded in PARTICLES and number < len(tokens) - 1:
            particles.append(token.folded)
        else:
            found.append(Surname(tuple(particles), token.word))
            particles = []
    return tuple(found)


def spellings_of_person(person: PersonName) -> Iterator[Spelling]:
    """Every way to write a part of the name of a person."""
    for given in person.givens:
        yield from _of_given(given)
        if "-" in given:
            for half in given.split("-"):
                yield from _of_given(half)
    for surname in person.surnames:
        yield from _of_surname(surname, is_all=not person.givens)
    yield from in_one_word(person)


def _of_given(given: str) -> Iterator[Spelling]:
    stem = plain(given)
    for spelled in sorted({written(words) for words in _products(given)}):
        word = spelled.rpartition(GAP)[2]
        yield Spelling(spelled, Part.GIVEN, stem, word, firm=GAP in spelled)
        yield from (Spelling(small, Part.GIVEN, stem, small.rpartition(GAP)[2]) for small in diminutives(spelled))


def _products(name: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for word in name.split("-"):
        found = [(*words, spelled) for words in found for spelled in sorted(variants(word))]
    return found


def _of_surname(surname: Surname, is_all: bool) -> Iterator[Spelling]:
    part, firm = Part.SURNAME, bool(set(surname.particles) - PHRASE_PARTICLES)
    for core in sorted(variants(surname.core)):
        word = core.rpartition(GAP)[2]
        yield Spelling(core, part, plain(surname.core), word, is_all=is_all and not surname.particles)
        if surname.particles:
            spelled = with_particles(surname.particles, core)
            yield from (Spelling(one, part, plain(surname.core), word, firm) for one in spelled)


def in_one_word(person: PersonName) -> Iterator[Spelling]:
    """First name and surname without anything between, as in the name of an account."""
    for given in person.givens[:1]:
        for surname in person.surnames:
            core = plain(surname.core)
            ends = {"".join((*surname.particles, core)), core, "".join((*(p[0] for p in surname.particles), core))}
            for end in sorted(ends):
                yield Spelling(plain(given).replace("-", "") + end, Part.WHOLE, core, core, firm=True)


def party_in(name: str) -> PartyName:
    """The name of a party, divided in what kind it is and what it has of its own."""
    others = tuple(found["name"].strip() for found in _BESIDE.finditer(name))
    words = [word for word in re.split(r"[\s,]+", squeezed(_BESIDE.sub(" ", name))) if plain(word).strip(".-–&/")]
    kinds = [_names_nobody(word, INSTITUTIONS) for word in words]
    first = next((n for n, kind in enumerate(kinds) if not kind and not _links(words, kinds, n)), len(words))
    last = next((n for n in range(len(words) - 1, -1, -1) if not kinds[n]), -1)
    if first > last:
        return PartyName(" ".join(words), (), tuple(words), others)
    is_weak = all(_names_nobody(word, WEAK) for word in words[first : last + 1])
    head = words[:first] or ([] if is_weak else words[last + 1 :])
    while head and plain(head[-1]) in _LOOSE_ENDS:
        head.pop()
    return PartyName(" ".join(head), tuple(words[first : last + 1]), tuple(words), others)


def _links(words: list[str], kinds: list[bool], place: int) -> bool:
    """Whether a small word only binds kinds of organisations: "Raad voor de Kinderbescherming"."""
    if plain(words[place]) not in ("en", "voor", "van", "de", "het", "der", "in", "op"):
        return False
    behind = next((n for n in range(place, len(words)) if plain(words[n]) not in WEAK - INSTITUTIONS), len(words))
    return place > 0 and behind < len(words) and kinds[behind]


def _names_nobody(word: str, known: frozenset[str]) -> bool:
    folded = _bare(word)
    return folded in known or all(part in known for part in re.split(r"[-/&]", folded) if part)


def spellings_of_party(party: PartyName, *, is_hidden: bool = False) -> Iterator[Spelling]:
    """Every way to write the name of a party; nothing for one that is only a kind of party, unless it is said to be
    hidden: then all of it, and a single word with a capital."""
    if is_hidden and party.whole and not party.own and not party.others:
        alone = len(party.whole) == 1
        yield from (replace(one, capitals=one.capitals or alone) for one in _of_phrase(party.whole, Part.WHOLE))
    if party.own:
        yield from _of_phrase(party.whole, Part.WHOLE)
        yield from _of_phrase(party.own, Part.OWN)
    for other in party.others:
        words = [word for word in re.split(r"[\s,/]+", other) if not _names_nobody(word, WEAK | KIN)]
        if words:
            yield from _of_phrase(tuple(words), Part.OWN)


def _of_phrase(words: tuple[str, ...], part: Part) -> Iterator[Spelling]:
    folded = [_bare(word).replace("-", GAP).replace("/", GAP) for word in words]
    names = [word for word in words if not _names_nobody(word, WEAK | KIN | PARTICLES)]
    if part is Part.WHOLE or names or len(words) > 1:
        whole, led = written(folded), folded[0] in INSTITUTIONS
        firm = len(words) > 1 and folded[0] not in PHRASE_PARTICLES and (led or bool(names))
        shouts = len(whole) < 4 or not (names or led)
        yield Spelling(whole, part, whole, folded[-1].rpartition(GAP)[2], firm, shouts)
    for name in names:
        for piece in dict.fromkeys((name, *(one for one in re.split(r"[-/]", name) if not _names_nobody(one, WEAK)))):
            yield from _of_word(piece, alone=len(names) == 1)


def _of_word(name: str, alone: bool) -> Iterator[Spelling]:
    for spelled in sorted(variants(name.strip(".,'\""))):
        one = spelled.replace("-", GAP)
        if len(one) > 2 or alone:
            yield Spelling(one, Part.OWN, _bare(name), one.rpartition(GAP)[2], capitals=len(one) < 4)


def _bare(word: str) -> str:
    return plain(word).strip(".,'\"")
