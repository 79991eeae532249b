"""Costs in words and in tables of whole euros: what screen, paper and files show of them.

The rule: what is not known is said beside every total. Parts are rounded to whole euros so that they add up to the
whole, which is rounded to the nearest (`rounding`); years that may share what falls in either do not add up, and the
table says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.costs import Totals
from tijdlijn.analysis.rate_doubts import OtherYear, RateDoubts
from tijdlijn.analysis.rounding import adding_up, rounded_range
from tijdlijn.analysis.savings import BeforeAfter, Saving, Years
from tijdlijn.analysis.wording import number, period
from tijdlijn.language.dates_nl import shown, write_period
from tijdlijn.language.money_nl import euros, percentage, whole_range
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind

NO_PARTY, NO_PAYER = "geen partij genoemd", "niet bekend wie betaalt"
HAPPENED = "Wat er gebeurde"
ROUNDING = (
    "Bedragen zijn in hele euro's. De delen zijn zo afgerond dat ze samen het geheel zijn. Een onzekere datum geeft "
    "een laagste en een hoogste bedrag; een tarief per maand of jaar is dat van de kalender."
)
STARTS = (Kind.UITHUISPLAATSING, Kind.INTERVENTIE, Kind.BEMOEIENIS, Kind.MAATREGEL, Kind.BESCHIKKING)
"""Kinds whose start is a moment around which costs can be compared, beside the schakelmomenten."""
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Part:
    """A row of a table: what it is, and what that costs in whole euros."""

    name: str
    euros: Range


@dataclass(frozen=True, slots=True)
class Parts:
    """A table of parts; `adds_up` says whether they are the whole together."""

    title: str
    rows: tuple[Part, ...]
    adds_up: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment around which costs can be compared: what it is called, and the days between which it lies."""

    entry_id: str
    name: str
    first: date
    last: date

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last


# Tables


def total_of(totals: Totals) -> Range:
    """The total in whole euros."""
    return rounded_range(totals.total, 100)


def tables(case: Case, totals: Totals) -> tuple[Parts, ...]:
    """By year, payer, party and kind, in whole euros; without costs none. A year between others that cost nothing is
    among them; parties and kinds stand in order of what they cost."""
    if not totals.entry_ids:
        return ()
    years = range(min(totals.per_year), max(totals.per_year) + 1)
    per_year = {year: totals.per_year.get(year, (0, 0)) for year in years}
    parties = {id_: case.parties_by_id[id_].name if id_ else NO_PARTY for id_ in totals.per_party}
    payers = {payer: payer.label if payer else NO_PAYER for payer in totals.per_payer}
    return (
        _parts("Per jaar", per_year, {year: str(year) for year in years}, totals),
        _parts("Per betaler", totals.per_payer, payers, totals),
        _by_cost(_parts("Per partij", totals.per_party, parties, totals)),
        _by_cost(_parts("Per soort", totals.per_kind, {kind: kind.label for kind in totals.per_kind}, totals)),
    )


def _parts(title: str, cents: Mapping[Key, Range], names: Mapping[Key, str], totals: Totals) -> Parts:
    together = sum(low for low, _ in cents.values()), sum(high for _, high in cents.values())
    adds_up = together == totals.total
    if adds_up:
        found = adding_up(cents, 100, total_of(totals))
    else:
        found = {key: rounded_range(figure, 100) for key, figure in cents.items()}
    return Parts(title, tuple(Part(names[key], figure) for key, figure in found.items()), adds_up)


def _by_cost(parts: Parts) -> Parts:
    rows = sorted(parts.rows, key=lambda part: (-part.euros[1], -part.euros[0], part.name))
    return Parts(parts.title, tuple(rows), parts.adds_up)


# Sentences


def total_words(totals: Totals) -> str:
    """The total and over how many entries."""
    if not totals.entry_ids:
        return "Er staat nog geen bedrag of tarief bij een regel met een datum."
    lines = number(len(totals.entry_ids), "regel", "regels")
    return f"Samen {whole_range(total_of(totals))}, van {lines} met een bedrag of tarief."


def unknown_words(case: Case, totals: Totals) -> tuple[str, ...]:
    """What is not known of the costs of a scenario, a sentence each; none when nothing is missing."""
    return tuple(_unknown(case, totals))


def _unknown(case: Case, totals: Totals) -> Iterator[str]:
    if totals.unpriced:
        lines = number(len(totals.unpriced), "regel", "regels")
        yield f"Van {lines} hulp is geen bedrag bekend: {_kinds(case, totals.unpriced)}."
    if totals.undated:
        told = "1 bedrag telt" if len(totals.undated) == 1 else f"{len(totals.undated)} bedragen tellen"
        yield f"{told} niet mee, want die regels hebben geen datum."
    unknown = totals.per_payer.get(None)
    if unknown and unknown[1]:
        yield f"Van {euros(unknown)} is niet bekend wie betaalt."
    if totals.total[0] != totals.total[1]:
        yield "Het bedrag heeft een laagste en een hoogste, want niet elke datum is zeker."
    kinds = totals.per_kind
    if Kind.BESCHIKKING in kinds and (Kind.INTERVENTIE in kinds or Kind.UITHUISPLAATSING in kinds):
        yield "Er staan bedragen bij beschikkingen én bij de hulp zelf; kijk na of daarbij iets dubbel telt."


def _kinds(case: Case, ids: tuple[str, ...]) -> str:
    counts = Counter(case.entries_by_id[id_].kind for id_ in ids)
    return ", ".join(number(count, kind.label, kind.plural) for kind, count in counts.most_common())


def doubt_words(doubts: RateDoubts) -> tuple[str, ...]:
    """What may not hold of the amounts, in general; the entries of another year are told one by one (`other_year`)."""
    found = []
    if doubts.unsourced:
        lines = number(len(doubts.unsourced), "regel", "regels")
        found.append(f"Bij {lines} met een bedrag staat niet waar dat vandaan komt.")
    if doubts.other_year:
        lines = "1 regel heeft" if len(doubts.other_year) == 1 else f"{len(doubts.other_year)} regels hebben"
        found.append(f"{lines} een tarief van een ander jaar, of mogelijk van een ander jaar.")
    return tuple(found)


def other_year(case: Case, doubt: OtherYear) -> str:
    """ "Pleeggezin (2021 – 2023): tarief van 2021 (zeker)"."""
    entry = case.entries_by_id[doubt.entry_id]
    years = str(doubt.first) if doubt.first == doubt.last else f"{doubt.first} – {doubt.last}"
    return f"{_title(entry)} ({years}): tarief van {doubt.year} ({doubt.status.value})"


# Before and after


def moments(case: Case) -> tuple[Moment, ...]:
    """The moments around which costs can be compared, in time order: schakelmomenten, and where help, a measure or a
    placement began."""
    return tuple(moment(case, entry) for entry in case.actual if entry.schakelmoment or entry.kind in STARTS)


def moment(case: Case, entry: Entry) -> Moment:
    """The start of an entry that has a date."""
    bounds = case.bounds[entry.id]
    first, last = date.fromordinal(bounds.start_min), date.fromordinal(bounds.start_max)
    what = f"schakelmoment {entry.schakelmoment}" if entry.schakelmoment else entry.kind.label
    return Moment(entry.id, f"{shown(_begin(entry))} · {_title(entry)} ({what})", first, last)


def _begin(entry: Entry) -> UncertainDate | None:
    """The date of a moment; of a period, where it begins."""
    when = entry.date
    if when is None or when.start is None or not entry.is_span:
        return when
    return UncertainDate.parse(when.start.edtf)


def plain_moment(case: Case, one: Moment) -> str:
    """What a moment is without the words of the dossier: "schakelmoment verhuizing, mei 2019"."""
    entry = case.entries_by_id.get(one.entry_id)
    when = write_period(one.first, one.last)
    return f"{entry.kind.label}{', schakelmoment' if entry.schakelmoment else ''}, {when}" if entry else when


def compared_words(found: BeforeAfter) -> tuple[str, ...]:
    """What is compared with what, and what that shows."""
    return tuple(_compared(found))


def _compared(found: BeforeAfter) -> Iterator[str]:
    before, after = found.before, found.after
    if before is None:
        yield "Vóór dit moment is er geen heel jaar met bedragen; er is niets te vergelijken."
    if after is None:
        yield "Na dit moment is er nog geen heel jaar tot de peildatum; er is niets te vergelijken."
    if before is None or after is None or found.difference is None:
        return
    yield f"Per jaar ervoor {euros(before.a_year)}, per jaar erna {euros(after.a_year)}."
    yield f"Dat is {', '.join(filter(None, (difference(found.difference), part_words(found))))}."
    yield f"Vergeleken: {_years(before)}, met {_years(after)}."
    if found.first != found.last:
        yield f"Het moment ligt ergens {period(found.first, found.last)}; die dagen tellen in geen van beide mee."
    if before.unpriced or after.unpriced:
        told = [(len(years.unpriced), when) for years, when in ((before, "ervoor"), (after, "erna")) if years.unpriced]
        lines = " en ".join(f"{number(count, 'regel', 'regels')} hulp {when}" for count, when in told)
        yield f"Van {lines} is geen bedrag bekend: het werkelijke verschil kan anders zijn."


def difference(figure: Range) -> str:
    """What is saved or costs more: "€ 6.537 minder", "€ 9.342 – 9.415 meer", "€ 200 meer tot € 300 minder"."""
    low, high = figure
    if rounded_range(figure, 100) == (0, 0):
        return "evenveel"
    if low >= 0:
        return f"{euros(figure)} minder"
    if high <= 0:
        return f"{euros((-high, -low))} meer"
    return f"{euros((-low, -low))} meer tot {euros((high, high))} minder"


def part_words(found: BeforeAfter | Saving) -> str:
    """Which part of what it was a difference is, whichever way it goes; empty when it may go either way."""
    part = found.percentage
    if part is None or part[0] < 0 < part[1]:
        return ""
    return percentage(part if part[0] >= 0 else (-part[1], -part[0]))


def families_words(saving: Saving, unknown: int = 0) -> str:
    """Families together: "11 gezinnen: € 98.120 per jaar ervoor, € 26.213 erna. Dat is € 71.907 minder, 73,3%." and how
    many there are besides of which not both amounts are known."""
    if not saving.families:
        return "Nog van geen gezin is bekend wat hulp voor en na per jaar kostte."
    told = number(len(saving.families), "gezin", "gezinnen")
    part = ", ".join(filter(None, (difference(saving.difference), part_words(saving))))
    rest = f" Van {number(unknown, 'ander gezin', 'andere gezinnen')} is dat niet bekend." if unknown else ""
    return f"{told}: {euros(saving.before)} per jaar ervoor, {euros(saving.after)} erna. Dat is {part}.{rest}"


def _years(years: Years) -> str:
    count = "het jaar" if years.number == 1 else f"de {years.number} jaar"
    return f"{count} {period(years.first, years.last)}"


def _title(entry: Entry) -> str:
    return " ".join(entry.title.split()) or entry.kind.label
