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
from tijdlijn.language.pseudonym_words import (
    FUNCTIONS,
    HONORIFICS,
    INSTITUTIONS,
    KIN,
    OPENING,
    ORDINARY,
    PARTICLES,
    words_of,
)
from tijdlijn.language.unregistered_names import (
    DOUBTFUL,
    DOUBTFUL_PLACES,
    FIRST_NAMES,
    PLACE_WORDS,
    PLACES,
    SURNAMES,
)
from tijdlijn.language.unregistered_words import (
    FINITE,
    NO_PERSON_CUES,
    ORDINARY_WORDS,
    ORGANISATION_ENDING,
    ORGANISATION_HEADS,
    ORGANISATION_TAILS,
    PLACE_CUES,
    PROPER,
    is_compound,
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
class _Token:
    """A word or initials of a run of capitals, and what it may be."""

    start: int
    end: int
    text: str
    word: str
    mark: str
    joined: bool = False


_LETTER = rf"(?:(?:Th|Chr?|Ph|Fr|IJ|Tj|[{CAPITAL}])\.)"
_INITIALS = rf"(?:(?:{_LETTER}[ -]?(?={_LETTER}))*{_LETTER})"
_WORD = rf"[{CAPITAL}]\w*(?:['’]\w+|-\w+|&\w+)*"
_LINK = (
    r"(?:van|von|v\.|v\.d\.|v/d|vd|de|der|den|d\.|ten|ter|het|['’]t|el|al|bin|ben|ibn|da|dos|di|la|le|du|op den|op de)"
)
_UNIT = rf"(?:B\.V\.|{_INITIALS}|{_WORD})"
_RUN = re.compile(rf"(?<![\w@./'’-]){_UNIT}(?:(?:(?<=\.)| {{1,2}})(?:& |(?:{_LINK} )+|[ae]l-)?{_UNIT})*")
_PIECE = re.compile(rf"(?P<word>B\.V\.)|(?P<initials>{_INITIALS})|(?P<name>{_WORD})")
_BEFORE = re.compile(
    rf"(?:(?P<cue>[^\W\d_](?:[\w'’-]*\w)?)(?P<dot>\.?)(?P<gap>,? *[(\"“‘'„]? *))?(?P<links>(?:{_LINK} +)*)$"
)
_STARTS = re.compile(r"(?:^|[.!?:…•|\n\t]|(?:^|\s)[-–—*·>]+|\d[.)]) *[\"“”‘'„(\[]* *$|[\"“‘„] *$")
_ACTS = re.compile(r"(?:['’]s)? (?P<verb>[a-zà-ÿ]+)")
_NAMED = re.compile(
    rf" ?\(\d|['’]s [a-z]|,? \d{{1,2}} (?:jaar|jr)|: ?[\"“‘„']| (?:en|of) (?:[{CAPITAL}][\w'’-]*)(?: \(| [a-z]|[.,])"
)
_SMALL_TITLED = re.compile(
    r"\b(?:[Mm]w|[Mm]evr|[Mm]evrouw|[Dd]hr|[Mm]eneer)\.? (?P<name>(?:(?:van|de|der|den|ten|ter|el|v\.d\.|vd) )*"
    r"(?P<core>[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)*))(?!\w)"
)
_SMALL = re.compile(r"(?<![\w@.-])[a-zà-ÿ]{4,}(?![\w@-])")
_CAP_PARTICLES = frozenset(
    ("de", "het", "van", "den", "der", "ter", "ten", "el", "al", "'t", "von", "da", "la", "le", "di")
)
_SURE = FIRST_NAMES - DOUBTFUL
_MAYBE_SURNAMES = ORDINARY | OPENING | SURNAMES
_PEOPLE = (KIN | FUNCTIONS | HONORIFICS) - {
    "van",
    "de",
    "het",
    "een",
    "bij",
    "geen",
    "team",
    "dienst",
    "jeugd",
    "nog",
    "netwerk",
}
_TITLES = HONORIFICS - {"agent", "rechter"} | {"familie", "fam"}
_ABBREVIATED = HONORIFICS | {"fam", "dhr", "o.a", "t.a.v", "i.v.m", "d.d", "nl", "bijv", "m.b.t", "incl", "evt"}
_NO_SURNAME = FUNCTIONS | INSTITUTIONS | HONORIFICS | KIN | PROPER
_BEFORE_SURNAMES = _TITLES | {
    "oma",
    "opa",
    "tante",
    "oom",
    "pleegouders",
    "pleegmoeder",
    "pleegvader",
    "buurman",
    "buurvrouw",
}
_ADJECTIVES = words_of(
    "sint st nieuw nieuwe oud oude groot grote klein kleine hoog hoge laag lage noord zuid oost west boven beneden "
    "binnen buiten prins prinses koningin koning burgemeester pater dokter pastoor"
)
_ENDS_OPEN = re.compile(rf"-{_LINK}$")
_NEAR = 48


def sightings(text: str, ignored: Collection[str] = ()) -> Iterator[Sighting]:
    """What looks like a name, in the order of the text. `ignored` are words that are no name here."""
    for run in _RUN.finditer(text):
        yield from _of_run(text, run, ignored)
    yield from _small(text, ignored)


def small_words(text: str) -> Iterator[str]:
    """The words without a capital, folded."""
    return (fold(word) for word in _SMALL.findall(text))


def name_words(text: str) -> tuple[str, ...]:
    """What a name is known by: its words folded, without title, initials, particles and genitive."""
    found = []
    for piece in re.split(r"[\s/&-]+", fold(text)):
        word = piece.strip(".,()'\"")
        word = word.removesuffix("'s")
        if len(word) > 1 and word not in PARTICLES and word not in _TITLES:
            found.append(word)
    return tuple(found)


def _small(text: str, ignored: Collection[str]) -> Iterator[Sighting]:
    """Names without a capital: behind a title, or first names that are no word."""
    taken: set[int] = set()
    for match in _SMALL_TITLED.finditer(text):
        core = fold(match["core"])
        if core not in ORDINARY_WORDS - OPENING and core not in ignored and core not in PARTICLES:
            taken.add(match.start("core"))
            yield Sighting(match.start("name"), match.end("name"), name_words(match["name"]), NameKind.PERSOON)
    for match in _SMALL.finditer(text):
        word = fold(match[0])
        if word in _SURE and word not in ORDINARY_WORDS and word not in ORDINARY and word not in PLACES:
            if word not in PROPER and word not in ignored and match.start() not in taken:
                yield Sighting(match.start(), match.end(), (word,), NameKind.PERSOON)


def _of_run(text: str, run: re.Match[str], ignored: Collection[str]) -> Iterator[Sighting]:
    start = run.start()
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    cue = fold(before["cue"]) if before and before["cue"] else ""
    links = before["links"] if before else ""
    if before and before["dot"] and cue not in _ABBREVIATED and len(cue) > 1:
        cue = ""
    begins = not (links or cue in _ABBREVIATED) and bool(_STARTS.search(text, max(0, start - 8), start) or not start)
    tokens = [_token(match, start, ignored) for match in _PIECE.finditer(run[0])]
    tokens = _in_sentence(tokens, begins)
    for first, last in _segments(tokens, "" if begins else cue):
        opening = begins and first == 0
        beside = tokens[first - 1].word if first else ("" if begins else cue)
        lead = links if first == 0 else ""
        yield from _judged(text, tokens[first:last], beside, lead, opening)


def _token(match: re.Match[str], offset: int, ignored: Collection[str]) -> _Token:
    written = match[0].rstrip(" -")
    word = fold(written).removesuffix("'s").strip("'")
    start = offset + match.start()
    mark = "I" if match.lastgroup == "initials" else _mark(written, word, ignored)
    joined = match.string.endswith("& ", 0, match.start())
    return _Token(start, start + len(written), written, word, mark, joined)


def _in_sentence(tokens: list[_Token], begins: bool) -> list[_Token]:
    """The words of a run, of which those are names that have no capital in a sentence otherwise ("bij Groot"), and that
    belong to a name behind them ("Sint Laurens")."""
    made = list(tokens)
    for number in range(len(tokens) - 1, -1 if not begins else 0, -1):
        token = made[number]
        behind = made[number + 1].mark if number + 1 < len(made) else "O"
        if token.mark == "O" and (token.word in SURNAMES or (token.word in _ADJECTIVES and behind in "UFD")):
            made[number] = replace(token, mark="D")
    return made


def _mark(written: str, word: str, ignored: Collection[str]) -> str:
    """O names nobody, P is a particle, F surely a first name, D perhaps, U is unknown.

    K is made of ordinary words, C are capitals only, T is behind the name of an organisation.
    """
    if word in ignored or len(word) < 2:
        return "O"
    if word in _CAP_PARTICLES:
        return "P"
    capitals = written.isupper()
    if capitals and len(word) < 6 and word not in _SURE:
        return "T" if word in ORGANISATION_TAILS else "O"
    if word in PROPER or (word in ORDINARY_WORDS and word not in _SURE):
        return "O"
    if word in _SURE:
        return "F"
    if word in DOUBTFUL:
        return "D"
    if "-" in word and _is_ordinary_compound(word, written):
        return "O"
    if "-" not in word and not capitals and word not in PLACES and is_compound(word):
        return "K"
    return "C" if capitals else "U"


def _is_ordinary_compound(word: str, written: str) -> bool:
    """Whether words that a dash joins name nobody: "Wmo-aanvraag" and not "Nieuw-Buinen"."""
    parts = [(part, shown) for part, shown in zip(word.split("-"), written.split("-"), strict=True) if part]
    named = [not _names_nobody(part, shown) for part, shown in parts if shown[:1].isupper()]
    return not any(named)


def _names_nobody(word: str, written: str) -> bool:
    if word in _SURE:
        return False
    return word in PROPER or word in ORDINARY_WORDS or is_compound(word) or (written.isupper() and len(written) < 6)


def _segments(tokens: list[_Token], cue: str) -> Iterator[tuple[int, int]]:
    """The stretches of a run that may be one name: from and to which of its words."""
    named = [_names(tokens, number, cue) for number in range(len(tokens))]
    for is_name, group in groupby(range(len(tokens)), key=named.__getitem__):
        if not is_name:
            continue
        numbers = list(group)
        while numbers and tokens[numbers[-1]].mark == "P":
            numbers.pop()
        if any(tokens[number].mark not in "IP" for number in numbers):
            first = numbers[0]
            while first and _heads(tokens[first - 1], tokens[first]):
                first -= 1
            yield first, numbers[-1] + 1


def _heads(token: _Token, behind: _Token) -> bool:
    """Whether a word says what kind of organisation the name behind it is of."""
    return token.word in ORGANISATION_HEADS and token.mark in "OT" and behind.mark not in "FI"


def _names(tokens: list[_Token], number: int, cue: str) -> bool:
    """Whether a word of a run is part of a name, given what stands before it."""
    token = tokens[number]
    if token.mark in "IPFDUC" or token.joined or (number + 1 < len(tokens) and tokens[number + 1].joined):
        return True
    if not number:
        return _after_title(token, cue)
    before = tokens[number - 1]
    words = [cue, *(one.word.strip(".") for one in tokens[:number])]
    if before.mark == "P":
        beside = words[-2]
        return _after_title(token, beside) or (beside in ORGANISATION_HEADS and token.word not in INSTITUTIONS)
    if before.mark == "U" and token.word in ORGANISATION_TAILS:
        return True
    if before.mark in "IFD" and (token.mark == "K" or token.word in _MAYBE_SURNAMES - PROPER):
        return True
    return bool(_ENDS_OPEN.search(before.text)) or _after_title(token, words[-1])


def _after_title(token: _Token, beside: str) -> bool:
    """Whether a word is a surname because of the title or the kin before it: "mw. Kort"."""
    return beside in _BEFORE_SURNAMES and len(token.word) > 2 and token.word not in _NO_SURNAME


def _judged(text: str, tokens: list[_Token], beside: str, links: str, opening: bool) -> Iterator[Sighting]:
    """A stretch of words as one name, or none."""
    if beside in NO_PERSON_CUES and len(tokens) == 1 and len(tokens[0].word) < 3:
        return
    start, end = tokens[0].start, tokens[-1].end
    what = _kind(tokens, beside, links)
    if links and what is NameKind.PERSOON and (beside in _PEOPLE or re.search(r"d[er]r? |ter |ten |el |den ", links)):
        start -= len(links)
    sure = not opening or _is_sure(text, tokens)
    if opening and [token.mark for token in tokens[:2]] == ["U", "F"] and not _acts(text, tokens[-1].end):
        first = tokens[0]
        yield Sighting(first.start, first.end, name_words(first.text), what, sure=False)
        tokens, start = tokens[1:], tokens[1].start
    if all(token.mark in "CPI" for token in tokens) and beside not in _TITLES:
        sure = False
    words = name_words(text[start:end])
    if words:
        yield Sighting(start, _without_genitive(text, end), words, what, sure)


def _without_genitive(text: str, end: int) -> int:
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def _is_sure(text: str, tokens: list[_Token]) -> bool:
    """Whether words with which a sentence begins are a name by what they are or by what follows."""
    named = [token for token in tokens if token.mark in "UFDOTCK"]
    if tokens[0].mark in "FIPOTK" or len(named) > 1:
        return True
    if tokens[0].word in PLACES - DOUBTFUL_PLACES:
        return True
    return _acts(text, tokens[-1].end) or bool(_NAMED.match(text, tokens[-1].end))


def _acts(text: str, end: int) -> bool:
    """Whether what follows is what a person does."""
    verb = _ACTS.match(text, end)
    return bool(verb) and fold(verb["verb"]) in FINITE  # type: ignore[index]


def _kind(tokens: list[_Token], beside: str, links: str) -> NameKind:
    words = [token.word.strip(".") for token in tokens]
    marks = {token.mark for token in tokens}
    if (
        words[0] in ORGANISATION_HEADS
        or words[-1] in ORGANISATION_TAILS
        or words[-1] == "b.v"
        or any(token.joined for token in tokens)
    ):
        return NameKind.ORGANISATIE
    if beside in _PEOPLE or marks & {"I", "F"}:
        return NameKind.PERSOON
    if beside in ORGANISATION_HEADS:
        return NameKind.ORGANISATIE
    if words[-1] in PLACE_WORDS and words[0] in ("den", "de"):
        return NameKind.PLAATS
    if tokens[0].mark == "P" and words[0] in ("de", "het", "'t") and words[-1] not in SURNAMES:
        return NameKind.ORGANISATIE
    if ORGANISATION_ENDING.match(words[-1]) and beside not in PLACE_CUES:
        return NameKind.ORGANISATIE
    if words[0] in PLACES and (words[0] not in DOUBTFUL_PLACES or beside in PLACE_CUES):
        return NameKind.PLAATS
    if "D" in marks:
        return NameKind.PERSOON
    if beside in PLACE_CUES and not links:
        return NameKind.PLAATS
    return NameKind.ORGANISATIE if beside == "bij" and len(tokens) == 1 else NameKind.PERSOON
