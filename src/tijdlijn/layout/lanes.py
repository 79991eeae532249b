"""Which lanes there are and what lies in each. Lanes by kind are data; an empty lane stays, for it tells something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal strip: `key` is the prefix of its styles, `empty` is said when nothing lies in it."""

    key: str
    name: str
    kinds: frozenset[Kind]
    empty: str


LANES: tuple[Lane, ...] = (
    Lane("leven", "Leven", frozenset({Kind.GEBEURTENIS, Kind.DIAGNOSE, Kind.VERWACHT}), "geen gebeurtenissen"),
    Lane("wonen", "Wonen en school", frozenset({Kind.WONEN, Kind.SCHOOL}), "niets bekend"),
    Lane("vragen", "Vragen en signalen", frozenset({Kind.HULPVRAAG, Kind.SIGNAAL}), "geen vragen of signalen"),
    Lane("betrokken", "Betrokken", frozenset({Kind.BEMOEIENIS, Kind.CONTACT}), "niemand betrokken"),
    Lane("hulp", "Hulp", frozenset({Kind.INTERVENTIE}), "geen hulp"),
    Lane("wachten", "Wachten", frozenset({Kind.WACHTTIJD}), "geen wachttijden"),
    Lane(
        "besluiten",
        "Besluiten en acties",
        frozenset({Kind.ACTIE, Kind.BESLUIT, Kind.ULTIMATUM, Kind.OVERDRACHT}),
        "geen besluiten of acties",
    ),
    Lane("maatregel", "Maatregelen en beschikkingen", frozenset({Kind.MAATREGEL, Kind.BESCHIKKING}), "geen"),
    Lane("uithuis", "Uit huis", frozenset({Kind.UITHUISPLAATSING}), "niet uit huis geplaatst"),
)
"""The lanes by kind, from top to bottom; every kind lies in exactly one."""

LANE_OF: dict[Kind, Lane] = {kind: lane for lane in LANES for kind in lane.kinds}
"""The lane of each kind."""


def divided(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by lane key, each list in the order given; every lane has a list."""
    lanes: dict[str, list[Entry]] = {lane.key: [] for lane in LANES}
    for entry in entries:
        lanes[LANE_OF[entry.kind].key].append(entry)
    return lanes


def shared_rows(demands: Sequence[int], available: int, least: int = 1) -> list[int]:
    """Rows for each lane: its demand when all fit, else the same upper limit for all (water filling).

    Every lane keeps `least` rows, or its demand when that is smaller, also when that exceeds `available`.
    """
    rows = [min(max(demand, 1), least) for demand in demands]
    left = available - sum(rows)
    while left > 0:
        wanting = [index for index, demand in enumerate(demands) if rows[index] < demand]
        if not wanting:
            break
        lowest = min(rows[index] for index in wanting)
        for index in [i for i in wanting if rows[i] == lowest][:left]:
            rows[index] += 1
            left -= 1
    return rows
