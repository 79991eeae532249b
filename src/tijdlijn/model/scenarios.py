"""Another course of a life from some moment on (referentieaanpak): what would most likely have happened, and what that
would have meant for whom (design 1, Effectencalculator).

The rule: what belongs to a scenario did not happen. Its entries carry its name (`Entry.scenario`); a link tells of
which entry that did happen one is the counterpart (`LinkKind.IN_SCENARIO`). A name that entries carry and no scenario
has, as of a table that was read in, is a scenario of which nothing else is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum


class Likelihood(StrEnum):
    """How likely somebody holds a course to be."""

    MEEST = "meest"
    MINDER = "minder"

    @property
    def label(self) -> str:
        return f"{self.value} waarschijnlijk"


class EffectSign(StrEnum):
    """How somebody would have fared in a scenario, beside what happened."""

    BETER = "beter"
    GELIJK = "gelijk"
    SLECHTER = "slechter"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a scenario would have meant for a person (empty: the family) in a life domain (empty: on the whole)."""

    sign: EffectSign
    person_id: str = ""
    domain: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario: `branches` is the day from which it differs from what happened, None while nobody chose one;
    `entry_id` the entry at which it branches off, which may be empty. `by` is who says so. Names are unique in a case.
    """

    id: str
    name: str
    branches: Day | None = None
    entry_id: str = ""
    likelihood: Likelihood = Likelihood.MEEST
    by: str = ""
    assumptions: str = ""
    effects: tuple[Effect, ...] = ()
