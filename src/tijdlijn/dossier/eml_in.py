"""Mails as they were sent (`.eml`, `.mht`): MIME, however sloppily it was made.

The rule: of a text in several forms the plain one is read, else the formatted one; a header or part that is wrong costs
itself and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value, parsedate_to_datetime
from itertools import pairwise

from tijdlijn.dossier.formats import damaged
from tijdlijn.dossier.mails import Attached, Attachment, Mail, document_of, dutch_time
from tijdlijn.exchange.decoding import decoded
from tijdlijn.model.documents import Document

MAX_PARTS = 1_000
_MAX_NESTED = 50
_SILENT = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_SECRET = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_FOLDED = re.compile(r"\r?\n[ \t]*")


def read_eml(data: bytes, name: str, attached: Attached) -> Document:
    """The mail in this file; `attached` reads what came with it. Raises Problem when there is nothing in it."""
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        mail = _mail(message)
        _take(message, mail, attached, [MAX_PARTS], 0)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError):
        raise damaged(name) from None
    return document_of(mail, name, "eml")


def _mail(message: Message) -> Mail:
    written = _header(message, "Date")
    return Mail(
        sender=_header(message, "From"),
        to=_header(message, "To"),
        copy=_header(message, "Cc"),
        subject=_header(message, "Subject"),
        sent=moment_of(written),
        sent_as_written=written,
    )


def moment_of(written: str) -> datetime | None:
    """When a header says it was sent, on a Dutch clock; None when that is no moment."""
    try:
        return dutch_time(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: Message, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return plain_header(str(raw).encode("utf-8", "surrogateescape"))


def plain_header(raw: bytes) -> str:
    """A header's text, its encoded words decoded, on one line."""
    text = _FOLDED.sub(" ", _text(raw, None)).strip()
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(piece if isinstance(piece, str) else _text(piece, charset) for piece, charset in pieces)


def _text(data: bytes, charset: str | None) -> str:
    """By the character set that is named, when that can be; else by looking."""
    if charset and charset.lower() not in ("us-ascii", "unknown-8bit", "ascii"):
        try:
            return data.decode("cp1252" if charset.lower() == "iso-8859-1" else charset)
        except (LookupError, ValueError, OSError):
            pass
    try:
        return decoded(data)
    except UnicodeError:
        return data.decode("latin-1")


def _take(part: Message, mail: Mail, attached: Attached, left: list[int], depth: int) -> None:
    """What a part adds. `left` counts down how many parts are still looked at."""
    left[0] -= 1
    kind = part.get_content_type()
    if left[0] < 0 or depth > _MAX_NESTED:
        mail.notices.append("Deze mail bestaat uit zo veel delen dat niet alles is gelezen.")
    elif kind == "message/rfc822" or (kind.startswith("message/") and part.is_multipart()):
        mail.attachments.extend(_forwarded(part, attached))
    elif part.is_multipart():
        for child in _children(part):
            _take(child, mail, attached, left, depth + 1)
    elif kind in _SECRET:
        mail.notices.append(
            "Deze mail is versleuteld; de inhoud is niet gelezen. Bewaar hem onversleuteld en lees dat."
        )
    elif kind in ("text/plain", "text/html") and not _is_file(part):
        _add_text(part, kind, mail)
    elif kind not in _SILENT:
        mail.attachments.append(_attachment(part, kind, attached))


def _children(part: Message) -> list[Message]:
    children = [child for child in part.get_payload() if isinstance(child, Message)]
    if part.get_content_type() != "multipart/alternative":
        return children
    plain = [child for child in children if child.get_content_type() == "text/plain" and _body(child).strip()]
    formatted = [child for child in children if child.get_content_type() != "text/calendar"]
    return plain[:1] or formatted[-1:] or children[:1]


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _add_text(part: Message, kind: str, mail: Mail) -> None:
    text = _body(part)
    if kind == "text/html":
        mail.pages.append(text)
    else:
        mail.texts.append(_unflowed(text, part) if part.get_param("format") == "flowed" else text)


def _body(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return _text(payload, part.get_content_charset()).replace("\r\n", "\n") if isinstance(payload, bytes) else ""


def _unflowed(text: str, part: Message) -> str:
    """A line that ends in a space goes on in the next one (RFC 3676)."""
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    lines = text.split("\n")
    found = [lines[0]]
    for before, line in pairwise(lines):
        if before.endswith(" ") and before != "-- " and line.strip() and not line.startswith(">"):
            found[-1] = found[-1].rstrip(" ") + glue + line
        else:
            found.append(line)
    return "\n".join(found)


def _forwarded(part: Message, attached: Attached) -> Iterator[Attachment]:
    for child in part.get_payload() if part.is_multipart() else []:
        if isinstance(child, Message):
            name = f"{_header(child, 'Subject') or 'doorgestuurde mail'}.eml"
            data = child.as_bytes()
            yield Attachment(name, lambda data=data, name=name: attached(data, name))  # type: ignore[misc]  # bound now


def _attachment(part: Message, kind: str, attached: Attached) -> Attachment:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    name = _file_name(part, kind)
    within = kind.startswith("image/") and (part.get_content_disposition() != "attachment" or "Content-ID" in part)
    return Attachment(name, lambda: attached(data, name), is_shown_within=within)


def _file_name(part: Message, kind: str) -> str:
    said = part.get_filename()
    if not said:
        return {"text/calendar": "uitnodiging.ics"}.get(kind, "")
    return (
        plain_header(collapse_rfc2231_value(said).encode("utf-8", "surrogateescape"))
        .replace("\\", "/")
        .rpartition("/")[2]
    )
