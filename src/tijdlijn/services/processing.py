"""The processing statement (verwerkingsoverzicht) of a case, for a privacy officer: what is kept of whom, on what
ground, who came to it, what left, how long it stays and how it is guarded.

The rule: counts, roles and codes, never the content of an entry, a name of the family or a folder: what is told is told
of the case with pseudonyms. What happened is told from the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.document import Heading, Item, Table, Title, Tone, Words, cell
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.progress import Progress, unwatched
from tijdlijn.services import retention
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.dossier import filed
from tijdlijn.services.files import name_for
from tijdlijn.services.log_words import Group
from tijdlijn.services.logbook import Log, Wanted, read, rows
from tijdlijn.services.session_names import masked
from tijdlijn.services.text_documents import Document, export_document

KIND = "Verwerkingsoverzicht"
MEASURES = (
    "Het casusboek is één bestand: lokaal, versleuteld (SQLCipher, AES-256), met een wachtwoord dat het programma "
    "nergens bewaart. Een onversleutelde vorm bestaat niet.",
    "Het programma gebruikt geen internet. Er gaat niets naar een leverancier of een ander systeem.",
    "Alles wat het programma verlaat staat in het logboek, met tijd, account en controlegetal; het logboek is een "
    "keten waarin een wijziging opvalt.",
    "Zonder vastgelegde toestemming krijgt alles wat mensen lezen pseudoniemen in plaats van namen.",
    "Een PDF en een pakket kunnen met een wachtwoord worden gesloten. Er is geen veld voor een burgerservicenummer.",
)
COUNTED = (Column("Soort gegeven", 120, 260, share=1), Column("Aantal", 60, 80))
GROUNDS = (
    Column("Doel", 110, 200, share=1),
    Column("Wie gaf toestemming", 80, 140, share=1),
    Column("Sinds", 60, 100),
    Column("Ingetrokken", 60, 100),
)
ACCESS = (
    Column("Account", 80, 160),
    Column("Apparaat", 80, 160),
    Column("Eerste keer", 60, 110),
    Column("Laatste keer", 60, 110),
)
LEFT = (
    Column("Wanneer", 80, 130),
    Column("Wie", 60, 110),
    Column("Wat", 140, 260, share=1),
    Column("Resultaat", 50, 80),
)
MOST_LEFT = 300
"""Lines about what left the program that stand in the document; how many more there are is told."""


def file_name(case: Case) -> str:
    """A name for the file, without its ending."""
    return name_for("verwerkingsoverzicht", case.code)


def statement_items(book: OpenCasebook, case_id: str) -> tuple[Item, ...]:
    """The document from its title to its last part."""
    (case, _), log = masked(book.case(case_id)), read(book)
    return (
        *_title(case),
        *_data(book, case),
        *_grounds(case),
        *_access(log),
        *_place(),
        *_kept(book, case),
        *_left(log, case_id),
        Heading("Maatregelen"),
        *(Words(text) for text in MEASURES),
    )


def _title(case: Case) -> Iterator[Item]:
    yield Title(KIND, f"Casus {case.code}" if case.code else "Een casus zonder code", (("Dag", write_day(case.today)),))
    yield Words(
        "Voor wie in de organisatie over de privacy gaat. Hier staat wat dit casusboek van een gezin bewaart en wat "
        "ermee gebeurde, zonder de inhoud.",
        Tone.QUIET,
    )


def _data(book: OpenCasebook, case: Case) -> Iterator[Item]:
    kinds = Counter(entry.kind.label for entry in case.entries)
    yield Heading("Welke gegevens", "Aantallen; de inhoud staat niet in dit overzicht.")
    documents = filed(book, case.id)
    rows_ = [
        *((f"Regels op de tijdlijn: {kind}", number) for kind, number in kinds.most_common()),
        ("Documenten, met hun tekst", sum(one.keeps_text for one in documents)),
        ("Documenten, alleen passages", sum(not one.keeps_text for one in documents)),
        ("Bronnen", len(case.sources)),
        ("Bijeenkomsten", len(case.sessions)),
        ("Reflecties", len(case.reflections)),
        ("Afspraken", len(case.actions)),
    ]
    yield Table(COUNTED, tuple(_count(*one) for one in rows_ if one[1]), "Soorten gegevens met aantallen")
    yield Heading("Van wie", "", 2)
    roles = Counter(person.role.casefold() or "rol niet ingevuld" for person in case.persons)
    sectors = Counter(party.sector.label for party in case.parties)
    people = [
        *((f"Gezin: {role}", number) for role, number in roles.most_common()),
        ("Jeugdigen over wie de tijdlijn gaat", len(case.focus)),
        *((f"Instanties en betrokkenen: {sector}", number) for sector, number in sectors.most_common()),
        ("Medewerkers van instanties", len(case.workers)),
        ("Aanwezigen bij bijeenkomsten", len({one.name for session in case.sessions for one in session.attendees})),
    ]
    yield Table(COUNTED, tuple(_count(*one) for one in people if one[1]), "Van wie er gegevens zijn")
    genres = Counter(source.genre or source.kind.value for source in case.sources)
    if genres:
        yield Heading("Uit welke bronnen", "", 2)
        yield Table(COUNTED, tuple(_count(*one) for one in genres.most_common()), "Soorten bronnen")


def _count(name: str, number: int) -> tuple[tuple[Words, ...], ...]:
    return cell(name), cell(str(number))


def _grounds(case: Case) -> Iterator[Item]:
    yield Heading("Doel en grondslag")
    if not case.consents:
        yield Words(
            "Er is geen toestemming vastgelegd. Delen kan dan alleen met pseudoniemen; een andere grondslag houdt de "
            "organisatie zelf bij."
        )
        return
    told = tuple(
        (
            cell(one.purpose or "niet ingevuld"),
            cell(one.who or "niet ingevuld"),
            cell(write_day(one.given)),
            cell(write_day(one.withdrawn) if one.withdrawn else "nee"),
        )
        for one in case.consents
    )
    yield Table(GROUNDS, told, "Toestemmingen")


def _access(log: Log) -> Iterator[Item]:
    yield Heading("Wie erbij kwam", "Accounts die in het logboek van dit casusboek staan.")
    seen: dict[tuple[str, str], tuple[date, date]] = {}
    for line in log.lines:
        day = line.at.astimezone().date()
        first, last = seen.get((line.actor, line.device), (day, day))
        seen[line.actor, line.device] = min(first, day), max(last, day)
    told = tuple(
        (cell(actor or "onbekend"), cell(device), cell(write_day(first)), cell(write_day(last)))
        for (actor, device), (first, last) in sorted(seen.items())
    )
    yield Table(ACCESS, told, "Accounts met toegang")
    yield Words(log.chain_words, Tone.QUIET)


def _place() -> Iterator[Item]:
    yield Heading("Waar het staat")
    yield Words("Lokaal, versleuteld: één bestand met een wachtwoord, op een plaats die de organisatie kiest.")


def _kept(book: OpenCasebook, case: Case) -> Iterator[Item]:
    found = retention.kept(book, case)
    chosen = "gekozen" if found.is_chosen else "volgt uit de termijn, niemand koos een andere dag"
    yield Heading("Hoe lang het wordt bewaard")
    yield Words(f"Tot {write_day(found.until)}: {found.why or 'zonder toelichting'} ({chosen}).")


def _left(log: Log, case_id: str) -> Iterator[Item]:
    of_case = Log(tuple(line for line in log.lines if line.object in ("", case_id)), log.codes, log.broken)
    found = rows(of_case, Wanted(Group.LEFT))
    yield Heading("Wat het programma verliet", "Uit het logboek, het nieuwste eerst.")
    if not found:
        yield Words("Nog niets.")
        return
    shown = found[:MOST_LEFT]
    yield Table(
        LEFT, tuple((cell(one.when), cell(one.who), cell(one.what), cell(one.result)) for one in shown), "Uitgegaan"
    )
    if len(found) > len(shown):
        yield Words(f"En nog {len(found) - len(shown)} eerdere; die staan in het logboek.")


def export_statement(
    book: OpenCasebook, case_id: str, path: Path, password: str = "", progress: Progress = unwatched
) -> None:
    """Write the statement to a file, by its ending. Raises Problem; then what was there is still there."""

    def made() -> Document:
        case = book.case(case_id)
        plain = Case(case.id, f"Casus {case.code}" if case.code else "Casus", case.today, case.code)
        return Document(KIND, plain, statement_items(book, case_id))

    export_document(book, case_id, path, "verwerking", made, password, progress)
