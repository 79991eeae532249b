"""The casebook that a command works on: made, opened with its passphrase, and the case in it that was asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tijdlijn.model.problems import Problem

if TYPE_CHECKING:
    from tijdlijn.model.casebook import Case
    from tijdlijn.model.sessions import Session
    from tijdlijn.services.casebook import OpenCasebook
    from tijdlijn.services.importing import ImportPlan

PACKAGE = ".tijdlijn-pakket"
REFUSED_LOST = (
    "De geweigerde regels konden nergens apart worden weggeschreven; de andere zijn overgenomen. Importeer de tabel "
    "opnieuw vanuit een map waarin u mag schrijven: wat er al is, komt er niet dubbel in."
)


def created(file: Path, title: str, key_file: Path | None) -> OpenCasebook:
    """A new casebook. A weak passphrase is refused when it is typed, and only told when a script gives it."""
    from tijdlijn.services.casebook import OpenCasebook
    from tijdlijn.services.passphrase import weakness

    if file.exists():
        raise Problem(f"{file.resolve().name} bestaat al en is niet gewijzigd. Kies een andere naam.")
    passphrase = _passphrase(key_file, twice=True)
    weak = weakness(passphrase)
    if weak and not key_file:
        raise Problem(f"{weak} Er is niets gemaakt.")
    book = OpenCasebook.create(file, passphrase, title=title)
    if weak:
        click.echo(f"Let op: {weak}")
    return book


def opened(file: Path, key_file: Path | None) -> OpenCasebook:
    """The casebook in this file. Raises Problem when there is none, or when the passphrase does not fit."""
    from tijdlijn.services.casebook import OpenCasebook

    if not file.exists():
        raise Problem(f"{file.name} bestaat niet. Controleer de naam en de map, of maak het met tijdlijn new.")
    return OpenCasebook.open(file, _passphrase(key_file))


def _passphrase(key_file: Path | None, twice: bool = False) -> str:
    if key_file:
        return passphrase_in(key_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise Problem("Een casusboek heeft een wachtwoord, en er is niemand om het aan te vragen. Gebruik --key-file.")
    passphrase = str(click.prompt("Wachtwoord", hide_input=True, err=True))
    if twice and click.prompt("Nog een keer, ter controle", hide_input=True, err=True) != passphrase:
        raise Problem("De twee wachtwoorden zijn niet gelijk; er is niets gemaakt. Probeer het opnieuw.")
    return passphrase


def passphrase_in(path: Path) -> str:
    """The first line, without its line end only: a space can be part of a passphrase."""
    try:
        with path.open("rb") as file:
            text = file.readline(4_096).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Problem(
            f"{path.resolve().name} met het wachtwoord kan niet worden gelezen. Controleer de naam en de map."
        ) from None
    passphrase = text.rstrip("\r\n")
    if not passphrase:
        raise Problem(f"{path.name} is leeg; zet het wachtwoord op de eerste regel.")
    return passphrase


def chosen_case(book: OpenCasebook, chosen: str | None) -> Case:
    """The case of this title, code, number or id; without one, the only case there is."""
    cases = book.cases()
    wanted = (chosen or "").strip().casefold()
    if not wanted:
        found = list(cases)
    else:
        found = [case for case in cases if wanted in (case.id, case.title.casefold(), case.code.casefold())]
        if not found and wanted.isdigit():
            found = list(cases[int(wanted) - 1 : int(wanted)]) if wanted != "0" else []
    if len(found) == 1:
        return book.case(found[0].id)
    if not found:
        raise Problem(
            f"Er is geen casus '{chosen}' in dit casusboek. Kies een titel, een code of 1 tot en met {len(cases)}."
        )
    raise Problem(
        f"Er zijn {len(found)} casussen die het kunnen zijn. Kies met --case een titel, een code of een nummer."
    )


def chosen_session(case: Case, chosen: str | None) -> Session:
    """The session of this number, in time order, or of this day; without one, the last that has a day."""
    from tijdlijn.language.dates_nl import read

    sessions = case.sessions_in_order
    wanted = (chosen or "").strip()
    day = read(wanted) if wanted and not wanted.isdigit() else None
    if not wanted:
        found = [session for session in sessions if session.date][-1:]
    elif wanted.isdigit():
        found = list(sessions[int(wanted) - 1 : int(wanted)]) if wanted != "0" else []
    else:
        found = [session for session in sessions if day and day.is_day and session.date == day.earliest]
    if len(found) == 1:
        return found[0]
    if not sessions:
        raise Problem("Deze casus heeft nog geen bijeenkomst; er is niets geschreven. Maak er een in het venster.")
    raise Problem(
        f"Met --session '{wanted}' wordt niet één bijeenkomst gekozen; er is niets geschreven. Kies een dag, of een "
        f"nummer van 1 tot en met {len(sessions)}."
    )


# Rows that were refused


@dataclass(frozen=True, slots=True)
class Refused:
    """Where rows stand that were not taken, as sentences; or the trouble when they could not be written."""

    lines: tuple[str, ...]
    trouble: str = ""


def refused_kept(book: OpenCasebook, plan: ImportPlan, folder: Path) -> Refused:
    """Write the rows that were refused beside their table, else in this folder."""
    from tijdlijn.services.importing import write_refused

    try:
        paths = write_refused(book, plan, folder)
    except Problem:
        return Refused((), REFUSED_LOST)
    told = "De geweigerde regels staan in {0}; verbeter ze daar en importeer dat bestand."
    return Refused(tuple(told.format(path) for path in paths))


# Packages


def is_package(path: Path) -> bool:
    """Whether a file of this name is a case for another casebook."""
    return path.suffix.lower() == PACKAGE


def packed_out(book: OpenCasebook, case: Case, out: Path, key_file: Path | None, *, texts: bool) -> None:
    """Write a case as a package under a passphrase of its own. A weak one is refused or told, as of a casebook."""
    from tijdlijn.services.packaging_case import write_package
    from tijdlijn.services.passphrase import weakness

    passphrase = passphrase_in(key_file) if key_file else _asked("Wachtwoord van het pakket", twice=True)
    weak = weakness(passphrase)
    if weak and not key_file:
        raise Problem(f"{weak} Er is niets geschreven.")
    write_package(book, case.id, out, passphrase, texts=texts)
    click.echo(f"{out} is geschreven en versleuteld. Geef het wachtwoord langs een andere weg door dan het bestand.")
    if weak:
        click.echo(f"Let op: {weak}")


def unpacked_in(file: Path, package: Path, key_file: Path | None, package_key_file: Path | None) -> None:
    """Take a package in as a new case; makes the casebook when it is not there, once the package could be read."""
    from datetime import date

    from tijdlijn.services.packaging_case import read_package_file, take_in

    secret = passphrase_in(package_key_file) if package_key_file else _asked("Wachtwoord van het pakket")
    content = read_package_file(package, secret, date.today())
    is_new = not file.exists()
    with created(file, content.case.title, key_file) if is_new else opened(file, key_file) as book:
        empty = book.cases()[0].id if is_new else ""
        taken = take_in(book, content)
        if empty:
            book.commit_removal(empty, "Verwijder de lege casus")
    told = " Deze casus stond er al; wat er stond, is gebleven." if taken.was_there else ""
    case = taken.change.case
    click.echo(f"Ingelezen als nieuwe casus: {case.title}, {len(case.entries)} regels.{told}")


def _asked(what: str, twice: bool = False) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Problem(
            "Een pakket heeft een wachtwoord, en er is niemand om het aan te vragen. Gebruik --package-key-file."
        )
    passphrase = str(click.prompt(what, hide_input=True, err=True))
    if twice and click.prompt("Nog een keer, ter controle", hide_input=True, err=True) != passphrase:
        raise Problem("De twee wachtwoorden zijn niet gelijk; er is niets geschreven. Probeer het opnieuw.")
    return passphrase


def say_written(out: Path, case: Case, asked: bool, reason: str) -> int:
    """That a readable file is there; why with pseudonyms when not asked for, and what may still be a name in it."""
    from tijdlijn.services.unregistered import warning

    for line in filter(None, ("" if asked else reason, warning(case) if asked or reason else "")):
        click.echo(line, err=True)
    click.echo(f"{out} is geschreven. Het bestand is niet versleuteld: bewaar het waar alleen bevoegden erbij kunnen.")
    return 0
