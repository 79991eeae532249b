"""How long a series of families takes: reading 200 cases of 300 entries from one casebook, and their figures.

    python benchmarks/series.py [FAMILIES] [ENTRIES]

Prints seconds of the clock and of the processor, and how often the progress was told. The goal is 3 seconds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.analyses import generated

from tijdlijn.analysis.series_json import series_json
from tijdlijn.model.casebook import Case
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.series import Gathering


def apart(case: Case, number: int) -> Case:
    """The case with ids that no other one has."""

    def id_(old: str) -> str:
        return f"familie{number:03}{old}"

    def ids(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(id_, old))

    return replace(
        case,
        id=id_("casus"),
        persons=tuple(replace(one, id=id_(one.id)) for one in case.persons),
        parties=tuple(replace(one, id=id_(one.id)) for one in case.parties),
        workers=tuple(replace(one, id=id_(one.id), party_id=id_(one.party_id)) for one in case.workers),
        sources=(),
        entries=tuple(
            replace(
                one,
                id=id_(one.id),
                person_ids=ids(one.person_ids),
                party_ids=ids(one.party_ids),
                worker_ids=ids(one.worker_ids),
                citations=(),
            )
            for one in case.entries
        ),
    )


def main(families: int, entries: int) -> None:
    """Make the casebook, close it, and measure as `tijdlijn series` does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reeks.tijdlijn"
        with OpenCasebook.create(path, "meten is weten") as book:
            for number in range(families):
                case = apart(generated(entries, number), number)
                book.commit_new(case, "Maak", Batch.of_case(case))
        told = []
        gathering = Gathering(date.today())
        clock, work = time.perf_counter(), time.process_time()
        added = gathering.add_file(path, ["meten is weten"], "json", lambda number, _: told.append(number))
        series_json(gathering.series, gathering.files)
        print(
            f"{added.families} families of {entries}: {time.perf_counter() - clock:.2f} s, "
            f"processor {time.process_time() - work:.2f} s, progress told {len(told)} times"
        )


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], 200, 300)[:2]))
