"""Of which day a document is: what it says at its head, under its last line, or by the last of its notes.

The rule: a day is only taken when it is labelled, stands alone in the head or under a signature, is that of the last
note, or is the file's own; where these disagree, they go before each other in this order. A date of birth, a period
and what still has to come never are. No answer goes before a doubtful one, because every "vorige week" hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tijdlijn.dossier import day_patterns as patterns
from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.notes import dated_rows, notes_of
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

_TITLE = 200
"""A first line that is longer is no title: characters."""
_SHORT = 120
"""A line of the head, or under the text, that is longer is a sentence: characters."""
_LATE = 2
"""Years that the day of a document may lie before the latest date in it, where nothing labels it."""
_NO_NOTES = ("mail", "chronologie", "tijdbalk", "levensloop")
"""Kinds of documents of which the dated lines are events, not notes."""


def day_of(document: Document, lines: list[str], genre: str, known: Family) -> UncertainDate | None:
    """The day of the document; None where it does not tell. `lines` are its first, with single spaces."""
    if document.day:
        return UncertainDate.of_day(document.day)
    if genre == "contactjournaal" and lines and "\t" in lines[0]:
        return None
    births = {one.birth.earliest for one in known.relatives if one.birth and one.birth.is_day}
    found = next((day for day in _days_in(lines, document, genre) if day not in births), None)
    last = None if genre in _NO_NOTES or patterns.REGISTER.search(fold("".join(lines[:1]))) else _last_note(document)
    if last and (found is None or found <= last):
        return UncertainDate.of_day(last)
    if found:
        return UncertainDate.of_day(found)
    return _in_name(document.name) or _month(document, lines)


def _days_in(lines: list[str], document: Document, genre: str) -> Iterator[date]:
    folded = [fold(line) for line in lines]
    if genre == "mail":
        yield from _all(patterns.MAIL_DAY, folded[:6])
        return
    text = [fold(line) for line in document.text.split("\n") if line.strip()]
    noted = _note_heads(document)
    folded = [line for line in folded if line not in noted]
    upper = folded[: max(3, len(text) * 2 // 3)]
    yield from _labelled(folded)
    yield from _headed(folded)
    yield from _all(patterns.DISCUSSED, upper[:3])
    yield from _all(patterns.LETTER, [line.rpartition("\t")[2] if "kenmerk" in line else line for line in upper[:10]])
    yield from _all(patterns.ALONE, upper[:8])
    yield from _up_to(upper[:4])
    yield from _in_head(upper, document)
    yield from _of_occasion(folded, text[-6:], genre)
    yield from _under(text[1:][-5:])
    yield from (day for day in _all(patterns.OF_BEGIN, folded) if not _goes_on(text, day))


def _note_heads(document: Document) -> set[str]:
    """The first lines of notes; their days are those of the notes."""
    heads = {fold(squeezed(document.text[one.start : one.end].partition("\n")[0])) for one in notes_of(document, None)}
    return {head for head in heads if re.match(rf"\W*{patterns.DAY}", head)} if len(heads) > 2 else set()


def _up_to(folded: list[str]) -> Iterator[date]:
    yield from (day for line in folded if (match := patterns.UP_TO.match(line)) and (day := _as_day(match["day"])))


def _goes_on(text: list[str], day: date) -> bool:
    """Whether the text tells of a later day, and not as one to come."""
    told = (part for line in text for part in re.split(r"(?<=[a-z]{2}\.) ", line) if not patterns.AHEAD.search(part))
    return any((_as_day(match["day"]) or day) > day for part in told for match in patterns.ANY.finditer(part))


def _labelled(folded: list[str]) -> Iterator[date]:
    ruled = any(patterns.IS_RULING.search(line) for line in folded[:4])
    for pattern in (*([patterns.OF_RULING] if ruled else []), *patterns.ANCHORED):
        yield from _all(pattern, folded)
    yield from _all(patterns.RULING, folded[:6])
    for pattern in patterns.LABELLED:
        yield from _all(pattern, folded)


def _headed(folded: list[str]) -> Iterator[date]:
    """The day in the cell under its label, as letters print their references; a table of more rows is none."""
    for above, line, below in zip(folded, folded[1:], [*folded[2:], ""], strict=False):
        heads, cells = above.split("\t"), line.split("\t")
        if 1 < len(heads) == len(cells) != len(below.split("\t")):
            for head, cell in zip(heads, cells, strict=True):
                if patterns.IS_LABEL.fullmatch(head.strip(" :")):
                    yield from _all(patterns.ALONE, [cell.strip()])


def _of_occasion(folded: list[str], last: list[str], genre: str) -> Iterator[date]:
    """The day on which what a document tells of took place, or ended."""
    ended = bool(patterns.ENDED.search("".join(folded[:1])))
    if ended and genre == "VT-melding":
        yield from _all(patterns.CONCLUDED, folded)
    parts = [part for line in folded for part in re.split(r"(?<=\.) ", line)] if ended else folded
    for pattern in (patterns.OF_PAPER, patterns.OF_MAKING):
        yield from _all(pattern, last)
    yield from _all(patterns.OF_OCCASION, [part for part in parts if not (ended and patterns.BEGUN.search(part))])
    for pattern in (patterns.OF_RULING, patterns.OF_OTHER):
        yield from _all(pattern, folded)
    yield from _all(patterns.MEETING, [folded[0] if folded else "", *filter(_is_heading, folded[1:4])])


def _is_heading(line: str) -> bool:
    return len(line) <= _SHORT and not re.match(r"\W*(?:\d+\W+)?(?:datum|het|de|een|in|op|bij|na|tijdens|uit)\b", line)


def _in_head(folded: list[str], document: Document) -> Iterator[date]:
    """A date that stands by itself in a title or a line of the head, or is the only one in the title."""
    latest = max((day.year for day in _all(patterns.ANY, [fold(document.text)])), default=0)
    for number, line in enumerate(folded[:4]):
        if len(line) > (_TITLE if number == 0 else _SHORT) or "\t" in line:
            continue
        if re.match(rf"\W*{patterns.PERSONAL}", line) or patterns.PERIOD.search(line):
            continue
        is_title = number == 0 or (_is_heading(line) and patterns.TITLE.match(line))
        is_title = is_title and not patterns.HAPPENED.search(line)
        alone = list(_all(patterns.ANY, [line])) if is_title else []
        if len(alone) != 1:
            alone = [day for part in re.split(r"\s+[/|–-]+\s+|, ", line) for day in _alone(part, line)]
        if len(alone) == 1 and alone[0].year >= latest - _LATE:
            yield alone[0]


def _alone(part: str, line: str) -> Iterator[date]:
    """The day of a part of a line that is no more than a day, with its time."""
    if re.fullmatch(patterns.DAY + r"(?:,? (?:om )?\d\d?[.:]\d\d(?: uur| u)?)?\W*", part):
        yield from (day for day in _all(patterns.ANY, [line]) if day in set(_all(patterns.ALONE, [part])))


def _under(last: list[str]) -> Iterator[date]:
    """The day under a text: with its place, a name, or the word of a signature; the last one goes first."""
    for above, line in reversed(list(zip(["", *last], last, strict=False))):
        for sentence in reversed(re.split(r"(?<=[a-z]{3}[.!?]) (?=\D)", line)):
            for number, pattern in enumerate(patterns.SIGNED):
                by_place = number >= len(patterns.SIGNED) - 3
                if not by_place or (_may_sign(sentence) and not _leads_on(above)):
                    yield from _all(pattern, [sentence])


def _may_sign(sentence: str) -> bool:
    return (
        len(sentence) <= _SHORT
        and not patterns.COMING.search(sentence)
        and not patterns.NO_SIGNER.search(re.split(r"\d", sentence)[0])
    )


def _leads_on(above: str) -> bool:
    """Whether a line says what the day under it is of: "Volgend overleg", "Zitting:"."""
    if patterns.IS_LABEL.fullmatch(above.strip(" :")):
        return False
    return above.endswith(":") or (len(above) < _SHORT // 2 and bool(patterns.COMING.search(above)))


def _last_note(document: Document) -> date | None:
    """The day of the last note of a document that is kept in notes: at least three, not in a table or a thread."""
    rows = {row.block.start for row in dated_rows(document)}
    notes = [note for note in notes_of(document, None) if note.start not in rows]
    days = [note.day.earliest for note in notes if note.day.is_day]
    heads = [document.text[note.start : note.end].partition("\n")[0] for note in notes]
    if any(re.search(r"(?i)\bschreef\b|\b(?:verzonden|sent|from|van):", head) for head in heads):
        return None
    if len(days) < 3 or not _in_turn(days):
        return None
    newest = notes[-1] if days == sorted(days) else notes[0]
    if not newest.day.is_day:
        return None
    if any(not note.day.is_day and note.day.latest(days[-1]) > max(days) for note in notes):
        return None
    inside = sum(note.end - note.start for note in notes)
    return max(days) if inside * 2 >= len(document.text) else None


def _in_turn(days: list[date]) -> bool:
    return days == sorted(days) or days == sorted(days, reverse=True)


def _month(document: Document, lines: list[str]) -> UncertainDate | None:
    """The month of the version, where the head or the last lines tell no more."""
    last = [fold(line) for line in document.text.split("\n") if line.strip()][-3:]
    found = [patterns.MONTHS_ABOVE.search(fold(line)) for line in lines[:6]]
    found += [patterns.MONTHS_BELOW.search(line) for line in last if len(line) <= _SHORT or "versie" in line]
    return next((read(match["day"]) for match in found if match), None)


def _all(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[date]:
    for text in texts:
        for match in pattern.finditer(text):
            before, after = text[: match.start("day")], text[match.end("day") :]
            other = (
                patterns.BIRTH.search(before)
                or patterns.OF_MORE.match(after)
                or (pattern is not patterns.CONCLUDED and patterns.ELSEWHEN.search(before))
            )
            day = None if other else _as_day(match["day"])
            if day:
                yield day


def _as_day(words: str) -> date | None:
    value = None if patterns.MIXED.search(words) else read(words)
    return value.earliest if value and value.start and value.start.is_day and value.end is None else None


def _in_name(name: str) -> UncertainDate | None:
    for match in patterns.IN_NAME.finditer(name):
        parts = [int(part) for part in match.groups() if part]
        year, month, day = parts if parts[0] > 31 else parts[::-1]
        try:
            return UncertainDate.of_day(date(year, month, day))
        except ValueError:
            continue
    return None
