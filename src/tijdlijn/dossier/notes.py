"""Which stretches of a document were written on a day of their own: rows of a journal, notes under a date, mails in a
thread. What such a stretch says without a date, it says of that day.

The rule: a stretch is only a note where the document shows it as one: a column of dates, a line that begins with a
date in a document with more such lines, the head of a mail.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.language.calendar_nl import WEEKDAYS
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold
from tijdlijn.language.mention_patterns import Shape
from tijdlijn.language.mention_spans import find_spans
from tijdlijn.language.mention_years import Anchor, Tense, with_year
from tijdlijn.language.mentions import Note
from tijdlijn.language.readings import DateContext
from tijdlijn.model.dates import Ending, UncertainDate
from tijdlijn.model.documents import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A row of a table with a day of its own: the row, the cell with the day, and the titles of the columns."""

    block: Block
    cell: tuple[int, int]
    day: UncertainDate
    columns: tuple[str, ...]


def dated_rows(document: Document, day: UncertainDate | None = None) -> tuple[DatedRow, ...]:
    """The rows of tables of which one column tells the day, in order."""
    tables: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.cells:
            tables.setdefault(block.table, []).append(block)
    return tuple(row for rows in tables.values() for row in _dated(document.text, rows, day))


def _dated(text: str, rows: Sequence[Block], day: UncertainDate | None) -> Iterator[DatedRow]:
    context = DateContext(today=day.earliest if day else None)

    def value(cell: tuple[int, int]) -> UncertainDate | None:
        words = text[cell[0] : cell[1]].strip()
        found = read(words, context) if 4 <= len(words) <= 40 and any(map(str.isdigit, words)) else None
        return found if found is not None and not isinstance(found.end, Ending) else None

    days = [[value(cell) for cell in row.cells] for row in rows]
    width = max((len(row.cells) for row in rows), default=0)
    counts = Counter(at for row in days for at, found in enumerate(row) if found is not None and found.is_day)
    if not any(count * 2 >= len(rows) for count in counts.values()):
        counts = Counter(at for row in days for at, found in enumerate(row) if found is not None)
    if not counts or width < 2:
        return
    titled = bool(rows) and not any(days[0]) and len(rows) > 1
    columns = tuple(text[start:end].strip() for start, end in rows[0].cells) if titled else ()
    column = _column_of_days(counts, columns, len(rows) - titled)
    if column is None:
        return
    for row, found in zip(rows, days, strict=True):
        own = found[column] if column < len(found) else None
        if own is not None:
            yield DatedRow(row, row.cells[column], own, columns)


_NO_NOTE = re.compile(r"einddatum|geboorte|geb\b|ingang|begin|start|eind|tot|van\b|vanaf|deadline|gereed|aanvang")


def _column_of_days(counts: Counter[int], columns: Sequence[str], rows: int) -> int | None:
    """The first column in which most rows have a day, unless its title says that it is no day of writing."""
    for column in sorted(counts):
        title = fold(columns[column]) if column < len(columns) else ""
        if counts[column] * 2 >= rows and not _NO_NOTE.search(title):
            return column
    return None


def notes_of(document: Document, day: UncertainDate | None) -> tuple[Note, ...]:
    """The notes of a document of this day, in order; those within others come after them."""
    rows = [Note(row.block.start, row.block.end, row.day) for row in dated_rows(document, day)]
    headed = _headed(document, day)
    days = [within for note in headed for within in _days_of_week(document.text, note)]
    return tuple(sorted([*rows, *headed, *days], key=lambda note: (note.start, -note.end)))


_SHORT_DAY = re.compile(r"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<day>ma|di|wo|do|vr|za|zo):", re.IGNORECASE)


def _days_of_week(text: str, week: Note) -> list[Note]:
    """The days of a note over a week, each under its short name and a colon: "di: moeder belt"."""
    if (week.day.points[-1].latest - week.day.earliest).days != 6:
        return []
    heads = list(_SHORT_DAY.finditer(text, week.start, week.end))
    ends = [*(head.start() for head in heads), week.end][1:]
    names = [name[:2] for name in WEEKDAYS]
    return [
        Note(head.start(), end, UncertainDate.of_day(week.day.earliest + timedelta(names.index(fold(head["day"])))))
        for head, end in zip(heads, ends, strict=True)
    ]


_AFTER_DATE = re.compile(
    r"[^\S\n]*(?:\d{1,2}[:.]\d\d(?:[^\S\n]*(?:uur|u\b))?[^\S\n]*)?(?:[:\t|]|[-–][^\S\n]|$|\()|,?[^\S\n]+"
    r"(?:telefonisch|telefoon|tel\b|huisbezoek|gesprek|mail|e-mail|contact|overleg|app|whatsapp|bericht"
    r"|gebeld|belcontact|mdo|bezoek|afspraak|intake|brief|om\b|casus|groot|teams|zitting)"
)
_THREAD = re.compile(r"(?:op\b.*\bschreef\b.*:?$|(?:(?:van|from):.*)?(?:verzonden|sent|datum|date):)")
DIARY = 3
MAX_HEADING = 60
"""A line that begins with a date and is no longer than this is the head of a note: characters."""
MAIL_HEAD = 400
"""Until where the head of a mail itself reaches: characters."""


_DAY_FIELD = (
    r"(?:datum(?:/tijd| en tijd| contact| gesprek| notitie)?|wanneer|dag|contactdatum|notitiedatum|gespreksdatum"
    r"|d\.?d\.?|tijdstip)"
)
_RECORD = re.compile(
    rf"^[^\S\n]*{_DAY_FIELD}[^\S\n]*:[^\S\n]*(?P<day>[^\n|]{{5,34}}?)[^\S\n]*(?:$|\|)",
    re.IGNORECASE | re.MULTILINE,
)
"""The line of a record in an export that says its day."""
DAY_FIELD = re.compile(rf"\s*{_DAY_FIELD}\s*:\s*", re.IGNORECASE)
"""What stands before the day in such a line."""
RECORDS = 3


def _records(text: str, day: UncertainDate | None) -> list[Note]:
    """The records of an export, one under the other, each with its fields in lines: parted by empty lines, or where the
    first field comes again."""
    found = [(match.start(), _day_of(fold(match["day"]), day, False)) for match in _RECORD.finditer(text)]
    days = [(at, own) for at, own in found if own is not None]
    if len(days) < RECORDS:
        return []
    starts = [_record_start(text, at) for at, _ in days]
    ends = [*starts, len(text)][1:]
    return [Note(start, end, own) for (_, own), start, end in zip(days, starts, ends, strict=True) if start < end]


def _record_start(text: str, at: int) -> int:
    """The begin of the lines without an empty one between that end in the line at this place."""
    above = text.rfind("\n\n", 0, at)
    start = 0 if above < 0 else above + 2
    return start if text.count("\n", start, at) <= MOST_ABOVE else at


MOST_ABOVE = 4
"""Lines of a record above the one with its day, at most."""


def _headed(document: Document, day: UncertainDate | None) -> list[Note]:
    """Notes under a line that begins with a date; the head of the document itself is none of them."""
    records = _records(document.text, day)
    if records:
        return records
    heads = list(_heads(document, day))
    if sum(not head.is_mail and head.day is not None for head in heads) < 2:
        heads = [head for head in heads if head.is_mail]
    ends = [*(head.start for head in heads), len(document.text)][1:]
    return [Note(head.start, end, head.day) for head, end in zip(heads, ends, strict=True) if head.day is not None]


@dataclass(frozen=True, slots=True)
class _Head:
    """The begin of a note; without a day it is a year alone on its line, which only ends the note before it."""

    start: int
    day: UncertainDate | None
    is_mail: bool


_YEAR = re.compile(r"\s*(?P<year>(?:19|20)\d\d)\s*:?\s*$")


def _heads(document: Document, day: UncertainDate | None) -> Iterator[_Head]:
    """The lines that begin a note. Without a year they go on from the note before them."""
    text, rows = document.text, {block.start for block in document.blocks if block.kind is BlockKind.ROW}
    before: UncertainDate | None = None
    start = 0
    is_diary = _is_diary(text)
    for line in text.split("\n"):
        year = _YEAR.match(line)
        if year:
            before = UncertainDate.parse(year["year"])
            yield _Head(start, None, False)
        elif line.strip() and start not in rows and any(map(str.isdigit, line)):
            head = _head(line, start, before or day, before is not None, is_diary)
            if head is not None and not (head.is_mail and _is_of_document(document, start, head.day, day)):
                before = head.day
                yield head
        start += len(line) + 1


_SENDER = re.compile(r"(?:van|from):", re.IGNORECASE)


def _is_of_document(document: Document, start: int, found: UncertainDate | None, day: UncertainDate | None) -> bool:
    """Whether a line with a date is in the head of the document itself: of a mail, or of a letter or report ("Datum:").

    A mail that was pasted into a document begins with its sender.
    """
    if start > MAIL_HEAD:
        return False
    return document.day is not None or (found == day and not any(map(_SENDER.match, document.text[:start].split("\n"))))


_PREFIX = re.compile(
    r"[\s\-–*•#>|]*(?:(?:wk|week)\.?[^\S\n]?\d{1,2}[,:]?[^\S\n]*\(?|(?:notitie|contact|datum"
    r"|d\.?d\.?):?[^\S\n]*)?"
)
"""What may stand before the date at the head of a note."""


_DATED_LINE = re.compile(r"[\s>•*#-]*(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b|\d\d[-/]\d\d(?=[\s:]))")
"""A line of a diary: a day in figures first. Without its year it has two figures for the day and for the month."""


def _is_diary(text: str) -> bool:
    """Whether lines that begin with a date in figures are how the text is written: three or more, a third of all."""
    lines = [line for line in text.split("\n") if line.strip()]
    dated = sum(_DATED_LINE.match(line) is not None for line in lines)
    return dated >= DIARY and dated * 3 >= len(lines)


def _head(line: str, start: int, anchor: UncertainDate | None, forward: bool, is_diary: bool) -> _Head | None:
    folded = fold(line)
    is_mail = bool(_THREAD.match(folded.strip("> ")))
    for span in find_spans(line, folded):
        place = span.first
        if not is_mail and not _PREFIX.fullmatch(folded, 0, span.start):
            return None
        if place.shape not in (Shape.WHOLE, Shape.YEARLESS, Shape.DAY):
            continue
        value = None
        if place.shape is not Shape.DAY:
            value = _day_of(folded[place.start : place.end], anchor, forward)
        if span.last is not None:
            last = _day_of(folded[span.last.start : span.last.end], anchor, forward)
            value = None if is_mail else _week_of(value, folded[place.start : place.end], last)
        elif value is not None and value.is_day and folded.lstrip().startswith(("week", "wk")):
            value = _whole_week(value.earliest, value.earliest)
        if value is not None and (
            is_mail or (is_diary and _DATED_LINE.match(line)) or _heads_note(folded, span.end, value.is_day)
        ):
            return _Head(start, value, is_mail)
    return None


def _heads_note(folded: str, end: int, is_day: bool) -> bool:
    """Whether a line that begins with a date is the head of a note: by what follows, or because it is short.

    A month or week is only a head when nothing or a dash follows.
    """
    if not is_day:
        return bool(_AFTER_MONTH.match(folded, end))
    return bool(_AFTER_DATE.match(folded, end)) or (len(folded) <= MAX_HEADING and folded.rstrip()[-1:] not in ".;,")


_AFTER_MONTH = re.compile(r"[^\S\n]*\)?[^\S\n]*(?:e\.?v\.?)?[^\S\n]*(?:$|:|[-–][^\S\n])")
LONGEST = 31
"""A note is of a day, a week or a month; what says less dates nothing: days."""


def _week_of(first: UncertainDate | None, begin: str, end: UncertainDate | None) -> UncertainDate | None:
    """The days of a note over a week or so ("week 7, 12 t/m 16 februari 2018"); None of a longer period."""
    if end is None:
        return None
    start = first.earliest if first else None
    if start is None and begin.isdigit() and int(begin) <= end.earliest.day:
        start = end.earliest.replace(day=int(begin))
    if start is None or not 0 < (end.points[-1].latest - start).days < LONGEST:
        return None
    return _whole_week(start, end.points[-1].latest)


def _whole_week(first: date, last: date) -> UncertainDate:
    monday = first - timedelta(first.weekday())
    return UncertainDate.one_of(monday, max(monday + timedelta(6), last))


def _day_of(words: str, anchor: UncertainDate | None, forward: bool) -> UncertainDate | None:
    context = DateContext(today=anchor.earliest if anchor else None)
    reading = read(words, context)
    if reading is None and anchor is not None:
        first, last = anchor.earliest, anchor.points[-1].latest
        near = with_year(words, Anchor(first, last, forward, Tense.UNSAID if forward else Tense.PAST), context)
        reading = near.value if near else None
    if reading is None or reading.is_interval or reading.start is None:
        return None
    return reading if (reading.start.latest - reading.start.earliest).days < LONGEST else None
