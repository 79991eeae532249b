"""The chronology says every entry once, in time order, with what is known of it and on what it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import case, entry, party, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Polygon, Text, flatten
from tijdlijn.layout.ages import ages_in
from tijdlijn.layout.chronology import chronology_pages
from tijdlijn.layout.chronology_cells import euro
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Rate, Source
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import AimedAt, Helped, Kader, Payer, PlacementForm, RateUnit, Voice, Weight

FRAME = Frame.of_text(PaperSize.of("A4"))


def words(of: Case) -> list[str]:
    pages = tuple(chronology_pages(of, analyse(of), FRAME))
    return [item.text for page in pages for item in flatten(page.items) if isinstance(item, Text)]


def said(of: Case) -> str:
    return " | ".join(words(of))


def rows(of: Case) -> list[Group]:
    pages = tuple(chronology_pages(of, analyse(of), FRAME))
    return [item for page in pages for item in page.items if isinstance(item, Group) and item.id.startswith("row:")]


def test_entries_stand_in_time_order_under_their_year() -> None:
    of = case(entry("actie", "2020-03", "Later"), entry("contact", "2019-05-02", "Eerder"))
    told = words(of)
    places = [told.index(word) for word in ("2019", "Eerder", "2020", "Later")]
    assert places == sorted(places)


def test_all_that_is_known_of_an_entry_is_said() -> None:
    placement = entry(
        "uithuisplaatsing",
        "2019-10/..",
        "Naar pleeggezin",
        persons="noor",
        parties="wijkteam",
        details="Met spoed.",
        kader=Kader.GEDWONGEN,
        weight=Weight.ZWAAR,
        form=PlacementForm.PLEEGZORG,
        aimed_at=AimedAt.KIND,
        goal="Rust",
        outcome="Rust kwam",
        helped=Helped.DEELS,
        domains=("veiligheid",),
        rate=Rate(45_000, RateUnit.WEEK),
        payer=Payer.JEUGDWET,
        schakelmoment="verhuizing",
        worker_ids=("w",),
        citations=(Citation("s", "4", "moest direct weg"),),
    )
    of = case(
        placement,
        persons=[person("Noor", "2010-01-01", focus=True)],
        parties=[party("Wijkteam")],
        workers=(Worker("w", "Anja", "wijkteam", "regisseur"),),
        sources=(Source("s", "verslag.docx"),),
    )
    told = said(of)
    for phrase in (
        "Naar pleeggezin", "uithuisplaatsing", "Noor", "Wijkteam", "Anja, regisseur", "Met spoed.",
        "Doel: Rust · Uitkomst: Rust kwam · Hielp: deels",
        "Leefgebied: veiligheid · Kosten: € 450 per week, betaler: Jeugdwet",
        "Schakelmoment: verhuizing", "verslag.docx, blz. 4", "‘moest direct weg’", "Noor 9, ",
    ):  # fmt: skip
        assert phrase in told
    assert "gedwongen, zwaar, pleegzorg, gericht op kind" in told.replace(" | ", " ")
    assert any(isinstance(item, Polygon) and item.style == "schakel.mark" for item in flatten(rows(of)))


def test_a_date_is_shown_in_the_words_in_which_it_was_written() -> None:
    written = UncertainDate.parse("2017-12", words="rond sinterklaas 2017")
    assert "rond sinterklaas 2017" in said(case(replace(entry("actie", None), date=written)))


def test_an_undated_entry_keeps_its_place_and_says_so() -> None:
    of = case(
        entry("actie", "2019-01-01", "Eerst", order=1),
        entry("actie", None, "Tussenin", order=2, unread_date="na de kerst"),
        entry("actie", "2020-01-01", "Laatst", order=3),
    )
    assert [group.label.split(",")[0] for group in rows(of)] == ["Eerst", "Tussenin", "Laatst"]
    assert "datum onbekend" in words(of)
    assert "‘na de kerst’" in words(of)
    assert "waarvan 1 zonder datum" in said(of)


def test_entries_of_a_scenario_did_not_happen_and_are_not_here() -> None:
    assert "Droom" not in said(case(entry("actie", "2019", "Droom", scenario="anders"), entry("actie", "2019", "Echt")))


def test_the_familys_own_account_is_marked() -> None:
    told = said(case(entry("gebeurtenis", "2019", "We hielden vol", voice=Voice.GEZIN)))
    assert "“We hielden vol”" in told
    assert "Het verhaal van het gezin zelf" in told


def test_on_a_page_that_stands_the_source_stands_below_its_entry() -> None:
    told = case(
        entry("actie", "2019", "Gesprek", citations=(Citation("s", "4", "belde op"),)),
        sources=(Source("s", "brief.pdf"),),
    )
    pages = chronology_pages(told, analyse(told), Frame.of_text(PaperSize.of("A4", landscape=False)))
    texts = {item.text: item for page in pages for item in flatten(page.items) if isinstance(item, Text)}
    assert texts["Gesprek"].x == texts["brief.pdf, blz. 4"].x == texts["‘belde op’"].x == texts["Wat en bron"].x
    assert texts["Gesprek"].y < texts["brief.pdf, blz. 4"].y < texts["‘belde op’"].y


def test_an_entry_without_source_says_so() -> None:
    assert "geen bron" in words(case(entry("actie", "2019")))


def test_a_gap_stands_between_the_entries_around_it_in_words() -> None:
    of = case(
        entry("interventie", "2018-01-01/2018-03-31", "Hulp een"),
        entry("gebeurtenis", "2018-07-01", "In het gat"),
        entry("interventie", "2019-01-01/2019-02-01", "Hulp twee"),
        today=date(2019, 2, 1),
    )
    told = words(of)
    gap = next(index for index, text in enumerate(told) if "geen hulp in beeld" in text)
    assert told[gap] == "9 maanden geen hulp in beeld — zeker"
    assert told.index("Hulp een") < gap < told.index("In het gat") < told.index("Hulp twee")


def test_every_band_of_the_analysis_is_told_once() -> None:
    actions = [entry("actie", f"2020-01-{day:02d}", parties=f"partij{day}") for day in range(1, 9)]
    of = case(entry("interventie", "2018/2019-12", "Lang"), *actions, entry("actie", "2023", "Veel later"))
    analysis = analyse(of)
    bands = len([gap for gap in analysis.gaps if gap.person_id is None])
    bands += len(analysis.silences) + len(analysis.pressure.clusters)
    pages = tuple(chronology_pages(of, analysis, FRAME))
    drawn = [
        item.id for page in pages for item in page.items if isinstance(item, Group) and item.id.startswith("band:")
    ]
    assert len(drawn) == len(set(drawn)) == bands >= 3


def test_a_year_says_how_old_the_children_are_and_their_groups() -> None:
    of = case(persons=[person("Noor", "2009-05-14", True), person("Sem", "2020-03-01", True), person("Oma", "1950")])
    assert ages_in(of, 2019) == "Noor 9–10, groep 6–7"
    assert ages_in(of, 2020) == "Noor 10–11, groep 7–8 · Sem 0"
    assert ages_in(of, 2008) == ""


def test_an_uncertain_birth_gives_a_wider_age() -> None:
    assert ages_in(case(persons=[person("Ruud", "2009", True)]), 2019) == "Ruud 9–10"


def test_an_empty_case_has_one_page_that_says_so() -> None:
    assert "Er staan nog geen regels op deze tijdlijn." in words(case())


def test_very_long_details_run_over_pages_and_lose_nothing() -> None:
    details = " ".join(f"zin{number}." for number in range(2000))
    told = " ".join(words(case(entry("actie", "2019", "Lang verhaal", details=details))))
    assert all(f"zin{number}." in told for number in range(2000))


def test_all_stands_within_the_frame() -> None:
    long = [
        entry("actie", f"20{year}-01-01", "T" * 200, details="woord " * 300, parties="p" * 150)
        for year in range(10, 20)
    ]
    of = case(*long, persons=[person("Noor" * 60, "2009", True)])
    for page in chronology_pages(of, analyse(of), FRAME):
        for item in flatten(page.items):
            if isinstance(item, Text):
                assert FRAME.y <= item.y <= FRAME.bottom


def test_money_is_written_as_in_dutch() -> None:
    assert [euro(cents) for cents in (125_000, 1250, -5)] == ["€ 1.250", "€ 12,50", "€ -0,05"]


def test_about_1998_stands_under_1998_unless_something_of_1997_follows() -> None:
    about = entry("actie", "1998~", "Ongeveer")
    told = words(case(about, entry("actie", "1998-05", "Exact")))
    assert told.index("1998") < told.index("Ongeveer") < told.index("Exact")
    assert "1997" not in told
    told = words(case(about, entry("actie", "1997-06", "Eerder")))
    assert told.index("1997") < told.index("Ongeveer") < told.index("Eerder")
    assert "1998" not in told
