"""The processing statement: what a privacy officer needs, and nothing of what stands in an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book_of, logged
from tests.meetings import met
from tests.render_pdf.looking import pages_text
from tijdlijn.services.exporting import export_case
from tijdlijn.services.processing import export_statement, statement_items
from tijdlijn.storage.audit import Event


def told(folder: Path) -> str:
    with book_of(met(), folder) as book:
        export_case(book, "c", folder / "eerder.csv")
        export_statement(book, "c", folder / "uit.pdf")
        export_statement(book, "c", folder / "uit.docx")
        assert [line.detail["what"] for line in logged(book, Event.EXPORTED)] == ["casus", "verwerking", "verwerking"]
        assert (folder / "uit.docx").read_bytes().startswith(b"PK")
    return " ".join(" ".join(page.split()) for page in pages_text((folder / "uit.pdf").read_bytes()))


def test_it_tells_counts_purpose_access_retention_exports_and_measures(tmp_path: Path) -> None:
    text = told(tmp_path)
    for said in (
        "Regels op de tijdlijn: gebeurtenis 2",
        "Gezin: moeder 1",
        "Instanties en betrokkenen: Raad",
        "Medewerkers van instanties 1",
        "bespreken Moeder 20 juni 2023",
        "Lokaal, versleuteld",
        "Werkkopie: 6 maanden na de laatste bijeenkomst",
        "Bewaard als CSV-tabel, met namen",
        "De keten klopt",
        "AES-256",
    ):
        assert said in text, said


def test_it_holds_no_name_no_entry_and_no_folder(tmp_path: Path) -> None:
    text = told(tmp_path)
    case = met()
    for name in ("Noor", "Sanne", "Judith", "Laan", "Tineke", "Karim", "Kompas", "Assen", "Proef", str(tmp_path)):
        assert name not in text, name
    assert not any(entry.title in text for entry in case.entries)


@pytest.mark.parametrize("consents", [(), None])
def test_without_consent_it_says_what_follows(tmp_path: Path, consents: tuple[()] | None) -> None:
    made = met() if consents is None else met(consents=())
    with book_of(made, tmp_path) as book:
        items = str(statement_items(book, "c"))
    assert ("Er is geen toestemming vastgelegd" in items) is (consents == ())
