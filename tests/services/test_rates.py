"""The casebook's own table of rates: what is kept, what comes in, and what an entry takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import book_of, logged
from tests.builders import case, entry
from tijdlijn.analysis.rate_doubts import year_taken
from tijdlijn.exchange.grids import Grid, Row
from tijdlijn.exchange.rates_in import rates_in
from tijdlijn.model.entries import Rate
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services import rates
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage.audit import Event

FOSTER = ListedRate("pleegzorg", Rate(4_750, RateUnit.DAG), Payer.JEUGDWET, 2021, "raadsbesluit")
LATER = ListedRate("pleegzorg", Rate(4_900, RateUnit.DAG), Payer.JEUGDWET, 2022, "raadsbesluit")
HOME = ListedRate("hulp thuis", Rate(45_000, RateUnit.WEEK))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    family = case(
        entry("uithuisplaatsing", "2022-01-05/2022-06", "Pleeggezin", id="weg"),
        entry("interventie", "2021-03/2021-06", "Hulp", id="hulp", payer=Payer.WMO),
    )
    with book_of(family, tmp_path) as opened:
        yield opened


def test_a_casebook_has_no_prices_of_its_own(book: OpenCasebook) -> None:
    assert rates.rates(book) == ()


def test_what_is_kept_is_there_again_in_its_order_and_in_the_log(book: OpenCasebook) -> None:
    rates.keep_rates(book, [LATER, FOSTER, HOME])
    assert rates.rates(book) == (LATER, FOSTER, HOME)
    rates.keep_rates(book, [HOME])
    assert rates.rates(book) == (HOME,)
    assert [line.detail for line in logged(book, Event.CHANGED)][-1] == {"what": "tarieven", "rates": 1}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([ListedRate(" ", HOME.rate)], "een naam nodig"),
        ([HOME, ListedRate("Hulp  thuis", Rate(1, RateUnit.WEEK))], "twee keer"),
        ([ListedRate("x", HOME.rate, year=21)], "ligt niet tussen"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(
    book: OpenCasebook, lines: list[ListedRate], words: str
) -> None:
    rates.keep_rates(book, [FOSTER])
    with pytest.raises(Problem, match=words):
        rates.keep_rates(book, lines)
    assert rates.rates(book) == (FOSTER,)


def test_an_entry_takes_what_a_rate_says_and_the_words_of_where_it_came_from() -> None:
    taken = rates.with_rate(entry("uithuisplaatsing", "2022", cost_cents=5), FOSTER)
    assert (taken.rate, taken.payer, taken.cost_cents) == (FOSTER.rate, Payer.JEUGDWET, 5)
    assert taken.cost_source == "Tarieventabel: pleegzorg, 2021, raadsbesluit"
    assert year_taken(taken.cost_source) == 2021


def test_a_rate_that_does_not_say_who_pays_leaves_that_alone() -> None:
    assert rates.with_rate(entry("interventie", "2021", payer=Payer.WMO), HOME).payer is Payer.WMO


def test_rates_of_the_years_of_an_entry_are_offered_first(book: OpenCasebook) -> None:
    family = book.case(book.cases()[0].id)
    offered = rates.likeliest(family, family.entries_by_id["weg"], [FOSTER, HOME, LATER])
    assert offered == (LATER, FOSTER, HOME)


def test_a_table_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "tarieven.csv"
    path.write_text(
        "Tarieven jeugdhulp;;;;;\nProduct;Bedrag;Per;Wet;Jaar;Bron\nPleegzorg;47,50;etmaal;Jeugdwet;2021;raadsbesluit\n"
        "Gezinshulp;€ 450,-;week;;;\nZonder bedrag;;week;;;\n;12;dag;;;\nVreemd;12;dag;kerk;;\nOud;12;dag;;21;\n",
        encoding="utf-8",
    )
    found = rates.read_rates(path)
    assert found.taken == (
        ListedRate("Pleegzorg", Rate(4_750, RateUnit.DAG), Payer.JEUGDWET, 2021, "raadsbesluit"),
        ListedRate("Gezinshulp", Rate(45_000, RateUnit.WEEK)),
    )
    assert [sentence.split(":")[0] for sentence in found.refused] == ["Regel 5", "Regel 6", "Regel 7", "Regel 8"]
    assert "een jaar" in found.refused[3]


def test_rows_from_the_clipboard() -> None:
    assert rates.pasted("naam\ttarief\njeugdhulp\t450/week\n").taken == (
        ListedRate("jeugdhulp", Rate(45_000, RateUnit.WEEK)),
    )
    with pytest.raises(Problem, match="geen kopregel"):
        rates.pasted("zomaar\twat\n")


def cells(line: ListedRate) -> tuple[str, ...]:
    rate = f"{line.rate.cents // 100}.{line.rate.cents % 100:02d}/{line.rate.unit}"
    return line.name, rate, line.payer or "", str(line.year or ""), line.source


names = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)


@given(
    st.lists(
        st.builds(
            ListedRate,
            names,
            st.builds(Rate, st.integers(0, 10**7), st.sampled_from(RateUnit)),
            st.none() | st.sampled_from(Payer),
            st.none() | st.integers(1990, 2099),
            names | st.just(""),
        )
    )
)
def test_every_rate_that_a_table_says_is_read(lines: list[ListedRate]) -> None:
    told = [("naam", "tarief", "betaler", "jaar", "bron"), *map(cells, lines)]
    rows = tuple(Row(number, row) for number, row in enumerate(told, start=1))
    assert rates_in(Grid("t", "", rows)).taken == tuple(lines)
