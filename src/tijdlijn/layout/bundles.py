"""Bundles: what found no place is counted at its own place, under a bracket over its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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
        return f"+{len(self.ids)}"


def bundled(extents: Sequence[tuple[str, float, float]], em: float, gap: float) -> list[Bundle]:
    """Bundles of `(id, left, right)` sorted by left, so that no two pills or brackets overlap."""
    bundles: list[Bundle] = []
    group: list[str] = []
    left = right = 0.0
    for id_, start, end in extents:
        room = em * 3.6
        if group and start - gap <= max(right, (left + right) / 2 + room):
            group.append(id_)
            right = max(right, end)
            continue
        if group:
            bundles.append(_bundle(tuple(group), left, right, em))
        group, left, right = [id_], start, end
    if group:
        bundles.append(_bundle(tuple(group), left, right, em))
    return _merged(bundles, em, gap)


def _bundle(ids: tuple[str, ...], left: float, right: float, em: float) -> Bundle:
    """A bundle with its pill in the middle of its bracket, as wide as its number asks."""
    width = em * (1.3 + 0.55 * (len(str(len(ids))) + 1))
    return Bundle(ids, left, right, (left + right - width) / 2, width)


def _merged(bundles: list[Bundle], em: float, gap: float) -> list[Bundle]:
    """Join neighbours whose pills would touch, until none do."""
    result: list[Bundle] = []
    for bundle in bundles:
        while (
            result and min(bundle.pill, bundle.left) < max(result[-1].pill + result[-1].width, result[-1].right) + gap
        ):
            last = result.pop()
            left, right = min(last.left, bundle.left), max(last.right, bundle.right)
            bundle = _bundle(last.ids + bundle.ids, left, right, em)
        result.append(bundle)
    return result
