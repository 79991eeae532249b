"""Exporting a case to one file, by its ending: a report, a picture, a table.

The rule: made in memory, written at once, in the log before that (`outgoing`), and until then it can be stopped. What
is heavy to import is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tijdlijn.layout.sheet import MASKED, SLIDE, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.report.options import PageOptions
from tijdlijn.services import consent
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.outgoing import leaving
from tijdlijn.services.printing import with_findings
from tijdlijn.services.session_names import masked
from tijdlijn.storage.audit import Event

PAPER_DOTS, SLIDE_DOTS = 200, 144
"""Pixels to the inch of a picture: of paper, and of a slide, which is then 1920 by 1080."""
MOST_WIDE = 6_000

ExportOptions = PageOptions
"""How a case is exported; a table always holds everything, whatever the sheet."""
USUAL = ExportOptions()
FOR_READERS = (".pdf", ".svg", ".png", ".ics")
"""Kinds of file that only people read. What is mended elsewhere and comes back into the casebook keeps its names unless
pseudonyms are asked for."""


def exported(case: Case, ending: str, options: ExportOptions = USUAL, progress: Progress = unwatched) -> bytes:
    """The case as the bytes of a file with this ending (`.pdf`). Raises Problem for an ending that is not known.

    What `progress` raises stops the work.
    """
    make = _MAKERS.get(ending.lower())
    if make is None:
        raise Problem(_unknown(ending))
    progress(*WORKING)
    options = replace(options, pseudonyms=options.pseudonyms or bool(reason_to_mask(case, ending)))
    return make(masked(case)[0] if options.pseudonyms else case, options, progress)


def reason_to_mask(case: Case, ending: str) -> str:
    """Why a file with this ending gets pseudonyms whatever is asked, in a sentence; empty when it keeps its names."""
    return consent.reason_to_mask(case) if ending.lower() in FOR_READERS else ""


def export_case(
    book: OpenCasebook,
    case_id: str,
    path: Path,
    options: ExportOptions = USUAL,
    progress: Progress = unwatched,
) -> None:
    """Write a case to a file, by its ending; a file that is there is replaced once all is made. Raises Problem.

    `progress` is told `WRITING` right before the file is written: what it raises then leaves no file either.
    """
    case, ending = book.case(case_id), path.suffix.lower()
    masks = options.pseudonyms or bool(reason_to_mask(case, ending))
    secret = bool(options.password) and ending == ".pdf"
    codes = {"what": "casus", "kind": ending[1:], "pseudonyms": masks, "password": secret}
    with leaving(book, Event.EXPORTED, case_id, **codes) as departure:
        data = exported(case, ending, options, progress)
        progress(*WRITING)
        departure.write(path, data)


def check_ending(path: Path) -> None:
    """Raises Problem when no case can be exported to a file of this name, before any work is done."""
    if path.suffix.lower() not in _MAKERS:
        raise Problem(_unknown(path.suffix))


def _unknown(ending: str) -> str:
    known = ", ".join(_MAKERS)
    told = f"Het einde {ending} is" if ending else "Een bestand zonder einde is"
    return f"{told} geen soort die kan worden geëxporteerd; er is niets geschreven. Kies {known}."


def _csv(case: Case, _: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.exchange.tables_out import csv_bytes

    return csv_bytes(case, progress)


def _xlsx(case: Case, _: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.exchange.tables_out import xlsx_bytes

    return xlsx_bytes(case, progress)


def _ods(case: Case, _: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.exchange.tables_out import ods_bytes

    return ods_bytes(case, progress)


def _docx(case: Case, options: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.analysis.findings import analyse
    from tijdlijn.exchange.docx_out import Around, docx_bytes
    from tijdlijn.report.chronicle import KIND, chronicle_items

    code = f"casus {case.code}" if case.code else ""
    head = f"{case.title}, {MASKED}" if options.pseudonyms else case.title
    around = Around(f"{KIND} {code}".strip(), head, " · ".join(filter(None, (code, KIND))), lying=True)
    progress(*WORKING)
    items = chronicle_items(case, analyse(case), progress)
    progress(*WORKING)
    return docx_bytes(items, around, progress=progress)


def _json(case: Case, _: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.exchange.tables_out import json_bytes

    return json_bytes(case, progress)


def _ics(case: Case, _: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.services.ahead_calendar import ahead_calendar

    progress(*WORKING)
    return ahead_calendar(case)


def _pdf(case: Case, options: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.render_pdf.protection import encrypted
    from tijdlijn.report.build import pdf_bytes

    made = pdf_bytes(case, *with_findings(case, options), progress)
    return encrypted(made, options.password) if options.password else made


def _svg(case: Case, options: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.report.build import svg_text

    return svg_text(case, *with_findings(case, options), progress).encode("utf-8")


def _png(case: Case, options: ExportOptions, progress: Progress) -> bytes:
    from tijdlijn.report.build import png_bytes

    paper = PaperSize.of(options.paper, options.landscape)
    dots = SLIDE_DOTS if paper.name == SLIDE else PAPER_DOTS
    return png_bytes(case, *with_findings(case, options), min(round(paper.width / 72 * dots), MOST_WIDE), progress)


_MAKERS: Mapping[str, Callable[[Case, ExportOptions, Progress], bytes]] = MappingProxyType(
    {
        ".pdf": _pdf,
        ".svg": _svg,
        ".png": _png,
        ".docx": _docx,
        ".csv": _csv,
        ".xlsx": _xlsx,
        ".ods": _ods,
        ".json": _json,
        ".ics": _ics,
    }
)
