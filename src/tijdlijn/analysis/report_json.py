"""The analyses as the JSON of `analyse --json`: a contract that others hold on to (design 3). Add keys, change none.

Days are ISO dates, uncertain figures `[min, max]`. A person is given by name, which is what another program knows;
`person_id` beside it tells two of one name apart.
"""

from __future__ import annotations

from typing import Any

from tijdlijn.analysis.finding import Finding
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.gaps import Gap
from tijdlijn.analysis.involvement import Involvement
from tijdlijn.analysis.silence import Silence
from tijdlijn.analysis.snelkookpan import Snelkookpan
from tijdlijn.model.casebook import Case

Json = dict[str, Any]


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
        "findings": [_finding(finding) for finding in analysis.findings],
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
        "leads_to": cluster.leads_to.isoformat() if cluster.leads_to else None,
        "entry_ids": list(cluster.entry_ids),
    }


def _wave(wave: Involvement) -> Json:
    return {
        "peak": list(wave.peak),
        "peak_day": wave.peak_day.isoformat() if wave.peak_day else None,
        "mean": [round(figure, 3) for figure in wave.mean] if wave.mean else None,
        "returns": list(wave.returns),
    }


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "status": finding.status.value,
        "person_id": finding.person_id,
        "start": finding.start.isoformat() if finding.start else None,
        "end": finding.end.isoformat() if finding.end else None,
        "sentence": finding.sentence,
        "rule": finding.rule,
        "detail": finding.detail,
        "entry_ids": list(finding.entry_ids),
    }
