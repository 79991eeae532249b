"""Names that nobody registered, in everything that an export with pseudonyms tells.

The rule: what is looked through is the case as such an export has it (`session_names.masked`), every text of it. The
finder of our own always looks; `deduce` looks too where it is installed, and only adds what is not found yet. It is let
go of afterwards, as it takes a gigabyte.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from tijdlijn.language.folding import name_key
from tijdlijn.language.pseudonyms import pseudonyms_for, texts_of
from tijdlijn.language.unregistered import Sighting, Suspect, hidden, sighted, told
from tijdlijn.language.unregistered_marks import name_words
from tijdlijn.language.unregistered_words import names_nobody
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import NameKind
from tijdlijn.services.session_names import masked

_RULES = "Gezocht met de eigen regels van het programma; kijk de lijst na, want geen zoeker vindt alles."
_BOTH = "Gezocht met de eigen regels van het programma en met deduce; kijk de lijst na, want geen zoeker vindt alles."
_KINDS = {
    "persoon": NameKind.PERSOON,
    "patient": NameKind.PERSOON,
    "telefoonnummer": NameKind.PERSOON,
    "emailadres": NameKind.PERSOON,
    "bsn": NameKind.PERSOON,
    "id": NameKind.PERSOON,
    "locatie": NameKind.PLAATS,
    "straat": NameKind.PLAATS,
    "zorginstelling": NameKind.ORGANISATIE,
    "ziekenhuis": NameKind.ORGANISATIE,
    "url": NameKind.ORGANISATIE,
}
"""What deduce calls what it finds; dates and ages are none of our concern."""


def find(case: Case, *, thorough: bool = True) -> tuple[Suspect, ...]:
    """What still looks like a name in the case with pseudonyms and nobody decided about, most written first. `thorough`
    lets `deduce` look too, which takes seconds."""
    ours = pseudonyms_for(case).used
    texts = texts_of(masked(case)[0])
    found = list(sighted(texts, ours))
    if thorough and _has_deduce():
        found += _by_deduce(texts, ours, found)
    decided = {name_key(one.name) for one in case.loose_names}
    return tuple(one for one in told(found, ours) if name_key(one.name) not in decided)


def warning(case: Case) -> str:
    """That an export with pseudonyms may still tell names, in a sentence for who made it without being asked about
    them; empty when nothing looks like one. Without the names themselves."""
    count = len(find(case, thorough=False))
    if not count:
        return ""
    told = "1 woord lijkt op een naam die" if count == 1 else f"{count} woorden lijken op een naam die"
    return f"{told} niemand registreerde, en kan er dus nog in staan; kijk het na in het programma, bij Exporteren."


def engine_words() -> str:
    """Which finder looked, in a sentence for the user."""
    return _BOTH if _has_deduce() else _RULES


def _has_deduce() -> bool:
    return find_spec("deduce") is not None


def _by_deduce(
    texts: Iterable[str], ours: Collection[str], known: Iterable[tuple[str, Sighting]]
) -> Iterator[tuple[str, Sighting]]:
    """What deduce finds besides in these texts, without what is ordinary."""
    from deduce import Deduce

    places: dict[str, list[Sighting]] = {}
    for text, sighting in known:
        places.setdefault(text, []).append(sighting)
    engine, hide = Deduce(), hidden(ours)
    for text in texts:
        for sighting in _annotated(engine, hide(text)):
            if not any(one.start < sighting.end and sighting.start < one.end for one in places.get(text, ())):
                yield text, sighting


def _annotated(engine: Any, text: str) -> Iterator[Sighting]:
    for note in engine.deidentify(text).annotations:
        words = name_words(note.text)
        if note.tag in _KINDS and words and not all(len(word) < 3 or names_nobody(word) for word in words):
            yield Sighting(note.start_char, note.end_char, words, _KINDS[note.tag])
