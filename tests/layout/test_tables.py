"""Tables: columns share the width, cells wrap, rows stay whole or are split between lines and lose nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tijdlijn.drawing.primitives import Face, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.flow import Block
from tijdlijn.layout.tables import LEADING, PAD, Cell, Column, Grid, Paragraph, Row, grid, head, rows_of

COLUMNS = (Column("Datum", 40, 80), Column("Wat", 80, 200, share=3), Column("Bron", 50, 100, share=1))


def row(*cells: str, **more: str) -> Row:
    return Row(tuple(Cell((Paragraph(text),)) for text in cells), **more)


def texts(block: Block) -> list[Text]:
    return [item for item in flatten(block.items) if isinstance(item, Text)]


def in_column(blocks: list[Block], table: Grid, index: int) -> str:
    return " ".join(item.text for block in blocks for item in texts(block) if item.x == table.lefts[index])


def test_columns_fill_the_width_and_no_more() -> None:
    table = grid(COLUMNS, [row("2019", "kort", "x")], 500)
    assert table.lefts[-1] + table.widths[-1] == pytest.approx(500)
    assert table.widths[1] > table.widths[2] > table.widths[0]


def test_amounts_end_below_each_other_with_the_title_of_their_column() -> None:
    columns = (Column("Wat", 80, 200), Column("Bedrag", 60, 120, is_number=True))
    amounts = ("€ 8", "€ 1.000", "€ 12.000")
    rows = [row("iets", amount) for amount in amounts]
    table = grid(columns, rows, 400)
    end = table.lefts[1] + table.widths[1]
    drawn = [head(table), *(block for one in rows for block in rows_of(table, one, 300))]
    ends = [one.x + text_width(one.text, one.size, one.face) for block in drawn for one in texts(block)[1:]]
    assert ends == pytest.approx([end] * 4)


def test_where_there_is_too_little_columns_shrink_but_not_below_their_least() -> None:
    table = grid(COLUMNS, [row("m" * 99, "m" * 99, "m" * 99)], 300)
    assert table.lefts[-1] + table.widths[-1] == pytest.approx(300)
    assert all(width >= column.least for width, column in zip(table.widths, COLUMNS, strict=True))


def test_first_lines_of_all_cells_share_a_baseline_and_all_lines_a_grid() -> None:
    cells = (Cell((Paragraph("klein", size=7),)), Cell((Paragraph("groot\nen nog", size=9),)), Cell())
    (block,) = rows_of(grid(COLUMNS, [], 400), Row(cells), 500)
    assert [text.y for text in texts(block)] == [PAD + 7.6, PAD + 7.6, pytest.approx(PAD + 7.6 + LEADING)]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    (block,) = rows_of(grid(COLUMNS, [], 400), row("a", "b\nc\nd", "e"), 500)
    assert block.height == pytest.approx(3 * LEADING + 2 * PAD)


def test_a_word_of_200_letters_is_broken_and_stays_in_its_column() -> None:
    table = grid(COLUMNS, [row("", "x" * 200, "")], 300)
    blocks = list(rows_of(table, row("", "x" * 200, ""), 500))
    assert in_column(blocks, table, 1).replace(" ", "") == "x" * 200
    for item in texts(blocks[0]):
        assert text_width(item.text, item.size, item.face) <= table.widths[1]


def test_a_row_higher_than_a_page_is_split_between_lines_and_says_that_it_goes_on() -> None:
    words = [f"woord{number}" for number in range(700)]
    table = grid(COLUMNS, [], 400)
    blocks = list(rows_of(table, row("2019", " ".join(words), "bron"), 300))
    assert len(blocks) > 2
    assert all(block.height <= 300 for block in blocks)
    assert in_column(blocks, table, 1).split() == words
    assert in_column(blocks, table, 0).split() == ["2019", *["vervolg"] * (len(blocks) - 1)]


def test_a_first_cell_that_goes_on_itself_loses_no_line_to_the_reminder() -> None:
    words = [f"w{number}" for number in range(300)]
    table = grid(COLUMNS, [], 400)
    blocks = list(rows_of(table, row(" ".join(words), "kort", ""), 100))
    assert in_column(blocks, table, 0).split() == words


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x17F) | st.just(" "), max_size=300))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    table = grid(COLUMNS, [], 400)
    blocks = list(rows_of(table, row("", text, ""), 60))
    assert in_column(blocks, table, 1).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")


def test_a_passage_that_the_italic_cannot_show_stands_upright() -> None:
    table = grid(COLUMNS, [], 400)
    cells = (Cell((Paragraph("‘gewoon’", face=Face.ITALIC),)), Cell((Paragraph("Ωραία", face=Face.ITALIC),)), Cell())
    (block,) = rows_of(table, Row(cells), 500)
    assert [text.face for text in texts(block)] == [Face.ITALIC, Face.REGULAR]


def test_the_titles_of_the_columns_come_back_on_every_page() -> None:
    block = head(grid(COLUMNS, [], 400))
    assert block.resumed is not None
    assert [text.text for text in texts(block.resumed)] == ["Datum", "Wat", "Bron"]
