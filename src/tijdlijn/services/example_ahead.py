"""What the example says of the years to come: one proposal taken over, one turned down with a reason."""

from __future__ import annotations

from tijdlijn.analysis.ahead import find_ahead
from tijdlijn.services.ahead import accept, dismiss
from tijdlijn.services.casebook import OpenCasebook

TAKEN = "Lotte 18−"
TURNED_DOWN = "Evi 5"
WHY_NOT = "Evi zit al sinds de zomer op school; dit speelt niet."


def look_ahead(book: OpenCasebook, case_id: str) -> None:
    """Plan for Lotte's majority half a year before it; leave out what does not matter for Evi."""
    for one in find_ahead(book.case(case_id)).proposals:
        if one.title.startswith(TAKEN):
            accept(book, case_id, one.rule_id)
        elif one.title.startswith(TURNED_DOWN):
            dismiss(book, case_id, one.rule_id, WHY_NOT)
