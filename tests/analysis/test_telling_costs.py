"""Costs in words and in whole euros that add up."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry
from tijdlijn.analysis import telling_costs as telling
from tijdlijn.analysis.costs import find_costs
from tijdlijn.analysis.rate_doubts import find_rate_doubts
from tijdlijn.analysis.savings import before_and_after
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import Payer, RateUnit

Day = date


def told(*entries: object) -> tuple[str, ...]:
    one = case(*entries)  # type: ignore[arg-type]
    return telling.unknown_words(one, find_costs(one)[0])


class TestUnknown:
    def test_help_without_an_amount_by_kind(self) -> None:
        words = told(
            *(entry("interventie", "2019/2020", f"i{n}") for n in range(2)), entry("contact", "2019-01-01"),
            entry("actie", "2019", cost_cents=1, payer=Payer.WMO),
        )  # fmt: skip
        assert words == ("Van 3 regels hulp is geen bedrag bekend: 2 interventies, 1 contact.",)

    def test_one_entry_and_no_date_and_no_payer(self) -> None:
        words = told(entry("actie", None, cost_cents=5), entry("actie", "2019-05", "x", cost_cents=110_000))
        assert words == (
            "1 bedrag telt niet mee, want die regels hebben geen datum.",
            "Van € 1.100 is niet bekend wie betaalt.",
        )

    def test_a_range_says_why(self) -> None:
        words = told(entry("interventie", "2019-01/2019-03", rate=Rate(100, RateUnit.DAG), payer=Payer.ZVW))
        assert words == ("Het bedrag heeft een laagste en een hoogste, want niet elke datum is zeker.",)

    def test_what_may_count_twice(self) -> None:
        both = [
            entry(kind, "2019-01-01/2019-01-31", cost_cents=1, payer=Payer.WMO)
            for kind in ("interventie", "beschikking")
        ]
        assert "dubbel" in told(*both)[0]
        assert told(both[1]) == ()

    def test_nothing_is_missing_from_nothing(self) -> None:
        assert told() == ()
        assert telling.total_words(find_costs(case())[0]).startswith("Er staat nog geen bedrag")
        assert telling.tables(case(), find_costs(case())[0]) == ()


def test_a_year_that_costs_nothing_is_among_the_others() -> None:
    one = case(entry("actie", "2018-05", "a", cost_cents=100), entry("actie", "2020-05", "b", cost_cents=100))
    years = telling.tables(one, find_costs(one)[0])[0]
    assert [(part.name, part.euros) for part in years.rows] == [("2018", (1, 1)), ("2019", (0, 0)), ("2020", (1, 1))]
    assert years.adds_up


def test_years_that_may_share_an_amount_do_not_add_up() -> None:
    one = case(entry("actie", "2019-24", cost_cents=100))
    years = telling.tables(one, find_costs(one)[0])[0]
    assert ([part.euros for part in years.rows], years.adds_up) == ([(0, 1), (0, 1)], False)


@settings(max_examples=60, deadline=None)
@given(dossiers(("interventie", "actie", "beschikking"), most=6), st.integers(1, 99_999))
def test_whole_euros_add_up_to_the_whole(plain: Case, cents: int) -> None:
    one = plain.with_entries(
        entry(
            e.kind, e.date.edtf, id=e.id, cost_cents=cents + 7 * n, parties=" ".join(e.party_ids),
            payer=(*Payer, None)[n % 7], rate=Rate(cents, RateUnit.WEEK),
        )
        for n, e in enumerate(plain.entries)
        if e.date
    )  # fmt: skip
    totals = find_costs(one)[0]
    for parts in telling.tables(one, totals):
        together = tuple(sum(part.euros[end] for part in parts.rows) for end in (0, 1))
        assert parts.title == "Per jaar" or parts.adds_up
        if parts.adds_up:
            assert together == telling.total_of(totals)


class TestBeforeAfter:
    def words(self, before: int, after: int, day: Day = Day(2019, 1, 1), **more: object) -> tuple[str, ...]:  # noqa: B008
        heavy = entry("interventie", "2016-01-01/2018-12-31", "a", rate=Rate(before * 100, RateUnit.JAAR))
        light = entry("interventie", "2019-01-01/..", "b", rate=Rate(after * 100, RateUnit.JAAR))
        one = case(heavy, light, reference_day=Day(2020, 12, 31))
        return telling.compared_words(before_and_after(one, (day, day), **more))  # type: ignore[arg-type]

    def test_what_is_saved_and_what_is_compared(self) -> None:
        assert self.words(8_920, 2_383) == (
            "Per jaar ervoor € 8.920, per jaar erna € 2.383.",
            "Dat is € 6.537 minder, 73,3%.",
            "Vergeleken: de 3 jaar van 1 januari 2016 tot en met 31 december 2018, met de 2 jaar van 1 januari 2019 "
            "tot en met 31 december 2020.",
        )

    def test_what_costs_more(self) -> None:
        assert self.words(1_000, 1_500)[1] == "Dat is € 500 meer, 50,0%."

    def test_one_year(self) -> None:
        assert "het jaar van 1 januari 2018" in self.words(1, 2, most_before=1)[2]

    def test_no_whole_year(self) -> None:
        assert self.words(1, 2, Day(2016, 6, 1)) == (
            "Vóór dit moment is er geen heel jaar met bedragen; er is niets te vergelijken.",
        )
        assert "geen heel jaar tot de peildatum" in self.words(1, 2, Day(2020, 6, 1))[0]

    def test_either_way(self) -> None:
        assert telling.difference((-10_000, 20_000)) == "€ 100 meer tot € 200 minder"
        assert telling.difference((-49, 49)) == "evenveel"


def test_a_rate_of_another_year_is_named() -> None:
    one = case(
        entry(
            "interventie", "2019-01-01/2020-12-31", "Hulp", id="a", rate=Rate(1, RateUnit.DAG),
            cost_source="Tarieventabel: hulp, 2019, x",
        )
    )  # fmt: skip
    doubts = find_rate_doubts(one)
    assert telling.doubt_words(doubts) == (
        "1 regel heeft een tarief van een ander jaar, of mogelijk van een ander jaar.",
    )
    assert telling.other_year(one, doubts.other_year[0]) == "Hulp (2019 – 2020): tarief van 2019 (zeker)"


def test_moments_are_schakelmomenten_and_beginnings() -> None:
    one = case(
        entry("gebeurtenis", "2019-05", "Weg", id="a", schakelmoment="verhuizing"),
        entry("uithuisplaatsing", "2020-01-02/2020-03-01", "Pleeggezin", id="b"),
        entry("contact", "2018", "Gesprek", id="c"),
    )
    assert [(found.name, found.days) for found in telling.moments(one)] == [
        ("mei 2019 · Weg (schakelmoment verhuizing)", (Day(2019, 5, 1), Day(2019, 5, 31))),
        ("2 januari 2020 · Pleeggezin (uithuisplaatsing)", (Day(2020, 1, 2),) * 2),
    ]
    assert telling.plain_moment(one, telling.moments(one)[1]) == "uithuisplaatsing, 2 januari 2020"
