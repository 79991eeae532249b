"""Packing: nothing overlaps, nothing is lost, the important stay, and what is shortened takes the room there is."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.layout.packing import Piece, Place, Room, Side, pack, rows_needed

EM = 10.0
GAP = 5.0


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    found = []
    for _ in range(draw(st.integers(0, 60))):
        left = draw(st.floats(0, 900))
        width = draw(st.floats(4, 200))
        label = draw(st.floats(0, 250))
        inside = draw(st.booleans()) and width > label + 2 * GAP
        found.append(Piece(left, left + width, label, inside, draw(st.booleans())))
    return sorted(found, key=lambda piece: (piece.left, piece.right))


def extent(piece: Piece, place: Place) -> tuple[float, float]:
    """From the first to the last point that a placed piece shows."""
    match place.side:
        case Side.RIGHT:
            return piece.left, piece.right + GAP + place.width
        case Side.LEFT:
            return piece.left - GAP - place.width, piece.right
        case _:
            return piece.left, piece.right


@settings(max_examples=150, deadline=None)
@given(pieces(), st.integers(1, 8), st.sampled_from([float("inf"), 950.0]))
def test_nothing_that_is_placed_overlaps(found: list[Piece], rows: int, edge: float) -> None:
    places = pack(found, Room(rows, EM, GAP, edge))
    for row in range(rows):
        shown = sorted(extent(p, q) for p, q in zip(found, places, strict=True) if q and q.row == row)
        assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(shown))


@settings(max_examples=100, deadline=None)
@given(pieces(), st.integers(1, 8))
def test_a_label_is_never_wider_than_it_wants_and_stays_within_the_edge(found: list[Piece], rows: int) -> None:
    for piece, place in zip(found, pack(found, Room(rows, EM, GAP, 1100.0)), strict=True):
        if place is None:
            continue
        assert place.width <= piece.label + 1e-6
        if place.side is Side.RIGHT:
            assert piece.right + GAP + place.width <= 1100.0 + 1e-6


@settings(max_examples=60, deadline=None)
@given(pieces())
def test_as_many_rows_as_are_needed_show_every_label_whole(found: list[Piece]) -> None:
    rows = rows_needed(found, Room(200, EM, GAP))
    places = pack(found, Room(max(rows, 1), EM, GAP))
    assert all(place is not None and place.width == piece.label for piece, place in zip(found, places, strict=True))


@settings(max_examples=60, deadline=None)
@given(pieces(), st.integers(1, 6))
def test_the_same_pieces_are_always_placed_the_same(found: list[Piece], rows: int) -> None:
    assert pack(found, Room(rows, EM, GAP)) == pack(list(found), Room(rows, EM, GAP))


def test_an_important_piece_keeps_its_place_where_a_routine_one_is_bundled() -> None:
    crowd = [Piece(100 + n * 0.1, 110 + n * 0.1, 80) for n in range(5)]
    turn = Piece(100.45, 110.45, 80, important=True)
    found = sorted([*crowd, turn], key=lambda piece: piece.left)
    places = pack(found, Room(2, EM, GAP))
    assert places[found.index(turn)] is not None
    assert sum(place is None for place in places) == 4


def test_a_shortened_label_takes_the_room_beside_it() -> None:
    alone, first, second = Piece(0, 10, 60), Piece(300, 310, 200), Piece(380, 390, 60)
    places = pack([alone, first, second], Room(1, EM, GAP))
    assert places[0] is not None
    assert places[0].width == 60
    assert places[1] is not None
    assert 50 < places[1].width < 70


def test_a_label_that_would_pass_the_edge_stands_to_the_left() -> None:
    places = pack([Piece(480, 490, 100)], Room(1, EM, GAP, edge=500))
    assert places == [Place(0, Side.LEFT, 100)]
