"""The open casebook: snapshots, undo, redo and history.

A walk of random verbs is followed by a plain list of snapshots:

    line:   s0 -- s1 -- s2 -- s3        undo goes left, redo goes right,
                         ^ present      a new step cuts off what lies to the right
"""

import random
import threading
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, entry, party, person
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.links import LinkKind
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.people import Worker
from tijdlijn.model.problems import Problem
from tijdlijn.services import casebook, editing, following, links
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.storage import audit, reading
from tijdlijn.storage.audit import Event

PASSPHRASE = "voorbeeld"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.tijdlijn"


@pytest.fixture
def book(path):
    with OpenCasebook.create(path, PASSPHRASE, title="Gezin Proef", today=TODAY) as made:
        yield made


def only(book):
    """The id of the only case."""
    (summary,) = book.cases()
    return summary.id


def in_file(book, case_id):
    """The case as a fresh look at the file gives it."""
    with book._file.reading() as raw:
        return reading.load_case(raw, case_id, TODAY)


def reopen(book):
    book.close()
    return OpenCasebook.open(book.path, PASSPHRASE, today=TODAY)


# Snapshots


def test_a_new_casebook_has_one_empty_case_and_nothing_to_undo(book):
    (summary,) = book.cases()
    assert (summary.title, summary.entries) == ("Gezin Proef", 0)
    assert book.case(summary.id).entries == ()
    assert (book.undo_name, book.redo_name, book.undo(), book.redo()) == (None, None, None, None)
    assert [step.name for step in book.history()] == ["Maak casusboek"]


def test_a_casebook_needs_a_passphrase(path):
    with pytest.raises(Problem, match="wachtwoord nodig"):
        OpenCasebook.create(path, "")
    assert not path.exists()


def test_a_snapshot_is_made_once_and_does_not_change(book):
    case_id = only(book)
    before = book.case(case_id)
    assert book.case(case_id) is before
    after = editing.add_entry(book, case_id, entry("signaal", "2019", id="e1")).case
    assert book.case(case_id) is after
    assert before.entries == ()


def test_what_did_not_change_is_not_read_again(book):
    case_id = only(book)
    editing.add_entries(book, case_id, [entry("signaal", "2019", id=f"e{i}") for i in range(5)])
    before = book.case(case_id).entries_by_id
    after = editing.change_entries(book, case_id, [replace(before["e3"], title="anders")]).case.entries_by_id
    assert [id_ for id_ in before if after[id_] is not before[id_]] == ["e3"]


def test_today_is_handed_in(book):
    assert book.case(only(book)).today == TODAY
    with OpenCasebook.create(book.path.with_name("b.tijdlijn"), PASSPHRASE) as other:
        assert other.case(only(other)).today == date.today()


def test_words_as_written_and_unread_dates_are_kept(book):
    written = replace(entry("signaal", None, id="e1"), date=UncertainDate.parse("2018-22", "in de zomer van 2018"))
    unread = replace(entry("signaal", None, id="e2"), unread_date="toen het sneeuwde")
    editing.add_entries(book, only(book), (written, unread))
    book = reopen(book)
    assert book.case(only(book)).entries == (written, unread)
    book.close()


def test_a_case_that_is_not_there_is_said_to_be_so(book):
    with pytest.raises(Problem, match="staat niet"):
        book.case("weg")


def test_a_closed_casebook_says_so_and_holds_no_snapshot(book):
    case_id = only(book)
    editing.add_entry(book, case_id, entry("signaal", "2019"))
    book.close()
    book.close()
    with pytest.raises(Problem, match="gesloten"):
        book.case(case_id)
    with pytest.raises(Problem, match="gesloten"):
        book.undo()


def test_a_wrong_passphrase_leaves_the_casebook_free(book):
    book.close()
    with pytest.raises(Problem, match="onjuist"):
        OpenCasebook.open(book.path, "fout")
    OpenCasebook.open(book.path, PASSPHRASE).close()


def test_an_opening_that_fails_halfway_leaves_the_casebook_free(book, monkeypatch):
    def fail(connection):
        raise Problem("halverwege")

    book.close()
    with monkeypatch.context() as patch:
        patch.setattr(casebook.steps, "stacks", fail)
        with pytest.raises(Problem, match="halverwege"):
            OpenCasebook.open(book.path, PASSPHRASE)
    OpenCasebook.open(book.path, PASSPHRASE).close()


# Undo and redo


def test_undo_and_redo_say_what_they_do(book):
    case_id = only(book)
    editing.add_entry(book, case_id, entry("maatregel", "2019", "OTS", id="e1"))
    assert (book.undo_name, book.redo_name) == ("Voeg 'OTS' toe", None)
    undone = book.undo()
    assert (undone.step, undone.entry_ids, undone.removed_ids) == ("Ongedaan gemaakt: Voeg 'OTS' toe", (), ("e1",))
    assert (book.undo_name, book.redo_name) == (None, "Voeg 'OTS' toe")
    redone = book.redo()
    assert (redone.step, redone.entry_ids, redone.removed_ids) == ("Opnieuw gedaan: Voeg 'OTS' toe", ("e1",), ())


def test_undo_and_redo_go_on_after_reopening(book):
    case_id = only(book)
    snapshots = [book.case(case_id)]
    for number in range(6):
        change = editing.add_entry(book, case_id, entry("signaal", "2019", f"Melding {number}", id=f"e{number}"))
        snapshots.append(change.case)
    for snapshot in reversed(snapshots[:-1]):
        book = reopen(book)
        assert book.undo().case == snapshot
    assert book.undo() is None
    for snapshot in snapshots[1:]:
        book = reopen(book)
        assert book.redo().case == snapshot
    assert book.redo() is None
    book.close()


def test_a_new_step_after_undo_ends_what_could_be_redone_but_cuts_no_history(book):
    case_id = only(book)
    for title in ("een", "twee"):
        editing.add_entry(book, case_id, entry("signaal", "2019", title, id=title))
    book.undo()
    editing.add_entry(book, case_id, entry("signaal", "2019", "drie", id="drie"))
    assert book.redo_name is None
    assert book.redo() is None
    assert [(step.name, step.undone, step.is_undo) for step in book.history()] == [
        ("Voeg 'drie' toe", False, False),
        ("Ongedaan gemaakt: Voeg 'twee' toe", False, True),
        ("Voeg 'twee' toe", True, False),
        ("Voeg 'een' toe", False, False),
        ("Maak casusboek", False, False),
    ]
    assert [step.name for step in book.history(limit=1)] == ["Voeg 'drie' toe"]


def test_undo_takes_back_the_last_step_in_whichever_case(book):
    first = only(book)
    second = editing.add_case(book, "Gezin Twee").case.id
    editing.add_entry(book, first, entry("signaal", "2019", id="e1"))
    editing.add_entry(book, second, entry("contact", "2020", id="e1"))
    assert book.undo().case.id == second
    assert book.undo().case.id == first
    assert book.undo().case.id == first
    assert [case.id for case in book.cases()] == [first]
    with pytest.raises(Problem):
        book.case(second)
    assert book.redo().case.id == second


def test_an_entry_that_comes_back_takes_its_old_place(book):
    case_id = only(book)
    editing.add_entries(book, case_id, [entry("signaal", "2019", id=id_) for id_ in "abc"])
    editing.delete_entries(book, case_id, ["b"])
    assert [e.id for e in book.undo().case.entries] == ["a", "b", "c"]


# Random walks


class Walk:
    """Verbs chosen by number on one case, followed by a line of snapshots."""

    def __init__(self, book):
        self.book, self.case_id = book, only(book)
        self.line, self.present = [book.case(self.case_id)], 0

    @property
    def case(self):
        return self.book.case(self.case_id)

    def go(self, verb, chance):
        if verb == "undo":
            self.expect(self.book.undo(), max(self.present - 1, 0))
        elif verb == "redo":
            self.expect(self.book.redo(), min(self.present + 1, len(self.line) - 1))
        elif verb == "reopen":
            self.book = reopen(self.book)
        else:
            self.did(getattr(self, verb)(chance))
        assert self.case == self.line[self.present] == in_file(self.book, self.case_id)

    def expect(self, change, place):
        assert (change is None) == (place == self.present)
        self.present = place

    def did(self, change):
        if change.case != self.line[self.present]:
            self.line = [*self.line[: self.present + 1], change.case]
            self.present += 1

    def pick(self, chance, records):
        return [record.id for record in records if chance.random() < 0.4]

    def an_entry(self, chance, id_):
        case = self.case
        return replace(
            entry("interventie", chance.choice(["2019", "2020-03/..", None]), f"regel {chance.random()}", id=id_),
            person_ids=tuple(self.pick(chance, case.persons)),
            party_ids=tuple(self.pick(chance, case.parties)),
            worker_ids=tuple(self.pick(chance, case.workers)),
            citations=tuple(Citation(id_) for id_ in self.pick(chance, case.sources)),
            order=chance.random(),
        )

    def add(self, chance):
        fresh = [self.an_entry(chance, editing.new_id()) for _ in range(chance.randint(1, 3))]
        return editing.add_entries(self.book, self.case_id, fresh)

    def change(self, chance):
        ids = self.pick(chance, self.case.entries)
        return editing.change_entries(self.book, self.case_id, [self.an_entry(chance, id_) for id_ in ids])

    def delete(self, chance):
        return editing.delete_entries(self.book, self.case_id, self.pick(chance, self.case.entries))

    def put(self, chance):
        name = f"N{chance.randrange(4)}"
        party_id = chance.choice(["", *self.case.parties_by_id])
        verb, record = chance.choice(
            [
                (editing.put_person, person(name, role=f"rol {chance.random()}")),
                (editing.put_party, party(name, notes=f"{chance.random()}")),
                (editing.put_worker, Worker(name, name, party_id)),
                (editing.put_source, Source(name, name, notes=f"{chance.random()}")),
            ]
        )
        return verb(self.book, self.case_id, record)

    def take_out(self, chance):
        verb = chance.choice(
            [editing.delete_person, editing.delete_party, editing.delete_worker, editing.delete_source]
        )
        return verb(self.book, self.case_id, chance.choice(["n0", "n1", "n2", "N0", "N1", "N2"]))

    def own(self, chance):
        return editing.change_case(
            self.book,
            self.case_id,
            title=f"Gezin {chance.random()}",
            reference_day=chance.choice([None, TODAY]),
            parameters=Parameters(gap_min_days=chance.randint(1, 90)),
            domains=["wonen"],
        )

    def link(self, chance):
        ends = [chance.choice([e.id for e in self.case.entries] or ["geen"]) for _ in "ab"]
        try:
            return links.add_link(self.book, self.case_id, *ends, chance.choice(list(LinkKind)))
        except Problem:
            return Change(self.case, "")

    def unlink(self, chance):
        return links.delete_links(self.book, self.case_id, self.pick(chance, self.case.links))

    def batch(self, chance):
        name = editing.new_id()
        batch = Batch(
            persons=(person(name),),
            entries=(replace(self.an_entry(chance, editing.new_id()), person_ids=(name,)),),
            removed=tuple(self.pick(chance, self.case.entries)),
        )
        return editing.apply(self.book, self.case_id, batch, "Importeer")


VERBS = [
    "add",
    "add",
    "change",
    "change",
    "delete",
    "put",
    "take_out",
    "own",
    "batch",
    "link",
    "link",
    "unlink",
    "undo",
    "undo",
    "redo",
    "reopen",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=st.lists(st.sampled_from(VERBS), min_size=5, max_size=25), seed=st.integers(0, 2**32))
@pytest.mark.parametrize("reload_above", [0, 2_000])
def test_after_any_walk_the_snapshot_is_what_the_file_says(tmp_path_factory, monkeypatch, reload_above, verbs, seed):
    monkeypatch.setattr(following, "_RELOAD_ABOVE", reload_above)
    path = tmp_path_factory.mktemp("wandeling") / "a.tijdlijn"
    walk = Walk(OpenCasebook.create(path, PASSPHRASE, title="Gezin Proef", today=TODAY))
    chance = random.Random(seed)
    for verb in verbs:
        walk.go(verb, chance)
    walk.book.check()
    walk.book.close()


# Threads


def test_two_threads_may_use_it_at_the_same_time(book):
    case_id = only(book)
    failures = []

    def work(name):
        try:
            for number in range(25):
                editing.add_entry(book, case_id, entry("signaal", "2019", id=f"{name}{number}"))
                assert f"{name}{number}" in book.case(case_id).entries_by_id
                assert book.undo_name is not None
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(book.case(case_id).entries) == 50
    assert book.case(case_id) == in_file(book, case_id)


def test_the_log_says_what_was_done_with_the_casebook_and_nothing_of_its_content(path):
    with OpenCasebook.create(path, PASSPHRASE, title="Gezin Vos", today=TODAY) as book:
        case_id = book.cases()[0].id
        editing.add_entry(book, case_id, entry("signaal", "2019", "Melding van oma", id="e1"))
        book.undo()
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        lines = book.read(audit.lines)
        assert [line.event for line in reversed(lines)] == [
            Event.MADE,
            Event.CHANGED,
            Event.CHANGED,
            Event.CLOSED,
            Event.OPENED,
        ]
        assert {line.object for line in lines} == {"", case_id}
        assert not any(word in str(line) for line in lines for word in ("Vos", "oma"))
        assert book.read(audit.broken) is None
