"""A case goes from one casebook to another as one encrypted file: all of it, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tijdlijn.exchange.package import VERSION, package_bytes
from tijdlijn.model.people import NameKind
from tijdlijn.model.problems import Problem
from tijdlijn.services import packaging_case
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example
from tijdlijn.services.loose_names import decide
from tijdlijn.services.packaging_case import packed, unpack, write_package
from tijdlijn.services.views import save_view, saved_views
from tijdlijn.storage import sealed

SECRET = "een heel goed wachtwoord"
OLDER = {number: Path(__file__).parents[1] / "files" / f"versie-{number}.tijdlijn-pakket" for number in (1, 2, 3)}
"""Packages made by the code of each older version, with the cheap key derivation of the tests."""


@pytest.fixture
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCasebook]:
    path: Path = tmp_path_factory.mktemp("van") / "voorbeeld.tijdlijn"
    make_example(path)
    with OpenCasebook.open(path, EXAMPLE_PASSPHRASE) as opened:
        case_id = opened.cases()[0].id
        save_view(opened, case_id, opened.view_in_use(case_id), "Alles")
        decide(opened, case_id, [("Wilma", NameKind.PERSOON, True), ("Vrijdag", NameKind.PERSOON, False)])
        yield opened


@pytest.fixture
def target(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "naar.tijdlijn", "ander wachtwoord", title="Eigen") as opened:
        yield opened


@pytest.fixture
def package(source: OpenCasebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("pakket") / "casus.tijdlijn-pakket"
    write_package(source, source.cases()[0].id, path, SECRET)
    return path


def test_a_case_comes_back_in_another_casebook_with_all_that_belongs_to_it(
    source: OpenCasebook, target: OpenCasebook, package: Path
) -> None:
    case = source.case(source.cases()[0].id)

    taken = unpack(target, package, SECRET)

    assert not taken.was_there
    assert taken.change.case == replace(case, today=target.today)
    assert packed(target, case.id) == packed(source, case.id)
    assert [view.name for view in saved_views(target, case.id)] == ["Alles"]
    assert all((case.sessions, case.reflections, case.actions, case.phases, case.consents, case.loose_names))
    assert [summary.title for summary in target.cases()] == ["Eigen", case.title]


def test_it_is_there_after_closing_and_one_undo_takes_it_back(
    source: OpenCasebook, package: Path, tmp_path: Path
) -> None:
    path = tmp_path / "k.tijdlijn"
    with OpenCasebook.create(path, "ander wachtwoord") as book:
        unpack(book, package, SECRET)
    with OpenCasebook.open(path, "ander wachtwoord") as book:
        assert len(book.cases()) == 2
        book.check()
        book.undo()
        assert len(book.cases()) == 1


def test_a_case_that_is_there_already_is_put_beside_it(target: OpenCasebook, package: Path) -> None:
    first = unpack(target, package, SECRET).change.case
    again = unpack(target, package, SECRET)

    assert again.was_there
    assert again.change.case.id != first.id
    assert again.change.case.entries == first.entries


def test_without_texts_the_documents_are_only_known_by_name(
    source: OpenCasebook, target: OpenCasebook, tmp_path: Path
) -> None:
    case_id = source.cases()[0].id
    path = tmp_path / "x.tijdlijn-pakket"

    write_package(source, case_id, path, SECRET, texts=False)
    unpack(target, path, SECRET)

    found, whole = packed(target, case_id).documents, packed(source, case_id).documents
    assert [one.document.name for one in found] == [one.document.name for one in whole]
    assert {one.document.text for one in found} == {""}
    assert any(one.document.text for one in whole)


def test_nothing_of_it_can_be_read_without_the_passphrase(source: OpenCasebook, package: Path) -> None:
    data = package.read_bytes()

    assert source.case(source.cases()[0].id).persons[0].name.encode() not in data
    assert not data.startswith(b"SQLite format 3")
    assert package.stat().st_mode & 0o077 == 0
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_reading_leaves_the_package_as_it_is_even_where_nobody_may_write(target: OpenCasebook, package: Path) -> None:
    before = package.read_bytes()
    package.chmod(0o400)

    unpack(target, package, SECRET)

    package.chmod(0o600)
    assert package.read_bytes() == before


def damaged(package: Path, folder: Path, at: int) -> Path:
    data = bytearray(package.read_bytes())
    data[at] ^= 1
    path = folder / "stuk.tijdlijn-pakket"
    path.write_bytes(bytes(data))
    return path


@pytest.mark.parametrize("at", [3, 5_000, 40_000, -10])
def test_one_flipped_bit_is_noticed(target: OpenCasebook, package: Path, tmp_path: Path, at: int) -> None:
    with pytest.raises(Problem, match=r"onjuist of het pakket stuk\.tijdlijn-pakket is beschadigd; er is niets"):
        unpack(target, damaged(package, tmp_path, at), SECRET)
    assert len(target.cases()) == 1


def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(target: OpenCasebook, package: Path) -> None:
    with pytest.raises(Problem, match="wachtwoord is onjuist"):
        unpack(target, package, "fout")
    assert (len(target.cases()), target.undo_name) == (1, None)


@pytest.mark.parametrize(("content", "said"), [(b"", "geen pakket"), (b"x" * 9_000, "onjuist"), (None, "bestaat niet")])
def test_what_is_no_package_is_said_so(target: OpenCasebook, tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "iets.tijdlijn-pakket"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(Problem, match=said):
        unpack(target, path, SECRET)


def test_a_casebook_is_no_package(target: OpenCasebook, source: OpenCasebook) -> None:
    with pytest.raises(Problem, match="is een casusboek en geen pakket"):
        unpack(target, source.path, EXAMPLE_PASSPHRASE)


def test_a_newer_package_is_refused_in_plain_words(source: OpenCasebook, target: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "later.tijdlijn-pakket"
    told = json.loads(package_bytes(packed(source, source.cases()[0].id)))
    for content, version in ((b"{}", VERSION + 1), (json.dumps({**told, "version": VERSION + 1}).encode(), VERSION)):
        sealed.seal(path, SECRET, content, version)

        with pytest.raises(Problem, match="nieuwere versie van tijdlijn; er is niets ingelezen"):
            unpack(target, path, SECRET)
    assert len(target.cases()) == 1


@pytest.mark.parametrize("version", [1, 2])
def test_a_package_of_an_older_version_is_taken_in_with_everything_in_it(target: OpenCasebook, version: int) -> None:
    case = unpack(target, OLDER[version], "voorbeeld").change.case

    assert [entry.title for entry in case.timeline] == ["OTS", "Naar het pleeggezin"]
    assert [len(kept) for kept in (case.sessions, case.reflections, case.actions, case.phases)] == [1, 1, 1, 2]
    assert case.loose_names == ()


def test_a_package_of_version_3_is_taken_in_with_its_names_and_no_scenarios(target: OpenCasebook) -> None:
    case = unpack(target, OLDER[3], "voorbeeld").change.case

    assert [one.name for one in case.loose_names] == ["Wilma", "De Vos"]
    assert (case.destroy_by, case.retention) == (date(2030, 5, 1), "volgens de regeling")
    assert (case.scenarios, case.marks, case.foreseen) == ((), (), ())
    assert {entry.payer for entry in case.entries} == {None}


def test_content_that_is_no_package_is_damage(target: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "x.tijdlijn-pakket"
    sealed.seal(path, SECRET, b'{"format":"tijdlijn-pakket"}', VERSION)

    with pytest.raises(Problem, match="beschadigd"):
        unpack(target, path, SECRET)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    source: OpenCasebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.tijdlijn-pakket"
    path.write_bytes(b"oud")

    def full(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(sealed.backup, "publish", full)
    with pytest.raises(Problem, match="vol"):
        write_package(source, source.cases()[0].id, path, SECRET)

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [(path.name, b"oud")]


def test_a_package_has_a_passphrase(source: OpenCasebook, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="wachtwoord nodig"):
        write_package(source, source.cases()[0].id, tmp_path / "x", "")
    assert packaging_case.ENDING == ".tijdlijn-pakket"
    assert list(tmp_path.iterdir()) == []
