"""What is done with the lanes: it does what it says, and no more; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.test_lanes import family
from tijdlijn.layout.lane_choices import Lanes, divided, divided_within, division_words
from tijdlijn.layout.lanes import LANES, filled_lanes
from tijdlijn.model.views import Arrangement, LaneBy

FAMILY = family()
DIVISIONS = [(by,) for by in LaneBy] + [(by, inner) for by in LaneBy for inner in LaneBy if by is not inner]


def lanes(arrangement: Arrangement) -> Lanes:
    return Lanes.of(FAMILY, arrangement)


def keys(arrangement: Arrangement) -> list[str]:
    """The keys as the layout has them from top to bottom."""
    return [part.lane.key for part in filled_lanes(FAMILY, arrangement, FAMILY.timeline)[0]]


@given(st.sampled_from(DIVISIONS), st.data())
def test_a_lane_that_is_put_above_another_stands_there_and_nothing_else_moves(
    by: tuple[LaneBy, ...], data: st.DataObject
) -> None:
    found = lanes(Arrangement(by))
    key = data.draw(st.sampled_from([lane.key for lane in found.all]))
    beside = found.beside(key)
    before = data.draw(st.sampled_from([*beside, None]))
    fresh = lanes(found.moved(key, before)).beside(key)
    rest = [other for other in beside if other != key]
    assert [other for other in fresh if other != key] == rest
    if before is None:
        assert fresh[-1] == key
    elif before != key:
        assert fresh[fresh.index(key) + 1] == before


@given(st.sampled_from(DIVISIONS), st.data())
def test_down_and_up_again_brings_a_lane_back(by: tuple[LaneBy, ...], data: st.DataObject) -> None:
    found = lanes(Arrangement(by))
    key = data.draw(st.sampled_from([lane.key for lane in found.all]))
    beside = found.beside(key)
    if beside[-1] != key:
        down = lanes(found.moved_by(key, 1))
        assert down.beside(key) != beside
        assert lanes(down.moved_by(key, -1)).beside(key) == beside
    else:
        assert found.moved_by(key, 1) == found.arrangement


def test_a_lane_moves_past_what_is_hidden_in_one_step() -> None:
    found = lanes(Arrangement(hidden=frozenset({"wonen"})))
    assert lanes(found.moved_by("leven", 1)).beside("leven")[:2] == ["vragen", "leven"]
    assert lanes(found.moved_by("vragen", -1)).beside("leven")[:2] == ["vragen", "leven"]


def test_folding_the_others_leaves_one_open_and_unfolding_opens_all() -> None:
    folded = lanes(Arrangement(folded=frozenset({"hulp"}))).others_folded("hulp")
    assert folded.folded == {lane.key for lane in LANES} - {"hulp"}
    assert lanes(folded).unfolded().folded == frozenset()
    assert lanes(lanes(Arrangement()).fold_turned("hulp")).fold_turned("hulp") == Arrangement()


@pytest.mark.parametrize("by", DIVISIONS)
def test_the_last_lane_cannot_be_hidden(by: tuple[LaneBy, ...]) -> None:
    arrangement = Arrangement(by)
    for lane in lanes(arrangement).all:
        arrangement = lanes(arrangement).hid(lane.key)
    shown = [lane for lane in lanes(arrangement).shown if not lane.is_heading]
    assert shown
    assert lanes(arrangement).shown_again() == Arrangement(by)


@pytest.mark.parametrize("by", DIVISIONS)
def test_only_this_lane_shows_it_with_its_heading_and_what_is_below(by: tuple[LaneBy, ...]) -> None:
    found = lanes(Arrangement(by, hidden=frozenset({"leven"})))
    for lane in found.all:
        alone = keys(found.only(lane.key))
        assert lane.key in alone
        assert all(key == lane.key or lane.key.startswith(f"{key}/") or key.startswith(f"{lane.key}/") for key in alone)


def test_rows_are_given_within_bounds_and_taken_again() -> None:
    high = lanes(Arrangement(folded=frozenset({"hulp"}))).with_rows("hulp", 4)
    assert (high.heights, high.folded) == ((("hulp", 4),), frozenset())
    assert lanes(high).with_rows("hulp", 0).heights == (("hulp", 1),)
    assert lanes(high).with_rows("hulp", 999).heights == (("hulp", 60),)
    assert lanes(high).with_rows("hulp", None).heights == ()


def test_restoring_leaves_what_was_chosen_for_another_division() -> None:
    mixed = Arrangement(
        order=("hulp", "partij:team"), heights=(("hulp", 3), ("partij:team", 2)),
        folded=frozenset({"leven", "partij:school"}), hidden=frozenset({"wonen", "partij:team"}),
    )  # fmt: skip
    kept = Arrangement(
        order=("partij:team",), heights=(("partij:team", 2),),
        folded=frozenset({"partij:school"}), hidden=frozenset({"partij:team"}),
    )  # fmt: skip
    assert lanes(mixed).restored() == kept


def test_lanes_never_stand_within_lanes_of_the_same_division() -> None:
    nested = Arrangement((LaneBy.PERSOON, LaneBy.SOORT))
    assert divided(nested, LaneBy.SOORT).by == (LaneBy.SOORT,)
    assert divided(nested, LaneBy.PARTIJ).by == (LaneBy.PARTIJ, LaneBy.SOORT)
    assert divided_within(nested, LaneBy.PERSOON) == nested
    assert divided_within(nested, None).by == (LaneBy.PERSOON,)
    assert divided_within(replace(nested, order=("hulp",)), LaneBy.PARTIJ).order == ("hulp",)


def test_what_the_lanes_are_is_said_in_words() -> None:
    assert division_words((LaneBy.SOORT,)) == "Soort"
    assert division_words((LaneBy.PERSOON, LaneBy.LEEFGEBIED)) == "Persoon › leefgebied"
