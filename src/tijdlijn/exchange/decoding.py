"""Bytes of unknown encoding become text, as Windows, Office and older systems of agencies write it.

The rule: no character is lost by guessing; what is no text at all is refused.
"""

from __future__ import annotations

_UTF16_SAMPLE = 4_096


def decoded(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16, else Windows-1252; a file of two makes is read line by line.

    Raises UnicodeError when it is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if (unmarked := _utf16_without_mark(data)) is not None:
        return data.decode(unmarked)
    if b"\x00" in data or _looks_binary(data):
        raise UnicodeError
    return _utf8_or_windows(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Which UTF-16 it is when every other byte is nearly always zero, as in Dutch text."""
    sample = data[:_UTF16_SAMPLE]
    pairs = len(sample) // 2
    if len(data) % 2 or pairs < 2:
        return None
    high_first, low_first = sample[::2].count(0), sample[1::2].count(0)
    if low_first > 0.8 * pairs and high_first == 0:
        return "utf-16-le"
    return "utf-16-be" if high_first > 0.8 * pairs and low_first == 0 else None


def _utf8_or_windows(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        return "\n".join(map(_line, lines))


def _line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def _looks_binary(data: bytes) -> bool:
    head = data[:65_536]
    odd = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1a")
    return odd > 2 + len(head) // 100
