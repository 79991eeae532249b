"""What help cost, as a finding: the total of what happened and its dearest year (design 2, Costs)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.costs import ACTUAL, Totals
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.rounding import rounded_range
from tijdlijn.analysis.telling_costs import total_of, unknown_words
from tijdlijn.analysis.wording import number, sentence
from tijdlijn.language.money_nl import whole_range
from tijdlijn.model.casebook import Case

RULE = (
    "Opgeteld uit de bedragen en tarieven die bij de regels staan; een tarief loopt over de dagen van zijn regel. Waar "
    "een datum onzeker is staat het minste en het meeste."
)


def tell_amounts(case: Case, costs: Sequence[Totals]) -> Iterator[Finding]:
    """The total of what happened, when any entry of it carries an amount."""
    for totals in costs:
        if totals.scenario == ACTUAL and totals.entry_ids:
            yield Finding(
                id="kosten",
                kind=FindingKind.KOSTEN,
                status=Status.ZEKER,
                person_id=None,
                start=None,
                end=None,
                sentence=sentence(_said(totals)),
                rule=RULE,
                entry_ids=totals.entry_ids,
                detail=" ".join(unknown_words(case, totals)),
            )


def _said(totals: Totals) -> str:
    lines = number(len(totals.entry_ids), "regel", "regels")
    told = f"de hulp kostte samen {whole_range(total_of(totals))}, van {lines} met een bedrag of tarief"
    dearest = _dearest(totals)
    if dearest is None:
        return told
    return f"{told}; het duurste jaar was {dearest}, met {whole_range(rounded_range(totals.per_year[dearest], 100))}"


def _dearest(totals: Totals) -> int | None:
    """The year that cost most however the dates fall; None when there is no such year, or only one."""
    by_least = sorted(totals.per_year.items(), key=lambda pair: pair[1][0])
    if len(by_least) < 2:
        return None
    year, (least, _) = by_least.pop()
    return year if least > max(most for _, (_, most) in by_least) else None
