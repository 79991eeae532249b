"""The command about costs (design 3, added to): what help cost, and what it cost a year before and after a day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tijdlijn.cli_casebook import chosen_case, opened
from tijdlijn.cli_help import DutchGroup
from tijdlijn.model.problems import Problem

if TYPE_CHECKING:
    from tijdlijn.analysis.telling_costs import Moment

_PATH = click.Path(path_type=Path, readable=False)


@click.command(cls=DutchGroup.command_class)
@click.argument("file", metavar="BESTAND", type=_PATH)
@click.option("--case", "chosen", metavar="CASUS", help="Titel, code of nummer van de casus.")
@click.option("--key-file", metavar="BESTAND", type=_PATH, help="Bestand met het wachtwoord op de eerste regel.")
@click.option("--around", metavar="DAG", help="Vergelijk de hele jaren voor en na deze dag of maand.")
@click.option("--years", metavar="N", type=click.IntRange(1, 100), help="Hoogstens zoveel jaren ervoor en erna.")
@click.option("--json", "as_data", is_flag=True, help="Als JSON, voor een ander programma.")
@click.option("--out", metavar="TABEL", type=_PATH, help="Schrijf een tabel: .csv of .xlsx.")
def costs(
    file: Path,
    chosen: str | None,
    key_file: Path | None,
    around: str | None,
    years: int | None,
    as_data: bool,
    out: Path | None,
) -> int:
    """Wat hulp heeft gekost, en per jaar voor en na een dag."""
    from tijdlijn.services.costs import Around, export_costs
    from tijdlijn.services.outgoing import note_told

    compared = Around(_moment(around), years, years) if around else None
    with opened(file, key_file) as book:
        case = chosen_case(book, chosen)
        if out:
            export_costs(book, case.id, out, compared)
            click.echo(f"{out} is geschreven. Het is niet versleuteld: bewaar het waar alleen bevoegden erbij kunnen.")
            return 0
        note_told(book, case.id, "json" if as_data else "tekst")
    from tijdlijn.analysis.costs import find_costs
    from tijdlijn.analysis.report_json import before_and_after_json, costs_json
    from tijdlijn.services.telling_costs import cost_lines

    totals = find_costs(case)
    if as_data:
        told = costs_json(case, totals)
        told["before_and_after"] = before_and_after_json(compared.of(case)) if compared else None
        click.echo(json.dumps(told, ensure_ascii=True, indent=2))
    else:
        for line in cost_lines(case, totals, compared):
            click.echo(line)
    return 0


def _moment(text: str) -> Moment:
    from tijdlijn.analysis.telling_costs import Moment
    from tijdlijn.language.dates_nl import read

    when = read(text)
    if when is None or when.is_interval:
        raise Problem(f"--around moet een dag, een maand of een jaar zijn, zoals 31-12-2022; '{text}' is dat niet.")
    return Moment("", "", when.earliest, when.latest(when.earliest))
