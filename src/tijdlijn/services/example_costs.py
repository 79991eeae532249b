"""What help cost the family of the example: its table of rates, and who paid. All of it is invented, and says so."""

from __future__ import annotations

import csv
from dataclasses import replace

from tijdlijn.assets import resource
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
    return tuple(
        replace(by_title[row["titel"]], payer=payer_of(row["betaler"]), cost_source=row["bron bedrag"]) for row in rows
    )
