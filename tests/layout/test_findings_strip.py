"""The findings on the timeline: a band where the finding is, words that never overlap, sure unlike possible."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Group, Text, flatten
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.findings_strip import Band, bands, chip_height, draw_bands, draw_chips, place_chips
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.casebook import Case

EDGES = (0.0, 2_000.0)


@st.composite
def some_bands(draw: st.DrawFn) -> list[Band]:
    found = []
    for number in range(draw(st.integers(0, 25))):
        what, left = draw(st.sampled_from(["gap", "pan", "stil"])), draw(st.floats(0, 1_900))
        width = draw(st.sampled_from([3.0, 40.0, 500.0]))
        text = draw(st.sampled_from(["6 maanden geen hulp", "Snelkookpan: 4 partijen · 9 acties", "3 weken stil"]))
        right = min(left + width, 2_000.0)
        found.append(Band(f"{what}:{number}", what, draw(st.booleans()), left, right, text, text[:9], text))
    return found


@settings(max_examples=60, deadline=None)
@given(some_bands(), st.integers(1, 3))
def test_no_two_chips_overlap_and_each_touches_its_band(found: list[Band], rows: int) -> None:
    chips = place_chips(found, SCREEN, EDGES, rows)
    for row in range(rows):
        line = sorted((c.left, c.left + c.width) for c in chips if c.row == row)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(line))
    for chip in chips:
        assert EDGES[0] <= chip.left
        assert chip.left + chip.width <= EDGES[1] + 1e-6
        assert chip.left <= chip.band.right + 3
        assert chip.left + chip.width >= chip.band.left - 3
        assert 0 <= chip.row < rows
    assert len({chip.band.id for chip in chips}) == len(chips)


@settings(max_examples=60, deadline=None)
@given(some_bands(), st.floats(0, 1_500))
def test_the_words_stay_in_the_visible_part_of_their_band(found: list[Band], left: float) -> None:
    window = (left, left + 400)
    chips = {chip.band.id: chip for chip in place_chips(found, SCREEN, EDGES)}
    for group in draw_chips(list(chips.values()), SCREEN, window, 0.0, 3 * chip_height(SCREEN)):
        assert isinstance(group, Group)
        chip, (x, _, width, _) = chips[group.id], group.bounds
        if chip.band.right - chip.band.left > chip.width:
            assert chip.band.left <= x <= chip.band.right - width + 1e-6
        else:
            assert x == chip.left


@settings(max_examples=60, deadline=None)
@given(some_bands(), st.floats(0, 1_500))
def test_a_band_is_drawn_within_the_window_only(found: list[Band], left: float) -> None:
    window = (left, left + 400)
    drawn = {g.id: g for g in draw_bands(found, window, 0.0, 100.0) if isinstance(g, Group)}
    expected = {b.id for b in found if b.through and b.right >= window[0] and b.left <= window[1]}
    assert set(drawn) == expected
    for group in drawn.values():
        assert window[0] <= group.bounds[0]
        assert group.bounds[0] + group.bounds[2] <= window[1] + 1.5


def dossier() -> Case:
    """Help until half 2015, none for half a year; then help that may have begun any day in 2018."""
    return case(
        entry("interventie", "2015-01-01/2015-06-30", id="a"),
        entry("interventie", "2016-01-01/2017-12-31", id="b"),
        entry("interventie", "2018/2019-12-31", id="c"),
    )


def test_a_sure_and_a_possible_gap_differ_in_words_and_in_looks() -> None:
    family = dossier()
    axis = Axis(735_000, 0.5)
    found = [band for band in bands(analyse(family), axis) if band.what == "gap"]
    sure, possible = (next(b for b in found if b.sure is flag) for flag in (True, False))
    assert "mogelijk" not in sure.text
    assert possible.text.startswith("mogelijk ")
    assert "gat, mogelijk" in possible.name
    looks = {
        band.id: {item.style for item in flatten(draw_bands([band], (0, 5_000), 0, 10)) if isinstance(item, Box)}
        for band in (sure, possible)
    }
    assert looks[sure.id] == {"gap.zeker"}
    assert looks[possible.id] == {"gap.mogelijk"}


def test_a_band_begins_on_the_first_day_without_help_and_ends_after_the_last() -> None:
    axis = Axis(735_000, 0.5)
    gap = next(b for b in bands(analyse(dossier()), axis) if b.what == "gap" and b.sure)
    first, last = axis.day(gap.left), axis.day(gap.right)
    assert gap.id == "gap:2015-07-01"
    assert round(last - first) == 184


def test_silence_stands_in_the_strip_only() -> None:
    stil = Band("stil:x", "stil", True, 10.0, 400.0, "9 maanden stil", "9 maanden", "stilte")
    assert list(draw_bands([stil], EDGES, 0.0, 100.0)) == []
    (chip,) = place_chips([stil], SCREEN, EDGES)
    texts = [i.text for i in flatten(draw_chips([chip], SCREEN, EDGES, 0.0, 30.0)) if isinstance(i, Text)]
    assert texts == ["9 maanden stil"]
