"""What the timeline shows, in a sentence or two, for who cannot see it: the alternative text of the picture."""

from __future__ import annotations

from tijdlijn.model.casebook import Case


def picture_words(case: Case) -> str:
    """What the timeline shows, for who cannot see it."""
    children = " en ".join(person.name for person in case.focus)
    dated = [entry for entry in case.timeline if entry.date]
    about = f" van {children}" if children else ""
    if not dated or case.extent is None:
        return f"Tijdlijn{about}, nog zonder regels."
    years = sorted({entry.date.points[0].earliest.year for entry in dated if entry.date})
    turns = sum(bool(entry.schakelmoment) for entry in dated)
    count = f"{len(case.timeline)} regels" if len(case.timeline) != 1 else "1 regel"
    moments = f", {turns} schakelmoment{'en' if turns != 1 else ''}" if turns else ""
    when = f"van {years[0]} tot en met {years[-1]}" if years[0] < years[-1] else f"in {years[0]}"
    return f"Tijdlijn{about}, {when}: {count}{moments}."
