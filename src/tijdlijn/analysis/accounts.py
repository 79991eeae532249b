"""Accounts that contradict each other, in words: who says what, and which of them is followed.

"volgens moeder (‘Intake wijkteam’) juni 2015". Who said it stands in the title ("volgens moeder"), or else it is the
document: by its genre and agency where these are known, by its title where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.vocabulary import Voice

MOST_SOURCES = 2
"""Sources of one account that are named; others are counted."""
_WHEN = (
    r"begin|eind|medio|rond|in|op|sinds|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|lente|voorjaar|zomer|herfst|najaar|winter"
)
_WHO = re.compile(rf"\bvolgens (?P<who>[^,;:()]+?)(?=\s*(?:[,;:)]|$|\b(?:{_WHEN})\b|\d))")
_NEUTER = re.compile(
    r"(?:verslag|rapport|plan|journaal|besluit|advies|formulier|dossier|verbaal|bericht|vonnis|overzicht)$"
)


def according_to(case: Case, entry: Entry) -> str:
    """Who tells it: `moeder (‘Intake’)`, `het raadsrapport van de Raad`, `het gezin zelf`."""
    sources = list(dict.fromkeys(citation.source_id for citation in entry.citations))
    names = [name_of_source(case.sources_by_id[id_]) for id_ in sources[:MOST_SOURCES]]
    if len(sources) > MOST_SOURCES:
        names.append(f"{len(sources) - MOST_SOURCES} andere")
    named = _listed(names)
    said = _WHO.search(entry.title)
    who = "het gezin zelf" if entry.voice is Voice.GEZIN else said["who"].strip() if said else ""
    if who and named:
        return f"{who} ({named})"
    return who or named or "een andere regel"


def name_of_source(source: Source) -> str:
    """A source as it is called in a sentence."""
    if source.genre:
        article = "het" if _NEUTER.search(source.genre.lower()) else "de"
        return f"{article} {source.genre}" + (f" van {source.agency}" if source.agency else "")
    return source.agency or f"‘{source.title}’"


def account(case: Case, entry: Entry) -> str:
    """`volgens het raadsrapport april 2020`."""
    return f"volgens {according_to(case, entry)} {shown(entry.date)}"


def sources_differ(case: Case, found: Contradiction) -> str:
    """Both accounts of a contradiction in a sentence, and which is followed."""
    entries = [case.entries_by_id[id_] for id_ in (found.first_id, found.second_id)]
    said = "; ".join(account(case, entry) for entry in entries)
    if not found.followed_id:
        return f"{said[:1].upper()}{said[1:]}."
    followed = case.entries_by_id[found.followed_id]
    return f"{said[:1].upper()}{said[1:]}. Gevolgd: {shown(followed.date)}."


def by_entry(contradictions: Iterable[Contradiction]) -> Mapping[str, tuple[Contradiction, ...]]:
    """The contradictions of each entry that has any."""
    found: dict[str, tuple[Contradiction, ...]] = {}
    for pair in contradictions:
        for id_ in (pair.first_id, pair.second_id):
            found[id_] = (*found.get(id_, ()), pair)
    return found


def is_beside(id_: str, contradictions: Iterable[Contradiction]) -> bool:
    """Whether another account is followed and this one is kept beside it: another above it, and it above none."""
    followed = [pair.followed_id for pair in contradictions if pair.followed_id]
    return bool(followed) and id_ not in followed


def differing(contradictions: Iterable[Contradiction]) -> Mapping[str, bool]:
    """Every entry of which the sources differ, and whether another account than it is followed."""
    return {id_: is_beside(id_, pairs) for id_, pairs in by_entry(contradictions).items()}


def told_beside(case: Case, id_: str, contradictions: Iterable[Contradiction]) -> Iterator[str]:
    """What the row of an entry says of it: what the other accounts say, and whether this one is followed."""
    pairs = [pair for pair in contradictions if id_ in (pair.first_id, pair.second_id)]
    if not pairs:
        return
    others = "; ".join(account(case, case.entries_by_id[pair.other(id_)]) for pair in pairs)
    yield f"Bronnen verschillen: {others}."
    if any(pair.followed_id == id_ for pair in pairs):
        yield "Deze regel wordt gevolgd."
    elif is_beside(id_, pairs):
        yield "De andere wordt gevolgd."


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)
