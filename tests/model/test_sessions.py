"""What sessions leave is part of the snapshot: it names what exists, and goes with what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from tests.builders import entry, person
from tijdlijn.model.casebook import Case
from tijdlijn.model.parameters import CaseError
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    AttendsAs,
    Fitting,
    Phase,
    Question,
    Reflection,
    Session,
)
from tijdlijn.model.vocabulary import Voice

MARCH, APRIL = Session("maart", date=date(2024, 3, 12)), Session("april", date=date(2024, 4, 16))
UNPLANNED = Session("ooit")


def family(**more: object) -> Case:
    """Two entries, two sessions in the wrong order and one without a day."""
    more.setdefault("sessions", (UNPLANNED, APRIL, MARCH))
    return builders.case(
        entry("besluit", "2019", id="e1"), entry("contact", "2020", id="e2"), persons=(person("Ruud"),), **more
    )


@pytest.mark.parametrize(
    "more",
    [
        {"reflections": (Reflection("r", "nergens", "maart"),)},
        {"reflections": (Reflection("r", "e1", "nergens"),)},
        {"actions": (AgreedAction("a", "nergens", "geheim"),)},
        {"actions": (AgreedAction("a", "maart", "geheim", person_ids=("niemand",)),)},
        {"sessions": (Session("maart", source_id="nergens", notes="geheim"),)},
        {"sessions": (MARCH, MARCH)},
        {"phases": (Phase("f", "geheim", date(2019, 1, 1)),) * 2},
    ],
)
def test_what_names_nothing_is_refused_without_its_content(more: dict[str, object]) -> None:
    with pytest.raises(CaseError) as refused:
        family(**more)
    assert "geheim" not in str(refused.value)


def test_an_action_may_outlive_the_entry_it_was_about() -> None:
    assert family(actions=(AgreedAction("a", "", "Bellen", entry_id="weg"),)).actions


def test_sessions_stand_in_the_order_of_their_days_and_the_unplanned_last() -> None:
    assert [one.id for one in family().sessions_in_order] == ["maart", "april", "ooit"]


def test_reflections_on_an_entry_stand_in_the_order_of_their_sessions() -> None:
    reflections = tuple(Reflection(id_, "e1", id_) for id_ in ("ooit", "april", "", "maart") if id_)
    found = family(reflections=(*reflections, Reflection("los", "e1"))).reflections_by_entry
    assert [one.id for one in found["e1"]] == ["los", "maart", "april", "ooit"]
    assert "e2" not in found


@pytest.mark.parametrize("asked_before", [True, False])
def test_a_removed_entry_takes_its_reflections_along(asked_before: bool) -> None:
    kept = Reflection("r2", "e2", "maart")
    case = family(reflections=(Reflection("r1", "e1", "maart"), kept))
    if asked_before:
        assert set(case.reflections_by_entry) == {"e1", "e2"}
    for following in (case.with_entries(removed=["e1"]), case.with_changes((), ["e1"], title="T")):
        assert following.reflections == (kept,)
        assert set(following.reflections_by_entry) == {"e2"}
    assert len(case.reflections) == 2


def test_a_changed_entry_keeps_its_reflections() -> None:
    case = family(reflections=(Reflection("r1", "e1", "maart"),))
    assert case.with_entries([entry("besluit", "2021", id="e1")]).reflections == case.reflections


def test_what_sessions_leave_changes_without_a_look_at_the_rest() -> None:
    case = family(reflections=(Reflection("r1", "e1", "maart"),))
    assert case.timeline
    assert case.reflections_by_entry
    fresh = Reflection("r2", "e2", "april")
    following = case.with_changes(sessions=(APRIL, MARCH), reflections=(fresh,), phases=())
    assert following == replace(case, sessions=(APRIL, MARCH), reflections=(fresh,), phases=())
    assert following.timeline is case.timeline
    assert dict(following.reflections_by_entry) == {"e2": (fresh,)}
    assert list(following.sessions_by_id) == ["april", "maart"]
    with pytest.raises(CaseError, match="reflection r2"):
        case.with_changes(sessions=(MARCH,), reflections=(fresh,))


def test_a_change_of_entries_and_of_what_sessions_left_goes_together() -> None:
    case = family(reflections=(Reflection("r1", "e1", "maart"),))
    told = entry("signaal", "2021", id="e3")
    following = case.with_changes([told], ["e1"], reflections=(Reflection("r3", "e3", "maart"),))
    assert set(following.entries_by_id) == {"e2", "e3"}
    assert set(following.reflections_by_entry) == {"e3"}
    with pytest.raises(CaseError):
        case.with_changes([], ["e1"], reflections=case.reflections)


def test_whose_account_it_is_follows_from_in_what_part_somebody_is_there() -> None:
    voices = {part: Attendee("Iemand", attends_as=part).voice for part in AttendsAs}
    assert {part for part, voice in voices.items() if voice is Voice.GEZIN} == {
        AttendsAs.OUDER,
        AttendsAs.JEUGDIGE,
        AttendsAs.NETWERK,
    }


def test_a_reflection_is_empty_until_something_was_said() -> None:
    assert Reflection("r", "e", "s").is_empty
    assert not Reflection("r", "e", "s", family="Het liep net").is_empty
    assert not Reflection("r", "e", "s", fitting=Fitting.JA).is_empty


def test_a_question_is_answered_by_the_group_or_by_the_family() -> None:
    assert [one.is_answered for one in (Question("?"), Question("?", "Zo"), Question("?", "", "Zo"))] == [
        False,
        True,
        True,
    ]


def test_done_and_dropped_are_over() -> None:
    assert [state.value for state in ActionState if state.is_over] == ["gedaan", "vervallen"]
