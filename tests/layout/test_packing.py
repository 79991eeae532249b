"""Packing: nothing overlaps, nothing is lost, the important stay, and what is shortened takes the room there is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.layout.detail import Detail
from tijdlijn.layout.packing import Fixed, Piece, Place, Room, Side, pack, rows_needed

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
        compact, card = draw(st.floats(0, 250)), draw(st.floats(0, 250))
        lines = draw(st.integers(2, 3))
        found.append(Piece(left, left + width, label, inside, draw(st.booleans()), compact, card, lines))
    return sorted(found, key=lambda piece: (piece.left, piece.right))


MOST = st.sampled_from([Detail.CARD, Detail.COMPACT, Detail.TITLE])


def held(draw: st.DrawFn, rows: int) -> list[Fixed]:
    """Long pieces that have their row already and do not overlap."""
    found = []
    for row in range(rows):
        left = draw(st.floats(0, 400))
        for _ in range(draw(st.integers(0, 2))):
            width = draw(st.floats(50, 300))
            found.append(Fixed(Piece(left, left + width, draw(st.floats(0, 40)), width > 60), row, draw(st.booleans())))
            left += width + draw(st.floats(6, 200))
    return found


@st.composite
def crowds(draw: st.DrawFn) -> tuple[list[Piece], list[Fixed], Room]:
    rows = draw(st.integers(1, 8))
    edge = draw(st.sampled_from([float("inf"), 950.0]))
    return draw(pieces()), held(draw, rows), Room(rows, EM, GAP, edge, draw(MOST))


def extent(piece: Piece, place: Place) -> tuple[float, float]:
    """From the first to the last point that a placed piece shows."""
    match place.side:
        case Side.RIGHT:
            return piece.left, piece.right + GAP + place.width
        case Side.LEFT:
            return piece.left - GAP - place.width, piece.right
        case _:
            return piece.left, piece.right


@settings(max_examples=60, deadline=None)
@given(crowds())
def test_nothing_that_is_placed_overlaps(crowd: tuple[list[Piece], list[Fixed], Room]) -> None:
    found, fixed, room = crowd
    places, stay = pack(found, room, fixed)
    rows: list[list[tuple[float, float]]] = [[] for _ in range(room.rows)]
    placed = [(p, q) for p, q in zip(found, places, strict=True) if q]
    for piece, place in [*placed, *((item.piece, place) for item, place in zip(fixed, stay, strict=True))]:
        for row in rows[place.row : place.row + (piece.rows(place.detail) if place.shown else 1)]:
            row.append(extent(piece, place))
    for row in rows:
        row.sort()
        assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(row))


@settings(max_examples=60, deadline=None)
@given(crowds())
def test_what_has_its_row_keeps_it_and_only_its_own_text_stands_after_it(
    crowd: tuple[list[Piece], list[Fixed], Room],
) -> None:
    found, fixed, room = crowd
    for item, place in zip(fixed, pack(found, room, fixed)[1], strict=True):
        assert place.row == item.row
        assert (place.side is Side.INSIDE) == item.piece.inside


@settings(max_examples=60, deadline=None)
@given(crowds())
def test_a_card_stays_within_the_rows_and_shows_all_its_lines(crowd: tuple[list[Piece], list[Fixed], Room]) -> None:
    found, fixed, room = crowd
    for piece, place in zip(found, pack(found, room, fixed)[0], strict=True):
        if place and place.detail < Detail.TITLE:
            assert place.row + piece.rows(place.detail) <= room.rows
            assert place.detail >= room.most
            assert piece.inside or place.width == piece.width(place.detail, EM)


@settings(max_examples=60, deadline=None)
@given(pieces(), st.integers(1, 8))
def test_a_label_is_never_wider_than_it_wants_and_stays_within_the_edge(found: list[Piece], rows: int) -> None:
    for piece, place in zip(found, pack(found, Room(rows, EM, GAP, 1100.0))[0], strict=True):
        if place is None:
            continue
        assert place.width <= piece.label + 1e-6
        if place.side is Side.RIGHT:
            assert piece.right + GAP + place.width <= 1100.0 + 1e-6


@settings(max_examples=60, deadline=None)
@given(pieces())
def test_as_many_rows_as_are_needed_show_every_label_whole(found: list[Piece]) -> None:
    rows = rows_needed(found, Room(200, EM, GAP))
    places, _ = pack(found, Room(max(rows, 1), EM, GAP))
    assert all(place is not None and place.width == piece.label for piece, place in zip(found, places, strict=True))


@settings(max_examples=60, deadline=None)
@given(pieces(), st.integers(1, 6))
def test_the_same_pieces_are_always_placed_the_same(found: list[Piece], rows: int) -> None:
    assert pack(found, Room(rows, EM, GAP)) == pack(list(found), Room(rows, EM, GAP))


def test_an_important_piece_keeps_its_place_where_a_routine_one_is_bundled() -> None:
    crowd = [Piece(100 + n * 0.1, 110 + n * 0.1, 80) for n in range(5)]
    turn = Piece(100.45, 110.45, 80, important=True)
    found = sorted([*crowd, turn], key=lambda piece: piece.left)
    places, _ = pack(found, Room(2, EM, GAP))
    assert places[found.index(turn)] is not None
    assert sum(place is None for place in places) == 4


def test_a_shortened_label_takes_the_room_beside_it() -> None:
    alone, first, second = Piece(0, 10, 60), Piece(300, 310, 200), Piece(380, 390, 60)
    places, _ = pack([alone, first, second], Room(1, EM, GAP))
    assert places[0] is not None
    assert places[0].width == 60
    assert places[1] is not None
    assert 50 < places[1].width < 70


def test_a_label_that_would_pass_the_edge_stands_to_the_left() -> None:
    places, _ = pack([Piece(480, 490, 100)], Room(1, EM, GAP, edge=500))
    assert places == [Place(0, Side.LEFT, 100)]


def test_a_neighbourhood_steps_down_as_one_and_what_matters_stays_a_step_behind() -> None:
    crowd = [Piece(5 + n * 9.0, 9 + n * 9.0, 90, compact=90, card=90, lines=3) for n in range(6)]
    turn = Piece(30, 34, 90, important=True, compact=90, card=90, lines=3)
    found = sorted([*crowd, turn], key=lambda piece: piece.left)
    places, _ = pack(found, Room(4, EM, GAP, most=Detail.CARD))
    details = {places[found.index(piece)].detail for piece in crowd}  # type: ignore[union-attr]  # all have a place
    own = places[found.index(turn)]
    assert len(details) == 1
    assert own is not None
    assert own.detail == min(details) - 1


@pytest.mark.parametrize(("left", "right", "side"), [(200, 210, Side.LEFT), (60, 70, Side.RIGHT)])
def test_a_text_wider_than_both_sides_takes_the_wider_and_stays_between_the_edges(
    left: float, right: float, side: Side
) -> None:
    piece = Piece(left, right, 400)
    (place,), _ = pack([piece], Room(1, EM, GAP, edge=270, start=0))
    assert place is not None
    assert place.side is side
    start, end = (left - GAP - place.width, right) if side is Side.LEFT else (left, right + GAP + place.width)
    assert 0 <= start < end <= 270
    assert place.width > 100
