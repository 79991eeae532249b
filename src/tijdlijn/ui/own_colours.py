"""The colours that somebody chose instead of the program's own, as the settings keep them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor

from tijdlijn.drawing.styles import COLOUR_NAMES, LANE_COLOURS, PERSON_COLOURS, SIGN_COLOURS

GROUP = "eigenkleuren"
PERSONS = {f"persoon{index}": colour for index, colour in enumerate(PERSON_COLOURS)}
DEFAULTS: Mapping[str, str] = MappingProxyType({**LANE_COLOURS, **PERSONS, **SIGN_COLOURS})
"""The colours of the program, by names of `styles.COLOUR_NAMES`."""


def kept(settings: QSettings) -> dict[str, str]:
    """The colours that were chosen before; what is no colour or no name of one is left out."""
    found = {name: str(settings.value(f"{GROUP}/{name}", "")) for name in COLOUR_NAMES}
    return {name: colour for name, text in found.items() if (colour := read(text)) and colour != DEFAULTS[name]}


def keep(settings: QSettings, chosen: Mapping[str, str]) -> None:
    """Keep chosen colours for the next time, and forget others."""
    settings.remove(GROUP)
    for name, colour in chosen.items():
        settings.setValue(f"{GROUP}/{name}", colour)


def read(text: str) -> str:
    """A colour as it was typed, as `#rrggbb`; nothing when it is none."""
    typed = text.strip().lower()
    colour = QColor(typed if typed.startswith("#") else f"#{typed}")
    return colour.name() if colour.isValid() else ""
