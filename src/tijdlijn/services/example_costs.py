"""What help cost the family of the example: its table of rates, and who paid. All of it is invented, and says so."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace

from tijdlijn.assets import resource
from tijdlijn.exchange.cells import rate_in
from tijdlijn.language.lexicon import payer_of
from tijdlijn.model.entries import Entry
from tijdlijn.model.understanding import ListedRate
from tijdlijn.services.rates import read_rates


def example_rates() -> tuple[ListedRate, ...]:
    """The table of rates of the example."""
    return read_rates(resource("example", "rates.csv")).taken


def paid(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of the example with who paid and where their amount was found."""
    with resource("example", "payers.csv").open(encoding="utf-8", newline="") as file:
        told = {row["titel"]: row for row in csv.DictReader(file)}
    return tuple(_paid(entry, told[entry.title]) if entry.title in told else entry for entry in entries)


def _paid(entry: Entry, row: dict[str, str]) -> Entry:
    rate = rate_in(row["tarief"]) if row["tarief"] else entry.rate
    return replace(entry, rate=rate, payer=payer_of(row["betaler"]), cost_source=row["bron bedrag"])
