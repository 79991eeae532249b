"""Who is who: the family, and the parties with their sector and workers, as two tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.drawing.primitives import Face
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.flow import Block, FlowPage, paginate
from tijdlijn.layout.parts import heading, part_title
from tijdlijn.layout.sheet import Frame
from tijdlijn.layout.tables import Cell, Column, Paragraph, Row, grid, head, rows_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Party, Person

PART = "Gezin en partijen"
LEAD = "Achter elke naam staat in hoeveel regels van de tijdlijn die voorkomt."
PERSONS = (
    Column("Naam", 80, 160, share=1),
    Column("Rol", 60, 140, share=1),
    Column("Geboren", 60, 150, share=2),
    Column("Regels", 34, 40),
)
PARTIES = (
    Column("Naam", 80, 190, share=1),
    Column("Sector", 70, 170, share=1),
    Column("Medewerkers", 80, 230, share=2),
    Column("Regels", 34, 40),
)


def people_pages(case: Case, frame: Frame) -> tuple[FlowPage, ...]:
    """Both tables; one without rows is left out."""
    return paginate(_blocks(case, frame), frame)


def _blocks(case: Case, frame: Frame) -> Iterator[Block]:
    yield part_title(PART, LEAD, frame.width)
    if case.persons:
        yield heading("Het gezin", "", frame.width)
        yield from _table(PERSONS, [_person(case, person) for person in _ordered_persons(case)], frame)
    if case.parties:
        yield heading("Betrokken partijen en hun medewerkers", "", frame.width)
        parties = sorted(case.parties, key=lambda party: (party.sector.label.lower(), party.order, party.name))
        rows = [_party(case, party) for party in parties]
        yield from _table(PARTIES, [*rows, *_unplaced(case)], frame)


def _table(columns: Sequence[Column], rows: Sequence[Row], frame: Frame) -> Iterator[Block]:
    table = grid(columns, rows, frame.width)
    yield head(table, section=2)
    for number, row in enumerate(rows):
        yield from rows_of(table, row, frame.height - 70.0, rule=number > 0)


def _ordered_persons(case: Case) -> list[Person]:
    rest = (person for person in case.persons if not person.is_focus)
    return [*case.focus, *sorted(rest, key=lambda person: (person.order, person.name))]


def _person(case: Case, person: Person) -> Row:
    role = ", ".join(filter(None, (person.role, "jeugdige" if person.is_focus else "")))
    born = shown(person.birth) if person.birth else "niet bekend"
    count = sum(person.id in entry.person_ids for entry in case.entries)
    return Row((_name(person.name), _cell(role), _cell(born), _cell(str(count))))


def _party(case: Case, party: Party) -> Row:
    workers = tuple(
        Paragraph(", ".join(filter(None, (worker.name, worker.function)))) for worker in case.workers_of(party.id)
    )
    count = sum(party.id in entry.party_ids for entry in case.entries)
    return Row((_name(party.name), _cell(party.sector.label), Cell(workers), _cell(str(count))))


def _unplaced(case: Case) -> Iterator[Row]:
    workers = tuple(Paragraph(", ".join(filter(None, (w.name, w.function)))) for w in case.workers if not w.party_id)
    if workers:
        yield Row((_cell("partij niet bekend"), _cell(""), Cell(workers), _cell("")))


def _name(text: str) -> Cell:
    return Cell((Paragraph(text, "page.strong", face=Face.SEMIBOLD),))


def _cell(text: str) -> Cell:
    return Cell((Paragraph(text),))
