"""An invented family for the tests of pseudonyms, with names that are hard.

Lotte, Noor, Tim and Zoë van der Wiel; Sanne and Jeroen, their parents; oma Roos and tante Mei.
De Brug, Oeverlicht, a Veilig Thuis and others; Linda Bos, J. Bakker, Peter Kort and others work there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from tests.builders import case as case_of
from tests.builders import when
from tijdlijn.language.pseudonyms import Pseudonyms, pseudonyms_for
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import Sector


def person(id_: str, name: str, role: str = "kind", birth: str | None = None, **more: Any) -> Person:
    return Person(id_, name, role, when(birth), **more)


FAMILY = (
    person("noor", "Noor van der Wiel", birth="2012", is_focus=True),
    person("lotte", "Lotte", birth="2010", is_focus=True),
    person("tim", "Tim", birth="2014", is_focus=True),
    person("zoe", "Zoë", "halfzus", "2018"),
    person("sanne", "Sanne de Vries", "moeder"),
    person("jeroen", "Jeroen van der Wiel", "vader"),
    person("mark", "Mark Jansen-de Boer", "vader"),
    person("roos", "Roos", "oma"),
    person("mei", "Mei Ling", "tante"),
    person("anne", "Anne-Marie", ""),
)
PARTIES = (
    Party("brug", "Jeugdhulp De Brug", Sector.JEUGDHULP),
    Party("oeverlicht", "Oeverlicht", Sector.JEUGD_GGZ),
    Party("vt", "Veilig Thuis Noorderzand", Sector.VEILIG_THUIS),
    Party("zuid", "Jeugdhulp Zuiderzij (JHZ)", Sector.JEUGDHULP),
    Party("raad", "Raad voor de Kinderbescherming", Sector.RAAD),
    Party("school", "Basisschool De Regenboog", Sector.ONDERWIJS),
    Party("wss", "William Schrikker Stichting", Sector.GI),
    Party("gemeente", "Gemeente Ravelmeer", Sector.GEMEENTE),
    Party("wijkteam", "Wijkteam Ravelmeer", Sector.GEMEENTE),
    Party("samen", "Samen Veilig", Sector.GI),
    Party("omaroos", "Oma Roos", Sector.NETWERK),
)
WORKERS = (
    Worker("bos", "Linda Bos", "brug", "gezinsvoogd"),
    Worker("bakker", "J. Bakker", "oeverlicht"),
    Worker("kort", "Peter Kort", "oeverlicht"),
    Worker("scholte", "Tim Scholte"),
    Worker("yildiz", "Esra Yıldız"),
    Worker("jong", "Els de Jong"),
    Worker("jong2", "Ria de Jong"),
)
WIEL = case_of(persons=FAMILY, parties=PARTIES, workers=WORKERS)
WIEL = replace(WIEL, title="Gezin Van der Wiel")


@cache
def wiel() -> Pseudonyms:
    return pseudonyms_for(WIEL)
