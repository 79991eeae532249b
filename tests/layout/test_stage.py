"""What a projector shows: large enough to read, only what is told, and nothing that jumps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.builders import case, entry, party, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.story import Story, story_of
from tijdlijn.drawing.primitives import Box, Group, Text, flatten
from tijdlijn.layout.spotlight import FIELDS, Spotlight, draw_spotlight
from tijdlijn.layout.stage import FOCUS, Layer, Showing, Stage
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import ChaptersBy, Fitting, Reflection

SIZES = [(1920, 1080), (1280, 800), (1024, 768), (3840, 2160)]


def years(first: int, last: int) -> list[Entry]:
    return [
        entry("contact", f"{year}-{month:02}-10", f"Huisbezoek {year} {month}", persons="noor", id=f"c{year}{month}")
        for year in range(first, last)
        for month in (2, 5, 9, 11)
    ]


FAMILY = case(
    entry("gebeurtenis", "2012-05-03", "Geboorte Noor", persons="noor", id="geboorte", schakelmoment="geboorte"),
    entry("interventie", "2013-02-01/2016-06-30", "Gezinsbehandeling Kompas", parties="kompas", id="lang"),
    entry(
        "uithuisplaatsing", "2017-03-01/..", "Noor woont bij oma", persons="noor", id="uhp", details="Tijdelijk. " * 90
    ),
    *years(2014, 2019),
    persons=(person("Noor", "2012-05-03", focus=True),),
    parties=(party("Kompas"),),
)


def stage_of(family: Case, size: tuple[int, int]) -> tuple[Stage, Story]:
    story = story_of(family, ChaptersBy.SCHAKELMOMENTEN)
    return Stage(family, analyse(family), story, *map(float, size)), story


def layers(stage: Stage, at: int, zoom: float = 1.0, **more: object) -> list[Layer]:
    scale = stage.first_scale * zoom
    return list(stage.layers(Showing(at, scale, stage.left_at(at, scale), **more)))  # type: ignore[arg-type]


def groups(found: list[Layer]) -> set[str]:
    return {item.id for layer in found for item in layer.items if isinstance(item, Group)}


def card_texts(found: list[Layer]) -> list[Text]:
    return [item for item in flatten(found[-1].items) if isinstance(item, Text)]


@pytest.mark.parametrize("size", SIZES)
def test_what_is_in_focus_is_at_least_a_fortieth_of_the_picture_high(size: tuple[int, int]) -> None:
    stage, story = stage_of(FAMILY, size)
    for at in range(len(story.steps)):
        texts = card_texts(layers(stage, at, sign="andere namen", chapter="1  Het begin"))
        assert texts
        assert min(text.size for text in texts) >= size[1] * FOCUS - 0.001


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_the_card_stands_outside_the_picture(size: tuple[int, int]) -> None:
    stage, story = stage_of(FAMILY, size)
    for at in range(len(story.steps)):
        for text in card_texts(layers(stage, at)):
            assert text.x >= 0
            assert text.y <= size[1]


def test_what_is_not_told_is_not_in_the_picture() -> None:
    stage, story = stage_of(FAMILY, SIZES[0])
    for at in (-1, 0, 3, 10, len(story.steps) - 1):
        shown = groups(layers(stage, at, 0.2))
        untold = {step.entry_id for step in story.steps[at + 1 :]}
        assert not {f"entry:{id_}" for id_ in untold} & shown
        words = [
            item.text for layer in layers(stage, at, 0.2) for item in flatten(layer.items) if isinstance(item, Text)
        ]
        titles = {FAMILY.entries_by_id[id_].title for id_ in untold}
        assert not titles & set(words)


def test_what_is_still_to_come_can_be_shown_faintly() -> None:
    stage, _ = stage_of(FAMILY, SIZES[0])
    found = layers(stage, 0, 0.2, faint=True)
    faint = [layer for layer in found if layer.opacity < 1]
    assert {f"entry:{id_}" for id_ in ("lang", "uhp")} <= groups(faint)
    assert "entry:lang" not in groups([layer for layer in found if layer.opacity == 1])


def test_a_period_that_goes_on_ends_where_the_story_is() -> None:
    stage, story = stage_of(FAMILY, SIZES[0])
    at = story.places["c20142"]
    edge = stage.timeline(stage.first_scale).axis.x(story.steps[at].day + 1)
    bar = next(item for layer in layers(stage, at) for item in layer.items if getattr(item, "id", "") == "entry:lang")
    assert isinstance(bar, Group)
    boxes = [child for child in flatten(bar.children) if isinstance(child, Box) and not child.style.startswith("lane.")]
    assert boxes
    assert max(box.x + box.width for box in boxes) <= edge + 0.01
    later = story.places["c20175"]
    whole = next(
        item for layer in layers(stage, later) for item in layer.items if getattr(item, "id", "") == "entry:lang"
    )
    assert isinstance(whole, Group)
    ends = [child.x + child.width for child in flatten(whole.children) if isinstance(child, Box)]
    assert max(ends) > edge + 100


def test_nothing_jumps_while_the_story_unfolds() -> None:
    stage, story = stage_of(FAMILY, SIZES[0])
    places: dict[str, float] = {}
    for at in range(len(story.steps)):
        for layer in layers(stage, at, 0.3):
            for item in layer.items:
                if isinstance(item, Group) and item.id.startswith("entry:"):
                    assert places.setdefault(item.id, item.bounds[1]) == item.bounds[1]
    assert len(places) > 10


@pytest.mark.parametrize("zoom", [0.1, 1.0, 6.0])
def test_every_told_entry_is_drawn_or_counted(zoom: float) -> None:
    stage, story = stage_of(FAMILY, SIZES[0])
    scale = stage.first_scale * zoom
    timeline = stage.timeline(scale)
    for at in (0, 5, len(story.steps) - 1):
        whole = list(stage.layers(Showing(at, scale, timeline.axis.x(timeline.extent[0]))))
        wide = replace(stage, width=1e7)
        drawn = groups(list(wide.layers(Showing(at, scale, timeline.axis.x(timeline.extent[0])))))
        assert whole
        told = story.told(at)
        counted = sum(
            int(child.text.removeprefix("+"))
            for layer in wide.layers(Showing(at, scale, timeline.axis.x(timeline.extent[0])))
            for item in layer.items
            if isinstance(item, Group) and item.id.startswith("bundle:")
            for child in item.children
            if isinstance(child, Text)
        )
        assert len([id_ for id_ in drawn if id_.startswith("entry:")]) + counted == len(told)


@pytest.mark.parametrize("size", SIZES)
def test_all_lanes_fit_above_the_card(size: tuple[int, int]) -> None:
    stage, _ = stage_of(FAMILY, size)
    timeline = stage.timeline(stage.first_scale)
    assert timeline.header_height + timeline.lanes_height <= size[1] - stage.strip - stage.card + 1
    tops = [(lane.top, lane.top + lane.height) for lane in timeline.lanes]
    assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(tops))


REFLECTION = Reflection(
    "r", "uhp", "s", how="Niemand belde.\n" * 40, fitting=Fitting.DEELS, family="Wij wisten het niet."
)


def test_the_spotlight_asks_until_there_are_answers_and_keeps_the_family_apart() -> None:
    questions = tuple(question for _, question in FIELDS)
    place = (960.0, 10.0, 940.0, 800.0)
    asked = [item for item in draw_spotlight(Spotlight(questions), 27.0, place) if isinstance(item, Text)]
    assert [text.text for text in asked] == list(questions)
    told = [item for item in draw_spotlight(Spotlight(questions, REFLECTION), 27.0, place) if isinstance(item, Text)]
    words = [text.text for text in told]
    assert "Hoe kwam dit zo?" in words
    assert "Wat is geleerd?" not in words
    assert "“Wij wisten het niet.”" in words
    assert words.index("Het gezin zegt") > words.index("Hoe kwam dit zo?")
    assert all(text.size >= 27.0 and text.y <= 810.0 for text in told)
