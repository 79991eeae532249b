"""The verbs: each one step with a name a user understands, each whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import TODAY, entry, party, person
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.people import Worker
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch

RUUD, GI = person("Ruud"), party("GI", "gi")
ANS, REPORT = Worker("w1", "Ans", "gi"), Source("s1", "Verslag")
OTS = entry("maatregel", "2019", "OTS", id="e1")
NAMING_ALL = replace(
    OTS, person_ids=("ruud",), party_ids=("gi",), worker_ids=("w1",), citations=(Citation("s1", "4"), Citation("s1"))
)
EVERYTHING = Batch(persons=(RUUD,), parties=(GI,), workers=(ANS,), sources=(REPORT,), entries=(NAMING_ALL,))


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book):
    return book.cases()[0].id


@pytest.fixture
def full(book, case_id):
    """The casebook with a record of every sort, and an entry that names them all."""
    editing.apply(book, case_id, EVERYTHING, "Importeer tabel")
    return book


def steps(book):
    return [step.name for step in book.history()]


# Entries


def test_adding_changing_and_deleting_an_entry(book, case_id):
    added = editing.add_entry(book, case_id, OTS)
    assert (added.step, added.entry_ids, added.removed_ids) == ("Voeg 'OTS' toe", ("e1",), ())
    changed = editing.change_entries(book, case_id, [replace(OTS, title="VOTS")])
    assert (changed.step, changed.entry_ids, changed.case.entries[0].title) == ("Wijzig 'VOTS'", ("e1",), "VOTS")
    deleted = editing.delete_entries(book, case_id, ["e1"])
    assert (deleted.step, deleted.entry_ids, deleted.removed_ids) == ("Verwijder 'VOTS'", (), ("e1",))
    assert deleted.case.entries == ()
    assert [change.people_changed for change in (added, changed, deleted)] == [False, False, False]


def test_several_entries_are_one_step(book, case_id):
    entries = [entry("signaal", "2019", id=f"e{i}") for i in range(3)]
    assert editing.add_entries(book, case_id, entries).step == "Voeg 3 regels toe"
    moved = [replace(e, order=1.0) for e in entries]
    assert editing.change_entries(book, case_id, moved, "Verplaats regels").step == "Verplaats regels"
    assert editing.delete_entries(book, case_id, ["e0", "e2"]).step == "Verwijder 2 regels"
    book.undo()
    book.undo()
    assert book.undo().case.entries == ()
    assert book.undo() is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "Voeg 'maatregel' toe"),
        ("OTS\n  verlengd", "Voeg 'OTS verlengd' toe"),
        ("x" * 40, f"Voeg '{'x' * 40}' toe"),
        ("x" * 41, f"Voeg '{'x' * 39}…' toe"),
    ],
)
def test_a_title_is_shortened_in_the_name_of_a_step(book, case_id, title, name):
    assert editing.add_entry(book, case_id, replace(OTS, title=title)).step == name


def test_what_is_so_already_makes_no_step(full, case_id):
    before = steps(full)
    for change in (
        editing.change_entries(full, case_id, [NAMING_ALL]),
        editing.put_person(full, case_id, RUUD),
        editing.delete_entries(full, case_id, ["weg"]),
        editing.delete_person(full, case_id, "weg"),
        editing.add_entries(full, case_id, []),
        editing.change_case(full, case_id, title=" Gezin Proef "),
        editing.apply(full, case_id, EVERYTHING, "Importeer tabel"),
    ):
        assert (change.entry_ids, change.removed_ids, change.people_changed) == ((), (), False)
        assert change.case is full.case(case_id)
    assert steps(full) == before


def test_an_entry_is_added_once_and_changed_only_while_it_is_there(book, case_id):
    with pytest.raises(Problem, match="niet meer op de tijdlijn"):
        editing.change_entries(book, case_id, [OTS])
    editing.add_entry(book, case_id, OTS)
    with pytest.raises(Problem, match="staat al op de tijdlijn"):
        editing.add_entry(book, case_id, replace(OTS, title="anders"))
    assert book.case(case_id).entries == (OTS,)


@pytest.mark.parametrize(
    "names", [{"person_ids": ("x",)}, {"party_ids": ("x",)}, {"worker_ids": ("x",)}, {"citations": (Citation("x"),)}]
)
def test_an_entry_that_names_nobody_there_is_refused_and_nothing_is_kept(book, case_id, names):
    before, made = book.case(case_id), steps(book)
    with pytest.raises(Problem, match="niet bewaard"):
        editing.add_entries(book, case_id, [entry("signaal", "2019", id="goed"), replace(OTS, **names)])
    assert book.case(case_id) is before
    assert steps(book) == made
    editing.add_entry(book, case_id, OTS)
    assert book.case(case_id).entries == (OTS,)


def test_the_same_entry_twice_in_one_step_is_kept_once(book, case_id):
    change = editing.add_entries(book, case_id, [OTS, replace(OTS, title="later")])
    assert [e.title for e in change.case.entries] == ["later"]


# Persons, parties, workers, sources


@pytest.mark.parametrize(
    ("put", "record", "what"),
    [
        (editing.put_person, person("Anna"), "persoon 'Anna'"),
        (editing.put_party, party("Raad"), "partij 'Raad'"),
        (editing.put_worker, Worker("w9", "Bea"), "medewerker 'Bea'"),
        (editing.put_source, Source("s9", "Brief"), "bron 'Brief'"),
    ],
)
def test_putting_a_record_inserts_or_replaces_it(book, case_id, put, record, what):
    assert put(book, case_id, record).step == f"Voeg {what} toe"
    change = put(book, case_id, replace(record, order=3))
    assert (change.step, change.people_changed, change.entry_ids) == (f"Wijzig {what}", True, ())
    assert put(book, case_id, replace(record, order=4), "Verplaats").step == "Verplaats"


@pytest.mark.parametrize(
    ("delete", "id_", "step", "left"),
    [
        (editing.delete_person, "ruud", "Verwijder persoon 'Ruud'", {"person_ids": ()}),
        (editing.delete_party, "gi", "Verwijder partij 'GI'", {"party_ids": ()}),
        (editing.delete_worker, "w1", "Verwijder medewerker 'Ans'", {"worker_ids": ()}),
        (editing.delete_source, "s1", "Verwijder bron 'Verslag'", {"citations": ()}),
    ],
)
def test_deleting_a_record_takes_it_out_of_the_entries_in_the_same_step(full, case_id, delete, id_, step, left):
    before = full.case(case_id)
    change = delete(full, case_id, id_)
    assert (change.step, change.entry_ids, change.people_changed) == (step, ("e1",), True)
    assert change.case.entries == (replace(NAMING_ALL, **left),)
    assert full.undo().case == before


def test_the_professionals_of_a_deleted_party_stay_without_it(full, case_id):
    assert editing.delete_party(full, case_id, "gi").case.workers == (replace(ANS, party_id=""),)


# Batches


def test_a_batch_is_one_step_that_undo_takes_back_whole(full, case_id):
    case = full.case(case_id)
    assert (case.persons, case.parties, case.workers, case.sources) == ((RUUD,), (GI,), (ANS,), (REPORT,))
    assert case.entries == (NAMING_ALL,)
    change = full.undo()
    assert (change.step, change.removed_ids, change.people_changed) == (
        "Ongedaan gemaakt: Importeer tabel",
        ("e1",),
        True,
    )
    assert change.case.persons == change.case.entries == ()


def test_a_batch_can_take_out_what_its_own_entries_no_longer_name(full, case_id):
    batch = Batch(
        entries=(OTS,),
        removed_persons=("ruud",),
        removed_parties=("gi",),
        removed_workers=("w1",),
        removed_sources=("s1",),
    )
    case = editing.apply(full, case_id, batch, "Ruim op").case
    assert (case.persons, case.parties, case.workers, case.sources, case.entries) == ((), (), (), (), (OTS,))


def test_a_batch_that_leaves_a_name_dangling_is_refused(full, case_id):
    before = full.case(case_id)
    with pytest.raises(Problem, match="niet bewaard"):
        editing.apply(full, case_id, Batch(removed_persons=("ruud",)), "Ruim op")
    assert full.case(case_id) is before


# Cases


def test_cases_are_added_changed_and_deleted(full, case_id):
    second = editing.add_case(full, " Gezin Twee ")
    assert (second.step, second.case.title, second.case.entries) == ("Voeg casus 'Gezin Twee' toe", "Gezin Twee", ())
    change = editing.change_case(
        full,
        second.case.id,
        code="K7",
        reference_day=date(2022, 11, 1),
        parameters=Parameters(gap_min_days=30),
        domains=["wonen"],
        notes="Let op",
    )
    case = change.case
    assert change.step == "Wijzig casus 'Gezin Twee'"
    assert (case.title, case.code, case.reference, case.parameters.gap_min_days) == (
        "Gezin Twee",
        "K7",
        date(2022, 11, 1),
        30,
    )
    assert (case.domains, case.notes) == (("wonen",), "Let op")
    assert editing.change_case(full, case.id, reference_day=None).case.reference == TODAY
    gone = editing.delete_case(full, case.id)
    assert (gone.step, gone.case.id) == ("Verwijder casus 'Gezin Twee'", case_id)
    assert [summary.id for summary in full.cases()] == [case_id]


def test_changing_a_case_keeps_its_records(full, case_id):
    entries = full.case(case_id).entries
    assert editing.change_case(full, case_id, title="Anders").case.entries == entries


def test_a_deleted_case_comes_back_whole(full, case_id):
    before = full.case(case_id)
    editing.add_case(full, "Gezin Twee")
    editing.delete_case(full, case_id)
    assert full.undo().case == before
    assert {summary.id: summary.entries for summary in full.cases()}[case_id] == 1


def test_the_last_case_stays(full, case_id):
    with pytest.raises(Problem, match="altijd één casus"):
        editing.delete_case(full, case_id)
    assert full.case(case_id).entries == (NAMING_ALL,)


def test_a_case_needs_a_title(book, case_id):
    with pytest.raises(Problem, match="titel nodig"):
        editing.add_case(book, "  ")
    with pytest.raises(Problem, match="titel nodig"):
        editing.change_case(book, case_id, title="")


def test_ids_are_short_and_do_not_repeat():
    made = {editing.new_id() for _ in range(5_000)}
    assert len(made) == 5_000
    assert all(len(id_) == 13 and id_.isalnum() and id_ == id_.lower() for id_ in made)
