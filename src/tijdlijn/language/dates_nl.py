"""Dutch dates in and out. `read` takes what a person types in a date field, `write` says a date in Dutch.

The rules of reading stand in `date_points`, `date_relative`, `date_phrases` and `date_spans`; those of writing in
`date_words`. 12-03 is always day and month. What the calendar does not have is not read. Two digits are the latest
such year up to ten years ahead of today (without a today: up to 2049).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tijdlijn.language.date_words import (
    shown,
    weekday,
    write,
    write_day,
    write_duration,
    write_period,
    write_short,
)
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.readings import DateContext
from tijdlijn.model.dates import DateError, UncertainDate

__all__ = [
    "DateContext",
    "is_unknown",
    "read",
    "shown",
    "weekday",
    "write",
    "write_day",
    "write_duration",
    "write_period",
    "write_short",
]

MAX_LENGTH = 160
"""Longer text is no date: characters."""

_UNKNOWN = frozenset(
    {"onbekend", "datum onbekend", "onbekende datum", "datum niet bekend", "niet bekend", "geen datum", "zonder datum"}
    | {"onbekend wanneer", "?", "??", "???", "-", "n.b.", "nb", "nnb", "n.n.b."}
)


def read(text: str, context: DateContext | None = None) -> UncertainDate | None:
    """The date that the whole text is: EDTF or Dutch. None when it is none. Raises nothing.

    `words` keeps the text as typed when `write` would say it otherwise (see `readings.Reading`). Phrases such as
    "gisteren" or "op zijn zevende" need their anchor in the context.
    """
    typed = squeezed(text)
    if not typed or len(typed) > MAX_LENGTH:
        return None
    return _read(typed, context or DateContext())


def is_unknown(text: str) -> bool:
    """Whether the text says that the date is not known."""
    return fold(squeezed(text)).strip("().") in {word.strip("().") for word in _UNKNOWN}


@lru_cache(maxsize=8_192)
def _read(typed: str, context: DateContext) -> UncertainDate | None:
    try:
        return UncertainDate.parse(typed.upper() if typed[:1].isdigit() else typed)
    except DateError:
        pass
    from tijdlijn.language.date_phrases import read_phrase  # a hundred patterns, which writing a date does not need
    from tijdlijn.language.date_spans import read_span

    folded = fold(typed)
    reading = read_phrase(folded, context) or read_span(folded, context)
    if reading is None:
        return None
    return replace(reading.value, words=typed if reading.interpreted else "")
