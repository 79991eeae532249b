"""The facilitator's one line: `mrt 2019 / jun 2020  interventie  gezinsbehandeling @Kompas #Noor !`.

First the date (the longest beginning that reads as one), then if stated the kind, then the title with in it the
marked names. Nothing typed is lost: what is not understood stays in the title. A name after a word such as "met"
stays in the title too, so that the sentence remains one. Pure: the same line in the same context says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tijdlijn.language.dates_nl import DateContext, is_unknown, read
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.lexicon import (
    guess_kind,
    guess_schakelmoment,
    guess_sector,
    is_kind_code,
    kind_of,
    schakelmoment_of,
    sector_of,
)
from tijdlijn.language.quick_line import (
    MARKS,
    KindSource,
    KnownName,
    KnownNames,
    Marked,
    NameRef,
    Part,
    QuickEntry,
    Span,
    find_marks,
)
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.vocabulary import Kind

MAX_DATE_WORDS = 14
_TOKEN = re.compile(r"\S+")
_SEPARATOR = re.compile(r"\s*(?:[:;,]|-(?=\s))?\s*")
_LIKE_A_DATE = re.compile(r"\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?!\S)")
_PREPOSITIONS = "met van bij door naar aan tussen voor namens via over en uit op tot tegen zonder in om de het een"
_KEEPS_NAME = frozenset(_PREPOSITIONS.split())
_STARTS_OF_RELATIVE = ("in ", "op ", "toen ", "bij ", "van ", "vanaf ", "sinds ", "begin ", "eind ", "tijdens ")


@dataclass(frozen=True, slots=True)
class DatePart:
    """The date at the beginning of a line: where it ends, and where what follows starts."""

    date: UncertainDate | None
    start: int
    end: int
    next: int


def parse_quick(text: str, known: KnownNames, context: DateContext | None = None) -> QuickEntry:
    """What the line says. Raises nothing: what is wrong is told in `problems`, in Dutch."""
    marks = find_marks(text, known)
    dated = date_at_start(text, marks[0].start if marks else len(text), context or DateContext())
    stated = _stated_kind(text, dated.next, marks)
    title = _title(text, stated.end if stated else dated.next, marks)
    if not title and stated:
        title = text[stated.start : stated.end].strip()
    kind, source = _kind(stated, title)
    parties, persons = _refs(marks, "@", known.parties), _refs(marks, "#", known.persons)
    return QuickEntry(
        text=text,
        date=dated.date,
        kind=kind,
        kind_source=source,
        title=title,
        parties=parties,
        persons=persons,
        schakelmoment=_schakelmoment(marks, title),
        spans=_spans(dated, stated, marks, {ref.name for ref in (*parties, *persons) if ref.is_new}),
        problems=_problems(text, dated, title, marks),
    )


def date_at_start(text: str, until: int, context: DateContext) -> DatePart:
    """The longest run of words at the beginning, before `until`, that reads as a date."""
    tokens = list(_TOKEN.finditer(text, 0, until))[:MAX_DATE_WORDS]
    for token in reversed(tokens):
        start, end = tokens[0].start(), token.end()
        candidate = text[start:end].rstrip(":;,")
        date = _date(candidate, context)
        if date is not None or fold(candidate) == "datum onbekend" or (is_unknown(candidate) and candidate[0] == "?"):
            end = start + len(candidate)
            after = _SEPARATOR.match(text, end)
            return DatePart(date, start, end, after.end() if after else end)
    return DatePart(None, 0, 0, 0)


def _date(candidate: str, context: DateContext) -> UncertainDate | None:
    """The date; a word that may as well begin a title ("nu", "brugklas") is none."""
    date = read(candidate, DateContext(context.today, context.previous))
    if date is None and context.birth and fold(candidate).startswith(_STARTS_OF_RELATIVE):
        date = read(candidate, context)
    return None if fold(candidate) in ("nu", "heden", "toen") else date


@dataclass(frozen=True, slots=True)
class _StatedKind:
    """The kind that the line states; a code is taken out of the title (`end`), a synonym is part of it."""

    kind: Kind
    start: int
    stop: int
    end: int


def _stated_kind(text: str, position: int, marks: Sequence[Marked]) -> _StatedKind | None:
    until = marks[0].start if marks else len(text)
    tokens = list(_TOKEN.finditer(text, position, max(position, until)))[:3]
    for token in reversed(tokens):
        words = text[tokens[0].start() : token.end()].rstrip(":,;")
        kind = kind_of(words)
        if kind is None or _is_subject(kind, words, text[position:]):
            continue
        start, stop = tokens[0].start(), tokens[0].start() + len(words)
        return _StatedKind(kind, start, stop, _after_kind(text, start, stop) if is_kind_code(words) else start)
    return None


def _after_kind(text: str, start: int, stop: int) -> int:
    """Where the title starts: after the code, or with it when a preposition follows ("overdracht van A naar B")."""
    after = _SEPARATOR.match(text, stop)
    following = _TOKEN.match(text, after.end()) if after else None
    if following and fold(following[0]) in _KEEPS_NAME:
        return start
    return after.end() if after else stop


def _is_subject(kind: Kind, words: str, rest: str) -> bool:
    """In "school meldt verzuim" the school does something: the line is not about schooling."""
    return kind is Kind.SCHOOL and is_kind_code(words) and guess_kind(rest) not in (None, Kind.SCHOOL)


def _kind(stated: _StatedKind | None, title: str) -> tuple[Kind, KindSource]:
    if stated:
        return stated.kind, KindSource.STATED
    guessed = guess_kind(title)
    return (guessed, KindSource.GUESSED) if guessed else (Kind.GEBEURTENIS, KindSource.DEFAULT)


def _title(text: str, position: int, marks: Sequence[Marked]) -> str:
    """The rest of the line; a marked name stays in it after a word that needs it."""
    pieces: list[str] = []
    for marked in marks:
        before = squeezed(text[position : marked.start])
        pieces.append(before)
        if marked.mark != "!" and _needs_name(before, pieces):
            pieces.append(marked.name)
        if marked.added and sector_of(marked.added) is None:
            pieces.append(f"({marked.added})")
        position = max(position, marked.end)
    pieces.append(squeezed(text[position:]))
    return re.sub(r" ([,.;:?])", r"\1", " ".join(piece for piece in pieces if piece))


def _needs_name(before: str, pieces: Sequence[str]) -> bool:
    last = fold(before).rpartition(" ")[2]
    if last == "en":
        return len(pieces) > 1 and before != "" and bool(pieces[-2]) and " " not in before
    return last in _KEEPS_NAME


def _refs(marks: Sequence[Marked], mark: str, known: Sequence[KnownName]) -> tuple[NameRef, ...]:
    by_name = {fold(record.name): record for record in known}
    found: dict[str, NameRef] = {}
    for marked in marks:
        if marked.mark == mark:
            record = by_name.get(fold(marked.name))
            found.setdefault(fold(marked.name), _ref(marked, record))
    return tuple(found.values())


def _ref(marked: Marked, record: KnownName | None) -> NameRef:
    if record is not None:
        return NameRef(record.name, record.id, record.sector)
    sector = (sector_of(marked.added) or guess_sector(marked.name)) if marked.mark == "@" else None
    return NameRef(marked.name, None, sector)


def _schakelmoment(marks: Sequence[Marked], title: str) -> str:
    named = [marked.name for marked in marks if marked.mark == "!"]
    if not named:
        return ""
    stated = next((name for name in named if name), "")
    return schakelmoment_of(stated) or guess_schakelmoment(title) or "overig"


def _spans(
    dated: DatePart, stated: _StatedKind | None, marks: Sequence[Marked], new_names: set[str]
) -> tuple[Span, ...]:
    spans = [Span(dated.start, dated.end, Part.DATE)] if dated.end else []
    if stated:
        spans.append(Span(stated.start, stated.stop, Part.KIND))
    spans.extend(
        Span(marked.start, marked.end, MARKS[marked.mark], marked.mark != "!" and marked.name in new_names)
        for marked in marks
    )
    return tuple(spans)


def _problems(text: str, dated: DatePart, title: str, marks: Sequence[Marked]) -> tuple[str, ...]:
    found = []
    if text.strip() and not title:
        found.append("Geen titel: zeg in een paar woorden wat er was.")
    wrong = None if dated.end else _LIKE_A_DATE.match(text)
    if wrong:
        found.append(f"De datum {wrong[1]} bestaat niet; hij staat nu in de titel.")
    found.extend(
        f"De sector '{marked.added}' is niet bekend; hij staat nu in de titel."
        for marked in marks
        if marked.added and sector_of(marked.added) is None
    )
    return tuple(found)
