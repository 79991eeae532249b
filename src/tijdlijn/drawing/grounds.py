"""What each style of the timeline is for and what it lies on: the data that contrast is checked against.

A rule covers the styles of its pattern; `*` stands for a name of a lane or the number of a person. Every style has one
rule, so that none escapes the test. `GROUND` carries others and says nothing itself; `QUIET` is a help for the eye
(a grid line) that repeats what is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tijdlijn.drawing.styles import Style, Theme

TEXT, SIGN, GROUND, QUIET = 4.5, 3.0, 0.0, 0.0
"""The least contrast with what lies behind, by WCAG 2.2 (1.4.3 and 1.4.11)."""
_BANDS = ("gap.zeker", "pan.zeker", "pan.mogelijk", "schakel.extent", "stil.chip")
_LANES = ("lane.even", "lane.odd", "phase.even", "phase.odd")
_ANYWHERE = (*_LANES, *_BANDS, "selected.fill", "paper")
_PLAIN = (*_LANES, "paper", "selected.fill")


@dataclass(frozen=True, slots=True)
class Rule:
    """The styles of a pattern need this contrast with the fill of every ground they may lie on."""

    pattern: str
    need: float
    on: tuple[str, ...] = ()


RULES: tuple[Rule, ...] = (
    Rule("paper", GROUND),
    Rule("lane.even", GROUND),
    Rule("lane.odd", GROUND),
    Rule("phase.even", GROUND),
    Rule("phase.odd", GROUND),
    Rule("phase.strip", GROUND),
    Rule("phase.line", SIGN, (*_LANES, "paper", "phase.strip")),
    Rule("halo.*", GROUND),
    Rule("card", GROUND),
    Rule("lane.heading", GROUND),
    Rule("selected.fill", GROUND),
    Rule("gap.zeker", GROUND),
    Rule("gap.mogelijk", GROUND),
    Rule("pan.zeker", GROUND),
    Rule("pan.mogelijk", GROUND),
    Rule("schakel.extent", GROUND),
    Rule("overview.shade", GROUND),
    Rule("person*.even", GROUND),
    Rule("person*.odd", GROUND),
    Rule("lane.rule", QUIET),
    Rule("rule", QUIET),
    Rule("grid.*", QUIET),
    Rule("wave.sure", QUIET),
    Rule("wave.possible", QUIET),
    Rule("rule.strong", SIGN, _PLAIN),
    Rule("lane.name", TEXT, (*_LANES, "lane.heading", "paper", "phase.strip")),
    Rule("lane.note", TEXT, _ANYWHERE),
    Rule("title", TEXT, ("paper",)),
    Rule("label", TEXT, (*_ANYWHERE, "*.possible", "*.preview", "*.hollow", "halo.*", "card")),
    Rule("label.soft", TEXT, (*_ANYWHERE, "*.beside", "halo.*", "card")),
    Rule("label.faint", TEXT, ("paper", "lane.even", "lane.odd", "lane.heading", "wave.possible")),
    Rule("axis.line", SIGN, ("paper",)),
    Rule("axis.tick", SIGN, ("paper",)),
    Rule("axis.year", TEXT, ("paper", *_LANES)),
    Rule("axis.month", TEXT, ("paper", "lane.heading", *_LANES)),
    Rule("schakel.mark", SIGN, (*_ANYWHERE, "person*.even", "person*.odd")),
    Rule("schakel.line", SIGN, _ANYWHERE),
    Rule("schakel.label", TEXT, ("paper", "lane.even", "lane.odd")),
    Rule("today.line", SIGN, _ANYWHERE),
    Rule("branch.line", SIGN, (*_ANYWHERE, "lane.heading")),
    Rule("branch.mark", SIGN, (*_LANES, "lane.heading")),
    Rule("shared.before", QUIET),
    Rule("anchor.text", TEXT, ("today.label",)),
    Rule("today.label", TEXT, ("paper", "lane.even", "lane.odd")),
    Rule("differs", SIGN, _ANYWHERE),
    Rule("alarm", SIGN, (*_LANES, "paper")),
    Rule("confidential", TEXT, ("paper",)),
    Rule("accent", SIGN, (*_LANES, "paper")),
    Rule("gap.edge", SIGN, (*_PLAIN, "gap.zeker")),
    Rule("gap.chip", SIGN, (*_PLAIN, "gap.zeker")),
    Rule("gap.chip.mogelijk", SIGN, (*_PLAIN, "gap.zeker")),
    Rule("gap.text", TEXT, ("gap.chip", "gap.chip.mogelijk", "paper")),
    Rule("stil.chip", SIGN, (*_PLAIN, "gap.zeker")),
    Rule("stil.text", TEXT, ("stil.chip", "paper")),
    Rule("pan.edge", SIGN, (*_LANES, "paper", "pan.zeker", "pan.mogelijk")),
    Rule("pan.edge.mogelijk", SIGN, (*_LANES, "paper", "pan.zeker", "pan.mogelijk")),
    Rule("pan.chip", SIGN, (*_LANES, "paper", "pan.zeker")),
    Rule("pan.chip.mogelijk", SIGN, (*_LANES, "paper", "pan.mogelijk")),
    Rule("pan.text", TEXT, ("pan.chip", "pan.chip.mogelijk", "paper")),
    Rule("wave.line", SIGN, ("paper", "lane.odd")),
    Rule("bundle", SIGN, _ANYWHERE),
    Rule("bundle.text", TEXT, ("bundle",)),
    Rule("bundle.bracket", SIGN, _ANYWHERE),
    Rule("selected", SIGN, (*_LANES, "selected.fill", "gap.zeker", "pan.zeker")),
    Rule("hovered", SIGN, (*_LANES, "gap.zeker", "pan.zeker")),
    Rule("link.ground", GROUND),
    Rule("link.drawn.fill", SIGN, _ANYWHERE),
    Rule("link.computed.*", SIGN, _ANYWHERE),
    Rule("link.chip", SIGN, _ANYWHERE),
    Rule("link.text", TEXT, ("link.ground", "link.chip")),
    Rule("overview.entry", SIGN, ("paper", "lane.odd")),
    Rule("overview.window", SIGN, ("paper", "lane.odd", "overview.shade")),
    Rule("person*.text", TEXT, ("person*.even", "person*.odd", "paper", "lane.odd")),
    Rule("*.strip", SIGN, _LANES),
    Rule("*.sure", SIGN, _LANES),
    Rule("*.possible", SIGN, _LANES),
    Rule("*.mark", SIGN, _LANES),
    Rule("*.hollow", SIGN, _LANES),
    Rule("*.beside", SIGN, _LANES),
    Rule("*.bracket", SIGN, _LANES),
    Rule("*.preview", SIGN, _LANES),
    Rule("*.inside", TEXT, ("*.sure",)),
)
"""The first rule whose pattern fits is the one of a style."""


def rule_of(style: str) -> Rule | None:
    """The rule of a style, None when nobody said what it lies on."""
    return next((rule for rule in RULES if fnmatchcase(style, rule.pattern)), None)


def pairs(theme: Theme) -> Iterator[tuple[str, str, float]]:
    """Every style with a need, every ground it may lie on, and the contrast it needs there."""
    for style in theme:
        rule = rule_of(style)
        for pattern in rule.on if rule and rule.need else ():
            for ground in _fitting(style, pattern, theme):
                yield style, ground, rule.need if rule else 0.0


def _fitting(style: str, pattern: str, theme: Theme) -> list[str]:
    """The grounds that a pattern stands for: a style of a lane or a person lies only on its own."""
    found = [name for name in theme if fnmatchcase(name, pattern) and theme[name].fill]
    rule, family = rule_of(style), style.partition(".")[0]
    is_own = rule is not None and rule.pattern.startswith(("*", "person")) and "*" in pattern
    return [name for name in found if name.partition(".")[0] == family] if is_own else found


def shown(look: Style) -> tuple[str, ...]:
    """The colours by which a style is seen: its edge, or else its hatch, or else its fill."""
    outer = look.stroke or (look.hatch and look.hatch.colour) or look.fill
    return (outer,) if outer else ()
