"""The example casebook: an invented family, made by the same importer that reads a user's tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from tijdlijn.assets import resource
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.importing import commit_import, plan_import, read_files
from tijdlijn.services.passphrase import EXAMPLE as EXAMPLE_PASSPHRASE

__all__ = ["EXAMPLE_PASSPHRASE", "example_place", "make_example"]

_TABLES = ("persons.csv", "parties.csv", "entries.csv")


class ExampleError(RuntimeError):
    """The shipped tables of the example hold a row that the importer refuses."""


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
        commit_import(book, plan)
