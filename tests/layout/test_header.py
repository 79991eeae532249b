"""What stands above the lanes: schakelmomenten by name, ages that follow birthdays, divisions with room."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.header import (
    Turn,
    axis_height,
    draw_axis,
    draw_grid,
    draw_ruler,
    draw_turn_lines,
    draw_turns,
    place_turns,
)
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.casebook import Case

START = date(2015, 1, 1)
NAMES = st.sampled_from(
    ["verhuizing", "Ouders gaan uit elkaar", "Zus geboren", "Noor voor het eerst uit huis geplaatst"]
)


def axis_of(scale: float) -> Axis:
    return Axis(START.toordinal(), scale)


@st.composite
def turning(draw: st.DrawFn) -> Case:
    days = draw(st.lists(st.integers(0, 900), min_size=1, max_size=14))
    forms = ("{}", "{:.7}", "{:.4}")
    entries = [
        entry(
            "gebeurtenis",
            draw(st.sampled_from(forms)).format(str(START + timedelta(days=day))),
            draw(NAMES),
            id=f"t{number}",
            schakelmoment="verlies",
        )
        for number, day in enumerate(days)
    ]
    return case(*entries)


def names(turns: tuple[Turn, ...]) -> dict[int, list[tuple[float, float]]]:
    rows: dict[int, list[tuple[float, float]]] = {}
    for turn in turns:
        if turn.row is not None:
            rows.setdefault(turn.row, []).append((turn.begin, turn.begin + turn.width))
    return rows


@settings(max_examples=60, deadline=None)
@given(turning(), st.sampled_from([0.2, 1.0, 4.0]), st.integers(1, 4))
def test_every_schakelmoment_has_its_mark_and_no_two_names_overlap(family: Case, scale: float, rows: int) -> None:
    turns = place_turns(family, axis_of(scale), SCREEN, rows)
    assert [turn.entry.id for turn in turns] == [e.id for e in family.actual]
    for row in names(turns).values():
        assert all(a[1] < b[0] for a, b in itertools.pairwise(sorted(row)))


@settings(max_examples=60, deadline=None)
@given(turning(), st.sampled_from([0.2, 1.0, 4.0]))
def test_the_line_from_a_name_to_its_mark_crosses_no_other_name(family: Case, scale: float) -> None:
    turns = place_turns(family, axis_of(scale), SCREEN, 4)
    for turn, other in itertools.permutations(turns, 2):
        if turn.row is not None and other.row is not None and turn.row > other.row:
            assert not other.begin + SCREEN.mark * 0.71 < turn.centre < other.begin + other.width


@settings(max_examples=60, deadline=None)
@given(turning())
def test_on_a_page_no_name_passes_the_edge(family: Case) -> None:
    for turn in place_turns(family, axis_of(1.0), SCREEN, 4, edge=950.0):
        assert turn.row is None or turn.begin + turn.width <= 950.0 + SCREEN.gap


def test_a_schakelmoment_that_is_not_exact_shows_the_stretch_it_may_lie_in() -> None:
    family = case(
        entry("gebeurtenis", "2015-03-10", "op de dag", schakelmoment="verlies"),
        entry("gebeurtenis", "2016", "ergens in dat jaar", schakelmoment="verlies"),
    )
    turns = place_turns(family, axis_of(1.0), SCREEN)
    drawn = list(draw_turn_lines(turns, (-100.0, 2_000.0), 0.0, 300.0))
    (box,) = [item for item in drawn if isinstance(item, Box)]
    assert (box.x, box.width) == (365.0, 366.0)
    assert sum(isinstance(item, Line) for item in drawn) == 3


def test_a_schakelmoment_out_of_view_is_not_drawn_and_one_half_in_view_is() -> None:
    family = case(entry("gebeurtenis", "2016-01-01", "Een lange naam van een gebeurtenis", schakelmoment="verlies"))
    turns = place_turns(family, axis_of(1.0), SCREEN)
    for window, shown in (((0.0, 300.0), False), ((440.0, 600.0), True), ((0.0, 366.0), True)):
        groups = [g for g in draw_turns(family, turns, SCREEN, window, 0.0, 1) if isinstance(g, Group)]
        assert bool(groups) is shown
        assert all(g.label.startswith("schakelmoment: Een lange naam") for g in groups)
        words = [item for item in flatten(groups) if isinstance(item, Text)]
        assert bool(words) is shown
        assert all(item.x >= window[0] and item.text.startswith("Een") for item in words)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.01, 40), st.floats(-2_000, 2_000), st.floats(200, 1_500))
def test_no_two_words_of_the_axis_overlap_or_leave_the_window(scale: float, left: float, width: float) -> None:
    window = (left, left + width)
    rows: dict[float, list[tuple[float, float]]] = {}
    for item in draw_axis(axis_of(scale), SCREEN, window, 0.0):
        if isinstance(item, Text):
            assert 0 < item.y <= axis_height(SCREEN)
            rows.setdefault(item.y, []).append((item.x, item.x + text_width(item.text, item.size, item.face)))
    for row in rows.values():
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(sorted(row)))
        assert all(window[0] <= a <= b <= window[1] for a, b in row)


def test_the_number_of_a_year_stays_in_view_while_its_year_does() -> None:
    texts = [i.text for i in draw_axis(axis_of(8.0), SCREEN, (800.0, 1_400.0), 0.0) if isinstance(i, Text)]
    assert "2015" in texts


def test_the_grid_has_a_line_at_every_division_with_room() -> None:
    def styles(scale: float) -> dict[str, int]:
        drawn = list(draw_grid(axis_of(scale), SCREEN, (0.0, 365 * scale), 0.0, 100.0))
        return {style: sum(i.style == style for i in drawn) for style in ("grid.year", "grid.month")}

    assert styles(0.3) == {"grid.year": 2, "grid.month": 0}
    assert styles(1.0)["grid.month"] in (12, 13)


def ruled(scale: float, window: tuple[float, float], birth: str = "2010-05-14") -> list[Box | Line | Text]:
    child = person("Noor", birth, focus=True)
    return list(flatten(draw_ruler(child, 0, axis_of(scale), SCREEN, window, 0.0)))


def test_an_age_begins_on_the_birthday() -> None:
    cells = [item for item in ruled(1.0, (-300.0, 900.0)) if isinstance(item, Box)]
    birthday = axis_of(1.0).x(date(2016, 5, 14).toordinal())
    assert any(cell.x == birthday for cell in cells)
    ages = {item.text: item.x for item in ruled(1.0, (-300.0, 900.0)) if isinstance(item, Text) and item.text.isdigit()}
    assert birthday < ages["6"] < birthday + 10


@settings(max_examples=60, deadline=None)
@given(st.floats(0.02, 12), st.floats(-1_500, 3_000), st.floats(150, 1_200))
def test_the_words_of_a_ruler_do_not_overlap_and_stay_in_view(scale: float, left: float, width: float) -> None:
    window = (left, left + width)
    texts = [item for item in ruled(scale, window) if isinstance(item, Text)]
    ends = sorted((t.x, t.x + text_width(t.text, t.size, t.face)) for t in texts)
    assert all(a[1] <= b[0] + 0.5 for a, b in itertools.pairwise(ends))
    assert all(window[0] <= a and b <= window[1] + 1 for a, b in ends)


def test_the_school_year_is_read_off_where_there_is_room() -> None:
    texts = [item.text for item in ruled(0.6, (-300.0, 1_500.0)) if isinstance(item, Text)]
    assert {"groep 3", "groep 4", "groep 8"} <= set(texts)
    assert not any(item.text.startswith("groep") for item in ruled(0.1, (-300.0, 900.0)) if isinstance(item, Text))


def test_a_child_without_a_birth_date_has_no_ruler() -> None:
    child = person("Noor", None, focus=True)
    assert list(draw_ruler(child, 0, axis_of(1.0), SCREEN, (0.0, 500.0), 0.0)) == []


def test_names_are_measured_in_the_face_they_are_drawn_in() -> None:
    family = case(entry("gebeurtenis", "2016-01-01", "Verhuizing naar oma", schakelmoment="verhuizing"))
    (turn,) = place_turns(family, axis_of(1.0), SCREEN)
    assert turn.width == text_width("Verhuizing naar oma", SCREEN.small, Face.SEMIBOLD)
