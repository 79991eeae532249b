"""Everything that a case holds about one person, for that person: one description for paper and for an office suite.

The rule: the case that is handed in has the pseudonyms of all others already; nothing is looked up beside it. What was
left out is said on the first page, counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.document import Answer, Heading, Item, Table, Title, Tone, Words, cell
from tijdlijn.layout.naming import label_of, title_of
from tijdlijn.layout.spotlight import answers
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person, Worker
from tijdlijn.model.sessions import AgreedAction, Reflection, Session
from tijdlijn.report.scenarios import scenario_access

KIND = "Inzage"
ABOUT = (
    "Dit is alles wat dit casusboek in tijdlijn over u bewaart: elke regel waarin u bent aangewezen of met naam wordt "
    "genoemd, met de bronnen, en wat bijeenkomsten over u vastlegden. De namen van anderen zijn vervangen door "
    "pseudoniemen, omdat u alleen uw eigen gegevens inziet. Wie anderen zijn kunt u soms toch herkennen; ga daar "
    "zorgvuldig mee om."
)
ENTRIES = (
    Column("Datum", 60, 100),
    Column("Wat", 140, 260, share=3),
    Column("Met wie", 60, 120, share=1),
    Column("Bron", 80, 170, share=2),
)
RECORD = (Column("Gegeven", 80, 120), Column("Wat er staat", 160, 360, share=1))
MET = (Column("Dag", 60, 100), Column("Soort", 80, 120), Column("Hoe", 60, 120), Column("Doel", 100, 200, share=1))
ACTIONS = (
    Column("Wat", 130, 260, share=2),
    Column("Wie", 60, 110),
    Column("Uiterlijk", 50, 80),
    Column("Stand", 50, 80),
)
CONSENTS = (
    Column("Waarvoor", 110, 220, share=1),
    Column("Gegeven", 60, 100),
    Column("Hoe", 60, 140),
    Column("Ingetrokken", 60, 100),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is about one person, by ids, and how much is not in it: entries that name nothing but a surname that others
    have too, entries about others, and sessions of which the facilitator's own notes name the person."""

    entries: frozenset[str]
    sessions: frozenset[str]
    attended: frozenset[str]
    reflections: frozenset[str]
    actions: frozenset[str]
    consents: frozenset[str]
    answers: frozenset[tuple[str, int]]
    surname_only: int
    others: int
    private_notes: int
    scenarios: frozenset[str] = frozenset()


def access_items(case: Case, who: Person | Worker, found: Found, day: date) -> tuple[Item, ...]:
    """The document from its title to its last part."""
    entries = [entry for entry in case.timeline if entry.id in found.entries]
    return (
        Title(KIND, who.name, tuple(_facts(case, found, day))),
        Words(ABOUT),
        Heading("Wat er niet in staat"),
        *(Words(text) for text in _left_out(found)),
        *_record(who),
        *_entries(case, who, entries),
        *_sessions(case, found),
        *_reflections(case, found),
        *_actions(case, found),
        *scenario_access(case, who, found.scenarios),
        *_consents(case, found),
        *_sources(case, entries),
    )


def _facts(case: Case, found: Found, day: date) -> Iterator[tuple[str, str]]:
    yield "Dag", write_day(day)
    yield "Casus", case.code
    yield "Regels", str(len(found.entries))
    yield "Bijeenkomsten", str(len(found.sessions)) if found.sessions else ""


def _left_out(found: Found) -> Iterator[str]:
    yield f"Regels over anderen, waarin u niet wordt genoemd: {found.others}."
    if found.surname_only:
        yield (
            f"Regels waarin alleen een achternaam staat die ook van anderen kan zijn: {found.surname_only}. Of u daar "
            "bedoeld bent, is aan degene die dit verstrekt."
        )
    if found.private_notes:
        yield (
            f"Eigen aantekeningen van de begeleider waarin u wordt genoemd, bij zoveel bijeenkomsten: "
            f"{found.private_notes}."
        )
    yield "De teksten van de documenten zelf: die vraagt u op bij wie het dossier beheert."
    yield "E-mailadressen waarin een naam staat: die zijn vervangen."


def _record(who: Person | Worker) -> Iterator[Item]:
    facts = [("Naam", who.name)]
    if isinstance(who, Person):
        facts += [("Rol", who.role), ("Geboren", shown(who.birth) if who.birth else ""), ("Aantekeningen", who.notes)]
    else:
        facts += [("Functie", who.function)]
    yield Heading("Uw gegevens")
    yield Table(
        RECORD, tuple((cell(Words(name, Tone.QUIET)), cell(text)) for name, text in facts if text), "Uw gegevens"
    )


def _entries(case: Case, who: Person | Worker, entries: Sequence[Entry]) -> Iterator[Item]:
    if entries:
        yield Heading("Regels op de tijdlijn", "Alles waarin u bent aangewezen of wordt genoemd, in de tijd.")
        yield Table(ENTRIES, tuple(_entry(case, who, one) for one in entries), "Regels waarin deze persoon staat")


def _entry(case: Case, who: Person | Worker, entry: Entry) -> tuple[tuple[Words, ...], ...]:
    imagined = f"Niet gebeurd: hoort bij het scenario ‘{entry.scenario}’." if entry.scenario else ""
    more = (imagined, entry.details, entry.goal, entry.outcome, entry.notes)
    persons = (one.name for one in case.persons_of(entry) if one.id != who.id)
    workers = (one.name for one in case.workers_named(entry) if one.id != who.id)
    others = (*persons, *workers, *(one.name for one in case.parties_of(entry)))
    cited = (
        ", ".join(filter(None, (case.sources_by_id[one.source_id].title, one.page and f"pagina {one.page}")))
        + (f": “{one.passage}”" if one.passage else "")
        for one in entry.citations
    )
    return (
        cell(shown(entry.date) if entry.date else entry.unread_date or "zonder datum"),
        cell(Words(label_of(entry), Tone.STRONG), Words(entry.kind.label, Tone.QUIET), *more),
        cell(*others),
        cell(*cited),
    )


def _sessions(case: Case, found: Found) -> Iterator[Item]:
    about = [one for one in case.sessions_in_order if one.id in found.sessions]
    if not about:
        return
    yield Heading("Bijeenkomsten", "Waar u bij was, of waar u wordt genoemd.")
    yield Table(MET, tuple(_session(one, found) for one in about), "Bijeenkomsten")
    for one in about:
        for at, question in enumerate(one.questions):
            if (one.id, at) in found.answers:
                yield Heading(question.text, write_day(one.date) if one.date else "", 2)
                if question.answer.strip():
                    yield Answer("De groep", question.answer)
                if question.family.strip():
                    yield Answer("Het gezin zegt", question.family, Tone.FAMILY)


def _session(one: Session, found: Found) -> tuple[tuple[Words, ...], ...]:
    how = "u was erbij" if one.id in found.attended else "u wordt genoemd"
    return (
        cell(write_day(one.date) if one.date else "geen dag"),
        cell(one.title or one.kind.label),
        cell(how),
        cell(one.aim),
    )


def _reflections(case: Case, found: Found) -> Iterator[Item]:
    about = [one for one in case.reflections if one.id in found.reflections and not one.is_empty]
    if about:
        yield Heading("Reflecties", "Wat een groep vond van een regel over u.")
    for one in about:
        entry = case.entries_by_id[one.entry_id]
        yield Heading(title_of(entry), shown(entry.date) if entry.date else "", 2)
        yield from _said(one)


def _said(one: Reflection) -> Iterator[Item]:
    yield from (Answer(question, text) for question, text in answers(one))
    if one.family.strip():
        yield Answer("Het gezin zegt", one.family, Tone.FAMILY)


def _actions(case: Case, found: Found) -> Iterator[Item]:
    about = [one for one in case.actions if one.id in found.actions]
    if about:
        yield Heading("Afspraken")
        yield Table(ACTIONS, tuple(_action(one) for one in about), "Afspraken over deze persoon")


def _action(one: AgreedAction) -> tuple[tuple[Words, ...], ...]:
    due = write_day(one.due) if one.due else "geen dag"
    return cell(Words(one.what, Tone.STRONG), one.remark), cell(one.owner), cell(due), cell(one.state.value)


def _consents(case: Case, found: Found) -> Iterator[Item]:
    about = [one for one in case.consents if one.id in found.consents]
    if about:
        yield Heading("Toestemming")
        rows = tuple(
            (
                cell(one.purpose),
                cell(write_day(one.given)),
                cell(one.how),
                cell(write_day(one.withdrawn) if one.withdrawn else ""),
            )
            for one in about
        )
        yield Table(CONSENTS, rows, "Toestemming van deze persoon")


def _sources(case: Case, entries: Sequence[Entry]) -> Iterator[Item]:
    used = {citation.source_id for entry in entries for citation in entry.citations}
    if used:
        yield Heading("Bronnen", "Waar de regels uit komen.")
        for source in case.sources:
            if source.id in used:
                when = shown(source.date) if source.date else ""
                yield Words(" · ".join(filter(None, (source.title, source.genre, source.agency, when))))
