"""How a document and its text go from parent to child and back: JSON, checked on arrival.

The rule: the answer of a process that read something hostile is itself not trusted; whatever does not hold (an offset
outside the text, blocks that overlap) is refused whole.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.problems import Problem


class Garbled(ValueError):
    """An answer that is no answer."""


def request(data: bytes, name: str) -> bytes:
    """What the child gets: a line with the name, then the file."""
    return json.dumps(name).encode() + b"\n" + data


def asked(received: bytes) -> tuple[bytes, str]:
    """The file and its name."""
    head, _, data = received.partition(b"\n")
    return data, str(json.loads(head))


def answer(result: Document | Problem) -> bytes:
    """What the child gives back."""
    if isinstance(result, Problem):
        return json.dumps({"problem": result.sentence}).encode()
    blocks = [
        [block.kind.value, block.start, block.end, block.level, block.table, block.cells] for block in result.blocks
    ]
    told = {
        "name": result.name, "format": result.format, "text": result.text, "blocks": blocks, "pages": result.pages,
        "day": result.day.isoformat() if result.day else None, "notices": result.notices,
    }  # fmt: skip
    return json.dumps(told).encode("utf-8", "replace")


def answered(received: bytes) -> Document:
    """The document. Raises Problem with the sentence of the child, Garbled when it makes no sense."""
    try:
        told = json.loads(received)
        if "problem" in told:
            raise Problem(str(told["problem"]))
        return _document(told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Garbled from error


def _document(told: dict[str, Any]) -> Document:
    text = str(told["text"])
    text.encode()
    document = Document(
        str(told["name"]),
        str(told["format"]),
        text,
        tuple(_block(*block) for block in told["blocks"]),
        tuple(map(int, told["pages"])),
        date.fromisoformat(told["day"]) if told["day"] else None,
        tuple(map(str, told["notices"])),
    )
    if not _holds(document):
        raise Garbled
    return document


def _block(kind: str, start: int, end: int, level: int, table: int, cells: list[tuple[int, int]]) -> Block:
    return Block(
        BlockKind(kind),
        int(start),
        int(end),
        int(level),
        int(table),
        tuple((int(left), int(right)) for left, right in cells),
    )


def _holds(document: Document) -> bool:
    at = 0
    for block in document.blocks:
        places = [block.start, *(place for cell in block.cells for place in cell), block.end]
        if places != sorted(places) or block.start < at:
            return False
        at = block.end
    pages = list(document.pages)
    return (
        at <= len(document.text) and pages == sorted(pages) and all(0 <= page <= len(document.text) for page in pages)
    )
