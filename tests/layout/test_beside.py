"""Scenarios below what happened: what lies in which lanes, how each entry is marked, and that all is in one view.

```
            2019-01-01 (branch)
coach  ──────────|──────────            runs on in both
              pleegzorg ──── 2019-02    later in A
              huisbezoek 2020-05        not in A
```
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Group, Line, Primitive, Text
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.beside import HAPPENED, parallel, without_scenarios
from tijdlijn.layout.content import content_of
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.pages import overview_page
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.views import View

FIRST, LAST = date(2017, 6, 1).toordinal(), date(2021, 6, 1).toordinal()


def family(*more: Scenario) -> Case:
    return case(
        entry("signaal", "2018-03-01", "Melding", id="melding"),
        entry("bemoeienis", "2018-01/2019-12", "Coach", id="coach"),
        entry("uithuisplaatsing", "2019-02-01/2019-10-31", "Pleegzorg", persons="noor", id="weg"),
        entry("contact", "2020-05-01", "Huisbezoek", id="bezoek"),
        entry("uithuisplaatsing", "2019-06-01/2019-08-31", "Bij oma", persons="noor", id="oma", scenario="A"),
        entry("interventie", "2019-01-15/..", "Hulp thuis", id="thuis", scenario="A"),
        entry("signaal", "2019-09", "Los signaal", id="los", scenario="Los"),
        links=(Link("l", LinkKind.IN_SCENARIO, "weg", "oma"),),
        scenarios=(Scenario("a", "A", date(2019, 1, 1), by="de groep"), *more),
        persons=[person("Noor", "2012", focus=True)],
        today=date(2021, 1, 1),
    )


def laid(made: Case, *ids: str, height: float = 900.0) -> Timeline:
    content = content_of(made)
    axis, frame = Axis(FIRST, 0.8), Frame(height, with_header=True)
    beside = parallel(content, ids)
    return lay_out(made, analyse(made), axis, SCREEN, frame, content=content, beside=beside)


def ids_in(timeline: Timeline, number: int) -> set[str]:
    return {placed.figure.entry.id for lane in timeline.strands[number].lanes for placed in lane.figures}


def label(timeline: Timeline, number: int, id_: str) -> str:
    found = (p.figure for lane in timeline.strands[number].lanes for p in lane.figures if p.figure.entry.id == id_)
    return next(found).label


def flat(items: object) -> list[Primitive]:
    found: list[Primitive] = []
    for item in items:  # type: ignore[attr-defined]
        found += [item, *flat(item.children)] if isinstance(item, Group) else [item]
    return found


def test_what_happened_stands_above_and_each_scenario_below_it_on_one_axis() -> None:
    timeline = laid(family(), "a")
    assert timeline.is_parallel
    assert not timeline.is_aligned
    assert [strand.name for strand in timeline.strands] == [HAPPENED, "A"]
    assert ids_in(timeline, 0) == {"melding", "coach", "weg", "bezoek"}
    assert ids_in(timeline, 1) == {"coach", "oma", "thuis"}, "what runs on, and what the scenario says"
    assert timeline.strands[0].axis == timeline.strands[1].axis
    assert timeline.scenario_at(timeline.strands[1].top + 1) == "a"
    assert timeline.scenario_at(1.0) == ""


def test_each_difference_has_a_sign_and_a_word() -> None:
    timeline = laid(family(), "a")
    assert label(timeline, 0, "bezoek") == "× Huisbezoek · niet"
    assert label(timeline, 0, "coach") == "Coach"
    assert label(timeline, 1, "oma") == "→ ›‹ ≠ Bij oma · later, korter, anders"
    assert label(timeline, 1, "thuis") == "+ Hulp thuis · extra"


def test_a_screen_reader_hears_what_differs_and_what_did_not_happen() -> None:
    groups = [one for one in laid(family(), "a").draw_entries((0.0, 1500.0), 0.0) if isinstance(one, Group)]
    names = {group.id: group.label for group in groups}
    assert names["entry:bezoek"].endswith("mei 2020, niet")
    assert names["entry:oma"].endswith("niet gebeurd, in scenario A, later, korter, anders")


def test_below_several_scenarios_it_is_said_in_which_something_did_not_happen() -> None:
    timeline = laid(family(Scenario("b", "B", date(2020, 1, 1))), "a", "b")
    assert label(timeline, 0, "bezoek") == "× Huisbezoek · niet in A, B"
    assert [strand.name for strand in timeline.strands] == [HAPPENED, "A", "B"]


def test_a_lane_stays_that_is_empty_only_in_the_scenario_and_others_do_not() -> None:
    timeline = laid(family(), "a")
    lanes = {lane.lane.key: lane for lane in timeline.strands[1].lanes}
    assert set(lanes) == {"betrokken", "hulp", "uithuis"}
    made = family().with_entries(removed=["oma"])
    lanes = {lane.lane.key: lane for lane in laid(made, "a").strands[1].lanes}
    assert not lanes["uithuis"].content.entries, "that nobody is placed there tells something"


def test_the_branch_is_a_line_with_its_name_and_before_it_is_only_a_hint() -> None:
    timeline = laid(family(), "a")
    strand = timeline.strands[1]
    drawn = flat(timeline.draw_still_ground((0.0, 1200.0), 0.0))
    x = strand.axis.x(date(2019, 1, 1).toordinal())
    lines = [one for one in drawn if isinstance(one, Line) and one.style == "branch.line"]
    assert [(line.x1, line.y1, line.x2, line.y2) for line in lines] == [(x, strand.top, x, strand.bottom)]
    texts = {one.text for one in drawn if isinstance(one, Text)}
    assert {
        "A",
        "tot hier zoals het gebeurde",
        "meest waarschijnlijk · volgens de groep · vanaf 1 januari 2019",
    } <= texts
    narrow = flat(timeline.draw_still_ground((400.0, 500.0), 0.0))
    hints = [one for one in narrow if isinstance(one, Box) and one.style == "shared.before"]
    assert all(one.x >= 400.0 and one.x + one.width <= 500.0 for one in hints)


def test_the_names_of_the_strands_can_be_pointed_at() -> None:
    groups = [one for one in laid(family(), "a").draw_lane_names(0.0, 132.0, 0.0) if isinstance(one, Group)]
    named = {group.id: group.label for group in groups if group.id.startswith("scenario:")}
    assert named["scenario:"] == HAPPENED
    assert named["scenario:a"].startswith("Scenario A, meest waarschijnlijk")


def test_a_scenario_of_the_case_is_nowhere_among_what_happened_and_a_loose_name_is() -> None:
    content = without_scenarios(content_of(family()))
    assert {one.id for one in content.entries} == {"melding", "coach", "weg", "bezoek", "los"}
    assert parallel(content, ("is er niet",)) is None


def test_beside_one_scenario_the_others_are_nowhere_also_not_a_loose_name() -> None:
    content = without_scenarios(content_of(family(Scenario("b", "B"))), ["a"])
    assert {one.scenario for one in content.entries} == {"", "A"}
    content = without_scenarios(content_of(family()), ["Los"])
    assert {one.scenario for one in content.entries} == {"", "Los"}


def test_a_filter_counts_in_a_strand_only_what_belongs_to_it() -> None:
    made = family()
    found = parallel(content_of(made, shown=frozenset({"oma", "weg"})), ["a"])
    assert found is not None
    lanes = {lane.lane.key: lane for lane in found.besides[0].content.lanes}
    assert (lanes["uithuis"].showing, lanes["uithuis"].total) == (1, 1)
    assert sum(lane.total for lane in found.happened.lanes) == 4


def test_all_stand_in_one_view_where_that_can_be() -> None:
    timeline = laid(family(), "a", height=900.0)
    assert timeline.header_height + timeline.body_height <= 901.0


def test_no_two_figures_of_a_lane_lie_over_each_other() -> None:
    timeline = laid(family(Scenario("b", "B", date(2018, 1, 1))), "a", "b")
    for lane in timeline.lanes:
        placed = sorted(lane.figures, key=lambda one: (one.place.row, one.left))
        for one, other in pairwise(placed):
            assert one.place.row != other.place.row or one.right <= other.left + 0.01


def test_the_page_shows_what_the_screen_shows() -> None:
    made = family()
    page = overview_page(made, analyse(made), PaperSize.of("A3", True), view=View(scenarios=("a",)))
    texts = [one.text for one in flat(page.items) if isinstance(one, Text)]
    assert "A" in texts
    assert any(text.startswith("+ Hulp thuis") for text in texts)
    plain = overview_page(made, analyse(made), PaperSize.of("A3", True))
    assert not any("Hulp thuis" in one.text for one in flat(plain.items) if isinstance(one, Text))
