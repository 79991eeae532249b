"""What a hand does to entries: each verb one step with a name that says it, and undo takes it back whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, entry, party, person
from tijdlijn.model.dates import Ending
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import arranging
from tijdlijn.services.arranging import Side
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.editing import Batch, apply


class Book:
    """A casebook of one case, and what stands in it."""

    def __init__(self, book: OpenCasebook) -> None:
        self.book = book
        self.case_id = book.cases()[0].id

    def put(self, *entries: Entry) -> None:
        people = [person("Noor", "2010-06-24", focus=True)]
        apply(self.book, self.case_id, Batch(persons=tuple(people), parties=(party("Kompas"),), entries=entries), "Vul")

    def edtf(self, id_: str) -> str:
        when = self.book.case(self.case_id).entries_by_id[id_].date
        return when.edtf if when else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.book.case(self.case_id).entries


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with OpenCasebook.create(tmp_path / "proef.tijdlijn", "wachtwoord", today=TODAY) as opened:
        made = Book(opened)
        made.put(
            entry("maatregel", "2019-03-12/2020-03-11", "OTS", id="ots", persons="noor", parties="kompas", order=1),
            entry("interventie", "2019-10/..", "Gezinshulp", id="hulp", order=2),
            entry("gebeurtenis", "2018", "Verhuizing", id="huis", order=3),
            entry("contact", None, "Ergens een gesprek", id="los", order=4),
            entry("interventie", "[2021-09-01..2021-12-31]/2022-08", "Speltherapie", id="spel", order=5),
        )
        yield made


def test_an_entry_moves_by_days(book: Book) -> None:
    change = arranging.move_entries(book.book, book.case_id, ["ots"], 12)
    assert (change.step, book.edtf("ots")) == ("Verplaats 'OTS' 12 dagen later", "2019-03-24/2020-03-23")
    book.book.undo()
    assert book.edtf("ots") == "2019-03-12/2020-03-11"


@pytest.mark.parametrize(
    ("id_", "pull", "step"),
    [
        ("ots", -1, "Verplaats 'OTS' 1 dag eerder"),
        ("hulp", 62, "Verplaats 'Gezinshulp' 2 maanden later"),
        ("huis", -700, "Verplaats 'Verhuizing' 2 jaar eerder"),
        ("spel", 122, "Verplaats 'Speltherapie' 4 maanden later"),
    ],
)
def test_the_step_says_how_far_it_went(book: Book, id_: str, pull: float, step: str) -> None:
    assert arranging.move_entries(book.book, book.case_id, [id_], pull).step == step


@pytest.mark.parametrize(
    ("ids", "by", "step"),
    [
        (["ots"], 1, "Verplaats 'OTS' 1 dag later"),
        (["hulp"], -1, "Verplaats 'Gezinshulp' 1 maand eerder"),
        (["los", "spel"], 2, "Verplaats 'Speltherapie' 8 maanden later"),
    ],
)
def test_a_step_is_one_of_its_own_precision(book: Book, ids: list[str], by: int, step: str) -> None:
    assert arranging.step_entries(book.book, book.case_id, ids, by).step == step
    with pytest.raises(Problem, match="zonder datum"):
        arranging.step_entries(book.book, book.case_id, ["los"], by)


def test_several_move_together_each_in_its_own_steps(book: Book) -> None:
    plan = arranging.moved_entries(book.book.case(book.case_id), ["ots", "hulp", "huis", "los"], 30, "ots")
    assert ({e.id for e in plan.entries}, plan.way, plan.staying) == ({"ots", "hulp"}, "30 dagen later", 2)
    change = arranging.move_entries(book.book, book.case_id, ["ots", "hulp", "huis", "los"], 30, "ots")
    assert change.step == "Verplaats 2 regels 30 dagen later"
    assert (book.edtf("hulp"), book.edtf("huis")) == ("2019-11/..", "2018")


def test_the_one_under_the_pointer_sets_the_pace(book: Book) -> None:
    arranging.move_entries(book.book, book.case_id, ["ots", "huis"], 300, "huis")
    assert (book.edtf("ots"), book.edtf("huis")) == ("2020-03-11/2021-03-11", "2019")


def test_less_than_half_a_step_is_no_step(book: Book) -> None:
    before = book.book.undo_name
    change = arranging.move_entries(book.book, book.case_id, ["huis"], 60)
    assert (change.entry_ids, book.book.undo_name) == ((), before)


def test_without_a_date_there_is_nothing_to_move(book: Book) -> None:
    with pytest.raises(Problem, match="zonder datum"):
        arranging.move_entries(book.book, book.case_id, ["los"], 60)


def test_beyond_the_years_is_told(book: Book) -> None:
    with pytest.raises(Problem, match="9999"):
        arranging.move_entries(book.book, book.case_id, ["ots"], 9_000_000)
    assert book.edtf("ots") == "2019-03-12/2020-03-11"


def test_a_copy_names_the_same_people_and_has_its_own_place(book: Book) -> None:
    change = arranging.copy_entries(book.book, book.case_id, ["ots"], 365)
    (copied,) = (e for e in book.entries if e.id in change.entry_ids)
    assert change.step == "Kopieer 'OTS'"
    assert copied.date is not None
    assert (copied.date.edtf, copied.person_ids, copied.party_ids) == (
        "2020-03-11/2021-03-11",
        ("noor",),
        ("kompas",),
    )
    assert copied.order > max(e.order for e in book.entries if e.id != copied.id)
    assert book.edtf("ots") == "2019-03-12/2020-03-11"


def test_a_copy_on_the_spot_keeps_all_that_was_said(book: Book) -> None:
    arranging.copy_entries(book.book, book.case_id, ["los", "huis"])
    assert sorted(e.title for e in book.entries)[-2:] == ["Verhuizing", "Verhuizing"]
    assert book.book.undo_name == "Kopieer 2 regels"


@pytest.mark.parametrize(
    ("id_", "side", "pull", "becomes", "step"),
    [
        ("ots", Side.END, 20, "2019-03-12/2020-03-31", "Verleng 'OTS' tot en met 31 maart 2020"),
        ("ots", Side.END, -11, "2019-03-12/2020-02-29", "Verkort 'OTS' tot en met 29 februari 2020"),
        ("ots", Side.END, -900, "2019-03-12/2019-03-12", "Verkort 'OTS' tot en met 12 maart 2019"),
        ("ots", Side.START, 20, "2019-04-01/2020-03-11", "Laat 'OTS' beginnen op 1 april 2019"),
        ("hulp", Side.START, -60, "2019-08/..", "Laat 'Gezinshulp' beginnen in augustus 2019"),
        ("hulp", Side.END, -60, "2019-10/2021-05-04", "Laat 'Gezinshulp' eindigen op 4 mei 2021"),
    ],
)
def test_an_end_is_pulled(book: Book, id_: str, side: Side, pull: float, becomes: str, step: str) -> None:
    change = arranging.pull_end(book.book, book.case_id, id_, side, pull, date(2021, 5, 4))
    assert (book.edtf(id_), change.step) == (becomes, step)


def test_where_days_cannot_be_pointed_at_an_open_end_gets_a_month(book: Book) -> None:
    change = arranging.pull_end(book.book, book.case_id, "hulp", Side.END, 0, date(2021, 5, 4), by_month=True)
    assert (book.edtf("hulp"), change.step) == ("2019-10/2021-05", "Laat 'Gezinshulp' eindigen in mei 2021")


def test_an_end_becomes_open_again(book: Book) -> None:
    change = arranging.set_ending(book.book, book.case_id, ["ots"], Ending.OPEN)
    assert (book.edtf("ots"), change.step) == ("2019-03-12/..", "Laat 'OTS' nog lopen")
    assert arranging.set_ending(book.book, book.case_id, ["ots"], Ending.UNKNOWN).step.endswith("onbekend")


@pytest.mark.parametrize("id_", ["huis", "los"])
def test_what_is_no_period_has_no_ends(book: Book, id_: str) -> None:
    with pytest.raises(Problem, match="niets"):
        arranging.set_ending(book.book, book.case_id, [id_], Ending.OPEN)


def test_the_kind_of_several_changes_in_one_step(book: Book) -> None:
    change = arranging.change_kind(book.book, book.case_id, ["ots", "hulp"], Kind.BEMOEIENIS)
    assert change.step == "Wijzig soort van 2 regels"
    assert {e.kind for e in book.entries if e.id in ("ots", "hulp")} == {Kind.BEMOEIENIS}


def test_a_title_is_changed_on_one_line(book: Book) -> None:
    assert arranging.change_title(book.book, book.case_id, "ots", " VOTS\n nu ").step == "Wijzig titel van 'OTS'"
    assert "VOTS nu" in {e.title for e in book.entries}
    with pytest.raises(Problem, match="'Weg'"):
        arranging.change_title(book.book, book.case_id, "niemand", "Weg")
