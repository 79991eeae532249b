"""Bundles: nothing is counted twice or not at all, and no two overlap."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.layout.bundles import Bundle, bundled

EM, GAP, CELL = 11.0, 5.0, 200.0
EDGES = (0.0, 2_100.0)


@st.composite
def stretches(draw: st.DrawFn) -> list[tuple[str, float, float]]:
    found = []
    for number in range(draw(st.integers(0, 60))):
        left = draw(st.floats(0, 2_000))
        found.append((f"e{number}", left, left + draw(st.sampled_from([0.0, 4.0, 60.0, 700.0]))))
    return sorted(found, key=lambda item: (item[1], item[2]))


def counted(found: list[tuple[str, float, float]]) -> list[Bundle]:
    return bundled([((id_,), left, right) for id_, left, right in found], EM, GAP, CELL, EDGES)


def ends(bundle: Bundle) -> tuple[float, float]:
    return min(bundle.left, bundle.pill), max(bundle.right, bundle.pill + bundle.width)


@settings(max_examples=60)
@given(stretches())
def test_everything_is_counted_once_in_order(found: list[tuple[str, float, float]]) -> None:
    assert [id_ for bundle in counted(found) for id_ in bundle.ids] == [id_ for id_, _, _ in found]


@settings(max_examples=60)
@given(stretches())
def test_no_two_bundles_touch(found: list[tuple[str, float, float]]) -> None:
    for before, after in itertools.pairwise(counted(found)):
        assert ends(before)[1] + GAP <= ends(after)[0] + 1e-6


@settings(max_examples=60)
@given(stretches())
def test_the_bracket_reaches_from_the_first_to_the_last_or_the_next_bracket(
    found: list[tuple[str, float, float]],
) -> None:
    places = {id_: (left, right) for id_, left, right in found}
    bundles = counted(found)
    for bundle, following in itertools.zip_longest(bundles, bundles[1:]):
        limit = EDGES[1] if following is None else min(following.left, following.pill) - GAP
        last = max(places[id_][1] for id_ in bundle.ids)
        assert bundle.left == min(places[id_][0] for id_ in bundle.ids)
        assert bundle.right <= max(last, bundle.left)
        assert bundle.right >= min(last, limit) - GAP - 1e-6
        assert bundle.text == f"+{len(bundle.ids)}"


@settings(max_examples=60)
@given(stretches())
def test_no_number_passes_the_edges(found: list[tuple[str, float, float]]) -> None:
    for bundle in counted(found):
        assert bundle.pill >= EDGES[0]
        assert bundle.pill + bundle.width <= EDGES[1] + 1e-6


def test_what_lies_far_apart_is_counted_apart() -> None:
    assert [bundle.ids for bundle in counted([("a", 0, 4), ("b", 3, 9), ("c", 500, 504)])] == [
        ("a", "b"),
        ("c",),
    ]
