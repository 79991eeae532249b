"""The chronology in Word: what stands in it for another program, and that it comes back through the import."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from tests import builders
from tests.exchange.tables import counted
from tests.exchange.test_tables_out import cases
from tijdlijn.dossier.docx_in import read_docx
from tijdlijn.exchange.columns import ID_COLUMN, has_header, understood
from tijdlijn.exchange.document_tables import document_grids
from tijdlijn.exchange.plan import Plan, planned
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.services.exporting import exported


def written(case: Case) -> Document:
    return docx.Document(BytesIO(exported(case, ".docx")))


def returned(case: Case, mend: Callable[[Document], None] = lambda _: None) -> Plan:
    """What the import makes of the document after somebody worked in it."""
    document, out = written(case), BytesIO()
    mend(document)
    document.save(out)
    read = read_docx(out.getvalue(), "terug.docx")
    return planned(case, [understood(grid) for grid in document_grids(read, has_header)], counted())


def small() -> Case:
    return builders.case(
        builders.entry(
            "interventie", "2017-03/2018-06", "Gezinshulp", persons="noor", parties="kompas", id="een", order=1.0,
            details="Eerste.\nTweede.", goal="rust", citations=(Citation("s", "3", "hulp"), Citation("t", "9", "ook")),
        ),
        builders.entry("signaal", "2019-05-14", "Zorgmelding", order=2.0, id="twee", schakelmoment="verhuizing"),
        builders.entry("besluit", None, "Klaar", order=3.0, id="drie", unread_date="ooit eens"),
        persons=[builders.person("Noor", "2009-05-14", focus=True)],
        parties=[builders.party("Kompas", "jeugdhulp")],
        sources=(Source("s", "Verslag"), Source("t", "Brief")),
        code="2023-04",
    )  # fmt: skip


def test_the_document_has_headings_and_a_table_whose_header_is_repeated() -> None:
    document = written(small())

    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["Chronologie", "Bevindingen", "Wat niet is meegeteld", "Het gezin", "Betrokken partijen"]
    told = next(table for table in document.tables if table.rows[0].cells[0].text == "Datum")
    assert told.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert [row.cells[-1].text for row in told.rows] == [ID_COLUMN, "een", "twee", "drie"]
    assert told.rows[1].cells[0].text == "mrt 2017 – jun 2018"
    assert document.sections[0].orientation.name == "LANDSCAPE"


def test_what_has_no_column_stands_below_the_table() -> None:
    text = "\n".join(paragraph.text for paragraph in written(small()).paragraphs)

    assert "Doel: rust\nOok in: Brief, blz. 9: ‘ook’" in text
    assert "Schakelmoment: verhuizing" in text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_a_document_that_nobody_mended_changes_nothing(case: Case) -> None:
    plan = returned(case)

    assert [refusal.sentence for tally in plan.tallies for refusal in tally.refusals] == []
    assert (plan.entries, plan.amendments) == ((), ())
    assert set(plan.missing) <= {entry.id for entry in case.entries if entry.scenario}


def mended(column: str, row: int, text: str) -> Callable[[Document], None]:
    def mend(document: Document) -> None:
        told = next(table for table in document.tables if table.rows[0].cells[0].text == "Datum")
        at = [cell.text for cell in told.rows[0].cells].index(column)
        told.rows[row].cells[at].text = text

    return mend


@pytest.mark.parametrize(
    ("column", "row", "text", "change"),
    [
        ("Datum", 2, "15-05-2019", ("datum", "14 mei 2019", "15 mei 2019")),
        (
            "Datum",
            1,
            "mrt 2017 / jul 2018",
            ("datum", "van maart 2017 tot en met juni 2018", "van maart 2017 tot en met juli 2018"),
        ),
        ("Omschrijving", 2, "Melding", ("titel", "Zorgmelding", "Melding")),
        ("Toelichting", 1, "Eerste.\nDerde.", ("toelichting", "Eerste.\nTweede.", "Eerste. Derde.")),
        ("Soort", 2, "actie", ("soort", "signaal", "actie")),
    ],
)
def test_what_was_mended_in_word_comes_back_and_nothing_else(
    column: str, row: int, text: str, change: tuple[str, str, str]
) -> None:
    plan = returned(small(), mended(column, row, text))

    (amendment,) = plan.amendments
    assert [(each.label, each.old, each.new) for each in amendment.changes] == [change]
    assert plan.entries == ()


def test_a_row_that_was_added_in_word_is_a_new_entry() -> None:
    def add(document: Document) -> None:
        told = next(table for table in document.tables if table.rows[0].cells[0].text == "Datum")
        names = [cell.text for cell in told.rows[0].cells]
        fresh = told.add_row().cells
        for name, text in (
            ("Datum", "zomer 2020"),
            ("Soort", "actie"),
            ("Omschrijving", "Bellen"),
            ("Betreft", "Noor"),
        ):
            fresh[names.index(name)].text = text

    plan = returned(small(), add)

    assert [(entry.title, entry.person_ids) for entry in plan.entries] == [("Bellen", ("noor",))]
    assert (plan.amendments, plan.records.persons) == ((), ())


def test_the_import_of_files_reads_the_document_as_well(tmp_path: Path) -> None:
    from tijdlijn.services.importing import read_files

    path = tmp_path / "terug.docx"
    path.write_bytes(exported(small(), ".docx"))

    read = read_files([path])

    assert [file.table.kind.value for file in read.tables] == ["entries", "persons", "parties"]
    assert read.problems == ()
