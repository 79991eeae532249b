"""Documents of a dossier in the file: their records and how they are read back, with what was decided about them.

The rule: a text is only read when it is asked for; lists are made without it. A document of which the text is not kept
still says which file it was and how long. Reading is done by the driver's connection (`raw`); `rows.py` writes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import Any

from tijdlijn.model.documents import Block, BlockKind, Decision, Document, Verdict


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The document of a source: `checksum` is the SHA-256 of its file in hexadecimals, `length` the characters of its
    text, `added` the day it was put in the casebook. Without `keeps_text`, `document` has a name and a format only.
    """

    source_id: str
    checksum: str
    length: int
    added: date
    keeps_text: bool
    document: Document


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document as it stands in a list, and how often each verdict was given on what it tells."""

    source_id: str
    name: str
    format: str
    checksum: str
    length: int
    added: date
    keeps_text: bool
    accepted: int
    skipped: int
    joined: int


_COUNTED = ", ".join(
    f"(SELECT count(*) FROM decisions WHERE decisions.case_id = documents.case_id "  # noqa: S608  # constants
    f"AND source_id = documents.id AND verdict = '{verdict.value}')"
    for verdict in (Verdict.ACCEPTED, Verdict.SKIPPED, Verdict.JOINED)
)
_SUMMARIES = f"""
SELECT id, name, format, checksum, length, added, keeps_text, {_COUNTED} FROM documents WHERE case_id = ? ORDER BY row
"""  # noqa: S608  # constants of this module
_ONE = """
SELECT id, checksum, length, added, keeps_text, name, format, parts, text FROM documents WHERE case_id = ? AND id = ?
"""
_DECISIONS = "SELECT source_id, key, verdict, entry_id FROM decisions WHERE case_id = ? AND source_id = ? ORDER BY row"


def summaries(raw: Any, case_id: str) -> tuple[DocumentSummary, ...]:
    """The documents of a case in the order in which they came, without their texts."""
    return tuple(
        DocumentSummary(id_, name, format_, checksum, length, date.fromisoformat(added), bool(keeps), *counts)
        for id_, name, format_, checksum, length, added, keeps, *counts in raw.execute(_SUMMARIES, (case_id,))
    )


def stored(raw: Any, case_id: str, source_id: str) -> StoredDocument | None:
    """The document of a source; None when it has none."""
    row = raw.execute(_ONE, (case_id, source_id)).fetchone()
    if row is None:
        return None
    id_, checksum, length, added, keeps, name, format_, parts, text = row
    document = _document(name, format_, text, json.loads(parts))
    return StoredDocument(id_, checksum, length, date.fromisoformat(added), bool(keeps), document)


def decisions(raw: Any, case_id: str, source_id: str) -> tuple[Decision, ...]:
    """What was decided about the document of a source, first decision first."""
    rows = raw.execute(_DECISIONS, (case_id, source_id))
    return tuple(Decision(source, key, Verdict(verdict), entry_id) for source, key, verdict, entry_id in rows)


def naming(raw: Any, case_id: str, folded: str) -> int:
    """How many documents of a case hold these words, which are folded."""
    texts = raw.execute("SELECT text FROM documents WHERE case_id = ?", (case_id,))
    return sum(folded in " ".join(text.split()).casefold() for (text,) in texts)


def decision_id(decision: Decision) -> str:
    """What a decision is known by within its case."""
    return f"{decision.source_id}/{decision.key}"


def keeps_texts(raw: Any, case_id: str) -> bool:
    """Whether a case keeps the texts of documents it gets; it does when there is no such case."""
    row = raw.execute("SELECT keeps_texts FROM cases WHERE id = ?", (case_id,)).fetchone()
    return row is None or bool(row[0])


# The parts of a document as JSON: what is empty is left out, and what ends a block when it is as usual


def parts_of(document: Document) -> str:
    """How a document is divided and what is said of it, as JSON; its text has a column of its own."""
    content = {
        "blocks": [_block_values(block) for block in document.blocks],
        "pages": list(document.pages),
        "day": document.day.isoformat() if document.day else None,
        "notices": list(document.notices),
    }
    filled = {key: value for key, value in content.items() if value}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def _block_values(block: Block) -> list[Any]:
    cells = [list(cell) for cell in block.cells]
    told = dropwhile(lambda value: not value, (cells, block.table, block.level))
    return [block.kind.value, block.start, block.end, *reversed(list(told))]


def _document(name: str, format_: str, text: str, parts: dict[str, Any]) -> Document:
    day = parts.get("day")
    return Document(
        name,
        format_,
        text,
        tuple(_block(*values) for values in parts.get("blocks", ())),
        tuple(parts.get("pages", ())),
        date.fromisoformat(day) if day else None,
        tuple(parts.get("notices", ())),
    )


def _block(kind: str, start: int, end: int, level: int = 0, table: int = 0, cells: Any = ()) -> Block:
    return Block(BlockKind(kind), start, end, level, table, tuple((first, last) for first, last in cells))
