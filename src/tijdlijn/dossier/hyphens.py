"""Lines of print become running text again: what a line end cut in two is made whole, what it did not cut is not.

The rule: a hyphen at a line end goes only when it stood between two lower-case parts of one word; that of "IB-er",
"Noord-Holland", "2016-2018", "in- en uithuizig" and "auto-ongeluk" stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

HYPHENS = "-\u2010\u2011\xad"
SOFT = "\xad"
_LAST = re.compile(r"([^\W_]+)[-\u2010\u2011\xad]$")
_FIRST = re.compile(r"[^\W_]+")
_LINKING = frozenset(("en", "of", "als", "tot", "noch", "dan", "versus"))
_KEEPING = frozenset(("ex", "niet", "sociaal", "non", "bijna", "quasi", "mede", "vice", "half"))
"""First parts that Dutch writes with a hyphen."""
_COLLIDING = frozenset(["aa", "ee", "oo", "uu", "ii", "ae", "ai", "au", "ei", "eu", "ie", "oe", "oi", "ou", "ui", "ij"])
"""Vowels that would read as one sound: a compound keeps its hyphen between them."""


def joined(lines: Iterable[str], words: frozenset[str] = frozenset()) -> str:
    """The lines as one. `words` are those of the document in lower case, with their hyphens: they decide in doubt."""
    text = ""
    for line in lines:
        text = _with(text, line.strip(), words) if text else line.strip()
    return text


def _with(text: str, line: str, words: frozenset[str]) -> str:
    if not line or text[-1] not in HYPHENS:
        return f"{text} {line}" if line else text
    last, first = _LAST.search(text), _FIRST.match(line)
    if not last or not first:
        return f"{text}{line}" if first and text[-2:-1] in ("'", "’") else f"{text} {line}"
    if first[0].lower() in _LINKING and text[-1] != SOFT:
        return f"{text} {line}"
    return f"{text[:-1]}{line}" if _was_cut(last[1], first[0], text[-1], words) else f"{text[:-1]}-{line}"


def _was_cut(left: str, right: str, sign: str, words: frozenset[str]) -> bool:
    """Whether only the line end put the hyphen there."""
    if sign == SOFT:
        return True
    if left[-1].isdigit() or right[0].isdigit() or right[0].isupper() or left[-1].isupper() or len(left) == 1:
        return False
    whole, apart = (left + right).lower(), f"{left}-{right}".lower()
    if whole in words or apart in words:
        return whole in words
    return left.lower() not in _KEEPING and (left[-1] + right[0]).lower() not in _COLLIDING


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document as they stand within lines."""
    return frozenset(word for line in lines for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", line.lower())[:-1])
