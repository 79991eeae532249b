"""What a series says as a whole: each figure spread over the families, what came before the anchor, and whether a row
could tell who a family is.

The rule: a column is data, so that screen, paper, workbook, terminal and JSON show the same figures in the same order.
A median or quartile of `[min, max]` figures is that of the least and that of the most (quartiles: inclusive method).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles

from tijdlijn.analysis.certainty import Range, Status
from tijdlijn.analysis.series import Family, Told
from tijdlijn.analysis.series_anchor import ANCHORS, Anchor, Sign, Strip
from tijdlijn.model.vocabulary import Kader, Kind

ALIKE = 5
"""A family of which fewer than this many families are alike could be recognised by who knows it."""

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
    """A figure of every family: its name in files, what it is called in its group, and how it is found.

    `figures` gives none where it is not known, and several where it is one of each child. `rule` says in a sentence
    what is counted.
    """

    id: str
    group: str
    title: str
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
    Column("children", KIDS, "aantal", Unit.NUMBER, _one(lambda f: len(f.children)), "De kinderen om wie het gaat."),
    Column("ages", KIDS, "leeftijd op peildatum", Unit.YEARS,
           lambda f: tuple(child.age for child in f.children if child.age),
           "Van elk kind de hele jaren op de peildatum van zijn casus.", True),
    Column("ages_placed", KIDS, "leeftijd bij eerste uithuisplaatsing", Unit.YEARS,
           lambda f: tuple(child.age_placed for child in f.children if child.age_placed),
           "Van elk kind dat uit huis ging de hele jaren op dat moment.", True),
    Column("years_known", KNOWN, "jaren", Unit.YEARS, _one(lambda f: f.years_known),
           "Van de eerste hulp of hulpvraag tot de peildatum."),
    Column("entries", KNOWN, "regels", Unit.NUMBER, _one(lambda f: f.entries), "Alle regels die vertellen wat er was."),
    Column("late_in_view", KNOWN, "jaren tot de eerste hulp", Unit.YEARS, _one(lambda f: f.late_in_view),
           "Van de eerste gebeurtenis, het eerste signaal of de eerste diagnose tot de eerste hulp; onder nul als de "
           "hulp er eerder was."),
    Column("placements", AWAY, "aantal", Unit.NUMBER, _one(lambda f: sum(f.placements.values())),
           "Van elk kind de uithuisplaatsingen, bij elkaar."),
    Column("placements_voluntary", AWAY, "vrijwillig", Unit.NUMBER, _kader(Kader.VRIJWILLIG), "In vrijwillig kader."),
    Column("placements_pressed", AWAY, "drang", Unit.NUMBER, _kader(Kader.DRANG), "Onder drang."),
    Column("placements_forced", AWAY, "gedwongen", Unit.NUMBER, _kader(Kader.GEDWONGEN), "In gedwongen kader."),
    Column("placements_unknown", AWAY, "kader onbekend", Unit.NUMBER, _kader(None), "Het kader is niet ingevuld."),
    Column("gaps", GAPS, "gaten", Unit.NUMBER, _one(lambda f: f.gaps),
           "Perioden zonder hulp voor het hele gezin; zeker, en met de mogelijke erbij."),
    Column("longest_gap", GAPS, "langste gat", Unit.DAYS, _one(lambda f: f.longest_gap),
           "Dagen van het langste gat; de dagen zeker zonder hulp, en alle."),
    Column("gap_days", GAPS, "dagen", Unit.DAYS, _one(lambda f: f.gap_days), "De dagen van alle gaten bij elkaar."),
    Column("snelkookpannen", PANS, "aantal", Unit.NUMBER, _one(lambda f: f.snelkookpannen),
           "Veel acties van veel partijen in korte tijd; zeker, en met de mogelijke erbij."),
    Column("pans_before_placement", PANS, "voor uithuisplaatsing", Unit.NUMBER,
           _one(lambda f: f.pans_before_placement), "Waarop binnen 42 dagen een uithuisplaatsing volgde."),
    Column("requests", ASKED, "aantal", Unit.NUMBER, _one(lambda f: f.requests), "Alle hulpvragen."),
    Column("early_requests", ASKED, "vroeg", Unit.NUMBER, _one(lambda f: f.early_requests),
           "In de eerste 365 dagen na de eerste hulpvraag, het eerste signaal of de eerste hulp."),
    Column("light_and_short", ASKED, "licht en kort antwoord", Unit.NUMBER, _one(lambda f: f.light_and_short),
           "De hulp die volgde was licht en duurde hoogstens 183 dagen."),
    Column("early_and_light", ASKED, "vroeg, met licht en kort antwoord", Unit.NUMBER,
           _one(lambda f: f.early_and_light), "Beide."),
    Column("unanswered", ASKED, "zonder antwoord", Unit.NUMBER, _one(lambda f: f.unanswered),
           "Er volgde geen hulp; of geen die er zeker op volgde."),
    Column("waiting_days", ASKED, "wachtdagen", Unit.DAYS, _one(lambda f: f.waiting_days),
           "Dagen met een wachttijd, tot de peildatum; elke dag één keer."),
    Column("parties", WHO, "partijen", Unit.NUMBER, _one(lambda f: f.parties),
           "Organisaties en informele helpers die een regel noemt."),
    Column("network_parties", WHO, "waarvan eigen netwerk", Unit.NUMBER, _one(lambda f: f.network_parties),
           "De informele helpers daarvan."),
    Column("workers", WHO, "medewerkers", Unit.NUMBER, _one(lambda f: f.workers), "Die een regel noemt."),
    Column("costs", MONEY, "totaal", Unit.EURO, _one(_euro), "Van wat er gebeurde, waar een bedrag bekend is."),
)  # fmt: skip
"""Every figure of the series, in the order of its table."""

COLUMNS_BY_ID: Mapping[str, Column] = {column.id: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Spread:
    """A column over all families. `figures` are sorted; `unknown` counts the families that have none.

    `least`, `lower`, `median`, `upper`, `most` and `total` are None without figures.
    """

    column: Column
    figures: tuple[Figure, ...]
    unknown: int
    least: Figure | None = None
    lower: Figure | None = None
    median: Figure | None = None
    upper: Figure | None = None
    most: Figure | None = None
    total: Figure | None = None


def spread(column: Column, families: Sequence[Family]) -> Spread:
    """How a figure is spread over the families."""
    of_each = [column.figures(family) for family in families]
    figures = sorted(figure for found in of_each for figure in found)
    unknown = sum(not found for found in of_each)
    if not figures:
        return Spread(column, (), unknown)
    lows, highs = sorted(low for low, _ in figures), sorted(high for _, high in figures)
    quarters = [_quarters(ends) for ends in (lows, highs)]
    return Spread(
        column,
        tuple(figures),
        unknown,
        (lows[0], highs[0]),
        (quarters[0][0], quarters[1][0]),
        (float(median(lows)), float(median(highs))),
        (quarters[0][1], quarters[1][1]),
        (lows[-1], highs[-1]),
        (sum(lows), sum(highs)),
    )


def _quarters(ends: Sequence[float]) -> tuple[float, float]:
    if len(ends) < 2:
        return ends[0], ends[0]
    lower, _, upper = quantiles(ends, n=4, method="inclusive")
    return lower, upper


@dataclass(frozen=True, slots=True)
class KindBefore:
    """How many of a kind started before the anchor, over all families that have one: the sum, and in how many families
    at least one did."""

    kind: Kind
    total: Range
    families: Range


@dataclass(frozen=True, slots=True)
class Aligned:
    """The families around one anchor. `signs` says of how many families a sign is sure, and sure or possible.

    `without` counts the families that have no such anchor; `begins_later` those whose dossier tells of less than all
    the days before it.
    """

    anchor: Anchor
    strips: tuple[Strip, ...]
    without: int
    begins_later: int
    kinds: tuple[KindBefore, ...]
    signs: Mapping[Sign, Range]

    def share(self, sign: Sign) -> tuple[float, float]:
        """The part of the families with an anchor, 0 to 1, at least and at most."""
        number = len(self.strips) or 1
        least, most = self.signs[sign]
        return least / number, most / number


def aligned(families: Sequence[Told], anchor: Anchor) -> Aligned:
    """All families around this anchor, in the order of the series."""
    strips = tuple(told.strips[anchor] for told in families if anchor in told.strips)
    kinds = (_kind_before(kind, strips) for kind in Kind)
    return Aligned(
        anchor,
        strips,
        without=len(families) - len(strips),
        begins_later=sum(strip.begins_later for strip in strips),
        kinds=tuple(kind for kind in kinds if kind.total[1]),
        signs={sign: _how_many(sign, strips) for sign in Sign},
    )


def _kind_before(kind: Kind, strips: Sequence[Strip]) -> KindBefore:
    found = [strip.before.get(kind, (0, 0)) for strip in strips]
    return KindBefore(
        kind,
        (sum(low for low, _ in found), sum(high for _, high in found)),
        (sum(low > 0 for low, _ in found), sum(high > 0 for _, high in found)),
    )


def _how_many(sign: Sign, strips: Sequence[Strip]) -> Range:
    found = [strip.signs[sign] for strip in strips if sign in strip.signs]
    return found.count(Status.ZEKER), len(found)


def recognisable(families: Sequence[Family]) -> frozenset[int]:
    """The numbers of the families that fewer than five are alike to: as many children of the same ages and gender, as
    often placed. Who knows such a family could recognise it."""
    alike = Counter(map(_looks, families))
    return frozenset(family.number for family in families if alike[_looks(family)] < ALIKE)


def _looks(family: Family) -> tuple[object, ...]:
    children = sorted((child.age or (-1, -1), child.gender) for child in family.children)
    return tuple(children), sum(family.placements.values())


@dataclass(frozen=True, slots=True)
class Series:
    """All of a series: what is kept of each family. What it says as a whole is worked out when it is asked for."""

    told: tuple[Told, ...] = ()

    @property
    def families(self) -> tuple[Family, ...]:
        return tuple(one.family for one in self.told)

    def spread(self, column: Column) -> Spread:
        """How a figure is spread over the families."""
        return spread(column, self.families)

    def aligned(self, anchor: Anchor) -> Aligned:
        """The families around this anchor."""
        return aligned(self.told, anchor)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors that at least one family has."""
        return tuple(anchor for anchor in ANCHORS if any(anchor in one.strips for one in self.told))

    @property
    def recognisable(self) -> frozenset[int]:
        """The numbers of the families that could be recognised."""
        return recognisable(self.families)
