"""A seeded, invented case of any size for measurements: kinds, precisions and clusters as dossiers have them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import SCHAKELMOMENT_TYPES, Kind, Sector, Shape

WORDS = [
    "gesprek",
    "huisbezoek",
    "overleg",
    "melding",
    "zorgen",
    "school",
    "moeder",
    "thuis",
    "behandeling",
    "gezin",
    "start",
    "afsluiting",
    "wijkteam",
    "aanmelding",
    "intake",
    "evaluatie",
    "crisis",
    "verslag",
    "besluit",
    "plan",
    "afspraak",
    "verzuim",
    "opname",
    "terugkeer",
    "begeleiding",
]


def invented(count: int, seed: int = 1, years: int = 14) -> Case:
    """A case of `count` entries over some years, the same for the same numbers."""
    dice = random.Random(seed)
    first = date(2009, 1, 1)
    persons = (
        Person("p0", "Kind een", "kind", UncertainDate.parse("2009-05-14"), True),
        Person("p1", "Kind twee", "kind", UncertainDate.parse("2012-11-02"), True),
        Person("p2", "Moeder", "moeder"),
    )
    parties = tuple(Party(f"o{n}", f"Organisatie {n}", dice.choice(list(Sector))) for n in range(24))
    entries = tuple(_entry(dice, n, first, years, persons, parties) for n in range(count))
    return Case("c", "Gezin Meting", date(2009 + years, 1, 1), persons=persons, parties=parties, entries=entries)


def _entry(
    dice: random.Random, number: int, first: date, years: int, persons: tuple[Person, ...], parties: tuple[Party, ...]
) -> Entry:
    kind = dice.choices(list(Kind), [8, 3, 5, 14, 14, 6, 1, 2, 1, 6, 5, 3, 2, 3, 1, 1, 1, 1])[0]
    day = first + timedelta(dice.randrange(years * 365))
    text = dice.choices([day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y-%m}~"], [70, 20, 6, 4])[0]
    if kind.shape is Shape.SPAN:
        end = day + timedelta(dice.randrange(20, 400))
        text = f"{text}/{end:%Y-%m}" if dice.random() < 0.85 else f"{text}/{dice.choice(['..', ''])}"
    title = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(2, 7))).capitalize()
    turn = dice.choice(SCHAKELMOMENT_TYPES) if kind is Kind.GEBEURTENIS and dice.random() < 8 / (number + 9) else ""
    return Entry(
        f"e{number}",
        kind,
        title,
        UncertainDate.parse(text),
        float(number),
        person_ids=(dice.choice(persons).id,) if dice.random() < 0.7 else (),
        party_ids=tuple(dict.fromkeys(dice.choice(parties).id for _ in range(dice.randrange(0, 3)))),
        schakelmoment=turn,
    )
