"""The life ahead as the key `ahead` of `analyse --json` (design 3, by adding).

Days are ISO dates, `date` is EDTF, a figure that may be uncertain is `[min, max]`; what has no end date has null.
"""

from __future__ import annotations

from typing import Any

from tijdlijn.analysis.ahead import Ahead, Proposal
from tijdlijn.analysis.expiring import Expiry
from tijdlijn.model.casebook import Case

Json = dict[str, Any]


def ahead_json(case: Case, ahead: Ahead) -> Json:
    """What is expected of a case, ready for `json.dumps`."""
    reasons = {one.rule_id: one.reason for one in case.foreseen}
    return {
        "endings": [_ending(case, one) for one in ahead.endings],
        "proposals": [_proposal(case, one) for one in ahead.proposals],
        "dismissed": [_proposal(case, one) | {"reason": reasons[one.rule_id]} for one in ahead.dismissed],
        "planned": list(ahead.planned),
    }


def _ending(case: Case, one: Expiry) -> Json:
    entry = case.entries_by_id[one.entry_id]
    return {
        "entry_id": one.entry_id,
        "kind": entry.kind.value,
        "title": entry.title,
        "end": [one.first.isoformat(), one.last.isoformat()] if one.first and one.last else None,
        "days_left": list(one.days_left) if one.days_left else None,
        "status": one.status.value,
        "at_18": one.at_18,
        "followed_by": one.followed_by or None,
        "followed": one.followed.value if one.followed else None,
        "reminders": [day.isoformat() for day in one.reminders],
    }


def _proposal(case: Case, one: Proposal) -> Json:
    return {
        "rule": one.rule,
        "rule_id": one.rule_id,
        "title": one.title,
        "persons": [case.persons_by_id[id_].name for id_ in one.person_ids],
        "person_ids": list(one.person_ids),
        "date": one.when.edtf,
        "days": [one.first.isoformat(), one.last.isoformat()],
        "status": one.status.value,
        "why": one.why,
        "law": one.law,
        "entry_id": one.entry_id or None,
    }
