"""What the answers to requests, the schakelmomenten and the placements tell, in Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tijdlijn.analysis.certainty import Status, status
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.placements import ChildPlacements, Placement, Return
from tijdlijn.analysis.requests import SHORT_DAYS, Answer, LateInView
from tijdlijn.analysis.schakelmomenten import REACH_DAYS, Aftermath
from tijdlijn.analysis.telling_early import tell_early
from tijdlijn.analysis.wording import between, duration, number, period, sentence
from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import PlacementForm

LATE_DAYS = 365
"""From here on coming into view is told as late; the figure itself is always given."""


def tell_requests(case: Case, answers: Iterable[Answer]) -> Iterator[Finding]:
    """Requests that stayed unanswered, or got an answer that was light and short; and that they came early."""
    answers = tuple(answers)
    yield from tell_early(case, answers)
    for answer in answers:
        told = _answer(case, answer)
        if told:
            how_sure, text, rule = told
            yield Finding(
                id=f"hulpvraag:{answer.request_id}",
                kind=FindingKind.HULPVRAAG,
                status=how_sure,
                person_id=None,
                start=answer.day,
                end=answer.day,
                sentence=sentence(text),
                rule=rule,
                entry_ids=(answer.request_id, *((answer.answer_id,) if answer.answer_id else ())),
            )


def _answer(case: Case, answer: Answer) -> tuple[Status, str, str] | None:
    asked = f"op de hulpvraag “{case.entries_by_id[answer.request_id].title}” ({_when(case, answer.request_id)})"
    if answer.answer_id is None or answer.days is None or answer.length is None:
        return (
            answer.status,
            f"{asked} volgde geen hulp",
            "Een hulpvraag is onbeantwoord als er daarna geen interventie of bemoeienis begint voor dezelfde personen.",
        )
    if answer.light_and_short is None:
        return None
    both = answer.status is Status.ZEKER and answer.light_and_short is Status.ZEKER
    after = "nog dezelfde dag" if answer.days == (0, 0) else f"na {duration(answer.days)}"
    help_ = f"“{case.entries_by_id[answer.answer_id].title}”: licht, en {duration(answer.length)} lang"
    return (
        Status.ZEKER if both else Status.MOGELIJK,
        f"{asked} volgde {after} {'' if both else 'mogelijk '}{help_}",
        f"Licht en kort is hulp met zwaarte licht van ten hoogste {SHORT_DAYS} dagen.",
    )


def _when(case: Case, entry_id: str) -> str:
    bounds = case.bounds[entry_id]
    if bounds.start_min == bounds.start_max:
        return write_day(bounds.first_day)
    return f"ergens {period(bounds.first_day, bounds.last_day)}"


def tell_late_in_view(case: Case, late: LateInView | None) -> Iterator[Finding]:
    """A family that had troubles for at least a year before anybody helped."""
    if late is None or late.days[1] < LATE_DAYS:
        return
    least, most = (f"{years:.1f}".replace(".", ",") for years in late.years)
    years = f"{least} jaar" if least == most else f"{least} tot {most} jaar"
    began = case.entries_by_id[late.first_id].title
    helped = f"“{case.entries_by_id[late.help_id].title}”" if late.help_id else ""
    text = (
        f"tussen “{began}” en de eerste hulp, {helped}, zat {years}"
        if late.help_id
        else f"sinds “{began}” is er na {years} nog geen hulp geweest"
    )
    yield Finding(
        id="laat in beeld:gezin",
        kind=FindingKind.LAAT_IN_BEELD,
        status=Status.ZEKER if late.days[0] >= LATE_DAYS else Status.MOGELIJK,
        person_id=None,
        start=case.bounds[late.first_id].first_day,
        end=date.fromordinal(case.bounds[late.help_id].start_max) if late.help_id else case.reference,
        sentence=sentence(text),
        rule="Geteld zijn de jaren tussen de eerste gebeurtenis, het eerste signaal of de eerste diagnose en de eerste "
        "hulp, vanaf de geboorte van de oudste jeugdige; vanaf een jaar staat het hier.",
        entry_ids=(late.first_id, *((late.help_id,) if late.help_id else ())),
    )


def tell_aftermaths(case: Case, aftermaths: Iterable[Aftermath]) -> Iterator[Finding]:
    """Schakelmomenten after which more went wrong than before."""
    for moment in aftermaths:
        if moment.worse is None:
            continue
        after = between(moment.after, "zorgsignaal", "zorgsignalen")
        doubt = "" if moment.worse is Status.ZEKER or after.startswith("misschien") else "mogelijk "
        yield Finding(
            id=f"schakelmoment:{moment.entry_id}",
            kind=FindingKind.SCHAKELMOMENT,
            status=moment.worse,
            person_id=None,
            start=moment.start,
            end=moment.end,
            sentence=sentence(
                f"in het half jaar na “{case.entries_by_id[moment.entry_id].title}” "
                f"({_when(case, moment.entry_id)}) {_verb(moment)} er {doubt}"
                f"{after}, in het half jaar ervoor "
                f"{between(moment.before, 'zorgsignaal', 'zorgsignalen')}"
            ),
            rule=f"Geteld zijn signalen, hulpvragen, uithuisplaatsingen en ultimatums die beginnen in de {REACH_DAYS} "
            f"dagen na en de {REACH_DAYS} dagen voor het schakelmoment.",
            entry_ids=(moment.entry_id, *moment.after_ids),
        )


def _verb(moment: Aftermath) -> str:
    return "was" if moment.after[1] == 1 else "waren"


def tell_placements(case: Case, children: Iterable[ChildPlacements]) -> Iterator[Finding]:
    """Placements during which nobody helped at home, and how each child moved."""
    for child in children:
        name = "een kind" if child.person_id is None else case.persons_by_id[child.person_id].name
        for placement in child.placements:
            if placement.without_help:
                yield _nobody_at_home(child.person_id, name, placement)
        yield _moves(case, child, name)


def _nobody_at_home(person_id: str | None, name: str, placement: Placement) -> Finding:
    doubt = "" if placement.without_help is Status.ZEKER else "mogelijk "
    assert placement.without_help is not None
    return Finding(
        id=f"geen hulp thuis:{person_id or 'gezin'}:{placement.entry_id}",
        kind=FindingKind.GEEN_HULP_THUIS,
        status=placement.without_help,
        person_id=person_id,
        start=placement.start,
        end=placement.end,
        sentence=sentence(
            f"tijdens de uithuisplaatsing van {name} ({period(placement.start, placement.end)}) liep er "
            f"{doubt}geen hulp voor de ouders of het gezin"
        ),
        rule="Bij elke uithuisplaatsing is gezocht naar hulp, gericht op ouder of gezin, die in die tijd liep.",
        entry_ids=(placement.entry_id, *placement.help_ids, *placement.unaimed_ids),
        detail=_unaimed(placement),
    )


def _unaimed(placement: Placement) -> str:
    if not placement.unaimed_ids:
        return ""
    help_ = number(len(placement.unaimed_ids), "vorm van hulp", "vormen van hulp")
    return sentence(f"van {help_} die toen (mogelijk) liep, is niet ingevuld op wie die gericht was")


def _moves(case: Case, child: ChildPlacements, name: str) -> Finding:
    placements = child.placements
    text = f"{name} is {len(placements)} keer uit huis geplaatst, in totaal {duration(child.days_away)}"
    moves = ((child.up, "zwaardere"), (child.down, "lichtere"))
    moved = [f"{count} keer naar een {heavier} plek" for count, heavier in moves if count]
    if moved:
        text += f", en ging daarbij {' en '.join(moved)}"
    return Finding(
        id=f"uithuisplaatsing:{child.person_id or 'gezin'}",
        kind=FindingKind.UITHUISPLAATSING,
        status=status(child.days_away[0] == child.days_away[1]),
        person_id=child.person_id,
        start=placements[0].start,
        end=max(placement.end for placement in placements),
        sentence=sentence(text),
        rule="Geteld zijn de dagen waarop een uithuisplaatsing loopt, elke dag één keer; de volgorde van licht naar "
        f"zwaar is {', '.join(form.value for form in PlacementForm)}.",
        entry_ids=tuple(placement.entry_id for placement in placements),
        detail=" ".join(_homecoming(case, placement.came_home) for placement in placements if placement.came_home),
    )


def _homecoming(case: Case, back: Return) -> str:
    home = f"na {write_day(back.day)} was het kind {'' if back.status is Status.ZEKER else 'mogelijk '}weer thuis"
    if back.next_id is None or back.days is None:
        return sentence(f"{home}; daarna volgde geen signaal of nieuwe uithuisplaatsing")
    return sentence(f"{home}; na {duration(back.days)} volgde “{case.entries_by_id[back.next_id].title}”")
