"""A series of families, gathered from casebooks, packages and JSON exports (design 3).

The rule: of a case only figures are kept, so that nothing of a series can tell a name, a text or a date; that needs no
consent. What is read from a casebook is in that casebook's log before it is told. A family that comes twice, as from
a casebook and from a package of it, counts once: it is known by the ids of its entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tijdlijn.analysis.series import Told, told
from tijdlijn.analysis.series_anchor import Anchor
from tijdlijn.analysis.series_columns import COLUMNS, Column
from tijdlijn.analysis.series_summary import Series
from tijdlijn.exchange.json_in import ExportDamaged, ExportNewer, read_export
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.outgoing import Departure, leaving
from tijdlijn.services.packaging_case import ENDING as PACKAGE
from tijdlijn.services.packaging_case import read_package_file
from tijdlijn.storage.audit import Event
from tijdlijn.storage.reading import load_case

JSON = ".json"
MOST_BYTES = 200_000_000
STEPS = 1_000
"""In how many parts the reading of one file is told."""
LONG_ID = 13
"""From this length on an id is one that nobody else gives."""
NO_EXPORT = (
    "{name} is geen JSON-export van een casus, of is beschadigd; dit bestand doet niet mee. Exporteer de casus opnieuw."
)
NEWER = "{name} is geschreven met een nieuwere versie van tijdlijn; dit bestand doet niet mee. Werk het programma bij."
UNREADABLE = "{name} kan niet worden gelezen; dit bestand doet niet mee. Controleer de naam, de map en uw rechten."
TOO_LARGE = "{name} is groter dan een casus kan zijn; dit bestand doet niet mee."
MISSING = "{name} bestaat niet; dit bestand doet niet mee. Controleer de naam en de map."
NEEDS_PASSPHRASE = (
    "{name} heeft een wachtwoord nodig; dit bestand doet niet mee. Geef het erbij en voeg het opnieuw toe."
)


@dataclass(frozen=True, slots=True)
class Added:
    """What a file brought: families that are new in the series, ones that were in it already, and cases that hold no
    entry of what happened and therefore do not count."""

    families: int = 0
    again: int = 0
    empty: int = 0

    @property
    def words(self) -> str:
        """What did not count, in a sentence; empty when all did."""
        parts = []
        if self.again:
            parts.append(_counted(self.again, "stond al in de reeks", "stonden al in de reeks"))
        if self.empty:
            parts.append(_counted(self.empty, "heeft nog geen regels", "hebben nog geen regels"))
        return f"{' en '.join(parts)}; niet nog eens meegeteld." if self.again else f"{parts[0]}." if parts else ""


def _counted(number: int, one: str, more: str) -> str:
    return f"1 casus {one}" if number == 1 else f"{number} casussen {more}"


@dataclass
class Gathering:
    """The series as it grows, file by file. `files` says from which file, from 1, each family came.

    `today` is what a case without a reference day of its own is read on.
    """

    today: date
    told: list[Told] = field(default_factory=list)
    files: dict[int, int] = field(default_factory=dict)
    sources: int = 0
    _owners: dict[int, int] = field(default_factory=dict)

    @property
    def series(self) -> Series:
        """The families so far."""
        return Series(tuple(self.told))

    def add_book(self, book: OpenCasebook, kind: str, progress: Progress = unwatched) -> Added:
        """Add every case of an open casebook; that its figures are told as `kind` is put in its log first, unless it is
        empty, as of the casebook on the screen itself.

        Raises Problem; then nothing of it was added. What `progress` raises stops it likewise.
        """
        ids = [summary.id for summary in book.cases()]
        if kind:
            Departure(book, Event.EXPORTED, "", what="reeks", kind=kind, pseudonyms=True, families=len(ids)).note()
        return self._add(_read(book, ids, progress))

    def add_file(self, path: Path, secrets: Sequence[str], kind: str, progress: Progress = unwatched) -> Added:
        """Add what a file holds, by its ending; a closed one is opened with the first of these that fits.

        Raises Problem; then nothing of it was added.
        """
        if not path.exists():
            raise Problem(MISSING.format(name=path.name))
        if path.suffix.lower() == JSON:
            return self._add(iter((_exported(path, self.today),)))
        if not secrets:
            raise Problem(NEEDS_PASSPHRASE.format(name=path.name))
        if path.suffix.lower() == PACKAGE:
            return self._add(iter((_unpacked(path, secrets, self.today),)))
        with _opened(path, secrets, self.today) as book:
            return self.add_book(book, kind, progress)

    def _add(self, cases: Iterator[Case]) -> Added:
        """All of them or none: the series only grows once the last was read."""
        fresh: list[Told] = []
        owners = dict(self._owners)
        again = empty = 0
        for case in cases:
            marks = [_mark(entry) for entry in (*case.actual, *case.undated)]
            if not marks:
                empty += 1
                continue
            if _is_known(marks, owners):
                again += 1
                continue
            number = len(self.told) + len(fresh) + 1
            fresh.append(told(case, number))
            owners.update(dict.fromkeys(marks, number))
        self.sources += 1
        self._owners = owners
        self.told += fresh
        self.files |= {one.family.number: self.sources for one in fresh}
        return Added(len(fresh), again, empty)


def _mark(entry: Entry) -> int:
    """By which an entry is known again: its id, and where another program numbered the entries its title as well."""
    return hash(entry.id if len(entry.id) >= LONG_ID else (entry.id, entry.title))


def _is_known(marks: Sequence[int], owners: dict[int, int]) -> bool:
    """Whether most of these entries belong to one family of the series already."""
    found = Counter(owners[mark] for mark in marks if mark in owners)
    return bool(found) and 2 * found.most_common(1)[0][1] > len(marks)


def _read(book: OpenCasebook, ids: Sequence[str], progress: Progress) -> Iterator[Case]:
    """Each case by itself, so that no more than one is in memory."""
    for number, id_ in enumerate(ids, 1):
        progress(number, len(ids))
        yield _case(book, id_)


def _case(book: OpenCasebook, id_: str) -> Case:
    """As it stands in the file; the casebook does not keep it."""
    case = book.read(lambda raw: load_case(raw, id_, book.today, of_many=True))
    return case or book.case(id_)


def _opened(path: Path, secrets: Sequence[str], today: date) -> OpenCasebook:
    for secret in secrets[:-1]:
        try:
            return OpenCasebook.open(path, secret, today=today)
        except Problem:
            continue
    return OpenCasebook.open(path, secrets[-1], today=today)


def _unpacked(path: Path, secrets: Sequence[str], today: date) -> Case:
    for secret in secrets[:-1]:
        try:
            return read_package_file(path, secret, today).case
        except Problem:
            continue
    return read_package_file(path, secrets[-1], today).case


def _exported(path: Path, today: date) -> Case:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Problem(TOO_LARGE.format(name=path.name))
        return read_export(path.read_bytes(), today)
    except OSError:
        raise Problem(UNREADABLE.format(name=path.name)) from None
    except ExportNewer:
        raise Problem(NEWER.format(name=path.name)) from None
    except ExportDamaged:
        raise Problem(NO_EXPORT.format(name=path.name)) from None


@dataclass(frozen=True, slots=True)
class SeriesOptions:
    """What of a series goes in a file: which figures, around which anchor, and whether the row of each family does.

    `anchor` is for a PDF; a workbook has all of them.
    """

    columns: tuple[Column, ...] = COLUMNS
    anchor: Anchor = Anchor.UITHUISPLAATSING
    with_rows: bool = True


ENDINGS = (".xlsx", ".pdf")


def export_series(
    book: OpenCasebook,
    series: Series,
    path: Path,
    options: SeriesOptions,
    progress: Progress = unwatched,
) -> None:
    """Write a series to a file, by its ending, in the log of this casebook before it leaves. Raises Problem.

    Only figures leave, so no consent is asked. `progress` is told `WRITING` right before the file is written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Problem("Een reeks kan alleen .xlsx of .pdf zijn; er is niets geschreven. Kies een van deze twee.")
    codes = {"what": "reeks", "kind": ending[1:], "pseudonyms": True, "families": len(series.told)}
    with leaving(book, Event.EXPORTED, "", **codes) as departure:
        data = series_bytes(series, ending, options, book.today, progress)
        progress(*WRITING)
        departure.write(path, data)


def series_bytes(
    series: Series, ending: str, options: SeriesOptions, today: date, progress: Progress = unwatched
) -> bytes:
    """The series as the bytes of a file with this ending."""
    progress(*WORKING)
    if ending == ".pdf":
        from tijdlijn.report.series import series_pdf

        return series_pdf(series, options.columns, options.anchor, today, options.with_rows, progress)
    from tijdlijn.exchange.series_out import series_xlsx

    return series_xlsx(series, options.columns, options.with_rows)


def part_of(progress: Progress, number: int, of: int) -> Progress:
    """The progress of one file, from 1, within that of all."""

    def tell(now: int, all_: int) -> None:
        done = STEPS * now // all_ if all_ else 0
        progress((number - 1) * STEPS + done, of * STEPS)

    return tell
