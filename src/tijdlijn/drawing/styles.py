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

LANE_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "leven": "#4c6a92",
        "wonen": "#80603a",
        "vragen": "#a87400",
        "betrokken": "#5d6d84",
        "hulp": "#1b7f79",
        "wachten": "#8793a1",
        "besluiten": "#6b4fa0",
        "maatregel": "#96346f",
        "uithuis": "#b3261e",
    }
)
"""The colour of each lane by kind; people and parties reuse them by the kind of the entry."""

PERSON_COLOURS: tuple[str, ...] = ("#4c6a92", "#1b7f79", "#a87400", "#6b4fa0", "#96346f", "#80603a")
"""Age rulers of the focus children, oldest first."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """The neutral colours of one theme."""

    paper: str
    band: str
    ink: str
    soft: str
    faint: str
    rule: str
    hatch: str
    gap: str
    warm: str
    warm_ink: str
    alarm: str
    accent: str
    lift: float = 0.0
    """How far lane colours are moved towards the ink, for dark grounds."""


_LIGHT = _Ground(
    paper="#ffffff", band="#f7f9fb", ink="#1f2933", soft="#52606d", faint="#7b8794", rule="#e4e7eb",
    hatch="#ccd3dc", gap="#f1f3f6", warm="#fdebdd", warm_ink="#8a3505", alarm="#c8500f", accent="#1d5fa8",
)  # fmt: skip
_DARK = _Ground(
    paper="#14181d", band="#191f26", ink="#edf1f5", soft="#aab6c2", faint="#8592a0", rule="#2b343e",
    hatch="#3b4753", gap="#1d242c", warm="#3d2416", warm_ink="#ffb98a", alarm="#ff8a4c", accent="#6fb1ff",
    lift=0.28,
)  # fmt: skip
_PRINT = _Ground(
    paper="#ffffff", band="#ffffff", ink="#15191d", soft="#414b55", faint="#66717d", rule="#d3d8de",
    hatch="#b9c1ca", gap="#ffffff", warm="#fdebdd", warm_ink="#7a2e08", alarm="#b8430a", accent="#1d5fa8",
)  # fmt: skip
_BLACK = "#000000"


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it, as `#rrggbb`."""
    pairs = zip((colour[1:3], colour[3:5], colour[5:7]), (other[1:3], other[3:5], other[5:7]), strict=True)
    return "#" + "".join(f"{round(int(a, 16) * (1 - share) + int(b, 16) * share):02x}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour[1:3]) + 0.7152 * linear(colour[3:5]) + 0.0722 * linear(colour[5:7])


def _on(fill: str, ground: _Ground) -> str:
    """Ink or white, whichever reads best on a fill."""
    dark = ground.ink if contrast(ground.ink, "#ffffff") > contrast(ground.ink, _BLACK) else ground.paper
    return max("#ffffff", dark, key=lambda colour: contrast(colour, fill))


def _lane_styles(name: str, base: str, ground: _Ground) -> dict[str, Style]:
    colour = mixed(base, "#ffffff", ground.lift)
    faded = mixed(colour, ground.paper, 0.72)
    return {
        f"{name}.strip": Style(fill=colour),
        f"{name}.sure": Style(fill=colour),
        f"{name}.possible": Style(fill=faded, hatch=Hatch(mixed(colour, ground.paper, 0.45), 4.0, 0.7)),
        f"{name}.mark": Style(fill=colour),
        f"{name}.hollow": Style(fill=ground.paper, stroke=colour, width=1.2),
        f"{name}.bracket": Style(stroke=colour, width=1.0),
        f"{name}.inside": Style(fill=_on(colour, ground)),
        f"{name}.preview": Style(fill=faded, stroke=colour, width=1.2, dash=(3.0, 2.0)),
    }


def _person_styles(ground: _Ground) -> dict[str, Style]:
    styles: dict[str, Style] = {}
    for index, base in enumerate(PERSON_COLOURS):
        colour = mixed(base, "#ffffff", ground.lift)
        styles |= {
            f"person{index}.even": Style(fill=mixed(colour, ground.paper, 0.84)),
            f"person{index}.odd": Style(fill=mixed(colour, ground.paper, 0.74)),
            f"person{index}.text": Style(fill=mixed(colour, ground.ink, 0.35)),
        }
    return styles


def _neutral_styles(ground: _Ground) -> dict[str, Style]:
    return {
        "paper": Style(fill=ground.paper),
        "lane.even": Style(fill=ground.paper),
        "lane.odd": Style(fill=ground.band),
        "lane.rule": Style(stroke=ground.rule, width=0.8),
        "lane.heading": Style(fill=mixed(ground.rule, ground.paper, 0.35)),
        "lane.name": Style(fill=ground.ink),
        "lane.note": Style(fill=ground.faint),
        "halo.even": Style(fill=ground.paper),
        "halo.odd": Style(fill=ground.band),
        "title": Style(fill=ground.ink),
        "label": Style(fill=ground.ink),
        "label.soft": Style(fill=ground.soft),
        "label.faint": Style(fill=ground.faint),
        "label.dimmed": Style(fill=mixed(ground.faint, ground.paper, 0.35)),
        "card": Style(fill=ground.paper, stroke=ground.rule, width=0.8),
        "rule": Style(stroke=ground.rule, width=0.6),
        "rule.strong": Style(stroke=ground.soft, width=0.8),
        "axis.line": Style(stroke=ground.soft, width=0.8),
        "axis.tick": Style(stroke=mixed(ground.soft, ground.paper, 0.35), width=0.7),
        "axis.year": Style(fill=ground.ink),
        "axis.month": Style(fill=ground.soft),
        "grid.year": Style(stroke=ground.rule, width=0.7),
        "grid.month": Style(stroke=mixed(ground.rule, ground.paper, 0.5), width=0.5),
        "schakel.mark": Style(fill=ground.ink),
        "schakel.line": Style(stroke=ground.soft, width=0.9, dash=(1.4, 2.2)),
        "schakel.extent": Style(fill=mixed(ground.soft, ground.paper, 0.91)),
        "schakel.label": Style(fill=ground.ink),
        "today.line": Style(stroke=ground.accent, width=1.0),
        "today.label": Style(fill=ground.accent),
        "alarm": Style(fill=ground.alarm),
        "confidential": Style(fill=mixed("#b3261e", "#ffffff", ground.lift)),
        "accent": Style(fill=ground.accent),
    }


def _finding_styles(ground: _Ground) -> dict[str, Style]:
    return {
        "gap.zeker": Style(fill=ground.gap, hatch=Hatch(ground.hatch, 7.0, 0.9)),
        "gap.mogelijk": Style(hatch=Hatch(ground.hatch, 14.0, 0.6)),
        "gap.edge": Style(stroke=ground.hatch, width=0.7, dash=(3.0, 2.5)),
        "gap.chip": Style(fill=ground.paper, stroke=ground.faint, width=0.8),
        "gap.chip.mogelijk": Style(fill=ground.paper, stroke=ground.faint, width=0.8, dash=(2.5, 2.0)),
        "gap.text": Style(fill=ground.ink),
        "stil.chip": Style(fill=mixed(ground.faint, ground.paper, 0.8), stroke=ground.faint, width=0.6),
        "stil.text": Style(fill=ground.ink),
        "pan.zeker": Style(fill=ground.warm),
        "pan.mogelijk": Style(fill=mixed(ground.warm, ground.paper, 0.5)),
        "pan.edge": Style(stroke=ground.alarm, width=1.2),
        "pan.edge.mogelijk": Style(stroke=ground.alarm, width=0.8, dash=(2.5, 2.0)),
        "pan.chip": Style(fill=mixed(ground.warm, ground.paper, 0.35), stroke=ground.alarm, width=1.0),
        "pan.chip.mogelijk": Style(fill=ground.paper, stroke=ground.alarm, width=0.8, dash=(2.5, 2.0)),
        "pan.text": Style(fill=ground.warm_ink),
        "wave.sure": Style(fill=mixed(mixed("#1b7f79", "#ffffff", ground.lift), ground.paper, 0.55)),
        "wave.possible": Style(fill=mixed(mixed("#1b7f79", "#ffffff", ground.lift), ground.paper, 0.82)),
        "wave.line": Style(stroke=mixed("#1b7f79", "#ffffff", ground.lift), width=1.0),
        "bundle": Style(fill=ground.soft),
        "bundle.text": Style(fill=ground.paper),
        "bundle.bracket": Style(stroke=ground.soft, width=0.9),
        "selected": Style(stroke=ground.accent, width=1.8),
        "selected.fill": Style(fill=mixed(ground.accent, ground.paper, 0.86)),
        "hovered": Style(stroke=mixed(ground.accent, ground.paper, 0.4), width=1.2),
        "overview.entry": Style(fill=mixed(ground.soft, ground.paper, 0.35)),
        "overview.shade": Style(fill=mixed(ground.faint, ground.paper, 0.86)),
        "overview.window": Style(stroke=ground.accent, width=1.4),
    }


def _theme(ground: _Ground) -> Theme:
    styles = _neutral_styles(ground) | _finding_styles(ground) | _person_styles(ground)
    for name, colour in LANE_COLOURS.items():
        styles |= _lane_styles(name, colour, ground)
    return MappingProxyType(styles)


def _grey(style: Style) -> Style:
    def tone(colour: str | None) -> str | None:
        if colour is None:
            return None
        level = round(255 * (_luminance(colour) ** (1 / 2.2)))
        return f"#{level:02x}{level:02x}{level:02x}"

    hatch = style.hatch and Hatch(tone(style.hatch.colour) or _BLACK, style.hatch.spacing, style.hatch.width)
    return Style(tone(style.fill), tone(style.stroke), style.width, style.dash, hatch)


LIGHT: Theme = _theme(_LIGHT)
DARK: Theme = _theme(_DARK)
PRINT: Theme = _theme(_PRINT)
PRINT_BW: Theme = MappingProxyType({name: _grey(style) for name, style in PRINT.items()})


def scaled(theme: Theme, factor: float) -> Theme:
    """The same colours with every line, dash and hatch `factor` times as large, for a larger sheet."""

    def larger(style: Style) -> Style:
        hatch = style.hatch and Hatch(style.hatch.colour, style.hatch.spacing * factor, style.hatch.width * factor)
        dash = tuple(part * factor for part in style.dash)
        return Style(style.fill, style.stroke, style.width * factor, dash, hatch)

    return theme if factor == 1 else MappingProxyType({name: larger(style) for name, style in theme.items()})
