"""What an import says of itself before it is done and when it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tijdlijn.exchange.plan import Tally
from tijdlijn.services.importing import ImportPlan


def summary(widget: QWidget, plan: ImportPlan, joined: int, changed: int, *, done: bool) -> str:
    """What is taken in, joined, changed and removed, in a few words: to do, or done."""
    tr = widget.tr
    counts = (
        (plan.taken, _rows(plan.taken), tr("{0} ingelezen") if done else tr("{0} inlezen")),
        (joined, str(joined), tr("{0} samengevoegd") if done else tr("{0} samenvoegen")),
        (changed, _entries(changed), tr("{0} bijgewerkt") if done else tr("{0} bijwerken")),
        (
            len(plan.batch.removed),
            _entries(len(plan.batch.removed)),
            tr("{0} verwijderd") if done else tr("{0} verwijderen"),
        ),
    )
    return ", ".join(told.format(how_many) for count, how_many, told in counts if count)


def told_rows(widget: QWidget, tally: Tally) -> str:
    """What comes of the rows of a table."""
    parts = [widget.tr("{0} over te nemen").format(_rows(tally.taken))]
    if tally.changed:
        parts.append(widget.tr("{0} gewijzigd").format(tally.changed))
    if tally.present:
        parts.append(widget.tr("{0} stonden er al").format(tally.present))
    refused = len({refusal.row_number for refusal in tally.refusals})
    if refused:
        parts.append(widget.tr("{0} geweigerd").format(refused))
    return " · ".join(parts)


def _entries(count: int) -> str:
    return "1 regel" if count == 1 else f"{count} regels"


def _rows(count: int) -> str:
    return "1 rij" if count == 1 else f"{count} rijen"
