"""What somebody typed about the pages of a report, read: its parts, a period, a poster, a preset.

The rule: Dutch words and the names of programs both do, and what is not understood is said with what could have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tijdlijn.language.dates_nl import DateContext, read
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.dates import DatePoint, UncertainDate
from tijdlijn.model.problems import Problem
from tijdlijn.report.options import PART_NAMES, PRESETS, PageOptions, Poster, preset

NO_PERIOD = "'{0}' is geen periode die het programma kent. Geef bijvoorbeeld 2018/2019, of 1-3-2018 / 30-6-2019."
NO_POSTER = "'{0}' is geen poster die kan. Geef kolommen en rijen, tot 12, en zo nodig het papier: 3x2 of 3x2:A4."


def page_options(today: date, typed: Mapping[str, Any]) -> PageOptions:
    """The pages as typed to the command `export`: over a preset what was typed beside it. Raises Problem."""
    options = preset_options(typed["preset"]) if typed["preset"] else PageOptions()
    options = replace(
        options,
        paper=(typed["paper"] or options.paper).upper(),
        landscape=typed["orientation"].lower() == "landscape",
        parts=parts_in(typed["parts"]) if typed["parts"] else options.parts,
        period=period_in(typed["period"], today) if typed["period"] else options.period,
        black_and_white=typed["black_and_white"],
        pseudonyms=typed["pseudonyms"],
        ages=typed["ages"],
    )
    return poster_in(typed["poster"], options) if typed["poster"] else options


def preset_options(name: str) -> PageOptions:
    """The options of a preset. Raises Problem for a name that none has."""
    found = preset(name)
    if found is None:
        raise Problem(f"Een voorkeuze '{name}' is er niet. Kies {_listed(one.name for one in PRESETS)}.")
    return found.options


def parts_in(text: str) -> tuple[str, ...]:
    """Parts in the order typed, divided by commas. Raises Problem for one that is not known."""
    known = {fold(name): key for key, name in PART_NAMES.items()} | {key: key for key in PART_NAMES}
    short = {name.split()[0]: key for name, key in reversed(known.items())}
    found = []
    for word in (fold(squeezed(piece)) for piece in text.split(",") if piece.strip()):
        key = known.get(word) or short.get(word)
        if key is None:
            raise Problem(f"Een onderdeel '{word}' is er niet. Kies uit {_listed(PART_NAMES)}.")
        found.append(key)
    if not found:
        raise Problem(f"Er is geen onderdeel genoemd. Kies uit {_listed(PART_NAMES)}.")
    return tuple(dict.fromkeys(found))


def period_in(text: str, today: date) -> tuple[date | None, date | None]:
    """A period as people type it; "sinds 2018" has no end. Raises Problem for what is none."""
    when = read(text, DateContext(today=today))
    if when is None:
        raise Problem(NO_PERIOD.format(text))
    return _first(when), _last(when)


def _first(when: UncertainDate) -> date | None:
    return when.start.earliest if when.start else None


def _last(when: UncertainDate) -> date | None:
    if isinstance(when.end, DatePoint):
        return when.end.latest
    return when.start.latest if when.end is None and when.start else None


def poster_in(text: str, options: PageOptions) -> PageOptions:
    """The options with a poster of "3x2" sheets, or "3x2:A4". Raises Problem for what cannot be."""
    sheets, _, paper = text.strip().lower().partition(":")
    columns, _, rows = sheets.replace("×", "x").partition("x")
    try:
        poster = Poster(int(columns), int(rows), (paper or options.paper).strip().upper())
    except ValueError:
        raise Problem(NO_POSTER.format(text)) from None
    return replace(options, poster=poster)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
