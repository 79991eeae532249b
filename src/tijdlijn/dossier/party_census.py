"""All parties that the documents of a dossier name, each by its fullest name and with its abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.party_patterns import HELP_BEFORE, NAME
from tijdlijn.dossier.party_search import cell_parties, family_words, find_parties, is_name
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.dossier.writers import by_function
from tijdlijn.language.folding import fold
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Sector

_PROVIDER_COLUMNS = ("aanbieder", "zorgaanbieder", "jeugdhulpaanbieder", "organisatie", "instelling", "uitvoerder")
_INTRODUCED = re.compile(rf"(?P<name>{NAME.pattern}) \((?:hierna:? ?)?[‘'\"]?(?P<short>[A-Z][A-Za-z&]{{1,6}})[’'\"]?\)")
_METHOD = re.compile(
    r"therap|training|toezicht|stoornis|methode|lijst|schaal|test|behandel|plaatsing|machtiging|jeugdwet|plan\b|wet\b"
)


def parties_of(documents: Sequence[Document], family: Family) -> tuple[PartyFound, ...]:
    """Named parties of all documents, those with more words first taken; what is known stays as it is."""
    counts: Counter[PartyFound] = Counter()
    shorts: dict[str, str] = {}
    given: dict[str, dict[str, None]] = {}
    for document in documents:
        for line in document.text.split("\n"):
            counts.update(hit.party for hit in find_parties(line, family) if hit.is_named)
            for party, short in _introduced(line, family):
                counts[party] += 1
                shorts[fold(party.name)] = short
            for party, help_ in _help_by(line, family):
                given.setdefault(fold(party.name), {})[help_] = None
        counts.update(_providers(document.text, family))
        counts.update(_in_title(document.text.partition("\n")[0], family))
        counts.update(_writer(document, family))
        counts.update(_addressed(document, family))
    found: dict[str, PartyFound] = {fold(party.name): party for party in family.parties}
    for party, _ in sorted(counts.items(), key=lambda item: (-len(item[0].name), -item[1])):
        name = fold(party.name)
        if not any(_within(name, other) for other in found):
            found[name] = party
    return tuple(
        replace(
            party,
            also=(*party.also, *([shorts[name]] if name in shorts else ())),
            gives=tuple(given.get(name, ())),
        )
        for name, party in found.items()
    )


def _introduced(line: str, family: Family) -> Iterator[tuple[PartyFound, str]]:
    """A name that is given with its abbreviation: "Jeugdteam Molenwaard (JTM)"."""
    for match in _INTRODUCED.finditer(line):
        name, short = match["name"].removeprefix("Het ").removeprefix("De "), match["short"]
        if sum(map(str.isupper, short)) < 2 or _METHOD.search(fold(name)) or not is_name(name, family_words(family)):
            continue
        if not _is_short_for(short, name):
            continue
        hits = find_parties(name, family)
        if hits and hits[-1].is_named:
            yield hits[-1].party, short
        elif not hits and " " in name:
            yield PartyFound(name, guess_sector(name) or Sector.OVERIG), short


def _help_by(line: str, family: Family) -> Iterator[tuple[PartyFound, str]]:
    """Help right before or behind the name of who gives it: "MST bij Wendakker", "Wendakker: ambulante hulp"."""
    for hit in find_parties(line, family):
        if hit.is_named and hit.party.sector in (Sector.JEUGDHULP, Sector.JEUGD_GGZ, Sector.VOLWASSENEN_GGZ, Sector.GI):
            before = HELP_BEFORE.search(fold(line[: hit.start]))
            if before:
                yield hit.party, before["help"]


def _addressed(document: Document, family: Family) -> Iterator[PartyFound]:
    """Whom the address lines of a mail name by their domain."""
    for line in document.text.partition("\n\n")[0].split("\n")[:6]:
        party = by_function(line.partition(":")[2], family) if "@" in line else None
        if party:
            yield party


def _is_short_for(short: str, name: str) -> bool:
    """Whether the letters stand in the name in this order and each word that is written large gives its first."""
    letters, rest = iter(fold(name)), fold(short).replace("&", "")
    initials = [fold(word)[0] for word in name.split() if word[0].isupper()]
    return all(letter in letters for letter in rest) and all(initial in rest for initial in initials)


def _providers(text: str, family: Family) -> Iterator[PartyFound]:
    """The names under a column, or behind a label, that says who gives help."""
    column, width = -1, 0
    for line in text.split("\n"):
        cells = line.split("\t")
        heads = [fold(cell).strip() for cell in cells]
        at = next((number for number, head in enumerate(heads) if head in _PROVIDER_COLUMNS), -1)
        if at >= 0 and len(cells) == 2 and at == 0:
            yield from cell_parties(cells[1], family, of_provider=True)
        elif at >= 0 and len(cells) > 1:
            column, width = at, len(cells)
        elif column >= 0 and len(cells) == width:
            yield from cell_parties(cells[column], family, of_provider=True)
        else:
            column = -1


def _in_title(line: str, family: Family) -> Iterator[PartyFound]:
    """The writer behind the name of the document: "Evaluatie gezinsbegeleiding – De Brug"."""
    title, dash, rest = line.replace("—", "–").replace(" - ", " – ").partition(" – ")
    if dash and title and not find_parties(title, family):
        yield from cell_parties(rest.partition(" – ")[0].strip(), family)


def _writer(document: Document, family: Family) -> Iterator[PartyFound]:
    """Who wrote it, where only the head of the document names that agency."""
    name = profile_of(document, family).agency
    hits = find_parties(name, family)
    yield from (hit.party for hit in hits[:1] if hit.is_named)
    if " " in name and not hits:
        opening = document.text.partition("\n")[0]
        yield PartyFound(name, guess_sector(name) or guess_sector(opening))


def _within(short: str, long: str) -> bool:
    return short == long or long.startswith(short + " ") or long.endswith(" " + short)
