"""Running text in blocks: a short text stays whole, a long one goes on over a page, never with a line or two alone.

The rule: text is data. Each block draws its own ground, so that a long text has one on every page it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tijdlijn.drawing.plain import plain, plain_lines
from tijdlijn.drawing.primitives import Box, Face, Primitive, Text
from tijdlijn.drawing.tags import MORE_OF_P, P, tagged, unended
from tijdlijn.drawing.text_metrics import wrapped
from tijdlijn.layout.flow import Block

SIZE, STEP = 9.2, 12.8
LABEL_SIZE = 8.2
LABEL_ROOM = 112.0
"""Room for the label beside a text."""
WHOLE = 9
"""Lines up to which a text is never divided."""
TOGETHER = 3
"""Lines of a longer text that stay together at its begin and at its end."""
ASCENT = 9.4
INSET = 9.0
"""Room between the edge of a ground and what stands on it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks; `ground` and `bar` are empty when it stands on the paper."""

    text: str = "page.text"
    label: str = "page.muted"
    ground: str = ""
    bar: str = ""


PLAIN = Look()
FAMILY = Look("page.text", "page.voice.text", "page.voice", "page.voice.bar")


def labelled(label: str, text: str, width: float, look: Look = PLAIN, before: float = 5.0) -> Iterator[Block]:
    """A text with its label to the left of it."""
    inset = INSET if look.ground else 0.0
    names = wrapped(plain(label), LABEL_ROOM - inset - 10.0, LABEL_SIZE, Face.SEMIBOLD)
    lines = wrapped(plain_lines(text).strip(), width - LABEL_ROOM - inset, SIZE)
    pad = 5.0 if look.ground else 1.5
    for first, stretch, last in _stretches(lines, len(names)):
        top, foot = pad if first else 0.0, pad if last else 0.0
        beside = names if first else ()
        height = top + STEP * max(len(stretch), len(beside)) + foot
        items = [*_ground(look, width, height)]
        said = [
            Text(inset, top + ASCENT + i * (STEP - 1.8), name, look.label, LABEL_SIZE, Face.SEMIBOLD)
            for i, name in enumerate(beside)
        ]
        told = [
            Text(LABEL_ROOM, top + ASCENT + i * STEP, line, look.text, SIZE)
            for i, line in enumerate(stretch if last else unended([*stretch, ""]))
            if line
        ]
        items += [tagged(P, said), tagged(P, told)] if first else [tagged(MORE_OF_P, told)]
        yield Block(height, tuple(items), before=before if first else 0.0, role="")


def _ground(look: Look, width: float, height: float) -> Iterator[Primitive]:
    """Of one piece with that of the block below it."""
    if look.ground:
        yield Box(0.0, 0.0, width, height, look.ground)
        yield Box(0.0, 0.0, 2.0, height, look.bar)


def _stretches(lines: Sequence[str], least: int) -> Iterator[tuple[bool, Sequence[str], bool]]:
    """The lines that stay together, whether they are the first and whether the last."""
    if len(lines) <= max(WHOLE, least + TOGETHER):
        yield True, lines, True
        return
    begin = max(TOGETHER, least)
    yield True, lines[:begin], False
    for number in range(begin, len(lines) - TOGETHER):
        yield False, lines[number : number + 1], False
    yield False, lines[-TOGETHER:], True
