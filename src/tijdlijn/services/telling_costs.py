"""What help cost as lines of text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.costs import Totals
from tijdlijn.analysis.rate_doubts import find_rate_doubts
from tijdlijn.analysis.telling_costs import (
    HAPPENED,
    ROUNDING,
    Parts,
    compared_words,
    doubt_words,
    other_year,
    tables,
    total_words,
    unknown_words,
)
from tijdlijn.language.money_nl import whole_range
from tijdlijn.model.casebook import Case
from tijdlijn.services.costs import Around


def cost_lines(case: Case, costs: Sequence[Totals], around: Around | None = None) -> Iterator[str]:
    """Each scenario with its parts, the years around a moment when that is asked for, and what amounts rest on."""
    for totals in costs:
        yield f"{totals.scenario or HAPPENED}: {total_words(totals)}"
        yield from (f"  {words}" for words in unknown_words(case, totals))
        for parts in tables(case, totals):
            yield ""
            yield from _table(parts)
        yield ""
    if around:
        yield "Voor en na"
        yield from (f"  {words}" for words in compared_words(around.of(case)))
        yield ""
    doubts = find_rate_doubts(case)
    yield from doubt_words(doubts)
    yield from (f"  {other_year(case, doubt)}" for doubt in doubts.other_year)
    yield ROUNDING


def _table(parts: Parts) -> Iterator[str]:
    yield f"  {parts.title}"
    figures = [whole_range(part.euros) for part in parts.rows]
    wide, far = max(len(part.name) for part in parts.rows), max(map(len, figures))
    for part, figure in zip(parts.rows, figures, strict=True):
        yield f"    {part.name:<{wide}}  {figure:>{far}}"
