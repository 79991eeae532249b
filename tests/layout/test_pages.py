"""The overview on paper: everything on the sheet, or told above it, or counted; with a legend of what occurs."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tests.layout.test_timeline import families
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Group, Line, Polygon, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.legend import draw_legend, signs
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.overview import draw_overview, overview_axis
from tijdlijn.layout.pages import OverviewPage, overview_page, overview_pages
from tijdlijn.layout.sheet import SLIDE, Frame, Furniture, PaperSize, furnish
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind

SHEETS = [PaperSize.of(name, landscape=flat) for name in ("A4", "A3", "A1") for flat in (True, False)]
SHEETS.append(PaperSize.of(SLIDE))
A3 = PaperSize.of("A3", landscape=True)
NOOR = person("Noor", "2010-05-14", focus=True)


def page(*entries: Entry, **more: object) -> OverviewPage:
    family = case(*entries, persons=[NOOR], today=date(2020, 1, 1))
    return overview_page(family, analyse(family), A3, **more)


def texts(found: OverviewPage) -> list[str]:
    return [item.text for item in flatten(found.items) if isinstance(item, Text)]


@settings(max_examples=25, deadline=None)
@given(families(), st.sampled_from(SHEETS))
def test_nothing_is_drawn_beside_its_frame(family: Case, paper: PaperSize) -> None:
    frame = Frame.of_picture(paper)
    for item in flatten(overview_page(family, analyse(family), paper).items):
        match item:
            case Text():
                right = item.x + text_width(item.text, item.size, item.face)
                assert frame.x - 1 <= item.x
                assert right <= frame.right + SCREEN.gap * paper.scale
                assert item.y <= frame.bottom + 1
            case Box():
                assert frame.y - 1 <= item.y
                assert item.y + item.height <= frame.bottom + 2
            case Line():
                assert max(item.y1, item.y2) <= frame.bottom + 1
            case Polygon():
                assert all(y <= frame.bottom + 2 for _, y in item.points)


@settings(max_examples=25, deadline=None)
@given(families())
def test_every_entry_is_on_the_sheet_or_counted_or_told(family: Case) -> None:
    found = overview_page(family, analyse(family), A3)
    drawn = [i.id.partition(":")[2] for i in found.items if isinstance(i, Group) and i.id.startswith("entry:")]
    counted = [id_ for lane in found.timeline.lanes for bundle in lane.bundles for id_ in bundle.ids]
    assert Counter(drawn + counted) == Counter(e.id for e in found.timeline.entries)
    outside = len(family.entries) - len(found.timeline.entries)
    assert ("in woorden" in found.subtitle) is (outside > 0)


def test_what_was_long_before_the_children_and_what_is_only_expected_is_told_in_words() -> None:
    found = page(
        entry("gebeurtenis", "1988", "Moeder geboren"),
        entry("hulpvraag", "2012-01-01", "Hulpvraag"),
        entry("verwacht", "2028-05-14", "Achttien jaar"),
    )
    said = texts(found)
    assert {"Eerder", "Straks", "1988: Moeder geboren"} <= set(said)
    assert any("Achttien jaar" in text for text in said)
    assert found.subtitle == "Tijdlijn 2010 – 2021 · 1 regel · 2 van eerder of later in woorden"


def test_an_entry_without_a_date_among_the_earlier_ones_is_told_with_them() -> None:
    found = page(
        entry("gebeurtenis", "1988", "Moeder geboren", order=1),
        entry("gebeurtenis", None, "Moeder op kamers", order=2),
        entry("gebeurtenis", "1999", "Ouders ontmoeten elkaar", order=3),
        entry("hulpvraag", "2012-01-01", "Hulpvraag", order=4),
    )
    assert "Moeder op kamers" in " ".join(texts(found))
    assert found.subtitle.endswith("3 van eerder of later in woorden")


def test_many_earlier_entries_are_counted_after_three_lines() -> None:
    early = [entry("gebeurtenis", f"19{60 + n}", f"Iets uit het leven van oma en opa {n}") for n in range(40)]
    said = texts(page(*early, entry("hulpvraag", "2012-01-01")))
    counted = next(text for text in said if "en nog " in text)
    told = " ".join(said).count("Iets uit het leven van oma en opa")
    assert told + int(counted.rpartition("en nog ")[2]) == 40


def test_a_loupe_shows_its_days_only_and_says_so() -> None:
    found = page(
        entry("contact", "2015-06-10", "Binnen"),
        entry("contact", "2017-06-10", "Buiten"),
        period=(date(2015, 6, 1), date(2015, 6, 30)),
        heading="Onder de loep",
    )
    assert [e.title for e in found.timeline.entries] == ["Binnen"]
    assert found.subtitle.startswith("Onder de loep · ")
    assert "Buiten" not in texts(found)


@pytest.mark.parametrize("name", ["A3", "A1", "A0"])
def test_type_grows_with_the_sheet_and_is_never_too_small_to_read(name: str) -> None:
    paper = PaperSize.of(name, landscape=True)
    family = case(entry("hulpvraag", "2012-01-01"), persons=[NOOR])
    smallest = min(i.size for i in flatten(overview_page(family, analyse(family), paper).items) if isinstance(i, Text))
    assert smallest >= 6.4 * paper.scale


def test_the_legend_names_every_sign_that_occurs_and_no_other() -> None:
    found = page(
        entry("hulpvraag", "2012-01-01"),
        entry("interventie", "2013-01-01/..", "loopt"),
        entry("interventie", "2012-03/", "wie weet"),
        entry("gebeurtenis", "2014-01-01", "breuk", schakelmoment="verlies"),
        entry("contact", "2015", "dat jaar"),
        entry("contact", None, "ooit"),
    )
    words = [sign.words for sign in signs(found.timeline)]
    assert len(words) == len(set(words))
    expected = {"schakelmoment", "hulpvraag", "periode", "loopt nog", "einde onbekend", "ergens in deze tijd"}
    assert expected | {"datum onbekend"} <= set(words)
    assert {"uithuisplaatsing", "snelkookpan", "scenario, niet gebeurd", "meer regels, hier gebundeld"}.isdisjoint(
        words
    )
    assert set(words) <= set(texts(found))


@given(st.floats(150, 900))
def test_the_legend_keeps_within_its_edges_and_tells_its_height(right: float) -> None:
    found = page(entry("hulpvraag", "2012-01-01"), entry("contact", "2015"), entry("interventie", "2012/2014"))
    items, height = draw_legend(signs(found.timeline), SCREEN, 0.0, right, 100.0)
    for item in items:
        if isinstance(item, Text):
            assert item.x + text_width(item.text, item.size) <= max(right, 260.0)
            assert 100 < item.y < 100 + height


@settings(max_examples=40, deadline=None)
@given(families())
def test_the_strip_holds_the_whole_life(family: Case) -> None:
    timeline = overview_page(family, analyse(family), A3).timeline
    axis = overview_axis(timeline, 132.0, 1_000.0)
    ticks = [i for i in flatten(draw_overview(timeline, axis, 1_000.0, 76.0)) if i.style == "overview.entry"]
    assert {round(axis.x(family.bounds[e.id].start_min)) for e in family.actual} == {i.x for i in ticks}
    assert all(132.0 <= i.x <= 1_000.0 for i in ticks)


def test_the_strip_tells_where_entries_crowd_together() -> None:
    crowd = [entry("contact", "2015-06-01", f"bezoek {number}") for number in range(12)]
    timeline = page(entry("hulpvraag", "2012-01-01"), *crowd, entry("contact", "2019-01-01")).timeline
    axis = overview_axis(timeline, 132.0, 1_000.0)
    bars = [i for i in flatten(draw_overview(timeline, axis, 1_000.0, 76.0)) if i.style == "overview.entry"]
    heights = [bar.height for bar in bars if isinstance(bar, Box)]
    assert heights[1] > 3 * heights[0] == 3 * heights[2]
    assert {bar.y + bar.height for bar in bars if isinstance(bar, Box)} == {76.0 - timeline.measure.small * 1.3}


def crowd(parties: int) -> Case:
    """A family with many parties, each with an entry, and one entry with none."""
    made = [
        entry("contact", f"20{11 + number % 9}-03-0{1 + number % 9}", f"Gesprek {number}", parties=f"p{number}",
              id=f"e{number}", order=number)
        for number in range(parties)
    ]  # fmt: skip
    return case(
        *made,
        entry("gebeurtenis", "2015-05", "Verhuisd", id="los", order=99),
        persons=[NOOR],
        parties=[party(f"P{number}", "jeugdhulp") for number in range(parties)],
        today=date(2020, 1, 1),
    )


BY_PARTY = View(arrangement=Arrangement((LaneBy.PARTIJ,)))


def drawn(found: OverviewPage) -> Counter[str]:
    """How often each entry is drawn or counted."""
    groups = [item.id for item in found.items if isinstance(item, Group) and item.id.startswith("entry:")]
    counted = [id_ for lane in found.timeline.lanes for bundle in lane.bundles for id_ in bundle.ids]
    return Counter([id_.removeprefix("entry:") for id_ in groups] + counted)


def test_more_lanes_than_fit_go_over_several_sheets_with_every_entry_once() -> None:
    family = crowd(70)
    pages = overview_pages(family, analyse(family), A3, view=BY_PARTY)
    assert len(pages) > 1
    assert sum((drawn(found) for found in pages), Counter()) == Counter(e.id for e in family.entries)
    assert [f"deel {n} van {len(pages)}" in found.subtitle for n, found in enumerate(pages, 1)] == [True] * len(pages)
    for found in pages[:-1]:
        assert "Jeugdhulp" in texts(found)


@pytest.mark.parametrize("parties", [3, 25, 70])
def test_as_one_picture_all_lanes_stay_on_the_sheet(parties: int) -> None:
    family = crowd(parties)
    found = overview_page(family, analyse(family), A3, view=BY_PARTY)
    assert drawn(found) == Counter(e.id for e in family.entries)
    lowest = max(item.y for item in flatten(found.items) if isinstance(item, Text))
    assert lowest <= Frame.of_picture(A3).bottom + 1


def test_a_page_says_what_a_filter_leaves_out_and_what_the_findings_rest_on() -> None:
    family = crowd(4)
    view = View(filter=Filter(kinds=frozenset({Kind.CONTACT})), arrangement=Arrangement(hidden=frozenset({"hulp"})))
    found = overview_page(family, analyse(family), A3, view=view)
    said = " ".join(texts(found))
    assert "Alleen contacten: 4 van 5 regels. 1 regel staat hier niet. De bevindingen gaan over alle regels." in said
    assert "1 baan verborgen (0 regels): Hulp." in said
    assert "niets binnen het filter" in said
    assert "niet uit huis geplaatst" in said
    assert drawn(found) == Counter({f"e{n}": 1 for n in range(4)})


def test_a_loupe_of_many_lanes_names_those_in_which_nothing_lies() -> None:
    family = crowd(70)
    weeks = (date(2015, 2, 1), date(2015, 4, 1))
    pages = overview_pages(family, analyse(family), A3, weeks, "Onder de loep", BY_PARTY)
    assert len(pages) == 1
    assert any(text.startswith("In deze weken staat niets in ") for text in texts(pages[0]))


# A slide, and chosen entries


def sizes(found: OverviewPage, *words: str) -> set[float]:
    """How large some texts are."""
    return {item.size for item in flatten(found.items) if isinstance(item, Text) and item.text in words}


def on(paper: str, family: Case, **more: object) -> OverviewPage:
    return overview_page(family, analyse(family), PaperSize.of(paper), **more)


def test_little_on_a_slide_is_larger_than_much_and_always_larger_than_on_paper() -> None:
    few = case(entry("contact", "2018-03", "Gesprek"), entry("signaal", "2019-03", "Melding"), persons=[NOOR])
    kinds = ("contact", "signaal", "besluit", "hulpvraag", "gebeurtenis", "actie")
    much = case(
        *(entry(kind, f"201{year}-0{month}", f"{kind} {year} {month} met een lange titel om te lezen")
          for kind in kinds for year in range(4, 9) for month in range(1, 5)),
        entry("contact", "2018-03", "Gesprek"),
        persons=[NOOR],
    )  # fmt: skip
    (large,), (on_paper,) = sizes(on("DIA", few), "Leven"), sizes(on("A4", few), "Leven")
    (small,) = sizes(on("DIA", much), "Leven")
    assert large > small > on_paper
    (alone,) = sizes(on("DIA", few, only_filled=True), "Gesprek")
    assert alone * 2 >= 1080 / 40


def test_a_slide_has_no_number_as_it_is_one() -> None:
    furniture = Furniture("Gezin Proef", "stand vandaag", "7")
    drawn = furnish([], PaperSize.of(SLIDE), furniture, page=1, pages=1)
    said = [item.text for item in flatten(drawn.items) if isinstance(item, Text)]
    assert (drawn.width, drawn.height) == pytest.approx((960, 540))
    assert "casus 7" in said
    assert not any("bladzijde" in text for text in said)


def test_among_chosen_entries_no_empty_lane_tells_what_is_not_so() -> None:
    family = case(entry("contact", "2018-03", "Gesprek"), persons=[NOOR])
    assert "niet uit huis geplaatst" in texts(on("A3", family))
    alone = texts(on("A3", family, only_filled=True))
    assert "niet uit huis geplaatst" not in alone
    assert "Uit huis" not in alone
    assert "Gesprek" in alone


def test_words_that_are_handed_in_stand_above_the_picture() -> None:
    family = case(entry("contact", "2018-03", "Gesprek"), persons=[NOOR])
    found = texts(on("A3", family, words=(("Selectie", "Alleen wat is gekozen."),)))
    assert found[:2] == ["Selectie", "Alleen wat is gekozen."]


def test_one_year_is_said_once() -> None:
    family = case(entry("contact", "2018-03", "Gesprek"), persons=[NOOR])
    assert on("A3", family, period=(date(2018, 1, 1), date(2018, 12, 31))).subtitle == "Tijdlijn 2018 · 1 regel"
