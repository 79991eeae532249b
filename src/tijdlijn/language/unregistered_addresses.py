"""Where a text has a street, a postcode, a telephone number or an address of mail.

The rule: these are found by their shape alone, as each leads to one door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.language.pseudonym_spelling import CAPITAL
from tijdlijn.model.people import NameKind


@dataclass(frozen=True, slots=True)
class Address:
    """A stretch of a text that leads to somebody."""

    start: int
    end: int
    what: NameKind


_STREET = (
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dreef|pad|dijk|steeg|plantsoen|hof|markt|oord|erf|burg|park|baan|"
    r"ring|brink|veld|kamp|horst|akker|donk|waard|hoek|gaarde|weide|wal|poort|haven|es|str\.)"
)
_NUMBER = (
    r" \d{1,4}(?: ?[-/] ?\d{1,3}|-?[a-zA-Z](?!\w)| ?(?:hs|bis|huis)(?!\w))?(?![\d.,]\d)(?!\w| (?:jaar|uur|mei|euro))"
)
_LEADING = rf"(?:[{CAPITAL}][\w.'’-]* (?:(?:van|de|der|den|ten|ter|het) )*){{0,3}}"
_NAMED_STREET = rf"(?<![\w-]){_LEADING}[{CAPITAL}]?[\w-]{{2,}}{_STREET}{_NUMBER}"
_POSTCODE = rf"(?<![\w-])[1-9]\d{{3}}(?:[A-Z]{{2}}| [A-Z]{{2}}(?=[ ,]+[{CAPITAL}]|[.;)\n]|$))(?!\w)"
_TELEPHONE = r"(?<![\w+])(?!\d\d-\d\d-\d{4})(?:\+31|0031|0)[ -]?(?:\(0\))?[ -]?[1-9](?:[ -]?\d){8}(?!\d)"
_MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SHAPES = re.compile(
    rf"(?P<mail>{_MAIL})|(?P<telephone>{_TELEPHONE})|(?P<postcode>{_POSTCODE})|(?P<street>{_NAMED_STREET})"
)
_POSSIBLE = re.compile(r"@|\d{2}| \d")
_OFFICES = re.compile(r"(?:19|20)\d\d (?:VT|GI|JB|OM|HA|CB|IB|SO|JR|BJ|NN|ZM|OP|IN)$")
"""A year and an office: no postcode."""


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text, in its order."""
    if not _POSSIBLE.search(text):
        return
    for match in _SHAPES.finditer(text):
        if match.lastgroup == "street" and not re.match(rf"[{CAPITAL}]", match[0]):
            continue
        if match.lastgroup == "postcode" and _OFFICES.match(match[0]):
            continue
        place = match.lastgroup in ("postcode", "street")
        yield Address(match.start(), match.end(), NameKind.PLAATS if place else NameKind.PERSOON)
