"""What help cost, taken along as a table; and the years before and after a moment, of one case or of several.

The rule: amounts leave in euro to the cent, least and most, as they were worked out; a table that only people read gets
pseudonyms unless the family consented, and tells of moments without the words of the dossier.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.costs import Totals, find_costs
from tijdlijn.analysis.savings import BeforeAfter, Family, Saving, before_and_after
from tijdlijn.analysis.telling_costs import HAPPENED, NO_PARTY, NO_PAYER, Moment, plain_moment
from tijdlijn.exchange.cells import money
from tijdlijn.exchange.clip_in import grid_of_tabs
from tijdlijn.exchange.families_in import ReadFamilies, families_in
from tijdlijn.exchange.formula import guarded
from tijdlijn.exchange.workbook import Sheet, workbook_bytes
from tijdlijn.language.dates_nl import write_period
from tijdlijn.language.money_nl import percentage
from tijdlijn.language.pseudonyms import pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.consent import reason_to_mask
from tijdlijn.services.outgoing import leaving
from tijdlijn.services.session_names import masked
from tijdlijn.storage.audit import Event

ENDINGS = (".csv", ".xlsx")
COLUMNS = ("scenario", "overzicht", "naam", "minste euro", "hoogste euro")
FAMILY_COLUMNS = ("gezin", "voor, minste euro", "voor, hoogste euro", "na, minste euro", "na, hoogste euro")
_WIDTHS = (24, 18, 56, 14, 14)
_AMOUNT = re.compile(r"-?\d+(?:\.\d\d|,\d%)?")
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Around:
    """A moment, and how many years before and after it are compared at most."""

    moment: Moment
    most_before: int | None = None
    most_after: int | None = None

    def of(self, case: Case) -> BeforeAfter:
        """The comparison."""
        return before_and_after(case, self.moment.days, self.most_before, self.most_after)


def day_moment(day: date) -> Moment:
    """A day that somebody chose."""
    return Moment("", "", day, day)


def cost_rows(case: Case, costs: Sequence[Totals], around: Around | None = None) -> list[tuple[str, ...]]:
    """Every figure of the costs of a case, one a row: `COLUMNS`."""
    rows = [row for totals in costs for row in _totals(case, totals)]
    return rows + (list(_compared(case, around)) if around else [])


def _totals(case: Case, totals: Totals) -> Iterator[tuple[str, ...]]:
    parties = {id_: case.parties_by_id[id_].name if id_ else NO_PARTY for id_ in totals.per_party}
    scenario = totals.scenario or HAPPENED
    yield _row(scenario, "samen", "", totals.total)
    tables: tuple[tuple[str, Mapping[str, Range]], ...] = (
        ("per jaar", {str(year): figure for year, figure in totals.per_year.items()}),
        ("per betaler", {one.label if one else NO_PAYER: figure for one, figure in totals.per_payer.items()}),
        ("per soort", {kind.label: figure for kind, figure in totals.per_kind.items()}),
    )
    for title, figures in tables:
        for name, figure in figures.items():
            yield _row(scenario, title, name, figure)
    for id_, figure in totals.per_party.items():
        yield _row(scenario, "per partij", parties[id_], figure)
    yield scenario, "niet bekend", "regels hulp zonder bedrag", *[str(len(totals.unpriced))] * 2
    yield scenario, "niet bekend", "bedragen zonder datum, niet meegeteld", *[str(len(totals.undated))] * 2


def _compared(case: Case, around: Around) -> Iterator[tuple[str, ...]]:
    found = around.of(case)
    what = "voor en na"
    yield HAPPENED, what, plain_moment(case, around.moment), "", ""
    for name, years in (("ervoor", found.before), ("erna", found.after)):
        if years is not None:
            told = f"per jaar {name}, {years.number} jaar: {write_period(years.first, years.last)}"
            yield _row(HAPPENED, what, told, years.a_year)
            yield HAPPENED, what, f"regels hulp zonder bedrag {name}", *[str(len(years.unpriced))] * 2
    if found.difference is not None:
        yield _row(HAPPENED, what, "bespaard per jaar (onder nul: het werd duurder)", found.difference)
    if found.percentage is not None:
        yield HAPPENED, what, "bespaard, in procenten", *map(_percent, found.percentage)


def _row(scenario: str, title: str, name: str, figure: Range) -> tuple[str, ...]:
    return scenario, title, name, *map(_money, figure)


def _money(cents: int) -> str:
    return f"-{money(-cents)}" if cents < 0 else money(cents)


def _percent(part: float) -> str:
    return percentage((part, part)).replace("−", "-")


# Taking along


def export_costs(book: OpenCasebook, case_id: str, path: Path, around: Around | None = None) -> None:
    """Write the costs of a case as a table, by the ending. Raises Problem; then no file is made."""
    case = book.case(case_id)
    masks = bool(reason_to_mask(case))
    case = masked(case)[0] if masks else case
    with leaving(book, Event.EXPORTED, case_id, what="kosten", kind=_kind(path), pseudonyms=masks) as departure:
        departure.write(path, _bytes(path, COLUMNS, cost_rows(case, find_costs(case), around)))


def export_families(book: OpenCasebook, path: Path, saving: Saving) -> None:
    """Write families before and after, and together, as a table, by the ending; who hands them in names them as they
    may be read. Raises Problem; then no file is made."""
    rows = [_family(one) for one in saving.families]
    rows.append(("samen", *map(_money, (*saving.before, *saving.after))))
    rows.append(("bespaard", *map(_money, saving.difference), "", ""))
    if saving.percentage is not None:
        rows.append(("bespaard, in procenten", *map(_percent, saving.percentage), "", ""))
    with leaving(book, Event.EXPORTED, "", what="gezinnen", kind=_kind(path)) as departure:
        departure.write(path, _bytes(path, FAMILY_COLUMNS, rows))


def readable_name(case: Case, name: str) -> str:
    """What a family of this casebook may be called in a table: as it was typed, without registered names when these may
    not be read."""
    return pseudonyms_for(case).text(name) if reason_to_mask(case) else name


def pasted_families(text: str) -> ReadFamilies:
    """The families in rows that were copied from a spreadsheet. Raises Problem when there are none."""
    return families_in(grid_of_tabs(text))


def _family(one: Family) -> tuple[str, ...]:
    return one.name, *map(_money, (*one.before, *one.after))


def _kind(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Problem("Kosten kunnen alleen .csv of .xlsx zijn; er is niets geschreven. Kies een van deze twee.")
    return ending[1:]


def _bytes(path: Path, columns: Sequence[str], rows: Rows) -> bytes:
    if path.suffix.lower() == ".xlsx":
        return workbook_bytes([Sheet("kosten", columns, _WIDTHS, rows)])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(guarded, columns))
    writer.writerows([text if _AMOUNT.fullmatch(text) else guarded(text) for text in cells] for cells in rows)
    return out.getvalue().encode("utf-8-sig")
