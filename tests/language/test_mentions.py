"""Dates in running text: found where they stand, read as they are meant, and open where nobody can know."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.mentioned import NO_DATES, OPEN, TABLES, WRITTEN
from tijdlijn.language.mention_finding import find_mentions
from tijdlijn.language.mentions import Basis, Born, Mention, Note, Role
from tijdlijn.model.dates import UncertainDate

TIM = Born(("Tim",), UncertainDate.parse("2011-06-17"), gender="m")
LOTTE = Born(("Lotte",), UncertainDate.parse("2014-01-30"), gender="v")
MOEDER = Born(("Moeder",), UncertainDate.parse("1986"), is_child=False, gender="v")
FAMILY = (TIM, LOTTE, MOEDER)
ROWS = [(name, *row) for name, rows in TABLES.items() for row in rows]


def found(text: str, day: str | None = WRITTEN, notes: tuple[Note, ...] = ()) -> tuple[Mention, ...]:
    return find_mentions(text, notes, FAMILY, UncertainDate.parse(day) if day else None)


def the_one(mentions: tuple[Mention, ...], words: str) -> Mention:
    alike = [mention for mention in mentions if mention.words == words]
    assert len(alike) == 1, [mention.words for mention in mentions]
    return alike[0]


@pytest.mark.parametrize(("phenomenon", "text", "words", "meaning"), ROWS, ids=[f"{row[0]}: {row[2]}" for row in ROWS])
def test_a_date_is_found_and_read(phenomenon: str, text: str, words: str, meaning: str | None) -> None:
    mention = the_one(found(text), words)
    assert (mention.date.edtf if mention.date else None) == meaning
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_without_a_day_to_lean_on_a_date_stays_open_and_asks(text: str, words: str) -> None:
    mention = the_one(found(text, day=None), words)
    assert mention.date is None
    assert mention.basis is Basis.OPEN
    assert mention.question.endswith((".", "?"))


@pytest.mark.parametrize(
    "text",
    [
        "Ik leerde haar kennen in november, dat jaar weet ik niet meer.",
        "Hij kwam in november, vraag me niet welk jaar.",
        "Zij trouwden in november, maar niemand weet in welk jaar.",
    ],
)
def test_who_says_not_to_know_the_year_is_believed(text: str) -> None:
    mention = the_one(found(f"Op 4 mei 2019 was er overleg. {text}"), "november")
    assert mention.date is None
    assert mention.basis is Basis.OPEN


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == ()


def test_a_derived_date_says_what_it_leans_on() -> None:
    assert "datum van het stuk (16 oktober 2019)" in the_one(found("Gisteren belde school."), "Gisteren").how
    later = the_one(found("Op 3 mei 2016 was de zitting. De dag erna ging hij weg."), "De dag erna")
    assert (later.basis, "'3 mei 2016'" in later.how) == (Basis.EARLIER, True)
    assert "Tim is geboren: 17 juni 2011" in the_one(found("Op zijn zevende viel Tim."), "Op zijn zevende").how
    assert the_one(found("Op 3 mei 2016 viel hij."), "3 mei 2016").how == ""


def test_a_note_goes_before_the_day_of_the_document() -> None:
    text = "Kop.\nGisteren belde school.\nGisteren was er niets."
    note = Note(5, 28, UncertainDate.parse("2018-03-12"))
    first, second = (mention for mention in found(text, notes=(note,)) if mention.words == "Gisteren")
    assert first.date is not None
    assert second.date is not None
    assert (first.date.edtf, second.date.edtf) == ("2018-03-11", "2019-10-15")


def test_two_children_who_both_can_be_meant_are_asked_about() -> None:
    mention = the_one(found("Op 3-jarige leeftijd was er een opname."), "Op 3-jarige leeftijd")
    assert mention.question == "Over wie gaat 'op 3-jarige leeftijd': Tim of Lotte?"


def test_the_only_child_that_a_document_is_about_is_meant() -> None:
    text = "Betreft: Lotte\nOp 3-jarige leeftijd was er een opname."
    mention = the_one(found(text), "Op 3-jarige leeftijd")
    assert mention.date is not None
    assert mention.date.edtf == "[2017-01-30..2018-01-29]"


def test_a_date_of_birth_and_the_date_of_the_document_are_known_for_what_they_are() -> None:
    text = "Dagtekening: 16 oktober 2019\nBetreft: Tim, geboren op 17 juni 2011\nOp 3 mei 2016 viel hij."
    assert [mention.role for mention in found(text)] == [Role.DOCUMENT, Role.BIRTH, Role.FACT]


def test_a_birth_and_a_death_in_one_breath_are_two_dates() -> None:
    words = [mention.words for mention in found("Oma (3 maart 1931 - 12 mei 2016) was lief.")]
    assert words == ["3 maart 1931", "12 mei 2016"]


def test_two_years_about_as_likely_make_an_uncertain_date() -> None:
    mention = the_one(found("Genoemd: april."), "april")
    assert mention.date is not None
    assert mention.date.edtf in ("2019-04", "2019-04?", "2020-04?")


ALPHABET = "0123456789 -/.':,\n()emart juni zomer 2019 op in tot van week geleden zijn vrijdag groep"


@given(st.lists(st.sampled_from(ALPHABET.split(" ") + list("0123456789 -/.':\n")), max_size=24).map(" ".join))
def test_whatever_the_text_the_places_are_true_and_apart(text: str) -> None:
    mentions = found(text)
    assert all(text[mention.start : mention.end] == mention.words for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all((mention.date is None) == (mention.basis is Basis.OPEN) for mention in mentions)


YEARLESS = (
    "in maart",
    "gisteren",
    "vrijdag",
    "op 28 maart",
    "twee weken later",
    "vorig jaar",
    "in de zomer",
    "dat jaar",
)


@given(st.lists(st.sampled_from(YEARLESS), min_size=1, max_size=8))
def test_nothing_is_invented_in_a_text_without_an_anchor(pieces: list[str]) -> None:
    mentions = find_mentions(f"Zij belde {' en toen '.join(pieces)}.")
    assert mentions
    assert all(mention.date is None for mention in mentions)
