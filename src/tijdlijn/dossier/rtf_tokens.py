"""The grammar of rich text (RTF 1.9): groups, control words, bytes of some code page, and characters by number.

The rule: what is said to be data (`\\bin`) is skipped by its length, and nothing is ever looked up outside the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""The code page of the character set that a font says it has."""
_PAGES = {
    page: codecs.lookup({936: "gbk", 950: "big5", 10000: "mac_roman", 65001: "utf-8"}.get(page, f"cp{page}")).name
    for page in (437, 850, 852, 858, 874, 932, 936, 949, 950, *range(1250, 1259), 10000, 65001)
}
"""Codecs by the number of their code page, looked up beforehand: a confined process can load no other."""


class Sort(Enum):
    """What a token is."""

    OPEN = 1
    CLOSE = 2
    WORD = 3
    SIGN = 4
    BYTES = 5


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the file: a control word with its number (None without one), a sign, or bytes of text."""

    sort: Sort
    word: str = ""
    number: int | None = None
    data: bytes = b""
    is_hex: bool = False


_OPEN, _CLOSE = Token(Sort.OPEN), Token(Sort.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """The file, one piece after another."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if text is not None:
            yield Token(Sort.BYTES, data=text)
        elif word is not None:
            value = int(number) if number else None
            if word == b"bin":
                at += max(value or 0, 0)
            else:
                yield Token(Sort.WORD, word.decode("ascii"), value)
        elif code is not None:
            yield Token(Sort.BYTES, data=bytes.fromhex(code.decode("ascii")), is_hex=True)
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif sign is not None:
            yield Token(Sort.SIGN, sign.decode("latin-1"))


def codec_of(page: int) -> str:
    """The codec of a code page by its number; Windows-1252 when it is not known."""
    return _PAGES.get(page, "cp1252")


def codec_of_charset(charset: int, otherwise: str) -> str:
    """The codec of a font by its character set; that of the document when it says nothing of its own."""
    return _CHARSETS.get(charset, otherwise)
