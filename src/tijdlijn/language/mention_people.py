"""Of whom an age in a text is: the person whose birth it counts from, or nobody when more can be meant.

The rule: a name in the words themselves, then the nearest name in the sentence, then the heading and the sentence
before it, then the only child. An adult who is spoken of keeps the age from being given to a child.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tijdlijn.language.folding import fold
from tijdlijn.language.mentions import Born

_ADULT = re.compile(
    r"\b(?:moeder|mama|mem|vader|papa|heit|oma|opa|grootmoeder|grootvader|half(?:broer|zus)\w*|stief(?:broer"
    r"|zus)\w*|tante|oom|stiefvader|stiefmoeder"
    r"|partner|mevrouw|mw|meneer|dhr)\b"
)
_HE, _SHE = re.compile(r"\b(?:hij|zijn|hem|z'n)\b"), re.compile(r"\b(?:zij|ze|haar|d'r)\b")
_I = re.compile(r"\b(?:ik|mijn|m'n)\b")
_I_SAY = re.compile(r"\bik[^\S\n]+$")
_ONE_OF = re.compile(
    r"\b(?:een|1) van de (?:jongens|meisjes|kinderen|tweeling|twee|drie|broers|zussen)\b"
    r"|\b(?:om |over |van )?welk kind\b[^.!?\n]{0,30}\b(?:niet|onduidelijk|onbekend)\b"
)
_THEIR = re.compile(r"\bhun\b")
_SIGNS = re.compile(r"\b(?:ik ben|ik heet|van mij,|mijn naam is|groet(?:en|jes)?,?|liefs,?|getekend,?)\s")
_STRANGER = re.compile(
    r"(?P<name>[A-Z][a-zà-ÿ]+)[^\S\n](?:is|was|werd|heeft|had|kreeg|ging|kwam|zat|liep|woonde|[a-zà-ÿ]+(?:te|de))\b"
)
"""A sentence that begins with a name which nobody knows is about that person."""
_OPENING_WORDS = (
    "hij zij ze het dit dat er die deze wie wat daar hier toen daarna later ook nu men school ik wij we jullie iemand"
)
_OPENERS = frozenset(_OPENING_WORDS.split())
HEAD = 160
"""Where a text says who tells it: its first characters."""
_BREAK = re.compile(r"(?<=[.!?])[^\S\n]+(?=[A-Z\"'(])|\n")


@dataclass(frozen=True, slots=True)
class Whose:
    """The person, or all who can be meant when that is not one; both empty when it is somebody unknown."""

    person: Born | None = None
    choices: tuple[Born, ...] = ()
    adult: str = ""


class People:
    """Finds whom a stretch of one text is about."""

    def __init__(self, text: str, folded: str, births: Sequence[Born], about: Collection[str] = ()) -> None:
        self._text = text
        self._folded = folded
        self._births = tuple(births)
        self._about = tuple(born for born in births if not set(about).isdisjoint(born.names))
        named = [(fold(name), born) for born in births for name in dict.fromkeys(born.names) if len(name) > 1]
        named += _initials(births)
        named.sort(key=lambda pair: -len(pair[0]))
        self._by_name: dict[str, list[Born]] = {}
        for name, born in named:
            self._by_name.setdefault(name, []).append(born)
        alternatives = "|".join(re.escape(name) for name in self._by_name)
        self._author: Whose | None = None
        self._genders = {born.names: born.gender or self._learned(born) for born in births}
        self._names = re.compile(rf"(?<!\w)(?:{alternatives})(?:(?<=\.)|(?:'?s)?(?!\w))") if alternatives else None
        self._author = self._writer()

    def whose(self, start: int, end: int, only_children: bool = False) -> Whose:
        """Who is meant by an age at this stretch; `only_children` for a school year."""
        words = self._folded[start:end]
        sentence, stop = self.sentence(start, end)
        if (
            _I.search(words)
            or _I_SAY.search(self._folded[sentence:start])
            or (only_children and _I.search(self._folded, sentence, stop))
        ):
            author = self._author
            if not only_children or (author and author.person and author.person.is_child):
                return author or Whose(adult="de schrijver")
        if _THEIR.search(words):
            return self._together()
        if _ONE_OF.search(self._folded, sentence, stop):
            return Whose(None, tuple(born for born in self._births if born.is_child and born.birth))
        near = self._in_sentence(sentence, start, end, stop, words, only_children)
        if near and not (self._is_about_child(words) and self._is_aside(near, sentence, start)):
            return near
        stranger = _STRANGER.match(self._text, sentence, start)
        if stranger and fold(stranger["name"]) not in _OPENERS:
            return Whose(adult=stranger["name"])
        return self._around(sentence, words, only_children)

    def _in_sentence(
        self, sentence: int, start: int, end: int, stop: int, words: str, only_children: bool
    ) -> Whose | None:
        """Who is named in the words themselves, before them, or right after them; a child before an adult."""
        adult: Whose | None = None
        for low, high, nearest_last in ((start, end, True), (sentence, start, True), (end, stop, False)):
            found = self._named(low, high, nearest_last, words, only_children)
            if found and found.person and found.person.is_child:
                return found
            if low != end or not self._is_late(found, end):
                adult = adult or found
        return adult

    def _is_about_child(self, words: str) -> bool:
        """Whether the document is about one child that these words can be said of."""
        return len(self._about) == 1 and self._about[0].is_child and self._fits(self._about[0], words, True)

    def _is_aside(self, found: Whose, sentence: int, start: int) -> bool:
        """Whether an adult is named in a sentence without being what it begins with."""
        if found.person is not None and found.person.is_child:
            return False
        names = found.person.names if found.person else (found.adult,)
        opening = " ".join(self._folded[sentence:start].split()[:2])
        return not any(name and fold(name) in opening for name in names)

    def _around(self, sentence: int, words: str, only_children: bool) -> Whose:
        """Who is named before the sentence, or whom the document is about."""
        about = self._about[0] if len(self._about) == 1 and self._fits(self._about[0], words, True) else None
        for low, high in self._before(sentence):
            found = self._named(low, high, False, words, only_children, learned=True)
            is_heading = self._text[low:high].count(" ") < 6 and high < sentence
            if found and (about is None or is_heading or found.person is about):
                return found
        return Whose(about) if about else self._children(words)

    def _together(self) -> Whose:
        """Who "hun" are: children of one birth, when there are such; else it may be anybody."""
        children = [born for born in self._births if born.is_child and born.birth]
        births = [born.birth for born in children]
        twins = tuple(born for born in children if births.count(born.birth) > 1)
        return Whose(None, twins or tuple(children))

    def _writer(self) -> Whose | None:
        """Who says "ik" in the text: by how it introduces or signs itself, else by its title."""
        for match in _SIGNS.finditer(self._folded):
            found = self._named(match.end(), min(len(self._text), match.end() + 30), False, "", only_children=False)
            if found and found.person:
                return found
        return self._under_it() or self._named(0, min(len(self._text), HEAD), False, "", only_children=False)

    def _under_it(self) -> Whose | None:
        """Whose name is the last line, with a day or a place at most."""
        text = self._text.rstrip()
        start = text.rfind("\n") + 1
        found = self._named(start, len(text), False, "", only_children=False) if 0 < start >= len(text) - 40 else None
        return found if found and found.person else None

    def _is_late(self, found: Whose | None, end: int) -> bool:
        """Whether somebody is only named far behind the words: "op haar twaalfde overleed haar vader en"
        " hertrouwde oma"."""
        if found is None:
            return True
        name = fold(found.person.names[0]) if found.person else found.adult
        return self._folded[end : self._folded.find(name, end)].count(" ") > 2

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a stretch."""
        line = self._text.rfind("\n", 0, start) + 1
        breaks = [match.end() for match in _BREAK.finditer(self._text, line, start + 1)]
        after = _BREAK.search(self._text, end)
        return (breaks[-1] if breaks else line), (after.start() if after else len(self._text))

    def _named(
        self, low: int, high: int, last: bool, words: str, only_children: bool, learned: bool = False
    ) -> Whose | None:
        """The last (or first) person or adult that this stretch names."""
        found: list[tuple[int, Whose]] = []
        for match in self._names.finditer(self._folded, low, high) if self._names else ():
            name = match[0] if match[0] in self._by_name else match[0].rstrip("s").rstrip("'")
            persons = [
                born
                for born in self._by_name[name]
                if self._fits(born, words, learned) and (born.is_child or not only_children)
            ]
            known = [born for born in persons if born.birth is not None]
            persons = known if len(known) == 1 else persons
            if len(persons) == 1:
                found.append((match.start(), Whose(persons[0])))
            elif persons:
                found.append((match.start(), Whose(None, tuple(persons))))
        taken = {place for place, _ in found}
        found.extend(
            (match.start(), Whose(adult=match[0]))
            for match in _ADULT.finditer(self._folded, low, high)
            if not only_children and match.start() not in taken and not _possessed(self._folded, match.start(), low)
        )
        found.sort(key=lambda pair: pair[0])
        return (found[-1] if last else found[0])[1] if found else None

    def _before(self, sentence: int) -> list[tuple[int, int]]:
        """The sentence before, as far as it is in the same paragraph, and the line above the paragraph when short."""
        line = self._text.rfind("\n", 0, sentence) + 1
        places = []
        if sentence > line:
            places.append((self.sentence(sentence - 2, sentence - 2)[0], sentence))
            if places[0][0] > line:
                places.append((line, places[0][0]))
        above = self._text.rfind("\n", 0, max(0, line - 1)) + 1
        if line and line - 1 - above <= 60:
            places.append((above, line - 1))
        return places

    def _children(self, words: str) -> Whose:
        """The only child that fits; of more, the only one that the document is about or names at all."""
        children = [born for born in self._births if born.is_child and born.birth and self._fits(born, words, True)]
        for place in (_SUBJECT.search(self._folded), None):
            stretch = place[0] if place else self._folded
            named = [born for born in children if any(_word(fold(name)).search(stretch) for name in born.names)]
            if len(named) == 1:
                return Whose(named[0])
        return Whose(children[0]) if len(children) == 1 else Whose(None, tuple(children))

    def _learned(self, born: Born) -> str:
        """The gender that the text shows: by the first pronoun after each time the name is written."""
        seen = [
            match["pronoun"] in ("hij", "hem")
            for name in born.names
            for match in re.finditer(
                rf"(?<!\w){re.escape(fold(name))}\b[^.!?\n]{{0,80}}?(?:[.!?] )?\b(?P<pronoun>hij|hem|zij|ze|haar)\b",
                self._folded,
            )
        ]
        if not seen or 0.25 < sum(seen) / len(seen) < 0.75:
            return ""
        return "m" if seen.count(True) > seen.count(False) else "v"

    def _fits(self, born: Born, words: str, learned: bool) -> bool:
        """Whether "zijn" or "haar" can be this person, as far as is told or (`learned`) as the text shows."""
        gender = self._genders[born.names] if learned else born.gender
        if gender == "m":
            return not _SHE.search(words) or bool(_HE.search(words))
        return gender != "v" or not _HE.search(words) or bool(_SHE.search(words))


def _initials(births: Sequence[Born]) -> list[tuple[str, Born]]:
    """The initials by which a text may call a child ("R."), where no two share one."""
    letters = [fold(born.names[0])[:1] for born in births]
    return [
        (f"{letter}.", born)
        for letter, born in zip(letters, births, strict=True)
        if born.is_child and letters.count(letter) == 1
    ]


_SUBJECT = re.compile(
    r"^[^\S\n]*(?:betreft|naam(?: kind| leerling| jeugdige)?|jeugdige|leerling|client|patient|kind|inzake"
    r"|onderwerp|re)\b[^\n]*",
    re.MULTILINE,
)


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:'?s)?(?!\w)")


def _possessed(folded: str, place: int, low: int) -> bool:
    """Whether an adult is only named as somebody's: "met zijn ouders", "haar moeder"."""
    return bool(
        re.search(
            r"\b(?:zijn|haar|hun|diens|met|bij|door|van|aan|naar|de)[^\S\n]+$", folded[max(low, place - 12) : place]
        )
    )
