"""What every page owes its reader: nothing beyond its frame, whatever was typed. See `test_type_sizes` for its type."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.analysis.terpstra import terpstra
from tests.report.test_sheets import told
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case
from tijdlijn.report.options import PARTS, PageOptions
from tijdlijn.report.sheets import Sheet, sheets

LONG = "Een zin met gewone woorden die doorgaat. " * 100
WORD = "w" * 300


def made(of: Case, options: PageOptions) -> list[Sheet]:
    def furnish(_: Sheet) -> None:
        raise AssertionError("no poster was asked for")

    return list(sheets(of, analyse(of), options, furnish))  # type: ignore[arg-type]


def with_long_texts() -> Case:
    of = told()
    entries = tuple(replace(one, details=LONG, title=f"{one.title} {WORD}") for one in of.entries)
    reflections = tuple(replace(one, how=LONG, family=LONG) for one in of.reflections)
    actions = tuple(replace(one, what=WORD, remark=LONG) for one in of.actions)
    return replace(of, entries=entries, reflections=reflections, actions=actions, today=date(2021, 6, 1))


def test_detail_pages_begin_with_the_life_of_the_children() -> None:
    pages = made(terpstra(), PageOptions(parts=("detail",)))
    assert pages[0].subtitle.startswith("2009 – ")
    assert len(pages) > 3


@pytest.mark.parametrize("landscape", [True, False])
def test_long_texts_and_long_words_stay_within_their_page(landscape: bool) -> None:
    for sheet in made(with_long_texts(), PageOptions(parts=PARTS, landscape=landscape)):
        frame = Frame.of_text(sheet.paper)
        for item in flatten(sheet.items):
            if sheet.part and isinstance(item, Text):
                assert item.x + text_width(item.text, item.size, item.face) <= frame.right + 1.0, (
                    sheet.part,
                    item.text,
                )
                assert item.y <= frame.bottom + 1.0, (sheet.part, item.text)
