"""Nothing leaves a casebook without a line in its log, and what cannot be noted does not leave."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.books import book_of, logged
from tests.meetings import met
from tests.services.dossiers import read
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import Stopped
from tijdlijn.report.options import CHRONOLOGY, PageOptions
from tijdlijn.services import dossier, outgoing, printing, recovery
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.exporting import export_case
from tijdlijn.services.importing import commit_import, plan_import, read_files, write_refused
from tijdlijn.services.packaging_case import unpack, write_package
from tijdlijn.services.session_report import ReportOptions, export_report
from tijdlijn.storage.audit import Event, broken

SECRET = "zebra vader vierkant oud hark"
CHRONICLE = PageOptions(parts=(CHRONOLOGY,))
Work = Callable[[OpenCasebook, Path], object]


def small() -> Case:
    return met()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(small(), tmp_path) as opened:
        yield opened


def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def exporting(ending: str, **options: object) -> Work:
    def work(book: OpenCasebook, folder: Path) -> None:
        export_case(book, case_id(book), folder / f"uit{ending}", PageOptions("A4", **options))  # type: ignore[arg-type]

    return work


def reporting(ending: str) -> Work:
    def work(book: OpenCasebook, folder: Path) -> None:
        export_report(book, case_id(book), "s2", folder / f"uit{ending}", ReportOptions("A4", True, "geheim"))

    return work


def print_out(book: OpenCasebook, folder: Path) -> None:
    printing.print_pdf(book, case_id(book), folder / "uit.pdf", PageOptions(parts=(CHRONOLOGY,), password="geheim"))


def pack(book: OpenCasebook, folder: Path) -> None:
    write_package(book, case_id(book), folder / "uit.tijdlijn-pakket", SECRET)


WAYS: dict[str, tuple[Work, dict[str, object]]] = {
    **{
        ending: (exporting(ending), {"what": "casus", "kind": ending[1:], "pseudonyms": False, "password": False})
        for ending in (".png", ".svg", ".docx", ".xlsx", ".ods", ".csv", ".json")
    },
    "masked.csv": (
        exporting(".csv", pseudonyms=True),
        {"what": "casus", "kind": "csv", "pseudonyms": True, "password": False},
    ),
    "secret.pdf": (
        exporting(".pdf", parts=(CHRONOLOGY,), password="geheim"),
        {"what": "casus", "kind": "pdf", "pseudonyms": False, "password": True},
    ),
    "verslag.pdf": (reporting(".pdf"), {"what": "verslag", "kind": "pdf", "pseudonyms": True, "password": True}),
    "verslag.docx": (reporting(".docx"), {"what": "verslag", "kind": "docx", "pseudonyms": True, "password": False}),
    "verslag.ics": (reporting(".ics"), {"what": "afspraken", "kind": "ics", "pseudonyms": True, "password": False}),
    "afdruk": (print_out, {"what": "casus", "kind": "pdf", "pseudonyms": False, "password": True}),
    "pakket": (pack, {"what": "pakket", "pseudonyms": False, "password": True, "texts": True}),
}
LEFT = (Event.EXPORTED, Event.PRINTED)


@pytest.mark.parametrize("way", WAYS)
def test_every_file_that_leaves_is_noted_with_its_checksum(book: OpenCasebook, tmp_path: Path, way: str) -> None:
    work, codes = WAYS[way]
    folder = tmp_path / "uit"
    folder.mkdir()

    work(book, folder)

    (line,) = logged(book, *LEFT)
    (made,) = folder.iterdir()
    assert (line.object, line.result) == (case_id(book), "gelukt")
    assert line.event == ("afgedrukt" if way == "afdruk" else "geexporteerd")
    assert {name: line.detail.get(name) for name in codes} == codes
    assert line.detail["sha256"] == hashlib.sha256(made.read_bytes()).hexdigest()
    assert str(tmp_path) not in str(line.detail)
    assert "uit." not in str(line.detail)
    assert book.read(broken) is None


WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
OPENED: list[list[str]] = []
"""What this process opens to write by Python, in the innermost list; what SQLite opens is encrypted."""


def listening(event: str, told: tuple[Any, ...]) -> None:
    if OPENED and event == "open" and isinstance(told[0], str | bytes):
        mode, flags = told[1], told[2]
        if set(mode or "") & set("wax+") or (isinstance(flags, int) and flags & WRITES):
            OPENED[-1].append(os.fsdecode(told[0]))


@cache
def listen() -> None:
    """Once, as it cannot be taken back."""
    sys.addaudithook(listening)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[list[str]]:
    """The files that are opened to be written."""
    listen()
    OPENED.append([])
    yield OPENED[-1]
    OPENED.clear()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_readable_is_written_on_the_way(
    book: OpenCasebook, tmp_path: Path, way: str, written: list[str]
) -> None:
    """One file beside the place of the export, for its owner only, without a name; nothing in a temporary folder."""
    folder = tmp_path / "uit"
    folder.mkdir()

    WAYS[way][0](book, folder)

    (path,) = map(Path, written)
    assert path.parent == folder
    assert re.fullmatch(r"\.[0-9a-f]{16}\.tmp", path.name)
    (made,) = folder.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_the_ear_for_files_hears_them(tmp_path: Path, written: list[str]) -> None:
    (tmp_path / "een").write_text("x")
    os.close(os.open(tmp_path / "twee", os.O_CREAT | os.O_WRONLY))
    (tmp_path / "een").read_text()
    assert [Path(path).name for path in written] == ["een", "twee"]


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_noted_does_not_leave(book: OpenCasebook, tmp_path: Path, way: str) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    book.path.rename(book.path.with_name("weg.tijdlijn"))

    with pytest.raises(Problem) as caught:
        WAYS[way][0](book, folder)

    assert "logboek" in caught.value.sentence
    assert "niets naar buiten" in caught.value.sentence
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("way", [".csv", "verslag.pdf", "afdruk", "pakket"])
def test_a_file_that_cannot_be_written_is_noted_as_failed(book: OpenCasebook, tmp_path: Path, way: str) -> None:
    with pytest.raises(Problem):
        WAYS[way][0](book, tmp_path / "geen map")
    (line,) = logged(book, *LEFT)
    assert line.result == "mislukt"
    assert "sha256" not in line.detail


def test_what_is_stopped_is_noted_as_that(book: OpenCasebook, tmp_path: Path) -> None:
    def stop(_number: int, _of: int) -> None:
        raise Stopped

    for work in (
        lambda: export_case(book, case_id(book), tmp_path / "uit.csv", progress=stop),
        lambda: printing.print_pdf(book, case_id(book), tmp_path / "uit.pdf", CHRONICLE, stop),
        lambda: export_report(book, case_id(book), "s2", tmp_path / "uit.pdf", progress=stop),
        lambda: write_package(book, case_id(book), tmp_path / "uit.x", SECRET, progress=stop),
    ):
        with pytest.raises(Stopped):
            work()
    assert [line.result for line in logged(book, *LEFT)] == ["afgebroken"] * 4


def test_a_name_that_cannot_be_given_after_it_was_noted_is_noted_again(
    book: OpenCasebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_from: object, _to: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", locked)
    with pytest.raises(Problem, match="nog open in een ander programma"):
        export_case(book, case_id(book), tmp_path / "uit.csv")
    assert [line.result for line in logged(book, *LEFT)] == ["gelukt", "mislukt"]
    assert [found.name for found in tmp_path.iterdir()] == ["boek"]


def test_a_printout_names_no_printer_and_tells_how_it_ended(book: OpenCasebook) -> None:
    departure = printing.printout(book, case_id(book), PageOptions(pseudonyms=True))
    departure.note(outgoing.BEGUN, pages=3)
    departure.ended(outgoing.DONE)
    begun, done = logged(book, Event.PRINTED)
    assert (begun.result, done.result) == ("begonnen", "gelukt")
    assert done.detail == {"what": "casus", "kind": "printer", "pseudonyms": True, "pages": 3}


def test_a_package_that_comes_in_is_noted_and_one_that_does_not(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "uit.tijdlijn-pakket"
    write_package(book, case_id(book), path, SECRET)
    taken = unpack(book, path, SECRET).change.case
    with pytest.raises(Problem):
        unpack(book, path, "fout")
    good, bad = logged(book, Event.TAKEN_IN)
    assert (good.object, good.result, good.detail["entries"]) == (taken.id, "gelukt", len(taken.entries))
    assert (bad.object, bad.result) == ("", "mislukt")


def test_tables_documents_and_refused_rows_are_noted_with_their_counts(book: OpenCasebook, tmp_path: Path) -> None:
    table = tmp_path / "regels.csv"
    table.write_text("date,kind,title\n2019-03,contact,Gesprek\n2019-04,contact,Nog een\n2019,onzin,Fout\n")
    plan = plan_import(book, case_id(book), read_files([table]))
    commit_import(book, plan)
    write_refused(book, plan)
    dossier.file_documents(book, case_id(book), [read("brief.docx", "Op 3 maart 2019 was er een gesprek.")])

    tables, documents = logged(book, Event.TAKEN_IN)
    assert tables.detail == {"what": "tabellen", "tables": 1, "entries": 2, "refused": 1}
    assert (documents.detail["what"], documents.detail["documents"]) == ("documenten", 1)
    (refused,) = logged(book, Event.EXPORTED)
    assert (refused.detail["what"], refused.detail["entries"]) == ("geweigerd", 1)


def test_a_recovery_sheet_is_noted(tmp_path: Path) -> None:
    made, written = recovery.create(tmp_path / "a.tijdlijn", SECRET, with_sheet=True)
    with made:
        (line,) = logged(made, Event.EXPORTED)
    assert written.path is not None
    assert line.detail["what"] == "herstelblad"
    assert line.detail["sha256"] == hashlib.sha256(written.path.read_bytes()).hexdigest()


def test_a_log_line_holds_no_content(book: OpenCasebook, tmp_path: Path) -> None:
    for work, _ in WAYS.values():
        work(book, tmp_path)
    told = str(logged(book, *Event))
    case = book.case(case_id(book))
    for name in (*(one.name for one in case.persons), *(one.title for one in case.entries), case.title):
        assert name not in told
