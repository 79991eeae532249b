"""The colours that every other colour is made of: of lanes, of the children's age rulers, of signs.

A user can give each of these another; what goes with it is made from it (`drawing.styles`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LANE_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "leven": "#3d5e85",
        "wonen": "#836d37",
        "vragen": "#bd7a00",
        "betrokken": "#34455a",
        "hulp": "#1f8a70",
        "wachten": "#808c9a",
        "besluiten": "#472b82",
        "maatregel": "#96206c",
        "uithuis": "#c41c23",
    }
)
"""The colour of each lane by kind on a light ground; people and parties reuse them by the kind of the entry."""

DARK_LANE_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "leven": "#88a9d2",
        "wonen": "#d9b48f",
        "vragen": "#efdd84",
        "betrokken": "#7f8b99",
        "hulp": "#6fc3b9",
        "wachten": "#d5d9ea",
        "besluiten": "#9a5fc8",
        "maatregel": "#dd74bb",
        "uithuis": "#e26248",
    }
)
"""The same on a dark ground, chosen anew: colours that are only lifted grow too much alike."""

PERSON_COLOURS: tuple[str, ...] = ("#3d5e85", "#1f8a70", "#bd7a00", "#472b82", "#96206c", "#836d37")
"""Age rulers of the focus children, oldest first."""

SIGN_COLOURS: Mapping[str, str] = MappingProxyType(
    {"schakel": "#1f2933", "gat": "#727d89", "pan": "#c8500f", "vandaag": "#1d5fa8"}
)
"""The signs that are not of a lane: schakelmomenten, gaps, snelkookpannen, the reference day; on a light ground."""

COLOUR_NAMES: tuple[str, ...] = (*LANE_COLOURS, *(f"persoon{i}" for i in range(len(PERSON_COLOURS))), *SIGN_COLOURS)
"""What a user can give a colour of their own."""
