"""Excel workbooks: every sheet as rows of text. A date is a number with a format, so the format says how precise it is.

The rule: a cell shown as `mrt 2019` is the month, not its first day. A formula without a stored value is not empty:
it says so, and its row is then refused rather than taken as if nothing stood there.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from tijdlijn.exchange import archives
from tijdlijn.exchange.grids import Grid, Row, capped, clean

UNCALCULATED = "#FORMULE ZONDER WAARDE"
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def read_xlsx(data: bytes, archive: zipfile.ZipFile, name: str) -> tuple[Grid, ...]:
    """All sheets with anything in them. Raises Problem when the workbook is damaged or too large."""
    archives.check_xml(archive, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _grids(data, _has_formulas(archive), name)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, ParseError, zipfile.BadZipFile):
        raise archives.damaged(name) from None


def _grids(data: bytes, formulas: bool, name: str) -> tuple[Grid, ...]:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    written = load_workbook(io.BytesIO(data), read_only=True) if formulas else values
    grids = []
    for sheet in values.worksheets:
        sheet.reset_dimensions()
        rows: Iterable[Row] = _rows(sheet.iter_rows())
        if formulas:
            other = written[sheet.title]
            other.reset_dimensions()
            rows = _rows(sheet.iter_rows(), other.iter_rows(values_only=True))
        grids.append(Grid(name, sheet.title, capped(rows, f"{name}, blad {sheet.title}")))
    return tuple(grid for grid in grids if grid.rows)


def _has_formulas(archive: zipfile.ZipFile) -> bool:
    sheets = (part for part in archive.namelist() if part.startswith("xl/worksheets/") and part.endswith(".xml"))
    return any(_mentions_formula(archive, part) for part in sheets)


def _mentions_formula(archive: zipfile.ZipFile, part: str) -> bool:
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(1 << 20):
            if b"<f>" in (tail + chunk) or b"<f " in (tail + chunk) or b":f>" in (tail + chunk):
                return True
            tail = chunk[-2:]
    return False


def _rows(rows: Iterable[Any], written: Iterable[Any] | None = None) -> Iterator[Row]:
    if written is None:
        for number, cells in enumerate(rows, start=1):
            yield Row(number, tuple(map(_text, cells)))
        return
    for number, (cells, formulas) in enumerate(zip(rows, written, strict=True), start=1):
        yield Row(number, tuple(map(_text_or_formula, cells, formulas)))


def _text_or_formula(cell: Any, written: Any) -> str:
    if cell.value is None and written is not None:
        return UNCALCULATED
    return _text(cell)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime | date):
        return date_text(value, cell.number_format or "")
    return value.isoformat("minutes") if isinstance(value, time) else _other(value)


def _other(value: Any) -> str:
    return f"{value.total_seconds() / 3600:g} uur" if isinstance(value, timedelta) else clean(str(value))


def number_text(value: int | float) -> str:
    """2019 and 2019.0 both as `2019`. Three decimals get a fourth, or they would read as Dutch thousands."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    text = repr(value)
    whole, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == 3 and whole.lstrip("-").isdigit() else text


def date_text(value: date, number_format: str) -> str:
    """The day, or only its month or year when that is all the format shows."""
    shown = _QUOTED.sub("", number_format.split(";")[0]).lower()
    iso = f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    if "d" in shown or ("y" not in shown and "j" not in shown):
        return iso
    return iso[:7] if "m" in shown else iso[:4]
