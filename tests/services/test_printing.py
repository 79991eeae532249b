"""Printing: names need consent, and what is stopped leaves no file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.books import book_of
from tests.builders import case, entry, person
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.layout.sheet import MASKED
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Consent
from tijdlijn.report.options import CHRONOLOGY, OVERVIEW, PageOptions
from tijdlijn.services import printing
from tijdlijn.services.consent import reason_to_mask

CHRONICLE = PageOptions(parts=(CHRONOLOGY,))


def family(consents: bool) -> Case:
    made = case(
        entry("hulpvraag", "2018-03", "School vraagt hulp voor Noor", persons="noor"),
        persons=[person("Noor", "2010-06-24", focus=True)],
    )
    return replace(made, consents=(Consent("1", "bespreken", "Moeder", date(2020, 1, 1)),)) if consents else made


def words(made: Case, options: PageOptions) -> str:
    drawn = (draft.drawing(1, 1) for draft in printing.pages(made, options))
    return " ".join(item.text for page in drawn for item in flatten(page.items) if isinstance(item, Text))


def test_names_are_printed_when_the_family_consented() -> None:
    assert not reason_to_mask(family(True))
    assert "Noor" in words(family(True), CHRONICLE)


def test_without_consent_pages_get_pseudonyms_whatever_was_asked_and_say_so() -> None:
    assert "toestemming" in reason_to_mask(family(False))
    for options in (CHRONICLE, replace(CHRONICLE, pseudonyms=True)):
        assert "Noor" not in words(family(False), options)
        assert MASKED in words(family(False), replace(options, parts=(OVERVIEW,)))
    assert printing.pdf(family(False), CHRONICLE) == printing.pdf(family(False), replace(CHRONICLE, pseudonyms=True))


@pytest.mark.parametrize("at", [(1, 1), (0, 0)])
def test_what_is_stopped_leaves_what_was_there(tmp_path: Path, at: tuple[int, int]) -> None:
    path = tmp_path / "uit" / "x.pdf"
    path.parent.mkdir()
    path.write_text("oud")

    def stop(number: int, pages: int) -> None:
        if (number, pages) == at:
            raise Problem("Afgebroken.")

    with book_of(family(True), tmp_path) as book, pytest.raises(Problem, match="Afgebroken"):
        printing.print_pdf(book, "c", path, CHRONICLE, stop)
    assert path.read_text() == "oud"
    assert [found.name for found in path.parent.iterdir()] == ["x.pdf"]


def test_the_same_options_give_the_same_bytes() -> None:
    assert printing.pdf(family(True), CHRONICLE) == printing.pdf(family(True), CHRONICLE)
