"""A quick line becomes an entry in one step, with whoever it names that is new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import TODAY, case, entry, party, person
from tijdlijn.language.dates_nl import DateContext
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KnownNames, QuickEntry
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind, Sector
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.quick import PREVIEW_ID, add_quick, preview

LINE = "mrt 2019 / jun 2020 interventie gezinsbehandeling @Kompas @Buurtteam (gemeente) #Noor #Sem !verhuizing"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "proef.tijdlijn", "wachtwoord", today=TODAY) as made:
        batch = editing.Batch(persons=(person("Noor", order=0),), parties=(party("Kompas"),), entries=(known(),))
        editing.apply(made, made.cases()[0].id, batch, "Lees in")
        yield made


def known() -> Entry:
    return entry("contact", "2018", id="oud", order=7.0)


def read(book: OpenCasebook, text: str) -> QuickEntry:
    return parse_quick(text, KnownNames.of_case(present(book)), DateContext(today=TODAY))


def present(book: OpenCasebook) -> Case:
    return book.case(book.cases()[0].id)


def test_a_line_is_one_entry_with_all_it_says(book: OpenCasebook) -> None:
    change = add_quick(book, book.cases()[0].id, read(book, LINE))
    (id_,) = change.entry_ids
    added = change.case.entries_by_id[id_]
    assert (added.kind, added.title, added.date.edtf) == (Kind.INTERVENTIE, "gezinsbehandeling", "2019-03/2020-06")
    assert [p.name for p in change.case.persons_of(added)] == ["Noor", "Sem"]
    assert [p.name for p in change.case.parties_of(added)] == ["Kompas", "Buurtteam"]
    assert added.schakelmoment == "verhuizing"


def test_who_is_known_is_named_and_who_is_new_is_made_with_its_sector(book: OpenCasebook) -> None:
    case = add_quick(book, book.cases()[0].id, read(book, LINE)).case
    assert sorted(p.name for p in case.persons) == ["Noor", "Sem"]
    assert {p.name: p.sector for p in case.parties} == {"Kompas": Sector.JEUGDHULP, "Buurtteam": Sector.GEMEENTE}


def test_it_is_one_step_that_is_taken_back_and_done_again_as_a_whole(book: OpenCasebook) -> None:
    before = present(book)
    change = add_quick(book, book.cases()[0].id, read(book, LINE))
    assert change.step == book.undo_name
    assert "gezinsbehandeling" in change.step
    book.undo()
    assert present(book) == before
    book.redo()
    assert present(book) == change.case


def test_the_new_ones_stand_after_those_that_were_there(book: OpenCasebook) -> None:
    case = add_quick(book, book.cases()[0].id, read(book, LINE)).case
    assert case.entries[-1].order > 7.0
    assert [p.name for p in sorted(case.persons, key=lambda p: p.order)] == ["Noor", "Sem"]


def test_the_same_new_name_twice_is_one_party(book: OpenCasebook) -> None:
    case = add_quick(book, book.cases()[0].id, read(book, "2019 contact overleg @Levvel met @Levvel")).case
    assert [p.name for p in case.parties] == ["Kompas", "Levvel"]


def test_an_undated_line_is_an_undated_entry(book: OpenCasebook) -> None:
    case = add_quick(book, book.cases()[0].id, read(book, "ruzie met de buren")).case
    assert [e.title for e in case.undated] == ["ruzie met de buren"]


def test_what_cannot_be_saved_changes_nothing(book: OpenCasebook) -> None:
    line, id_ = read(book, LINE), book.cases()[0].id
    book.close()
    with pytest.raises(Problem):
        add_quick(book, id_, line)


def test_a_preview_names_only_who_is_known_and_is_no_entry_of_the_case() -> None:
    family = case(known(), persons=(person("Noor"),), parties=(party("Kompas"),))
    line = parse_quick(LINE, KnownNames.of_case(family), DateContext(today=TODAY))
    shown = preview(family, line)
    assert shown.id == PREVIEW_ID
    assert (shown.person_ids, shown.party_ids) == (("noor",), ("kompas",))
    assert (shown.title, shown.kind, shown.date, shown.schakelmoment) == (
        line.title, line.kind, line.date, "verhuizing",
    )  # fmt: skip
    assert family.with_entries([shown]).entries_by_id[PREVIEW_ID] is shown
    assert PREVIEW_ID not in family.entries_by_id
