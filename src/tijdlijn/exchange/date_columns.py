"""The columns `date`, `end` and `words`, both ways: EDTF or Dutch in, EDTF of level 1 out.

The rule: what is written is read back as the same days. Where `date` is itself a period or a choice and `end` is
filled too, `date` says between which days it starts; so does a period in `end` for the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import MAXYEAR

from tijdlijn.exchange.cells import CellError
from tijdlijn.language.dates_nl import is_unknown, read
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.readings import DateContext
from tijdlijn.model.dates import DateError, DatePoint, Ending, Precision, UncertainDate
from tijdlijn.model.vocabulary import Kind, Shape

EXPECTED = "een datum zoals 12-03-2019, maart 2019, zomer 2018 of 2019-03, of leeg als hij niet bekend is"
EXPECTED_END = "een datum zoals 12-03-2019 of maart 2019, heden als het nog loopt, of ? als het einde niet bekend is"
BACKWARDS = "een einde dat niet vóór het begin ligt"

_OPEN = frozenset({"..", "heden", "nu", "loopt nog", "lopend", "t/m heden", "tot heden", "nog lopend"})
_NOTHING = DateContext()


class DateFault(CellError):
    """A date that cannot be taken; `column` is the one to mend. `unread`: its words cannot be read as a date."""

    def __init__(self, column: str, expected: str) -> None:
        super().__init__(expected)
        self.column = column
        self.unread = expected != BACKWARDS


def date_of(values: Mapping[str, str], context: DateContext = _NOTHING) -> UncertainDate | None:
    """The date that a row's `date`, `end` and `words` say; None when it is not known. Raises DateFault."""
    when = _still_open(_joined(values.get("date", ""), values.get("end", ""), context))
    words = values.get("words", "")
    if when is None or not words:
        return when
    meant = _reread(words)
    if meant is not None and _same(meant, when):
        return meant
    return replace(when, words=words)


def columns_of(when: UncertainDate | None, kind: Kind) -> tuple[str, str, str]:
    """What `date`, `end` and `words` say of a date, so that `date_of` gives the same days."""
    if when is None:
        return "", "", ""
    if _is_choice(when.start) and when.end is None and kind.shape is Shape.EITHER and not _says(when):
        return when.edtf, "", when.words
    return *_columns(when, kind), when.words


def _columns(when: UncertainDate, kind: Kind) -> tuple[str, str]:
    shape = kind.shape
    if when.end is None:
        assert when.start is not None
        return _side(when.start), "?" if _is_choice(when.start) and shape is Shape.SPAN else ""
    if not any(map(_is_choice, when.points)) and (shape is not Shape.SPAN or when.start is None):
        return when.edtf, ""
    first = _side(when.start) if when.start else when.edtf.partition("/")[0]
    return first, _side(when.end) if isinstance(when.end, DatePoint) else when.end.value or "?"


def _side(point: DatePoint) -> str:
    return point.edtf[1:-1].replace("..", "/") if _is_choice(point) else point.edtf


def _is_choice(point: DatePoint | Ending | None) -> bool:
    return isinstance(point, DatePoint) and point.precision is Precision.RANGE


def _says(when: UncertainDate) -> bool:
    """Whether its words alone give the same date."""
    return bool(when.words) and _reread(when.words) == when


def _reread(words: str) -> UncertainDate | None:
    meant = read(words, _NOTHING)
    return replace(meant, words=words) if meant else None


def _same(meant: UncertainDate, when: UncertainDate) -> bool:
    """Whether columns that say `when` may have been written for `meant`."""
    return any(_columns(meant, kind) == _columns(when, kind) for kind in (Kind.INTERVENTIE, Kind.GEBEURTENIS))


def _joined(date: str, end: str, context: DateContext) -> UncertainDate | None:
    last = _ending(end, context) if end else None
    if not date or date == ".." or is_unknown(date):
        return _without_start(date, last)
    when = _whole(date, context)
    if when is None:
        raise DateFault("date", EXPECTED)
    if last is None:
        return when
    first = _as_point(when)
    if first is None:
        raise DateFault("date", "het begin van de periode, want de kolom end noemt een einde")
    try:
        return UncertainDate.period(first, last, words=f"{date} / {end}" if _wordy(when, end, context) else "")
    except DateError:
        raise DateFault("end", BACKWARDS) from None


def _still_open(when: UncertainDate | None) -> UncertainDate | None:
    """With an open end where a system of records wrote its last year, as in 31-12-9999."""
    if when and when.start and isinstance(when.end, DatePoint) and when.end.latest.year == MAXYEAR:
        return when.with_end(Ending.OPEN)
    return when


def _wordy(start: UncertainDate, end: str, context: DateContext) -> bool:
    """Whether the start or the end is an interpretation of words, which then are kept."""
    last = _whole(end, context)
    return bool(start.words or (last and last.words))


def _without_start(date: str, last: DatePoint | Ending | None) -> UncertainDate | None:
    if isinstance(last, DatePoint):
        return UncertainDate.period(None, last, open_start=date == "..")
    if last is Ending.OPEN:
        raise DateFault("date", "een begin, want de kolom end zegt dat het nog loopt")
    return None


def _ending(text: str, context: DateContext) -> DatePoint | Ending:
    if fold(squeezed(text)) in _OPEN:
        return Ending.OPEN
    if is_unknown(text):
        return Ending.UNKNOWN
    when = _whole(text, context)
    point = _as_point(when) if when else None
    if point is None:
        raise DateFault("end", EXPECTED_END)
    return point


def _whole(text: str, context: DateContext) -> UncertainDate | None:
    """EDTF, Dutch, or two of either with a slash between."""
    when = read(text, context)
    if when is None:
        _refuse_backwards(text, context)
    return when


def _refuse_backwards(text: str, context: DateContext) -> None:
    """Raises DateFault when the text is two dates of which the second lies before the first."""
    sides = re.split(r"\s+/\s+", text) if " / " in text else text.split("/")
    first, last = (read(side, context) for side in sides) if len(sides) == 2 else (None, None)
    start, end = _as_point(first) if first else None, _as_point(last) if last else None
    if start and end and end.latest < start.earliest:
        raise DateFault("date", BACKWARDS)


def _as_point(when: UncertainDate) -> DatePoint | None:
    """The days between which it lies, as one point."""
    if when.end is None:
        return when.start
    if isinstance(when.end, Ending):
        return when.start
    if when.start is None:
        return when.end
    if _is_choice(when.start) or _is_choice(when.end):
        return UncertainDate.one_of(when.start.earliest, when.end.latest).start
    try:
        return UncertainDate.parse(f"[{when.start.edtf}..{when.end.edtf}]").start
    except DateError:
        return None
