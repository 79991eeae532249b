"""Lines of print to paragraphs and headings.

The rule: a line goes on in the next one when nothing says otherwise: no wider gap, no other letter, no indent, no
bullet, and no room left in which the first word of the next line would have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tijdlijn.dossier.pdf_layout import Line

_BULLET = re.compile(r"[•▪‣◦●○■□☐☒☑✓➢➤→\uf0b7\uf0a7\uf0d8\uf0fc\uf02d·*–—-]$|o$")
_NUMBER = re.compile(r"(\d{1,2}(\.\d{1,2}){0,3}[.)]?|[a-zA-Z][.)]|\(?[ivx]{1,4}\))$")
_ENDS = (".", "!", "?", ":", ";", "…", '"', "”", "’")
_MAX_TITLE = 110
_OFTEN = 0.5
"""Gaps are counted in these steps, in points."""


@dataclass(slots=True)
class Paragraph:
    """Lines that are one piece of running text. `width` is how far its column reaches to the right."""

    lines: list[Line]
    right: float

    @property
    def is_unfinished(self) -> bool:
        """Whether it may go on in the next column or on the next page."""
        last = self.lines[-1]
        return last.text[-1:] not in _ENDS and (last.x1 > self.right - 6 * last.size or last.text[-1:] in "-\xad,")

    @property
    def text_lines(self) -> list[str]:
        return [line.text for line in self.lines]


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document: the height of its letters, the gap between its lines, whether all of it is bold."""

    size: float
    gap: float
    bold: bool = False


def style_of(flows: Iterable[Sequence[Line]]) -> Style:
    """What is usual in these lines, by the number of letters."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    gaps: Counter[float] = Counter()
    for lines in flows:
        for line in lines:
            sizes[line.size] += len(line.text)
            bold[line.bold] += len(line.text)
        for above, below in pairwise(lines):
            ratio = (above.y - below.y) / below.size
            if 0.8 < ratio < 2.2 and above.size == below.size:
                gaps[round(ratio * 20) / 20] += min(len(above.text), 60)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return Style(size, _usual(gaps), bold[True] > bold[False])


def _usual(gaps: Counter[float]) -> float:
    """The narrowest gap that is usual, in letter heights: lines within a paragraph are never the far ones."""
    total = sum(gaps.values())
    return min((gap for gap, often in gaps.items() if often > 0.12 * total), default=1.2)


def paragraphs(lines: Sequence[Line], right: float, style: Style) -> list[Paragraph]:
    """The lines of one flow, joined where they go on. `right` is how far lines of this flow may reach."""
    found: list[Paragraph] = []
    for line in lines:
        if found and _goes_on(found[-1], line, style):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], right))
    return found


def _goes_on(paragraph: Paragraph, line: Line, style: Style) -> bool:
    above = paragraph.lines[-1]
    if abs(above.size - line.size) > 0.08 * above.size or (above.bold != line.bold and _sets_apart(above, line)):
        return False
    drop = above.y - line.y
    if drop > _most(paragraph, style) * line.size or drop < 0.5 * line.size:
        return False
    if is_title_size(above, style):
        return _same_title(above, line)
    if begins_item(line, above):
        return False
    return _lines_up(paragraph, line) and not _would_fit(above, line, paragraph.right)


def _most(paragraph: Paragraph, style: Style) -> float:
    """The widest gap within this paragraph: a bit more than what it had so far, or than what is usual."""
    lines = paragraph.lines
    if len(lines) > 1:
        return max((lines[0].y - lines[1].y) / lines[1].size, 0.9) * 1.12
    return style.gap * 1.12


def _sets_apart(above: Line, line: Line) -> bool:
    """A change between bold and plain from one line to the next, other than within a sentence that runs on."""
    return above.text[-1:] in _ENDS or line.text[:1].isupper() or not above.text[-1:].isalpha()


def is_title_size(line: Line, style: Style) -> bool:
    """Set clearly larger than the text of the document."""
    return line.size > 1.08 * style.size


def _same_title(above: Line, line: Line) -> bool:
    """A title that runs over two lines: no number before the second, the same edge or the same middle."""
    if _NUMBER.match(line.words[0].text):
        return False
    middle = abs((above.x0 + above.x1) - (line.x0 + line.x1)) < line.size
    return above.x1 - above.x0 > 12 * above.size and (abs(above.x0 - line.x0) < line.size or middle)


def begins_item(line: Line, above: Line) -> bool:
    """Whether it is an item of a list: a bullet, or a number after a line that was ended or stands elsewhere."""
    first = line.words[0].text
    if len(line.words) < 2:
        return False
    if _BULLET.match(first):
        return first not in "-–—o*" or above.text[-1:] in _ENDS or _is_item(above) or above.x1 < line.x1
    if not _NUMBER.match(first) or first.isdigit():
        return False
    return above.text[-1:] in _ENDS or _is_item(above) or abs(above.x0 - line.x0) > 0.4 * line.size


def _is_item(line: Line) -> bool:
    first = line.words[0].text
    return len(line.words) > 1 and bool(_BULLET.match(first) or (_NUMBER.match(first) and not first.isdigit()))


def _hangs(line: Line) -> bool:
    """Whether its first word stands out before the text: an item, or a label with white behind it."""
    return _is_item(line) or (len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > 0.6 * line.size)


def _lines_up(paragraph: Paragraph, line: Line) -> bool:
    """Whether it begins where the lines above begin; the first may be indented, or hang out before its text."""
    first, above = paragraph.lines[0], paragraph.lines[-1]
    tolerance = 0.45 * line.size
    shift = line.x0 - above.x0
    if abs(shift) <= tolerance:
        return True
    if len(paragraph.lines) > 1:
        return False
    if shift > 0:
        return _hangs(first) and abs(line.x0 - first.words[1].x0) <= 1.2 * line.size
    return -shift <= 5 * line.size and not _is_item(first)


def _would_fit(above: Line, line: Line, right: float) -> bool:
    """Whether the first word would have stood at the end of the line above, had the text run on."""
    if above.text[-1:] in "-\xad":
        return False
    word = line.words[0]
    width = word.x1 - word.x0
    if " " in word.text:
        return True
    return above.x1 + 0.25 * line.size + width < right - 0.3 * line.size


def is_heading(paragraph: Paragraph, style: Style) -> bool:
    """Larger than the text, or bold while the text is not; short, and no sentence."""
    text = " ".join(paragraph.text_lines)
    if len(text) > _MAX_TITLE or not any(sign.isalpha() for sign in text):
        return False
    if is_title_size(paragraph.lines[0], style):
        return True
    bold = all(line.bold for line in paragraph.lines) and not style.bold
    return bold and len(paragraph.lines) == 1 and text[-1] not in ".;,"
