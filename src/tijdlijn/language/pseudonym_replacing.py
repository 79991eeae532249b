"""A text with every registered name replaced.

The rule: a text in which nobody is named comes back as it is. What a replaced name leaves must read as Dutch: a title
before it goes, an ending stays ("Lottes kamer" becomes "Kind A's kamer").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tijdlijn.language.pseudonym_finding import Finder, Found, Registered, Tier, title_before
from tijdlijn.language.pseudonym_parts import Part
from tijdlijn.language.pseudonym_spelling import (
    BROKEN,
    RUN_ON,
    Folded,
    as_divided,
    as_joined,
    as_read,
    plain,
)
from tijdlijn.language.pseudonym_words import INSTITUTIONS, KIN, LISTED, NO_INITIALS, ORDINARY

NOBODY = "N.N."
"""A name that more than one has outside the family, or that nobody has."""
_TLD = "nl|com|org|net|eu|be|de|info|nu|frl|amsterdam|shop|online|email|gov|edu"
_MAY_BE_ADDRESS = re.compile(rf"@|\.(?:{_TLD})(?!\w)")
_ADDRESS = re.compile(
    rf"(?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})*)|(?:https?://)?(?:[\w-]{{1,63}}\.){{1,5}}(?:{_TLD})(?!\w)(?:/[^\s<>\"')]*)?"
)
MAIL_ADDRESS, WEB_ADDRESS = "[e-mailadres]", "[webadres]"
_CACHED = 50_000
_NEAR = 64
_VOWEL_OR_SIGN = re.compile(r"(?:[aeiouyA-Z\d)]|\W)$")
_LETTERS = re.compile(
    r"(?<![\w.@/'’-])(?P<first>(?:[A-ZÀ-Þ](?:\.[ ]?|(?=v|d)| (?=v))){1,3})"
    r"(?P<particles>(?:(?:van|v|der|den|de|d|ten|ter|te|el|al|la)[. /]*)*)(?P<last>[A-ZÀ-Þ])(?P<dot>\.?)(?![\w'’])"
)
_LETTER = re.compile(
    r"(?<![\w.@/'’&-])(?P<letter>[A-ZÀ-Þ])"
    r"(?:\.?(?P<ending>['’]s)(?= )|\.(?= [a-zà-ÿ(])(?! (?:v|van|d|de|der|den|ten|ter)[. ]+(?:\w{1,3}[. ]+)?[A-Z]))"
)
_SENTENCE_ENDS = re.compile(r"\s*(?:\Z|[A-ZÀ-Þ])")
_LISTED = re.compile(LISTED)
_MARK = re.compile(r"^[ \t]*([A-Z])\.\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letters:
    """Who is meant by letters alone: by those of first name and surname (with `True` for particles between), or by
    that of the first name of a child. Only what can mean one."""

    pairs: Mapping[tuple[str, str, bool], Registered]
    single: Mapping[str, Registered]


NO_LETTERS = Letters({}, {})
_WORD_BEFORE = re.compile(r"(?<![^\W_])(?P<word>[^\W_]{3,}) $")


class Replacer:
    """Replaces every registered name, except that of who is `kept`. `shared` is what a part of a name is called that
    more than one has."""

    def __init__(
        self,
        finder: Finder,
        names: Mapping[Registered, str],
        shared: Mapping[str, str],
        letters: Letters,
        kept: Registered | None = None,
    ) -> None:
        self._finder, self._names, self._shared, self._letters = finder, names, shared, letters
        self._kept = kept
        self._known: dict[str, str] = {}
        named = (*names.values(), *shared.values(), NOBODY)
        self.used = frozenset(named)
        self._lettered = tuple(name.rstrip(".") for name in named if name.rstrip(".")[-1:].isupper())
        cores = {plain(word) for record in names for word in _cores(record)}
        glued = sorted(core for core in cores if len(core) > 3 and core not in INSTITUTIONS | KIN | ORDINARY)
        self._glued = re.compile("|".join(map(re.escape, glued)) or "(?!)")
        self._accounts = frozenset(account for record in names for account in _accounts(record)) - INSTITUTIONS

    def text(self, text: str) -> str:
        """The text without registered names; the same object when it has none."""
        if not text:
            return text
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            made = self._replaced(text)
            known = self._known[text] = text if made == text else made
        return known

    def names_kept(self, text: str) -> bool:
        """Whether a text names whose name is kept; also where it may be another of that first name."""
        return any(
            self._kept in hit.owners and (len(hit.owners) == 1 or hit.part is Part.GIVEN or hit.more)
            for hit in self._hits(text)
        )

    def may_name_kept(self, text: str) -> bool:
        """Whether a text has a surname alone that is also of whose name is kept."""
        return any(self._kept in hit.everyone for hit in self._hits(text))

    def _hits(self, text: str) -> Iterator[Found]:
        for reading in (as_read, as_divided, as_joined) if text and self._kept else ():
            yield from self._finder.found(text, reading(text), self._lettered)

    def tells(self, text: str) -> bool:
        """Whether a text that somebody chose as a pseudonym holds a registered name, if only within a word."""
        if self._replaced(text) != text or self._replaced(f"Met {text.upper()}") != f"Met {text.upper()}":
            return True
        words = re.findall(r"[^\W\d_]+", plain(text))
        return any(word not in INSTITUTIONS and self._glued.search(word) for word in words)

    def _replaced(self, text: str) -> str:
        made = self._read_through(text)
        is_odd = made != text and (RUN_ON.search(text) or BROKEN.search(text) or _MAY_BE_ADDRESS.search(text))
        return self._read_through(made) if is_odd else made

    def _read_through(self, text: str) -> str:
        if _MAY_BE_ADDRESS.search(text):
            text = _ADDRESS.sub(self._address, text)
        if RUN_ON.search(text):
            text = self._read(text, as_divided)
        if BROKEN.search(text):
            text = self._read(text, as_joined)
        return self._without_letters(self._read(text, as_read))

    def _address(self, match: re.Match[str]) -> str:
        folded = as_read(match[0])
        names = self._accounts.intersection(re.findall(r"[^\W\d_]+", folded.text))
        if not names and not self._glued.search(folded.text) and not self._finder.found(match[0], folded):
            return match[0]
        return MAIL_ADDRESS if match["mail"] else WEB_ADDRESS

    def _read(self, text: str, reading: Callable[[str], Folded]) -> str:
        folded = reading(text)
        pieces: list[str] = []
        at = 0
        for hit in self._finder.found(text, folded, self._lettered):
            if hit.owners == (self._kept,):
                continue
            name = self._name(hit)
            start, end = self._stretch(hit, name, folded)
            start = max(start, at)
            shown = genitive(name) if hit.genitive else name
            pieces += [text[at:start], _spaced(shown, text, start, end)]
            at = end
        return "".join((*pieces, text[at:])) if pieces else text

    def _stretch(self, hit: Found, name: str, folded: Folded) -> tuple[int, int]:
        """What goes in favour of a pseudonym, with the title before it and what says the same: places in the text."""
        start, end, text = hit.start, hit.end, folded.text
        if hit.owners and hit.part is not Part.OWN and not hit.of_family and self._is_own(name):
            start = title_before(text, start)
        said, before = plain(name), f" {text[max(0, start - _NEAR) : start]}"
        word = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if before.endswith(f" {said} "):
            start -= len(said) + 1
        elif before.endswith(f" {said} (") and text.startswith(")", end):
            start, end = start - len(said) - 2, end + 1
        elif word and hit.part is Part.OWN and said.split(" ")[0].endswith(word["word"]):
            start = word.start()
        return folded.place(start), folded.place(end)

    def _is_own(self, name: str) -> bool:
        """Whether it is the pseudonym of one record."""
        return name != NOBODY and name not in self._shared.values()

    def _name(self, hit: Found) -> str:
        """What stands in place of a name."""
        if not hit.owners:
            name = self._shared.get(hit.stem, NOBODY)
        elif len(hit.owners) == 1 or hit.owners[0].is_party:
            name = self._names[hit.owners[0]] if len(hit.owners) == 1 else self._of_parties(hit)
        elif hit.part is Part.GIVEN or hit.more:
            name = " of ".join(dict.fromkeys(self._names[owner] for owner in hit.owners))
        else:
            name = self._shared.get(hit.stem, NOBODY)
        if hit.of_family and hit.owners and self._is_own(name):
            name = f"van {name}"
        return name

    def _of_parties(self, hit: Found) -> str:
        return self._shared.get(hit.stem) or self._names[hit.owners[0]]

    def _without_letters(self, text: str) -> str:
        if self._letters.pairs and _LETTERS.search(text):
            text = _LETTERS.sub(self._pair, text)
        if self._letters.single and _LETTER.search(text) and len(set(_MARK.findall(text))) < 2:
            text = _LETTER.sub(self._single, text)
        return text

    def _pair(self, match: re.Match[str]) -> str:
        particles = bool(match["particles"])
        first = plain(match["first"])[:1]
        letters = re.sub(r"\W", "", plain(match["first"])) + plain(match["last"])
        dotted = "." in match["first"] and bool(match["dot"])
        owner = self._letters.pairs.get((first, plain(match["last"]), particles))
        if (
            owner is None
            or owner is self._kept
            or not (particles or (dotted and letters not in NO_INITIALS))
            or self._is_ours(match)
        ):
            return match[0]
        ends = match["dot"] and _SENTENCE_ENDS.match(match.string, match.end())
        return self._names[owner] + ("." if ends else "")

    def _single(self, match: re.Match[str]) -> str:
        owner = self._letters.single.get(plain(match["letter"]))
        before = plain(match.string[max(0, match.start() - 20) : match.start()]) + " "
        if owner is None or owner is self._kept or self._is_ours(match) or _LISTED.search(before):
            return match[0]
        return genitive(self._names[owner]) if match["ending"] else self._names[owner]

    def _is_ours(self, match: re.Match[str]) -> bool:
        """Whether the first letter is the end of a pseudonym: "naar Kind A. daarna"."""
        return any(match.string.endswith(name, 0, match.start() + 1) for name in self._lettered)


def _spaced(name: str, text: str, start: int, end: int) -> str:
    """A pseudonym apart from letters that stood against the name, as in the name of a file."""
    before = " " if start and text[start - 1].isalnum() else ""
    return f"{before}{name} " if text[end : end + 1].isalnum() else f"{before}{name}"


def genitive(name: str) -> str:
    """ "Moeders", "Oma's", "Kind A's", "Jeugdhulp 1's"."""
    if name.endswith(("s", "x", "z")):
        return f"{name}'"
    return f"{name}'s" if _VOWEL_OR_SIGN.search(name) else f"{name}s"


def _cores(record: Registered) -> Iterable[str]:
    """The words of a name that may be part of an address."""
    for person in record.people:
        yield from person.givens
        yield from (surname.core for surname in person.surnames)
    if record.party and not record.people:
        yield from record.party.own


def _accounts(record: Registered) -> Iterator[str]:
    """How a name stands in an address as one word, however ordinary a word that is: "bos", "lbos"."""
    for person in record.people:
        yield from map(plain, person.givens)
        for surname in person.surnames:
            core = plain(surname.core)
            yield core
            yield from (f"{person.initials[:1]}{''.join(particles)}{core}" for particles in ((), surname.particles))
    if record.party and record.party.own and not record.people:
        words = [plain(word) for word in record.party.own]
        yield from ("".join(words), "".join(map(plain, record.party.whole)), words[-1])


def letters_of(records: Iterable[Registered], family: Iterable[str]) -> Letters:
    """Whom letters alone can mean, where that is one."""
    pairs: dict[tuple[str, str, bool], set[Registered]] = {}
    single: dict[str, set[Registered]] = {}
    stems = tuple(family)
    for record in (one for one in records if not one.is_party):
        for person in record.people:
            first = person.initials[:1]
            if not first:
                continue
            if record.tier is Tier.FAMILY:
                single.setdefault(first, set()).add(record)
            surnames = {(plain(one.core)[:1], bool(one.particles)) for one in person.surnames}
            if not surnames and record.tier is Tier.FAMILY:
                surnames = {(stem[:1], particles) for stem in stems for particles in (True, False)}
            for last, particles in surnames:
                known = pairs.setdefault((first, last, particles), set())
                if all(other.tier >= record.tier for other in known):
                    known.add(record)
    return Letters(
        {letters: one for letters, who in pairs.items() for one in who if len(who) == 1},
        {
            letter: one
            for letter, who in single.items()
            for one in who
            if len(who) == 1 and one.is_child and letter.isascii()
        },
    )
