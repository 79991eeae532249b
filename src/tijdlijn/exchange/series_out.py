"""A series of families as an Excel workbook: numbers that can be counted with, each uncertain one as least and most.

The rule: the figures are those of `series_json`; an explanation of every column is in the workbook itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.series import Family, family_name
from tijdlijn.analysis.series_anchor import BEFORE_DAYS, Sign
from tijdlijn.analysis.series_columns import Column, Figure
from tijdlijn.analysis.series_summary import Aligned, Series
from tijdlijn.analysis.series_words import (
    HOW,
    ONLY_FIGURES,
    SIGN_WORDS,
    aligned_title,
    aligned_words,
    genders,
    identifying_words,
)
from tijdlijn.exchange.workbook import Number, Sheet, workbook_bytes

LEAST, MOST = "minstens", "hoogstens"
_SPREAD = ("Cijfer", "In", "Bekend", "Onbekend", "Laagste", "Kwart", "Mediaan", "Driekwart", "Hoogste", "Samen")


def series_xlsx(series: Series, columns: Sequence[Column], with_rows: bool = True) -> bytes:
    """The workbook; without rows it tells of no family by itself."""
    found = [series.aligned(anchor) for anchor in series.anchors]
    sheets = [_families(series, columns)] if with_rows else []
    sheets.append(_spreads(series, columns))
    for one in found:
        sheets.append(_before(one))
        if with_rows:
            sheets.append(_before_of_each(one))
    return workbook_bytes([*sheets, _explanation(series, columns, found, with_rows)])


def _families(series: Series, columns: Sequence[Column]) -> Sheet:
    heads = ["Gezin", "Jeugdigen"]
    for column in columns:
        heads += [column.label] if column.per_child else [f"{column.label}, {LEAST}", f"{column.label}, {MOST}"]
    heads.append("Kan herkenbaar zijn")
    rows = [
        [
            family.name,
            genders(family),
            *(cell for column in columns for cell in _cells(column, family)),
            "ja" if family.number in series.recognisable else "nee",
        ]
        for family in series.families
    ]
    return Sheet("gezinnen", heads, [12, 24, *(16 for _ in heads[2:])], rows)


def _cells(column: Column, family: Family) -> Iterator[str]:
    figures = column.figures(family)
    if column.per_child:
        yield ", ".join("–".join(dict.fromkeys(f"{end:n}" for end in figure)) for figure in figures)
        return
    yield from _pair(figures[0] if figures else None)


def _pair(figure: Figure | None) -> tuple[str, str]:
    return (Number.of(figure[0]), Number.of(figure[1])) if figure else ("", "")


def _spreads(series: Series, columns: Sequence[Column]) -> Sheet:
    heads = [*_SPREAD[:4], *(f"{name}, {end}" for name in _SPREAD[4:] for end in (LEAST, MOST))]
    rows = []
    for column in columns:
        one = series.spread(column)
        ends = (one.least, one.lower, one.median, one.upper, one.most, one.total)
        counts = Number.of(len(one.figures)), "" if column.per_child else Number.of(one.unknown)
        rows.append([column.label, column.unit.value, *counts, *(cell for end in ends for cell in _pair(end))])
    return Sheet("verdeling", heads, [44, 10, 10, 10, *(14 for _ in heads[4:])], rows)


def _before(found: Aligned) -> Sheet:
    heads = (
        "Wat er was",
        f"Aantal, {LEAST}",
        f"Aantal, {MOST}",
        f"Gezinnen, {LEAST}",
        f"Gezinnen, {MOST}",
        "Van gezinnen",
    )
    of = Number.of(len(found.strips))
    rows = [[SIGN_WORDS[sign], "", "", *_pair(found.signs[sign]), of] for sign in Sign]
    rows += [[one.kind.plural, *_pair(one.total), *_pair(one.families), of] for one in found.kinds]
    return Sheet(f"voor {found.anchor.value}", heads, (34, 18, 18, 18, 18, 14), rows)


def _before_of_each(found: Aligned) -> Sheet:
    kinds = [one.kind for one in found.kinds]
    heads = ["Gezin", *(SIGN_WORDS[sign] for sign in Sign)]
    heads += [f"{kind.plural}, {end}" for kind in kinds for end in (LEAST, MOST)]
    rows = [
        [
            family_name(strip.number),
            *(strip.signs[sign].value if sign in strip.signs else "nee" for sign in Sign),
            *(cell for kind in kinds for cell in _pair(strip.before.get(kind, (0, 0)))),
        ]
        for strip in found.strips
    ]
    return Sheet(f"{found.anchor.value} per gezin"[:31], heads, [12, *(20 for _ in heads[1:])], rows)


def _explanation(series: Series, columns: Sequence[Column], found: Sequence[Aligned], with_rows: bool) -> Sheet:
    told: list[tuple[str, str]] = [("Deze reeks", ONLY_FIGURES), ("Onzekere cijfers", HOW)]
    if with_rows and (words := identifying_words(series)):
        told.append(("Herkenbaar", words))
    told += [(column.label, column.rule) for column in columns]
    for one in found:
        told.append((aligned_title(one.anchor), f"Wat er begon of gebeurde in de {BEFORE_DAYS} dagen ervoor."))
        told += [("", line) for line in aligned_words(one)]
    return Sheet("uitleg", ("Wat", "Uitleg"), (44, 120), told)
