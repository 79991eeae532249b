"""The findings pages say every finding with its rule and entries, and account for what was left out."""

from __future__ import annotations

from datetime import date

from tests.builders import case, entry, party, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Text, flatten
from tijdlijn.layout.findings_pages import findings_pages
from tijdlijn.layout.flow import FlowPage
from tijdlijn.layout.people_table import people_pages
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Worker

FRAME = Frame.of_text(PaperSize.of("A4", landscape=False))


def words(pages: tuple[FlowPage, ...]) -> str:
    return " ".join(item.text for page in pages for item in flatten(page.items) if isinstance(item, Text))


def findings_of(of: Case) -> str:
    return words(findings_pages(of, analyse(of), FRAME))


def with_gaps() -> Case:
    return case(
        entry("interventie", "2016-01-01/2016-03-31", "Eerste hulp", parties="kompas"),
        entry("interventie", "2017-06/2018", "Tweede hulp", parties="kompas"),
        entry("interventie", "2018-11/2019", "Derde hulp", parties="kompas"),
        entry("contact", "2018-01-01", "Oma past op", parties="oma"),
        entry("actie", None, "Ooit iets"),
        entry("actie", "2018", "Ergens in dat jaar"),
        parties=[party("Oma", "netwerk"), party("Kompas")],
        today=date(2020, 1, 1),
    )


def test_every_finding_is_told_with_its_rule_and_the_entries_behind_it() -> None:
    of = with_gaps()
    told = findings_of(of)
    analysis = analyse(of)
    assert analysis.findings
    for finding in analysis.findings:
        assert finding.sentence in told
        assert finding.rule in told
        for id_ in finding.entry_ids:
            assert of.entries_by_id[id_].title in told


def test_sure_and_possible_differ_in_shape_and_word() -> None:
    of = with_gaps()
    analysis = analyse(of)
    pages = findings_pages(of, analysis, FRAME)
    pills = [item.style for page in pages for item in flatten(page.items) if isinstance(item, Box)]
    for status in ("zeker", "mogelijk"):
        count = sum(finding.status.value == status for finding in analysis.findings)
        assert pills.count(f"page.pill.{status}") == count > 0


def test_what_was_left_out_is_named() -> None:
    told = findings_of(with_gaps())
    assert "Zonder datum en daarom niet meegeteld: 1 regel. Ooit iets." in told
    assert "ruimer dan 42 dagen: 1 regel. Ergens in dat jaar." in told
    assert "Steun van alleen het eigen netwerk telt niet als hulp in beeld: 1 regel. Oma past op." in told


def test_where_nothing_was_left_out_it_says_so() -> None:
    assert "Er is niets weggelaten." in findings_of(case(entry("gebeurtenis", "2019-01-01")))


def test_characters_that_cannot_be_printed_are_named() -> None:
    assert "als een leeg vakje: U+1F600." in findings_of(case(entry("actie", "2019-01-01", "blij 😀")))
    assert "leeg vakje" not in findings_of(case(entry("actie", "2019-01-01", "blij, café")))


def test_a_case_without_findings_says_so() -> None:
    assert "Er is niets gevonden dat opvalt" in findings_of(case())


def test_people_and_parties_with_their_sector_and_workers() -> None:
    of = case(
        entry("actie", "2019", persons="noor", parties="kompas"),
        persons=[person("Marieke", role="moeder"), person("Noor", "2009-05", True)],
        parties=[party("Kompas", "jeugdhulp"), party("Oma", "netwerk")],
        workers=(Worker("w", "Anja", "kompas", "therapeut"), Worker("v", "Bert")),
    )
    told = words(people_pages(of, FRAME))
    assert "Noor kind, jeugdige mei 2009 1 Marieke moeder niet bekend 0" in told
    assert "Oma eigen netwerk 0" in told
    assert "Kompas jeugdhulp Anja, therapeut 1" in told
    assert "partij niet bekend Bert" in told
