"""Accounts that contradict each other: follow one of them, say that they are two events, take that back.

Every verb is one step, and the entries themselves stay as they are. What was decided is kept as a link between the two
(`LinkKind.is_verdict`), at most one for each pair, and goes with either of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tijdlijn.model.casebook import Case
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

GONE = "Een van deze regels staat niet meer op de tijdlijn; er is niets gekozen. Kies twee regels die er staan."
TO_ITSELF = "Een regel spreekt zichzelf niet tegen; er is niets gekozen. Kies twee verschillende regels."


def follow(book: OpenCasebook, case_id: str, followed_id: str, other_ids: Sequence[str]) -> Change:
    """Follow this account above the others, which are kept. Raises Problem when one of them is not there."""
    case = book.case(case_id)
    _check(case, followed_id, other_ids)
    links = [_link(case, LinkKind.GEVOLGD_BOVEN, followed_id, other) for other in other_ids]
    step = f"Volg {_title(case, followed_id)} waar bronnen verschillen"
    return _put(book, case, links, step)


def keep_apart(book: OpenCasebook, case_id: str, one_id: str, other_ids: Sequence[str]) -> Change:
    """Remember that an entry and these others are no accounts of one event. Raises Problem as `follow` does."""
    case = book.case(case_id)
    _check(case, one_id, other_ids)
    links = [_link(case, LinkKind.ANDERE_GEBEURTENIS, one_id, other) for other in other_ids]
    named = " en ".join(_title(case, id_) for id_ in (one_id, *other_ids[:1]))
    return _put(book, case, links, f"Geen tegenspraak: {named} zijn twee gebeurtenissen")


def forget(book: OpenCasebook, case_id: str, one_id: str, other_ids: Sequence[str]) -> Change:
    """Take back what was decided about an entry and these others; where nothing was, nothing changes."""
    case = book.case(case_id)
    gone = [link.id for other in other_ids for link in verdicts_of(case, one_id, other)]
    name = _title(case, one_id) if one_id in case.entries_by_id else ""
    return apply(book, case_id, Batch(removed_links=tuple(gone)), f"Neem de keuze bij {name} terug")


def verdicts_of(case: Case, one_id: str, other_id: str) -> tuple[Link, ...]:
    """What was decided about two entries, whichever way round."""
    ends = {one_id, other_id}
    about = case.links_by_entry.get(one_id, ())
    return tuple(link for link in about if link.kind.is_verdict and {link.from_id, link.to_id} == ends)


def kept_apart(case: Case, id_: str) -> tuple[str, ...]:
    """The entries of which somebody said that they are another event than this one."""
    about = case.links_by_entry.get(id_, ())
    apart = (link for link in about if link.kind is LinkKind.ANDERE_GEBEURTENIS)
    return tuple(dict.fromkeys(link.to_id if link.from_id == id_ else link.from_id for link in apart))


def _put(book: OpenCasebook, case: Case, links: Sequence[Link], step: str) -> Change:
    """Put verdicts in the place of what was decided about the same pairs."""
    kept = {link.id for link in links}
    old = (old.id for link in links for old in verdicts_of(case, link.from_id, link.to_id))
    gone = tuple(id_ for id_ in old if id_ not in kept)
    return apply(book, case.id, Batch(links=tuple(links), removed_links=gone), step)


def _link(case: Case, kind: LinkKind, from_id: str, to_id: str) -> Link:
    """The verdict, with the id of the one that says so already: then nothing changes."""
    said = (link for link in verdicts_of(case, from_id, to_id) if link.kind is kind)
    same = next((link for link in said if kind is LinkKind.ANDERE_GEBEURTENIS or link.from_id == from_id), None)
    return same or Link(new_id(), kind, from_id, to_id)


def _check(case: Case, one_id: str, other_ids: Sequence[str]) -> None:
    if one_id not in case.entries_by_id or any(id_ not in case.entries_by_id for id_ in other_ids) or not other_ids:
        raise Problem(GONE)
    if one_id in other_ids:
        raise Problem(TO_ITSELF)


def _title(case: Case, id_: str) -> str:
    entry = case.entries_by_id[id_]
    return quoted(entry.title or entry.kind.label)
