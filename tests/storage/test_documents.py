"""Documents and decisions in the file: what is read is what was written, and undo brings back every bit."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, case
from tests.storage.support import make, reopened
from tijdlijn.model.documents import Block, BlockKind, Decision, Document, Verdict
from tijdlijn.model.entries import Source
from tijdlijn.model.problems import Problem
from tijdlijn.storage import documents, journal, rows
from tijdlijn.storage.documents import StoredDocument
from tijdlijn.storage.engine import driver
from tijdlijn.storage.steps import StepKind

ONCE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

texts = st.text(max_size=30)
places = st.integers(0, 10**7)
blocks = st.builds(
    Block,
    st.sampled_from(BlockKind),
    places,
    places,
    st.integers(0, 9),
    st.integers(0, 99),
    st.lists(st.tuples(places, places), max_size=3).map(tuple),
)
given_documents = st.builds(
    Document,
    texts,
    texts,
    texts,
    st.lists(blocks, max_size=5).map(tuple),
    st.lists(places, max_size=3).map(tuple),
    st.none() | st.dates(),
    st.lists(texts, max_size=2).map(tuple),
)
stored_documents = st.builds(
    StoredDocument, st.just("brief"), texts, st.integers(0, 10**7), st.dates(), st.just(True), given_documents
)
decisions = st.lists(
    st.builds(Decision, st.just("brief"), st.sampled_from("abc"), st.sampled_from(Verdict), texts),
    max_size=3,
    unique_by=lambda decision: decision.key,
).map(tuple)

FAMILY = case(sources=(Source("brief", "Brief.docx"), Source("mail", "Mail.eml")))
LETTER = StoredDocument("brief", "ab", 5, date(2026, 1, 1), True, Document("Brief.docx", "docx", "tekst"))
MAIL = StoredDocument("mail", "cd", 4, date(2026, 1, 2), True, Document("Mail.eml", "eml", "post"))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """One casebook for the whole module: making one costs more than what is tested here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tijdlijn.storage.encryption.MEMORY_KIB", 64)
        file = make(tmp_path_factory.mktemp("documents") / "a.tijdlijn", FAMILY)
    yield file
    file.close()


@pytest.fixture
def file(tmp_path):
    made = make(tmp_path / "a.tijdlijn", FAMILY)
    yield made
    made.close()


def put(file, *records, without=()):
    """Write records as one step; gives its number."""
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "proef", FAMILY.id)
        for record in records:
            rows.put(connection, FAMILY.id, [record])
        rows.remove(connection, FAMILY.id, Decision, without)
    return step


def content(raw):
    """All that is kept of the letter."""
    return documents.stored(raw, FAMILY.id, "brief"), documents.decisions(raw, FAMILY.id, "brief")


@ONCE
@given(stored=stored_documents)
def test_every_field_of_a_document_comes_back_as_it_was(shelf, stored):
    put(shelf, stored)
    with shelf.reading() as raw:
        assert documents.stored(raw, FAMILY.id, "brief") == stored


@ONCE
@given(before=st.tuples(stored_documents, decisions), after=st.tuples(stored_documents, decisions))
def test_undo_and_redo_bring_back_every_bit(shelf, before, after):
    every = ["brief/a", "brief/b", "brief/c"]
    put(shelf, without=every)
    put(shelf, before[0], *before[1])
    with shelf.reading() as raw:
        assert content(raw) == before
    with shelf.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "anders", FAMILY.id)
        rows.remove(connection, FAMILY.id, Decision, every)
        rows.put(connection, FAMILY.id, [after[0]])
        rows.put(connection, FAMILY.id, after[1])
        journal.begin(connection, StepKind.UNDO, "terug", FAMILY.id, step)
        journal.restore_before(connection, step)
        assert content(driver(connection)) == before
        journal.begin(connection, StepKind.REDO, "weer", FAMILY.id, step)
        journal.restore_after(connection, step)
        assert content(driver(connection)) == after


def test_a_text_that_is_not_kept_is_in_no_table(file):
    put(file, StoredDocument("brief", "ab", 19, TODAY, False, Document("Brief.docx", "docx", "heel geheime tekst")))
    with file.reading() as raw:
        rows_ = [*raw.execute("SELECT * FROM documents"), *raw.execute("SELECT * FROM journal")]
        assert "geheime" not in repr(rows_)
        stored = documents.stored(raw, FAMILY.id, "brief")
    assert stored == StoredDocument("brief", "ab", 19, TODAY, False, Document("Brief.docx", "docx", ""))


def test_a_list_of_documents_counts_what_was_decided(file):
    accepted = [Decision("brief", key, Verdict.ACCEPTED, "e") for key in "ab"]
    put(
        file,
        LETTER,
        MAIL,
        *accepted,
        Decision("brief", "c", Verdict.SKIPPED),
        Decision("mail", "a", Verdict.JOINED, "e"),
    )
    with file.reading() as raw:
        letter, mail = documents.summaries(raw, FAMILY.id)
    assert (letter.name, letter.accepted, letter.skipped, letter.joined) == ("Brief.docx", 2, 1, 0)
    assert (mail.name, mail.accepted, mail.skipped, mail.joined) == ("Mail.eml", 0, 0, 1)


def test_a_source_takes_its_document_and_decisions_along(file):
    decision = Decision("brief", "a", Verdict.SKIPPED)
    put(file, LETTER, MAIL, decision, Decision("mail", "a", Verdict.SKIPPED))
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "weg", FAMILY.id)
        rows.remove(connection, FAMILY.id, Source, ["brief"])
        assert journal.touched(connection, step) == {
            "sources": {"brief"},
            "documents": {"brief"},
            "decisions": {"brief/a"},
        }
    file = reopened(file)
    with file.writing() as connection:
        assert content(driver(connection)) == (None, ())
        assert [one.name for one in documents.summaries(driver(connection), FAMILY.id)] == ["Mail.eml"]
        journal.begin(connection, StepKind.UNDO, "terug", FAMILY.id, step)
        journal.restore_before(connection, step)
        assert content(driver(connection)) == (LETTER, (decision,))
    file.close()


def test_a_case_takes_its_documents_along(file):
    put(file, LETTER, Decision("brief", "a", Verdict.SKIPPED))
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "weg", FAMILY.id)
        rows.remove_case(connection, FAMILY.id)
        assert content(driver(connection)) == (None, ())
        journal.begin(connection, StepKind.UNDO, "terug", FAMILY.id, step)
        journal.restore_before(connection, step)
        assert content(driver(connection))[0] == LETTER


def test_a_document_cannot_be_without_its_source(file):
    with pytest.raises(Problem, match="niet bewaard"):
        put(file, StoredDocument("geen", "ab", 5, TODAY, True, LETTER.document))


def test_a_case_keeps_texts_until_it_says_otherwise_and_keeps_saying_so(file):
    with file.writing() as connection:
        assert documents.keeps_texts(driver(connection), FAMILY.id)
        step = journal.begin(connection, StepKind.DO, "passages", FAMILY.id)
        rows.keep_texts(connection, FAMILY.id, False)
        rows.put_case(connection, FAMILY)
        assert not documents.keeps_texts(driver(connection), FAMILY.id)
        journal.begin(connection, StepKind.UNDO, "terug", FAMILY.id, step)
        journal.restore_before(connection, step)
        assert documents.keeps_texts(driver(connection), FAMILY.id)
