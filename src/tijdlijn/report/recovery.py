"""The recovery sheet as a PDF: fonts in it, metadata a fixed list, nothing of a case."""

from __future__ import annotations

from datetime import date

from tijdlijn.drawing.paper_styles import PAGE
from tijdlijn.layout.recovery_sheet import TITLE, recovery_sheet
from tijdlijn.render_pdf.document import PdfDocument


def recovery_pdf(file_name: str, passphrase: str, day: date) -> bytes:
    """One A4 for the casebook of this name (without a folder). The same arguments give the same bytes.

    Raises Problem when the passphrase cannot be printed without a doubt.
    """
    document = PdfDocument(TITLE)
    document.add_page(recovery_sheet(file_name, passphrase, day), PAGE)
    return document.finish()
