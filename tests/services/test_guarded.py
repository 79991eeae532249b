"""A casebook that cannot be written now, or no longer: what is said, what stays, and where it goes on."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, entry
from tests.files_away import pulled_out
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Scenario
from tijdlijn.services import conflicts, editing, remembered, retention, saving_as
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.guarded import Access, Standing, Why
from tijdlijn.services.saving_as import save_as
from tijdlijn.storage import audit, errors
from tijdlijn.storage.audit import Event
from tijdlijn.storage.backup import journal_of

WORDS = "voorbeeld"
CHEAP = """
import sys
from pathlib import Path
from tijdlijn.storage import encryption
encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.guarded import Access
"""
HOLDER = (
    CHEAP
    + """
with OpenCasebook.open(Path(sys.argv[1]), "voorbeeld"):
    print("open", flush=True)
    sys.stdin.read()
"""
)
RACER = (
    CHEAP
    + """
for line in sys.stdin:
    book = OpenCasebook.open(Path(sys.argv[1]), "voorbeeld", access=Access.ANY)
    print(book.condition.can_edit, flush=True)
    sys.stdin.readline()
    book.close()
    print("dicht", flush=True)
"""
)


def program(code: str, path: Path) -> subprocess.Popen[str]:
    """A second program on the same casebook."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS, title="Gezin Proef", today=TODAY) as made:
        add(made, "OTS")
        yield made


def add(book: OpenCasebook, title: str) -> None:
    known = book.snapshots() or book.cases()
    editing.add_entry(book, known[0].id, entry("maatregel", "2019", title, id=title))


def titles(book: OpenCasebook) -> list[str]:
    """The titles of the first case, from memory when the file is gone."""
    kept = book.snapshots() or (book.case(book.cases()[0].id),)
    return sorted(one.title for one in kept[0].entries)


def events(book: OpenCasebook) -> list[str]:
    return [line.event for line in book.read(audit.lines)]


# Only reading


def test_a_second_program_reads_and_knows_who_has_it(book: OpenCasebook) -> None:
    book.close()
    holder = program(HOLDER, book.path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(Problem, match="ergens anders geopend"):
        OpenCasebook.open(book.path, WORDS)
    with OpenCasebook.open(book.path, WORDS, access=Access.ANY, today=TODAY) as reader:
        hindrance = reader.condition.hindrance
        assert reader.condition.standing is Standing.READ_ONLY
        assert hindrance is not None
        assert hindrance.why is Why.HELD
        assert hindrance.holder is not None
        assert hindrance.holder.is_this_computer
        assert titles(reader) == ["OTS"]
        with pytest.raises(Problem, match="alleen te lezen"):
            add(reader, "Nieuw")
        with pytest.raises(Problem, match="ergens anders geopend"):
            reader.try_again()
        assert reader.condition.standing is Standing.READ_ONLY
        holder.communicate()
        reader.try_again()
        add(reader, "Nieuw")
        assert titles(reader) == ["Nieuw", "OTS"]


def test_only_reading_writes_nothing_anywhere(book: OpenCasebook, tmp_path: Path) -> None:
    case_id = book.cases()[0].id
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with OpenCasebook.open(book.path, WORDS, access=Access.ANY, today=TODAY) as reader:
        for verb in (
            lambda: editing.add_case(reader, "Tweede"),
            lambda: editing.delete_entries(reader, case_id, ["OTS"]),
            reader.undo,
            lambda: reader.keep(lambda _: None),
            lambda: reader.change_passphrase(WORDS, "anders"),
        ):
            with pytest.raises(Problem, match="alleen te lezen"):
                verb()
        reader.keep_view(case_id, reader.view_in_use(case_id))
        reader.note(Event.PRINTED, case_id)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_connection_itself_cannot_write(book: OpenCasebook) -> None:
    with (
        OpenCasebook.open(book.path, WORDS, access=Access.READ, today=TODAY) as reader,
        reader.whole_file() as file,
        pytest.raises(Problem, match="mag niet worden"),
        file.reading() as raw,
    ):
        raw.execute("UPDATE cases SET title = 'anders'")


def test_what_is_only_read_can_be_saved_elsewhere_and_written_there(book: OpenCasebook, tmp_path: Path) -> None:
    with OpenCasebook.open(book.path, WORDS, access=Access.ANY, today=TODAY) as reader:
        titles(reader)
        add(book, "Later")
        assert save_as(reader, tmp_path / "eigen.tijdlijn").lost == ()
        assert titles(reader) == ["Later", "OTS"]
        add(reader, "Hier")
    add(book, "Daar")
    assert titles(book) == ["Daar", "Later", "OTS"]


def test_looking_again_shows_what_the_other_did_meanwhile(book: OpenCasebook) -> None:
    with OpenCasebook.open(book.path, WORDS, access=Access.ANY, today=TODAY) as reader:
        assert titles(reader) == ["OTS"]
        add(book, "Later")
        reader.look_again()
        assert titles(reader) == ["Later", "OTS"]
        assert reader.condition.standing is Standing.READ_ONLY


@pytest.fixture
def protected(book: OpenCasebook) -> Iterator[Path]:
    """A casebook in a folder of another account: real rights, also where the tests run as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights of files are those of POSIX here")
    book.close()
    folder = Path(tempfile.mkdtemp(prefix="tijdlijn-proef-"))
    path = folder / "a.tijdlijn"
    shutil.copy(book.path, path)
    path.chmod(0o444)
    folder.chmod(0o555)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield path
    os.seteuid(was)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_without_write_access_is_read(protected: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="rechten"):
        OpenCasebook.open(protected, WORDS)
    with OpenCasebook.open(protected, WORDS, access=Access.ANY, today=TODAY) as reader:
        assert reader.condition.hindrance is not None
        assert reader.condition.hindrance.why is Why.PROTECTED
        assert titles(reader) == ["OTS"]
    assert [path.name for path in protected.parent.iterdir()] == ["a.tijdlijn"]


def test_what_a_crash_left_half_is_read_from_a_copy(book: OpenCasebook) -> None:
    with book._file.writing() as connection:
        connection.exec_driver_sql("UPDATE cases SET title = 'half'")
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql("INSERT INTO drafts VALUES (NULL, 'x', 'y', hex(randomblob(200000)))")
        folder = book.path.parent / "na-de-klap"
        folder.mkdir()
        shutil.copyfile(book.path, folder / "a.tijdlijn")
        shutil.copyfile(journal_of(book.path), journal_of(folder / "a.tijdlijn"))
    crashed = folder / "a.tijdlijn"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert before["a.tijdlijn-journal"]
    with OpenCasebook.open(crashed, WORDS, access=Access.READ, today=TODAY) as reader:
        assert reader.cases()[0].title == "Gezin Proef"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_older_version_of_the_file_is_read_without_bringing_it_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "oud.tijdlijn"
    shutil.copyfile(Path(__file__).parents[1] / "files" / "versie-5.casusboek", old)
    before = old.read_bytes()
    with OpenCasebook.open(old, WORDS, access=Access.READ, today=TODAY) as reader:
        assert reader.cases()
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["oud.tijdlijn"]


def test_two_programs_never_both_write(book: OpenCasebook) -> None:
    book.close()
    racers = [program(RACER, book.path) for _ in range(2)]

    def say(line: str) -> list[str]:
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write(line + "\n")
            racer.stdin.flush()
        return [racer.stdout.readline().strip() for racer in racers if racer.stdout]

    for _ in range(20):
        assert sorted(say("open")) == ["False", "True"]
        assert say("dicht") == ["dicht", "dicht"]
    for racer in racers:
        racer.communicate()


# Trouble while it is open


def moved(book: OpenCasebook) -> None:
    book.path.rename(book.path.with_name("elders"))


def deleted(book: OpenCasebook) -> None:
    book.path.unlink()


def replaced(book: OpenCasebook) -> None:
    other = book.path.with_name("ander")
    shutil.copyfile(book.path, other)
    os.replace(other, book.path)


def put_back_older(book: OpenCasebook) -> None:
    older = book.path.with_name("ouder")
    shutil.copyfile(book.path, older)
    add(book, "Bewaard")
    shutil.copyfile(older, book.path)


def overwritten(book: OpenCasebook) -> None:
    book.path.write_bytes(os.urandom(book.path.stat().st_size))


@pytest.mark.parametrize("trouble", [moved, deleted, replaced, put_back_older, overwritten])
def test_trouble_stops_editing_and_all_of_it_is_saved_elsewhere(
    book: OpenCasebook, tmp_path: Path, trouble: Callable[[OpenCasebook], None]
) -> None:
    told: list[Standing] = []
    book.watch(lambda: told.append(book.condition.standing))
    trouble(book)
    acknowledged = titles(book)
    with pytest.raises(Problem, match="niet bewaard"):
        add(book, "Te laat")
    assert told == [Standing.STOPPED]
    with pytest.raises(Problem, match="niet bewaard"):
        add(book, "Te laat")
    assert titles(book) == acknowledged
    saved = save_as(book, tmp_path / "nieuw.tijdlijn")
    assert saved.path == book.path == tmp_path / "nieuw.tijdlijn"
    assert book.condition.standing is Standing.WRITABLE
    assert titles(book) == acknowledged
    add(book, "Verder")
    book.check()
    book.close()
    with OpenCasebook.open(saved.path, WORDS, today=TODAY) as again:
        assert titles(again) == sorted([*acknowledged, "Verder"])
    assert bool(saved.lost) is (trouble in (put_back_older, overwritten))


def test_what_is_in_memory_is_saved_when_the_file_is_gone_for_good_and_what_is_not_is_said(
    book: OpenCasebook, tmp_path: Path
) -> None:
    first = book.cases()[0].id
    editing.add_case(book, "Tweede")
    book._cases.clear()
    book.case(first)
    overwritten(book)
    saved = save_as(book, tmp_path / "nieuw.tijdlijn")
    assert {saving_as.NO_CASES, saving_as.NO_HISTORY} <= set(saved.lost)
    assert [case.title for case in book.cases()] == ["Gezin Proef"]
    assert titles(book) == ["OTS"]


def test_what_an_older_copy_lacks_is_put_back_whole(book: OpenCasebook, tmp_path: Path) -> None:
    case_id, older = book.cases()[0].id, tmp_path / "ouder"
    shutil.copyfile(book.path, older)
    retention.set_day(book, case_id, date(2030, 1, 1), "afspraak")
    wanted = editing.apply(book, case_id, Batch(scenarios=(Scenario("s", "Eerder hulp"),)), "Scenario").case
    shutil.copyfile(older, book.path)
    with pytest.raises(Problem):
        add(book, "Te laat")
    save_as(book, tmp_path / "nieuw.tijdlijn")
    assert book.case(case_id) == wanted
    book.close()
    with OpenCasebook.open(tmp_path / "nieuw.tijdlijn", WORDS, today=TODAY) as again:
        assert again.case(case_id) == wanted


def test_a_file_that_came_back_is_written_again(book: OpenCasebook) -> None:
    away = book.path.with_name("weg")
    book.path.rename(away)
    with pytest.raises(Problem):
        add(book, "Te laat")
    with pytest.raises(Problem):
        book.try_again()
    assert book.condition.standing is Standing.STOPPED
    away.rename(book.path)
    with pytest.raises(Problem):  # what is in memory may lag behind it: first it is read again
        add(book, "Te vroeg")
    book.try_again()
    add(book, "Weer")
    assert titles(book) == ["OTS", "Weer"]
    assert book.condition.standing is Standing.WRITABLE


def test_a_copy_that_is_the_same_may_take_its_place_and_another_may_not(book: OpenCasebook) -> None:
    replaced(book)
    with pytest.raises(Problem):
        add(book, "Te laat")
    book.try_again()
    add(book, "Weer")
    put_back_older(book)
    with pytest.raises(Problem, match="oudere kopie"):
        add(book, "Te laat")
    with pytest.raises(Problem, match="oudere kopie"):
        book.try_again()
    assert book.condition.standing is Standing.STOPPED


def test_a_full_disk_is_said_and_the_same_change_may_be_tried_again(book: OpenCasebook) -> None:
    raw = book._file._connected()
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    long = entry("contact", "2020", "Lang", details="x" * 200_000, id="lang")
    case_id = book.cases()[0].id
    with pytest.raises(Problem, match="schijf is vol"):
        editing.add_entry(book, case_id, long)
    assert book.condition.standing is Standing.WAITS
    assert titles(book) == ["OTS"]
    raw.execute("PRAGMA max_page_count = 1000000")
    editing.add_entry(book, case_id, long)
    assert book.condition.standing is Standing.WRITABLE
    assert titles(book) == ["Lang", "OTS"]


def test_an_input_or_output_error_stops_editing_until_the_disk_is_well(book: OpenCasebook) -> None:
    resource = pytest.importorskip("resource")
    long = entry("contact", "2020", "Lang", details="x" * 400_000, id="lang")
    case_id = book.cases()[0].id
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (book.path.stat().st_size, most))
    try:
        with pytest.raises(Problem, match="niet bewaard"):
            editing.add_entry(book, case_id, long)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert book.condition.standing is Standing.STOPPED
    assert titles(book) == ["OTS"]
    book.try_again()
    editing.add_entry(book, case_id, long)
    assert titles(book) == ["Lang", "OTS"]
    book.check()


def test_a_file_that_can_no_longer_be_read_is_told_and_what_is_in_memory_is_saved(
    book: OpenCasebook, tmp_path: Path
) -> None:
    told: list[Standing] = []
    book.watch(lambda: told.append(book.condition.standing))
    assert titles(book) == ["OTS"]
    with pulled_out(book.path):
        with pytest.raises(Problem, match="kan nu niet worden gelezen"):
            book.history()
        assert told == [Standing.STOPPED]
        assert book.condition.is_unread
        assert "niet bewaard" not in book.condition.sentence
        with pytest.raises(Problem, match="kan nu niet worden gelezen"):
            add(book, "Te laat")
        with pytest.raises(Problem, match="mag niet worden geopend"):
            book.try_again()
        save_as(book, tmp_path / "gered.tijdlijn")
        assert book.condition.standing is Standing.WRITABLE
        add(book, "Verder")
    book.close()
    with OpenCasebook.open(tmp_path / "gered.tijdlijn", WORDS, today=TODAY) as again:
        assert titles(again) == ["OTS", "Verder"]


def test_a_file_that_can_be_read_again_is_written_again(book: OpenCasebook) -> None:
    with pulled_out(book.path), pytest.raises(Problem, match="kan nu niet worden gelezen"):
        book.history()
    book.try_again()
    assert book.condition.standing is Standing.WRITABLE
    add(book, "Verder")
    assert titles(book) == ["OTS", "Verder"]


def test_one_that_is_only_read_and_went_away_is_saved_from_memory(book: OpenCasebook, tmp_path: Path) -> None:
    path = book.path
    book.close()
    with OpenCasebook.open(path, WORDS, access=Access.READ, today=TODAY) as reader:
        assert titles(reader) == ["OTS"]
        with pulled_out(path):
            with pytest.raises(Problem, match="kan nu niet worden gelezen"):
                reader.history()
            assert reader.condition.standing is Standing.STOPPED
            save_as(reader, tmp_path / "gered.tijdlijn")
            add(reader, "Verder")
        assert titles(reader) == ["OTS", "Verder"]


def test_a_file_that_is_busy_for_a_moment_is_no_trouble(book: OpenCasebook) -> None:
    def busy(_: object) -> None:
        raise errors.problem(errors.IN_USE, book.path)

    with pytest.raises(Problem, match="ergens anders"):
        book.read(busy)
    assert book.condition.standing is Standing.WRITABLE


def test_a_casebook_on_a_full_disk_is_opened_all_the_same(book: OpenCasebook, monkeypatch: pytest.MonkeyPatch) -> None:
    book.close()

    def full(*_: object, **__: object) -> None:
        raise errors.problem(errors.FULL, book.path)

    monkeypatch.setattr(audit, "add", full)
    with pytest.raises(Problem, match="schijf is vol"):
        OpenCasebook.open(book.path, WORDS)
    with OpenCasebook.open(book.path, WORDS, access=Access.ANY, today=TODAY) as opened:
        assert opened.condition.standing is Standing.WAITS
        assert titles(opened) == ["OTS"]


def test_saving_as_never_writes_over_a_file_and_leaves_none_behind(book: OpenCasebook, tmp_path: Path) -> None:
    there = tmp_path / "ander.tijdlijn"
    there.write_bytes(b"van een ander")
    with pytest.raises(Problem, match="bestaat al"):
        save_as(book, there)
    assert there.read_bytes() == b"van een ander"
    with pytest.raises(Problem):
        save_as(book, tmp_path / "geen map" / "b.tijdlijn")
    assert book.path.name == "a.tijdlijn"
    add(book, "Nog hier")


def test_saving_as_goes_on_in_the_new_file_and_is_in_the_log_of_both(book: OpenCasebook, tmp_path: Path) -> None:
    former = book.path
    save_as(book, tmp_path / "b.tijdlijn")
    add(book, "Nieuw")
    assert events(book)[:2] == [Event.CHANGED, Event.OPENED]
    with OpenCasebook.open(former, WORDS, today=TODAY) as left:
        assert titles(left) == ["OTS"]
        assert Event.COPIED in events(left)


# Older versions and conflict copies


def test_an_older_version_is_noticed_until_its_user_goes_on_with_it(book: OpenCasebook, tmp_path: Path) -> None:
    settings = tmp_path / "instellingen"
    older = tmp_path / "ouder.tijdlijn"
    shutil.copyfile(book.path, older)
    add(book, "Later")
    remembered.remember(book, settings)
    assert remembered.newer_seen(book, settings) is None
    for _ in range(2):
        with OpenCasebook.open(older, WORDS, today=TODAY, access=Access.READ) as old:
            assert remembered.newer_seen(old, settings) is not None
            remembered.remember(old, settings)
    with OpenCasebook.open(older, WORDS, today=TODAY, access=Access.READ) as old:
        remembered.remember(old, settings, go_on=True)
        assert remembered.newer_seen(old, settings) is None
    kept = (settings / remembered.FILE_NAME).read_text("utf-8")
    for told in (str(book.path), book.path.stem + ".", "Gezin", book.generation.book):
        assert told not in kept


@pytest.mark.parametrize("damage", ["", "[]", '{"x": 1}', '{"x": {"number": "y", "away": 3}}', "\0"])
def test_damage_to_what_is_remembered_is_no_error(book: OpenCasebook, tmp_path: Path, damage: str) -> None:
    (tmp_path / remembered.FILE_NAME).write_text(damage, "utf-8")
    assert remembered.newer_seen(book, tmp_path) is None
    assert not remembered.was_put_away(book, "netwerk", tmp_path)
    remembered.put_away(book, "netwerk", tmp_path)
    assert remembered.was_put_away(book, "netwerk", tmp_path)
    assert isinstance(json.loads((tmp_path / remembered.FILE_NAME).read_text("utf-8")), dict)


@pytest.mark.parametrize(
    "name",
    [
        "a (conflicted copy 2026-01-02 101010)",
        "a (Kopie van Jan met een conflict 2026-01-02)",
        "a-PC123",
        "a.sync-conflict-20260102-101010-ABCDEFG",
        "a (1)",
        "a 2",
        "a_conflict-20260102",
    ],
)
def test_a_conflict_copy_is_found_by_its_name_and_its_history(book: OpenCasebook, tmp_path: Path, name: str) -> None:
    copy = tmp_path / f"{name}.tijdlijn"
    shutil.copyfile(book.path, copy)
    assert conflicts.beside(book) == ()
    with closing(book.beside(copy)) as other:
        add(other, "Elders")
    add(book, "Hier")
    (found,) = conflicts.beside(book)
    assert (found.path, found.is_open_to_us) == (copy, True)
    before = copy.read_bytes()
    (told,) = conflicts.differences(book, copy)
    assert told.differences is not None
    assert [one.title for one in told.differences.added] == ["Elders"]
    assert [one.title for one in told.differences.removed] == ["Hier"]
    assert copy.read_bytes() == before


@pytest.mark.parametrize("name", ["ander", "ab", "b (1)", "a-voor-omzetting-van-versie-5"])
def test_another_file_is_no_conflict_copy(book: OpenCasebook, tmp_path: Path, name: str) -> None:
    copy = tmp_path / f"{name}.tijdlijn"
    shutil.copyfile(book.path, copy)
    with closing(book.beside(copy)) as other:
        add(other, "Elders")
    OpenCasebook.create(tmp_path / "a (2).tijdlijn", WORDS, today=TODAY).close()
    (tmp_path / "a (3).tijdlijn").write_bytes(b"kort")
    assert conflicts.beside(book) == ()


def test_a_copy_under_another_passphrase_is_asked_for_it(book: OpenCasebook, tmp_path: Path) -> None:
    copy = tmp_path / "a (conflicted copy).tijdlijn"
    shutil.copyfile(book.path, copy)
    with OpenCasebook.open(copy, WORDS, today=TODAY) as other:
        other.change_passphrase(WORDS, "een ander woord")
        add(other, "Elders")
    (found,) = conflicts.beside(book)
    assert not found.is_open_to_us
    with pytest.raises(Problem):
        conflicts.differences(book, copy)
    with pytest.raises(Problem, match="onjuist"):
        conflicts.differences(book, copy, "mis")
    (told,) = conflicts.differences(book, copy, "een ander woord")
    assert told.differences is not None
    assert [one.title for one in told.differences.added] == ["Elders"]


def test_the_lock_file_is_for_its_owner_and_names_no_family(book: OpenCasebook) -> None:
    lock = book.path.with_name(book.path.name + ".lock")
    assert set(json.loads(lock.read_text("ascii"))) == {"account", "computer", "since"}
    if os.name == "posix":
        assert stat.S_IMODE(lock.stat().st_mode) == 0o600
