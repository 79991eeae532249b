"""Erased for good is erased everywhere: no page, free page, journal, draft, history or backup holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TODAY, entry, person
from tests.marked import Markers, everything
from tests.storage.pages import found_in
from tijdlijn.model.documents import Document
from tijdlijn.model.entries import Citation
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import FindingMark, Judgement
from tijdlijn.model.views import Filter, View
from tijdlijn.services import backups, editing, erasing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.drafts import keep_drafts
from tijdlijn.services.erasing import What
from tijdlijn.storage import audit, mappings
from tijdlijn.storage.documents import StoredDocument

WORDS = "voorbeeld"


@pytest.fixture
def markers() -> Markers:
    return Markers()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    """A casebook whose first case stays."""
    with OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS, title="Blijft", today=TODAY) as made:
        editing.add_entry(made, made.cases()[0].id, entry("signaal", "2019", "Dit blijft staan", id="blijft"))
        yield made


@pytest.fixture
def kept(book: OpenCasebook) -> str:
    return book.cases()[0].id


@pytest.fixture
def gone(book: OpenCasebook, markers: Markers) -> str:
    """A case that is full of markers in every place that can hold any, and that was changed, undone and backed up."""
    case_id = editing.add_case(book, markers.word()).case.id
    editing.change_case(book, case_id, code=markers.word(), notes=markers.word(), domains=(markers.word(),))
    editing.apply(book, case_id, everything(markers), markers.word())
    editing.add_entry(book, case_id, entry("signaal", "2020", markers.word(), id="weg"))
    book.undo()
    editing.delete_entries(book, case_id, ["b"])
    book.keep_view(case_id, View(filter=Filter(text=markers.word())))
    words = markers.word(), markers.word()

    def beside(connection: Any) -> None:
        mappings.keep(connection, markers.word(), markers.word(), '{"a": 1}')
        connection.exec_driver_sql(
            "INSERT INTO drafts (case_id, place, content) VALUES (?, 'q', ?)", (case_id, words[0])
        )
        connection.exec_driver_sql(
            "INSERT INTO presented (case_id, session_id, entry_id) VALUES (?, ?, 'p')", (case_id, words[1])
        )

    book.keep(beside)
    backups.make(book, Reason.ASKED)
    return case_id


def left(book: OpenCasebook, markers: Markers) -> set[str]:
    """The words that stand in the casebook or in any file beside it, whatever its name."""
    book.close()
    folder = book.path.parent
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock")]
    assert not [path for path in files if path.stat().st_size % 4096], "nothing else than casebooks is there"
    return set().union(*(found_in(path, WORDS, markers.all) for path in files))


def test_the_search_finds_every_word_before_it_is_erased(book, gone, markers):
    """What the tests below rest on."""
    assert len(markers.all) > 150
    assert left(book, markers) == set(markers.all)


def test_what_is_only_removed_is_still_in_the_history(book, gone, markers):
    editing.delete_case(book, gone)
    assert left(book, markers) == set(markers.all)


def test_nothing_is_left_of_a_case_that_was_erased(book, kept, gone, markers):
    erasing.erase(book, gone, What.CASE)
    assert [summary.id for summary in book.cases()] == [kept]
    assert left(book, markers) == set()
    with OpenCasebook.open(book.path, WORDS, today=TODAY) as again:
        again.check()
        assert again.case(kept).entries_by_id["blijft"].title == "Dit blijft staan"


def test_the_file_is_made_anew_without_free_pages(book, gone):
    """Not only emptied: no page stays of which anything could be left."""
    before = book.path.stat().st_size
    erasing.erase(book, gone, What.CASE)
    assert book.read(lambda raw: raw.execute("PRAGMA freelist_count").fetchone()[0]) == 0
    assert book.path.stat().st_size < before


def test_a_case_that_was_removed_before_is_erased_with_the_history(book, kept, gone, markers):
    editing.delete_case(book, gone)
    erasing.erase(book, kept, What.HISTORY)
    assert left(book, markers) == set()


def test_the_history_can_be_erased_while_everything_stays(book, gone, markers):
    before = book.case(gone)
    erasing.erase(book, gone, What.HISTORY)
    assert book.case(gone) == before
    assert (book.undo_name, book.redo_name) == (None, None)
    assert [step.name for step in book.history()] == [erasing.CUT]


def test_nothing_is_left_of_an_entry_and_what_was_said_of_it(book, gone, markers):
    told = book.case(gone)
    own = Markers()
    changed = own.marked(told.entries_by_id["v"])
    about = [own.marked(one) for one in told.reflections if one.entry_id == "v"]
    agreed = [own.marked(one) for one in told.actions if one.entry_id == "v"]
    session = replace(told.sessions[1], discussed=(("gat:1", f"Na {changed.title} was er niemand."),))
    assert about
    assert agreed
    batch = Batch(entries=(changed,), reflections=tuple(about), actions=tuple(agreed), sessions=(session,))
    editing.apply(book, gone, batch, changed.title)
    keep_drafts(book, gone, {"eigenschappen:v/titel": own.word("typed and not entered")})
    book.keep_view(gone, View(filter=Filter(text=own.word("looked for"))))
    backups.make(book, Reason.ASKED)
    erasing.erase(book, gone, What.ENTRY, ["v"])
    present = book.case(gone)
    assert "v" not in present.entries_by_id
    assert present.sessions_by_id["s2"].discussed == ()
    assert len(present.entries) == len(told.entries) - 1
    assert left(book, own) == set()


def test_nothing_is_left_of_a_person(book, gone, markers):
    own = Markers()
    noor = own.marked(book.case(gone).persons_by_id["noor"])
    concerned = replace(book.case(gone).entries_by_id["o"], person_ids=("noor",))
    about = FindingMark("o", "gat", Judgement.NIET_RELEVANT, own.word(), person_id="noor", words=own.word())
    told = FindingMark("t", "stil", Judgement.NIET_RELEVANT, "vakantie", words=f"Over {noor.name} staat niets")
    (effect, other) = book.case(gone).scenarios[0].effects
    fared = replace(book.case(gone).scenarios[0], effects=(replace(effect, words=own.word()), other))
    batch = Batch(persons=(noor,), entries=(concerned,), marks=(about, told), scenarios=(fared,))
    editing.apply(book, gone, batch, noor.name)
    erasing.erase(book, gone, What.PERSON, ["noor"])
    assert book.case(gone).entries_by_id["o"].person_ids == ()
    assert book.case(gone).scenarios[0].effects == (other,)
    assert [(one.id, one.reason) for one in book.case(gone).marks[1:]] == [("t", "vakantie")]
    assert left(book, own) == set()


def test_nothing_is_left_of_a_document_and_its_citations(book, gone, markers):
    own = Markers()
    source = own.marked(book.case(gone).sources[0])
    text = " ".join(own.word() for _ in range(3_000))
    document = Document(own.word(), "pdf", text, (), (), None, ())
    stored = StoredDocument(source.id, "1" * 64, len(text), TODAY, True, document)
    cited = replace(book.case(gone).entries_by_id["o"], citations=(Citation(source.id, "1", own.word()),))
    editing.apply(book, gone, Batch(sources=(source,), documents=(stored,), entries=(cited,)), "Lees")
    erasing.erase(book, gone, What.SOURCE, [source.id])
    assert book.case(gone).entries_by_id["o"].citations == ()
    assert left(book, own) == set()


def test_other_cases_keep_their_history(book, kept, gone):
    editing.add_entry(book, kept, entry("signaal", "2021", "Nog een", id="nog"))
    erasing.erase(book, gone, What.CASE)
    assert book.undo_name is not None
    book.undo()
    assert "nog" not in book.case(kept).entries_by_id
    book.undo()
    assert book.case(kept).entries == ()
    book.redo()
    assert "blijft" in book.case(kept).entries_by_id
    assert book.undo_name is not None


def test_a_step_after_an_erasure_can_be_undone_after_opening_again(book, gone):
    erasing.erase(book, gone, What.ENTRY, ["p"])
    editing.add_entry(book, gone, entry("signaal", "2021", "Daarna", id="d"))
    book.close()
    with OpenCasebook.open(book.path, WORDS, today=TODAY) as again:
        assert again.undo() is not None
        assert "d" not in again.case(gone).entries_by_id


def test_an_erasure_is_in_the_log_and_the_log_holds(book, gone):
    erasing.erase(book, gone, What.CASE)
    lines = book.read(audit.lines)
    assert [line.object for line in lines if line.event == "gewist"] == [gone]
    assert book.read(audit.broken) is None


def test_all_backups_go_and_one_is_made(book, gone):
    erasing.erase(book, gone, What.CASE)
    assert [one.reason for one in backups.found(book)] == [Reason.ERASED]


def test_backups_that_an_interruption_left_go_at_the_next_opening(book, gone, markers, monkeypatch):
    monkeypatch.setattr(erasing, "_without_backups", lambda book, older: erasing.Erased(0))
    erasing.erase(book, gone, What.CASE)
    assert len(backups.found(book)) == 1
    backups.make_if_changed(book, Reason.OPENING)
    assert left(book, markers) == set()


def test_the_only_case_is_not_erased(book, kept):
    with pytest.raises(Problem, match="enige casus"):
        erasing.erase(book, kept, What.CASE)


def test_what_is_not_there_is_not_erased(book, kept):
    backups.make(book, Reason.ASKED)
    with pytest.raises(Problem, match="niets gewist"):
        erasing.erase(book, kept, What.ENTRY, ["nergens"])
    assert len(backups.found(book)) == 1


def test_only_the_backup_of_after_an_erasure_stays_when_both_are_of_one_minute(book, gone, monkeypatch):
    backups.make(book, Reason.HOURLY)
    kept = erasing._without_backups
    monkeypatch.setattr(erasing, "_without_backups", lambda book, older: kept(book, ()))
    erasing.erase(book, gone, What.CASE)
    assert len(backups.found(book)) == 3
    backups.make_if_changed(book, Reason.OPENING)
    assert [one.reason for one in backups.found(book)] == [Reason.ERASED]


def test_who_erases_is_told_where_the_name_still_stands(book, kept):
    batch = Batch(persons=(person("Petra"),), entries=(entry("signaal", "2020", "met petra gebeld", id="g"),))
    editing.apply(book, kept, batch, "Lees")
    assert erasing.still_named(book, kept, "Petra") == 2
    erasing.erase(book, kept, What.PERSON, ["petra"])
    assert erasing.still_named(book, kept, "Petra") == 1


# A copy without history


def test_a_copy_without_history_holds_what_is_and_nothing_that_was(book, kept, gone, markers, tmp_path):
    own = Markers()
    editing.add_entry(book, kept, entry("signaal", "2020", own.word(), id="was"))
    editing.delete_entries(book, kept, ["was"])
    removed = editing.add_case(book, own.word()).case.id
    book.keep_view(removed, View(filter=Filter(text=own.word())))
    editing.delete_case(book, removed)
    book.keep(
        lambda connection: connection.exec_driver_sql(
            "INSERT INTO drafts (case_id, place, content) VALUES (?, 'r', ?)", (kept, own.word())
        )
    )
    target = tmp_path / "kopie.tijdlijn"
    erasing.copy_without_history(book, target)
    assert found_in(target, WORDS, own.all) == set()
    assert found_in(book.path, WORDS, own.all) == set(own.all)
    with OpenCasebook.open(target, WORDS, today=TODAY) as copy:
        assert [copy.case(id_) for id_ in (kept, gone)] == [book.case(id_) for id_ in (kept, gone)]
        assert (copy.undo_name, len(copy.history())) == (None, 1)
        assert [line.event for line in copy.read(audit.lines)] == ["geopend", "gemaakt"]
        assert copy.read(audit.broken) is None


def test_a_copy_without_history_replaces_nothing(book, gone, tmp_path):
    target = tmp_path / "kopie.tijdlijn"
    target.write_bytes(b"van iemand anders")
    with pytest.raises(Problem, match="bestaat al"):
        erasing.copy_without_history(book, target)
    assert target.read_bytes() == b"van iemand anders"
