"""What other programs put on the clipboard becomes a grid of text cells: an HTML table, or cells with tabs between.

The rule: only the text of cells is read; whatever else a page holds (scripts, styles, pictures) is passed over.
"""

from __future__ import annotations

from html.parser import HTMLParser

from tijdlijn.exchange.csv_in import grid_of
from tijdlijn.exchange.grids import MAX_COLUMNS, Grid, Row, capped, clean

NAME = "Het klembord"
_SILENT = frozenset({"style", "script", "head", "title", "template"})
_ENDS_LINE = frozenset({"p", "div", "li"})
MAX_SPAN = 1_000


def grid_of_tabs(text: str) -> Grid:
    """The rows of text with tabs. Raises Problem when there are more than this program reads."""
    return grid_of(text, "\t", NAME)


def grid_of_html(html: str) -> Grid:
    """The rows of every table in a piece of HTML; a cell that spans rows says the same in each.

    Raises Problem when there are more than this program reads.
    """
    reader = _Tables()
    reader.feed(html)
    reader.close()
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(reader.rows, start=1))
    return Grid(NAME, "", capped(rows, NAME))


class _Tables(HTMLParser):
    """Collects the cells of outermost tables. A table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._silent = 0
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._above: dict[int, tuple[int, str]] = {}
        self._below: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._above, self._below = {**self._above, **self._below}, {}
            self.rows.append([])
            self._fill()
        elif self._depth == 1 and tag in ("td", "th") and self.rows:
            self._end_cell()
            told = dict(attrs)
            self._span = _number(told.get("colspan")), _number(told.get("rowspan"))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(self._depth - 1, 0)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _ENDS_LINE and self._text is not None:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._silent:
            self._text.append(" ".join(("x" + data + "x").split())[1:-1])

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = clean("".join(self._text)).split("\n")
        text = "\n".join(line.strip() for line in lines)
        self._text = None
        row, (wide, high) = self.rows[-1], self._span
        for place in range(len(row), min(len(row) + wide, MAX_COLUMNS)):
            cell = text if place == len(row) else ""
            if high > 1:
                self._below[place] = (high - 1, cell)
        row.extend([text, *[""] * (min(wide, MAX_COLUMNS) - 1)])
        self._fill()

    def _fill(self) -> None:
        """Cells of the rows above that reach into this one."""
        row = self.rows[-1]
        while (reaching := self._above.pop(len(row), None)) is not None:
            rows, text = reaching
            if rows > 1:
                self._below[len(row)] = (rows - 1, text)
            row.append(text)


def _number(text: str | None) -> int:
    return min(max(int(text), 1), MAX_SPAN) if text and text.isdecimal() else 1
