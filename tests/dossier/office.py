"""Documents for tests, made here: no binaries in the repository. Each format has a table of where its dates stand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tests.dossier.office_more import rich_html, rich_odt, rich_rtf
from tests.dossier.office_word import rich_docx, zipped
from tests.dossier.test_text_builder import assert_exact
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem


def plain_text() -> bytes:
    """A plain text of several sorts of lines."""
    return (
        b"CONTACTJOURNAAL\n\n1. Aanleiding\nOp 3 mei 2019 belde de huisarts over Noor, die al weken niet slaapt.\n\n"
        b"12 mei 2019\tTelefonisch\tMoeder belt\n13 mei 2019\tHuisbezoek\tNiemand thuis\n"
    )


def samples() -> dict[str, bytes]:
    """A rich document of every format that is read here, by its usual name."""
    return {
        "rijk.docx": rich_docx(),
        "rijk.odt": rich_odt(),
        "rijk.rtf": rich_rtf(),
        "rijk.html": rich_html(),
        "rijk.txt": plain_text(),
    }


TERPSTRA = Path(__file__).parents[3] / "shared" / "data" / "terpstra"
"""A dossier with its plain text, beside the repository."""


def said_once(document: Document, words: str) -> bool:
    """Whether a date stands in the text exactly once, and within a block."""
    found = list(re.finditer(rf"(?<!\d){re.escape(words)}(?!\d)", document.text))
    return len(found) == 1 and any(
        block.start <= found[0].start() and found[0].end() <= block.end for block in document.blocks
    )


def lines(document: Document, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks, or of those of some kinds."""
    return [document.text[block.start : block.end] for block in document.blocks if not kinds or block.kind in kinds]


def mutated(sample: bytes) -> st.SearchStrategy[bytes]:
    """Damaged versions of a file: bytes replaced, stretches taken out or doubled, the end cut off."""
    place = st.integers(0, len(sample) - 1)
    change = st.tuples(place, st.integers(0, 40), st.binary(max_size=8))

    def apply(changes: list[tuple[int, int, bytes]], end: int) -> bytes:
        data = bytearray(sample)
        for at, length, new in changes:
            data[at : at + length] = new
        return bytes(data[: len(data) - end])

    ends = st.sampled_from([0, 0, 0, 1, 30, len(sample) // 2])
    return st.builds(apply, st.lists(change, min_size=1, max_size=4), ends)


def read_or_refused(reader: Callable[[bytes, str], Document], data: bytes) -> str:
    """What a reader makes of damaged bytes: a sound document's text, or the sentence of a Problem."""
    try:
        document = reader(data, "stuk")
    except Problem as problem:
        return problem.sentence
    assert_exact(document)
    return document.text


def rezipped(sample: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(sample)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, part: change(parts.get(part, b""))})
