"""What the gaps, silences, snelkookpannen and the wave tell, in Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.gaps import Gap
from tijdlijn.analysis.involvement import Involvement
from tijdlijn.analysis.silence import Silence
from tijdlijn.analysis.snelkookpan import LEADS_TO_DAYS, Snelkookpan
from tijdlijn.analysis.wording import between, name_of, number, period, sentence
from tijdlijn.language.dates_nl import write_day, write_duration
from tijdlijn.model.casebook import Case


def tell_gaps(case: Case, gaps: Iterable[Gap]) -> Iterator[Finding]:
    """One finding for each gap of the family, and for each of a child that is not also the family's."""
    told = set()
    for gap in gaps:
        if gap.person_id is None:
            told.add((gap.start, gap.end))
        elif (gap.start, gap.end) in told:
            continue
        yield Finding(
            id=gap.finding_id,
            kind=FindingKind.GAT,
            status=gap.status,
            person_id=gap.person_id,
            start=gap.start,
            end=gap.end,
            sentence=_gap_sentence(case, gap),
            rule=_gap_rule(case, gap),
            entry_ids=(*gap.before, *gap.signals, *gap.events, *gap.after),
            detail=_gap_detail(gap),
        )


def _gap_sentence(case: Case, gap: Gap) -> str:
    sure = gap.status is Status.ZEKER
    when = f"{_when(case, gap)} ({write_duration(gap.days)})"
    text = f"{when} was er {'' if sure else 'mogelijk '}geen hulp in beeld voor {name_of(case, gap.person_id)}"
    if gap.measure_days:
        doubt = "" if gap.sure_measure_days else "mogelijk "
        text += f", terwijl er {doubt}een maatregel liep ({number(gap.measure_days, 'dag', 'dagen')})"
    inside = []
    if gap.signals:
        inside.append(between(gap.signal_count, "signaal", "signalen"))
    if gap.events:
        inside.append(between(gap.event_count, "gebeurtenis", "gebeurtenissen"))
    if inside:
        verb = "was" if len(inside) == 1 and max(gap.signal_count[1], gap.event_count[1]) == 1 else "waren"
        text += f"; in die tijd {verb} er {' en '.join(inside)}"
    return sentence(text)


def _when(case: Case, gap: Gap) -> str:
    birth = case.persons_by_id[gap.person_id].birth if gap.person_id else None
    if birth and birth.is_day and birth.earliest == gap.start < gap.end:
        return f"vanaf de geboorte ({write_day(gap.start)}) tot en met {write_day(gap.end)}"
    return period(gap.start, gap.end)


def _gap_rule(case: Case, gap: Gap) -> str:
    least = number(case.parameters.gap_min_days, "dag", "dagen")
    rule = f"Een gat is een periode van minstens {least} zonder hulp die zeker is."
    if gap.status is Status.ZEKER:
        return f"{rule} Zeker: ook als alle hulp met een onzekere datum meetelt, blijven er minstens {least} over."
    return f"{rule} Mogelijk: hulp met een onzekere datum kan het gat opvullen of korter maken dan {least}."


def _gap_detail(gap: Gap) -> str:
    parts = []
    if gap.sure_days < gap.days:
        parts.append(_sure_part(gap))
    if gap.waiting_days:
        parts.append(f"op {number(gap.waiting_days, 'dag', 'dagen')} liep er (mogelijk) een wachttijd")
    return " ".join(sentence(part) for part in parts)


def _sure_part(gap: Gap) -> str:
    if not gap.sure_days:
        return f"op geen van deze {gap.days} dagen is het zeker dat er geen hulp in beeld was"
    return f"van deze {gap.days} dagen is op {number(gap.sure_days, 'dag', 'dagen')} zeker geen hulp in beeld"


def tell_silences(case: Case, silences: Iterable[Silence]) -> Iterator[Finding]:
    """One finding for each silence."""
    least = number(case.parameters.silence_min_days, "dag", "dagen")
    for silence in silences:
        when = f"{period(silence.start, silence.end)} ({write_duration(silence.days)})"
        yield Finding(
            id=silence.finding_id,
            kind=FindingKind.STIL,
            status=Status.ZEKER,
            person_id=None,
            start=silence.start,
            end=silence.end,
            sentence=sentence(
                f"{when} liep er hulp, maar staat er niets op de tijdlijn; of er toen niets gebeurde of niets werd "
                "opgeschreven, is hieruit niet op te maken"
            ),
            rule=f"Stil is een periode van minstens {least} waarin zeker hulp loopt en geen enkele regel begint, "
            "eindigt of valt.",
            entry_ids=silence.running,
        )


def tell_pressure(case: Case, clusters: Iterable[Snelkookpan]) -> Iterator[Finding]:
    """One finding for each snelkookpan."""
    limits = case.parameters
    rule = (
        f"Een snelkookpan is een periode waarin binnen {limits.pressure_window} dagen minstens "
        f"{limits.pressure_min_parties} partijen samen minstens {limits.pressure_min_actions} acties doen."
    )
    for cluster in clusters:
        yield Finding(
            id=cluster.finding_id,
            kind=FindingKind.SNELKOOKPAN,
            status=cluster.status,
            person_id=None,
            start=cluster.start,
            end=cluster.end,
            sentence=_pressure_sentence(cluster),
            rule=rule
            if cluster.status is Status.ZEKER
            else f"{rule} Mogelijk: niet alle data zijn daarvoor zeker genoeg.",
            entry_ids=cluster.entry_ids + ((cluster.placement_id,) if cluster.placement_id else ()),
        )


def _pressure_sentence(cluster: Snelkookpan) -> str:
    doubt = "" if cluster.status is Status.ZEKER else "mogelijk "
    parties = number(cluster.parties, "partij", "partijen")
    actions = number(cluster.actions, "actie", "acties")
    text = f"{period(cluster.start, cluster.end)} deden {parties} {doubt}samen {actions}"
    if cluster.ultimatums:
        text += f", waarvan {number(cluster.ultimatums, 'ultimatum', 'ultimatums')}"
    if cluster.leads_to:
        inside = cluster.leads_to <= cluster.end
        text += f"; {'in die tijd' if inside else f'binnen {LEADS_TO_DAYS} dagen daarna'} begon een uithuisplaatsing"
        text += f" ({write_day(cluster.leads_to)})"
    return sentence(text)


def tell_involvement(wave: Involvement) -> Iterator[Finding]:
    """How high the wave went and how often it fell away; nothing when nobody was ever involved."""
    if wave.peak_day is None:
        return
    sure, possible = wave.peak
    parties = between((sure, possible), "partij", "partijen")
    verb = "hielp" if possible == 1 else "hielpen"
    text = f"op het hoogtepunt, vanaf {write_day(wave.peak_day)}, {verb} er {parties} tegelijk"
    if wave.returns[0]:
        text += f"; de hulp viel {wave.returns[0]} keer helemaal weg en kwam daarna terug"
    yield Finding(
        id="betrokkenheid:gezin",
        kind=FindingKind.BETROKKENHEID,
        status=Status.ZEKER if sure == possible else Status.MOGELIJK,
        person_id=None,
        start=wave.peak_day,
        end=wave.peak_day,
        sentence=sentence(text),
        rule="Geteld is op elke dag het aantal verschillende partijen dat hulp geeft of contact heeft.",
    )
