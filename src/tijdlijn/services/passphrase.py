"""Passphrases: five random words to propose, and a gate against ones that are guessed in an afternoon.

The rule: the gate is asked by the window and the commands when a casebook is made, never when one is opened, and not
for the example, whose passphrase is public.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache

from tijdlijn.assets import resource
from tijdlijn.storage.encryption import wait_seconds

WORDS = 5
SHORTEST = 12
LEAST_LETTERS = 6
LEAST_WORDS = 4
LONG_ENOUGH = 20
EXAMPLE = "voorbeeld"

TOO_SHORT = f"Dit wachtwoord is te kort: gebruik minstens {SHORTEST} tekens, bijvoorbeeld vijf losse woorden."
TOO_PLAIN = "Dit wachtwoord is te eenvormig: gebruik meer verschillende letters, bijvoorbeeld vijf losse woorden."
TOO_COMMON = "Dit wachtwoord is te bekend en daardoor snel geraden: kies bijvoorbeeld vijf losse woorden."
TOO_FEW_WORDS = f"Dit wachtwoord is te makkelijk te raden: gebruik minstens {LEAST_WORDS} losse woorden."

_COMMON = ("wachtwoord", "paswoord", "password", "welkom", "geheim", "qwerty", "azerty", "tijdlijn", "casusboek")
_FILLER = re.compile(r"[\W\d_]+")
_PARTS = re.compile(r"[\s\-_.,;]+")


@cache
def words() -> tuple[str, ...]:
    """The shipped list: common Dutch words of three to ten plain letters."""
    return tuple(resource("woorden.txt").read_text("utf-8").split())


def propose(count: int = WORDS) -> str:
    """Random words with spaces between them; five are worth some 52 bits."""
    return " ".join(secrets.choice(words()) for _ in range(count))


def weakness(passphrase: str) -> str | None:
    """Why a passphrase is not good enough for real families, as a sentence for the user; None when it is."""
    text = unicodedata.normalize("NFC", passphrase).casefold()
    letters = _FILLER.sub("", text)
    if len(text.strip()) < SHORTEST:
        return TOO_SHORT
    if len(set(text)) < LEAST_LETTERS:
        return TOO_PLAIN
    if letters in ("", EXAMPLE, *_COMMON) or any(letters == word * 2 for word in _COMMON):
        return TOO_COMMON
    parts = [part for part in _PARTS.split(text.strip()) if part]
    if len(parts) < LEAST_WORDS and letters == "".join(parts) and len(text) < LONG_ENOUGH:
        return TOO_FEW_WORDS
    return None


__all__ = ["EXAMPLE", "propose", "wait_seconds", "weakness", "words"]
