"""A number that may be a burgerservicenummer is seen, and ordinary numbers are left alone."""

import re
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.language.bsn import holds_bsn, passes_eleven
from tijdlijn.model import casebook, entries, people, sessions
from tijdlijn.storage.schema import metadata

VALID = "111222333"
"""A number that is published for testing."""


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        f"BSN {VALID}",
        f"Moeder ({VALID}) belde.",
        "bsn: 111.222.333",
        "111 222 333",
        "1112.22.333",
        f"{VALID}.",
        f"Nummer {VALID}, later meer.",
        "bsn 10000008",
    ],
)
def test_a_number_is_seen_as_people_write_it(text: str) -> None:
    assert holds_bsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen nummer",
        "111222334",
        "000000000",
        f"1{VALID}",
        f"{VALID}1",
        f"+31{VALID}",
        f"+31 {VALID}",
        f"€{VALID}",
        f"12.{VALID}",
        f"{VALID}-12",
        "0612345678",
        "12-03-2019 en 14-05-2020",
        "10000008",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_bsn(text)


@given(st.integers(1, 10**8 - 1))
def test_of_eight_digits_at_most_one_ninth_passes(first: int) -> None:
    passing = [last for last in range(10) if passes_eleven(f"{first:08d}{last}")]
    assert len(passing) <= 1


@given(st.integers(1, 10**8 - 1), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(first: int, place: int, more: int) -> None:
    for last in range(10):
        number = f"{first:08d}{last}"
        if passes_eleven(number):
            wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
            assert not passes_eleven(wrong)


def test_there_is_no_field_for_it() -> None:
    """Of no table of the file, and of no record."""
    columns = [column.name for table in metadata.tables.values() for column in table.columns]
    records = [kind for module in (people, entries, sessions, casebook) for kind in vars(module).values()]
    told = [one.name for kind in records if is_dataclass(kind) for one in fields(kind)]
    assert columns
    assert told
    assert [name for name in (*columns, *told) if re.search("bsn|burgerservice|sofi", name, re.IGNORECASE)] == []
