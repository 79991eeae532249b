"""Exporting a case to one file, by its ending: a report, a picture, a table.

The rule: made in memory, written at once (`files`). What is heavy to import is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.report.options import PageOptions
from tijdlijn.services.files import write_file
from tijdlijn.services.printing import reason_to_mask, with_findings
from tijdlijn.services.session_names import masked

PAPERS = ("A4", "A3", "A2", "A1", "A0")
MASKED = "gepseudonimiseerd"
PNG_DOTS_PER_INCH = 200
_LONG_SIDE_MM = {"A4": 297, "A3": 420, "A2": 594, "A1": 841, "A0": 1189}


ExportOptions = PageOptions
"""How a case is exported; a table always holds everything, whatever the sheet."""
USUAL = ExportOptions()
FOR_READERS = (".pdf", ".svg", ".png")
"""Kinds of file that only people read."""


def exported(case: Case, ending: str, options: ExportOptions = USUAL) -> bytes:
    """The case as the bytes of a file with this ending (`.pdf`). Raises Problem for an ending that is not known."""
    make = _MAKERS.get(ending.lower())
    if make is None:
        raise Problem(_unknown(ending))
    options = as_allowed(case, ending, options)
    return make(masked(case)[0] if options.pseudonyms else case, options)


def as_allowed(case: Case, ending: str, options: ExportOptions = USUAL) -> ExportOptions:
    """The options with pseudonyms when without the consent of the family nothing else may leave the program.

    What is mended elsewhere and comes back into the casebook keeps its names unless pseudonyms are asked for.
    """
    needed = ending.lower() in FOR_READERS and reason_to_mask(case)
    return replace(options, pseudonyms=True) if needed else options


def export_case(case: Case, path: Path, options: ExportOptions = USUAL) -> None:
    """Write the case to a file, by its ending; a file that is there is replaced. Raises Problem."""
    write_file(path, exported(case, path.suffix, options))


def check_ending(path: Path) -> None:
    """Raises Problem when no case can be exported to a file of this name, before any work is done."""
    if path.suffix.lower() not in _MAKERS:
        raise Problem(_unknown(path.suffix))


def _unknown(ending: str) -> str:
    known = ", ".join(_MAKERS)
    told = f"Het einde {ending} is" if ending else "Een bestand zonder einde is"
    return f"{told} geen soort die kan worden geëxporteerd; er is niets geschreven. Kies {known}."


def _csv(case: Case, _: ExportOptions) -> bytes:
    from tijdlijn.exchange.tables_out import csv_bytes

    return csv_bytes(case)


def _xlsx(case: Case, _: ExportOptions) -> bytes:
    from tijdlijn.exchange.tables_out import xlsx_bytes

    return xlsx_bytes(case)


def _ods(case: Case, _: ExportOptions) -> bytes:
    from tijdlijn.exchange.tables_out import ods_bytes

    return ods_bytes(case)


def _docx(case: Case, options: ExportOptions) -> bytes:
    from tijdlijn.analysis.findings import analyse
    from tijdlijn.exchange.docx_out import Around, docx_bytes
    from tijdlijn.report.chronicle import KIND, chronicle_items

    code = f"casus {case.code}" if case.code else ""
    head = f"{case.title}, {MASKED}" if options.pseudonyms else case.title
    around = Around(f"{KIND} {code}".strip(), head, " · ".join(filter(None, (code, KIND))), lying=True)
    return docx_bytes(chronicle_items(case, analyse(case)), around)


def _json(case: Case, _: ExportOptions) -> bytes:
    from tijdlijn.exchange.tables_out import json_bytes

    return json_bytes(case)


def _pdf(case: Case, options: ExportOptions) -> bytes:
    from tijdlijn.render_pdf.protection import encrypted
    from tijdlijn.report.build import pdf_bytes

    made = pdf_bytes(case, *with_findings(case, options))
    return encrypted(made, options.password) if options.password else made


def _svg(case: Case, options: ExportOptions) -> bytes:
    from tijdlijn.report.build import svg_text

    return svg_text(case, *with_findings(case, options)).encode("utf-8")


def _png(case: Case, options: ExportOptions) -> bytes:
    from tijdlijn.report.build import png_bytes

    long_side = round(_LONG_SIDE_MM[options.paper] / 25.4 * PNG_DOTS_PER_INCH)
    width = min(long_side if options.landscape else round(long_side / 2**0.5), 6_000)
    return png_bytes(case, *with_findings(case, options), width)


_MAKERS: Mapping[str, Callable[[Case, ExportOptions], bytes]] = MappingProxyType(
    {
        ".pdf": _pdf,
        ".svg": _svg,
        ".png": _png,
        ".docx": _docx,
        ".csv": _csv,
        ".xlsx": _xlsx,
        ".ods": _ods,
        ".json": _json,
    }
)
