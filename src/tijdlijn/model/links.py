"""Links between entries: what led to what, what came in the place of what, what was handed over to whom; and what
somebody decided about two accounts that contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What a link says. One that is drawn on the timeline reads from the earlier entry to the later: "leidt tot"."""

    LEIDT_TOT = "leidt_tot"
    VERVANGEN_DOOR = "vervangen_door"
    OVERGEDRAGEN_AAN = "overgedragen_aan"
    GEVOLGD_BOVEN = "gevolgd_boven"
    """From the account that is followed to the one that is kept beside it."""
    ANDERE_GEBEURTENIS = "andere_gebeurtenis"
    """The two look like accounts of one event, and are two events."""
    IN_SCENARIO = "in_scenario"
    """From what happened to what came in its place in a scenario."""

    @property
    def label(self) -> str:
        """The words between the two entries."""
        return self.value.replace("_", " ")

    @property
    def is_verdict(self) -> bool:
        """Whether it is about two accounts, and no line on the timeline."""
        return self in VERDICTS

    @property
    def is_drawn(self) -> bool:
        """Whether it is a line on the timeline that somebody can draw."""
        return self in DRAWN


VERDICTS = frozenset({LinkKind.GEVOLGD_BOVEN, LinkKind.ANDERE_GEBEURTENIS})
DRAWN = (LinkKind.LEIDT_TOT, LinkKind.VERVANGEN_DOOR, LinkKind.OVERGEDRAGEN_AAN)
"""What somebody can say by drawing a link from one entry to another."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that somebody drew from one entry to another of the same case."""

    id: str
    kind: LinkKind
    from_id: str
    to_id: str
