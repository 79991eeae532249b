"""Which casebook this is and how often it was written: a number that only ever goes up.

The rule: whoever writes first looks whether the file still is the one it wrote last. An older copy that was put back in
its place, or another program that wrote to it, shows by this number (design 7, point 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Generation:
    """`book` is the same for every copy of a casebook, `number` counts the transactions that wrote to it."""

    book: str
    number: int


def read(raw: Any) -> Generation:
    """What the file says of itself."""
    return Generation(*raw.execute("SELECT id, generation FROM book").fetchone())


def count(raw: Any) -> None:
    """Count one more transaction, within it."""
    raw.execute("UPDATE book SET generation = generation + 1")
