"""How a name may be spelled, and how a text is read so that all of these spellings look alike.

The rule: a text is folded to small letters without accents, with one space between words and without what cannot be
seen, and every place in it leads back to the text as written. A name is a few words with `GAP` between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from tijdlijn.language.folding import fold
from tijdlijn.language.pseudonym_words import AFTER_PARTICLE, PARTICLE_FORMS

GAP, LOOSE_GAP = "\0", "\1"
"""Between two words of a name; the loose one stands behind a single letter, which may have a dot."""
_GAPS = {GAP: r"(?:[ _/']| ?- ?|\.(?! ))?", LOOSE_GAP: r"[ ._/'-]{0,3}"}
NO_LETTER_BEFORE, NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_])"

_WIDE = {"ß": "ss", "æ": "ae", "œ": "oe", "Æ": "ae", "Œ": "oe", "ẞ": "ss"}
_UNSEEN = r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f]+"
_SEEN = r"(?P<space>\s{2,})|(?P<wide>[ßẞæÆœŒĳĲﬀ-ﬆ])"
_UNEVEN = re.compile(rf"{_UNSEEN}|{_SEEN}")
_SMALL, CAPITAL = "a-zß-öø-ÿąćęğıłńőśşšűźżžč", "A-ZÀ-ÖØ-ÞĄĆĘĞİŁŃŐŚŞŠŰŹŻŽČ"
BROKEN = re.compile(r"[^\W\d_](?:-|\u00ad+)[^\S\n]*\n")
"""A word that the end of a line may have cut in two."""
_JOINED = re.compile(rf"(?<=[^\W\d_])(?:-|\u00ad+)[^\S\n]*\n\s*|{_UNSEEN}|{_SEEN}")
RUN_ON = re.compile(rf"[{_SMALL}][{CAPITAL}]")
"""Words that only their capitals divide, as in the name of a file."""
_DIVIDED = re.compile(rf"(?P<divide>(?<=[{_SMALL}])(?=[{CAPITAL}]))|{_UNSEEN}|{_SEEN}")


class _Letters(dict[int, str]):
    """What each character becomes; looked up once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        letter = self[code] = " " if character.isspace() else _STROKES.get(character) or fold(character)
        return letter


_STROKES = {
    "ı": "i",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "ð": "d",
    "þ": "t",
    "ʼ": "'",
    "‛": "'",
}
_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable. `places` gives for each of its characters, and its end, the place in the text as
    written; it is None where the two are the same."""

    text: str
    places: tuple[int, ...] | None = None

    def place(self, at: int) -> int:
        """The place in the text as written."""
        return at if self.places is None else self.places[at]


def as_read(text: str) -> Folded:
    """A text as one reads it."""
    return _folded(text, _UNEVEN)


def as_joined(text: str) -> Folded:
    """A text with the words whole that the end of a line cuts in two."""
    return _folded(text, _JOINED)


def as_divided(text: str) -> Folded:
    """A text with a line between the words that only their capitals divide."""
    return _folded(text, _DIVIDED)


def plain(text: str) -> str:
    """A name or word made comparable."""
    return as_read(text).text.strip()


def _folded(text: str, uneven: re.Pattern[str]) -> Folded:
    if not uneven.search(text):
        return Folded(text.translate(_LETTERS))
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in uneven.finditer(text):
        pieces.append(text[at : match.start()].translate(_LETTERS))
        places.extend(range(at, match.start()))
        instead = _instead(match)
        pieces.append(instead)
        places.extend([match.start()] * len(instead))
        at = match.end()
    pieces.append(text[at:].translate(_LETTERS))
    return Folded("".join(pieces), (*places, *range(at, len(text) + 1)))


def _instead(match: re.Match[str]) -> str:
    if match.lastgroup == "space":
        return " "
    if match.lastgroup == "wide":
        return _WIDE.get(match[0]) or unicodedata.normalize("NFKD", match[0]).lower()
    return "_" if match.lastgroup == "divide" else ""


def written(words: Iterable[str]) -> str:
    """A name of some folded words, to be found with anything between them."""
    found = ""
    for word in words:
        found += (LOOSE_GAP if len(found) == 1 or found[-2:-1] in (GAP, LOOSE_GAP) else GAP) + word if found else word
    return found


def variants(word: str) -> frozenset[str]:
    """Folded spellings of one word of a name: Dijk and Dyk, Müller and Mueller, McGregor and Mc Gregor."""
    bare = plain(word).strip("'.")
    found = {bare, bare.replace("ij", "y")}
    if RUN_ON.search(word):
        found.add(as_divided(word).text.strip("'.").replace("_", GAP))
    lower = unicodedata.normalize("NFC", word).lower()
    if any(letter in lower for letter in "äöüøå"):
        wide = lower.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ø"): "oe", ord("å"): "aa"})
        found.add(plain(wide).strip("'."))
    return frozenset(one.replace("'", GAP) for one in found if one)


def with_particles(particles: tuple[str, ...], core: str) -> Iterator[str]:
    """A surname behind its particles, in every way these are written: "van der", "v.d.", "vd", "van den"."""
    choices: list[tuple[str, ...]] = []
    for number, particle in enumerate(particles):
        forms = PARTICLE_FORMS.get(particle, (particle,))
        choices.append(AFTER_PARTICLE.get(particle, forms) if number else forms)
    for chosen in product(*choices):
        yield written((*chosen, core))


def diminutives(name: str) -> Iterator[str]:
    """How a first name (folded) becomes small: Noortje, Timmetje, Willempje, Lotje, Evaatje, Romy'tje."""
    last = name[-1]
    if len(name) < 3 or GAP in name:
        return
    if last in "aou":
        yield from (f"{name}tje", f"{name}{last}tje")
    elif last in "iy":
        yield from (f"{name}tje", f"{name}{GAP}tje", f"{name.removesuffix('y').removesuffix('i')}ietje")
    elif last == "e":
        stem = name[:-1]
        short = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        yield from (f"{name}tje", f"{name}je", f"{stem}je", f"{short}je", f"{short}tje")
    else:
        yield from (f"{name}je", f"{name}tje", f"{name}etje", f"{name}{last}etje")
        if last == "m":
            yield f"{name}pje"
        if name.endswith("ng"):
            yield f"{name[:-1]}kje"


def any_of(literals: Iterable[str]) -> str:
    """A pattern of all of these, the longest first, that shares what they begin with."""
    tree: dict[str, object] = {}
    for literal in literals:
        node = tree
        for character in literal:
            node = node.setdefault(character, {})  # type: ignore[assignment]
        node[""] = None
    return _branches(tree)


def _branches(tree: dict[str, object]) -> str:
    branches = [
        (_GAPS.get(character) or re.escape(character)) + _branches(node)
        for character, node in sorted(tree.items())
        if isinstance(node, dict)
    ]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_GAP_WRITTEN = re.compile(r"[ ._/'-]+")


def key(literal: str) -> str:
    """What a literal and all that its pattern finds have in common."""
    return _GAP_WRITTEN.sub("", literal.replace(GAP, "").replace(LOOSE_GAP, ""))
