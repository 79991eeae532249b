"""One entry as a row of the chronology: when, what sort, what, who, with whom, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tijdlijn.analysis.accounts import is_beside, told_beside
from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Primitive
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout import marks
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.naming import full_name, label_of
from tijdlijn.layout.tables import BODY, SMALL, Cell, Column, Paragraph, Row
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.vocabulary import Voice

COLUMNS: tuple[Column, ...] = (
    Column("Datum", 56, 96),
    Column("Soort", 70, 86),
    Column("Wat", 104, 300, share=3),
    Column("Wie", 36, 70),
    Column("Partijen", 70, 118, share=0.5),
    Column("Bron", 80, 170, share=1),
)
NARROW_COLUMNS: tuple[Column, ...] = (
    Column("Datum", 56, 84),
    Column("Soort", 70, 86),
    Column("Wat en bron", 150, 300, share=1),
    Column("Wie", 36, 60),
    Column("Partijen", 70, 100),
)
"""For a page that stands: there the sources stand below what they are a source of."""
SIGN_ROOM = 12.0
NO_DATE = "datum onbekend"
LONGEST_PASSAGE = 400
"""Characters of a passage that are printed; the whole of it stands in the casebook."""


def row_of(case: Case, entry: Entry, columns: Sequence[Column] = COLUMNS, differs: Sequence[Contradiction] = ()) -> Row:
    """The row of an entry: a group named `row:` and the entry's id, its date one named `when:` and that id. `differs`
    are the contradictions that it is part of."""
    beside = is_beside(entry.id, differs)
    what, sources = _what(entry, beside), _sources(case, entry)
    if differs:
        told = Paragraph("≠ " + " ".join(told_beside(case, entry.id, differs)), "page.strong", SMALL)
        what = replace(what, paragraphs=(*what.paragraphs, told))
    cells = [_when(entry, beside), _kind(entry, beside), what, _who(case, entry), _parties(case, entry), sources]
    if columns is NARROW_COLUMNS:
        cells[2:] = [replace(what, paragraphs=what.paragraphs + sources.paragraphs), *cells[3:5]]
    return Row(tuple(cells), id=f"row:{entry.id}", label=plain(full_name(case, entry)), first=f"when:{entry.id}")


def _when(entry: Entry, beside: bool) -> Cell:
    if entry.date is not None:
        return Cell((Paragraph(shown(entry.date), "page.muted" if beside else "page.strong"),))
    words = [Paragraph(NO_DATE, "page.muted", face=Face.ITALIC)]
    if entry.unread_date:
        words.append(Paragraph(f"‘{entry.unread_date}’", "page.muted", SMALL))
    return Cell(tuple(words))


def _kind(entry: Entry, beside: bool) -> Cell:
    traits = (entry.kader, entry.weight, entry.form, entry.aimed_at and f"gericht op {entry.aimed_at.value}")
    more = ", ".join(str(trait) for trait in traits if trait)
    words = (Paragraph(entry.kind.label), Paragraph(more, "page.muted", SMALL))
    return Cell(words, tuple(_sign(entry, beside)), SIGN_ROOM)


def _sign(entry: Entry, beside: bool) -> Iterator[Primitive]:
    lane = LANE_OF[entry.kind].key
    middle = -BODY * 0.31
    if entry.is_span:
        yield Box(0.0, middle - 2.4, 8.0, 4.8, f"{lane}.beside" if beside else f"{lane}.sure", 1.0)
    else:
        yield from marks.mark(entry.kind, lane, 4.0, middle, 5.6, False, beside)


def _what(entry: Entry, beside: bool) -> Cell:
    style = "page.muted" if beside else "page.strong"
    words = [Paragraph(label_of(entry), style, BODY + 0.2, Face.SEMIBOLD), *_told(entry)]
    sign = (marks.diamond(-7.0, -BODY * 0.31, 7.4, "schakel.mark"),) if entry.schakelmoment else ()
    return Cell(tuple(words), sign)


def _told(entry: Entry) -> Iterator[Paragraph]:
    if entry.schakelmoment:
        yield Paragraph(_turning(entry.schakelmoment), "page.strong", SMALL, Face.SEMIBOLD)
    if entry.voice is Voice.GEZIN:
        yield Paragraph("Het verhaal van het gezin zelf", "page.voice.text", SMALL, Face.SEMIBOLD)
    if entry.details:
        yield Paragraph(entry.details)
    if result := _joined(_labelled("Doel", entry.goal), _labelled("Uitkomst", entry.outcome), _helped(entry)):
        yield Paragraph(result)
    if more := _joined(_labelled("Leefgebied", ", ".join(entry.domains)), _money(entry)):
        yield Paragraph(more, "page.muted", SMALL)


def _joined(*phrases: str) -> str:
    return " · ".join(filter(None, phrases))


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def _helped(entry: Entry) -> str:
    return f"Hielp: {entry.helped.value}" if entry.helped else ""


def _turning(kind: str) -> str:
    return "Schakelmoment" if kind in ("ja", "overig") else f"Schakelmoment: {kind}"


def _money(entry: Entry) -> str:
    parts = []
    if entry.cost_cents is not None:
        parts.append(euro(entry.cost_cents))
    if entry.rate is not None:
        parts.append(f"{euro(entry.rate.cents)} per {entry.rate.unit.value}")
    if parts and entry.payer:
        parts.append(f"betaler: {entry.payer.label}")
    return f"Kosten: {', '.join(parts)}" if parts else ""


def euro(cents: int) -> str:
    """Euro cents as Dutch money: `€ 1.250` or `€ 12,50`."""
    whole, rest = divmod(abs(cents), 100)
    text = f"{whole:,}".replace(",", ".") + (f",{rest:02d}" if rest else "")
    return f"€ {'-' if cents < 0 else ''}{text}"


def _who(case: Case, entry: Entry) -> Cell:
    return Cell((Paragraph(", ".join(person.name for person in case.persons_of(entry))),))


def _parties(case: Case, entry: Entry) -> Cell:
    words: list[Paragraph] = []
    workers = list(case.workers_named(entry))
    for party in case.parties_of(entry):
        words.append(Paragraph(party.name))
        here = [worker for worker in workers if worker.party_id == party.id]
        workers = [worker for worker in workers if worker not in here]
        words += [_worker(worker.name, worker.function) for worker in here]
    words += [_worker(worker.name, worker.function) for worker in workers]
    return Cell(tuple(words))


def _worker(name: str, function: str) -> Paragraph:
    return Paragraph(f"{name}, {function}" if function else name, "page.muted", SMALL)


def _sources(case: Case, entry: Entry) -> Cell:
    if not entry.citations:
        return Cell((Paragraph("geen bron", "page.muted", SMALL, Face.ITALIC),))
    return Cell(tuple(words for citation in entry.citations for words in _citation(case, citation)))


def _citation(case: Case, citation: Citation) -> Iterator[Paragraph]:
    page = f", blz. {citation.page}" if citation.page else ""
    yield Paragraph(f"{case.sources_by_id[citation.source_id].title}{page}", "page.text", SMALL)
    if citation.passage:
        yield Paragraph(f"‘{_quoted(citation.passage)}’", "page.muted", SMALL, Face.ITALIC)


def _quoted(passage: str) -> str:
    """A passage as it is printed: of a long one the beginning, to the end of a word."""
    if len(passage) <= LONGEST_PASSAGE:
        return passage
    return passage[:LONGEST_PASSAGE].rsplit(maxsplit=1)[0].rstrip(" ,;:") + " …"
