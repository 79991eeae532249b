"""Casebooks for the tests of storage."""

from pathlib import Path

from tijdlijn.model.casebook import Case
from tijdlijn.storage import journal, rows
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.steps import StepKind

PASSPHRASE = "voorbeeld"


def make(path: Path, case: Case) -> CasebookFile:
    """An open casebook with one case in it."""

    def fill(connection):
        journal.begin(connection, StepKind.START, "Maak casusboek", case.id)
        write(connection, case)

    return CasebookFile.create(path, PASSPHRASE, fill)


def write(connection, case: Case) -> None:
    """Put a whole case in the file, within the present step."""
    rows.put_case(connection, case)
    told = case.persons, case.parties, case.workers, case.loose_names, case.sources, case.entries, case.links
    left = case.sessions, case.reflections, case.actions, case.phases, case.consents
    made = case.scenarios, case.marks, case.foreseen
    for records in (*told, *left, *made):
        rows.put(connection, case.id, records)


def reopened(file: CasebookFile) -> CasebookFile:
    """The same file, closed and opened again."""
    file.close()
    return CasebookFile.open(file.path, PASSPHRASE)
