"""The format of the file, and how an older file becomes a newer one."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.builders import TODAY, case, entry, person
from tests.storage.support import PASSPHRASE, make
from tijdlijn.model.documents import Document
from tijdlijn.model.entries import Citation, Rate
from tijdlijn.model.links import LinkKind
from tijdlijn.model.people import NameKind
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.model.sessions import Fitting, Question, SessionKind, Untold
from tijdlijn.model.understanding import FindingMark, Foreseen, Judgement, ListedRate, Uptake
from tijdlijn.model.views import View
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services import editing, links, loose_names, retention, sessions, views
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.storage import (
    audit,
    documents,
    file_format,
    journal,
    mappings,
    meetings,
    migrate,
    reading,
    rows,
    schema,
    understanding,
)
from tijdlijn.storage.audit import Event
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.documents import StoredDocument
from tijdlijn.storage.encryption import derive, read_salt
from tijdlijn.storage.engine import driver
from tijdlijn.storage.steps import StepKind

VERSION_1 = Path(__file__).parents[1] / "files" / "versie-1.casusboek"
"""Made by the code of version 1, with the cheap key derivation of the tests."""

VERSION_2 = VERSION_1.with_name("versie-2.casusboek")
"""Made in the same way by the code of version 2."""

VERSION_3 = VERSION_1.with_name("versie-3.casusboek")
"""Made in the same way by the code of version 3."""

VERSION_4 = VERSION_1.with_name("versie-4.casusboek")
"""Made in the same way by the code of version 4."""

VERSION_5 = VERSION_1.with_name("versie-5.casusboek")
"""Made in the same way by the code of version 5."""

VERSION_6 = VERSION_1.with_name("versie-6.casusboek")
"""Made in the same way by the code of version 6."""

NOW, NEXT = file_format.VERSION, file_format.VERSION + 1
NEXT_SQL = """
-- A column more, and a change of what was written before;
ALTER TABLE persons ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
UPDATE persons
SET role = 'gezinslid; ' || role;
"""
LISTED = ListedRate("Ambulant", Rate(9_550, RateUnit.WEEK), Payer.JEUGDWET, 2024, "raamovereenkomst")
UNDERSTOOD = {
    "scenarios": (
        Scenario(
            "s", "Eerder ambulant", date(2019, 3, 1), "e1", Likelihood.MINDER, "de groep", "een plek was er",
            (Effect(EffectSign.BETER, "", "wonen", "bleef thuis"), Effect(EffectSign.ONBEKEND)),
        ),
    ),
    "marks": (
        FindingMark(
            "m", "gat:2019-01-01", Judgement.NIET_RELEVANT, "vakantie", date(2022, 1, 1), "gat", "", date(2019, 1, 1),
            date(2019, 4, 1), "Drie maanden geen hulp",
        ),
        FindingMark("n", "stil", Judgement.BESPROKEN),
    ),
    "foreseen": (Foreseen("f", "achttien:ruud", Uptake.DISMISSED, reason="verhuist"),),
}  # fmt: skip
FAMILY = case(entry("signaal", "2019", "Melding", persons="ruud"), persons=(person("Ruud"),))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gezin.tijdlijn"


@pytest.fixture
def future(monkeypatch):
    """The program of the future: its next version of the file."""

    def prepare(sql=NEXT_SQL):
        present = migrate._frozen
        monkeypatch.setattr(file_format, "VERSION", NEXT)
        monkeypatch.setattr(migrate, "_frozen", lambda number: sql if number == NEXT else present(number))

    return prepare


def test_the_frozen_sql_makes_the_tables_that_the_program_uses(path):
    file = make(path, case())
    with file.writing() as connection:
        found = inspect(connection)
        assert set(found.get_table_names()) == set(schema.metadata.tables)
        for table in schema.metadata.sorted_tables:
            made = [(c["name"], type(c["type"]).__name__, c["nullable"]) for c in found.get_columns(table.name)]
            wanted = [(c.name, _type(c), c.nullable) for c in table.columns]
            assert [column[:2] for column in made] == [column[:2] for column in wanted]
            keyless = [c for c, k in zip(made, table.columns, strict=True) if not k.primary_key]
            assert keyless == [c for c, k in zip(wanted, table.columns, strict=True) if not k.primary_key]
            assert _keys(found, table.name) == _wanted_keys(table)
    file.close()


def _type(column):
    return {"Text": "TEXT", "Integer": "INTEGER", "Float": "REAL"}[type(column.type).__name__]


def _keys(found, name):
    return sorted((key["constrained_columns"], key["referred_table"]) for key in found.get_foreign_keys(name))


def _wanted_keys(table):
    return sorted((list(key.column_keys), key.referred_table.name) for key in table.foreign_key_constraints)


def test_the_file_carries_its_number_and_version(path):
    file = make(path, case())
    with file.reading() as raw:
        assert file_format.version(raw) == (0x54494A44, NOW)
    file.close()


def test_an_older_file_is_brought_up_to_date_after_a_backup(path, future):
    make(path, FAMILY).close()
    future()
    file = CasebookFile.open(path, PASSPHRASE)
    with file.reading() as raw:
        assert file_format.version(raw)[1] == NEXT
        assert reading.load_case(raw, "c", TODAY).persons[0].role == "gezinslid; kind"
    file.close()
    assert {item.name for item in path.parent.iterdir()} == {
        "gezin.tijdlijn",
        f"gezin-voor-omzetting-van-versie-{NOW}.tijdlijn",
    }


def test_the_backup_is_the_file_as_it_was(path, future, monkeypatch):
    make(path, FAMILY).close()
    future()
    CasebookFile.open(path, PASSPHRASE).close()
    monkeypatch.setattr(file_format, "VERSION", NOW)
    file = CasebookFile.open(path.with_name(f"gezin-voor-omzetting-van-versie-{NOW}.tijdlijn"), PASSPHRASE)
    with file.reading() as raw:
        assert reading.load_case(raw, "c", TODAY) == FAMILY
    file.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, future, monkeypatch):
    make(path, FAMILY).close()
    before = path.read_bytes()
    future(NEXT_SQL + "DROP TABLE nowhere;")
    with pytest.raises(Problem):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before
    monkeypatch.setattr(file_format, "VERSION", NOW)
    file = CasebookFile.open(path, PASSPHRASE)
    with file.reading() as raw:
        assert reading.load_case(raw, "c", TODAY) == FAMILY
    file.close()


def test_no_migration_without_a_backup(path, future):
    make(path, FAMILY).close()
    before = path.read_bytes()
    path.with_name(f"gezin-voor-omzetting-van-versie-{NOW}.tijdlijn.nieuw").mkdir()
    future()
    with pytest.raises(Problem):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_undo_works_across_a_migration(path, future):
    file = make(path, FAMILY)
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "Verwijder persoon", "c")
        rows.remove_case(connection, "c")
    file.close()
    future()
    file = CasebookFile.open(path, PASSPHRASE)
    with file.writing() as connection:
        journal.begin(connection, StepKind.UNDO, "terug", "c", step)
        journal.restore_before(connection, step)
        assert reading.load_case(driver(connection), "c", TODAY) == FAMILY
    file.close()


def test_a_newer_file_is_refused_in_plain_words(path):
    file = make(path, FAMILY)
    with file.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {NEXT}")
    file.close()
    before = path.read_bytes()
    with pytest.raises(Problem, match="nieuwere versie van tijdlijn"):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_an_encrypted_file_of_another_program_is_refused(path):
    file = make(path, FAMILY)
    with file.writing() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 7")
    file.close()
    with pytest.raises(Problem, match="geen casusboek"):
        CasebookFile.open(path, PASSPHRASE)


@pytest.fixture
def of_version_1(path):
    shutil.copy(VERSION_1, path)
    return path


def test_a_file_of_version_1_opens_with_everything_in_it(of_version_1):
    with OpenCasebook.open(of_version_1, PASSPHRASE, today=TODAY) as book:
        family, other = (book.case(summary.id) for summary in book.cases())
        assert (family.title, other.title) == ("Gezin Voorbeeld", "Gezin Twee")
        assert [(e.id, e.title) for e in family.timeline] == [
            ("e1", "OTS"),
            ("e2", "Naar het pleeggezin"),
            ("e3", "Zorgen van oma en opa"),
        ]
        assert family.entries_by_id["e2"].date.words == "eind juni 2019"
        assert family.entries_by_id["e3"].unread_date == "toen het sneeuwde"
        assert family.entries_by_id["e1"].citations[0].passage == "onder toezicht gesteld"
        assert family.links == ()
        assert views.view_in_use(book, family.id) == View()
        assert views.saved_views(book, family.id) == ()
    assert of_version_1.with_name("gezin-voor-omzetting-van-versie-1.tijdlijn").read_bytes()


def test_a_file_of_version_1_takes_links_and_views_and_keeps_its_old_steps(of_version_1):
    with OpenCasebook.open(of_version_1, PASSPHRASE, today=TODAY) as book:
        case_id = book.cases()[0].id
        links.add_link(book, case_id, "e1", "e2", LinkKind.LEIDT_TOT)
        views.save_view(book, case_id, View(anchors=("e1",)), "Rond de OTS")
        names = []
        while (name := book.undo_name) is not None:
            names.append(name)
            book.undo()
        assert names == [
            "Bewaar weergave 'Rond de OTS'",
            "Verbind 'OTS' met 'Naar het pleeggezin'",
            "Verwijder persoon 'Petra'",
            "Voeg casus 'Gezin Twee' toe",
            "Wijzig 'Zorgen van oma en opa'",
            "Importeer tabel",
        ]
        assert book.case(case_id).entries == ()
        while book.redo() is not None:
            pass
        case = book.case(case_id)
        assert [(link.from_id, link.to_id) for link in case.links] == [("e1", "e2")]
        assert "moeder" not in case.persons_by_id
        assert [view.name for view in views.saved_views(book, case_id)] == ["Rond de OTS"]


@pytest.fixture
def of_version_2(path):
    shutil.copy(VERSION_2, path)
    return path


def test_a_file_of_version_2_opens_with_everything_in_it(of_version_2):
    with OpenCasebook.open(of_version_2, PASSPHRASE, today=TODAY) as book:
        family = book.case(book.cases()[0].id)
        ots, placement = family.timeline
        assert (ots.title, placement.title) == ("OTS", "Naar het pleeggezin")
        assert ots.citations == (Citation("brief", "2", "onder toezicht gesteld"),)
        assert ots.citations[0].start == -1
        assert [(link.from_id, link.to_id) for link in family.links] == [("e1", "e2")]
        assert [view.name for view in views.saved_views(book, family.id)] == ["Rond de OTS"]
        assert views.view_in_use(book, family.id).filter.person_ids == {"ruud"}
        assert book.read(lambda raw: documents.summaries(raw, family.id)) == ()
        assert book.read(lambda raw: documents.keeps_texts(raw, family.id))
    assert of_version_2.with_name("gezin-voor-omzetting-van-versie-2.tijdlijn").read_bytes()


def test_a_file_of_version_2_takes_documents_and_keeps_its_old_steps(of_version_2):
    with OpenCasebook.open(of_version_2, PASSPHRASE, today=TODAY) as book:
        case_id = book.cases()[0].id
        stored = StoredDocument("brief", "ab", 5, TODAY, True, Document("Brief GI.docx", "docx", "tekst"))
        book.commit(case_id, "Voeg document toe", Batch(documents=(stored,)))
        names = []
        while (name := book.undo_name) is not None:
            names.append(name)
            book.undo()
        assert names == [
            "Voeg document toe",
            "Verwijder bron 'Oma vertelt'",
            "Voeg casus 'Gezin Twee' toe",
            "Bewaar weergave 'Rond de OTS'",
            "Verbind 'OTS' met 'Naar het pleeggezin'",
            "Importeer tabel",
        ]
        assert book.case(case_id).entries == ()
        while book.redo() is not None:
            pass
        assert book.read(lambda raw: documents.stored(raw, case_id, "brief")) == stored
        assert [source.id for source in book.case(case_id).sources] == ["brief"]


@pytest.fixture
def of_version_3(path):
    shutil.copy(VERSION_3, path)
    return path


def test_a_file_of_version_3_opens_with_everything_in_it(of_version_3):
    with OpenCasebook.open(of_version_3, PASSPHRASE, today=TODAY) as book:
        family = book.case(book.cases()[0].id)
        assert family.title == "Gezin Voorbeeld"
        assert [(e.id, e.title) for e in family.timeline] == [("e1", "OTS"), ("e2", "Naar het pleeggezin")]
        assert family.entries_by_id["e2"].date.words == "eind juni 2019"
        assert [(link.from_id, link.to_id) for link in family.links] == [("e1", "e2")]
        assert [view.name for view in views.saved_views(book, family.id)] == ["Ruud"]
        (letter,) = book.read(lambda raw: documents.summaries(raw, family.id))
        assert letter.source_id == "brief"
        assert book.read(lambda raw: documents.stored(raw, family.id, "brief")).document.text
        assert len(book.read(lambda raw: documents.decisions(raw, family.id, "brief"))) == 1
        assert book.read(mappings.known) == (("datum|wat", "School", "{}"),)
        assert (family.sessions, family.reflections, family.actions) == ((), (), ())
        assert (family.phases, family.consents) == ((), ())
    assert of_version_3.with_name("gezin-voor-omzetting-van-versie-3.tijdlijn").read_bytes()


def test_a_file_of_version_3_takes_a_session_and_keeps_its_old_steps(of_version_3):
    with OpenCasebook.open(of_version_3, PASSPHRASE, today=TODAY) as book:
        case_id = book.cases()[0].id
        session, _ = sessions.add_session(book, case_id, SessionKind.LEERBIJEENKOMST)
        reflection = replace(sessions.reflection_on(book.case(case_id), "e1", session.id), how="Vanzelf")
        before = sessions.keep_reflection(book, case_id, reflection).case
        names = []
        while (name := book.undo_name) is not None:
            names.append(name)
            book.undo()
        assert names == [
            "Reflectie bij 'OTS'",
            "Maak bijeenkomst 'leerbijeenkomst, nog geen dag'",
            "Verwijder bron 'Oma vertelt'",
            "Bewaar weergave 'Ruud'",
            "Verbind 'OTS' met 'Naar het pleeggezin'",
            "Lees dossier",
        ]
        assert book.case(case_id).entries == ()
        while book.redo() is not None:
            pass
        assert book.case(case_id) == before


@pytest.fixture
def of_version_4(path):
    shutil.copy(VERSION_4, path)
    return path


def test_a_file_of_version_4_opens_with_everything_in_it(of_version_4):
    with OpenCasebook.open(of_version_4, PASSPHRASE, today=TODAY) as book:
        family, other = (book.case(summary.id) for summary in book.cases())
        assert (family.title, other.title) == ("Gezin Voorbeeld", "Gezin Twee")
        assert [(e.id, e.title) for e in family.timeline] == [("e1", "OTS"), ("e2", "Naar het pleeggezin")]
        (session,) = family.sessions
        assert [one.name for one in session.attendees] == ["Karin Oosterhuis", "Sanne"]
        assert (session.showing.untold, session.showing.pseudonyms) == (Untold.FAINT, True)
        assert session.questions == (Question("Wat hielp?", "Rust", "Oma"),)
        assert [(one.entry_id, one.fitting) for one in family.reflections] == [("e1", Fitting.DEELS)]
        assert [(one.what, one.entry_id) for one in family.actions] == [("Oma bellen", "e2")]
        assert [one.name for one in family.phases] == ["Thuis", "Bij pleegouders"]
        assert [one.who for one in family.consents] == ["Sanne"]
        assert sessions.questions_for(book, SessionKind.LEERBIJEENKOMST) == ("Wat hielp?",)
        assert book.read(lambda raw: meetings.place(raw, family.id, session.id)) == "e1"
        assert (family.loose_names, other.loose_names) == ((), ())
    assert of_version_4.with_name("gezin-voor-omzetting-van-versie-4.tijdlijn").read_bytes()


OLDER = [VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6]


@pytest.mark.parametrize("older", OLDER, ids=lambda file: file.stem)
def test_an_older_file_takes_what_was_decided_about_names_and_keeps_its_old_steps(older, path):
    shutil.copy(older, path)
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        case_id = book.cases()[0].id
        old, known = book.undo_name, book.case(case_id).loose_names
        decided = loose_names.decide(book, case_id, [("Gerda", NameKind.PERSOON, True)]).case.loose_names
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        before = book.case(case_id)
        assert before.loose_names == decided
        assert book.undo().case.loose_names == known
        assert book.undo_name == old
        while book.undo() is not None:
            pass
        assert book.case(case_id).entries == ()
        while book.redo() is not None:
            pass
        assert book.case(case_id) == before
        book.check()


@pytest.fixture
def of_version_5(path):
    shutil.copy(VERSION_5, path)
    return path


def test_a_file_of_version_5_opens_with_everything_in_it_and_begins_a_log(of_version_5):
    with OpenCasebook.open(of_version_5, PASSPHRASE, today=TODAY) as book:
        family, _ = (book.case(summary.id) for summary in book.cases())
        assert [(one.name, one.what, one.is_hidden) for one in family.loose_names] == [
            ("Wilma", NameKind.PERSOON, True),
            ("De Vos", NameKind.ORGANISATIE, False),
        ]
        assert len(family.entries) == 2
        (line,) = book.read(audit.lines)
        assert line.event == Event.OPENED
    assert of_version_5.with_name("gezin-voor-omzetting-van-versie-5.tijdlijn").read_bytes()


def test_a_file_of_version_6_opens_with_everything_in_it(path):
    shutil.copy(VERSION_6, path)
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        family, _ = (book.case(summary.id) for summary in book.cases())
        assert (family.destroy_by, family.retention) == (date(2030, 5, 1), "volgens de regeling")
        assert [one.name for one in retention.terms(book)] == ["Kort"]
        assert [(one.id, one.cost_cents, one.payer, one.cost_source) for one in family.entries] == [
            ("e1", None, None, ""),
            ("e2", 12_345, None, ""),
        ]
        assert (family.scenarios, family.marks, family.foreseen) == ((), (), ())
        assert book.read(understanding.listed_rates) == ()
        assert len(book.read(audit.lines)) > 2
    assert path.with_name("gezin-voor-omzetting-van-versie-6.tijdlijn").read_bytes()


@pytest.mark.parametrize("older", OLDER, ids=lambda file: file.stem)
def test_an_older_file_takes_what_was_made_of_it_and_keeps_its_old_steps(older, path):
    shutil.copy(older, path)
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        case_id = book.cases()[0].id
        before, old = book.case(case_id), book.undo_name
        made = editing.apply(book, case_id, Batch(**UNDERSTOOD), "Begrijp").case
        book.keep(lambda connection: understanding.keep_listed_rates(connection, [LISTED]))
    with OpenCasebook.open(path, PASSPHRASE, today=TODAY) as book:
        assert book.case(case_id) == made
        assert (made.scenarios, made.marks, made.foreseen) == tuple(UNDERSTOOD.values())
        assert book.read(understanding.listed_rates) == (LISTED,)
        assert book.undo().case == before
        assert book.undo_name == old
        assert book.redo().case == made
        book.check()


def test_reading_names_the_columns_of_the_tables_in_their_order():
    for table, columns in reading.COLUMNS.items():
        wanted = [column.name for column in schema.metadata.tables[table].columns]
        assert columns.split(", ") == [name for name in wanted if name not in ("row", "case_id")]


def test_every_kind_of_record_that_is_written_is_in_the_snapshot_or_is_read_on_demand():
    written = {table.name for table in schema.JOURNALED}
    assert written == {"cases", "saved_views", "documents", "decisions", *reading.COLUMNS}


def test_opening_does_not_wait_for_what_writes(path):
    make(path, FAMILY).close()
    key = derive(PASSPHRASE, read_salt(path)).key.hex()
    script = f"""
import sys
from pathlib import Path
from tijdlijn.storage import encryption
encryption.derive = lambda passphrase, salt: encryption.FileKey(bytes.fromhex({key!r}), salt)
from tijdlijn.services.casebook import OpenCasebook
with OpenCasebook.open(Path({str(path)!r}), "") as book:
    assert book.case("c").entries
    assert book.history()
assert not [name for name in sys.modules if name.startswith("sqlalchemy")]
"""
    subprocess.run([sys.executable, "-c", script], check=True)
