"""The scenarios of the example: shipped as data that names entries and persons by their words."""

from __future__ import annotations

import json
from typing import Any

from tijdlijn.assets import resource
from tijdlijn.model.casebook import Case
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.services.changes import Batch
from tijdlijn.services.ids import new_id


def example_scenarios(case: Case) -> Batch:
    """The scenarios of the example with what came in the place of what, for its case."""
    shipped: list[dict[str, Any]] = json.loads(resource("example", "scenarios.json").read_text("utf-8"))
    happened = {entry.title: entry.id for entry in case.entries if not entry.scenario}
    imagined = {(entry.scenario, entry.title): entry.id for entry in case.entries}
    persons = {person.name: person.id for person in case.persons}
    links = [
        Link(new_id(), LinkKind.IN_SCENARIO, happened[was], imagined[told["name"], would])
        for told in shipped
        for was, would in told["pairs"]
    ]
    scenarios = [
        Scenario(
            new_id(),
            told["name"],
            case.bounds[happened[told["at"]]].first_day,
            happened[told["at"]],
            Likelihood(told["likelihood"]),
            told["by"],
            told["assumptions"],
            tuple(
                Effect(EffectSign(sign), persons[name] if name else "", domain, words)
                for sign, name, domain, words in told["effects"]
            ),
        )
        for told in shipped
    ]
    return Batch(scenarios=tuple(scenarios), links=tuple(links))
