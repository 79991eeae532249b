"""Whom a whole document is about: a child mostly, several children, or a parent who tells of himself.

The rule: what the document says at its head goes first, then its title and the name of its file, then whom its text
names by far the most. A document about the family as a whole, or about whom it does not tell, is about nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tijdlijn.dossier.candidates import Family, Relative
from tijdlijn.language.date_words import write_day
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

_HEAD = 20
"""Lines at the start of a document in which it says whom it is about."""
_LABEL = re.compile(
    r"(?:^|[|/\t;.]\s*|\s{2,})\W*(?:betreft|onderwerp|re|inzake|in de zaak|jeugdigen?|jongere|minderjarigen?|pupil"
    r"|(?:pleeg|stief)?kind(?:eren)?|(?:volledige |roep|voor)?naam(?: (?:van )?(?:het |de )?\w+)?"
    r"|client(?:e)?|leerling(?:en|e)?|patient(?:e)?|pat|betrokkene|verdachte|levensloop van)\b[^:\t|]{0,20}[:\t]"
)
_STATED = re.compile(
    r"\bvertegenwoordigers? van\b|\bstelt\b|\b(?:leerling|client|patient|jeugdige|ouders? van|ouder/verzorgers? van)"
    r" (?=[a-z]\.|\w+)"
)
_WHOLE = re.compile(
    r"\bgezin (?:van )?(?:de )?\w\w|\bgezin [a-z]\.|\bgezins(?:plan|journaal|dossier|rapport)|\btijdbalk gezin"
)
_OWN_STORY = re.compile(r"\b(?:verhaal|levensverhaal|relaas|levensloop|onderzoek|behandeling|verklaring)\b")
_TITLE = 160
"""A line that is longer is no title: characters."""
_LEAST = 3
"""Times that a text names a child before the counts tell anything."""
_MOST = 0.8
"""The part of all mentions of children from which the document is about one."""


def subject_of(document: Document, family: Family) -> tuple[str, ...]:
    """The relatives that a document says it is about; nobody when it is about the family, or does not tell."""
    children = tuple(one for one in family.relatives if one.is_child)
    lines = [squeezed(line) for line in document.text.split("\n") if line.strip()][:_HEAD]
    raw = [line for line in document.text.split("\n") if line.strip()][:_HEAD]
    told = _labelled(raw, children) or _titled(document, lines, children) or _own_story(lines, family)
    if told or _WHOLE.search(fold("".join(lines[:1]))):
        return told
    return _named_most(document.text, children, family.focus)


@lru_cache(maxsize=512)
def name_pattern(relative: Relative) -> re.Pattern[str]:
    """Every name of somebody, also as a possessive."""
    names = sorted({relative.name, *relative.also}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:s|'s|’s|')?(?!\w)")


def _labelled(lines: Iterable[str], children: tuple[Relative, ...]) -> tuple[str, ...]:
    for line in lines:
        folded = fold(line)
        label = _LABEL.search(folded)
        found = _in(line[label.end() :], children) if label else ()
        if not found and _STATED.search(folded):
            found = _in(line, children)
        if found:
            return found
    return ()


def _titled(document: Document, lines: list[str], children: tuple[Relative, ...]) -> tuple[str, ...]:
    """Of the title, and of the name of the file."""
    stem = re.sub(r"[_\W\d]+", " ", document.name.partition(".")[0])
    for text in (*(line for line in lines[:2] if _is_title(line)), stem):
        found = _in(text, children)
        if found:
            return found
        if re.search(r"\btweeling\b", fold(text)) and not _WHOLE.search(fold(text)):
            return _twins(children)
    return ()


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE and not re.search(r"[a-zà-ÿ]{3}[.!?](?: |$)", line)


def _twins(children: tuple[Relative, ...]) -> tuple[str, ...]:
    born: dict[UncertainDate, list[str]] = {}
    for child in children:
        if child.birth:
            born.setdefault(child.birth, []).append(child.name)
    return next((tuple(names) for names in born.values() if len(names) == 2), ())


def _in(text: str, relatives: Iterable[Relative]) -> tuple[str, ...]:
    """Who is named in a line, in its order."""
    children = tuple(relatives)
    found = [(min(places), one.name) for one in children if (places := list(_places(text, one, children)))]
    return tuple(name for _, name in sorted(found))


def _places(text: str, person: Relative, among: tuple[Relative, ...]) -> Iterator[int]:
    """Where a text names a child: by name, or by initials that no other child has."""
    yield from (match.start() for match in name_pattern(person).finditer(text))
    letter = person.name[:1]
    if sum(other.name.startswith(letter) for other in among) == 1:
        last = {other.split()[-1][0] for other in person.also if " " in other}
        initials = rf"(?: ?[{''.join(map(re.escape, last))}]\.)?" if last else ""
        pattern = rf"(?<![\w.])(?<![A-Z]\. ){re.escape(letter)}\.{initials}(?![\w.]| ?[A-Z])"
        for match in re.finditer(pattern, text):
            if match[0].count(".") > 1 or not re.search(
                r"[A-ZÀ-Þ][a-zà-ÿ'’-]+ $", text[max(0, match.start() - 20) : match.start()]
            ):
                yield match.start()


def _named_most(text: str, children: tuple[Relative, ...], focus: str) -> tuple[str, ...]:
    counts = {child.name: len(list(_places(text, child, children))) + _birth_told(text, child) for child in children}
    if not counts:
        return ()
    name = max(counts, key=lambda name: counts[name])
    everybody = sum(counts.values())
    if focus in counts and counts[focus] == everybody:
        return (focus,)
    alone = counts[name] == everybody > 0 and (len(children) == 1 or "kinderen" not in fold(text))
    return (name,) if alone or (counts[name] >= _LEAST and counts[name] >= _MOST * everybody) else ()


def _birth_told(text: str, child: Relative) -> int:
    """What a date of birth counts for that the text writes; a ruling without names tells its child so."""
    if child.birth is None or not child.birth.is_day:
        return 0
    day = child.birth.earliest
    forms = (f"{day.day}-{day.month}-{day.year}", f"{day:%d-%m-%Y}", write_day(day), day.isoformat())
    return _LEAST if any(re.search(rf"(?<!\d){re.escape(form)}", text) for form in forms) else 0


def _own_story(lines: list[str], family: Family) -> tuple[str, ...]:
    """A parent whose own story or examination it is, by the title."""
    title = lines[0] if lines else ""
    if not _OWN_STORY.search(fold(title)):
        return ()
    found = _in(title, [one for one in family.relatives if not one.is_child])
    return found if len(found) == 1 else ()
