"""The analyses as the JSON of `analyse --json`: a contract that others hold on to (design 3). Add keys, change none.

Days are ISO dates, uncertain figures `[min, max]`. A person is given by name, which is what another program knows;
`person_id` beside it tells two of one name apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any

from tijdlijn.analysis.ahead_json import ahead_json
from tijdlijn.analysis.continuity import Continuity
from tijdlijn.analysis.costs import Comparison, Totals, compare
from tijdlijn.analysis.domains import Coverage
from tijdlijn.analysis.finding import Finding
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.gaps import Gap
from tijdlijn.analysis.involvement import Involvement
from tijdlijn.analysis.marks import Marked
from tijdlijn.analysis.missing import Missing
from tijdlijn.analysis.passers import Passer
from tijdlijn.analysis.placements import ChildPlacements, Placement
from tijdlijn.analysis.rate_doubts import RateDoubts, find_rate_doubts
from tijdlijn.analysis.requests import Answer, LateInView
from tijdlijn.analysis.savings import BeforeAfter, Years
from tijdlijn.analysis.scenario_json import scenarios_as_json
from tijdlijn.analysis.schakelmomenten import Aftermath
from tijdlijn.analysis.silence import Silence
from tijdlijn.analysis.snelkookpan import Snelkookpan
from tijdlijn.model.casebook import Case
from tijdlijn.model.understanding import FindingMark

Json = dict[str, Any]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _code(value: StrEnum | None) -> str | None:
    return value.value if value else None


def _pair(figure: tuple[float, float] | None) -> list[float] | None:
    return list(figure) if figure else None


def as_json(case: Case, analysis: Analysis) -> Json:
    """Everything of an analysis of this case, ready for `json.dumps`."""
    return {
        "case": case.title,
        "reference_day": analysis.reference_day.isoformat(),
        "entries": analysis.entry_count,
        "undated": list(analysis.undated),
        "gaps": [_gap(case, gap) for gap in analysis.gaps],
        "silences": [_silence(silence) for silence in analysis.silences],
        "snelkookpannen": [_cluster(cluster) for cluster in analysis.pressure.clusters],
        "not_counted": list(analysis.pressure.not_counted),
        "involvement": [
            {"day": step.day.isoformat(), "sure": step.sure, "possible": step.possible}
            for step in analysis.involvement.steps
        ],
        "involvement_summary": _wave(analysis.involvement),
        "requests": [_answer(case, answer) for answer in analysis.answers],
        "late_in_view": _late(analysis.late_in_view),
        "schakelmomenten": [_aftermath(moment) for moment in analysis.aftermaths],
        "continuity": _continuity(case, analysis.continuity),
        "placements": [_child(case, child) for child in analysis.placements],
        "missing": _missing(analysis.missing),
        "costs": costs_json(case, analysis.costs),
        "scenarios": scenarios_as_json(case),
        "ahead": ahead_json(case, analysis.ahead),
        "domains": [_domain(coverage) for coverage in analysis.domains.coverages],
        "findings": [_finding(finding, analysis.marks.of.get(finding.id)) for finding in analysis.findings],
        "marks_without_finding": [_lapsed(mark) for mark in analysis.marks.lapsed],
    }


def _person(case: Case, person_id: str | None) -> Json:
    name = None if person_id is None else case.persons_by_id[person_id].name
    return {"person": name, "person_id": person_id}


def _gap(case: Case, gap: Gap) -> Json:
    return {
        **_person(case, gap.person_id),
        "start": gap.start.isoformat(),
        "end": gap.end.isoformat(),
        "days": gap.days,
        "sure_days": gap.sure_days,
        "status": gap.status.value,
        "waiting_days": gap.waiting_days,
        "measure_days": gap.measure_days,
        "before": list(gap.before),
        "after": list(gap.after),
        "signals": list(gap.signals),
        "events": list(gap.events),
    }


def _silence(silence: Silence) -> Json:
    return {
        "start": silence.start.isoformat(),
        "end": silence.end.isoformat(),
        "days": silence.days,
        "entry_ids": list(silence.running),
    }


def _cluster(cluster: Snelkookpan) -> Json:
    return {
        "start": cluster.start.isoformat(),
        "end": cluster.end.isoformat(),
        "actions": cluster.actions,
        "parties": cluster.parties,
        "ultimatums": cluster.ultimatums,
        "status": cluster.status.value,
        "leads_to": _day(cluster.leads_to),
        "entry_ids": list(cluster.entry_ids),
    }


def _wave(wave: Involvement) -> Json:
    return {
        "peak": list(wave.peak),
        "peak_day": _day(wave.peak_day),
        "mean": [round(figure, 3) for figure in wave.mean] if wave.mean else None,
        "returns": list(wave.returns),
    }


def _answer(case: Case, answer: Answer) -> Json:
    request = case.entries_by_id[answer.request_id]
    return {
        "entry_id": answer.request_id,
        "title": request.title,
        "day": answer.day.isoformat(),
        "unanswered": answer.unanswered,
        "status": answer.status.value,
        "answer_id": answer.answer_id,
        "sure_answer_id": answer.sure_answer_id,
        "days": _pair(answer.days),
        "weight": _code(answer.weight),
        "length": _pair(answer.length),
        "light_and_short": answer.light_and_short is not None,
        "light_and_short_status": _code(answer.light_and_short),
        "early": _code(answer.early),
    }


def _late(late: LateInView | None) -> Json | None:
    if late is None:
        return None
    return {
        "first_id": late.first_id,
        "help_id": late.help_id,
        "days": _pair(late.days),
        "years": _pair(late.years),
    }


def _aftermath(moment: Aftermath) -> Json:
    return {
        "entry_id": moment.entry_id,
        "type": moment.type,
        "start": moment.start.isoformat(),
        "end": moment.end.isoformat(),
        "before": _pair(moment.before),
        "after": _pair(moment.after),
        "entry_ids": list(moment.after_ids),
    }


def _continuity(case: Case, continuity: Continuity) -> Json:
    steady = continuity.steady
    granted = continuity.beschikkingen
    return {
        "parties": len(continuity.party_ids),
        "network_parties": len(continuity.network_ids),
        "workers": len(continuity.worker_ids),
        "handovers": len(continuity.handover_ids),
        "passers": {
            "parties": [_passer(passer) for passer in continuity.passers.parties],
            "workers": [_passer(passer) for passer in continuity.passers.workers],
        },
        "steady_contact": steady
        and {
            "worker": case.workers_by_id[steady.worker_id].name,
            "start": steady.start.isoformat(),
            "end": steady.end.isoformat(),
            "days": steady.days,
            "share": round(steady.share, 3),
        },
        "beschikkingen": {
            "number": granted.number,
            "median_days": _pair(granted.median_days),
            "days_between": _pair(granted.days_between),
            "between": [
                {"start": lapse.start.isoformat(), "end": lapse.end.isoformat(), "days": _pair(lapse.days)}
                for lapse in granted.lapses
            ],
        },
    }


def _passer(passer: Passer) -> Json:
    return {"id": passer.id, "days": _pair(passer.days), "status": passer.status.value}


def _child(case: Case, child: ChildPlacements) -> Json:
    return {
        **_person(case, child.person_id),
        "number": len(child.placements),
        "days_away": _pair(child.days_away),
        "up": child.up,
        "down": child.down,
        "placements": [_placement(placement) for placement in child.placements],
    }


def _placement(placement: Placement) -> Json:
    back = placement.came_home
    return {
        "entry_id": placement.entry_id,
        "start": placement.start.isoformat(),
        "end": placement.end.isoformat(),
        "kader": _code(placement.kader),
        "form": _code(placement.form),
        "days": _pair(placement.days),
        "help_at_home": list(placement.help_ids),
        "help_aimed_at_unknown": list(placement.unaimed_ids),
        "without_help": _code(placement.without_help),
        "came_home": back
        and {
            "day": back.day.isoformat(),
            "status": back.status.value,
            "next_id": back.next_id,
            "days": _pair(back.days),
        },
    }


def _missing(missing: Missing) -> Json:
    return {
        "without_goal": list(missing.without_goal),
        "without_outcome": list(missing.without_outcome),
        "without_end": list(missing.without_end),
        "decisions_by_nobody": list(missing.decisions_by_nobody),
        "without_source": list(missing.without_source),
        "contradictions": [
            {
                "entry_ids": [found.first_id, found.second_id],
                "days": found.days,
                "followed": found.followed_id or None,
            }
            for found in missing.contradictions
        ],
    }


def costs_json(case: Case, costs: Sequence[Totals]) -> Json:
    """In euro; the scenario of what happened is called "". Each other one is compared with it."""
    actual = costs[0]
    return {
        "scenarios": [_totals(case, totals) for totals in costs],
        "comparisons": [_comparison(compare(actual, totals)) for totals in costs[1:]],
        "doubts": _doubts(find_rate_doubts(case)),
    }


def _domain(coverage: Coverage) -> Json:
    first = coverage.first_problem
    return {
        "domain": coverage.domain,
        "problems": list(coverage.problem_ids),
        "help": list(coverage.help_ids),
        "first_problem": [date.fromordinal(day).isoformat() for day in first] if first else None,
        "days_helped": _pair(coverage.days_helped),
        "days_without": _pair(coverage.days_without),
        "never_helped": _code(coverage.never_helped),
    }


def _doubts(doubts: RateDoubts) -> Json:
    other = ({**asdict(one), "status": one.status.value} for one in doubts.other_year)
    return {"unsourced": list(doubts.unsourced), "other_year": list(other)}


def _euro(cents: tuple[int, int]) -> list[float]:
    return [cents[0] / 100, cents[1] / 100]


def _totals(case: Case, totals: Totals) -> Json:
    parties: dict[str, tuple[int, int]] = {}
    for id_, (low, high) in totals.per_party.items():
        name = case.parties_by_id[id_].name if id_ else ""
        before = parties.get(name, (0, 0))
        parties[name] = before[0] + low, before[1] + high
    return {
        "scenario": totals.scenario,
        "total": _euro(totals.total),
        "per_party": {name: _euro(cents) for name, cents in parties.items()},
        "per_kind": {kind.value: _euro(cents) for kind, cents in totals.per_kind.items()},
        "per_year": {str(year): _euro(cents) for year, cents in totals.per_year.items()},
        "entry_ids": list(totals.entry_ids),
        "per_payer": {_code(payer) or "": _euro(cents) for payer, cents in totals.per_payer.items()},
        "unpriced": list(totals.unpriced),
        "undated": list(totals.undated),
    }


def before_and_after_json(found: BeforeAfter) -> Json:
    """The years before and after a moment, in euro a year; a side without a whole year is None."""
    return {
        "moment": [found.first.isoformat(), found.last.isoformat()],
        "years": [found.years_before, found.years_after],
        "before": _years(found.before),
        "after": _years(found.after),
        "difference": _euro(found.difference) if found.difference else None,
        "percentage": [round(part, 1) for part in found.percentage] if found.percentage else None,
    }


def _years(years: Years | None) -> Json | None:
    if years is None:
        return None
    return {
        "start": years.first.isoformat(),
        "end": years.last.isoformat(),
        "years": years.number,
        "a_year": _euro(years.a_year),
        "entry_ids": list(years.entry_ids),
        "unpriced": list(years.unpriced),
    }


def _comparison(compared: Comparison) -> Json:
    percentage = compared.percentage
    return {
        "first": compared.first.scenario,
        "second": compared.second.scenario,
        "totals": [_euro(compared.first.total), _euro(compared.second.total)],
        "difference": _euro(compared.difference),
        "percentage": [round(part, 1) for part in percentage] if percentage else None,
    }


def _finding(finding: Finding, marked: Marked | None) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "status": finding.status.value,
        "person_id": finding.person_id,
        "start": _day(finding.start),
        "end": _day(finding.end),
        "sentence": finding.sentence,
        "rule": finding.rule,
        "detail": finding.detail,
        "entry_ids": list(finding.entry_ids),
        "mark": _mark(marked) if marked else None,
    }


def _mark(marked: Marked) -> Json:
    """`then` is the sentence that the finding had when it was said, null when it still has it; `session_id` names the
    session that discussed it, null when it was marked by itself."""
    return {
        "judgement": marked.judgement.value,
        "reason": marked.reason,
        "on": _day(marked.on),
        "then": marked.then or None,
        "session_id": marked.session_id or None,
    }


def _lapsed(mark: FindingMark) -> Json:
    return {
        "finding_id": mark.finding_id,
        "judgement": mark.judgement.value,
        "reason": mark.reason,
        "on": _day(mark.on),
        "then": mark.words,
    }
