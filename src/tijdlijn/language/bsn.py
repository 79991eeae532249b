"""Whether a text holds what may be a burgerservicenummer: nine digits that pass the eleven test (design 7, 21).

The rule: one in eleven numbers of nine digits passes, so this only warns. What is part of a longer number, of a
telephone number or of an amount is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NINE = re.compile(
    r"(?<![\d+€])(?<!\d[.,\- /])(?P<number>\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})"
    r"(?!\d)(?![.,\- /]\d)"
)
_NAMED = re.compile(r"(?:bsn|burgerservicenummer|sofinummer)\W{0,12}(?P<number>\d{8})(?!\d)", re.IGNORECASE)
_ABROAD = re.compile(r"\+31[ -]?$|\b0031[ -]?$")


def holds_bsn(text: str) -> bool:
    """Whether it may."""
    return any(passes_eleven(number) for number in _numbers(text))


def passes_eleven(number: str) -> bool:
    """Whether nine digits are a possible number: nine times the first, eight times the second and so on to twice the
    eighth, less the ninth, is a multiple of eleven."""
    if len(number) != 9 or not number.isdecimal() or number == "0" * 9:
        return False
    digits = [int(digit) for digit in number]
    return (sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=False)) - digits[8]) % 11 == 0


def _numbers(text: str) -> Iterator[str]:
    for match in _NINE.finditer(text):
        if not _ABROAD.search(text, 0, match.start()):
            yield re.sub(r"\D", "", match["number"])
    for match in _NAMED.finditer(text):
        yield match["number"].zfill(9)
