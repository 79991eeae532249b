"""The life ahead on paper: the figures of the analysis, a strip for each child, words that overlap nothing."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, given, settings

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, person
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.ahead import find_ahead
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Text, flatten
from tijdlijn.drawing.tags import FIGURE, role_of
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.ahead_strip import MOST_YEARS, strips
from tijdlijn.layout.flow import Block
from tijdlijn.model.casebook import Case
from tijdlijn.model.understanding import Foreseen, Uptake
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.options import PageOptions

WIDTH = 700.0


def family() -> Case:
    return case(
        entry("beschikking", "2023-01-01/2024-03-01", "Ggz voor Noor", id="ggz", persons="noor"),
        entry("beschikking", "2024-03-02/2025-03-01", "Ggz verlengd", persons="noor"),
        entry("maatregel", "2023-01-01/..", "Voogdij", id="voogdij", persons="noor"),
        entry("verwacht", "2026", "Noor naar kamertraining", persons="noor", details="Bij oma in de straat"),
        persons=[person("Noor", "2010-06-24", focus=True), person("Evi", "2020-02", role="zusje")],
        foreseen=(Foreseen("f", "21:noor:2010-06-24", Uptake.DISMISSED),),
        today=date(2024, 1, 1),
    )


def page(of: Case) -> str:
    return " ".join(" ".join(pages_text(pdf_bytes(of, analyse(of), PageOptions(parts=("ahead",))))).split())


def figure(block: Block) -> Group:
    (found,) = block.items
    assert isinstance(found, Group)
    assert role_of(found) == FIGURE
    return found


def words(block: Block) -> list[Text]:
    return [item for item in flatten(block.items) if isinstance(item, Text)]


def test_the_part_has_every_end_with_what_follows_it_and_every_proposal() -> None:
    told = page(family())
    for said in (
        "1 maart 2024",
        "Ggz verlengd",
        "24 juni 2028 bij 18 jaar",
        "Bij oma in de straat",
        "Noor 16",
        "Evi 5: leerplichtig",
        "Leerplichtwet",
    ):
        assert said in told, said
    assert "onderhoudsplichtig" not in told


def test_of_a_choice_of_entries_it_tells_no_others() -> None:
    whole = family()
    options = PageOptions(parts=("ahead",), only=frozenset({"voogdij"}))
    told = " ".join(" ".join(pages_text(pdf_bytes(whole, analyse(whole), options))).split())
    assert "Voogdij" in told
    assert "Ggz" not in told


def test_a_case_with_nothing_ahead_has_no_such_part() -> None:
    nothing = case(entry("contact", "2020-01-01"), today=date(2024, 1, 1))
    analysis = analyse(nothing)
    told = " ".join(pages_text(pdf_bytes(nothing, analysis, PageOptions(parts=("ahead", "account")))))
    assert "Gevraagd, maar er is niets om af te drukken: Vooruit" in " ".join(told.split())


def test_each_child_has_a_strip_that_says_what_is_on_it() -> None:
    first, second = strips(family(), find_ahead(family()), WIDTH)
    assert figure(first).label.startswith("De komende jaren van Noor: ")
    assert "Voogdij" in figure(first).label
    assert "leerplichtig" in figure(second).label
    assert [text.text for text in words(second)][:3] == ["Evi", "2024", "4"]


def test_the_strips_share_an_axis_of_a_bounded_length() -> None:
    young = case(persons=[person("Noor", "2023-06-24", focus=True)], today=date(2024, 1, 1))
    (block,) = strips(young, find_ahead(young), WIDTH)
    years = [text.text for text in words(block) if text.text.startswith("20") and len(text.text) == 4]
    assert years == [str(2024 + number) for number in range(MOST_YEARS)]
    assert all(not text.text.startswith("18") for text in words(block) if len(text.text) > 4)


def test_the_marks_stand_on_their_days() -> None:
    one = case(
        entry("verwacht", "2025-01-01", "Half", id="half", persons="noor"),
        entry("verwacht", "2025-12-31", "Eind", id="eind", persons="noor"),
        persons=[person("Noor", "1999", focus=True)],
        today=date(2024, 1, 1),
    )
    (block,) = strips(one, find_ahead(one), WIDTH)
    at = {text.text: text.x for text in words(block)}
    assert abs(at["Half"] - (WIDTH / 2 + 10)) < 1
    assert at["Eind"] < WIDTH


def test_what_may_be_any_day_of_all_years_has_its_words_within() -> None:
    vague = case(
        entry("verwacht", "202X", "Verhuizing van het gezin", persons="noor"),
        entry("beschikking", "2024-01-01/2029-12-31", "Een lange beschikking voor begeleiding", persons="noor"),
        persons=[person("Noor", "1999", focus=True)],
        today=date(2024, 1, 1),
    )
    (block,) = strips(vague, find_ahead(vague), WIDTH)
    at = {text.text: text.x for text in words(block)}
    assert all(
        0 < at[title] < WIDTH - 60 for title in ("Verhuizing van het gezin", "Een lange beschikking voor begeleiding")
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(kinds=("beschikking", "maatregel", "verwacht"), most=10))
def test_no_words_of_a_strip_overlap_or_leave_it(whole: Case) -> None:
    for block in strips(whole, find_ahead(whole), WIDTH):
        placed = [(text.x, text.x + text_width(text.text, text.size, text.face), text.y) for text in words(block)]
        outside = [one for one in placed if one[0] < 0 or one[1] > WIDTH + 2 or not 0 < one[2] <= block.height]
        assert outside == []
        for (left, right, y), (other_left, other_right, other_y) in combinations(placed[1:], 2):
            assert y != other_y or right <= other_left or other_right <= left
