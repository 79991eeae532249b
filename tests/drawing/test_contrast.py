"""Every text can be read and every sign seen on whatever they may lie on, in every theme; enumerated from the data."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.drawing.colours import contrast, distance
from tijdlijn.drawing.grounds import RULES, TEXT, pairs, rule_of, shown
from tijdlijn.drawing.paper_styles import PAGE, PAGE_BW
from tijdlijn.drawing.styles import COLOUR_NAMES, LANE_COLOURS, THEMES, Style, Theme, coloured

COLOURED = tuple(name for name in THEMES if name not in ("pattern", "print_bw"))
CHOICE = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
EYES = ("protanopie", "deuteranopie", "tritanopie")
CLOSE_IN_GREY = 3.0
"""Lanes nearer than this without any colour are told apart by their shapes and names only."""


def poor(theme: Theme) -> list[tuple[str, str, float]]:
    """The pairs that are too alike: style, ground and their contrast."""
    found = []
    for style, ground, need in pairs(theme):
        colour, behind = theme[style].fill if need == TEXT else shown(theme[style])[0], theme[ground].fill
        assert colour, style
        assert behind, ground
        if contrast(colour, behind) < need:
            found.append((style, ground, round(contrast(colour, behind), 2)))
    return found


@pytest.mark.parametrize("name", THEMES)
def test_everything_can_be_read_where_it_lies(name: str) -> None:
    assert poor(THEMES[name]) == []


@pytest.mark.parametrize("name", THEMES)
def test_no_style_escapes(name: str) -> None:
    assert [style for style in THEMES[name] if rule_of(style) is None] == []
    tried = {style for style, _, _ in pairs(THEMES[name])}
    assert [style for style in THEMES[name] if (rule := rule_of(style)) and rule.need and style not in tried] == []


def test_every_rule_is_of_a_style_that_is_there() -> None:
    used = {rule_of(style) for theme in THEMES.values() for style in theme}
    assert [rule.pattern for rule in RULES if rule not in used] == []


def test_a_style_that_cannot_be_seen_is_found() -> None:
    theme = dict(THEMES["light"]) | {"label.soft": Style(fill="#dddddd")}
    assert {style for style, _, _ in poor(theme)} == {"label.soft"}


@pytest.mark.parametrize("page", [PAGE, PAGE_BW])
def test_text_on_pages_can_be_read(page: Theme) -> None:
    grounds = {"page.pill.zeker.text": "page.pill.zeker", "page.pan.text": "page.pan"}
    endings = ("text", "strong", "muted", "title", "accent", "confidential")
    for name in (name for name in page if name.endswith(endings)):
        colour, ground = page[name].fill, page[grounds.get(name, "page.plate")].fill
        assert colour
        assert ground
        assert contrast(colour, ground) >= TEXT, name


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(COLOUR_NAMES), CHOICE, max_size=4), st.sampled_from(sorted(COLOURED)))
def test_whatever_colours_somebody_chooses_all_stays_legible(chosen: dict[str, str], name: str) -> None:
    assert poor(coloured(name, chosen)) == []


# Colour blindness


@pytest.mark.parametrize(
    ("name", "blindness"),
    [*product(COLOURED, ["", *EYES])],
)
def test_lanes_are_told_apart_by_colour_blind_eyes(name: str, blindness: str) -> None:
    marks = {lane: THEMES[name][f"{lane}.mark"].fill or "" for lane in LANE_COLOURS}
    alike = {
        (one, other): round(distance(marks[one], marks[other], blindness), 1)
        for place, one in enumerate(marks)
        for other in list(marks)[place + 1 :]
        if distance(marks[one], marks[other], blindness) < 9.0
    }
    assert alike == {}


@pytest.mark.parametrize(("name", "blindness"), [*product(COLOURED, [*EYES, "grijs"])])
def test_neighbouring_lanes_differ_more(name: str, blindness: str) -> None:
    marks = [(lane, THEMES[name][f"{lane}.mark"].fill or "") for lane in LANE_COLOURS]
    least = CLOSE_IN_GREY if blindness == "grijs" else 11.0
    assert [(one[0], other[0]) for one, other in pairwise(marks) if distance(one[1], other[1], blindness) < least] == []


@pytest.mark.parametrize("name", ["pattern", "print_bw"])
def test_without_colour_each_lane_has_a_look_of_its_own(name: str) -> None:
    theme = THEMES[name]
    bars = [(theme[f"{lane}.sure"].fill, theme[f"{lane}.sure"].hatch) for lane in LANE_COLOURS]
    assert len(set(bars)) == len(bars)
    for lane in LANE_COLOURS:
        sure, possible = theme[f"{lane}.sure"], theme[f"{lane}.possible"]
        assert (sure.dash, bool(possible.dash), bool(possible.hatch)) == ((), True, True)
    colours = {c for look in theme.values() for c in (look.fill, look.stroke, look.hatch and look.hatch.colour) if c}
    assert [colour for colour in colours if len({colour[1:3], colour[3:5], colour[5:7]}) > 1] == []


def test_the_projector_has_stronger_lines_and_contrast() -> None:
    light, beamer = THEMES["light"], THEMES["projector"]
    assert all(beamer[name].width > light[name].width for name in light)
    for lane in LANE_COLOURS:
        mark = beamer[f"{lane}.mark"].fill, light[f"{lane}.mark"].fill
        assert contrast(mark[0] or "", "#ffffff") > contrast(mark[1] or "", "#ffffff")


# A colour of one's own


def test_one_chosen_colour_carries_all_that_goes_with_it() -> None:
    before, after = THEMES["light"], coloured("light", {"hulp": "#005f9e"})
    changed = {name for name in before if before[name] != after[name]}
    assert {name.partition(".")[0] for name in changed} == {"hulp"}
    assert after["hulp.sure"].fill == after["hulp.strip"].fill == after["hulp.hollow"].stroke == "#005f9e"


@pytest.mark.parametrize(
    ("key", "style"),
    [
        ("schakel", "schakel.mark"),
        ("gat", "gap.edge"),
        ("pan", "pan.edge"),
        ("vandaag", "today.line"),
        ("persoon0", "person0.odd"),
    ],
)
@pytest.mark.parametrize("name", COLOURED)
def test_the_other_signs_can_have_a_colour_too(key: str, style: str, name: str) -> None:
    assert coloured(name, {key: "#0a7d2c"})[style] != THEMES[name][style]


def test_names_nobody_knows_and_themes_without_colour_change_nothing() -> None:
    assert coloured("light", {"paars": "#123456"}) == THEMES["light"]
    assert coloured("pattern", {"hulp": "#123456"}) == THEMES["pattern"]
