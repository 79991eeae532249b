"""The life ahead as verbs and as a calendar: one step each, stable ids, and names only with consent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.books import logged
from tests.builders import entry, person
from tijdlijn.analysis.ahead import find_ahead
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Consent
from tijdlijn.model.understanding import Uptake
from tijdlijn.services import editing
from tijdlijn.services.ahead import accept, dismiss, take_back
from tijdlijn.services.ahead_calendar import ahead_calendar
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.exporting import export_case
from tijdlijn.storage.audit import Event

TODAY = date(2024, 1, 1)
AT_18 = "18:noor:2010-06-24"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        batch = Batch(
            persons=(person("Noor", "2010-06-24", focus=True), person("Oma", role="oma")),
            entries=(
                entry("beschikking", "2023-01-01/2024-05-01", "Ggz voor Noor", id="ggz", persons="noor"),
                entry("maatregel", "2023-01-01/2024-09", "OTS Noor", id="ots", persons="noor"),
                entry("verwacht", "2025-22", "Noor geopereerd", id="operatie", persons="noor", details="Knie"),
                entry("verwacht", "2023-06-01", "Voorbij", id="voorbij", persons="noor"),
            ),
        )
        editing.apply(made, made.cases()[0].id, batch, "Lees in")
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def proposed(case: Case) -> set[str]:
    return {one.rule_id for one in find_ahead(case).proposals}


def test_what_is_accepted_is_on_the_timeline_and_proposed_no_longer(book: OpenCasebook, case_id: str) -> None:
    change = accept(book, case_id, AT_18)
    assert change.step.startswith("Neem over: 'Noor 18")
    (made,) = (change.case.entries_by_id[id_] for id_ in change.entry_ids)
    assert (made.kind, made.date, made.person_ids) == ("verwacht", UncertainDate.parse("2028-06-24"), ("noor",))
    (said,) = change.case.foreseen
    assert (said.rule_id, said.verdict, said.entry_id) == (AT_18, Uptake.ACCEPTED, made.id)
    assert AT_18 not in proposed(change.case)


def test_one_undo_takes_both_back_and_one_redo_brings_both(book: OpenCasebook, case_id: str) -> None:
    before = book.case(case_id)
    accept(book, case_id, AT_18)
    book.undo()
    assert (book.case(case_id).entries, book.case(case_id).foreseen) == (before.entries, ())
    book.redo()
    assert len(book.case(case_id).entries) == len(before.entries) + 1
    assert len(book.case(case_id).foreseen) == 1


def test_it_can_be_accepted_on_another_day(book: OpenCasebook, case_id: str) -> None:
    change = accept(book, case_id, AT_18, UncertainDate.parse("2028-09"))
    assert change.case.entries_by_id[change.entry_ids[0]].date == UncertainDate.parse("2028-09")
    assert AT_18 not in proposed(change.case)


def test_who_deletes_the_line_is_proposed_it_again(book: OpenCasebook, case_id: str) -> None:
    made = accept(book, case_id, AT_18).entry_ids[0]
    assert AT_18 in proposed(editing.delete_entries(book, case_id, (made,)).case)
    change = accept(book, case_id, AT_18)
    assert len(change.case.foreseen) == 1


def test_what_is_dismissed_keeps_its_reason_and_can_be_taken_back(book: OpenCasebook, case_id: str) -> None:
    change = dismiss(book, case_id, AT_18, "  Blijft bij oma  ")
    assert change.step.startswith("Wijs af: 'Noor 18")
    assert [(one.verdict, one.reason) for one in change.case.foreseen] == [(Uptake.DISMISSED, "Blijft bij oma")]
    assert AT_18 not in proposed(change.case)
    back = take_back(book, case_id, AT_18)
    assert back.step.startswith("Stel weer voor: 'Noor 18")
    assert (back.case.foreseen, AT_18 in proposed(back.case)) == ((), True)


def test_what_is_not_proposed_cannot_be_accepted_or_dismissed(book: OpenCasebook, case_id: str) -> None:
    accept(book, case_id, AT_18)
    for verb in (accept, dismiss):
        with pytest.raises(Problem, match="niet meer voorgesteld"):
            verb(book, case_id, AT_18)
    assert len(book.case(case_id).foreseen) == 1
    assert take_back(book, case_id, AT_18).case is book.case(case_id)


def test_with_a_person_goes_what_was_said_of_his_years(book: OpenCasebook, case_id: str) -> None:
    dismiss(book, case_id, AT_18)
    assert editing.delete_person(book, case_id, "noor").case.foreseen == ()


def test_with_an_entry_goes_what_was_said_of_its_end(book: OpenCasebook, case_id: str) -> None:
    dismiss(book, case_id, "einde:ggz:2024-05-01", "Een geheim")
    change = editing.delete_entries(book, case_id, ("ggz",))
    assert change.case.foreseen == ()
    undone = book.undo()
    assert undone is not None
    assert [one.reason for one in undone.case.foreseen] == ["Een geheim"]


def test_it_is_still_so_after_closing_and_opening(book: OpenCasebook, case_id: str, tmp_path: Path) -> None:
    dismiss(book, case_id, AT_18, "Nee")
    said = book.case(case_id).foreseen
    book.close()
    with OpenCasebook.open(tmp_path / "a.tijdlijn", "voorbeeld", today=TODAY) as again:
        assert again.case(case_id).foreseen == said


# The agenda


def events(data: bytes) -> dict[str, dict[str, str]]:
    """The events of a calendar by their uid, each as its properties."""
    text = data.replace(b"\r\n ", b"").decode()
    found = (
        dict(line.split(":", 1) for line in block.splitlines() if ":" in line)
        for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    )
    return {one["UID"].removesuffix("@tijdlijn"): one for one in found}


def test_an_agenda_has_every_end_its_reminders_to_come_and_what_is_expected(book: OpenCasebook, case_id: str) -> None:
    made = events(ahead_calendar(book.case(case_id)))
    assert {uid: one["DTSTART;VALUE=DATE"] for uid, one in made.items()} == {
        "einde-ggz-3": "20240201",
        "einde-ggz": "20240501",
        "einde-ots-6": "20240301",
        "einde-ots-3": "20240601",
        "einde-ots": "20240901",
        "verwacht-operatie": "20250601",
    }
    assert made["einde-ggz-3"]["SUMMARY"] == "Over drie maanden: einde beschikking: Ggz voor Noor"
    assert "van 1 september 2024 tot en met 30 september 2024" in made["einde-ots"]["DESCRIPTION"]
    assert "Er is niets bekend wat erop volgt" in made["einde-ggz"]["DESCRIPTION"]
    assert made["verwacht-operatie"]["DESCRIPTION"].endswith("Knie")


def test_a_proposal_goes_in_an_agenda_once_it_is_accepted(book: OpenCasebook, case_id: str) -> None:
    change = accept(book, case_id, AT_18)
    made = events(ahead_calendar(change.case))
    assert made[f"verwacht-{change.entry_ids[0]}"]["DTSTART;VALUE=DATE"] == "20280624"


def test_what_moved_keeps_its_uid(book: OpenCasebook, case_id: str) -> None:
    moved = replace(book.case(case_id).entries_by_id["ggz"], date=UncertainDate.parse("2023-01-01/2024-12-01"))
    made = events(ahead_calendar(editing.change_entries(book, case_id, (moved,)).case))
    assert made["einde-ggz"]["DTSTART;VALUE=DATE"] == "20241201"


def test_what_is_followed_has_no_reminder_and_says_what_follows(book: OpenCasebook, case_id: str) -> None:
    after = entry("beschikking", "2024-05-02/2025-05-01", "Ggz verlengd", id="weer", persons="noor")
    made = events(ahead_calendar(editing.add_entry(book, case_id, after).case))
    assert "einde-ggz-3" not in made
    assert "Daarna: Ggz verlengd" in made["einde-ggz"]["DESCRIPTION"]


def test_what_may_be_over_already_stands_on_the_reference_day(book: OpenCasebook, case_id: str) -> None:
    case = book.case(case_id).with_reference(date(2024, 9, 15))
    made = events(ahead_calendar(case))
    assert made["einde-ots"]["DTSTART;VALUE=DATE"] == "20240915"
    assert "einde-ots-3" not in made


def test_without_anything_ahead_no_file_is_written(book: OpenCasebook, case_id: str, tmp_path: Path) -> None:
    editing.delete_entries(book, case_id, ("ggz", "ots", "operatie"))
    with pytest.raises(Problem, match="Er loopt niets af"):
        export_case(book, case_id, tmp_path / "uit.ics")
    assert not (tmp_path / "uit.ics").exists()


def test_names_leave_with_consent_only_and_every_file_is_noted(
    book: OpenCasebook, case_id: str, tmp_path: Path
) -> None:
    export_case(book, case_id, tmp_path / "zonder.ics")
    assert b"Noor" not in (tmp_path / "zonder.ics").read_bytes()
    consent = Consent("c", "bespreken", "Sanne", date(2023, 1, 1))
    editing.apply(book, case_id, Batch(consents=(consent,)), "Toestemming")
    export_case(book, case_id, tmp_path / "met.ics")
    assert b"Noor" in (tmp_path / "met.ics").read_bytes()
    lines = logged(book, Event.EXPORTED)
    assert [(line.detail["kind"], line.detail["pseudonyms"]) for line in lines] == [("ics", True), ("ics", False)]
