"""Where characters of a text stand on the screen, as Qt laid it out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

MOST_BLOCKS = 400
"""Blocks of which the places are looked up for one stretch, at most."""


def lines_of(page: QTextEdit, block: QTextBlock) -> QRectF:
    """The lines of a block in the viewport, without the room around them."""
    page.document().documentLayout().blockBoundingRect(block)  # lays it out, if it was not yet
    layout = block.layout()
    return layout.boundingRect().translated(_origin(page, block))


def boxes(page: QTextEdit, first: int, last: int) -> list[QRectF]:
    """The places of the characters from position `first` to `last`, one for each line, as far as they are in view."""
    found: list[QRectF] = []
    block, height = page.document().findBlock(first), page.viewport().height()
    for _ in range(MOST_BLOCKS):
        if not block.isValid() or block.position() >= last:
            break
        place = lines_of(page, block)
        if place.top() > height:
            break
        if place.bottom() >= 0:
            found.extend(_in_block(page, block, first - block.position(), last - block.position()))
        block = block.next()
    return found


def _in_block(page: QTextEdit, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    layout, origin = block.layout(), _origin(page, block)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if begin < end:
            left, right = _across(line.cursorToX(begin)), _across(line.cursorToX(end))
            height = line.ascent() + line.descent()
            top = line.y() + line.height() - height - 1
            yield QRectF(left, top, right - left, height).translated(origin)


def line_at(page: QTextEdit, block: QTextBlock, position: int) -> tuple[float, QPointF]:
    """The height of the line of a character, and where that character stands."""
    place = lines_of(page, block)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return place.height(), place.topLeft()
    at = QPointF(_across(line.cursorToX(position - block.position())), line.y())
    return line.height(), at + _origin(page, block)


def _origin(page: QTextEdit, block: QTextBlock) -> QPointF:
    return block.layout().position() - QPointF(0, page.verticalScrollBar().value())


def _across(found: object) -> float:
    """PySide hands back the position beside the x."""
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, (int, float))
    return float(x)
