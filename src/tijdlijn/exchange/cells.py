"""What one cell says: names, codes, yes or no, money. Pure, both ways where it is written again.

The rule: a reader gives the value or raises `CellError` with what was expected; it never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from tijdlijn.language import lexicon
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import RateUnit, Sector

Code = TypeVar("Code", bound=StrEnum)

MAX_CENTS = 100_000_000_000
NOTHING = frozenset({"-", "--", "n.v.t.", "nvt", "n.v.t"})
"""What people write in a column of codes or money that does not apply."""

EXPECTED_MONEY = "een bedrag in euro, zoals 1.234,56"
EXPECTED_RATE = "een bedrag per dag, week, maand of jaar, zoals 450/week"

_NAME = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;,]*?))\s*(?:[;,]|$)')
_NAME_ONLY_SEMICOLON = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;]*?))\s*(?:;|$)')
_WITH_SECTOR = re.compile(r"(.+?)\s*\(([^()]*)\)")
_MONEY = re.compile(r"(?:€|eur|euro)?\s*(\d[\d.,]*)\s*(?:,-|-)?\s*(?:€|eur|euro)?")
_DUTCH = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
_PLAIN = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_RATE = re.compile(r"(.*?)\s*(?:/|\bper\b|\bp\.?\s*/?)\s*(dag|d|week|wk|w|maand|mnd|m|jaar|jr|j)\.?")
_UNITS = {"d": RateUnit.DAG, "w": RateUnit.WEEK, "m": RateUnit.MAAND, "j": RateUnit.JAAR}


class CellError(ValueError):
    """The cell says nothing that its column can hold; the message is what was expected, in Dutch."""


def code_by(read: Callable[[str], Code | None], codes: Iterable[str]) -> Callable[[str], Code]:
    """A reader of one cell that raises CellError, naming `codes`, where `read` understands nothing."""

    def reader(text: str) -> Code:
        code = read(text)
        if code is None:
            raise CellError(f"een van: {', '.join(codes)}")
        return code

    return reader


def yes_or_no(text: str) -> bool:
    """Whether a cell says yes."""
    answer = lexicon.yes_or_no(text)
    if answer is None:
        raise CellError("ja of nee")
    return answer


def domains_of(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The life domains that a cell names, as the case spells them."""
    found = [lexicon.domain_of(name, known) for name in names_in(text)]
    if None in found:
        raise CellError(f"een of meer van: {', '.join(known)}")
    return tuple(dict.fromkeys(name for name in found if name))


def names_in(text: str, commas: bool = True) -> tuple[str, ...]:
    """Names separated by `;` (and `,`), each once, in their order. A name in double quotes may hold separators."""
    found = (_NAME if commas else _NAME_ONLY_SEMICOLON).finditer(text)
    names = (squeezed(match[1].replace('""', '"') if match[1] is not None else match[2]) for match in found)
    return tuple(dict.fromkeys(name for name in names if name))


def joined(names: Iterable[str]) -> str:
    """Names in one cell, so that `names_in` gives the same names."""
    return "; ".join(_quoted(name) if re.search(r'[;,"]', name) else name for name in names)


def party_in(name: str) -> tuple[str, Sector | None]:
    """`name (sector)` as name and sector; brackets that hold no sector belong to the name."""
    match = _WITH_SECTOR.fullmatch(name)
    sector = lexicon.sector_of(match[2]) if match else None
    return (match[1], sector) if match and sector else (name, None)


def cents_in(text: str) -> int:
    """An amount in euro as cents: `€ 1.234,56`, `1234.56`, `450,-`."""
    match = _MONEY.fullmatch(fold(squeezed(text)))
    amount = match[1].rstrip(",.") if match else ""
    for pattern, thousands in ((_DUTCH, "."), (_PLAIN, ",")):
        parts = pattern.fullmatch(amount)
        if parts:
            return _cents(parts[1].replace(thousands, ""), parts[2] or "0")
    raise CellError(EXPECTED_MONEY)


def money(cents: int) -> str:
    """Cents as `cents_in` reads them, without signs a spreadsheet or a script would stumble over."""
    return f"{cents // 100}.{cents % 100:02d}" if cents % 100 else str(cents // 100)


def rate_in(text: str) -> Rate:
    """A rate: `450/week`, `€ 450 per week`."""
    match = _RATE.fullmatch(fold(squeezed(text)))
    if match is None:
        raise CellError(EXPECTED_RATE)
    try:
        return Rate(cents_in(match[1]), _UNITS[match[2][0]])
    except CellError:
        raise CellError(EXPECTED_RATE) from None


def _cents(whole: str, decimals: str) -> int:
    cents = int((Decimal(f"{whole}.{decimals}") * 100).quantize(Decimal(1), ROUND_HALF_UP)) if len(whole) < 12 else -1
    if not 0 <= cents <= MAX_CENTS:
        raise CellError(EXPECTED_MONEY)
    return cents


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'
