"""The chronology for an office suite: what happened as one real table, the findings in words, and who is who.

The rule: the table is read back by the import of tables. Its column heads are those of the contract (design 3), its
last column says which entry a row is, and a cell says a thing the way a person does only where that is read as the
same thing. What an entry says that has no column stands below, so that nothing is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from tijdlijn.analysis.findings import Analysis, FindingKind
from tijdlijn.exchange.cells import CellError, joined
from tijdlijn.exchange.columns import ID_COLUMN
from tijdlijn.exchange.date_columns import columns_of, date_of
from tijdlijn.exchange.rows_out import party_name
from tijdlijn.language.dates_nl import shown, write_day, write_short
from tijdlijn.layout.account import account_of
from tijdlijn.layout.chronology_cells import euro
from tijdlijn.layout.document import Answer, Heading, Item, Point, Table, Title, Tone, Words, cell
from tijdlijn.layout.findings_pages import HEADINGS, LEAD
from tijdlijn.layout.naming import label_of
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.people import Party
from tijdlijn.model.progress import WORKING, Progress, unwatched

KIND = "Chronologie"
MENDABLE = (
    "Deze tabel kunt u aanvullen en verbeteren, en daarna in tijdlijn weer inlezen. Laat de kopregel staan, en de "
    "laatste kolom ook: daaraan herkent het programma een regel."
)
MORE = "Wat er verder bij een regel hoort"
_WIDTHS: Mapping[str, tuple[float, float]] = {
    "Datum": (40, 60),
    "Einde": (36, 50),
    "Woorden": (40, 60),
    "Soort": (44, 66),
    "Omschrijving": (74, 150),
    "Toelichting": (74, 170),
    "Betreft": (36, 50),
    "Partijen": (44, 80),
    "Medewerker": (44, 60),
    "Bron": (44, 80),
    "Pagina": (22, 24),
    "Passage": (60, 130),
    ID_COLUMN: (50, 40),
}
"""The columns in their order, with their least and most widths; those for which nothing is said are left out."""
_ALWAYS = ("Datum", "Soort", "Omschrijving", ID_COLUMN)
PERSONS = tuple(Column(name, least, most) for name, least, most in (
    ("Naam", 90, 150), ("Rol", 60, 120), ("Geboren", 60, 100), ("Jeugdige", 40, 50),
))  # fmt: skip
PARTIES = tuple(Column(name, least, most) for name, least, most in (
    ("Naam", 90, 170), ("Sector", 60, 100), ("Medewerkers", 90, 200),
))  # fmt: skip


def chronicle_items(case: Case, analysis: Analysis, progress: Progress = unwatched) -> tuple[Item, ...]:
    """The document from its title to its last table. Entries of a scenario are not in it: it says what happened.

    What `progress` raises stops the work.
    """
    entries = [entry for entry in case.timeline if not entry.scenario]
    return (
        *_title(case, analysis),
        *_chronology(case, entries, progress),
        *_further(case, entries),
        *_findings(analysis),
        Heading("Wat niet is meegeteld"),
        *(Words(words) for words in account_of(case, analysis)),
        *_people(case),
    )


def _title(case: Case, analysis: Analysis) -> Iterator[Item]:
    """The facts stand in a sentence: a table of them would come back as one that cannot be read."""
    yield Title(KIND, case.title)
    code = f"casus {case.code}" if case.code else ""
    children = ", ".join(person.name for person in case.focus)
    read_on = f"gelezen op {write_day(analysis.reference_day)}"
    yield Words(" · ".join(filter(None, (code, children, read_on))), Tone.QUIET)


# The table of what happened


def _chronology(case: Case, entries: Sequence[Entry], progress: Progress) -> Iterator[Item]:
    yield Heading(KIND, MENDABLE if entries else "Er staan nog geen regels op deze tijdlijn.")
    if not entries:
        return
    twice = {name for name, times in Counter(party.name for party in case.parties).items() if times > 1}
    rows = []
    for entry in entries:
        progress(*WORKING)
        rows.append(_cells(case, entry, twice))
    names = [name for name in _WIDTHS if name in _ALWAYS or any(row.get(name) for row in rows)]
    columns = tuple(Column(name, *_WIDTHS[name]) for name in names)
    told = tuple(tuple(cell(Words(row.get(name, ""), _tone(name))) for name in names) for row in rows)
    yield Table(columns, told, f"{len(rows)} regels van de tijdlijn op volgorde van datum", dense=True)


def _tone(name: str) -> Tone:
    return Tone.STRONG if name == "Omschrijving" else Tone.QUIET if name == ID_COLUMN else Tone.BODY


def _cells(case: Case, entry: Entry, twice: set[str]) -> dict[str, str]:
    first = entry.citations[0] if entry.citations else None
    day, end = _when(entry)
    return {
        "Datum": day,
        "Einde": end,
        "Woorden": entry.unread_date,
        "Soort": entry.kind.label,
        "Omschrijving": entry.title,
        "Toelichting": entry.details,
        "Betreft": joined(person.name for person in case.persons_of(entry)),
        "Partijen": joined(_party(party, twice) for party in case.parties_of(entry)),
        "Medewerker": joined(worker.name for worker in case.workers_named(entry)),
        "Bron": case.sources_by_id[first.source_id].title if first else "",
        "Pagina": first.page if first else "",
        "Passage": first.passage if first else "",
        ID_COLUMN: entry.id,
    }


def _when(entry: Entry) -> tuple[str, str]:
    """The date as a person writes it when it is read back as the same days in the same words, else as every table
    has it: a date and an end."""
    if entry.date is None:
        return "", ""
    for written in (entry.date.words or write_short(entry.date), shown(entry.date)):
        with suppress(CellError):
            meant = date_of({"date": written})
            if meant and meant.edtf == entry.date.edtf and meant.words in ("", entry.date.words):
                return written, ""
    return columns_of(entry.date, entry.kind)[:2]


def _party(party: Party, twice: set[str]) -> str:
    return party_name(party) if party.name in twice or "(" in party.name else party.name


# What has no column


def _further(case: Case, entries: Sequence[Entry]) -> Iterator[Item]:
    told = [(entry, lines) for entry in entries if (lines := tuple(_lines(case, entry)))]
    if told:
        yield Heading(MORE, level=2)
    for entry, lines in told:
        when = shown(entry.date) if entry.date else "datum onbekend"
        tone = Tone.FAMILY if entry.voice.value == "gezin" else Tone.BODY
        yield Answer(f"{when} · {label_of(entry)}", "\n".join(lines), tone)


def _lines(case: Case, entry: Entry) -> Iterator[str]:
    traits = (entry.kader, entry.weight, entry.form, entry.aimed_at and f"gericht op {entry.aimed_at.value}")
    for label, text in (
        ("Schakelmoment", entry.schakelmoment),
        ("Wie het vertelt", "het gezin zelf" if entry.voice.value == "gezin" else ""),
        ("Kenmerken", ", ".join(str(trait) for trait in traits if trait)),
        ("Leefgebied", ", ".join(entry.domains)),
        ("Doel", entry.goal),
        ("Uitkomst", entry.outcome),
        ("Hielp", entry.helped.value if entry.helped else ""),
        ("Kosten", _money(entry)),
        ("Betaler", entry.payer.label if entry.payer else ""),
        ("Bron van het bedrag", entry.cost_source),
        ("Notities", entry.notes),
        *(("Ook in", _cited(case, citation)) for citation in entry.citations[1:]),
    ):
        if text:
            yield f"{label}: {text}"


def _money(entry: Entry) -> str:
    rate = f"{euro(entry.rate.cents)} per {entry.rate.unit.value}" if entry.rate else ""
    return ", ".join(filter(None, ("" if entry.cost_cents is None else euro(entry.cost_cents), rate)))


def _cited(case: Case, citation: Citation) -> str:
    page = f", blz. {citation.page}" if citation.page else ""
    passage = f": ‘{citation.passage}’" if citation.passage else ""
    return f"{case.sources_by_id[citation.source_id].title}{page}{passage}"


# What follows from it, and who is who


def _findings(analysis: Analysis) -> Iterator[Item]:
    yield Heading("Bevindingen", LEAD)
    if not analysis.findings:
        yield Words("Er is niets gevonden dat opvalt, of er staat nog te weinig op de tijdlijn.")
    for kind in FindingKind:
        found = [finding for finding in analysis.findings if finding.kind is kind]
        if found:
            yield Heading(HEADINGS[kind], level=2)
        for finding in found:
            yield Point(finding.status, finding.sentence, tuple(filter(None, (finding.detail, finding.rule))))


def _people(case: Case) -> Iterator[Item]:
    """As tables that the import reads as persons and parties."""
    if case.persons:
        yield Heading("Het gezin")
        people = [(p.name, p.role, _birth(case, p.id), "ja" if p.is_focus else "nee") for p in case.persons]
        yield Table(PERSONS, _rows(people), "De leden van het gezin")
    if case.parties:
        yield Heading("Betrokken partijen")
        names = [(p, joined(worker.name for worker in case.workers_of(p.id))) for p in case.parties]
        yield Table(PARTIES, _rows([(p.name, p.sector.value, told) for p, told in names]), "De betrokken partijen")


def _birth(case: Case, person_id: str) -> str:
    birth = case.persons_by_id[person_id].birth
    return birth.edtf if birth else ""


def _rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[tuple[Words, ...], ...], ...]:
    return tuple(tuple(cell(text) for text in row) for row in rows)
