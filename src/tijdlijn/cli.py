"""The commands (design 3): they read what was typed, let a service do the work, and say in Dutch what came of it.

The rule: results on stdout, what went wrong in one line on stderr, never a traceback. Exit codes: 0 all went well, 1 an
import refused some rows, 2 nothing was done. What is heavy is imported by the command that needs it.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click

from tijdlijn import __version__
from tijdlijn.cli_casebook import (
    chosen_case,
    chosen_session,
    created,
    is_package,
    opened,
    passphrase_in,
    refused_kept,
    say_written,
)
from tijdlijn.cli_casebook import packed_out as _packed_out
from tijdlijn.cli_casebook import unpacked_in as _unpacked_in
from tijdlijn.cli_costs import costs
from tijdlijn.cli_help import DutchGroup, usage_problem
from tijdlijn.cli_series import series
from tijdlijn.model.problems import Problem

PROGRAM = "tijdlijn"
WINDOW = "venster"
NO_PSEUDONYMS = "Een pakket is voor een ander casusboek en houdt zijn namen; er is niets geschreven."
NO_LIBRARIES = (
    "Het venster kan niet open: een bibliotheek van het systeem ontbreekt ({0}). Op Debian en Ubuntu helpt "
    "sudo apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1; de opdrachten werken ook zonder."
)
NO_DISPLAY = (
    "Er is geen beeldscherm om het venster op te tonen. Start het programma op een bureaublad, of zet DISPLAY of "
    "WAYLAND_DISPLAY; de opdrachten werken ook zonder (tijdlijn --help)."
)
PAPERS = ("A4", "A3", "A2", "A1", "A0")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    _speak_safely()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except Problem as problem:
        return _complain(problem.sentence)
    except click.UsageError as error:
        return _complain(f"{usage_problem(error)} Met --help ziet u wat er kan.")
    except (click.Abort, KeyboardInterrupt):
        return _complain("Afgebroken; wat al bewaard was, is bewaard.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError:
        return _complain(
            "De schijf is vol of niet bereikbaar. Wat al bewaard was, is bewaard; maak ruimte en herhaal dit."
        )
    except Exception as error:
        return _complain(
            f"Er ging iets mis waar het programma niet op rekende ({type(error).__name__}). Wat al bewaard was, is "
            "bewaard; meld dit met wat u deed."
        )


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first not in commands.commands and first not in ("--help", "--version"):
        if first and not first.startswith("-") and not Path(first).suffix and not Path(first).exists():
            raise Problem(f"'{first}' is geen opdracht en geen bestand. Met tijdlijn --help ziet u wat er kan.")
        words = [WINDOW, *words]
    outcome = commands.main(words, prog_name=PROGRAM, standalone_mode=False)
    return outcome if isinstance(outcome, int) else 0


def _speak_safely() -> None:
    """No terminal stops on a letter that it cannot show, and no library speaks English in between."""
    warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _knows_all_letters(stream: TextIO | None) -> bool:
    return (getattr(stream, "encoding", None) or "utf-8").replace("-", "").lower().startswith("utf")


def _complain(sentence: str) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return 2


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _typed(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """Words as they were typed, also where Python takes the terminal to know no accents."""
    return text and os.fsencode(text).decode("utf-8", "replace")


def _typed_all(context: click.Context, parameter: click.Parameter, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(_typed(context, parameter, text) or "" for text in texts)


_PATH = click.Path(path_type=Path, readable=False)
_file = click.argument("file", metavar="BESTAND", type=_PATH)
_case = click.option("--case", "chosen", metavar="CASUS", callback=_typed, help="Titel, code of nummer van de casus.")
_key_file = click.option(
    "--key-file",
    metavar="BESTAND",
    type=_PATH,
    help="Bestand met het wachtwoord op de eerste regel. Zonder wordt ernaar gevraagd.",
)
_package_key_file = click.option(
    "--package-key-file", "package_key", metavar="BESTAND", type=_PATH, help="Wachtwoord van een pakket."
)


@click.group(name=PROGRAM, cls=DutchGroup, subcommand_metavar="[BESTAND] | OPDRACHT ...")
@click.version_option(__version__, message="tijdlijn %(version)s", help="Toon de versie.")
def commands() -> None:
    """De tijdlijn van een gezin in de jeugdhulp: tekenen, begrijpen, bespreken en afdrukken. Zonder netwerk.

    Zonder opdracht opent het venster; met een BESTAND daarin dat casusboek.
    """


@commands.command(WINDOW, hidden=True)
@click.argument("file", metavar="BESTAND", required=False, type=_PATH)
@_key_file
def window(file: Path | None, key_file: Path | None) -> int:
    """Open het venster."""
    passphrase = passphrase_in(key_file) if key_file else None
    if _has_no_display():
        raise Problem(NO_DISPLAY)
    try:
        from tijdlijn.ui.app import run
    except ImportError as error:
        missing = str(error).partition(":")[0].strip() or "Qt"  # "libEGL.so.1: cannot open shared object file"
        raise Problem(NO_LIBRARIES.format(missing)) from None
    return run(file, passphrase)


@commands.command()
@_file
@click.option(
    "--title",
    metavar="TITEL",
    required=True,
    callback=_typed,
    help="Titel van de casus; een code is veiliger dan een naam.",
)
@_key_file
def new(file: Path, title: str, key_file: Path | None) -> int:
    """Maak een casusboek met één lege casus."""
    with created(file, title, key_file):
        click.echo(f"{file} is gemaakt, met één lege casus. Zonder het wachtwoord kan niemand het openen, ook u niet.")
    return 0


@commands.command()
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True, type=_PATH)
@click.option(
    "--json", "as_json", is_flag=True, help="Als JSON, met alle datums; zonder: alleen de feiten, op volgorde."
)
@click.option("--text", "as_text", is_flag=True, help="De tekst die in de documenten staat, en verder niets.")
def read(documents: tuple[Path, ...], as_json: bool, as_text: bool) -> int:
    """Zoek gedateerde feiten in documenten van een dossier; er komt geen casusboek aan te pas."""
    from tijdlijn.services.facts import find_facts, read_lines, records

    found = find_facts(documents)
    if not found.documents:
        return max(_complain(problem.sentence) for problem in found.problems)
    if as_text:
        _say(fact.document.text for fact in found.documents)
    elif as_json:
        click.echo(json.dumps(records(found), ensure_ascii=False, indent=1))
    else:
        _say(read_lines(found))
    for problem in found.problems:
        _complain(problem.sentence)
    return 1 if found.problems else 0


@commands.command("import")
@_file
@click.argument("tables", metavar="TABEL...", nargs=-1, required=True, type=_PATH)
@_case
@_key_file
@click.option(
    "--title",
    metavar="TITEL",
    default="",
    callback=_typed,
    help="Titel van de casus, als het casusboek nog gemaakt wordt.",
)
@click.option(
    "--party",
    "parties",
    metavar="NAAM",
    multiple=True,
    callback=_typed_all,
    help="Instantie die de tabellen maakte; met TABEL=NAAM van één tabel. Kan meer keren.",
)
@_package_key_file
@click.option("--undated", is_flag=True, help="Neem regels met een onleesbare datum over zonder datum, met de woorden.")
def import_(
    file: Path,
    tables: tuple[Path, ...],
    chosen: str | None,
    key_file: Path | None,
    title: str,
    parties: tuple[str, ...],
    package_key: Path | None,
    undated: bool,
) -> int:
    """Neem tabellen (csv, xlsx, ods, of in een document) of één pakket over; maakt het casusboek als het er niet is."""
    if len(tables) == 1 and is_package(tables[0]):
        _unpacked_in(file, tables[0], key_file, package_key)
        return 0
    from tijdlijn.services.importing import commit_import, plan_import, read_files
    from tijdlijn.services.table_settings import settings_by_party
    from tijdlijn.services.telling import import_lines

    read = read_files(tables, drafts=bool(parties))
    if not read.tables:
        return max(_complain(problem.sentence) for problem in read.problems)
    new_file = not file.exists()
    book = created(file, title or chosen or "", key_file) if new_file else opened(file, key_file)
    with book:
        case_id = book.cases()[0].id if new_file else chosen_case(book, chosen).id
        settings = settings_by_party(book, case_id, read, parties) if parties else None
        plan = plan_import(book, case_id, read, keep_unread=undated, settings=settings)
        commit_import(book, plan)
        told = refused_kept(book, plan, file.parent)
    _say(import_lines(plan))
    for problem in read.problems:
        _complain(problem.sentence)
    _say(told.lines)
    if told.trouble:
        _complain(told.trouble)
    return 1 if plan.refused or read.problems else 0


@commands.command()
@_file
@_case
@_key_file
@click.option("--json", "as_data", is_flag=True, help="Schrijf JSON in plaats van zinnen.")
@click.option("--until", metavar="DAG", help="Reken tot en met deze dag, zoals 31-12-2022.")
def analyse(file: Path, chosen: str | None, key_file: Path | None, as_data: bool, until: str | None) -> int:
    """Bereken gaten, stiltes, snelkookpannen en betrokkenheid."""
    from tijdlijn.services.outgoing import note_told

    day = _day(until) if until else None
    with opened(file, key_file) as book:
        case = chosen_case(book, chosen)
        note_told(book, case.id, "json" if as_data else "tekst")
    from tijdlijn.analysis import findings
    from tijdlijn.analysis.report_json import as_json

    case = case.with_reference(day) if day else case
    analysis = findings.analyse(case)
    if as_data:
        click.echo(json.dumps(as_json(case, analysis), ensure_ascii=not _knows_all_letters(sys.stdout), indent=2))
    else:
        from tijdlijn.services.telling import finding_lines

        _say(finding_lines(case, analysis))
    return 0


@commands.command()
@_file
@click.argument("out", metavar="UITVOER", type=_PATH)
@_case
@_key_file
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False), help="Papier: A4 tot en met A0.")
@click.option(
    "--orientation",
    type=click.Choice(("landscape", "portrait"), case_sensitive=False),
    default="landscape",
    help="Liggend (landscape) of staand (portrait).",
)
@click.option("--preset", metavar="NAAM", help="Een voorkeuze, zoals 'Dossierbijlage A4' of 'Voor het gezin'.")
@click.option("--parts", metavar="A,B,...", help="Welke onderdelen, in deze volgorde.")
@click.option("--period", metavar="PERIODE", help="Alleen wat raakt aan deze tijd, zoals 2018/2019.")
@click.option("--poster", metavar="3x2[:A4]", help="Het overzicht over zoveel kolommen en rijen bladen.")
@click.option("--black-and-white", is_flag=True, help="Zonder kleur.")
@click.option("--ages", is_flag=True, help="Leeftijden in plaats van datums.")
@click.option("--pseudonyms", is_flag=True, help="Pseudoniemen in plaats van namen.")
@_package_key_file
@click.option("--without-texts", is_flag=True, help="Een pakket zonder de teksten van het dossier.")
def export(
    file: Path,
    out: Path,
    chosen: str | None,
    key_file: Path | None,
    package_key: Path | None,
    without_texts: bool,
    **pages: Any,
) -> int:
    """Schrijf één bestand: pdf, svg, png, docx, csv, xlsx, ods, json, ics (wat komt en afloopt) of tijdlijn-pakket."""
    from tijdlijn.services.exporting import check_ending, export_case, reason_to_mask
    from tijdlijn.services.page_words import page_options

    if is_package(out):
        if pages["pseudonyms"]:
            raise Problem(NO_PSEUDONYMS)
        with opened(file, key_file) as book:
            _packed_out(book, chosen_case(book, chosen), out, package_key, texts=not without_texts)
        return 0
    check_ending(out)
    with opened(file, key_file) as book:
        case = chosen_case(book, chosen)
        options = page_options(case.today, pages)
        export_case(book, case.id, out, options)
    return say_written(out, case, options.pseudonyms, reason_to_mask(case, out.suffix))


@commands.command()
@_file
@click.argument("out", metavar="UITVOER", type=_PATH)
@_case
@_key_file
@click.option("--session", metavar="DAG|NUMMER", callback=_typed, help="Welke bijeenkomst; zonder de laatste.")
@click.option(
    "--paper", type=click.Choice(PAPERS, case_sensitive=False), default="A3", help="Papier van de tijdlijn: A4 tot A0."
)
@click.option("--pseudonyms", is_flag=True, help="Pseudoniemen in plaats van namen.")
def report(
    file: Path,
    out: Path,
    chosen: str | None,
    key_file: Path | None,
    session: str | None,
    paper: str,
    pseudonyms: bool,
) -> int:
    """Schrijf het verslag van een bijeenkomst: pdf, docx, of ics (de afspraken), naar het einde van UITVOER."""
    from tijdlijn.services.consent import reason_to_mask
    from tijdlijn.services.session_report import ReportOptions, check_ending, export_report

    check_ending(out)
    with opened(file, key_file) as book:
        case = chosen_case(book, chosen)
        told = chosen_session(case, session)
        export_report(book, case.id, told.id, out, ReportOptions(paper.upper(), pseudonyms))
    return say_written(out, case, pseudonyms, reason_to_mask(case, told))


@commands.command()
@_file
@_key_file
def example(file: Path, key_file: Path | None) -> int:
    """Maak het voorbeeld: een casusboek van een verzonnen gezin."""
    from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example

    make_example(file, passphrase_in(key_file) if key_file else EXAMPLE_PASSPHRASE)
    told = f"staat in {key_file}" if key_file else f"is: {EXAMPLE_PASSPHRASE}"
    click.echo(f"{file} is gemaakt. Alles eraan is verzonnen. Het wachtwoord {told}")
    return 0


commands.add_command(series)
commands.add_command(costs)


# What was typed


def _day(text: str) -> date:
    from tijdlijn.language.dates_nl import read

    when = read(text)
    if when is None or not when.is_day:
        raise Problem(f"--until moet één dag zijn, zoals 31-12-2022 of 2022-12-31; '{text}' is dat niet.")
    return when.earliest


def _has_no_display() -> bool:
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not shown
