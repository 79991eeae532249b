"""The pictures of a series: every family and figure is in them, nothing lies outside, sure and possible differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.analysis.test_series import TROUBLED, series_of, troubled
from tests.builders import case, entry
from tijdlijn.analysis.series_anchor import Anchor
from tijdlijn.analysis.series_columns import COLUMNS, COLUMNS_BY_ID
from tijdlijn.drawing.primitives import Box, Group, Line, Polygon, Primitive, Text, flatten
from tijdlijn.drawing.styles import THEMES
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.flow import Block
from tijdlijn.layout.series import height_of, kind_blocks, sign_blocks, spread_blocks, strip_blocks, under_each_other
from tijdlijn.model.casebook import Case

some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def groups(items: Iterable[Primitive]) -> Iterable[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.children)


def texts(blocks: Iterable[Block]) -> list[str]:
    return [item.text for block in blocks for item in flatten(block.items) if isinstance(item, Text)]


def ends(item: Box | Line | Polygon | Text) -> tuple[float, float]:
    match item:
        case Box(x, _, width, _, _, _):
            return x, x + width
        case Line(x1, _, x2, _, _):
            return min(x1, x2), max(x1, x2)
        case Polygon(points, _):
            return min(x for x, _ in points), max(x for x, _ in points)
        case Text(x, _, text, _, size, face):
            return x, x + text_width(text, size, face)


def vague() -> Case:
    """A placement known to the month, and an ultimatum that may lie before it or not."""
    return case(
        entry("signaal", "2019-01-01"),
        entry("ultimatum", "2020-07"),
        entry("uithuisplaatsing", "2020-07/2021-02"),
        reference_day=date(2021, 6, 1),
    )


@some
@given(st.lists(dossiers(TROUBLED, most=8), min_size=1, max_size=14), st.sampled_from(Anchor), st.floats(330, 1200))
def test_nothing_lies_outside_and_every_family_is_there(cases: list[Case], anchor: Anchor, width: float) -> None:
    series = series_of(*cases)
    found = series.aligned(anchor)
    blocks = [*sign_blocks(found, width), *strip_blocks(found, width), *kind_blocks(found, width)]
    blocks += spread_blocks(series, COLUMNS, width)

    for block in blocks:
        for item in flatten(block.items):
            left, right = ends(item)
            assert left >= -3.0
            assert right <= width + 3.0
            assert item.style in THEMES["light"]
    ids = [group.id for block in blocks for group in groups(block.items)]
    assert [id_ for id_ in ids if id_.startswith("strip:")] == [f"strip:{strip.number}" for strip in found.strips]
    assert [id_ for id_ in ids if id_.startswith("spread:")] == [f"spread:{column.id}" for column in COLUMNS]


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_theme_knows_its_styles(theme: str) -> None:
    series = series_of(troubled(), vague())
    found = series.aligned(Anchor.UITHUISPLAATSING)

    for block in (*sign_blocks(found, 800), *strip_blocks(found, 800), *spread_blocks(series, COLUMNS, 800)):
        assert {item.style for item in flatten(block.items)} <= THEMES[theme].keys()


def test_sure_and_possible_look_different() -> None:
    found = series_of(troubled(), vague()).aligned(Anchor.UITHUISPLAATSING)

    (bar, *_) = sign_blocks(found, 800)
    styles = [item.style for item in flatten(bar.items) if isinstance(item, Box)]

    assert styles == ["schakel.extent", "uithuis.possible", "uithuis.sure"]
    assert "1–2 van de 2 gezinnen, 50–100 %" in texts([bar])


def test_every_kind_that_came_before_is_counted() -> None:
    found = series_of(troubled(), vague()).aligned(Anchor.UITHUISPLAATSING)

    told = texts(kind_blocks(found, 400))

    assert told == ["signalen", "5, bij 1 van de 2 gezinnen", "ultimatums", "1–2, bij 1–2 van de 2 gezinnen"]


def test_an_uncertain_figure_is_a_hollow_dot_on_a_line() -> None:
    series = series_of(
        case(entry("wachttijd", "2020-01-01/2020-02")), case(entry("wachttijd", "2020-01-01/2020-02-20"))
    )

    (card,) = spread_blocks(series, (COLUMNS_BY_ID["waiting_days"],), 240)
    styles = [item.style for item in flatten(card.items)]

    assert styles.count("hulp.hollow") == 1
    assert styles.count("hulp.bracket") == 1
    assert styles.count("hulp.mark") == 1


def test_many_families_become_bars_whose_counts_are_all_of_them() -> None:
    series = series_of(*(case(entry("signaal", "2020"), entry("contact", f"20{10 + number}")) for number in range(12)))

    (card,) = spread_blocks(series, (COLUMNS_BY_ID["requests"],), 240)
    (bar,) = (item for item in flatten(card.items) if isinstance(item, Box) and item.style == "hulp.sure")

    assert bar.height == pytest.approx(29.0)
    assert "12" in texts([card])
    assert "mediaan 0, van 0 tot 0" in texts([card])


def test_blocks_stand_under_each_other_without_overlap() -> None:
    series = series_of(troubled())
    blocks = list(strip_blocks(series.aligned(Anchor.UITHUISPLAATSING), 800))

    items = list(under_each_other(blocks, 10.0, 20.0))

    (strip,) = (group for group in groups(items) if group.id == "strip:1")
    assert strip.bounds[1] == 20.0 + 10.0 + blocks[0].height
    assert height_of(blocks) == sum(block.before + block.height for block in blocks)
    assert strip.label.startswith("Gezin 1, in de 180 dagen ervoor: een ultimatum (zeker)")
