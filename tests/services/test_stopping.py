"""Long work can be stopped wherever it tells how far it is; then the old file is as it was, with nothing beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import builders
from tests.books import book_of
from tests.meetings import DAY, met
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WRITING, Progress, Stopped
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.exporting import export_case
from tijdlijn.services.packaging_case import unpack, write_package
from tijdlijn.services.session_report import export_report

SECRET = "zebra vader vierkant oud hark"
ENDINGS = (".pdf", ".png", ".svg", ".docx", ".xlsx", ".ods", ".csv", ".json")
TABLES = (".docx", ".xlsx", ".ods", ".csv", ".json")


class Told:
    """Hears how far work is, and stops it the given time that it is told something."""

    def __init__(self, stop_at: int = 0) -> None:
        self.heard: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def __call__(self, number: int, of: int) -> None:
        self.heard.append((number, of))
        if len(self.heard) == self._stop_at:
            raise Stopped


def stops_everywhere(path: Path, work: Callable[[Progress], object]) -> None:
    """Stop a piece of work at every place where it can be stopped; each time what was there must still be there."""
    path.write_text("oud")
    beside = {found.name for found in path.parent.iterdir()}
    at = 0
    while True:
        at += 1
        told = Told(at)
        try:
            work(told)
        except Stopped:
            assert path.read_text() == "oud", told.heard
            assert {found.name for found in path.parent.iterdir()} == beside
        else:
            break
    assert told.heard[-1] == WRITING
    assert path.read_bytes() != b"oud"
    assert {found.name for found in path.parent.iterdir()} == beside


@pytest.fixture
def case() -> Case:
    entries = [builders.entry("contact", f"2019-0{month}", f"Gesprek {month}") for month in range(1, 6)]
    return builders.case(*entries, persons=[builders.person("Noor", "2009-05-14", focus=True)])


@pytest.fixture
def small(case: Case, tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(case, tmp_path) as opened:
        yield opened


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    (tmp_path / "boek").mkdir()
    with OpenCasebook.create(tmp_path / "boek" / "a.tijdlijn", "wachtwoord", title="Proef", today=DAY) as opened:
        id_, family = opened.cases()[0].id, met()
        people = Batch(family.persons, family.parties, family.workers, family.sources, family.entries)
        editing.apply(opened, id_, people, "Lees in")
        left = Batch(sessions=family.sessions, actions=family.actions, consents=family.consents)
        editing.apply(opened, id_, left, "Bijeenkomsten")
        yield opened


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_that_is_stopped_leaves_the_old_file(small: OpenCasebook, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"uit{ending}"
    stops_everywhere(path, lambda progress: export_case(small, "c", path, progress=progress))


@pytest.mark.parametrize("ending", TABLES)
def test_every_row_of_a_table_is_counted(case: Case, small: OpenCasebook, tmp_path: Path, ending: str) -> None:
    told = Told()
    export_case(small, "c", tmp_path / f"uit{ending}", progress=told)
    counted = [heard for heard in told.heard if heard[1] >= len(case.entries)]
    assert len(counted) >= len(case.entries)
    assert [number for number, _ in counted] == sorted(number for number, _ in counted)
    assert counted[-1][0] == counted[-1][1]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".ics"])
def test_a_report_that_is_stopped_leaves_the_old_file(book: OpenCasebook, tmp_path: Path, ending: str) -> None:
    path, id_ = tmp_path / f"uit{ending}", book.cases()[0].id
    stops_everywhere(path, lambda progress: export_report(book, id_, "s2", path, progress=progress))


def test_a_package_that_is_stopped_leaves_the_old_one(book: OpenCasebook, tmp_path: Path) -> None:
    path, id_ = tmp_path / "uit.tijdlijn-pakket", book.cases()[0].id
    stops_everywhere(path, lambda progress: write_package(book, id_, path, SECRET, progress=progress))


def test_reading_a_package_in_that_is_stopped_changes_nothing(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "uit.tijdlijn-pakket"
    write_package(book, book.cases()[0].id, path, SECRET)
    told = Told()
    unpack(book, path, SECRET, told)
    assert told.heard[-1] == WRITING
    assert len(book.cases()) == 2
    for at in range(1, len(told.heard) + 1):
        with pytest.raises(Stopped):
            unpack(book, path, SECRET, Told(at))
        assert len(book.cases()) == 2


def test_any_problem_that_is_raised_stops_the_work(small: OpenCasebook, tmp_path: Path) -> None:
    def refuse(_number: int, _of: int) -> None:
        raise Problem("Genoeg.")

    with pytest.raises(Problem, match="Genoeg"):
        export_case(small, "c", tmp_path / "uit.csv", progress=refuse)
    assert [found.name for found in tmp_path.iterdir()] == ["boek"]
