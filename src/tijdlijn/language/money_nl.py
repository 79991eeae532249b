"""Money and parts of it as Dutch people write them: "€ 98.120", "€ 1.200 – 1.500", "73,3%".

The rule: whole euros where amounts are compared, rounded to the nearest, halves up; a least and a most that are written
the same are one figure.
"""

from __future__ import annotations


def euros(cents: tuple[int, int]) -> str:
    """Whole euros, from least to most: "€ 1.200", "€ 1.200 – 1.500"."""
    least, most = map(whole_euros, cents)
    return f"€ {least}" if least == most else f"€ {least} – {most}"


def whole_euros(cents: int) -> str:
    """Whole euros without the sign: "98.120", "−1.200"."""
    return grouped((2 * cents + 100) // 200)


def grouped(number: int) -> str:
    """A whole number with points between the thousands."""
    return f"{number:,}".replace(",", ".").replace("-", "−")


def percentage(parts: tuple[float, float]) -> str:
    """A part of a whole (from 0 to 100) with one decimal: "73,3%", "50,0% tot 75,0%"."""
    low, high = (f"{part:.1f}".replace(".", ",").replace("-", "−") for part in parts)
    return f"{low}%" if low == high else f"{low}% tot {high}%"


def whole_range(figure: tuple[int, int]) -> str:
    """A figure that is in whole euros already, as `euros` writes it."""
    return euros((100 * figure[0], 100 * figure[1]))
