"""How accounts that differ are told."""

from __future__ import annotations

import pytest

from tests.builders import case, entry
from tijdlijn.analysis.accounts import according_to, differing, sources_differ, told_beside
from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.vocabulary import Voice

SOURCES = (
    Source("in", "Intake"),
    Source("vt", "melding.odt", agency="Veilig Thuis"),
    Source("raad", "rapport.pdf", genre="raadsrapport", agency="de Raad"),
    Source("mail", "x.eml", genre="mail"),
)


def told(id_: str, title: str, when: str, *sources: str, voice: Voice = Voice.DOSSIER) -> Entry:
    return entry("gebeurtenis", when, title, id=id_, citations=tuple(Citation(s) for s in sources), voice=voice)


def family(*entries: Entry) -> Case:
    return case(*entries, sources=SOURCES)


@pytest.mark.parametrize(
    ("title", "sources", "words"),
    [
        ("Uit elkaar", ("in",), "‘Intake’"),
        ("Uit elkaar (volgens moeder juni 2015)", ("in",), "moeder (‘Intake’)"),
        ("Uit elkaar (volgens Veilig Thuis augustus 2015)", (), "Veilig Thuis"),
        ("Uit elkaar, volgens vader in de zomer", (), "vader"),
        ("Uit elkaar", ("vt",), "Veilig Thuis"),
        ("Uit elkaar", ("raad",), "het raadsrapport van de Raad"),
        ("Uit elkaar", ("mail", "in"), "de mail en ‘Intake’"),
        ("Uit elkaar", ("mail", "in", "vt"), "de mail, ‘Intake’ en 1 andere"),
        ("Uit elkaar", ("in", "in"), "‘Intake’"),
    ],
)
def test_who_says_it(title: str, sources: tuple[str, ...], words: str) -> None:
    one = told("a", title, "2015-06", *sources)
    assert according_to(family(one), one) == words


def test_the_family_says_it_itself() -> None:
    one = told("a", "Uit elkaar", "2015-06", voice=Voice.GEZIN)
    assert according_to(family(one), one) == "het gezin zelf"


ONE, OTHER = told("a", "Uit elkaar (volgens moeder)", "2015-06", "in"), told("b", "Scheiding", "2015-08", "vt")


def test_both_accounts_in_a_sentence_and_which_is_followed() -> None:
    said = "Volgens moeder (‘Intake’) juni 2015; volgens Veilig Thuis augustus 2015."
    assert sources_differ(family(ONE, OTHER), Contradiction("a", "b", 32)) == said
    followed = sources_differ(family(ONE, OTHER), Contradiction("a", "b", 32, "b"))
    assert followed == f"{said} Gevolgd: augustus 2015."


def test_an_entry_says_what_the_others_say() -> None:
    pair = (Contradiction("a", "b", 32, "b"),)
    assert list(told_beside(family(ONE, OTHER), "a", pair)) == [
        "Bronnen verschillen: volgens Veilig Thuis augustus 2015.",
        "De andere wordt gevolgd.",
    ]
    assert list(told_beside(family(ONE, OTHER), "b", pair))[1:] == ["Deze regel wordt gevolgd."]
    assert list(told_beside(family(ONE, OTHER), "c", pair)) == []


def test_who_is_followed_above_another_is_not_kept_beside_a_third() -> None:
    pairs = (Contradiction("a", "b", 1, "b"), Contradiction("b", "c", 1, "c"), Contradiction("d", "e", 1))
    assert dict(differing(pairs)) == {"a": True, "b": False, "c": False, "d": False, "e": False}
