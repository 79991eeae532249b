"""Paper: how long a report takes, against drawing the same number of bare labels. Prints times and ratios.

python benchmarks/paper.py            600 entries: overview on A3 and chronology (goal: under 1.5 s), A0 (2 s), all
python benchmarks/paper.py 10000      the chronology alone counts there (goal: under 15 s)
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from generate import invented

from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Drawing, Text
from tijdlijn.drawing.styles import Style
from tijdlijn.drawing.tags import FIGURE, tagged
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.render_pdf.document import PdfDocument
from tijdlijn.render_pdf.protection import encrypted
from tijdlijn.report.build import pdf_bytes, png_bytes, svg_text
from tijdlijn.report.options import PageOptions

MANY = 5_000
LABELS = 10_000
LABELS_GOAL = 0.3


def family(count: int) -> Case:
    """The invented case with what only paper shows: details, and a source with a passage for every entry."""
    case = invented(count)
    dice = random.Random(7)
    return replace(
        case, sources=(Source("s", "contactjournaal_export.xlsx"),), entries=tuple(_told(e, dice) for e in case.entries)
    )


def _told(entry: Entry, dice: random.Random) -> Entry:
    details = "In het overleg zijn afspraken gemaakt over wie het gezin bezoekt. " * dice.randrange(4)
    passage = "Gisteren heb ik moeder gesproken; zij maakt zich zorgen over het verzuim en slaapt slecht."
    return replace(entry, details=details, citations=(Citation("s", str(dice.randrange(40)), passage),))


def timed(make: Callable[[], object]) -> float:
    """The best of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        make()
        times.append(time.perf_counter() - start)
    return min(times)


def labels(count: int) -> bytes:
    """A page of bare labels: the floor."""
    texts = (Text(30 + n % 7 * 150, 20 + n // 7 % 80 * 10, f"Gesprek {n} over verzuim", "ink", 7) for n in range(count))
    document = PdfDocument("proef")
    document.add_page(Drawing(1190, 842, (tagged(FIGURE, texts, "proef"),)), {"ink": Style(fill="#000000")})
    return document.finish()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    case = family(count)
    analysis = analyse(case)
    labels(10)
    floor = timed(lambda: labels(LABELS))
    print(f"{LABELS} bare labels to PDF      {floor:6.3f} s   {floor / LABELS_GOAL:5.2f} x the figure to reach")
    both, chronology = PageOptions(parts=("overview", "chronology")), PageOptions(parts=("chronology",))
    plain = pdf_bytes(case, analysis, chronology)
    for name, goal, make in (
        ("overview A3 and chronology", 15.0 if count > MANY else 1.5, lambda: pdf_bytes(case, analysis, both)),
        ("chronology", 15.0 if count > MANY else 1.5, lambda: pdf_bytes(case, analysis, chronology)),
        ("overview A0", 2.0, lambda: pdf_bytes(case, analysis, PageOptions(paper="A0", parts=("overview",)))),
        ("the usual report", 15.0 if count > MANY else 2.0, lambda: pdf_bytes(case, analysis)),
        ("a password on a chronology", 0.5, lambda: encrypted(plain, "wilg-kade")),
        ("overview as SVG", 2.0, lambda: svg_text(case, analysis)),
        ("overview as PNG, 3508 px", 2.0, lambda: png_bytes(case, analysis)),
    ):
        took = timed(make)
        print(f"{count} entries, {name:<28}{took:6.3f} s   {took / goal:5.2f} x the goal of {goal:g} s")


if __name__ == "__main__":
    main()
