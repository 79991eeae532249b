"""Conflict copies beside a casebook: what a sync service made when two computers changed it at once.

The rule: a copy is known by its name and by what is in it: the same casebook, with something in its log that the open
one does not have. So an older copy, which holds nothing else, is none. Looking at one writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.comparing import CaseDifference, between
from tijdlijn.services.guarded import Access
from tijdlijn.storage import audit
from tijdlijn.storage.errors import FileProblem

_SAYS_SO = re.compile(r"conflict|case conflict|gelijktijdig|sync-conflict", re.IGNORECASE)
_BEHIND = re.compile(r"[ ._-]*(\([^()]*\)|[ ._-][^/]{1,80})$")
_OURS = re.compile(r"-voor-omzetting-van-versie-\d+$")


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A copy. `is_open_to_us` says that it has the same passphrase."""

    path: Path
    changed: datetime
    is_open_to_us: bool


def beside(book: OpenCasebook) -> tuple[ConflictCopy, ...]:
    """The conflict copies beside a casebook, by name."""
    return tuple(_copies(book))


def differences(book: OpenCasebook, copy: Path, passphrase: str | None = None) -> tuple[CaseDifference, ...]:
    """What a copy has otherwise than the open casebook, case by case; what is equal is left out.

    Without a passphrase it is opened under that of the casebook. Raises Problem, having written nothing.
    """
    if passphrase is None:
        other = book.beside(copy, Access.READ)
    else:
        other = OpenCasebook.open(copy, passphrase, today=book.today, access=Access.READ)
    with other:
        return between(book.all_cases(), other.all_cases())


def _copies(book: OpenCasebook) -> Iterator[ConflictCopy]:
    path = book.path
    try:
        others = sorted(path.parent.glob(f"*{path.suffix}"))
    except OSError:
        return
    for other in others:
        if other == path or not _is_named_so(path.stem, other.stem):
            continue
        try:
            changed = datetime.fromtimestamp(other.stat().st_mtime).astimezone()
            with book.beside(other, Access.READ) as copy:
                is_same, last = copy.generation.book == book.generation.book, copy.read(audit.last_link)
            if is_same and not book.read(lambda raw, last=last: audit.has_link(raw, last)):  # type: ignore[misc]
                yield ConflictCopy(other, changed, is_open_to_us=True)
        except FileProblem:
            if _SAYS_SO.search(other.stem):
                yield ConflictCopy(other, changed, is_open_to_us=False)
        except (Problem, OSError):
            continue


def _is_named_so(stem: str, other: str) -> bool:
    """Whether a name is that of the casebook with something behind it, as sync services and browsers make it."""
    return other.startswith(stem) and bool(_BEHIND.fullmatch(other[len(stem) :])) and not _OURS.search(other)
