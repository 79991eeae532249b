"""Sessions: planned, asked, reflected on and agreed in, each change one step; nothing of it touches an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, entry, person
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    AttendsAs,
    Consent,
    Fitting,
    Question,
    Session,
    SessionKind,
)
from tijdlijn.model.vocabulary import Voice
from tijdlijn.services import editing
from tijdlijn.services import sessions as verbs
from tijdlijn.services.casebook import OpenCasebook

MARCH, APRIL, MAY = date(2024, 3, 12), date(2024, 4, 16), date(2024, 5, 21)
MOTHER = Attendee("Petra", "", "moeder", AttendsAs.OUDER)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    """Ruud, a placement and a decision."""
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        batch = editing.Batch(
            persons=(person("Ruud", "2012", focus=True),),
            entries=(
                entry("uithuisplaatsing", "2019-06", "Naar oma", persons="ruud", id="oma"),
                entry("besluit", "2020", "OTS", id="ots"),
            ),
        )
        editing.apply(made, made.cases()[0].id, batch, "Lees in")
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def held(book: OpenCasebook, case_id: str, day: date | None = MARCH, kind: str = "actieleren") -> Session:
    return verbs.add_session(book, case_id, SessionKind(kind), day)[0]


def texts(case: Case, id_: str) -> list[str]:
    return [question.text for question in case.sessions_by_id[id_].questions]


# Planning


def test_a_session_begins_with_the_questions_of_its_kind_in_one_step(book: OpenCasebook, case_id: str) -> None:
    session, change = verbs.add_session(book, case_id, SessionKind.LEERBIJEENKOMST, MARCH)
    assert change.step == "Maak bijeenkomst 'leerbijeenkomst, 12 maart 2024'"
    assert texts(change.case, session.id) == list(verbs.QUESTIONS[SessionKind.LEERBIJEENKOMST])
    undone = book.undo()
    assert undone is not None
    assert undone.case.sessions == ()


def test_who_was_there_the_last_time_is_there_again_and_sees_the_same(book: OpenCasebook, case_id: str) -> None:
    before = held(book, case_id)
    showing = replace(before.showing, view_id="w1", always_pseudonyms=True)
    verbs.change_session(book, case_id, replace(before, attendees=(MOTHER,), showing=showing))
    after = held(book, case_id, APRIL)
    assert after.attendees == (MOTHER,)
    assert (after.showing.view_id, after.showing.always_pseudonyms) == ("", True)


def test_a_session_that_is_gone_cannot_be_changed(book: OpenCasebook, case_id: str) -> None:
    session = held(book, case_id)
    verbs.delete_session(book, case_id, session.id)
    for act in (
        lambda: verbs.change_session(book, case_id, replace(session, place="hier")),
        lambda: verbs.change_kind(book, case_id, session.id, SessionKind.LEERBIJEENKOMST),
        lambda: verbs.restore_questions(book, case_id, session.id),
    ):
        with pytest.raises(Problem, match="is er niet meer"):
            act()


def test_a_session_goes_with_what_it_left_and_comes_back_with_it(book: OpenCasebook, case_id: str) -> None:
    session, other = held(book, case_id), held(book, case_id, APRIL)
    for one in (session, other):
        reflection = replace(verbs.reflection_on(book.case(case_id), "ots", one.id), how="Vanzelf")
        verbs.keep_reflection(book, case_id, reflection)
        verbs.keep_action(book, case_id, AgreedAction(f"a-{one.id}", one.id, "Bellen"))
    before = book.case(case_id)
    after = verbs.delete_session(book, case_id, session.id).case
    assert {one.session_id for one in (*after.reflections, *after.actions)} == {other.id}
    undone = book.undo()
    assert undone is not None
    assert undone.case == before


# Questions


def test_another_kind_asks_other_questions_and_keeps_own_ones_and_answers(book: OpenCasebook, case_id: str) -> None:
    session = held(book, case_id)
    first, second, *_ = session.questions
    own = Question("En de hond?")
    verbs.change_session(
        book, case_id, replace(session, questions=(replace(first, answer="Zo"), second, *session.questions[2:], own))
    )
    case = verbs.change_kind(book, case_id, session.id, SessionKind.LEERBIJEENKOMST).case
    assert texts(case, session.id) == [*verbs.QUESTIONS[SessionKind.LEERBIJEENKOMST], first.text, own.text]
    assert case.sessions_by_id[session.id].kind is SessionKind.LEERBIJEENKOMST
    assert [one.answer for one in case.sessions_by_id[session.id].questions if one.answer] == ["Zo"]


def test_the_questions_of_the_kind_come_back_in_their_order_with_their_answers(
    book: OpenCasebook, case_id: str
) -> None:
    session = held(book, case_id, kind="leerbijeenkomst")
    first, second, third = session.questions
    asked = (replace(third, family="Rust"), Question("Eigen, leeg"), Question("Eigen", "Met antwoord"), first)
    verbs.change_session(book, case_id, replace(session, questions=asked))
    case = verbs.restore_questions(book, case_id, session.id).case
    assert texts(case, session.id) == [first.text, second.text, third.text, "Eigen"]
    assert [one.family for one in case.sessions_by_id[session.id].questions] == ["", "", "Rust", ""]


def test_own_questions_for_a_kind_are_those_of_every_next_one_and_no_step(book: OpenCasebook, case_id: str) -> None:
    steps = len(book.history())
    verbs.keep_questions(book, SessionKind.ACTIELEREN, ["  Wat  nu? ", ""])
    assert len(book.history()) == steps
    assert [one.text for one in held(book, case_id).questions] == ["Wat nu?"]
    assert verbs.questions_for(book, SessionKind.LEERBIJEENKOMST) == verbs.QUESTIONS[SessionKind.LEERBIJEENKOMST]
    verbs.keep_questions(book, SessionKind.ACTIELEREN, [])
    assert verbs.questions_for(book, SessionKind.ACTIELEREN) == verbs.QUESTIONS[SessionKind.ACTIELEREN]


# Reflections


def test_a_reflection_stands_beside_its_entry_and_an_empty_one_goes(book: OpenCasebook, case_id: str) -> None:
    session = held(book, case_id)
    entries = book.case(case_id).entries
    fresh = verbs.reflection_on(book.case(case_id), "oma", session.id)
    assert fresh.is_empty
    change = verbs.keep_reflection(book, case_id, replace(fresh, fitting=Fitting.NEE, better="Tante"), "paste het")
    assert change.step == "Reflectie bij 'Naar oma': paste het"
    assert change.case.entries == entries
    found = verbs.reflection_on(change.case, "oma", session.id)
    assert (found.better, found.fitting) == ("Tante", Fitting.NEE)
    gone = verbs.keep_reflection(book, case_id, replace(found, fitting=None, better="")).case
    assert gone.reflections == ()


def test_there_is_no_reflection_on_what_left_the_timeline(book: OpenCasebook, case_id: str) -> None:
    reflection = replace(verbs.reflection_on(book.case(case_id), "oma", ""), how="Zo")
    editing.delete_entries(book, case_id, ["oma"])
    with pytest.raises(Problem, match="staat niet meer op de tijdlijn"):
        verbs.keep_reflection(book, case_id, reflection)


def test_a_reflection_goes_with_its_entry_and_comes_back_with_it(book: OpenCasebook, case_id: str) -> None:
    session = held(book, case_id)
    reflection = replace(verbs.reflection_on(book.case(case_id), "oma", session.id), how="Zo")
    before = verbs.keep_reflection(book, case_id, reflection).case
    assert editing.delete_entries(book, case_id, ["oma"]).case.reflections == ()
    undone = book.undo()
    assert undone is not None
    assert undone.case == before
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        assert again.case(case_id) == before


# Agreed actions


def test_an_agreed_action_needs_words(book: OpenCasebook, case_id: str) -> None:
    with pytest.raises(Problem, match="heeft woorden nodig"):
        verbs.keep_action(book, case_id, AgreedAction("a", held(book, case_id).id, "  "))


def test_what_is_not_done_is_carried_over_until_it_is(book: OpenCasebook, case_id: str) -> None:
    march, april, may = (held(book, case_id, day) for day in (MARCH, APRIL, MAY))
    for id_, due in (("later", MAY), ("eerst", APRIL), ("klaar", None)):
        verbs.keep_action(book, case_id, AgreedAction(id_, march.id, id_, due=due))
    verbs.settle_action(book, case_id, "klaar", ActionState.GEDAAN, date(2024, 4, 2))
    case = verbs.settle_action(book, case_id, "eerst", ActionState.VERVALLEN, date(2024, 5, 1)).case

    def ids(found: tuple[AgreedAction, ...]) -> list[str]:
        return [action.id for action in found]

    assert ids(verbs.agreed_in(case, march)) == ["eerst", "later", "klaar"]
    assert ids(verbs.carried_over(case, march)) == []
    assert ids(verbs.carried_over(case, april)) == ["eerst", "later"]
    assert ids(verbs.settled_since(case, april)) == ["klaar"]
    assert ids(verbs.carried_over(case, may)) == ["later"]
    assert ids(verbs.settled_since(case, may)) == ["eerst"]


def test_how_an_action_stands_keeps_the_day_while_it_is_over(book: OpenCasebook, case_id: str) -> None:
    verbs.keep_action(book, case_id, AgreedAction("a", held(book, case_id).id, "Bellen"))
    change = verbs.settle_action(book, case_id, "a", ActionState.GEDAAN, APRIL)
    assert change.step == "Afspraak 'Bellen': gedaan"
    assert change.case.actions[0].settled == APRIL
    assert verbs.settle_action(book, case_id, "a", ActionState.OPEN, MAY).case.actions[0].settled is None
    assert verbs.delete_action(book, case_id, "a").step == "Verwijder afspraak 'Bellen'"


def test_a_person_who_goes_leaves_the_actions_about_him(book: OpenCasebook, case_id: str) -> None:
    verbs.keep_action(book, case_id, AgreedAction("a", held(book, case_id).id, "Bellen", person_ids=("ruud",)))
    before = book.case(case_id)
    assert editing.delete_person(book, case_id, "ruud").case.actions[0].person_ids == ()
    undone = book.undo()
    assert undone is not None
    assert undone.case == before


# What is told there


def test_what_is_told_follows_the_session_that_is_its_source(book: OpenCasebook, case_id: str) -> None:
    session = held(book, case_id)
    told = entry("signaal", "2021", "Zij zag hem", id="gezien")
    case = verbs.add_told(book, case_id, session.id, told, MOTHER).case
    session = case.sessions_by_id[session.id]
    assert [one.id for one in verbs.added_in(case, session)] == ["gezien"]
    assert case.entries_by_id["gezien"].voice is Voice.GEZIN
    case = verbs.change_session(book, case_id, replace(session, date=APRIL)).case
    assert case.sources_by_id[session.source_id].title == "Mondeling, bijeenkomst 16 april 2024"
    case = editing.delete_source(book, case_id, session.source_id).case
    assert case.sessions_by_id[session.id].source_id == ""
    assert verbs.added_in(case, case.sessions_by_id[session.id]) == ()


# Consent


@pytest.mark.parametrize(
    ("consent", "holds"),
    [
        (Consent("t", "bespreken", "Petra", MARCH), True),
        (Consent("t", "bespreken", "Petra", MAY), False),
        (Consent("t", "bespreken", "Petra", MARCH, withdrawn=APRIL), False),
        (Consent("t", "bespreken", "Petra", MARCH, withdrawn=MAY), True),
        (Consent("t", "bespreken", "", MARCH), False),
    ],
)
def test_consent_holds_from_its_day_until_it_is_withdrawn_and_of_nobody_never(
    book: OpenCasebook, case_id: str, consent: Consent, holds: bool
) -> None:
    case = verbs.keep_consent(book, case_id, consent).case
    assert verbs.has_consent(case, APRIL) is holds
    assert not verbs.has_consent(verbs.delete_consent(book, case_id, "t").case, APRIL)
