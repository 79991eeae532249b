"""What stands above or below every page of a print: taken out of the pages, kept once.

The rule: a line is such when it stands at the same height on several pages, differs in figures only, and is set apart
from the text; a page number is, wherever it stands alone at the edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tijdlijn.dossier.pdf_layout import Line, lines_of
from tijdlijn.dossier.pdf_words import Page

_ZONE = 0.14
"""The part of a page, above and below, in which is looked."""
_MOST = 6
"""Lines at either edge that are looked at."""
_SET_APART = 1.7
"""White between these lines and the text, in letter heights."""
_COLUMNS = 0.8
"""White between the columns of a table, in letter heights."""
_NUMBERED = r"(?:pagina|pag\.?|bladzijde|blad|blz\.?|page)\s*:?\s*\d{1,4}(?:\s*(?:van|/|of|-)\s*\d{1,4})?"
_PAGE_NUMBER = re.compile(
    rf"[-–—|\s]*(?:{_NUMBERED}|\d{{1,3}}|\d{{1,3}}\s*(?:van|/)\s*\d{{1,3}})[-–—|\s]*", re.IGNORECASE
)
_AND_NUMBER = re.compile(rf"[-–—|\s]*\b{_NUMBERED}[-–—|\s]*$", re.IGNORECASE)
Key = tuple[str, int]


def take_margins(pages: Sequence[Page]) -> tuple[list[str], list[str]]:
    """Removes from the pages what returns on them; gives each line that stood above, and each below, once."""
    edges = [_edges(page) for page in pages]
    times = Counter(key for above, below in edges for key in {_key(line) for line in (*above, *below)})
    heads: dict[str, str] = {}
    feet: dict[str, str] = {}
    for page, (above, below) in zip(pages, edges, strict=True):
        for lines, kept in ((above, heads), (below, feet)):
            returning = _returning(lines, times, len(pages))
            for line in sorted(returning, key=lambda line: -line.y):
                taken = set(map(id, line.words))
                page.words = [word for word in page.words if id(word) not in taken]
                said = _AND_NUMBER.sub("", line.text)
                if said and not _PAGE_NUMBER.fullmatch(line.text):
                    kept.setdefault(re.sub(r"\d", "0", said), said)
    return list(heads.values()), list(feet.values())


def _edges(page: Page) -> tuple[list[Line], list[Line]]:
    """The lines in the upper and in the lower zone, each from the edge inwards, with the first line of the text."""
    lines = lines_of(page.words)
    height = page.top - page.bottom
    above = [line for line in lines if line.y > page.top - _ZONE * height]
    below = [line for line in lines if line.y < page.bottom + _ZONE * height]
    return lines[: min(len(above), _MOST) + 1], lines[::-1][: min(len(below), _MOST) + 1]


def _key(line: Line) -> Key:
    return re.sub(r"\d+", "0", line.text), round(line.y / 4)


def _returning(lines: Sequence[Line], times: Counter[Key], pages: int) -> list[Line]:
    count = 0
    for line in lines[:-1] if len(lines) > 1 else lines:
        if not (_PAGE_NUMBER.fullmatch(line.text) or _is_often(line, times, pages)):
            break
        count += 1
    while count and count < len(lines) and _belongs(lines[count - 1], lines[count]):
        count -= 1
    return list(lines[:count])


def _belongs(line: Line, inwards: Line) -> bool:
    """Whether a line is part of the text after all: close to it, or the header of the table that follows."""
    if abs(line.y - inwards.y) < _SET_APART * line.size:
        return True
    starts = {round(piece[0].x0 / 2) for piece in line.pieces(_COLUMNS)}
    under = {round(piece[0].x0 / 2) for piece in inwards.pieces(_COLUMNS)}
    return len(starts & under) > 1


def _is_often(line: Line, times: Counter[Key], pages: int) -> bool:
    """On two pages at least, and on most of them or on every other; heights are rounded, so neighbours count too."""
    text, height = _key(line)
    often = sum(times[text, near] for near in (height - 1, height, height + 1))
    return pages > 1 and often >= max(2, 0.4 * pages)
