"""Where a text names somebody who is registered, or whose name is hidden with theirs, and whom.

The rule: a word that can be a registered name is one, however it is written; only what is an ordinary word as well must
look like a name (`Finder._is_name`). When in doubt it is a name: one too many reads badly, one too few tells who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tijdlijn.language.pseudonym_parts import Part, PartyName, PersonName, Spelling
from tijdlijn.language.pseudonym_spelling import NO_LETTER_BEFORE, NO_LETTER_BEHIND, Folded, any_of, key, plain
from tijdlijn.language.pseudonym_words import (
    ADVERBS,
    BEING,
    DETERMINERS,
    DROPPED_HONORIFIC,
    FAMILY_WORDS,
    FUNCTION_WORDS,
    HONORIFICS,
    INSTITUTIONS,
    KIN,
    OPENING,
    ORDINARY,
    SAYING,
    SEASONS,
)


class Tier(IntEnum):
    """Who is meant first by a name that more than one has."""

    FAMILY = 0
    WORKER = 1
    PARTY = 2
    LOOSE = 3
    """A name that nobody registered."""


@dataclass(frozen=True, slots=True, eq=False)
class Registered:
    """Somebody, or a party, whose name must not be read; the same only as itself.

    `is_lone`: one word is known, of which nobody said whether it is a first name or a surname.
    """

    tier: Tier
    people: tuple[PersonName, ...] = ()
    party: PartyName | None = None
    is_child: bool = False
    is_lone: bool = False

    @property
    def is_party(self) -> bool:
        """Whether it is no person, but an organisation or a place."""
        return self.tier is Tier.PARTY or (self.tier is Tier.LOOSE and self.party is not None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling may mean: a part of the name of a record."""

    owner: Registered
    spelling: Spelling


@dataclass(slots=True)
class Found:
    """A stretch of a folded text that names somebody.

    `core` is where its last word begins. `everyone` may be meant by these words, `owners` is who is meant when nothing
    more is said: nobody when it is somebody who is not registered. `stem` is the part of the name they share, and
    `more` whether there is more than one word of a name to go by.
    """

    start: int
    end: int
    core: int
    part: Part
    spelling: Spelling
    owners: tuple[Registered, ...]
    everyone: tuple[Registered, ...]
    stem: str
    genitive: bool = False
    more: bool = False
    of_family: bool = False
    """Whether a word before it says that it is a family that is meant."""


_PARTICLE = r"(?:van|v|der|den|de|d|dr|ten|ter|te|het|'?t|el|al|in|op|la|le)"
_INITIAL = r"(?:[a-z]\. ?-?)"
_BETWEEN = re.compile(rf"(?:[ _/]| ?- ?|\.(?! ))?{_INITIAL}{{0,3}}(?:{_PARTICLE}(?:[. /]+|(?=')))*")
_COMMA = re.compile(rf", ?{_INITIAL}{{0,3}}")
_LETTERS = re.compile(r"(?<![\w'-])(?P<letters>(?:[a-z]\.[ -]?){1,4}|[a-z]{1,2} )$")
_BEHIND_COMMA = re.compile(rf", ?(?P<letters>{_INITIAL}{{1,4}})(?:{_PARTICLE}(?:[. /]+|{NO_LETTER_BEHIND}))*(?<! )")
_NAME_BEHIND = re.compile(r"\s*[A-ZÀ-Þ]")
_LOOSE_PARTICLES = re.compile(rf"(?: {_PARTICLE}{NO_LETTER_BEHIND}\.?)+")
_SHORT_SURNAME = re.compile(rf" (?P<particles>(?:{_PARTICLE}[. ]+)*)(?P<letter>[a-z])(?P<dot>\.?){NO_LETTER_BEHIND}")
_TITLE = re.compile(rf"(?<!\w)(?:{DROPPED_HONORIFIC}) $")
_TITLED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(HONORIFICS))}|{FAMILY_WORDS})\.? ?-?$")
_OF_FAMILY = re.compile(rf"(?<!\w)(?:{FAMILY_WORDS}) $")
_SENTENCE = re.compile(r"(?:^|(?:(?<!\b\w)\.|[!?:;…])\s|[\n\t|])[\s\"'‘’“„(\[•*·–—-]*$")
_NEXT = re.compile(r"[ ,]*(?P<word>[^\W\d_]+)")
_COUPLED = re.compile(r" (?:en|of) (?P<word>[^\W\d_]+)")
_NEAR = 64
"""Characters beside a name that may say something of it."""
_VISITS = re.compile(r" (?:op (?:huis)?bezoek|\()")
_NUMBER_BEHIND, _NUMBER_BEFORE = re.compile(r"[ -]?'?\d"), re.compile(r"\d[ -]$")


class Finder:
    """Finds the registered names in texts.

    `family` holds the stems of the surnames of the family, `unnamed` its members of whom none is registered: any of
    these may be theirs.
    """

    def __init__(self, meanings: Iterable[Meaning], family: Iterable[str], unnamed: Iterable[Registered] = ()) -> None:
        self._unnamed = tuple(unnamed)
        self._meanings: dict[str, tuple[Meaning, ...]] = {}
        literals: set[str] = set()
        for meaning in meanings:
            name = key(meaning.spelling.literal)
            self._meanings[name] = (*self._meanings.get(name, ()), meaning)
            literals.add(meaning.spelling.literal)
        self._family = frozenset(family)
        names = any_of(literals) or "(?!)"
        ending = r"(?P<ending>'?s|'?z)?"
        self._pattern = re.compile(
            rf"{NO_LETTER_BEFORE}(?:'(?=[ts]{NO_LETTER_BEHIND}))?(?P<name>{names}){ending}{NO_LETTER_BEHIND}"
        )

    def found(self, text: str, folded: Folded, ours: tuple[str, ...] = ()) -> list[Found]:
        """Everybody who is named, in the order of the text. `ours` are pseudonyms that end like an initial."""
        hits: list[Found] = []
        for match in self._pattern.finditer(folded.text):
            hit = self._hit(match, text, folded)
            if hit and not (hits and self._joined(hits[-1], hit, folded.text)):
                hits.append(hit)
        if not hits:
            return hits
        kept = [hit for hit in hits if self._widened(hit, text, folded, ours) or self._is_name(hit, text, folded)]
        return list(_apart(kept))

    def _hit(self, match: re.Match[str], text: str, folded: Folded) -> Found | None:
        """What a match means; None when it lacks the capital that a short name needs."""
        found = self._meanings[key(match["name"])]
        core = match.end("name") - len(found[0].spelling.word)
        short = any(_is_short(m.spelling) for m in found) or all(m.spelling.capitals for m in found)
        if short and not _has_capital(text[folded.place(core) : folded.place(match.end("name"))], match["ending"]):
            return None
        meant = _meant(found)
        return Found(
            match.start(),
            match.end(),
            core,
            meant[0].spelling.part,
            meant[0].spelling,
            tuple(dict.fromkeys(meaning.owner for meaning in meant)),
            tuple(dict.fromkeys(meaning.owner for meaning in found)),
            meant[0].spelling.stem,
            genitive=bool(match["ending"]),
        )

    def _joined(self, before: Found, hit: Found, text: str) -> bool:
        """Whether the next word of a name belongs to the one before it, which then becomes longer."""
        between = text[before.end : hit.start]
        if before.genitive or "n.n." in between or (before.stem == hit.stem and between != " ("):
            return False
        if between == " (" and text.startswith(")", hit.end) and before.owners == hit.owners:
            before.end, before.more = hit.end + 1, True
            return True
        comma = bool(_COMMA.fullmatch(between))
        if comma != (before.part is Part.SURNAME and hit.part is Part.GIVEN and "," in between):
            return False
        if comma and (gap := _BETWEEN.match(text, hit.end)) and self._pattern.match(text, gap.end()):
            return False
        owners = self._shared(before, hit) if comma or _BETWEEN.fullmatch(between) else ()
        if not owners:
            return False
        before.end, before.core, before.genitive, before.more = hit.end, hit.core, hit.genitive, True
        before.owners = before.everyone = owners
        before.part = hit.part if hit.part is before.part else Part.WHOLE
        if comma and (loose := _LOOSE_PARTICLES.match(text, hit.end)):
            before.end = loose.end()
        return True

    def _shared(self, before: Found, hit: Found) -> tuple[Registered, ...]:
        """Who has both names; a member of the family may have any surname of it."""
        both = tuple(owner for owner in before.everyone if owner in hit.everyone)
        if both:
            return both
        named, rest = (before, hit) if before.part is Part.GIVEN else (hit, before)
        if named.part is not Part.GIVEN or rest.part is Part.GIVEN or rest.stem not in self._family:
            return ()
        return tuple(owner for owner in named.everyone if owner.tier is Tier.FAMILY)

    def _widened(self, hit: Found, text: str, folded: Folded, ours: tuple[str, ...]) -> bool:
        """Takes in what belongs to a name around it; whether that shows it to be a name, whatever the word."""
        before = folded.text[max(0, hit.start - 24) : hit.start]
        hit.of_family = bool(_OF_FAMILY.search(before))
        titled = hit.part is not Part.OWN and bool(_TITLED.search(before))
        if hit.owners and hit.owners[0].is_party:
            return titled or hit.more
        if hit.part is Part.GIVEN or (hit.more and hit.part is Part.WHOLE):
            self._take_short_surname(hit, text, folded)
            return (bool(_lone(hit)) and self._take_letters(hit, text, folded, ours)) or titled or hit.more
        return self._take_letters(hit, text, folded, ours) or titled or hit.more

    def _take_letters(self, hit: Found, text: str, folded: Folded, ours: tuple[str, ...]) -> bool:
        """Takes in the initials before a surname, or behind it: "J. de Vries", "Vries, J. de"."""
        everyone = (*hit.everyone, *(self._unnamed if hit.stem in self._family else ()))
        low = max(0, hit.start - 16)
        letters = _LETTERS.search(folded.text[low : hit.start])
        place = folded.place(hit.start)
        if letters and not text[max(0, place - _NEAR) : place].rstrip(" \n\t.-").endswith(ours):
            written = text[folded.place(low + letters.start()) : place].strip("- ")
            owners = _with_letter(everyone, letters["letters"][0])
            surely = written.isupper() and written.endswith(".")
            if surely or (
                owners and (written.isupper() or ("." in written and text[folded.place(hit.core)].islower()))
            ):
                hit.owners, hit.start = owners or _lone(hit), low + letters.start()
                return True
        behind = None if hit.genitive else _BEHIND_COMMA.match(folded.text, hit.end)
        if behind and not _NAME_BEHIND.match(text, folded.place(behind.end())):
            is_capital = text[folded.place(behind.start("letters"))].isupper()
            owners = _with_letter(everyone, behind["letters"][0]) or (_lone(hit) if is_capital else ())
            hit.owners, hit.end = owners or hit.owners, behind.end() if owners else hit.end
            return bool(owners)
        return False

    def _take_short_surname(self, hit: Found, text: str, folded: Folded) -> None:
        """Takes in the letter of a surname: "Lotte v.d. W."."""
        match = _SHORT_SURNAME.match(folded.text, hit.end)
        if hit.genitive or not match or not (match["dot"] or match["particles"]):
            return
        letters = {plain(s.core)[:1] for owner in hit.owners for one in owner.people for s in one.surnames}
        if any(owner.tier is Tier.FAMILY for owner in hit.owners):
            letters |= {stem[:1] for stem in self._family}
        if match["letter"] in letters and text[folded.place(match.start("letter"))].isupper():
            place = folded.place(match.end())
            rest = text[place : place + _NEAR].lstrip()
            ends = bool(match["dot"]) and (not rest or rest[0].isupper())
            hit.end = match.end() - ends

    def _is_name(self, hit: Found, text: str, folded: Folded) -> bool:
        """Whether a word that may be an ordinary one is a name here."""
        word, written = hit.spelling.word, folded.text[hit.core : hit.end]
        if hit.spelling.firm or not (word in ORDINARY or written in ORDINARY):
            return True
        place = folded.place(hit.core)
        if not text[place].isupper() or (word in INSTITUTIONS and hit.part is Part.SURNAME):
            return False
        if word in SEASONS and (
            _NUMBER_BEHIND.match(folded.text, hit.end) or _NUMBER_BEFORE.search(text[max(0, place - 4) : place])
        ):
            return False
        if hit.core > hit.start or not _SENTENCE.search(text[max(0, place - 8) : place]):
            return True
        return self._begins_with_name(hit, word, text, folded)

    def _begins_with_name(self, hit: Found, word: str, text: str, folded: Folded) -> bool:
        """Whether the ordinary word that a sentence begins with is a name all the same."""
        read, written = folded.text, folded.text[hit.core : hit.end]
        following = _NEXT.match(read, hit.end)
        behind = following["word"] if following else ""
        if hit.part in (Part.GIVEN, Part.WHOLE) or hit.spelling.is_all:
            is_word = word in FUNCTION_WORDS or (written != word and written in ORDINARY)
            return not (is_word and behind in DETERMINERS)
        coupled = _COUPLED.match(read, hit.end)
        with_name = coupled and self._is_somebody(coupled, text, folded)
        if word in OPENING or word in SEASONS:
            acts = behind in (SAYING if word in ADVERBS else BEING) or _VISITS.match(read, hit.end)
            stops = not behind or read[hit.end : hit.end + 1] in (":", ",", "(", "/", ";")
            return bool(acts or stops or with_name)
        return bool(with_name or not coupled)

    def _is_somebody(self, coupled: re.Match[str], text: str, folded: Folded) -> bool:
        """Whether what stands behind "en" is a person too: "Bos en moeder", and not "Bos en hei"."""
        is_small = text[folded.place(coupled.start("word"))].islower()
        known = coupled["word"] in KIN | HONORIFICS or self._pattern.match(coupled.string, coupled.start("word"))
        return bool(known) or not is_small


def _meant(found: Sequence[Meaning]) -> list[Meaning]:
    """What a spelling means when nothing more is said."""
    tier = min(meaning.owner.tier for meaning in found)
    part = min(meaning.spelling.part for meaning in found if meaning.owner.tier is tier)
    return [meaning for meaning in found if meaning.owner.tier is tier and meaning.spelling.part is part]


def _with_letter(owners: Iterable[Registered], letter: str) -> tuple[Registered, ...]:
    """The one whose first name begins so; nobody when none or more do."""
    fitting = tuple(owner for owner in owners if any(one.initials.startswith(letter) for one in owner.people))
    return fitting if len(fitting) == 1 else ()


def _lone(hit: Found) -> tuple[Registered, ...]:
    """Those who are meant and may have any first name."""
    return tuple(owner for owner in hit.owners if owner.is_lone)


def _is_short(spelling: Spelling) -> bool:
    """Whether its last word is too short to be sure of; a number behind a name is not."""
    word = spelling.word
    return len(word) < 3 and (word == spelling.literal or not word.isdigit())


def _has_capital(written: str, ending: str | None) -> bool:
    """Whether a short word has the capital of a name; with a mere "s" behind it only capitals do ("Als", "JHZs")."""
    letters = written.lstrip("0123456789")
    return letters.isupper() if ending in ("s", "z") and len(letters) > 1 else letters[:1].isupper()


def _apart(hits: list[Found]) -> Iterator[Found]:
    """Without stretches that lie within the one before."""
    end = -1
    for hit in hits:
        if hit.start >= end:
            yield hit
            end = hit.end
        elif hit.end > end:
            hit.start = end
            yield hit
            end = hit.end


def title_before(text: str, start: int) -> int:
    """Where the title begins with which a name is said; the place itself when there is none."""
    low = max(0, start - 32)
    match = _TITLE.search(text[low:start])
    return low + match.start() if match else start
