"""Every file a user may choose: a table is read, whatever its dress; anything else is one Dutch sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tijdlijn.exchange import grids
from tijdlijn.exchange.columns import likeness
from tijdlijn.exchange.grids import Grid
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.exchange.xlsx_in import UNCALCULATED
from tijdlijn.model.problems import Problem

LINES = ["date;kind;title;persons", "2019-03;signaal;Zorg om José;Noor", "2020;besluit;Klaar;"]
CELLS = [tuple(line.rstrip(";").split(";")) for line in LINES]


def read(path: Path) -> tuple[Grid, ...]:
    return read_tables(path, likeness)


def cells(grid: Grid) -> list[tuple[str, ...]]:
    return [row.cells for row in grid.rows]


def saved(folder: Path, data: bytes, name: str = "tabel.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def problem(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        read(path)
    assert "\n" not in caught.value.sentence
    return caught.value.sentence


# Separated values


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_reads_every_encoding_separator_and_line_end(tmp_path: Path, encoding: str, separator: str, end: str) -> None:
    text = end.join(LINES).replace(";", separator) + end

    (grid,) = read(saved(tmp_path, text.encode(encoding)))

    assert cells(grid) == CELLS


def test_a_file_of_two_encodings_is_read_line_by_line(tmp_path: Path) -> None:
    data = "date,title\n2019,Zoë\n".encode() + "2020,José €\n".encode("cp1252")

    (grid,) = read(saved(tmp_path, data))

    assert [row.cells[1] for row in grid.rows[1:]] == ["Zoë", "José €"]


def test_the_separator_is_the_one_that_gives_known_columns(tmp_path: Path) -> None:
    text = 'date;title\n2019;"a, b, c, d, e, f"\n2020;g, h, i, j\n'

    (grid,) = read(saved(tmp_path, text.encode()))

    assert cells(grid)[1] == ("2019", "a, b, c, d, e, f")


def test_excels_own_first_line_tells_the_separator(tmp_path: Path) -> None:
    (grid,) = read(saved(tmp_path, b"sep=;\r\ndate;title\r\n2019;x\r\n"))

    assert cells(grid) == [("date", "title"), ("2019", "x")]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    text = 'date,title\n2019,"over\ntwee regels"\n\n2020,x\n'

    (grid,) = read(saved(tmp_path, text.encode()))

    assert [row.number for row in grid.rows] == [1, 2, 4]
    assert grid.rows[1].cells == ("2019", "over\ntwee regels")


def test_a_quote_that_never_closes_costs_its_own_row_only(tmp_path: Path) -> None:
    text = 'date,title\n2019,"open\n2020,goed\n2021,"ook ""goed"""\n'

    (grid,) = read(saved(tmp_path, text.encode()))

    assert [row.number for row in grid.rows if row.fault] == [2]
    assert [row.cells for row in grid.rows if not row.fault] == [
        ("date", "title"),
        ("2020", "goed"),
        ("2021", 'ook "goed"'),
    ]


def test_a_text_longer_than_a_cell_costs_its_row_and_is_called_so(tmp_path: Path) -> None:
    long = "x" * 200_000

    (table,) = read(saved(tmp_path, f"date,title\n2019,{long}\n2020,kort\n".encode()))

    assert [(len(row.cells), row.fault) for row in table.rows] == [(2, ""), (2, grids.TOO_LONG), (2, "")]


def test_quotes_inside_a_text_are_read_leniently(tmp_path: Path) -> None:
    (grid,) = read(saved(tmp_path, b'date,title\n2019,"Jan" zei nee\n'))

    assert grid.rows[1].cells == ("2019", "Jan zei nee")


def test_an_apostrophe_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    (grid,) = read(saved(tmp_path, b"date,title\n2019,'=1+1\n2020,'s avonds\n"))

    assert [row.cells[1] for row in grid.rows[1:]] == ["=1+1", "'s avonds"]


def test_invisible_characters_are_taken_out(tmp_path: Path) -> None:
    (grid,) = read(saved(tmp_path, "date,title\n2019,a\u202eb\u200bc\u00a0d\x07\n".encode()))

    assert grid.rows[1].cells == ("2019", "abc d")


def test_a_cell_too_long_is_a_fault_of_its_row(tmp_path: Path) -> None:
    text = f"date,title\n2019,{'x' * (grids.MAX_CELL_LENGTH + 1)}\n2020,y\n"

    (grid,) = read(saved(tmp_path, text.encode()))

    assert [bool(row.fault) for row in grid.rows] == [False, True, False]


# Workbooks


def workbook(folder: Path, *rows: tuple[object, ...], formats: dict[str, str] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    path = folder / "tabel.xlsx"
    book.save(path)
    return path


def test_a_workbook_gives_text_dates_and_whole_numbers(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("date", "end", "kind", "title", "cost"),
        (date(2019, 3, 12), datetime(2019, 4, 1, 9, 30), "signaal", "Zorg", 1234.5),
        (2019, 2020.0, None, True, 0.125),
    )

    (grid,) = read(path)

    assert cells(grid)[1:] == [
        ("2019-03-12", "2019-04-01", "signaal", "Zorg", "1234.5"),
        ("2019", "2020", "", "ja", "0.1250"),
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd-mm-yyyy", "2019-03-01"),
        ("[$-413]d mmmm yyyy;@", "2019-03-01"),
        ("d/m", "2019-03-01"),
        ("mmm-yy", "2019-03"),
        ("[$-413]mmmm yyyy", "2019-03"),
        ("yyyy", "2019"),
        ('"dag" yyyy', "2019"),
    ],
)
def test_a_date_is_as_precise_as_its_format_shows(tmp_path: Path, code: str, shown: str) -> None:
    (grid,) = read(workbook(tmp_path, (date(2019, 3, 1),), formats={"A1": code}))

    assert cells(grid) == [(shown,)]


@pytest.mark.parametrize(
    ("day", "serial"), [("1900-01-01", 1), ("1900-02-28", 59), ("1900-03-01", 61), ("2019-03-12", 43536)]
)
def test_serial_numbers_are_the_days_that_excel_means(tmp_path: Path, day: str, serial: int) -> None:
    (grid,) = read(workbook(tmp_path, (serial,), formats={"A1": "yyyy-mm-dd"}))

    assert cells(grid) == [(day,)]


def test_a_number_with_a_currency_or_colour_is_a_number(tmp_path: Path) -> None:
    path = workbook(tmp_path, (1234.5, 7), formats={"A1": '"€" #,##0.00;[Red]-0.00', "B1": "0.00E+00"})

    (grid,) = read(path)

    assert cells(grid) == [("1234.5", "7")]


def test_a_formula_without_a_stored_value_says_so(tmp_path: Path) -> None:
    (grid,) = read(workbook(tmp_path, ("date", "title"), ("2019", "=A2")))

    assert cells(grid)[1] == ("2019", UNCALCULATED)


def test_each_sheet_is_a_grid_and_empty_sheets_are_none(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("leeg")
    book.create_sheet("tweede").append(["x"])
    assert book.active is not None
    book.active["C3"] = "ver weg"
    book.save(tmp_path / "b.xlsx")

    first, second = read(tmp_path / "b.xlsx")

    assert [(row.number, row.cells) for row in first.rows] == [(3, ("", "", "ver weg"))]
    assert (second.sheet, cells(second)) == ("tweede", [("x",)])


# OpenDocument


def document(folder: Path) -> Path:
    from odf import dc, number, office, opendocument, style, table, text

    made = opendocument.OpenDocumentSpreadsheet()
    month = number.DateStyle(name="N1")
    month.addElement(number.Month(textual="true"))
    month.addElement(number.Year())
    made.automaticstyles.addElement(month)
    made.automaticstyles.addElement(style.Style(name="ce1", family="table-cell", datastylename="N1"))
    sheet = table.Table(name="Blad een")
    for values in (
        [("date", None), ("title", None)],
        [("2019-03-12", "dag"), ("Zorg", None)],
        [("2019-03-01", "maand")],
    ):
        row = table.TableRow()
        for value, kind in values:
            if kind is None:
                cell = table.TableCell(valuetype="string")
            else:
                styled = {"stylename": "ce1"} if kind == "maand" else {}
                cell = table.TableCell(valuetype="date", datevalue=value, **styled)
            cell.addElement(text.P(text=value))
            row.addElement(cell)
        sheet.addElement(row)
    noted = table.TableRow()
    cell = table.TableCell(valuetype="float", value="2020")
    note = office.Annotation()
    note.addElement(dc.Creator(text="iemand"))
    note.addElement(text.P(text="een notitie"))
    cell.addElement(note)
    cell.addElement(text.P(text="2.020"))
    noted.addElement(cell)
    noted.addElement(table.TableCell(numbercolumnsrepeated=16_000))
    sheet.addElement(noted)
    sheet.addElement(table.TableRow(numberrowsrepeated=1_000_000))
    made.spreadsheet.addElement(sheet)
    path = folder / "tabel.ods"
    made.save(path)
    return path


def test_an_opendocument_sheet_gives_text_dates_and_numbers(tmp_path: Path) -> None:
    (grid,) = read(document(tmp_path))

    assert grid.sheet == "Blad een"
    assert cells(grid) == [("date", "title"), ("2019-03-12", "Zorg"), ("2019-03",), ("2020",)]


def test_repeated_rows_keep_their_numbers(tmp_path: Path) -> None:
    (grid,) = read(saved(tmp_path, ods('<r number="2"><c>a</c></r><r number="3"/><r><c>b</c></r>'), "t.ods"))

    assert [(row.number, row.cells) for row in grid.rows] == [(1, ("a",)), (2, ("a",)), (6, ("b",))]


def ods(rows: str, prologue: str = "") -> bytes:
    """An OpenDocument spreadsheet of `<r number="times"><c number="times">text</c></r>`."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = (
        rows.replace("<r number", "<table:table-row table:number-rows-repeated")
        .replace("<r", "<table:table-row")
        .replace("</r>", "</table:table-row>")
        .replace("<c number", '<table:table-cell office:value-type="string" table:number-columns-repeated')
        .replace("<c>", '<table:table-cell office:value-type="string">')
        .replace('">a', '"><text:p>a</text:p>')
        .replace('">b', '"><text:p>b</text:p>')
        .replace("</c>", "</table:table-cell>")
    )
    content = (
        f'<?xml version="1.0"?>{prologue}<office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="b">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


# What is no table


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf \r\n\r\n", "leeg"),
        (PNG, "een plaatje"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "een plaatje"),
        (b"%PDF-1.7\n%abc", "een PDF"),
        (b"<!DOCTYPE html><html></html>", "een webpagina"),
        (bytes(range(1, 32)) * 40, "geen tekst"),
        (b"date,title\n2019,a\x00b\n", "geen tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "wachtwoord"),
        (b"PK\x03\x04 en dan niets", "beschadigd"),
        (zipped({"word/document.xml": "<a/>"}), "een Word-document"),
        (zipped({"iets.txt": "tekst"}), "een ingepakt bestand"),
        (zipped({"xl/workbook.xml": "<workbook"}), "beschadigd"),
        (ods("<r/>"), "geen enkele gevulde cel"),
    ],
)
@pytest.mark.parametrize("name", ["tabel.csv", "tabel.xlsx"])
def test_says_what_a_file_is_instead_of_a_table(tmp_path: Path, data: bytes, said: str, name: str) -> None:
    assert said in problem(saved(tmp_path, data, name))


def test_a_file_or_folder_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    assert "bestaat niet" in problem(tmp_path / "weg.csv")
    assert "is een map" in problem(tmp_path)


def test_a_half_workbook_is_damaged(tmp_path: Path) -> None:
    whole = workbook(tmp_path, ("date", "title"), ("2019", "x")).read_bytes()

    assert "beschadigd" in problem(saved(tmp_path, whole[: len(whole) // 2], "half.xlsx"))


def test_a_workbook_with_a_damaged_sheet_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("date", "title"), ("2019", "x"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-30]

    assert "beschadigd" in problem(saved(tmp_path, zipped(parts), "kapot.xlsx"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_gives_anything_but_a_table_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    make = {
        "xlsx": lambda: workbook(tmp_path, ("date", "title"), (date(2019, 3, 1), "x")),
        "ods": lambda: document(tmp_path),
    }
    whole = make[data.draw(st.sampled_from(["xlsx", "ods"]))]().read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if data.draw(st.booleans()):
        name = data.draw(st.sampled_from([name for name in parts if parts[name]]))
        parts[name] = broken(parts[name], data)
        damaged = zipped(parts)
    else:
        damaged = broken(whole, data)

    with suppress(Problem):
        assert all(grid.rows for grid in read(saved(tmp_path, damaged, "kapot")))


def broken(whole: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, 100_000)) % len(whole)  # not drawn from the length: a workbook holds the time
    length = data.draw(st.integers(0, 20))
    return whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + length :]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tijdlijn.exchange import archives

    monkeypatch.setattr(archives, "MAX_UNPACKED", 1_000_000)

    assert "veel groter" in problem(saved(tmp_path, zipped({"xl/workbook.xml": "0" * 2_000_000}), "bom.xlsx"))


def test_too_many_parts_or_too_large_a_list_of_texts_are_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tijdlijn.exchange import archives

    monkeypatch.setattr(archives, "MAX_PARTS", 10)
    monkeypatch.setattr(archives, "MAXSHARED_TEXT", 1_000)
    many = {"xl/workbook.xml": "0", **{f"xl/deel{number}.xml": "0" for number in range(10)}}
    shared = {"xl/workbook.xml": "0", archives.SHARED_TEXT: "0" * 2_000}

    assert "veel groter" in problem(saved(tmp_path, zipped(many), "delen.xlsx"))
    assert "veel groter" in problem(saved(tmp_path, zipped(shared), "teksten.xlsx"))


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    prologue = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    assert "verwijzing" in problem(saved(tmp_path, ods("<r><c>a</c></r>", prologue), "bom.ods"))


def test_an_archive_with_a_password_asks_for_one_without(tmp_path: Path) -> None:
    """Each part of it says in its head, and in the list of parts, that it is encrypted."""
    locked = bytearray(zipped({"xl/workbook.xml": "onleesbaar"}))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(head) + flags] |= 1

    assert "wachtwoord" in problem(saved(tmp_path, bytes(locked), "dicht.xlsx"))


def test_an_encrypted_opendocument_asks_for_one_without_a_password(tmp_path: Path) -> None:
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
            "content.xml": "onleesbaar",
        }
    )

    assert "wachtwoord" in problem(saved(tmp_path, data, "dicht.ods"))


def test_too_many_rows_or_columns_are_refused_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MAX_ROWS", 10)
    monkeypatch.setattr(grids, "MAX_COLUMNS", 4)

    assert "meer dan 10 regels" in problem(saved(tmp_path, b"date,title\n" + b"2019,x\n" * 20))
    assert "meer dan 10 regels" in problem(saved(tmp_path, ods('<r number="900000000"><c>a</c></r>'), "veel.ods"))
    assert "te veel kolommen" in problem(saved(tmp_path, b"date,title,c,d,e\n2019,x,y,z,w\n"))
    assert "te veel kolommen" in problem(saved(tmp_path, ods('<r><c number="9000000">a</c></r>'), "breed.ods"))
    monkeypatch.setattr(grids, "MAX_CELLS", 5)
    assert "te veel kolommen" in problem(saved(tmp_path, b"date,title,c\n2019,x,y\n2020,x,y\n"))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tijdlijn.exchange.tables_in.MAX_BYTES", 10)

    assert "groter dan" in problem(saved(tmp_path, b"date,title\n2019,x\n"))
