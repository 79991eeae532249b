"""The account of what took no part in the findings, in sentences: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.plain import missing, plain
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import HELP_KINDS

MOST_CODES = 12


def account_of(case: Case, analysis: Analysis) -> Iterator[str]:
    """What was counted, on which day, and what was not, with the names of what was not."""
    counted = analysis.entry_count - len(analysis.undated)
    yield (
        f"De bevindingen rusten op {_regels(counted)} met een datum, gelezen op {write_day(analysis.reference_day)}. "
        "Wat dan nog loopt, telt tot en met die dag."
    )
    if undated := _known(case, analysis.undated):
        yield f"Zonder datum en daarom niet meegeteld: {_regels(len(undated))}. {_named(undated)}"
    if vague := _known(case, analysis.pressure.not_counted):
        days = case.parameters.pressure_window
        yield (
            f"Te onzeker voor de snelkookpan, want de datum is ruimer dan {days} dagen: {_regels(len(vague))}. "
            f"{_named(vague)}"
        )
    network = [entry for entry in case.actual if entry.kind in HELP_KINDS and case.only_network(entry)]
    if network:
        yield (
            f"Steun van alleen het eigen netwerk telt niet als hulp in beeld: {_regels(len(network))}. "
            f"{_named(network)}"
        )
    if scenario := [entry for entry in case.entries if entry.scenario]:
        yield f"Wat bij een scenario hoort en niet is gebeurd, staat niet in deze lijst: {_regels(len(scenario))}."
    if aside := analysis.set_aside:
        yield (
            f"Niet relevant genoemd en daarom niet getekend: {_findings(len(aside))}. Ze staan met de reden onder de "
            "bevindingen."
        )
    if not (undated or vague or network or scenario or aside):
        yield "Er is niets weggelaten."
    if lacking := sorted(_lacking(case)):
        codes = ", ".join(f"U+{ord(char):04X}" for char in lacking[:MOST_CODES])
        more = f" en {len(lacking) - MOST_CODES} andere" if len(lacking) > MOST_CODES else ""
        yield f"Tekens die het lettertype niet kent, staan er als een leeg vakje: {codes}{more}."


def _lacking(case: Case) -> frozenset[str]:
    texts = (
        plain(text) for e in case.entries for text in (e.title, e.details, e.goal, e.outcome) if not text.isascii()
    )
    passages = (plain(citation.passage) for e in case.entries for citation in e.citations)
    return missing("".join((*texts, *passages)))


def _known(case: Case, ids: Sequence[str]) -> list[Entry]:
    return [case.entries_by_id[id_] for id_ in ids if id_ in case.entries_by_id]


def _regels(count: int) -> str:
    return f"{count} regel" if count == 1 else f"{count} regels"


def _findings(count: int) -> str:
    return f"{count} bevinding" if count == 1 else f"{count} bevindingen"


def _named(entries: Sequence[Entry]) -> str:
    return "; ".join(plain(title_of(entry)) for entry in entries) + "."
