"""Links on the timeline: from the end of one to the begin of another, named at the edge when an end is out of view."""

from __future__ import annotations

from datetime import date
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, person
from tijdlijn.analysis.links import Tie
from tijdlijn.drawing.primitives import Group, Line, Polygon, Text, flatten
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.curves import HEAD, Spot, curve, drawn, met
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.links import DrawnLinks, Links, link_name
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.entries import Entry
from tijdlijn.model.links import LinkKind

ENTRIES = (
    entry("interventie", "2015-01-01/2015-06-30", "Gezinshulp", id="hulp"),
    entry("uithuisplaatsing", "2016-03-01/2016-12-31", "Pleeggezin", id="plek"),
    entry("signaal", "2015-03-01", "Zorgmelding", id="melding"),
    entry("contact", "2022-05-01", "Huisbezoek", id="bezoek"),
)
EVERYTHING = (-1e6, 1e6)


def timeline(points_per_day: float = 0.5, *more: Entry, height: float = 500) -> Timeline:
    made = case(*ENTRIES, *more, persons=[person("Noor", "2014-05-14", focus=True)], today=date(2023, 1, 1))
    return lay_out(made, None, Axis(entries_extent(made)[0], points_per_day), SCREEN, Frame(height))


def tie(first: str, second: str, words: str = "leidt tot", reason: str = "", id_: str = "l") -> Tie:
    return Tie(id_, LinkKind.LEIDT_TOT, first, second, words, reason)


def draw(shown: Timeline, *ties: Tie, window: tuple[float, float] = (0.0, 2000.0), more: int = 0) -> DrawnLinks:
    return Links(shown, ties, more).draw(window, (0.0, shown.body_height))


def texts(made: DrawnLinks) -> list[str]:
    return [item.text for item in flatten(made.notes) if isinstance(item, Text)]


def test_a_link_runs_from_the_end_of_the_first_to_the_begin_of_the_second() -> None:
    shown = timeline()
    ((_, line),) = draw(shown, tie("hulp", "plek")).lines
    end, begin = shown.axis.x(date(2015, 7, 1).toordinal()), shown.axis.x(date(2016, 3, 1).toordinal())
    assert abs(line.points[0][0] - end) <= SCREEN.bar
    assert abs(line.points[-1][0] - begin) <= 2


def test_it_has_its_words_and_a_name() -> None:
    made = draw(timeline(), tie("hulp", "plek"))
    assert texts(made) == ["leidt tot"]
    assert {(group.id, group.label) for group in (*made.curves, *made.notes, *made.met())} == {
        ("link:l", "Gezinshulp → leidt tot → Pleeggezin")
    }


def test_what_somebody_drew_is_whole_and_what_is_computed_is_dashed_and_says_so() -> None:
    shown = timeline()
    whole = list(flatten(draw(shown, tie("hulp", "plek")).curves))
    assert {type(item) for item in whole} == {Polygon}
    dashed = draw(shown, tie("hulp", "plek", reason="Omdat het volgt."))
    assert sum(isinstance(item, Line) for item in flatten(dashed.curves)) > 5
    assert dashed.curves[0].label == "Gezinshulp → leidt tot → Pleeggezin\nBerekend. Omdat het volgt."


def test_an_end_beyond_the_edge_is_named_there() -> None:
    shown = timeline()
    made = draw(shown, tie("hulp", "bezoek"), window=(0.0, 1000.0))
    assert texts(made) == ["leidt tot → Huisbezoek, 1 mei 2022"]
    ((_, line),) = made.lines
    x, _, width, _ = made.notes[0].bounds
    assert line.points[-1][0] <= x + width <= 1000.0


def test_so_is_one_before_it() -> None:
    shown = timeline()
    left = shown.axis.x(date(2020, 1, 1).toordinal())
    made = draw(shown, tie("hulp", "bezoek"), window=(left, left + 1000))
    (said,) = texts(made)
    assert said.startswith("← Gezinshulp, ")
    assert made.notes[0].bounds[0] >= left


def test_of_two_ends_out_of_view_nothing_is_drawn() -> None:
    made = draw(timeline(), tie("hulp", "bezoek"), window=(600.0, 900.0))
    assert (made.curves, made.notes) == ([], [])


def test_many_links_to_one_that_is_not_in_view_share_its_name() -> None:
    made = draw(timeline(), tie("hulp", "bezoek"), tie("plek", "bezoek", id_="m"), window=(0.0, 1000.0))
    assert (len(made.curves), len(made.notes)) == (2, 1)


def test_links_that_are_too_many_are_counted() -> None:
    assert "en nog 3 verbindingen" in texts(draw(timeline(), tie("hulp", "plek"), more=3))


def test_a_bundle_is_an_end_too() -> None:
    crowd = [entry("contact", f"2016-{n % 12 + 1:02}-{n // 12 + 1:02}", f"Contact {n}", id=f"c{n}") for n in range(300)]
    shown = timeline(0.1, *crowd, height=200)
    counted = next(bundle for lane in shown.lanes for bundle in lane.bundles)
    ((_, line),) = draw(shown, tie("hulp", counted.ids[1])).lines
    assert counted.pill - 2 <= line.points[-1][0] <= counted.pill + counted.width


def test_words_never_stand_on_the_text_of_an_entry() -> None:
    shown = timeline()
    made = draw(shown, tie("hulp", "plek"), tie("melding", "plek", "vervangen door", id_="m"))
    entries = [g.bounds for g in shown.draw_entries(EVERYTHING, 0.0) if isinstance(g, Group)]
    for note in made.notes:
        x, y, width, height = note.bounds
        for left, top, wide, high in entries:
            across = min(x + width, left + wide) - max(x, left)
            down = min(y + height, top + high) - max(y, top)
            assert across <= 0 or down <= 4


def test_a_link_to_what_a_filter_leaves_out_is_not_drawn() -> None:
    assert draw(timeline(), tie("hulp", "elders")).curves == []


def test_an_entry_without_a_date_can_be_linked() -> None:
    shown = timeline(0.5, entry("signaal", None, "Ooit", id="ooit", order=0.5))
    assert len(draw(shown, tie("ooit", "plek")).curves) == 1


def test_what_is_drawn_is_the_same_each_time() -> None:
    links = Links(timeline(), [tie("hulp", "plek")])
    first, second = links.draw((0.0, 900.0), (0.0, 400.0)), links.draw((0.0, 900.0), (0.0, 400.0))
    assert (first.curves, first.notes) == (second.curves, second.notes)


def test_a_name_holds_what_was_typed() -> None:
    made = case(entry("signaal", "2019", "<b>Vet</b>", id="a"), entry("signaal", "2020", "B & W", id="b"))
    assert link_name(made, tie("a", "b")) == "<b>Vet</b> → leidt tot → B & W"


PLACES = st.builds(
    lambda x, width, row, left, right: Spot(x, x + width, row * 17 + 8.5, 6.0, 8.5, left, right),
    st.floats(0, 2000), st.floats(8, 900), st.integers(0, 40), st.booleans(), st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PLACES, PLACES, st.booleans())
def test_a_curve_begins_and_ends_on_the_ink_and_has_no_kink(first: Spot, second: Spot, dashed: bool) -> None:
    line = curve(first, second)
    (x1, y1), (x2, y2) = line.points[0], line.points[-1]
    assert first.left - 0.01 <= x1 <= first.right + 0.01
    assert abs(y1 - first.y) <= first.half
    assert second.left - 1.01 <= x2 <= second.right + 0.01
    assert abs(y2 - second.y) <= second.half + 1.01
    last = line.points[-2]
    assert abs(hypot(x2 - last[0], y2 - last[1]) - HEAD) < 0.01
    parts = drawn(line, "link.computed" if dashed else "link.drawn", dashed)
    assert len(parts) < 200


@settings(max_examples=60, deadline=None)
@given(PLACES, PLACES)
def test_a_pointer_meets_a_curve_all_along_and_nowhere_far_from_it(first: Spot, second: Spot) -> None:
    line = curve(first, second)
    boxes = met(line)
    for x, y in line.points:
        assert any(left <= x <= left + w and top <= y <= top + h for left, top, w, h in boxes)
    assert all(min(w, h) <= 60 for _, _, w, h in boxes)
