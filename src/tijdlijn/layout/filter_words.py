"""A filter in plain Dutch, the same on screen and on paper, and views that are ready to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import UNNAMED, Around, Filter, View
from tijdlijn.model.vocabulary import HELP_KINDS, Kader, Kind, Sector, Voice

_E = TypeVar("_E", bound=StrEnum)
_MOST = 4
"""Names of one set that are said one by one."""

READY: tuple[View, ...] = (
    View(name="90 dagen vóór uithuisplaatsing", filter=Filter(around=Around(90, 0))),
    View(name="Alleen schakelmomenten", filter=Filter(turns=True)),
    View(name="Rond elk schakelmoment", filter=Filter(around=Around(90, 180, turns=True))),
    View(name="Alleen wat het gezin zelf vertelt", filter=Filter(voices=frozenset({Voice.GEZIN}))),
    View(name="Hulp en gaten", filter=Filter(kinds=HELP_KINDS)),
    View(name="Regels zonder bron", filter=Filter(source_ids=frozenset({UNNAMED}))),
)
"""Views for every case. Only their filter is of use: the lanes stay as they are."""


_EVERY = {
    Kind.SIGNAAL: "elk signaal",
    Kind.CONTACT: "elk contact",
    Kind.BESLUIT: "elk besluit",
    Kind.ULTIMATUM: "elk ultimatum",
    Kind.WONEN: "elke woonsituatie",
    Kind.VERWACHT: "elke verwachting",
}


def described(case: Case, chosen: Filter) -> str:
    """What a filter shows, as the end of a sentence: "alleen besluiten over Noor, 90 dagen vóór elke uithuisplaatsing".

    It names persons and parties by their names; of a long choice it says how many. "alle regels" when it asks nothing.
    """
    if chosen.is_empty:
        return "alle regels"
    parts = [_what(chosen), *_about(case, chosen), *_by(case, chosen)]
    if text := " ".join(chosen.text.split()):
        parts.append(f"met “{text}”")
    said = "alleen " + " ".join(parts)
    return f"{said}, {around_words(case, chosen.around)}" if chosen.around else said


def around_words(case: Case, around: Around) -> str:
    """A stretch of time in words: "van 90 dagen vóór tot 30 dagen na elk schakelmoment"."""
    before, after = _days(around.before), _days(around.after)
    if not around.before and not around.after:
        when = "op de dag van"
    elif not around.after:
        when = f"{before} vóór"
    elif not around.before:
        when = f"tot {after} na"
    else:
        when = f"van {before} vóór tot {after} na"
    return f"{when} {_anchor(case, around)}"


def every(kind: Kind) -> str:
    """Each entry of a kind: "elke uithuisplaatsing", "elk besluit"."""
    return _EVERY.get(kind) or f"elke {kind.label}"


def _what(chosen: Filter) -> str:
    kinds = _in_order(Kind, chosen.kinds)
    if not kinds:
        return "schakelmomenten" if chosen.turns else "regels"
    names = f"{len(kinds)} soorten regels" if len(kinds) > _MOST else _joined([kind.plural for kind in kinds], "en")
    return f"{names} die een schakelmoment zijn" if chosen.turns else names


def _about(case: Case, chosen: Filter) -> Iterator[str]:
    persons = [person.name for person in case.persons if person.id in chosen.person_ids]
    if persons:
        yield f"over {_some(persons, 'personen', 'niemand in het bijzonder' * (UNNAMED in chosen.person_ids))}"
    elif UNNAMED in chosen.person_ids:
        yield "die niemand noemen"
    parties = [party.name for party in case.parties if party.id in chosen.party_ids]
    if parties:
        yield f"met {_some(parties, 'partijen', 'niemand' * (UNNAMED in chosen.party_ids))}"
    elif UNNAMED in chosen.party_ids:
        yield "zonder partij"
    if chosen.sectors:
        yield f"van {_some([sector.label for sector in _in_order(Sector, chosen.sectors)], 'sectoren')}"


def _by(case: Case, chosen: Filter) -> Iterator[str]:
    if chosen.kaders:
        yield f"in kader {_joined([kader.value for kader in _in_order(Kader, chosen.kaders)], 'of')}"
    domains = [domain for domain in (*case.domains, *sorted(chosen.domains - {*case.domains})) if domain]
    domains = [domain for domain in domains if domain in chosen.domains]
    if domains:
        yield f"in leefgebied {_some(domains, 'leefgebieden', 'geen' * (UNNAMED in chosen.domains))}"
    elif UNNAMED in chosen.domains:
        yield "zonder leefgebied"
    sources = [f"“{source.title}”" for source in case.sources if source.id in chosen.source_ids]
    if sources:
        yield f"uit {_some(sources, 'bronnen', 'geen bron' * (UNNAMED in chosen.source_ids))}"
    elif UNNAMED in chosen.source_ids:
        yield "zonder bron"
    if len(chosen.voices) == 1:
        yield "volgens het gezin" if Voice.GEZIN in chosen.voices else "volgens het dossier"


def _anchor(case: Case, around: Around) -> str:
    if not around.entry_ids:
        return "elk schakelmoment" if around.turns else every(around.kind)
    titles = [f"“{title_of(case.entries_by_id[id_])}”" for id_ in around.entry_ids if id_ in case.entries_by_id]
    return _joined(titles, "en") if len(titles) <= _MOST else f"{len(titles)} regels"


def _in_order(choices: type[_E], chosen: frozenset[_E]) -> list[_E]:
    return [choice for choice in choices if choice in chosen]


def _some(names: Sequence[str], many: str, none: str = "") -> str:
    if len(names) > _MOST:
        names = (f"{len(names)} {many}",)
    return _joined([*names, none] if none else names, "of")


def _joined(names: Sequence[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"
