"""Invented documents, and a finder that takes every day written as 2019-03-12 for a candidate."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from types import SimpleNamespace

from tijdlijn.dossier.candidates import Candidate, Family, Profile
from tijdlijn.language.mentions import Basis
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.services.shelf import ReadFile

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def document(name: str, *lines: str, pages: tuple[int, ...] = (), **more) -> Document:
    """A document of paragraphs."""
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    return Document(name, name.rpartition(".")[2], "\n".join(lines), tuple(blocks), pages, **more)


def read(name: str, *lines: str, profile: Profile | None = None, **more) -> ReadFile:
    """A document as it was read of a file; other lines or another name are another file."""
    checksum = hashlib.sha256("\n".join((name, *lines)).encode()).hexdigest()
    return ReadFile(Path("map", name), checksum, document(name, *lines, **more), profile or Profile())


def candidate(text: str, day: str = "2019-03-12", passage: str = "", **more) -> Candidate:
    """A candidate with this title; its passage stands at the begin of its document."""
    passage = passage or f"{day} {text}"
    given = {"date": UncertainDate.parse(day), "basis": Basis.TEXT, "explained": "", "title": text, **more}
    return Candidate(f"{day}|{passage}", 0, len(day), day, 0, len(passage), passage, **given)


def found_in(given: Document, profile: Profile, family: Family) -> tuple[Candidate, ...]:
    """Every line with a day in it; one about a law is no fact."""
    del profile, family
    return tuple(_found(given, match) for match in _DAY.finditer(given.text))


def _found(given: Document, match: re.Match[str]) -> Candidate:
    block = next(block for block in given.blocks if block.start <= match.start() < block.end)
    passage = given.text[block.start : block.end]
    return Candidate(
        key=f"{match[0]}|{passage}",
        start=match.start(),
        end=match.end(),
        words=match[0],
        passage_start=block.start,
        passage_end=block.end,
        passage=passage,
        date=UncertainDate.parse(match[0]),
        basis=Basis.TEXT,
        explained="",
        title=_DAY.sub("", passage).strip(" :"),
        page=given.page_at(block.start),
        is_fact="wet" not in passage,
    )


def finding(finder=found_in) -> SimpleNamespace:
    """What stands in for the module that finds."""
    return SimpleNamespace(
        find_candidates=finder, candidate_at=lambda given, profile, family, start, end: candidate(given.text[start:end])
    )
