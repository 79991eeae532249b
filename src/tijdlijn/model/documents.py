"""Documents of a dossier as they were read: their text, how it is divided, and what was decided about what they tell.

The rule: everything that points into a document counts characters of its `text`, from 0, the end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    HEADING = "kop"
    PARAGRAPH = "alinea"
    ROW = "rij"
    """A row of a table: its cells stand in `text` with tabs between them."""
    NOTE = "noot"
    """A foot- or endnote, or a remark in the margin."""
    MARGIN = "marge"
    """A page header or footer."""
    MAIL = "mailkop"
    """A header line of a mail: sender, receiver, subject, day."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text: a paragraph, heading or table row, without the line end after it.

    `level` is that of a heading (1 the highest), else 0. `table` numbers the tables of a document from 1; 0 is no
    table. `cells` are the stretches of the cells of a row, empty cells included.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    table: int = 0
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of one file: `name` without folders, `format` as its usual ending ("docx").

    Blocks are in the order of the text and do not overlap; what lies between them are line ends. `pages` has the
    offset at which each page starts, and is empty when the format has no pages. `day` is a day that the file itself
    states as its own, as the header of a mail does. `notices` say in Dutch what could not be read or was left out.
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    day: date | None = None
    notices: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page on which this character stands, from 1; None without pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None


class Verdict(StrEnum):
    """What a person decided about a candidate."""

    ACCEPTED = "aangenomen"
    SKIPPED = "overgeslagen"
    JOINED = "samengevoegd"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict on the candidate with this key in the document of this source.

    `entry_id` is the entry that came of it or that it was joined with; empty when it was skipped.
    """

    source_id: str
    key: str
    verdict: Verdict
    entry_id: str = ""
