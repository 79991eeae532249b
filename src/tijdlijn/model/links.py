"""Links between entries: what led to what, what came in the place of what, what was handed over to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What a link says. It reads from the earlier entry to the later: "leidt tot"."""

    LEIDT_TOT = "leidt_tot"
    VERVANGEN_DOOR = "vervangen_door"
    OVERGEDRAGEN_AAN = "overgedragen_aan"

    @property
    def label(self) -> str:
        """The words between the two entries."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Link:
    """A link that somebody drew from one entry to another of the same case."""

    id: str
    kind: LinkKind
    from_id: str
    to_id: str
