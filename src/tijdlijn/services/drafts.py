"""What was typed in a case and is not entered yet, kept inside the casebook so that nothing brings it away.

The rule: a draft is no step and no record; whoever enters it or empties it drops it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import drafts


def drafts_of(book: OpenCasebook, case_id: str) -> dict[str, str]:
    """What each place of a case holds. Raises Problem."""
    return book.read(lambda raw: drafts.of_case(raw, case_id))


def keep_drafts(book: OpenCasebook, case_id: str, changes: Mapping[str, str]) -> None:
    """Keep what places hold now; an empty text drops what a place held. On disk when it returns. Raises Problem."""
    write: Any = partial(drafts.keep, case_id=case_id, changes=changes)
    book.jot(write)
