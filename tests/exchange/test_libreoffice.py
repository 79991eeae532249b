"""What is made for an office suite opens in one that is not ours: LibreOffice, where it is installed.

The rule: every file is turned into another format by `soffice`, headless, with a profile of its own, and what it then
says is compared with the case. All files in one go: starting takes longer than the work.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.analysis.terpstra import terpstra
from tests.meetings import met
from tests.render_pdf.looking import pages_text, reader
from tijdlijn.analysis.findings import analyse
from tijdlijn.exchange.columns import COLUMNS, ID_COLUMN, TableKind
from tijdlijn.exchange.docx_out import Around, docx_bytes
from tijdlijn.exchange.rows_out import entry_columns, known_rows, party_rows, person_rows
from tijdlijn.layout.document import Answer, Item, Table
from tijdlijn.model.casebook import Case
from tijdlijn.report.session import session_items
from tijdlijn.report.session_pdf import timeline_picture
from tijdlijn.services.exporting import exported

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 120
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Every sheet a file: commas, quotes, UTF-8, each cell as it is shown."""
NOT_HERE = "LibreOffice is not here: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
TYPED = ("=1+1", "2019-03", "+31 6 12345678", "00123", "@naam", "1/2", "WAAR")
"""Titles that a spreadsheet would make something else of."""
pytestmark = pytest.mark.skipif(not OFFICE, reason=NOT_HERE)


def convert(kind: str, files: list[Path], into: Path, profile: Path) -> None:
    command = [OFFICE or "", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(into), *map(str, files)], check=True, capture_output=True, timeout=SECONDS
    )


def typed() -> Case:
    """A dossier in which the first titles are what a spreadsheet would make something else of."""
    case = terpstra()
    titles = dict(zip((entry.id for entry in case.timeline), TYPED, strict=False))
    return case.with_entries(replace(case.entries_by_id[id_], title=title) for id_, title in titles.items())


def said() -> tuple[Item, ...]:
    told = met()
    return session_items(told, analyse(told), told.sessions_in_order[-1])


def report() -> bytes:
    told = met()
    return docx_bytes(said(), Around("Verslag", told.title, "casus"), timeline_picture(told, analyse(told)))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each file as LibreOffice tells it."""
    place, told = tmp_path_factory.mktemp("kantoor"), tmp_path_factory.mktemp("verteld")
    tables = [place / name for name in ("rekenblad.xlsx", "open.ods", "waarden.csv")]
    documents = [place / name for name in ("chronologie.docx", "verslag.docx")]
    for table in tables:
        table.write_bytes(exported(typed(), table.suffix))
    for document, data in zip(documents, (exported(terpstra(), ".docx"), report()), strict=True):
        document.write_bytes(data)
    profile = place / "profiel"
    convert("pdf", documents, told, profile)
    convert(AS_SHOWN, tables, told, profile)
    return told


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.reader(file)]


def squeezed(text: str) -> str:
    """The letters and figures of a text: where a line ends, a hyphen and a space may look otherwise."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("name", ["rekenblad", "open"])
def test_every_cell_of_a_workbook_is_the_text_of_the_case(place: Path, name: str) -> None:
    case = typed()
    for sheet, columns, made in (
        ("entries", (*entry_columns(case), ID_COLUMN), known_rows(case)),
        ("persons", tuple(COLUMNS[TableKind.PERSONS]), person_rows(case)),
        ("parties", tuple(COLUMNS[TableKind.PARTIES]), party_rows(case)),
    ):
        head, *told = rows(place / f"{name}-{sheet}.csv")
        assert head == list(columns)
        assert told == [[row.get(column, "") for column in columns] for row in made]
    titles = [row[3] for row in rows(place / f"{name}-entries.csv")]
    assert titles[1 : len(TYPED) + 1] == list(TYPED)


def test_separated_values_have_a_row_for_each_entry_and_nothing_in_them_is_computed(place: Path) -> None:
    case = typed()
    _, *told = rows(place / "waarden-waarden.csv")
    assert [row[-1] for row in told] == [entry.id for entry in case.timeline]
    assert [row[3] for row in told[len(TYPED) :]] == [entry.title for entry in case.timeline[len(TYPED) :]]
    assert told[0][3] == "'=1+1"


def test_the_chronology_in_word_tells_every_entry_under_heads_that_come_back(place: Path) -> None:
    case, pages = terpstra(), pages_text((place / "chronologie.pdf").read_bytes())
    told = squeezed("".join(pages))
    for entry in case.timeline:
        assert squeezed(entry.title) in told
    with_rows = [text for text in pages if "tijdlijn-id" in text]
    assert len(with_rows) > 2
    assert all("Omschrijving" in text for text in with_rows)
    for number, text in enumerate(pages, 1):
        assert f"bladzijde {number} van {len(pages)}" in text
        assert "VERTROUWELIJK" in text


def test_the_report_of_a_session_in_word_tells_what_the_pdf_tells(place: Path) -> None:
    words = squeezed("".join(pages_text((place / "verslag.pdf").read_bytes())))
    items = said()
    answers = [one.text for one in items if isinstance(one, Answer)]
    cells = [text.text for one in items if isinstance(one, Table) for row in one.rows for cell in row for text in cell]
    assert len(answers) > 3
    assert len(cells) > 10
    assert [text for text in (*answers, *cells) if squeezed(text) not in words] == []
    shapes = {page.mediabox.width > page.mediabox.height for page in reader((place / "verslag.pdf").read_bytes()).pages}
    assert shapes == {True, False}, "the timeline lies, the text stands"


def test_word_documents_say_their_language_and_title(place: Path) -> None:
    for name in ("chronologie.pdf", "verslag.pdf"):
        document = reader((place / name).read_bytes())
        assert document.trailer["/Root"]["/Lang"].lower().startswith("nl")
        assert document.metadata
        assert document.metadata.title
