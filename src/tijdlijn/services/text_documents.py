"""A document of text about a case, as PDF or for an office suite: made, closed by a password, and written.

The rule: made in memory, written at once, in the log before that (`outgoing`), and until then it can be stopped.
Whoever asks hands in a document in which names are hidden already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tijdlijn.layout.document import Item
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.outgoing import leaving
from tijdlijn.storage.audit import Event

ENDINGS = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Document:
    """What stands in it, what it is called, and the case as it may stand around the pages; `is_masked` says on every
    page that names are not the real ones."""

    kind: str
    case: Case
    items: Sequence[Item]
    is_masked: bool = False


def document_bytes(document: Document, ending: str, progress: Progress = unwatched) -> bytes:
    """The document as the bytes of a file with this ending. What `progress` raises stops the work."""
    progress(*WORKING)
    if ending == ".pdf":
        from tijdlijn.report.session_pdf import text_pdf

        return text_pdf(document.case, document.items, document.kind, document.is_masked, progress)
    from tijdlijn.exchange.docx_out import Around, docx_bytes

    around = Around(document.kind, f"{document.kind}, vertrouwelijk", document.kind)
    return docx_bytes(document.items, around, progress=progress)


def export_document(
    book: OpenCasebook,
    case_id: str,
    path: Path,
    what: str,
    make: Callable[[], Document],
    password: str = "",
    progress: Progress = unwatched,
) -> None:
    """Write a document to a file, by its ending; a PDF under a password when there is one. `what` it is stands in the
    log. Raises Problem; then what was there is still there. `progress` is told `WRITING` right before."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Problem("Dit kan alleen als .pdf of .docx; er is niets geschreven. Kies een van deze twee.")
    secret = bool(password) and ending == ".pdf"
    codes = {"what": what, "kind": ending[1:], "pseudonyms": True, "password": secret}
    with leaving(book, Event.EXPORTED, case_id, **codes) as departure:
        progress(*WORKING)
        data = document_bytes(make(), ending, progress)
        if secret:
            from tijdlijn.render_pdf.protection import encrypted

            data = encrypted(data, password)
        progress(*WRITING)
        departure.write(path, data)
