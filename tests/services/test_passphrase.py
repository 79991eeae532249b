"""Passphrases that are proposed, and passphrases that are refused."""

import re

import pytest

from tijdlijn.services import passphrase
from tijdlijn.services.passphrase import propose, weakness, words


def test_the_list_is_long_plain_and_without_repeats():
    assert len(words()) >= 1_024
    assert list(words()) == sorted(set(words()))
    assert all(re.fullmatch("[a-z]{3,10}", word) for word in words())


def test_five_words_of_the_list_are_proposed_and_differ_each_time():
    made = {propose() for _ in range(50)}
    assert len(made) == 50
    for proposal in made:
        assert len(proposal.split(" ")) == 5
        assert set(proposal.split()) <= set(words())


def test_what_is_proposed_is_good_enough():
    assert [proposal for proposal in (propose() for _ in range(300)) if weakness(proposal)] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "te kort"),
        ("voorbeeld", "te kort"),
        ("Tr0ub4dor&3", "te kort"),
        ("           a", "te kort"),
        ("aaaaaaaaaaaaaaaa", "te eenvormig"),
        ("121212121212", "te eenvormig"),
        ("12345678901234", "te bekend"),
        ("Wachtwoord2024!", "te bekend"),
        ("welkomwelkom01", "te bekend"),
        ("Tijdlijn-2026!", "te bekend"),
        ("boomverzorging", "te makkelijk"),
        ("twee woorden", "te makkelijk"),
    ],
)
def test_a_weak_passphrase_is_told_why(text, reason):
    assert reason in weakness(text)


@pytest.mark.parametrize(
    "text",
    [
        "koe fiets regen lamp",
        "koe-fiets-regen-lamp",
        "vC8!kqz2Lm#d",
        "mijn tante woont al jaren in Assen",
        "zes7acht9groene",
    ],
)
def test_a_good_passphrase_passes(text):
    assert weakness(text) is None


def test_the_wait_after_wrong_tries_can_be_asked_here():
    assert passphrase.wait_seconds(5) == 4
