"""A reader's timeline of a dossier beside what the rules say of the same passages, and how often they agree."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tijdlijn.dossier.candidates import Family, PartyFound, Profile
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.kinds import What, what_is
from tijdlijn.dossier.naming import parties_in, people_in, subject_of
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.dossier.titles import title_of
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document

_SAME = (
    {"rechtbank", "kinderrechter", "gerechtshof"},
    {"cjg", "opvoedbureau", "centrum voor jeugd en gezin"},
    {"raad", "raad voor de kinderbescherming"},
    {"school", "onderwijs"},
)
_ALIKE = ({"actie", "signaal"}, {"actie", "contact"}, {"actie", "overdracht"}, {"actie", "ultimatum"})
"""Kinds between which readers of one and the same dossier differ (gold.csv and entries.csv of the example)."""


@dataclass(frozen=True)
class Judged:
    """One entry of the reader, and what was found for it."""

    row: dict[str, str]
    passage: str
    title: str
    people: tuple[str, ...]
    parties: tuple[PartyFound, ...]
    what: What

    @property
    def party_first(self) -> bool:
        """Whether the first party is the reader's."""
        return bool(self.parties) and same_party(self.row["organisation"], self.parties[0].name)

    @property
    def party_among(self) -> bool:
        """Whether the reader's party is among those found."""
        return any(same_party(self.row["organisation"], party.name) for party in self.parties)

    @property
    def kind_same(self) -> bool:
        """Whether the kind is exactly the reader's."""
        return self.what.kind == self.row["kind"]

    @property
    def kind_alike(self) -> bool:
        """Whether it is the reader's, or one that readers put for it."""
        pair = {str(self.what.kind), self.row["kind"]}
        return self.kind_same or any(pair <= alike for alike in _ALIKE)


def documents_of(folder: Path) -> list[Document]:
    """The documents of a dossier, from their plain text."""
    return [
        Document(path.name[:-4], path.name[:-4].rpartition(".")[2], path.read_text(encoding="utf-8"))
        for path in sorted((folder / "text").iterdir())
    ]


def judged(folder: Path) -> Iterator[Judged]:
    """Every entry of the reader's that stands in a document, once for each of its passages."""
    documents = {document.name: document for document in documents_of(folder)}
    family = family_in(list(documents.values()))
    profiles = {name: profile_of(document, family) for name, document in documents.items()}
    with (folder / "gold.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            document = documents.get(row["source_file"])
            if document and row["char_start"] and row["kind"] not in ("gat", "snelkookpan"):
                yield _judge(row, document, family, profiles[document.name])


def _judge(row: dict[str, str], document: Document, family: Family, profile: Profile) -> Judged:
    start = int(row["char_start"])
    passage, before = _sentence(document.text, start, start + len(row["quote"]))
    words = _words(row["quote"], passage)
    context = PassageContext(
        words=words,
        before=before,
        heading=_heading(document.text, start),
        subject=subject_of(document, family),
        cells=_cells(document.text, start),
        profile=profile,
        opening=document.text.partition("\n")[0],
    )
    parties = parties_in(passage, family, context)
    return Judged(
        row,
        passage,
        title_of(passage, words, family, context),
        people_in(passage, family, context=context),
        parties,
        what_is(passage, words, parties, context),
    )


_DATE = re.compile(
    r"(?:\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|\d{1,2} (?:januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december)"
    r"(?: \d{4})?|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)(?: '?\d{2,4})?|(?:19|20)\d\d)"
)


def _words(quote: str, passage: str) -> str:
    found = _DATE.search(quote)
    return found[0] if found and found[0] in passage else ""


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence or cell around a quote, and what stands before it in the same line."""
    left = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
    right = min((place for mark in "\n\t" if (place := text.find(mark, end)) >= 0), default=len(text))
    cuts = [left + cut.end() for cut in re.finditer(r"(?<=[a-z0-9)\"][.!?]) (?=[A-Z\"])", text[left:right])]
    first = max((cut for cut in cuts if cut <= start), default=left)
    last = min((cut for cut in cuts if cut >= end), default=right)
    return text[first:last].strip(), text[left:first].strip()


def _heading(text: str, start: int) -> str:
    for line in reversed(text[:start].split("\n")[:-1]):
        if line and len(line) < 60 and not line.endswith(".") and "\t" not in line and ":" not in line:
            return line
    return ""


def _cells(text: str, start: int) -> tuple[tuple[str, str], ...]:
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    width = line.count("\t")
    heads = [other for other in text[:start].split("\n") if other.count("\t") == width]
    return tuple(zip(heads[0].split("\t"), line.split("\t"), strict=True)) if width > 1 and heads else ()


def same_party(wanted: str, found: str) -> bool:
    """Whether two names are one party: equal, one within the other, or two names of one thing."""
    one, other = fold(wanted), fold(found)
    if not one:
        return False
    short, long = sorted((one, other), key=len)
    if re.search(rf"(?<!\w){re.escape(short)}", long) or short in long.replace("-", " "):
        return True
    own = {word for word in one.split() if len(word) > 3} - {"jeugdhulp", "stichting", "jeugd", "team", "groep"}
    if own & set(other.split()):
        return True
    return any(one in names and other in names for names in _SAME) or ("school" in one and "school" in other)
