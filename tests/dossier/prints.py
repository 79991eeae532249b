"""PDFs made for tests: letters, tables, columns and what else a print can hold."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

STYLES = getSampleStyleSheet()
LONG = (
    "Op 19 oktober 2021 heeft de beschermingstafel verzocht om een onderzoek. Moeder vertelt dat zij sinds de zomer "
    "van 2020 weinig slaapt, dat Sem vaak bij oma is en dat zij op 3 maart 2021 met de huisarts heeft gesproken. De "
    "school heeft in november 2020 een melding gedaan en het wijkteam is daarna in december 2020 begonnen."
)
Draw = Callable[[Canvas], None]


def drawn(*pages: Draw) -> bytes:
    """A PDF whose pages are drawn by hand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, x: float = 72, y: float = 740, step: float = 12) -> Draw:
    """Lines under each other."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * step, text)

    return draw


def flowing(*parts: Flowable, margin: Callable[[Canvas, object], None] | None = None) -> bytes:
    """A PDF that is laid out as a report is; `margin` draws on every page."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, margin=2 * cm, invariant=1)
    document.build(list(parts), onFirstPage=margin or _nothing, onLaterPages=margin or _nothing)
    return out.getvalue()


def _nothing(canvas: Canvas, document: object) -> None:
    """A page without a header."""


def paragraph(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(text, STYLES[style])


def table(rows: list[list[str]], widths: list[float], grid: bool) -> Table:
    """A table whose cells wrap."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "#000000")] if grid else []
    cells = [[paragraph(cell) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, style=TableStyle([*style, *ruled]), repeatRows=1)


def report() -> bytes:
    """A report of some pages with everything that a report usually has."""

    def margin(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 810, "Raad voor de Kinderbescherming - vertrouwelijk")
        canvas.drawString(72, 30, "Dossier 20-113")
        canvas.drawRightString(520, 30, f"Pagina {canvas.getPageNumber()} van 3")

    rows = [
        ["Datum", "Wie", "Wat"],
        ["12-03-2019", "Wijkteam", LONG],
        ["maart 2020", "School", "Een gesprek met moeder."],
    ]
    return flowing(
        paragraph("Rapport", "Title"),
        paragraph("1. Aanleiding", "Heading2"),
        paragraph(LONG),
        ListFlowable(
            [paragraph("Op 3 mei 2019 een gesprek."), paragraph("In juni 2019 een melding.")], bulletType="bullet"
        ),
        table(rows, [70, 80, 300], grid=True),
        PageBreak(),
        paragraph("2. Verloop", "Heading2"),
        *(paragraph(LONG) for _ in range(12)),
        Spacer(1, 20),
        BalancedColumns([paragraph(LONG) for _ in range(3)], nCols=2),
        margin=margin,
    )


def locked() -> bytes:
    """A PDF that asks for a password."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt="geheim")
    canvas.drawString(72, 700, "Geheim van 3 maart 2020.")
    canvas.save()
    return out.getvalue()
