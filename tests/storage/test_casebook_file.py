"""A casebook appears whole or not at all, and a file that cannot be opened is left exactly as it was."""

import os
import random
import subprocess
import sys

import pytest
from sqlcipher3 import dbapi2

from tests.builders import TODAY, case, entry, person
from tests.storage.support import PASSPHRASE, make, reopened
from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup, reading, rows
from tijdlijn.storage import connection as factory
from tijdlijn.storage.casebook_file import CasebookFile

FAMILY = case(
    *(entry("signaal", "2019", f"Melding {i}", details="Er is overlegd. " * 20) for i in range(60)),
    persons=(person("Ruud", "2010-04-02"),),
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
HOLD = """
import sys
from tijdlijn.storage.lock import FileLock
from pathlib import Path
lock = FileLock.acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gezin.tijdlijn"


@pytest.fixture
def closed(path):
    """A closed casebook with a family in it."""
    make(path, FAMILY).close()
    return path


def content(file):
    with file.reading() as raw:
        return reading.load_case(raw, "c", TODAY)


def beside(path):
    return {item.name for item in path.parent.iterdir()}


def refusal(path, passphrase=PASSPHRASE):
    """The sentence with which a file is refused; the file and its folder are then as they were."""
    before = path.read_bytes(), beside(path)
    with pytest.raises(Problem) as caught:
        CasebookFile.open(path, passphrase)
    assert (path.read_bytes(), beside(path)) == before
    assert path.parent.name not in caught.value.sentence
    return caught.value.sentence


def test_what_was_made_can_be_opened(path):
    file = make(path, FAMILY)
    assert content(file) == FAMILY
    file = reopened(file)
    assert content(file) == FAMILY
    file.check()
    file.close()


def test_a_closed_casebook_is_one_file(closed):
    assert beside(closed) == {"gezin.tijdlijn"}


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_only_its_owner_may_read_a_casebook_and_its_copies(closed, tmp_path):
    file = CasebookFile.open(closed, PASSPHRASE)
    file.copy(tmp_path / "kopie.tijdlijn")
    file.close()
    for path in (closed, tmp_path / "kopie.tijdlijn"):
        assert path.stat().st_mode & 0o777 == 0o600


def test_closing_twice_is_harmless_and_a_closed_file_says_so(path):
    file = make(path, case())
    file.close()
    file.close()
    with pytest.raises(Problem, match="gesloten"):
        content(file)


# Making


def test_an_existing_file_is_not_overwritten(closed):
    before = closed.read_bytes()
    with pytest.raises(Problem, match="bestaat al"):
        make(closed, case())
    assert closed.read_bytes() == before
    assert beside(closed) == {"gezin.tijdlijn"}


def test_a_casebook_needs_a_folder(tmp_path):
    with pytest.raises(Problem, match=r"map voor a\.tijdlijn bestaat niet"):
        make(tmp_path / "weg" / "a.tijdlijn", case())


def test_making_that_fails_leaves_nothing_behind(path):
    def fill(connection):
        raise Problem("mislukt")

    with pytest.raises(Problem, match="mislukt"):
        CasebookFile.create(path, PASSPHRASE, fill)
    assert beside(path) == set()


def test_a_file_in_the_making_has_no_name_yet(path):
    seen = []
    CasebookFile.create(path, PASSPHRASE, lambda connection: seen.append(path.exists())).close()
    assert seen == [False]
    assert path.exists()


def test_what_a_killed_making_left_is_no_hindrance(path):
    path.with_name("gezin.tijdlijn.nieuw").write_bytes(PNG)
    make(path, FAMILY).close()
    assert beside(path) == {"gezin.tijdlijn"}


# Opening


def test_a_wrong_passphrase_is_wrong_or_the_file_is_damaged(closed, capfd):
    assert "onjuist of het bestand gezin.tijdlijn is beschadigd" in refusal(closed, "fout")
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_made(path):
    with pytest.raises(Problem, match=r"gezin\.tijdlijn bestaat niet"):
        CasebookFile.open(path, PASSPHRASE)
    assert beside(path) == set()


def test_a_folder_is_no_casebook(path):
    path.mkdir()
    with pytest.raises(Problem, match="is een map"):
        CasebookFile.open(path, PASSPHRASE)


def test_a_file_without_rights_is_said_to_be_so(closed, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert "Controleer de rechten" in refusal(closed)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (b"", "beschadigd"),
        (b"kort", "beschadigd"),
        (PNG, "beschadigd"),
        (b"datum;soort\n" * 2_000, "beschadigd"),
        (bytes(8_192), "beschadigd"),
    ],
    ids=["empty", "tiny", "picture", "table", "zeros"],
)
def test_what_is_no_casebook_is_refused(path, found, said):
    path.write_bytes(found)
    assert said in refusal(path)


def test_an_unencrypted_database_is_no_casebook(path):
    raw = dbapi2.connect(str(path))
    raw.execute("CREATE TABLE t (a)")
    raw.close()
    assert "geen casusboek" in refusal(path)


def test_a_flipped_bit_anywhere_is_damage(closed):
    whole = closed.read_bytes()
    chance = random.Random(7)
    pages = range(0, len(whole), 4_096)
    assert len(pages) > 20
    for page in pages:
        broken = bytearray(whole)
        broken[page + chance.randrange(4_096)] ^= 1 << chance.randrange(8)
        closed.write_bytes(broken)
        assert "beschadigd" in refusal(closed)


def test_what_was_read_of_a_damaged_file_is_not_given(closed):
    whole = closed.read_bytes()
    closed.write_bytes(whole[:-2_000] + bytes([whole[-2_000] ^ 1]) + whole[-1_999:])
    read = []
    with pytest.raises(Problem, match="beschadigd"):
        CasebookFile.open(closed, PASSPHRASE, read.append)
    assert len(read) == 1
    with pytest.raises(Problem, match="gesloten"):
        read[0].check()
    assert beside(closed) == {"gezin.tijdlijn"}


@pytest.mark.parametrize("left", [17, 4_095, 4_096, 8_192, 20_000, -4_096, -1])
def test_a_file_that_was_cut_off_is_damage(closed, left):
    whole = closed.read_bytes()
    closed.write_bytes(whole[:left])
    assert "beschadigd" in refusal(closed)


def test_a_page_of_another_moment_is_damage(path):
    file = make(path, FAMILY)
    old = path.read_bytes()
    with file.writing() as connection:
        rows.remove_case(connection, "c")
    file.close()
    new = path.read_bytes()
    swapped = next(at for at in range(4_096, len(old), 4_096) if old[at : at + 4_096] != new[at : at + 4_096])
    path.write_bytes(new[:swapped] + old[swapped : swapped + 4_096] + new[swapped + 4_096 :])
    with pytest.raises(Problem, match="beschadigd"):
        CasebookFile.open(path, PASSPHRASE).check()


# One at a time


def test_a_second_opening_is_refused(closed):
    file = CasebookFile.open(closed, PASSPHRASE)
    with pytest.raises(Problem, match="al ergens anders geopend"):
        CasebookFile.open(closed, PASSPHRASE)
    assert content(file) == FAMILY
    file.close()
    CasebookFile.open(closed, PASSPHRASE).close()


def test_another_program_keeps_it_until_it_is_killed(closed):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(closed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    assert "al ergens anders geopend" in refusal(closed)
    holder.kill()
    holder.communicate()
    assert beside(closed) == {"gezin.tijdlijn", "gezin.tijdlijn.lock"}
    CasebookFile.open(closed, PASSPHRASE).close()
    assert beside(closed) == {"gezin.tijdlijn"}


def test_a_failed_opening_lets_others_in(closed):
    refusal(closed, "fout")
    CasebookFile.open(closed, PASSPHRASE).close()


def test_a_file_that_another_program_is_writing_is_in_use(closed, monkeypatch):
    monkeypatch.setattr(factory, "BUSY_SECONDS", 0.01)
    file = CasebookFile.open(closed, PASSPHRASE)
    other = factory.open_raw(closed, file._key)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Problem, match="al ergens anders geopend"):
        content(file)
    other.close()
    assert content(file) == FAMILY
    file.close()


# Copies


def test_a_copy_is_a_whole_casebook_under_the_same_passphrase(path):
    file = make(path, FAMILY)
    target = path.with_name("kopie.tijdlijn")
    file.copy(target)
    copy = CasebookFile.open(target, PASSPHRASE)
    copy.check()
    assert content(copy) == FAMILY
    copy.close()
    file.close()
    assert beside(path) == {"gezin.tijdlijn", "kopie.tijdlijn"}


def test_a_copy_replaces_nothing_unless_asked(path):
    file = make(path, FAMILY)
    target = path.with_name("kopie.tijdlijn")
    target.write_bytes(PNG)
    for place in (target, path):
        with pytest.raises(Problem, match="bestaat al"):
            file.copy(place)
    assert target.read_bytes() == PNG
    file.copy(target, overwrite=True)
    CasebookFile.open(target, PASSPHRASE).close()
    file.close()


@pytest.mark.parametrize("part", [0.5, 0.95])
def test_a_copy_of_a_damaged_file_is_not_made(path, part):
    file = make(path, FAMILY)
    whole = path.read_bytes()
    there = int(len(whole) * part)
    with path.open("r+b") as raw:
        raw.seek(there)
        raw.write(bytes([whole[there] ^ 1]))
    with pytest.raises(Problem, match="beschadigd"):
        file.copy(path.with_name("kopie.tijdlijn"))
    with pytest.raises(Problem, match="beschadigd"):
        file.check()
    file.close()
    assert beside(path) == {"gezin.tijdlijn"}


# Another passphrase


def opens_with(path, passphrase):
    try:
        file = CasebookFile.open(path, passphrase)
    except Problem:
        return False
    found = content(file)
    file.check()
    file.close()
    return found == FAMILY


def test_a_new_passphrase_opens_the_file_and_the_old_one_does_not(path):
    file = make(path, FAMILY)
    salt = path.read_bytes()[:16]
    file.change_passphrase(PASSPHRASE, "anders")
    assert content(file) == FAMILY
    file.close()
    assert path.read_bytes()[:16] != salt
    assert beside(path) == {"gezin.tijdlijn"}
    assert (opens_with(path, "anders"), opens_with(path, PASSPHRASE)) == (True, False)


def test_after_a_new_passphrase_the_file_can_be_changed_and_copied(path):
    file = make(path, FAMILY)
    file.change_passphrase(PASSPHRASE, "anders")
    with file.writing() as connection:
        rows.remove(connection, "c", type(FAMILY.entries[0]), [FAMILY.entries[0].id])
    assert len(content(file).entries) == 59
    file.copy(path.with_name("kopie.tijdlijn"))
    file.close()
    CasebookFile.open(path.with_name("kopie.tijdlijn"), "anders").close()


def test_the_passphrase_is_changed_only_by_who_knows_it(path):
    file = make(path, FAMILY)
    with pytest.raises(Problem, match="huidige wachtwoord is onjuist"):
        file.change_passphrase("fout", "anders")
    file.close()
    assert opens_with(path, PASSPHRASE)


@pytest.mark.parametrize("moment", ["_copy", "_verify", "publish"])
def test_a_change_of_passphrase_that_fails_anywhere_leaves_the_old_one(path, monkeypatch, moment):
    def fail(*given):
        raise OSError(28, "vol")

    file = make(path, FAMILY)
    with monkeypatch.context() as patch:
        patch.setattr(backup, moment, fail)
        with pytest.raises(Problem, match="schijf is vol"):
            file.change_passphrase(PASSPHRASE, "anders")
    assert content(file) == FAMILY
    file.close()
    assert beside(path) == {"gezin.tijdlijn"}
    assert (opens_with(path, "anders"), opens_with(path, PASSPHRASE)) == (False, True)


def test_a_change_of_passphrase_that_fails_when_it_was_done_is_done(path, monkeypatch):
    def fail(unfinished, target):
        unfinished.replace(target)
        raise OSError(5, "stuk")

    file = make(path, FAMILY)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "publish", fail)
        with pytest.raises(Problem):
            file.change_passphrase(PASSPHRASE, "anders")
    assert content(file) == FAMILY
    file.close()
    assert opens_with(path, "anders")


# A file that is taken away while it is open


def test_a_moved_file_is_not_written_and_can_be_rescued_by_a_copy(path):
    file = make(path, FAMILY)
    assert content(file) == FAMILY
    elsewhere = path.with_name("elders.tijdlijn")
    path.rename(elsewhere)
    before = elsewhere.read_bytes()
    with pytest.raises(Problem, match="verplaatst, vervangen of verwijderd"), file.writing() as connection:
        rows.remove_case(connection, "c")
    assert elsewhere.read_bytes() == before
    file.copy(path.with_name("gered.tijdlijn"))
    file.close()
    assert opens_with(path.with_name("gered.tijdlijn"), PASSPHRASE)


def test_a_replaced_file_is_not_written(path):
    file = make(path, FAMILY)
    path.rename(path.with_name("elders.tijdlijn"))
    path.write_bytes(PNG)
    with pytest.raises(Problem, match="verplaatst, vervangen of verwijderd"), file.writing() as connection:
        rows.remove_case(connection, "c")
    file.close()
    assert path.read_bytes() == PNG
