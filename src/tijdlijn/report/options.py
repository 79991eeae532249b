"""How a case leaves the program on paper: the sheet, the parts and their order, and what is kept back.

One record for the window, the commands and the pages. Names of parts are words for programs; what users read of them
is in `PART_NAMES`. Nothing heavy is imported here, so that a dialog can have it at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from tijdlijn.drawing.paper_styles import PAGE, PAGE_BW
from tijdlijn.drawing.styles import PRINT, PRINT_BW, Theme
from tijdlijn.model.views import View

COVER, OVERVIEW, DETAIL, LOUPES, CHRONOLOGY = "cover", "overview", "detail", "loupes", "chronology"
FINDINGS, TURNS, PLACEMENTS, REQUESTS = "findings", "turns", "placements", "requests"
CONTINUITY, MISSING, CONTRADICTIONS = "continuity", "missing", "contradictions"
SCENARIOS, ACTIONS, PEOPLE, LEGEND, ACCOUNT = "scenarios", "actions", "people", "legend", "account"
AHEAD = "ahead"
COSTS = "costs"

PART_NAMES: Mapping[str, str] = MappingProxyType(
    {
        COVER: "Voorblad",
        OVERVIEW: "Overzicht",
        DETAIL: "Jaar voor jaar",
        LOUPES: "Snelkookpan onder de loep",
        CHRONOLOGY: "Chronologie met bronnen",
        FINDINGS: "Bevindingen",
        TURNS: "Schakelmomenten en reflecties",
        PLACEMENTS: "Uithuisplaatsingen",
        REQUESTS: "Hulpvragen en antwoorden",
        CONTINUITY: "Continuïteit",
        MISSING: "Wat nog niet bekend is",
        CONTRADICTIONS: "Bronnen die elkaar tegenspreken",
        COSTS: "Kosten",
        SCENARIOS: "Scenario's vergeleken",
        AHEAD: "Vooruit",
        ACTIONS: "Afspraken",
        PEOPLE: "Mensen en partijen",
        LEGEND: "Legenda",
        ACCOUNT: "Verantwoording",
    }
)
"""What each part is called, in the order in which all of them would be printed."""
PARTS: tuple[str, ...] = tuple(PART_NAMES)
USUAL_PARTS: tuple[str, ...] = (OVERVIEW, LOUPES, CHRONOLOGY, FINDINGS, PEOPLE, ACCOUNT)
"""What is printed unless somebody chooses."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The overview over `columns` × `rows` sheets of `paper`, of which neighbours share `overlap_mm`."""

    columns: int = 2
    rows: int = 2
    paper: str = "A3"
    overlap_mm: float = 15.0
    cut_marks: bool = True

    def __post_init__(self) -> None:
        if not (1 <= self.columns <= 12 and 1 <= self.rows <= 12 and 0 <= self.overlap_mm <= 50):
            raise ValueError(f"poster: {self}")


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a report is printed. `paper` is that of the overview, `text_paper` that of the tables; both lie the same way.

    `view` is how the overview, the loupes and the chronology are looked at; without it everything is, by kind. The
    findings are those that were computed: whoever lets them follow the filter computes them so. `parts` are printed in
    this order; `period` keeps what touches these days, an open side is no limit, and `only` these entries. `poster`
    prints the overview over several sheets, one page without. `ages` tells how old a child was in place of a day.
    `for_family` is in plain language and without judgements of others. `password` closes a PDF.
    """

    paper: str = "A3"
    landscape: bool = True
    view: View | None = None
    parts: tuple[str, ...] = USUAL_PARTS
    black_and_white: bool = False
    text_paper: str = "A4"
    period: tuple[date | None, date | None] = (None, None)
    only: frozenset[str] | None = None
    poster: Poster | None = None
    pseudonyms: bool = False
    ages: bool = False
    for_family: bool = False
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        unknown = [part for part in self.parts if part not in PART_NAMES]
        if unknown or not self.parts or len(set(self.parts)) < len(self.parts):
            raise ValueError(f"parts: {self.parts}")

    @property
    def theme(self) -> Theme:
        """The colours of the pages."""
        return {**PRINT_BW, **PAGE_BW} if self.black_and_white else {**PRINT, **PAGE}


@dataclass(frozen=True, slots=True)
class Preset:
    """A name for options that belong together, and what they are good for."""

    name: str
    about: str
    options: PageOptions

    def over(self, options: PageOptions) -> PageOptions:
        """The preset, with what belongs to this case and this moment: view, period, chosen entries and password."""
        return replace(
            self.options,
            view=options.view,
            period=options.period,
            only=options.only,
            password=options.password,
        )


PRESETS: tuple[Preset, ...] = (
    Preset(
        "Wandposter A0",
        "De hele tijdlijn op één blad, leesbaar op twee meter.",
        PageOptions(paper="A0", parts=(OVERVIEW,)),
    ),
    Preset(
        "Casusbespreking A3",
        "De tijdlijn om te bespreken, met de snelkookpannen, de schakelmomenten, de bevindingen en de afspraken.",
        PageOptions(parts=(OVERVIEW, LOUPES, TURNS, FINDINGS, AHEAD, ACTIONS, ACCOUNT)),
    ),
    Preset(
        "Dossierbijlage A4",
        "Alles, met bronnen en verantwoording, op papier van elke kantoorprinter.",
        PageOptions(paper="A4", parts=PARTS),
    ),
    Preset(
        "Voor het gezin",
        "In gewone taal, met de eigen woorden van het gezin voorop en zonder oordelen van anderen.",
        PageOptions(parts=(COVER, TURNS, OVERVIEW, CHRONOLOGY, ACTIONS, PEOPLE, LEGEND), for_family=True),
    ),
)


def preset(name: str) -> Preset | None:
    """The preset of this name, in any case; None when there is none."""
    return next((found for found in PRESETS if found.name.casefold() == name.strip().casefold()), None)
