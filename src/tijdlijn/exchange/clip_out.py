"""Entries as a table for the clipboard: tabs for a spreadsheet, HTML for a word processor, with our column names.

The rule: what stands here is read back as the same entries; only columns that say something are there.
"""

from __future__ import annotations

import csv
import io
from html import escape

from tijdlijn.exchange.formula import guarded
from tijdlijn.exchange.rows_out import Cells, entry_columns, entry_rows
from tijdlijn.model.casebook import Case

_ALWAYS = ("date", "kind", "title")


def tsv(case: Case) -> str:
    """The entries with tabs between the cells; a cell with a tab or a line end in it stands in quotes."""
    columns, rows = _table(case)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    writer.writerow(map(guarded, columns))
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue()


def html_table(case: Case) -> str:
    """The entries as an HTML table."""
    columns, rows = _table(case)
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(_cell(row.get(column, '')) for column in columns)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table border="1"><tr>{head}</tr>{body}</table>'


def _table(case: Case) -> tuple[list[str], list[Cells]]:
    rows = list(entry_rows(case))
    used = {column for row in rows for column in row}
    return [column for column in entry_columns(case) if column in used or column in _ALWAYS], rows


def _cell(text: str) -> str:
    """As text, also where a spreadsheet would read a number or a formula in it."""
    return f"<td style=\"mso-number-format:'\\@';white-space:pre-wrap\">{escape(text).replace(chr(10), '<br>')}</td>"
