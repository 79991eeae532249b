"""The life ahead as a part of a report: a strip of the coming years per child, then what runs out, what is expected and
what is only proposed, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from tijdlijn.analysis.ahead import Ahead, Proposal
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.expiring import Expiry
from tijdlijn.analysis.wording import duration
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.document import Heading, Item, Table, Tone, Words, cell
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

ENDING_COLUMNS = (
    Column("Tot en met", 70, 120),
    Column("Nog", 60, 110),
    Column("Wat", 110, 220, share=2),
    Column("Wat erop volgt", 90, 200, share=1),
    Column("Herinneringen", 70, 130),
)
PLANNED_COLUMNS = (
    Column("Wanneer", 80, 150),
    Column("Wat", 120, 240, share=2),
    Column("Toelichting", 120, 260, share=2),
)
PROPOSAL_COLUMNS = (
    Column("Wanneer", 80, 150),
    Column("Voorstel", 110, 220, share=1),
    Column("Waarom", 130, 280, share=2),
    Column("Rust op", 80, 150, share=1),
)

Cells = tuple[tuple[Words, ...], ...]


def ahead_items(case: Case, ahead: Ahead) -> Iterator[Item]:
    """The tables; nothing when nothing lies ahead."""
    if ahead.endings:
        yield Heading("Wat loopt er af", "Beschikkingen en maatregelen die nog niet zijn afgelopen.")
        yield Table(ENDING_COLUMNS, tuple(_ending(case, one) for one in ahead.endings), "Wat er afloopt")
    if ahead.planned:
        yield Heading("Wat wordt verwacht", "Wat op de tijdlijn staat als verwachting.")
        rows = tuple(_planned(case.entries_by_id[id_]) for id_ in ahead.planned)
        yield Table(PLANNED_COLUMNS, rows, "Wat wordt verwacht")
    proposals = [one for one in ahead.proposals if not one.entry_id]
    if proposals:
        yield Heading("Voorstellen", "Wat uit geboortedagen en wetten volgt, en nog niet is overgenomen of afgewezen.")
        yield Table(PROPOSAL_COLUMNS, tuple(map(_proposal, proposals)), "Voorstellen")


def _ending(case: Case, one: Expiry) -> Cells:
    entry = case.entries_by_id[one.entry_id]
    return (
        cell(_until(one), "bij 18 jaar" if one.at_18 else ""),
        cell(Words(_left(one), Tone.STRONG)),
        cell(title_of(entry), Words(entry.kind.label, Tone.QUIET)),
        cell(_followed(case, one)),
        cell(*(write_day(day) for day in one.reminders if day >= case.reference)),
    )


def _until(one: Expiry) -> str:
    if one.first is None or one.last is None:
        return "geen einddatum" if one.status is Status.ZEKER else "einde onbekend"
    if one.first == one.last:
        return write_day(one.last)
    return f"tussen {write_day(one.first)} en {write_day(one.last)}"


def _left(one: Expiry) -> str:
    if one.days_left is None:
        return "–"
    return "vandaag" if one.days_left == (0, 0) else duration(one.days_left)


def _followed(case: Case, one: Expiry) -> str:
    if not one.followed_by:
        return "Er volgt nog niets." if one.first else ""
    title = title_of(case.entries_by_id[one.followed_by])
    return title if one.followed is Status.ZEKER else f"Misschien: {title}"


def _planned(entry: Entry) -> Cells:
    return cell(shown(entry.date)), cell(title_of(entry)), cell(Words(entry.details, Tone.QUIET))


def _proposal(one: Proposal) -> Cells:
    passed = "" if one.status is Status.ZEKER else "kan al voorbij zijn"
    return (
        cell(shown(one.when), Words(passed, Tone.QUIET)),
        cell(one.title),
        cell(one.why),
        cell(Words(one.law, Tone.QUIET)),
    )
