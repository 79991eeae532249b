"""What one cell says, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.exchange.cells import (
    CellError,
    cents_in,
    domains_of,
    joined,
    money,
    names_in,
    party_in,
    rate_in,
    yes_or_no,
)
from tijdlijn.exchange.formula import guarded, unguarded
from tijdlijn.language.folding import squeezed
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import LIFE_DOMAINS, RateUnit, Sector


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 1.234,56", 123456),
        ("1234.56", 123456),
        ("1,234.56", 123456),
        ("1.234", 123400),
        ("12.345.678", 1234567800),
        ("450", 45000),
        ("450,-", 45000),
        ("€450,00", 45000),
        ("12,5", 1250),
        ("12.5 euro", 1250),
        ("0", 0),
        ("33.333333", 3333),
    ],
)
def test_an_amount_is_read_as_dutch_people_and_spreadsheets_write_it(text: str, cents: int) -> None:
    assert cents_in(text) == cents


@pytest.mark.parametrize("text", ["veel", "-50", "1.2.3", "12,34,56", "1e5", "99999999999999", "", "€"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="bedrag"):
        cents_in(text)


@given(st.integers(0, 10_000_000_000))
def test_money_is_read_back(cents: int) -> None:
    assert cents_in(money(cents)) == cents


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("450/week", Rate(45000, RateUnit.WEEK)),
        ("450 per week", Rate(45000, RateUnit.WEEK)),
        ("€ 1.200,50 / maand", Rate(120050, RateUnit.MAAND)),
        ("450 p/w", Rate(45000, RateUnit.WEEK)),
        ("80/dag", Rate(8000, RateUnit.DAG)),
        ("30000 per jaar", Rate(3000000, RateUnit.JAAR)),
    ],
)
def test_a_rate_is_an_amount_per_unit(text: str, rate: Rate) -> None:
    assert rate_in(text) == rate


@pytest.mark.parametrize("text", ["450", "450/uur", "week", "veel per week"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="450/week"):
        rate_in(text)


def test_names_are_separated_by_semicolons_or_commas_and_stand_once() -> None:
    assert names_in("Noor; Sem,Marieke;;Noor ,") == ("Noor", "Sem", "Marieke")
    assert names_in("De Vries, gedragswetenschapper; Jansen", commas=False) == (
        "De Vries, gedragswetenschapper",
        "Jansen",
    )


@given(st.lists(st.text(min_size=1).map(squeezed).filter(bool), unique=True))
def test_any_names_are_read_back(names: list[str]) -> None:
    assert list(names_in(joined(names))) == names
    assert list(names_in(joined(names), commas=False)) == names


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("GGZ De Linde (jeugd_ggz)", "GGZ De Linde", Sector.JEUGD_GGZ),
        ("VT (Veilig Thuis)", "VT", Sector.VEILIG_THUIS),
        ("Kompas (Zuid)", "Kompas (Zuid)", None),
        ("Kompas (Zuid) (jeugdhulp)", "Kompas (Zuid)", Sector.JEUGDHULP),
        ("Politie", "Politie", None),
    ],
)
def test_a_party_may_say_its_sector(text: str, name: str, sector: Sector | None) -> None:
    assert party_in(text) == (name, sector)


def test_domains_are_spelled_as_the_case_spells_them() -> None:
    assert domains_of("Wonen; FINANCIEN; wonen", LIFE_DOMAINS) == ("wonen", "financiën")
    with pytest.raises(CellError, match="veiligheid"):
        domains_of("wonen; toveren", LIFE_DOMAINS)


def test_yes_and_no_have_their_words() -> None:
    assert yes_or_no("JA")
    assert not yes_or_no("nee")
    with pytest.raises(CellError, match="ja of nee"):
        yes_or_no("misschien")


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@SUM(A1)", "\tx", "'=1"])
def test_a_text_that_could_be_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["gewoon", "'s avonds", "a=b", "", "€ 5"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text())
def test_guarding_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
