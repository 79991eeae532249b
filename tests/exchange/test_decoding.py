"""Bytes of unknown encoding: what Windows, Office and older systems write is read, what is no text is refused."""

from __future__ import annotations

import pytest

from tijdlijn.exchange.decoding import decoded

TEXT = "Coördinator belde op 3 mei 2019 – “geen gehoor”, € 12"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_a_file_of_two_makes_is_read_line_by_line() -> None:
    assert decoded("café\n".encode() + "café\n".encode("cp1252") + "café".encode()) == "café\ncafé\ncafé"


def test_a_byte_that_no_encoding_knows_costs_no_other_character() -> None:
    assert decoded(b"op 3 mei \x81 2019").replace("\x81", "") == "op 3 mei  2019"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(32)) * 4, b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnicodeError):
        decoded(data)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decoded(b"") == ""
