"""Where one text has what looks like a name, read from its capitals and the words around them.

The rule: a capital in the middle of a sentence is a name unless its word names nobody; one with which a sentence
begins is a name when it is a known first name, stands before another, or does what a person does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from tijdlijn.language.folding import fold
from tijdlijn.language.pseudonym_spelling import CAPITAL
from tijdlijn.language.pseudonym_words import FUNCTIONS, HONORIFICS, INSTITUTIONS, KIN, OPENING, words_of
from tijdlijn.language.unregistered_common import FINITE
from tijdlijn.language.unregistered_marks import LINK, RUN, SMALL_NAMES, TITLES, Mark, Word, name_words, words_of_run
from tijdlijn.language.unregistered_names import DOUBTFUL_PLACES, PLACE_WORDS, PLACES, SURNAMES
from tijdlijn.language.unregistered_words import (
    CARE_CUES,
    NO_PERSON_CUES,
    NOUNS_AND_SURNAMES,
    ORDINARY_WORDS,
    ORGANISATION_ENDING,
    ORGANISATION_HEADS,
    ORGANISATION_TAILS,
    PLACE_CUES,
    PROPER,
)
from tijdlijn.model.people import NameKind


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch of a text that looks like a name. `words` are what it is known by, folded; not `sure` is what only is a
    name when it is one elsewhere."""

    start: int
    end: int
    words: tuple[str, ...]
    what: NameKind
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a run: the word `cue` (folded), the small particles that belong to the name, and whether a
    sentence begins."""

    cue: str = ""
    links: str = ""
    begins: bool = True


_NEAR = 48
_NAME, _NOBODY = (Mark.UNKNOWN, Mark.GIVEN, Mark.DOUBTFUL), (Mark.NOBODY, Mark.COMPOUND, Mark.KIND)
_LINKS = re.compile(rf"(?<!\w)(?:{LINK} +)+$")
_CUE = re.compile(r"(?P<word>[^\W\d_](?:[\w'’-]*\w)?)(?P<dot>\.?),?$")
_OPENING_MARKS = " \"“”'‘’„([*_"
_ENDS = frozenset(".!?:…•|\n\t–—·>;")
_LISTED = re.compile(r"(?:(?:^|\s)-+|\d[.)])$")
_LABEL_BEGINS = re.compile(r"[.!?\n,;] ?")
_QUOTE = re.compile(r"[\"“‘„] *$")
_VERB = re.compile(r"(?:['’]s)? (?P<verb>[a-zà-ÿ]+)")
_PERSON_DOES = ("eert", "eerde")
"""How the verbs end of which no list is long enough."""
_NAMED = re.compile(
    rf" ?\(\d|['’]s [a-z]|,? \d{{1,2}} (?:jaar|jr)|: ?[\"“‘„']| (?:en|of) (?:[{CAPITAL}][\w'’-]*)(?: \(| [a-z]|[.,])"
)
"""What stands behind a person, and hardly behind a word: an age, a genitive, what is said, somebody else."""
_SMALL_TITLED = re.compile(
    r"\b(?:[Mm]w|[Mm]evr|[Mm]evrouw|[Dd]hr|[Mm]eneer)\.? (?P<name>(?:(?:van|de|der|den|ten|ter|el|v\.d\.|vd) )*"
    r"(?P<core>[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)*))(?!\w)"
)
_NO_SURNAME = FUNCTIONS | INSTITUTIONS | HONORIFICS | KIN | PROPER
_KIN_BEFORE_SURNAMES = words_of("oma opa tante oom pleegouders pleegmoeder pleegvader buurman buurvrouw")
_BEFORE_SURNAMES = TITLES | _KIN_BEFORE_SURNAMES
_PEOPLE = (KIN | FUNCTIONS | HONORIFICS) - words_of("van de het een bij geen team dienst jeugd nog netwerk")
_ABBREVIATED = TITLES | words_of("o.a t.a.v i.v.m d.d nl bijv m.b.t incl evt")
_MAYBE_SURNAMES = (NOUNS_AND_SURNAMES | SURNAMES) - PROPER
_ADJECTIVES = words_of(
    "sint st nieuw nieuwe oud oude groot grote klein kleine hoog hoge laag lage noord zuid oost west boven beneden "
    "binnen buiten prins prinses koningin koning burgemeester pater dokter pastoor"
)
_NAMED_HEADS = words_of(
    "stichting vereniging obs cbs rkbs kbs pcbs ikc roc zorgboerderij gezinshuis zorghoeve vv sv kdv zorgaanbieder "
    "basisschool kinderdagverblijf praktijk kliniek"
)
"""Kinds of organisations that are hardly written with a capital unless a name stands behind them."""
_LABELS = _PEOPLE | words_of(
    "contactpersoon aanwezig aanwezigen betrokkenen deelnemers naam namen collega betrokken gesproken opsteller auteur "
    "behandelaren verslaglegger voornaam achternaam ingezet verwijzer"
)
"""Words before a colon behind which a name stands."""
_TOWNS = PLACES - DOUBTFUL_PLACES
_ENDS_OPEN = re.compile(rf"-{LINK}$")


def sightings(text: str, ignored: Collection[str] = ()) -> Iterator[Sighting]:
    """What looks like a name, in the order of the text. `ignored` are words that are no name here."""
    for run in RUN.finditer(text):
        words = words_of_run(run, ignored)
        before = _before(text, run.start()) if run.start() else _Before()
        words = _in_sentence(words, before.begins)
        for first, last in _segments(words, before.cue):
            beside = words[first - 1].folded.strip(".") if first else before.cue
            links = "" if first else before.links
            yield from _judged(text, words[first:last], beside, links, before.begins and not first)


def small_sightings(text: str, small: Collection[re.Match[str]], ignored: Collection[str] = ()) -> Iterator[Sighting]:
    """Names without a capital: behind a title, or first names that are no word. `small` are the small words."""
    titled = set()
    for match in _SMALL_TITLED.finditer(text) if small else ():
        core = fold(match["core"])
        words = name_words(match["name"])
        if words and core not in ORDINARY_WORDS - OPENING and core not in ignored:
            titled.add(match.start("core"))
            yield Sighting(match.start("name"), match.end("name"), words, NameKind.PERSOON)
    for match in small:
        word = fold(match[0])
        if word in SMALL_NAMES and word not in ignored and match.start() not in titled:
            yield Sighting(match.start(), match.end(), (word,), NameKind.PERSOON)


def _before(text: str, start: int) -> _Before:
    before = text[max(0, start - _NEAR) : start]
    links = _LINKS.search(before) if before.endswith(" ") else None
    rest = before[: links.start()] if links else before
    bare = rest.rstrip(_OPENING_MARKS)
    cue = _CUE.search(bare)
    word = fold(cue["word"]) if cue else ""
    if cue and cue["dot"]:
        shortened = word in _ABBREVIATED or len(word) == 1
        return _Before(word if shortened else "", links[0] if links else "", not shortened and not links)
    if bare.endswith(":") and not _LABELS.isdisjoint(fold(_LABEL_BEGINS.split(bare)[-1].strip(":")).split()):
        return _Before("contactpersoon", links[0] if links else "", begins=False)
    ends = not bare or bare[-1] in _ENDS or bool(_LISTED.search(bare) or _QUOTE.search(rest))
    return _Before("" if ends else word, links[0] if links else "", ends and not links)


def _in_sentence(words: list[Word], begins: bool) -> list[Word]:
    """The words of a run, of which those are names that have no capital in a sentence otherwise ("bij Groot"), and that
    belong to a name behind them ("Sint Laurens")."""
    made = list(words)
    for number in range(len(words) - 1, 0 if begins else -1, -1):
        word = made[number]
        leads = word.folded in _ADJECTIVES and number + 1 < len(made) and made[number + 1].mark in _NAME
        leads = leads or (number > 0 and made[number - 1].folded in _NAMED_HEADS and word.folded not in _NO_SURNAME)
        if word.mark is Mark.NOBODY and (leads or word.folded in SURNAMES):
            made[number] = replace(word, mark=Mark.DOUBTFUL)
    return made


def _segments(words: list[Word], cue: str) -> Iterator[tuple[int, int]]:
    """The stretches of a run that may be one name: from and to which of its words."""
    if all(word.mark is Mark.NOBODY for word in words) and cue not in _BEFORE_SURNAMES and len(words) == 1:
        return
    named = [_names(words, number, cue) for number in range(len(words))]
    for is_name, group in groupby(range(len(words)), key=named.__getitem__):
        numbers = list(group) if is_name else []
        while numbers and words[numbers[-1]].mark is Mark.PARTICLE:
            numbers.pop()
        if any(words[number].mark not in (Mark.INITIALS, Mark.PARTICLE) for number in numbers):
            first = numbers[0]
            while first and _heads(words[first - 1], words[first]):
                first -= 1
            yield first, numbers[-1] + 1


def _heads(word: Word, behind: Word) -> bool:
    """Whether a word says what kind of organisation the name behind it is of."""
    is_person = behind.mark in (Mark.GIVEN, Mark.INITIALS)
    return word.folded in ORGANISATION_HEADS and word.mark in _NOBODY and not is_person


def _names(words: list[Word], number: int, cue: str) -> bool:
    """Whether a word of a run is part of a name, given what stands before it."""
    word = words[number]
    if word.mark not in _NOBODY or word.joined or (number + 1 < len(words) and words[number + 1].joined):
        return True
    if not number:
        return _after_title(word, cue)
    before = words[number - 1]
    earlier = [cue, *(one.folded.strip(".") for one in words[:number])]
    if before.mark is Mark.PARTICLE:
        heads = earlier[-2] in ORGANISATION_HEADS and word.folded not in INSTITUTIONS
        return heads or _after_title(word, earlier[-2])
    if before.mark is Mark.UNKNOWN and word.folded in ORGANISATION_TAILS | {"b.v."}:
        return True
    if word.linked and before.mark in (*_NAME, Mark.INITIALS):
        return True
    if before.folded in _NAMED_HEADS and before.mark is Mark.NOBODY and word.folded not in _NO_SURNAME:
        return True
    if before.mark in (Mark.INITIALS, Mark.GIVEN, Mark.DOUBTFUL):
        return word.mark is Mark.COMPOUND or word.folded in _MAYBE_SURNAMES
    return bool(_ENDS_OPEN.search(before.text)) or _after_title(word, earlier[-1])


def _after_title(word: Word, beside: str) -> bool:
    """Whether a word is a surname because of the title or the kin before it: "mw. Kort"."""
    return beside in _BEFORE_SURNAMES and len(word.folded) > 2 and word.folded not in _NO_SURNAME


def _judged(text: str, words: list[Word], beside: str, links: str, opening: bool) -> Iterator[Sighting]:
    """A stretch of words as one name, or none."""
    if beside in NO_PERSON_CUES and len(words) == 1 and len(words[0].folded) < 3:
        return
    what = _kind(words, beside, links)
    start, end = words[0].start, words[-1].end
    if links and what is NameKind.PERSOON and (beside in _PEOPLE or links.split()[-1] not in ("van", "de", "het")):
        start -= len(links)
    if opening and [word.mark for word in words[:2]] == [Mark.UNKNOWN, Mark.GIVEN] and not _acts(text, end):
        yield Sighting(words[0].start, words[0].end, name_words(words[0].text), what, sure=False)
        words, start = words[1:], words[1].start
    sure = (not opening or _is_sure(text, words)) and (not _is_heading(words) or beside in TITLES)
    end -= 2 if text[end - 2 : end] in ("'s", "’s") else 0
    known_by = name_words(text[start:end])
    if known_by:
        yield Sighting(start, end, known_by, what, sure)


def _is_heading(words: list[Word]) -> bool:
    """Whether these are strange words of a line in capitals, of which none is a town."""
    capitals = all(word.mark in (Mark.CAPITALS, Mark.PARTICLE, Mark.INITIALS) for word in words)
    return capitals and not any(word.folded in _TOWNS for word in words)


def _is_sure(text: str, words: list[Word]) -> bool:
    """Whether words with which a sentence begins are a name by what they are or by what follows."""
    named = [word for word in words if word.mark not in (Mark.INITIALS, Mark.PARTICLE)]
    if words[0].mark not in (Mark.UNKNOWN, Mark.DOUBTFUL, Mark.CAPITALS) or len(named) > 1:
        return True
    known = words[0].folded in _TOWNS
    return known or _acts(text, words[-1].end) or bool(_NAMED.match(text, words[-1].end))


def _acts(text: str, end: int) -> bool:
    """Whether what follows is what a person does."""
    verb = _VERB.match(text, end)
    return verb is not None and (fold(verb["verb"]) in FINITE or verb["verb"].endswith(_PERSON_DOES))


def _kind(words: list[Word], beside: str, links: str) -> NameKind:
    first, last = words[0].folded, words[-1].folded
    marks = {word.mark for word in words}
    if first in ORGANISATION_HEADS or last in ORGANISATION_TAILS or Mark.KIND in marks or any(w.joined for w in words):
        return NameKind.ORGANISATIE
    if beside in _PEOPLE or marks & {Mark.INITIALS, Mark.GIVEN}:
        return NameKind.PERSOON
    if beside in ORGANISATION_HEADS:
        return NameKind.ORGANISATIE
    if first in ("den", "de") and last in PLACE_WORDS:
        return NameKind.PLAATS
    article = first if words[0].mark is Mark.PARTICLE else links.strip()
    if article in ("de", "het", "t", "'t") and last not in SURNAMES and last not in PLACES:
        return NameKind.ORGANISATIE
    if ORGANISATION_ENDING.match(last) and beside not in PLACE_CUES:
        return NameKind.ORGANISATIE
    if first in PLACES and (first not in DOUBTFUL_PLACES or beside in PLACE_CUES):
        return NameKind.PLAATS
    if Mark.DOUBTFUL in marks:
        return NameKind.PERSOON
    if beside in PLACE_CUES and not links:
        return NameKind.PLAATS
    return NameKind.ORGANISATIE if beside in CARE_CUES and len(words) == 1 else NameKind.PERSOON
