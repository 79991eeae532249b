"""What stands in the parts of a report that are text: cover, schakelmomenten, placements, requests, agreed actions.

The rule: what was found is told once. These parts have the facts as tables; the findings about them follow in the same
part and no longer among the other findings. Of what a group concluded the family's own words come first, and in a
report for the family they are all there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.placements import LADDER, Placement
from tijdlijn.analysis.wording import duration, name_of
from tijdlijn.language.calendar_nl import SHORT_MONTHS
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.document import Answer, Heading, Item, Table, Title, Tone, Words, cell
from tijdlijn.layout.naming import label_of, title_of
from tijdlijn.layout.sheet import CONFIDENTIAL, MASKED
from tijdlijn.layout.spotlight import FAMILY, answers
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import AgreedAction, Reflection
from tijdlijn.model.vocabulary import Voice
from tijdlijn.report.options import COVER, PART_NAMES, TURNS, PageOptions
from tijdlijn.report.period import limits_words

OWN_WORDS = "Wat het gezin zelf vertelt"
LADDER_COLUMNS = (
    Column("Wanneer", 60, 130),
    Column("Wat", 90, 220, share=2),
    Column("Trede", 56, 110),
    Column("Kader", 48, 80),
    Column("Duur", 48, 100),
    Column("Thuis intussen", 60, 150, share=1),
    Column("Weer thuis", 60, 140, share=1),
)
REQUEST_COLUMNS = (
    Column("Gevraagd", 70, 110),
    Column("Hulpvraag", 110, 220, share=2),
    Column("Na", 60, 110),
    Column("Wat erop volgde", 110, 220, share=2),
    Column("Duur", 60, 110),
)
ACTION_COLUMNS = (
    Column("Wat", 130, 230, share=3),
    Column("Wie", 66, 110, share=1),
    Column("Uiterlijk", 54, 70),
    Column("Afgesproken", 60, 110, share=1),
    Column("Stand", 62, 90),
)
OWN_COLUMNS = (Column("Wanneer", 70, 110), Column("Wat het gezin zegt", 160, 320, share=2), Column("Waarover", 90, 180))

Rows = tuple[tuple[tuple[Words, ...], ...], ...]


def part_name(part: str, options: PageOptions) -> str:
    """What a part is called: for the family it holds its own words where a group's reflections would be."""
    return OWN_WORDS if part == TURNS and options.for_family else PART_NAMES[part]


def cover_items(case: Case, options: PageOptions, printed: Sequence[str]) -> Iterator[Item]:
    """The first page: what it is, of whom, for what, with whose consent, and what is in it."""
    holding = [one for one in case.consents if one.who and one.holds_on(case.today)]
    consent = "; ".join(f"{one.who}, {write_day(one.given)}, voor {one.purpose}" for one in holding)
    parts = [part_name(part, options) for part in printed if part != COVER]
    facts = (
        ("Casus", case.code),
        ("Stand", write_day(case.reference)),
        ("Doel", "; ".join(dict.fromkeys(one.purpose for one in holding))),
        ("Toestemming", consent or "Er is geen toestemming van het gezin vastgelegd."),
        ("Periode", limits_words(options.period)),
        ("Regels", "alleen wat is gekozen" if options.only is not None else ""),
        ("Namen", f"{MASKED}: de namen zijn niet de echte" if options.pseudonyms else ""),
        ("Inhoud", ", ".join(parts)),
    )
    yield Title(CONFIDENTIAL, case.title, facts)
    yield Words(
        "Deze stukken gaan over een gezin. Bewaar ze waar alleen bevoegden erbij kunnen, en vernietig ze daarna."
    )


def turn_items(case: Case, for_family: bool) -> Iterator[Item]:
    """Each schakelmoment, and what else a group looked back on, with what the family and the group said of it."""
    if for_family:
        yield from _own_words(case)
        return
    for entry in case.timeline:
        said = [one for one in case.reflections_by_entry.get(entry.id, ()) if not one.is_empty]
        if entry.scenario or not (entry.schakelmoment or said):
            continue
        yield Heading(label_of(entry), " · ".join(_told(case, entry)), 2)
        if entry.details.strip():
            yield Words(entry.details)
        for one in said:
            yield from _reflection(case, one)
        if not said:
            yield Words("Hierover is nog geen reflectie opgeschreven.", Tone.QUIET)


def _told(case: Case, entry: Entry) -> Iterator[str]:
    yield shown(entry.date)
    yield entry.kind.label
    if entry.schakelmoment:
        yield "schakelmoment" if entry.schakelmoment in ("ja", "overig") else f"schakelmoment: {entry.schakelmoment}"
    if entry.party_ids:
        yield ", ".join(party.name for party in case.parties_of(entry))


def _reflection(case: Case, one: Reflection) -> Iterator[Item]:
    session = case.sessions_by_id.get(one.session_id)
    if session and session.date:
        yield Words(f"Besproken op {write_day(session.date)}", Tone.QUIET)
    if one.family.strip():
        yield Answer(FAMILY, one.family, Tone.FAMILY)
    yield from (Answer(question, text) for question, text in answers(one))


def _own_words(case: Case) -> Iterator[Item]:
    rows = (*_voiced(case), *_reflected(case), *_answered(case))
    if rows:
        yield Table(OWN_COLUMNS, rows, OWN_WORDS)


def _voiced(case: Case) -> Rows:
    own = (entry for entry in case.timeline if entry.voice is Voice.GEZIN and not entry.scenario)
    return tuple((cell(shown(one.date)), cell(Words(title_of(one), Tone.FAMILY), one.details), ()) for one in own)


def _reflected(case: Case) -> Rows:
    return tuple(
        (cell(shown(entry.date)), cell(Words(one.family, Tone.FAMILY)), cell(label_of(entry)))
        for entry in case.timeline
        for one in case.reflections_by_entry.get(entry.id, ())
        if one.family.strip()
    )


def _answered(case: Case) -> Rows:
    return tuple(
        (
            cell(write_day(session.date) if session.date else ""),
            cell(Words(question.family, Tone.FAMILY)),
            cell(question.text),
        )
        for session in case.sessions_in_order
        for question in session.questions
        if question.family.strip()
    )


def placement_items(case: Case, analysis: Analysis) -> Iterator[Item]:
    """The placements of each child: how far from home each step was, and what happened at home meanwhile."""
    for child in analysis.placements:
        rows = tuple(_placement(case, one) for one in child.placements if one.entry_id in case.entries_by_id)
        if not rows:
            continue
        name = name_of(case, child.person_id) if child.person_id else "Welk kind is niet bekend"
        moves = f"{child.up} keer naar een zwaardere vorm, {child.down} keer naar een lichtere"
        yield Heading(name, f"{duration(child.days_away)} uit huis; {moves}.", 2)
        yield Table(LADDER_COLUMNS, rows, f"Uithuisplaatsingen van {name}")


def _placement(case: Case, one: Placement) -> tuple[tuple[Words, ...], ...]:
    entry = case.entries_by_id[one.entry_id]
    helped = len(one.help_ids) + len(one.unaimed_ids)
    home = f"{helped} keer hulp" if helped else f"geen hulp ({one.without_help or 'zeker'})"
    return (
        cell(shown(entry.date)),
        cell(Words(title_of(entry), Tone.STRONG), ", ".join(party.name for party in case.parties_of(entry))),
        cell(one.form.value, f"trede {LADDER[one.form] + 1} van {len(LADDER)}") if one.form else cell("niet bekend"),
        cell(one.kader.value if one.kader else "niet bekend"),
        cell(duration(one.days)),
        cell(home),
        cell(*_homecoming(case, one)),
    )


def _homecoming(case: Case, one: Placement) -> Iterator[str | Words]:
    if one.came_home is None:
        yield Words("niet, voor zover bekend", Tone.QUIET)
        return
    after = case.entries_by_id.get(one.came_home.next_id or "")
    yield f"vanaf {write_day(one.came_home.day, SHORT_MONTHS)}"
    if after and one.came_home.days:
        yield Words(f"na {duration(one.came_home.days)}: {title_of(after)}", Tone.QUIET)


def request_items(case: Case, whole: Case, analysis: Analysis) -> Iterator[Item]:
    """Each request for help with the help that came first after it."""
    rows = []
    for one in analysis.answers:
        entry = case.entries_by_id.get(one.request_id)
        answer = whole.entries_by_id.get(one.answer_id or "")
        if entry is None:
            continue
        came = cell(Words(title_of(answer), Tone.STRONG), shown(answer.date)) if answer else cell("niets")
        rows.append(
            (
                cell(shown(entry.date)),
                cell(Words(title_of(entry), Tone.STRONG)),
                cell(duration(one.days) if one.days else "", Words(one.status.value if answer else "", Tone.QUIET)),
                came,
                cell(duration(one.length) if one.length else ""),
            )
        )
    if rows:
        yield Table(REQUEST_COLUMNS, tuple(rows), "Hulpvragen en wat erop volgde")


def action_items(case: Case) -> Iterator[Item]:
    """What was agreed in all sessions, what is still to be done first."""
    found = sorted(case.actions, key=lambda one: (one.state.is_over, one.due or date.max, one.id))
    if found:
        yield Table(ACTION_COLUMNS, tuple(_action(case, one) for one in found), "Afspraken")


def _action(case: Case, action: AgreedAction) -> tuple[tuple[Words, ...], ...]:
    session = case.sessions_by_id.get(action.session_id)
    when = write_day(session.date, SHORT_MONTHS) if session and session.date else ""
    settled = f"op {write_day(action.settled, SHORT_MONTHS)}" if action.settled else ""
    return (
        cell(Words(action.what, Tone.STRONG), Words(action.remark)),
        cell(action.owner),
        cell(write_day(action.due, SHORT_MONTHS) if action.due else Words("geen dag", Tone.QUIET)),
        cell(when),
        cell(action.state.value, Words(settled, Tone.QUIET)),
    )
