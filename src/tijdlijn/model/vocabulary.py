"""The words of the field (design 1) as data: kinds, sectors, frames, forms, domains. Codes are those of files.

Labels are the Dutch words a user reads; they are part of the glossary and the same on screen and paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """Whether a kind is a moment, a period, or can be either."""

    MOMENT = "P"
    SPAN = "S"
    EITHER = "PS"


class Kind(StrEnum):
    """Kinds of entry; the value is the code in files."""

    GEBEURTENIS = "gebeurtenis"
    HULPVRAAG = "hulpvraag"
    SIGNAAL = "signaal"
    CONTACT = "contact"
    ACTIE = "actie"
    BESLUIT = "besluit"
    ULTIMATUM = "ultimatum"
    OVERDRACHT = "overdracht"
    DIAGNOSE = "diagnose"
    INTERVENTIE = "interventie"
    BEMOEIENIS = "bemoeienis"
    WACHTTIJD = "wachttijd"
    MAATREGEL = "maatregel"
    BESCHIKKING = "beschikking"
    UITHUISPLAATSING = "uithuisplaatsing"
    SCHOOL = "school"
    WONEN = "wonen"
    VERWACHT = "verwacht"

    @property
    def shape(self) -> Shape:
        return KINDS[self].shape

    @property
    def label(self) -> str:
        return KINDS[self].label

    @property
    def plural(self) -> str:
        return KINDS[self].plural


@dataclass(frozen=True, slots=True)
class KindInfo:
    """One kind of entry: its shape, its Dutch name and plural, and in one line what it is."""

    shape: Shape
    label: str
    plural: str
    meaning: str


KINDS: dict[Kind, KindInfo] = {
    Kind.GEBEURTENIS: KindInfo(Shape.EITHER, "gebeurtenis", "gebeurtenissen", "iets in het leven van een gezinslid"),
    Kind.HULPVRAAG: KindInfo(Shape.MOMENT, "hulpvraag", "hulpvragen", "iemand vraagt om hulp"),
    Kind.SIGNAAL: KindInfo(Shape.MOMENT, "signaal", "signalen", "een melding of zorg"),
    Kind.CONTACT: KindInfo(Shape.MOMENT, "contact", "contacten", "één contact van gezin en professional"),
    Kind.ACTIE: KindInfo(Shape.MOMENT, "actie", "acties", "iets wat een professional doet"),
    Kind.BESLUIT: KindInfo(Shape.MOMENT, "besluit", "besluiten", "een besluit, met wie het nam"),
    Kind.ULTIMATUM: KindInfo(Shape.MOMENT, "ultimatum", "ultimatums", "een eis met gevolgen"),
    Kind.OVERDRACHT: KindInfo(
        Shape.MOMENT, "overdracht", "overdrachten", "het gezin gaat over naar een andere partij of medewerker"
    ),
    Kind.DIAGNOSE: KindInfo(Shape.MOMENT, "diagnose", "diagnoses", "een diagnose of uitkomst van onderzoek"),
    Kind.INTERVENTIE: KindInfo(Shape.SPAN, "interventie", "interventies", "hulp of behandeling"),
    Kind.BEMOEIENIS: KindInfo(
        Shape.SPAN, "bemoeienis", "bemoeienissen", "een partij is betrokken, zonder bepaalde hulp"
    ),
    Kind.WACHTTIJD: KindInfo(Shape.SPAN, "wachttijd", "wachttijden", "wachten op hulp"),
    Kind.MAATREGEL: KindInfo(Shape.SPAN, "maatregel", "maatregelen", "een maatregel van de rechter"),
    Kind.BESCHIKKING: KindInfo(
        Shape.SPAN, "beschikking", "beschikkingen", "een besluit van de gemeente dat hulp toekent"
    ),
    Kind.UITHUISPLAATSING: KindInfo(
        Shape.SPAN, "uithuisplaatsing", "uithuisplaatsingen", "een kind woont ergens anders"
    ),
    Kind.SCHOOL: KindInfo(Shape.SPAN, "school", "scholen", "school of opvang"),
    Kind.WONEN: KindInfo(Shape.SPAN, "wonen", "woonsituaties", "waar en bij wie iemand woont"),
    Kind.VERWACHT: KindInfo(Shape.EITHER, "verwacht", "verwachtingen", "wordt in de toekomst verwacht"),
}

HELP_KINDS = frozenset({Kind.INTERVENTIE, Kind.BEMOEIENIS, Kind.CONTACT, Kind.UITHUISPLAATSING})
"""Kinds that count as help, or as being in view (design 2, Gaps)."""


class Sector(StrEnum):
    """Sector of a party; the value is the code in files."""

    GEMEENTE = "gemeente"
    VEILIG_THUIS = "veilig_thuis"
    GI = "gi"
    RAAD = "raad"
    JEUGDHULP = "jeugdhulp"
    JEUGD_GGZ = "jeugd_ggz"
    VOLWASSENEN_GGZ = "volwassenen_ggz"
    ONDERWIJS = "onderwijs"
    JGZ = "jgz"
    HUISARTS = "huisarts"
    POLITIE_JUSTITIE = "politie_justitie"
    SOCIALE_BASIS = "sociale_basis"
    NETWERK = "netwerk"
    OVERIG = "overig"

    @property
    def label(self) -> str:
        return SECTOR_LABELS[self]


SECTOR_LABELS: dict[Sector, str] = {
    Sector.GEMEENTE: "gemeente en wijkteam",
    Sector.VEILIG_THUIS: "Veilig Thuis",
    Sector.GI: "gecertificeerde instelling",
    Sector.RAAD: "Raad voor de Kinderbescherming",
    Sector.JEUGDHULP: "jeugdhulp",
    Sector.JEUGD_GGZ: "jeugd-ggz",
    Sector.VOLWASSENEN_GGZ: "volwassenen-ggz",
    Sector.ONDERWIJS: "onderwijs",
    Sector.JGZ: "jeugdgezondheidszorg",
    Sector.HUISARTS: "huisarts",
    Sector.POLITIE_JUSTITIE: "politie en justitie",
    Sector.SOCIALE_BASIS: "sociale basis",
    Sector.NETWERK: "eigen netwerk",
    Sector.OVERIG: "overig",
}


class Kader(StrEnum):
    """The frame in which help is given."""

    VRIJWILLIG = "vrijwillig"
    DRANG = "drang"
    GEDWONGEN = "gedwongen"


class Weight(StrEnum):
    """How heavy the help is."""

    LICHT = "licht"
    MIDDEL = "middel"
    ZWAAR = "zwaar"


class PlacementForm(StrEnum):
    """Form of an out-of-home placement, in order from least to most invasive (design 1)."""

    NETWERK = "netwerk"
    PLEEGZORG = "pleegzorg"
    GEZINSHUIS = "gezinshuis"
    LEEFGROEP = "leefgroep"
    BEHANDELGROEP = "behandelgroep"
    GESLOTEN = "gesloten"
    KLINIEK = "kliniek"


class AimedAt(StrEnum):
    """At whom help is aimed."""

    KIND = "kind"
    OUDER = "ouder"
    GEZIN = "gezin"


class Voice(StrEnum):
    """Whose account an entry is: the dossier's or the family's own."""

    DOSSIER = "dossier"
    GEZIN = "gezin"


class Helped(StrEnum):
    """What the family or the group says of help."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


class RateUnit(StrEnum):
    """The period over which a rate runs."""

    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"


class Payer(StrEnum):
    """The law (or whoever else) out of which something is paid."""

    JEUGDWET = "jeugdwet"
    WMO = "wmo"
    ZVW = "zvw"
    WLZ = "wlz"
    PARTICIPATIEWET = "participatiewet"
    OVERIG = "overig"

    @property
    def label(self) -> str:
        return {"zvw": "Zvw", "overig": "overig"}.get(self.value, self.value.capitalize())


SCHAKELMOMENT_TYPES: tuple[str, ...] = (
    "echtscheiding",
    "schoolwisseling",
    "verhuizing",
    "puberteit",
    "geboorte",
    "overlijden",
    "detentie",
    "nieuwe partner",
    "ziekte",
    "verlies van werk",
    "overig",
)
"""The types a new casebook starts with; a user can add types, so an entry's type is free text."""

LIFE_DOMAINS: tuple[str, ...] = (
    "opvoeden en opgroeien",
    "psychische gezondheid",
    "beperkingen",
    "veranderend ouderschap",
    "veiligheid",
    "wonen",
    "financiën",
    "gezondheid",
    "taal- en digitale vaardigheid",
    "participatie",
    "onderwijs",
)
"""The default life domains (leefgebieden); a casebook's own list may differ."""

PERSON_ROLES: tuple[str, ...] = (
    "kind",
    "halfbroer",
    "halfzus",
    "moeder",
    "vader",
    "stiefmoeder",
    "stiefvader",
    "pleegmoeder",
    "pleegvader",
    "oma",
    "opa",
    "tante",
    "oom",
    "partner van moeder",
    "partner van vader",
    "overig",
)
"""Roles that are proposed for a person; the role itself is free text."""
