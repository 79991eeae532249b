"""The example casebook: an invented family, made by the importers that read a user's tables and documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from tijdlijn.assets import resource
from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.eml_in import read_eml
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.dossier.text_in import read_text
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.dossier import file_documents
from tijdlijn.services.example_ahead import look_ahead
from tijdlijn.services.example_costs import example_rates, paid
from tijdlijn.services.example_scenarios import example_scenarios
from tijdlijn.services.example_sessions import example_sessions
from tijdlijn.services.importing import commit_import, plan_import, read_files
from tijdlijn.services.passphrase import EXAMPLE as EXAMPLE_PASSPHRASE
from tijdlijn.services.rates import keep_rates
from tijdlijn.services.reviewing import known_family
from tijdlijn.services.shelf import ReadFile

__all__ = ["EXAMPLE_PASSPHRASE", "example_place", "make_example"]

_TABLES = ("persons.csv", "parties.csv", "entries.csv", "scenarios.csv")


class ExampleError(RuntimeError):
    """The shipped files of the example hold what an importer refuses."""


def example_place() -> Path:
    """Where the window keeps its example, which it makes when it is not there and opens without asking."""
    return user_data_path("tijdlijn") / "voorbeeld.tijdlijn"


def make_example(path: Path, passphrase: str = EXAMPLE_PASSPHRASE) -> None:
    """Write the example casebook. Raises Problem when the file exists or cannot be made."""
    about = json.loads(resource("example", "case.json").read_text("utf-8"))
    with OpenCasebook.create(path, passphrase, title=about["title"]) as book:
        case_id = book.cases()[0].id
        editing.change_case(
            book,
            case_id,
            code=about["code"],
            reference_day=date.fromisoformat(about["reference_day"]),
            notes=about["notes"],
        )
        read = read_files([resource("example", name) for name in _TABLES])
        plan = plan_import(book, case_id, read)
        if read.problems or plan.refused:
            raise ExampleError(len(plan.refused))
        commit_import(book, replace(plan, batch=replace(plan.batch, entries=paid(plan.batch.entries))))
        keep_rates(book, example_rates())
        editing.apply(book, case_id, example_sessions(book.case(case_id)), "Lees 2 bijeenkomsten in")
        editing.apply(book, case_id, example_scenarios(book.case(case_id)), "Lees 2 scenario's in")
        look_ahead(book, case_id)
        today = date.fromisoformat(about["reference_day"])
        file_documents(book, case_id, list(_documents(known_family(book.case(case_id)))), keep_text=True, today=today)


def _documents(known: Family) -> Iterator[ReadFile]:
    """The documents of the example: shipped as text, under the name that the sources of its entries know them by."""
    for path in sorted(resource("example", "dossier").iterdir()):
        data = path.read_bytes()
        if path.suffix == ".eml":
            document = read_eml(data, path.name, read_text)
        else:
            name = path.name.removesuffix(".txt")
            document = replace(read_text(data, name), format=Path(name).suffix.removeprefix("."))
        yield ReadFile(path, hashlib.sha256(data).hexdigest(), document, profile_of(document, known))
