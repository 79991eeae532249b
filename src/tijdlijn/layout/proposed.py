"""Proposals for the years to come among the entries of a case, so that they are placed like everything else.

The rule: a picture shows what is only proposed as an entry whose id begins with `PROPOSED`, broken and soft; nothing
else of it is an entry, and no figure is reckoned from it.
"""

from __future__ import annotations

from tijdlijn.analysis.ahead import PROPOSED, Ahead, entry_for
from tijdlijn.model.casebook import Case


def with_proposals(case: Case, ahead: Ahead) -> Case:
    """The case with a line for everything that is proposed."""
    made = [entry_for(one, PROPOSED + one.rule_id) for one in ahead.proposals]
    return case.with_entries(made) if made else case


def rule_of(id_: str) -> str:
    """The proposal that an entry of such a case is; empty for a real one."""
    return id_.removeprefix(PROPOSED) if id_.startswith(PROPOSED) else ""
