"""The audit log as it is read: in words, filtered, folded, checked, and taken along as a table."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.books import book_of, logged, put_in
from tests.builders import case, entry
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing, log_words, logbook
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.log_words import GROUPS, Group, words_of
from tijdlijn.services.logbook import Log, Wanted, rows
from tijdlijn.storage.audit import Event, Line

NOON = datetime(2026, 3, 12, 12, 5, tzinfo=UTC)


def line(number: int, event: str, minutes: int = 0, **more: Any) -> Line:
    fields = {"actor": "jan", "device": "pc1", "object": "c", "result": "gelukt", "detail": {}, **more}
    return Line(number, NOON + timedelta(minutes=minutes), event=event, **fields)


def log(*lines: Line, broken: int | None = None) -> Log:
    return Log(tuple(reversed(lines)), {"c": "2026-07"}, broken)


@pytest.mark.parametrize(
    ("event", "detail", "result", "said"),
    [
        (
            "afgedrukt",
            {"what": "casus", "kind": "pdf", "pseudonyms": True, "password": True},
            "gelukt",
            "Afgedrukt als PDF, met pseudoniemen, met wachtwoord",
        ),
        (
            "afgedrukt",
            {"kind": "printer", "pseudonyms": False, "pages": 1},
            "begonnen",
            "Afgedrukt op een printer, met namen, 1 bladzijde",
        ),
        ("geexporteerd", {"what": "casus", "kind": "csv", "pseudonyms": False}, "gelukt",
         "Bewaard als CSV-tabel, met namen"),
        ("gekopieerd", {"what": "regels", "pseudonyms": False, "entries": 3}, "gelukt",
         "Gekopieerd naar het klembord, met namen, 3 regels"),
        ("gepresenteerd", {"pseudonyms": True}, "begonnen", "Presenteren begonnen of voortgezet, met pseudoniemen"),
        ("gepresenteerd", {"pseudonyms": True}, "gelukt", "Presenteren gestopt, met pseudoniemen"),
        ("ingelezen", {"what": "tabellen", "tables": 2, "entries": 10, "refused": 1}, "gelukt",
         "Tabellen ingelezen, 2 tabellen, 10 regels, 1 geweigerd"),
        ("gewijzigd", {"what": "bewaren", "step": 3}, "gelukt", "Bewaartermijn gewijzigd"),
        ("iets-nieuws", {}, "gelukt", "iets-nieuws"),
        ("geexporteerd", {"what": "iets", "kind": "xyz"}, "gelukt", "Geëxporteerd: iets"),
    ],
)  # fmt: skip
def test_a_line_is_said_in_plain_words(event: str, detail: dict[str, Any], result: str, said: str) -> None:
    assert words_of(line(1, event, detail=detail, result=result)) == said


def test_every_event_has_words_and_a_group() -> None:
    assert set(GROUPS) == set(Event)
    assert all(words_of(line(1, event)) != event for event in Event)


def test_every_code_that_the_services_write_has_words() -> None:
    """The codes stand as literals where something leaves; whoever adds one must say it here too."""
    import re

    folder = Path(logbook.__file__).parent
    known = {*log_words.EXPORTED, *log_words.TAKEN_IN, *log_words.COPIED, *log_words.CHANGED}
    text = "\n".join(path.read_text() for path in folder.glob("*.py") if path.name != "log_words.py")
    written = set(re.findall(r'what"?[=:] ?"([a-z]+)"', text))
    assert len(written) >= 8
    assert written <= known


def test_changes_of_one_hour_by_one_person_in_one_case_stand_together() -> None:
    found = rows(
        log(
            line(1, "gewijzigd"),
            line(2, "gewijzigd", 1),
            line(3, "geexporteerd", 2, detail={"what": "casus", "kind": "csv"}),
            line(4, "gewijzigd", 3),
            line(5, "gewijzigd", 4, actor="els"),
            line(6, "gewijzigd", 5, object="weg"),
            line(7, "gewijzigd", 70),
            line(8, "gewijzigd", 71, detail={"what": "bewaren"}),
        )
    )
    assert [(one.what, one.who, one.case, one.count) for one in found] == [
        ("Bewaartermijn gewijzigd", "jan", "2026-07", 1),
        ("Gewijzigd", "jan", "2026-07", 1),
        ("Gewijzigd", "jan", "verwijderd", 1),
        ("Gewijzigd", "els", "2026-07", 1),
        ("3 wijzigingen", "jan", "2026-07", 3),
        ("Bewaard als CSV-tabel", "jan", "2026-07", 1),
    ]
    folded = found[4]
    assert (folded.number, folded.last - folded.first) == (1, timedelta(minutes=3))


def test_what_is_wanted_is_filtered_by_kind_person_and_days() -> None:
    known = log(
        line(1, "geopend"),
        line(2, "gewijzigd", 1),
        line(3, "afgedrukt", 2, actor="els", detail={"kind": "printer"}),
        line(4, "gesloten", 60 * 24 * 3),
    )
    day = known.lines[-1].at.astimezone().date()

    def numbers(wanted: Wanted) -> list[int]:
        return [one.number for one in rows(known, wanted)]

    assert numbers(Wanted()) == [4, 3, 2, 1]
    assert numbers(Wanted(Group.LEFT)) == [3]
    assert numbers(Wanted(Group.OPENED)) == [4, 1]
    assert numbers(Wanted(Group.CHANGES, "els")) == []
    assert numbers(Wanted(person="els")) == [3]
    assert numbers(Wanted(last=day)) == [3, 2, 1]
    assert numbers(Wanted(first=day + timedelta(1))) == [4]
    assert known.people == ("els", "jan")


def test_every_line_tells_how_it_ended() -> None:
    known = log(line(1, "geopend"), line(2, "geexporteerd", 1), line(3, "ingelezen", 2, result="mislukt"))
    assert [one.result for one in rows(known)] == ["mislukt", "gelukt", "gelukt"]


def test_whether_the_chain_holds_is_told_with_its_length() -> None:
    many = tuple(line(number, "geopend") for number in range(1, 1_235))
    assert log(*many).chain_words == "De keten klopt (1.234 regels)."
    assert log(*many[:1]).chain_words == "De keten klopt (1 regel)."
    told = log(*many, broken=1_017).chain_words
    assert told.startswith("Regel 1.017 van het logboek klopt niet")
    assert "reservekopie" in told


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(case(entry("contact", "2019-05-01", "Gesprek"), code="2026-07"), tmp_path) as opened:
        yield opened


def test_a_line_that_was_changed_in_the_file_is_found(book: OpenCasebook) -> None:
    assert logbook.read(book).broken is None
    with book._file.noting() as raw:
        raw.execute("UPDATE audit SET actor = 'iemand anders' WHERE number = 2")
    assert logbook.read(book).broken == 2


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_is_shown_is_taken_along_and_that_is_in_the_log(book: OpenCasebook, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"uit{ending}"
    shown = rows(logbook.read(book))
    logbook.export(book, path, shown)
    if ending == ".csv":
        told = [*csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))]
    else:
        sheet = load_workbook(path).active
        assert sheet is not None
        told = [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
    assert tuple(told[0]) == logbook.COLUMNS
    assert [row[4] for row in told[1:]] == [one.what for one in shown]
    (noted,) = logged(book, Event.EXPORTED)
    assert (noted.detail["what"], noted.detail["entries"], noted.object) == ("logboek", len(shown), "")


def test_an_account_that_a_spreadsheet_could_run_is_text(book: OpenCasebook, tmp_path: Path) -> None:
    logbook.export(book, tmp_path / "uit.csv", rows(log(line(1, "geopend", actor="=1+1"))))
    assert "'=1+1" in (tmp_path / "uit.csv").read_text("utf-8-sig")


def test_another_kind_of_file_is_refused(book: OpenCasebook, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.csv of \.xlsx"):
        logbook.export(book, tmp_path / "uit.pdf", ())


def test_a_case_without_a_code_is_not_told_by_its_title(book: OpenCasebook) -> None:
    editing.add_case(book, "Gezin Jansen")
    put_in(book, case(today=date(2026, 1, 1)).__class__("d", "Gezin Pietersen", date(2026, 1, 1)))
    told = rows(logbook.read(book))
    assert {one.case for one in told} >= {"2026-07", "zonder code"}
    assert "Jansen" not in str(told)


def test_twenty_thousand_lines_are_folded_at_once() -> None:
    many = [line(number, "gewijzigd" if number % 3 else "geopend", number) for number in range(1, 20_001)]
    known = log(*many)
    begun = time.perf_counter()
    rows(known)
    assert time.perf_counter() - begun < 2
