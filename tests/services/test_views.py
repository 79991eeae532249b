"""The view in use is no step; saving, renaming and deleting one are."""

from dataclasses import replace

import pytest

from tests.builders import TODAY, entry, person
from tijdlijn.model.problems import Problem
from tijdlijn.model.views import Around, Filter, View
from tijdlijn.services import editing, views
from tijdlijn.services.casebook import OpenCasebook

ABOUT_NOOR = View(filter=Filter(person_ids=frozenset({"noor"})))


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book):
    made = book.cases()[0].id
    editing.put_person(book, made, person("Noor"))
    editing.add_entry(book, made, entry("maatregel", "2019", "OTS", persons="noor", id="e"))
    return made


def steps(book):
    return [step.name for step in book.history()]


def names(book, case_id):
    return [view.name for view in views.saved_views(book, case_id)]


def test_the_view_in_use_is_there_after_reopening_and_is_no_step(book, case_id):
    before, undo = steps(book), book.undo_name
    views.use_view(book, case_id, ABOUT_NOOR)
    assert (steps(book), book.undo_name) == (before, undo)
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        assert views.view_in_use(again, case_id) == ABOUT_NOOR


def test_each_case_has_its_own_view(book, case_id):
    other = editing.add_case(book, "Gezin Twee").case.id
    views.use_view(book, case_id, ABOUT_NOOR)
    assert views.view_in_use(book, other) == View()


def test_what_is_no_longer_in_the_case_is_passed_over(book, case_id):
    around = Around(90, 0, ("e",))
    views.use_view(book, case_id, replace(ABOUT_NOOR, filter=replace(ABOUT_NOOR.filter, around=around), anchors=("e",)))
    editing.delete_person(book, case_id, "noor")
    editing.delete_entries(book, case_id, ["e"])
    assert views.view_in_use(book, case_id) == View()


def test_saving_a_view_is_a_step_that_undo_takes_back(book, case_id):
    kept, change = views.save_view(book, case_id, ABOUT_NOOR, "  Over\n Noor ")
    assert (change.step, change.views_changed) == ("Bewaar weergave 'Over Noor'", True)
    assert views.saved_views(book, case_id) == (kept,) == (replace(ABOUT_NOOR, id=kept.id, name="Over Noor"),)
    assert book.undo().views_changed
    assert names(book, case_id) == []
    book.redo()
    assert names(book, case_id) == ["Over Noor"]


def test_saving_under_the_same_name_replaces_and_the_same_again_is_no_step(book, case_id):
    first, _ = views.save_view(book, case_id, ABOUT_NOOR, "Over Noor")
    second, _ = views.save_view(book, case_id, View(), "over noor")
    assert (second.id, names(book, case_id)) == (first.id, ["over noor"])
    before = steps(book)
    views.save_view(book, case_id, View(), "over noor")
    assert steps(book) == before


def test_renaming_and_deleting(book, case_id):
    kept, _ = views.save_view(book, case_id, ABOUT_NOOR, "Noor")
    views.save_view(book, case_id, View(), "Alles")
    assert views.rename_view(book, case_id, kept.id, "Over Noor").step == "Hernoem weergave 'Noor' naar 'Over Noor'"
    assert names(book, case_id) == ["Over Noor", "Alles"]
    assert views.delete_view(book, case_id, kept.id).step == "Verwijder weergave 'Over Noor'"
    assert names(book, case_id) == ["Alles"]
    book.undo()
    assert names(book, case_id) == ["Over Noor", "Alles"]


def test_a_view_needs_a_name_that_no_other_has(book, case_id):
    kept, _ = views.save_view(book, case_id, ABOUT_NOOR, "Noor")
    views.save_view(book, case_id, View(), "Alles")
    before = steps(book)
    with pytest.raises(Problem, match="een naam nodig"):
        views.save_view(book, case_id, View(), " ")
    with pytest.raises(Problem, match="al een weergave"):
        views.rename_view(book, case_id, kept.id, "ALLES")
    with pytest.raises(Problem, match="niet meer"):
        views.rename_view(book, case_id, "weg", "Weg")
    views.rename_view(book, case_id, kept.id, "Noor")
    views.delete_view(book, case_id, "weg")
    assert steps(book) == before
