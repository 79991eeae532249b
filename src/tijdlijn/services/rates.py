"""The casebook's own table of rates, and what is done with it.

The rule: no price comes with the program. What is in the table somebody put there, with its year and who says so. An
entry that takes a rate keeps the words of where it came from, and stays as it is when the table changes. The table is
of the casebook: keeping it is in the log and is no step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tijdlijn.analysis.rate_doubts import taken_from
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import ListedRate
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.editing import quoted
from tijdlijn.storage import understanding
from tijdlijn.storage.audit import Event

if TYPE_CHECKING:
    from tijdlijn.exchange.rates_in import ReadRates


ABOUT = "tarieven"
"""What a line in the log says that a change was about."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_RATES = 2_000
_KEPT = "er is niets bewaard"


def rates(book: OpenCasebook) -> tuple[ListedRate, ...]:
    """The table of rates of this casebook, in its own order; empty until somebody fills it."""
    return book.read(understanding.listed_rates)


def keep_rates(book: OpenCasebook, wanted: Sequence[ListedRate]) -> None:
    """Have these rates in this casebook, and no others; no step, it is in the log. Raises Problem when one has no name,
    or two say the same of the same year."""
    clean = [replace(line, name=" ".join(line.name.split()), source=" ".join(line.source.split())) for line in wanted]
    if not all(line.name for line in clean):
        raise Problem(f"Elk tarief heeft een naam nodig; {_KEPT}. Geef het een naam of haal de regel weg.")
    for line in clean:
        if line.year is not None and not FIRST_YEAR <= line.year <= LAST_YEAR:
            raise Problem(f"Het jaar van {quoted(line.name)} ligt niet tussen {FIRST_YEAR} en {LAST_YEAR}; {_KEPT}.")
    seen: set[object] = set()
    for line in clean:
        key = (line.name.casefold(), line.year, line.payer, line.source.casefold(), line.rate.unit)
        if key in seen:
            year = f" voor {line.year}" if line.year else ""
            raise Problem(
                f"{quoted(line.name)} staat{year} twee keer in de tabel met dezelfde betaler en bron; {_KEPT}. "
                "Haal er een weg, of geef ze een andere naam."
            )
        seen.add(key)
    if len(clean) > MOST_RATES:
        raise Problem(f"Een tarieventabel heeft hoogstens {MOST_RATES} regels; {_KEPT}. Haal weg wat u niet gebruikt.")
    book.keep(lambda connection: understanding.keep_listed_rates(connection, clean))
    book.note(Event.CHANGED, what=ABOUT, rates=len(clean))


def read_rates(path: Path) -> ReadRates:
    """The rates in a .csv, .xlsx or .ods file. Raises Problem."""
    from tijdlijn.exchange import rates_in

    return rates_in.read_rates(path)


def pasted(text: str) -> ReadRates:
    """The rates in rows that were copied from a spreadsheet, with their header. Raises Problem when there are none."""
    from tijdlijn.exchange.clip_in import grid_of_tabs
    from tijdlijn.exchange.rates_in import rates_in

    return rates_in(grid_of_tabs(text))


def with_rate(entry: Entry, line: ListedRate) -> Entry:
    """An entry that takes a rate from the table: the rate, who pays when the table says so, and where it comes from."""
    return replace(entry, rate=line.rate, payer=line.payer or entry.payer, cost_source=taken_from(line))


def likeliest(case: Case, entry: Entry, listed: Sequence[ListedRate]) -> tuple[ListedRate, ...]:
    """The table as it is offered for an entry: rates of a year in which it may fall before the others, the rest in the
    order of the table."""
    bounds = case.bounds.get(entry.id)
    years = range(bounds.first_day.year, bounds.last_day.year + 1) if bounds else range(0)
    return tuple(sorted(listed, key=lambda line: line.year not in years))
