"""Before anything large is done to a casebook there is a backup of how it was (design 7, point 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import TODAY, entry
from tests.services.dossiers import read
from tijdlijn.services import backups, dossier, editing, importing, packaging_case, recovery
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook

WORDS = "voorbeeld"
Act = Callable[[OpenCasebook, str, Path], object]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS, title="Gezin Proef", today=TODAY) as made:
        editing.add_entry(made, made.cases()[0].id, entry("signaal", "2019", "Melding", id="m"))
        yield made


def import_table(book: OpenCasebook, case_id: str, folder: Path) -> None:
    table = folder / "regels.csv"
    table.write_text("date,kind,title\n2020,besluit,Nieuw\n", "utf-8")
    importing.commit_import(book, importing.plan_import(book, case_id, importing.read_files([table])))


def file_document(book: OpenCasebook, case_id: str, _: Path) -> None:
    dossier.file_documents(book, case_id, [read("brief.txt", "Op 3 maart 2019 belde moeder.")])


def take_in_package(book: OpenCasebook, case_id: str, folder: Path) -> None:
    package = folder / "uit.tijdlijn-pakket"
    packaging_case.write_package(book, case_id, package, WORDS)
    packaging_case.unpack(book, package, WORDS)


def change_passphrase(book: OpenCasebook, _: str, __: Path) -> None:
    recovery.change_passphrase(book, WORDS, "een heel ander wachtwoord", forget_copies=False)


def put_back(book: OpenCasebook, case_id: str, _: Path) -> None:
    older = backups.make(book, Reason.ASKED)
    editing.add_entry(book, case_id, entry("signaal", "2020", "Later", id="later"))
    backups.restore(book, older)


BEFORE: dict[Reason, tuple[tuple[Act, ...], set[str]]] = {
    Reason.IMPORT: ((import_table, file_document, take_in_package), {"m"}),
    Reason.REKEY: ((change_passphrase,), {"m"}),
    Reason.RESTORE: ((put_back,), {"m", "later"}),
}
"""What makes a backup of which reason, and the entries that are in it."""


@pytest.mark.parametrize(
    ("reason", "act", "held"),
    [(reason, act, held) for reason, (acts, held) in BEFORE.items() for act in acts],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_there_is_a_backup_of_how_it_was(
    book: OpenCasebook, tmp_path: Path, reason: Reason, act: Act, held: set[str]
) -> None:
    act(book, book.cases()[0].id, tmp_path)
    (made,) = [one for one in backups.found(book) if one.reason is reason]
    with OpenCasebook.open(made.path, WORDS) as before:
        (case,) = [before.case(one.id) for one in before.cases()]
        assert set(case.entries_by_id) == held
