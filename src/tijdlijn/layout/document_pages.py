"""A document of text drawn as pages, in the manner of the other pages of a report.

The rule: a row of a table is never cut where it fits a page, a heading never stands at the foot of one, and what goes
on over a page says so at its top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from tijdlijn.analysis.certainty import Status
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face, Line, Primitive, Text
from tijdlijn.drawing.tags import MORE_OF_P, P, tagged, unended
from tijdlijn.drawing.text_metrics import shortened, text_width, wrapped
from tijdlijn.layout import prose
from tijdlijn.layout.document import Answer, Heading, Item, Picture, Point, Table, Title, Tone, Words
from tijdlijn.layout.findings_pages import pill
from tijdlijn.layout.flow import Block, FlowPage, paginate
from tijdlijn.layout.parts import heading
from tijdlijn.layout.sheet import Frame
from tijdlijn.layout.tables import SMALL, Cell, Paragraph, Row, grid, head, rows_of

ROOM_ABOVE_A_ROW = 110.0
"""What stands above the first row of a page at most: title, heading and column heads, in points."""
PILL_ROOM = 62.0
MOST_TOGETHER = 16
"""Lines of a title or a sentence that are never divided over pages."""
_STYLES = {Tone.BODY: "page.text", Tone.STRONG: "page.strong", Tone.QUIET: "page.muted", Tone.FAMILY: "page.voice.text"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text and how far the next one is below it."""

    text: str
    style: str
    size: float
    step: float
    face: Face = Face.REGULAR


def document_pages(items: Sequence[Item], frame: Frame) -> tuple[FlowPage, ...]:
    """All items but pictures, which have sheets of their own, on as few pages as their rules allow."""
    return paginate(blocks_of(items, frame), frame)


def blocks_of(items: Sequence[Item], frame: Frame) -> Iterator[Block]:
    """The same as blocks, for a page that has more than a document."""
    for item in items:
        yield from _blocks(item, frame)


def _blocks(item: Item, frame: Frame) -> Iterator[Block]:
    width = frame.width
    match item:
        case Title():
            yield from _title(item, width)
        case Heading(text, lead, 1):
            yield heading(plain(text), plain(lead), width)
        case Heading():
            yield from _lower_heading(item, width)
        case Words():
            yield from _paragraph(item, width)
        case Answer(label, text, tone):
            yield from prose.labelled(label, text, width, prose.FAMILY if tone is Tone.FAMILY else prose.PLAIN)
        case Point():
            yield from _point(item, width)
        case Table():
            yield from _table(item, frame)
        case Picture():
            return


def _title(title: Title, width: float) -> Iterator[Block]:
    kind = _Line(plain(title.kind), "page.accent", 9.0, 15.0, Face.SEMIBOLD)
    lines = [
        _Line(line, "page.title", 21.0, 24.0, Face.SEMIBOLD)
        for line in wrapped(plain(title.text), width, 21.0, Face.SEMIBOLD)
    ]
    *rest, last = _stacked([kind, *lines], roles=(P, *("H1" for _ in lines)))
    rule = Line(0.0, last.height + 6.0, width, last.height + 6.0, "page.accent.rule")
    last = replace(last, height=last.height + 9.0, items=(*last.items, rule), keep=True)
    first, *others = (*rest, last)
    yield replace(first, section=0, bookmark=plain(title.text))
    yield from others
    for label, text in title.facts:
        if text.strip():
            yield from prose.labelled(label, text, width, before=2.0)


def _lower_heading(item: Heading, width: float) -> Iterator[Block]:
    """The name of one thing within a section, in full, and again where it goes on over a page."""
    names = wrapped(plain(item.text), width, 10.4, Face.SEMIBOLD)
    lines = [_Line(name, "page.title", 10.4, 13.2, Face.SEMIBOLD) for name in names]
    leads = [_Line(line, "page.muted", 8.2, 10.8) for line in _wrapped(item.lead, width, 8.2)]
    roles = ["H3" for _ in lines] + [P for _ in leads]
    words = shortened(names[0], width - 60.0, 8.2, Face.SEMIBOLD)
    after = text_width(words, 8.2, Face.SEMIBOLD)
    again: tuple[Primitive, ...] = (
        Text(0.0, 9.0, words, "page.strong", 8.2, Face.SEMIBOLD),
        Text(after, 9.0, ", vervolg", "page.muted", 8.2),
    )
    first, *others = _stacked([*lines, *leads], keep=True, roles=roles)
    yield replace(first, before=14.0, section=2, resumed=Block(19.0, again), bookmark=names[0])
    yield from others


def _paragraph(words: Words, width: float) -> Iterator[Block]:
    """A line each, so that it may go on over a page."""
    for number, line in enumerate(unended(wrapped(plain(words.text), width, 8.6))):
        text = Text(0.0, 9.0, line, _STYLES[words.tone], 8.6)
        yield Block(11.6, (text,), before=0.0 if number else 4.0, role=MORE_OF_P if number else P)


def _point(point: Point, width: float) -> Iterator[Block]:
    room = width - PILL_ROOM
    lines = [
        _Line(line, "page.strong", 9.2, 12.4, Face.SEMIBOLD)
        for line in wrapped(plain(point.text), room, 9.2, Face.SEMIBOLD)
    ]
    roles = [P for _ in lines]
    for more in point.more:
        added = [_Line(line, "page.muted", 7.8, 10.4) for line in _wrapped(more, room, 7.8)]
        lines += added
        roles += [P if not number else MORE_OF_P for number in range(len(added))]
    first, *others = _stacked(lines, PILL_ROOM, roles=roles)
    yield replace(first, items=(tagged(P, _mark(point.status, 0.0)), *first.items), before=8.0)
    yield from others


def _mark(status: Status | None, y: float) -> Iterator[Primitive]:
    if status:
        yield from pill(status, 0.0, y)
    else:
        yield Text(0.0, y + 8.6, "niet meer", "page.muted", 7.4, Face.ITALIC)


def _wrapped(text: str, width: float, size: float) -> list[str]:
    return wrapped(plain(text), width, size) if text.strip() else []


def _stacked(lines: Sequence[_Line], x: float = 0.0, keep: bool = False, *, roles: Sequence[str]) -> Iterator[Block]:
    """Lines below each other, as one block; more than stand well together as several, of which `keep` is the last.

    Lines that follow each other in one role are one thing; `MORE_OF_P` goes on with the paragraph before it.
    """
    for start in range(0, len(lines), MOST_TOGETHER):
        end = start + MOST_TOGETHER
        items: list[Primitive] = []
        y = 0.0
        for role, run in groupby(zip(lines[start:end], roles[start:end], strict=True), itemgetter(1)):
            texts = []
            for line, _ in run:
                texts.append(Text(x, y + line.step * 0.76, line.text, line.style, line.size, line.face))
                y += line.step
            items.append(tagged(role, texts))
        yield Block(y, tuple(items), keep=keep and end >= len(lines), role="")


def _table(table: Table, frame: Frame) -> Iterator[Block]:
    rows = _grid_rows(table)
    drawn = grid(table.columns, rows, frame.width)
    yield head(drawn, section=2)
    for number, row in enumerate(rows):
        yield from rows_of(drawn, row, frame.height - ROOM_ABOVE_A_ROW, rule=number > 0)


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    """The widths of the columns by what stands in them, that together fill a width."""
    widths = grid(table.columns, _grid_rows(table), width).widths
    return tuple(one * width / sum(widths) for one in widths)


def _grid_rows(table: Table) -> list[Row]:
    return [Row(tuple(Cell(tuple(map(_words, paragraphs))) for paragraphs in cells)) for cells in table.rows]


def _words(words: Words) -> Paragraph:
    match words.tone:
        case Tone.STRONG:
            return Paragraph(words.text, "page.strong", face=Face.SEMIBOLD)
        case Tone.QUIET:
            return Paragraph(words.text, "page.muted", SMALL)
        case tone:
            return Paragraph(words.text, _STYLES[tone])
