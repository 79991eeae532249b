"""Gathering a series from casebooks, packages and exports, and taking it along: figures only, in the log, once each."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from benchmarks.analyses import generated
from hypothesis import HealthCheck, given, settings

from tests.analysis.dossiers import dossiers
from tests.analysis.test_series import troubled
from tests.books import book_of, logged, put_in
from tests.builders import TODAY, case, entry
from tijdlijn.analysis.series import family_of
from tijdlijn.analysis.series_anchor import Anchor
from tijdlijn.analysis.series_columns import COLUMNS_BY_ID
from tijdlijn.analysis.series_json import family_json
from tijdlijn.analysis.series_summary import Series
from tijdlijn.exchange.json_in import ExportDamaged, read_export
from tijdlijn.exchange.tables_out import json_bytes
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import Stopped
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.exporting import export_case
from tijdlijn.services.log_words import words_of
from tijdlijn.services.packaging_case import write_package
from tijdlijn.services.series import Added, Gathering, SeriesOptions, export_series, part_of, series_bytes
from tijdlijn.storage.audit import Event
from tijdlijn.storage.reading import _ALL_OF_FEW, load_case

KEY = "correct paard batterij"


def numbered(number: int) -> Case:
    """A family of its own: ids as the program gives them, that no other casebook has."""
    made = troubled(number)
    new = {one.id: f"{one.id:0>12}{number}" for one in made.entries}
    return replace(made, id=f"casus{number}", entries=tuple(replace(one, id=new[one.id]) for one in made.entries))


@contextmanager
def book_with(folder: Path, *cases: Case) -> Iterator[OpenCasebook]:
    with book_of(cases[0], folder) as book:
        for one in cases[1:]:
            put_in(book, unlike(one))
        yield book


def unlike(one: Case) -> Case:
    """Parties and persons of a casebook have ids of their own."""
    return _renamed(one, lambda id_: f"{one.id}-{id_}")


def _renamed(one: Case, name: Callable[[str], str]) -> Case:
    return replace(
        one,
        persons=tuple(replace(person, id=name(person.id)) for person in one.persons),
        parties=tuple(replace(party, id=name(party.id)) for party in one.parties),
        workers=tuple(replace(worker, id=name(worker.id)) for worker in one.workers),
        entries=tuple(
            replace(
                made,
                person_ids=tuple(map(name, made.person_ids)),
                party_ids=tuple(map(name, made.party_ids)),
                worker_ids=tuple(map(name, made.worker_ids)),
            )
            for made in one.entries
        ),
    )


def other() -> Case:
    """A family of which only a signal is known."""
    return replace(case(entry("signaal", "2020", id="x" * 13)), id="casus3")


def test_all_cases_of_a_casebook(tmp_path: Path) -> None:
    with book_with(tmp_path, numbered(1), numbered(2)) as book:
        gathering = Gathering(TODAY)

        assert gathering.add_book(book, "json") == Added(families=2)

        (line,) = logged(book, Event.EXPORTED)
        assert words_of(line) == "Cijfers over een reeks gezinnen als JSON-gegevens, met pseudoniemen, 2 gezinnen"
    assert [one.name for one in gathering.series.families] == ["Gezin 1", "Gezin 2"]
    assert gathering.series.families[0] == family_of(numbered(1), 1)


def test_a_family_counts_once_wherever_it_comes_from(tmp_path: Path) -> None:
    package, export = tmp_path / "a.tijdlijn-pakket", tmp_path / "a.json"
    with book_with(tmp_path, numbered(1)) as book:
        write_package(book, "casus1", package, KEY)
        export_case(book, "casus1", export)
        gathering = Gathering(TODAY)

        assert gathering.add_file(package, [KEY], "json") == Added(families=1)
        assert gathering.add_file(export, [], "json") == Added(again=1)
        assert gathering.add_book(book, "") == Added(again=1)

    assert len(gathering.told) == 1
    assert gathering.files == {1: 1}


def test_a_casebook_a_package_and_an_export_give_the_same_row(tmp_path: Path) -> None:
    package, export = tmp_path / "a.tijdlijn-pakket", tmp_path / "a.json"
    rows = []
    with book_with(tmp_path, numbered(1)) as book:
        write_package(book, "casus1", package, KEY)
        export_case(book, "casus1", export)
        file = next((tmp_path / "boek").glob("*.tijdlijn"))
    for path in (package, export, file):
        gathering = Gathering(TODAY)
        gathering.add_file(path, ["verkeerd", KEY, "wachtwoord"], "json")
        rows.append(gathering.series.families)

    assert rows[0] == rows[1] == rows[2]


def test_a_case_without_entries_does_not_count(tmp_path: Path) -> None:
    with OpenCasebook.create(tmp_path / "leeg.tijdlijn", KEY, today=TODAY) as book:
        added = Gathering(TODAY).add_book(book, "")

    assert added == Added(empty=1)
    assert added.words == "1 casus heeft nog geen regels."


@pytest.mark.parametrize(
    ("name", "content", "secrets", "said"),
    [
        ("weg.json", None, [], "weg.json bestaat niet"),
        ("kapot.json", b"{", [], "kapot.json is geen JSON-export"),
        ("ander.json", b'{"format": "iets"}', [], "ander.json is geen JSON-export"),
        ("later.json", b'{"format": "tijdlijn-casus", "version": 99}', [], "nieuwere versie"),
        ("dicht.tijdlijn-pakket", b"x" * 4096, [], "dicht.tijdlijn-pakket heeft een wachtwoord nodig"),
        ("raar.tijdlijn-pakket", b"x" * 4096, ["fout", "ook fout"], "raar.tijdlijn-pakket"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_adds_nothing(
    tmp_path: Path, name: str, content: bytes | None, secrets: list[str], said: str
) -> None:
    path, gathering = tmp_path / name, Gathering(TODAY)
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(Problem, match=re.escape(said)):
        gathering.add_file(path, secrets, "json")

    assert gathering.told == []


def test_what_is_stopped_adds_nothing_and_progress_tells_how_far(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def stopping(number: int, of: int) -> None:
        heard.append((number, of))
        if number == 2:
            raise Stopped

    with book_with(tmp_path, numbered(1), numbered(2), numbered(3)) as book:
        gathering = Gathering(TODAY)
        with pytest.raises(Stopped):
            gathering.add_book(book, "", stopping)

        assert gathering.told == []
        assert heard == [(1, 3), (2, 3)]
        assert gathering.add_book(book, "") == Added(families=3)


def test_one_case_of_many_is_the_same_and_found_by_the_index(tmp_path: Path) -> None:
    """Walking through all entries for each case would cost the square of their number: 9 s for 200 families, not 2."""
    with book_with(tmp_path, numbered(1), numbered(2)) as book:
        for summary in book.cases():
            quick = book.read(lambda raw, id_=summary.id: load_case(raw, id_, TODAY, of_many=True))
            assert quick == book.read(lambda raw, id_=summary.id: load_case(raw, id_, TODAY))
        plan = book.read(lambda raw: raw.execute(f"EXPLAIN QUERY PLAN {_ALL_OF_FEW['entries']}", ("x",)).fetchall())

    assert any("SEARCH entries" in str(step) for step in plan)


def test_the_progress_of_a_file_lies_within_that_of_all() -> None:
    heard: list[tuple[int, int]] = []
    tell = part_of(lambda number, of: heard.append((number, of)), 2, 4)

    tell(0, 1)
    tell(1, 2)

    assert heard == [(1_000, 4_000), (1_500, 4_000)]


# The JSON of an export


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(most=15))
def test_an_export_gives_the_same_figures_as_the_case(family: Case) -> None:
    again = read_export(json_bytes(family), family.today)

    assert family_json(family_of(again, 1)) == family_json(family_of(family, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"kind": "hulpvraag"', b'"kind": "onzin"'),
        (b'"edtf": "2018-03-01"', b'"edtf": "gisteren"'),
        (b'"edtf": "2018-03-01"', b'"edtf": 5'),
        (b'"persons": [\n    "Sem"', b'"persons": [\n    "Onbekende"'),
        (b'"gap_min_days": 61', b'"gap_min_days": 0'),
        (b'"gap_min_days": 61', b'"eigen": 5'),
        (b'"gap_min_days": 61', b'"gap_min_days": NaN'),
        (b'"sector": "raad"', b'"sector": "maan"'),
    ],
)
def test_an_export_that_was_tampered_with_is_not_taken(old: bytes, new: bytes) -> None:
    data = json_bytes(troubled())
    assert old in data

    with pytest.raises(ExportDamaged):
        read_export(data.replace(old, new), TODAY)


# Taking it along


@pytest.fixture
def gathered(tmp_path: Path) -> Iterator[tuple[OpenCasebook, Gathering]]:
    with book_with(tmp_path, numbered(1), numbered(2), other()) as book:
        gathering = Gathering(TODAY)
        gathering.add_book(book, "")
        yield book, gathering


def texts_of(workbook: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def pages_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


NAMES = ("Gezin Proef", "Sem", "moeder", "wijkteam", "school", "hulpvraag 2018")


@pytest.mark.parametrize(("ending", "read"), [(".xlsx", texts_of), (".pdf", pages_of)])
@pytest.mark.parametrize("with_rows", [True, False])
def test_a_file_holds_figures_and_no_names(
    gathered: tuple[OpenCasebook, Gathering],
    tmp_path: Path,
    ending: str,
    read: Callable[[bytes], str],
    with_rows: bool,
) -> None:
    book, gathering = gathered
    path = tmp_path / f"reeks{ending}"

    export_series(book, gathering.series, path, SeriesOptions(with_rows=with_rows))

    told = read(path.read_bytes())
    assert not any(name in told for name in NAMES)
    assert ("Gezin 2" in told) is with_rows
    assert ("herkenbaar" in told) is with_rows
    assert "ultimatum" in told
    assert "VERTROUWELIJK" in told or ending == ".xlsx"
    (line,) = logged(book, Event.EXPORTED)
    assert line.detail["what"] == "reeks"
    assert line.detail["families"] == 3
    assert len(line.detail["sha256"]) == 64


def test_a_workbook_holds_numbers(gathered: tuple[OpenCasebook, Gathering]) -> None:
    options = SeriesOptions((COLUMNS_BY_ID["waiting_days"], COLUMNS_BY_ID["costs"]))

    sheet = texts_of(series_bytes(gathered[1].series, ".xlsx", options, TODAY))

    assert '<c r="C2"><v>152</v></c><c r="D2"><v>152</v></c>' in sheet
    assert 'r="E2"' not in sheet.partition("verdeling")[0].partition("sheetData")[2].partition("</row>")[0]


def test_the_figures_of_the_pdf_are_those_of_the_json(gathered: tuple[OpenCasebook, Gathering]) -> None:
    book, gathering = gathered

    told = pages_of(series_bytes(gathering.series, ".pdf", SeriesOptions(), book.today))

    assert "2 van de 2 gezinnen, 100 %" in told
    assert "1 gezin heeft geen uithuisplaatsing" in told
    assert "mediaan 152, van 0 tot 152" in told


def test_the_same_series_gives_the_same_bytes(gathered: tuple[OpenCasebook, Gathering]) -> None:
    for ending in (".pdf", ".xlsx"):
        made = [series_bytes(gathered[1].series, ending, SeriesOptions(anchor=Anchor.HULPVRAAG), TODAY) for _ in "ab"]
        assert made[0] == made[1]


def test_another_ending_is_refused_and_nothing_is_written(
    gathered: tuple[OpenCasebook, Gathering], tmp_path: Path
) -> None:
    with pytest.raises(Problem, match=r"alleen .xlsx of .pdf"):
        export_series(*_both(gathered), tmp_path / "reeks.docx", SeriesOptions())

    assert not (tmp_path / "reeks.docx").exists()
    assert logged(gathered[0], Event.EXPORTED) == []


def test_what_is_stopped_leaves_no_file(gathered: tuple[OpenCasebook, Gathering], tmp_path: Path) -> None:
    def stop(_number: int, of: int) -> None:
        if not of:
            raise Stopped

    with pytest.raises(Stopped):
        export_series(*_both(gathered), tmp_path / "reeks.pdf", SeriesOptions(), stop)

    assert not (tmp_path / "reeks.pdf").exists()
    assert [line.result for line in logged(gathered[0], Event.EXPORTED)] == ["afgebroken"]


def _both(gathered: tuple[OpenCasebook, Gathering]) -> tuple[OpenCasebook, Series]:
    return gathered[0], gathered[1].series


def test_fifty_families_of_three_hundred_entries_cost_a_quarter_of_the_time_of_two_hundred() -> None:
    """200 in three seconds on a quiet machine; processor time, as a test machine is not."""
    families = [generated(300, seed) for seed in range(50)]

    begin = time.process_time()
    for number, family in enumerate(families, 1):
        family_of(family, number)

    assert time.process_time() - begin < 1.5
