"""Text to sentences, within a paragraph or a cell. A sentence is the passage that a reader is shown with a date.

The rule: cut too little rather than too much. Initials, abbreviations and list numbers end no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tijdlijn.model.documents import Block, BlockKind

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Ý])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:geb|mw|mevr|dhr|dr|drs|mr|ir|prof|ca|nr|jl|tel|art|lid|blz|par|resp|evt|incl|excl|vgl|zgn|enz|bijv|max|min|st"
    r"|jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|ma|di|wo|do|vr|za|zo|gem|afd|org|tav|wv|o\.a|i\.v\.m|n\.a\.v|t\.g\.v|d\.d|m\.b\.t"
    r"|i\.o\.m|t\.a\.v|m\.i\.v|a\.s|e\.d|d\.w\.z|t\.m)|(?:^|\n)\s*\d{1,2})\.$",
    re.IGNORECASE,
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences in `text[start:end]`, without the white space around them; none are empty."""
    low = start
    for cut in _END.finditer(text, start, end):
        if _ABBREVIATED.search(text[max(low, cut.start() - 12) : cut.start()]):
            continue
        yield from _tight(text, low, cut.start())
        low = cut.end()
    yield from _tight(text, low, end)


def sentence_at(text: str, block: Block, place: int) -> tuple[int, int]:
    """The sentence of a block in which this character stands; of a row, that in its cell."""
    for start, end in pieces(block):
        if start <= place <= end:
            found = next((one for one in sentences(text, start, end) if one[0] <= place <= one[1]), None)
            return found or (start, end)
    return block.start, block.end


def pieces(block: Block) -> tuple[tuple[int, int], ...]:
    """The stretches of a block that hold sentences of their own: its cells, or all of it."""
    if block.kind is BlockKind.ROW and block.cells:
        return tuple(cell for cell in block.cells if cell[1] > cell[0])
    return ((block.start, block.end),)


def _tight(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
