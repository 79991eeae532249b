"""Whether one document is a newer version of another: by its name, and by how much of the text is the same.

The rule: a text is only taken for a newer version when the names say so and the texts do not deny it. Two files that
happen to have the same name, as "intake.docx" of two agencies, stay two documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from tijdlijn.language.folding import fold, squeezed

SAME_NAME = 0.2
"""The least part of the shorter text that both have, for documents of one name."""
LIKE_NAME = 0.6
"""The same, for documents whose names differ by a version or a date."""
_RUN = 5
"""Words in a row that are compared."""

_DATE = r"(?:19|20)\d\d[-_. ]?\d\d(?:[-_. ]?\d\d)?|\d{1,2}[-_. ]\d{1,2}[-_. ](?:19|20)?\d\d|\d{8}"
_VERSION = r"(?:v|vs|versie|rev|kopie|copy|concept|def|definitief|definitieve versie|nieuw|final|getekend|ondertekend)"
_TAIL = re.compile(rf"[-_.,\s]*(?:\(\d{{1,2}}\)|(?<![^\W_]){_VERSION}[-_. ]?(?:\d+(?:[._]\d+)*)?|(?<!\d)(?:{_DATE}))$")
_DRAFT = re.compile(r"(?<![^\W_])(?:concept|klad)(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")


def is_newer(old_name: str, old_text: Callable[[], str | None], new_name: str, new_text: str) -> bool:
    """Whether the second document replaces the first, whose text is asked for when the names do not say enough.

    That text may not be known (None): then it does when their names are the same.
    """
    if _DRAFT.search(fold(new_name)) and not _DRAFT.search(fold(old_name)):
        return False
    if fold(old_name) == fold(new_name):
        text = old_text()
        return text is None or likeness(text, new_text) >= SAME_NAME
    if bare_name(old_name) != bare_name(new_name):
        return False
    text = old_text()
    return text is not None and likeness(text, new_text) >= LIKE_NAME


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ in nothing but spaces and line ends."""
    return squeezed(first) == squeezed(second)


def bare_name(name: str) -> str:
    """A file name without its ending, and without the signs of a version or a date at its end."""
    bare = fold(PurePath(name).stem).strip()
    while (shorter := _TAIL.sub("", bare)) and shorter != bare:
        bare = shorter
    return re.sub(r"[-_\s]+", " ", bare).strip()


def likeness(first: str, second: str) -> float:
    """Which part of the shorter text both have, from 0 to 1, however their lines are broken."""
    one, other = _runs(first), _runs(second)
    least = min(len(one), len(other))
    return len(one & other) / least if least else float(same_words(first, second))


def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(fold(text))
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
