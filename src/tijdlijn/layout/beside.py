"""Scenarios below what happened: what lies in the lanes of each, and how each entry differs, by a sign and a word.

The rule: what happened stands above with nothing of a scenario in it. Below it, each scenario has lanes of its own on
the same axis, for what it says and for what runs on in it as it really did; what both share before the branch is only
hinted at. A lane that is empty there although something happened in it stays: that nothing lies in it tells something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tijdlijn.analysis.scenarios import Branched, Difference, Differs, is_loose, scenarios_of
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.content import Content, LaneContent
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.scenarios import Scenario

HAPPENED = "Wat er gebeurde"
SIGNS: Mapping[Differs, str] = {
    Differs.NIET: "×",
    Differs.EXTRA: "+",
    Differs.EERDER: "←",
    Differs.LATER: "→",
    Differs.LANGER: "‹›",
    Differs.KORTER: "›‹",
    Differs.ANDERS: "≠",
}
"""The sign before the word of a difference."""


@dataclass(frozen=True)
class Beside:
    """One scenario: `branch` is the day number from which it differs, None when nothing says it; `said` stands beside
    its name. `content` is what lies in its lanes, `before` what is only hinted at, by the key of the lane."""

    id: str
    name: str
    said: str
    branch: int | None
    content: Content
    before: Mapping[str, Sequence[Entry]]


@dataclass(frozen=True)
class Parallel:
    """What happened, and the scenarios below it from top to bottom."""

    happened: Content
    besides: tuple[Beside, ...]


def known_scenarios(case: Case, ids: Sequence[str]) -> tuple[Scenario, ...]:
    """The scenarios with these ids that are still there, in the order given."""
    known = {one.id: one for one in scenarios_of(case)}
    return tuple(known[id_] for id_ in dict.fromkeys(ids) if id_ in known)


def without_scenarios(content: Content, ids: Sequence[str] = ()) -> Content:
    """The lanes without what belongs to other scenarios than these, which are shown below what happened.

    Where none is shown, what carries a name that is no scenario of the case stays in the lanes, as nothing else would
    show it.
    """
    shown = {one.name for one in known_scenarios(content.case, ids)}
    gone = {one.name for one in (scenarios_of(content.case) if shown else content.case.scenarios)} - shown
    if not gone:
        return content
    rest = [entry for entry in content.entries if entry.scenario not in gone]
    return content.only(rest, {entry.id for entry in content.case.entries if entry.scenario not in gone})


def parallel(content: Content, ids: Sequence[str]) -> Parallel | None:
    """What lies in the lanes when these scenarios are shown below what happened; None when none of them is there."""
    shown = [Branched(content.case, one) for one in known_scenarios(content.case, ids)]
    if not shown:
        return None
    actual = {entry.id for entry in content.case.entries if not entry.scenario}
    happened = content.only([entry for entry in content.entries if not entry.scenario], actual)
    happened = replace(happened, said=_not_happening(shown))
    return Parallel(happened, tuple(_beside(content, about) for about in shown))


def described(scenario: Scenario, branch: int | None) -> str:
    """What is said beside the name of a scenario: how likely, who says so, and from which day on."""
    parts = [] if is_loose(scenario) else [scenario.likelihood.label]
    if scenario.by:
        parts.append(f"volgens {scenario.by}")
    if branch is not None:
        parts.append(f"vanaf {write_day(date.fromordinal(branch))}")
    return " · ".join(parts)


def told(differences: Sequence[Difference]) -> tuple[str, str]:
    """Differences as they stand around a title: their signs before it, where they are seen however little room there
    is, and their words behind it, as "← ›‹ " and " · eerder, mogelijk korter"."""
    if not differences:
        return "", ""
    signs = " ".join(SIGNS[one.what] for one in differences)
    return f"{signs} ", " · " + ", ".join(one.words for one in differences)


def _not_happening(shown: Sequence[Branched]) -> Mapping[str, tuple[str, str]]:
    """What stands around the title of what happened and is not in a scenario; in which, when there are several."""
    found: dict[str, list[tuple[str, Difference]]] = {}
    for about in shown:
        for one in about.differences:
            if one.what is Differs.NIET:
                found.setdefault(one.actual_id, []).append((about.scenario.name, one))
    if len(shown) == 1:
        return {id_: told([one for _, one in said]) for id_, said in found.items()}
    sign = f"{SIGNS[Differs.NIET]} "
    return {id_: (sign, f" · niet in {', '.join(name for name, _ in said)}") for id_, said in found.items()}


def _beside(content: Content, about: Branched) -> Beside:
    shared = {entry.id for entry in about.shared}
    bounds, branch = content.case.bounds, about.day
    parts: dict[str, list[Entry]] = {"own": [], "before": [], "gone": []}
    for entry in content.case.timeline:
        if entry.scenario == about.scenario.name:
            parts["own"].append(entry)
        elif entry.id in shared and entry.id in bounds:
            runs_on = branch is not None and bounds[entry.id].end_max >= branch
            parts["own" if runs_on else "before"].append(entry)
        elif entry.id in about.replaced:
            parts["gone"].append(entry)
    seen = {entry.id for entry in content.entries}
    lanes, early, happened = (
        content.only([entry for entry in entries if entry.id in seen], {entry.id for entry in entries})
        for entries in parts.values()
    )
    filled = {lane.lane.key for part in (lanes, happened) for lane in part.lanes if lane.entries}
    said: dict[str, list[Difference]] = {}
    for one in about.differences:
        if one.entry_id:
            said.setdefault(one.entry_id, []).append(one)
    mine = replace(
        lanes,
        lanes=tuple(lane for lane in lanes.lanes if _stays(lane, filled)),
        said={id_: told(differences) for id_, differences in said.items()},
    )
    hinted = {lane.lane.key: tuple(lane.entries) for lane in early.lanes if lane.entries}
    return Beside(about.scenario.id, about.scenario.name, described(about.scenario, branch), branch, mine, hinted)


def _stays(lane: LaneContent, filled: set[str]) -> bool:
    key = lane.lane.key
    return key in filled or (lane.lane.is_heading and any(one.startswith(f"{key}/") for one in filled))
