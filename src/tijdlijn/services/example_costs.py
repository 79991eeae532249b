"""What help cost the family of the example: its table of rates, and who paid. All of it is invented, and says so."""

from __future__ import annotations

import csv
from dataclasses import replace

from tijdlijn.assets import resource
from tijdlijn.exchange.cells import rate_in
from tijdlijn.language.lexicon import payer_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.understanding import ListedRate
from tijdlijn.services.rates import read_rates


def example_rates() -> tuple[ListedRate, ...]:
    """The table of rates of the example."""
    return read_rates(resource("example", "rates.csv")).taken


def example_payers(case: Case) -> tuple[Entry, ...]:
    """The entries of the example with who pays and where their amount was found. Raises KeyError for a title that the
    example does not have."""
    by_title = {entry.title: entry for entry in case.entries}
    with resource("example", "payers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(_paid(by_title[row["titel"]], row) for row in rows)


def _paid(entry: Entry, row: dict[str, str]) -> Entry:
    rate = rate_in(row["tarief"]) if row["tarief"] else entry.rate
    return replace(entry, rate=rate, payer=payer_of(row["betaler"]), cost_source=row["bron bedrag"])
