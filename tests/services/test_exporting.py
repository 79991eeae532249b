"""Exporting: one file by its ending, whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests import builders
from tests.books import book_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.exporting import ExportOptions, check_ending, export_case, exported
from tijdlijn.services.files import free_path, write_file


@pytest.fixture
def case() -> Case:
    return builders.case(
        builders.entry("interventie", "2019-03/2020-06", "Gezinsbehandeling", persons="noor", parties="kompas"),
        builders.entry("signaal", "2018-22", "Zorg"),
        builders.entry("beschikking", "2025/2027-03", "Ggz", persons="noor"),
        persons=[builders.person("Noor", "2009-05-14", focus=True)],
    )


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        (".pdf", b"%PDF-"),
        (".PNG", b"\x89PNG"),
        (".svg", b"<"),
        (".csv", b"date,end,kind,title"),
        (".xlsx", b"PK"),
        (".ods", b"PK"),
        (".docx", b"PK"),
        (".json", b"{"),
        (".ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_the_ending_says_what_is_written(case: Case, tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / "uit" / f"uit{ending}"
    path.parent.mkdir()

    with book_of(case, tmp_path) as book:
        export_case(book, case.id, path, ExportOptions(paper="A4"))

    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o077 == 0
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("paper", "landscape", "millimetres"), [("A4", True, (297, 210)), ("A1", False, (594, 841))])
def test_the_sheet_is_the_one_asked_for(case: Case, paper: str, landscape: bool, millimetres: tuple[int, int]) -> None:
    from pypdf import PdfReader

    page = PdfReader(io.BytesIO(exported(case, ".pdf", ExportOptions(paper, landscape)))).pages[0]

    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert size == pytest.approx([side / 25.4 * 72 for side in millimetres], abs=1)


@pytest.mark.parametrize(("name", "said"), [("uit.xyz", ".xyz"), ("uit", "zonder einde")])
def test_an_unknown_ending_is_a_problem_that_names_the_known_ones(name: str, said: str) -> None:
    with pytest.raises(Problem, match=r"\.pdf, \.svg") as caught:
        check_ending(Path(name))
    assert said in caught.value.sentence


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    path.write_text("oud")

    write_file(path, b"nieuw")

    assert path.read_bytes() == b"nieuw"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "uit.csv"
    path.write_text("oud")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="schijf is vol"):
        write_file(path, b"nieuw")

    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("uit.csv", "oud")]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="de map bestaat niet"):
        write_file(tmp_path / "weg" / "uit.csv", b"x")


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "uit.csv").mkdir()

    with pytest.raises(Problem, match="een map met die naam"):
        write_file(tmp_path / "uit.csv", b"x")
    assert [found.name for found in tmp_path.iterdir()] == ["uit.csv"]


def test_a_free_path_is_numbered(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    (tmp_path / "a-2.csv").touch()

    assert free_path(tmp_path / "b.csv").name == "b.csv"
    assert free_path(tmp_path / "a.csv").name == "a-3.csv"
