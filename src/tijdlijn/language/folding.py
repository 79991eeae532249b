"""Text made comparable: small letters without accents, character for character, so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata

_SAME_MEANING = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("‘’´`", "'"), "\u00a0": " "})
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Small letters, accents off, one kind of dash and quote. As long as `text`: offsets hold in both."""
    plain = text.translate(_SAME_MEANING)
    return plain.lower() if plain.isascii() else "".join(map(_fold_character, plain))


def squeezed(text: str) -> str:
    """Without spaces around it, and with single spaces inside."""
    return _SPACES.sub(" ", text).strip()


def name_key(name: str) -> str:
    """A name made comparable."""
    return fold(squeezed(name))


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
