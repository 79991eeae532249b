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


Runs = frozenset[int]
"""What a text says, to be compared with another in the same run of the program."""


def is_newer(old_name: str, new_name: str, alike: Callable[[], float | None]) -> bool:
    """Whether the second document replaces the first: by their names, and how much their texts are alike (`likeness`).

    That is only asked for when the names do not deny it, and None when the old text is not known: then the same name is
    enough.
    """
    if _DRAFT.search(fold(new_name)) and not _DRAFT.search(fold(old_name)):
        return False
    if fold(old_name) == fold(new_name):
        share = alike()
        return share is None or share >= SAME_NAME
    return bare_name(old_name) == bare_name(new_name) and (alike() or 0.0) >= LIKE_NAME


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ in nothing but spaces and line ends."""
    return squeezed(first) == squeezed(second)


def bare_name(name: str) -> str:
    """A file name without its ending, and without the signs of a version or a date at its end."""
    bare = fold(PurePath(name).stem).strip(" .")
    while (shorter := _TAIL.sub("", bare)) and shorter != bare:
        bare = shorter
    return re.sub(r"[-_\s]+", " ", bare).strip()


def likeness(one: Runs, other: Runs) -> float:
    """Which part of the shorter text both have, from 0 to 1, however their lines are broken."""
    return len(one & other) / min(len(one), len(other))


def runs(text: str) -> Runs:
    """Every five words in a row of a text; a shorter text is one run."""
    words = _WORD.findall(fold(text))
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(max(len(words) - _RUN, 0) + 1))
