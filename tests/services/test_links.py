"""Links between entries: drawn and taken out in one step, and gone with either end."""

import pytest

from tests.builders import TODAY, entry
from tijdlijn.model.links import LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing, links
from tijdlijn.services.casebook import OpenCasebook

TITLES = {"a": "Melding", "b": "OTS", "c": "Naar het pleeggezin"}


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        lines = [entry("signaal", "2019", title, id=id_) for id_, title in TITLES.items()]
        editing.add_entries(made, made.cases()[0].id, lines)
        yield made


@pytest.fixture
def case_id(book):
    return book.cases()[0].id


def ends(case):
    return [(link.from_id, link.to_id) for link in case.links]


def test_a_link_is_drawn_in_one_step_with_a_name(book, case_id):
    change = links.add_link(book, case_id, "a", "b", LinkKind.LEIDT_TOT)
    assert (change.step, change.links_changed, change.entry_ids) == ("Verbind 'Melding' met 'OTS'", True, ())
    assert ends(change.case) == [("a", "b")]
    assert set(change.case.links_by_entry) == {"a", "b"}
    assert ends(book.undo().case) == []
    assert ends(book.redo().case) == [("a", "b")]


def test_a_link_is_there_after_reopening(book, case_id):
    made = links.add_link(book, case_id, "a", "b", LinkKind.OVERGEDRAGEN_AAN).case.links
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        assert again.case(case_id).links == made


def test_nothing_is_linked_to_itself_or_twice_the_same_way_or_to_what_is_not_there(book, case_id):
    links.add_link(book, case_id, "a", "b")
    steps = len(book.history())
    for ends_, words in ((("a", "a"), "met zichzelf"), (("a", "b"), "zijn al zo verbonden"), (("a", "x"), "niet meer")):
        with pytest.raises(Problem, match=words):
            links.add_link(book, case_id, *ends_)
    assert len(book.history()) == steps
    links.add_link(book, case_id, "b", "a")
    links.add_link(book, case_id, "a", "b", LinkKind.VERVANGEN_DOOR)
    assert ends(book.case(case_id)) == [("a", "b"), ("b", "a"), ("a", "b")]


def test_taking_links_out_leaves_their_entries(book, case_id):
    first, second = (links.add_link(book, case_id, "a", to).case.links[-1].id for to in "bc")
    change = links.delete_links(book, case_id, [first, "weg"])
    assert change.step == "Verbreek de verbinding van 'Melding' met 'OTS'"
    assert (ends(change.case), len(change.case.entries)) == ([("a", "c")], 3)
    links.add_link(book, case_id, "b", "c")
    both = links.delete_links(book, case_id, [link.id for link in book.case(case_id).links])
    assert (both.step, ends(both.case)) == ("Verwijder 2 verbindingen", [])
    assert second not in {link.id for link in both.case.links}
    steps = len(book.history())
    links.delete_links(book, case_id, [first])
    assert len(book.history()) == steps


def test_an_entry_that_goes_takes_its_links_along_and_undo_brings_both_back(book, case_id):
    for to in "bc":
        links.add_link(book, case_id, "a", to)
    links.add_link(book, case_id, "c", "b")
    before = book.case(case_id)
    change = editing.delete_entries(book, case_id, ["b"])
    assert (change.step, ends(change.case)) == ("Verwijder 'OTS'", [("a", "c")])
    assert book.undo().case == before
    assert ends(book.redo().case) == [("a", "c")]


def test_a_case_with_links_goes_and_comes_back_whole(book, case_id):
    links.add_link(book, case_id, "a", "b")
    before = book.case(case_id)
    editing.add_case(book, "Gezin Twee")
    editing.delete_case(book, case_id)
    assert book.undo().case == before
