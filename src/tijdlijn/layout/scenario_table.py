"""A scenario beside what happened in words: figures, costs, effects and differences, for panel and paper alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tijdlijn.analysis.certainty import Range, Status
from tijdlijn.analysis.scenario_figures import Compared, Figure
from tijdlijn.analysis.scenarios import Difference, Differs
from tijdlijn.language.date_words import write_duration
from tijdlijn.layout.beside import SIGNS
from tijdlijn.model.casebook import Case
from tijdlijn.model.scenarios import Effect, EffectSign

EFFECT_SIGNS = {EffectSign.BETER: "↑", EffectSign.GELIJK: "=", EffectSign.SLECHTER: "↓", EffectSign.ONBEKEND: "?"}
COSTS = "Kosten vanaf de aftakking"
NOTE = (
    "Gerekend over het hele verloop, dat tot de aftakking hetzelfde is. Na de aftakking telt alleen wat in het "
    "scenario staat: wat niemand invulde, telt als niet gebeurd."
)
COST_NOTE = "De kosten zijn van wat niet in beide hetzelfde liep, en volgen uit de bedragen bij de regels."
FIELD_WORDS = {
    "date": "datum",
    "kind": "soort",
    "title": "omschrijving",
    "person_ids": "wie",
    "party_ids": "partij",
    "worker_ids": "medewerker",
    "kader": "kader",
    "weight": "zwaarte",
    "form": "vorm",
    "aimed_at": "gericht op",
    "domains": "leefgebied",
    "schakelmoment": "schakelmoment",
    "goal": "doel",
    "voice": "wiens verhaal",
    "cost_cents": "kosten",
    "rate": "tarief",
    "payer": "betaler",
}
"""What is otherwise, by the field of an entry."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison: what it is of, what happened, the scenario, and what that comes down to."""

    words: str
    actual: str
    scenario: str
    verdict: str


def compared_lines(compared: Compared) -> tuple[Line, ...]:
    """The figures of a comparison, and its costs when anything has a price."""
    lines = [
        Line(one.words, _said(one, one.actual), _said(one, one.scenario), verdict_words(one))
        for one in compared.figures
        if one.actual != (0, 0) or one.scenario != (0, 0)
    ]
    first, second = compared.costs.first, compared.costs.second
    if first.total[1] or second.total[1]:
        lines.append(Line(COSTS, euros(first.total), euros(second.total), _saved(compared)))
    return tuple(lines)


def verdict_words(figure: Figure) -> str:
    """`↓ minder`, `↑ mogelijk meer`, `= gelijk`, or that it cannot be said."""
    word, how_sure = figure.verdict
    if how_sure is None:
        return "niet te zeggen"
    sign = {"minder": "↓", "meer": "↑", "gelijk": "="}[word]
    return f"{sign} {word}" if how_sure is Status.ZEKER else f"{sign} mogelijk {word}"


def euros(cents: Range) -> str:
    """Whole euros from least to most: "€ 1.200", "€ 1.200 – 1.500"."""
    least, most = (f"{round(amount / 100):,}".replace(",", ".").replace("-", "−") for amount in cents)
    return f"€ {least}" if least == most else f"€ {least} – {most}"


def difference_summary(differences: Sequence[Difference]) -> str:
    """How many of each: "× 41 niet · + 3 extra · ← 3 eerder". What may be is counted with what is."""
    counts = Counter(one.what for one in differences)
    return " · ".join(f"{SIGNS[what]} {counts[what]} {what.value}" for what in Differs if counts[what])


def otherwise(difference: Difference) -> str:
    """A difference in words, with how much it is: "3 weken later", "mogelijk korter", "anders: vorm, kader"."""
    if difference.fields:
        named = ", ".join(FIELD_WORDS.get(name, name) for name in difference.fields)
        return f"{difference.words}: {named}"
    days = difference.days
    if days is None or difference.status is not Status.ZEKER:
        return difference.words
    least, most = sorted(abs(day) for day in days)
    about = write_duration(least)
    return f"{about} {difference.words}" if least == most else f"{about} tot {write_duration(most)} {difference.words}"


def effect_words(case: Case, effect: Effect) -> tuple[str, str, str]:
    """About whom, in which life domain, and how: "Lotte", "onderwijs", "↑ beter"."""
    person = case.persons_by_id.get(effect.person_id)
    sign = f"{EFFECT_SIGNS[effect.sign]} {effect.sign.value}"
    return person.name if person else "hele gezin", effect.domain or "in het geheel", sign


def _said(figure: Figure, amount: Range) -> str:
    if not figure.unit:
        least, most = amount
        return str(least) if least == most else f"{least} – {most}"
    least_said, most_said = (write_duration(days) if days else "geen" for days in amount)
    return least_said if least_said == most_said else f"{least_said} tot {most_said}"


def _saved(compared: Compared) -> str:
    low, high = compared.costs.difference
    percentage = compared.costs.percentage
    part = ""
    if percentage is not None:
        ends = [f"{abs(one):.0f}%" for one in percentage]
        part = f" ({ends[0]})" if ends[0] == ends[1] else f" ({ends[0]} tot {ends[1]})"
    if low == high == 0:
        return "= gelijk"
    if low >= 0:
        return f"↓ {euros((low, high))} minder{part}"
    if high <= 0:
        return f"↑ {euros((-high, -low))} meer{part}"
    return "niet te zeggen"
