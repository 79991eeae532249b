"""A begin and an end of one thing that a document mentions apart, as one period.

The rule: joined is only what the words call a begin and an end, of the same party (of a placement: of the same child),
with no other begin between them. The end stays a candidate of its own, as closing is an event too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tijdlijn.dossier.candidates import Candidate
from tijdlijn.language.date_words import write
from tijdlijn.language.folding import fold
from tijdlijn.language.mentions import Basis
from tijdlijn.model.dates import DateError, Precision, UncertainDate
from tijdlijn.model.vocabulary import Kind, Shape

_BEGINS = re.compile(
    r"\b(?:start(?:t|te|en)?|gestart|begin(?:t)?|begon(?:nen)?|inzet|ingezet|aangevangen|van start|opgestart"
    r"|geplaatst|gebracht|overgeplaatst"
    r"|vanaf|ingangsdatum|kennismaking|heropend)\b"
)
_ENDS = re.compile(
    r"\b(?:sluit(?:en)?\b.*\baf|sloot(?:en)?\b.*\baf|afgesloten|afsluit\w*|beeindig\w*|gestopt|stopt(?:e)?"
    r"|afgerond|afronding|eind(?:e|igt|igde)"
    r"|eindevaluatie|gesloten|uitgestroomd|afgebouwd)\b"
)
_HOME = re.compile(
    r"\b(?:weer thuis|thuisgeplaatst|thuisplaatsing|terugplaatsing|teruggeplaatst|terug naar huis|naar huis)\b"
)
_AND = re.compile(r"\s+en\s+(?:in\s+)?")
STATE = "Zegt hoe oud of in welke klas iemand was; wanneer het was staat erbij: {date}."
TWICE = "Dezelfde dag als ‘{words}’ in deze zin."
PART = "Hoort bij ‘{words}’, dat ervoor staat."
JOINED = "Het einde staat elders in het stuk: ‘{words}’, {date}."


def joined(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The same candidates; those that begin something have its end where the document tells it.

    What only says when something was that has its own date beside it ("op 3 mei 2013, toen in groep 1") is no fact.
    """
    changed = [_once(found, _without_state(found, one)) for one in found]
    for at in range(len(changed) - 1):
        changed[at], changed[at + 1] = _months(changed[at], changed[at + 1])
    in_time = sorted(
        (at for at, one in enumerate(changed) if one.date is not None and one.is_fact),
        key=lambda at: (_first_day(changed[at]), at),
    )
    for place, at in enumerate(in_time):
        end = _end_of(changed, in_time[place:], changed[at])
        if end is not None:
            changed[at] = _until(changed[at], end)
    return tuple(changed)


def _first_day(one: Candidate) -> date:
    return one.date.earliest if one.date else date.max


def _without_state(found: Sequence[Candidate], one: Candidate) -> Candidate:
    """An age or school year in a sentence that has a date within it says how old somebody was, not when."""
    if one.basis is not Basis.BIRTH or one.date is None:
        return one
    last = one.date.points[-1].latest
    for other in found:
        same = other.passage_start == one.passage_start and other.basis is not Basis.BIRTH
        if same and other.date and one.date.earliest <= other.date.earliest <= last:
            return replace(one, is_fact=False, reasons=(*one.reasons, STATE.format(date=write(other.date))))
    return one


def _once(found: Sequence[Candidate], one: Candidate) -> Candidate:
    """A day that is said twice in one sentence ("vorige week donderdag (9/11)") is told once."""
    if one.date is None or not one.is_fact:
        return one
    for other in found:
        if other.start >= one.start or other.passage_start != one.passage_start or not other.is_fact:
            continue
        if other.date is not None and other.date.edtf == one.date.edtf and other.passage_end == one.passage_end:
            return replace(one, is_fact=False, reasons=(*one.reasons, TWICE.format(words=other.words)))
    return one


def _months(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate]:
    """Two months in one breath of something that lasts are one period: "in november en december drie gesprekken"."""
    first, last = one.date, other.date
    if first is None or last is None or one.kind is None or one.kind.shape is not Shape.SPAN or not one.is_fact:
        return one, other
    between = one.passage[one.end - one.passage_start : other.start - one.passage_start]
    if one.passage_start != other.passage_start or not _AND.fullmatch(between):
        return one, other
    starts, ends = first.start, last.start
    if first.is_interval or last.is_interval or starts is None or ends is None:
        return one, other
    if {starts.precision, ends.precision} != {Precision.MONTH} or (ends.earliest - starts.latest).days != 1:
        return one, other
    whole = replace(one, date=UncertainDate.period(starts, ends), said=first)
    return whole, replace(other, is_fact=False, reasons=(*other.reasons, PART.format(words=one.words)))


def _end_of(found: Sequence[Candidate], later: Sequence[int], begin: Candidate) -> Candidate | None:
    """The first later candidate that tells the end of this one; None when another begin comes first."""
    if not _can_begin(begin):
        return None
    for at in later[1:]:
        other = found[at]
        if begin.kind is Kind.UITHUISPLAATSING:
            if _shares(begin.persons, other.persons):
                if _HOME.search(fold(other.passage)):
                    return other
                if other.kind is Kind.UITHUISPLAATSING:
                    return None
        elif begin.parties and other.parties and begin.parties[0].name == other.parties[0].name:
            said = fold(other.passage)
            if _ENDS.search(said):
                return other
            if other.kind is begin.kind and _BEGINS.search(said):
                return None
    return None


def _can_begin(one: Candidate) -> bool:
    """Whether a candidate is a period of which only the begin is told."""
    if one.kind is None or one.kind.shape is not Shape.SPAN or one.date is None or one.date.start is None:
        return False
    if len(one.date.points) > 1 or one.basis is Basis.OPEN:
        return False
    said = fold(one.passage)
    return one.kind is Kind.UITHUISPLAATSING or (_BEGINS.search(said) is not None and not _ENDS.search(said))


def _shares(first: Sequence[str], second: Sequence[str]) -> bool:
    return not first or not second or not set(first).isdisjoint(second)


def _until(begin: Candidate, end: Candidate) -> Candidate:
    assert begin.date is not None
    assert begin.date.start is not None
    assert end.date is not None
    last = end.date.points[-1]
    try:
        period = UncertainDate.period(begin.date.start, last)
    except DateError:
        return begin
    reason = JOINED.format(words=end.title or end.words, date=write(end.date))
    return replace(begin, date=period, said=begin.date, reasons=(*begin.reasons, reason))
