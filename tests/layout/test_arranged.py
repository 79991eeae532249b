"""Every arrangement: all entries have a place in every lane they belong to, no words overlap, and it stays so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.drawing.primitives import Group, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.content import content_of
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, LaneBy
from tijdlijn.model.vocabulary import Kind

EVERYWHERE = (-1e5, 1e5)
DIVISIONS = [(by,) for by in LaneBy] + [(by, inner) for by in LaneBy for inner in LaneBy if by is not inner]
PERSONS, PARTIES = ("noor", "sem", "moeder"), ("school", "kompas", "team", "raad")
DOMAINS = ("veiligheid", "wonen", "onderwijs")


@st.composite
def families(draw: st.DrawFn) -> Case:
    """Entries about several persons, parties and domains at once, some about none."""
    entries = [
        entry(
            draw(st.sampled_from(list(Kind))), draw(st.sampled_from(["2011", "2014-03/2016", "2016-05-01", "2018/.."])),
            f"Regel {n}", id=f"e{n}", order=n,
            persons=" ".join(draw(st.sets(st.sampled_from(PERSONS)))),
            parties=" ".join(draw(st.sets(st.sampled_from(PARTIES)))),
            domains=tuple(sorted(draw(st.sets(st.sampled_from(DOMAINS))))),
        )
        for n in range(draw(st.integers(1, 25)))
    ]  # fmt: skip
    people = [person("Noor", "2010-05-14", focus=True), person("Sem", "2012-03-01", focus=True), person("Moeder")]
    parties = [party("School", "onderwijs"), party("Kompas", "jeugdhulp"), party("Team", "gemeente"), party("Raad")]
    return case(*entries, persons=people, parties=parties, today=date(2020, 1, 1))


@st.composite
def arrangements(draw: st.DrawFn, family: Case) -> Arrangement:
    by = draw(st.sampled_from(DIVISIONS))
    keys = [lane.lane.key for lane in content_of(family, Arrangement(by)).lanes]
    some = st.lists(st.sampled_from(keys), unique=True, max_size=3)
    heights = tuple((key, draw(st.integers(1, 6))) for key in draw(some))
    order = tuple(key.rpartition("/")[2] for key in draw(some))
    return Arrangement(by, order, heights, frozenset(draw(some)), frozenset(draw(some)))


def laid_out(family: Case, arrangement: Arrangement, scale: float, shown: frozenset[str] | None = None) -> Timeline:
    axis = Axis(entries_extent(family)[0], scale)
    return lay_out(
        family, None, axis, SCREEN, Frame(500.0, with_header=True), content=content_of(family, arrangement, shown)
    )


def placed_in(timeline: Timeline) -> Counter[tuple[str, str]]:
    """How often each entry is drawn or counted in each lane."""
    found: Counter[tuple[str, str]] = Counter()
    for lane in timeline.lanes:
        if lane.has_rows:
            found.update((lane.lane.key, item.figure.entry.id) for item in lane.figures)
            found.update((lane.lane.key, id_) for bundle in lane.bundles for id_ in bundle.ids)
    return found


@settings(max_examples=60, deadline=None)
@given(families(), st.data(), st.sampled_from([0.1, 0.8, 5.0]))
def test_every_entry_has_a_place_in_every_open_lane_it_lies_in(family: Case, data: st.DataObject, scale: float) -> None:
    timeline = laid_out(family, data.draw(arrangements(family)), scale)
    wanted = {(lane.lane.key, entry.id) for lane in timeline.lanes if lane.has_rows for entry in lane.content.entries}
    assert placed_in(timeline) == Counter(wanted)


@settings(max_examples=60, deadline=None)
@given(families(), st.data())
def test_no_entry_is_lost_shown_and_hidden_and_left_out_together_are_all(family: Case, data: st.DataObject) -> None:
    ids = [entry.id for entry in family.entries]
    shown = data.draw(st.none() | st.frozensets(st.sampled_from(ids)))
    content = content_of(family, data.draw(arrangements(family)), shown)
    seen = {entry.id for lane in content.lanes for entry in lane.entries}
    assert len(seen) + content.hidden.entries + content.left_out == len(ids)
    for lane in content.lanes:
        assert 0 <= lane.showing <= lane.total
        assert lane.lane.is_heading or lane.showing == len(lane.entries)


@settings(max_examples=40, deadline=None)
@given(families(), st.data(), st.sampled_from([0.1, 0.8, 5.0]))
def test_no_words_overlap(family: Case, data: st.DataObject, scale: float) -> None:
    timeline = laid_out(family, data.draw(arrangements(family)), scale)
    boxes = []
    for group in timeline.draw_entries(EVERYWHERE, 0.0):
        if isinstance(group, Group):
            texts = [item for item in flatten([group]) if isinstance(item, Text)]
            boxes += [(t.x, t.y, t.x + text_width(t.text, t.size, t.face), group.id) for t in texts]
    for index, (left, y, right, id_) in enumerate(boxes):
        for other_left, other_y, other_right, other in boxes[index + 1 :]:
            assert id_ == other or y != other_y or right <= other_left + 0.5 or other_right <= left + 0.5


@settings(max_examples=40, deadline=None)
@given(families(), st.data())
def test_lanes_lie_below_each_other_and_keep_the_rows_that_were_chosen(family: Case, data: st.DataObject) -> None:
    arrangement = data.draw(arrangements(family))
    timeline = laid_out(family, arrangement, 0.5)
    top = 0.0
    for lane in timeline.lanes:
        assert lane.top == top
        top += lane.height
        chosen = dict(arrangement.heights).get(lane.lane.key)
        if chosen and lane.has_rows:
            assert lane.rows == chosen


@settings(max_examples=40, deadline=None)
@given(families(), st.data())
def test_the_same_arrangement_gives_the_same_picture_after_reopening(family: Case, data: st.DataObject) -> None:
    arrangement = data.draw(arrangements(family))
    again = case(
        *(replace(e) for e in reversed(family.entries)),
        persons=family.persons, parties=family.parties, today=family.today,
    )  # fmt: skip
    first, second = (laid_out(of, arrangement, 0.8) for of in (family, again))
    assert list(first.draw_entries(EVERYWHERE, 0.0)) == list(second.draw_entries(EVERYWHERE, 0.0))
    assert list(first.draw_lane_names(0, SCREEN.names, 0)) == list(second.draw_lane_names(0, SCREEN.names, 0))
