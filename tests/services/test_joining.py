"""Splitting a period and joining entries: no day and no word is lost, and what makes no sense is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import TODAY, case, entry
from tests.model.test_shifting import dates
from tests.services.test_arranging import Book, book  # noqa: F401
from tijdlijn.language.dates_nl import read
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Rate, Source
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kader, Kind, Payer, RateUnit
from tijdlijn.services.editing import Batch, apply
from tijdlijn.services.joining import join_entries, joined, parted, split_days, split_entry

texts = st.sampled_from(["", "Eerste", "Tweede\nregel"])


@given(dates(), st.integers(0, 3000), texts, texts, texts, st.none() | st.integers(0, 10_000))
def test_split_then_join_gives_the_same_entry(
    when: UncertainDate, place: int, details: str, goal: str, outcome: str, cost: int | None
) -> None:
    whole = replace(
        entry("interventie", when.edtf, "Hulp", id="a", schakelmoment="verhuizing"),
        details=details,
        goal=goal,
        outcome=outcome,
        cost_cents=cost,
    )
    days = split_days(whole, TODAY)
    assume(days is not None)
    day = days[0] + timedelta(place % ((days[1] - days[0]).days + 1))
    first, second = parted(whole, day, "b")
    again = joined(case(first, second, today=TODAY), (first, second))
    assert again.bounds(TODAY) == whole.bounds(TODAY)
    assert replace(again, date=whole.date) == whole


@given(dates(), st.integers(0, 3000))
def test_the_parts_of_a_split_touch_and_do_not_overlap(when: UncertainDate, place: int) -> None:
    whole = entry("interventie", when.edtf, "Hulp", id="a")
    days = split_days(whole, TODAY)
    assume(days is not None)
    day = days[0] + timedelta(place % ((days[1] - days[0]).days + 1))
    first, second = (part.bounds(TODAY) for part in parted(whole, day, "b"))
    assert (first.end_min, first.end_max) == ((day - timedelta(1)).toordinal(),) * 2
    assert (second.start_min, second.start_max) == (day.toordinal(),) * 2


def test_the_words_of_both_ends_survive() -> None:
    whole = replace(entry("interventie", None, "Hulp", id="a"), date=read("van eind 2021 tot en met sinterklaas 2023"))
    first, second = parted(whole, date(2022, 5, 5), "b")
    assert first.date.words == "van eind 2021 tot en met 4 mei 2022"
    again = joined(case(first, second), (first, second))
    assert (again.date.edtf, again.date.words) == (whole.date.edtf, whole.date.words)


def test_a_split_is_one_step(book: Book) -> None:  # noqa: F811
    change = split_entry(book.book, book.case_id, "ots", date(2019, 9, 1))
    assert change.step == "Splits 'OTS' op 1 september 2019"
    assert sorted(e.date.edtf for e in book.entries if e.title == "OTS") == [
        "2019-03-12/2019-08-31",
        "2019-09-01/2020-03-11",
    ]
    book.book.undo()
    assert book.edtf("ots") == "2019-03-12/2020-03-11"


@pytest.mark.parametrize(
    ("id_", "day", "says"),
    [
        ("ots", date(2019, 3, 12), "13 maart 2019"),
        ("ots", date(2021, 1, 1), "11 maart 2020"),
        ("spel", date(2021, 10, 1), "1 januari 2022"),
        ("huis", date(2018, 5, 1), "Alleen een periode"),
        ("los", date(2018, 5, 1), "Alleen een periode"),
    ],
)
def test_a_day_that_is_not_surely_inside_is_refused(book: Book, id_: str, day: date, says: str) -> None:  # noqa: F811
    before = book.entries
    with pytest.raises(Problem, match=says):
        split_entry(book.book, book.case_id, id_, day)
    assert book.entries == before


def test_what_is_joined_unites_everything(book: Book) -> None:  # noqa: F811
    one = entry("interventie", "2015-01/2015-06", "Kort", id="a", persons="noor", details="Zo begon het.", order=8)
    two = entry(
        "interventie", "2015-03-01/2016", "Lang", id="b", persons="noor", parties="kompas", details="En door.", order=9
    )
    source = Source("bron", "Verslag")
    cited = replace(two, citations=(Citation("bron", "3", "letterlijk"),), cost_cents=500, kader=Kader.VRIJWILLIG)
    made = joined(case(replace(one, cost_cents=250), cited, sources=(source,)), (cited, replace(one, cost_cents=250)))
    assert made.date is not None
    assert (made.id, made.title, made.date.edtf) == ("a", "Kort", "2015-01/2016")
    assert made.details == "Zo begon het.\nLang\nEn door."
    assert (made.party_ids, made.cost_cents, made.kader) == (("kompas",), 750, Kader.VRIJWILLIG)
    assert made.citations == cited.citations


def test_who_pays_is_said_of_the_whole_only_when_it_is_known_of_all_that_costs() -> None:
    paid = entry("actie", "2019-05-03", "Een", id="a", cost_cents=100, payer=Payer.WMO, cost_source="factuur")
    free = entry("actie", "2019-05-03", "Twee", id="b", cost_source="offerte")
    unknown = replace(free, cost_cents=50)
    made = joined(case(paid, free), (paid, free))
    assert (made.payer, made.cost_source, made.notes) == (Payer.WMO, "factuur; offerte", "")
    made = joined(case(paid, unknown), (paid, unknown))
    assert (made.cost_cents, made.payer, made.notes) == (150, None, "betaler van een deel: Wmo")
    other = replace(unknown, payer=Payer.ZVW)
    with pytest.raises(Problem, match="wie betaalt verschilt"):
        joined(case(paid, other), (paid, other))


def test_where_an_amount_was_found_stays_with_the_amount() -> None:
    whole = entry("interventie", "2018/2020", "Hulp", id="a", cost_cents=100, cost_source="factuur")
    assert [part.cost_source for part in parted(whole, date(2019, 7, 1), "b")] == ["factuur", ""]
    rated = replace(whole, rate=Rate(100, RateUnit.WEEK))
    assert [part.cost_source for part in parted(rated, date(2019, 7, 1), "b")] == ["factuur", "factuur"]


def test_a_whole_family_stays_the_whole_family() -> None:
    one, two = entry("contact", "2019", "Gesprek", id="a", persons="noor"), entry("contact", "2019", "Gesprek", id="b")
    assert joined(case(one, two), (one, two)).person_ids == ()


def test_joining_is_one_step(book: Book) -> None:  # noqa: F811
    change = join_entries(book.book, book.case_id, ["hulp", "spel"])
    assert change.step == "Voeg 'Gezinshulp' en 'Speltherapie' samen"
    assert (book.edtf("hulp"), change.removed_ids) == ("2019-10/..", ("spel",))
    book.book.undo()
    assert book.edtf("spel") == "[2021-09-01..2021-12-31]/2022-08"


def test_an_entry_without_a_date_takes_that_of_the_other_and_its_words_stay() -> None:
    one = replace(entry("contact", None, "Gesprek", id="a"), unread_date="na de ruzie", order=1)
    two = entry("contact", "2019-05-03", "Gesprek", id="b", order=2)
    made = joined(case(one, two), (one, two))
    assert (made.date, made.notes) == (two.date, "datum: na de ruzie")


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (entry("besluit", "2019-05-03", "Gesprek", id="b"), "de soort"),
        (entry("contact", "2019-05-04", "Gesprek", id="b"), "verschillende dagen"),
        (entry("contact", "2019-05-03", "Gesprek", id="b", scenario="anders"), "het scenario"),
        (entry("contact", "2019-05-03", "Gesprek", id="b", kader=Kader.DRANG), "het kader"),
        (entry("contact", "2019-05-03", "Gesprek", id="a"), "twee of meer"),
    ],
)
def test_what_cannot_be_one_is_refused(other, says: str) -> None:
    one = entry("contact", "2019-05-03", "Gesprek", id="a", kader=Kader.VRIJWILLIG)
    known = (one, other) if other.id != one.id else (one,)
    with pytest.raises(Problem, match=says):
        joined(case(*known), known)


def test_two_of_one_kind_with_one_kind_of_end() -> None:
    one, two = (entry(Kind.WONEN, text, "Thuis", id=text) for text in ("2015/", "2018/2019"))
    three = entry(Kind.WONEN, "2019-06/", "Thuis", id="c")
    assert joined(case(one, two), (one, two)).date.edtf == "2015/2019"
    assert joined(case(one, two, three), (one, two, three)).date.edtf == "2015/"


def test_links_lead_to_what_was_joined(book: Book) -> None:  # noqa: F811
    links = (
        Link("l1", LinkKind.LEIDT_TOT, "spel", "huis"),
        Link("l2", LinkKind.LEIDT_TOT, "hulp", "spel"),
        Link("l3", LinkKind.LEIDT_TOT, "ots", "spel"),
        Link("l4", LinkKind.LEIDT_TOT, "ots", "hulp"),
    )
    apply(book.book, book.case_id, Batch(links=links), "Verbind")
    made = join_entries(book.book, book.case_id, ["hulp", "spel"]).case
    assert sorted((link.from_id, link.to_id) for link in made.links) == [("hulp", "huis"), ("ots", "hulp")]
    book.book.undo()
    assert len(book.book.case(book.case_id).links) == 4
