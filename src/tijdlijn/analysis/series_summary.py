"""What a series says as a whole: each figure spread over the families, what came before the anchor, and whether a row
could tell who a family is.

A median or quartile of `[min, max]` figures is that of the least and that of the most (quartiles: inclusive method).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tijdlijn.analysis.certainty import Range, Status
from tijdlijn.analysis.series import Family, Told
from tijdlijn.analysis.series_anchor import ANCHORS, Anchor, Sign, Strip
from tijdlijn.analysis.series_columns import Column, Figure
from tijdlijn.model.vocabulary import Kind

ALIKE = 5
"""A family of which fewer than this many families are alike could be recognised by who knows it."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A column over all families. `figures` are sorted; `unknown` counts the families that have none.

    `least`, `lower`, `median`, `upper`, `most` and `total` are None without figures.
    """

    column: Column
    figures: tuple[Figure, ...]
    unknown: int
    least: Figure | None = None
    lower: Figure | None = None
    median: Figure | None = None
    upper: Figure | None = None
    most: Figure | None = None
    total: Figure | None = None


def spread(column: Column, families: Sequence[Family]) -> Spread:
    """How a figure is spread over the families."""
    of_each = [column.figures(family) for family in families]
    figures = sorted(figure for found in of_each for figure in found)
    unknown = sum(not found for found in of_each)
    if not figures:
        return Spread(column, (), unknown)
    lows, highs = sorted(low for low, _ in figures), sorted(high for _, high in figures)
    quarters = [_quarters(ends) for ends in (lows, highs)]
    return Spread(
        column,
        tuple(figures),
        unknown,
        (lows[0], highs[0]),
        (quarters[0][0], quarters[1][0]),
        (float(median(lows)), float(median(highs))),
        (quarters[0][1], quarters[1][1]),
        (lows[-1], highs[-1]),
        (sum(lows), sum(highs)),
    )


def _quarters(ends: Sequence[float]) -> tuple[float, float]:
    if len(ends) < 2:
        return ends[0], ends[0]
    lower, _, upper = quantiles(ends, n=4, method="inclusive")
    return lower, upper


@dataclass(frozen=True, slots=True)
class KindBefore:
    """How many of a kind started before the anchor, over all families that have one: the sum, and in how many families
    at least one did."""

    kind: Kind
    total: Range
    families: Range


@dataclass(frozen=True, slots=True)
class Aligned:
    """The families around one anchor. `signs` says of how many families a sign is sure, and sure or possible.

    `without` counts the families that have no such anchor; `begins_later` those whose dossier tells of less than all
    the days before it.
    """

    anchor: Anchor
    strips: tuple[Strip, ...]
    without: int
    begins_later: int
    kinds: tuple[KindBefore, ...]
    signs: Mapping[Sign, Range]

    def share(self, sign: Sign) -> tuple[float, float]:
        """The part of the families with an anchor, 0 to 1, at least and at most."""
        number = len(self.strips) or 1
        least, most = self.signs[sign]
        return least / number, most / number


def aligned(families: Sequence[Told], anchor: Anchor) -> Aligned:
    """All families around this anchor, in the order of the series."""
    strips = tuple(told.strips[anchor] for told in families if anchor in told.strips)
    kinds = (_kind_before(kind, strips) for kind in Kind)
    return Aligned(
        anchor,
        strips,
        without=len(families) - len(strips),
        begins_later=sum(strip.begins_later for strip in strips),
        kinds=tuple(kind for kind in kinds if kind.total[1]),
        signs={sign: _how_many(sign, strips) for sign in Sign},
    )


def _kind_before(kind: Kind, strips: Sequence[Strip]) -> KindBefore:
    found = [strip.before.get(kind, (0, 0)) for strip in strips]
    return KindBefore(
        kind,
        (sum(low for low, _ in found), sum(high for _, high in found)),
        (sum(low > 0 for low, _ in found), sum(high > 0 for _, high in found)),
    )


def _how_many(sign: Sign, strips: Sequence[Strip]) -> Range:
    found = [strip.signs[sign] for strip in strips if sign in strip.signs]
    return found.count(Status.ZEKER), len(found)


def recognisable(families: Sequence[Family]) -> frozenset[int]:
    """The numbers of the families that fewer than five are alike to: as many children of the same ages and gender, as
    often placed. Who knows such a family could recognise it."""
    alike = Counter(map(_looks, families))
    return frozenset(family.number for family in families if alike[_looks(family)] < ALIKE)


def _looks(family: Family) -> tuple[object, ...]:
    children = sorted((child.age or (-1, -1), child.gender) for child in family.children)
    return tuple(children), sum(family.placements.values())


@dataclass(frozen=True, slots=True)
class Series:
    """All of a series: what is kept of each family. What it says as a whole is worked out when it is asked for."""

    told: tuple[Told, ...] = ()

    @property
    def families(self) -> tuple[Family, ...]:
        return tuple(one.family for one in self.told)

    def spread(self, column: Column) -> Spread:
        """How a figure is spread over the families."""
        return spread(column, self.families)

    def aligned(self, anchor: Anchor) -> Aligned:
        """The families around this anchor."""
        return aligned(self.told, anchor)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors that at least one family has."""
        return tuple(anchor for anchor in ANCHORS if any(anchor in one.strips for one in self.told))

    @property
    def recognisable(self) -> frozenset[int]:
        """The numbers of the families that could be recognised."""
        return recognisable(self.families)
