"""What a case is read with, and how it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass, fields


class CaseError(ValueError):
    """A snapshot would break an invariant; the message names the record's kind and id, never its content."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """The thresholds of the analyses (design 2), kept per case. All in days, except the two counts."""

    gap_min_days: int = 61
    silence_min_days: int = 183
    pressure_window: int = 42
    pressure_min_parties: int = 4
    pressure_min_actions: int = 6

    def __post_init__(self) -> None:
        if min(getattr(self, one.name) for one in fields(self)) < 1:
            raise CaseError("parameters")


USUAL = Parameters()


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case as it stands in a list: without its content."""

    id: str
    title: str
    code: str
    entries: int
