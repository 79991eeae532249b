"""The sessions of the example: one that was held and one to come, with everything a session can hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tijdlijn.analysis.findings import analyse
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import ActionState, AttendsAs, SessionKind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example
from tijdlijn.services.session_names import masked
from tijdlijn.services.sessions import QUESTIONS, added_in, agreed_in, carried_over, has_consent, settled_since


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCasebook]:
    path: Path = tmp_path_factory.mktemp("example") / "voorbeeld.tijdlijn"
    make_example(path)
    with OpenCasebook.open(path, EXAMPLE_PASSPHRASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def case(book: OpenCasebook) -> Case:
    return book.case(book.cases()[0].id)


def test_one_was_held_and_one_is_to_come_with_the_family_at_the_table(case: Case) -> None:
    held, coming = case.sessions_in_order
    assert (held.date, coming.date) == (date(2023, 10, 12), date(2023, 11, 16))
    assert held.date < case.reference < coming.date
    for session in (held, coming):
        parts = {attendee.attends_as for attendee in session.attendees}
        assert {AttendsAs.OUDER, AttendsAs.ERVARINGSDESKUNDIGE, AttendsAs.BEGELEIDER} <= parts
        assert all((session.place, session.aim, session.notes))
        assert [one.text for one in session.questions] == list(QUESTIONS[session.kind])
        assert has_consent(case, session.date or case.today)
    assert coming.kind is SessionKind.LEERBIJEENKOMST


def test_the_family_answered_before_the_group_did(case: Case) -> None:
    held, coming = case.sessions_in_order
    assert all(one.answer for one in held.questions)
    assert sum(bool(one.family) for one in held.questions) >= 4
    assert all(one.family and not one.answer for one in coming.questions)


def test_the_group_reflected_on_what_stands_out(case: Case) -> None:
    held, _ = case.sessions_in_order
    about = [case.entries_by_id[one.entry_id] for one in case.reflections]
    assert len(about) == 5
    assert {one.session_id for one in case.reflections} == {held.id}
    assert all(entry.schakelmoment or entry.kind.value in ("besluit", "ultimatum") for entry in about)
    assert all(one.fitting and one.family and one.missing for one in case.reflections)


def test_what_is_not_done_is_carried_over(case: Case) -> None:
    held, coming = case.sessions_in_order
    assert len(agreed_in(case, held)) == 4
    assert [one.state for one in carried_over(case, coming)] == [ActionState.BEZIG, ActionState.OPEN]
    assert {one.state for one in settled_since(case, coming)} == {ActionState.GEDAAN}
    assert agreed_in(case, coming) == ()


def test_what_was_told_and_discussed_is_there_still(case: Case) -> None:
    held, _ = case.sessions_in_order
    assert len(added_in(case, held)) == 2
    found = {finding.id: finding.sentence for finding in analyse(case).findings}
    assert len(held.discussed) == 3
    assert set(held.discussed) <= set(found.items())
    answered = [one for one in case.actions if one.finding_id]
    assert [found[one.finding_id] for one in answered] == [one.finding_words for one in answered]


def test_the_phases_divide_the_life_at_what_happened(case: Case) -> None:
    starts = [phase.start for phase in case.phases_in_order]
    assert len(starts) == 5
    days = list(case.bounds.values())
    for start in starts:
        assert any(one.start_min <= start.toordinal() <= one.start_max for one in days), start


def test_the_last_step_of_the_example_is_what_it_was(book: OpenCasebook) -> None:
    assert [step.name for step in book.history()][:5] == [
        "Voeg 7 documenten toe",
        "Neem over: 'Lotte 18−: plan voor 18'",
        "Wijs af: 'Evi 5: leerplichtig'",
        "Lees 2 scenario's in",
        "Lees 2 bijeenkomsten in",
    ]


def test_what_was_said_of_findings_is_there_and_stays_true_without_names(case: Case) -> None:
    for of in (case, masked(case)[0]):
        analysis = analyse(of)
        (aside,) = analysis.set_aside
        assert analysis.marks.of[aside.id].reason.startswith("de vraag van september 2012")
        assert sum(not one.is_set_aside for one in analysis.marks.of.values()) == 4
        assert not any(one.then for one in analysis.marks.of.values())
        assert analysis.marks.lapsed == ()
    assert "Sanne" in analyse(case).marks.of[aside.id].reason
    assert "Sanne" not in analysis.marks.of[aside.id].reason
