"""Two snapshots of a case are compared in the words of the window."""

from dataclasses import replace

from tests.builders import case, entry, person
from tests.meetings import met
from tijdlijn.services.comparing import Differences, compare

OTS = entry("maatregel", "2019", "OTS", id="ots")
MELDING = entry("signaal", "2018-03", "Melding", id="melding")


def test_the_same_differs_in_nothing():
    assert compare(met(), met()) == Differences()
    assert compare(met(), met()).is_empty


def test_what_came_and_went_is_told_in_order_of_time():
    found = compare(case(OTS), case(entry("signaal", "2020", "C", id="c"), MELDING))
    assert [one.title for one in found.added] == ["Melding", "C"]
    assert [one.title for one in found.removed] == ["OTS"]


def test_what_changed_is_told_by_its_fields():
    after = replace(OTS, title="Ondertoezichtstelling", date=MELDING.date)
    (changed,) = compare(case(OTS, MELDING), case(after, MELDING)).changed
    assert changed.before == OTS
    assert changed.after == after
    assert changed.fields == ("titel", "datum")


def test_other_records_are_counted_by_kind():
    before = case(OTS, persons=[person("Noor"), person("Ruud")])
    after = case(OTS, persons=[person("Noor", role="kind 2"), person("Sanne"), person("Kees")])
    assert compare(before, after).others == (("personen", 4),)


def test_what_a_case_says_of_itself_is_compared():
    assert compare(case(), replace(case(), code="7", notes="x")).others == (("gegevens van de casus", 2),)


def test_what_sessions_leave_is_compared():
    assert dict(compare(met(), replace(met(), reflections=(), actions=())).others) == {"reflecties": 3, "afspraken": 5}
