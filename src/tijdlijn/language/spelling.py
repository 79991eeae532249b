"""Spelling one character aloud in Dutch, so that it is written down and typed back without a doubt.

The rule: no two characters are spelled alike, so that the words alone say which one is meant, whatever it looks like
in print (l, I, 1 and |; O and 0). What a Dutch keyboard does not give is not spelled.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_NAMES = (
    "Anton Bernard Cornelis Dirk Eduard Ferdinand Gerard Hendrik Izaak Johan Karel Lodewijk Maria Nico Otto Pieter "
    "Quotiënt Rudolf Simon Theodor Utrecht Victor Willem Xantippe Ypsilon Zaandam"
)
_ALPHABET: Mapping[str, str] = MappingProxyType({name[0].lower(): name for name in _NAMES.split()})
"""The Dutch telephone alphabet."""

_DIGITS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_MARKS: Mapping[str, str] = MappingProxyType(
    {
        "\u0300": "accent grave",
        "\u0301": "accent aigu",
        "\u0302": "dakje",
        "\u0303": "tilde",
        "\u0308": "trema",
        "\u030a": "rondje",
        "\u030c": "haakje",
        "\u0327": "cedille",
    }
)
_OTHERS: Mapping[str, str] = MappingProxyType(
    {"ß": "ringel-s", "æ": "a-e aaneen", "œ": "o-e aaneen", "ø": "o doorstreept"}
)
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        " ": "spatie",
        "!": "uitroepteken",
        '"': "aanhalingsteken dubbel",
        "#": "hekje",
        "$": "dollarteken",
        "%": "procentteken",
        "&": "en-teken",
        "'": "aanhalingsteken enkel",
        "(": "haakje openen",
        ")": "haakje sluiten",
        "*": "sterretje",
        "+": "plusteken",
        ",": "komma",
        "-": "koppelteken",
        ".": "punt",
        "/": "schuine streep",
        ":": "dubbele punt",
        ";": "puntkomma",
        "<": "kleiner dan",
        "=": "is-teken",
        ">": "groter dan",
        "?": "vraagteken",
        "@": "apenstaartje",
        "[": "blokhaak openen",
        "\\": "schuine streep achterover",
        "]": "blokhaak sluiten",
        "^": "los dakje",
        "_": "laag streepje",
        "`": "los accent grave",
        "{": "accolade openen",
        "|": "rechte streep",
        "}": "accolade sluiten",
        "~": "losse tilde",
        "€": "euroteken",
        "£": "pondteken",
        "§": "paragraafteken",
        "°": "gradenteken",
    }
)


def spelled(char: str) -> str | None:
    """The character in words, as in "hoofdletter K van Karel"; None when it is not spelled.

    `char` is one character in composed form (NFC).
    """
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isascii() and char.isdigit():
        return f"cijfer {_DIGITS[int(char)]}"
    size = "hoofdletter" if char.isupper() else "kleine"
    low = char.lower()
    if low in _OTHERS:
        return f"{size} {_OTHERS[low]}"
    base, *marks = list(unicodedata.normalize("NFD", low))
    if base not in _ALPHABET or len(marks) > 1 or any(mark not in _MARKS for mark in marks):
        return None
    above = f" met {_MARKS[marks[0]]}" if marks else ""
    return f"{size} {base.upper() if char.isupper() else base} van {_ALPHABET[base]}{above}"
