"""Running text in blocks: whole when it is short, broken with some lines on each side when it is long."""

from __future__ import annotations

from tijdlijn.drawing.primitives import Box, Text, flatten
from tijdlijn.layout import prose
from tijdlijn.layout.flow import Block

WIDTH = 496.0


def blocks(text: str, label: str = "De groep", look: prose.Look = prose.PLAIN) -> list[Block]:
    return list(prose.labelled(label, text, WIDTH, look))


def lines(block: Block) -> list[str]:
    """The lines of the text in a block, without its label and the space with which one goes on in the next block."""
    found = [item for item in flatten(block.items) if isinstance(item, Text) and item.size == prose.SIZE]
    return [item.text.rstrip(" ") for item in found]


def test_a_short_text_is_one_block_with_its_label_on_the_same_line() -> None:
    (block,) = blocks("Kort.")
    label, text = (item for item in flatten(block.items) if isinstance(item, Text))
    assert (label.text, text.text) == ("De groep", "Kort.")
    assert label.y == text.y
    assert label.x < text.x


def test_a_text_of_a_few_lines_is_never_divided() -> None:
    assert len(blocks("\n".join("regel" for _ in range(prose.WHOLE)))) == 1


def test_a_long_text_keeps_three_lines_together_at_its_begin_and_its_end() -> None:
    text = "\n".join(f"regel {n}" for n in range(30))
    found = blocks(text)
    assert [len(lines(block)) for block in found] == [3, *[1] * 24, 3]
    assert [line for block in found for line in lines(block)] == text.split("\n")


def test_every_word_of_four_thousand_characters_comes_out() -> None:
    text = " ".join(f"woord{n}" for n in range(450))
    assert len(text) > 3_900
    assert " ".join(line for block in blocks(text) for line in lines(block)) == text


def test_the_ground_of_what_the_family_says_is_of_one_piece() -> None:
    found = blocks("\n".join("regel" for _ in range(20)), look=prose.FAMILY)
    for block in found:
        ground = next(item for item in block.items if isinstance(item, Box))
        assert (ground.y, ground.height, ground.style) == (0.0, block.height, "page.voice")
    assert [block.before for block in found[1:]] == [0.0] * (len(found) - 1)


def test_a_long_label_is_not_cut_off() -> None:
    label = "Wie waren er betrokken, en wie ontbrak er op dat moment aan tafel?"
    (block,) = blocks("Oma.", label)
    told = [item.text for item in flatten(block.items) if isinstance(item, Text) and item.size == prose.LABEL_SIZE]
    assert " ".join(told) == label
    assert block.height > len(told) * 10


def test_what_would_hide_is_taken_out_and_markup_stays_as_typed() -> None:
    (block,) = blocks("<b>vet</b> & \u202e\x07om\r\n=cmd()")
    assert lines(block) == ["<b>vet</b> & om", "=cmd()"]
