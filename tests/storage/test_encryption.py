"""From a passphrase to a key."""

import pytest

from tijdlijn.model.problems import Problem
from tijdlijn.storage import encryption
from tijdlijn.storage.encryption import FileKey, derive, new_salt, read_salt, wait_seconds

SALT = bytes(range(16))


def test_the_costs_are_part_of_the_file_format(real_key_cost):
    assert (encryption.MEMORY_KIB, encryption.TIME_COST, encryption.LANES) == (65_536, 3, 1)
    known = "fc98fb04a27055ccb22857723034e9723030ed681b893f3b328e8ecd7b73a32f"
    assert derive("voorbeeld", SALT).key.hex() == known


def test_another_passphrase_or_salt_is_another_key():
    keys = {derive(text, salt).key for text in ("een", "Een", "een ") for salt in (SALT, SALT[::-1])}
    assert len(keys) == 6


def test_an_accent_typed_in_two_ways_is_the_same_passphrase():
    assert derive("caf\u00e9", SALT).key == derive("cafe\u0301", SALT).key


@pytest.mark.parametrize(("key", "salt"), [(b"k" * 31, SALT), (b"k" * 33, SALT), (b"k" * 32, SALT[:-1]), (b"", b"")])
def test_a_key_of_the_wrong_length_is_refused(key, salt):
    with pytest.raises(AssertionError):
        FileKey(key, salt)


def test_a_key_does_not_show_itself():
    key = derive("voorbeeld", SALT)
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)


def test_a_passphrase_that_cannot_be_written_is_said_to_be_so():
    with pytest.raises(Problem, match="teken dat niet bestaat"):
        derive("\ud800", SALT)


def test_too_little_memory_is_said_to_be_so(monkeypatch):
    monkeypatch.setattr(encryption, "MEMORY_KIB", 2**31)
    with pytest.raises(Problem, match="te weinig geheugen"):
        derive("voorbeeld", SALT)


def test_salts_differ():
    assert len({new_salt() for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "beschadigd"), (b"x" * 15, "beschadigd"), (b"SQLite format 3\0...", "geen casusboek")]
)
def test_what_can_be_no_casebook_has_no_salt(tmp_path, content, said):
    path = tmp_path / "a.tijdlijn"
    path.write_bytes(content)
    with pytest.raises(Problem, match=said):
        read_salt(path)


def test_each_wrong_passphrase_makes_the_wait_longer_up_to_a_minute():
    assert [wait_seconds(tries) for tries in range(11)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert wait_seconds(100_000) == 60
