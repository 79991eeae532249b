"""A PDF with a password opens with it and tells nothing without it, in another program."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from tests.render_pdf.looking import pages_text
from tests.render_pdf.test_document import line, pdf_of
from tijdlijn.model.problems import Problem
from tijdlijn.render_pdf.protection import encrypted

WORD = "wilg-kade-zeven"


def opened(data: bytes, password: str | None) -> str:
    with pdfium.PdfDocument(data, password=password) as document:
        text: str = document[0].get_textpage().get_text_range()
        return text


def test_it_opens_with_the_password_and_says_what_it_said() -> None:
    plain = pdf_of(line("Noor ging naar Kompas"))
    assert opened(encrypted(plain, WORD), WORD) == "Noor ging naar Kompas" == pages_text(plain)[0]


@pytest.mark.parametrize("password", [None, "", "Wilg-kade-zeven"])
def test_it_stays_shut_without_the_password(password: str | None) -> None:
    with pytest.raises(pdfium.PdfiumError, match="password"):
        opened(encrypted(pdf_of(line("Noor")), WORD), password)


def test_it_is_aes_256_over_strings_streams_and_metadata() -> None:
    data = encrypted(pdf_of(line("Noor"), title="Gezin Geheim"), WORD)
    for words in (b"/V 5", b"/R 6", b"/Length 256", b"/CFM /AESV3", b"/StmF /StdCF", b"/StrF /StdCF"):
        assert words in data
    assert b"/EncryptMetadata false" not in data
    for told in ("Gezin Geheim", "tijdlijn"):
        assert told.encode() not in data
        assert told.encode("utf-16-be") not in data


def test_nothing_is_forbidden_to_who_has_the_password() -> None:
    """Said by the file itself: a reader that knows the owner's password passes over what it forbids."""
    with pikepdf.open(BytesIO(encrypted(pdf_of(line("Noor")), WORD)), password=WORD) as document:
        assert document.encryption.P & 0xF3C == 0xF3C


@pytest.mark.parametrize("typed", ["café in Čapek", "cafe\u0301 in Čapek", "🔑🔑🔑"])
def test_accents_open_it_however_they_were_typed(typed: str) -> None:
    data = encrypted(pdf_of(line("Noor")), typed)
    assert opened(data, "café in Čapek" if "in" in typed else typed) == "Noor"


@pytest.mark.parametrize("typed", ["", "   ", "x" * 128, "é" * 64])
def test_what_cannot_be_a_password_is_refused_in_dutch(typed: str) -> None:
    with pytest.raises(Problem, match="wachtwoord"):
        encrypted(pdf_of(line("Noor")), typed)


def test_the_same_document_is_locked_with_other_keys_each_time() -> None:
    plain = pdf_of(line("Noor"))
    assert encrypted(plain, WORD) != encrypted(plain, WORD)
