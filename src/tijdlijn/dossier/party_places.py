"""Which parties a document names before a place, and who writes there: in a mail the answer and what it quotes.

The rule: a name stands for a later "school" or "de behandelaar" only until the next name of the same field; a quoted
mail is its own sender's, and nobody's when that is no agency.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.party_search import family_words, find_parties
from tijdlijn.dossier.writers import by_function, sender_name
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document

_MOST = 12
"""How many of the names before a place are looked at."""
_QUOTE = re.compile(
    r"(?m)^\W*Op .{5,70} (?:schreef|heeft) (?P<writer>[^\n:]*)|^Van: ?(?P<name>.*)$|^(?P<deeper>(?:[>|] ?){2})"
)
"""Where a mail quotes another; marks in a row quote what the document's own writer wrote before."""


class PartyPlaces:
    """The places of named parties of one document, and the stretches that others wrote."""

    def __init__(self, document: Document, family: Family) -> None:
        self._places: list[int] = []
        self._parties: list[PartyFound] = []
        at = 0
        for line in document.text.splitlines(keepends=True):
            for hit in find_parties(line.rstrip("\n"), family):
                if hit.is_named:
                    self._places.append(at + hit.start)
                    self._parties.append(hit.party)
            party = by_function(line, family) if "@" in line else None
            if party:
                self._places.append(at)
                self._parties.append(party)
            at += len(line)
        self._quotes = _quotes(document, family)

    def before(self, place: int) -> tuple[PartyFound, ...]:
        """The parties named before a place, the last one first."""
        end = bisect_left(self._places, place)
        return tuple(dict.fromkeys(reversed(self._parties[max(0, end - _MOST) : end])))

    def writer_at(self, place: int, agency: str) -> str:
        """Who writes here: the agency of the document, or the sender of what is quoted."""
        at = bisect_right(self._quotes, (place, "\U0010ffff")) - 1
        return agency if at < 0 else self._quotes[at][1]


def _quotes(document: Document, family: Family) -> list[tuple[int, str]]:
    """Where each quoted mail starts, with its sender."""
    head, _, rest = document.text.partition("\n\n")
    if not head.startswith("Van:"):
        return []
    own = sender_name(head.partition("\n")[0], family)
    writers = (
        (match.start(), own if match["deeper"] else _sender(match["writer"] or match["name"] or "", head, own, family))
        for match in _QUOTE.finditer(document.text, len(document.text) - len(rest))
    )
    return list(writers)


def _sender(words: str, head: str, own: str, family: Family) -> str:
    """The agency of who is quoted: as the words say, else that of the address with this name; nobody's for family."""
    hits, named = find_parties(words, family), set(fold(words).split())
    if named & family_words(family):
        return ""
    addressed = (line for line in head.split("\n") if any(len(n) > 3 and n in fold(line) for n in named))
    by_address = next((sender_name(line.partition(":")[2], family) for line in addressed), "")
    if by_address and not any(hit.is_named for hit in hits):
        return by_address
    return hits[0].party.name if hits else own
