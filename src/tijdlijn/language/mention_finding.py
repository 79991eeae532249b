"""Finds every date mentioned in a text and says what each means (see `mentions` for the rule).

It goes through the text once, from begin to end, and remembers the last date that was written out: a story counts on
from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from tijdlijn.language.date_phrases import completed_start, in_year
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold
from tijdlijn.language.mention_births import birthday
from tijdlijn.language.mention_leaning import Leaning, Resolved
from tijdlijn.language.mention_patterns import Shape
from tijdlijn.language.mention_people import People
from tijdlijn.language.mention_reading import resolved
from tijdlijn.language.mention_spans import Place, Span, find_spans
from tijdlijn.language.mention_years import Tense, tense_of
from tijdlijn.language.mentions import Basis, Born, Mention, Note, Role
from tijdlijn.language.readings import Reading
from tijdlijn.model.dates import DateError, DatePoint, Ending, Precision, UncertainDate

FAR = 400
"""Further back than this no "later" reaches: characters."""
LIFETIME = 25 * 365
"""Two days in one breath that are further apart are a birth and a death, no period: days."""


def find_mentions(
    text: str,
    notes: Sequence[Note] = (),
    births: Sequence[Born] = (),
    day: UncertainDate | None = None,
    about: Collection[str] = (),
) -> tuple[Mention, ...]:
    """Every date in the text, in order; none overlap. Raises nothing.

    `day` is that of the whole document, `about` has the names (of `births`) of whom it is about.
    """
    return tuple(_Finder(text, notes, births, day, about).mentions())


class _Finder:
    def __init__(
        self,
        text: str,
        notes: Sequence[Note],
        births: Sequence[Born],
        day: UncertainDate | None,
        about: Collection[str],
    ) -> None:
        self._text = text
        self._folded = fold(text)
        self._notes = sorted(notes, key=lambda note: (note.start, -note.end))
        self._starts = [note.start for note in self._notes]
        self._day = day
        self._people = People(text, self._folded, births, about)
        self._born = {born.birth.edtf for born in births if born.birth is not None and born.birth.is_day}
        self._before: Mention | None = None
        self._any_before: Mention | None = None

    def mentions(self) -> list[Mention]:
        """In order of the text."""
        found: list[Mention] = []
        spans = find_spans(self._text, self._folded)
        for at, span in enumerate(spans):
            for mention in self._lent(span, spans[at + 1] if at + 1 < len(spans) else None) or self._of_span(span):
                found.append(mention)
                if mention.role is not Role.BIRTH or mention.basis is not Basis.TEXT or not self._in_brackets(mention):
                    self._any_before = mention if mention.date is not None else None
                told = mention.date is not None and mention.role is Role.FACT and mention.basis is not Basis.BIRTH
                if told and not self._is_ahead(mention):
                    self._before = mention
        return found

    def _lent(self, span: Span, following: Span | None) -> list[Mention]:
        """A date that borrows the year of the one it is named with: "in mei en juni 2019"."""
        if following is None or span.last is not None or span.first.shape is not Shape.YEARLESS:
            return []
        if following.first.shape is not Shape.WHOLE or not _NAMED_WITH.fullmatch(
            self._folded, span.end, following.start
        ):
            return []
        said = self._place(following.first)
        words = re.sub(r"^(?:de|het|in) ", "", self._folded[span.first.start : span.first.end])
        context = self._leaning(span.start, span.end).context
        reading = completed_start(words, said.reading, context) if said and said.reading else None
        return [self._single(span, Resolved(reading, Basis.TEXT))] if reading else []

    def _of_span(self, span: Span) -> list[Mention]:
        if span.last is None:
            said = self._place(span.first)
            return [] if said is None else [self._single(span, said)]
        joined = self._period(span, span.first, span.last)
        if joined is not None:
            return [joined]
        parts = [
            Span(place.start, place.end, place) for place in (span.first, span.last) if place.shape is not Shape.DAY
        ]
        return [mention for part in parts for mention in self._of_span(part)]

    def _in_brackets(self, mention: Mention) -> bool:
        """Whether a date of birth only says who somebody is: "Hidde (17-01-2005)", "geb. 17-01-2005"."""
        return bool(_SAYS_WHO.search(self._folded[max(0, mention.start - 24) : mention.start]))

    def _is_ahead(self, mention: Mention) -> bool:
        """Whether a date lies after the day of writing: a plan, from which no story goes on."""
        note = self._note(mention.start)
        written = note.day if note else self._day
        return written is not None and mention.date is not None and mention.date.earliest > written.points[-1].latest

    # What a date leans on

    def _note(self, place: int) -> Note | None:
        """The smallest note around a place."""
        for at in range(bisect_right(self._starts, place) - 1, -1, -1):
            if self._notes[at].end > place:
                return self._notes[at]
        return None

    def _leaning(self, start: int, end: int, shape: Shape = Shape.YEARLESS) -> Leaning:
        note = self._note(start)
        low, high = self._people.sentence(start, end)
        clause = max(self._folded.rfind(mark, low, start) + 1 for mark in ",;:(") or low
        stop = min((at for at in (self._folded.find(mark, end, high) for mark in ",;)") if at >= 0), default=high)
        tense = tense_of(
            self._folded[max(low, clause) : stop],
            self._statement(low, start, high),
            self._folded[max(low, start - 14) : start],
        )
        if shape is Shape.WEEKDAY and _AT_LAST.search(self._folded[low:start]):
            tense = Tense.FUTURE
        before = self._before
        any_before = self._near_before(start) if shape is Shape.AFTER else before
        if shape is Shape.YEARLESS and _YEAR_UNKNOWN.search(self._folded, end, high):
            return Leaning(None, "", None, "", story=False, tense=tense)
        return Leaning(
            note=note.day if note else self._day,
            note_name="de notitie" if note else "de datum van het stuk",
            before=any_before.date if any_before else None,
            before_words=any_before.words if any_before else "",
            story=before is not None
            and self._goes_on(before, note, start, low)
            and not self._still_runs(clause, start),
            tense=tense,
            in_note=note is not None,
            whose=lambda: self._people.whose(start, end, shape is Shape.GROUP),
        )

    def _statement(self, low: int, start: int, high: int) -> str:
        """The part of a sentence between semicolons in which a place stands."""
        first = self._folded.rfind(";", low, start) + 1
        last = self._folded.find(";", start, high)
        return self._folded[max(low, first) : high if last < 0 else last]

    def _still_runs(self, clause: int, start: int) -> bool:
        """Whether something is said to run since a date, in words of today: that counts back from today."""
        said = self._folded[clause:start]
        return _RUNS_SINCE.search(said) is not None and tense_of(said, said, "") is not Tense.PAST

    def _near_before(self, start: int) -> Mention | None:
        """The date before a place, when it is near enough for "later" to count from it."""
        before = self._any_before
        return before if before is not None and start - before.end <= FAR else None

    def _goes_on(self, before: Mention, note: Note | None, start: int, sentence: int) -> bool:
        """Whether a date is told on from the one before it: in one sentence of a note, in one paragraph of a report.

        Of a mere year only the same sentence and the one after it go on.
        """
        if before.basis is Basis.NOTE:
            return False
        if note is not None:
            return before.start >= max(note.start, sentence)
        if "\n" in self._text[before.end : start]:
            return False
        assert before.date is not None
        return before.date.points[-1].precision is not Precision.YEAR or self._text[before.end : start].count(". ") < 2

    # One date

    def _place(self, place: Place) -> Resolved | None:
        return resolved(
            self._folded[place.start : place.end], place.shape, self._leaning(place.start, place.end, place.shape)
        )

    def _single(self, span: Span, said: Resolved) -> Mention:
        reading = said.reading
        value = None
        if reading is not None:
            value = _bounded(reading, span.bound)
        return self._mention(span, value, said)

    def _mention(self, span: Span, value: UncertainDate | None, said: Resolved) -> Mention:
        words = self._text[span.start : span.end]
        role = self._role(span, value)
        if value is not None:
            value = replace(value, words=_own_words(" ".join(words.split()), value))
        basis = said.basis if value is not None else Basis.OPEN
        question = said.question or ("" if value else f"Wanneer was '{words}'?")
        return Mention(span.start, span.end, words, value, basis, role, said.how, "" if value else question)

    # Two ends

    def _period(self, span: Span, first: Place, last: Place) -> Mention | None:
        one, other = self._ends(first, last)
        if one is None or other is None or one.reading is None or other.reading is None:
            return None
        if first.shape is last.shape is Shape.WEEKDAY:
            other = replace(other, reading=_next_weekday(one.reading, other.reading))
        start, end = one.reading.as_start, other.reading.as_end if other.reading else None
        if start is None or not isinstance(end, DatePoint):
            return None
        assert other.reading is not None
        days = (one.reading.value, other.reading.value)
        if all(day.is_day for day in days) and abs((days[1].earliest - days[0].earliest).days) > LIFETIME:
            return None
        try:
            value = UncertainDate.period(start, end)
        except DateError:
            return None
        said = other if other.basis is not Basis.TEXT else one
        both = replace(said, reading=Reading(value, one.reading.interpreted or other.reading.interpreted))
        return self._mention(span, value, both)

    def _ends(self, first: Place, last: Place) -> tuple[Resolved | None, Resolved | None]:
        """The begin and the end of a period; each may lend the other its year."""
        words = self._folded[first.start : first.end]
        if first.shape is Shape.AGE and last.shape is Shape.AGE:
            return self._birthdays(first, last)
        if first.shape is Shape.WHOLE and last.shape is Shape.YEARLESS:
            one = self._place(first)
            return one, self._following(one, last)
        if first.shape is last.shape is Shape.YEARLESS and self._leaning(first.start, first.end).story:
            one = self._place(first)
            return one, self._following(one, last)
        other = self._place(last)
        if other is None or other.reading is None or first.shape not in (Shape.DAY, Shape.YEARLESS):
            return self._place(first), other
        begin = completed_start(
            re.sub(r"^(?:de|het) ", "", words), other.reading, self._leaning(first.start, first.end).context
        )
        return (replace(other, reading=begin) if begin else self._place(first)), other

    def _following(self, one: Resolved | None, last: Place) -> Resolved | None:
        if one is None or one.reading is None:
            return None
        begin = one.reading.days[0]
        words = re.sub(r"^(?:de|het|'t) ", "", self._folded[last.start : last.end])
        context = self._leaning(last.start, last.end).context
        for year in (begin.year, begin.year + 1):
            reading = in_year(words, year, context)
            if reading is not None and reading.days[1] >= begin:
                return replace(one, reading=reading)
        return self._place(last)

    def _birthdays(self, first: Place, last: Place) -> tuple[Resolved | None, Resolved | None]:
        """Of "van haar 9e tot haar 16e": the birthdays of one person."""
        one, other = self._place(first), self._place(last)
        person = self._people.whose(first.start, first.end).person
        if one is None or other is None or person is None or person.birth is None:
            return one, other
        begin = birthday(self._folded[first.start : first.end], person.birth)
        end = birthday(self._folded[last.start : last.end], person.birth)
        return replace(one, reading=begin), replace(other, reading=end)

    # What a date is for

    def _role(self, span: Span, value: UncertainDate | None) -> Role:
        line = self._folded.rfind("\n", 0, span.start) + 1
        before = self._folded[max(line, span.start - 60) : span.start]
        if _BIRTH.search(before) or (value is not None and value.edtf in self._born):
            return Role.BIRTH
        if _LABEL.fullmatch(self._folded[line : span.start]):
            return Role.DOCUMENT
        if (
            self._day is not None
            and value is not None
            and value.edtf == self._day.edtf
            and span.start < 700
            and len(before) < 60
        ):
            return Role.DOCUMENT if _PLACE.fullmatch(self._text[line : span.start]) else Role.FACT
        return Role.REFERENCE if _LAW.search(before) else Role.FACT


_YEAR_UNKNOWN = re.compile(
    r"\b(?:dat|welk|het) (?:precieze )?jaar\b[^.!?\n]{0,25}\b(?:niet|kwijt|vergeten|onbekend)\b"
    r"|\bweet\b[^.!?\n]{0,20}\bwelk jaar\b|\bvraag (?:me|mij|het me) niet (?:welk|wanneer|in welk)\b"
)
"""Who tells it says himself that the year is not known: then nothing else gives it."""
_RUNS_SINCE = re.compile(r"\b(?:sinds|sedert)[^\S\n]+(?:(?:de|het|begin|medio|eind)[^\S\n]+)*$")
_AT_LAST = re.compile(r"\b(?:voor|tot|uiterlijk)[^\S\n]+$")
_NAMED_WITH = re.compile(r"(?:,|[^\S\n]+(?:en|of|resp\.?))[^\S\n]+(?:in[^\S\n]+|op[^\S\n]+)?")
_SAYS_WHO = re.compile(r"\([^)]*$|\bgeb\b|\bgeboortedatum\b|\bgeboren op\b")
_BIRTH = re.compile(
    r"(?:\bgeb(?:oren)?\b\.?|\bgeboorte(?:datum|dag)?\b|\bgeb\.? ?dat(?:um)?\b\.?|\bgebdat\b\.?|\bg\.d\."
    r"|\bv\.)[^.;()\n\d]{0,30}$"
)
_LABEL = re.compile(
    r"[^\S\n]*(?:(?:datum|dagtekening|registratiedatum|verzenddatum|verzonden|opgesteld(?: op)?"
    r"|ondertekend(?: op)?|sent|date|printdatum|afdrukdatum"
    r"|rapportdatum|verslagdatum|briefdatum|meldingsdatum|gespreksdatum"
    r"|d\.?d\.?)(?: [a-z/ ]{2,30})?[^\S\n]*[:\t]?[^\S\n]*)"
)
_PLACE = re.compile(r"(?:[A-Z][\w'\-]+(?:[^\S\n][A-Za-z'\-]+){0,3},?[^\S\n]*(?:d\.d\.|den)?[^\S\n]*)?")
_LAW = re.compile(
    r"\b(?:wet van|besluit van|stb\.?|stcrt\.?|staatsblad|regeling van|nota van|ecli:[\w:]*)[^.;\n]{0,10}$"
)


def _own_words(words: str, value: UncertainDate) -> str:
    """The words of the text, with a year where they have none, when they say these days by themselves and better.

    Words that lean on another date would say something else on their own, and are left to the explanation.
    """
    plain = words[:1].lower() + words[1:]
    for text in (plain, f"{plain} {value.earliest.year:04d}"):
        meant = read(text)
        if meant is not None and meant.edtf == value.edtf:
            return meant.words
    return ""


def _next_weekday(first: Reading, last: Reading) -> Reading:
    """The weekday of `last` that comes first after `first`: "van maandag tot woensdag" is one week."""
    start = first.days[0]
    return Reading(UncertainDate.of_day(start + timedelta((last.days[0].weekday() - start.weekday()) % 7)))


def _bounded(reading: Reading, bound: str) -> UncertainDate | None:
    """The begin of something that runs on, or the end of something that ran; the date itself without a bound."""
    if not bound:
        return reading.value
    try:
        if bound == "until":
            end = reading.as_end
            return UncertainDate.period(None, end) if isinstance(end, DatePoint) else reading.value
        start = reading.as_start
        if start is None:
            return reading.value
        return UncertainDate.period(start, Ending.OPEN if bound == "since" else Ending.UNKNOWN)
    except DateError:
        return reading.value
