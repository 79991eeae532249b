"""What people decide about what the program works out: findings that were discussed, expected events that were taken
over or not; and what care costs.

The rule: what is worked out is never stored. Only what somebody said of it is, with the words it had then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import Payer


class Judgement(StrEnum):
    """What somebody says of a finding."""

    BESPROKEN = "besproken"
    NIET_RELEVANT = "niet_relevant"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class FindingMark:
    """What somebody said of a finding, and why.

    `finding_id` and the rest say which finding it was, so that it is known again when an edit moves it a little: its
    kind (a code), the person it is about (empty: the family), its first and last day, and the sentence it had.
    """

    id: str
    finding_id: str
    judgement: Judgement
    reason: str = ""
    on: Day | None = None
    kind: str = ""
    person_id: str = ""
    first_day: Day | None = None
    last_day: Day | None = None
    words: str = ""


class Uptake(StrEnum):
    """What somebody did with an expected event that was proposed."""

    ACCEPTED = "aanvaard"
    DISMISSED = "afgewezen"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An expected event that was proposed, and what somebody did with it. `rule_id` says which proposal it was;
    `entry_id` is the entry that came of it."""

    id: str
    rule_id: str
    verdict: Uptake
    entry_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListedRate:
    """A line of a casebook's own table of rates: what something costs, of which year that is and who says so."""

    name: str
    rate: Rate
    payer: Payer | None = None
    year: int | None = None
    source: str = ""
