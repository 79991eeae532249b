"""Mails as Outlook keeps them (`.msg`): a compound file of MAPI properties.

The rule: everything is looked up by the numbers of MS-OXPROPS; what is missing is left out. The plain text is read,
else the formatted one, else the one that Outlook packed (MS-OXRTFCP).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import olefile

from tijdlijn.dossier.bounds import MAX_DEPTH
from tijdlijn.dossier.eml_in import moment_of
from tijdlijn.dossier.formats import damaged
from tijdlijn.dossier.mails import Attached, Attachment, Mail, document_of, dutch_time, people
from tijdlijn.dossier.packed_rtf import unpacked
from tijdlijn.dossier.rtf_in import read_rtf
from tijdlijn.exchange.decoding import decoded
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem

_SUBJECT, _BODY, _PACKED, _HTML = 0x0037, 0x1000, 0x1009, 0x1013
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP, _FOR, _FOR_SMTP = 0x0C1A, 0x0C1F, 0x5D01, 0x0042, 0x5D02
_TO, _COPY, _HEADERS, _SUBMITTED, _DELIVERED = 0x0E04, 0x0E03, 0x007D, 0x0039, 0x0E06
_NAME, _ADDRESS, _SMTP, _RECEIVER = 0x3001, 0x3003, 0x39FE, 0x0C15
_DATA, _LONG_NAME, _SHORT_NAME, _CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x3712
_CODE_PAGES = (0x3FDE, 0x3FFD)
_MAX_STORAGES = 2_000
_WRONG = (ValueError, LookupError, OSError, struct.error, TypeError, AttributeError, RecursionError, OverflowError)


def read_msg(data: bytes, name: str, attached: Attached) -> Document:
    """The mail in this file; `attached` reads what came with it. Raises Problem when it is damaged or empty."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _Storage(ole, [], name).document(attached)
    except _WRONG:
        raise damaged(name) from None


class _Storage:
    """One message, receiver or attachment within the file: its properties by their numbers."""

    def __init__(self, ole: olefile.OleFileIO, path: list[str], name: str) -> None:
        self._ole = ole
        self._path = path
        self._name = name
        self._streams = {
            entry[-1][12:].upper(): entry
            for entry in ole.listdir(streams=True, storages=True)
            if entry[:-1] == path and entry[-1].startswith("__substg1.0_")
        }
        self._fixed = self._fixed_values()

    def document(self, attached: Attached) -> Document:
        mail = Mail(
            sender=people([(self.text(_SENDER) or self.text(_FOR), self._sender_address())]),
            to=self._receivers(1) or self.text(_TO),
            copy=self._receivers(2) or self.text(_COPY),
            subject=self.text(_SUBJECT),
            sent=self._sent(),
            attachments=list(self._attachments(attached)),
        )
        self._add_text(mail)
        return document_of(mail, self._name, "msg")

    def text(self, number: int) -> str:
        """A property that is text, empty when it is not there."""
        wide = self._stream(number, "001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self._stream(number, "001E")
        return self._decoded(narrow).rstrip("\x00") if narrow is not None else ""

    def raw(self, number: int) -> bytes:
        """A property that is bytes, empty when it is not there."""
        return self._stream(number, "0102") or b""

    def number(self, number: int) -> int:
        """A property that is a whole number, 0 when it is not there."""
        return self._fixed.get(number, 0) & 0xFFFFFFFF

    def _stream(self, number: int, kind: str) -> bytes | None:
        entry = self._streams.get(f"{number:04X}{kind}")
        if not entry or self._ole.get_type(entry) != olefile.STGTY_STREAM:
            return None
        with self._ole.openstream(entry) as stream:
            data: bytes = stream.read()
        return data

    def _fixed_values(self) -> dict[int, int]:
        entry = [*self._path, "__properties_version1.0"]
        if not self._ole.exists(entry):
            return {}
        with self._ole.openstream(entry) as stream:
            data: bytes = stream.read(1_000_000)
        head = 8 if self._path and not self._path[-1].endswith("3701000D") else 24 if self._path else 32
        body = data[head : head + (len(data) - head) // 16 * 16]
        return {number: value for _, number, _, value in struct.iter_unpack("<HHIQ", body)}

    def _decoded(self, data: bytes) -> str:
        pages = (self.number(page) for page in _CODE_PAGES)
        page = next((page for page in pages if page), 1252)
        if page in (1252, 28591, 20127):
            return str(data, "cp1252", "replace")
        try:
            return decoded(data) if page == 65001 else data.decode(f"cp{page}")
        except (LookupError, ValueError, OSError):
            return data.decode("cp1252", "replace")

    def _sender_address(self) -> str:
        found = (self.text(number) for number in (_SENDER_SMTP, _FOR_SMTP, _SENDER_ADDRESS))
        return next((address for address in found if "@" in address), "")

    def _storages(self, start: str) -> list[list[str]]:
        found = {
            tuple(entry[: len(self._path) + 1])
            for entry in self._ole.listdir(streams=True, storages=True)
            if entry[: len(self._path)] == self._path
            and entry[len(self._path) :][:1]
            and entry[len(self._path)].startswith(start)
        }
        return [list(path) for path in sorted(found)[:_MAX_STORAGES]]

    def _receivers(self, kind: int) -> str:
        receivers = [_Storage(self._ole, path, self._name) for path in self._storages("__recip_version1.0_")]
        return people([
            (receiver.text(_NAME), receiver.text(_SMTP) or _mailed(receiver.text(_ADDRESS)))
            for receiver in receivers
            if receiver.number(_RECEIVER) == kind
        ])  # fmt: skip

    def _sent(self) -> datetime | None:
        """By the header that travelled with it, else by the moment that Outlook kept (in universal time)."""
        for line in self.text(_HEADERS).splitlines():
            if line.lower().startswith("date:") and (moment := moment_of(line[5:].strip())):
                return moment
        ticks = self._fixed.get(_SUBMITTED) or self._fixed.get(_DELIVERED)
        try:
            return dutch_time(datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)) if ticks else None
        except OverflowError:
            return None

    def _add_text(self, mail: Mail) -> None:
        plain = self.text(_BODY)
        if plain.strip():
            mail.texts.append(plain.replace("\r\n", "\n"))
        elif html := self.raw(_HTML) or self.text(_HTML).encode():
            mail.pages.append(self._decoded(html))
        elif packed := self.raw(_PACKED):
            try:
                mail.texts.append(read_rtf(unpacked(packed), self._name).text)
            except (Problem, *_WRONG):
                mail.notices.append("De tekst van deze mail is beschadigd en niet gelezen.")

    def _attachments(self, attached: Attached) -> Iterator[Attachment]:
        for path in self._storages("__attach_version1.0_"):
            storage = _Storage(self._ole, path, self._name)
            name = storage.text(_LONG_NAME) or storage.text(_SHORT_NAME) or storage.text(_NAME)
            within = bool(storage.text(_CONTENT_ID))
            inner = [*path, "__substg1.0_3701000D"]
            if self._ole.exists(inner):
                yield Attachment(f"{name or 'doorgestuurde mail'}.msg", _embedded(self._ole, inner, name, attached))
            else:
                data = storage.raw(_DATA)
                yield Attachment(name, lambda data=data, name=name: attached(data, name), within)  # type: ignore[misc]  # bound now


def _embedded(ole: olefile.OleFileIO, path: list[str], name: str, attached: Attached) -> Callable[[], Document]:
    def read() -> Document:
        if len(path) > 2 * MAX_DEPTH:
            raise Problem(f"{name} zit te diep in andere bijlagen en is niet gelezen.")
        return _Storage(ole, path, name).document(attached)

    return read


def _mailed(address: str) -> str:
    """An address of a mail, not one within Exchange."""
    return address if "@" in address else ""
