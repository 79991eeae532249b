"""A file becomes grids of text cells, by what is in it and never by its name alone.

The rule: whatever is wrong with the file is one Dutch sentence, and nothing of it is taken.
"""

from __future__ import annotations

from pathlib import Path

from tijdlijn.exchange import archives
from tijdlijn.exchange.csv_in import Score, read_csv
from tijdlijn.exchange.grids import MAX_BYTES, Grid
from tijdlijn.exchange.ods_in import read_ods
from tijdlijn.exchange.xlsx_in import read_xlsx
from tijdlijn.model.problems import Problem

_USE = "Er is niets overgenomen; kies een .csv, .xlsx of .ods."
_SIGNATURES = (
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een plaatje"),
    (b"GIF8", "een plaatje"),
    (b"BM", "een plaatje"),
    (b"RIFF", "een plaatje of geluidsbestand"),
    (b"II*\x00", "een plaatje"),
    (b"MM\x00*", "een plaatje"),
    (b"%PDF", "een PDF"),
    (b"{\\rtf", "een tekstdocument"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
    (b"SQLite format 3", "een databestand"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_tables(path: Path, score: Score) -> tuple[Grid, ...]:
    """The sheets of a .csv, .xlsx or .ods file that hold anything; `score` tells a likely table from an unlikely one.

    Raises Problem when the file is missing, empty, damaged, locked, too large or something else than a table.
    """
    name = path.name
    data = _bytes(path)
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise Problem(f"{name} is leeg; er is niets overgenomen. Kies een tabel met een kopregel en regels.")
    _refuse_other(data, name)
    grids = _spreadsheet(data, name) if data.startswith(b"PK") else (read_csv(data, name, score),)
    if not any(grid.rows for grid in grids):
        raise Problem(f"{name} heeft geen enkele gevulde cel; er is niets overgenomen. Kies een tabel met regels.")
    return grids


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Problem(f"{path.name} is een map; er is niets overgenomen. Kies een bestand met een tabel.")
        if path.stat().st_size > MAX_BYTES:
            raise Problem(
                f"{path.name} is groter dan {MAX_BYTES // 1_000_000} MB; er is niets overgenomen. "
                "Verdeel de tabel over meer bestanden."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Problem(f"{path.name} bestaat niet; er is niets overgenomen. Controleer de naam en de map.") from None
    except (OSError, ValueError):
        raise Problem(
            f"{path.name} kan niet worden gelezen; er is niets overgenomen. Controleer of u het bestand mag openen en "
            "of het niet in een ander programma open is."
        ) from None


def _refuse_other(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise archives.locked(name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > 2 or b"\x00" in data[:64]):
            raise Problem(f"{name} is geen tabel maar {what}. {_USE}")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower().startswith(_MARKUP):
        raise Problem(f"{name} is geen tabel maar een webpagina of XML-bestand. {_USE}")


def _spreadsheet(data: bytes, name: str) -> tuple[Grid, ...]:
    archive = archives.opened(data, name)
    parts = set(archive.namelist())
    if "xl/workbook.xml" in parts:
        return read_xlsx(archive, name)
    if "mimetype" in parts and b"opendocument.spreadsheet" in archives.read_part(archive, "mimetype", name)[:100]:
        return read_ods(archive, name)
    raise Problem(f"{name} is geen tabel maar {_other_archive(parts)}. {_USE}")


def _other_archive(parts: set[str]) -> str:
    if "word/document.xml" in parts:
        return "een Word-document"
    if "ppt/presentation.xml" in parts:
        return "een presentatie"
    if "xl/workbook.bin" in parts:
        return "een binair Excel-bestand (.xlsb)"
    return "een ingepakt bestand of een ander soort document"
