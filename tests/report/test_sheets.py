"""The parts of a report: in the order chosen, nothing twice, nothing left out in silence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry, person
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.findings import analyse
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import AgreedAction, Consent, Reflection, Session
from tijdlijn.model.vocabulary import PlacementForm
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.options import PARTS, PageOptions


def told() -> Case:
    turn = entry("gebeurtenis", "2019-05-01", "Verhuisd", persons="noor", schakelmoment="verhuizing", id="t")
    return case(
        entry("hulpvraag", "2018-02-01", "Vraag om hulp", persons="noor"),
        entry("interventie", "2018-03-01/2018-06-30", "Gezinsbegeleiding", cost_cents=120_000),
        entry("interventie", "2018-02-10/2018-12-31", "Zwaar begin", scenario="Meteen", cost_cents=90_000),
        entry("uithuisplaatsing", "2020-01-01/2020-06-30", "Naar oma", persons="noor", form=PlacementForm.NETWERK),
        turn,
        persons=[person("Noor", "2010-04-01", True)],
        sessions=(Session("s", date=date(2021, 2, 1)),),
        reflections=(Reflection("r", "t", "s", how="Geldgebrek", family="Niemand vroeg ons iets"),),
        actions=(AgreedAction("a", "s", "School bellen", "Juf An"),),
        consents=(Consent("c", "bespreken", "Moeder", date(2020, 1, 1)),),
        code="C-1",
        today=date(2021, 6, 1),
    )


def text(of: Case, **options: Any) -> str:
    return " ".join(" ".join(pages_text(pdf_bytes(of, analyse(of), PageOptions(**options)))).split())


def test_parts_come_in_the_order_chosen() -> None:
    found = text(told(), parts=("actions", "cover", "people"))
    places = [found.index(words) for words in ("School bellen", "Toestemming", "Het gezin")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("cover", "Moeder, 1 januari 2020, voor bespreken"),
        ("turns", "Geldgebrek"),
        ("placements", "trede 1 van 7"),
        ("requests", "Gezinsbegeleiding"),
        ("scenarios", "€ 900"),
        ("actions", "Juf An"),
        ("legend", "schakelmoment"),
        ("account", "De bevindingen rusten op"),
        ("detail", "2018"),
    ],
)
def test_each_part_says_what_it_is_for(part: str, words: str) -> None:
    of = told()
    assert words in text(of, parts=(part,))


def test_a_part_with_nothing_in_it_is_left_out_and_named() -> None:
    of = case(entry("actie", "2019-01-01", "Eén regel"))
    found = text(of, parts=PARTS)
    assert "Gevraagd, maar er is niets om af te drukken:" in found
    assert "Afspraken" in found.split("Gevraagd,")[1]


def test_what_has_a_part_of_its_own_is_not_among_the_findings_too() -> None:
    of = terpstra()
    sentence = next(one.sentence for one in analyse(of).findings if one.kind.value == "uithuisplaatsing")
    found = text(of, parts=("findings", "placements"))
    assert found.count(sentence[:40]) == 1
    assert sentence[:40] in text(of, parts=("findings",))


def test_a_period_keeps_what_touches_it_and_the_account_counts_the_rest() -> None:
    found = text(told(), parts=("chronology", "account"), period=(date(2018, 6, 1), date(2019, 12, 31)))
    chronology, account = found.split("Verantwoording", 1)
    assert "Gezinsbegeleiding" in chronology
    assert "Naar oma" not in chronology
    assert "2 regels van eerder of later zijn weggelaten" in account


def test_for_the_family_its_own_words_stand_without_those_of_others() -> None:
    found = text(told(), parts=("turns", "findings"), for_family=True)
    assert "Niemand vroeg ons iets" in found
    assert "Geldgebrek" not in found
    assert not any(one.rule in found for one in analyse(told()).findings if one.rule)


def test_pages_with_pseudonyms_say_so() -> None:
    of = told()
    assert all(
        "gepseudonimiseerd" in page for page in pages_text(pdf_bytes(of, analyse(of), PageOptions(pseudonyms=True)))
    )
