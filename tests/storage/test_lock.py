"""One holder at a time."""

import errno

import pytest

from tijdlijn.storage import lock
from tijdlijn.storage.lock import FileLock, NoLocks, Taken


def test_the_lock_is_held_until_it_is_given_back(tmp_path):
    path = tmp_path / "a.tijdlijn"
    first = FileLock.acquire(path)
    with pytest.raises(Taken):
        FileLock.acquire(path)
    first.release()
    first.release()
    FileLock.acquire(path).release()
    assert list(tmp_path.iterdir()) == []


def test_two_casebooks_in_a_folder_do_not_hinder_each_other(tmp_path):
    first, second = (FileLock.acquire(tmp_path / name) for name in ("a.tijdlijn", "b.tijdlijn"))
    first.release()
    second.release()


def test_a_lock_file_that_its_holder_just_took_away_does_not_count(tmp_path, monkeypatch):
    path = tmp_path / "a.tijdlijn"
    former = FileLock.acquire(path)
    take = lock._lock

    def at_the_last_moment(handle):
        former.release()
        take(handle)

    monkeypatch.setattr(lock, "_lock", at_the_last_moment)
    second = FileLock.acquire(path)
    monkeypatch.setattr(lock, "_lock", take)
    with pytest.raises(Taken):
        FileLock.acquire(path)
    second.release()


def test_who_holds_it_can_be_read_and_nonsense_names_nobody(tmp_path):
    path = tmp_path / "a.tijdlijn"
    held = FileLock.acquire(path)
    with pytest.raises(Taken) as caught:
        FileLock.acquire(path)
    assert caught.value.holder is not None
    assert caught.value.holder.is_this_computer
    beside = tmp_path / "a.tijdlijn.lock"
    for nonsense in (b"", b"{}", b'{"since": 3}', b'{"since": "0001-01-01", "account": 1, "computer": ""}', b"\xff"):
        beside.write_bytes(nonsense)
        assert lock.holder(path) is None or lock.holder(path).account == "1"
    held.release()


def test_a_lock_that_keeps_nobody_out_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "_lock", lambda handle: None)
    with pytest.raises(NoLocks):
        FileLock.acquire(tmp_path / "a.tijdlijn")

    def without(handle):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "_lock", without)
    with pytest.raises(NoLocks):
        FileLock.acquire(tmp_path / "a.tijdlijn")


def test_the_lock_file_of_another_is_not_taken_away(tmp_path):
    path = tmp_path / "a.tijdlijn"
    first = FileLock.acquire(path)
    (tmp_path / "a.tijdlijn.lock").unlink()
    second = FileLock.acquire(path)
    assert not first.is_in_place
    first.release()
    with pytest.raises(Taken):
        FileLock.acquire(path)
    second.release()
