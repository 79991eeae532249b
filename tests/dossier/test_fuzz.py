"""Spoilt documents of every format: a document, or one sentence; never anything else, and never late."""

from __future__ import annotations

import time

import pytest

from tests.dossier.mutating import samples, spoilt
from tijdlijn.dossier.formats import damaged, read_here
from tijdlijn.dossier.reading import read_bytes
from tijdlijn.dossier.wire import answer, answered
from tijdlijn.model.problems import Problem

SAMPLES = samples()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_itself_is_read_whole(name: str) -> None:
    document = read_here(SAMPLES[name], name)
    assert answered(answer(document)) == document
    assert len(document.text) > 30


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_a_spoilt_document_is_read_or_refused_in_words(name: str) -> None:
    for seed in range(30):
        started = time.monotonic()
        try:
            document = read_here(spoilt(SAMPLES[name], seed), name)
            assert answered(answer(document)) == document, seed
            said = document.name
        except Problem as problem:
            said = problem.sentence
        assert name in said, seed
        assert time.monotonic() - started < 10, seed


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_a_spoilt_document_harms_nothing_in_its_own_process(name: str) -> None:
    for seed in range(1000, 1003):
        data = spoilt(SAMPLES[name], seed)
        try:
            said = read_bytes(data, name).name
        except Problem as problem:
            said = problem.sentence
        assert name in said, seed


def test_the_same_seed_spoils_the_same_way() -> None:
    data = SAMPLES["rapport.pdf"]
    assert spoilt(data, 7) == spoilt(data, 7) != data
    assert damaged("x").sentence.startswith("x is beschadigd")
