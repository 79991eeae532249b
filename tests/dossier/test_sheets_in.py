"""Contact journals read row by row."""

from __future__ import annotations

import io
from datetime import date, time
from pathlib import Path

import pytest
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.comments import Comment

from tijdlijn.dossier.formats import read_here
from tijdlijn.model.documents import BlockKind
from tijdlijn.model.problems import Problem

SHARED = Path(__file__).resolve().parents[3] / "shared/data/terpstra"


def journal(sheets: int = 1) -> bytes:
    """A workbook with dates that are numbers, a cell of two lines and a remark."""
    book = Workbook()
    for number in range(sheets):
        sheet = book.active if not number else book.create_sheet(f"Blad {number + 1}")
        assert sheet is not None
        sheet.append(["Datum", "Tijd", "Notitie"])
        sheet.append([date(2016, 2, 23), time(9, 40), "Moeder belt.\nZij is boos."])
        sheet["C2"].comment = Comment("Dit was op 24 februari", "K. de Graaf")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.skipif(not SHARED.exists(), reason="the shared test material is not here")
def test_the_journal_of_the_shared_dossier_reads_as_its_text_says() -> None:
    name = "contactjournaal_export.xlsx"
    document = read_here((SHARED / "dossier" / name).read_bytes(), name)
    wanted = (SHARED / "text" / f"{name}.txt").read_text(encoding="utf-8")
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert document.text[: rows[-1].end] + "\n" == wanted
    assert document.text[rows[-1].end + 1 :] == "Export contactregistratie – cliënt 20160309-TER – synthetisch"


def test_dates_and_times_are_written_as_dutch_people_do() -> None:
    document = read_here(journal(), "journaal.xlsx")
    assert document.text == "Datum\tTijd\tNotitie\n23-02-2016\t09:40\tMoeder belt. Zij is boos.\nDit was op 24 februari"
    assert document.blocks[-1].kind is BlockKind.NOTE
    cells = [document.text[start:end] for start, end in document.blocks[1].cells]
    assert cells == ["23-02-2016", "09:40", "Moeder belt. Zij is boos."]


def test_several_sheets_have_their_names_above_them() -> None:
    document = read_here(journal(sheets=2), "journaal.xlsx")
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "Sheet",
        "Blad 2",
    ]
    assert {block.table for block in document.blocks if block.kind is BlockKind.ROW} == {1, 2}


def test_an_opendocument_sheet_reads_the_same() -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Journaal")
    for cells in (["Datum", "Notitie"], [None, "Moeder belt."]):
        row = TableRow()
        for text in cells:
            cell = TableCell(valuetype="string") if text else TableCell(valuetype="date", datevalue="2016-02-23")
            cell.addElement(P(text=text or "23-02-16"))
            if text == "Moeder belt.":
                remark = Annotation()
                remark.addElement(P(text="Dit was op 24 februari"))
                cell.addElement(remark)
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    document = read_here(out.getvalue(), "journaal.ods")
    assert document.text == "Datum\tNotitie\n23-02-2016\tMoeder belt.\nDit was op 24 februari"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separated_values_are_rows_as_they_stand(separator: str) -> None:
    text = f'Datum{separator}Notitie\n23-02-2016{separator}"Moeder belt.\nZij is boos."\n'
    assert (
        read_here(text.encode("cp1252"), "journaal.csv").text == "Datum\tNotitie\n23-02-2016\tMoeder belt. Zij is boos."
    )


def test_a_workbook_without_anything_says_so() -> None:
    out = io.BytesIO()
    Workbook().save(out)
    with pytest.raises(Problem, match="geen tekst"):
        read_here(out.getvalue(), "leeg.xlsx")
