"""Documents in a casebook: filed, brought up to date, described, forgotten; and every step taken back."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, entry
from tests.services.dossiers import document, read
from tijdlijn.dossier.candidates import Profile
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.problems import Problem
from tijdlijn.services import dossier, editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.document_versions import bare_name, is_newer, likeness, runs
from tijdlijn.services.dossier import ReadingCancelled, read_files

STORY = tuple(f"Op dag {number} gebeurde er iets waarover de school en moeder elkaar spraken." for number in range(12))
OTHER = tuple(f"De huisarts schrijft voor week {number} een rustige tijd zonder zorgen voor." for number in range(12))


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book):
    return book.cases()[0].id


def file(book, case_id, *files, **more):
    return dossier.file_documents(book, case_id, files, today=TODAY, **more)


def names(book, case_id):
    return [one.name for one in dossier.filed(book, case_id)]


def alike(first, second):
    return likeness(runs("\n".join(first)), runs("\n".join(second)))


def reopened(book):
    book.close()
    return OpenCasebook.open(book.path, "voorbeeld", today=TODAY)


# Filing


def test_a_document_belongs_to_a_source_that_says_what_it_is(book, case_id):
    profile = Profile("intakeverslag", "Wijkteam", UncertainDate.parse("2016-03-09"))
    change = file(book, case_id, read("intake.docx", *STORY, profile=profile))
    (source,) = change.case.sources
    assert (source.title, source.genre, source.agency) == ("intake.docx", "intakeverslag", "Wijkteam")
    assert source.date.edtf == "2016-03-09"
    assert (change.step, change.people_changed, change.documents_changed) == (
        "Voeg document 'intake.docx' toe",
        True,
        True,
    )
    assert dossier.document(book, case_id, source.id) == document("intake.docx", *STORY)
    (filed,) = dossier.filed(book, case_id)
    assert (filed.length, filed.added, filed.keeps_text, filed.decided) == (len("\n".join(STORY)), TODAY, True, 0)
    assert dossier.profile(change.case, source.id) == profile


def test_a_pile_of_documents_is_one_step_that_undo_takes_back_whole(book, case_id):
    change = file(book, case_id, *(read(f"{number}.docx", f"tekst {number}") for number in range(12)))
    assert change.step == "Voeg 12 documenten toe"
    assert len(names(book, case_id)) == 12
    undone = book.undo()
    assert undone.documents_changed
    assert (undone.case.sources, names(book, case_id)) == ((), [])
    book.redo()
    assert names(book, case_id) == [f"{number}.docx" for number in range(12)]


def test_the_same_file_twice_is_one_document(book, case_id):
    file(book, case_id, read("intake.docx", *STORY))
    history = book.history()
    assert file(book, case_id, read("intake.docx", *STORY)) is None
    assert book.history() == history
    plan = dossier.plan_filing(book, case_id, [read("intake.docx", *STORY), read("brief.pdf", *OTHER)])
    assert [len(found) for found in (plan.added, plan.updated, plan.present)] == [1, 0, 1]


def test_the_same_words_in_another_format_are_the_same_document(book, case_id):
    file(book, case_id, read("intake.docx", *STORY))
    assert file(book, case_id, read("intake.pdf", " ".join(STORY))) is None
    assert names(book, case_id) == ["intake.docx"]


def test_a_newer_version_takes_the_place_of_the_older_under_the_same_source(book, case_id):
    first = file(book, case_id, read("intake_v1.docx", *STORY))
    (source,) = first.case.sources
    cited = entry("signaal", "2019", id="e1", citations=(Citation(source.id, "1", STORY[0], 0),))
    editing.add_entry(book, case_id, cited)
    newer = read("intake_v2.docx", *STORY, "Er kwam nog iets bij.")
    change = file(book, case_id, newer)
    assert change.step == "Werk document 'intake_v2.docx' bij"
    assert [one.id for one in change.case.sources] == [source.id]
    assert names(book, case_id) == ["intake_v2.docx"]
    assert dossier.document(book, case_id, source.id) == newer.document
    assert change.case.entries == (cited,)
    book.undo()
    assert dossier.document(book, case_id, source.id).name == "intake_v1.docx"


def test_what_somebody_said_of_a_document_stays_when_it_is_brought_up_to_date(book, case_id):
    file(book, case_id, read("intake.docx", *STORY, profile=Profile("brief", "")))
    (source,) = book.case(case_id).sources
    dossier.set_profile(book, case_id, source.id, genre="intakeverslag")
    editing.put_source(book, case_id, replace(book.case(case_id).sources[0], title="De intake"))
    file(book, case_id, read("intake.docx", *STORY, "meer", profile=Profile("mail", "Wijkteam")))
    (source,) = book.case(case_id).sources
    assert (source.title, source.genre, source.agency) == ("De intake", "intakeverslag", "Wijkteam")


def test_two_agencies_may_have_a_document_of_the_same_name(book, case_id):
    change = file(book, case_id, read("intake.docx", *STORY), read("intake.docx", *OTHER))
    assert change.step == "Voeg 2 documenten toe"
    assert names(book, case_id) == ["intake.docx", "intake.docx"]


def test_new_and_newer_documents_are_told_in_one_step(book, case_id):
    file(book, case_id, read("intake.docx", *STORY))
    change = file(book, case_id, read("intake.docx", *STORY, "meer"), read("een.pdf", "een"), read("twee.pdf", "twee"))
    assert change.step == "Voeg 2 documenten toe en werk document 'intake.docx' bij"


def test_a_document_finds_the_source_that_a_table_named_before(book, case_id):
    source = Source("s1", "Intake.DOCX", agency="CJG")
    cited = entry("signaal", "2019", id="e1", citations=(Citation("s1", "", STORY[3]),))
    editing.apply(book, case_id, Batch(sources=(source,), entries=(cited,)), "Importeer tabel")
    change = file(book, case_id, read("intake.docx", *STORY, profile=Profile("verslag", "Wijkteam")))
    (kept,) = change.case.sources
    assert (kept.id, kept.title, kept.genre, kept.agency) == ("s1", "Intake.DOCX", "verslag", "CJG")
    assert dossier.document(book, case_id, "s1").text == "\n".join(STORY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("brief.docx", "brief_v2.docx"),
        ("brief v1.docx", "brief v1.2.docx"),
        ("brief.docx", "brief (1).docx"),
        ("brief concept.docx", "brief_definitief.docx"),
        ("journaal_2021-03.xlsx", "journaal_2021-04.xlsx"),
        ("MDO verslag 11-10-2021.docx", "MDO_verslag_11-10-2021_def.pdf"),
        ("brief.docx", "Brief - kopie.docx"),
        ("plan 20210304.odt", "plan 20220101.odt"),
    ],
)
def test_a_name_with_another_version_or_date_is_a_newer_version_of_much_the_same_text(old, new):
    assert is_newer(old, new, lambda: alike(STORY, (*STORY, "en nog iets")))
    assert not is_newer(old, new, lambda: alike(STORY, OTHER))
    assert not is_newer(old, new, lambda: None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("brief school.docx", "brief huisarts.docx"),
        ("01_brief.docx", "02_brief.docx"),
        ("brief.docx", "brief_concept.docx"),
    ],
)
def test_another_name_is_another_document_whatever_its_text(old, new):
    assert not is_newer(old, new, lambda: 1.0)


@given(st.text(max_size=40))
def test_every_name_has_a_bare_name_that_is_its_own(name):
    bare = bare_name(name)
    assert not bare or bare_name(f"{bare}.pdf") == bare


@given(st.lists(st.sampled_from(["moeder", "belt", "de", "school", "over", "Noor"]), max_size=30), st.integers(1, 9))
def test_a_text_is_like_itself_however_its_lines_are_broken(words, width):
    lines = "\n".join(" ".join(words[at : at + width]) for at in range(0, len(words), width))
    assert likeness(runs(" ".join(words)), runs(lines)) == 1.0


# What is said and what is kept


def test_what_a_document_is_can_be_changed_in_one_step(book, case_id):
    (source,) = file(book, case_id, read("brief.docx", "tekst", profile=Profile("brief", "CJG"))).case.sources
    day = UncertainDate.parse("2016-02-18")
    change = dossier.set_profile(book, case_id, source.id, agency=" Wijkteam ", day=day)
    assert change.step == "Wijzig gegevens van 'brief.docx'"
    assert dossier.profile(change.case, source.id) == Profile("brief", "Wijkteam", day)
    cleared = dossier.set_profile(book, case_id, source.id, day=None)
    assert dossier.profile(cleared.case, source.id) == Profile("brief", "Wijkteam", None)
    with pytest.raises(Problem, match="staat niet"):
        dossier.set_profile(book, case_id, "geen", genre="brief")


def test_a_text_that_is_not_kept_leaves_its_name_and_its_length(book, case_id):
    file(book, case_id, read("brief.docx", "geheim"), keep_text=False)
    (filed,) = dossier.filed(book, case_id)
    assert (filed.name, filed.length, filed.keeps_text) == ("brief.docx", 6, False)
    assert filed.checksum == read("brief.docx", "geheim").checksum
    assert dossier.document(book, case_id, filed.source_id) is None
    file(book, case_id, read("brief.docx", "geheim twee"), keep_text=True)
    assert [one.keeps_text for one in dossier.filed(book, case_id)] == [False]


def test_a_text_can_be_forgotten_and_the_step_taken_back(book, case_id):
    sources = file(book, case_id, read("een.docx", "een"), read("twee.docx", "twee")).case.sources
    change = dossier.forget_text(book, case_id, sources[0].id)
    assert (change.step, change.documents_changed) == ("Bewaar alleen de passages van 'een.docx'", True)
    assert [one.keeps_text for one in dossier.filed(book, case_id)] == [False, True]
    history = book.history()
    assert dossier.forget_text(book, case_id, sources[0].id).documents_changed is False
    assert book.history() == history
    book.undo()
    assert dossier.document(book, case_id, sources[0].id).text == "een"
    both = dossier.forget_text(book, case_id, *(source.id for source in sources))
    assert both.step == "Bewaar alleen de passages van 2 documenten"


def test_a_case_says_whether_it_keeps_texts(book, case_id):
    assert dossier.keeps_texts(book, case_id)
    change = dossier.set_keeps_texts(book, case_id, False)
    assert change.step == "Bewaar van nieuwe documenten alleen de passages"
    file(book, case_id, read("brief.docx", "geheim"))
    assert [one.keeps_text for one in dossier.filed(book, case_id)] == [False]
    editing.change_case(book, case_id, title="Anders")
    assert not dossier.keeps_texts(book, case_id)
    history = book.history()
    dossier.set_keeps_texts(book, case_id, False)
    assert book.history() == history


def test_a_source_takes_its_document_along_and_one_undo_brings_all_back(book, case_id):
    (source,) = file(book, case_id, read("brief.docx", *STORY)).case.sources
    cited = entry("signaal", "2019", id="e1", citations=(Citation(source.id, "1", STORY[0], 4),))
    editing.add_entry(book, case_id, cited)
    change = editing.delete_source(book, case_id, source.id)
    assert change.documents_changed
    assert (names(book, case_id), book.case(case_id).entries[0].citations) == ([], ())
    with reopened(book) as again:
        again.undo()
        assert dossier.document(again, case_id, source.id).text == "\n".join(STORY)
        assert [citation.start for citation in again.case(case_id).entries[0].citations] == [4]


def test_a_case_takes_its_documents_along_and_undo_brings_them_back(book, case_id):
    file(book, case_id, read("brief.docx", *STORY))
    editing.add_case(book, "Gezin Twee")
    editing.delete_case(book, case_id)
    with reopened(book) as again:
        change = again.undo()
        assert change.documents_changed
        assert names(again, case_id) == ["brief.docx"]


def test_every_step_can_be_walked_back_and_forth_also_after_opening_again(book, case_id):
    def content(of):
        return [(one, dossier.document(of, case_id, one.source_id)) for one in dossier.filed(of, case_id)]

    (source,) = file(book, case_id, read("intake.docx", *STORY)).case.sources
    seen = [[], content(book)]
    for change in (
        lambda: file(book, case_id, read("brief.docx", *OTHER)),
        lambda: file(book, case_id, read("intake.docx", *STORY, "meer")),
        lambda: dossier.set_profile(book, case_id, source.id, genre="verslag"),
        lambda: dossier.forget_text(book, case_id, source.id),
        lambda: editing.delete_source(book, case_id, source.id),
    ):
        change()
        seen.append(content(book))
    with reopened(book) as again:
        for expected in reversed(seen[:-1]):
            again.undo()
            assert content(again) == expected
        for expected in seen[1:]:
            again.redo()
            assert content(again) == expected
        again.check()


def test_filing_a_dossier_of_sixty_documents_takes_less_than_a_second(book, case_id):
    def text(seed):
        return " ".join(f"moeder {(seed * at * at + at) % 97} belt" for at in range(400))

    files = [read(f"{number:02}_verslag_2021-{number % 12 + 1:02}.docx", text(number)) for number in range(60)]
    assert min(len(one.document.text) for one in files) > 5_000
    book.prepare()
    begin = time.perf_counter()
    file(book, case_id, *files)
    taken = time.perf_counter() - begin
    assert len(dossier.filed(book, case_id)) == 60
    assert taken < 1.0


# Reading


def test_folders_are_read_in_natural_order_without_what_cannot_be_read(tmp_path):
    folder = tmp_path / "dossier"
    (folder / "mail").mkdir(parents=True)
    for name in ("10.txt", "2.txt", "~$2.txt", ".weg.txt", "foto.jpg", "mail/1.txt"):
        (folder / name).write_text(f"tekst van {name}", "utf-8")
    told = []
    found = read_files([folder], progress=lambda done, of: told.append((done, of)))
    assert [one.path.name for one in found.documents] == ["2.txt", "10.txt", "1.txt"]
    assert found.problems == ()
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    (tmp_path / "een.txt").write_text("zelfde", "utf-8")
    (tmp_path / "twee.txt").write_text("zelfde", "utf-8")
    (tmp_path / "leeg").mkdir()
    found = read_files([tmp_path / name for name in ("een.txt", "weg.txt", "twee.txt", "leeg")])
    assert [one.document.text for one in found.documents] == ["zelfde"]
    assert len(found.problems) == 3
    assert {problem.sentence.split()[0] for problem in found.problems} == {"In", "weg.txt", "twee.txt"}


def test_reading_can_be_stopped(tmp_path):
    (tmp_path / "een.txt").write_text("tekst", "utf-8")
    with pytest.raises(ReadingCancelled):
        read_files([tmp_path], lambda: True)


def test_a_whole_disk_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(dossier, "MOST_FILES", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("tekst", "utf-8")
    with pytest.raises(Problem, match="meer dan 2 documenten"):
        read_files([tmp_path])


# A kill

WRITER = """
import sys
from pathlib import Path
from tests.services.dossiers import read
from tijdlijn.services import dossier
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import encryption
encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1
book = OpenCasebook.open(Path(sys.argv[1]), "voorbeeld")
case_id = book.cases()[0].id
for number in range(10_000):
    dossier.file_documents(book, case_id, [read(f"stuk {number} van de huisarts.docx", f"tekst {number} " * 500)])
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 5])
def test_a_kill_loses_no_document_that_was_acknowledged(book, case_id, after):
    book.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(book.path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        cwd=Path(__file__).parents[2],
    )
    said = [int(writer.stdout.readline()) for _ in range(after)]
    writer.kill()
    said += map(int, writer.communicate()[0].split())
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        filed = dossier.filed(again, case_id)
        assert len(said) <= len(filed) <= len(said) + 1
        for one in filed:
            assert len(dossier.document(again, case_id, one.source_id).text) == one.length
        again.check()
