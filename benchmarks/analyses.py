"""How long all analyses take on a large case, and how that compares with sorting the same entries.

    python benchmarks/analyses.py [ENTRIES]

A machine's absolute times move by a factor of two between runs, so the ratio to the reference loop (sorting the entries
by day and title, ten times) is what to compare. Prints milliseconds, the best of five, each on a fresh snapshot.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from tijdlijn.analysis.ahead import find_ahead
from tijdlijn.analysis.continuity import find_continuity
from tijdlijn.analysis.costs import find_costs
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.gaps import find_gaps
from tijdlijn.analysis.involvement import find_involvement
from tijdlijn.analysis.missing import find_missing
from tijdlijn.analysis.placements import find_placements
from tijdlijn.analysis.requests import find_answers
from tijdlijn.analysis.schakelmomenten import find_aftermaths
from tijdlijn.analysis.silence import find_silences
from tijdlijn.analysis.snelkookpan import find_pressure
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import AimedAt, Kind, PlacementForm, RateUnit, Sector, Shape, Weight

FIRST, DAYS = date(2004, 1, 1), 7_300
SIZES = (600, 10_000)
OFTEN = {Kind.CONTACT: 6, Kind.ACTIE: 6, Kind.SIGNAAL: 3, Kind.BESLUIT: 3, Kind.GEBEURTENIS: 3, Kind.BEMOEIENIS: 2}
MIX = tuple(kind for kind in Kind for _ in range(OFTEN.get(kind, 1)))


def generated(count: int, seed: int = 1) -> Case:
    """A seeded case: every kind, contacts and actions most; uncertain dates of every sort, three children."""
    chance = random.Random(seed)
    children = [Person(f"k{i}", f"Kind {i}", "kind", UncertainDate.parse(f"{2004 + 3 * i}"), True) for i in range(3)]
    parties = [Party(f"p{i}", f"Partij {i}", chance.choice(list(Sector))) for i in range(40)]
    return Case(
        id="groot",
        title="Groot",
        today=FIRST + timedelta(DAYS),
        persons=tuple(children),
        parties=tuple(parties),
        workers=tuple(Worker(f"w{i}", f"Werker {i}", f"p{i % 40}") for i in range(120)),
        sources=tuple(Source(f"s{i}", f"Stuk {i}") for i in range(60)),
        entries=tuple(_entry(chance, number) for number in range(count)),
    )


def _entry(chance: random.Random, number: int) -> Entry:
    kind = chance.choice(MIX)
    maybe = chance.random
    return Entry(
        id=f"e{number}",
        kind=kind,
        title=f"{kind.label} {chance.randrange(3_000)}",
        date=UncertainDate.parse(_date(chance, kind)),
        order=number,
        person_ids=(f"k{chance.randrange(3)}",) if maybe() < 0.6 else (),
        party_ids=tuple(f"p{i}" for i in chance.sample(range(40), chance.choice((0, 1, 1, 2)))),
        worker_ids=(f"w{chance.randrange(120)}",) if maybe() < 0.3 else (),
        weight=chance.choice((None, *Weight)),
        form=chance.choice(list(PlacementForm)) if kind is Kind.UITHUISPLAATSING else None,
        aimed_at=chance.choice((None, *AimedAt)),
        schakelmoment="overig" if maybe() < 0.03 else "",
        cost_cents=chance.randrange(1_000_000) if maybe() < 0.1 else None,
        rate=Rate(45_000, chance.choice(list(RateUnit))) if maybe() < 0.1 else None,
        citations=(Citation(f"s{chance.randrange(60)}"),) if maybe() < 0.8 else (),
    )


def _date(chance: random.Random, kind: Kind) -> str:
    start = FIRST + timedelta(chance.choice((0, 0, 0, 900, 1_800, 3_600, 5_400)) + chance.randrange(1_500))
    if kind.shape is not Shape.SPAN:
        return _point(chance, start)
    end = start + timedelta(chance.randrange(40, 400))
    late = start > FIRST + timedelta(6_500)
    ends = (".." if late else "", *(6 * [end.isoformat()]), end.isoformat()[:7])
    return f"{_point(chance, start)}/{chance.choice(ends)}"


def _point(chance: random.Random, day: date) -> str:
    text = day.isoformat()
    season = f"{day.year}-2{day.month // 3}" if 3 <= day.month <= 11 else text[:7]
    return chance.choice((*(6 * [text]), text[:7], text[:7], f"{text}~", season, text[:4]))


def best_of_five(case: Case, act: Callable[[Case], object]) -> float:
    """Milliseconds of the fastest of five runs, each on a snapshot that has computed nothing yet."""
    times = []
    for _ in range(5):
        fresh = case.with_reference(case.reference)
        start = time.perf_counter()
        act(fresh)
        times.append(time.perf_counter() - start)
    return 1_000 * min(times)


def reference_loop(case: Case) -> None:
    """Sorting the entries by day and title, ten times."""
    for _ in range(10):
        sorted(case.entries, key=lambda e: (e.date.earliest if e.date else date.max, e.title))


PARTS: dict[str, Callable[[Case], object]] = {
    "gaps": find_gaps,
    "silence": find_silences,
    "snelkookpan": find_pressure,
    "involvement": find_involvement,
    "requests": find_answers,
    "schakelmomenten": find_aftermaths,
    "continuity": find_continuity,
    "placements": find_placements,
    "missing": find_missing,
    "costs": find_costs,
    "ahead": find_ahead,
}


def main() -> None:
    """Print the figures for the sizes asked for."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    for size in sizes:
        case = generated(size)
        loop = best_of_five(case, reference_loop)
        whole = best_of_five(case, analyse)
        print(f"{size} entries: everything {whole:.0f} ms, {whole / loop:.1f} times the reference loop ({loop:.1f} ms)")
        order = best_of_five(case, lambda fresh: fresh.actual)
        print(f"  {'days and order':16} {order:6.1f} ms")
        for name, part in PARTS.items():
            print(f"  {name:16} {best_of_five(case, part) - order:6.1f} ms")


if __name__ == "__main__":
    main()
