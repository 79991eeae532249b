"""Pasting from a spreadsheet, a document or a text: what can be read is one step, the rest is told in a sentence."""

from __future__ import annotations

import pytest

from tests.services.test_arranging import Book, book  # noqa: F401
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.pasting import paste_html, paste_text

WORD = """<html><head><style>td {color:red}</style><title>weg</title></head><body><p>Vooraf</p>
<table><tr><td><p>Datum</p></td><td><p>Soort</p></td><td><p>Omschrijving</p></td></tr>
<tr><td rowspan=2><p>12-03-2015</p></td><td><p>contact</p></td><td><p>Eerste<br>gesprek</p></td></tr>
<tr><td><p>besluit</p></td><td><p>Hulp &amp; steun</p><script>boe()</script></td></tr></table></body></html>"""


def titles(book: Book) -> list[str]:  # noqa: F811
    return [e.title for e in book.entries[5:]]


def test_rows_of_a_spreadsheet(book: Book) -> None:  # noqa: F811
    pasted = paste_text(
        book.book, book.case_id, "datum\tsoort\ttitel\r\n12-3-2015\tcontact\tGesprek\r\n2016\twonen\tThuis\r\n"
    )
    assert (pasted.change.step, pasted.told) == ("Plak 2 regels", "")
    assert titles(book) == ["Gesprek", "Thuis"]


def test_a_refused_row_is_told_and_the_rest_is_kept(book: Book) -> None:  # noqa: F811
    pasted = paste_text(book.book, book.case_id, "datum\ttitel\n12-3-2015\tGesprek\n31-2-2015\tKan niet\n")
    assert pasted.change.step == "Plak 1 regel"
    assert pasted.told.startswith("1 regel geplakt; 1 regel niet. Het klembord, rij 3: kolom datum, waarde '31-2-2015'")


def test_a_table_of_which_nothing_can_be_read_changes_nothing(book: Book) -> None:  # noqa: F811
    with pytest.raises(Problem, match=r"niets geplakt.*rij 2"):
        paste_text(book.book, book.case_id, "datum\ttitel\n31-2-2015\tKan niet\n")
    assert titles(book) == []


def test_a_table_from_a_document_with_a_cell_over_two_rows(book: Book) -> None:  # noqa: F811
    paste_html(book.book, book.case_id, WORD)
    made = book.entries[5:]
    assert [(e.kind, e.title) for e in made] == [(Kind.CONTACT, "Eerste gesprek"), (Kind.BESLUIT, "Hulp & steun")]
    assert {e.date.edtf for e in made if e.date} == {"2015-03-12"}


def test_rows_without_a_header_are_read_as_quick_entry(book: Book) -> None:  # noqa: F811
    paste_text(book.book, book.case_id, "12-3-2015\tcontact\tGesprek\nmaart 2016\tjuni 2017\tgezinsbehandeling\n")
    assert [e.date.edtf for e in book.entries[5:] if e.date] == ["2015-03-12", "2016-03/2017-06"]


def test_plain_lines_make_their_people_once(book: Book) -> None:  # noqa: F811
    pasted = paste_text(
        book.book, book.case_id, "12-3-2015 Gesprek @Wijkteam #Noor\n\ntwee weken later contact @Wijkteam #Sam\n"
    )
    here = pasted.change.case
    assert ([p.name for p in here.persons], [p.name for p in here.parties]) == (["Noor", "Sam"], ["Kompas", "Wijkteam"])
    assert [e.date.edtf for e in book.entries[5:] if e.date] == ["2015-03-12", "2015-03-26"]
    assert pasted.change.step == "Plak 2 regels"


def test_a_line_that_is_no_entry_is_told(book: Book) -> None:  # noqa: F811
    pasted = paste_text(book.book, book.case_id, f"12-3-2015 Gesprek\n{'lang ' * 200}\n")
    assert "1 regel geplakt; 1 regel niet" in pasted.told
    assert "regel 2" in pasted.told


@pytest.mark.parametrize("text", ["", "  \n ", "\t\n\t", "12-3-2015"])
def test_nothing_is_nothing(book: Book, text: str) -> None:  # noqa: F811
    with pytest.raises(Problem, match="niets geplakt"):
        paste_text(book.book, book.case_id, text)
    with pytest.raises(Problem, match="niets geplakt"):
        paste_html(book.book, book.case_id, f"<p>{text}</p>")


def test_too_much_is_for_the_importer(book: Book) -> None:  # noqa: F811
    with pytest.raises(Problem, match="Tabellen inlezen"):
        paste_text(book.book, book.case_id, "2015 iets\n" * 5_001)
