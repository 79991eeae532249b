"""Documents of a dossier in a casebook: read them, file them, and say what they are.

The rule: a document belongs to a source and is one file of the dossier. The same file twice is one document, and a
newer version takes the place of the older under the same source, so that what was decided and cited stays. What a
document may add to the timeline is for `reviewing.py`.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path

from tijdlijn.dossier.candidates import Family, Profile
from tijdlijn.dossier.formats import ENDINGS
from tijdlijn.dossier.reading import ReadingCancelled, read_documents
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document
from tijdlijn.model.entries import Source
from tijdlijn.model.problems import Problem
from tijdlijn.services.backups import Reason, try_to_make
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import UNCHANGED, Unchanged, apply, quoted
from tijdlijn.services.outgoing import taking_in
from tijdlijn.services.shelf import Filing, ReadFile, shelved
from tijdlijn.storage import documents

MOST_FILES = 1_000
"""Files of folders that are read in one go; more is a whole disk, dropped by mistake."""

NO_FAMILY = Family()

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""


@dataclass(frozen=True, slots=True)
class DocumentsRead:
    """What was read of some files, in their order, and what a user should know of the others."""

    documents: tuple[ReadFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document of a case as it stands in a list: its source's data and what was decided so far, without its text.

    `length` counts the characters of its text, also when that is not kept. `checksum` is that of `ReadFile`: by it one
    finds the source of a document that was just read.
    """

    source_id: str
    name: str
    format: str
    genre: str
    agency: str
    date: UncertainDate | None
    length: int
    added: Day
    keeps_text: bool
    accepted: int
    skipped: int
    joined: int
    checksum: str

    @property
    def decided(self) -> int:
        """Candidates about which somebody decided."""
        return self.accepted + self.skipped + self.joined


# Reading files


def read_files(
    paths: Sequence[Path],
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _done, _of: None,
    *,
    known: Family = NO_FAMILY,
) -> DocumentsRead:
    """The documents in these files, and in the files of these folders that can be read.

    A file that cannot be read, or has been read already under another name, is a problem in the result; the others are
    read. `known` helps to tell whose a document is. Raises ReadingCancelled.
    """
    files, problems = _files(paths, cancelled)
    done = 0

    def tell(_at: int, _path: Path, _result: Document | Problem) -> None:
        nonlocal done
        done += 1
        progress(done, len(files))

    progress(0, len(files))
    results = read_documents(files, cancelled, tell)
    _check(cancelled)
    family = _family([result for result in results if not isinstance(result, Problem)], known)
    read: dict[str, ReadFile] = {}
    for path, result in zip(files, results, strict=True):
        if isinstance(result, Problem):
            problems.append(result)
            continue
        file = ReadFile(path, _checksum(path), result, _profile(result, family))
        if (twin := read.get(file.checksum)) is not None:
            problems.append(Problem(f"{path.name} is hetzelfde bestand als {twin.path.name} en is één keer gelezen."))
        else:
            read[file.checksum] = file
    return DocumentsRead(tuple(read.values()), tuple(problems))


def _family(documents: list[Document], known: Family) -> Family:
    """Whom documents that are read together tell of: a birth that one names is not the day of another."""
    from tijdlijn.dossier.family import family_in

    return family_in(documents, known) if documents else known


def _profile(document: Document, known: Family) -> Profile:
    """What kind of document it seems; what tells it is imported by the thread that reads, not by the window."""
    from tijdlijn.dossier.profiles import profile_of

    return profile_of(document, known)


def _files(paths: Sequence[Path], cancelled: Cancelled) -> tuple[list[Path], list[Problem]]:
    """The files themselves, and those in folders that can be read; the same path once."""
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = list(_inside(path, cancelled))
        if not inside:
            problems.append(Problem(f"In de map {path.name} staat geen document dat kan worden gelezen."))
        found.update(dict.fromkeys(inside))
    return list(found), problems


def _inside(folder: Path, cancelled: Cancelled) -> Iterator[Path]:
    """The files of a folder and its folders that can be read, in natural order; not what is hidden or a lock file."""
    count = 0
    for place, folders, names in os.walk(folder):
        _check(cancelled)
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_natural)
        for name in sorted(names, key=_natural):
            if name.startswith((".", "~$")) or Path(name).suffix.lower().lstrip(".") not in ENDINGS:
                continue
            count += 1
            if count > MOST_FILES:
                raise Problem(
                    f"In de map {folder.name} staan meer dan {MOST_FILES} documenten; er is niets gelezen. "
                    "Kies de map van één dossier."
                )
            yield Path(place, name)


def _natural(name: str) -> list[tuple[bool, int, str]]:
    parts = re.split(r"(\d+)", name.casefold())
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts if part]


def _checksum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise Problem(f"{path.name} is tijdens het lezen verdwenen; er is niets overgenomen.") from None


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise ReadingCancelled("Het lezen is gestopt; er is niets overgenomen.")


# Filing


def plan_filing(book: OpenCasebook, case_id: str, read: DocumentsRead | Sequence[ReadFile]) -> Filing:
    """What filing these documents would do: which are new, which are newer versions, which are there already."""
    files = read.documents if isinstance(read, DocumentsRead) else tuple(read)
    there = book.read(lambda raw: documents.summaries(raw, case_id))
    return shelved(book.case(case_id), there, files, lambda source_id: _text(book, case_id, source_id))


def file_documents(
    book: OpenCasebook,
    case_id: str,
    read: DocumentsRead | Sequence[ReadFile],
    keep_text: bool | None = None,
    *,
    today: Day | None = None,
) -> Change | None:
    """Put documents in the casebook as one step; None when all are there already.

    With `keep_text` False only their passages stay; None does as the case says (`keeps_texts`). A newer version of a
    document of which the text was not kept is not kept either. `today` is the day they are said to be added on.
    """
    keep = keeps_texts(book, case_id) if keep_text is None else keep_text
    filing = plan_filing(book, case_id, read)
    batch = filing.batch(keep, today or Day.today())
    if batch == Batch():
        return None
    try_to_make(book, Reason.IMPORT)
    with taking_in(book, case_id, what="documenten", documents=len(batch.documents), texts=keep):
        return apply(book, case_id, batch, filing.step)


def filed(book: OpenCasebook, case_id: str) -> tuple[FiledDocument, ...]:
    """The documents of a case, in the order in which they came."""
    sources = book.case(case_id).sources_by_id
    there = book.read(lambda raw: documents.summaries(raw, case_id))
    return tuple(_filed(sources[document.source_id], document) for document in there)


def _filed(source: Source, there: documents.DocumentSummary) -> FiledDocument:
    return FiledDocument(
        source.id,
        source.title,
        there.format,
        source.genre,
        source.agency,
        source.date,
        there.length,
        there.added,
        there.keeps_text,
        there.accepted,
        there.skipped,
        there.joined,
        there.checksum,
    )


def document(book: OpenCasebook, case_id: str, source_id: str) -> Document | None:
    """The document of a source with its text; None when the source has none or its text is not kept."""
    stored = book.read(lambda raw: documents.stored(raw, case_id, source_id))
    return stored.document if stored is not None and stored.keeps_text else None


def profile(case: Case, source_id: str) -> Profile:
    """What is known of the document of a source, as somebody may have changed it."""
    source = _source(case, source_id)
    return Profile(source.genre, source.agency, source.date)


def _text(book: OpenCasebook, case_id: str, source_id: str) -> str | None:
    found = document(book, case_id, source_id)
    return None if found is None else found.text


# Changing what is filed


def set_profile(
    book: OpenCasebook,
    case_id: str,
    source_id: str,
    genre: str | Unchanged = UNCHANGED,
    agency: str | Unchanged = UNCHANGED,
    day: UncertainDate | Unchanged | None = UNCHANGED,
) -> Change:
    """Say what kind of document it is, from whom and of which day; what is not given stays.

    Raises Problem when there is no such source.
    """
    source = _source(book.case(case_id), source_id)
    following = replace(
        source,
        genre=source.genre if isinstance(genre, Unchanged) else genre.strip(),
        agency=source.agency if isinstance(agency, Unchanged) else agency.strip(),
        date=source.date if isinstance(day, Unchanged) else day,
    )
    return apply(book, case_id, Batch(sources=(following,)), f"Wijzig gegevens van {quoted(source.title)}")


def forget_text(book: OpenCasebook, case_id: str, *source_ids: str) -> Change:
    """Keep of these documents only which file it was and the passages that entries cite.

    The step can be taken back, so what was kept stays in the history of the casebook, which is encrypted.
    """
    case = book.case(case_id)
    stored = book.read(lambda raw: [documents.stored(raw, case_id, id_) for id_ in source_ids])
    forgotten = tuple(replace(one, keeps_text=False) for one in stored if one is not None and one.keeps_text)
    if len(forgotten) == 1:
        named = quoted(_source(case, forgotten[0].source_id).title)
    else:
        named = f"{len(forgotten)} documenten"
    return apply(book, case_id, Batch(documents=forgotten), f"Bewaar alleen de passages van {named}")


def keeps_texts(book: OpenCasebook, case_id: str) -> bool:
    """Whether a case keeps the texts of the documents that it gets."""
    return book.read(lambda raw: documents.keeps_texts(raw, case_id))


def set_keeps_texts(book: OpenCasebook, case_id: str, keep: bool) -> Change:
    """Say whether a case keeps the texts of documents that it gets from now on, or the passages only."""
    step = "Bewaar de tekst van nieuwe documenten" if keep else "Bewaar van nieuwe documenten alleen de passages"
    batch = Batch() if keep == keeps_texts(book, case_id) else Batch(keeps_texts=keep)
    return apply(book, case_id, batch, step)


def _source(case: Case, source_id: str) -> Source:
    source = case.sources_by_id.get(source_id)
    if source is None:
        raise Problem("Dit document staat niet (meer) in het casusboek; er is niets gewijzigd. Lees het opnieuw.")
    return source


def text_documents(book: OpenCasebook, case_id: str, cancelled: Cancelled = lambda: False) -> Iterable[Document]:
    """Every document of a case of which the text is kept, one by one. Raises ReadingCancelled."""
    for there in book.read(lambda raw: documents.summaries(raw, case_id)):
        _check(cancelled)
        if (found := document(book, case_id, there.source_id)) is not None:
            yield found


__all__ = [
    "DocumentsRead",
    "FiledDocument",
    "Filing",
    "ReadFile",
    "ReadingCancelled",
    "document",
    "file_documents",
    "filed",
    "forget_text",
    "keeps_texts",
    "plan_filing",
    "profile",
    "read_files",
    "set_keeps_texts",
    "set_profile",
]
