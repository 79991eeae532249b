"""What the finder of dates reaches on texts that it was not written for, in the shared test material."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tijdlijn.language.mention_finding import find_mentions
from tijdlijn.language.mentions import Born, Mention
from tijdlijn.model.dates import UncertainDate

DATES = Path(__file__).parents[3] / "shared" / "data" / "dates"
pytestmark = pytest.mark.skipif(not DATES.is_dir(), reason="the shared test material is not here")


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATES / name).read_text(encoding="utf-8").splitlines()]


def _days(mention: Mention) -> tuple[str, str] | None:
    if mention.date is None:
        return None
    return mention.date.earliest.isoformat(), mention.date.latest(date(2026, 1, 1)).isoformat()


def _found_in(name: str, day: str) -> tuple[Mention, ...]:
    text = (DATES / name).read_text(encoding="utf-8")
    births = (Born(("Ensor", "James"), UncertainDate.parse("1860-04-13"), gender="m"),) if "nlwiki" in name else ()
    return find_mentions(text, (), births, UncertainDate.parse(day))


@pytest.mark.parametrize("name", sorted({row["file"] for row in _lines("texts_gold.jsonl")} if DATES.is_dir() else ()))
def test_explicit_dates_of_a_real_text_are_found_exactly_and_nothing_else(name: str) -> None:
    gold = [row for row in _lines("texts_gold.jsonl") if row["file"] == name]
    mentions = _found_in(name, gold[0]["reference_date"])
    explicit = [row for row in gold if row["precision"] in ("day", "month", "year") and not row["optional"]]
    hits = [(row, [m for m in mentions if m.start < row["char_end"] and row["char_start"] < m.end]) for row in explicit]
    assert all(found for _, found in hits)
    exact = [row for row, found in hits if row["bound"] or _days(found[0]) == (row["start"], row["end"])]
    assert len(exact) == len(explicit)
    last = max(row["char_end"] for row in gold)
    false = [
        m.words
        for m in mentions
        if m.end <= last and not any(m.start < row["char_end"] and row["char_start"] < m.end for row in gold)
    ]
    assert len(false) <= last / 10_000


def test_phrases_with_a_year_are_found_and_nearly_all_exact() -> None:
    total = found = exact = 0
    for row in _lines("phrases.jsonl"):
        day = UncertainDate.parse(row["reference_date"]) if row["reference_date"] else None
        mentions = find_mentions(row["text"], (), (), day)
        for one in row["expected"]:
            if not (one["explicit_year"] and row["unambiguous"] and one["start"] and one["category"] != "approx"):
                continue
            total += 1
            hit = [m for m in mentions if m.start < one["char_end"] and one["char_start"] < m.end]
            found += bool(hit)
            days = _days(hit[0]) if hit else None
            ends_differ = "end_convention" in one or "~" in one["text"] or one["text"].startswith("van 2014")
            exact += days is not None and days[0] == one["start"] and (ends_differ or days[1] == one["end"])
    assert total > 90
    assert found / total >= 0.95
    assert exact / total >= 0.84  # the rest is English, a file name, or what no dossier says (">= 2019")


def test_phrases_without_a_date_hold_none() -> None:
    told = {row["text"] for row in _lines("no_date.jsonl") if any(m.date for m in find_mentions(row["text"]))}
    assert told == set()
