"""The phases on the timeline: nothing without them, tints that hide nothing, names that stay in view.

| Thuis |Na de scheiding|      | Bij oma …
2012    2014        2016       2018
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Primitive, Text, flatten
from tijdlijn.drawing.styles import THEMES
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.legend import signs
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.overview import draw_overview, overview_axis
from tijdlijn.layout.pages import overview_page
from tijdlijn.layout.phases import PhaseBand, border_places, draw_phases, draw_tints, phase_bands, phases_height
from tijdlijn.layout.relative import anchors_of
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Phase
from tijdlijn.render_svg.svg import to_svg

PHASES = (
    Phase("thuis", "Thuis", date(2012, 1, 1)),
    Phase("na", "Na de scheiding", date(2014, 1, 1), date(2015, 12, 31)),
    Phase("oma", "Bij oma", date(2018, 1, 1)),
)


def family(phases: tuple[Phase, ...] = PHASES) -> Case:
    return case(
        entry("contact", "2011-06-01", "Consultatiebureau", id="bureau"),
        entry("gebeurtenis", "2014-01-01", "Ouders gaan uit elkaar", id="turn", schakelmoment="echtscheiding"),
        entry("interventie", "2015-01-01/2015-06-30", "Gezinsbehandeling", id="hulp"),
        entry("interventie", "2018-01-01/..", "Ambulante hulp", id="loopt"),
        persons=[person("Noor", "2011-05-14", focus=True)],
        today=date(2021, 1, 1),
        phases=phases,
    )


def timeline(made: Case, scale: float = 0.5) -> Timeline:
    axis = Axis(entries_extent(made)[0], scale)
    return lay_out(made, analyse(made), axis, SCREEN, Frame(560.0, with_header=True))


def whole(made: Timeline) -> tuple[float, float]:
    return made.axis.x(made.extent[0]), made.axis.x(made.extent[1])


def in_strip(made: Timeline, window: tuple[float, float]) -> dict[str, Group]:
    drawn = (item for item in made.draw_header(window, 0.0) if isinstance(item, Group))
    return {group.id: group for group in drawn if group.id.startswith("phase:")}


def everything(made: Timeline) -> list[Primitive]:
    window = whole(made)
    drawn = [*made.draw_ground(window, 0.0), *made.draw_header(window, 0.0), *made.draw_header_names(0, 132, 0)]
    return [*drawn, *made.draw_entries(window, 0.0), *draw_overview(made, overview_axis(made, 0, 900), 900, 70)]


def test_without_phases_nothing_is_drawn_and_no_room_taken() -> None:
    without = timeline(family(()))
    assert not [item for item in flatten(everything(without)) if "phase" in item.style]
    assert phases_height(without.case, SCREEN) == 0
    assert timeline(family()).header_height > without.header_height


def test_a_phase_has_its_name_above_its_days_and_says_them_to_a_screen_reader() -> None:
    made = timeline(family())
    found = in_strip(made, whole(made))
    assert list(found) == ["phase:thuis", "phase:na", "phase:oma"]
    x, y, width, height = found["phase:na"].bounds
    assert made.axis.day(x) == pytest.approx(date(2014, 1, 1).toordinal())
    assert made.axis.day(x + width) == pytest.approx(date(2016, 1, 1).toordinal())
    assert y + height <= made.header_height
    assert found["phase:na"].label == "fase: Na de scheiding, 1 januari 2014 – 31 december 2015"
    assert found["phase:oma"].label == "fase: Bij oma, sinds 1 januari 2018"


def test_the_strip_lies_on_nothing_else_above_the_lanes() -> None:
    made = timeline(family())
    strip = in_strip(made, whole(made))["phase:na"].bounds
    low, high = strip[1], strip[1] + strip[3]
    others = [item for item in flatten(made.draw_header(whole(made), 0.0)) if "phase" not in item.style]
    texts = [item for item in others if isinstance(item, Text) and item.style != "lane.name"]
    assert texts
    assert all(text.y <= low or text.y - text.size * 0.66 >= high for text in texts)


def test_every_second_phase_is_tinted_lane_by_lane_and_a_line_stands_at_each_border() -> None:
    made = timeline(family())
    ground = list(flatten(made.draw_still_ground(whole(made), 0.0)))
    tints = [item for item in ground if isinstance(item, Box) and item.style.startswith("phase.")]
    assert {(box.y, box.height) for box in tints} == {(lane.top, lane.height) for lane in made.lanes}
    assert {made.axis.day(box.x) for box in tints} == {date(2014, 1, 1).toordinal()}
    assert {box.style for box in tints} == {"phase.even", "phase.odd"}
    lines = [item.x1 for item in ground if isinstance(item, Line) and item.style == "phase.line"]
    days = [date.fromordinal(round(made.axis.day(x))) for x in lines]
    assert days == [date(2012, 1, 1), date(2014, 1, 1), date(2016, 1, 1), date(2018, 1, 1)]


def test_tints_lie_under_everything_but_the_lanes() -> None:
    styles = [item.style for item in flatten(timeline(family()).draw_still_ground((0.0, 5_000.0), 0.0))]
    last = max(place for place, style in enumerate(styles) if style in ("phase.even", "phase.odd"))
    assert set(styles[: last + 1]) <= {"lane.even", "lane.odd", "phase.even", "phase.odd"}


def test_a_label_on_a_border_is_kept_readable_as_on_any_line() -> None:
    lines = timeline(family()).lanes[0].surface.behind.lines
    made = timeline(family())
    assert set(border_places(made.phases)) <= set(lines)


def test_aligned_lives_above_each_other_have_the_bands_and_no_strip() -> None:
    made = family()
    anchors = anchors_of(made, ("turn", "loopt"))
    assert len(anchors) == 2
    aligned = lay_out(
        made, None, Axis(entries_extent(made)[0], 0.5), SCREEN, Frame(560.0, with_header=True), anchors=anchors
    )
    assert aligned.phases == ()
    assert all(strand.phases for strand in aligned.strands)
    assert not in_strip(aligned, (0.0, 5_000.0))


spans = st.lists(st.tuples(st.integers(1, 900), st.booleans()), max_size=7)


@settings(max_examples=60, deadline=None)
@given(spans, st.floats(0.02, 8), st.floats(-500, 4_000), st.floats(80, 1_500))
def test_names_stay_in_the_visible_part_of_their_phase(
    lengths: list[tuple[int, bool]], scale: float, left: float, width: float
) -> None:
    start, phases = date(2012, 1, 1), []
    for number, (length, is_open) in enumerate(lengths):
        end = None if is_open else start + timedelta(length // 2)
        phases.append(Phase(f"f{number}", "Een fase met een naam", start, end))
        start += timedelta(length)
    bands = phase_bands(family(tuple(phases)), Axis(date(2011, 1, 1).toordinal(), scale))
    assert all(one.right <= two.left + 1e-6 for one, two in pairwise(bands))
    for group in draw_phases(bands, SCREEN, (left, left + width), 0.0, 60.0):
        if not isinstance(group, Group):
            continue
        band = next(band for band in bands if f"phase:{band.id}" == group.id)
        x, _, wide, _ = group.bounds
        assert max(left, band.left) <= x <= x + wide <= min(left + width, band.right) + 1e-6
        for text in (part for part in group.children if isinstance(part, Text)):
            assert x <= text.x
            assert text.x + text_width(text.text, text.size, Face.SEMIBOLD) <= x + wide + 1e-6
            assert text.text == band.name or text.text.endswith("…")


@settings(max_examples=60, deadline=None)
@given(st.floats(-100, 3_000), st.floats(10, 900))
def test_tints_stay_within_the_window(left: float, width: float) -> None:
    made = timeline(family())
    for box in draw_tints(made.phases, made.lanes, (left, left + width), 0.0):
        assert isinstance(box, Box)
        assert left <= box.x <= box.x + box.width <= left + width + 1e-6


def page_items(made: Case) -> tuple[Primitive, ...]:
    return overview_page(made, analyse(made), PaperSize.of("A4")).items


def test_paper_has_the_phases_and_the_legend_says_so_only_when_they_are_there() -> None:
    ids = [item.id for item in page_items(family()) if isinstance(item, Group)]
    assert [id_ for id_ in ids if id_.startswith("phase:")] == ["phase:thuis", "phase:na", "phase:oma"]
    assert "fase" in [sign.words for sign in signs(timeline(family()))]
    assert "fase" not in [sign.words for sign in signs(timeline(family(())))]
    beside = family((Phase("later", "Later", date(2040, 1, 1)),))
    assert not [item for item in flatten(page_items(beside)) if item.style == "phase.strip"]


def test_a_picture_in_svg_has_the_names_of_the_phases() -> None:
    paper = PaperSize.of("A4")
    drawing = Drawing(paper.width, paper.height, page_items(family()))
    assert "Na de scheiding" in to_svg(drawing, THEMES["print"], "proef")


def test_on_paper_and_without_colour_the_line_alone_tells_phases_apart() -> None:
    for name in ("print", "print_bw"):
        assert THEMES[name]["phase.even"].fill == THEMES[name]["lane.even"].fill
        assert THEMES[name]["phase.line"].stroke != THEMES[name]["lane.even"].fill


def test_a_band_of_one_day_still_has_its_place() -> None:
    made = family((replace(PHASES[0], end=date(2012, 1, 1)),))
    (band,) = timeline(made).phases
    assert isinstance(band, PhaseBand)
    assert band.right - band.left == pytest.approx(0.5)
