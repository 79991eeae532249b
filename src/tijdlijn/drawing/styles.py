"""Themes: what a style name looks like on screen (light, dark, projector, patterns) and in print.

Style names are by use, never by colour; `drawing.grounds` says of each what it lies on. Translucent colours are mixed
beforehand: a translucent fill costs a renderer forty times an opaque one, and prints differently on every machine. Lane
colours are safe for the common forms of colour blindness (they differ in lightness as well as hue) and no sign depends
on colour alone. From one base colour all that goes with it is made, so that a colour somebody chose stays legible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tijdlijn.drawing.base_colours import COLOUR_NAMES as COLOUR_NAMES
from tijdlijn.drawing.base_colours import DARK_LANE_COLOURS as DARK_LANE_COLOURS
from tijdlijn.drawing.base_colours import LANE_COLOURS as LANE_COLOURS
from tijdlijn.drawing.base_colours import PERSON_COLOURS as PERSON_COLOURS
from tijdlijn.drawing.base_colours import SIGN_COLOURS as SIGN_COLOURS
from tijdlijn.drawing.colours import contrast as contrast
from tijdlijn.drawing.colours import legible, luminance
from tijdlijn.drawing.colours import mixed as mixed


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


@dataclass(frozen=True, slots=True)
class _Ground:
    """The neutral colours of one theme, and the colours that its lanes begin with."""

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
    wave: str = "#1f8a70"
    confidential: str = "#b3261e"
    lanes: Mapping[str, str] = field(default_factory=lambda: LANE_COLOURS)
    persons: tuple[str, ...] = PERSON_COLOURS
    schakel: str = ""
    gap_edge: str = "#727d89"
    phases: tuple[str, str] = ("#fdf9ec", "#faf9f2")
    """The tint of a phase on each of the two grounds: another hue and never a stronger tone than these have, so that
    whatever reads on both reads on a phase as well."""
    phase_strip: str = "#f3ecd8"
    lift: float = 0.0
    """How far colours of a light ground are moved towards white, for dark grounds."""

    @property
    def grounds(self) -> tuple[str, ...]:
        """What entries lie on."""
        return self.paper, self.band

    @property
    def behind(self) -> tuple[str, ...]:
        """Everything that a line through all lanes may lie on."""
        bands = self.gap, self.warm, mixed(self.warm, self.paper, 0.5)
        veils = (
            mixed(self.soft, self.paper, 0.91),
            mixed(self.faint, self.paper, 0.8),
            mixed(self.accent, self.paper, 0.86),
        )
        ages = (mixed(colour, self.paper, share) for colour in self.persons for share in (0.84, 0.74))
        return (*self.grounds, *bands, *veils, *ages)


_LIGHT = _Ground(
    paper="#ffffff", band="#f7f9fb", ink="#1f2933", soft="#52606d", faint="#5b6673", rule="#e4e7eb",
    hatch="#ccd3dc", gap="#f1f3f6", warm="#fdebdd", warm_ink="#8a3505", alarm="#c8500f", accent="#1d5fa8",
)  # fmt: skip
_DARK = _Ground(
    paper="#14181d", band="#191f26", ink="#edf1f5", soft="#aab6c2", faint="#8d9aa8", rule="#2b343e",
    hatch="#3b4753", gap="#1d242c", warm="#3d2416", warm_ink="#ffb98a", alarm="#ff8a4c", accent="#6fb1ff",
    wave="#5aa692", confidential="#ff8f85", lanes=DARK_LANE_COLOURS, gap_edge="#75828f", lift=0.34,
    phases=("#201c14", "#1f1d17"), phase_strip="#39321f",
)  # fmt: skip
_PROJECTOR = _Ground(
    paper="#ffffff", band="#f2f4f7", ink="#000000", soft="#1f2933", faint="#3a4550", rule="#c3cad2",
    hatch="#9aa5b1", gap="#e6e9ed", warm="#ffdcc0", warm_ink="#5c2100", alarm="#9c3600", accent="#003f8a",
    wave="#0b5c49", confidential="#9b0f0f", gap_edge="#59646f", lift=-0.22,
    phases=("#fcf4e3", "#f7f4ea"), phase_strip="#ecdfc0",
)  # fmt: skip
_PRINT = _Ground(
    paper="#ffffff", band="#ffffff", ink="#15191d", soft="#414b55", faint="#58636f", rule="#d3d8de",
    hatch="#b9c1ca", gap="#ffffff", warm="#fdebdd", warm_ink="#7a2e08", alarm="#b8430a", accent="#1d5fa8",
    phases=("#ffffff", "#ffffff"),
)  # fmt: skip
_BLACK = "#000000"
_TEXT, _SIGN = 4.5, 3.0


def _on(fill: str, ground: _Ground) -> str:
    """The ink of the theme, black or white: what reads best on a fill, the ink when it reads well enough."""
    if contrast(ground.ink, fill) >= _TEXT:
        return ground.ink
    return max("#ffffff", ground.paper, _BLACK, key=lambda colour: contrast(colour, fill))


def _lifted(base: str, ground: _Ground) -> str:
    """A colour of a light ground as it is on this one, so that it is seen on it."""
    return mixed(base, "#ffffff" if ground.lift > 0 else _BLACK, abs(ground.lift))


def _lane_styles(name: str, base: str, ground: _Ground) -> dict[str, Style]:
    colour = legible(base, ground.grounds, _SIGN)
    faded = mixed(colour, ground.paper, 0.72)
    lines = legible(mixed(colour, ground.paper, 0.3), ground.grounds, _SIGN)
    return {
        f"{name}.strip": Style(fill=colour),
        f"{name}.sure": Style(fill=colour),
        f"{name}.possible": Style(fill=faded, hatch=Hatch(lines, 4.0, 0.8)),
        f"{name}.mark": Style(fill=colour),
        f"{name}.hollow": Style(fill=ground.paper, stroke=colour, width=1.2),
        f"{name}.bracket": Style(stroke=colour, width=1.0),
        f"{name}.inside": Style(fill=_on(colour, ground)),
        f"{name}.preview": Style(fill=faded, stroke=colour, width=1.2, dash=(3.0, 2.0)),
        f"{name}.beside": Style(fill=ground.paper, stroke=lines, width=0.9, dash=(1.6, 1.4)),
        f"{name}.beside.bracket": Style(stroke=lines, width=0.9, dash=(1.6, 1.4)),
    }


def _person_styles(ground: _Ground) -> dict[str, Style]:
    styles: dict[str, Style] = {}
    for index, base in enumerate(ground.persons):
        even, odd = mixed(base, ground.paper, 0.84), mixed(base, ground.paper, 0.74)
        styles |= {
            f"person{index}.even": Style(fill=even),
            f"person{index}.odd": Style(fill=odd),
            f"person{index}.text": Style(
                fill=legible(mixed(base, ground.ink, 0.35), (even, odd, *ground.grounds), _TEXT)
            ),
        }
    return styles


def _phase_line(ground: _Ground) -> str:
    """As soft as can still be seen on the tints and in the strip."""
    return legible(mixed(ground.soft, ground.paper, 0.4), (*ground.grounds, *ground.phases, ground.phase_strip), _SIGN)


def _neutral_styles(ground: _Ground) -> dict[str, Style]:
    return {
        "paper": Style(fill=ground.paper),
        "lane.even": Style(fill=ground.paper),
        "lane.odd": Style(fill=ground.band),
        "lane.rule": Style(stroke=ground.rule, width=0.8),
        "lane.heading": Style(fill=mixed(ground.rule, ground.paper, 0.35)),
        "lane.name": Style(fill=ground.ink),
        "lane.note": Style(fill=ground.soft),
        "halo.even": Style(fill=ground.paper),
        "halo.odd": Style(fill=ground.band),
        "title": Style(fill=ground.ink),
        "label": Style(fill=ground.ink),
        "label.soft": Style(fill=ground.soft),
        "label.faint": Style(fill=ground.faint),
        "card": Style(fill=ground.paper, stroke=ground.rule, width=0.8),
        "phase.even": Style(fill=ground.phases[0]),
        "phase.odd": Style(fill=ground.phases[1]),
        "phase.strip": Style(fill=ground.phase_strip),
        "phase.line": Style(stroke=_phase_line(ground), width=0.7),
        "rule": Style(stroke=ground.rule, width=0.6),
        "rule.strong": Style(stroke=ground.soft, width=0.8),
        "axis.line": Style(stroke=ground.soft, width=0.8),
        "axis.tick": Style(stroke=mixed(ground.soft, ground.paper, 0.3), width=0.7),
        "axis.year": Style(fill=ground.ink),
        "axis.month": Style(fill=ground.soft),
        "grid.year": Style(stroke=ground.rule, width=0.7),
        "grid.month": Style(stroke=mixed(ground.rule, ground.paper, 0.5), width=0.5),
        "schakel.mark": Style(fill=ground.schakel or ground.ink),
        "schakel.line": Style(stroke=ground.schakel or ground.soft, width=0.9, dash=(1.4, 2.2)),
        "schakel.extent": Style(fill=mixed(ground.soft, ground.paper, 0.91)),
        "schakel.label": Style(fill=ground.ink),
        "today.line": Style(stroke=ground.accent, width=1.0),
        "today.label": Style(fill=ground.accent),
        "branch.line": Style(stroke=ground.soft, width=1.6),
        "branch.mark": Style(fill=ground.soft),
        "shared.before": Style(fill=mixed(ground.soft, ground.paper, 0.6)),
        "anchor.text": Style(fill=ground.paper),
        "differs": Style(stroke=legible(ground.alarm, ground.behind, _SIGN), width=1.3),
        "alarm": Style(fill=ground.alarm),
        "confidential": Style(fill=ground.confidential),
        "accent": Style(fill=ground.accent),
    }


def _under(ground: _Ground) -> tuple[str, ...]:
    """What an outline of the canvas can lie on: every lane and the bands."""
    return (*ground.grounds, ground.gap, ground.warm)


def _finding_styles(ground: _Ground) -> dict[str, Style]:
    return {
        "gap.zeker": Style(fill=ground.gap, hatch=Hatch(ground.hatch, 7.0, 0.9)),
        "gap.mogelijk": Style(hatch=Hatch(ground.hatch, 14.0, 0.6)),
        "gap.edge": Style(stroke=ground.gap_edge, width=0.7, dash=(3.0, 2.5)),
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
        "wave.sure": Style(fill=mixed(ground.wave, ground.paper, 0.55)),
        "wave.possible": Style(fill=mixed(ground.wave, ground.paper, 0.82)),
        "wave.line": Style(stroke=ground.wave, width=1.0),
        "bundle": Style(fill=ground.soft),
        "bundle.text": Style(fill=ground.paper),
        "bundle.bracket": Style(stroke=ground.soft, width=0.9),
        "selected": Style(stroke=ground.accent, width=1.8),
        "selected.fill": Style(fill=mixed(ground.accent, ground.paper, 0.86)),
        "hovered": Style(stroke=legible(mixed(ground.accent, ground.paper, 0.22), _under(ground), _SIGN), width=1.2),
        "link.drawn.fill": Style(fill=ground.accent),
        "link.computed.line": Style(stroke=mixed(ground.accent, ground.paper, 0.16), width=1.3),
        "link.computed.fill": Style(fill=mixed(ground.accent, ground.paper, 0.16)),
        "link.ground": Style(fill=ground.paper),
        "link.chip": Style(fill=ground.paper, stroke=ground.accent, width=0.9),
        "link.text": Style(fill=ground.accent),
        "overview.entry": Style(fill=mixed(ground.soft, ground.paper, 0.3)),
        "overview.shade": Style(fill=mixed(ground.faint, ground.paper, 0.86)),
        "overview.window": Style(stroke=ground.accent, width=1.4),
    }


def _theme(ground: _Ground) -> Theme:
    styles = _neutral_styles(ground) | _finding_styles(ground) | _person_styles(ground)
    for name, colour in ground.lanes.items():
        styles |= _lane_styles(name, colour, ground)
    return MappingProxyType(styles)


def _grey(style: Style) -> Style:
    def tone(colour: str | None) -> str | None:
        if colour is None:
            return None
        level = round(255 * (luminance(colour) ** (1 / 2.2)))
        return f"#{level:02x}{level:02x}{level:02x}"

    hatch = style.hatch and Hatch(tone(style.hatch.colour) or _BLACK, style.hatch.spacing, style.hatch.width)
    return Style(tone(style.fill), tone(style.stroke), style.width, style.dash, hatch)


_PATTERNS: Mapping[str, tuple[str, Hatch | None]] = MappingProxyType(
    {
        "leven": ("#565656", None),
        "wonen": ("#ececec", Hatch("#b0b0b0", 9.0, 1.1)),
        "vragen": ("#8e8e8e", None),
        "betrokken": ("#c9c9c9", None),
        "hulp": ("#2b2b2b", None),
        "wachten": ("#ffffff", None),
        "besluiten": ("#6e6e6e", None),
        "maatregel": ("#f8f8f8", Hatch("#b4b4b4", 4.0, 0.8)),
        "uithuis": ("#000000", Hatch("#707070", 6.0, 1.2)),
    }
)
"""Tone and pattern of the sure part of each lane's bars without colour; all have a dark edge."""
_EDGE = "#3a3a3a"


def _patterned(theme: Theme) -> Theme:
    """A theme without any colour: lanes are told apart by tone and pattern, what is only possible by a broken edge."""
    styles = {name: _grey(style) for name, style in theme.items()}
    paper = styles["paper"].fill or "#ffffff"
    for name, (tone, pattern) in _PATTERNS.items():
        mark = tone if contrast(tone, paper) >= _SIGN else _EDGE
        dark = contrast(tone, _BLACK) >= _TEXT
        styles |= {
            f"{name}.strip": Style(fill=tone, stroke=_EDGE, width=0.6, hatch=pattern),
            f"{name}.sure": Style(fill=tone, stroke=_EDGE, width=0.7, hatch=pattern),
            f"{name}.possible": Style(paper, _EDGE, 0.7, (2.4, 1.8), Hatch("#b4b4b4", 4.0, 0.6)),
            f"{name}.mark": Style(fill=mark),
            f"{name}.hollow": Style(fill=paper, stroke=mark, width=1.2),
            f"{name}.bracket": Style(stroke=mark, width=1.0),
            f"{name}.inside": Style(fill=_BLACK if dark else "#ffffff"),
            f"{name}.preview": Style(fill=paper, stroke=_EDGE, width=1.2, dash=(3.0, 2.0)),
            f"{name}.beside": Style(fill=paper, stroke=mark, width=0.9, dash=(1.6, 1.4)),
            f"{name}.beside.bracket": Style(stroke=mark, width=0.9, dash=(1.6, 1.4)),
        }
    return MappingProxyType(styles)


def scaled(theme: Theme, factor: float) -> Theme:
    """The same colours with every line, dash and hatch `factor` times as large, for a larger sheet or a far screen."""

    def larger(style: Style) -> Style:
        hatch = style.hatch and Hatch(style.hatch.colour, style.hatch.spacing * factor, style.hatch.width * factor)
        dash = tuple(part * factor for part in style.dash)
        return Style(style.fill, style.stroke, style.width * factor, dash, hatch)

    return theme if factor == 1 else MappingProxyType({name: larger(style) for name, style in theme.items()})


def _with_choices(ground: _Ground, chosen: Mapping[str, str]) -> _Ground:
    """A ground with the colours that somebody chose on a light one, each as near as can be seen here."""
    own = {name: _lifted(colour, ground) for name, colour in chosen.items()}
    lanes = {name: legible(own.get(name, colour), ground.grounds, _SIGN) for name, colour in ground.lanes.items()}
    persons = tuple(own.get(f"persoon{index}", colour) for index, colour in enumerate(ground.persons))
    ground = replace(ground, lanes=lanes, persons=persons)
    if "pan" in own:
        ground = replace(ground, warm=mixed(own["pan"], ground.paper, 0.86))
        chip = mixed(ground.warm, ground.paper, 0.35)
        alarm = legible(own["pan"], ground.behind, _SIGN)
        ground = replace(ground, alarm=alarm, warm_ink=legible(own["pan"], (*ground.grounds, ground.warm, chip), _TEXT))
    if "gat" in own:
        edge = legible(own["gat"], ground.behind, _SIGN)
        ground = replace(ground, gap_edge=edge, hatch=mixed(edge, ground.paper, 0.6))
    if "vandaag" in own:
        ground = replace(ground, accent=legible(own["vandaag"], ground.behind, _TEXT))
    return replace(ground, schakel=legible(own["schakel"], ground.behind, _SIGN)) if "schakel" in own else ground


LIGHT: Theme = _theme(_LIGHT)
DARK: Theme = _theme(_DARK)
PRINT: Theme = _theme(_PRINT)
PRINT_BW: Theme = _patterned(PRINT)
PATTERN: Theme = scaled(_patterned(LIGHT), 1.2)
"""Black and white on screen."""
STRONGER = 1.6
"""How much stronger lines are on the projector."""


def _projector(ground: _Ground) -> Theme:
    darker = {name: _lifted(colour, ground) for name, colour in ground.lanes.items()}
    return scaled(_theme(replace(ground, lanes=darker)), STRONGER)


PROJECTOR: Theme = _projector(_PROJECTOR)

_GROUNDS: Mapping[str, _Ground] = MappingProxyType({"light": _LIGHT, "dark": _DARK, "print": _PRINT})
THEMES: Mapping[str, Theme] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "projector": PROJECTOR, "pattern": PATTERN, "print": PRINT, "print_bw": PRINT_BW}
)
"""Every theme by name."""


def coloured(name: str, chosen: Mapping[str, str]) -> Theme:
    """The theme `name` of `THEMES` with colours that a user chose, by names of `COLOUR_NAMES`, as seen on white.

    Each is moved to the nearest that can be seen on the theme's ground, and what goes with it follows (sure, possible,
    hatch, bracket, text on it). Themes without colour stay as they are.
    """
    known = {key: colour for key, colour in chosen.items() if key in COLOUR_NAMES}
    if not known or name in ("pattern", "print_bw"):
        return THEMES[name]
    if name == "projector":
        return _projector(replace(_with_choices(replace(_PROJECTOR, lift=0.0), known), lift=_PROJECTOR.lift))
    return _theme(_with_choices(_GROUNDS[name], known))
