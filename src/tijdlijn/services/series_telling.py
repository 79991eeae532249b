"""What `tijdlijn series` says: the rows of the families as a table, then what they say together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.series_columns import COLUMNS, COLUMNS_BY_ID
from tijdlijn.analysis.series_summary import Series, Spread
from tijdlijn.analysis.series_words import (
    HOW,
    ONLY_FIGURES,
    aligned_words,
    cell_words,
    figure_words,
    genders,
    identifying_words,
)

IN_THE_TABLE = tuple(
    COLUMNS_BY_ID[id_]
    for id_ in (
        "ages",
        "years_known",
        "placements",
        "gaps",
        "longest_gap",
        "snelkookpannen",
        "pans_before_placement",
        "requests",
        "early_requests",
        "light_and_short",
        "waiting_days",
        "parties",
        "workers",
        "costs",
    )
)
"""The columns for which a terminal has room; the JSON has all."""


def series_lines(series: Series) -> Iterator[str]:
    """The whole of it."""
    families = series.families
    yield f"{len(families)} {'gezin' if len(families) == 1 else 'gezinnen'}. {ONLY_FIGURES}"
    yield ""
    heads = ("gezin", "jeugdigen", *(column.short for column in IN_THE_TABLE))
    rows = [(one.name, genders(one), *(cell_words(column, one) for column in IN_THE_TABLE)) for one in families]
    yield from _aligned_table((heads, *rows))
    yield from ("", "Samen (mediaan, en van laagst tot hoogst)")
    for column in COLUMNS:
        yield f"- {column.label}: {spread_words(series.spread(column))}"
    for anchor in series.anchors:
        first, *rest = aligned_words(series.aligned(anchor))
        yield from ("", first, *(f"- {line}" for line in rest))
    warning = identifying_words(series)
    yield from ("", HOW)
    yield from (("", f"Let op: {warning}") if warning else ())


def spread_words(spread: Spread) -> str:
    """`3,5 (van 1 tot 8); bij 2 niet bekend`."""
    if spread.median is None or spread.least is None or spread.most is None:
        return "niet bekend"
    unit, least, most = spread.column.unit, spread.least, spread.most
    told = figure_words(spread.median, unit)
    if len(spread.figures) > 1:
        told += f" (van {figure_words((least[0],) * 2, unit)} tot {figure_words((most[1],) * 2, unit)})"
    if spread.unknown and not spread.column.per_child:
        told += f"; bij {spread.unknown} niet bekend"
    return told


def _aligned_table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for number, row in enumerate(rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if not number:
            yield "  ".join("-" * width for width in widths)
