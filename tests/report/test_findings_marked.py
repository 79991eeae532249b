"""What was said of findings, and their pictures, in a report and in the commands."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import case, entry, person
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.findings import Analysis, Finding, FindingKind, analyse
from tijdlijn.analysis.report_json import as_json
from tijdlijn.model.casebook import Case
from tijdlijn.model.understanding import Judgement
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.chronicle import chronicle_items
from tijdlijn.report.options import PARTS, PageOptions
from tijdlijn.services.judging import mark_of
from tijdlijn.services.telling import finding_lines

ON = date(2021, 5, 3)


def told() -> Case:
    return case(
        entry("hulpvraag", "2016-02-01", "Vraag om rust", persons="noor"),
        entry("interventie", "2016-03-01/2016-06-30", "Gezinsbegeleiding"),
        entry("interventie", "2018-02-10/2018-12-31", "Weer hulp"),
        entry("uithuisplaatsing", "2018-04-01/2018-06-30", "Naar oma", persons="noor"),
        entry("beschikking", "2016-03-01/2016-06-30", "Beschikking een"),
        entry("beschikking", "2018-02-10/2018-12-31", "Beschikking twee"),
        persons=[person("Noor", "2010-04-01", True)],
        today=date(2019, 1, 1),
    )


def of_kind(analysis: Analysis, kind: FindingKind) -> Finding:
    return next(finding for finding in analysis.findings if finding.kind is kind)


@pytest.fixture
def marked() -> Case:
    of = told()
    analysis = analyse(of)
    gap, lapse = of_kind(analysis, FindingKind.GAT), of_kind(analysis, FindingKind.UITHUISPLAATSING)
    aside = mark_of(gap, Judgement.NIET_RELEVANT, "zij woonden in Zweden", ON, "m1")
    discussed = mark_of(lapse, Judgement.BESPROKEN, "", ON, "m2")
    return replace(of, marks=(aside, discussed))


def text(of: Case, *parts: str) -> str:
    return " ".join(" ".join(pages_text(pdf_bytes(of, analyse(of), PageOptions(parts=parts)))).split())


def test_what_is_not_relevant_stands_at_the_end_with_its_reason_and_nowhere_else(marked: Case) -> None:
    before, after = text(marked, "findings").split("Niet relevant, want …")
    assert "was er geen hulp in beeld voor het gezin" in of_kind(analyse(marked), FindingKind.GAT).sentence
    assert "geen hulp in beeld voor het gezin" not in before
    assert "geen hulp in beeld voor het gezin" in after
    assert "Niet relevant, want zij woonden in Zweden (3 mei 2021)." in after


def test_what_was_discussed_says_so_where_it_stands(marked: Case) -> None:
    found = text(marked, "findings")
    assert "Besproken op 3 mei 2021." in found.split("Niet relevant, want …")[0]


def test_what_is_not_relevant_is_not_drawn_and_the_account_says_so(marked: Case) -> None:
    drawn, undrawn = text(told(), "overview"), text(marked, "overview", "account")
    assert "1 jaar en 7 maanden geen hulp" in drawn
    assert "1 jaar en 7 maanden geen hulp" not in undrawn
    assert "Niet relevant genoemd en daarom niet getekend: 1 bevinding." in undrawn


def test_a_part_of_its_own_lists_what_was_set_aside_when_there_is_no_list_of_findings() -> None:
    of = told()
    placed = of_kind(analyse(of), FindingKind.UITHUISPLAATSING)
    of = replace(of, marks=(mark_of(placed, Judgement.NIET_RELEVANT, "vakantie", ON, "m"),))
    assert "want vakantie" in text(of, "placements")
    assert "want vakantie" not in text(of, "placements", "findings").split("Bevindingen")[0]
    assert text(of, *PARTS).count("want vakantie") == 1


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("requests", "Van vraag tot hulp"),
        ("placements", "De plekken van Noor, en de hulp thuis"),
        ("continuity", "De beschikkingen en de tijd ertussen"),
        ("continuity", "Hoeveel partijen tegelijk hielpen"),
        ("findings", "De beschikkingen en de tijd ertussen"),
    ],
)
def test_a_part_has_its_picture(part: str, title: str) -> None:
    of = told()
    of = of.with_entries([replace(of.entries[1], party_ids=())])
    if title.startswith("Hoeveel"):
        of = case(entry("interventie", "2016-03-01/2016-06-30", parties="kompas"))
    assert title in text(of, part)


def test_the_document_for_an_office_says_the_same(marked: Case) -> None:
    points = [item for item in chronicle_items(marked, analyse(marked)) if hasattr(item, "more")]
    told_of = {item.text: item.more for item in points}
    gap = of_kind(analyse(marked), FindingKind.GAT).sentence
    assert list(told_of)[-1] == gap
    assert told_of[gap][0] == "Niet relevant, want zij woonden in Zweden (3 mei 2021)."


def test_the_commands_list_it_apart(marked: Case) -> None:
    lines = list(finding_lines(marked, analyse(marked)))
    gap = f"- {of_kind(analyse(marked), FindingKind.GAT).sentence}"
    assert lines.count(gap) == 1
    assert lines.index(gap) > lines.index("Niet relevant genoemd")
    assert "  Niet relevant, want zij woonden in Zweden (3 mei 2021)." in lines


def test_json_has_the_mark_of_each_finding(marked: Case) -> None:
    analysis = analyse(marked)
    found = {one["id"]: one["mark"] for one in json.loads(json.dumps(as_json(marked, analysis)))["findings"]}
    gap, placed = of_kind(analysis, FindingKind.GAT), of_kind(analysis, FindingKind.UITHUISPLAATSING)
    assert found[gap.id] == {
        "judgement": "niet_relevant",
        "reason": "zij woonden in Zweden",
        "on": "2021-05-03",
        "then": None,
        "session_id": None,
    }
    assert found[placed.id]["judgement"] == "besproken"
    assert sum(mark is not None for mark in found.values()) == 2


def test_json_keeps_what_was_said_of_what_is_no_longer_found(marked: Case) -> None:
    gone = marked.with_entries([entry("interventie", "2016-07-01/2018-02-09", "Toch hulp")])
    (lapsed,) = as_json(gone, analyse(gone))["marks_without_finding"]
    assert (lapsed["judgement"], lapsed["reason"]) == ("niet_relevant", "zij woonden in Zweden")
