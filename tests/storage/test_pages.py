"""The search that erasing is proven with sees more than a query does."""

from tests.storage.pages import found_in
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import derive, new_salt


def test_what_is_left_in_a_page_of_a_removed_row_is_found(tmp_path):
    path = tmp_path / "a.tijdlijn"
    raw = open_raw(path, derive("voorbeeld", new_salt()), create=True)
    raw.execute("PRAGMA secure_delete = OFF")
    raw.execute("CREATE TABLE entries (title TEXT)")
    raw.executemany("INSERT INTO entries VALUES (?)", [("wegvenster",), ("blijvend",)])
    raw.execute("DELETE FROM entries WHERE title = 'wegvenster'")
    raw.close()
    assert found_in(path, "voorbeeld", ["wegvenster", "blijvend", "nooit"]) == {"wegvenster", "blijvend"}
