"""Where dates stand in a text: the shapes of `mention_patterns`, without what only looks like one.

The rule: what is no date is kept out by what stands beside it (a unit after a number, "artikel" before it, a surname's
capital), never by a list of numbers. A period is one span from the first word of its begin to the last of its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.mention_beside import AHEAD, REACH, Around, is_date
from tijdlijn.language.mention_patterns import BOUND, DAY_BEFORE, LINK, OPENING, SHAPE_RULES, Shape


@dataclass(frozen=True, slots=True)
class Place:
    """One date as it is written: its stretch of the text and what it still needs."""

    start: int
    end: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class Span:
    """A mention: one date or the two ends of a period. `bound` is "since", "from", "until" or empty."""

    start: int
    end: int
    first: Place
    last: Place | None = None
    bound: str = ""


_SIGNAL_WORDS = (
    "jaar jaren maand week weken dag dagen maanden gister vandaag vannacht vanochtend vanmorgen vanmiddag"
    " vanavond morgen "
    "heden kwartaal leeftijd brugklas groep klas geboorte verjaardag weekend was werd zijn haar hun mijn jan"
    " febr feb mrt "
    "apr jun jul aug sept sep okt nov dec daarop erop daarna avond nacht middag ochtend"
)
_TRIGGER = re.compile(
    r"\d|'\d\d|(?:"
    + "|".join(
        sorted(
            [*nl.MONTHS, *nl.SEASON_CODES, *nl.HOLIDAYS, *nl.VACATIONS, *nl.WEEKDAYS, *_SIGNAL_WORDS.split()],
            key=len,
            reverse=True,
        )
    )
    + r")"
)


def find_spans(text: str, folded: str) -> tuple[Span, ...]:
    """Every stretch of the text that is written as a date, in order; none overlap. `folded` is `fold(text)`."""
    spans: list[Span] = []
    at = 0
    for line in folded.splitlines(keepends=True):
        end = at + len(line)
        if _TRIGGER.search(line):
            spans.extend(_in_line(text, folded, at, end))
        at = end
    return tuple(spans)


def _in_line(text: str, folded: str, start: int, end: int) -> list[Span]:
    places = [place for place in _longest(folded, start, end) if is_date(_around(text, folded, start, place))]
    return [_bounded(folded, start, span) for span in _periods(folded, start, places)]


def _longest(folded: str, start: int, end: int) -> list[Place]:
    """The longest shape at each place; of those that overlap the one that begins first."""
    found = [
        Place(match.start(), match.end(), rule.shape)
        for rule in SHAPE_RULES
        for match in rule.pattern.finditer(folded, start, end)
    ]
    found.sort(key=lambda place: (place.start, -place.end))
    taken: list[Place] = []
    for place in found:
        if not taken or place.start >= taken[-1].end:
            taken.append(place)
    return taken


def _around(text: str, folded: str, line: int, place: Place) -> Around:
    before, after = max(line, place.start - REACH), place.end + AHEAD
    return Around(
        place.shape,
        folded[place.start : place.end],
        folded[before : place.start],
        folded[place.end : after].partition("\n")[0],
        text[place.start : place.end],
        text[place.end : after],
    )


# Periods


def _periods(folded: str, line: int, places: list[Place]) -> Iterator[Span]:
    at = 0
    while at < len(places):
        first, borrowed = _with_day(folded, line, places[at])
        other = places[at + 1] if at + 1 < len(places) else None
        if borrowed is not None:
            yield Span(_opened(folded, line, borrowed.start)[0], first.end, borrowed, first)
        elif other is not None and _linked(folded, line, first, other):
            yield Span(_opened(folded, line, first.start)[0], other.end, first, other)
            at += 1
        else:
            yield Span(first.start, first.end, first)
        at += 1


_TAKES_DAY = (Shape.WHOLE, Shape.YEARLESS, Shape.AFTER, Shape.NEAR)


def _with_day(folded: str, line: int, place: Place) -> tuple[Place, Place | None]:
    """The place, and the day before it that borrows its month: "14" in "14 t/m 16 maart"."""
    if place.shape not in _TAKES_DAY or not re.match(
        r"(?:0?[1-9]|[12]\d|3[01])(?:(?:e|ste|de)?[^\S\n\d]?[^\S\n\d]?[a-z]|/\d)", folded[place.start : place.end]
    ):
        return place, None
    match = DAY_BEFORE.search(folded, max(line, place.start - REACH), place.start)
    if match is None:
        return place, None
    return place, Place(match.start("day"), match.end("day"), Shape.DAY)


def _linked(folded: str, line: int, first: Place, other: Place) -> bool:
    between = LINK.fullmatch(folded, first.end, other.start)
    if between is None or (Shape.GROUP in (first.shape, other.shape) and not between["until"]):
        return False
    if between["until"]:
        return first.shape is not Shape.WEEKDAY or other.shape is Shape.WEEKDAY
    opening = _opened(folded, line, first.start)[1]
    if between["and"]:
        return opening == "tussen"
    if between["night"]:
        return first.shape is other.shape is Shape.WEEKDAY and bool(
            re.search(r"\bnacht van[^\S\n]+$", folded[: first.start])
        )
    if between["slash"]:
        return first.shape is other.shape is Shape.WHOLE and other.start - first.end == 1
    return first.shape in (Shape.WHOLE, Shape.YEARLESS) and other.shape in (Shape.WHOLE, Shape.YEARLESS)


def _opened(folded: str, line: int, start: int) -> tuple[int, str]:
    """Where a period begins with the word that opens it, and that word."""
    match = OPENING.search(folded[max(line, start - REACH) : start])
    if match is None:
        return start, ""
    return (start - (match.end() - match.start("word")), match["word"]) if match["word"] != "in" else (start, "in")


def _bounded(folded: str, line: int, span: Span) -> Span:
    """With the word before it that makes it a begin or an end."""
    if span.last is not None:
        return span
    low = max(line, span.start - REACH)
    match = BOUND.search(folded[low : span.start])
    bound = match.lastgroup if match else None
    if match is None or bound is None or (span.first.shape is Shape.AGE and bound == "until"):
        return span
    return replace(span, start=low + match.start(bound), bound=bound)
