"""The parts of a report: in the order chosen, nothing twice, nothing left out in silence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry, person
from tests.render_pdf.looking import pages_text
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Drawing
from tijdlijn.layout.parts import ABOVE, ROOM
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import AgreedAction, Consent, Reflection, Session
from tijdlijn.model.vocabulary import PlacementForm
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.options import PARTS, PageOptions
from tijdlijn.report.period import ALWAYS, LEAST_MARGIN, kept_words, within
from tijdlijn.report.sheets import Sheet, sheets


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


# Chosen entries


def chosen(of: Case, *titles: str) -> frozenset[str]:
    return frozenset(entry.id for entry in of.entries if entry.title in titles)


def test_only_chosen_entries_are_kept_and_the_account_counts_the_rest() -> None:
    of = told()
    one, other = of.timeline[0], of.timeline[-1]
    found = text(of, parts=("overview", "chronology", "account", "cover"), only=chosen(of, one.title))
    assert one.title in found
    assert other.title not in found
    gone = len(of.entries) - 1
    sentence = f"Alleen 1 regel die is gekozen; {gone} regels zijn weggelaten. De bevindingen rusten op alle regels."
    assert found.count(sentence) == 2
    assert "alleen wat is gekozen" in found


def test_chosen_entries_are_shown_over_their_days_with_room_around() -> None:
    of = told()
    entry = next(entry for entry in of.timeline if entry.date)
    kept = within(of, analyse(of), ALWAYS, frozenset({entry.id}))
    bounds = of.bounds[entry.id]
    assert kept.days is not None
    assert kept.days[0] == date.fromordinal(bounds.start_min - LEAST_MARGIN)
    assert kept.days[1] == date.fromordinal(max(bounds.end_max, bounds.start_max) + LEAST_MARGIN)
    assert [one.id for one in kept.case.entries] == [entry.id]


def test_a_period_over_chosen_entries_counts_both() -> None:
    of = told()
    dated = [entry for entry in of.timeline if entry.id in of.bounds]
    days = (date.fromordinal(of.bounds[dated[0].id].start_min), date.fromordinal(of.bounds[dated[0].id].start_max))
    kept = within(of, analyse(of), days, frozenset({dated[0].id, dated[-1].id}))
    assert [one.id for one in kept.case.entries] == [dated[0].id]
    assert (kept.chosen, kept.beside, kept.outside) == (2, len(of.entries) - 2, 1)
    assert [name for name, _ in kept_words(kept)] == ["Selectie", "Periode"]


def test_all_entries_chosen_is_everything_and_says_nothing() -> None:
    of = told()
    kept = within(of, analyse(of), ALWAYS, frozenset(of.entries_by_id))
    assert kept_words(kept) == ()
    assert kept.case.entries == of.entries


def test_chosen_entries_without_a_date_have_no_days() -> None:
    of = case(entry("contact", None, "Ooit", id="x"), entry("contact", "2019", "Toen", id="y"))
    kept = within(of, analyse(of), ALWAYS, frozenset({"x"}))
    assert kept.days is None
    assert [one.id for one in kept.case.entries] == ["x"]


def _unasked(_: Sheet) -> Drawing:
    raise AssertionError("only a poster asks for this")


def test_short_parts_follow_each_other_on_a_page_and_its_head_names_them() -> None:
    of, parts = told(), ("actions", "legend", "account")

    def made(*wanted: str) -> list[Sheet]:
        return list(sheets(of, analyse(of), PageOptions(parts=wanted), _unasked))

    alone = [page for part in parts for page in made(part)]
    together = made(*parts)
    assert len(together) < len(alone)
    assert together[0].part.startswith("Afspraken · Legenda")
    marks = [mark for page in together for mark in page.bookmarks if mark.level == 0]
    assert [mark.title for mark in marks] == ["Afspraken", "Legenda", "Verantwoording"]
    room = Frame.of_text(together[0].paper)
    assert all(mark.y == room.y or mark.y + ROOM <= room.bottom + ABOVE for mark in marks)
