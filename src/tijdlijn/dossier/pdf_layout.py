"""The words of a page in the order in which a person reads them: lines, tables and columns.

The rule: what stands clearly apart on one height, line after line with the same white between, is a table or a pair of
columns. Columns are filled from edge to edge; anything else is a table. Within a table a row begins at a ruled line, a
wider gap, or where its first cell begins anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tijdlijn.dossier.hyphens import SOFT, joined
from tijdlijn.dossier.pdf_words import Page, Word
from tijdlijn.language.calendar_nl import MONTHS

_APART = 1.1
"""White between two cells, in letter heights; a space is a quarter."""
_FAR_APART = 3.0
"""The same, for a line that stands alone."""
_MIN_COLUMN_LINES = 6
_WRITTEN_APART = 0.5
"""The same, for words that were not written one after the other."""
_ENUMERATOR = re.compile(r"(?:[^\w\s]|o|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zA-Z][.)])$")
"""What stands before an item of a list."""
_BLOCKS_APART = 8.0
"""White between two blocks of a letter."""
_CLOSE = 1.35
"""The step to the next line of the same text, in letter heights."""
Gutter = tuple[float, float]


@dataclass(slots=True)
class Line:
    """Words on one height, from left to right. `size` and `y` are those of most of its letters."""

    words: list[Word]
    x0: float = field(init=False)
    x1: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)

    def __post_init__(self) -> None:
        first = self.words[0]
        self.x0, self.x1 = first.x0, max(word.x1 for word in self.words)
        self.y, self.size = first.y, round(first.size, 1)
        if any(word.y != first.y or word.size != first.size for word in self.words):
            self.y, self.size = self._usual()
        self.bold = all(word.bold for word in self.words)

    def _usual(self) -> tuple[float, float]:
        letters: Counter[tuple[float, float]] = Counter()
        for word in self.words:
            letters[word.y, round(word.size, 1)] += len(word.text)
        return letters.most_common(1)[0][0]

    @property
    def text(self) -> str:
        return text_of(self.words)

    def pieces(self, apart: float) -> list[list[Word]]:
        """The words, divided where there is white of at least this many letter heights."""
        found = [[self.words[0]]]
        reach = self.words[0].x1
        for word in self.words[1:]:
            before = found[-1][-1]
            white = _WRITTEN_APART if word.at != before.at + 1 else apart
            if word.x0 - reach > white * max(word.size, before.size):
                found.append([])
            found[-1].append(word)
            reach = max(reach, word.x1)
        return found


@dataclass(slots=True)
class Flow:
    """Lines under each other, read from top to bottom; a column is not `wide`, `apart` means that none goes on."""

    lines: list[Line]
    wide: bool = True
    apart: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells; `starts_anew` is False when its first row may belong to the last one of the page before."""

    rows: list[list[str]]
    starts_anew: bool = True


def text_of(words: Iterable[Word]) -> str:
    """Words of one line; a soft hyphen within a line shows nothing."""
    return " ".join(word.text for word in words).replace(f"{SOFT} ", "")


def arranged(page: Page) -> list[Flow | Table]:
    """What is on a page, in reading order."""
    lines = lines_of(page.words)
    found: list[Flow | Table] = []
    at = 0
    while at < len(lines):
        band = _band(lines, at)
        if band:
            found.extend(_divided(lines[at : at + band.count], band.gutters, page.rules))
            at += band.count
            continue
        if found and isinstance(found[-1], Flow) and found[-1].wide and not found[-1].apart:
            found[-1].lines.append(lines[at])
        else:
            found.append(Flow([lines[at]]))
        at += 1
    return found


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words by their height, from top to bottom. What is a bit higher or lower but stands beside it belongs to it."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.y):
        for row in rows[-3:]:
            drop = row[0].y - word.y
            if drop < 0.25 * word.size or (drop < 0.7 * word.size and _is_beside(word, row)):
                row.append(word)
                break
        else:
            rows.append([word])
    return [Line(sorted(row, key=lambda word: word.x0)) for row in rows]


def _is_beside(word: Word, row: Sequence[Word]) -> bool:
    """A raised or lowered sign, or a line of another column."""
    if word.size < 0.8 * row[0].size and len(word.text) <= 3:
        return True
    return all(word.x0 > other.x1 + word.size or word.x1 < other.x0 - word.size for other in row)


@dataclass(slots=True)
class _Band:
    count: int
    gutters: list[Gutter]


def _band(lines: Sequence[Line], at: int) -> _Band | None:
    """How many lines from here on keep the same white between them, and where it is; None when there is none."""
    gutters = _gutters(lines[at])
    if not gutters:
        return None
    count = divided = 1
    for before, line in zip(lines[at:], lines[at + 1 :], strict=False):
        if before.y - line.y > 3.2 * max(before.size, line.size) or _is_title(line, before, gutters):
            break
        kept = _kept(gutters, line)
        if len(kept) < len(gutters) and not (kept and count < 2):
            break
        gutters = kept
        count += 1
        if _reaches(line, gutters) or (divided == count - 1 > 1 and _hangs_below(line, before, gutters)):
            divided = count
    if divided < 2 and max(right - left for left, right in gutters) < _FAR_APART * lines[at].size:
        return None
    return _Band(divided, _common(lines[at : at + divided], gutters))


def _hangs_below(line: Line, before: Line, gutters: Sequence[Gutter]) -> bool:
    """A last line of the first cell, closely below."""
    return line.x1 <= gutters[0][0] + 0.5 and before.y - line.y < _CLOSE * line.size


def _is_title(line: Line, before: Line, gutters: Sequence[Gutter]) -> bool:
    """A line that stands before the first white and is set larger, or in bold where nothing else is."""
    if _reaches(line, gutters):
        return False
    return line.size > 1.08 * before.size or (line.bold and not any(word.bold for word in before.words))


def _common(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Gutter]:
    """The white that all lines share, also where the first line had an empty cell."""
    found: list[Gutter] = []
    reach = min(line.x0 for line in lines)
    size = lines[0].size
    for word in sorted((word for line in lines for word in line.words), key=lambda word: word.x0):
        if word.x0 - reach > 0.8 * size or any(
            left - 0.1 <= reach and word.x0 <= right + 0.1 for left, right in gutters
        ):
            found.append((reach, word.x0))
        reach = max(reach, word.x1)
    return [gutter for gutter in found if gutter[1] > gutter[0]]


def _gutters(line: Line) -> list[Gutter]:
    pieces = line.pieces(_APART)
    return [
        (max(word.x1 for word in left), min(word.x0 for word in right))
        for at, (left, right) in enumerate(pairwise(pieces))
        if at or len(left) > 1 or not _ENUMERATOR.match(left[0].text)
    ]


def _kept(gutters: Sequence[Gutter], line: Line) -> list[Gutter]:
    """What is left of the white when this line is laid over it, and the white it adds within a cell."""
    kept: list[Gutter] = []
    for left, right in gutters:
        inside = [word for word in line.words if word.x0 < right and word.x1 > left]
        free = _free(left, right, inside)
        if free and free[1] - free[0] > 0.5 * line.size:
            kept.append(free)
    return kept


def _free(left: float, right: float, words: Sequence[Word]) -> Gutter | None:
    """The widest white within these bounds."""
    stops = sorted((max(word.x0, left), min(word.x1, right)) for word in words)
    best: Gutter | None = None
    reach = left
    for start, end in [*stops, (right, right)]:
        if start > reach and (best is None or start - reach > best[1] - best[0]):
            best = (reach, start)
        reach = max(reach, end)
    return best


def _reaches(line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether anything of it stands beyond the first white."""
    return line.x1 > gutters[0][1] - 0.5


def _divided(
    lines: Sequence[Line], gutters: Sequence[Gutter], rules: Sequence[tuple[float, float, float]]
) -> list[Flow | Table]:
    starts = [float("-inf"), *((left + right) / 2 for left, right in gutters)]
    grid = [_cells(line, starts) for line in lines]
    inner = [_crossed(above, below, rules) for above, below in pairwise(lines)]
    if len(starts) == 2 and not any(inner) and _are_columns(grid):
        return [Flow(side, wide=False) for side in _sides(grid)]
    if len(starts) == 2 and not any(inner) and _are_blocks(grid, gutters[0], lines[0].size):
        return [Flow(side, apart=True) for side in _sides(grid)]
    return [_table(lines, grid, inner)]


def _sides(grid: Sequence[list[list[Word]]]) -> list[list[Line]]:
    sides = ([Line(row[side]) for row in grid if row[side]] for side in (0, 1))
    return [side for side in sides if side]


def _are_blocks(grid: Sequence[list[list[Word]]], gutter: Gutter, size: float) -> bool:
    """Two addresses or the like, side by side on a letter: far apart, few lines, no labels and no figures."""
    if gutter[1] - gutter[0] < _BLOCKS_APART * size or not 2 <= len(grid) <= 12:
        return False
    firsts = [row[0] for row in grid if row[0]]
    seconds = [row[1] for row in grid if row[1]]
    if any(words[-1].text.endswith(":") for words in firsts) or len(firsts) < 2 or len(seconds) < 2:
        return False
    figures = sum(words[0].text[0].isdigit() for words in firsts), sum(words[-1].text[0].isdigit() for words in seconds)
    return figures[0] <= 0.4 * len(firsts) and figures[1] <= 0.6 * len(seconds)


def _cells(line: Line, starts: Sequence[float]) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in starts]
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        cells[sum(middle >= start for start in starts) - 1].append(word)
    return cells


def _crossed(above: Line, below: Line, rules: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a line is drawn between them."""
    left, right = min(above.x0, below.x0), max(above.x1, below.x1)
    top, bottom = above.y + 0.1 * above.size, below.y + 0.4 * below.size
    return any(bottom < y < top and min(x1, right) - max(x0, left) > 0.2 * (right - left) for x0, x1, y in rules)


def _are_columns(grid: Sequence[list[list[Word]]]) -> bool:
    """Two columns of prose: the left one reaches its right edge in most of its lines, and so wide is no cell."""
    left = [row[0] for row in grid if row[0]]
    right = [row[1] for row in grid if row[1]]
    if min(len(left), len(right)) < _MIN_COLUMN_LINES:
        return False
    ends = [max(word.x1 for word in row) for row in left]
    edge, start = max(ends), min(row[0].x0 for row in left)
    full = sum(end > edge - 0.15 * (edge - start) for end in ends)
    width = max(word.x1 for row in right for word in row) - start
    return full >= 0.5 * len(left) and edge - start > 0.3 * width and len(left) > 0.4 * len(grid)


def _table(lines: Sequence[Line], grid: Sequence[list[list[Word]]], inner: Sequence[bool]) -> Table:
    starts = _row_starts(lines, grid, inner)
    rows: list[list[list[str]]] = []
    for starts_row, cells in zip(starts, grid, strict=True):
        if starts_row:
            rows.append([[] for _ in cells])
        for kept, words in zip(rows[-1], cells, strict=True):
            kept.extend([text_of(words)] if words else [])
    return Table([[joined(cell) for cell in row] for row in rows], starts_anew=bool(grid[0][0]))


def _row_starts(lines: Sequence[Line], grid: Sequence[list[list[Word]]], inner: Sequence[bool]) -> list[bool]:
    steps = [above.y - below.y for above, below in pairwise(lines)]
    ruled = sum(inner) >= 2 or (sum(inner) == 1 and len(lines) <= 3)
    closest = min(steps, default=0.0)
    within = min(closest, 1.4 * max(line.size for line in lines)) * 1.15
    found = [True]
    for at, step in enumerate(steps):
        if ruled:
            found.append(inner[at])
        elif inner[at] or (step > within and _spaced(steps)):
            found.append(True)
        else:
            found.append(_begins(grid[at], grid[at + 1], step > within))
    return found


def _spaced(steps: Sequence[float]) -> bool:
    """Whether the gaps tell lines within a row from rows: there are narrow ones and wide ones."""
    return max(steps) > 1.15 * min(steps)


def _begins(above: Sequence[list[Word]], row: Sequence[list[Word]], wide: bool) -> bool:
    """Whether the first cell of a line begins anew, and is not the rest of the one above."""
    if not row[0] or (not wide and above[0] and not any(row[1:])):
        return wide
    first = row[0][0].text
    before = above[0][-1].text.lower().rstrip(".") if above[0] else ""
    if re.fullmatch(r"(19|20)\d\d[.,:]?", first) and any(
        month.startswith(before) for month in MONTHS if len(before) > 2
    ):
        return False
    if before[-1:] in ("-", SOFT, "/", ","):
        return False
    return wide or first[0].isdigit() or first[0].isupper() or not first[0].isalnum()
