"""What two versions of a case differ in."""

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.builders import case, entry, person
from tests.meetings import met
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters
from tijdlijn.services.changes import RECORDS
from tijdlijn.services.comparing import OWN, Counted, compare, name_of

BEFORE = case(
    entry("contact", "2019", "Blijft", id="blijft"),
    entry("contact", "2020", "Weg", id="weg"),
    entry("contact", "2021", "Anders", id="anders"),
    persons=[person("Noor"), person("Sem")],
)


def test_equal_cases_do_not_differ():
    assert compare(BEFORE, replace(BEFORE)).is_none


def test_entries_are_named_and_others_counted():
    changed = replace(BEFORE.entries_by_id["anders"], title="Anders nu", details="meer")
    after = BEFORE.with_changes((changed, entry("contact", "2018", "Nieuw", id="nieuw")), ("weg",))
    after = replace(after, code="7", persons=(replace(BEFORE.persons[0], role="moeder"), person("Bram")))
    found = compare(BEFORE, after)
    assert [one.id for one in found.added] == ["nieuw"]
    assert [one.id for one in found.removed] == ["weg"]
    assert [(one.before.title, one.after.title, one.fields) for one in found.changed] == [
        ("Anders", "Anders nu", ("title", "details"))
    ]
    assert found.others == (Counted("personen", 1, 1, 1), Counted(OWN, 0, 0, 1))


def test_what_sessions_leave_is_compared():
    found = compare(met(), replace(met(), reflections=(), actions=()))
    assert [(one.what, one.removed) for one in found.others] == [("reflecties", 3), ("afspraken", 5)]


def test_every_field_of_an_entry_has_a_name_in_dutch():
    english = {"title", "kind", "order", "rate", "worker_ids"}
    names = {field.name: name_of(field.name) for field in fields(Entry) if field.name != "id"}
    assert not english & set(names.values())
    assert [name for name, told in names.items() if "_" in told] == []


@pytest.mark.parametrize(
    "field", [one.name for one in fields(Case) if one.name not in ("id", "today", "entries", *RECORDS)]
)
def test_everything_a_case_has_of_its_own_is_compared(field):
    other = {
        "reference_day": date(2020, 1, 1),
        "destroy_by": date(2030, 1, 1),
        "parameters": Parameters(gap_min_days=9),
    }
    other["domains"] = ("wonen",)
    assert compare(BEFORE, replace(BEFORE, **{field: other.get(field, "anders")})).others == (Counted(OWN, 0, 0, 1),)
