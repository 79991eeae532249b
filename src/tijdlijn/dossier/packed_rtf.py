"""The packed text of Outlook mails (MS-OXRTFCP): runs that refer back to what was written, in a ring of 4,096 bytes."""

from __future__ import annotations

import struct

_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_RING = 4096
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
MAX_UNPACKED = 20_000_000


def unpacked(data: bytes) -> bytes:
    """The rich text. Raises ValueError or struct.error when it is no packed text."""
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        raise ValueError("no packed text")
    ring = bytearray(_START.ljust(_RING, b" "))
    out = bytearray()
    write, at = len(_START), 16
    while at < len(data) and len(out) < min(size, MAX_UNPACKED):
        control = data[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                offset, length = data[at] << 4 | data[at + 1] >> 4, (data[at + 1] & 0xF) + 2
                at += 2
                if offset == write:
                    return bytes(out)
                run = [offset + step for step in range(length)]
            elif at < len(data):
                ring[write], run = data[at], [write]
                at += 1
            else:
                return bytes(out)
            for place in run:
                sign = ring[place % _RING]
                out.append(sign)
                ring[write] = sign
                write = (write + 1) % _RING
    return bytes(out)
