"""Links between entries: draw one, take them out. Each is one step; a link goes with either of its entries."""

from __future__ import annotations

from collections.abc import Sequence

from tijdlijn.model.casebook import Case
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

GONE = "Een van de twee regels staat niet meer op de tijdlijn; er is niets verbonden. Kies twee regels die er staan."
TO_ITSELF = "Een regel kan niet met zichzelf verbonden worden; er is niets gewijzigd. Kies een andere regel."
THERE = "{0} en {1} zijn al zo verbonden ('{2}'); er is niets gewijzigd. Kies een andere soort verbinding."


def add_link(book: OpenCasebook, case_id: str, from_id: str, to_id: str, kind: LinkKind = LinkKind.LEIDT_TOT) -> Change:
    """Draw a link from one entry to another. Raises Problem when an entry is not there, when both are the same, or
    when this link is there already."""
    case = book.case(case_id)
    if from_id not in case.entries_by_id or to_id not in case.entries_by_id:
        raise Problem(GONE)
    if from_id == to_id:
        raise Problem(TO_ITSELF)
    ends = _title(case, from_id), _title(case, to_id)
    if any((link.from_id, link.to_id, link.kind) == (from_id, to_id, kind) for link in case.links):
        raise Problem(THERE.format(*ends, kind.label))
    link = Link(new_id(), kind, from_id, to_id)
    return apply(book, case_id, Batch(links=(link,)), "Verbind {} met {}".format(*ends))


def delete_links(book: OpenCasebook, case_id: str, ids: Sequence[str]) -> Change:
    """Take links out; the entries stay. Ids that are not there are passed over."""
    case = book.case(case_id)
    gone = [link for link in case.links if link.id in ids]
    name = f"Verwijder {len(gone)} verbindingen"
    if len(gone) == 1:
        name = f"Verbreek de verbinding van {_title(case, gone[0].from_id)} met {_title(case, gone[0].to_id)}"
    return apply(book, case_id, Batch(removed_links=tuple(link.id for link in gone)), name)


def _title(case: Case, id_: str) -> str:
    entry = case.entries_by_id[id_]
    return quoted(entry.title or entry.kind.label)
