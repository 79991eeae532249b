"""Every figure of a series as data: what it is called, what is counted, and where it is found.

The rule: screen, paper, workbook, terminal and JSON show the same figures in the same order, which is this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.series import Family
from tijdlijn.model.vocabulary import Kader

Figure = tuple[float, float]
"""Least and most of a figure."""


class Unit(StrEnum):
    """In what a figure is counted; euro figures are in euro, not in cents."""

    NUMBER = "aantal"
    DAYS = "dagen"
    YEARS = "jaar"
    EURO = "euro"


@dataclass(frozen=True, slots=True)
class Column:
    """A figure of every family: its name in files, what it is called in its group and where there
    is little room, and how it is found.

    `figures` gives none where it is not known, and several where it is one of each child. `rule` says in a sentence
    what is counted.
    """

    id: str
    group: str
    title: str
    short: str
    unit: Unit
    figures: Callable[[Family], tuple[Figure, ...]]
    rule: str
    per_child: bool = False

    @property
    def label(self) -> str:
        """Group and title, as one name."""
        return f"{self.group}: {self.title}"


def _one(find: Callable[[Family], Range | tuple[float, float] | int | None]) -> Callable[[Family], tuple[Figure, ...]]:
    def figures(family: Family) -> tuple[Figure, ...]:
        found = find(family)
        if found is None:
            return ()
        return (found,) if isinstance(found, tuple) else ((found, found),)

    return figures


def _euro(family: Family) -> tuple[float, float] | None:
    return (family.costs[0] / 100, family.costs[1] / 100) if family.costs else None


def _kader(kader: Kader | None) -> Callable[[Family], tuple[Figure, ...]]:
    return _one(lambda family: family.placements[kader])


KIDS, KNOWN, AWAY, GAPS, PANS, ASKED, WHO, MONEY = (
    "Kinderen",
    "Bekend",
    "Uithuisplaatsing",
    "Zonder hulp",
    "Snelkookpan",
    "Hulpvraag",
    "Betrokken",
    "Kosten",
)

COLUMNS: tuple[Column, ...] = (
    Column(
        "children",
        KIDS,
        "aantal",
        "kinderen",
        Unit.NUMBER,
        _one(lambda f: len(f.children)),
        "De kinderen om wie het gaat.",
    ),
    Column(
        "ages",
        KIDS,
        "leeftijd op peildatum",
        "leeftijd",
        Unit.YEARS,
        lambda f: tuple(child.age for child in f.children if child.age),
        "Van elk kind de hele jaren op de peildatum van zijn casus.",
        True,
    ),
    Column(
        "ages_placed",
        KIDS,
        "leeftijd bij eerste uithuisplaatsing",
        "bij uhp",
        Unit.YEARS,
        lambda f: tuple(child.age_placed for child in f.children if child.age_placed),
        "Van elk kind dat uit huis ging de hele jaren op dat moment.",
        True,
    ),
    Column(
        "years_known",
        KNOWN,
        "jaren",
        "jaren",
        Unit.YEARS,
        _one(lambda f: f.years_known),
        "Van de eerste hulp of hulpvraag tot de peildatum.",
    ),
    Column(
        "entries",
        KNOWN,
        "regels",
        "regels",
        Unit.NUMBER,
        _one(lambda f: f.entries),
        "Alle regels die vertellen wat er was.",
    ),
    Column(
        "late_in_view",
        KNOWN,
        "jaren tot de eerste hulp",
        "tot hulp",
        Unit.YEARS,
        _one(lambda f: f.late_in_view),
        "Van de eerste gebeurtenis, het eerste signaal of de eerste diagnose tot de eerste hulp; onder nul als de "
        "hulp er eerder was.",
    ),
    Column(
        "placements",
        AWAY,
        "aantal",
        "uhp",
        Unit.NUMBER,
        _one(lambda f: sum(f.placements.values())),
        "Van elk kind de uithuisplaatsingen, bij elkaar.",
    ),
    Column(
        "placements_voluntary",
        AWAY,
        "vrijwillig",
        "vrijwillig",
        Unit.NUMBER,
        _kader(Kader.VRIJWILLIG),
        "In vrijwillig kader.",
    ),
    Column("placements_pressed", AWAY, "drang", "drang", Unit.NUMBER, _kader(Kader.DRANG), "Onder drang."),
    Column(
        "placements_forced", AWAY, "gedwongen", "gedwongen", Unit.NUMBER, _kader(Kader.GEDWONGEN), "In gedwongen kader."
    ),
    Column(
        "placements_unknown",
        AWAY,
        "kader onbekend",
        "onbekend",
        Unit.NUMBER,
        _kader(None),
        "Het kader is niet ingevuld.",
    ),
    Column(
        "gaps",
        GAPS,
        "gaten",
        "gaten",
        Unit.NUMBER,
        _one(lambda f: f.gaps),
        "Perioden zonder hulp voor het hele gezin; zeker, en met de mogelijke erbij.",
    ),
    Column(
        "longest_gap",
        GAPS,
        "langste gat",
        "langste gat",
        Unit.DAYS,
        _one(lambda f: f.longest_gap),
        "Dagen van het langste gat; de dagen zeker zonder hulp, en alle.",
    ),
    Column(
        "gap_days",
        GAPS,
        "dagen",
        "gatdagen",
        Unit.DAYS,
        _one(lambda f: f.gap_days),
        "De dagen van alle gaten bij elkaar.",
    ),
    Column(
        "snelkookpannen",
        PANS,
        "aantal",
        "pannen",
        Unit.NUMBER,
        _one(lambda f: f.snelkookpannen),
        "Veel acties van veel partijen in korte tijd; zeker, en met de mogelijke erbij.",
    ),
    Column(
        "pans_before_placement",
        PANS,
        "voor uithuisplaatsing",
        "voor uhp",
        Unit.NUMBER,
        _one(lambda f: f.pans_before_placement),
        "Waarop binnen 42 dagen een uithuisplaatsing volgde.",
    ),
    Column("requests", ASKED, "aantal", "vragen", Unit.NUMBER, _one(lambda f: f.requests), "Alle hulpvragen."),
    Column(
        "early_requests",
        ASKED,
        "vroeg",
        "vroeg",
        Unit.NUMBER,
        _one(lambda f: f.early_requests),
        "Hoogstens 365 dagen na de eerste hulpvraag, het eerste signaal of de eerste hulp.",
    ),
    Column(
        "light_and_short",
        ASKED,
        "licht en kort antwoord",
        "licht, kort",
        Unit.NUMBER,
        _one(lambda f: f.light_and_short),
        "De hulp die volgde was licht en duurde hoogstens 183 dagen.",
    ),
    Column(
        "early_and_light",
        ASKED,
        "vroeg, met licht en kort antwoord",
        "vroeg, licht",
        Unit.NUMBER,
        _one(lambda f: f.early_and_light),
        "Beide.",
    ),
    Column(
        "unanswered",
        ASKED,
        "zonder antwoord",
        "onbeantw.",
        Unit.NUMBER,
        _one(lambda f: f.unanswered),
        "Er volgde geen hulp; of geen die er zeker op volgde.",
    ),
    Column(
        "waiting_days",
        ASKED,
        "wachtdagen",
        "wachtdagen",
        Unit.DAYS,
        _one(lambda f: f.waiting_days),
        "Dagen met een wachttijd, tot de peildatum; elke dag één keer.",
    ),
    Column(
        "parties",
        WHO,
        "partijen",
        "partijen",
        Unit.NUMBER,
        _one(lambda f: f.parties),
        "Organisaties en informele helpers die een regel noemt.",
    ),
    Column(
        "network_parties",
        WHO,
        "waarvan eigen netwerk",
        "netwerk",
        Unit.NUMBER,
        _one(lambda f: f.network_parties),
        "De informele helpers daarvan.",
    ),
    Column("workers", WHO, "medewerkers", "medew.", Unit.NUMBER, _one(lambda f: f.workers), "Die een regel noemt."),
    Column(
        "costs", MONEY, "totaal", "kosten", Unit.EURO, _one(_euro), "Van wat er gebeurde, waar een bedrag bekend is."
    ),
)
"""Every figure of the series, in the order of its table."""

COLUMNS_BY_ID: Mapping[str, Column] = {column.id: column for column in COLUMNS}
