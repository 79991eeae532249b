"""What stands in the report of a session (bijeenkomst), in what order: one description for paper and for an office.

The rule: what a group concluded, what the family says and what the dossier says each have their own place. A part about
which nothing was said is left out, heading and all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tijdlijn.analysis.findings import Analysis
from tijdlijn.language.calendar_nl import SHORT_MONTHS
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.document import Answer, Heading, Item, Picture, Point, Table, Title, Tone, Words, cell
from tijdlijn.layout.naming import label_of, title_of
from tijdlijn.layout.picture_words import picture_words
from tijdlijn.layout.spotlight import answers
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import AgreedAction, Attendee, Question, Reflection, Session
from tijdlijn.report.session_changes import change_items
from tijdlijn.services.sessions import added_in, agreed_in, carried_over
from tijdlijn.services.since import Since

KIND = "Verslag van een bijeenkomst"
GROUP, FAMILY, FAMILY_BEFORE = "De groep", "Het gezin zegt", "Het gezin zegt, vooraf"
NO_LONGER = "Zo is het besproken. Het volgt niet meer uit het dossier zoals dat nu is."
ATTENDEES = (
    Column("Naam", 90, 150, share=1),
    Column("Organisatie", 80, 150, share=1),
    Column("Functie", 80, 150, share=1),
    Column("Aanwezig als", 80, 130),
)
ACTIONS = (
    Column("Wat", 130, 230, share=3),
    Column("Wie", 66, 100, share=1),
    Column("Uiterlijk", 50, 60),
    Column("Waarover", 80, 150, share=1),
    Column("Stand", 62, 66),
)
ADDED = (
    Column("Datum", 56, 96),
    Column("Wat", 120, 240, share=2),
    Column("Partijen", 60, 110),
    Column("Ingebracht door", 80, 140, share=1),
)
_BROUGHT = "Ingebracht door "


def session_items(case: Case, analysis: Analysis, session: Session, since: Since | None = None) -> tuple[Item, ...]:
    """The report from its title to its last part. The timeline has its place after what was agreed."""
    added = added_in(case, session)
    later = since.without(entry.id for entry in added) if since else None
    return (
        _title(case, session),
        *_attendees(session.attendees),
        *_agreed(case, analysis, session),
        Picture(picture_words(case)),
        *_discussed(analysis, session),
        *_reflections(case, session),
        *_questions(session.questions),
        *_added(case, session, added),
        *(change_items(case, later) if later else ()),
    )


def _title(case: Case, session: Session) -> Title:
    day = write_day(session.date) if session.date else ""
    name = session.title or session.kind.label[:1].upper() + session.kind.label[1:]
    holding = [one for one in case.consents if one.holds_on(session.date or case.today)]
    consents = "; ".join(f"{one.who}, {write_day(one.given)}, voor {one.purpose}" for one in holding)
    facts = (
        ("Soort", session.kind.label if session.title else ""),
        ("Dag", day),
        ("Plaats", session.place),
        ("Doel", session.aim),
        ("Casus", case.code),
        ("Toestemming", consents),
    )
    return Title(KIND, name, facts)


def _attendees(attendees: Sequence[Attendee]) -> Iterator[Item]:
    if attendees:
        yield Heading("Aanwezig")
        rows = tuple(
            (cell(Words(one.name, Tone.STRONG)), cell(one.organisation), cell(one.role), cell(one.attends_as.label))
            for one in attendees
        )
        yield Table(ATTENDEES, rows, "Wie er waren")


# What was agreed


def _agreed(case: Case, analysis: Analysis, session: Session) -> Iterator[Item]:
    agreed, carried = agreed_in(case, session), carried_over(case, session)
    if agreed:
        yield Heading("Afspraken")
        yield Table(ACTIONS, tuple(_action(case, analysis, one) for one in agreed), "Wat er is afgesproken")
    if carried:
        yield Heading("Meegenomen van eerder", "Wat eerder is afgesproken en voor deze bijeenkomst nog niet klaar was.")
        rows = tuple(_action(case, analysis, one, said=True) for one in carried)
        yield Table(ACTIONS, rows, "Afspraken van eerdere bijeenkomsten")


def _action(case: Case, analysis: Analysis, action: AgreedAction, said: bool = False) -> tuple[tuple[Words, ...], ...]:
    before = case.sessions_by_id.get(action.session_id)
    when = f"afgesproken op {write_day(before.date)}" if said and before and before.date else ""
    settled = f"op {_short(action.settled)}" if action.settled else ""
    return (
        cell(Words(action.what, Tone.STRONG), Words(action.remark), Words(when, Tone.QUIET)),
        cell(action.owner),
        cell(_short(action.due) if action.due else Words("geen dag", Tone.QUIET)),
        cell(*_about(case, analysis, action)),
        cell(action.state.value, Words(settled, Tone.QUIET)),
    )


def _short(day: date) -> str:
    return write_day(day, SHORT_MONTHS)


def _about(case: Case, analysis: Analysis, action: AgreedAction) -> Iterator[str]:
    """The persons, the entry and the finding that an action is about: the finding in its present words."""
    persons = case.persons_by_id
    yield ", ".join(persons[id_].name for id_ in action.person_ids if id_ in persons)
    entry = case.entries_by_id.get(action.entry_id)
    yield label_of(entry) if entry else ""
    present = {finding.id: finding.sentence for finding in analysis.findings}
    yield present.get(action.finding_id, action.finding_words) if action.finding_id else ""


# What was discussed


def _discussed(analysis: Analysis, session: Session) -> Iterator[Item]:
    if not session.discussed:
        return
    present = {finding.id: finding for finding in analysis.findings}
    yield Heading("Besproken bevindingen", "Berekend uit de regels op de tijdlijn.")
    for id_, words in session.discussed:
        finding = present.get(id_)
        if finding:
            yield Point(finding.status, finding.sentence, tuple(filter(None, (finding.detail,))))
        else:
            yield Point(None, words, (NO_LONGER,))


def _reflections(case: Case, session: Session) -> Iterator[Item]:
    own = {one.entry_id: one for one in case.reflections if one.session_id == session.id and not one.is_empty}
    about = [entry for entry in case.timeline if entry.id in own]
    if about:
        yield Heading("Reflecties", "Wat de groep ervan vindt; het dossier zelf staat op de tijdlijn.")
    for entry in about:
        yield Heading(label_of(entry), " · ".join(_told(case, entry)), 2)
        yield from _reflection(own[entry.id])


def _told(case: Case, entry: Entry) -> Iterator[str]:
    """When it was, what sort of thing, and with whom."""
    yield shown(entry.date)
    yield entry.kind.label
    if entry.schakelmoment:
        yield "schakelmoment" if entry.schakelmoment in ("ja", "overig") else f"schakelmoment: {entry.schakelmoment}"
    if entry.party_ids:
        yield ", ".join(party.name for party in case.parties_of(entry))


def _reflection(one: Reflection) -> Iterator[Item]:
    yield from (Answer(question, text) for question, text in answers(one))
    if one.family.strip():
        yield Answer(FAMILY, one.family, Tone.FAMILY)


def _questions(questions: Sequence[Question]) -> Iterator[Item]:
    answered = [one for one in questions if one.answer.strip() or one.family.strip()]
    if answered:
        yield Heading("Vragen en antwoorden")
    for one in answered:
        yield Heading(one.text, "", 2)
        if one.answer.strip():
            yield Answer(GROUP, one.answer)
        if one.family.strip():
            yield Answer(FAMILY_BEFORE, one.family, Tone.FAMILY)


def _added(case: Case, session: Session, added: Sequence[Entry]) -> Iterator[Item]:
    if added:
        yield Heading("Toegevoegd in deze bijeenkomst", "Wat aanwezigen vertelden en nu op de tijdlijn staat.")
        yield Table(ADDED, tuple(_brought(case, session, one) for one in added), "Regels uit deze bijeenkomst")


def _brought(case: Case, session: Session, entry: Entry) -> tuple[tuple[Words, ...], ...]:
    said = (one.passage for one in entry.citations if one.source_id == session.source_id)
    by = next((text.removeprefix(_BROUGHT) for text in said if text), "")
    tone = Tone.FAMILY if entry.voice == "gezin" else Tone.BODY
    return (
        cell(shown(entry.date)),
        cell(Words(title_of(entry), Tone.STRONG), entry.details),
        cell(*(party.name for party in case.parties_of(entry))),
        cell(Words(by, tone)),
    )
