"""Paper: how much memory a long chronology takes as a PDF, and how that grows with it. Prints sizes and ratios.

python benchmarks/paper_memory.py [ENTRIES ...]     2,500 and 10,000 unless said otherwise

Each size is made in a process of its own, as the peak of a process never goes down. Counted is what comes on top of the
program with the case and its findings in memory; a document of two entries was made before, so that no module is.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

CHILD = "--child"
SIZES = (2_500, 10_000)
MB = 1_048_576


def resident(what: str) -> int:
    """`VmHWM` (the most until now) or `VmRSS` (now) of this process, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{what}:")).split()[1]) * 1024


def measured(count: int) -> tuple[int, int, float]:
    """What the PDF of so many entries took on top of the case, how large it is, and in how many seconds."""
    from paper import family

    from tijdlijn.analysis.findings import analyse
    from tijdlijn.report.build import pdf_bytes
    from tijdlijn.report.options import PageOptions

    options = PageOptions(parts=("chronology",))
    few = family(2)
    pdf_bytes(few, analyse(few), options)
    case = family(count)
    analysis = analyse(case)
    before, start = resident("VmRSS"), time.perf_counter()
    size = len(pdf_bytes(case, analysis, options))
    return resident("VmHWM") - before, size, time.perf_counter() - start


def main() -> None:
    if sys.argv[1:2] == [CHILD]:
        print(*measured(int(sys.argv[2])))
        return
    first: float = 0
    for count in map(int, sys.argv[1:] or SIZES):
        ran = subprocess.run([sys.executable, __file__, CHILD, str(count)], capture_output=True, check=True, text=True)
        peak, size, took = map(float, ran.stdout.split())
        first = first or peak / count
        print(
            f"{count:7,} entries: {peak / MB:6.1f} MB on top of the case, {peak / size:5.1f} times the file, "
            f"{peak / count / first:5.2f} times as much an entry, {took:5.1f} s"
        )


if __name__ == "__main__":
    main()
