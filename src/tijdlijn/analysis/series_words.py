"""The figures of a series in Dutch: the same words on screen, on paper and on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.series import Family, Gender
from tijdlijn.analysis.series_anchor import BEFORE_DAYS, Anchor, Sign
from tijdlijn.analysis.series_columns import Column, Figure, Unit
from tijdlijn.analysis.series_summary import ALIKE, Aligned, Series
from tijdlijn.analysis.wording import number

NOTHING = "–"
"""Stands where a figure is not known."""
HOW = (
    "Een cijfer met een streepje (2–4) is onzeker: minstens en hoogstens, hoe de onzekere datums ook vallen. Bij gaten "
    "en snelkookpannen: zeker, en met de mogelijke erbij. Het zijn de cijfers van de bevindingen van elk gezin."
)
ONLY_FIGURES = "Alleen cijfers: geen namen, titels, teksten of datums. Elk gezin heet naar zijn plaats in de reeks."


def figure_words(figure: Figure, unit: Unit) -> str:
    """`3`, `2–4`, `€ 1.200–3.400`."""
    told = [_one(end, unit) for end in dict.fromkeys(figure)]
    words = "–".join(dict.fromkeys(told)) if figure[0] >= 0 else " tot ".join(dict.fromkeys(told))
    return f"€ {words}" if unit is Unit.EURO else words


def _one(value: float, unit: Unit) -> str:
    if unit is Unit.EURO:
        return f"{value:,.0f}".replace(",", ".")
    if value == int(value) and not (unit is Unit.YEARS and isinstance(value, float)):
        return str(int(value))
    return f"{value:.1f}".replace(".", ",")


def cell_words(column: Column, family: Family) -> str:
    """What stands in the row of a family: of several figures each, as of the children."""
    return ", ".join(figure_words(figure, column.unit) for figure in column.figures(family)) or NOTHING


def genders(family: Family) -> str:
    """`1 meisje, 1 jongen, 1 onbekend`."""
    plural = {Gender.MEISJE: "meisjes", Gender.JONGEN: "jongens", Gender.ONBEKEND: "onbekend"}
    found = [child.gender for child in family.children]
    return ", ".join(number(found.count(one), one.value, plural[one]) for one in Gender if one in found) or NOTHING


def identifying_words(series: Series) -> str:
    """Whether rows could tell who a family is; empty when none can."""
    found, all_ = len(series.recognisable), len(series.told)
    if not found:
        return ""
    which = "Elke rij kan" if found == all_ else f"{found} van de {all_} rijen kunnen"
    return (
        f"{which} een gezin herkenbaar maken: er zijn minder dan {ALIKE} gezinnen met evenveel kinderen van die "
        "leeftijd en evenveel uithuisplaatsingen. Wie het gezin kent, kan het herkennen, ook zonder naam. Deel zulke "
        "rijen alleen met wie dat mag; de verdelingen kunt u ook zonder de rijen bewaren."
    )


def aligned_title(anchor: Anchor) -> str:
    """`Rond de eerste uithuisplaatsing`."""
    return f"Rond {anchor.label}"


def range_words(count: Range) -> str:
    """`3`, `3–4`."""
    return "–".join(str(one) for one in dict.fromkeys(count))


def of_families(count: Range, of: int) -> str:
    """`3 van de 5 gezinnen`, `3–4 van de 5 gezinnen`."""
    many = range_words(count)
    return f"{many} van 1 gezin" if of == 1 else f"{many} van de {of} gezinnen"


def share_words(share: tuple[float, float]) -> str:
    """`60 %`, `60–80 %`."""
    parts = dict.fromkeys(f"{100 * part:.0f}" for part in share)
    return f"{'–'.join(parts)} %"


SIGN_WORDS = {
    Sign.ULTIMATUM: "een ultimatum",
    Sign.SNELKOOKPAN: "een snelkookpan",
    Sign.GEEN_HULP_THUIS: "geen hulp voor ouders of gezin",
    Sign.WACHTEN: "wachten op hulp",
}


def aligned_words(found: Aligned) -> Sequence[str]:
    """What came before the anchor, in sentences."""
    of = len(found.strips)
    if not of:
        return (f"Geen van de gezinnen heeft een {found.anchor.value}.",)
    told = [f"In de {BEFORE_DAYS} dagen voor {found.anchor.label} had:"]
    told += [
        f"{of_families(found.signs[sign], of)} {words} ({share_words(found.share(sign))})"
        for sign, words in SIGN_WORDS.items()
    ]
    if found.begins_later:
        told.append(f"Bij {found.begins_later} daarvan vertelt het dossier over minder dan die {BEFORE_DAYS} dagen.")
    if found.without:
        words = ("gezin heeft", "staat") if found.without == 1 else ("gezinnen hebben", "staan")
        told.append(f"{found.without} {words[0]} geen {found.anchor.value} en {words[1]} er niet bij.")
    return told
