"""Dutch words of the field → codes: of a whole table cell (`*_of`), or guessed from running words (`guess_*`).

Letter size, accents, a plural label and a closing full stop do not matter. What is not understood is None, never
a default: who asks decides what to do with that. The words themselves are data, in `lexicon_words` and `lexicon_signs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from tijdlijn.language import lexicon_signs as signs
from tijdlijn.language import lexicon_words as words
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.vocabulary import (
    LIFE_DOMAINS,
    SCHAKELMOMENT_TYPES,
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    Sector,
    Voice,
    Weight,
)

__all__ = [
    "aimed_at_of",
    "domain_of",
    "fold",
    "form_of",
    "guess_kind",
    "guess_schakelmoment",
    "guess_sector",
    "helped_of",
    "is_kind_code",
    "kader_of",
    "kind_of",
    "payer_of",
    "schakelmoment_of",
    "sector_of",
    "voice_of",
    "weight_of",
    "yes_or_no",
]

Code = TypeVar("Code", bound=StrEnum)
Meaning = TypeVar("Meaning")


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


def _key(text: str) -> str:
    """What two ways to write one word have in common: "Veilig_Thuis." and "veilig thuis"."""
    return squeezed(fold(text).replace("_", " ")).rstrip(".:").strip("\"'")


def _table(codes: Mapping[Code, str]) -> dict[str, Code]:
    """Every synonym, and then every code itself, which goes before all synonyms."""
    table = {_key(word): code for code, synonyms in codes.items() for word in _split(synonyms)}
    table.update({_key(code.value): code for code in codes})
    return table


_KINDS: dict[str, Kind] = _table(words.KIND_WORDS)
_KIND_CODES: dict[str, Kind] = {_key(name): kind for kind in Kind for name in (kind.value, kind.label, kind.plural)}
_KINDS.update(_KIND_CODES)
_SECTORS: dict[str, Sector] = _table(words.SECTOR_WORDS)
_SECTORS.update({_key(sector.label): sector for sector in Sector})
_KADERS = _table(words.KADER_WORDS)
_WEIGHTS = _table(words.WEIGHT_WORDS)
_FORMS = _table(words.FORM_WORDS)
_AIMS = _table(words.AIMED_AT_WORDS)
_HELPED = _table(words.HELPED_WORDS)
_PAYERS = _table(words.PAYER_WORDS)
_VOICES = _table(words.VOICE_WORDS)
_YES = frozenset(map(_key, _split(words.YES_WORDS)))
_NO = frozenset(map(_key, _split(words.NO_WORDS)))
_TYPES = {_key(word): code for code, synonyms in words.SCHAKELMOMENT_WORDS.items() for word in _split(synonyms)}
_TYPES.update({_key(name): name for name in SCHAKELMOMENT_TYPES})
_DOMAINS = {_key(word): name for name, synonyms in words.DOMAIN_WORDS.items() for word in _split(synonyms)}
_DOMAINS.update({_key(name): name for name in LIFE_DOMAINS})


def kind_of(text: str) -> Kind | None:
    """The kind that a table cell names, by code or synonym; None when it is empty or not understood."""
    return _KINDS.get(_key(text))


def is_kind_code(text: str) -> bool:
    """Whether the text is a kind's own name, not a synonym."""
    return _key(text) in _KIND_CODES


def sector_of(text: str) -> Sector | None:
    """The sector that a table cell names, by code, label or synonym."""
    return _SECTORS.get(_key(text))


def kader_of(text: str) -> Kader | None:
    """The frame that a table cell names."""
    return _KADERS.get(_key(text))


def weight_of(text: str) -> Weight | None:
    """The weight of help that a table cell names."""
    return _WEIGHTS.get(_key(text))


def form_of(text: str) -> PlacementForm | None:
    """The form of placement that a table cell names."""
    return _FORMS.get(_key(text))


def aimed_at_of(text: str) -> AimedAt | None:
    """At whom a table cell says help is aimed."""
    return _AIMS.get(_key(text))


def helped_of(text: str) -> Helped | None:
    """Whether a table cell says that help helped."""
    return _HELPED.get(_key(text))


def payer_of(text: str) -> Payer | None:
    """Out of which law a table cell says something is paid, by its code or a synonym of it."""
    return _PAYERS.get(_key(text))


def voice_of(text: str) -> Voice | None:
    """Whose account a table cell says an entry is."""
    return _VOICES.get(_key(text))


def yes_or_no(text: str) -> bool | None:
    """Whether a table cell says yes or no; None when it says neither."""
    key = _key(text)
    return True if key in _YES else False if key in _NO else None


def schakelmoment_of(text: str) -> str:
    """The type of schakelmoment: empty for none, "overig" for a mere yes; a type of one's own stays as it is."""
    answer = yes_or_no(text)
    if not text.strip() or answer is False:
        return ""
    return "overig" if answer else _TYPES.get(_key(text), squeezed(text))


def domain_of(text: str, domains: Iterable[str] = LIFE_DOMAINS) -> str | None:
    """The life domain that a table cell names, of the casebook's own list; by name, then by synonym."""
    own = {_key(name): name for name in domains}
    key = _key(text)
    return own.get(key) or own.get(_key(_DOMAINS.get(key, "")))


def _signs(rows: Iterable[tuple[Meaning, str]]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(rf"(?<!\w)(?:{'|'.join(map(_sign, _split(row)))})"), meaning) for meaning, row in rows)


def _sign(sign: str) -> str:
    return rf"{re.escape(sign[:-1])}(?!\w)" if sign.endswith(".") else re.escape(sign)


_KIND_SIGNS = _signs(signs.KIND_SIGNS)
_SECTOR_SIGNS = _signs(signs.SECTOR_SIGNS)
_TYPE_SIGNS = _signs(signs.SCHAKELMOMENT_SIGNS)


@lru_cache(maxsize=4_096)
def guess_kind(title: str) -> Kind | None:
    """What kind of entry a title most likely tells of; None when no word of it says so."""
    return _first(title, _KIND_SIGNS)


@lru_cache(maxsize=4_096)
def guess_sector(name: str) -> Sector | None:
    """The sector that a party's name gives away; None when it does not."""
    return sector_of(name) or _first(name, _SECTOR_SIGNS)


def guess_schakelmoment(title: str) -> str:
    """The type of turning point that a title tells of, or empty."""
    return _first(title, _TYPE_SIGNS) or ""


def _first(text: str, signs: tuple[tuple[re.Pattern[str], Meaning], ...]) -> Meaning | None:
    folded = squeezed(fold(text))
    return next((meaning for pattern, meaning in signs if pattern.search(folded)), None)
