"""Office files are zip archives of XML: opened here, once, with every check before a reader touches them.

The rule (design 7, 10): sizes are capped by what the archive itself may unpack to, and a part that declares document
types or entities is refused.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from tijdlijn.model.problems import Problem

MAX_PARTS = 5_000
MAX_UNPACKED = 600_000_000
MAXSHARED_TEXT = 150_000_000
SHARED_TEXT = "xl/sharedStrings.xml"
"""The part of an Excel workbook in which cells share texts; it is held in memory whole."""
_CHUNK = 65_536
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What reading a damaged archive raises."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """What to tell the user of a file of some sort that is not read; `{name}` stands for its name."""

    damaged: str
    locked: str
    too_large: str
    unsafe: str


TABLE = Refusals(
    damaged="{name} is beschadigd of geen rekenblad; er is niets overgenomen. Open het in Excel of LibreOffice en "
    "bewaar het opnieuw.",
    locked="{name} is beveiligd met een wachtwoord (of een oud .xls-bestand); er is niets overgenomen. Bewaar het "
    "zonder wachtwoord als .xlsx en importeer dat.",
    too_large="{name} is uitgepakt veel groter dan een tabel ooit is en is daarom niet geopend; er is niets "
    "overgenomen. Bewaar alleen de tabel zelf, in een nieuw bestand.",
    unsafe="{name} bevat een verwijzing die in een tabel niet hoort en is daarom niet geopend; er is niets "
    "overgenomen. Bewaar de tabel opnieuw vanuit Excel of LibreOffice.",
)


def opened(data: bytes, name: str, refusals: Refusals = TABLE) -> zipfile.ZipFile:
    """The archive, its sizes checked. Raises Problem when it is damaged, locked or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        raise damaged(name, refusals) from None
    parts = archive.infolist()
    shared = sum(part.file_size for part in parts if part.filename == SHARED_TEXT)
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED or shared > MAXSHARED_TEXT:
        raise Problem(refusals.too_large.format(name=name))
    if any(part.flag_bits & 0x1 for part in parts):
        raise locked(name, refusals)
    return archive


def read_part(archive: zipfile.ZipFile, part: str, name: str, refusals: Refusals = TABLE) -> bytes:
    """One part whole. Raises Problem when it is missing or damaged."""
    try:
        return archive.read(part)
    except _DAMAGED:
        raise damaged(name, refusals) from None


def feed_xml(
    archive: zipfile.ZipFile,
    part: str,
    name: str,
    listen: Callable[[expat.XMLParserType], None],
    refusals: Refusals = TABLE,
) -> None:
    """A part, piece by piece, through a parser that refuses document types; `listen` sets its handlers."""
    try:
        with archive.open(part) as stream:
            feed_stream(stream, name, listen, refusals)
    except _DAMAGED:
        raise damaged(name, refusals) from None


def feed_stream(
    stream: IO[bytes], name: str, listen: Callable[[expat.XMLParserType], None], refusals: Refusals = TABLE
) -> None:
    """The same for XML that is no part of an archive."""
    parser = safe_parser(name, refusals)
    listen(parser)
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise damaged(name, refusals) from None


def safe_parser(name: str, refusals: Refusals = TABLE) -> expat.XMLParserType:
    """A parser that raises Problem at a document type declaration."""

    def refuse(*_: object) -> None:
        raise Problem(refusals.unsafe.format(name=name))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def damaged(name: str, refusals: Refusals = TABLE) -> Problem:
    """What to say of an archive that cannot be read."""
    return Problem(refusals.damaged.format(name=name))


def locked(name: str, refusals: Refusals = TABLE) -> Problem:
    """What to say of a file with a password."""
    return Problem(refusals.locked.format(name=name))
