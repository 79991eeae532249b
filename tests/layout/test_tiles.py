"""Tiles: the same wherever one begins to look, nothing overlaps at their borders, and words may hang over them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.packing import Side
from tijdlijn.layout.tiles import TILE, Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case

FIRST = date(2012, 1, 1)


@st.composite
def crowds(draw: st.DrawFn) -> Case:
    """Up to eighty moments and periods of one lane, crowded around a few days."""
    centres = draw(st.lists(st.integers(0, 2000), min_size=1, max_size=4))
    entries = []
    for number in range(draw(st.integers(1, 80))):
        start = FIRST + timedelta(days=draw(st.sampled_from(centres)) + draw(st.integers(-60, 60)) + 100)
        length = draw(st.sampled_from([0, 1, 5, 40, 400]))
        when = f"{start}/{start + timedelta(days=length)}" if length else start.isoformat()
        kind = draw(st.sampled_from(["gebeurtenis", "gebeurtenis", "diagnose"] if not length else ["gebeurtenis"]))
        turn = draw(st.sampled_from(["", "", "", "verlies"]))
        words = draw(st.sampled_from(["gesprek", "een veel langere titel die ver naar rechts reikt", "brief"]))
        entries.append(entry(kind, when, words, id=f"e{number}", order=float(number), schakelmoment=turn))
    return case(*entries, today=date(2019, 1, 1))


def laid_out(made: Case, scale: float, height: float = 420) -> Timeline:
    return lay_out(made, None, Axis(entries_extent(made)[0], scale), SCREEN, Frame(height))


def taken(lane: PlacedLane) -> list[list[tuple[float, float, str]]]:
    """What each row of a lane holds: figures with their texts, and numbers in the last."""
    rows: list[list[tuple[float, float, str]]] = [[] for _ in range(lane.rows)]
    for item in lane.figures:
        high = item.figure.piece(SCREEN).rows(item.place.detail) if item.place.shown else 1
        for row in rows[item.place.row : item.place.row + high]:
            row.append((item.left, item.right, item.figure.entry.id))
    for bundle in lane.bundles:
        rows[-1].append((min(bundle.left, bundle.pill), max(bundle.right, bundle.pill + bundle.width), bundle.text))
    return rows


@settings(max_examples=60, deadline=None)
@given(crowds(), st.sampled_from([0.9, 3.0, 7.0, 20.0]))
def test_no_row_holds_two_things_at_one_place(made: Case, scale: float) -> None:
    for lane in laid_out(made, scale).lanes:
        if lane.rows > 1:
            for row in taken(lane):
                row.sort()
                assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(row))


@settings(max_examples=60, deadline=None)
@given(crowds(), st.sampled_from([3.0, 7.0, 20.0]), st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_a_tile_is_the_same_whichever_was_seen_first(made: Case, scale: float, first: list[int]) -> None:
    one, other = laid_out(made, scale), laid_out(made, scale)
    for number in first:
        x = other.axis.x(FIRST.toordinal()) + number * TILE / 3
        for lane in other.lanes:
            assert all(item.right >= x for item in lane.visible((x, x + 300)))
    for lane, again in zip(one.lanes, other.lanes, strict=True):
        assert [(i.index, i.place, i.left) for i in lane.figures] == [(i.index, i.place, i.left) for i in again.figures]
        assert lane.bundles == again.bundles


def test_words_hang_over_the_border_of_a_tile_instead_of_turning_round() -> None:
    border = 128 * 5700
    days = [date.fromordinal(border - 3), date.fromordinal(border - 2 + 400), date.fromordinal(border - 800)]
    made = case(
        *(entry("gebeurtenis", day.isoformat(), "een titel die ver reikt", id=f"e{n}") for n, day in enumerate(days)),
        today=date.fromordinal(border + 900),
    )  # fmt: skip
    timeline = laid_out(made, 20.0)
    assert timeline.lanes[0].surface.grid.days == 128
    places = {item.figure.entry.id: item.place.side for item in timeline.lanes[0].figures}
    assert places == {"e0": Side.RIGHT, "e1": Side.RIGHT, "e2": Side.RIGHT}


@settings(max_examples=60, deadline=None)
@given(crowds(), st.sampled_from([3.0, 7.0]), st.floats(0, 1))
def test_what_is_in_view_is_drawn_counted_or_told_to_run_on(made: Case, scale: float, share: float) -> None:
    timeline = laid_out(made, scale, 300)
    first, last = timeline.extent
    left = timeline.axis.x(first) + share * (last - first) * scale
    window = (left, left + 900)
    for lane in timeline.lanes:
        drawn = {item.index for item in lane.visible(window)}
        counted = {id_ for bundle in lane.bundles_in(window) for id_ in bundle.ids}
        told = lane.running_on(left)
        content = lane.content
        there = [
            index
            for index in range(len(content.entries))
            if timeline.axis.x(content.ends[index]) > left + 1 and timeline.axis.x(content.starts[index]) < window[1]
        ]
        hidden = [i for i in there if i not in drawn and content.entries[i].id not in counted]
        assert len([i for i in hidden if timeline.axis.x(content.starts[i]) < left]) <= told
        assert all(timeline.axis.x(content.starts[i]) < left for i in hidden)
