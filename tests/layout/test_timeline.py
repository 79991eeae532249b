"""The timeline: every entry is drawn or counted once at every scale, and the view changes no placement."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Line, Primitive, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.extents import entries_extent, life_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind

WORDS = st.sampled_from(["overleg", "huisbezoek met moeder en oma", "start", "zorgmelding van school aan Veilig Thuis"])


@st.composite
def dates(draw: st.DrawFn) -> str | None:
    year, month, day = draw(st.integers(2010, 2022)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    exact = f"{year}-{month:02}-{day:02}"
    forms = [exact, exact, f"{year}-{month:02}", f"{year}", f"{year}-{month:02}~", "201X", None]
    forms += [f"{exact}/{year + 1}-03", f"{exact}/..", f"{year}/", f"[{exact}..{year + 1}-01-01]"]
    return draw(st.sampled_from(forms))


@st.composite
def families(draw: st.DrawFn) -> Case:
    entries = [
        entry(draw(st.sampled_from(list(Kind))), draw(dates()), draw(WORDS), id=f"e{n}", order=float(n))
        for n in range(draw(st.integers(1, 40)))
    ]
    return case(*entries, persons=[person("Noor", "2010-05-14", focus=True)], today=date(2023, 1, 1))


def laid_out(family: Case, points_per_day: float, height: float = 400) -> Timeline:
    axis = Axis(entries_extent(family)[0], points_per_day)
    return lay_out(family, analyse(family), axis, SCREEN, Frame(height))


def everything(timeline: Timeline) -> tuple[float, float]:
    first, last = timeline.extent
    return timeline.axis.x(first) - 5000, timeline.axis.x(last) + 5000


def ids(items: Iterable[Primitive], kind: str) -> list[str]:
    return [i.id.partition(":")[2] for i in items if isinstance(i, Group) and i.id.startswith(f"{kind}:")]


@settings(max_examples=60, deadline=None)
@given(families(), st.sampled_from([0.05, 0.3, 2.0, 20.0]))
def test_every_entry_is_drawn_or_counted_exactly_once(family: Case, scale: float) -> None:
    timeline = laid_out(family, scale)
    drawn = ids(timeline.draw_entries(everything(timeline), 0.0), "entry")
    counted = [id_ for lane in timeline.lanes for bundle in lane.bundles for id_ in bundle.ids]
    assert Counter(drawn + counted) == Counter(e.id for e in family.entries)


@settings(max_examples=40, deadline=None)
@given(families(), st.sampled_from([0.3, 2.0]), st.floats(0, 1))
def test_panning_moves_no_entry(family: Case, scale: float, share: float) -> None:
    timeline = laid_out(family, scale)
    left, right = everything(timeline)
    middle = left + (right - left) * share
    whole = {g.id: g for g in timeline.draw_entries((left, right), 0.0) if isinstance(g, Group)}
    part = [g for g in timeline.draw_entries((middle, middle + 800), 0.0) if isinstance(g, Group)]
    for group in part:
        assert group.bounds[1] == whole[group.id].bounds[1]
        assert group.bounds[3] == whole[group.id].bounds[3]
        if not any(item.style.endswith(".inside") for item in flatten(group.children)):
            assert group.id.startswith("bundle") or abs(group.bounds[0] - whole[group.id].bounds[0]) < 900


@settings(max_examples=60, deadline=None)
@given(families(), st.sampled_from([0.05, 0.3, 2.0]))
def test_no_two_labels_overlap(family: Case, scale: float) -> None:
    timeline = laid_out(family, scale)
    rows: dict[float, list[tuple[float, float]]] = {}
    for item in flatten(timeline.draw_entries(everything(timeline), 0.0)):
        if isinstance(item, Text) and item.text not in "?":
            rows.setdefault(item.y, []).append((item.x, item.x + text_width(item.text, item.size, item.face)))
    for row in rows.values():
        row.sort()
        assert all(a[1] <= b[0] + 0.01 for a, b in itertools.pairwise(row))


@settings(max_examples=40, deadline=None)
@given(families())
def test_on_a_page_nothing_passes_its_edges(family: Case) -> None:
    first, last = life_extent(family)
    axis = Axis.fitting(first, last, 100.0, 900.0)
    timeline = lay_out(family, analyse(family), axis, SCREEN, Frame(300, 100.0, 900.0))
    window = (100.0, 900.0)
    for item in flatten([*timeline.draw_entries(window, 0.0), *timeline.draw_header(window, 0.0)]):
        if isinstance(item, Text):
            width = text_width(item.text, item.size, item.face)
            assert item.x + width <= 900.0 + SCREEN.bar
            assert item.x >= 100.0 - 220.0


def test_a_label_inside_a_long_bar_stays_in_view() -> None:
    family = case(entry("interventie", "2012-01-01/2020-12-31", "Gezinsbehandeling", id="e"), today=date(2021, 1, 1))
    timeline = laid_out(family, 2.0)
    start = timeline.axis.x(date(2015, 1, 1).toordinal())
    label = next(
        item
        for item in flatten(timeline.draw_entries((start, start + 600), 0.0))
        if isinstance(item, Text) and item.text.startswith("Gezinsbehandeling")
    )
    assert start < label.x < start + 20


@pytest.mark.parametrize(("kind", "dates"), [("interventie", "2012-01-01/2020-12-31"), ("contact", "2015")])
def test_a_label_that_scrolls_away_keeps_its_beginning_and_then_goes(kind: str, dates: str) -> None:
    family = case(entry(kind, dates, "Gezinsbehandeling", id="e"), today=date(2021, 1, 1))
    timeline = laid_out(family, 2.0)
    shape = next(p.figure for lane in timeline.lanes for p in lane.figures)
    for seen in range(1, 240):
        start = shape.right - seen
        drawn = timeline.draw_entries((start, start + 600), 0.0)
        ours = [group for group in drawn if isinstance(group, Group) and group.id == "entry:e"]
        words = [one for one in flatten(ours) if isinstance(one, Text)]
        assert all(start <= one.x and one.x + text_width(one.text, one.size) <= shape.right for one in words)
        assert all(one.text.startswith("Gezinsbehandeling"[: len(one.text) - 1]) for one in words)
        assert seen < 200 or words
        assert seen > 12 or not words


def test_an_entry_without_a_date_stands_between_its_neighbours_and_says_so() -> None:
    family = case(
        entry("actie", "2015-01-01", "eerste", id="a", order=1),
        entry("actie", None, "ergens", id="b", order=2),
        entry("actie", "2017-01-01", "laatste", id="c", order=3),
    )
    timeline = laid_out(family, 1.0)
    places = {p.figure.entry.id: p.figure for lane in timeline.lanes for p in lane.figures}
    assert places["a"].centre < places["b"].centre < places["c"].centre
    assert "datum onbekend" in places["b"].label


def test_what_belongs_to_a_scenario_is_drawn_as_not_having_happened() -> None:
    family = case(entry("interventie", "2015-01/2016-01", "vaste coach", id="s", scenario="Vaste gezinscoach"))
    drawn = laid_out(family, 1.0).draw_entries((-5000.0, 9000.0), 0.0)
    group = next(item for item in drawn if isinstance(item, Group))
    assert any(item.style == "hulp.preview" for item in flatten(group.children))
    assert not any(item.style == "hulp.sure" for item in flatten(group.children))


def test_a_gap_is_a_band_with_its_length_in_words() -> None:
    family = case(
        entry("interventie", "2015-01-01/2015-06-30", id="a"),
        entry("interventie", "2016-01-01/2016-06-30", id="b"),
        today=date(2016, 7, 1),
    )
    timeline = laid_out(family, 1.0)
    assert [(band.what, band.sure) for band in timeline.bands] == [("gap", True)]
    texts = [i.text for i in flatten(timeline.draw_header(everything(timeline), 0.0)) if isinstance(i, Text)]
    assert "6 maanden geen hulp" in texts


def test_the_life_begins_shortly_before_the_oldest_child_and_ends_a_year_ahead() -> None:
    family = case(
        entry("gebeurtenis", "1986", "moeder geboren", id="m"),
        entry("hulpvraag", "2011-02-01", id="h"),
        entry("verwacht", "2031-05-14", "achttien", id="v"),
        persons=[person("Noor", "2010-05-14", focus=True)],
        today=date(2016, 1, 1),
    )
    first, last = (date.fromordinal(day) for day in life_extent(family))
    assert first == date(2010, 1, 14)
    assert last == date(2017, 2, 4)


def test_a_schakelmoment_that_began_before_a_page_stays_on_it() -> None:
    family = case(
        entry("gebeurtenis", "2015-05", "Uiteen", schakelmoment="echtscheiding"), entry("contact", "2016-01-01")
    )
    axis = Axis.fitting(date(2015, 5, 15).toordinal(), date(2016, 2, 1).toordinal(), 100, 900)
    timeline = lay_out(family, analyse(family), axis, SCREEN, Frame(400, 100, 900))
    drawn = flatten(timeline.draw_ground((0, 1000), 0))
    places = [
        x for item in drawn if isinstance(item, Line) and item.style == "schakel.line" for x in (item.x1, item.x2)
    ]
    assert places
    assert min(places) >= 100
