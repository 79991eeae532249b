"""Names that nobody registered, in texts with pseudonyms: what a person looks through before an export.

The rule: what looks like a name and is no pseudonym in use is told once, however it is spelled and however often it is
written, with a few places to judge it by. Nothing is replaced here, and nothing is remembered.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.unregistered_addresses import addresses
from tijdlijn.language.unregistered_marks import name_words, small_words
from tijdlijn.language.unregistered_names import FIRST_NAMES
from tijdlijn.language.unregistered_reading import Sighting, sightings, small_sightings
from tijdlijn.language.unregistered_words import PHRASES
from tijdlijn.model.people import NameKind

__all__ = ["Sighting", "Suspect", "hidden", "sighted", "suspects", "told"]


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may be a name: as most often written, how often, and at most three `places` with the words around it."""

    name: str
    what: NameKind
    count: int
    places: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """All sightings of one name. `spellings` counts how it is written, by what is known of it."""

    words: tuple[str, ...]
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[NameKind] = field(default_factory=Counter)
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    shorter: int = 0

    @property
    def what(self) -> NameKind:
        """What it is most often said to be."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    def add(self, written: str, what: NameKind, excerpt: str) -> None:
        """One more sighting."""
        self.spellings[written] += 1
        self.kinds[what] += 1
        self.places[written].add(excerpt)

    def take(self, other: _Group) -> None:
        """Add what was seen of a shorter name for the same."""
        self.shorter += other.count
        for written, excerpts in other.places.items():
            self.places[written] |= excerpts

    @property
    def count(self) -> int:
        """How often it is written, in full or shorter."""
        return self.spellings.total() + self.shorter

    def told(self) -> Suspect:
        """It as the suspect it is, with the places of its name first."""
        name = min(self.spellings, key=lambda one: (-self.spellings[one], one))
        others = sorted(set().union(*self.places.values()) - self.places[name])
        return Suspect(name, self.what, self.count, (*sorted(self.places[name]), *others)[:_PLACES])


_AROUND = 40
_COVER = "¤"
"""No letter, and no end of a sentence."""
_PLACES = 3
_PHRASES = re.compile(rf"(?<!\w)(?=[A-Z])(?i:{'|'.join(map(re.escape, sorted(PHRASES, key=len, reverse=True)))})(?!\w)")


def suspects(texts: Iterable[str], ours: Collection[str] = ()) -> tuple[Suspect, ...]:
    """What still looks like a name in texts with the pseudonyms `ours`, most written first."""
    return told(sighted(texts, ours), ours)


def sighted(texts: Iterable[str], ours: Collection[str] = ()) -> Iterator[tuple[str, Sighting]]:
    """Every text with each stretch of it that looks like a name."""
    ignored = _own_words(ours)
    hide = hidden(ours)
    sure: list[tuple[str, Sighting]] = []
    doubtful: list[tuple[str, Sighting]] = []
    small: set[str] = set()
    for text in texts:
        rest = hide(text)
        for address in addresses(rest):
            where = Sighting(
                address.start, address.end, (squeezed(fold(text[address.start : address.end])),), address.what
            )
            sure.append((text, where))
            rest = f"{rest[: address.start]}{_COVER * (address.end - address.start)}{rest[address.end :]}"
        lower = small_words(rest)
        small.update(fold(word[0]) for word in lower)
        rest = _PHRASES.sub(_blank, rest)
        for sighting in (*sightings(rest, ignored), *small_sightings(rest, lower, ignored)):
            (sure if sighting.sure else doubtful).append((text, sighting))
    known = {word for _, sighting in sure for word in sighting.words if sighting.what is not NameKind.PLAATS}
    yield from sure
    yield from ((text, one) for text, one in doubtful if known.issuperset(one.words) and small.isdisjoint(one.words))


def told(found: Iterable[tuple[str, Sighting]], ours: Collection[str] = ()) -> tuple[Suspect, ...]:
    """Sightings in texts as suspects: every name once."""
    ignored = _own_words(ours)
    kept = [(text, one) for text, one in found if not ignored.issuperset(one.words)]
    known = {word for _, one in kept for word in one.words}
    groups: dict[tuple[str, ...], _Group] = {}
    for text, one in kept:
        words = tuple(_nominative(word, known) for word in one.words)
        written = squeezed(text[one.start : one.end])
        if words[-1] != one.words[-1]:
            written = written.removesuffix("s")
        groups.setdefault(words, _Group(words)).add(written, one.what, _excerpt(text, one))
    made = [group.told() for group in _merged(groups)]
    return tuple(sorted(made, key=lambda one: (-one.count, fold(one.name), one.name)))


def _own_words(ours: Collection[str]) -> frozenset[str]:
    """The words of the pseudonyms in use, folded: none of these is a name that was forgotten."""
    return frozenset(word for name in ours for word in (*fold(name).split(), *name_words(name)))


def hidden(ours: Collection[str]) -> Callable[[str], str]:
    """What covers the pseudonyms in a text, so that everything else stays where it stands."""
    names = sorted({squeezed(name) for name in ours if name.strip()}, key=len, reverse=True)
    if not names:
        return str
    written = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    pattern = re.compile(rf"(?<![\w-])(?:{written})(?:['’]?s)?(?![\w-])", re.IGNORECASE)
    return lambda text: pattern.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return _COVER * len(match[0])


def _nominative(word: str, known: Collection[str]) -> str:
    """A name without the s of the genitive: "karins" is "karin" when that is a name here and "karins" is none."""
    return word[:-1] if word.endswith("s") and word not in FIRST_NAMES and word[:-1] in known else word


def _excerpt(text: str, one: Sighting) -> str:
    start, end = max(0, one.start - _AROUND), min(len(text), one.end + _AROUND)
    return f"{'…' if start else ''}{squeezed(text[start:end])}{'…' if end < len(text) else ''}"


def _merged(groups: dict[tuple[str, ...], _Group]) -> Iterable[_Group]:
    """The groups, with each short name added to the one longer name that holds all of its words."""
    holding: dict[str, list[_Group]] = defaultdict(list)
    for group in groups.values():
        for word in set(group.words):
            holding[word].append(group)
    for group in sorted(groups.values(), key=lambda one: (len(one.words), one.words)):
        longer = [
            one
            for one in holding[group.words[0]]
            if len(one.words) > len(group.words) and set(one.words) > set(group.words)
        ]
        if len(longer) == 1 and group.what in (longer[0].what, NameKind.PERSOON):
            longer[0].take(group)
            del groups[group.words]
    return groups.values()
