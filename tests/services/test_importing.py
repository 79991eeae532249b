"""Importing: what is wrong costs only itself, what is right is one step, and nothing happens before it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.importing import (
    ImportCancelled,
    ImportPlan,
    commit_import,
    plan_import,
    read_files,
    write_refused,
)

GOOD = "date,kind,title,persons\n2019,signaal,Zorg,Noor\n2020,besluit,Klaar,Noor\n"
MIXED = "date,title\n2019,goed\nooit,slecht\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "k.tijdlijn", "geheim", title="Casus 1") as opened:
        yield opened


def saved(folder: Path, text: str, name: str = "regels.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def only_case(book: OpenCasebook) -> str:
    (summary,) = book.cases()
    return summary.id


def planned(book: OpenCasebook, *paths: Path, **options: bool) -> ImportPlan:
    return plan_import(book, only_case(book), read_files(paths), **options)


def titles(book: OpenCasebook) -> list[str]:
    return [entry.title for entry in book.case(only_case(book)).timeline]


def test_planning_writes_nothing_and_committing_is_one_step(book: OpenCasebook, tmp_path: Path) -> None:
    plan = planned(book, saved(tmp_path, GOOD))
    assert titles(book) == []
    steps = len(book.history())

    change = commit_import(book, plan)

    assert change is not None
    assert len(change.entry_ids) == 2
    assert titles(book) == ["Zorg", "Klaar"]
    assert len(book.history()) == steps + 1
    assert book.undo_name == "Importeer 2 regels"


def test_one_undo_takes_an_import_back_with_the_people_it_made(book: OpenCasebook, tmp_path: Path) -> None:
    commit_import(book, planned(book, saved(tmp_path, GOOD)))

    book.undo()

    case = book.case(only_case(book))
    assert (case.entries, case.persons) == ((), ())


def test_a_cancelled_import_took_nothing(book: OpenCasebook, tmp_path: Path) -> None:
    path = saved(tmp_path, "date,title\n" + "2019,x\n" * 2_000)
    read = read_files([path])
    asked = iter([False, False, True])

    with pytest.raises(ImportCancelled, match="niets overgenomen"):
        plan_import(book, only_case(book), read, cancelled=lambda: next(asked))
    with pytest.raises(ImportCancelled):
        commit_import(book, planned(book, path), cancelled=lambda: True)
    with pytest.raises(ImportCancelled):
        read_files([path], cancelled=lambda: True)

    assert titles(book) == []


def test_progress_is_told_in_rows(book: OpenCasebook, tmp_path: Path) -> None:
    read = read_files([saved(tmp_path, "date,title\n" + "2019,x\n" * 1_200)])
    told: list[tuple[int, int]] = []

    plan_import(book, only_case(book), read, progress=lambda done, of: told.append((done, of)))

    assert told == [(500, 1200), (1000, 1200)]


def test_good_rows_are_taken_and_refused_rows_stand_in_a_table_beside_it(book: OpenCasebook, tmp_path: Path) -> None:
    plan = planned(book, saved(tmp_path, MIXED))
    commit_import(book, plan)

    (written,) = write_refused(book, plan)

    assert (plan.taken, plan.refused_rows, titles(book)) == (1, 1, ["goed"])
    assert written == tmp_path / "regels-geweigerd.csv"
    assert written.stat().st_mode & 0o077 == 0

    saved(tmp_path, written.read_text(encoding="utf-8-sig").replace("ooit", "2018"), written.name)
    again = planned(book, written)
    commit_import(book, again)
    assert (again.refused, titles(book)) == ((), ["slecht", "goed"])


def test_a_table_of_refused_rows_never_overwrites_another(book: OpenCasebook, tmp_path: Path) -> None:
    plan = planned(book, saved(tmp_path, MIXED))

    names = [path.name for _ in range(3) for path in write_refused(book, plan)]
    refused_again = write_refused(book, planned(book, tmp_path / names[0]))

    assert names == ["regels-geweigerd.csv", "regels-geweigerd-2.csv", "regels-geweigerd-3.csv"]
    assert refused_again == (tmp_path / "regels-geweigerd-4.csv",)


def test_where_nothing_may_be_written_beside_the_table_another_folder_takes_the_refused_rows(
    book: OpenCasebook, tmp_path: Path
) -> None:
    (tmp_path / "weg").mkdir()
    table = saved(tmp_path / "weg", MIXED)
    plan = planned(book, table)
    table.unlink()
    table.parent.rmdir()

    assert write_refused(book, plan, tmp_path) == (tmp_path / "regels-geweigerd.csv",)
    with pytest.raises(Problem):
        write_refused(book, plan)


def test_a_plan_without_refusals_writes_no_table(book: OpenCasebook, tmp_path: Path) -> None:
    assert write_refused(book, planned(book, saved(tmp_path, GOOD))) == ()


def test_each_sheet_of_a_workbook_is_a_table(book: OpenCasebook, tmp_path: Path) -> None:
    from openpyxl import Workbook

    made = Workbook()
    for name, rows in {
        "regels": [("date", "title", "persons"), ("2019", "x", "Noor"), ("ooit", "y", "")],
        "gezin": [("naam", "rol"), ("Noor", "kind")],
        "uitleg": [("Dit blad zegt hoe het werkt",)],
    }.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(tmp_path / "alles.xlsx")

    plan = planned(book, tmp_path / "alles.xlsx")

    assert [(tally.table.sheet, tally.taken) for tally in plan.tallies] == [("regels", 1), ("gezin", 1)]
    assert any("uitleg" in notice for notice in plan.notices)
    assert [path.name for path in write_refused(book, plan)] == ["alles-regels-geweigerd.csv"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    read = read_files([tmp_path / "weg.csv", saved(tmp_path, GOOD)])

    assert [problem.sentence.split(" ")[0] for problem in read.problems] == ["weg.csv"]
    assert [file.path.name for file in read.tables] == ["regels.csv"]


def test_a_table_without_a_known_header_is_a_problem(tmp_path: Path) -> None:
    read = read_files([saved(tmp_path, "wie,wat\na,b\n")])

    assert read.tables == ()
    assert "geen kopregel" in read.problems[0].sentence


def test_nothing_to_put_is_no_step(book: OpenCasebook, tmp_path: Path) -> None:
    path = saved(tmp_path, GOOD)
    commit_import(book, planned(book, path))
    steps = len(book.history())

    again = planned(book, path)

    assert commit_import(book, again) is None
    assert (again.taken, again.present, len(book.history())) == (0, 2, steps)


def test_refused_rows_that_cannot_be_written_are_a_problem(book: OpenCasebook, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    plan = planned(book, saved(folder, MIXED))
    (folder / "regels.csv").unlink()
    folder.rmdir()

    with pytest.raises(Problem, match="de map bestaat niet"):
        write_refused(book, plan)


def test_numbers_that_may_be_a_bsn_are_counted_and_not_told(book: OpenCasebook, tmp_path: Path) -> None:
    table = (
        "date,title,details,tijdlijn-id\n2019,Zorg,BSN 111222333,a111222333\n2020,111222333,of 111.222.333,b\n"
        "2021,Bel 0111222333,111222334,c\n"
    )
    told = [notice for notice in planned(book, saved(tmp_path, table)).notices if "burgerservicenummer" in notice]
    assert [notice.partition(" iets ")[0] for notice in told] == ["In 3 cellen staat"]
    assert "111222333" not in told[0]
    one = saved(tmp_path, "date,title\n2019,Zorg om 111222333\n", "een.csv")
    assert planned(book, one).notices[0].startswith("In 1 cel staat")
    assert not any("burgerservicenummer" in notice for notice in planned(book, saved(tmp_path, GOOD)).notices)
