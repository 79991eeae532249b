"""Money as Dutch people write it: "1.234,50" and "450 per week". Pure; amounts are whole cents."""

from __future__ import annotations

import re

from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import RateUnit

MOST_CENTS = 100_000_000_000
_AMOUNT = re.compile(
    r"(?:€|eur|euro)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}|-))?\s*(?:€|eur|euro)?", re.IGNORECASE
)
_RATE = re.compile(r"(.+?)\s*(?:/|per)\s*(dag|week|maand|jaar)", re.IGNORECASE)


def cents_of(text: str) -> int | None:
    """An amount in euro as cents; None when it is none. `450`, `€ 1.234,50` and `12,-` are read."""
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return None
    cents = int(match[1].replace(".", "")) * 100 + int((match[2] or "0").replace("-", "0").ljust(2, "0"))
    return cents if cents <= MOST_CENTS else None


def money(cents: int) -> str:
    """Cents as "1.234,50", without ",00"."""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"{whole},{cents % 100:02d}" if cents % 100 else whole


def rate_of(text: str) -> Rate | None:
    """An amount per unit of time; None when it is none. `450/week` and `450 per week` are read."""
    match = _RATE.fullmatch(text.strip())
    cents = cents_of(match[1]) if match else None
    return None if match is None or cents is None else Rate(cents, RateUnit(match[2].lower()))


def rate(value: Rate) -> str:
    """A rate as "450 per week"."""
    return f"{money(value.cents)} per {value.unit}"
