"""Printing a case: the same pages for the preview, for a printer and for a PDF.

The rule: whether pages get pseudonyms is for `consent` to say. A PDF is made in memory and written at once; it and a
printout are in the log before that (`outgoing`).
What is heavy to import is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tijdlijn.layout.filtering import narrowed, shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.progress import WRITING, Progress, unwatched
from tijdlijn.model.views import known
from tijdlijn.report.options import PageOptions
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.consent import gets_pseudonyms
from tijdlijn.services.outgoing import Departure, leaving
from tijdlijn.services.session_names import masked
from tijdlijn.storage.audit import Event

if TYPE_CHECKING:
    from tijdlijn.analysis.findings import Analysis
    from tijdlijn.drawing.primitives import Drawing
    from tijdlijn.drawing.styles import Theme


class Draft(Protocol):
    """A page before its number is known (`report.build.Draft`)."""

    @property
    def name(self) -> str: ...

    @property
    def theme(self) -> Theme: ...

    def drawing(self, number: int, pages: int) -> Drawing:
        """The page as it is printed."""


def pages(case: Case, options: PageOptions) -> Iterator[Draft]:
    """The pages one by one, each made when it is asked for."""
    from tijdlijn.report.build import drafts

    yield from drafts(*_prepared(case, options))


def pdf(case: Case, options: PageOptions, progress: Progress = unwatched) -> bytes:
    """The pages as a PDF. `progress` is told which page comes and of how many; what it raises stops the work."""
    from tijdlijn.render_pdf.protection import encrypted
    from tijdlijn.report.build import pdf_bytes

    made = pdf_bytes(*_prepared(case, options), progress)
    return encrypted(made, options.password) if options.password else made


def print_pdf(
    book: OpenCasebook, case_id: str, path: Path, options: PageOptions, progress: Progress = unwatched
) -> None:
    """Write the pages to a PDF; a file that is there is replaced once all pages are made. Raises Problem.

    `progress` is told `WRITING` right before the file is written: what it raises then leaves no file either.
    """
    case = book.case(case_id)
    masks = gets_pseudonyms(case, options.pseudonyms)
    codes = {"what": "casus", "kind": "pdf", "pseudonyms": masks, "password": bool(options.password)}
    with leaving(book, Event.PRINTED, case_id, **codes) as departure:
        data = pdf(case, options, progress)
        progress(*WRITING)
        departure.write(path, data)


def printout(book: OpenCasebook, case_id: str, options: PageOptions) -> Departure:
    """What goes to a printer: to be noted before it starts, and again when it is done, failed or stopped."""
    masks = gets_pseudonyms(book.case(case_id), options.pseudonyms)
    return Departure(book, Event.PRINTED, case_id, what="casus", kind="printer", pseudonyms=masks)


def _prepared(case: Case, options: PageOptions) -> tuple[Case, Analysis, PageOptions]:
    """The case as it may be told, what follows from it, and the options as far as the case knows what they name."""
    options = replace(options, pseudonyms=gets_pseudonyms(case, options.pseudonyms))
    told = masked(case)[0] if options.pseudonyms else case
    return told, *with_findings(told, options)


def with_findings(case: Case, options: PageOptions) -> tuple[Analysis, PageOptions]:
    """What follows from everything, or from what the filter shows when the view has the findings follow it, and the
    options as far as the case knows what they name."""
    from tijdlijn.analysis.findings import analyse

    view = known(options.view, case) if options.view else None
    follows = view is not None and view.findings_follow
    return analyse(narrowed(case, shown(case, view.filter)) if view and follows else case), replace(options, view=view)
