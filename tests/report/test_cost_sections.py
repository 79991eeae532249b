"""Costs as a part of a report: the figures of the JSON and of the screen, and what is not known of them."""

from __future__ import annotations

from datetime import date

from tests.builders import case, entry, party
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.report_json import as_json
from tijdlijn.language.money_nl import euros
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.options import PageOptions

YEAR = RateUnit.JAAR


def family() -> Case:
    return case(
        entry(
            "interventie", "2016-01-01/2018-12-31", "Zwaar", parties="kompas", rate=Rate(892_000, YEAR),
            cost_source="Tarieventabel: zwaar, 2016, raadsbesluit",
        ),
        entry("gebeurtenis", "2019-01-01", "Weg", schakelmoment="verhuizing"),
        entry("interventie", "2019-01/..", "Licht", rate=Rate(238_300, YEAR), payer=Payer.WMO),
        entry("interventie", "2018-05-01/2018-06-01", "Los"),
        parties=[party("Kompas")],
        reference_day=date(2020, 12, 31),
    )  # fmt: skip


def text(of: Case, **options: object) -> str:
    pages = pages_text(pdf_bytes(of, analyse(of), PageOptions(parts=("costs",), **options)))  # type: ignore[arg-type]
    return " ".join(" ".join(pages).split())


def test_the_figures_are_those_of_the_json() -> None:
    of = family()
    found = text(of)
    totals = as_json(of, analyse(of))["costs"]["scenarios"][0]
    for parts in ("per_year", "per_payer", "per_party", "per_kind"):
        for low, high in totals[parts].values():
            assert euros((round(low * 100), round(high * 100))) in found
    assert euros(tuple(round(100 * end) for end in totals["total"])) in found  # type: ignore[arg-type]


def test_what_is_not_known_and_what_amounts_rest_on_is_said() -> None:
    found = text(family())
    assert "Van 1 regel hulp is geen bedrag bekend: 1 interventie." in found
    assert "Van € 26.760 is niet bekend wie betaalt." in found
    assert "Bij 1 regel met een bedrag staat niet waar dat vandaan komt." in found
    assert "Zwaar (2016 – 2018): tarief van 2016 (zeker)" in found
    assert "samen het geheel zijn" in found


def test_the_years_around_a_schakelmoment() -> None:
    found = text(family())
    assert "Voor en na de schakelmomenten" in found
    assert "€ 8.920" in found
    assert "zegt niet dat het erdoor kwam" in found


def test_without_costs_the_part_is_left_out_and_named() -> None:
    of = case(entry("contact", "2019-01-01", "Gesprek"))
    pages = pages_text(pdf_bytes(of, analyse(of), PageOptions(parts=("account", "costs"))))
    assert "niets om af te drukken: Kosten" in " ".join(" ".join(pages).split())


def test_with_ages_no_year_is_left() -> None:
    found = text(family(), ages=True)
    assert "2017" not in found
