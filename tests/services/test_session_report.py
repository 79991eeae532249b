"""The report of a session as a file: whole or not at all, and without any name where it has pseudonyms."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest

from tests.meetings import DAY, met, session
from tests.render_pdf.looking import bookmarks, pages_text, reader
from tijdlijn.analysis.findings import analyse
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import ActionState, Session, Showing
from tijdlijn.report.session_pdf import timeline_picture
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.consent import reason_to_mask
from tijdlijn.services.session_names import masked
from tijdlijn.services.session_report import (
    ReportOptions,
    check_ending,
    export_report,
    report_bytes,
    report_name,
    to_be_done,
)
from tijdlijn.services.since import Changed, Since, Told

NAMES = ("Noor", "Sanne", "Judith", "Laan", "Tineke", "Bos", "Karim", "Haddad", "Kompas", "Samenspraak", "Proef")
PLAIN, MASKED = ReportOptions("A4"), ReportOptions("A4", pseudonyms=True)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "wachtwoord", title="Gezin Proef", today=DAY) as opened:
        put(opened, met())
        yield opened


def put(book: OpenCasebook, case: Case) -> None:
    id_ = case_of(book)
    editing.change_case(book, id_, code=case.code)
    people = Batch(case.persons, case.parties, case.workers, case.sources, case.entries)
    editing.apply(book, id_, people, "Lees in")
    left = Batch(sessions=case.sessions, reflections=case.reflections, actions=case.actions, consents=case.consents)
    editing.apply(book, id_, left, "Bijeenkomsten")


def case_of(book: OpenCasebook) -> str:
    return book.cases()[0].id


def made(book: OpenCasebook, ending: str, options: ReportOptions = PLAIN) -> bytes:
    return report_bytes(book, case_of(book), "s2", ending, options)


# Files


@pytest.mark.parametrize(("ending", "start"), [(".pdf", b"%PDF-"), (".DOCX", b"PK"), (".ics", b"BEGIN:VCALENDAR\r\n")])
def test_the_ending_says_what_is_written_and_only_its_owner_can_read_it(
    book: OpenCasebook, tmp_path: Path, ending: str, start: bytes
) -> None:
    path = tmp_path / f"uit{ending}"
    before = {found.name for found in tmp_path.iterdir()}

    export_report(book, case_of(book), "s2", path)

    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o077 == 0
    assert {found.name for found in tmp_path.iterdir()} - before == {path.name}


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".ics"])
def test_the_same_session_gives_the_same_bytes(book: OpenCasebook, ending: str) -> None:
    assert made(book, ending) == made(book, ending)


@pytest.mark.parametrize("name", ["uit.odt", "uit"])
def test_another_ending_is_refused_with_the_ones_that_can_be(book: OpenCasebook, name: str) -> None:
    with pytest.raises(Problem, match=r"\.pdf, \.docx, \.ics"):
        check_ending(Path(name))
    with pytest.raises(Problem, match="niets geschreven"):
        made(book, Path(name).suffix)


def test_a_session_that_is_gone_is_said_so(book: OpenCasebook) -> None:
    with pytest.raises(Problem, match="Deze bijeenkomst is er niet meer"):
        report_bytes(book, case_of(book), "weg", ".pdf")


def test_a_failed_write_leaves_the_old_file(
    book: OpenCasebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "uit.pdf"
    path.write_text("oud")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="schijf is vol"):
        export_report(book, case_of(book), "s2", path)
    assert path.read_text() == "oud"


def test_the_name_of_the_file_holds_the_code_and_the_day_and_no_name() -> None:
    assert report_name(met(), session(title="Noor"), ".docx") == "verslag-2023-04-2023-11-14"
    assert report_name(met(), session(), ".ics") == "afspraken-2023-04-2023-11-14"
    assert report_name(replace(met(), code="../a b"), Session("x"), ".pdf") == "verslag-a-b"
    assert report_name(replace(met(), code=""), Session("x"), ".pdf") == "verslag"


# What is in it


def test_pdf_and_word_say_the_same(book: OpenCasebook) -> None:
    import docx

    on_paper = "".join("".join(pages_text(made(book, ".pdf"))).split())
    document = docx.Document(BytesIO(made(book, ".docx")))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [words.text for table in document.tables for row in table.rows for c in row.cells for words in c.paragraphs]
    lines = [line for text in told for line in text.split("\n") if line]
    assert len(lines) > 60
    assert [line for line in lines if "".join(line.split()) not in on_paper] == [
        "De tijdlijn",
        *_broken(lines, on_paper),
    ]


def _broken(lines: list[str], on_paper: str) -> list[str]:
    """Lines that paper breaks in a column, so that another column stands between their words."""
    return [
        line
        for line in lines
        if "".join(line.split()) not in on_paper
        and line != "De tijdlijn"
        and all(word in on_paper for word in line.split())
    ]


def test_what_changed_since_the_session_before_is_told(book: OpenCasebook) -> None:
    text = " ".join(pages_text(made(book, ".pdf")))
    assert "Gewijzigd sinds 20 juni 2023" in text
    assert "toegevoegd" in text


# The agenda


def test_what_is_dated_and_not_over_goes_in_an_agenda_also_what_was_carried_over() -> None:
    assert [action.id for action in to_be_done(met(), session())] == ["a1", "a3"]


def test_the_agenda_says_what_who_and_when_it_was_agreed(book: OpenCasebook) -> None:
    told = made(book, ".ics").replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Casus 2023-04: Sanne belt de school\r\n" in told
    assert "DESCRIPTION:Wie: Karim Haddad\\nAfgesproken op 14 november 2023\r\n" in told
    assert "DESCRIPTION:Wie: Judith Laan\\nAfgesproken op 20 juni 2023\\nHalf\r\n" in told
    assert re.findall(r"UID:(\w+)@tijdlijn", told) == ["a1", "a3"]


def test_an_agenda_without_anything_to_do_is_not_written(book: OpenCasebook) -> None:
    done = [replace(action, state=ActionState.VERVALLEN) for action in met().actions]
    editing.apply(book, case_of(book), Batch(actions=tuple(done)), "Klaar")
    with pytest.raises(Problem, match="Er is geen afspraak die nog open staat"):
        made(book, ".ics")


# Names


def test_without_consent_only_pseudonyms_leave_the_program(book: OpenCasebook) -> None:
    assert reason_to_mask(met(), session()) == ""
    withdrawn = replace(met().consents[0], withdrawn=date(2023, 11, 1))
    editing.apply(book, case_of(book), Batch(consents=(withdrawn,)), "Ingetrokken")
    assert "toestemming" in reason_to_mask(book.case(case_of(book)), session())
    for ending in (".pdf", ".docx", ".ics"):
        assert made(book, ending) == made(book, ending, MASKED)


def test_a_case_that_is_discussed_without_names_keeps_them_in() -> None:
    assert "zonder namen" in reason_to_mask(met(), session(showing=Showing(always_pseudonyms=True)))


def leaks(text: str) -> list[str]:
    """The names that stand in a text, as words of their own or not."""
    return [name for name in NAMES if re.search(rf"\b{name}", text, re.IGNORECASE)]


def test_the_names_are_there_to_be_found(book: OpenCasebook) -> None:
    assert set(leaks(" ".join(pages_text(made(book, ".pdf"))))) == set(NAMES)


def test_no_name_stands_in_any_layer_of_a_pdf_with_pseudonyms(book: OpenCasebook) -> None:
    data = made(book, ".pdf", MASKED)
    document = reader(data)
    told = [*pages_text(data), *(title for _, title, _ in bookmarks(data)), *map(str, document.metadata.values())]
    objects = [str(document.get_object(number)) for number in range(1, document.trailer["/Size"])]
    assert any("Verslag" in text for text in objects)
    told += objects
    assert [leaks(text) for text in told if leaks(text)] == []
    assert all("gepseudonimiseerd" in page for page in pages_text(data))


def test_no_name_stands_in_any_part_of_a_word_document_with_pseudonyms(book: OpenCasebook) -> None:
    with ZipFile(BytesIO(made(book, ".docx", MASKED))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = {name: data.decode() for name, data in parts.items() if not name.endswith(".png")}
    assert {name: leaks(text) for name, text in told.items() if leaks(text)} == {}
    assert sum("gepseudonimiseerd" in text for name, text in told.items() if "header" in name) == 3
    hidden = masked(book.case(case_of(book)))[0]
    (picture,) = (data for name, data in parts.items() if name.endswith(".png"))
    assert picture == timeline_picture(hidden, analyse(hidden))


def test_no_name_stands_in_an_agenda_with_pseudonyms(book: OpenCasebook) -> None:
    told = made(book, ".ics", MASKED).replace(b"\r\n ", b"").decode()
    assert "belt de school" in told
    assert leaks(told) == []


def test_everybody_at_the_table_keeps_his_part_under_another_name() -> None:
    hidden = masked(met())[0]
    told = [(one.name, one.role, one.attends_as.label) for one in hidden.sessions_by_id["s2"].attendees]
    assert [(role, part) for _, role, part in told] == [
        ("psycholoog", "professional"),
        ("moeder", "ouder"),
        ("oma", "uit het netwerk"),
        ("", "begeleider van de bijeenkomst"),
    ]
    assert told[2][0] == "Oma 1"
    assert told[3][0] == "Begeleider 1"
    assert len({name for name, _, _ in told}) == 4
    assert leaks(" ".join(name for name, _, _ in told)) == []


def test_who_is_registered_nowhere_is_found_in_answers_and_as_the_owner_of_an_action() -> None:
    hidden = masked(met())[0]
    assert "Begeleider 1" in {action.owner for action in hidden.actions}
    assert "Oma 1" in next(one.missing for one in hidden.reflections if one.id == "r2")


def test_those_at_the_table_are_not_added_to_the_case_and_the_place_is_left_out() -> None:
    hidden = masked(met())[0]
    assert len(hidden.workers) == len(met().workers)
    assert len(hidden.parties) == len(met().parties)
    assert {one.place for one in hidden.sessions} == {""}


def test_what_changed_has_the_same_pseudonyms() -> None:
    since = Since(
        DAY,
        (Told("p", "2019", "Noor belt Tineke Bos"),),
        (Changed("v", "2018", "Sanne", ("titel",), "2017", "Sanne en Noor"),),
        (Told("x", "2018", "Karim Haddad"),),
    )
    told = masked(met(), since)[1]
    assert told
    assert leaks(repr(told)) == []
    assert "Begeleider 1" in told.removed[0].title


def test_a_report_with_a_password_opens_with_it_only(book: OpenCasebook) -> None:
    data = made(book, ".pdf", replace(PLAIN, password="wilg-kade"))
    assert b"/AESV3" in data
    with pytest.raises(pdfium.PdfiumError, match="password"):
        pdfium.PdfDocument(data)
    with pdfium.PdfDocument(data, password="wilg-kade") as document:
        assert "Afspraken" in document[0].get_textpage().get_text_range()
    assert "wilg" not in repr(replace(PLAIN, password="wilg-kade"))
