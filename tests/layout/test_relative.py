"""Time from an anchor: the same days before and after it, at one place, whatever the calendar says.

Noor  ── geboren 2010 ──────────── weg 2018 ──
Sem   ─────── geboren 2013 ──────────── weg 2020 ──
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.relative import Anchor, anchors_of, draw_relative
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import BIRTH


def family() -> Case:
    return case(
        entry("uithuisplaatsing", "2018-06-02/2019-11", "Noor weg", persons="noor", id="noor-weg", order=1),
        entry("uithuisplaatsing", "2020-01-15/2020-11", "Sem weg", persons="sem", id="sem-weg", order=2),
        entry("interventie", "2016-01-01/2017-01-01", "Gezinshulp", id="hulp", order=3),
        entry("gebeurtenis", None, "Ruzie", id="ruzie", order=4),
        entry("contact", "2017", "Huisarts", id="vaag", order=5),
        persons=[person("Noor", "2010-05-14", focus=True), person("Sem", "2013-09", focus=True)],
        today=date(2021, 1, 1),
    )


def laid_out(made: Case, anchors: tuple[str, ...], scale: float = 0.5) -> Timeline:
    axis = Axis(entries_extent(made)[0], scale)
    frame = Frame(900.0, with_header=True)
    return lay_out(made, analyse(made), axis, SCREEN, frame, anchors=anchors_of(made, anchors))


def left_of(timeline: Timeline, id_: str) -> list[float]:
    return [found.figure.left for _, found in timeline.find(id_) if hasattr(found, "figure")]


def test_an_anchor_is_the_earliest_day_of_an_entry_or_a_birth_and_what_is_gone_is_passed_over() -> None:
    found = anchors_of(family(), ("vaag", "ruzie", "weg", BIRTH + "sem", BIRTH + "niemand"))
    assert [(anchor.day, anchor.is_sure) for anchor in found] == [
        (date(2017, 1, 1).toordinal(), False),
        (date(2013, 9, 1).toordinal(), False),
    ]
    assert found[1].person_ids == {"sem"}


def test_strands_have_their_anchors_at_one_place() -> None:
    timeline = laid_out(family(), ("noor-weg", "sem-weg"))
    assert timeline.is_aligned
    (first,), (second,) = left_of(timeline, "noor-weg"), left_of(timeline, "sem-weg")
    assert abs(first - second) < 0.01


def test_a_strand_shows_its_child_and_what_is_of_no_child_in_particular() -> None:
    timeline = laid_out(family(), (BIRTH + "noor", BIRTH + "sem"))
    assert len(left_of(timeline, "hulp")) == 2
    assert len(left_of(timeline, "noor-weg")) == 1
    noor, sem = timeline.strands
    assert noor.bottom <= sem.top
    assert timeline.axis_at(sem.top + 1).x(date(2013, 9, 1).toordinal()) == timeline.axis.x(
        date(2010, 5, 14).toordinal()
    )


def test_one_anchor_adds_a_ruler_and_moves_nothing() -> None:
    made = family()
    plain, counted = laid_out(made, ()), laid_out(made, ("noor-weg",))
    assert left_of(plain, "hulp") == left_of(counted, "hulp")
    assert counted.header_height == plain.header_height + SCREEN.ruler + 1
    words = [i.text for i in flatten(counted.draw_header((0.0, 4000.0), 0.0)) if isinstance(i, Text)]
    assert "T" in words
    assert any(word.startswith("T−") for word in words)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.01, 60), st.floats(-4000, 4000))
def test_the_words_of_a_ruler_never_overlap_and_count_from_t(scale: float, left: float) -> None:
    anchor = Anchor("a", "iets", date(2018, 6, 2).toordinal())
    axis = Axis(anchor.day, scale)
    drawn = draw_relative(anchor, axis, SCREEN, (left, left + 1200), 0.0, 14.0)
    words = sorted((i.x, i) for i in flatten(drawn) if isinstance(i, Text))
    for (_, before), (_, after) in pairwise(words):
        assert before.x + text_width(before.text, before.size) <= after.x
    for x, word in words:
        if x > 5:
            assert word.text.startswith("T+")


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([0.05, 0.4, 3.0]))
def test_every_entry_of_a_strand_is_drawn_or_counted_once_in_it(scale: float) -> None:
    timeline = laid_out(family(), (BIRTH + "noor", BIRTH + "sem"), scale)
    for strand, gone in zip(timeline.strands, ("sem-weg", "noor-weg"), strict=True):
        ids = [item.figure.entry.id for lane in strand.lanes for item in lane.figures]
        ids += [id_ for lane in strand.lanes for bundle in lane.bundles for id_ in bundle.ids]
        assert sorted(ids) == sorted({e.id for e in timeline.case.entries} - {gone})


def test_what_stands_beside_a_strand_names_its_anchor() -> None:
    timeline = laid_out(family(), ("noor-weg", "sem-weg"))
    names = [i.label for i in timeline.draw_lane_names(0.0, 132.0, 0.0) if isinstance(i, Group)]
    assert sum(name.startswith("T is ") for name in names) == 2
