"""What the panel of people says of each person and party: one line of details, a count, a tip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import age_on
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class RowText:
    """What one row shows. `named` is how many entries name him, her or it."""

    id: str
    title: str
    detail: str
    named: int


def persons_of(case: Case) -> tuple[RowText, ...]:
    """The family: the children it is about first, oldest first, then the others in their own order."""
    named = Counter(id_ for entry in case.entries for id_ in entry.person_ids)
    others = sorted((person for person in case.persons if not person.is_focus), key=lambda p: p.order)
    return tuple(
        RowText(person.id, person.name, detail_of(case, person), named[person.id]) for person in (*case.focus, *others)
    )


def parties_of(case: Case) -> dict[Sector, tuple[RowText, ...]]:
    """The parties by sector, in the order of the sectors; sectors without a party are left out."""
    named = Counter(id_ for entry in case.entries for id_ in entry.party_ids)
    workers: dict[str, list[Worker]] = {}
    for worker in case.workers:
        workers.setdefault(worker.party_id, []).append(worker)
    groups: dict[Sector, list[Party]] = {}
    for party in sorted(case.parties, key=lambda p: (p.order, p.name.casefold())):
        groups.setdefault(party.sector, []).append(party)
    return {
        sector: tuple(
            RowText(party.id, party.name, _names(workers.get(party.id, ())), named[party.id])
            for party in groups[sector]
        )
        for sector in Sector
        if sector in groups
    }


def loose_workers_of(case: Case) -> tuple[RowText, ...]:
    """The professionals of whom it is not known for whom they work."""
    named = Counter(id_ for entry in case.entries for id_ in entry.worker_ids)
    return tuple(RowText(worker.id, worker.name, worker.function, named[worker.id]) for worker in case.workers_of(""))


def detail_of(case: Case, person: Person) -> str:
    """Role, birth as written and age on the reference day: "moeder · mei 1988 · 35 jaar"."""
    parts = [person.role]
    if person.birth is not None:
        parts += [shown(person.birth), age_text(*age_on(person.birth, case.reference))]
    return " · ".join(filter(None, parts))


def age_text(least: int, most: int) -> str:
    """An age in words: "12 jaar", "12 of 13 jaar", "11 tot 14 jaar", or that the birth is still to come."""
    if most < 0:
        return _tr("nog niet geboren")
    least = max(least, 0)
    if least == most:
        return _tr("{0} jaar").format(most)
    if most - least == 1:
        return _tr("{0} of {1} jaar").format(least, most)
    return _tr("{0} tot {1} jaar").format(least, most)


def told(named: int) -> str:
    """How many entries name somebody, in words."""
    if not named:
        return _tr("geen regel")
    return _tr("1 regel") if named == 1 else _tr("{0} regels").format(named)


def removal(row: RowText) -> str:
    """What taking somebody out does."""
    if not row.named:
        return _tr("{0} verwijderen").format(row.title)
    told_of = _tr("Eén regel noemt") if row.named == 1 else _tr("{0} regels noemen").format(row.named)
    return _tr("{0} verwijderen. {1} deze naam; die blijven staan, zonder de naam.").format(row.title, told_of)


def _names(workers: Iterable[Worker]) -> str:
    return ", ".join(worker.name for worker in sorted(workers, key=lambda w: w.order))


def _tr(text: str) -> str:
    return QCoreApplication.translate("people", text)
