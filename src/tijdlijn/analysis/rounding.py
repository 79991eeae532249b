"""Rounding figures so that the parts still add up to the whole.

The rule: the whole is rounded to the nearest, halves up. Each part is rounded down or up, and those are rounded up that
lose most otherwise (the method of the largest remainders), so many that the parts add up to the whole. Of a least and a
most, the least is rounded so, and then what lies between the two, so that a part that is sure stays sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from tijdlijn.analysis.certainty import Range

Key = TypeVar("Key")


def nearest(parts: int, unit: int) -> int:
    """How many units that is, to the nearest, halves up."""
    return (2 * parts + unit) // (2 * unit)


def rounded_range(figure: Range, unit: int) -> Range:
    """Both ends of a figure in units."""
    return nearest(figure[0], unit), nearest(figure[1], unit)


def shared_out(parts: Sequence[int], unit: int, whole: int) -> list[int]:
    """Each part in units, so that they add up to `whole`, which is what they are together within a unit. Each comes
    within a unit of what it is, or a little more where `whole` is further off."""
    found = [part // unit for part in parts]
    lacking = whole - sum(found)
    by_loss = sorted(range(len(parts)), key=lambda place: -(parts[place] % unit))
    for place in by_loss[: max(0, lacking)]:
        found[place] += 1
    return found


def adding_up(parts: Mapping[Key, Range], unit: int, whole: Range) -> dict[Key, Range]:
    """The parts of a whole in units, both ends, so that the leasts add up to the least of `whole` (in units) and the
    mosts to its most."""
    least = shared_out([low for low, _ in parts.values()], unit, whole[0])
    between = shared_out([high - low for low, high in parts.values()], unit, whole[1] - whole[0])
    return {key: (low, low + more) for key, low, more in zip(parts, least, between, strict=True)}
