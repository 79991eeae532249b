"""The audit log as a privacy officer reads it: lines in words, filtered and folded, its chain checked, and as a table.

The rule: the log is only read here. A case is told by its code, never by its title. Taking lines out of the program is
in the log as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, telling, unwatched
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.log_words import Group, group_of, is_edit, words_of
from tijdlijn.services.outgoing import leaving
from tijdlijn.storage import audit
from tijdlijn.storage.audit import Event, Line

NO_CODE, GONE = "zonder code", "verwijderd"
ENDINGS = (".csv", ".xlsx")
COLUMNS = ("Wanneer", "Tot en met", "Wie", "Apparaat", "Wat", "Casus", "Resultaat", "Controlegetal (SHA-256)", "Regels")
_WIDTHS = (20, 20, 16, 20, 60, 14, 14, 66, 12)
BROKEN = (
    "Regel {number} van het logboek klopt niet: die regel is buiten tijdlijn om gewijzigd, of er is een regel vóór "
    "weggehaald. Wat vanaf daar staat kunt u niet zonder meer vertrouwen. Bewaar dit bestand zoals het is, vergelijk "
    "het met een reservekopie en meld het aan wie over de privacy gaat."
)


@dataclass(frozen=True, slots=True)
class Log:
    """All lines, newest first, the codes of the cases by their ids, and the first line that breaks the chain."""

    lines: tuple[Line, ...]
    codes: Mapping[str, str]
    broken: int | None

    @property
    def people(self) -> tuple[str, ...]:
        """The accounts that did anything, in the order of the alphabet."""
        return tuple(sorted({line.actor for line in self.lines}, key=str.casefold))

    @property
    def chain_words(self) -> str:
        """Whether the log is as it was written, in a sentence."""
        if self.broken is not None:
            return BROKEN.format(number=_counted(self.broken))
        return f"De keten klopt ({_counted(len(self.lines))} {'regel' if len(self.lines) == 1 else 'regels'})."


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines to show; None and empty leave all in. The days include each other."""

    group: Group = Group.ALL
    person: str | None = None
    first: date | None = None
    last: date | None = None


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it is shown, or the changes that one person made in a case within one hour, counted."""

    number: int
    first: datetime
    last: datetime
    who: str
    device: str
    what: str
    case: str
    result: str
    count: int = 1
    checksum: str = ""

    @property
    def when(self) -> str:
        """The day and time, by the clock here."""
        if self.count == 1 or f"{self.first:%H%M}" == f"{self.last:%H%M}":
            return f"{self.last:%d-%m-%Y %H:%M:%S}"
        return f"{self.first:%d-%m-%Y %H:%M} – {self.last:%H:%M}"


def read(book: OpenCasebook) -> Log:
    """The whole log, with its chain checked."""
    lines, broken = book.read(lambda raw: (audit.lines(raw), audit.broken(raw)))
    return Log(lines, {one.id: one.code or NO_CODE for one in book.cases()}, broken)


def rows(log: Log, wanted: Wanted = EVERYTHING) -> tuple[Row, ...]:
    """The lines that are wanted, newest first; the changes of one hour by one person in one case stand together."""
    shown: list[Row | None] = []
    edits: dict[tuple[object, ...], list[tuple[Line, datetime]]] = {}
    places: dict[int, list[tuple[Line, datetime]]] = {}
    for line in log.lines:
        at = line.at.astimezone()
        if not _is_wanted(line, at.date(), wanted):
            continue
        if not is_edit(line):
            shown.append(_row(log, [(line, at)]))
            continue
        key = (at.date(), at.hour, line.actor, line.device, line.object)
        if key not in edits:
            edits[key] = places[len(shown)] = []
            shown.append(None)
        edits[key].append((line, at))
    return tuple(one or _row(log, places[place]) for place, one in enumerate(shown))


def _is_wanted(line: Line, day: date, wanted: Wanted) -> bool:
    return (
        wanted.group in (Group.ALL, group_of(line))
        and wanted.person in (None, line.actor)
        and (wanted.first is None or wanted.first <= day)
        and (wanted.last is None or day <= wanted.last)
    )


def _row(log: Log, lines: Sequence[tuple[Line, datetime]]) -> Row:
    """Lines of one sort as one row; the newest comes first."""
    (newest, last), (oldest, first), count = lines[0], lines[-1], len(lines)
    case = log.codes.get(newest.object, GONE) if newest.object else ""
    what = words_of(newest) if count == 1 else f"{count} wijzigingen"
    checksum = str(newest.detail.get("sha256", ""))
    return Row(oldest.number, first, last, newest.actor, newest.device, what, case, newest.result, count, checksum)


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


# As a table


def export(book: OpenCasebook, path: Path, shown: Sequence[Row], progress: Progress = unwatched) -> None:
    """Write rows as a table, by the ending; that is in the log too. Raises Problem; then no file is made."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Problem("Het logboek kan alleen .csv of .xlsx zijn; er is niets geschreven. Kies een van deze twee.")
    with leaving(book, Event.EXPORTED, "", what="logboek", kind=ending[1:], entries=len(shown)) as departure:
        told = [_cells(row) for row in telling(shown, len(shown), progress)]
        progress(*WORKING)
        data = _csv(told) if ending == ".csv" else _xlsx(told)
        progress(*WRITING)
        departure.write(path, data)


def _cells(row: Row) -> tuple[str, ...]:
    first, last = (f"{at:%Y-%m-%d %H:%M:%S}" for at in (row.first, row.last))
    numbers = str(row.number) if row.count == 1 else f"vanaf {row.number}, {row.count}"
    return first, last, row.who, row.device, row.what, row.case, row.result, row.checksum, numbers


def _csv(told: Iterable[Sequence[str]]) -> bytes:
    import csv
    import io

    from tijdlijn.exchange.formula import guarded

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(text) for text in cells] for cells in told)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(told: Sequence[Sequence[str]]) -> bytes:
    from tijdlijn.exchange.workbook import Sheet, workbook_bytes

    return workbook_bytes([Sheet("logboek", COLUMNS, _WIDTHS, told)])


__all__ = ["ENDINGS", "EVERYTHING", "Group", "Log", "Row", "Wanted", "export", "read", "rows"]
