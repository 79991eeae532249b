"""What was said of a finding, in Dutch: on the screen, on paper and by the commands the same."""

from __future__ import annotations

from tijdlijn.analysis.marks import Marked
from tijdlijn.language.dates_nl import write_day

THEN = "Toen stond er"


def mark_words(marked: Marked) -> str:
    """`Besproken op 12 oktober 2023, in een bijeenkomst.` or `Niet relevant, want … (3 mei 2026).`"""
    if marked.is_set_aside:
        day = f" ({write_day(marked.on)})" if marked.on else ""
        return f"Niet relevant, want {_led(marked.reason)}{day}."
    day = f" op {write_day(marked.on)}" if marked.on else ""
    where = ", in een bijeenkomst" if marked.session_id else ""
    why = f": {marked.reason.rstrip('.')}" if marked.reason else ""
    return f"Besproken{day}{where}{why}."


def mark_then(marked: Marked) -> str:
    """What the finding said when it was marked, empty while it still says that."""
    return f"{THEN}: “{marked.then}”" if marked.then else ""


def _led(reason: str) -> str:
    """A reason as it goes on behind “want”: who types “want” as well is not made to say it twice."""
    plain = reason.strip().rstrip(".")
    return plain[5:].lstrip() if plain.lower().startswith("want ") else plain
