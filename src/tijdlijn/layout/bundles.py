"""Bundles: what found no place is counted at its own place, under a bracket over its time.

What begins in one neighbourhood is counted together, so that a crowded life has its numbers where the crowd is. A
bracket ends where the last of its entries does, or where the next bracket begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True)
class Bundle:
    """Entries that are shown as a number: a bracket from `left` to `right`, a pill of `width` at `pill`."""

    ids: tuple[str, ...]
    left: float
    right: float
    pill: float
    width: float

    @property
    def text(self) -> str:
        """What the pill says."""
        return f"+{len(self.ids):,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Entries to be counted together: where the first begins, where the last ends, and the right edge."""

    ids: list[str]
    left: float
    right: float
    em: float
    edge: float

    @property
    def width(self) -> float:
        """Width of the pill."""
        return self.em * (1.3 + 0.55 * (len(f"{len(self.ids):,}") + 1))

    @property
    def begin(self) -> float:
        """Where its pill can begin at the latest."""
        return min(self.left, self.edge - self.width)

    def bundle(self, limit: float) -> Bundle:
        """The bundle, with its pill in the middle of its bracket and everything before `limit`."""
        right = max(min(self.right, limit), self.left)
        pill = min(max((self.left + right - self.width) / 2, self.begin), limit - self.width)
        return Bundle(tuple(self.ids), self.left, right, pill, self.width)


def bundled(
    lost: Sequence[tuple[Sequence[str], float, float]], em: float, gap: float, cell: float, edges: tuple[float, float]
) -> list[Bundle]:
    """Bundles of `(ids, left, right)` sorted by left, one for each stretch of `cell` points in which any begin.

    No two pills or brackets overlap, and none passes the edges.
    """
    crowds: list[_Crowd] = []
    for _, group in groupby(lost, key=lambda item: item[1] // cell):
        items = list(group)
        crowd = _Crowd(
            [id_ for i in items for id_ in i[0]], max(items[0][1], edges[0]), max(i[2] for i in items), em, edges[1]
        )
        while crowds and crowd.begin - crowds[-1].begin < crowds[-1].width + gap:
            before = crowds.pop()
            ids, right = before.ids + crowd.ids, max(before.right, crowd.right)
            crowd = _Crowd(ids, before.left, right, em, edges[1])
        crowds.append(crowd)
    limits = [*(following.begin - gap for _, following in pairwise(crowds)), *([edges[1]] if crowds else [])]
    return [crowd.bundle(limit) for crowd, limit in zip(crowds, limits, strict=True)]
