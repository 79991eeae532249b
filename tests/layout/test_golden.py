"""The layout of a small family in words, at three scales. A change that is meant is taken over by hand.

To write the texts anew: `TIJDLIJN_GOLDEN=1 pytest tests/layout/test_golden.py`, and read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import case, entry, party, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.extents import entries_extent
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case

GOLDEN = Path(__file__).parents[1] / "golden"
SCALES = {"leven": 0.12, "jaren": 0.6, "maanden": 3.0}


def family() -> Case:
    """Noor and Sem, help that stops in 2015, a crowded spring of 2018, a placement, and what is not known."""
    crowd = [
        entry("actie", f"2018-0{3 + n % 3}-1{n % 9}", f"Actie {n} van het wijkteam", id=f"a{n:02}", parties=f"p{n % 5}")
        for n in range(14)
    ]
    return case(
        entry("hulpvraag", "2012-03-10", "Zorgen op school", persons="noor", parties="school", id="vraag", order=1),
        entry("interventie", "2013-01-01/2015-06-30", "Gezinsbehandeling", parties="kompas", id="hulp", order=2),
        entry("school", "2014-08-01/2022-07-15", "Basisschool De Linde", persons="noor", id="school", order=3),
        entry("gebeurtenis", None, "Ruzie met de buren", id="ruzie", order=4),
        entry("contact", "2016", "Huisarts belt", id="huisarts", order=5),
        *crowd,
        entry("ultimatum", "2018-05-20", "Meewerken of een melding", id="ultimatum", order=30),
        entry("uithuisplaatsing", "2018-06-02/2019-11", "Pleeggezin", persons="noor", id="weg", order=31,
              schakelmoment="uithuisplaatsing"),
        entry("interventie", "2019~/..", "Ambulante hulp", parties="kompas", id="loopt", order=32),
        entry("interventie", "2020-02-01/2020-08-01", "Vaste coach", scenario="Vaste coach", id="scenario", order=33),
        persons=[person("Noor", "2010-05-14", focus=True), person("Sem", "2013-09", focus=True)],
        parties=[party("School", "onderwijs"), party("Kompas", "jeugdhulp")],
        today=date(2021, 1, 1),
    )  # fmt: skip


def told(timeline: Timeline) -> Iterator[str]:
    """One line for every lane, entry, bundle, schakelmoment and finding, from top to bottom and left to right."""
    for turn in timeline.turns:
        yield f"◆ {turn.centre:8.1f}  rij {turn.row}  {turn.label}"
    for chip in timeline.chips:
        yield f"▒ {chip.left:8.1f}  rij {chip.row}  {chip.text}"
    for lane in timeline.lanes:
        yield f"── {lane.lane.name}  {lane.top:.1f} + {lane.height:.1f}, {lane.rows} rijen"
        for placed in lane.figures:
            figure, place = placed.figure, placed.place
            label = f"{place.side.value} {place.width:.1f} van {figure.label_width:.1f}  {figure.label}"
            yield f"   rij {place.row}  {figure.left:8.1f} … {figure.right:8.1f}  {label}"
        for bundle in lane.bundles:
            yield f"   bundel  {bundle.left:8.1f} … {bundle.right:8.1f}  {bundle.text}  {' '.join(bundle.ids)}"


@pytest.mark.parametrize("name", SCALES)
def test_the_layout_is_as_it_was(name: str) -> None:
    made = family()
    axis = Axis(entries_extent(made)[0], SCALES[name])
    timeline = lay_out(made, analyse(made), axis, SCREEN, Frame(560.0, with_header=True))
    text = "\n".join(told(timeline)) + "\n"
    kept = GOLDEN / f"tijdlijn-{name}.txt"
    if os.environ.get("TIJDLIJN_GOLDEN"):
        kept.write_text(text, "utf-8")
    assert text == kept.read_text("utf-8")
