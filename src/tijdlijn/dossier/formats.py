"""What sort of document a file is, by its content first and its ending second, and the reader that belongs to it.

The rule: a reader is imported when it is needed; `reader_of` imports all that it may need later, because a confined
process cannot open another file.
"""

from __future__ import annotations

import codecs
import importlib
import io
import re
import zipfile
from collections.abc import Callable

from tijdlijn.dossier.bounds import MAX_DEPTH
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem

CAN_BE_READ = (
    "Te lezen zijn Word (.docx), OpenDocument (.odt), PDF met tekst, .rtf, .txt, .html, mail (.eml, .msg) en "
    "tabellen (.xlsx, .ods, .csv)."
)
ENDINGS = ("docx", "odt", "pdf", "rtf", "txt", "html", "htm", "eml", "msg", "xlsx", "ods", "csv")
"""The endings that a dialog offers."""

Reader = Callable[[bytes, str], Document]

_READERS = {
    "docx": ("docx_in", "read_docx"),
    "odt": ("odt_in", "read_odt"),
    "rtf": ("rtf_in", "read_rtf"),
    "html": ("html_in", "read_html"),
    "txt": ("text_in", "read_text"),
    "pdf": ("pdf_in", "read_pdf"),
    "xlsx": ("sheets_in", "read_workbook"),
    "ods": ("sheets_in", "read_workbook"),
    "csv": ("sheets_in", "read_values"),
    "eml": ("eml_in", "read_eml"),
    "msg": ("msg_in", "read_msg"),
}
_MAILS = ("eml", "msg")
_CODECS = (
    "ascii", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_7", "latin_1", "cp1252", "iso8859_15",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_9", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp437", "cp850", "cp852", "cp866", "koi8_r", "mac_roman", "mac_latin2", "raw_unicode_escape",
)  # fmt: skip
_LATE = ("heapq", "_strptime", "email.message", "email.generator", "email.iterators")
"""What the standard library imports only when it is needed."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF"), "een foto, scan of opname"),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh"), "een ingepakt bestand"),
    ((b"SQLite format 3",), "een databestand"),
    ((b"MZ", b"\x7fELF"), "een programma"),
)
_HEADER = re.compile(
    rb"(?im)^(from|to|subject|date|received|return-path|message-id|mime-version|content-type|x-[\w-]+):[ \t]"
)
_TEXT_ONLY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_here(data: bytes, name: str, depth: int = 0) -> Document:
    """The document in these bytes, read in this process. `depth` is 1 for what is attached to another document.

    Raises Problem with one sentence when it is nothing that can be read.
    """
    return reader_of(data, name, depth)(data, name)


def reader_of(data: bytes, name: str, depth: int = 0) -> Reader:
    """The reader for these bytes, with everything that it may import. Raises Problem when there is none."""
    shape = shape_of(data, name)
    if depth == 0:
        _prepare(mails=shape in _MAILS)
    return _mail_reader(shape, depth) if shape in _MAILS else _imported(shape)


def _prepare(mails: bool) -> None:
    """Import what is otherwise imported on the way."""
    for codec in _CODECS:
        codecs.lookup(codec)
    for module in _LATE:
        if mails or not module.startswith("email."):
            importlib.import_module(module)


def _imported(shape: str) -> Reader:
    module, function = _READERS[shape]
    reader: Reader = getattr(importlib.import_module(f"tijdlijn.dossier.{module}"), function)
    return reader


def _mail_reader(shape: str, depth: int) -> Reader:
    readers = {each: _imported(each) for each in _READERS}

    def attached(data: bytes, name: str) -> Document:
        if depth >= MAX_DEPTH:
            raise Problem(f"{name} zit te diep in andere bijlagen en is niet gelezen.")
        return read_here(data, name, depth + 1)

    return lambda data, name: readers[shape](data, name, attached)  # type: ignore[call-arg]  # mails get one more


def shape_of(data: bytes, name: str) -> str:
    """The usual ending of what this is ("docx"). Raises Problem when it cannot be read."""
    head = data[:4096]
    if not head.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise Problem(f"{name} is leeg; er is niets te lezen.")
    ending = name.rpartition(".")[2].lower()
    if data.startswith(b"PK"):
        return _shape_of_zip(data, name)
    if data.startswith(_OLE):
        return _shape_of_ole(data, name)
    if _is_mail(head, ending):
        return "eml"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _shape_of_text(data, name, ending, head)


def _shape_of_text(data: bytes, name: str, ending: str, head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return "rtf"
    _refuse_binary(data, name, head)
    lowered = start[:2048].lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or (b"<" in lowered and ending in ("htm", "html", "xhtml")):
        return "html"
    if lowered.startswith(b"<?xml"):
        if b"<html" in lowered:
            return "html"
        raise Problem(f"{name} is een XML-bestand, geen document. {CAN_BE_READ}")
    return "csv" if ending in ("csv", "tsv") else "txt"


def _refuse_binary(data: bytes, name: str, head: bytes) -> None:
    """Pictures and the like, and whatever else is no text. Text of two bytes a letter is text."""
    binary = len(_TEXT_ONLY.findall(head)) > 2 + len(head) // 100
    for signatures, what in _OTHERS:
        if data.startswith(signatures) and (binary or not data.startswith((b"BM", b"MZ"))):
            raise Problem(f"{name} is {what} en bevat geen tekst die te lezen is. {CAN_BE_READ}")
    if binary and not data.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(0) < 0.3 * len(head):
        raise Problem(f"{name} is geen document dat te lezen is. {CAN_BE_READ}")


def _is_mail(head: bytes, ending: str) -> bool:
    """Header lines at the very start; without the ending of a mail, those that only a program writes."""
    first, _, rest = head.partition(b"\n")
    top = rest if first.startswith(b"From ") else head
    if not _HEADER.match(top):
        return ending == "eml"
    names = {found.lower() for found in _HEADER.findall(re.split(rb"\r?\n\r?\n", top, maxsplit=1)[0])}
    return (
        ending in ("eml", "mht", "mhtml")
        or len(names & {b"message-id", b"mime-version", b"received", b"return-path"}) > 0
    )


def _shape_of_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist()[:20_000])
            kind = archive.open("mimetype").read(200) if "mimetype" in parts else b""
    except Exception:  # whatever a damaged archive raises
        raise damaged(name) from None
    if b"opendocument.text" in kind:
        return "odt"
    if b"opendocument.spreadsheet" in kind:
        return "ods"
    if any(part.startswith("word/") for part in parts):
        return "docx"
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if not parts:
        raise damaged(name)
    raise Problem(f"{name} is {_other_zip(parts, kind)}. {CAN_BE_READ}")


def _other_zip(parts: set[str], kind: bytes) -> str:
    if any(part.startswith("ppt/") for part in parts) or b"presentation" in kind:
        return "een presentatie; bewaar die als PDF"
    if "xl/workbook.bin" in parts:
        return "een binair Excel-bestand; bewaar het als .xlsx"
    return "een ingepakt bestand; pak het uit en kies de documenten die erin zitten"


def _shape_of_ole(data: bytes, name: str) -> str:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            parts = {entry[0].lower() for entry in ole.listdir()}
    except Exception:  # whatever a damaged file raises
        raise damaged(name) from None
    if "__properties_version1.0" in parts:
        return "msg"
    if "encryptedpackage" in parts:
        raise locked(name)
    for part, what, instead in (
        ("worddocument", "Word", ".docx"),
        ("workbook", "Excel", ".xlsx"),
        ("book", "Excel", ".xlsx"),
    ):
        if part in parts:
            raise Problem(
                f"{name} is een oud {what}-bestand; dat kan dit programma niet lezen. Open het in {what} of "
                f"LibreOffice en bewaar het als {instead}."
            )
    raise Problem(f"{name} kan niet worden gelezen. {CAN_BE_READ}")


def damaged(name: str) -> Problem:
    """What to say of a file that is broken."""
    return Problem(
        f"{name} is beschadigd en kan niet worden gelezen; er is niets overgenomen. Vraag het bestand opnieuw op, of "
        "open het in het programma waarmee het is gemaakt en bewaar het opnieuw."
    )


def locked(name: str) -> Problem:
    """What to say of a file with a password."""
    return Problem(
        f"{name} is beveiligd met een wachtwoord; er is niets overgenomen. Open het met het wachtwoord, bewaar het "
        "zonder en lees dat."
    )
