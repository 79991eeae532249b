"""What continuity and missing knowledge tell, in Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tijdlijn.analysis.accounts import sources_differ
from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.analysis.continuity import Beschikkingen, Continuity, Lapse
from tijdlijn.analysis.contradictions import REACH_DAYS, Contradiction
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.missing import Missing
from tijdlijn.analysis.passers import counted
from tijdlijn.analysis.wording import amount, duration, number, period, sentence
from tijdlijn.language.dates_nl import write_duration
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind


def tell_continuity(case: Case, continuity: Continuity) -> Iterator[Finding]:
    """Who came and went, who stayed, and each lapse between two beschikkingen."""
    parties, workers = len(continuity.party_ids), len(continuity.worker_ids)
    if parties or workers:
        yield Finding(
            id="continuïteit:gezin",
            kind=FindingKind.CONTINUITEIT,
            status=Status.ZEKER,
            person_id=None,
            start=None,
            end=None,
            sentence=sentence(_came_and_went(continuity)),
            rule="Geteld is elke partij en elke professional die bij een regel met een datum genoemd is; het vaste "
            "aanspreekpunt is wie zonder onderbreking het langst zeker betrokken was bij hulp. Een passant is "
            "genoemd in hoogstens een half jaar, van de eerste tot en met de laatste keer, en is al een half jaar weg.",
            entry_ids=continuity.handover_ids,
            detail=_steady(case, continuity),
        )
    yield from _granted(case, continuity.beschikkingen)
    for lapse in continuity.beschikkingen.lapses:
        yield _lapse(lapse)


def _came_and_went(continuity: Continuity) -> str:
    parties, workers = len(continuity.party_ids), len(continuity.worker_ids)
    text = f"er {_be(parties)} in totaal {number(parties, 'partij', 'partijen')} betrokken geweest"
    if continuity.network_ids:
        text += f" (waarvan {len(continuity.network_ids)} uit het eigen netwerk)"
    if workers:
        text += f", en {number(workers, 'professional', 'professionals')} {_be(workers)} bij naam genoemd"
        text += _passed(continuity)
    if continuity.handover_ids:
        text += f"; het gezin is {len(continuity.handover_ids)} keer overgedragen"
    return text


def _passed(continuity: Continuity) -> str:
    passed = counted(continuity.passers.workers)
    return f", van wie {amount(passed)} hoogstens een half jaar (passanten)" if passed[1] else ""


def _be(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _steady(case: Case, continuity: Continuity) -> str:
    steady = continuity.steady
    if steady is None:
        return ""
    name = case.workers_by_id[steady.worker_id].name
    when = period(steady.start, steady.end)
    return sentence(
        f"het langst achtereen betrokken was {name}: {when} ({write_duration(steady.days)}, "
        f"{round(100 * steady.share)}% van de tijd dat het gezin in beeld had kunnen zijn)"
    )


def _granted(case: Case, granted: Beschikkingen) -> Iterator[Finding]:
    """How many beschikkingen, how long they mostly were, and all the days between them."""
    if granted.median_days is None or granted.number < 2:
        return
    median = round(granted.median_days[0]), round(granted.median_days[1])
    least, most = granted.days_between
    between = "daartussen zat geen dag zonder"
    if most:
        between = f"daartussen zat bij elkaar {_days((least, most))} zonder"
    all_of = case.of_kind[Kind.BESCHIKKING]
    yield Finding(
        id="beschikkingen:gezin",
        kind=FindingKind.BESCHIKKING,
        status=status(least == most),
        person_id=None,
        start=case.bounds[all_of[0].id].first_day,
        end=max(case.bounds[entry.id].last_day for entry in all_of),
        sentence=sentence(
            f"er zijn {granted.number} beschikkingen geweest; de middelste naar lengte duurde {duration(median)}, en "
            f"{between}"
        ),
        rule="Geteld zijn beschikkingen met een datum, hun lengte, en de dagen na het einde van de ene en voor het "
        "begin van de volgende waarop geen andere loopt.",
        entry_ids=tuple(entry.id for entry in all_of),
    )


def _lapse(lapse: Lapse) -> Finding:
    sure = lapse.days[0] > 0
    return Finding(
        id=f"beschikking:gezin:{lapse.start.isoformat()}",
        kind=FindingKind.BESCHIKKING,
        status=status(sure),
        person_id=None,
        start=lapse.start,
        end=lapse.end,
        sentence=sentence(
            f"{period(lapse.start, lapse.end)} liep er {'' if sure else 'mogelijk '}geen beschikking, terwijl er "
            f"daarvoor en daarna wel een was ({_days(lapse.days)})"
        ),
        rule="Gezocht is naar dagen tussen het einde van een beschikking en het begin van de volgende waarop geen "
        "andere loopt.",
    )


def _days(days: Range) -> str:
    return duration(days) if days[0] else f"hoogstens {duration((days[1],) * 2)}"


@dataclass(frozen=True, slots=True)
class _Lack:
    """What is missing: what one of them and what several of them are, and the entries."""

    what: str
    one: str
    more: str
    entry_ids: tuple[str, ...]


def tell_missing(case: Case, missing: Missing) -> Iterator[Finding]:
    """What the dossier does not say, and where sources say different things."""
    for found in missing.contradictions:
        yield _contradiction(case, found)
    for lack in _lacks(missing):
        count = len(lack.entry_ids)
        if count:
            yield Finding(
                id=f"onbekend:{lack.what}",
                kind=FindingKind.ONBEKEND,
                status=Status.ZEKER,
                person_id=None,
                start=None,
                end=None,
                sentence=sentence(f"bij {number(count, lack.one, lack.more)} is niet bekend {lack.what}"),
                rule="Geteld zijn regels met een datum waarin dit niet is ingevuld.",
                entry_ids=lack.entry_ids,
            )


def _lacks(missing: Missing) -> Iterable[_Lack]:
    help_ = "interventie", "interventies"
    return (
        _Lack("wat het doel was", *help_, missing.without_goal),
        _Lack("wat de uitkomst was", *help_, missing.without_outcome),
        _Lack("wanneer deze eindigde", *help_, missing.without_end),
        _Lack("wie het besluit nam", "besluit", "besluiten", missing.decisions_by_nobody),
        _Lack("uit welke bron dit komt", "regel", "regels", missing.without_source),
    )


def _contradiction(case: Case, found: Contradiction) -> Finding:
    first, second = case.entries_by_id[found.first_id], case.entries_by_id[found.second_id]
    start, end = case.bounds[first.id].first_day, max(case.bounds[id_].last_day for id_ in (first.id, second.id))
    return Finding(
        id=f"tegenspraak:{first.id}:{second.id}",
        kind=FindingKind.TEGENSPRAAK,
        status=Status.MOGELIJK,
        person_id=None,
        start=start,
        end=end,
        sentence=f"“{first.title}” en “{second.title}” lijken over hetzelfde te gaan, maar de data sluiten elkaar uit.",
        rule="Gezocht is naar regels van dezelfde soort over dezelfde gebeurtenis en dezelfde personen, uit "
        f"verschillende bronnen, die hoogstens {REACH_DAYS} dagen uit elkaar liggen (een jaar bij een geboorte of een "
        "overlijden) maar niet op dezelfde dag kunnen vallen.",
        entry_ids=(first.id, second.id),
        detail=sources_differ(case, found),
    )
