"""A case as a package: one encrypted file that another casebook takes in as a new case.

The rule: all of it or nothing. The ids stay what they are, so that tables and pictures that went out before still
belong to the case; only a case that the casebook has already becomes another one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tijdlijn.exchange.package import (
    VERSION,
    Package,
    PackageDamaged,
    PackageNewer,
    PackedDocument,
    package_bytes,
    read_package,
)
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.services.backups import Reason, try_to_make
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.ids import new_id
from tijdlijn.services.outgoing import leaving, taking_in
from tijdlijn.storage import documents, sealed, views
from tijdlijn.storage.audit import Event
from tijdlijn.storage.documents import StoredDocument
from tijdlijn.storage.errors import problem

ENDING = ".tijdlijn-pakket"
NO_PASSPHRASE = "Een pakket heeft een wachtwoord nodig; er is niets geschreven. Kies er een en geef het apart door."


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a package brought: the change, and whether the casebook had this case already."""

    change: Change
    was_there: bool


def packed(book: OpenCasebook, case_id: str, *, texts: bool = True) -> Package:
    """A case with all that belongs to it; without `texts` its documents are only known by name."""
    case = book.case(case_id)

    def gathered(raw: Any) -> Package:
        """Read in one transaction, so that all of it is of one moment."""
        stored = [documents.stored(raw, case_id, one.source_id) for one in documents.summaries(raw, case_id)]
        decided = [documents.decisions(raw, case_id, source.id) for source in case.sources]
        return Package(
            case,
            tuple(_packed_document(one, texts) for one in stored if one is not None),
            tuple(decision for each in decided for decision in each),
            views.saved(raw, case_id),
            documents.keeps_texts(raw, case_id),
        )

    return book.read(gathered)


def _packed_document(stored: StoredDocument, texts: bool) -> PackedDocument:
    keeps, document = stored.keeps_text, stored.document
    if not texts:
        keeps, document = False, Document(document.name, document.format, "")
    return PackedDocument(stored.source_id, stored.checksum, stored.length, stored.added, keeps, document)


def write_package(
    book: OpenCasebook,
    case_id: str,
    path: Path,
    passphrase: str,
    *,
    texts: bool = True,
    progress: Progress = unwatched,
) -> None:
    """Write a case as a package under a password of its own; a file that is there is replaced. Raises Problem.

    What `progress` raises stops the work; then what was there is still there.
    """
    if not passphrase:
        raise Problem(NO_PASSPHRASE)
    with leaving(
        book, Event.EXPORTED, case_id, what="pakket", pseudonyms=False, password=True, texts=texts
    ) as departure:
        package = packed(book, case_id, texts=texts)
        progress(*WORKING)
        content = package_bytes(package)
        sealed.seal(path, passphrase, content, VERSION, progress, lambda found: departure.note(sha256=found))


def read_package_file(path: Path, passphrase: str, today: date, progress: Progress = unwatched) -> Package:
    """What stands in a package. Raises Problem, in one sentence."""
    content = sealed.unseal(path, passphrase, VERSION, progress)
    progress(*WORKING)
    try:
        return read_package(content, today)
    except PackageNewer:
        raise problem(sealed.NEWER, path) from None
    except PackageDamaged:
        raise problem(sealed.WRONG_OR_DAMAGED, path) from None


def unpack(book: OpenCasebook, path: Path, passphrase: str, progress: Progress = unwatched) -> Unpacked:
    """Take the case of a package in as a new case of this casebook, in one step. Raises Problem, nothing half done.

    `progress` is told `WRITING` right before the casebook is written: what it raises until then leaves it as it was.
    """
    with taking_in(book, "", what="pakket") as codes:
        package = read_package_file(path, passphrase, book.today, progress)
        progress(*WRITING)
        return _taken(book, package, codes)


def take_in(book: OpenCasebook, package: Package) -> Unpacked:
    """Take the case of a package that was read in as a new case, in one step. Raises Problem, nothing half done."""
    with taking_in(book, "", what="pakket") as codes:
        return _taken(book, package, codes)


def _taken(book: OpenCasebook, package: Package, codes: dict[str, Any]) -> Unpacked:
    was_there = package.case.id in {summary.id for summary in book.cases()}
    case = replace(package.case, id=new_id()) if was_there else package.case
    name = case.code or case.title
    try_to_make(book, Reason.IMPORT)
    change = book.commit_new(case, f"Lees pakket in: {name}", _batch(case, package))
    codes.update(case=case.id, entries=len(case.entries), documents=len(package.documents))
    return Unpacked(change, was_there)


def _batch(case: Case, package: Package) -> Batch:
    return Batch.of_case(
        case,
        documents=tuple(
            StoredDocument(one.source_id, one.checksum, one.length, one.added, one.keeps_text, one.document)
            for one in package.documents
        ),
        decisions=package.decisions,
        views=package.views,
        keeps_texts=package.keeps_texts,
    )
