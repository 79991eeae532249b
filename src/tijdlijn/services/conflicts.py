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

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.comparing import Differences, compare
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


@dataclass(frozen=True, slots=True)
class CaseDifference:
    """How one case differs: from the open casebook to the copy. Without `differences` only one of them has it."""

    title: str
    differences: Differences | None
    is_in_copy: bool = True
    entries: int = 0


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
        ours, theirs = _cases(book), _cases(other)
    found = []
    for id_, case in ours.items():
        if id_ not in theirs:
            found.append(CaseDifference(case.title, None, is_in_copy=False, entries=len(case.entries)))
        elif not (told := compare(case, theirs[id_])).is_none:
            found.append(CaseDifference(case.title, told))
    found += [
        CaseDifference(case.title, None, entries=len(case.entries)) for id_, case in theirs.items() if id_ not in ours
    ]
    return tuple(found)


def _cases(book: OpenCasebook) -> dict[str, Case]:
    return {summary.id: book.case(summary.id) for summary in book.cases()}


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
