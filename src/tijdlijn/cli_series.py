"""The command that tells of a series of families; it reads what was typed and lets a service do the work."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tijdlijn.cli_casebook import passphrase_in
from tijdlijn.model.problems import Problem

if TYPE_CHECKING:
    from tijdlijn.services.series import Added, Gathering

_PATH = click.Path(path_type=Path, readable=False)
NOTHING = "Er staat in geen van de bestanden een gezin met regels op zijn tijdlijn; er zijn geen cijfers."

WRONG = "Het wachtwoord is onjuist"
"""How the sentence begins when no passphrase fits."""


@click.command()
@click.argument("files", metavar="BESTAND...", nargs=-1, required=True, type=_PATH)
@click.option("--json", "as_data", is_flag=True, help="Schrijf JSON in plaats van een tabel.")
@click.option(
    "--key-file",
    "key_files",
    metavar="BESTAND",
    multiple=True,
    type=_PATH,
    help="Bestand met het wachtwoord op de eerste regel. Kan meer keren; elk wordt op elk bestand geprobeerd.",
)
def series(files: tuple[Path, ...], as_data: bool, key_files: tuple[Path, ...]) -> int:
    """Cijfers over een reeks gezinnen: uit casusboeken, pakketten en JSON-exports, zonder namen."""
    from tijdlijn.services.series import Gathering

    secrets = [passphrase_in(path) for path in key_files]
    gathering, problems = Gathering(date.today()), 0
    for path in files:
        try:
            told = _added(gathering, path, secrets, "json" if as_data else "tekst")
        except Problem as problem:
            problems += 1
            gathering.sources += 1
            click.echo(" ".join(problem.sentence.split()), err=True)
        else:
            if told.words:
                click.echo(f"{path.name}: {told.words}", err=True)
    if problems == len(files):
        return 2
    if not gathering.told:
        raise Problem(NOTHING)
    _say(gathering, as_data)
    return 1 if problems else 0


def _added(gathering: Gathering, path: Path, secrets: list[str], kind: str) -> Added:
    """Read one file; where no passphrase fits and somebody can be asked, it is asked for."""
    from tijdlijn.services.series import JSON

    is_closed = path.exists() and path.suffix.lower() != JSON
    can_ask = is_closed and sys.stdin is not None and sys.stdin.isatty()
    if can_ask and not secrets:
        secrets.append(_asked(path))
        return gathering.add_file(path, secrets, kind)
    try:
        return gathering.add_file(path, secrets, kind)
    except Problem as problem:
        if not can_ask or not problem.sentence.startswith(WRONG):
            raise
    secrets.append(_asked(path))
    return gathering.add_file(path, secrets, kind)


def _asked(path: Path) -> str:
    return str(click.prompt(f"Wachtwoord van {path.name}", hide_input=True, err=True))


def _say(gathering: Gathering, as_data: bool) -> None:
    found = gathering.series
    if as_data:
        from tijdlijn.analysis.series_json import series_json

        click.echo(json.dumps(series_json(found, gathering.files), ensure_ascii=False, indent=2))
        return
    from tijdlijn.services.series_telling import series_lines

    for line in series_lines(found):
        click.echo(line)
