"""Scenarios, what was said of findings, and expected events: rows of the file and back. And the table of rates.

The rule: lists within a record are JSON in its own row, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tijdlijn.model.entries import Rate
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.model.understanding import FindingMark, Foreseen, Judgement, ListedRate, Uptake
from tijdlijn.model.vocabulary import Payer, RateUnit

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

Values = dict[str, Any]

COLUMNS = {
    "scenarios": "id, name, branches, entry_id, likelihood, told_by, assumptions, effects",
    "finding_marks": "id, finding_id, judgement, reason, on_day, kind, person_id, first_day, last_day, words",
    "foreseen": "id, rule_id, verdict, entry_id, reason",
}
"""The fields of each table in the order in which they are read."""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# Records to rows


def scenario_row(scenario: Scenario) -> Values:
    effects = [[one.sign.value, one.person_id, one.domain, one.words] for one in scenario.effects]
    return {
        "name": scenario.name,
        "branches": _iso(scenario.branches),
        "entry_id": scenario.entry_id,
        "likelihood": scenario.likelihood.value,
        "told_by": scenario.by,
        "assumptions": scenario.assumptions,
        "effects": json.dumps(effects, ensure_ascii=False, separators=(",", ":")),
    }


def mark_row(mark: FindingMark) -> Values:
    return {
        "finding_id": mark.finding_id,
        "judgement": mark.judgement.value,
        "reason": mark.reason,
        "on_day": _iso(mark.on),
        "kind": mark.kind,
        "person_id": mark.person_id,
        "first_day": _iso(mark.first_day),
        "last_day": _iso(mark.last_day),
        "words": mark.words,
    }


def foreseen_row(foreseen: Foreseen) -> Values:
    return {
        "rule_id": foreseen.rule_id,
        "verdict": foreseen.verdict.value,
        "entry_id": foreseen.entry_id,
        "reason": foreseen.reason,
    }


# Rows to records


def _scenario(row: Sequence[Any]) -> Scenario:
    id_, name, branches, entry_id, likelihood, by, assumptions, effects = row
    return Scenario(
        id_,
        name,
        _day(branches),
        entry_id,
        Likelihood(likelihood),
        by,
        assumptions,
        tuple(Effect(EffectSign(sign), person, domain, words) for sign, person, domain, words in json.loads(effects)),
    )


def _mark(row: Sequence[Any]) -> FindingMark:
    id_, finding_id, judgement, reason, on, kind, person_id, first, last, words = row
    return FindingMark(
        id_, finding_id, Judgement(judgement), reason, _day(on), kind, person_id, _day(first), _day(last), words
    )


def _foreseen(row: Sequence[Any]) -> Foreseen:
    id_, rule_id, verdict, entry_id, reason = row
    return Foreseen(id_, rule_id, Uptake(verdict), entry_id, reason)


MAKE: dict[str, Callable[[Sequence[Any]], Any]] = {
    "scenarios": _scenario,
    "finding_marks": _mark,
    "foreseen": _foreseen,
}


# The table of rates, which belongs to the casebook


def listed_rates(raw: Any) -> tuple[ListedRate, ...]:
    """The lines of the table of rates, in their order."""
    found = raw.execute("SELECT name, rate_cents, rate_unit, payer, year, source FROM listed_rates ORDER BY row")
    return tuple(
        ListedRate(name, Rate(cents, RateUnit(unit)), Payer(payer) if payer else None, year, source)
        for name, cents, unit, payer, year, source in found
    )


def keep_listed_rates(connection: Connection, wanted: Sequence[ListedRate]) -> None:
    """Have these lines from now on, and no others."""
    connection.exec_driver_sql("DELETE FROM listed_rates")
    for line in wanted:
        connection.exec_driver_sql(
            "INSERT INTO listed_rates (name, rate_cents, rate_unit, payer, year, source) VALUES (?, ?, ?, ?, ?, ?)",
            (line.name, line.rate.cents, line.rate.unit.value, line.payer, line.year, line.source),
        )
