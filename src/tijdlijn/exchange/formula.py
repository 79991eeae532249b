"""Text that a spreadsheet would take for a formula, made safe and back (CWE-1236).

The rule: what goes into separated values goes through `guarded`, what comes out of them through `unguarded`; the two
are each other's inverse for every text. A spreadsheet file needs no guard: there a cell has a type.
"""

from __future__ import annotations

import re

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet could run it."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text
