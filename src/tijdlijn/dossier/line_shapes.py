"""What the lines of a plain text are: headings, rows of columns, paragraphs broken by a mail program.

The rule: careful. A line is a heading only when several signs agree, since a date in a heading dates what stands under
it; a line that may be an address, a greeting or a label with its answer is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_HEADING = 80
MAX_PLAIN_HEADING = 60
LONG = 90
"""From this length on a line is certainly running text."""
WRAPPED = (50, 110)
"""How long a line is that a program broke: at least, at most."""

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?[ \t]+(?=[A-ZÀ-Þ])")
_ITEM = re.compile(r"\s*(?:[-*•▪–—>]|\d{1,3}[.)]|[a-z][.)])\s")
_MARKED = re.compile(r"(#{1,6})\s+\S")
_RULE = re.compile(r"\s*([-=_*~])\1{2,}\s*")
_ADDRESS = re.compile(r"\d{4} ?[A-Z]{2}\b")
_LABEL = re.compile(r"[^:]{1,40}:\s+\S")
_GREETING = re.compile(
    r"(?:beste|geachte|dag|hallo|hoi|goedemorgen|goedemiddag|lieve|"
    r"met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groet(?:en|jes)?|hoogachtend|mvg|m\.v\.g)\b",
    re.IGNORECASE,
)


def heading_level(lines: Sequence[str], at: int) -> int:
    """The level of this line as a heading, from 1; 0 when it is none or when it is not sure."""
    line = lines[at].strip()
    if marked := _MARKED.match(line):
        return len(marked[1])
    if not 2 <= len(line) <= MAX_HEADING or "\t" in line or not any(map(str.isalpha, line)):
        return 0
    after = lines[at + 1] if at + 1 < len(lines) else ""
    if _RULE.fullmatch(after):
        return 1 if "=" in after else 2
    if line.endswith((".", ",", ";", "!", "?")) or _GREETING.match(line) or _ADDRESS.match(line):
        return 0
    if numbered := _NUMBERED.match(line):
        return _numbered_level(lines, at, numbered[1])
    if sum(map(str.isalpha, line)) >= 4 and line == line.upper():
        return 1
    return 2 if _stands_alone(lines, at, line) else 0


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(line) is not None


def columns(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a row of a table with tabs between its cells."""
    cells = [cell for cell in lines[at].split("\t") if cell.strip()]
    if len(cells) < 2:
        return False
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return len(cells) > 2 or any(line.strip("\t ").count("\t") for line in beside)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a program broke the lines of this text: hardly any is longer than a screen is wide."""
    filled = [len(line) for line in lines if line.strip()]
    near = sum(WRAPPED[0] <= length <= WRAPPED[1] for length in filled)
    return near >= 2 and all(length <= WRAPPED[1] for length in filled)


def runs_on(line: str, after: str) -> bool:
    """Whether the sentence of a line of wrapped text goes on in the next."""
    said, rest = line.rstrip(), after.strip()
    if not rest or "\t" in line + after or is_item(after) or _RULE.fullmatch(after) or len(said) < WRAPPED[0]:
        return False
    if said.endswith((".", "!", "?", ":", ";")):
        return rest[0].islower() and said.endswith(".")
    return not _LABEL.match(rest)


def _numbered_level(lines: Sequence[str], at: int, number: str) -> int:
    """A numbered line is a heading when those beside it are not numbered as well: else it is a list."""
    beside = [lines[place].strip() for place in (at - 1, at + 1) if 0 <= place < len(lines)]
    return 0 if any(_NUMBERED.match(line) for line in beside) else number.count(".") + 1


def _stands_alone(lines: Sequence[str], at: int, line: str) -> bool:
    """A short line with running text under it, and nothing or a finished sentence above it."""
    if len(line) > MAX_PLAIN_HEADING or not (line[0].isupper() or line[0].isdigit()) or _LABEL.match(line):
        return False
    before = lines[at - 1].strip() if at else ""
    under = next((text.strip() for text in lines[at + 1 : at + 3] if text.strip()), "")
    if is_item(line) or (before and not (before.endswith((".", "?", "!", ":")) and len(before) >= MAX_PLAIN_HEADING)):
        return False
    follows_directly = at + 1 < len(lines) and bool(lines[at + 1].strip())
    is_text = len(under) >= LONG or (
        len(under) >= WRAPPED[0] and (under.endswith(".") or (follows_directly and not before))
    )
    return is_text and (under[0].isupper() or under[0].isdigit()) and under != line
