"""Blocks flow onto pages: headings stay with what they head, and what goes on says so.

page of 100 points:   [title 20][row 40][row 40] | [again 10][row 40]…
"""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.layout.flow import Block, FlowPage, paginate
from tijdlijn.layout.sheet import Frame

FRAME = Frame(50, 10, 200, 100)


def block(words: str, height: float, **more: Any) -> Block:
    return Block(height, (Text(0, 8, words, "page.text", 8),), **more)


def read(pages: tuple[FlowPage, ...]) -> list[list[str]]:
    return [[item.text for item in flatten(page.items) if isinstance(item, Text)] for page in pages]


def test_what_fits_stands_on_one_page_from_its_top() -> None:
    (page,) = paginate([block("a", 40, before=12), block("b", 40, before=12)], FRAME)
    assert [(item.x, item.y) for item in flatten(page.items) if isinstance(item, Text)] == [(50, 18), (50, 70)]


def test_a_block_is_never_cut() -> None:
    assert read(paginate([block("a", 60), block("b", 60), block("c", 30)], FRAME)) == [["a"], ["b", "c"]]


def test_a_heading_is_never_the_last_on_its_page() -> None:
    blocks = [block("a", 60), block("kop", 20, keep=True), block("b", 40)]
    assert read(paginate(blocks, FRAME)) == [["a"], ["kop", "b"]]


def test_a_section_that_goes_on_says_so_and_one_that_ended_does_not() -> None:
    again = block("vervolg", 10)
    blocks = [
        block("2019", 20, keep=True, section=1, resumed=again),
        block("a", 70),
        block("b", 60),
        block("2020", 20, section=1),
        block("c", 60),
    ]
    assert read(paginate(blocks, FRAME)) == [["2019", "a"], ["vervolg", "b", "2020"], ["c"]]


def test_a_new_section_at_the_top_of_a_page_needs_no_reminder_of_the_one_before() -> None:
    head = block("kolommen", 10, keep=True, section=0, resumed=block("kolommen", 10))
    year = block("2019", 10, keep=True, section=1, resumed=block("2019 vervolg", 10))
    blocks = [head, year, block("a", 70), block("2020", 10, keep=True, section=1), block("b", 60)]
    assert read(paginate(blocks, FRAME)) == [["kolommen", "2019", "a"], ["kolommen", "2020", "b"]]


def test_bookmarks_and_places_say_how_far_down_the_page_they_are() -> None:
    (page,) = paginate([block("kop", 20, bookmark="2019", section=1), block("a", 30, id="row:a", width=90)], FRAME)
    assert [(mark.title, mark.level, mark.y) for mark in page.bookmarks] == [("2019", 1, 10)]
    assert page.places == (("row:a", 30),)


def test_nothing_makes_no_pages() -> None:
    assert paginate([], FRAME) == ()


@given(st.lists(st.tuples(st.floats(1, 80), st.booleans(), st.sampled_from([None, 0, 1])), max_size=40))
def test_every_block_stands_on_a_page_once_in_order_and_inside_the_frame(
    drawn: list[tuple[float, bool, int | None]],
) -> None:
    blocks = [
        block(str(number), min(height, 15) if keep else height / 2, keep=keep and number % 3 == 0, section=section)
        for number, (height, keep, section) in enumerate(drawn)
    ]
    pages = paginate(blocks, FRAME)
    assert [word for page in read(pages) for word in page] == [str(number) for number in range(len(blocks))]
    for page in pages:
        for item in flatten(page.items):
            assert isinstance(item, Text)
            assert FRAME.y <= item.y - 8
            assert item.y - 8 + blocks[int(item.text)].height <= FRAME.bottom + 0.02
