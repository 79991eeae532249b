"""Makes the shipped example of a series: eleven invented families as JSON exports, the same on every machine.

    python benchmarks/example_series.py resources/example/reeks

Their courses are of a few sorts that youth care knows (asked early and answered lightly, seen late, a long wait, a
snelkookpan before a placement, help that stayed), so that the pictures of a series have something to show. Nobody in
them exists.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tijdlijn.exchange.tables_out import json_bytes
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry, Rate
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import AimedAt, Kader, Kind, PlacementForm, RateUnit, Sector, Weight

REFERENCE = date(2025, 9, 1)
CHILDREN = ("Jip", "Saar", "Milan", "Fenna", "Daan", "Yara", "Bram", "Noé", "Lotte", "Sami", "Tess", "Kai", "Evi")
PARTIES = (
    Party("wijkteam", "Wijkteam De Brug", Sector.GEMEENTE),
    Party("school", "Basisschool De Regenboog", Sector.ONDERWIJS),
    Party("jgz", "Jeugdgezondheidszorg", Sector.JGZ),
    Party("huisarts", "Huisartsenpraktijk Noord", Sector.HUISARTS),
    Party("vt", "Veilig Thuis", Sector.VEILIG_THUIS),
    Party("raad", "Raad voor de Kinderbescherming", Sector.RAAD),
    Party("gi", "Jeugdbescherming Rivierenland", Sector.GI),
    Party("jeugdhulp", "De Waterlelie jeugdhulp", Sector.JEUGDHULP),
    Party("ggz", "Jeugd-ggz De Overkant", Sector.JEUGD_GGZ),
    Party("vggz", "Ggz voor volwassenen Mozaïek", Sector.VOLWASSENEN_GGZ),
    Party("politie", "Politie, wijkagent", Sector.POLITIE_JUSTITIE),
    Party("oma", "Oma van moederskant", Sector.NETWERK),
)


@dataclass
class Story:
    """A family while it is made up."""

    number: int
    dice: random.Random
    children: list[Person]
    entries: list[Entry] = field(default_factory=list)

    def add(self, kind: Kind, when: str, title: str, parties: str = "", child: int | None = None, **more: Any) -> None:
        who = (self.children[child].id,) if child is not None else ()
        workers = tuple(f"{name}-{self.dice.randrange(3)}" for name in parties.split() if name != "oma")[:1]
        number = len(self.entries)
        self.entries.append(
            Entry(
                f"reeks{self.number:02}regel{number:03}",
                kind,
                title,
                UncertainDate.parse(when),
                float(number),
                person_ids=who,
                party_ids=tuple(parties.split()),
                worker_ids=workers,
                **more,
            )
        )

    def near(self, day: date) -> str:
        """The day as a dossier tells it: mostly exactly, now and then the month or the season."""
        form = self.dice.random()
        if form < 0.72:
            return day.isoformat()
        return f"{day:%Y-%m}" if form < 0.94 else f"{day.year}-{21 + day.month % 12 // 3 if day.month != 12 else 24}"


def after(day: date, days: int) -> date:
    return day + timedelta(days)


def families() -> Iterator[Case]:
    """All eleven."""
    for number in range(1, 12):
        dice = random.Random(4_200 + number)
        yield _family(number, dice)


def _family(number: int, dice: random.Random) -> Case:
    count = dice.choice((1, 1, 2, 2, 3))
    births = sorted(
        date(dice.randrange(2008, 2016), dice.randrange(1, 13), dice.randrange(1, 28)) for _ in range(count)
    )
    roles = ("dochter", "zoon", "kind")
    children = [
        Person(
            f"kind{at}",
            CHILDREN[(number * 3 + at) % len(CHILDREN)],
            roles[(number + at) % 3],
            UncertainDate.parse(birth.isoformat()),
            True,
            order=at,
        )
        for at, birth in enumerate(births)
    ]
    story = Story(number, dice, children)
    _first_years(story, births[0])
    known = after(births[0], 365 * dice.randrange(3, 7) + dice.randrange(300))
    asked = _asked(story, known)
    course = (number - 1) % 5
    turn = after(asked, dice.randrange(420, 900))
    story.add(
        Kind.GEBEURTENIS,
        story.near(turn),
        dice.choice(("Ouders gaan uit elkaar", "Vader verliest zijn werk", "Verhuizing naar een andere wijk")),
        schakelmoment=dice.choice(("echtscheiding", "verhuizing")),
    )
    if course in (0, 1, 3):
        _placed(story, after(turn, dice.randrange(150, 420)), heavy=course != 3)
    elif course == 2:
        _stays(story, turn)
    else:
        _seen_late(story, turn)
    workers = {id_: id_.rpartition("-")[0] for entry in story.entries for id_ in entry.worker_ids}
    return Case(
        f"reeks{number:02}",
        f"Voorbeeldgezin {number}",
        REFERENCE,
        code=f"VB-{number:02}",
        reference_day=REFERENCE,
        persons=(*children, Person("moeder", "Mirjam", "moeder", order=8), Person("vader", "Ruben", "vader", order=9)),
        parties=PARTIES,
        workers=tuple(
            Worker(id_, f"Medewerker {place}", party) for place, (id_, party) in enumerate(workers.items(), 1)
        ),
        entries=tuple(story.entries),
    )


def _first_years(story: Story, birth: date) -> None:
    story.add(
        Kind.GEBEURTENIS, f"{after(birth, 500):%Y-%m}", "Zorgen op het consultatiebureau over slapen en eten", "jgz", 0
    )
    if story.number % 3 == 0:
        story.add(Kind.CONTACT, story.near(after(birth, 700)), "Gesprek met de jeugdverpleegkundige", "jgz", 0)
    school = after(birth, 1_470)
    story.add(Kind.SCHOOL, f"{school:%Y-%m}/..", "Basisschool De Regenboog", "school", 0)


def _asked(story: Story, known: date) -> date:
    """A first request with a light and short answer, and a wait for what came next."""
    dice = story.dice
    day = known
    story.add(
        Kind.HULPVRAAG,
        story.near(day),
        "Moeder vraagt hulp bij de opvoeding",
        "wijkteam",
        0,
        domains=("opvoeden en opgroeien",),
    )
    begin = after(day, dice.randrange(20, 90))
    end = after(begin, dice.randrange(60, 170))
    story.add(
        Kind.INTERVENTIE,
        f"{begin}/{end}",
        "Opvoedondersteuning, vijf gesprekken",
        "wijkteam",
        0,
        weight=Weight.LICHT,
        aimed_at=AimedAt.OUDER,
        kader=Kader.VRIJWILLIG,
        cost_cents=145_000,
        goal="Rust en regelmaat thuis",
        outcome="Deels behaald",
        domains=("opvoeden en opgroeien",),
    )
    again = after(end, dice.randrange(150, 420))
    story.add(
        Kind.SIGNAAL,
        story.near(again),
        "School belt: vaak te laat en druk in de klas",
        "school",
        0,
        domains=("onderwijs",),
    )
    story.add(
        Kind.HULPVRAAG,
        story.near(after(again, 40)),
        "Ouders vragen om onderzoek",
        "huisarts",
        0,
        domains=("psychische gezondheid",),
    )
    wait = after(again, 60)
    treated = after(wait, dice.randrange(90, 260))
    story.add(Kind.WACHTTIJD, f"{wait}/{after(treated, -1)}", "Wacht op de jeugd-ggz", "ggz", 0)
    story.add(
        Kind.DIAGNOSE,
        story.near(after(treated, 70)),
        "Onderzoek: ADHD, en veel spanning",
        "ggz",
        0,
        domains=("psychische gezondheid",),
    )
    story.add(
        Kind.INTERVENTIE,
        f"{treated}/{after(treated, dice.randrange(150, 300))}",
        "Behandeling bij de jeugd-ggz",
        "ggz",
        0,
        weight=Weight.MIDDEL,
        aimed_at=AimedAt.KIND,
        kader=Kader.VRIJWILLIG,
        rate=Rate(31_500, RateUnit.WEEK),
        domains=("psychische gezondheid",),
    )
    return again


def _placed(story: Story, day: date, *, heavy: bool) -> None:
    """Weeks in which everybody acts, and a placement."""
    dice = story.dice
    child = len(story.children) - 1 if dice.random() < 0.3 else 0
    story.add(
        Kind.SIGNAAL,
        story.near(after(day, -dice.randrange(110, 170))),
        "Zorgmelding van de politie na ruzie thuis",
        "politie",
        domains=("veiligheid",),
    )
    story.add(
        Kind.WACHTTIJD,
        f"{after(day, -150)}/{after(day, -dice.randrange(20, 60))}",
        "Wacht op hulp voor het gezin",
        "jeugdhulp",
    )
    if dice.random() < 0.5:
        story.add(
            Kind.BEMOEIENIS,
            f"{after(day, -140)}/{after(day, 30)}",
            "Wijkteam komt elke week langs",
            "wijkteam",
            aimed_at=AimedAt.GEZIN,
            kader=Kader.DRANG,
        )
    if heavy:
        steps = (
            (-40, Kind.SIGNAAL, "Melding bij Veilig Thuis", "vt school"),
            (-34, Kind.ACTIE, "Veilig Thuis bezoekt het gezin", "vt"),
            (-27, Kind.ULTIMATUM, "Ouders moeten binnen twee weken meewerken", "wijkteam"),
            (-21, Kind.BESLUIT, "Verzoek tot onderzoek door de Raad", "raad vt"),
            (-14, Kind.ACTIE, "Spoedoverleg op school", "school wijkteam"),
            (-9, Kind.ULTIMATUM, "Nog één incident en het kind gaat uit huis", "gi"),
            (-4, Kind.BESLUIT, "Spoedmachtiging wordt gevraagd", "raad gi"),
        )
        for days, kind, title, parties in steps:
            story.add(
                kind,
                story.near(after(day, days)) if kind is Kind.ACTIE else after(day, days).isoformat(),
                title,
                parties,
                child,
                domains=("veiligheid",),
            )
        story.add(Kind.MAATREGEL, f"{day}/..", "Ondertoezichtstelling", "gi", child, kader=Kader.GEDWONGEN)
    form = dice.choice((PlacementForm.NETWERK, PlacementForm.PLEEGZORG, PlacementForm.LEEFGROEP))
    home = after(day, dice.randrange(120, 520))
    last = home.isoformat() if dice.random() < 0.7 else ".."
    kader = Kader.GEDWONGEN if heavy else Kader.VRIJWILLIG
    story.add(
        Kind.UITHUISPLAATSING,
        f"{story.near(day)}/{last}",
        f"Woont tijdelijk elders ({form.value})",
        "gi jeugdhulp" if heavy else "jeugdhulp",
        child,
        form=form,
        kader=kader,
        rate=Rate(98_000, RateUnit.WEEK) if form is PlacementForm.LEEFGROEP else Rate(34_000, RateUnit.WEEK),
    )
    if last != ".." and dice.random() < 0.5:
        again = after(home, dice.randrange(60, 200))
        story.add(
            Kind.UITHUISPLAATSING,
            f"{again}/..",
            "Opnieuw uit huis, nu in een behandelgroep",
            "jeugdhulp gi",
            child,
            form=PlacementForm.BEHANDELGROEP,
            kader=kader,
            rate=Rate(142_000, RateUnit.WEEK),
        )
    elif last != "..":
        story.add(
            Kind.INTERVENTIE,
            f"{after(home, 5)}/{after(home, 240)}",
            "Gezinsbegeleiding na terugkeer",
            "jeugdhulp",
            child,
            weight=Weight.ZWAAR,
            aimed_at=AimedAt.GEZIN,
            rate=Rate(52_000, RateUnit.WEEK),
        )


def _stays(story: Story, day: date) -> None:
    """Light help that stays for years, with the network."""
    begin = after(day, 60)
    story.add(
        Kind.BEMOEIENIS,
        f"{begin}/..",
        "Vaste gezinsbegeleider, licht en langdurig",
        "wijkteam",
        aimed_at=AimedAt.GEZIN,
        kader=Kader.VRIJWILLIG,
        rate=Rate(4_600, RateUnit.WEEK),
        weight=Weight.LICHT,
    )
    story.add(Kind.BEMOEIENIS, f"{begin:%Y}/..", "Oma past twee dagen per week op", "oma")
    for months in range(4, 20, 4):
        story.add(Kind.CONTACT, story.near(after(begin, months * 30)), "Huisbezoek, het gaat redelijk", "wijkteam")


def _seen_late(story: Story, day: date) -> None:
    """Trouble on many domains, long before anybody was there for all of it."""
    dice = story.dice
    troubles = (
        ("Huurachterstand en dreigende uitzetting", "financiën", ""),
        ("Moeder meldt zich ziek met een depressie", "gezondheid", "huisarts"),
        ("Leerplicht meldt veel verzuim", "onderwijs", "school"),
        ("Buren bellen de politie om geluid", "veiligheid", "politie"),
    )
    for at, (title, domain, parties) in enumerate(troubles):
        story.add(
            Kind.SIGNAAL, story.near(after(day, 90 + at * dice.randrange(60, 120))), title, parties, domains=(domain,)
        )
    asked = after(day, 520)
    story.add(Kind.HULPVRAAG, story.near(asked), "Vader belt het wijkteam: zo gaat het niet langer", "wijkteam")
    story.add(Kind.WACHTTIJD, f"{after(asked, 10)}/{after(asked, 230)}", "Wacht op intensieve gezinshulp", "jeugdhulp")
    if dice.random() < 0.5:
        story.add(
            Kind.INTERVENTIE,
            f"{after(asked, 231)}/..",
            "Intensieve gezinsbehandeling",
            "jeugdhulp",
            weight=Weight.ZWAAR,
            aimed_at=AimedAt.GEZIN,
            rate=Rate(61_000, RateUnit.WEEK),
        )


def main(folder: Path) -> None:
    """Write them, each under a name without a name."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(families(), 1):
        (folder / f"gezin-{number:02}.json").write_bytes(json_bytes(case))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
