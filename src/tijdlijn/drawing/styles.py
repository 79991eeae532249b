"""Themes: what a style name looks like on screen (light, dark), on the projector, in print, in black and white.

Style names are by use, never by colour. Translucent colours are mixed beforehand: a translucent fill costs a
renderer forty times an opaque one, and prints differently on every machine. Lane colours are safe for the common
forms of colour blindness (they differ in lightness as well as hue) and no sign depends on colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanted lines (45 degrees, rising to the right) `spacing` points apart over a shape's fill."""

    colour: str
    spacing: float = 6.0
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Style:
    """Colours as `#rrggbb`; `width` and `dash` in points belong to the stroke. For text, `fill` is the colour."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.6
    dash: tuple[float, ...] = ()
    hatch: Hatch | None = None


Theme = Mapping[str, Style]
