"""One holder at a time."""

import pytest

from tijdlijn.storage import lock
from tijdlijn.storage.lock import FileLock, Taken


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
