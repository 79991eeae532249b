"""What each word of a run of capitals may be, before anything is known of the words around it.

The rule: a word of which it is known that it names nobody is marked so; everything else with a capital may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from tijdlijn.language.folding import fold
from tijdlijn.language.pseudonym_spelling import CAPITAL
from tijdlijn.language.pseudonym_words import HONORIFICS, PARTICLES
from tijdlijn.language.unregistered_names import DOUBTFUL, FIRST_NAMES, PLACES
from tijdlijn.language.unregistered_words import ORDINARY_WORDS, ORGANISATION_TAILS, PROPER, is_compound, names_nobody


class Mark(Enum):
    """What a word with a capital may be."""

    NOBODY = auto()
    COMPOUND = auto()
    """Made of ordinary words; a surname only behind what asks for one."""
    KIND = auto()
    """Letters behind the name of an organisation, as B.V."""
    PARTICLE = auto()
    INITIALS = auto()
    GIVEN = auto()
    """A first name that is nothing else."""
    DOUBTFUL = auto()
    """A first name or surname that is a word as well."""
    UNKNOWN = auto()
    CAPITALS = auto()
    """A strange word in capitals only, as in a heading."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or initials of a run of capitals; `joined` when a "&" stands before it, `linked` when particles do that
    only stand before surnames."""

    start: int
    end: int
    text: str
    folded: str
    mark: Mark
    joined: bool = False
    linked: bool = False


_LETTER = rf"(?:(?:Th|Chr?|Ph|Fr|IJ|Tj|[{CAPITAL}])\.)"
_INITIALS = rf"(?:(?:{_LETTER}[ -]?(?={_LETTER}))*{_LETTER})"
_WORD = rf"[{CAPITAL}]\w*(?:['’]\w+|-\w+|&\w+)*"
LINK = (
    r"(?:van|von|v\.|v\.d\.|v/d|vd|de|der|den|des|d\.|ten|ter|het|['’]t|el|al|bin|ben|ibn|da|dos|di|la|le|du|op den|"
    r"op de)"
)
"""What may stand in small letters between the words of a name."""
_UNIT = rf"(?:B\.V\.|{_INITIALS}|{_WORD})"
RUN = re.compile(rf"(?<![\w@./'’-]){_UNIT}(?:(?:(?<=\.)| {{1,2}})(?:& |(?:{LINK} )+|[ae]l-)?{_UNIT})*")
"""Words with a capital behind each other, with what may link them."""
_PIECE = re.compile(rf"(?P<kind>B\.V\.)|(?P<initials>{_INITIALS})|(?P<name>{_WORD})")
_SMALL = re.compile(r"(?<![\w@.-])[a-zà-ÿ]{4,}(?![\w@-])")
_CAP_PARTICLES = frozenset(
    ("de", "het", "van", "den", "der", "ter", "ten", "el", "al", "t", "von", "da", "la", "le", "di")
)
_SURE = FIRST_NAMES - DOUBTFUL
_LONGEST_ABBREVIATION = 5
TITLES = HONORIFICS - {"agent", "rechter"} | {"familie", "fam"}
"""What a surname stands behind."""
_BETWEEN_WORDS = re.compile(r"[\s/&-]+")


def words_of_run(run: re.Match[str], ignored: Collection[str]) -> list[Word]:
    """The words of what `RUN` found, without what links them."""
    found: list[Word] = []
    for piece in _PIECE.finditer(run[0]):
        written = piece[0]
        folded = fold(written).removesuffix("'s").strip("'")
        start = run.start() + piece.start()
        mark = _mark(written, folded, ignored) if piece.lastgroup == "name" else _SHAPED[piece.lastgroup or ""]
        gap = run[0][: piece.start()].rpartition(found[-1].text)[2].split() if found else []
        linked = bool(gap) and gap != ["van"]
        found.append(Word(start, start + len(written), written, folded, mark, "&" in gap, linked and "&" not in gap))
    return found


_SHAPED = {"kind": Mark.KIND, "initials": Mark.INITIALS}


def name_words(text: str) -> tuple[str, ...]:
    """What a name is known by: its words folded, without title, initials, particles and genitive."""
    bare = (piece.strip(".,()'\"").removesuffix("'s") for piece in _BETWEEN_WORDS.split(fold(text)))
    return tuple(word for word in bare if len(word) > 1 and word not in PARTICLES and word not in TITLES)


def small_words(text: str) -> list[re.Match[str]]:
    """The longer words without a capital."""
    return list(_SMALL.finditer(text))


SMALL_NAMES = frozenset(name for name in _SURE - ORDINARY_WORDS - PLACES - PROPER if len(name) > 3)
"""First names that are names without a capital too."""


def _mark(written: str, folded: str, ignored: Collection[str]) -> Mark:
    if folded in ignored or len(folded) < 2:
        return Mark.NOBODY
    if folded in _CAP_PARTICLES:
        return Mark.PARTICLE
    capitals = written.isupper()
    if capitals and len(folded) <= _LONGEST_ABBREVIATION and folded not in _SURE:
        return Mark.KIND if folded in ORGANISATION_TAILS else Mark.NOBODY
    if folded in PROPER:
        return Mark.NOBODY
    if folded in _SURE:
        return Mark.GIVEN
    if folded in ORDINARY_WORDS:
        return Mark.NOBODY
    if folded in DOUBTFUL:
        return Mark.DOUBTFUL
    if "-" in folded and _is_dashed(folded, written):
        return Mark.NOBODY
    if "-" not in folded and not capitals and folded not in PLACES and is_compound(folded):
        return Mark.COMPOUND
    return Mark.CAPITALS if capitals else Mark.UNKNOWN


def _is_dashed(folded: str, written: str) -> bool:
    """Whether words that a dash joins name nobody: "Wmo-aanvraag" and not "Nieuw-Buinen"."""
    parts = zip(folded.split("-"), written.split("-"), strict=True)
    return all(_names_nobody(part, shown) for part, shown in parts if shown[:1].isupper())


def _names_nobody(word: str, written: str) -> bool:
    if word in _SURE:
        return False
    abbreviated = written.isupper() and len(written) <= _LONGEST_ABBREVIATION
    return abbreviated or names_nobody(word)
