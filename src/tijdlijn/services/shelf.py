"""Where documents that were read belong among those of a case: new, a newer version, or there already.

The rule: what is there is never doubled and never lost. A document without a source gets the source that has its name
and no document yet, as a table that was imported first may have made; else a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tijdlijn.dossier.candidates import Profile
from tijdlijn.language.folding import name_key
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Document
from tijdlijn.model.entries import Source, SourceKind
from tijdlijn.services.changes import Batch
from tijdlijn.services.document_versions import Runs, is_newer, likeness, runs, same_words
from tijdlijn.services.editing import quoted
from tijdlijn.services.ids import new_id
from tijdlijn.storage.documents import DocumentSummary, StoredDocument


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A document as it was read: where it came from, the SHA-256 of the file, and what kind of document it seems."""

    path: Path
    checksum: str
    document: Document
    profile: Profile


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with the source that it belongs to; `keeps_text` is False when its older version was kept so."""

    source: Source
    file: ReadFile
    keeps_text: bool = True


@dataclass(frozen=True, slots=True)
class Filing:
    """What filing does: documents that are new, newer versions of what is there, and what is there already."""

    added: tuple[Placed, ...] = ()
    updated: tuple[Placed, ...] = ()
    present: tuple[ReadFile, ...] = ()

    @property
    def step(self) -> str:
        """The name of the step in Dutch."""
        added = _counted(self.added)
        if not self.updated:
            return f"Voeg {added} toe"
        if not self.added:
            return f"Werk {_counted(self.updated)} bij"
        return f"Voeg {added} toe en werk {_counted(self.updated)} bij"

    def batch(self, keep_text: bool, today: date) -> Batch:
        """What is to be put in the casebook."""
        placed = (*self.added, *self.updated)
        return Batch(
            sources=tuple(one.source for one in placed),
            documents=tuple(_stored(one, keep_text and one.keeps_text, today) for one in placed),
        )


def shelved(
    case: Case,
    there: Sequence[DocumentSummary],
    files: Sequence[ReadFile],
    text_of: Callable[[str], str | None],
) -> Filing:
    """Where each file belongs; `text_of` gives the kept text of the document of a source."""
    shelf = _Shelf(case, there, text_of)
    for file in files:
        shelf.put(file)
    return shelf.filing()


@dataclass(slots=True)
class _Book:
    """A document on the shelf; `file` is what was read of it now, if anything, and `said` its text once compared."""

    source: Source
    name: str
    is_kept: bool
    is_new: bool
    file: ReadFile | None = None
    said: Runs | None = None


class _Shelf:
    """The documents of a case while files are put among them, one after the other."""

    def __init__(self, case: Case, there: Sequence[DocumentSummary], text_of: Callable[[str], str | None]) -> None:
        self._text_of = text_of
        self._checksums = {document.checksum for document in there}
        self._books = [
            _Book(case.sources_by_id[one.source_id], one.name, one.keeps_text, is_new=False) for one in there
        ]
        taken = {one.source_id for one in there}
        free = [s for s in case.sources if s.kind is SourceKind.DOCUMENT and s.id not in taken]
        self._free = {name_key(source.title): source for source in reversed(free)}
        self._next = max((source.order for source in case.sources), default=-1) + 1
        self._present: list[ReadFile] = []

    def put(self, file: ReadFile) -> None:
        """Find the place of one file."""
        if file.checksum in self._checksums:
            self._present.append(file)
            return
        self._checksums.add(file.checksum)
        said = runs(file.document.text)
        older = next((book for book in self._books if self._is_older(book, file, said)), None)
        if older is None:
            new = _Book(self._source_for(file), file.document.name, True, is_new=True, file=file, said=said)
            self._books.append(new)
        elif self._says_the_same(older, file):
            self._present.append(file)
        else:
            older.source = _described(older.source, file, older.name)
            older.name, older.file, older.said = file.document.name, file, said

    def filing(self) -> Filing:
        """What became of all files."""
        placed = [(book.is_new, Placed(book.source, book.file, book.is_kept)) for book in self._books if book.file]
        return Filing(
            tuple(one for is_new, one in placed if is_new),
            tuple(one for is_new, one in placed if not is_new),
            tuple(self._present),
        )

    def _is_older(self, book: _Book, file: ReadFile, said: Runs) -> bool:
        def alike() -> float | None:
            if book.said is None and (text := self._text(book)) is not None:
                book.said = runs(text)
            return None if book.said is None else likeness(book.said, said)

        return is_newer(book.name, file.document.name, alike)

    def _says_the_same(self, book: _Book, file: ReadFile) -> bool:
        text = self._text(book)
        return text is not None and same_words(text, file.document.text)

    def _text(self, book: _Book) -> str | None:
        return book.file.document.text if book.file else self._text_of(book.source.id)

    def _source_for(self, file: ReadFile) -> Source:
        name = file.document.name
        for key in (name_key(name), name_key(Path(name).stem)):
            if (known := self._free.pop(key, None)) is not None:
                return _described(known, file, name)
        kind, order = file.profile, self._next
        self._next += 1
        return Source(new_id(), name, SourceKind.DOCUMENT, kind.genre, kind.agency, kind.day, order=order)


def _described(source: Source, file: ReadFile, old_name: str) -> Source:
    """The source with what the file says of itself where nobody said anything, and named as the file if it was."""
    kind = file.profile
    return replace(
        source,
        title=file.document.name if source.title == old_name else source.title,
        genre=source.genre or kind.genre,
        agency=source.agency or kind.agency,
        date=source.date or kind.day,
    )


def _stored(one: Placed, keeps_text: bool, today: date) -> StoredDocument:
    document = one.file.document
    return StoredDocument(one.source.id, one.file.checksum, len(document.text), today, keeps_text, document)


def _counted(placed: Sequence[Placed]) -> str:
    if len(placed) == 1:
        return f"document {quoted(placed[0].file.document.name)}"
    return f"{len(placed)} documenten"
