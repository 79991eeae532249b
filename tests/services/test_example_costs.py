"""What help cost the family of the example: invented, and said to be; it shows what the program tells of costs."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tijdlijn.analysis.costs import Totals, find_costs
from tijdlijn.analysis.rate_doubts import find_rate_doubts, taken_from
from tijdlijn.assets import resource
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Payer
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example
from tijdlijn.services.rates import rates


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCasebook]:
    path = Path(tmp_path_factory.mktemp("voorbeeld")) / "v.tijdlijn"
    make_example(path)
    with OpenCasebook.open(path, EXAMPLE_PASSPHRASE) as opened:
        yield opened


def family(book: OpenCasebook) -> Case:
    return book.case(book.cases()[0].id)


def happened(book: OpenCasebook) -> Totals:
    return find_costs(family(book))[0]


def test_every_title_is_one_of_the_example(book: OpenCasebook) -> None:
    with resource("example", "payers.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["titel"] for row in csv.DictReader(file)]
    courses = Counter((entry.scenario, entry.title) for entry in family(book).entries)
    assert set(titles) <= {title for _, title in courses}
    assert [course for course, count in courses.items() if course[1] in titles and count > 1] == []


def test_every_rate_says_that_it_is_invented_and_of_which_year(book: OpenCasebook) -> None:
    assert len(rates(book)) > 10
    assert all("verzonnen" in line.source and line.year for line in rates(book))


def test_what_entries_took_stands_in_the_table_with_the_same_rate(book: OpenCasebook) -> None:
    table = {taken_from(line): line.rate for line in rates(book)}
    taken = [entry for entry in family(book).entries if entry.cost_source.startswith("Tarieventabel")]
    assert len(taken) > 10
    assert [entry.title for entry in taken if table.get(entry.cost_source) != entry.rate] == []


def test_it_shows_several_payers_a_range_and_what_is_not_known(book: OpenCasebook) -> None:
    totals = happened(book)
    assert {Payer.JEUGDWET, Payer.WMO, Payer.ZVW, None} <= totals.per_payer.keys()
    assert totals.total[0] < totals.total[1]
    assert totals.unpriced
    doubts = find_rate_doubts(family(book))
    assert doubts.unsourced
    assert doubts.other_year
