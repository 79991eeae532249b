"""A mail as a document, whatever file it came in: header lines, the text, and under it what was attached.

The rule: every attachment that can be read is read, and of every other one a notice says that it was not. A day and
time are those of the Netherlands, as the people in the dossier lived them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from tijdlijn.dossier.formats import damaged
from tijdlijn.dossier.html_in import read_html
from tijdlijn.dossier.text_builder import TextBuilder, clean_line
from tijdlijn.dossier.text_in import add_plain
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem

MAX_ATTACHMENTS = 100
Attached = Callable[[bytes, str], Document]
"""Reads what is attached, one level deeper."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp", ".emf", ".wmf", ".svg")
_QUOTED_NAME = re.compile(r'"([^"<>]*)"(?=\s*<)')


@dataclass(frozen=True, slots=True)
class Attachment:
    """What came with a mail. `read` gives its document; `is_shown_within` is a picture that the text itself shows."""

    name: str
    read: Callable[[], Document]
    is_shown_within: bool = False


@dataclass(slots=True)
class Mail:
    """A mail while it is read. `sent_as_written` is what its header says when that is no readable moment."""

    sender: str = ""
    to: str = ""
    copy: str = ""
    subject: str = ""
    sent: datetime | None = None
    sent_as_written: str = ""
    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """HTML, read when there is no plain text."""
    attachments: list[Attachment] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def document_of(mail: Mail, name: str, shape: str) -> Document:
    """The mail as a document. Raises Problem when there is nothing in it."""
    builder = TextBuilder(name, shape)
    for label, value in _headers(mail):
        builder.mail(f"{label}: {value}")
    _add_text(builder, mail, name)
    for attachment in mail.attachments[:MAX_ATTACHMENTS]:
        _add_attachment(builder, attachment)
    if len(mail.attachments) > MAX_ATTACHMENTS:
        mail.notices.append(
            f"Er zitten {len(mail.attachments)} bijlagen bij; de eerste {MAX_ATTACHMENTS} zijn gelezen."
        )
    for notice in mail.notices:
        builder.notice(notice)
    return builder.finish(_day(mail))


def _headers(mail: Mail) -> Iterator[tuple[str, str]]:
    moment = mail.sent.strftime("%d-%m-%Y %H:%M") if mail.sent else mail.sent_as_written
    lines = (
        ("Van", mail.sender), ("Aan", mail.to), ("CC", mail.copy), ("Onderwerp", mail.subject), ("Datum", moment),
    )  # fmt: skip
    for label, value in lines:
        if said := clean_line(_QUOTED_NAME.sub(r"\1", value)):
            yield label, said


def _day(mail: Mail) -> date | None:
    return mail.sent.date() if mail.sent else None


def _add_text(builder: TextBuilder, mail: Mail, name: str) -> None:
    texts = [text for text in mail.texts if text.strip()]
    if not builder.is_empty and (texts or mail.pages):
        builder.blank()
    for text in texts:
        add_plain(builder, text)
    for page in [] if texts else mail.pages:
        try:
            builder.include(read_html(b"\xef\xbb\xbf" + page.encode("utf-8", "replace"), name))
        except Problem as problem:
            mail.notices.append(problem.sentence)


def _add_attachment(builder: TextBuilder, attachment: Attachment) -> None:
    name = clean_line(attachment.name) or "zonder naam"
    if attachment.is_shown_within and name.lower().endswith((*_PICTURES, "zonder naam")):
        return
    try:
        document = attachment.read()
    except Problem as problem:
        builder.notice(f"Bijlage {name} is niet gelezen. {problem.sentence}")
        return
    except (ValueError, LookupError, ArithmeticError, AttributeError, TypeError, OSError, RuntimeError, EOFError):
        builder.notice(f"Bijlage {name} is niet gelezen. {damaged(name).sentence}")
        return
    builder.blank()
    builder.heading(f"Bijlage: {name}")
    builder.include(replace(document, notices=()))
    for notice in document.notices:
        builder.notice(f"{name}: {notice}")


def dutch_time(moment: datetime) -> datetime:
    """The time on a Dutch clock, without time zone: summer time from the last Sunday of March to that of October.

    So since 1996, and kept here because Windows brings no table of time zones. A moment without a zone stays as it is.
    """
    if moment.tzinfo is None:
        return moment
    universal = moment.astimezone(UTC).replace(tzinfo=None)
    begins, ends = (_last_sunday(universal.year, month) + timedelta(hours=1) for month in (3, 10))
    return universal + timedelta(hours=2 if begins <= universal < ends else 1)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def people(names: Sequence[tuple[str, str]]) -> str:
    """Names with their addresses, as a mail program writes them."""
    return "; ".join(
        f"{name} <{address}>" if name and address and name != address else name or address for name, address in names
    )
