"""A package on the command line: out of one casebook, into another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import Run, made, run  # noqa: F401

SECRET = "vijf losse woorden voor pakket"


@pytest.fixture
def secret(run: Run) -> str:  # noqa: F811
    Path("geheim").write_text(SECRET + "\n")
    return "geheim"


def test_a_case_goes_out_and_into_a_casebook_that_is_made_for_it(run: Run, made: Path, secret: str) -> None:  # noqa: F811
    assert run("export", "k.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", secret).code == 0
    said = run("import", "nieuw.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", secret)

    assert (said.code, "1 regels" in said.out) == (0, True)
    first, second = (json.loads(run("analyse", name, "--json").out) for name in ("k.tijdlijn", "nieuw.tijdlijn"))
    assert first == second


def test_into_its_own_casebook_it_comes_beside_what_is_there(run: Run, made: Path, secret: str) -> None:  # noqa: F811
    run("export", "k.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", secret, "--without-texts")

    said = run("import", "k.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", secret)

    assert (said.code, "stond er al" in said.out) == (0, True)
    assert "2 casussen" in run("analyse", "k.tijdlijn").err


def test_a_wrong_passphrase_makes_no_casebook(run: Run, made: Path, secret: str) -> None:  # noqa: F811
    run("export", "k.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", secret)

    said = run("import", "nieuw.tijdlijn", "uit.tijdlijn-pakket", "--package-key-file", "key")

    assert said.code == 2
    assert "onjuist" in said.err
    assert not Path("nieuw.tijdlijn").exists()


def test_without_a_passphrase_and_nobody_to_ask_it_is_said(run: Run, made: Path) -> None:  # noqa: F811
    said = run("export", "k.tijdlijn", "uit.tijdlijn-pakket")

    assert said.code == 2
    assert "--package-key-file" in said.err
    assert not Path("uit.tijdlijn-pakket").exists()
