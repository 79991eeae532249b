"""What the reading of a whole dossier reaches: the entries of a careful reader that are among the candidates."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tijdlijn.dossier.candidates import Candidate
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.finding import find_candidates
from tijdlijn.dossier.formats import read_here
from tijdlijn.dossier.profiles import profile_of

TERPSTRA = Path(__file__).parents[3] / "shared" / "data" / "terpstra"
pytestmark = pytest.mark.skipif(not TERPSTRA.is_dir(), reason="the shared test material is not here")
Gold = dict[str, str]


def _found() -> dict[str, tuple[Candidate, ...]]:
    documents = [read_here(path.read_bytes(), path.name) for path in sorted((TERPSTRA / "dossier").iterdir())]
    family = family_in(documents)
    return {one.name: find_candidates(one, profile_of(one, family), family) for one in documents}


def _fits(one: Candidate, gold: Gold) -> bool:
    """Whether a candidate has the passage of a reader's entry and its (first) date."""
    start = int(gold["char_start"])
    touches = one.passage_start < start + len(gold["quote"]) and start < one.passage_end
    if not touches or one.date is None:
        return False
    first, last = one.date.earliest.isoformat(), one.date.points[-1].latest.isoformat()
    vague = gold["precision"] == "approx" and first <= gold["end"] and last >= gold["start"]
    return vague or first == gold["start"]


def test_nine_in_ten_entries_of_a_reader_are_among_the_candidates() -> None:
    with (TERPSTRA / "gold.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["quote"] and row["kind"] not in ("gat", "snelkookpan")]
    found = _found()
    entries: dict[str, list[Gold]] = {}
    for row in rows:
        entries.setdefault(row["id"], []).append(row)
    hit = {
        id_: [one for row in alike for one in found[row["source_file"]] if _fits(one, row)]
        for id_, alike in entries.items()
    }
    reached = [id_ for id_, ones in hit.items() if ones]
    assert len(entries) == 57
    assert len(reached) / len(entries) >= 0.9
    parties = [(row, hit[id_]) for id_, (row, *_) in entries.items() if row["organisation"] and hit[id_]]
    right = [row for row, ones in parties if any(_same(row["organisation"], one) for one in ones)]
    assert len(right) / len(parties) >= 0.85


def _same(organisation: str, one: Candidate) -> bool:
    names = [party.name.casefold() for party in one.parties]
    wanted = organisation.casefold()
    return any(wanted in name or name in wanted or set(wanted.split()) & set(name.split()) for name in names)
